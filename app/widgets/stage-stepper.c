/* stage-stepper.c: where an exporter stands on its way to selling.
 *
 * Seven equal steps. On hold and declined are beside the way: then the steps up to
 * `reached` are done, none is current, and the heading says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stage-stepper.h"

#include "stage-step.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _TpStageStepper
{
  GtkBox parent_instance;
  GtkLabel *heading;
  GtkBox *steps_box;
  TpStageStep *steps[TP_N_PIPELINE_STAGES];
  char *stage;
  char *reached;
  GStrv notes;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_STAGE,
  PROP_REACHED,
  PROP_NOTES,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpStageStepper, tp_stage_stepper, GTK_TYPE_BOX)

/* "Documents, 4 of 7 · 12 days" */
static char *
make_heading (TpStageStepper *self, int current, const char *note)
{
  const char *title = tp_word_title (tp_words_stage, self->stage);
  gboolean noted = note != NULL && *note != '\0';

  if (current < 0)
    return g_strdup (title);
  if (!noted)
    /* Translators: stage, its number, number of stages: "Documents, 4 of 7" */
    return g_strdup_printf (C_ ("stage stepper", "%s, %d of %d"), title, current + 1,
                            TP_N_PIPELINE_STAGES);
  /* Translators: stage, its number, number of stages, since when: "Documents, 4 of 7 · 12 days" */
  return g_strdup_printf (C_ ("stage stepper", "%s, %d of %d · %s"), title, current + 1,
                          TP_N_PIPELINE_STAGES, note);
}

static void
update (TpStageStepper *self)
{
  int stage = tp_word_index (tp_words_stage, self->stage);
  int current = stage < TP_N_PIPELINE_STAGES ? stage : -1;
  int reached = current >= 0 ? current : tp_word_index (tp_words_stage, self->reached) + 1;
  guint n_notes = self->notes != NULL ? g_strv_length (self->notes) : 0;
  g_autofree char *heading = NULL;

  for (int i = 0; i < TP_N_PIPELINE_STAGES; i++)
    tp_stage_step_set (self->steps[i],
                       i == current ? TP_STEP_CURRENT
                       : i < reached ? TP_STEP_DONE
                                     : TP_STEP_LATER,
                       (guint) i < n_notes ? self->notes[i] : NULL);

  heading = make_heading (self, current,
                          current >= 0 && (guint) current < n_notes ? self->notes[current] : NULL);
  gtk_label_set_label (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->heading),
                          *heading != '\0' && (self->narrow || current < 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("stage stepper", "Stage"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heading, -1);
}

static void
tp_stage_stepper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpStageStepper *self = TP_STAGE_STEPPER (object);

  switch (id)
    {
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_REACHED:
      g_value_set_string (value, self->reached);
      break;
    case PROP_NOTES:
      g_value_set_boxed (value, self->notes);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_stage_stepper_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpStageStepper *self = TP_STAGE_STEPPER (object);

  switch (id)
    {
    case PROP_STAGE:
      if (!g_set_str (&self->stage, g_value_get_string (value)))
        return;
      break;
    case PROP_REACHED:
      if (!g_set_str (&self->reached, g_value_get_string (value)))
        return;
      break;
    case PROP_NOTES:
      g_strfreev (self->notes);
      self->notes = g_value_dup_boxed (value);
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_stage_stepper_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_STAGE_STEPPER);
  G_OBJECT_CLASS (tp_stage_stepper_parent_class)->dispose (object);
}

static void
tp_stage_stepper_finalize (GObject *object)
{
  TpStageStepper *self = TP_STAGE_STEPPER (object);

  g_free (self->stage);
  g_free (self->reached);
  g_strfreev (self->notes);
  G_OBJECT_CLASS (tp_stage_stepper_parent_class)->finalize (object);
}

static void
tp_stage_stepper_class_init (TpStageStepperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_stage_stepper_get_property;
  object_class->set_property = tp_stage_stepper_set_property;
  object_class->dispose = tp_stage_stepper_dispose;
  object_class->finalize = tp_stage_stepper_finalize;

  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, NULL, flags);
  props[PROP_REACHED] = g_param_spec_string ("reached", NULL, NULL, NULL, flags);
  props[PROP_NOTES] = g_param_spec_boxed ("notes", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "stepper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/stage-stepper.ui");
  gtk_widget_class_bind_template_child (widget_class, TpStageStepper, heading);
  gtk_widget_class_bind_template_child (widget_class, TpStageStepper, steps_box);
}

static void
tp_stage_stepper_init (TpStageStepper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TP_N_PIPELINE_STAGES; i++)
    {
      const char *title = tp_word_title (tp_words_stage, tp_stage_token (i));

      self->steps[i] = TP_STAGE_STEP (tp_stage_step_new (title));
      g_object_bind_property (self, "narrow", self->steps[i], "narrow", G_BINDING_SYNC_CREATE);
      gtk_box_append (self->steps_box, GTK_WIDGET (self->steps[i]));
    }
  update (self);
}

/**
 * tp_stage_stepper_new:
 *
 * A stepper without a stage. Its properties: `stage` (a token of tp_words_stage),
 * `notes` (up to seven texts, when each stage was reached; "" for none), `reached`
 * (the last stage of the pipeline, for an exporter on hold or declined), `narrow`
 * (bars under one heading).
 *
 * Returns: (transfer floating): a new stepper
 */
GtkWidget *
tp_stage_stepper_new (void)
{
  return g_object_new (TP_TYPE_STAGE_STEPPER, NULL);
}
