/* pace.c: whether a commitment's delivery keeps pace with its target.
 *
 * Decreasing targets are mirrored once, at the way in: level, baseline and target
 * change their sign, and from there on everything rises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pace.h"

#include "error.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define STALLED_DAYS 28

/* p from here on is ahead, and below here is behind. */
static const TpRatio ahead_from = { 105, 100 };
static const TpRatio behind_below = { 95, 100 };

/**
 * tp_pace_token:
 * @pace: a pace
 *
 * Returns: (transfer none): its token in tp_words_pace, "on_track" and so on
 */
const char *
tp_pace_token (TpPace pace)
{
  g_return_val_if_fail (pace < TP_N_PACES, NULL);
  return tp_words_pace[pace].token;
}

/**
 * tp_qualifier_from_token:
 * @token: (nullable): a token of tp_words_qualifier
 *
 * Returns: the qualifier; "exact" for %NULL and for what the list does not have
 */
TpQualifier
tp_qualifier_from_token (const char *token)
{
  return (TpQualifier) MAX (tp_word_index (tp_words_qualifier, token), 0);
}

static TpWide
mirrored (const TpTarget *target, gint64 value)
{
  return target->decreasing ? -(TpWide) value : (TpWide) value;
}

/**
 * tp_target_check:
 * @target: a target, as someone is about to record it
 * @error: return location
 *
 * Returns: whether the target makes sense; sets %TP_ERROR_INVALID as
 *   tp_period_check() does, and where the target lies on the wrong side of the
 *   baseline
 */
gboolean
tp_target_check (const TpTarget *target, GError **error)
{
  if (target->has_target && mirrored (target, target->target) < mirrored (target, target->baseline))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           target->decreasing
                               ? _ ("The target lies above the baseline, but the figure is to "
                                    "decrease: correct one of them, or the direction")
                               : _ ("The target lies below the baseline, but the figure is to "
                                    "increase: correct one of them, or the direction"));
      return FALSE;
    }
  return tp_period_check (&target->period, error);
}

/**
 * tp_target_fulfilled:
 * @target: a target
 * @level: the level delivered
 *
 * Returns: whether @level reached the target; "more than" needs a level beyond it,
 *   and a target that equals its baseline is fulfilled
 */
gboolean
tp_target_fulfilled (const TpTarget *target, gint64 level)
{
  TpWide v = mirrored (target, level), t = mirrored (target, target->target);

  if (!target->has_target)
    return FALSE;
  if (target->target == target->baseline)
    return TRUE;
  return target->qualifier == TP_QUALIFIER_MORE_THAN ? v > t : v >= t;
}

/* The figures against the target, of which each may not exist on the day. */
static void
measure_figures (const TpTarget *target, TpPaceResult *result)
{
  TpDay end = target->period.end;
  TpWide b = mirrored (target, target->baseline);
  TpWide span = mirrored (target, target->target) - b;
  TpWide moved = mirrored (target, result->delivered) - b;
  TpWide left = span - moved;

  result->distance = TP_STATED (tp_wide_clamp (left));
  if (span != 0)
    {
      result->has_rate = TRUE;
      result->rate = span > 0 ? (TpRatio){ moved, span } : (TpRatio){ -moved, -span };
    }
  if (end != TP_DAY_NONE && result->as_of < end)
    {
      result->has_run_rate = TRUE;
      result->run_rate = (TpRatio){ MAX (left, 0) * 7, (TpWide) end - result->as_of };
    }
  if (result->has_share)
    {
      /* A difference of levels has 64 bits and a sign, the share 63: their product
       * fits, and the sum lies between baseline and target. */
      TpWide due = span * result->share.num;
      TpWide level = b * result->share.den + due;

      result->prorated = TP_STATED (tp_ratio_round (
          (TpRatio){ target->decreasing ? -level : level, result->share.den }));
      if (due > 0)
        {
          result->has_ratio = TRUE;
          result->ratio = (TpRatio){ moved * result->share.den, due };
        }
    }
}

static TpPace
decide (const TpTarget *target, const TpPaceResult *result, gboolean nothing_delivered)
{
  const TpPeriod *period = &target->period;
  TpDay d = result->as_of;
  TpDay since = MAX (result->last_delivery, period->start); /* TP_DAY_NONE is the least */
  TpWide moved = mirrored (target, result->delivered) - mirrored (target, target->baseline);

  if (!target->has_target)
    return TP_PACE_NO_TARGET;
  if (tp_target_fulfilled (target, result->delivered))
    return TP_PACE_FULFILLED;
  if (period->start != TP_DAY_NONE ? d < period->start : nothing_delivered)
    return TP_PACE_NOT_STARTED;
  if (period->end != TP_DAY_NONE && d > period->end)
    return TP_PACE_OVERDUE;
  if (since != TP_DAY_NONE && (gint64) d - since >= STALLED_DAYS)
    return TP_PACE_STALLED;
  if (!result->has_share)
    return TP_PACE_NO_PERIOD;
  if (!result->has_ratio)
    {
      /* Nothing is due yet; or the target lies on the wrong side of the baseline
       * and was missed all the same. */
      if (mirrored (target, target->target) < mirrored (target, target->baseline))
        return TP_PACE_BEHIND;
      return moved > 0 ? TP_PACE_AHEAD : TP_PACE_ON_TRACK;
    }
  if (tp_ratio_compare (result->ratio, ahead_from) >= 0)
    return TP_PACE_AHEAD;
  return tp_ratio_compare (result->ratio, behind_below) >= 0 ? TP_PACE_ON_TRACK : TP_PACE_BEHIND;
}

/**
 * tp_pace_measure:
 * @target: the target
 * @deliveries: what was delivered; days after @as_of do not count
 * @as_of: the as-of date
 * @result: (out caller-allocates): everything about the target on that day
 * @error: return location
 *
 * Nothing is delivered where what was delivered so far sums up to nothing or less.
 *
 * Returns: whether it could be measured; sets %TP_ERROR_INVALID as tp_period_check()
 *   does
 */
gboolean
tp_pace_measure (const TpTarget *target, const TpDeliveries *deliveries, TpDay as_of,
                 TpPaceResult *result, GError **error)
{
  TpWide sum = tp_deliveries_sum (deliveries, G_MININT32, as_of);

  *result = (TpPaceResult){
    .as_of = as_of,
    .delivered = tp_deliveries_level (deliveries, as_of),
    .last_delivery = tp_deliveries_last (deliveries, target->decreasing, as_of),
  };
  if (!tp_period_check (&target->period, error))
    return FALSE;
  if (tp_period_is_known (&target->period))
    {
      if (!tp_period_share (&target->period, as_of, &result->share, error))
        return FALSE;
      result->has_share = TRUE;
    }
  if (target->has_target)
    measure_figures (target, result);
  result->pace = decide (target, result, target->decreasing ? sum >= 0 : sum <= 0);
  return TRUE;
}
