/* sheet-column.c: a column of a spreadsheet, over the field it fills.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sheet-column.h"

#include <glib/gi18n-lib.h>

struct _TpSheetColumn
{
  GtkBox parent_instance;

  GtkLabel *head;
  GtkDropDown *field;
  GtkLabel *first;
  GtkLabel *second;

  guint place;
  GPtrArray *fields; /* of const TpField, NULL first: not imported */
  gboolean showing;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpSheetColumn, tp_sheet_column, GTK_TYPE_BOX)

static void
show_state (TpSheetColumn *self)
{
  if (tp_sheet_column_get_field (self) == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
}

static void
field_selected (TpSheetColumn *self)
{
  if (self->showing || self->fields->len == 0)
    return;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
tp_sheet_column_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_SHEET_COLUMN);
  G_OBJECT_CLASS (tp_sheet_column_parent_class)->dispose (object);
}

static void
tp_sheet_column_finalize (GObject *object)
{
  g_ptr_array_unref (TP_SHEET_COLUMN (object)->fields);
  G_OBJECT_CLASS (tp_sheet_column_parent_class)->finalize (object);
}

static void
tp_sheet_column_class_init (TpSheetColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_sheet_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_sheet_column_finalize;

  /**
   * TpSheetColumn::chosen:
   * @self: the column
   *
   * The person chose another field, or none.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TP_TYPE_SHEET_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/sheet-column.ui");
  gtk_widget_class_bind_template_child (widget_class, TpSheetColumn, head);
  gtk_widget_class_bind_template_child (widget_class, TpSheetColumn, field);
  gtk_widget_class_bind_template_child (widget_class, TpSheetColumn, first);
  gtk_widget_class_bind_template_child (widget_class, TpSheetColumn, second);
  gtk_widget_class_bind_template_callback (widget_class, field_selected);
}

static void
tp_sheet_column_init (TpSheetColumn *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_sheet_column_new:
 * @plan: an open plan
 * @column: which of its columns
 *
 * Returns: (transfer floating): the column with its heading, its field and two samples
 */
GtkWidget *
tp_sheet_column_new (TpImportPlan *plan, guint column)
{
  TpSheetColumn *self = g_object_new (TP_TYPE_SHEET_COLUMN, NULL);
  g_autoptr (GPtrArray) fields = tp_import_plan_get_fields (plan);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *heading = tp_import_plan_get_heading (plan, column);
  const char *first = tp_import_plan_get_sample (plan, column, 0);
  const char *second = tp_import_plan_get_sample (plan, column, 1);

  self->place = column;
  self->showing = TRUE;
  g_ptr_array_add (self->fields, NULL);
  gtk_string_list_append (titles, C_ ("column", "Not Imported"));
  for (guint i = 0; i < fields->len; i++)
    {
      g_ptr_array_add (self->fields, g_ptr_array_index (fields, i));
      gtk_string_list_append (titles, tp_field_title (g_ptr_array_index (fields, i)));
    }
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (titles));
  gtk_label_set_label (self->head, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->head), heading);
  gtk_label_set_label (self->first, first != NULL && *first != '\0' ? first : "–");
  gtk_label_set_label (self->second, second != NULL && *second != '\0' ? second : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  tp_sheet_column_show (self, tp_import_plan_get_field (plan, column));
  return GTK_WIDGET (self);
}

/**
 * tp_sheet_column_get_place:
 * @self: a column
 *
 * Returns: its place in the file, from 0
 */
guint
tp_sheet_column_get_place (TpSheetColumn *self)
{
  return self->place;
}

/**
 * tp_sheet_column_get_field:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): the field that is chosen for it
 */
const TpField *
tp_sheet_column_get_field (TpSheetColumn *self)
{
  guint chosen = gtk_drop_down_get_selected (self->field);

  return chosen < self->fields->len ? g_ptr_array_index (self->fields, chosen) : NULL;
}

/**
 * tp_sheet_column_show:
 * @self: a column
 * @field: (nullable): the field it fills; %NULL: none
 */
void
tp_sheet_column_show (TpSheetColumn *self, const TpField *field)
{
  guint place = 0;

  g_ptr_array_find (self->fields, field, &place);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->field, place);
  self->showing = FALSE;
  show_state (self);
}
