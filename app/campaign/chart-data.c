/* chart-data.c: charts of the workspace, as of a day.
 *
 * Every figure comes from the status of the campaign on that day, the same that the
 * overview and the command line show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-data.h"

#include "chart-private.h"
#include "error.h"

#include <glib/gi18n-lib.h>

struct _TpChart
{
  GObject parent_instance;

  TpChartRequest request;
  char *title;
  char *subtitle;
  char *slug;             /* short and stable, for file names */
  TpPledgedData *pledged;
  TpTrendData *trend;
  TpTrendData *small;     /* the trend without its head and foot */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpChart, tp_chart, G_TYPE_OBJECT)

static TpStatus *
status_on (TpReader *reader, TpDay as_of, GError **error)
{
  TpStatusQuery *query = tp_status_query_new (as_of, NULL);
  TpStatus *status = tp_status_read (reader, query, error);

  tp_status_query_free (query);
  return status;
}

/* Charts */

static TpChart *
make_pledged (TpReader *reader, TpStatus *status, GError **error)
{
  g_autoptr (TpChart) self = g_object_new (TP_TYPE_CHART, NULL);

  self->request = (TpChartRequest) { TP_CHART_PLEDGED, 0, tp_status_get_as_of (status) };
  self->title = g_strdup (C_ ("chart", "Pledged Capital"));
  self->subtitle = g_strdup (_ ("What each organisation put a figure on, and who did not"));
  self->slug = g_strdup ("pledged-capital");
  self->pledged = tp_chart_pledged_of (reader, status, error);
  return self->pledged != NULL ? g_steal_pointer (&self) : NULL;
}

/* The head and foot of a trend that stands by itself: whose figure it is, against what,
 * on which day, and what it is counted from. */
static void
take_trend_words (TpChart *self, const char *who, const char *target, TpIndicatorStatus *indicator)
{
  TpRecord *record = tp_indicator_status_get_record (indicator);
  g_autofree char *day = tp_day_format (self->request.as_of, TP_PRECISION_DAY);
  /* Translators: an organisation, and what it promised: "JD.com: Capital spent on purchases" */
  g_autofree char *title = g_strdup_printf (C_ ("organisation and indicator", "%s: %s"), who, self->title);
  g_autofree char *subtitle = NULL;
  const char *source;

  if (tp_indicator_status_get_target (indicator)->has_target)
    /* Translators: below a chart's title: a target, "at least 10,000 exporters", and a date */
    subtitle = g_strdup_printf (_ ("Delivered, against a target of %s; as of %s"), target, day);
  else
    /* Translators: below a chart's title; %s is a date */
    subtitle = g_strdup_printf (_ ("Delivered; no target is stated; as of %s"), day);
  if (tp_indicator_status_is_reported (indicator))
    source = _ ("Source: readings with their evidence.");
  else if (g_strcmp0 (tp_record_get_text (record, "measure"), "capital_delivered") == 0)
    source = _ ("Source: the ledger of the commitment’s fund.");
  else
    source = _ ("Source: counted from the workspace’s records.");
  tp_trend_data_set_words (self->trend, title, subtitle, self->title, source);
}

static TpChart *
make_trend (TpStatus *status, TpCommitmentStatus *commitment, TpIndicatorStatus *indicator)
{
  TpChart *self = g_object_new (TP_TYPE_CHART, NULL);
  TpRecord *record = tp_indicator_status_get_record (indicator);
  g_autofree char *who = tp_chart_row_name (commitment);
  g_autofree char *target = tp_indicator_status_target_words (indicator);

  self->request = (TpChartRequest) { TP_CHART_TREND, tp_record_get_id (record),
                                     tp_status_get_as_of (status) };
  self->title = g_strdup (tp_record_get_title (record));
  /* Translators: an organisation, and a target in words: "Alibaba: at least 10,000 exporters" */
  self->subtitle = g_strdup_printf (C_ ("organisation and target", "%s: %s"), who, target);
  self->slug = g_strdup (tp_record_get_text (record, "key"));
  self->trend = tp_indicator_status_trend (indicator, tp_status_is_demonstration (status));
  take_trend_words (self, who, target, indicator);
  self->small = tp_indicator_status_trend (indicator, FALSE);
  g_clear_pointer (&self->small->title, g_free);
  g_clear_pointer (&self->small->subtitle, g_free);
  g_clear_pointer (&self->small->source, g_free);
  return self;
}

/* A trend is drawn where there is a period to draw it over. */
static gboolean
has_trend (TpIndicatorStatus *indicator)
{
  return tp_indicator_status_get_fault (indicator) == NULL
         && tp_period_is_known (&tp_indicator_status_get_target (indicator)->period);
}

/**
 * tp_chart_read_pledged:
 * @reader: a reader
 * @as_of: the day, by GINT_TO_POINTER()
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpPledgedData: one row for each commitment,
 *   in the reader's language
 */
gpointer
tp_chart_read_pledged (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpStatus) status = status_on (reader, GPOINTER_TO_INT (as_of), error);

  return status != NULL ? tp_chart_pledged_of (reader, status, error) : NULL;
}

/**
 * tp_chart_read:
 * @reader: a reader
 * @request: a #TpChartRequest
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpChart; %TP_ERROR_NOT_FOUND for an indicator
 *   that there is not, or that has no period to draw a trend over
 */
