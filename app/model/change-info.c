/* change-info.c: one entry of the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-info.h"

struct _TpChangeInfo
{
  GObject parent_instance;

  gint64 seq, key, time, undoes, redoes, rows, record;
  char *author, *verb, *subject;
  TpChangeOp op;
  GArray *fields; /* of TpFieldChange */
};

G_DEFINE_FINAL_TYPE (TpChangeInfo, tp_change_info, G_TYPE_OBJECT)

enum
{
  PROP_SEQ = 1,
  PROP_TIME,
  PROP_AUTHOR,
  PROP_VERB,
  PROP_SUBJECT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
clear_field_change (gpointer data)
{
  TpFieldChange *change = data;

  g_clear_pointer (&change->before.text, g_ref_string_release);
  g_clear_pointer (&change->after.text, g_ref_string_release);
}

static void
tp_change_info_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpChangeInfo *self = TP_CHANGE_INFO (object);

  switch (id)
    {
    case PROP_SEQ:
      g_value_set_int64 (value, self->seq);
      break;
    case PROP_TIME:
      g_value_set_int64 (value, self->time);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_VERB:
      g_value_set_string (value, self->verb);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_change_info_finalize (GObject *object)
{
  TpChangeInfo *self = TP_CHANGE_INFO (object);

  g_free (self->author);
  g_free (self->verb);
  g_free (self->subject);
  g_array_unref (self->fields);
  G_OBJECT_CLASS (tp_change_info_parent_class)->finalize (object);
}

static void
tp_change_info_class_init (TpChangeInfoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_change_info_get_property;
  object_class->finalize = tp_change_info_finalize;
  props[PROP_SEQ] = g_param_spec_int64 ("seq", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  props[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, flags);
  props[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_change_info_init (TpChangeInfo *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (TpFieldChange));
  g_array_set_clear_func (self->fields, clear_field_change);
}

/**
 * tp_change_info_new:
 * @seq: its number in this copy of the workspace
 * @key: its key, unique over copies
 * @time: when, milliseconds since 1970 in UTC
 * @author: (nullable): who
 * @verb: what was done, a token such as "advance-exporter"
 * @subject: (nullable): to what, in words
 * @undoes: the key of the change it takes back, or 0
 * @redoes: the key of the change it brings back, or 0
 * @rows: how many rows it changed
 *
 * Returns: (transfer full): the entry
 */
TpChangeInfo *
tp_change_info_new (gint64 seq, gint64 key, gint64 time, const char *author, const char *verb,
                    const char *subject, gint64 undoes, gint64 redoes, gint64 rows)
{
  TpChangeInfo *self = g_object_new (TP_TYPE_CHANGE_INFO, NULL);

  self->seq = seq;
  self->key = key;
  self->time = time;
  self->author = g_strdup (author);
  self->verb = g_strdup (verb);
  self->subject = g_strdup (subject);
  self->undoes = undoes;
  self->redoes = redoes;
  self->rows = rows;
  return self;
}

/**
 * tp_change_info_get_seq:
 * @self: an entry of the journal
 *
 * Returns: its number in this copy of the workspace, from 1
 */
gint64
tp_change_info_get_seq (TpChangeInfo *self)
{
  return self->seq;
}

/**
 * tp_change_info_get_key:
 * @self: an entry of the journal
 *
 * Returns: its key, unique over copies of the workspace
 */
gint64
tp_change_info_get_key (TpChangeInfo *self)
{
  return self->key;
}

/**
 * tp_change_info_get_time:
 * @self: an entry of the journal
 *
 * Returns: when it was made, milliseconds since 1970 in UTC
 */
gint64
tp_change_info_get_time (TpChangeInfo *self)
{
  return self->time;
}

/**
 * tp_change_info_get_author:
 * @self: an entry of the journal
 *
 * Returns: (nullable) (transfer none): who made it
 */
const char *
tp_change_info_get_author (TpChangeInfo *self)
{
  return self->author;
}

/**
 * tp_change_info_get_verb:
 * @self: an entry of the journal
 *
 * Returns: (transfer none): what was done, a token such as "advance-exporter"
 */
const char *
tp_change_info_get_verb (TpChangeInfo *self)
{
  return self->verb;
}

/**
 * tp_change_info_get_subject:
 * @self: an entry of the journal
 *
 * Returns: (nullable) (transfer none): what it was done to: a name
 */
const char *
tp_change_info_get_subject (TpChangeInfo *self)
{
  return self->subject;
}

/**
 * tp_change_info_get_undoes:
 * @self: an entry of the journal
 *
 * Returns: the key of the change that it takes back, or 0
 */
gint64
tp_change_info_get_undoes (TpChangeInfo *self)
{
  return self->undoes;
}

/**
 * tp_change_info_get_redoes:
 * @self: an entry of the journal
 *
 * Returns: the key of the change that it brings back, or 0
 */
gint64
tp_change_info_get_redoes (TpChangeInfo *self)
{
  return self->redoes;
}

/**
 * tp_change_info_get_rows:
 * @self: an entry of the journal
 *
 * Returns: how many rows it changed
 */
gint64
tp_change_info_get_rows (TpChangeInfo *self)
{
  return self->rows;
}

/**
 * tp_change_info_set_record:
 * @self: an entry of the journal
 * @id: the record whose history it is a part of
 */
void
tp_change_info_set_record (TpChangeInfo *self, gint64 id)
{
  g_return_if_fail (TP_IS_CHANGE_INFO (self));
  self->record = id;
}

/**
 * tp_change_info_get_record:
 * @self: an entry of the journal
 *
 * Returns: the id of the record that its fields are of: the one whose history was asked
 *   for, or an exporter that was merged into it
 */
gint64
tp_change_info_get_record (TpChangeInfo *self)
{
  g_return_val_if_fail (TP_IS_CHANGE_INFO (self), 0);
  return self->record;
}

/**
 * tp_change_info_set_op:
 * @self: an entry of one record's history
 * @op: what was done to the record
 */
void
tp_change_info_set_op (TpChangeInfo *self, TpChangeOp op)
{
  self->op = op;
}

/**
 * tp_change_info_get_op:
 * @self: an entry of one record's history
 *
 * Returns: what was done to the record
 */
TpChangeOp
tp_change_info_get_op (TpChangeInfo *self)
{
  return self->op;
}

/**
 * tp_change_info_add_field:
 * @self: an entry of one record's history
 * @field: the field that changed
 * @before: its value before
 * @after: its value after
 */
void
tp_change_info_add_field (TpChangeInfo *self, const TpField *field, const TpValue *before,
                          const TpValue *after)
{
  TpFieldChange change = { field, *before, *after };

  if (change.before.text != NULL)
    change.before.text = g_ref_string_acquire (change.before.text);
  if (change.after.text != NULL)
    change.after.text = g_ref_string_acquire (change.after.text);
  g_array_append_val (self->fields, change);
}

/**
 * tp_change_info_get_fields:
 * @self: an entry of one record's history
 *
 * Returns: (transfer none) (element-type TpFieldChange): what it did to each field
 */
GArray *
tp_change_info_get_fields (TpChangeInfo *self)
{
  return self->fields;
}
