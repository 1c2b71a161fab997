/* commitment-list-row.c: a promise in the list of commitments.
 *
 * One row, two layouts of the same children: a line of columns, or lines and a bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-list-row.h"

#include "closures.h"

#include <glib/gi18n-lib.h>

struct _TpCommitmentListRow
{
  AdwPreferencesRow parent_instance;
  TpCommitmentRow *row;
  gboolean narrow;
  gboolean tagless;
};

enum
{
  PROP_0,
  PROP_ROW,
  PROP_NARROW,
  PROP_TAGLESS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCommitmentListRow, tp_commitment_list_row, ADW_TYPE_PREFERENCES_ROW)

/* closures of the template */

static char *
layout (gpointer object, gboolean narrow)
{
  return g_strdup (narrow ? "narrow" : "wide");
}

static gboolean
shows_tag (gpointer object, const char *tag, gboolean tagless)
{
  return !tagless && tag != NULL;
}

static gboolean
has_bar (gpointer object, double fraction)
{
  return fraction >= 0;
}

/* Without its column head "Not stated" says what is not stated. */
static char *
capital_text (gpointer object, const char *capital, gboolean stated, gboolean narrow)
{
  return g_strdup (narrow && !stated ? C_ ("value", "Capital not stated") : capital);
}

static void
set_class (TpCommitmentListRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_classes (TpCommitmentListRow *self)
{
  gboolean inset = FALSE, group = FALSE;

  if (self->row != NULL)
    g_object_get (self->row, "inset", &inset, "group", &group, NULL);
  set_class (self, "narrow", self->narrow);
  set_class (self, "inset", inset);
  set_class (self, "commitment", !group);
  set_class (self, "group-row", group);
}

static void
tp_commitment_list_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCommitmentListRow *self = TP_COMMITMENT_LIST_ROW (object);

  if (id == PROP_ROW)
    g_value_set_object (value, self->row);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else if (id == PROP_TAGLESS)
    g_value_set_boolean (value, self->tagless);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_commitment_list_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpCommitmentListRow *self = TP_COMMITMENT_LIST_ROW (object);

  if (id == PROP_ROW)
    {
      if (g_set_object (&self->row, g_value_get_object (value)) && self->row != NULL)
        {
          g_autofree char *words = NULL;

          g_object_get (self->row, "description", &words, NULL);
          gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
        }
    }
  else if (id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else if (id == PROP_TAGLESS)
    self->tagless = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  update_classes (self);
}

static void
tp_commitment_list_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_COMMITMENT_LIST_ROW);
  g_clear_object (&TP_COMMITMENT_LIST_ROW (object)->row);
  G_OBJECT_CLASS (tp_commitment_list_row_parent_class)->dispose (object);
}

static void
tp_commitment_list_row_class_init (TpCommitmentListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_commitment_list_row_get_property;
  object_class->set_property = tp_commitment_list_row_set_property;
  object_class->dispose = tp_commitment_list_row_dispose;
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TP_TYPE_COMMITMENT_ROW, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_TAGLESS] = g_param_spec_boolean ("tagless", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/commitment-list-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, layout);
  tp_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, shows_tag);
  gtk_widget_class_bind_template_callback (widget_class, has_bar);
  gtk_widget_class_bind_template_callback (widget_class, capital_text);
}

static void
tp_commitment_list_row_init (TpCommitmentListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_commitment_list_row_new:
 * @row: what it shows
 *
 * Its properties are `row`, `narrow` and `tagless`.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_commitment_list_row_new (TpCommitmentRow *row)
{
  return g_object_new (TP_TYPE_COMMITMENT_LIST_ROW, "row", row, NULL);
}
