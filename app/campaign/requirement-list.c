/* requirement-list.c: the checklist of an exporter as of a day, and one line of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-list.h"

#include "checklist.h"
#include "edit-requirement-status.h"
#include "error.h"
#include "exporter-words.h"
#include "request-documents.h"
#include "requirement-words.h"

#include <glib/gi18n-lib.h>

/* What is read once for all lines. */
typedef struct
{
  TpReader *reader;
  const TpRequirementQuestion *question;
  GPtrArray *statuses;
  GArray *checklist;   /* of TpChecklistItem: where it stands on the day */
  GHashTable *sets;    /* id → TpRecord */
  TpRequirementList *list;
  guint all, verified, overdue;
  char *heading; /* of the group that was begun */
} Walk;

/* helpers */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  TpRecord *one = *(TpRecord *const *) a, *two = *(TpRecord *const *) b;
  TpDay d = tp_record_get_day (one, "date"), e = tp_record_get_day (two, "date");
  gint64 t = tp_record_get_number (one, "time"), u = tp_record_get_number (two, "time");

  if (d != e)
    return d < e ? -1 : 1;
  if (t != u)
    return t < u ? -1 : 1;
  return tp_record_get_id (one) < tp_record_get_id (two) ? -1 : 1;
}

static GPtrArray *
read_steps (TpReader *reader, gint64 exporter, gint64 requirement)
{
  g_autoptr (GPtrArray) activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", exporter);
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);
      gint64 of = tp_record_get_number_or (activity, "requirement", 0);

      if (of == requirement)
        g_ptr_array_add (steps, g_object_ref (activity));
    }
  g_ptr_array_sort (steps, compare_steps);
  return steps;
}

static TpRecord *
status_of (Walk *walk, gint64 requirement)
{
  for (guint i = 0; i < walk->statuses->len; i++)
    if (tp_record_get_number (g_ptr_array_index (walk->statuses, i), "requirement") == requirement)
      return g_ptr_array_index (walk->statuses, i);
  return NULL;
}

static const TpChecklistItem *
item_of (Walk *walk, gint64 requirement)
{
  for (guint i = 0; i < walk->checklist->len; i++)
    if (g_array_index (walk->checklist, TpChecklistItem, i).requirement == requirement)
      return &g_array_index (walk->checklist, TpChecklistItem, i);
  return NULL;
}

static void
count (Walk *walk, const char *token, TpRecord *record)
{
  TpDay due = record != NULL ? tp_record_get_day (record, "due") : TP_DAY_NONE;

  if (g_str_equal (token, "not_applicable"))
    return;
  walk->all++;
  if (g_str_equal (token, "verified"))
    walk->verified++;
  else if (due != TP_DAY_NONE && due < walk->question->as_of)
    walk->overdue++;
}

static const char *
attachment_name (Walk *walk, TpRecord *record, char **keep)
{
  g_autoptr (TpRecord) attachment = NULL;

  if (record == NULL || !tp_record_is_set (record, "attachment"))
    return NULL;
  attachment = tp_reader_get (walk->reader, TP_KIND_ATTACHMENT, tp_record_get_number (record, "attachment"));
  return attachment != NULL ? *keep = g_strdup (tp_record_get_text (attachment, "name")) : NULL;
}

