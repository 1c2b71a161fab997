/* exposure.h: what the tariffs put at risk.
 *
 * Rates and shares are in basis points (12.5 % is 1250), money in minor units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "exact.h"

G_BEGIN_DECLS

/* A line of the dated tariff schedule. */
typedef struct
{
  const char *hs_prefix; /* (nullable): NULL or "" is every good */
  const char *scheme;    /* a token of tp_words_scheme */
  TpKnown rate;          /* basis points */
  TpDay from;            /* TP_DAY_NONE: open */
  TpDay until;           /* TP_DAY_NONE: open; the last day on which it holds */
} TpTariffLine;

gboolean tp_at_risk      (gint64 annual_export, gint64 us_share, gint64 *at_risk, GError **error);
gboolean tp_tariff_find  (const TpTariffLine *lines, gsize n_lines, const char *hs_code,
                          const char *scheme, TpDay day, gsize *index);
gboolean tp_landed_cost  (gint64 fob, gint64 freight, gint64 tariff, gint64 *cost,
                          GError **error);
gboolean tp_fob_keeping  (gint64 fob, gint64 old_tariff, gint64 new_tariff, gint64 *kept,
                          GError **error);
gboolean tp_export_margin (gint64 fob_kept, gint64 vat_rebate, gint64 unit_cost, gint64 *margin,
                          GError **error);

G_END_DECLS
