/* indicator-row.c: one number of a promise, in words, with its trend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "indicator-row.h"

#include "detail-line.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

struct _TpIndicatorRow
{
  GObject parent_instance;

  TpIndicatorStatus *status;
  TpTrendData *trend;
  char *name;
  char *subtitle;
  const char *pace;
  char *measure;
  char *required;
  char *recent;
  char *forecast_caption;
  char *forecast;
  char *forecast_note;
  char *formula;
  char *drawn;
  gboolean has_chart;
  gboolean has_exporters;
  double fraction;
  double tick;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_SUBTITLE,
  PROP_PACE,
  PROP_MEASURE,
  PROP_REQUIRED,
  PROP_RECENT,
  PROP_FORECAST_CAPTION,
  PROP_FORECAST,
  PROP_FORECAST_NOTE,
  PROP_FORMULA,
  PROP_DRAWN,
  PROP_HAS_CHART,
  PROP_HAS_EXPORTERS,
  PROP_FRACTION,
  PROP_TICK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpIndicatorRow, tp_indicator_row, G_TYPE_OBJECT)

static void
tp_indicator_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpIndicatorRow *self = TP_INDICATOR_ROW (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, tp_indicator_row_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_PACE:
      g_value_set_string (value, self->pace);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_REQUIRED:
      g_value_set_string (value, self->required);
      break;
    case PROP_RECENT:
      g_value_set_string (value, self->recent);
      break;
    case PROP_FORECAST_CAPTION:
      g_value_set_string (value, self->forecast_caption);
      break;
    case PROP_FORECAST:
      g_value_set_string (value, self->forecast);
      break;
    case PROP_FORECAST_NOTE:
      g_value_set_string (value, self->forecast_note);
      break;
    case PROP_FORMULA:
      g_value_set_string (value, self->formula);
      break;
    case PROP_DRAWN:
      g_value_set_string (value, self->drawn);
      break;
    case PROP_HAS_CHART:
      g_value_set_boolean (value, self->has_chart);
      break;
    case PROP_HAS_EXPORTERS:
      g_value_set_boolean (value, self->has_exporters);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_TICK:
      g_value_set_double (value, self->tick);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_indicator_row_finalize (GObject *object)
{
  TpIndicatorRow *self = TP_INDICATOR_ROW (object);

  g_clear_pointer (&self->trend, tp_trend_data_free);
  g_clear_object (&self->status);
  g_free (self->name);
  g_free (self->subtitle);
  g_free (self->measure);
  g_free (self->required);
  g_free (self->recent);
  g_free (self->forecast_caption);
  g_free (self->forecast);
  g_free (self->forecast_note);
  g_free (self->formula);
  g_free (self->drawn);
  G_OBJECT_CLASS (tp_indicator_row_parent_class)->finalize (object);
}

static void
tp_indicator_row_class_init (TpIndicatorRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_indicator_row_get_property;
  object_class->finalize = tp_indicator_row_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_PACE] = g_param_spec_string ("pace", NULL, NULL, NULL, flags);
  props[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, NULL, flags);
  props[PROP_REQUIRED] = g_param_spec_string ("required", NULL, NULL, NULL, flags);
  props[PROP_RECENT] = g_param_spec_string ("recent", NULL, NULL, NULL, flags);
  props[PROP_FORECAST_CAPTION] = g_param_spec_string ("forecast-caption", NULL, NULL, NULL, flags);
  props[PROP_FORECAST] = g_param_spec_string ("forecast", NULL, NULL, NULL, flags);
  props[PROP_FORECAST_NOTE] = g_param_spec_string ("forecast-note", NULL, NULL, NULL, flags);
  props[PROP_FORMULA] = g_param_spec_string ("formula", NULL, NULL, NULL, flags);
  /* Differs where the trend does: tells tp_list_update() so */
  props[PROP_DRAWN] = g_param_spec_string ("drawn", NULL, NULL, NULL, flags);
  props[PROP_HAS_CHART] = g_param_spec_boolean ("has-chart", NULL, NULL, FALSE, flags);
  props[PROP_HAS_EXPORTERS] = g_param_spec_boolean ("has-exporters", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_indicator_row_init (TpIndicatorRow *self)
{
}

/* What is counted, how, and what is promised. */
static char *
subtitle_of (TpIndicatorStatus *status, guint footnote)
{
  const TpTarget *target = tp_indicator_status_get_target (status);
  TpRecord *record = tp_indicator_status_get_record (status);
  gboolean capital = g_strcmp0 (tp_record_get_text (record, "measure"), "capital_delivered") == 0;
  const char *counted = tp_indicator_status_is_reported (status) ? _ ("from readings with evidence")
                        : capital                                ? _ ("measured from the fund’s ledger")
                                                                 : _ ("counted from the records");
  g_autofree char *words = tp_indicator_status_target_words (status);
  g_autofree char *mark = tp_footnote_mark (footnote);

  if (!target->has_target)
    /* Translators: %s is how it is counted: "counted from the records" */
    return g_strdup_printf (_ ("No target stated%s; %s"), mark, counted);
  /* Translators: "Target: at least 10,000 exporters¹; counted from the records" */
  return g_strdup_printf (_ ("Target: %s%s; %s"), words, mark, counted);
}

static char *
forecast_of (TpIndicatorRow *self, const TpForecast *forecast)
{
  self->forecast_caption = g_strdup (C_ ("figure", "At this rate"));
  if (forecast->reached == TP_REACHED_ALREADY)
    return g_strdup (C_ ("forecast", "Reached"));
  if (!forecast->enough_data)
    return g_strdup (C_ ("forecast", "Not enough data"));
  if (forecast->at_end.set && forecast->as_of < tp_indicator_status_get_target (self->status)->period.end)
    {
      g_set_str (&self->forecast_caption, C_ ("figure", "At this rate by the end"));
      if (forecast->has_band)
        {
          const char *currency = tp_indicator_status_get_currency (self->status);
          g_autofree char *low = currency != NULL ? tp_money_format_compact (forecast->low, currency)
                                                  : tp_count_format (forecast->low);
          g_autofree char *high = currency != NULL ? tp_money_format_compact (forecast->high, currency)
                                                   : tp_count_format (forecast->high);

          /* Translators: an interval in which a figure lies with 80 % likelihood */
          self->forecast_note = g_strdup_printf (_ ("80%%: %s to %s"), low, high);
        }
      return tp_indicator_status_format (self->status, forecast->at_end.value);
    }
  if (forecast->reached == TP_REACHED_ON_DAY)
    {
      g_autofree char *day = tp_day_format (forecast->day, TP_PRECISION_DAY);

      /* Translators: the day on which a target is reached */
      return g_strdup_printf (C_ ("forecast", "Reached on %s"), day);
    }
  if (forecast->reached == TP_REACHED_NEVER)
    return g_strdup (C_ ("forecast", "Never reached"));
  return NULL;
}

static void
take_figures (TpIndicatorRow *self)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (self->status);
  const TpForecast *forecast = tp_indicator_status_get_forecast (self->status);

  if (pace->has_run_rate && pace->pace != TP_PACE_FULFILLED)
    self->required = tp_indicator_status_format_weekly (self->status, pace->run_rate);
  else if (pace->pace == TP_PACE_OVERDUE)
    self->required = g_strdup (C_ ("run rate", "Period over"));
  if (forecast->enough_data)
    self->recent = tp_indicator_status_format_weekly (
        self->status, (TpRatio){ forecast->rate.num * 7, forecast->rate.den });
  self->forecast = forecast_of (self, forecast);
}

