/* pace-label.c: a pace as icon, word and colour.
 *
 * Each pace has a silhouette of its own, so that it is told apart in grey and
 * without reading; the word says it anyway.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pace-label.h"

#include "words.h"

struct _TpPaceLabel
{
  GtkBox parent_instance;
  GtkImage *icon;
  GtkLabel *word;
  char *pace;
  char *css_class;
};

enum
{
  PROP_0,
  PROP_PACE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpPaceLabel, tp_pace_label, GTK_TYPE_BOX)

/**
 * tp_pace_css_class:
 * @pace: a token of tp_words_pace
 *
 * Returns: (transfer full): its style class, "on-track" for "on_track"
 */
char *
tp_pace_css_class (const char *pace)
{
  g_return_val_if_fail (pace != NULL, NULL);
  return g_strdelimit (g_strdup (pace), "_", '-');
}

/**
 * tp_pace_icon_name:
 * @pace: a token of tp_words_pace
 *
 * Returns: (transfer full): the name of its symbolic icon
 */
char *
tp_pace_icon_name (const char *pace)
{
  g_return_val_if_fail (pace != NULL, NULL);
  /* Two reasons for having nothing to compare with, one silhouette */
  if (g_strcmp0 (pace, "no_target") == 0)
    pace = "no_period";
  return g_strdelimit (g_strdup_printf ("pace-%s-symbolic", pace), "_", '-');
}

static void
tp_pace_label_set_pace (TpPaceLabel *self, const char *pace)
{
  g_autofree char *icon_name = NULL;
  gboolean known = tp_word_find (tp_words_pace, pace) != NULL;

  if (!g_set_str (&self->pace, pace))
    return;
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  g_clear_pointer (&self->css_class, g_free);
  if (known)
    {
      self->css_class = tp_pace_css_class (pace);
      icon_name = tp_pace_icon_name (pace);
      gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
    }
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), known);
  gtk_label_set_label (self->word, tp_word_title (tp_words_pace, pace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tp_word_title (tp_words_pace, pace), -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PACE]);
}

static void
tp_pace_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PACE)
    g_value_set_string (value, TP_PACE_LABEL (object)->pace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_pace_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PACE)
    tp_pace_label_set_pace (TP_PACE_LABEL (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_pace_label_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_PACE_LABEL);
  G_OBJECT_CLASS (tp_pace_label_parent_class)->dispose (object);
}

static void
tp_pace_label_finalize (GObject *object)
{
  TpPaceLabel *self = TP_PACE_LABEL (object);

  g_free (self->pace);
  g_free (self->css_class);
  G_OBJECT_CLASS (tp_pace_label_parent_class)->finalize (object);
}

static void
tp_pace_label_class_init (TpPaceLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_pace_label_get_property;
  object_class->set_property = tp_pace_label_set_property;
  object_class->dispose = tp_pace_label_dispose;
  object_class->finalize = tp_pace_label_finalize;

  props[PROP_PACE]
      = g_param_spec_string ("pace", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "pace");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/pace-label.ui");
  gtk_widget_class_bind_template_child (widget_class, TpPaceLabel, icon);
  gtk_widget_class_bind_template_child (widget_class, TpPaceLabel, word);
}

static void
tp_pace_label_init (TpPaceLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_pace_label_new:
 * @pace: (nullable): a token of tp_words_pace
 *
 * Returns: (transfer floating): a label; its one property is `pace`
 */
GtkWidget *
tp_pace_label_new (const char *pace)
{
  return g_object_new (TP_TYPE_PACE_LABEL, "pace", pace, NULL);
}
