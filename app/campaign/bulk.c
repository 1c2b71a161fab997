/* bulk.c: one thing done to many exporters, in one step that can be taken back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk.h"

#include "error.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

static void
skipped_free (gpointer data)
{
  TpBulkSkipped *self = data;

  g_free (self->title);
  g_free (self->reason);
  g_free (self);
}

static void
result_free (TpBulkResult *self)
{
  g_array_unref (self->done);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

static TpBulkResult *
result_new (void)
{
  TpBulkResult *self = g_new0 (TpBulkResult, 1);

  self->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->skipped = g_ptr_array_new_with_free_func (skipped_free);
  return self;
}

static void
skip_id (TpBulk *self, gint64 id, const char *title, TpSkip cause, char *reason)
{
  TpBulkSkipped *skipped = g_new0 (TpBulkSkipped, 1);

  skipped->exporter = id;
  skipped->cause = cause;
  skipped->title = g_strdup (title);
  skipped->reason = reason;
  g_ptr_array_add (self->result->skipped, skipped);
  self->result->causes[cause]++;
}

static gboolean
walk_one (TpBulk *self, TpReader *reader, TpChange *change, gint64 id, TpDay today, GError **error)
{
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
  guint before = self->result->skipped->len;

  if (exporter == NULL)
    {
      skip_id (self, id, C_ ("an exporter that is gone", "Exporter"), TP_SKIP_GONE,
               g_strdup (C_ ("why an exporter was skipped", "No longer there")));
      return TRUE;
    }
  if (tp_record_get_number_or (exporter, "archived", 0) != 0)
    {
      tp_bulk_skip (self, exporter, TP_SKIP_GONE, g_strdup (C_ ("why an exporter was skipped", "Archived")));
      return TRUE;
    }
  if (!self->action->step (self, reader, change, exporter, today, error))
    return FALSE;
  if (self->result->skipped->len == before)
    g_array_append_val (self->result->done, id);
  return TRUE;
}

static gboolean
walk (TpBulk *self, TpReader *reader, TpChange *change, TpDay today, GError **error)
{
  g_clear_pointer (&self->result, result_free);
  self->result = result_new ();
  g_atomic_int_set (&self->walked, 0);
  if (self->action->prepare != NULL && !self->action->prepare (self, reader, today, error))
    return FALSE;
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (change != NULL ? !tp_change_check_cancelled (change, error)
                         : g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!walk_one (self, reader, change, g_array_index (self->ids, gint64, i), today, error))
        return FALSE;
      g_atomic_int_inc (&self->walked);
    }
  return TRUE;
}

/* The journal is read in every language: it holds a name and a number, no words. */
static void
name_subject (TpBulk *self, TpChange *change)
{
  GArray *done = self->result->done;
  g_autoptr (TpRecord) first = NULL;
  g_autofree char *subject = NULL;

  if (done->len == 0)
    return;
  first = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER, g_array_index (done, gint64, 0));
  subject = done->len == 1 ? g_strdup (tp_record_get_title (first))
                           : g_strdup_printf ("%s +%u", tp_record_get_title (first), done->len - 1);
  tp_change_set_subject (change, subject);
}

/* One clause a cause: languages count differently. */
static char *
cause_text (TpSkip cause, guint n)
{
  g_autofree char *count = tp_count_format (n);

  switch (cause)
    {
    case TP_SKIP_ALREADY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s stays as it is already", "%s stay as they are already", n), count);
    case TP_SKIP_LAST:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is at the last stage", "%s are at the last stage", n), count);
    case TP_SKIP_BESIDE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is on hold or declined", "%s are on hold or declined", n), count);
    case TP_SKIP_NEEDS_REASON:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s needs a reason", "%s need a reason", n), count);
    case TP_SKIP_NO_USCC:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has no USCC", "%s have no USCC", n), count);
    case TP_SKIP_DAY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has a later step on record", "%s have a later step on record", n), count);
    case TP_SKIP_NOT_ELIGIBLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is not eligible", "%s are not eligible", n), count);
    case TP_SKIP_FULL:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s finds no room in the programme", "%s find no room in the programme", n), count);
    case TP_SKIP_NOTHING_OPEN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s has nothing missing", "%s have nothing missing", n), count);
    case TP_SKIP_GONE:
    case TP_N_SKIPS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is gone or archived", "%s are gone or archived", n), count);
    }
}

/* Public API */

/**
 * tp_bulk_init:
 * @self: a zeroed action of many
 * @action: what it does
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 */
void
tp_bulk_init (TpBulk *self, const TpBulkAction *action, const gint64 *ids, guint n_ids)
{
  self->action = action;
  g_atomic_ref_count_init (&self->refs);
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, n_ids);
}

