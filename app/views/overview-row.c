/* overview-row.c: a line of the overview that opens its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-row.h"

struct _TpOverviewRow
{
  AdwActionRow parent_instance;
  TpOverviewLine *line;
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpOverviewRow, tp_overview_row, ADW_TYPE_ACTION_ROW)

/* closures of the template */

static gboolean
is_not_empty (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
when_and_what (gpointer object, const char *when, const char *what)
{
  return is_not_empty (object, when) && is_not_empty (object, what) ? g_strjoin (" · ", when, what, NULL)
                                                                    : g_strdup (what);
}

/* The icon's colour comes from its class, and size from the stock style. */
static char **
icon_classes (gpointer object, const char *style)
{
  const char *classes[] = { is_not_empty (object, style) ? style : NULL, NULL };

  return g_strdupv ((char **) classes);
}

/* vfuncs */

static void
tp_overview_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE)
    g_value_set_object (value, TP_OVERVIEW_ROW (object)->line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_overview_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_LINE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&TP_OVERVIEW_ROW (object)->line, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
tp_overview_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_OVERVIEW_ROW);
  g_clear_object (&TP_OVERVIEW_ROW (object)->line);
  G_OBJECT_CLASS (tp_overview_row_parent_class)->dispose (object);
}

static void
tp_overview_row_class_init (TpOverviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_overview_row_get_property;
  object_class->set_property = tp_overview_row_set_property;
  object_class->dispose = tp_overview_row_dispose;
  props[PROP_LINE]
      = g_param_spec_object ("line", NULL, NULL, TP_TYPE_OVERVIEW_LINE,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/overview-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
  gtk_widget_class_bind_template_callback (widget_class, when_and_what);
  gtk_widget_class_bind_template_callback (widget_class, icon_classes);
}

static void
tp_overview_row_init (TpOverviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_overview_row_new:
 * @line: what it shows; followed when its properties change
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_overview_row_new (TpOverviewLine *line)
{
  return g_object_new (TP_TYPE_OVERVIEW_ROW, "line", line, NULL);
}

/**
 * tp_overview_row_open:
 * @self: a row
 *
 * Goes to what the line is about.
 */
void
tp_overview_row_open (TpOverviewRow *self)
{
  g_autofree char *opens = NULL, *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (TP_IS_OVERVIEW_ROW (self));
  g_object_get (self->line, "opens", &opens, NULL);
  if (opens != NULL && g_action_parse_detailed_name (opens, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}