static void
digest_points (GChecksum *digest, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const TpTrendPoint *point = &g_array_index (points, TpTrendPoint, i);

      g_checksum_update (digest, (const guchar *) &point->day, sizeof point->day);
      g_checksum_update (digest, (const guchar *) &point->value, sizeof point->value);
    }
}

/* A digest of what the trend is drawn from; the words beside it are properties. */
static char *
digest_of (const TpTrendData *trend)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  const gint64 figures[] = { trend->start,       trend->end,      trend->as_of,      trend->baseline,
                             trend->has_target,  trend->target,   trend->has_prorated, trend->prorated,
                             trend->forecast,    trend->projection, trend->has_band, trend->band_low,
                             trend->band_high,   trend->demonstration };

  g_checksum_update (digest, (const guchar *) figures, sizeof figures);
  digest_points (digest, trend->points);
  digest_points (digest, trend->prorated_points);
  return g_strdup (g_checksum_get_string (digest));
}

/**
 * tp_indicator_row_new:
 * @status: an indicator's status
 * @footnote: the number of the evidence for its target; 0: none
 * @demonstration: whether the workspace holds invented records
 *
 * Returns: (transfer full): its words and its trend
 */
TpIndicatorRow *
tp_indicator_row_new (TpIndicatorStatus *status, guint footnote, gboolean demonstration)
{
  TpIndicatorRow *self = g_object_new (TP_TYPE_INDICATOR_ROW, NULL);
  TpRecord *record = tp_indicator_status_get_record (status);
  const char *measure = tp_record_get_text (record, "measure");
  g_autofree char *why = tp_indicator_status_pace_sentence (status);
  g_autofree char *whither = tp_indicator_status_forecast_sentence (status);

  self->status = g_object_ref (status);
  self->trend = tp_indicator_status_trend (status, demonstration);
  self->drawn = digest_of (self->trend);
  self->name = g_strdup (tp_record_get_title (record));
  self->subtitle = subtitle_of (status, footnote);
  self->pace = tp_pace_token (tp_indicator_status_get_pace (status)->pace);
  self->measure = tp_indicator_status_measure_words (status);
  self->formula = g_strdup_printf ("%s\n\n%s", why, whither);
  self->has_chart = self->trend->points->len > 1;
  self->has_exporters = measure != NULL
                        && (g_str_has_prefix (measure, "exporters_") || g_str_equal (measure, "first_sales"));
  self->fraction = tp_indicator_status_get_fraction (status);
  self->tick = tp_indicator_status_get_tick (status);
  take_figures (self);
  return self;
}

/**
 * tp_indicator_row_get_id:
 * @self: a row
 *
 * Returns: the id of its indicator
 */
gint64
tp_indicator_row_get_id (TpIndicatorRow *self)
{
  return tp_record_get_id (tp_indicator_status_get_record (self->status));
}

/**
 * tp_indicator_row_draw:
 * @options: size, theme and text factor
 * @self: (type TpIndicatorRow): an indicator's words
 *
 * A builder for a chart view.
 *
 * Returns: (transfer full): its trend
 */
TpScene *
tp_indicator_row_draw (const TpSceneOptions *options, gpointer self)
{
  return tp_trend_scene (TP_INDICATOR_ROW (self)->trend, options);
}
