/* place-counts.c: how much there is behind each view, as of a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-counts.h"

#include "sums.h"

typedef struct
{
  TpReader *reader;
  TpPlaceCounts *counts;
  TpDay as_of;
} Counting;

/* A promise that is announced later did not exist on the day. */
static gboolean
is_known (TpRecord *commitment, TpDay as_of)
{
  TpDay announced = tp_record_get_day (commitment, "announced");

  return announced == TP_DAY_NONE || announced <= as_of;
}

static gboolean
count_commitment (TpRecord *record, gpointer data, GError **error)
{
  Counting *counting = data;

  counting->counts->commitments += is_known (record, counting->as_of);
  return TRUE;
}

/* Nor did the money that goes with it. */
static gboolean
count_fund (TpRecord *record, gpointer data, GError **error)
{
  Counting *counting = data;
  g_autoptr (TpRecord) commitment = NULL;

  if (tp_record_is_set (record, "commitment"))
    commitment = tp_reader_get (counting->reader, TP_KIND_COMMITMENT,
                                tp_record_get_number (record, "commitment"));
  counting->counts->funds += commitment == NULL || is_known (commitment, counting->as_of);
  return TRUE;
}

/**
 * tp_place_counts_read:
 * @reader: the workspace
 * @as_of: the day, by GINT_TO_POINTER()
 * @error: return location
 *
 * Exporters are those sourced by the day, whatever their stage; commitments those
 * announced by it, and funds all but those of later commitments.
 *
 * Returns: (transfer full): a #TpPlaceCounts; free with g_free()
 */
gpointer
tp_place_counts_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autofree TpPlaceCounts *counts = g_new0 (TpPlaceCounts, 1);
  Counting counting = { reader, counts, GPOINTER_TO_INT (as_of) };

  counts->exporters = tp_reader_exporter_count (reader, GPOINTER_TO_INT (as_of));
  if (!tp_reader_each (reader, TP_KIND_COMMITMENT, count_commitment, &counting, error)
      || !tp_reader_each (reader, TP_KIND_FUND, count_fund, &counting, error))
    return NULL;
  return g_steal_pointer (&counts);
}
