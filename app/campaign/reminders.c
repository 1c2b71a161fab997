/* reminders.c: what a person is to be reminded of on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reminders.h"

#include "edit-task.h"
#include "overview-private.h"

#include <glib/gi18n-lib.h>

/* So many are written out in a notification; the rest are counted. */
#define NAMED 3

static void
reminder_free (gpointer data)
{
  TpReminder *self = data;

  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

/**
 * tp_reminder_question_new:
 * @day: today
 * @author: who is to be reminded
 *
 * Returns: (transfer full): what tp_reminders_read() is asked
 */
TpReminderQuestion *
tp_reminder_question_new (TpDay day, const char *author)
{
  TpReminderQuestion *self = g_new0 (TpReminderQuestion, 1);

  self->day = day;
  self->author = g_strdup (author);
  return self;
}

void
tp_reminder_question_free (gpointer question)
{
  TpReminderQuestion *self = question;

  if (self == NULL)
    return;
  g_free (self->author);
  g_free (self);
}

/* An archived exporter counts nowhere: nobody is reminded of it. */
static gboolean
add (GPtrArray *reminders, TpReader *reader, TpRecord *record, char *title, TpDay day)
{
  gint64 exporter = tp_record_get_number_or (record, "exporter", 0);
  g_autoptr (TpRecord) of = exporter != 0 ? tp_reader_get (reader, TP_KIND_EXPORTER, exporter) : NULL;
  TpReminder *self;

  if (exporter != 0 && (of == NULL || tp_exporter_is_archived (of)))
    {
      g_free (title);
      return FALSE;
    }
  self = g_new0 (TpReminder, 1);
  self->kind = tp_record_get_kind (record);
  self->id = tp_record_get_id (record);
  self->exporter = exporter;
  self->title = title;
  self->name = of != NULL ? g_strdup (tp_record_get_title (of)) : NULL;
  self->day = day;
  g_ptr_array_add (reminders, self);
  return TRUE;
}

static gboolean
add_tasks (GPtrArray *reminders, TpReader *reader, TpReminderQuestion *question, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_TASK);
  g_autoptr (GPtrArray) tasks = NULL;

  tp_query_where (query, "done", TP_OP_NOT_SET);
  tp_query_where_number (query, "due", TP_OP_AT_MOST, question->day);
  tp_query_set_sort (query, "due", FALSE);
  tasks = tp_reader_records (reader, query, error);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);
      const char *owner = tp_record_get_text (task, "owner");

      if (tp_task_is_waiting (task, question->day)
          && (owner == NULL || *owner == '\0' || g_strcmp0 (owner, question->author) == 0))
        add (reminders, reader, task, g_strdup (tp_record_get_title (task)), tp_record_get_day (task, "due"));
    }
  return tasks != NULL;
}

/* Documents whose last day it is, of the exporters that are the person's, or nobody's. */
static gboolean
add_documents (GPtrArray *reminders, TpReader *reader, TpReminderQuestion *question, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT_STATUS);
  g_autoptr (GPtrArray) papers = NULL;

  tp_query_where_number (query, "expiry", TP_OP_EQUAL, question->day);
  papers = tp_reader_records (reader, query, error);
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      TpRecord *paper = g_ptr_array_index (papers, i);
      g_autoptr (TpRecord) exporter
          = tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_number (paper, "exporter"));
      g_autoptr (TpRecord) requirement
          = tp_reader_get (reader, TP_KIND_REQUIREMENT, tp_record_get_number (paper, "requirement"));
      const char *owner = exporter != NULL ? tp_record_get_text (exporter, "owner") : NULL;

      if (requirement == NULL || (owner != NULL && g_strcmp0 (owner, question->author) != 0)
          || !(tp_record_has_word (paper, "status", "received") || tp_record_has_word (paper, "status", "verified")))
        continue;
      add (reminders, reader, paper,
           /* Translators: a document: "CCC certificate expires" */
           g_strdup_printf (C_ ("reminder", "%s expires"), tp_record_get_title (requirement)), question->day);
    }
  return papers != NULL;
}

/**
 * tp_reminders_read:
 * @reader: a reader
 * @question: a #TpReminderQuestion
 * @error: return location
 *
 * What is to be done on the day or was before, and not put off (a #TpReadFunc); and the
 * documents that expire on it.
 *
 * Returns: (transfer full) (nullable) (element-type TpReminder): the earliest first
 */
gpointer
tp_reminders_read (TpReader *reader, gpointer question, GError **error)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_new_with_free_func (reminder_free);

  if (!add_tasks (reminders, reader, question, error) || !add_documents (reminders, reader, question, error))
    return NULL;
  return g_steal_pointer (&reminders);
}

/**
 * tp_reminders_title:
 * @reminders: (element-type TpReminder): one or more
 * @day: today
 *
 * Returns: (transfer full): the headline of a notification
 */
char *
tp_reminders_title (GPtrArray *reminders, TpDay day)
{
  TpReminder *first = g_ptr_array_index (reminders, 0);
  guint overdue = 0;

  if (reminders->len == 1)
    return g_strdup (first->title);
  for (guint i = 0; i < reminders->len; i++)
    overdue += ((TpReminder *) g_ptr_array_index (reminders, i))->day < day;
  if (overdue == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u thing is due today", "%u things are due today", reminders->len),
        reminders->len);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is due, %u of it late",
                                       "%u things are due, %u of them late", reminders->len),
                          reminders->len, overdue);
}

/**
 * tp_reminders_body:
 * @reminders: (element-type TpReminder): one or more
 *
 * Returns: (transfer full): what a notification says below its headline
 */
char *
tp_reminders_body (GPtrArray *reminders)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint named = reminders->len > NAMED + 1 ? NAMED : reminders->len;

  for (guint i = 0; i < named; i++)
    {
      TpReminder *reminder = g_ptr_array_index (reminders, i);

      if (body->len > 0)
        g_string_append_c (body, '\n');
      if (reminders->len == 1)
        g_string_append (body, reminder->name != NULL ? reminder->name : "");
      else if (reminder->name != NULL)
        /* Translators: an exporter, and what is to be done for it */
        g_string_append_printf (body, C_ ("reminder", "%s: %s"), reminder->name, reminder->title);
      else
        g_string_append (body, reminder->title);
    }
  if (named < reminders->len)
    g_string_append_printf (body,
                            g_dngettext (GETTEXT_PACKAGE, "\nand %u more", "\nand %u more", reminders->len - named),
                            reminders->len - named);
  return g_string_free (g_steal_pointer (&body), FALSE);
}
