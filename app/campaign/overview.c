/* overview.c: how the campaign stands, and what to do next.
 *
 * All of it is read in one consistent state, off the main thread, so that a tile, the
 * chart and a line about the same figure agree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-private.h"
#include "task-line.h"

#include "sums.h"

struct _TpOverview
{
  GObject parent_instance;
  gboolean empty;
  GListStore *tiles;
  GListStore *attention;
  GListStore *activity;
  GListStore *due;
  TpChart *chart;
};

G_DEFINE_FINAL_TYPE (TpOverview, tp_overview, G_TYPE_OBJECT)

static void
tp_overview_finalize (GObject *object)
{
  TpOverview *self = TP_OVERVIEW (object);

  g_clear_object (&self->tiles);
  g_clear_object (&self->attention);
  g_clear_object (&self->activity);
  g_clear_object (&self->due);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (tp_overview_parent_class)->finalize (object);
}

static void
tp_overview_class_init (TpOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_overview_finalize;
}

static void
tp_overview_init (TpOverview *self)
{
  self->tiles = g_list_store_new (TP_TYPE_OVERVIEW_TILE);
  self->attention = g_list_store_new (TP_TYPE_OVERVIEW_LINE);
  self->activity = g_list_store_new (TP_TYPE_OVERVIEW_LINE);
  self->due = g_list_store_new (TP_TYPE_TASK_LINE);
}

/* Public API */

/**
 * tp_overview_read:
 * @reader: the workspace
 * @as_of: the day, by GINT_TO_POINTER()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #TpOverview
 */
gpointer
tp_overview_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpOverview) self = g_object_new (TP_TYPE_OVERVIEW, NULL);
  TpDay day = GPOINTER_TO_INT (as_of);
  TpChartRequest request = { TP_CHART_PLEDGED, 0, day };
  TpStatusQuery query = { day, NULL };
  g_autoptr (TpStatus) status = tp_status_read (reader, &query, error);

  if (status == NULL)
    return NULL;
  self->empty = tp_status_get_commitments (status)->len == 0
                && tp_reader_count (reader, TP_KIND_EXPORTER) == 0;
  self->chart = tp_chart_read (reader, &request, error);
  if (self->chart == NULL)
    return NULL;
  tp_overview_add_tiles (self->tiles, status);
  if (!tp_overview_add_attention (self->attention, reader, status, error)
      || !tp_overview_add_activity (self->activity, reader, day, error)
      || !tp_overview_add_due (self->due, reader, day, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_overview_depends_on:
 * @kinds: a bit for each #TpKind, as TpWorkspace::changed gives them
 *
 * Returns: whether the overview may differ after a change of records of these kinds
 */
gboolean
tp_overview_depends_on (guint64 kinds)
{
  return tp_status_depends_on (kinds) || tp_kinds_have (kinds, TP_KIND_ACTIVITY)
         || tp_kinds_have (kinds, TP_KIND_TASK) || tp_kinds_have (kinds, TP_KIND_REQUIREMENT_STATUS);
}

/**
 * tp_overview_is_empty:
 * @self: an overview
 *
 * Returns: whether there is neither a commitment nor an exporter to follow
 */
gboolean
tp_overview_is_empty (TpOverview *self)
{
  return self->empty;
}

/**
 * tp_overview_get_tiles:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type TpOverviewTile): the figures beside their targets
 */
GListStore *
tp_overview_get_tiles (TpOverview *self)
{
  return self->tiles;
}

/**
 * tp_overview_get_attention:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type TpOverviewLine): what to do next, the most pressing first
 */
GListStore *
tp_overview_get_attention (TpOverview *self)
{
  return self->attention;
}

/**
 * tp_overview_get_activity:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type TpOverviewLine): what was done, the latest first
 */
GListStore *
tp_overview_get_activity (TpOverview *self)
{
  return self->activity;
}

/**
 * tp_overview_get_due:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type TpTaskLine): tasks, the earliest first
 */
GListStore *
tp_overview_get_due (TpOverview *self)
{
  return self->due;
}

/**
 * tp_overview_get_chart:
 * @self: an overview
 *
 * Returns: (transfer none): pledged capital by organisation
 */
TpChart *
tp_overview_get_chart (TpOverview *self)
{
  return self->chart;
}
