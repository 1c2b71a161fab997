/* currency-row.c: a currency, chosen from those in use.
 *
 * Codes with the names they have in the reader's language; typing searches both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "currency-row.h"

#include "money.h"

struct _TpCurrencyRow
{
  AdwComboRow parent_instance;

  GStrv codes; /* in the order of the list */
};

G_DEFINE_FINAL_TYPE (TpCurrencyRow, tp_currency_row, ADW_TYPE_COMBO_ROW)

static void
tp_currency_row_finalize (GObject *object)
{
  g_strfreev (TP_CURRENCY_ROW (object)->codes);
  G_OBJECT_CLASS (tp_currency_row_parent_class)->finalize (object);
}

static void
tp_currency_row_class_init (TpCurrencyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_currency_row_finalize;
}

static void
tp_currency_row_init (TpCurrencyRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->codes = tp_currency_list ();
  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      g_autofree char *title = tp_currency_title (self->codes[i]);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), string);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
}

/**
 * tp_currency_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the ISO 4217 code that is chosen
 */
const char *
tp_currency_row_get_code (TpCurrencyRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return place < g_strv_length (self->codes) ? self->codes[place] : NULL;
}

/**
 * tp_currency_row_set_code:
 * @self: a row
 * @code: (nullable): an ISO 4217 code; one that is not in use chooses nothing
 */
void
tp_currency_row_set_code (TpCurrencyRow *self, const char *code)
{
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; code != NULL && self->codes[i] != NULL; i++)
    if (g_str_equal (self->codes[i], code))
      place = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
}
