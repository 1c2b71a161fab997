/* merge-review.c: two exporters side by side, before they become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-review.h"

#include "error.h"
#include "field-text.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What moves, in the order it is told. */
enum
{
  N_PRODUCTS,
  N_ENROLMENTS,
  N_BENEFITS,
  N_SALES,
  N_REQUIREMENTS,
  N_ACTIVITIES,
  N_TASKS,
  N_ENTRIES,
  N_COUNTS,
};

static const TpKind counted[N_COUNTS] = {
  TP_KIND_PRODUCT, TP_KIND_ENROLMENT, TP_KIND_BENEFIT, TP_KIND_SALE, TP_KIND_REQUIREMENT_STATUS,
  TP_KIND_ACTIVITY, TP_KIND_TASK, TP_KIND_ENTRY,
};

struct _TpMergeField
{
  GObject parent_instance;

  const TpField *field;
  char *values[2];
};

G_DEFINE_FINAL_TYPE (TpMergeField, tp_merge_field, G_TYPE_OBJECT)

struct _TpMergeReview
{
  GObject parent_instance;

  TpRecord *records[2];
  guint counts[2][N_COUNTS];
  TpDuplicateReasons reasons;
};

G_DEFINE_FINAL_TYPE (TpMergeReview, tp_merge_review, G_TYPE_OBJECT)

static void
tp_merge_field_finalize (GObject *object)
{
  TpMergeField *self = TP_MERGE_FIELD (object);

  g_free (self->values[0]);
  g_free (self->values[1]);
  G_OBJECT_CLASS (tp_merge_field_parent_class)->finalize (object);
}

static void
tp_merge_field_class_init (TpMergeFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_merge_field_finalize;
}

static void
tp_merge_field_init (TpMergeField *self)
{
}

static void
tp_merge_review_dispose (GObject *object)
{
  TpMergeReview *self = TP_MERGE_REVIEW (object);

  g_clear_object (&self->records[0]);
  g_clear_object (&self->records[1]);
  G_OBJECT_CLASS (tp_merge_review_parent_class)->dispose (object);
}

static void
tp_merge_review_class_init (TpMergeReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tp_merge_review_dispose;
}

static void
tp_merge_review_init (TpMergeReview *self)
{
}

static char *
value_of (TpRecord *record, const TpField *field)
{
  return tp_record_is_set (record, field->name) ? tp_field_to_display (field, record) : NULL;
}

/* The fields that people choose between; @equal: those that both have alike. */
static GListModel *
list_fields (TpMergeReview *self, gboolean equal, gboolean swapped)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  GListStore *list = g_list_store_new (TP_TYPE_MERGE_FIELD);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      gboolean amount = field->type == TP_FIELD_MINOR;
      g_autoptr (TpMergeField) item = NULL;
      gboolean same = tp_value_equal (tp_record_value (self->records[0], i), tp_record_value (self->records[1], i));

      /* An amount is not the same amount in another currency. */
      if (amount && g_strcmp0 (tp_record_get_text (self->records[0], "currency"),
                               tp_record_get_text (self->records[1], "currency")) != 0)
        same = !tp_record_is_set (self->records[0], field->name) && !tp_record_is_set (self->records[1], field->name);
      if (!tp_merge_may_choose (field) || same != equal
          || (same && !tp_record_is_set (self->records[0], field->name)))
        continue;
      item = g_object_new (TP_TYPE_MERGE_FIELD, NULL);
      item->field = field;
      item->values[0] = value_of (self->records[swapped ? 1 : 0], field);
      item->values[1] = value_of (self->records[swapped ? 0 : 1], field);
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}

static char *
count_text (int what, guint n)
{
  g_autofree char *number = tp_count_format (n);

  switch (what)
    {
    case N_PRODUCTS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s product", "%s products", n), number);
    case N_ENROLMENTS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s enrolment", "%s enrolments", n), number);
    case N_BENEFITS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s benefit", "%s benefits", n), number);
    case N_SALES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s domestic sale", "%s domestic sales", n), number);
    case N_REQUIREMENTS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s requirement", "%s requirements", n), number);
    case N_ACTIVITIES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s activity", "%s activities", n), number);
    case N_TASKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s task", "%s tasks", n), number);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ledger entry", "%s ledger entries", n), number);
    }
}

/* Public API */

/**
 * tp_merge_field_get_name:
 * @self: a field of two exporters
 *
 * Returns: its name, for tp_merge_choose()
 */
const char *
tp_merge_field_get_name (TpMergeField *self)
{
  return self->field->name;
}

/**
 * tp_merge_field_get_title:
 * @self: a field of two exporters
 *
 * Returns: (transfer none): the field's name
 */
const char *
tp_merge_field_get_title (TpMergeField *self)
{
  return tp_field_title (self->field);
}

/**
 * tp_merge_field_get_value:
 * @self: a field of two exporters
 * @of_other: of the one that goes into the other
 *
 * Returns: (nullable): its value as people read it; %NULL where it is not stated
 */
const char *
tp_merge_field_get_value (TpMergeField *self, gboolean of_other)
{
  return self->values[of_other ? 1 : 0];
}

/**
 * tp_merge_review_read:
 * @reader: a reader
 * @ask: a #TpMergeAsk
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpMergeReview; %TP_ERROR_NOT_FOUND
 */
