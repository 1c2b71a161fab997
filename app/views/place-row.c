/* place-row.c: a view or a saved filter in the sidebar, with how much is behind it.
 *
 * A saved filter can be renamed, moved and deleted from its row, by menu and by keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-row.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_TITLE,
  PROP_ICON,
  PROP_FILTER,
  N_TEXTS,
  PROP_COUNT = N_TEXTS,
  PROP_SAVED,
  N_PROPS,
};

struct _TpPlaceRow
{
  GtkListBoxRow parent_instance;
  char *texts[N_TEXTS];
  gint64 count; /* below 0: nothing is counted */
  gint64 saved; /* the id of a saved filter, 0 for a view */
  GtkPopover *menu;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpPlaceRow, tp_place_row, GTK_TYPE_LIST_BOX_ROW)

static char *
count_text (gpointer object, gint64 count)
{
  return count >= 0 ? tp_count_format (count) : g_strdup ("");
}

static void
describe (TpPlaceRow *self)
{
  g_autofree char *count = self->count >= 0 ? tp_count_format (self->count) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->texts[PROP_TITLE] != NULL ? self->texts[PROP_TITLE] : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count != NULL ? count : "", -1);
}

static void
show_menu (TpPlaceRow *self, const GdkRectangle *at)
{
  if (self->saved == 0)
    return;
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

static void
pressed_cb (TpPlaceRow *self, int n_press, double x, double y)
{
  show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_menu (TP_PLACE_ROW (widget), NULL);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TP_PLACE_ROW (widget)->saved != 0)
    gtk_widget_activate_action (widget, "win.rename-filter", "x", TP_PLACE_ROW (widget)->saved);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TP_PLACE_ROW (widget)->saved != 0)
    gtk_widget_activate_action (widget, "win.delete-filter", "x", TP_PLACE_ROW (widget)->saved);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TP_PLACE_ROW (widget)->saved != 0)
    gtk_widget_activate_action (widget, "win.move-filter", "(xi)", TP_PLACE_ROW (widget)->saved,
                                g_str_equal (name, "saved.up") ? -1 : 1);
}

static void
tp_place_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  if (id > PROP_0 && id < N_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id == PROP_COUNT)
    g_value_set_int64 (value, self->count);
  else if (id == PROP_SAVED)
    g_value_set_int64 (value, self->saved);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_place_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  if (id > PROP_0 && id < N_TEXTS)
    {
      if (!g_set_str (&self->texts[id], g_value_get_string (value)))
        return;
    }
  else if (id == PROP_COUNT)
    {
      if (self->count == g_value_get_int64 (value))
        return;
      self->count = g_value_get_int64 (value);
    }
  else if (id == PROP_SAVED)
    self->saved = g_value_get_int64 (value);
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  describe (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_place_row_dispose (GObject *object)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (tp_place_row_parent_class)->dispose (object);
}

static void
tp_place_row_finalize (GObject *object)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (tp_place_row_parent_class)->finalize (object);
}

static void
tp_place_row_class_init (TpPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_place_row_get_property;
  object_class->set_property = tp_place_row_set_property;
  object_class->dispose = tp_place_row_dispose;
  object_class->finalize = tp_place_row_finalize;
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  /* What a saved filter asks for. */
  props[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, flags);
  props[PROP_SAVED] = g_param_spec_int64 ("saved", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, -1, G_MAXINT64, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpPlaceRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_install_action (widget_class, "saved.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "saved.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "saved.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "saved.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "saved.down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "saved.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "saved.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "saved.rename", NULL);
  /* The menu shows the last one */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "saved.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "saved.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "saved.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "saved.down", NULL);
}

static void
tp_place_row_init (TpPlaceRow *self)
{
  self->count = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

/**
 * tp_place_row_new:
 * @place: the view's name, as in "win.show-view"
 * @title: what people call it
 * @icon: a symbolic icon
 *
 * Its property `count` is how much is behind the view; below 0, nothing is said.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_place_row_new (const char *place, const char *title, const char *icon)
{
  return g_object_new (TP_TYPE_PLACE_ROW, "place", place, "title", title, "icon", icon, NULL);
}

/**
 * tp_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): the view's name
 */
const char *
tp_place_row_get_place (TpPlaceRow *self)
{
  g_return_val_if_fail (TP_IS_PLACE_ROW (self), NULL);
  return self->texts[PROP_PLACE];
}

/**
 * tp_place_row_get_filter:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what a saved filter asks for, %NULL for a view
 */
const char *
tp_place_row_get_filter (TpPlaceRow *self)
{
  return self->texts[PROP_FILTER];
}

/**
 * tp_place_row_get_saved:
 * @self: a row
 *
 * Returns: the id of its saved filter, 0 for a view
 */
gint64
tp_place_row_get_saved (TpPlaceRow *self)
{
  return self->saved;
}
