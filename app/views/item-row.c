/* item-row.c: a record of a list on a record's page, with what can be done to it.
 *
 * The menu's items call "item.act" with the name of what is to be done, and the row emits
 * "act" for whoever shows it. Enter or a click does the first thing, Delete removes where
 * the menu has that, the Menu key and Shift+F10 open the menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "item-row.h"

#include "tag.h"

#include <glib/gi18n-lib.h>

struct _TpItemRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *note;
  GtkWidget *tag;
  GtkLabel *value;
  GtkLabel *value_below; /* the same, where there is no room beside */
  GtkMenuButton *menu;
  GtkWidget *arrow;

  TpFact *fact;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_ACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpItemRow, tp_item_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, TpFact *fact, const char *property, GString *name)
{
  g_autofree char *text = NULL;
  gboolean any;

  g_object_get (fact, property, &text, NULL);
  any = text != NULL && *text != '\0';
  gtk_label_set_label (label, any ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), any);
  if (any)
    g_string_append_printf (name, "%s%s", name->len > 0 ? C_ ("between the parts of a row", ", ") : "", text);
}

static void
place_value (TpItemRow *self)
{
  const char *text = gtk_label_get_label (self->value);

  gtk_label_set_label (self->value_below, text);
  gtk_widget_set_visible (GTK_WIDGET (self->value), !self->narrow && *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->value_below), self->narrow && *text != '\0');
}

static void
show_fact (TpItemRow *self)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *icon = NULL;
  g_autofree char *css_class = NULL;
  g_autofree char *label = NULL;

  g_object_get (self->fact, "icon-name", &icon, "css-class", &css_class, NULL);
  show_text (self->title, self->fact, "title", name);
  show_text (self->value, self->fact, "value", name);
  place_value (self);
  if (gtk_widget_get_visible (self->tag))
    {
      g_object_get (self->tag, "label", &label, NULL);
      g_string_append_printf (name, "%s%s", C_ ("between the parts of a row", ", "), label);
    }
  show_text (self->subtitle, self->fact, "subtitle", name);
  show_text (self->note, self->fact, "note", name);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  /* Below what it belongs to */
  gtk_widget_set_margin_start (GTK_WIDGET (self->icon), g_strcmp0 (css_class, "inset") == 0 ? 24 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACT], 0, g_variant_get_string (parameter, NULL));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpItemRow *self = TP_ITEM_ROW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    gtk_menu_button_popup (self->menu);
}

/* Where the menu offers it. */
static gboolean
has_item (GMenuModel *menu, const char *act)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, "target", G_VARIANT_TYPE_STRING);
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, "section");

      if ((target != NULL && g_strcmp0 (g_variant_get_string (target, NULL), act) == 0)
          || (section != NULL && has_item (section, act)))
        return TRUE;
    }
  return FALSE;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpItemRow *self = TP_ITEM_ROW (widget);
  GMenuModel *menu = gtk_menu_button_get_menu_model (self->menu);

  if (menu != NULL && has_item (menu, "remove"))
    g_signal_emit (self, signals[SIGNAL_ACT], 0, "remove");
}

static void
tp_item_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, TP_ITEM_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_item_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpItemRow *self = TP_ITEM_ROW (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  place_value (self);
}

static void
tp_item_row_dispose (GObject *object)
{
  g_clear_object (&TP_ITEM_ROW (object)->fact);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_ITEM_ROW);
  G_OBJECT_CLASS (tp_item_row_parent_class)->dispose (object);
}

static void
tp_item_row_class_init (TpItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tp_item_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = tp_item_row_set_property;
  G_OBJECT_CLASS (klass)->dispose = tp_item_row_dispose;
  /**
   * TpItemRow:narrow:
   *
   * Whether there is little room: the value stands below the title.
   */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  /**
   * TpItemRow::act:
   * @self: the row
   * @act: the target of the menu item that was chosen: "edit", "remove" …
   *
   * Something is to be done to the record.
   */
  signals[SIGNAL_ACT] = g_signal_new ("act", TP_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_STRING);
  g_type_ensure (TP_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, note);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, tag);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, value);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, value_below);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, menu);
  gtk_widget_class_bind_template_child (widget_class, TpItemRow, arrow);
  gtk_widget_class_install_action (widget_class, "item.act", "s", act_action);
  gtk_widget_class_install_action (widget_class, "item.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, "item.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK, "item.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "item.menu", NULL);
}

static void
tp_item_row_init (TpItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
heading_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *heading = NULL;
  GtkWidget *label;

  if (TP_IS_ITEM_ROW (row))
    g_object_get (TP_ITEM_ROW (row)->fact, "heading", &heading, NULL);
  if (heading == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_list_box_row_get_header (row);
  if (!GTK_IS_LABEL (label))
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_widget_set_margin_top (label, 9);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      gtk_list_box_row_set_header (row, label);
    }
  gtk_label_set_label (GTK_LABEL (label), heading);
}

/* Public API */

/**
 * tp_item_row_new:
 * @fact: what it shows; "heading" is for tp_item_row_headings()
 * @tag: (nullable): a word to mark it with
 *
 * Returns: (transfer floating): a row that follows @fact
 */
GtkWidget *
tp_item_row_new (TpFact *fact, const char *tag)
{
  TpItemRow *self = g_object_new (TP_TYPE_ITEM_ROW, NULL);

  self->fact = g_object_ref (fact);
  if (tag != NULL)
    {
      g_object_set (self->tag, "label", tag, NULL);
      gtk_widget_set_visible (self->tag, TRUE);
    }
  g_signal_connect_object (fact, "notify::title", G_CALLBACK (show_fact), self, G_CONNECT_SWAPPED);
  show_fact (self);
  return GTK_WIDGET (self);
}

/**
 * tp_item_row_set_menu:
 * @self: a row
 * @menu: (nullable): what can be done: items with the action "item.act"; %NULL for nothing
 */
void
tp_item_row_set_menu (TpItemRow *self, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), menu != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), menu != NULL);
}

/**
 * tp_item_row_allow_opening:
 * @self: a row
 *
 * Shows that there is more where a click or Enter leads.
 */
void
tp_item_row_allow_opening (TpItemRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_visible (self->arrow, TRUE);
}

/**
 * tp_item_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpFact *
tp_item_row_get_fact (TpItemRow *self)
{
  return self->fact;
}

/**
 * tp_item_row_headings:
 * @list: a list of item rows
 *
 * Shows the facts' "heading" above their rows.
 */
void
tp_item_row_headings (GtkListBox *list)
{
  gtk_list_box_set_header_func (list, heading_func, NULL, NULL);
}
