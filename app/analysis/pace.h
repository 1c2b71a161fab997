/* pace.h: whether a commitment's delivery keeps pace with its target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "delivery.h"
#include "period.h"

G_BEGIN_DECLS

/* In the order of tp_words_pace, which is the order of the decision. */
typedef enum
{
  TP_PACE_NO_TARGET,
  TP_PACE_FULFILLED,
  TP_PACE_NOT_STARTED,
  TP_PACE_OVERDUE,
  TP_PACE_STALLED,
  TP_PACE_NO_PERIOD,
  TP_PACE_AHEAD,
  TP_PACE_ON_TRACK,
  TP_PACE_BEHIND,
  TP_N_PACES,
} TpPace;

/* In the order of tp_words_qualifier. */
typedef enum
{
  TP_QUALIFIER_EXACT,
  TP_QUALIFIER_AT_LEAST,
  TP_QUALIFIER_MORE_THAN,
  TP_QUALIFIER_UP_TO,
  TP_QUALIFIER_ABOUT,
} TpQualifier;

typedef struct
{
  gint64 baseline;
  gboolean has_target;
  gint64 target;
  TpQualifier qualifier;
  gboolean decreasing; /* the level is to fall */
  TpPeriod period;
} TpTarget;

/* Everything about one target on one day. Numbers that do not exist on that day are
 * not set; "share" of something is an exact fraction, figures are rounded half away
 * from zero. */
typedef struct
{
  TpPace pace;
  TpDay as_of;
  gint64 delivered;      /* the level v, baseline included */
  TpKnown distance;      /* T - v, mirrored for decreasing targets: > 0 is still to come */
  gboolean has_share;
  TpRatio share;         /* of the period */
  TpKnown prorated;      /* b + (T - b) × share */
  gboolean has_rate;
  TpRatio rate;          /* (v - b) / (T - b) */
  gboolean has_ratio;
  TpRatio ratio;         /* p = (v - b) / (pro-rated - b) */
  gboolean has_run_rate;
  TpRatio run_rate;      /* max (0, T - v) × 7 / (end - d): a week */
  TpDay last_delivery;   /* TP_DAY_NONE: none so far */
} TpPaceResult;

/* Writes a figure in the indicator's unit, for sentences. Returns: (transfer full) */
typedef char *(*TpFigureFormat) (gint64 value, gpointer data);

const char *tp_pace_token      (TpPace pace);
TpQualifier tp_qualifier_from_token (const char *token);
gboolean    tp_target_check    (const TpTarget *target, GError **error);
gboolean    tp_target_fulfilled (const TpTarget *target, gint64 level);
gboolean    tp_pace_measure    (const TpTarget *target, const TpDeliveries *deliveries,
                                TpDay as_of, TpPaceResult *result, GError **error);
char       *tp_pace_explain    (const TpTarget *target, const TpPaceResult *result,
                                TpFigureFormat format, gpointer data);

G_END_DECLS
