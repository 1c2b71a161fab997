/* stage-toggle.c: a stage and how many exporters are in it, to filter by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stage-toggle.h"

#include "numbers.h"
#include "words.h"

struct _TpStageToggle
{
  GtkToggleButton parent_instance;

  GtkLabel *title;
  GtkLabel *number;
  char *stage;
};

enum
{
  PROP_0,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpStageToggle, tp_stage_toggle, GTK_TYPE_TOGGLE_BUTTON)

static void
tp_stage_toggle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_value_set_string (value, TP_STAGE_TOGGLE (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_stage_toggle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpStageToggle *self = TP_STAGE_TOGGLE (object);

  if (id != PROP_STAGE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_set_str (&self->stage, g_value_get_string (value));
  gtk_label_set_label (self->title, tp_word_title (tp_words_stage, self->stage));
}

static void
tp_stage_toggle_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_STAGE_TOGGLE);
  G_OBJECT_CLASS (tp_stage_toggle_parent_class)->dispose (object);
}

static void
tp_stage_toggle_finalize (GObject *object)
{
  g_free (TP_STAGE_TOGGLE (object)->stage);
  G_OBJECT_CLASS (tp_stage_toggle_parent_class)->finalize (object);
}

static void
tp_stage_toggle_class_init (TpStageToggleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_stage_toggle_get_property;
  object_class->set_property = tp_stage_toggle_set_property;
  object_class->dispose = tp_stage_toggle_dispose;
  object_class->finalize = tp_stage_toggle_finalize;
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/stage-toggle.ui");
  gtk_widget_class_bind_template_child (widget_class, TpStageToggle, title);
  gtk_widget_class_bind_template_child (widget_class, TpStageToggle, number);
}

static void
tp_stage_toggle_init (TpStageToggle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_stage_toggle_set_count:
 * @self: a toggle
 * @count: how many exporters are in the stage
 */
void
tp_stage_toggle_set_count (TpStageToggle *self, gint64 count)
{
  g_autofree char *text = tp_count_format (count);
  g_autofree char *spoken = g_strdup_printf ("%s %s", gtk_label_get_label (self->title), text);

  gtk_label_set_label (self->number, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
