/* hs.h: codes of the Harmonized System and the titles of its chapters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TP_N_HS_CHAPTERS 97

char       *tp_hs_normalise     (const char *text);
gboolean    tp_hs_check         (const char *code, GError **error);
int         tp_hs_chapter_of    (const char *code);
const char *tp_hs_chapter_title (int chapter);
gboolean    tp_hs_chapters_parse (const char *text, char **chapters, GError **error);

G_END_DECLS