gpointer
tp_chart_read (TpReader *reader, gpointer request, GError **error)
{
  const TpChartRequest *asked = request;
  g_autoptr (TpStatus) status = status_on (reader, asked->as_of, error);
  GPtrArray *commitments;

  if (status == NULL)
    return NULL;
  if (asked->kind == TP_CHART_PLEDGED)
    return make_pledged (reader, status, error);
  commitments = tp_status_get_commitments (status);
  for (guint i = 0; i < commitments->len; i++)
    {
      GPtrArray *indicators = tp_commitment_status_get_indicators (g_ptr_array_index (commitments, i));

      for (guint j = 0; j < indicators->len; j++)
        {
          TpIndicatorStatus *indicator = g_ptr_array_index (indicators, j);

          if (tp_record_get_id (tp_indicator_status_get_record (indicator)) != asked->record)
            continue;
          if (has_trend (indicator))
            return make_trend (status, g_ptr_array_index (commitments, i), indicator);
          g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                       _ ("“%s” has no period to draw a trend over: enter the start and the end of its "
                          "commitment first."),
                       tp_record_get_title (tp_indicator_status_get_record (indicator)));
          return NULL;
        }
    }
  g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
               _ ("There is no such indicator: choose one of a commitment."));
  return NULL;
}

/**
 * tp_chart_read_list:
 * @reader: a reader
 * @as_of: the day, by GINT_TO_POINTER()
 * @error: return location
 *
 * A #TpReadFunc: every chart there is data for.
 *
 * Returns: (transfer full) (nullable): a #GListModel of #TpChart: pledged capital, then
 *   a trend for each indicator with a period, in the order of the commitments
 */
gpointer
tp_chart_read_list (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpStatus) status = status_on (reader, GPOINTER_TO_INT (as_of), error);
  g_autoptr (GListStore) list = g_list_store_new (TP_TYPE_CHART);
  g_autoptr (TpChart) pledged = NULL;
  GPtrArray *commitments;

  if (status == NULL)
    return NULL;
  pledged = make_pledged (reader, status, error);
  if (pledged == NULL)
    return NULL;
  commitments = tp_status_get_commitments (status);
  if (commitments->len > 0)
    g_list_store_append (list, pledged);
  for (guint i = 0; i < commitments->len; i++)
    {
      TpCommitmentStatus *commitment = g_ptr_array_index (commitments, i);
      GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);

      for (guint j = 0; j < indicators->len; j++)
        if (has_trend (g_ptr_array_index (indicators, j)))
          {
            g_autoptr (TpChart) chart = make_trend (status, commitment,
                                                    g_ptr_array_index (indicators, j));

            g_list_store_append (list, chart);
          }
    }
  return g_steal_pointer (&list);
}

/**
 * tp_chart_get_request:
 * @self: a chart
 *
 * Returns: (transfer none): what it was read by
 */
const TpChartRequest *
tp_chart_get_request (TpChart *self)
{
  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  return &self->request;
}

/**
 * tp_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer none): what it is called in a list; the picture's own title may
 *   say what it found
 */
const char *
tp_chart_get_title (TpChart *self)
{
  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  return self->title;
}

/**
 * tp_chart_get_subtitle:
 * @self: a chart
 *
 * Returns: (transfer none): what stands below its title: the day, and what the figures
 *   are
 */
const char *
tp_chart_get_subtitle (TpChart *self)
{
  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  return self->subtitle;
}

/**
 * tp_chart_draw:
 * @self: a chart
 * @options: what to lay it out for
 *
 * Safe on any thread: the data does not change.
 *
 * Returns: (transfer full): the scene in full
 */
TpScene *
tp_chart_draw (TpChart *self, const TpSceneOptions *options)
{
  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  return self->pledged != NULL ? tp_pledged_scene (self->pledged, options)
                               : tp_trend_scene (self->trend, options);
}

/**
 * tp_chart_draw_compact:
 * @self: a chart
 * @options: what to lay it out for
 *
 * Returns: (transfer full): the scene for a card that has the title beside it
 */
TpScene *
tp_chart_draw_compact (TpChart *self, const TpSceneOptions *options)
{
  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  return self->pledged != NULL ? tp_pledged_compact_scene (self->pledged, options)
                               : tp_trend_scene (self->small, options);
}

/**
 * tp_chart_file_name:
 * @self: a chart
 * @format: the file's format
 *
 * Returns: (transfer full): a name to suggest: "pledged-capital-2026-03-18.png"
 */
char *
tp_chart_file_name (TpChart *self, TpChartFormat format)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TP_IS_CHART (self), NULL);
  day = tp_day_to_iso (self->request.as_of);
  return g_strdup_printf ("%s-%s.%s", self->slug, day, tp_chart_format_extension (format));
}

/* The object */

static void
tp_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpChart *self = TP_CHART (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_chart_finalize (GObject *object)
{
  TpChart *self = TP_CHART (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->slug);
  g_clear_pointer (&self->pledged, tp_pledged_data_free);
  g_clear_pointer (&self->trend, tp_trend_data_free);
  g_clear_pointer (&self->small, tp_trend_data_free);
  G_OBJECT_CLASS (tp_chart_parent_class)->finalize (object);
}

static void
tp_chart_class_init (TpChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_chart_get_property;
  object_class->finalize = tp_chart_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_chart_init (TpChart *self)
{
}
