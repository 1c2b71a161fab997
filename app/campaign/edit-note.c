/* edit-note.c: putting right what one noted oneself.
 *
 * What others noted, and what the program recorded, stays as it was: a timeline is
 * read as evidence of who said what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-note.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_contact (const char *kind)
{
  static const char *const kinds[] = { "note", "call", "meeting", "visit", NULL };

  return kind != NULL && g_strv_contains (kinds, kind);
}

/* The note, where it may be changed; and names the exporter in the journal. */
static TpRecord *
find_own (TpChange *change, gint64 id, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) activity = tp_reader_get (reader, TP_KIND_ACTIVITY, id);
  g_autoptr (TpRecord) exporter = NULL;
  const char *author;

  if (activity == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The note is no longer there. Nothing was changed."));
      return NULL;
    }
  author = tp_record_get_text (activity, "author");
  if (!is_contact (tp_record_get_text (activity, "kind")))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_REFUSED,
                           _ ("What the program recorded is not edited: undo the step itself. Nothing was changed."));
      return NULL;
    }
  if (author != NULL && g_strcmp0 (author, tp_change_author (change)) != 0)
    {
      /* Translators: a person's name */
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("This was noted by %s: only they can change it. Add a note of your own. Nothing was changed."),
                   author);
      return NULL;
    }
  exporter = tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_number (activity, "exporter"));
  if (exporter != NULL)
    tp_change_set_subject (change, tp_record_get_title (exporter));
  return g_steal_pointer (&activity);
}

/* Public API */

/**
 * tp_edit_note_new:
 * @activity: an activity's id
 * @kind: "note", "call", "meeting" or "visit"
 * @text: what is to be remembered
 * @day: when it was
 *
 * Returns: (transfer full): the input of tp_edit_note_run()
 */
TpEditNote *
tp_edit_note_new (gint64 activity, const char *kind, const char *text, TpDay day)
{
  TpEditNote *self = g_new0 (TpEditNote, 1);

  self->activity = activity;
  self->kind = g_strdup (kind);
  self->text = g_strdup (text);
  self->day = day;
  return self;
}

void
tp_edit_note_free (gpointer input)
{
  TpEditNote *self = input;

  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/**
 * tp_edit_note_run:
 * @change: a change
 * @input: a #TpEditNote
 * @error: return location
 *
 * Changes a note of the author's own (a #TpChangeFunc); when it was written stays.
 *
 * Returns: whether it was changed; %TP_ERROR_INVALID, %TP_ERROR_REFUSED where another
 *   wrote it, %TP_ERROR_NOT_FOUND
 */
gboolean
tp_edit_note_run (TpChange *change, gpointer input, GError **error)
{
  TpEditNote *self = input;
  g_autofree char *text = g_strstrip (g_strdup (self->text != NULL ? self->text : ""));
  g_autoptr (TpRecord) stored = find_own (change, self->activity, error);
  g_autoptr (TpRecord) activity = NULL;

  if (stored == NULL)
    return FALSE;
  if (*text == '\0' || !is_contact (self->kind))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The note is empty: write what is to be remembered"));
      return FALSE;
    }
  activity = tp_record_edit (stored);
  tp_record_set_text (activity, "kind", self->kind);
  tp_record_set_text (activity, "text", text);
  tp_record_set_day (activity, "date", self->day);
  return tp_record_validate (activity, error) && tp_change_update (change, activity, error);
}

/**
 * tp_delete_note_run:
 * @change: a change
 * @activity: (type gint64): a pointer to an activity's id
 * @error: return location
 *
 * Deletes a note of the author's own (a #TpChangeFunc).
 *
 * Returns: whether it was deleted; %TP_ERROR_REFUSED where another wrote it,
 *   %TP_ERROR_NOT_FOUND
 */
gboolean
tp_delete_note_run (TpChange *change, gpointer activity, GError **error)
{
  gint64 id = *(gint64 *) activity;
  g_autoptr (TpRecord) stored = find_own (change, id, error);

  return stored != NULL && tp_change_delete (change, TP_KIND_ACTIVITY, id, error);
}
