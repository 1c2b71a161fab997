/* record-history.c: what was done to an exporter and to what hangs on it, in words.
 *
 * From the journal: each field that a change altered is a line of its own, what was
 * added or deleted whole is one line. A step that was undone stays in the list and says
 * so; undoing and redoing are no lines of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"

#include "change-info.h"
#include "exporter-words.h"
#include "record-text.h"
#include "store.h"

#include <glib/gi18n-lib.h>

/* While it is being gathered. */
typedef struct
{
  TpReader *reader;
  const TpHistoryQuestion *asked;
  GPtrArray *rows;
} Gathering;

/* What hangs on an exporter, by which field. */
static const struct
{
  TpKind kind;
  const char *field;
} children[] = {
  { TP_KIND_PRODUCT, "exporter" },  { TP_KIND_ENROLMENT, "exporter" }, { TP_KIND_REQUIREMENT_STATUS, "exporter" },
  { TP_KIND_BENEFIT, "exporter" },  { TP_KIND_SALE, "exporter" },      { TP_KIND_ACTIVITY, "exporter" },
  { TP_KIND_TASK, "exporter" },
};

/* The name of a record that hangs on another: mostly that of what it is about. */
static char *
name_of (TpReader *reader, TpRecord *record)
{
  static const struct
  {
    TpKind kind;
    const char *field;
  } abouts[] = {
    { TP_KIND_REQUIREMENT_STATUS, "requirement" }, { TP_KIND_ENROLMENT, "programme" },
    { TP_KIND_LISTING, "channel" },                { TP_KIND_BENEFIT, "kind" },
    { TP_KIND_ACTIVITY, "kind" },                  { TP_KIND_SALE, "date" },
  };
  TpKind kind = tp_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    if (abouts[i].kind == kind && tp_record_is_set (record, abouts[i].field))
      {
        g_autofree char *about
            = tp_record_field_display (reader, record, tp_kind_field (kind, abouts[i].field));

        if (kind == TP_KIND_REQUIREMENT_STATUS || kind == TP_KIND_ACTIVITY)
          return g_steal_pointer (&about);
        /* Translators: a kind of record and which of them: "Enrolment: Spring Fair" */
        return g_strdup_printf (C_ ("history", "%s: %s"), tp_kind_title (kind), about);
      }
  return g_strdup (tp_record_get_title (record));
}

/* A record that is gone, from the values it had when it was added or deleted. */
static TpRecord *
remembered (TpKind kind, GPtrArray *infos)
{
  TpRecord *record = tp_record_new (kind);

  for (guint i = infos->len; i-- > 0;)
    {
      GArray *fields = tp_change_info_get_fields (g_ptr_array_index (infos, i));

      for (guint k = 0; k < fields->len; k++)
        {
          const TpFieldChange *change = &g_array_index (fields, TpFieldChange, k);
          const TpValue *value = change->after.set ? &change->after : &change->before;

          if (value->set)
            tp_record_set_value (record, (guint) tp_kind_field_index (kind, change->field->name), value);
        }
    }
  return record;
}

/* Which of these changes stand: undone as often as redone. */
static gboolean
is_undone (GPtrArray *infos, TpChangeInfo *info, TpChangeInfo **by)
{
  gint64 key = tp_change_info_get_key (info);
  int undone = 0;

  *by = NULL;
  for (guint i = 0; i < infos->len; i++)
    {
      TpChangeInfo *other = g_ptr_array_index (infos, i);

      if (tp_change_info_get_undoes (other) == key)
        {
          undone++;
          if (*by == NULL)
            *by = other; /* the newest stands first */
        }
      else if (tp_change_info_get_redoes (other) == key)
        undone--;
    }
  return undone > 0;
}

