/* frame.h: what every chart has around its plot: sizes, margins, head and foot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"
#include "text.h"

G_BEGIN_DECLS

typedef struct
{
  TpScene *scene;
  const TpTheme *theme;
  TpTextMeter *meter;
  double k;        /* text factor */
  double width;
  double margin;   /* left and right */
  gboolean narrow; /* a telephone's width: names above their bars */
  double title_size;
  double subtitle_size;
  double label_size;
  double axis_size;
  double source_size;
  double top;      /* of the plot */
  double bottom;   /* of the plot */
  char **notes;    /* foot, the demonstration flag's lines */
  char **sources;  /* foot, the source's lines */
  double foot;     /* height of the foot, its rule and gap included */
} TpFrame;

void     tp_frame_init   (TpFrame *self, const TpSceneOptions *options);
void     tp_frame_head   (TpFrame *self, const char *title, const char *subtitle);
void     tp_frame_foot   (TpFrame *self, const char *note, const char *source);
void     tp_frame_grow   (TpFrame *self, double bottom);
TpScene *tp_frame_finish (TpFrame *self);

double   tp_frame_width  (TpFrame *self, const char *text, double size, int weight);
TpMark  *tp_frame_text   (TpFrame *self, double x, double y, const char *text, double size, int weight, TpColour colour, TpAnchor anchor);
double   tp_frame_name   (TpFrame *self, double x, double middle, double width, double height, const char *name, int weight, TpColour colour, const char *sub);
TpMark  *tp_frame_absent (TpFrame *self, double x, double y, double width, double height);
void     tp_frame_diamond (TpFrame *self, double x, double y, double radius);

G_END_DECLS
