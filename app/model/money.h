/* money.h: exact amounts of money.
 *
 * An amount is a 64-bit count of minor units (fen, cents) beside an ISO 4217 code;
 * floating point never touches it. Sums are checked, products and shares are
 * computed in 128 bits and rounded half away from zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tp_currency_check     (const char *currency, GError **error);
char    *tp_currency_normalise (const char *text);
int      tp_currency_digits    (const char *currency);
GStrv    tp_currency_list      (void);
char    *tp_currency_title     (const char *currency);

gboolean tp_money_add          (gint64 a, gint64 b, gint64 *sum, GError **error);
gboolean tp_money_sub          (gint64 a, gint64 b, gint64 *difference, GError **error);
gboolean tp_money_mul_div      (gint64 amount, gint64 numerator, gint64 denominator,
                                gint64 *result, GError **error);
gboolean tp_money_convert      (gint64 amount, gint64 base_amount, gint64 quote_amount,
                                gint64 *converted, GError **error);

gboolean tp_money_parse        (const char *text, const char *currency, gint64 *minor,
                                GError **error);
gboolean tp_money_parse_plain  (const char *text, const char *currency, gint64 *minor,
                                GError **error);
char    *tp_money_format_plain (gint64 minor, const char *currency);
char    *tp_money_format_exact (gint64 minor, const char *currency);

gboolean tp_decimal_parse      (const char *text, int digits, gint64 *scaled, GError **error);
char    *tp_decimal_format     (gint64 scaled, int digits);

G_END_DECLS
