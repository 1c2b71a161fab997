/* merge-row.c: one field of two exporters, side by side, and which value stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-row.h"

#include <glib/gi18n-lib.h>

struct _TpMergeRow
{
  AdwPreferencesRow parent_instance;

  GtkCheckButton *choices[2];
  GtkLabel *values[2];
  GtkLabel *owners[2];

  TpMergeField *field;
  gboolean from_other;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_FROM_OTHER,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpMergeRow, tp_merge_row, ADW_TYPE_PREFERENCES_ROW)

/* closures of the template */

/* Stacked, the values need not be as wide as each other. */
static GtkOrientation
orientation_of (gpointer object, gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

/* callbacks */

static void
chosen_cb (TpMergeRow *self)
{
  gboolean from_other = gtk_check_button_get_active (self->choices[1]);

  if (from_other == self->from_other)
    return;
  self->from_other = from_other;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FROM_OTHER]);
}

/* vfuncs */

static void
tp_merge_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpMergeRow *self = TP_MERGE_ROW (object);

  switch (id)
    {
    case PROP_FROM_OTHER:
      g_value_set_boolean (value, self->from_other);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_merge_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpMergeRow *self = TP_MERGE_ROW (object);

  switch (id)
    {
    case PROP_FROM_OTHER:
      gtk_check_button_set_active (self->choices[g_value_get_boolean (value) ? 1 : 0], TRUE);
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tp_merge_row_grab_focus (GtkWidget *widget)
{
  TpMergeRow *self = TP_MERGE_ROW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->choices[self->from_other ? 1 : 0]));
}

static void
tp_merge_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_MERGE_ROW);
  g_clear_object (&TP_MERGE_ROW (object)->field);
  G_OBJECT_CLASS (tp_merge_row_parent_class)->dispose (object);
}

static void
tp_merge_row_class_init (TpMergeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const names[3][2]
      = { { "stays", "goes" }, { "stays_value", "goes_value" }, { "stays_owner", "goes_owner" } };

  object_class->get_property = tp_merge_row_get_property;
  object_class->set_property = tp_merge_row_set_property;
  object_class->dispose = tp_merge_row_dispose;
  widget_class->grab_focus = tp_merge_row_grab_focus;
  /**
   * TpMergeRow:from-other:
   *
   * Whether the value of the exporter that goes is the one that stays.
   */
  props[PROP_FROM_OTHER] = g_param_spec_boolean ("from-other", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/merge-row.ui");
  for (int side = 0; side < 2; side++)
    {
      gtk_widget_class_bind_template_child_full (
          widget_class, names[0][side], FALSE,
          (gssize) (G_STRUCT_OFFSET (TpMergeRow, choices) + (gsize) side * sizeof (GtkCheckButton *)));
      gtk_widget_class_bind_template_child_full (
          widget_class, names[1][side], FALSE,
          (gssize) (G_STRUCT_OFFSET (TpMergeRow, values) + (gsize) side * sizeof (GtkLabel *)));
      gtk_widget_class_bind_template_child_full (
          widget_class, names[2][side], FALSE,
          (gssize) (G_STRUCT_OFFSET (TpMergeRow, owners) + (gsize) side * sizeof (GtkLabel *)));
    }
  gtk_widget_class_bind_template_callback (widget_class, orientation_of);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tp_merge_row_init (TpMergeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_merge_row_new:
 * @field: a field of both
 * @stays: (nullable): the reference of the exporter that stays
 * @goes: (nullable): that of the one that goes into it
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_merge_row_new (TpMergeField *field, const char *stays, const char *goes)
{
  TpMergeRow *self = g_object_new (TP_TYPE_MERGE_ROW, "title", tp_merge_field_get_title (field), NULL);
  const char *references[2] = { stays, goes };

  self->field = g_object_ref (field);
  for (int side = 0; side < 2; side++)
    {
      const char *value = tp_merge_field_get_value (field, side == 1);
      const char *shown = value != NULL ? value : C_ ("value of a field", "Not stated");
      /* Translators: of two exporters: the name of a field, its value in one, that one's reference */
      g_autofree char *name = g_strdup_printf (C_ ("merge", "%s: %s, of %s"), tp_merge_field_get_title (field), shown,
                                               references[side] != NULL ? references[side] : "–");

      gtk_label_set_label (self->values[side], shown);
      if (value == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->values[side]), "dimmed");
      gtk_label_set_label (self->owners[side], references[side] != NULL ? references[side] : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices[side]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  return GTK_WIDGET (self);
}

/**
 * tp_merge_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpMergeField *
tp_merge_row_get_field (TpMergeRow *self)
{
  g_return_val_if_fail (TP_IS_MERGE_ROW (self), NULL);
  return self->field;
}