static void
add_line (Walk *walk, TpRecord *requirement)
{
  gint64 id = tp_record_get_id (requirement);
  gint64 set = tp_record_get_number_or (requirement, "requirement_set", 0);
  gboolean retired = tp_record_get_number_or (requirement, "retired", 0) == 1;
  TpRecord *record = status_of (walk, id);
  const TpChecklistItem *item = item_of (walk, id);
  const char *token = item != NULL ? item->status : NULL;
  TpRecord *of = set != 0 ? g_hash_table_lookup (walk->sets, &set) : NULL;
  g_autofree char *keep = NULL;
  g_autofree char *heading = NULL;
  g_autoptr (TpFact) fact = NULL;

  if (token == NULL && item != NULL && item->open)
    token = "missing";
  /* What is not asked for any more, or comes with a set that is not this exporter's, is
     there only for what somebody said of it. */
  if (token == NULL && (retired || set != 0 || item == NULL))
    return;
  if (token == NULL)
    token = "not_applicable";
  fact = tp_requirement_fact (requirement, record, token, walk->question->as_of);
  tp_fact_set (fact, "attachment", attachment_name (walk, record, &keep));
  if (of != NULL)
    {
      char *subtitle = NULL;

      g_object_get (fact, "subtitle", &subtitle, NULL);
      tp_fact_take (fact, "subtitle", subtitle != NULL ? g_strjoin (" · ", subtitle, tp_record_get_title (of), NULL)
                                                       : g_strdup (tp_record_get_title (of)));
      g_free (subtitle);
    }
  if (retired)
    heading = g_strdup (C_ ("heading", "No Longer Asked For"));
  else
    /* Translators: a stage, such as Compliance */
    heading = g_strdup_printf (C_ ("heading", "Needed by %s"),
                               tp_word_title (tp_words_stage, tp_record_get_text (requirement, "stage")));
  if (g_strcmp0 (heading, walk->heading) != 0)
    {
      tp_fact_set (fact, "heading", heading);
      g_set_str (&walk->heading, heading);
    }
  g_list_store_append (walk->list->facts, fact);
  if (!retired)
    count (walk, token, record);
  if (tp_why_not_requested (item, walk->question->as_of) == NULL)
    g_array_append_val (walk->list->missing, id);
}

/* By stage, the default checklist before the sets, each in its order; retired last. */
static int
compare_requirements (gconstpointer a, gconstpointer b)
{
  TpRecord *const records[] = { *(TpRecord *const *) a, *(TpRecord *const *) b };
  gint64 keys[2][5];

  for (guint i = 0; i < 2; i++)
    {
      keys[i][0] = tp_record_get_number_or (records[i], "retired", 0);
      keys[i][1] = tp_word_index (tp_words_stage, tp_record_get_text (records[i], "stage"));
      keys[i][2] = tp_record_get_number_or (records[i], "requirement_set", 0);
      keys[i][3] = tp_record_get_number_or (records[i], "position", G_MAXINT32);
      keys[i][4] = tp_record_get_id (records[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys[0]); i++)
    if (keys[0][i] != keys[1][i])
      return keys[0][i] < keys[1][i] ? -1 : 1;
  return 0;
}

static GPtrArray *
read_all (TpReader *reader, TpKind kind, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (kind);

  return tp_reader_records (reader, query, error);
}

static GHashTable *
read_sets (TpReader *reader, GError **error)
{
  g_autoptr (GPtrArray) sets = read_all (reader, TP_KIND_REQUIREMENT_SET, error);
  GHashTable *table;

  if (sets == NULL)
    return NULL;
  table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < sets->len; i++)
    {
      gint64 id = tp_record_get_id (g_ptr_array_index (sets, i));

      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), g_object_ref (g_ptr_array_index (sets, i)));
    }
  return table;
}

static char *
summary_of (Walk *walk)
{
  g_autofree char *verified = NULL;
  g_autofree char *overdue = NULL;

  if (walk->all == 0)
    return g_strdup (C_ ("checklist", "Nothing is asked for"));
  /* Translators: how many documents are verified, of how many */
  verified = g_strdup_printf (C_ ("checklist", "%u of %u verified"), walk->verified, walk->all);
  if (walk->overdue == 0)
    return g_steal_pointer (&verified);
  overdue = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", walk->overdue), walk->overdue);
  return g_strjoin (" · ", verified, overdue, NULL);
}

static GListStore *
step_facts (GPtrArray *steps, const TpRequirementQuestion *question)
{
  GListStore *list = g_list_store_new (TP_TYPE_FACT);

  for (guint i = steps->len; i-- > 0;)
    {
      TpRecord *step = g_ptr_array_index (steps, i);
      g_autofree char *text = tp_requirement_step_text (step);
      g_autoptr (TpFact) fact = tp_fact_new (TP_KIND_ACTIVITY, tp_record_get_id (step), text);

      tp_fact_set (fact, "subtitle", tp_record_get_text (step, "author"));
      tp_fact_take (fact, "note", tp_moment_text (tp_record_get_day (step, "date"), tp_record_get_number (step, "time"),
                                                  question->zone));
      tp_fact_set (fact, "status", tp_record_get_text (step, "to_status"));
      g_list_store_append (list, fact);
    }
  return list;
}

/* Public API */

/**
 * tp_requirement_question_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @requirement: a requirement's id, for tp_requirement_detail_read(); or 0
 * @as_of: the day
 *
 * Returns: (transfer full): what to ask
 */
