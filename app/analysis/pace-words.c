/* pace-words.c: why a pace is what it is, with the numbers put into the formula.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "numbers.h"
#include "pace.h"

#include <glib/gi18n-lib.h>

/* The figures of one explanation, as the caller writes them. */
typedef struct
{
  char *baseline;
  char *target;
  char *delivered;
  char *prorated;
  char *distance;
} Figures;

static void
figures_clear (Figures *figures)
{
  g_free (figures->baseline);
  g_free (figures->target);
  g_free (figures->delivered);
  g_free (figures->prorated);
  g_free (figures->distance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static char *
percent (TpRatio ratio)
{
  return tp_basis_format (tp_ratio_scaled (ratio, 10000));
}

static char *
explain_fulfilled (const TpTarget *target, const Figures *f)
{
  if (target->target == target->baseline)
    return g_strdup_printf (_ ("The target, %s, equals the baseline: it is fulfilled."), f->target);
  if (target->qualifier == TP_QUALIFIER_MORE_THAN)
    return g_strdup_printf (target->decreasing
                                ? _ ("Delivered %s, which lies below the target, %s: it is "
                                     "fulfilled.")
                                : _ ("Delivered %s, which is more than the target, %s: it is "
                                     "fulfilled."),
                            f->delivered, f->target);
  return g_strdup_printf (_ ("Delivered %s, which reaches the target, %s: it is fulfilled."),
                          f->delivered, f->target);
}

static char *
explain_stalled (const TpTarget *target, const TpPaceResult *result)
{
  TpDay start = target->period.start;
  gboolean by_delivery = result->last_delivery != TP_DAY_NONE && result->last_delivery >= start;
  TpDay since = by_delivery ? result->last_delivery : start;
  g_autofree char *day = tp_day_format (since, TP_PRECISION_DAY);
  int days = result->as_of - since;

  if (by_delivery)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The last delivery was on %s, %d day ago: 28 days or more "
                                         "without one is stalled.",
                                         "The last delivery was on %s, %d days ago: 28 days or "
                                         "more without one is stalled.",
                                         (gulong) days),
                            day, days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Nothing was delivered since the start on %s, %d day ago: "
                                       "28 days or more without a delivery is stalled.",
                                       "Nothing was delivered since the start on %s, %d days ago: "
                                       "28 days or more without a delivery is stalled.",
                                       (gulong) days),
                          day, days);
}

static char *
explain_ratio (const TpPaceResult *result, const Figures *f)
{
  g_autofree char *share = percent (result->share);
  g_autofree char *prorated = g_strdup_printf (
      _ ("Pro-rated target = baseline + (target − baseline) × share of the period = "
         "%s + (%s − %s) × %s = %s."),
      f->baseline, f->target, f->baseline, share, f->prorated);
  g_autofree char *ratio = result->has_ratio ? percent (result->ratio) : NULL;

  if (ratio == NULL)
    return g_strdup_printf (_ ("%s Nothing is due yet, and %s has been delivered."), prorated,
                            f->delivered);
  return g_strdup_printf (_ ("%s Pace = (delivered − baseline) / (pro-rated target − baseline) = "
                             "(%s − %s) / (%s − %s) = %s; ahead from 105 %%, behind below 95 %%."),
                          prorated, f->delivered, f->baseline, f->prorated, f->baseline, ratio);
}

static char *
explain (const TpTarget *target, const TpPaceResult *result, const Figures *f)
{
  g_autofree char *start = tp_day_format (target->period.start, TP_PRECISION_DAY);
  g_autofree char *end = tp_day_format (target->period.end, TP_PRECISION_DAY);

  switch (result->pace)
    {
    case TP_PACE_NO_TARGET:
      return g_strdup_printf (_ ("Delivered %s; no target is stated to measure it against."),
                              f->delivered);
    case TP_PACE_FULFILLED:
      return explain_fulfilled (target, f);
    case TP_PACE_NOT_STARTED:
      if (target->period.start != TP_DAY_NONE)
        return g_strdup_printf (_ ("The period starts on %s."), start);
      return g_strdup (_ ("No start is stated, and nothing has been delivered."));
    case TP_PACE_OVERDUE:
      return g_strdup_printf (_ ("The period ended on %s with %s delivered of %s: %s short."),
                              end, f->delivered, f->target, f->distance);
    case TP_PACE_STALLED:
      return explain_stalled (target, result);
    case TP_PACE_NO_PERIOD:
      return g_strdup_printf (_ ("Delivered %s of %s; the start or the end is not stated, so that "
                                 "nothing is due by a day."),
                              f->delivered, f->target);
    case TP_PACE_AHEAD:
    case TP_PACE_ON_TRACK:
    case TP_PACE_BEHIND:
      return explain_ratio (result, f);
    case TP_N_PACES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tp_pace_explain:
 * @target: the target
 * @result: what tp_pace_measure() made of it
 * @format: writes a figure in the target's unit
 * @data: for @format
 *
 * Returns: (transfer full): why the pace is what it is, in translated sentences: the
 *   formula with its numbers, and the run rate that is required from here on
 */
char *
tp_pace_explain (const TpTarget *target, const TpPaceResult *result, TpFigureFormat format,
                 gpointer data)
{
  g_auto (Figures) f = {
    .baseline = format (target->baseline, data),
    .target = target->has_target ? format (target->target, data) : NULL,
    .delivered = format (result->delivered, data),
    .prorated = result->prorated.set ? format (result->prorated.value, data) : NULL,
    .distance = result->distance.set ? format (result->distance.value, data) : NULL,
  };
  g_autofree char *reason = explain (target, result, &f);
  g_autofree char *run_rate = NULL, *days = NULL;

  if (!result->has_run_rate || result->pace == TP_PACE_FULFILLED)
    return g_steal_pointer (&reason);
  run_rate = format (tp_ratio_round (result->run_rate), data);
  days = tp_count_format (target->period.end - result->as_of);
  return g_strdup_printf (_ ("%s Required from here on: %s still to come × 7 / %s days left = %s a "
                             "week."),
                          reason, f.distance, days, run_rate);
}
