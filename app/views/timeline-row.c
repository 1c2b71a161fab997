/* timeline-row.c: a line of an exporter's timeline.
 *
 * One's own notes have a menu; its actions are the timeline's, with the note's id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-row.h"

#include <glib/gi18n-lib.h>

struct _TpTimelineRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *subtitle;
  GtkMenuButton *menu;

  TpTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (TpTimelineRow, tp_timeline_row, GTK_TYPE_LIST_BOX_ROW)

/* Adds it to what is spoken for the row, too. */
static void
show_text (GtkLabel *label, GObject *item, const char *property, GString *name)
{
  g_autofree char *text = NULL;
  gboolean any;

  g_object_get (item, property, &text, NULL);
  any = text != NULL && *text != '\0';
  gtk_label_set_label (label, any ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), any);
  if (any)
    g_string_append_printf (name, "%s%s", name->len > 0 ? C_ ("between the parts of a row", ", ") : "", text);
}

static GMenuModel *
menu_for (gint64 id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (C_ ("note", "_Edit"), NULL);
  g_autoptr (GMenuItem) delete = g_menu_item_new (C_ ("note", "_Delete"), NULL);

  g_menu_item_set_action_and_target (edit, "timeline.edit", "x", id);
  g_menu_item_set_action_and_target (delete, "timeline.delete", "x", id);
  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, delete);
  return G_MENU_MODEL (menu);
}

static void
tp_timeline_row_dispose (GObject *object)
{
  g_clear_object (&TP_TIMELINE_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_TIMELINE_ROW);
  G_OBJECT_CLASS (tp_timeline_row_parent_class)->dispose (object);
}

static void
tp_timeline_row_class_init (TpTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_timeline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, title);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, note);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, menu);
}

static void
tp_timeline_row_init (TpTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_timeline_row_new:
 * @item: what happened
 * @read_only: whether nothing can be changed
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
tp_timeline_row_new (TpTimelineItem *item, gboolean read_only)
{
  TpTimelineRow *self = g_object_new (TP_TYPE_TIMELINE_ROW, NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *icon = NULL;
  gboolean own;

  self->item = g_object_ref (item);
  show_text (self->title, G_OBJECT (item), "title", name);
  show_text (self->note, G_OBJECT (item), "note", name);
  show_text (self->subtitle, G_OBJECT (item), "subtitle", name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_object_get (item, "icon-name", &icon, "own", &own, NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  if (own && !read_only)
    {
      g_autoptr (GMenuModel) menu = menu_for (tp_timeline_item_get_id (item));

      gtk_menu_button_set_menu_model (self->menu, menu);
      gtk_widget_set_visible (GTK_WIDGET (self->menu), TRUE);
    }
  return GTK_WIDGET (self);
}

/**
 * tp_timeline_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpTimelineItem *
tp_timeline_row_get_item (TpTimelineRow *self)
{
  return self->item;
}
