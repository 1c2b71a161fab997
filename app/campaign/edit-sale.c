/* edit-sale.c: an exporter's domestic sales, added, changed and removed.
 *
 * A sale is an order, or what a month came to. Returned goods are a sale below zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-sale.h"

#include "error.h"
#include "half-width.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* "2025-3", "2025/03", "2025年3月": a year and a month and nothing else. */
static gboolean
parse_month (const char *text, int *year, int *month)
{
  g_autofree char *plain = tp_half_width (text);
  g_autoptr (GString) bare = g_string_new (g_strstrip (plain));
  int end = 0;

  g_string_replace (bare, "年", "-", 0);
  g_string_replace (bare, "月", "", 0);
  g_string_replace (bare, "/", "-", 0);
  g_string_replace (bare, ".", "-", 0);
  g_string_replace (bare, " ", "", 0);
  return sscanf (bare->str, "%4d-%2d%n", year, month, &end) == 2 && bare->str[end] == '\0' && *year >= 1000
         && *month >= 1 && *month <= 12;
}

/**
 * tp_sale_date_parse:
 * @text: a day, or a month for what a month came to
 * @today: today in the workspace's time zone
 * @day: (out): the day; of a month its last, and of the present month today, because
 *   what a month came to is known at its end
 * @is_month: (out) (optional): whether @text is a month
 * @error: return location
 *
 * Returns: whether it can be read; otherwise %TP_ERROR_INVALID is set
 */
gboolean
tp_sale_date_parse (const char *text, TpDay today, TpDay *day, gboolean *is_month, GError **error)
{
  int year, month;

  if (is_month != NULL)
    *is_month = FALSE;
  if (tp_day_parse (text, day, NULL))
    return TRUE;
  if (!parse_month (text, &year, &month))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is neither a day nor a month: enter one such as 2025-05-02, or 2025-05 for all of May"),
                   text);
      return FALSE;
    }
  if (is_month != NULL)
    *is_month = TRUE;
  *day = tp_day_new (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
  if (*day > today && tp_day_new (year, month, 1) <= today)
    *day = today;
  return TRUE;
}

static gboolean
check_figures (TpRecord *sale, GError **error)
{
  gint64 amount = tp_record_get_number (sale, "amount");
  gint64 quantity = tp_record_get_number (sale, "quantity");

  if (tp_record_is_set (sale, "amount") && amount == 0)
    g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                         _ ("A sale of nothing is none: enter what was paid. Nothing was changed."));
  else if (tp_record_is_set (sale, "quantity") && quantity == 0)
    g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                         _ ("The quantity is 0: enter how many were sold, or leave it empty where that is not "
                            "known. Nothing was changed."));
  else if (tp_record_is_set (sale, "amount") && quantity != 0 && (amount < 0) != (quantity < 0))
    g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                         _ ("Amount and quantity point different ways: goods that came back have both below "
                            "zero. Nothing was changed."));
  else
    return TRUE;
  return FALSE;
}

/**
 * tp_sale_check:
 * @sale: a sale as it shall be
 * @today: today
 * @field: (out): the field at fault
 * @error: return location
 *
 * The rules of sales, for whoever keeps one.
 *
 * Returns: whether it may be kept; %TP_ERROR_INVALID, %TP_ERROR_REFUSED for a day to come
 */
gboolean
tp_sale_check (TpRecord *sale, TpDay today, const char **field, GError **error)
{
  *field = "amount";
  if (!check_figures (sale, error))
    return FALSE;
  *field = "date";
  return tp_record_check_past (sale, "date", today, error);
}

/**
 * tp_edit_sale_run:
 * @change: a change
 * @input: a #TpRecordEdit with a sale
 * @error: return location
 *
 * Adds or changes a domestic sale (a #TpChangeFunc); below zero for returned goods.
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_REFUSED for another
 *   exporter's product or a day to come, %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_sale_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;
  const char *field = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  return exporter != NULL && tp_sale_check (self->record, tp_change_today (change), &field, error)
         && tp_record_edit_check_product (change, self, tp_record_get_id (exporter), error)
         && tp_record_edit_keep (change, self, tp_record_get_title (exporter), error);
}

/**
 * tp_remove_sale_run:
 * @change: a change
 * @input: a #TpRecordEdit with a sale
 * @error: return location
 *
 * Removes a sale that was entered by mistake (a #TpChangeFunc).
 *
 * Returns: whether it is gone
 */
gboolean
tp_remove_sale_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  return exporter != NULL && tp_record_edit_remove (change, self, tp_record_get_title (exporter), error);
}
