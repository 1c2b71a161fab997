/* indicator-status.c: one number of a promise on a date.
 *
 * Its period is its own, or the promise's where it states none. Readings are levels
 * that hold what was there at the start; counts from records come on top of the
 * baseline. The two are never mixed: "counted" says which of them it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "indicator-status.h"

#include <string.h>

struct _TpIndicatorStatus
{
  GObject parent_instance;

  TpRecord *record;
  GArray *items; /* of TpDelivery */
  TpDeliveries deliveries;
  TpTarget target;
  TpPaceResult pace;
  TpForecast forecast;
  char *fault;
};

G_DEFINE_FINAL_TYPE (TpIndicatorStatus, tp_indicator_status, G_TYPE_OBJECT)

static void
tp_indicator_status_finalize (GObject *object)
{
  TpIndicatorStatus *self = TP_INDICATOR_STATUS (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self->fault);
  G_OBJECT_CLASS (tp_indicator_status_parent_class)->finalize (object);
}

static void
tp_indicator_status_class_init (TpIndicatorStatusClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tp_indicator_status_finalize;
}

static void
tp_indicator_status_init (TpIndicatorStatus *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (TpDelivery));
}

static TpDay
day_of (TpRecord *indicator, const char *field, TpRecord *commitment, const char *otherwise)
{
  return tp_record_is_set (indicator, field) ? tp_record_get_day (indicator, field)
                                             : tp_record_get_day (commitment, otherwise);
}

static TpTarget
target_of (TpRecord *indicator, TpRecord *commitment)
{
  return (TpTarget){
    .baseline = tp_record_get_number_or (indicator, "baseline", 0),
    .has_target = tp_record_is_set (indicator, "target"),
    .target = tp_record_get_number_or (indicator, "target", 0),
    .qualifier = tp_qualifier_from_token (tp_record_get_text (indicator, "qualifier")),
    .decreasing = g_strcmp0 (tp_record_get_text (indicator, "direction"), "decrease") == 0,
    .period = {
      .start = day_of (indicator, "start", commitment, "effective"),
      .end = day_of (indicator, "end", commitment, "end"),
    },
  };
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  TpRecord *one = *(TpRecord *const *) a, *two = *(TpRecord *const *) b;
  TpDay day = tp_record_get_day (one, "date"), other = tp_record_get_day (two, "date");

  if (day != other)
    return day < other ? -1 : 1;
  return tp_record_get_id (one) < tp_record_get_id (two) ? -1 : 1;
}

/* Of several readings on a day the last one entered holds. */
static void
take_readings (TpIndicatorStatus *self, TpReader *reader, TpDay as_of)
{
  g_autoptr (GPtrArray) readings
      = tp_reader_children (reader, TP_KIND_READING, "indicator", tp_record_get_id (self->record));
  gint64 level = self->target.baseline;

  g_ptr_array_sort (readings, compare_readings);
  for (guint i = 0; i < readings->len; i++)
    {
      TpRecord *reading = g_ptr_array_index (readings, i);
      TpDelivery item = { tp_record_get_day (reading, "date"), 0 };
      gint64 value = tp_record_get_number (reading, "value");

      if (item.day > as_of)
        break;
      item.amount = tp_wide_clamp ((TpWide) value - level);
      level = value;
      g_array_append_val (self->items, item);
    }
}

static void
take_counts (TpIndicatorStatus *self, TpReader *reader, TpDay as_of)
{
  g_autoptr (GArray) days = tp_reader_indicator_days (reader, tp_record_get_id (self->record), as_of);

  for (guint i = 0; i < days->len; i++)
    {
      const TpDayDelta *delta = &g_array_index (days, TpDayDelta, i);
      TpDelivery item = { delta->day, delta->delta };

      if (item.amount != 0)
        g_array_append_val (self->items, item);
    }
}

/**
 * tp_indicator_status_read:
 * @reader: a reader
 * @commitment: the commitment it belongs to
 * @indicator: the indicator
 * @as_of: the day
 * @error: return location
 *
 * A period that makes no sense (its end before its start) is no error here: there is
 * then no pace to tell, and tp_indicator_status_get_fault() says why.
 *
 * Returns: (transfer full) (nullable): everything about it on that day
 */