gpointer
tp_merge_review_read (TpReader *reader, gpointer ask, GError **error)
{
  const TpMergeAsk *wanted = ask;
  const gint64 ids[2] = { wanted->exporter, wanted->other };
  g_autoptr (TpMergeReview) self = g_object_new (TP_TYPE_MERGE_REVIEW, NULL);

  for (int side = 0; side < 2; side++)
    {
      self->records[side] = tp_reader_get (reader, TP_KIND_EXPORTER, ids[side]);
      if (self->records[side] == NULL)
        {
          g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                               _ ("The exporter is no longer there. Nothing was changed."));
          return NULL;
        }
      for (int i = 0; i < N_COUNTS; i++)
        {
          g_autoptr (TpQuery) query = tp_query_new (counted[i]);
          g_autoptr (GArray) children = NULL;

          tp_query_where_number (query, "exporter", TP_OP_EQUAL, ids[side]);
          children = tp_reader_select (reader, query, error);
          if (children == NULL)
            return NULL;
          self->counts[side][i] = children->len;
        }
    }
  self->reasons = tp_duplicate_reasons (self->records[0], self->records[1]);
  return g_steal_pointer (&self);
}

/**
 * tp_merge_review_start:
 * @self: a review
 * @swapped: whether the second is the one that stays
 *
 * Returns: (transfer full): the merge with what wins unless somebody chooses otherwise
 */
TpMerge *
tp_merge_review_start (TpMergeReview *self, gboolean swapped)
{
  return tp_merge_new (self->records[swapped ? 1 : 0], self->records[swapped ? 0 : 1]);
}

/**
 * tp_merge_review_resume:
 * @self: a review, read anew
 * @swapped: whether the second is the one that stays
 * @former: what was chosen before, between the same two
 *
 * Choices hold where both values are as they were when they were made; of fields that
 * changed meanwhile the person has to think again.
 *
 * Returns: (transfer full): the merge with those choices
 */
TpMerge *
tp_merge_review_resume (TpMergeReview *self, gboolean swapped, TpMerge *former)
{
  TpMerge *merge = tp_merge_review_start (self, swapped);
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);

  if (tp_record_get_id (former->survivor) != tp_record_get_id (merge->survivor))
    return merge;
  for (guint i = 0; i < info->n_fields; i++)
    if (tp_merge_may_choose (&info->fields[i])
        && tp_value_equal (tp_record_value (former->survivor, i), tp_record_value (merge->survivor, i))
        && tp_value_equal (tp_record_value (former->other, i), tp_record_value (merge->other, i)))
      tp_merge_choose (merge, info->fields[i].name, former->from_other[i]);
  return merge;
}

/**
 * tp_merge_review_differing:
 * @self: a review
 * @swapped: whether the second is the one that stays
 *
 * Returns: (transfer full): the fields (#TpMergeField) in which they differ
 */
GListModel *
tp_merge_review_differing (TpMergeReview *self, gboolean swapped)
{
  return list_fields (self, FALSE, swapped);
}

/**
 * tp_merge_review_equal:
 * @self: a review
 *
 * Returns: (transfer full): the fields (#TpMergeField) that both state alike
 */
GListModel *
tp_merge_review_equal (TpMergeReview *self)
{
  return list_fields (self, TRUE, FALSE);
}

/**
 * tp_merge_review_moves:
 * @self: a review
 * @swapped: whether the second is the one that stays
 *
 * Returns: (transfer full): what becomes of all that hangs on the one that goes, in
 *   sentences
 */
char *
tp_merge_review_moves (TpMergeReview *self, gboolean swapped)
{
  const guint *counts = self->counts[swapped ? 0 : 1];
  const char *stays = tp_record_get_title (self->records[swapped ? 1 : 0]);
  const char *goes = tp_record_get_title (self->records[swapped ? 0 : 1]);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *list = NULL;

  for (int i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *part = counts[i] > 0 ? count_text (i, counts[i]) : NULL;
      char *longer;

      if (part == NULL)
        continue;
      longer = list != NULL ? g_strconcat (list, C_ ("between the items of a list", ", "), part, NULL)
                            : g_strdup (part);
      g_free (list);
      list = longer;
    }
  if (list != NULL)
    /* Translators: "4 products, 2 enrolments", and the exporter they move to */
    g_string_append_printf (text, _ ("Moves to “%2$s”: %1$s."), list, stays);
  else
    /* Translators: an exporter's name */
    g_string_append_printf (text, _ ("No products, documents or activities hang on “%s”."), goes);
  g_string_append_c (text, ' ');
  /* Translators: an exporter's name */
  g_string_append_printf (text, _ ("“%s” goes to the archive, and its history stays readable."), goes);
  if (counts[N_ENTRIES] > 0)
    {
      g_autofree char *entries = count_text (N_ENTRIES, counts[N_ENTRIES]);

      g_string_append_c (text, ' ');
      /* Translators: "3 ledger entries" */
      g_string_append_printf (text, _ ("The ledger is not rewritten: %s still to its name."), entries);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tp_merge_review_why:
 * @self: a review
 *
 * Returns: (transfer full) (nullable): why the two are likely one
 */
char *
tp_merge_review_why (TpMergeReview *self)
{
  return self->reasons != 0 ? tp_duplicate_reasons_text (self->reasons, self->records[0]) : NULL;
}

/**
 * tp_merge_review_get_record:
 * @self: a review
 * @other: the second of the two
 *
 * Returns: (transfer none): the exporter
 */
TpRecord *
tp_merge_review_get_record (TpMergeReview *self, gboolean other)
{
  return self->records[other ? 1 : 0];
}
