/* place-counts.c: how much there is behind each view, as of a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-counts.h"

#include "sums.h"

/* A promise that is announced later did not exist on the day. */
static gboolean
count_commitment (TpRecord *record, gpointer data, GError **error)
{
  gpointer *args = data;
  TpPlaceCounts *counts = args[0];
  TpDay announced = tp_record_get_day (record, "announced");

  if (announced == TP_DAY_NONE || announced <= GPOINTER_TO_INT (args[1]))
    counts->commitments++;
  return TRUE;
}

/**
 * tp_place_counts_read:
 * @reader: the workspace
 * @as_of: the day, by GINT_TO_POINTER()
 * @error: return location
 *
 * Exporters are those sourced by the day, whatever their stage; commitments those
 * announced by it.
 *
 * Returns: (transfer full): a #TpPlaceCounts; free with g_free()
 */
gpointer
tp_place_counts_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autofree TpPlaceCounts *counts = g_new0 (TpPlaceCounts, 1);
  gpointer args[] = { counts, as_of };

  counts->exporters = tp_reader_exporter_count (reader, GPOINTER_TO_INT (as_of));
  counts->funds = tp_reader_count (reader, TP_KIND_FUND);
  if (!tp_reader_each (reader, TP_KIND_COMMITMENT, count_commitment, args, error))
    return NULL;
  return g_steal_pointer (&counts);
}
