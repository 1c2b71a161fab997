/* edit-task.c: what somebody has to do, for an exporter or by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-task.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

/* Whom or what the journal names: the exporter, else the task. */
static char *
subject_of (TpReader *reader, TpRecord *task)
{
  gint64 id = tp_record_get_number_or (task, "exporter", 0);
  g_autoptr (TpRecord) exporter = id != 0 ? tp_reader_get (reader, TP_KIND_EXPORTER, id) : NULL;

  return g_strdup (tp_record_get_title (exporter != NULL ? exporter : task));
}

/**
 * tp_edit_task_run:
 * @change: a change
 * @input: a #TpRecordEdit with a task
 * @error: return location
 *
 * Adds or changes a task (a #TpChangeFunc).
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_NOT_FOUND where its
 *   exporter is gone, %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_task_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autofree char *subject = NULL;

  if (stored == NULL)
    return FALSE;
  if (tp_record_is_set (self->record, "exporter"))
    {
      g_autoptr (TpRecord) exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);

      if (exporter == NULL)
        return FALSE;
    }
  subject = subject_of (tp_change_reader (change), self->record);
  return tp_record_edit_keep (change, self, subject, error);
}

/**
 * tp_remove_task_run:
 * @change: a change
 * @input: a #TpRecordEdit with a task
 * @error: return location
 *
 * Removes a task that nobody has to do after all (a #TpChangeFunc).
 *
 * Returns: whether it is gone
 */
gboolean
tp_remove_task_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autofree char *subject = NULL;

  if (stored == NULL)
    return FALSE;
  subject = subject_of (tp_change_reader (change), stored);
  return tp_record_edit_remove (change, self, subject, error);
}

static TpMarkTask *
mark_new (gint64 task, TpDay done, TpDay snoozed)
{
  TpMarkTask *self = g_new0 (TpMarkTask, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->done = done;
  self->snoozed = snoozed;
  tp_mark_task_add (self, task);
  return self;
}

/**
 * tp_task_done_new:
 * @task: a task's id
 * @day: the day it was done
 *
 * Returns: (transfer full): the input of tp_mark_task_run()
 */
TpMarkTask *
tp_task_done_new (gint64 task, TpDay day)
{
  return mark_new (task, day, TP_DAY_NONE);
}

/**
 * tp_task_reopen_new:
 * @task: the id of a task that was done
 *
 * Returns: (transfer full): the input of tp_mark_task_run(): it is to be done again
 */
TpMarkTask *
tp_task_reopen_new (gint64 task)
{
  return mark_new (task, TP_DAY_NONE, TP_DAY_NONE);
}

/**
 * tp_task_snooze_new:
 * @task: a task's id
 * @until: the day on which it is to be looked at again
 *
 * Returns: (transfer full): the input of tp_mark_task_run()
 */
TpMarkTask *
tp_task_snooze_new (gint64 task, TpDay until)
{
  return mark_new (task, TP_DAY_NONE, until);
}

/**
 * tp_mark_task_add:
 * @self: an input
 * @task: the id of another task that is marked in the same step
 */
void
tp_mark_task_add (TpMarkTask *self, gint64 task)
{
  g_array_append_val (self->ids, task);
}

void
tp_mark_task_free (gpointer input)
{
  TpMarkTask *self = input;

  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_free (self);
}

static gboolean
mark_one (TpChange *change, TpMarkTask *self, gint64 id, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) stored = tp_reader_get (reader, TP_KIND_TASK, id);
  g_autoptr (TpRecord) task = NULL;
  g_autofree char *subject = NULL;

  if (stored == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The task is no longer there. Nothing was changed."));
      return FALSE;
    }
  task = tp_record_edit (stored);
  if (self->snoozed != TP_DAY_NONE)
    tp_record_set_day (task, "snoozed", self->snoozed);
  else
    tp_record_set_day (task, "done", self->done);
  subject = subject_of (reader, stored);
  tp_change_set_subject (change, subject);
  return tp_record_validate (task, error) && tp_change_update (change, task, error);
}

/**
 * tp_mark_task_run:
 * @change: a change
 * @input: a #TpMarkTask
 * @error: return location
 *
 * Marks tasks as done, as to be done again, or puts them off (a #TpChangeFunc).
 *
 * Returns: whether all were marked; %TP_ERROR_NOT_FOUND, %TP_ERROR_INVALID for a day to
 *   come on which something was done
 */
gboolean
tp_mark_task_run (TpChange *change, gpointer input, GError **error)
{
  TpMarkTask *self = input;

  if (self->done != TP_DAY_NONE && self->done > tp_change_today (change))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it was done"));
      return FALSE;
    }
  for (guint i = 0; i < self->ids->len; i++)
    if (!mark_one (change, self, g_array_index (self->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * tp_task_is_waiting:
 * @task: a task
 * @day: a day
 *
 * Returns: whether it was still to be done at the end of that day, and not put off
 *   until later
 */
gboolean
tp_task_is_waiting (TpRecord *task, TpDay day)
{
  TpDay done = tp_record_get_day (task, "done");
  TpDay snoozed = tp_record_get_day (task, "snoozed");

  return (done == TP_DAY_NONE || done > day) && (snoozed == TP_DAY_NONE || snoozed <= day);
}