static TpHistoryRow *
add_row (Gathering *to, GPtrArray *infos, TpChangeInfo *info, TpRecord *record, char *title)
{
  TpHistoryRow *row = g_object_new (TP_TYPE_HISTORY_ROW, NULL);
  gint64 time = tp_change_info_get_time (info);
  const char *author = tp_change_info_get_author (info);
  g_autofree char *clock = tp_clock_text (time, to->asked->zone);
  TpChangeInfo *by;

  row->seq = tp_change_info_get_seq (info);
  row->day = tp_day_of_time (time, to->asked->zone);
  row->day_text = tp_day_text (row->day, to->asked->today);
  row->subtitle = author != NULL ? g_strjoin (" · ", clock, author, NULL) : g_steal_pointer (&clock);
  row->title = title;
  if (tp_record_get_kind (record) != TP_KIND_EXPORTER)
    row->subject = name_of (to->reader, record);
  else if (tp_record_get_id (record) != to->asked->exporter)
    row->subject = g_strdup (tp_record_get_title (record)); /* one that was merged into it */
  row->undone = is_undone (infos, info, &by);
  if (row->undone)
    {
      g_autofree char *date = tp_day_format_short (tp_day_of_time (tp_change_info_get_time (by), to->asked->zone));
      const char *who = tp_change_info_get_author (by);

      /* Translators: a date and a person */
      row->undone_text = who != NULL ? g_strdup_printf (C_ ("history", "Undone on %s by %s"), date, who)
                                     /* Translators: a date */
                                     : g_strdup_printf (C_ ("history", "Undone on %s"), date);
    }
  g_ptr_array_add (to->rows, row);
  return row;
}

static char *
value_words (Gathering *to, TpRecord *record, const TpField *field, const TpValue *value)
{
  g_autoptr (TpRecord) then = NULL;

  if (!value->set)
    return g_strdup (C_ ("value of a field", "Not stated"));
  then = tp_record_edit (record);
  tp_record_set_value (then, (guint) tp_kind_field_index (tp_record_get_kind (record), field->name), value);
  return tp_record_field_display (to->reader, then, field);
}

static void
set_field (TpHistoryRow *row, TpKind kind, const TpField *field)
{
  row->field = g_strdup_printf ("%s.%s", tp_kind_token (kind), field != NULL ? field->name : "");
  if (field == NULL)
    row->field_title = g_strdup (tp_kind_title (kind));
  else if (kind == TP_KIND_EXPORTER)
    row->field_title = g_strdup (tp_field_title (field));
  else
    /* Translators: a kind of record and one of its fields: "Product: HS code" */
    row->field_title = g_strdup_printf (C_ ("history", "%s: %s"), tp_kind_title (kind), tp_field_title (field));
}

static void
add_change (Gathering *to, GPtrArray *infos, TpChangeInfo *info, TpRecord *record)
{
  TpKind kind = tp_record_get_kind (record);
  GArray *fields = tp_change_info_get_fields (info);
  TpChangeOp op = tp_change_info_get_op (info);

  if (tp_change_info_get_undoes (info) != 0 || tp_change_info_get_redoes (info) != 0)
    return;
  if (op != TP_CHANGE_OP_UPDATE)
    {
      set_field (add_row (to, infos, info, record,
                          g_strdup (op == TP_CHANGE_OP_INSERT ? C_ ("history", "Added")
                                                              : C_ ("history", "Deleted"))),
                 kind, NULL);
      return;
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const TpFieldChange *change = &g_array_index (fields, TpFieldChange, i);
      TpHistoryRow *row = add_row (to, infos, info, record, g_strdup (tp_field_title (change->field)));

      row->before = value_words (to, record, change->field, &change->before);
      row->after = value_words (to, record, change->field, &change->after);
      set_field (row, kind, change->field);
    }
}

/* A step of its own has its line: of the stage, of the requirement. */
static gboolean
has_own_line (TpRecord *record)
{
  return tp_record_get_kind (record) == TP_KIND_ACTIVITY
         && (tp_record_has_word (record, "kind", "stage") || tp_record_has_word (record, "kind", "requirement")
             || tp_record_has_word (record, "kind", "system"));
}

/* A record to be told of; one that is gone is NULL until the journal tells what it was. */
static void
want (GArray *refs, GPtrArray *records, TpKind kind, gint64 id, TpRecord *record)
{
  const TpRecordRef ref = { kind, id };

  if (record != NULL && has_own_line (record))
    return;
  g_array_append_val (refs, ref);
  g_ptr_array_add (records, record != NULL ? g_object_ref (record) : NULL);
}

static void
want_gone (GArray *refs, GPtrArray *records, TpKind kind, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    want (refs, records, kind, g_array_index (ids, gint64, i), NULL);
}

