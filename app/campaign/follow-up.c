/* follow-up.c: the daily notes of an exporter: what was said and seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-up.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

static TpRecord *
find_exporter (TpChange *change, gint64 id, GError **error)
{
  TpRecord *exporter = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER, id);

  if (exporter == NULL)
    g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                         _ ("The exporter is no longer there. Nothing was changed."));
  return exporter;
}

/**
 * tp_note_new:
 * @exporter: an exporter's id
 * @kind: "note", "call", "meeting" or "visit"
 * @text: what is to be remembered
 *
 * Returns: (transfer full): the input of tp_note_run()
 */
TpNote *
tp_note_new (gint64 exporter, const char *kind, const char *text)
{
  TpNote *self = g_new0 (TpNote, 1);

  self->exporter = exporter;
  self->kind = g_strdup (kind);
  self->text = g_strdup (text);
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_note_free (gpointer input)
{
  TpNote *self = input;

  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/**
 * tp_note_run:
 * @change: a change
 * @input: a #TpNote
 * @error: return location
 *
 * Adds an activity to an exporter's timeline (a #TpChangeFunc), on the day and at the
 * time of the change.
 *
 * Returns: whether it was added; %TP_ERROR_INVALID where there is no text
 */
gboolean
tp_note_run (TpChange *change, gpointer input, GError **error)
{
  TpNote *self = input;
  g_autoptr (TpRecord) exporter = find_exporter (change, self->exporter, error);
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);
  g_autofree char *text = g_strstrip (g_strdup (self->text != NULL ? self->text : ""));

  if (exporter == NULL)
    return FALSE;
  if (*text == '\0')
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The note is empty: write what is to be remembered"));
      return FALSE;
    }
  tp_record_set_number (activity, "exporter", self->exporter);
  tp_record_set_text (activity, "kind", self->kind);
  tp_record_set_day (activity, "date", self->day != TP_DAY_NONE ? self->day : tp_change_today (change));
  tp_record_set_number (activity, "time", tp_change_time (change));
  tp_record_set_text (activity, "author", tp_change_author (change));
  tp_record_set_text (activity, "text", text);
  tp_change_set_subject (change, tp_record_get_title (exporter));
  return tp_record_validate (activity, error) && tp_change_insert (change, activity, error);
}
