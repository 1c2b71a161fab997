/* tag.c: a small word beside a name, such as a commitment's instrument.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag.h"

struct _TpTag
{
  AdwBin parent_instance;
  char *label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpTag, tp_tag, ADW_TYPE_BIN)

static void
tp_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, TP_TAG (object)->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_LABEL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_str (&TP_TAG (object)->label, g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
tp_tag_finalize (GObject *object)
{
  g_free (TP_TAG (object)->label);
  G_OBJECT_CLASS (tp_tag_parent_class)->finalize (object);
}

static void
tp_tag_class_init (TpTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_tag_get_property;
  object_class->set_property = tp_tag_set_property;
  object_class->finalize = tp_tag_finalize;

  props[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "tag");
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/tag.ui");
}

static void
tp_tag_init (TpTag *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_tag_new:
 * @label: (nullable): the word, translated
 *
 * Returns: (transfer floating): a tag; its one property is `label`
 */
GtkWidget *
tp_tag_new (const char *label)
{
  return g_object_new (TP_TYPE_TAG, "label", label, NULL);
}
