/* overview-activity.c: what has just been done, and what is due.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-settings.h"
#include "merge-exporters.h"
#include "edit-task.h"
#include "exporter-words.h"
#include "overview-private.h"
#include "task-line.h"

#include "words.h"

#include <glib/gi18n-lib.h>

#define N_ACTIVITIES 6
#define N_DUE 200

/* Tasks that are due within so many days. */
#define DUE_DAYS 14

static const struct
{
  const char *kind;
  const char *icon;
} icons[] = {
  { "stage", "stage-change-symbolic" },   { "call", "call-start-symbolic" },
  { "meeting", "system-users-symbolic" }, { "visit", "mark-location-symbolic" },
  { "system", "emblem-system-symbolic" },
};

static const char *
icon_of (TpRecord *activity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (tp_record_has_word (activity, "kind", icons[i].kind))
      return icons[i].icon;
  return "document-edit-symbolic";
}

/* Latest first, as they are dated. */
static int
compare_moments (gconstpointer one, gconstpointer other)
{
  TpRecord *a = (TpRecord *) one, *b = (TpRecord *) other;
  TpDay day = tp_record_get_day (a, "date"), other_day = tp_record_get_day (b, "date");
  gint64 time = tp_record_get_number (a, "time"), other_time = tp_record_get_number (b, "time");

  return day != other_day ? (day < other_day) - (day > other_day) : (time < other_time) - (time > other_time);
}

static char *
what_was_done (TpRecord *activity)
{
  const char *text = tp_record_get_text (activity, "text");
  const char *to = tp_record_get_text (activity, "to_stage");
  const char *from = tp_record_get_text (activity, "from_stage");
  char *merged = tp_merge_activity_words (activity);

  if (merged != NULL)
    return merged;
  if (to != NULL && from != NULL)
    return g_strdup_printf (C_ ("activity", "%s to %s"), tp_word_title (tp_words_stage, from),
                            tp_word_title (tp_words_stage, to));
  if (to != NULL)
    return g_strdup (tp_word_title (tp_words_stage, to));
  return g_strdup (text != NULL && *text != '\0' ? text
                                                 : tp_word_title (tp_words_activity_kind,
                                                                  tp_record_get_text (activity, "kind")));
}

gboolean
tp_overview_add_activity (GListStore *lines, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_ACTIVITY);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GTimeZone) zone = tp_reader_time_zone (reader);

  tp_query_where_number (query, "date", TP_OP_AT_MOST, as_of);
  tp_query_set_sort (query, "time", TRUE);
  tp_query_set_range (query, 0, N_ACTIVITIES);
  activities = tp_reader_records (reader, query, error);
  if (activities == NULL)
    return FALSE;
  /* What was done last, in the order of the days that are told: some is dated back. */
  g_ptr_array_sort_values (activities, compare_moments);
  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);
      gint64 id = tp_record_get_number (activity, "exporter");
      g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
      const char *author = tp_record_get_text (activity, "author");
      g_autofree char *what = what_was_done (activity);
      g_autofree char *subtitle = NULL, *note = NULL, *opens = NULL;
      g_autoptr (TpOverviewLine) line = NULL;

      /* Translators: what was done, and by whom: "Listed to Selling, by Lin Yue" */
      subtitle = author != NULL && *author != '\0' ? g_strdup_printf (C_ ("activity", "%s, by %s"), what, author)
                                                   : g_strdup (what);
      note = tp_moment_text (tp_record_get_day (activity, "date"), tp_record_get_number (activity, "time"), zone);
      opens = tp_opens_record ("exporter", id);
      line = tp_overview_line_new (icon_of (activity), "event-icon",
                                   exporter != NULL ? tp_record_get_title (exporter) : "", subtitle, note,
                                   opens);
      g_list_store_append (lines, line);
    }
  return TRUE;
}

gboolean
tp_overview_add_due (GListStore *lines, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_TASK);
  g_autoptr (GPtrArray) tasks = NULL;

  tp_query_where_number (query, "due", TP_OP_AT_MOST, as_of + DUE_DAYS);
  tp_query_set_sort (query, "due", FALSE);
  tasks = tp_reader_records (reader, query, error);
  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len && g_list_model_get_n_items (G_LIST_MODEL (lines)) < N_DUE; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);
      gint64 id = tp_record_get_number_or (task, "exporter", 0);
      g_autoptr (TpRecord) exporter = NULL;
      g_autoptr (TpTaskLine) line = NULL;

      if (!tp_task_is_waiting (task, as_of))
        continue;
      exporter = id != 0 ? tp_reader_get (reader, TP_KIND_EXPORTER, id) : NULL;
      if (exporter != NULL && tp_exporter_is_archived (exporter))
        continue;
      line = tp_task_line_new (reader, task, as_of, TRUE);
      g_list_store_append (lines, line);
    }
  return TRUE;
}
