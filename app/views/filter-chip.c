/* filter-chip.c: a filter in force, with a button that takes it away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "filter-chip.h"

struct _TpFilterChip
{
  GtkBox parent_instance;
  const char *field; /* interned */
  TpOp op;
  char *text;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_REMOVED,
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpFilterChip, tp_filter_chip, GTK_TYPE_BOX)

static void
edit_clicked (TpFilterChip *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
tp_filter_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    g_value_set_string (value, TP_FILTER_CHIP (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_filter_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    tp_filter_chip_set_text (TP_FILTER_CHIP (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_FILTER_CHIP);
  G_OBJECT_CLASS (tp_filter_chip_parent_class)->dispose (object);
}

static void
tp_filter_chip_finalize (GObject *object)
{
  g_free (TP_FILTER_CHIP (object)->text);
  G_OBJECT_CLASS (tp_filter_chip_parent_class)->finalize (object);
}

static void
tp_filter_chip_class_init (TpFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_filter_chip_get_property;
  object_class->set_property = tp_filter_chip_set_property;
  object_class->dispose = tp_filter_chip_dispose;
  object_class->finalize = tp_filter_chip_finalize;
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TpFilterChip::removed:
   * @self: the chip
   *
   * The person took the filter away.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TP_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  /**
   * TpFilterChip::edited:
   * @self: the chip
   *
   * The person wants to set the filter otherwise.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", TP_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "chip.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "chip.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/filter-chip.ui");
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked);
}

static void
tp_filter_chip_init (TpFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_filter_chip_new:
 * @field: the field of a criterion
 * @op: its comparison
 *
 * Returns: (transfer floating): a chip for that criterion
 */
GtkWidget *
tp_filter_chip_new (const char *field, TpOp op)
{
  TpFilterChip *self = g_object_new (TP_TYPE_FILTER_CHIP, NULL);

  self->field = g_intern_string (field);
  self->op = op;
  return GTK_WIDGET (self);
}

/**
 * tp_filter_chip_get_field:
 * @self: a chip
 *
 * Returns: (transfer none): the field that its condition is on
 */
const char *
tp_filter_chip_get_field (TpFilterChip *self)
{
  return self->field;
}

/**
 * tp_filter_chip_get_op:
 * @self: a chip
 *
 * Returns: how its condition compares
 */
TpOp
tp_filter_chip_get_op (TpFilterChip *self)
{
  return self->op;
}

/**
 * tp_filter_chip_set_text:
 * @self: a chip
 * @text: its condition in words
 */
void
tp_filter_chip_set_text (TpFilterChip *self, const char *text)
{
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}
