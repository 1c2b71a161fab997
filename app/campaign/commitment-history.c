/* commitment-history.c: what was done to a promise, in words, from the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-detail-private.h"

#include "change-info.h"
#include "detail-line.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

/* One value of a changed field, with what it is read by (a currency, a precision)
 * taken from the record as it is now. */
static char *
value_words (TpRecord *record, const TpField *field, const TpValue *value)
{
  g_autoptr (TpRecord) scratch = tp_record_edit (record);

  tp_record_set_value (scratch, (guint) tp_kind_field_index (tp_record_get_kind (record), field->name), value);
  return tp_field_to_display (field, scratch);
}

/* "Capital: CN¥100 bn → CN¥200 bn"; long texts are only named. */
static char *
field_words (TpRecord *record, const TpFieldChange *change)
{
  g_autofree char *before = NULL, *after = NULL;

  if (change->field->type == TP_FIELD_NOTE)
    return g_strdup (tp_field_title (change->field));
  before = value_words (record, change->field, &change->before);
  after = value_words (record, change->field, &change->after);
  /* Translators: a field, its former value, its new value */
  return g_strdup_printf (C_ ("change of a field", "%s: %s → %s"), tp_field_title (change->field), before,
                          after);
}

static char *
change_words (TpRecord *record, TpChangeInfo *info)
{
  GArray *fields = tp_change_info_get_fields (info);
  const char *name = tp_record_get_kind (record) == TP_KIND_COMMITMENT ? NULL : tp_record_get_title (record);
  GString *text = g_string_new (NULL);

  if (name != NULL)
    g_string_append_printf (text, C_ ("before what changed", "%s: "), name);
  switch (tp_change_info_get_op (info))
    {
    case TP_CHANGE_OP_INSERT:
      g_string_append (text, C_ ("history", "Recorded"));
      break;
    case TP_CHANGE_OP_DELETE:
      g_string_append (text, C_ ("history", "Deleted"));
      break;
    case TP_CHANGE_OP_UPDATE:
    case TP_CHANGE_OP_NONE:
    default:
      for (guint i = 0; i < fields->len; i++)
        {
          g_autofree char *words = field_words (record, &g_array_index (fields, TpFieldChange, i));

          g_string_append_printf (text, "%s%s", i > 0 ? C_ ("between changed fields", "; ") : "", words);
        }
      break;
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 time;
  TpDetailLine *line;
} Dated;

static void
dated_clear (gpointer data)
{
  g_object_unref (((Dated *) data)->line);
}

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const Dated *) a)->time, two = ((const Dated *) b)->time;

  return one > two ? -1 : one < two ? 1 : 0;
}

static gboolean
add_record (TpCommitmentDetail *self, TpReader *reader, TpRecord *record, GArray *dated, GError **error)
{
  g_autoptr (GPtrArray) infos
      = tp_reader_history (reader, tp_record_get_kind (record), tp_record_get_id (record), error);

  if (infos == NULL)
    return FALSE;
  for (guint i = 0; i < infos->len; i++)
    {
      TpChangeInfo *info = g_ptr_array_index (infos, i);
      gint64 time = tp_change_info_get_time (info);
      g_autofree char *words = change_words (record, info);
      g_autofree char *day = tp_day_format_short (tp_day_of_time (time, self->zone));
      Dated item = { time, tp_detail_line_new (words, tp_change_info_get_author (info), day) };

      g_array_append_val (dated, item);
    }
  return TRUE;
}

/**
 * tp_commitment_detail_take_history:
 * @self: a promise in words, with its status
 * @reader: a reader
 * @error: return location
 *
 * The promise's and its indicators', newest first.
 *
 * Returns: whether the journal could be read
 */
gboolean
tp_commitment_detail_take_history (TpCommitmentDetail *self, TpReader *reader, GError **error)
{
  GPtrArray *indicators = tp_commitment_status_get_indicators (self->status);
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));

  g_array_set_clear_func (dated, dated_clear);
  if (!add_record (self, reader, tp_commitment_status_get_record (self->status), dated, error))
    return FALSE;
  for (guint i = 0; i < indicators->len; i++)
    if (!add_record (self, reader, tp_indicator_status_get_record (g_ptr_array_index (indicators, i)), dated,
                     error))
      return FALSE;
  g_array_sort (dated, compare_dated);
  for (guint i = 0; i < dated->len; i++)
    g_list_store_append (self->history, g_array_index (dated, Dated, i).line);
  return TRUE;
}
