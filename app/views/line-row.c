/* line-row.c: a line of evidence, an event or a change, in a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "line-row.h"

#include "closures.h"
#include "feedback.h"

struct _TpLineRow
{
  AdwActionRow parent_instance;
  GtkWidget *number;
  TpDetailLine *line;
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpLineRow, tp_line_row, ADW_TYPE_ACTION_ROW)

/* closures of the template */

static gboolean
both (gpointer object, gboolean one, gboolean not_other)
{
  return one && !not_other;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpLineRow) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tp_show_error (GTK_WIDGET (self), error);
}

static void
tp_line_row_activate (AdwActionRow *row)
{
  TpLineRow *self = TP_LINE_ROW (row);
  const char *uri = tp_detail_line_get_uri (self->line);
  const char *view = tp_detail_line_get_view (self->line);
  gint64 id;
  TpKind kind = tp_detail_line_get_record (self->line, &id);

  if (uri != NULL)
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                               launched_cb, g_object_ref (self));
    }
  else if (kind != TP_KIND_NONE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (kind), id);
  else if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", view);
}

static void
tp_line_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE)
    g_value_set_object (value, TP_LINE_ROW (object)->line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_line_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpLineRow *self = TP_LINE_ROW (object);

  if (id == PROP_LINE)
    {
      g_autofree char *number = NULL;

      g_set_object (&self->line, g_value_get_object (value));
      if (self->line != NULL)
        g_object_get (self->line, "number", &number, NULL);
      /* Even an empty place before the title would indent it. */
      if (number == NULL && self->number != NULL)
        {
          adw_action_row_remove (ADW_ACTION_ROW (self), self->number);
          self->number = NULL;
        }
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_line_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_LINE_ROW);
  g_clear_object (&TP_LINE_ROW (object)->line);
  G_OBJECT_CLASS (tp_line_row_parent_class)->dispose (object);
}

static void
tp_line_row_class_init (TpLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_line_row_get_property;
  object_class->set_property = tp_line_row_set_property;
  object_class->dispose = tp_line_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tp_line_row_activate;
  props[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, TP_TYPE_DETAIL_LINE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpLineRow, number);
  tp_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, both);
}

static void
tp_line_row_init (TpLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_line_row_new:
 * @line: (type TpDetailLine): what it shows
 * @unused: nothing; so that it serves as a #GtkListBoxCreateWidgetFunc
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_line_row_new (gpointer line, gpointer unused)
{
  return g_object_new (TP_TYPE_LINE_ROW, "line", line, NULL);
}