TpRequirementQuestion *
tp_requirement_question_new (TpWorkspace *workspace, gint64 exporter, gint64 requirement, TpDay as_of)
{
  TpRequirementQuestion *self = g_new0 (TpRequirementQuestion, 1);

  self->exporter = exporter;
  self->requirement = requirement;
  self->as_of = as_of;
  self->zone = g_time_zone_ref (tp_workspace_get_time_zone (workspace));
  return self;
}

void
tp_requirement_question_free (gpointer question)
{
  TpRequirementQuestion *self = question;

  if (self == NULL)
    return;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/**
 * tp_requirement_list_read:
 * @reader: a reader
 * @question: a #TpRequirementQuestion
 * @error: return location
 *
 * Reads an exporter's checklist (a #TpReadFunc): what applies or was asked for, each
 * with its status on the day; then what is not asked for any more but was answered.
 *
 * Returns: (transfer full) (nullable): a #TpRequirementList
 */
gpointer
tp_requirement_list_read (TpReader *reader, gpointer question, GError **error)
{
  TpRequirementQuestion *asked = question;
  g_autoptr (TpRequirementList) list = g_new0 (TpRequirementList, 1);
  g_autoptr (GPtrArray) requirements = read_all (reader, TP_KIND_REQUIREMENT, error);
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GArray) checklist = NULL;
  g_autoptr (GHashTable) sets = NULL;
  Walk walk = { .reader = reader, .question = asked, .list = list };

  if (requirements == NULL || (sets = read_sets (reader, error)) == NULL)
    return NULL;
  walk.statuses = statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter", asked->exporter);
  walk.checklist = checklist = tp_reader_checklist (reader, asked->exporter, asked->as_of);
  walk.sets = sets;
  list->facts = g_list_store_new (TP_TYPE_FACT);
  list->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_sort (requirements, compare_requirements);
  for (guint i = 0; i < requirements->len; i++)
    add_line (&walk, g_ptr_array_index (requirements, i));
  list->summary = summary_of (&walk);
  g_free (walk.heading);
  return g_steal_pointer (&list);
}

void
tp_requirement_list_free (gpointer list)
{
  TpRequirementList *self = list;

  if (self == NULL)
    return;
  g_clear_object (&self->facts);
  g_clear_pointer (&self->missing, g_array_unref);
  g_free (self->summary);
  g_free (self);
}

/**
 * tp_requirement_detail_read:
 * @reader: a reader
 * @question: a #TpRequirementQuestion
 * @error: return location
 *
 * Reads one requirement of an exporter with all that was done about it (a #TpReadFunc).
 *
 * Returns: (transfer full) (nullable): a #TpRequirementDetail; %TP_ERROR_NOT_FOUND
 */
gpointer
tp_requirement_detail_read (TpReader *reader, gpointer question, GError **error)
{
  TpRequirementQuestion *asked = question;
  g_autoptr (TpRequirementDetail) self = g_new0 (TpRequirementDetail, 1);
  g_autoptr (GPtrArray) steps = NULL;

  self->exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  self->requirement = tp_reader_get (reader, TP_KIND_REQUIREMENT, asked->requirement);
  if (self->exporter == NULL || self->requirement == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The requirement is no longer there: it may have been undone or deleted"));
      return NULL;
    }
  self->status = tp_reader_requirement_status (reader, asked->exporter, asked->requirement);
  if (self->status != NULL && tp_record_is_set (self->status, "attachment"))
    self->attachment = tp_reader_get (reader, TP_KIND_ATTACHMENT, tp_record_get_number (self->status, "attachment"));
  steps = read_steps (reader, asked->exporter, asked->requirement);
  self->last = steps->len > 0 ? tp_record_get_day (g_ptr_array_index (steps, steps->len - 1), "date") : TP_DAY_NONE;
  self->steps = step_facts (steps, asked);
  return g_steal_pointer (&self);
}

void
tp_requirement_detail_free (gpointer detail)
{
  TpRequirementDetail *self = detail;

  if (self == NULL)
    return;
  g_clear_object (&self->exporter);
  g_clear_object (&self->requirement);
  g_clear_object (&self->status);
  g_clear_object (&self->attachment);
  g_clear_object (&self->steps);
  g_free (self);
}