TpIndicatorStatus *
tp_indicator_status_read (TpReader *reader, TpRecord *commitment, TpRecord *indicator, TpDay as_of,
                          GError **error)
{
  g_autoptr (TpIndicatorStatus) self = g_object_new (TP_TYPE_INDICATOR_STATUS, NULL);
  g_autoptr (GError) fault = NULL;

  self->record = g_object_ref (indicator);
  self->target = target_of (indicator, commitment);
  if (tp_indicator_status_is_reported (self))
    take_readings (self, reader, as_of);
  else
    take_counts (self, reader, as_of);
  self->deliveries = (TpDeliveries){
    .opening = self->target.baseline,
    .items = (const TpDelivery *) (gpointer) self->items->data,
    .n_items = self->items->len,
  };
  if (!tp_pace_measure (&self->target, &self->deliveries, as_of, &self->pace, &fault))
    {
      /* Without its period the level still holds. */
      self->fault = g_strdup (fault->message);
      self->target.period = (TpPeriod){ .start = TP_DAY_NONE, .end = TP_DAY_NONE };
      if (!tp_pace_measure (&self->target, &self->deliveries, as_of, &self->pace, error))
        return NULL;
    }
  if (!tp_forecast_measure (&self->target, &self->deliveries, as_of, &self->forecast, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_indicator_status_get_record:
 * @self: an indicator's status
 *
 * Returns: (transfer none): the indicator
 */
TpRecord *
tp_indicator_status_get_record (TpIndicatorStatus *self)
{
  return self->record;
}

/**
 * tp_indicator_status_get_target:
 * @self: an indicator's status
 *
 * Returns: (transfer none): its target as the formulas take it
 */
const TpTarget *
tp_indicator_status_get_target (TpIndicatorStatus *self)
{
  return &self->target;
}

/**
 * tp_indicator_status_get_pace:
 * @self: an indicator's status
 *
 * Returns: (transfer none): its pace with the figures it rests on
 */
const TpPaceResult *
tp_indicator_status_get_pace (TpIndicatorStatus *self)
{
  return &self->pace;
}

/**
 * tp_indicator_status_get_forecast:
 * @self: an indicator's status
 *
 * Returns: (transfer none): its forecast
 */
const TpForecast *
tp_indicator_status_get_forecast (TpIndicatorStatus *self)
{
  return &self->forecast;
}

/**
 * tp_indicator_status_get_deliveries:
 * @self: an indicator's status
 *
 * Returns: (transfer none): the series up to the day, which lives as long as @self
 */
const TpDeliveries *
tp_indicator_status_get_deliveries (TpIndicatorStatus *self)
{
  return &self->deliveries;
}

/**
 * tp_indicator_status_is_reported:
 * @self: an indicator's status
 *
 * Returns: whether its values are readings that someone typed in, rather than counted
 *   from the records
 */
gboolean
tp_indicator_status_is_reported (TpIndicatorStatus *self)
{
  return g_strcmp0 (tp_record_get_text (self->record, "counted"), "reported") == 0;
}

/**
 * tp_indicator_status_get_currency:
 * @self: an indicator's status
 *
 * Returns: (nullable) (transfer none): the currency of its figures, %NULL for a count
 */
const char *
tp_indicator_status_get_currency (TpIndicatorStatus *self)
{
  return tp_record_get_text (self->record, "currency");
}

/**
 * tp_indicator_status_get_unit:
 * @self: an indicator's status
 *
 * Returns: (transfer none): what is counted, in the reader's language; "" where no
 *   unit is given or it is money
 */
const char *
tp_indicator_status_get_unit (TpIndicatorStatus *self)
{
  const char *unit = tp_record_get_local (self->record, "unit");

  return unit != NULL && tp_indicator_status_get_currency (self) == NULL ? unit : "";
}

/**
 * tp_indicator_status_get_fault:
 * @self: an indicator's status
 *
 * Returns: (nullable) (transfer none): why it cannot be measured, in words
 */
const char *
tp_indicator_status_get_fault (TpIndicatorStatus *self)
{
  return self->fault;
}

static double
share_of_target (TpIndicatorStatus *self, gint64 value)
{
  double span = (double) self->target.target - (double) self->target.baseline;

  if (!self->target.has_target)
    return -1;
  if (span == 0)
    return 1;
  return MAX (0, ((double) value - (double) self->target.baseline) / span);
}

/**
 * tp_indicator_status_get_fraction:
 * @self: an indicator's status
 *
 * Returns: how much of the way from the baseline to the target is done, for drawing;
 *   -1 where no target is stated
 */
double
tp_indicator_status_get_fraction (TpIndicatorStatus *self)
{
  return share_of_target (self, self->pace.delivered);
}

/**
 * tp_indicator_status_get_tick:
 * @self: an indicator's status
 *
 * Returns: where the pro-rated target stands on the same scale; -1: there is none
 */
double
tp_indicator_status_get_tick (TpIndicatorStatus *self)
{
  return self->pace.prorated.set ? share_of_target (self, self->pace.prorated.value) : -1;
}
