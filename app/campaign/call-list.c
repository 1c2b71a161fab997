/* call-list.c: exporters on paper, to be called one after the other.
 *
 * All that one wants to know with the telephone in hand, and lines to write on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "call-list.h"

#include "checklist.h"
#include "exporter-words.h"
#include "numbers.h"
#include "province.h"
#include "sums.h"

#include <glib/gi18n-lib.h>

/* Items named one by one; the others are counted. */
#define NAMED 3
#define WRITING_LINES 2
/* A4, for the first layout, which is made off the main thread. */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

typedef struct
{
  char *heading; /* NULL: not stated; stands last */
  GArray *ids;
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->heading);
  g_array_unref (self->ids);
  g_free (self);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *one = *(Group *const *) a, *other = *(Group *const *) b;

  if (one->heading == NULL || other->heading == NULL)
    return (one->heading == NULL) - (other->heading == NULL);
  return g_utf8_collate (one->heading, other->heading);
}

static const char *
group_name (TpRecord *exporter, TpCallListGroups groups)
{
  const char *province = tp_record_get_text (exporter, "province");

  if (groups == TP_CALL_LIST_BY_OWNER)
    return tp_record_get_text (exporter, "owner");
  if (groups == TP_CALL_LIST_BY_PROVINCE)
    return province != NULL ? tp_province_name (province) : NULL;
  return NULL;
}

static GPtrArray *
make_groups (TpReader *reader, TpCallListRequest *request, GArray *ids)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
      const char *name = exporter != NULL ? group_name (exporter, request->groups) : NULL;
      Group *group = g_hash_table_lookup (by_name, name != NULL ? name : "");

      if (exporter == NULL)
        continue;
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->heading = g_strdup (name);
          group->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_name, group->heading != NULL ? group->heading : (char *) "", group);
        }
      g_array_append_val (group->ids, id);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
who_text (TpRecord *exporter)
{
  GString *text = g_string_new (tp_record_get_title (exporter));
  const char *province = tp_record_get_text (exporter, "province");
  const char *city = tp_record_get_text (exporter, "city");

  add_line (text, tp_record_get_second_title (exporter));
  if (province != NULL && city != NULL)
    {
      g_autofree char *place = g_strjoin (" · ", tp_province_name (province), city, NULL);

      add_line (text, place);
    }
  else
    add_line (text, province != NULL ? tp_province_name (province) : city);
  return g_string_free (text, FALSE);
}

static char *
contact_text (TpRecord *exporter)
{
  GString *text = g_string_new (NULL);
  const char *phone = tp_record_get_text (exporter, "phone");

  add_line (text, tp_record_get_text (exporter, "contact"));
  add_line (text, phone != NULL ? phone : C_ ("telephone number", "No number stated"));
  return g_string_free (text, FALSE);
}

static char *
stage_text (TpReader *reader, TpRecord *exporter, TpDay as_of, gboolean with_owner)
{
  TpDay since = TP_DAY_NONE;
  TpStage stage = tp_reader_stage_on (reader, tp_record_get_id (exporter), as_of, &since);
  GString *text = g_string_new (stage < TP_N_STAGES ? tp_word_title (tp_words_stage, tp_stage_token (stage)) : "");

  if (stage < TP_N_STAGES && since != TP_DAY_NONE)
    {
      guint days = (guint) MAX (0, as_of - since);
      g_autofree char *line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", days), days);

      add_line (text, line);
    }
  if (with_owner)
    add_line (text, tp_record_get_text (exporter, "owner"));
  return g_string_free (text, FALSE);
}

static void
add_item (GString *text, guint *n, const char *title, TpDay due, TpDay as_of)
{
  g_autofree char *when = due != TP_DAY_NONE ? tp_due_text (due, as_of) : NULL;
  g_autofree char *line = NULL;

  if ((*n)++ >= NAMED)
    return;
  /* Translators: a document or task, when it is due */
  line = when != NULL ? g_strdup_printf (C_ ("call list", "%s, %s"), title, when) : g_strdup (title);
  add_line (text, line);
}

static char *
open_text (TpReader *reader, gint64 id, TpDay as_of)
{
  g_autoptr (GArray) items = tp_reader_checklist (reader, id, as_of);
  g_autoptr (GPtrArray) tasks = tp_reader_children (reader, TP_KIND_TASK, "exporter", id);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);

      if (!tp_record_is_set (task, "done") || tp_record_get_day (task, "done") > as_of)
        add_item (text, &n, tp_record_get_title (task), tp_record_get_day (task, "due"), as_of);
    }
  for (guint i = 0; i < items->len; i++)
    {
      TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);
      g_autoptr (TpRecord) requirement
          = item->open ? tp_reader_get (reader, TP_KIND_REQUIREMENT, item->requirement) : NULL;

      if (requirement != NULL)
        add_item (text, &n, tp_record_get_title (requirement), item->due, as_of);
    }
  if (n > NAMED)
    {
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - NAMED), n - NAMED);

      add_line (text, more);
    }
  if (n == 0)
    add_line (text, C_ ("call list", "Nothing is open"));
  return g_string_free (text, FALSE);
}

/* What somebody wrote last: the steps of stages and documents stand in other columns. */
static char *
last_note_text (TpReader *reader, gint64 id, TpDay as_of)
{
  g_autoptr (GPtrArray) activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", id);
  g_autofree char *date = NULL;
  TpRecord *last = NULL;

  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);

      if (!tp_record_is_set (activity, "text") || tp_record_get_day (activity, "date") > as_of)
        continue;
      if (last == NULL || tp_record_get_day (activity, "date") >= tp_record_get_day (last, "date"))
        last = activity;
    }
  if (last == NULL)
    return g_strdup ("");
  date = tp_day_format_short (tp_record_get_day (last, "date"));
  /* Translators: a date, what was noted that day */
  return g_strdup_printf (C_ ("call list", "%s: %s"), date, tp_record_get_text (last, "text"));
}

