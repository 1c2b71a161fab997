/* province-row.c: a province, chosen from all of them.
 *
 * Typing searches; the first place is for a province that is not stated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "province-row.h"

#include "province.h"

#include <glib/gi18n-lib.h>

struct _TpProvinceRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TpProvinceRow, tp_province_row, ADW_TYPE_COMBO_ROW)

static void
tp_province_row_class_init (TpProvinceRowClass *klass)
{
}

static void
tp_province_row_init (TpProvinceRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (titles, C_ ("province", "Not stated"));
  for (guint i = 0; i < tp_province_count (); i++)
    gtk_string_list_append (titles, tp_province_name (tp_province_get (i)->code));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), string);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
}

/**
 * tp_province_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): two digits of GB/T 2260; %NULL for not stated
 */
const char *
tp_province_row_get_code (TpProvinceRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return place > 0 && place <= tp_province_count () ? tp_province_get (place - 1)->code : NULL;
}

/**
 * tp_province_row_set_code:
 * @self: a row
 * @code: (nullable): two digits of GB/T 2260; %NULL for not stated
 */
void
tp_province_row_set_code (TpProvinceRow *self, const char *code)
{
  guint place = 0;

  for (guint i = 0; code != NULL && i < tp_province_count (); i++)
    if (g_str_equal (tp_province_get (i)->code, code))
      place = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
}
