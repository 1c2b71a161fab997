/* stage-pill.c: an exporter's stage as a word on a tint.
 *
 * The tint deepens along the pipeline; the text keeps the colour of its
 * surroundings, so that it is readable on every one of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stage-pill.h"

#include "words.h"

struct _TpStagePill
{
  AdwBin parent_instance;
  GtkLabel *word;
  char *stage;
  char *css_class;
};

enum
{
  PROP_0,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpStagePill, tp_stage_pill, ADW_TYPE_BIN)

static void
tp_stage_pill_set_stage (TpStagePill *self, const char *stage)
{
  if (!g_set_str (&self->stage, stage))
    return;
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  g_clear_pointer (&self->css_class, g_free);
  if (tp_word_find (tp_words_stage, stage) != NULL)
    {
      self->css_class = g_strdelimit (g_strdup (stage), "_", '-');
      gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
    }
  gtk_label_set_label (self->word, tp_word_title (tp_words_stage, stage));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAGE]);
}

static void
tp_stage_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_value_set_string (value, TP_STAGE_PILL (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_stage_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    tp_stage_pill_set_stage (TP_STAGE_PILL (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_stage_pill_finalize (GObject *object)
{
  TpStagePill *self = TP_STAGE_PILL (object);

  g_free (self->stage);
  g_free (self->css_class);
  G_OBJECT_CLASS (tp_stage_pill_parent_class)->finalize (object);
}

static void
tp_stage_pill_class_init (TpStagePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_stage_pill_get_property;
  object_class->set_property = tp_stage_pill_set_property;
  object_class->finalize = tp_stage_pill_finalize;

  props[PROP_STAGE]
      = g_param_spec_string ("stage", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/stage-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, TpStagePill, word);
}

static void
tp_stage_pill_init (TpStagePill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_stage_pill_new:
 * @stage: (nullable): a token of tp_words_stage
 *
 * Returns: (transfer floating): a pill; its one property is `stage`
 */
GtkWidget *
tp_stage_pill_new (const char *stage)
{
  return g_object_new (TP_TYPE_STAGE_PILL, "stage", stage, NULL);
}