static gboolean
add_exporter (TpTablePage *table, TpReader *reader, TpCallListRequest *request, gint64 id)
{
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
  TpDay as_of = tp_query_get_as_of (request->query);
  g_auto (GStrv) cells = NULL;

  if (exporter == NULL)
    return FALSE;
  cells = g_new0 (char *, 6);
  cells[0] = who_text (exporter);
  cells[1] = contact_text (exporter);
  cells[2] = stage_text (reader, exporter, as_of, request->groups != TP_CALL_LIST_BY_OWNER);
  cells[3] = open_text (reader, id, as_of);
  cells[4] = last_note_text (reader, id, as_of);
  tp_table_page_add_row (table, (const char *const *) cells);
  return TRUE;
}

static TpTablePage *
table_for (TpCallListRequest *request, guint n)
{
  g_autofree char *date = tp_day_format (tp_query_get_as_of (request->query), TP_PRECISION_DAY);
  /* Translators: at the head of a printed page; %s is a date */
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), date);
  g_autofree char *count = tp_count_format (n);
  g_autofree char *exporters
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s exporter", "%s exporters", n), count);
  g_autofree char *counted = g_strjoin (" · ", exporters, as_of, NULL);
  g_autofree char *subtitle = request->filter != NULL && *request->filter != '\0'
                                  ? g_strjoin ("\n", request->filter, counted, NULL)
                                  : g_strdup (counted);
  TpTablePage *table
      = tp_table_page_new (C_ ("printed", "Call List"), subtitle, tp_language_is_chinese () ? "zh-CN" : "en");

  tp_table_page_set_running (table, request->workspace, as_of,
                             request->demonstration ? _ ("TradePivot · demonstration data, all invented")
                                                    : "TradePivot");
  if (request->demonstration)
    tp_table_page_set_mark (table, _ ("Demonstration data, all invented"));
  tp_table_page_set_writing_lines (table, WRITING_LINES);
  tp_table_page_add_column (table, C_ ("column", "Exporter"), 26, TP_ANCHOR_START);
  tp_table_page_add_column (table, C_ ("column", "Contact"), 20, TP_ANCHOR_START);
  tp_table_page_add_column (table, C_ ("column", "Stage"), 13, TP_ANCHOR_START);
  tp_table_page_add_column (table, C_ ("column", "Open and due"), 34, TP_ANCHOR_START);
  tp_table_page_add_column (table, C_ ("column", "Last note"), 27, TP_ANCHOR_START);
  return table;
}

static void
add_heading (TpTablePage *table, TpCallListRequest *request, Group *group)
{
  g_autofree char *count = tp_count_format (group->ids->len);
  const char *none = request->groups == TP_CALL_LIST_BY_OWNER ? C_ ("owner of an exporter", "Nobody")
                                                              : C_ ("province", "Not stated");
  g_autofree char *heading = NULL;

  if (request->groups == TP_CALL_LIST_AS_LISTED)
    return;
  heading = g_strjoin (" · ", group->heading != NULL ? group->heading : none, count, NULL);
  tp_table_page_add_group (table, heading);
}

/* Public API */

/**
 * tp_call_list_request_new:
 * @workspace: a workspace
 * @query: which exporters, with the day that is looked at
 * @filter: (nullable): the same in words, for the head of the list
 * @groups: what they are grouped by
 *
 * Returns: (transfer full): what to give tp_call_list_read()
 */
TpCallListRequest *
tp_call_list_request_new (TpWorkspace *workspace, TpQuery *query, const char *filter, TpCallListGroups groups)
{
  TpCallListRequest *self = g_new0 (TpCallListRequest, 1);

  self->query = tp_query_copy (query);
  self->filter = g_strdup (filter);
  self->groups = groups;
  self->workspace = g_strdup (tp_workspace_get_title (workspace));
  self->demonstration = tp_workspace_is_demonstration (workspace);
  return self;
}

void
tp_call_list_request_free (gpointer request)
{
  TpCallListRequest *self = request;

  if (self == NULL)
    return;
  g_clear_object (&self->query);
  g_free (self->filter);
  g_free (self->workspace);
  g_free (self);
}

/**
 * tp_call_list_read:
 * @reader: a reader
 * @request: a #TpCallListRequest
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the list, a #TpTablePage that is laid out for A4
 *   already
 */
gpointer
tp_call_list_read (TpReader *reader, gpointer request, GError **error)
{
  TpCallListRequest *self = request;
  g_autoptr (GArray) ids = tp_reader_select (reader, self->query, error);
  g_autoptr (GPtrArray) groups = NULL;
  TpTablePage *table;

  if (ids == NULL)
    return NULL;
  groups = make_groups (reader, self, ids);
  table = table_for (self, ids->len);
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      add_heading (table, self, group);
      for (guint n = 0; n < group->ids->len; n++)
        add_exporter (table, reader, self, g_array_index (group->ids, gint64, n));
    }
  tp_table_page_lay_out (table, A4_WIDTH, A4_HEIGHT);
  return table;
}

/**
 * tp_call_list_file_name:
 * @as_of: the day the list tells of
 *
 * Returns: (transfer full): a name for its PDF, with that day
 */
char *
tp_call_list_file_name (TpDay as_of)
{
  g_autofree char *date = tp_day_to_iso (as_of);

  /* Translators: a file's name: letters, digits and hyphens; %s is a date */
  return g_strdup_printf (C_ ("file name", "call-list-%s.pdf"), date);
}
