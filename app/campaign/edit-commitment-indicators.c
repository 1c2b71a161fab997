/* edit-commitment-indicators.c: what a promise counts.
 *
 * What is counted from the records is counted under the promise's programmes: one that
 * has none yet gets one, so that exporters can be enrolled in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-commitment-private.h"

#include "error.h"
#include "field-text.h"
#include "pace.h"
#include "short-name.h"

#include <glib/gi18n-lib.h>

static gboolean
check_target (TpRecord *indicator, GError **error)
{
  TpTarget target = {
    .baseline = tp_record_get_number_or (indicator, "baseline", 0),
    .has_target = tp_record_is_set (indicator, "target"),
    .target = tp_record_get_number_or (indicator, "target", 0),
    .decreasing = g_strcmp0 (tp_record_get_text (indicator, "direction"), "decrease") == 0,
    .period = { .start = tp_record_get_day (indicator, "start"), .end = tp_record_get_day (indicator, "end") },
  };

  return tp_target_check (&target, error);
}

/* Fills in what follows from the measure. */
static void
complete (TpReader *reader, TpCommitmentEdit *self, TpRecord *indicator)
{
  const char *measure = tp_record_get_text (indicator, "measure");
  gboolean reported = g_strcmp0 (measure, "reported") == 0;

  tp_record_set_number (indicator, "commitment", self->id);
  tp_record_set_text (indicator, "counted", reported ? "reported" : "records");
  if (!tp_record_is_set (indicator, "direction"))
    tp_record_set_text (indicator, "direction", "increase");
  if (tp_record_is_set (indicator, "target") && !tp_record_is_set (indicator, "qualifier"))
    tp_record_set_text (indicator, "qualifier", "exact");
  if (!tp_record_is_set (indicator, "target"))
    tp_record_clear (indicator, "qualifier");
  if (!tp_record_is_set (indicator, "name"))
    tp_record_set_text (indicator, "name", tp_word_title (tp_words_measure, measure));
  if (g_strcmp0 (measure, "capital_delivered") == 0 && !tp_record_is_set (indicator, "currency"))
    tp_record_set_text (indicator, "currency",
                        tp_record_is_set (self->commitment, "currency")
                            ? tp_record_get_text (self->commitment, "currency")
                            : "CNY");
  if (!tp_record_is_set (indicator, "key"))
    {
      g_autofree char *stem = g_strdup_printf ("%s %s", tp_record_get_text (self->commitment, "key"),
                                               measure != NULL ? measure : "");
      g_autofree char *key = tp_short_name_make (reader, TP_KIND_INDICATOR, stem);

      tp_record_set_text (indicator, "key", key);
    }
}

static gboolean
needs_programme (TpRecord *indicator)
{
  const char *measure = tp_record_get_text (indicator, "measure");

  return measure != NULL && !g_str_equal (measure, "reported") && !g_str_equal (measure, "capital_delivered");
}

static gboolean
make_programme (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (GPtrArray) programmes = tp_reader_children (reader, TP_KIND_PROGRAMME, "commitment", self->id);
  g_autoptr (TpRecord) programme = NULL;
  g_autofree char *key = NULL;

  if (programmes->len > 0)
    return TRUE;
  programme = tp_record_new (TP_KIND_PROGRAMME);
  key = tp_short_name_make (reader, TP_KIND_PROGRAMME, tp_record_get_text (self->commitment, "key"));
  tp_record_set_text (programme, "key", key);
  tp_record_set_number (programme, "commitment", self->id);
  if (self->organisation != 0)
    tp_record_set_number (programme, "organisation", self->organisation);
  tp_record_set_text (programme, "title", tp_record_get_text (self->commitment, "title"));
  tp_record_set_text (programme, "title_local", tp_record_get_text (self->commitment, "title_local"));
  return tp_change_insert (change, programme, error);
}

/**
 * tp_edit_commitment_indicators:
 * @change: a change
 * @self: an edit whose commitment was saved
 * @error: return location
 *
 * Returns: whether they were saved; %TP_ERROR_INVALID where a target lies on the wrong
 *   side of its baseline or a period ends before it starts, %TP_ERROR_REFUSED where
 *   one that goes has readings
 */
gboolean
tp_edit_commitment_indicators (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gboolean counts = FALSE;

  for (guint i = 0; i < self->dropped->len; i++)
    if (!tp_change_delete (change, TP_KIND_INDICATOR, g_array_index (self->dropped, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < self->indicators->len; i++)
    {
      TpRecord *indicator = g_ptr_array_index (self->indicators, i);
      gboolean known = tp_record_get_id (indicator) != 0;

      complete (reader, self, indicator);
      counts = counts || (!known && needs_programme (indicator));
      if (!check_target (indicator, error) || !tp_record_validate (indicator, error)
          || !(known ? tp_change_update (change, indicator, error)
                     : tp_change_insert (change, indicator, error)))
        return FALSE;
    }
  return !counts || make_programme (change, self, error);
}