/* All that hangs on the exporter, in the order in which it is told of. */
static gboolean
want_children (Gathering *to, GArray *refs, GPtrArray *records, GError **error)
{
  gint64 exporter = to->asked->exporter;
  g_autoptr (GPtrArray) products = tp_reader_children (to->reader, TP_KIND_PRODUCT, "exporter", exporter);
  g_autoptr (GArray) which = g_array_new (FALSE, FALSE, sizeof (TpChildren));
  g_autoptr (GPtrArray) gone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      const TpChildren of = { children[i].kind, children[i].field, exporter };

      g_array_append_val (which, of);
    }
  for (guint i = 0; i < products->len; i++)
    {
      const TpChildren of = { TP_KIND_LISTING, "product", tp_record_get_id (g_ptr_array_index (products, i)) };

      g_array_append_val (which, of);
    }
  gone = tp_reader_deleted_children (to->reader, (const TpChildren *) (gconstpointer) which->data, which->len, error);
  if (gone == NULL)
    return FALSE;
  for (guint i = 0; i < which->len; i++)
    {
      const TpChildren *of = &g_array_index (which, TpChildren, i);
      g_autoptr (GPtrArray) found = of->kind == TP_KIND_PRODUCT
                                        ? g_ptr_array_ref (products)
                                        : tp_reader_children (to->reader, of->kind, of->field, of->parent);

      for (guint k = 0; k < found->len; k++)
        want (refs, records, of->kind, tp_record_get_id (g_ptr_array_index (found, k)), g_ptr_array_index (found, k));
      want_gone (refs, records, of->kind, g_ptr_array_index (gone, i));
    }
  return TRUE;
}

static void
add_record (Gathering *to, const TpRecordRef *ref, TpRecord *stored, GPtrArray *infos)
{
  g_autoptr (TpRecord) record = stored != NULL ? g_object_ref (stored) : remembered (ref->kind, infos);

  if (has_own_line (record))
    return;
  for (guint i = 0; i < infos->len; i++)
    {
      TpChangeInfo *info = g_ptr_array_index (infos, i);
      gint64 of = tp_change_info_get_record (info);
      g_autoptr (TpRecord) other
          = of != 0 && of != ref->id ? tp_reader_get (to->reader, ref->kind, of) : NULL;

      add_change (to, infos, info, other != NULL ? other : record);
    }
}

static void
unref_any (gpointer object)
{
  g_clear_object (&object);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const TpHistoryRow *one = *(TpHistoryRow *const *) a, *two = *(TpHistoryRow *const *) b;

  return one->seq > two->seq ? -1 : one->seq < two->seq ? 1 : 0;
}

/* Public API */

/**
 * tp_history_question_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 *
 * Returns: (transfer full): what to give tp_record_history_read()
 */
TpHistoryQuestion *
tp_history_question_new (TpWorkspace *workspace, gint64 exporter)
{
  TpHistoryQuestion *self = g_new0 (TpHistoryQuestion, 1);

  self->exporter = exporter;
  self->today = tp_workspace_get_today (workspace);
  self->zone = g_time_zone_ref (tp_workspace_get_time_zone (workspace));
  return self;
}

void
tp_history_question_free (gpointer question)
{
  TpHistoryQuestion *self = question;

  if (self == NULL)
    return;
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * tp_record_history_read:
 * @reader: a reader
 * @question: a #TpHistoryQuestion
 * @error: return location
 *
 * Reads what the journal says of an exporter, of its products, requirements,
 * enrolments, listings, benefits, sales, tasks and notes, and of exporters merged into
 * it (a #TpReadFunc).
 *
 * Returns: (transfer full) (nullable): a #GListStore of #TpHistoryRow, newest first
 */
gpointer
tp_record_history_read (TpReader *reader, gpointer question, GError **error)
{
  const TpHistoryQuestion *asked = question;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (unref_any);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TpRecordRef));
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  g_autoptr (GPtrArray) histories = NULL;
  Gathering to = { reader, asked, rows };
  GListStore *list;

  want (refs, records, TP_KIND_EXPORTER, asked->exporter, exporter);
  if (!want_children (&to, refs, records, error))
    return NULL;
  histories = tp_reader_histories (reader, (const TpRecordRef *) (gconstpointer) refs->data, refs->len, error);
  if (histories == NULL)
    return NULL;
  for (guint i = 0; i < refs->len; i++)
    add_record (&to, &g_array_index (refs, TpRecordRef, i), g_ptr_array_index (records, i),
                g_ptr_array_index (histories, i));
  /* Of one change the lines stay in the order they were gathered in. */
  g_ptr_array_sort (rows, compare_newest);
  list = g_list_store_new (TP_TYPE_HISTORY_ROW);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return list;
}
