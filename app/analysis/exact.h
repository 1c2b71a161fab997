/* exact.h: exact arithmetic for the formulas.
 *
 * Decisions are taken on fractions of 128-bit integers and never on floating point.
 * The comparison cannot overflow, whatever the fractions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

__extension__ typedef __int128 TpWide;
__extension__ typedef unsigned __int128 TpWideUnsigned;

/* num / den with den > 0, not necessarily in lowest terms. */
typedef struct
{
  TpWide num;
  TpWide den;
} TpRatio;

/* A number that may be "not stated", which is never a zero. */
typedef struct
{
  gboolean set;
  gint64 value;
} TpKnown;

#define TP_NOT_STATED ((TpKnown){ FALSE, 0 })
#define TP_STATED(v) ((TpKnown){ TRUE, (v) })

int      tp_ratio_compare    (TpRatio a, TpRatio b);
TpWide   tp_ratio_round_wide (TpRatio ratio);
gint64   tp_ratio_round      (TpRatio ratio);
gint64   tp_ratio_scaled     (TpRatio ratio, gint64 scale);
gint64   tp_wide_clamp       (TpWide value);
gboolean tp_wide_narrow      (TpWide value, gint64 *narrow, GError **error);

G_END_DECLS