/**
 * tp_bulk_ref:
 * @self: a bulk action
 *
 * Returns: (transfer full): @self, held once more: the face that shows the outcome and
 *   the change that makes it both do
 */
TpBulk *
tp_bulk_ref (TpBulk *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * tp_bulk_unref:
 * @bulk: (transfer full): a #TpBulk
 */
void
tp_bulk_unref (gpointer bulk)
{
  TpBulk *self = bulk;

  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->action->clear != NULL)
    self->action->clear (self);
  g_array_unref (self->ids);
  g_clear_pointer (&self->result, result_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * tp_bulk_skip:
 * @self: an action of many that is under way
 * @exporter: an exporter that is left as it is
 * @cause: why
 * @reason: (transfer full): the same in words: a clause without a full stop
 */
void
tp_bulk_skip (TpBulk *self, TpRecord *exporter, TpSkip cause, char *reason)
{
  skip_id (self, tp_record_get_id (exporter), tp_record_get_title (exporter), cause, reason);
}

/**
 * tp_bulk_get_walked:
 * @self: an action of many, perhaps running on another thread
 *
 * Returns: how many exporters it has been through
 */
guint
tp_bulk_get_walked (TpBulk *self)
{
  return (guint) g_atomic_int_get (&self->walked);
}

/**
 * tp_bulk_get_result:
 * @self: an action of many that was planned or done
 *
 * Returns: (transfer none) (nullable): what would be done, or was
 */
TpBulkResult *
tp_bulk_get_result (TpBulk *self)
{
  return self->result;
}

/**
 * tp_bulk_get_verb:
 * @self: a bulk action
 *
 * Returns: (transfer none): what the journal calls it
 */
const char *
tp_bulk_get_verb (TpBulk *self)
{
  return self->action->verb;
}

/**
 * tp_bulk_run:
 * @change: a change
 * @bulk: a #TpBulk; its result says afterwards what was done and what was skipped
 * @error: return location
 *
 * Does it to all exporters that it can be done to (a #TpChangeFunc).
 *
 * Returns: whether it went through, also where all were skipped; an error and a
 *   cancellation leave everything as it was
 */
gboolean
tp_bulk_run (TpChange *change, gpointer bulk, GError **error)
{
  TpBulk *self = bulk;

  if (!walk (self, tp_change_reader (change), change, tp_change_today (change), error))
    return FALSE;
  name_subject (self, change);
  return TRUE;
}

/**
 * tp_bulk_plan_read:
 * @reader: a reader
 * @bulk: a #TpBulk
 * @error: return location
 *
 * Works out what tp_bulk_run() would do (a #TpReadFunc); nothing is changed.
 *
 * Returns: (transfer full) (nullable): @bulk, with its result
 */
gpointer
tp_bulk_plan_read (TpReader *reader, gpointer bulk, GError **error)
{
  /* As tp_change_today() says when it is done. */
  g_autoptr (GTimeZone) zone = tp_reader_time_zone (reader);

  return walk (bulk, reader, NULL, tp_day_today (zone), error) ? tp_bulk_ref (bulk) : NULL;
}

static char *
sentence (TpBulk *self, char *first)
{
  GString *text = g_string_new (first);

  g_free (first);
  for (guint i = 0; i < TP_N_SKIPS; i++)
    if (self->result->causes[i] > 0)
      {
        g_autofree char *clause = cause_text ((TpSkip) i, self->result->causes[i]);

        /* Translators: between two clauses of one sentence */
        g_string_append_printf (text, C_ ("before a further clause", "; %s"), clause);
      }
  return g_string_free (text, FALSE);
}

/**
 * tp_bulk_plan_text:
 * @self: an action of many that was planned
 *
 * Returns: (transfer full): "41 will advance; 6 need a reason; 3 have no USCC"
 */
char *
tp_bulk_plan_text (TpBulk *self)
{
  g_return_val_if_fail (self->result != NULL, NULL);
  return sentence (self, self->action->plan (self->result->done->len));
}

/**
 * tp_bulk_outcome_text:
 * @self: an action of many that was done
 *
 * Returns: (transfer full): "41 advanced · 9 skipped", for a toast
 */
char *
tp_bulk_outcome_text (TpBulk *self)
{
  g_autofree char *done = NULL;
  g_autofree char *count = NULL;
  guint n;

  g_return_val_if_fail (self->result != NULL, NULL);
  done = self->action->outcome (self->result->done->len);
  n = self->result->skipped->len;
  if (n == 0)
    return g_steal_pointer (&done);
  count = tp_count_format (n);
  /* Translators: what was done ("41 advanced"), how many were left as they are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %s skipped", "%s · %s skipped", n), done, count);
}
