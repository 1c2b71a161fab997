/* indicator-edit-row.c: what a promise counts, in the dialog that changes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "indicator-edit-row.h"

#include "choice-row.h"
#include "field-row.h"
#include "money-row.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _TpIndicatorEditRow
{
  AdwExpanderRow parent_instance;

  TpChoiceRow *measure;
  TpFieldRow *name;
  TpFieldRow *target;
  TpMoneyRow *target_money;
  TpChoiceRow *qualifier;
  TpFieldRow *unit;

  TpRecord *indicator;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpIndicatorEditRow, tp_indicator_edit_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_capital (TpIndicatorEditRow *self)
{
  return g_strcmp0 (tp_choice_row_get_token (self->measure), "capital_delivered") == 0;
}

static void
changed_cb (TpIndicatorEditRow *self)
{
  gboolean capital = is_capital (self);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const char *measure = tp_word_title (tp_words_measure, tp_choice_row_get_token (self->measure));
  const char *target = gtk_editable_get_text (capital ? GTK_EDITABLE (self->target_money)
                                                      : GTK_EDITABLE (self->target));

  gtk_widget_set_visible (GTK_WIDGET (self->target), !capital);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), !capital);
  gtk_widget_set_visible (GTK_WIDGET (self->target_money), capital);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *name != '\0' ? name : measure);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 *target != '\0' ? target : C_ ("target", "no target stated"));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
tp_indicator_edit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_INDICATOR_EDIT_ROW);
  g_clear_object (&TP_INDICATOR_EDIT_ROW (object)->indicator);
  G_OBJECT_CLASS (tp_indicator_edit_row_parent_class)->dispose (object);
}

static void
tp_indicator_edit_row_class_init (TpIndicatorEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_indicator_edit_row_dispose;
  /**
   * TpIndicatorEditRow::changed:
   *
   * Something was entered.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TP_TYPE_INDICATOR_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TpIndicatorEditRow::removed:
   *
   * The person wants it gone.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TP_TYPE_INDICATOR_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/indicator-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, measure);
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, name);
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, target);
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, target_money);
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, qualifier);
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorEditRow, unit);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "indicator.remove", NULL, remove_action);
}

static void
tp_indicator_edit_row_init (TpIndicatorEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_indicator_edit_row_new:
 * @indicator: an indicator, as it stands or new
 * @currency: (nullable): the currency of the promise's capital
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
tp_indicator_edit_row_new (TpRecord *indicator, const char *currency)
{
  TpIndicatorEditRow *self = g_object_new (TP_TYPE_INDICATOR_EDIT_ROW, NULL);
  const char *own = tp_record_get_text (indicator, "currency");

  self->indicator = g_object_ref (indicator);
  g_object_set (self->target_money, "currency", own != NULL ? own : currency != NULL ? currency : "CNY", NULL);
  tp_choice_row_load (self->measure, indicator);
  tp_choice_row_load (self->qualifier, indicator);
  tp_field_row_load (self->name, indicator);
  tp_field_row_load (self->unit, indicator);
  if (is_capital (self) && tp_record_is_set (indicator, "target"))
    tp_money_row_set_amount (self->target_money, tp_record_get_number (indicator, "target"));
  else if (!is_capital (self))
    tp_field_row_load (self->target, indicator);
  /* What it measures is what its deliveries are worked out from: it stays. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->measure), tp_record_get_id (indicator) == 0);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tp_indicator_edit_row_is_valid:
 * @self: a row
 *
 * Returns: whether what was entered can be kept
 */
gboolean
tp_indicator_edit_row_is_valid (TpIndicatorEditRow *self)
{
  return tp_choice_row_get_token (self->measure) != NULL && tp_field_row_is_valid (self->name)
         && tp_field_row_is_valid (self->unit)
         && tp_field_row_is_valid (is_capital (self) ? TP_FIELD_ROW (self->target_money) : self->target);
}

/**
 * tp_indicator_edit_row_store:
 * @self: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the indicator as entered, unsealed
 */
TpRecord *
tp_indicator_edit_row_store (TpIndicatorEditRow *self, GError **error)
{
  g_autoptr (TpRecord) indicator = tp_record_edit (self->indicator);
  gint64 minor;

  tp_choice_row_store (self->measure, indicator);
  tp_choice_row_store (self->qualifier, indicator);
  if (!tp_field_row_store (self->name, indicator, error) || !tp_field_row_store (self->unit, indicator, error))
    return NULL;
  if (!is_capital (self))
    return tp_field_row_store (self->target, indicator, error) ? g_steal_pointer (&indicator) : NULL;
  tp_record_clear (indicator, "unit");
  if (tp_money_row_get_amount (self->target_money, &minor))
    {
      g_autofree char *currency = NULL;

      g_object_get (self->target_money, "currency", &currency, NULL);
      tp_record_set_number (indicator, "target", minor);
      tp_record_set_text (indicator, "currency", currency);
    }
  else
    tp_record_clear (indicator, "target");
  return g_steal_pointer (&indicator);
}

/**
 * tp_indicator_edit_row_get:
 * @self: a row
 *
 * Returns: (transfer full): the indicator as it was entered, unsealed
 */
TpRecord *
tp_indicator_edit_row_get (TpIndicatorEditRow *self)
{
  return self->indicator;
}

/**
 * tp_indicator_edit_row_focus:
 * @self: an unfolded row
 *
 * Takes the keyboard to the target, which is what a new indicator lacks.
 */
void
tp_indicator_edit_row_focus (TpIndicatorEditRow *self)
{
  gtk_widget_grab_focus (is_capital (self) ? GTK_WIDGET (self->target_money) : GTK_WIDGET (self->target));
}
