/* page.h: a chart on paper: margins, header and footer.
 *
 * A chart is laid out again for paper, with larger text; the screen's picture is never
 * scaled down to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TP_PAPER_A4,
  TP_PAPER_LETTER,
} TpPaper;

/* Sizes in points (1/72 inch). */
typedef struct
{
  TpPaper paper;
  double width;
  double height;
  double margin;
  char *header_left;  /* the workspace's name */
  char *header_right; /* the as-of day in words */
  char *footer_left;  /* where the file lies, or the program's name */
  const char *language; /* (nullable): of the fonts where there is no chart */
  guint number;       /* page "number of count"; 0: no number */
  guint count;
} TpPage;

TpPage  *tp_page_new       (TpPaper paper, gboolean landscape);
void     tp_page_free      (TpPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpPage, tp_page_free)

void     tp_page_set_size  (TpPage *self, double width, double height);
void     tp_page_options   (TpPage *self, TpThemeId theme, double share, TpSceneOptions *options);
void     tp_page_paint     (TpPage *self, TpScene *scene, cairo_t *cr);
gboolean tp_page_write_pdf (TpPage *self, TpScene *scene, GOutputStream *stream, const char *created, GError **error);

G_END_DECLS
