/* stage-step.c: one step of the stage stepper: a bar, the stage's name, a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stage-step.h"

#include <glib/gi18n-lib.h>

struct _TpStageStep
{
  GtkBox parent_instance;
  GtkWidget *check;
  GtkLabel *note_label;
  char *title;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpStageStep, tp_stage_step, GTK_TYPE_BOX)

static const char *const state_classes[] = { NULL, "done", "current" };

/**
 * tp_stage_step_set:
 * @self: a step
 * @state: where the exporter is, seen from this stage
 * @note: (nullable): when it was reached, in words
 */
void
tp_stage_step_set (TpStageStep *self, TpStepState state, const char *note)
{
  const char *classes[] = { state_classes[state], NULL };
  g_autofree char *label = NULL;

  g_return_if_fail (TP_IS_STAGE_STEP (self));
  switch (state)
    {
    case TP_STEP_DONE:
      label = g_strdup_printf (C_ ("stage step", "%s, done"), self->title);
      break;
    case TP_STEP_CURRENT:
      label = g_strdup_printf (C_ ("stage step", "%s, current stage"), self->title);
      break;
    case TP_STEP_LATER:
    default:
      label = g_strdup_printf (C_ ("stage step", "%s, still to come"), self->title);
    }
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_widget_set_visible (self->check, state == TP_STEP_DONE);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                  -1);
}

static void
tp_stage_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpStageStep *self = TP_STAGE_STEP (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_stage_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpStageStep *self = TP_STAGE_STEP (object);

  if (id == PROP_TITLE)
    g_set_str (&self->title, g_value_get_string (value));
  else if (id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_stage_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_STAGE_STEP);
  G_OBJECT_CLASS (tp_stage_step_parent_class)->dispose (object);
}

static void
tp_stage_step_finalize (GObject *object)
{
  g_free (TP_STAGE_STEP (object)->title);
  G_OBJECT_CLASS (tp_stage_step_parent_class)->finalize (object);
}

static void
tp_stage_step_class_init (TpStageStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_stage_step_get_property;
  object_class->set_property = tp_stage_step_set_property;
  object_class->dispose = tp_stage_step_dispose;
  object_class->finalize = tp_stage_step_finalize;

  props[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "step");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/stage-step.ui");
  gtk_widget_class_bind_template_child (widget_class, TpStageStep, check);
  gtk_widget_class_bind_template_child (widget_class, TpStageStep, note_label);
}

static void
tp_stage_step_init (TpStageStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_stage_step_new:
 * @title: the stage's name, translated
 *
 * Returns: (transfer floating): a step that is still to come; `narrow` leaves only
 *   its bar
 */
GtkWidget *
tp_stage_step_new (const char *title)
{
  return g_object_new (TP_TYPE_STAGE_STEP, "title", title, NULL);
}
