/* requirement-row.c: a requirement of an exporter as a row of its checklist.
 *
 * A file dropped or pasted on it, and what its menu offers, is for the list to do: the
 * row only says for which requirement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-row.h"

#include "file-drop.h"

#include <glib/gi18n-lib.h>

struct _TpRequirementRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *heading;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *note;
  GtkLabel *note_below;
  GtkImage *attached;
  GtkLabel *value;
  GtkMenuButton *menu;
  GtkDropTarget *drop;

  TpFact *fact;
  char *css_class; /* what it added */
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
  SIGNAL_FILES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpRequirementRow, tp_requirement_row, GTK_TYPE_LIST_BOX_ROW)

/* helpers */

static void
show_text (GtkLabel *label, const char *text, gboolean visible)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), visible && text != NULL && *text != '\0');
}

static void
add_words (GString *name, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (name, "%s%s", C_ ("between the parts of a row", ", "), text);
}

static void
show_fact (TpRequirementRow *self)
{
  g_autofree char *heading = NULL;
  g_autofree char *icon = NULL;
  g_autofree char *css_class = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *note = NULL;
  g_autofree char *value = NULL;
  g_autofree char *attachment = NULL;
  g_autoptr (GString) name = g_string_new (tp_fact_get_title (self->fact));

  g_object_get (self->fact, "heading", &heading, "icon-name", &icon, "css-class", &css_class, "subtitle", &subtitle,
                "note", &note, "value", &value, "attachment", &attachment, NULL);
  show_text (self->heading, heading, TRUE);
  show_text (self->title, tp_fact_get_title (self->fact), TRUE);
  gtk_label_set_lines (self->title, self->narrow ? -1 : 2);
  gtk_label_set_ellipsize (self->title, self->narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  show_text (self->subtitle, subtitle, TRUE);
  show_text (self->note, note, !self->narrow);
  show_text (self->note_below, note, self->narrow);
  show_text (self->value, value, TRUE);
  gtk_image_set_from_icon_name (self->icon, icon);
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
  g_set_str (&self->css_class, css_class);
  gtk_widget_set_visible (GTK_WIDGET (self->attached), attachment != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->attached), attachment);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "requirement.open", attachment != NULL);
  add_words (name, value);
  add_words (name, note);
  add_words (name, subtitle);
  add_words (name, attachment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
forward (GtkWidget *widget, const char *action, const char *status)
{
  gint64 id = tp_fact_get_id (TP_REQUIREMENT_ROW (widget)->fact);

  if (status != NULL)
    gtk_widget_activate_action (widget, action, "(xs)", id, status);
  else
    gtk_widget_activate_action (widget, action, "x", id);
}

/* callbacks */

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, TpRequirementRow *self)
{
  g_autoptr (GListModel) files = tp_dropped_files (value);

  if (files == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_FILES], 0, files);
  return TRUE;
}

static void
menu_wanted (TpRequirementRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    gtk_menu_button_popup (self->menu);
}

static void
pasted_cb (GListModel *files, gpointer data)
{
  g_autoptr (TpRequirementRow) self = data;

  if (files != NULL)
    g_signal_emit (self, signals[SIGNAL_FILES], 0, files);
}

/* actions */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (widget, "part.edit", NULL);
}

static void
set_status_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (widget, "part.set-status", g_variant_get_string (parameter, NULL));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (widget, "part.open", NULL);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (widget, "part.choose", NULL);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_paste_files (widget, pasted_cb, g_object_ref (widget));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  menu_wanted (TP_REQUIREMENT_ROW (widget));
}

/* vfuncs */

static void
tp_requirement_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, TP_REQUIREMENT_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_requirement_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpRequirementRow *self = TP_REQUIREMENT_ROW (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  if (self->fact != NULL)
    show_fact (self);
}

static void
tp_requirement_row_dispose (GObject *object)
{
  TpRequirementRow *self = TP_REQUIREMENT_ROW (object);

  g_clear_object (&self->fact);
  g_clear_pointer (&self->css_class, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUIREMENT_ROW);
  G_OBJECT_CLASS (tp_requirement_row_parent_class)->dispose (object);
}

static void
tp_requirement_row_class_init (TpRequirementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_requirement_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = tp_requirement_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = tp_requirement_row_set_property;
  props[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  /**
   * TpRequirementRow::files:
   * @files: a #GListModel of #GFile, at least one
   *
   * They were dropped or pasted here.
   */
  signals[SIGNAL_FILES] = g_signal_new ("files", TP_TYPE_REQUIREMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/requirement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, heading);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, title);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, note);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, note_below);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, attached);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, value);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, menu);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementRow, drop);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_wanted);
  gtk_widget_class_install_action (widget_class, "requirement.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "requirement.set-status", "s", set_status_action);
  gtk_widget_class_install_action (widget_class, "requirement.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "requirement.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "requirement.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "requirement.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "requirement.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "requirement.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "requirement.menu", NULL);
}

static void
tp_requirement_row_init (TpRequirementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_drop_accept_files (self->drop);
}

/* Public API */

/**
 * tp_requirement_row_new:
 * @fact: a fact of tp_requirement_list_read()
 *
 * Returns: (transfer floating): a row that shows it, and what becomes of it
 */
GtkWidget *
tp_requirement_row_new (TpFact *fact)
{
  TpRequirementRow *self = g_object_new (TP_TYPE_REQUIREMENT_ROW, NULL);

  self->fact = g_object_ref (fact);
  g_signal_connect_object (fact, "notify::title", G_CALLBACK (show_fact), self, G_CONNECT_SWAPPED);
  show_fact (self);
  return GTK_WIDGET (self);
}

/**
 * tp_requirement_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpFact *
tp_requirement_row_get_fact (TpRequirementRow *self)
{
  return self->fact;
}

/**
 * tp_requirement_row_lock:
 * @self: a row of a workspace that may only be read
 *
 * Leaves nothing but looking.
 */
void
tp_requirement_row_lock (TpRequirementRow *self)
{
  static const char *const actions[] = { "requirement.set-status", "requirement.choose", "requirement.paste" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
  gtk_drop_target_set_actions (self->drop, 0);
}
