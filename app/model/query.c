/* query.c: which records, in what order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query.h"

#include <string.h>

struct _TpQuery
{
  GObject parent_instance;

  TpKind kind;
  char *search;
  TpDay as_of;
  const char *sort; /* interned */
  gboolean descending;
  guint offset, limit;
  GPtrArray *conditions;
};

G_DEFINE_FINAL_TYPE (TpQuery, tp_query, G_TYPE_OBJECT)

static void
condition_free (gpointer data)
{
  TpCondition *condition = data;

  g_ptr_array_unref (condition->texts);
  g_array_unref (condition->numbers);
  g_free (condition);
}

/* The condition on @field with @op, made where there is none yet. */
static TpCondition *
condition_on (TpQuery *self, const char *field, TpOp op)
{
  TpCondition *condition;

  field = g_intern_string (field);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      condition = g_ptr_array_index (self->conditions, i);
      if (condition->field == field && condition->op == op)
        return condition;
    }
  condition = g_new0 (TpCondition, 1);
  condition->field = field;
  condition->op = op;
  condition->texts = g_ptr_array_new_with_free_func (g_free);
  condition->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->conditions, condition);
  return condition;
}

static void
tp_query_finalize (GObject *object)
{
  TpQuery *self = TP_QUERY (object);

  g_free (self->search);
  g_ptr_array_unref (self->conditions);
  G_OBJECT_CLASS (tp_query_parent_class)->finalize (object);
}

static void
tp_query_class_init (TpQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_query_finalize;
}

static void
tp_query_init (TpQuery *self)
{
  self->as_of = TP_DAY_NONE;
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
}

/**
 * tp_query_new:
 * @kind: what to look for
 *
 * Returns: (transfer full): a query for all records of that kind, oldest first
 */
TpQuery *
tp_query_new (TpKind kind)
{
  TpQuery *self = g_object_new (TP_TYPE_QUERY, NULL);

  self->kind = kind;
  return self;
}

/**
 * tp_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): one that can be changed without changing @self
 */
TpQuery *
tp_query_copy (TpQuery *self)
{
  TpQuery *copy = tp_query_new (self->kind);

  copy->search = g_strdup (self->search);
  copy->as_of = self->as_of;
  copy->sort = self->sort;
  copy->descending = self->descending;
  copy->offset = self->offset;
  copy->limit = self->limit;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      TpCondition *from = g_ptr_array_index (self->conditions, i);
      TpCondition *to = condition_on (copy, from->field, from->op);

      for (guint t = 0; t < from->texts->len; t++)
        g_ptr_array_add (to->texts, g_strdup (g_ptr_array_index (from->texts, t)));
      g_array_append_vals (to->numbers, from->numbers->data, from->numbers->len);
    }
  return copy;
}

/**
 * tp_query_get_kind:
 * @self: a query
 *
 * Returns: the kind of the records it asks for
 */
TpKind
tp_query_get_kind (TpQuery *self)
{
  return self->kind;
}

/**
 * tp_query_set_search:
 * @self: a query
 * @text: (nullable): what the person typed; %NULL or blank for no search
 */
void
tp_query_set_search (TpQuery *self, const char *text)
{
  g_set_str (&self->search, text != NULL && *text != '\0' ? text : NULL);
}

/**
 * tp_query_get_search:
 * @self: a query
 *
 * Returns: (nullable) (transfer none): what the person typed, %NULL for no search
 */
const char *
tp_query_get_search (TpQuery *self)
{
  return self->search;
}

/**
 * tp_query_set_as_of:
 * @self: a query
 * @day: the day whose state is asked for, or %TP_DAY_NONE for the present one
 */
void
tp_query_set_as_of (TpQuery *self, TpDay day)
{
  self->as_of = day;
}

/**
 * tp_query_get_as_of:
 * @self: a query
 *
 * Returns: the day whose state is asked for, or %TP_DAY_NONE for the present one
 */
TpDay
tp_query_get_as_of (TpQuery *self)
{
  return self->as_of;
}

/**
 * tp_query_set_sort:
 * @self: a query
 * @field: (nullable): a field, or one of those that the head of query.h names; %NULL
 *   for the order in which they were made
 * @descending: whether the largest, or newest, comes first; records without a value come last all
 *   the same
 */
void
tp_query_set_sort (TpQuery *self, const char *field, gboolean descending)
{
  self->sort = g_intern_string (field);
  self->descending = descending;
}

/**
 * tp_query_get_sort:
 * @self: a query
 * @descending: (out) (optional): whether the largest comes first
 *
 * Returns: (nullable) (transfer none): the field that it sorts by
 */
const char *
tp_query_get_sort (TpQuery *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

/**
 * tp_query_set_range:
 * @self: a query
 * @offset: how many records to pass over
 * @limit: how many to give at most; 0 for all
 */
void
tp_query_set_range (TpQuery *self, guint offset, guint limit)
{
  self->offset = offset;
  self->limit = limit;
}

/**
 * tp_query_get_range:
 * @self: a query
 * @offset: (out): how many records it passes over
 * @limit: (out): how many it gives at most; 0 for all
 */
void
tp_query_get_range (TpQuery *self, guint *offset, guint *limit)
{
  *offset = self->offset;
  *limit = self->limit;
}

/**
 * tp_query_where_text:
 * @self: a query
 * @field: a text field
 * @value: a value it may have; several calls with one field mean any of the values
 */
void
tp_query_where_text (TpQuery *self, const char *field, const char *value)
{
  g_ptr_array_add (condition_on (self, field, TP_OP_EQUAL)->texts, g_strdup (value));
}

/**
 * tp_query_where_number:
 * @self: a query
 * @field: a field of numbers
 * @op: %TP_OP_EQUAL, %TP_OP_AT_LEAST or %TP_OP_AT_MOST
 * @value: in the unit of the field; several equal ones mean any of them
 */
void
tp_query_where_number (TpQuery *self, const char *field, TpOp op, gint64 value)
{
  g_array_append_val (condition_on (self, field, op)->numbers, value);
}

/**
 * tp_query_where:
 * @self: a query
 * @field: any field
 * @op: %TP_OP_IS_SET or %TP_OP_NOT_SET
 */
void
tp_query_where (TpQuery *self, const char *field, TpOp op)
{
  condition_on (self, field, op);
}

/**
 * tp_query_drop:
 * @self: a query
 * @field: a field
 *
 * Takes every condition on @field away.
 */
void
tp_query_drop (TpQuery *self, const char *field)
{
  field = g_intern_string (field);
  for (guint i = self->conditions->len; i > 0; i--)
    if (((TpCondition *) g_ptr_array_index (self->conditions, i - 1))->field == field)
      g_ptr_array_remove_index (self->conditions, i - 1);
}

/**
 * tp_query_get_conditions:
 * @self: a query
 *
 * Returns: (transfer none) (element-type TpCondition): all of which must hold
 */
GPtrArray *
tp_query_get_conditions (TpQuery *self)
{
  return self->conditions;
}
