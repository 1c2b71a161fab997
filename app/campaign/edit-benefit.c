/* edit-benefit.c: what an exporter received from a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-benefit.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/* Benefits in kind have a value only where someone states one. */
static gboolean
check_value (TpRecord *benefit, GError **error)
{
  if (!tp_record_is_set (benefit, "value"))
    tp_record_clear (benefit, "currency");
  else if (!tp_record_is_set (benefit, "currency"))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("A stated value needs a currency: choose one. Nothing was changed."));
      return FALSE;
    }
  if (!tp_record_is_set (benefit, "quantity") || tp_record_get_number (benefit, "quantity") > 0)
    return TRUE;
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("A benefit has a quantity of at least 1: enter how many. Nothing was changed."));
  return FALSE;
}

/**
 * tp_benefit_check:
 * @benefit: an unsealed benefit as it shall be; a currency without a value is cleared
 * @today: today
 * @field: (out): the field at fault
 * @error: return location
 *
 * The rules of benefits, for whoever keeps one.
 *
 * Returns: whether it may be kept; %TP_ERROR_INVALID, %TP_ERROR_REFUSED for a day to come
 *   of one that is no plan
 */
gboolean
tp_benefit_check (TpRecord *benefit, TpDay today, const char **field, GError **error)
{
  *field = tp_record_is_set (benefit, "value") && !tp_record_is_set (benefit, "currency") ? "value" : "quantity";
  if (!check_value (benefit, error))
    return FALSE;
  *field = "date";
  return tp_record_has_word (benefit, "status", "planned") || tp_record_check_past (benefit, "date", today, error);
}

/**
 * tp_edit_benefit_run:
 * @change: a change
 * @input: a #TpRecordEdit with a benefit
 * @error: return location
 *
 * Adds or changes a benefit (a #TpChangeFunc). One that was used or missed lies back;
 * only a planned one may be dated to come.
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_REFUSED, %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_benefit_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (TpRecord) programme = NULL;
  const char *field = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  if (exporter == NULL)
    return FALSE;
  programme = tp_record_edit_named (change, self, TP_KIND_PROGRAMME, "programme", error);
  return programme != NULL && tp_benefit_check (self->record, tp_change_today (change), &field, error)
         && tp_record_edit_check_product (change, self, tp_record_get_id (exporter), error)
         && tp_record_edit_keep (change, self, tp_record_get_title (exporter), error);
}

/**
 * tp_remove_benefit_run:
 * @change: a change
 * @input: a #TpRecordEdit with a benefit
 * @error: return location
 *
 * Removes a benefit that was entered by mistake (a #TpChangeFunc).
 *
 * Returns: whether it is gone
 */
gboolean
tp_remove_benefit_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  return exporter != NULL && tp_record_edit_remove (change, self, tp_record_get_title (exporter), error);
}
