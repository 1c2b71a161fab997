/* money-row.c: a field for an amount of money.
 *
 * At its end stands what the amount means in a few words ("CN¥620 m"), so that a
 * nought too many is seen while typing. Left empty it is "not stated", never zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "money-row.h"

#include "money.h"
#include "numbers.h"

#define DEFAULT_CURRENCY "CNY"

struct _TpMoneyRow
{
  TpFieldRow parent_instance;
  GtkLabel *reading;
  char *currency;
  gint64 amount; /* minor units; 0 where not stated */
  gboolean stated;
};

enum
{
  PROP_0,
  PROP_CURRENCY,
  PROP_AMOUNT,
  PROP_STATED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpMoneyRow, tp_money_row, TP_TYPE_FIELD_ROW)

/* Keeps what was read, and tells only of what is new. */
static void
take (TpMoneyRow *self, gboolean stated, gint64 amount)
{
  gboolean new_stated = self->stated != stated, new_amount = self->amount != amount;
  g_autofree char *compact = NULL;

  self->stated = stated;
  self->amount = amount;
  if (stated)
    compact = tp_money_format_compact (amount, self->currency);
  gtk_label_set_label (self->reading, compact != NULL ? compact : "");
  if (new_stated)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATED]);
  if (new_amount)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AMOUNT]);
}

static gboolean
tp_money_row_check (TpFieldRow *row, const char *text, GError **error)
{
  TpMoneyRow *self = TP_MONEY_ROW (row);
  gint64 minor;

  if (!tp_money_parse (text, self->currency, &minor, error))
    {
      take (self, FALSE, 0);
      return FALSE;
    }
  take (self, TRUE, minor);
  return TRUE;
}

static void
tp_money_row_clear (TpFieldRow *row)
{
  take (TP_MONEY_ROW (row), FALSE, 0);
}

static void
tp_money_row_tidy (TpFieldRow *row)
{
  TpMoneyRow *self = TP_MONEY_ROW (row);
  g_autofree char *text
      = tp_decimal_format_local (self->amount, tp_currency_digits (self->currency));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
tp_money_row_prepare (TpFieldRow *row, const TpField *field, TpRecord *record)
{
  if (field->currency != NULL)
    g_object_set (row, "currency", tp_record_get_text (record, field->currency), NULL);
}

/**
 * tp_money_row_get_amount:
 * @self: a row
 * @minor: (out) (optional): the amount in minor units of the row's currency
 *
 * Returns: whether an amount is stated; then @minor is set
 */
gboolean
tp_money_row_get_amount (TpMoneyRow *self, gint64 *minor)
{
  g_return_val_if_fail (TP_IS_MONEY_ROW (self), FALSE);
  if (self->stated && minor != NULL)
    *minor = self->amount;
  return self->stated;
}

/**
 * tp_money_row_set_amount:
 * @self: a row
 * @minor: an amount in minor units of the row's currency
 *
 * Writes the amount into the entry. To unset it, set the text "".
 */
void
tp_money_row_set_amount (TpMoneyRow *self, gint64 minor)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TP_IS_MONEY_ROW (self));
  if (self->stated && self->amount == minor)
    return;
  text = tp_decimal_format_local (minor, tp_currency_digits (self->currency));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
tp_money_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpMoneyRow *self = TP_MONEY_ROW (object);

  if (id == PROP_CURRENCY)
    g_value_set_string (value, self->currency);
  else if (id == PROP_AMOUNT)
    g_value_set_int64 (value, self->amount);
  else if (id == PROP_STATED)
    g_value_set_boolean (value, self->stated);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_money_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpMoneyRow *self = TP_MONEY_ROW (object);
  const char *currency;

  if (id == PROP_AMOUNT)
    tp_money_row_set_amount (self, g_value_get_int64 (value));
  else if (id != PROP_CURRENCY)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    {
      currency = g_value_get_string (value);
      if (currency == NULL || !tp_currency_check (currency, NULL))
        currency = DEFAULT_CURRENCY;
      if (g_set_str (&self->currency, currency))
        {
          tp_field_row_recheck (TP_FIELD_ROW (self));
          g_object_notify_by_pspec (object, pspec);
        }
    }
}

static void
tp_money_row_finalize (GObject *object)
{
  g_free (TP_MONEY_ROW (object)->currency);
  G_OBJECT_CLASS (tp_money_row_parent_class)->finalize (object);
}

static void
tp_money_row_class_init (TpMoneyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpFieldRowClass *row_class = TP_FIELD_ROW_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_money_row_get_property;
  object_class->set_property = tp_money_row_set_property;
  object_class->finalize = tp_money_row_finalize;
  row_class->check = tp_money_row_check;
  row_class->clear = tp_money_row_clear;
  row_class->tidy = tp_money_row_tidy;
  row_class->prepare = tp_money_row_prepare;

  props[PROP_CURRENCY]
      = g_param_spec_string ("currency", NULL, NULL, DEFAULT_CURRENCY, flags);
  props[PROP_AMOUNT]
      = g_param_spec_int64 ("amount", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_STATED] = g_param_spec_boolean ("stated", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/money-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpMoneyRow, reading);
}

static void
tp_money_row_init (TpMoneyRow *self)
{
  self->currency = g_strdup (DEFAULT_CURRENCY);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_money_row_new:
 *
 * An empty row. Beside those of #TpFieldRow its properties are `currency` (an ISO
 * 4217 code), `amount` (minor units) and `stated` (whether there is one).
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_money_row_new (void)
{
  return g_object_new (TP_TYPE_MONEY_ROW, NULL);
}
