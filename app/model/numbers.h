/* numbers.h: numbers for readers.
 *
 * One compact form a language: English "CN¥302 bn" and "CN¥48.2 m", Chinese
 * "3020亿元" and "9740万元". Exact figures stand in tooltips, tables and files.
 * The language is asked at each call.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tp_currency_symbol      (const char *currency);
char *tp_money_format_compact (gint64 minor, const char *currency);
void  tp_money_axis           (gint64 max_minor, const char *currency, gint64 *divisor,
                               char **unit_label);

char *tp_count_format         (gint64 count);
char *tp_count_format_compact (gint64 count);
void  tp_count_axis           (gint64 max, gint64 *divisor, const char **unit);
char *tp_decimal_format_local (gint64 scaled, int digits);

char *tp_percent_format       (gint64 numerator, gint64 denominator, int decimals);
char *tp_basis_format         (gint64 basis_points);

G_END_DECLS
