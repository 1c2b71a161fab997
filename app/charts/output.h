/* output.h: a scene as a picture in a file, and on any cairo context.
 *
 * The same scene always gives the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

void     tp_pdf_set_metadata (cairo_surface_t *surface, TpScene *scene, const char *created);
void     tp_scene_paint     (TpScene *self, cairo_t *cr, gboolean ground);

gboolean tp_scene_write_png (TpScene *self, GOutputStream *stream, double scale, GError **error);
gboolean tp_scene_write_pdf (TpScene *self, GOutputStream *stream, double width_points, const char *created, GError **error);
gboolean tp_scene_write_svg (TpScene *self, GOutputStream *stream, GError **error);
char    *tp_scene_to_svg    (TpScene *self);
gboolean tp_scene_save      (TpScene *self, GFile *file, double scale, GError **error);

G_END_DECLS
