/* csv-guess.h: which delimiter a CSV file uses, and which row holds its headings.
 *
 * Used within this workshop only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char tp_csv_guess_delimiter (const char *text, gsize length);
int  tp_csv_score_headings  (GPtrArray *cells, gpointer unused);

G_END_DECLS
