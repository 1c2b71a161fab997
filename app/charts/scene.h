/* scene.h: a chart as a list of marks.
 *
 * data → layout → scene → painters. Screen, PNG, PDF, paper and SVG are painted from
 * the same marks; hover, keyboard focus, the description in words and the table view
 * read them too. Units are pixels at a scale of 1; y grows downwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"
#include "theme.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TpSceneOptions:
 * @width: width of the picture in units
 * @height: height of the picture in units
 * @theme: the colours
 * @text: text factor: 1 on screen times the person's own, 1.2 on paper; 0 means 1
 * @grow: the chart may make the scene higher than @height where its rows need it
 * @ground: what the picture lies on, where that is not the theme's ground; 0: the theme's
 * @accent: colour of what is delivered, where it is not the theme's; 0: the theme's
 * @language: language of the fonts and of the files ("zh-CN", "en"); %NULL: the
 *   process's. The words themselves always come from the process's language
 *
 * What a chart is laid out for. Everything left at zero has a sensible meaning but the
 * size.
 */
typedef struct
{
  double width;
  double height;
  TpThemeId theme;
  double text;
  gboolean grow;
  TpColour ground;
  TpColour accent;
  const char *language;
} TpSceneOptions;

typedef enum
{
  TP_MARK_RECT,
  TP_MARK_LINE,
  TP_MARK_PATH,
  TP_MARK_TEXT,
} TpMarkType;

typedef enum
{
  TP_ANCHOR_START,
  TP_ANCHOR_MIDDLE,
  TP_ANCHOR_END,
} TpAnchor;

typedef enum
{
  TP_HATCH_NONE,
  TP_HATCH_RISING,     /* "not stated", and nothing else */
  TP_HATCH_FALLING,
  TP_HATCH_CROSS,
  TP_HATCH_HORIZONTAL,
  TP_HATCH_VERTICAL,
  TP_HATCH_DOTS,
} TpHatch;

/* One step of a path: move, line, curve (three points) or close. */
typedef struct
{
  char op; /* 'M', 'L', 'C', 'Z' */
  double p[6];
} TpPathStep;

typedef struct
{
  double x, y, width, height;
} TpBox;

/**
 * TpMark:
 *
 * One thing that is drawn. Painted in the order of the list: fill, hatch, stroke.
 * A mark with a @label can be focused and hit; its @hit box may be larger than what
 * is drawn (a whole row).
 */
typedef struct
{
  TpMarkType type;
  char *id;              /* of the element in SVG; or NULL */

  TpBox box;             /* RECT: the rectangle. LINE: from (x, y) to (x + width, y + height).
                          * TEXT: x is the anchor, y the baseline. PATH: unused */
  double radius;         /* RECT: of its corners */
  GArray *path;          /* PATH: TpPathStep */

  TpColour fill;
  TpColour stroke;
  double stroke_width;
  double dash[2];        /* on, off; 0, 0 is a solid line */
  TpHatch hatch;
  TpColour hatch_colour;
  double hatch_gap;
  double hatch_width;

  char *text;            /* TEXT: one line */
  double size;
  int weight;            /* 400, 500, 600 */
  TpAnchor anchor;
  TpColour halo;         /* outline under the text that keeps it clear of lines */

  TpKind kind;           /* the record it stands for, or TP_KIND_NONE */
  gint64 record_id;
  char *label;           /* for a screen reader; NULL: decoration */
  char *tooltip;         /* exact values */
  TpBox hit;
} TpMark;

#define TP_TYPE_SCENE (tp_scene_get_type ())
G_DECLARE_FINAL_TYPE (TpScene, tp_scene, TP, SCENE, GObject)

TpScene       *tp_scene_new          (const TpSceneOptions *options);

double         tp_scene_get_width    (TpScene *self);
double         tp_scene_get_height   (TpScene *self);
const TpTheme *tp_scene_get_theme    (TpScene *self);
double         tp_scene_get_text     (TpScene *self);
TpColour       tp_scene_get_ground   (TpScene *self);
const char    *tp_scene_get_language (TpScene *self);
const char    *tp_scene_get_title    (TpScene *self);
const char    *tp_scene_describe     (TpScene *self);
gboolean       tp_scene_get_grow     (TpScene *self);

void           tp_scene_set_height   (TpScene *self, double height);
void           tp_scene_set_title    (TpScene *self, const char *title);
void           tp_scene_set_description (TpScene *self, const char *description);

/* Marks belong to the scene and stay where they are; fill in the rest through the pointer. */
TpMark        *tp_scene_rect         (TpScene *self, double x, double y, double width, double height, TpColour fill);
TpMark        *tp_scene_line         (TpScene *self, double x1, double y1, double x2, double y2, TpColour stroke, double stroke_width);
TpMark        *tp_scene_path         (TpScene *self, TpColour fill);
TpMark        *tp_scene_text         (TpScene *self, double x, double y, const char *text, double size, int weight, TpColour colour, TpAnchor anchor);
TpMark        *tp_scene_circle       (TpScene *self, double x, double y, double radius, TpColour fill);

void           tp_mark_move_to       (TpMark *mark, double x, double y);
void           tp_mark_line_to       (TpMark *mark, double x, double y);
void           tp_mark_curve_to      (TpMark *mark, double x1, double y1, double x2, double y2, double x3, double y3);
void           tp_mark_close         (TpMark *mark);
void           tp_mark_add_square    (TpMark *mark, double x, double y, double width, double height);
void           tp_mark_set_stroke    (TpMark *mark, TpColour stroke, double stroke_width);
void           tp_mark_set_dash      (TpMark *mark, double on, double off);
void           tp_mark_set_hatch     (TpMark *mark, TpHatch hatch, TpColour colour, double gap, double width);
void           tp_mark_set_id        (TpMark *mark, const char *prefix, const char *key);
void           tp_mark_set_record    (TpMark *mark, TpKind kind, gint64 record_id, const char *label, const char *tooltip, const TpBox *hit);

guint          tp_scene_get_n_marks  (TpScene *self);
const TpMark  *tp_scene_get_mark     (TpScene *self, guint index);
int            tp_scene_hit          (TpScene *self, double x, double y);
int            tp_scene_next         (TpScene *self, int from, gboolean forward);

/* The data as rows of strings; row 0 holds the column titles. */
void           tp_scene_add_row      (TpScene *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
void           tp_scene_set_figures  (TpScene *self, guint first, guint n);
gboolean       tp_scene_has_figures  (TpScene *self, guint column);
GPtrArray     *tp_scene_table        (TpScene *self);
char          *tp_scene_to_text      (TpScene *self);

G_END_DECLS
