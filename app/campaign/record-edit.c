/* record-edit.c: what a form wants done with one record, and the steps that the use
 * cases behind such forms share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-edit.h"

#include "error.h"
#include "field-text.h"
#include "rebase.h"

#include <glib/gi18n-lib.h>

/**
 * tp_record_edit_new:
 * @record: (transfer full): an unsealed record as it shall be; without an id it is to
 *   be added
 * @base: (nullable): the same as the person found it
 *
 * Returns: (transfer full): the input of a use case that adds, changes or removes it
 */
TpRecordEdit *
tp_record_edit_new (TpRecord *record, TpRecord *base)
{
  TpRecordEdit *self = g_new0 (TpRecordEdit, 1);

  self->record = record;
  if (base != NULL)
    self->base = g_object_ref (base);
  return self;
}

void
tp_record_edit_free (gpointer input)
{
  TpRecordEdit *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_object (&self->base);
  g_free (self);
}

/**
 * tp_record_edit_named:
 * @change: a change
 * @self: what is wanted
 * @kind: the kind of the record that is meant
 * @field: the field of the edited record that names it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): that record; %TP_ERROR_INVALID where none is
 *   named, %TP_ERROR_NOT_FOUND where it is gone
 */
TpRecord *
tp_record_edit_named (TpChange *change, TpRecordEdit *self, TpKind kind, const char *field, GError **error)
{
  TpRecord *found;

  if (!tp_record_is_set (self->record, field))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: the name of a field, such as Programme */
                   _ ("%s: choose one. Nothing was changed."),
                   tp_field_title (tp_kind_field (tp_record_get_kind (self->record), field)));
      return NULL;
    }
  found = tp_reader_get (tp_change_reader (change), kind, tp_record_get_number (self->record, field));
  if (found == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 /* Translators: the name of a field, such as Programme */
                 _ ("%s: what was chosen is no longer there, choose another. Nothing was changed."),
                 tp_field_title (tp_kind_field (tp_record_get_kind (self->record), field)));
  return found;
}

/**
 * tp_record_edit_begin:
 * @change: a change
 * @self: what is wanted; its record is brought up to what others changed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record as it is kept now, or itself where it
 *   is new; %TP_ERROR_NOT_FOUND, %TP_ERROR_CONFLICT
 */
TpRecord *
tp_record_edit_begin (TpChange *change, TpRecordEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  TpKind kind = tp_record_get_kind (self->record);
  gint64 id = tp_record_get_id (self->record);
  TpRecord *stored;

  if (id == 0)
    return g_object_ref (self->record);
  if (!tp_rebase (reader, self->base, &self->record, error))
    return NULL;
  stored = tp_reader_get (reader, kind, id);
  if (stored == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("“%s” is no longer there. Nothing was changed."),
                 tp_record_get_title (self->record));
  return stored;
}

/**
 * tp_record_edit_keep:
 * @change: a change
 * @self: what is wanted
 * @subject: whom or what the journal names
 * @error: return location
 *
 * Returns: whether it was valid and is kept
 */
gboolean
tp_record_edit_keep (TpChange *change, TpRecordEdit *self, const char *subject, GError **error)
{
  if (!tp_record_validate (self->record, error))
    return FALSE;
  tp_change_set_subject (change, subject);
  return tp_record_get_id (self->record) == 0 ? tp_change_insert (change, self->record, error)
                                              : tp_change_update (change, self->record, error);
}

/**
 * tp_record_edit_remove:
 * @change: a change
 * @self: which record
 * @subject: whom or what the journal names
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
tp_record_edit_remove (TpChange *change, TpRecordEdit *self, const char *subject, GError **error)
{
  tp_change_set_subject (change, subject);
  return tp_change_delete (change, tp_record_get_kind (self->record), tp_record_get_id (self->record), error);
}

/**
 * tp_record_edit_check_product:
 * @change: a change
 * @self: what is wanted, of a kind with a product
 * @exporter: the exporter it is about
 * @error: return location
 *
 * Returns: whether the product, where one is named, is that exporter's
 */
gboolean
tp_record_edit_check_product (TpChange *change, TpRecordEdit *self, gint64 exporter, GError **error)
{
  g_autoptr (TpRecord) product = NULL;

  if (!tp_record_is_set (self->record, "product"))
    return TRUE;
  product = tp_record_edit_named (change, self, TP_KIND_PRODUCT, "product", error);
  if (product == NULL)
    return FALSE;
  if (tp_record_get_number (product, "exporter") == exporter)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               /* Translators: the name of a product */
               _ ("“%s” is another exporter's product: choose one of its own. Nothing was changed."),
               tp_record_get_title (product));
  return FALSE;
}

/**
 * tp_record_check_past:
 * @record: a record
 * @field: a day of it that is to have been
 * @today: today
 * @error: return location
 *
 * Returns: whether the day is not after @today, or not stated
 */
gboolean
tp_record_check_past (TpRecord *record, const char *field, TpDay today, GError **error)
{
  g_autofree char *day = NULL;

  if (!tp_record_is_set (record, field) || tp_record_get_day (record, field) <= today)
    return TRUE;
  day = tp_day_format (tp_record_get_day (record, field), TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               /* Translators: a field's name, such as "Accepted on", and a date */
               _ ("%s: %s is still to come, enter the day on which it happened. Nothing was changed."),
               tp_field_title (tp_kind_field (tp_record_get_kind (record), field)), day);
  return FALSE;
}
