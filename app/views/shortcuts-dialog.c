/* shortcuts-dialog.c: every keyboard shortcut, to look up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shortcuts-dialog.h"

#include "shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TpShortcutsDialog
{
  AdwDialog parent_instance;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TpShortcutsDialog, tp_shortcuts_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
new_row (const TpShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys;
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;

  gtk_accelerator_parse (shortcut->accels[0], &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  keys = gtk_label_new (text);
  gtk_widget_add_css_class (keys, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
tp_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (tp_shortcuts_dialog_parent_class)->dispose (object);
}

static void
tp_shortcuts_dialog_class_init (TpShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpShortcutsDialog, page);
}

static void
tp_shortcuts_dialog_init (TpShortcutsDialog *self)
{
  const char *current = NULL;
  GtkWidget *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < tp_n_shortcuts; i++)
    {
      if (g_strcmp0 (current, tp_shortcuts[i].group) != 0)
        {
          current = tp_shortcuts[i].group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", current));
          adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (&tp_shortcuts[i]));
    }
}

/**
 * tp_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tp_shortcuts_dialog_new (void)
{
  return g_object_new (TP_TYPE_SHORTCUTS_DIALOG, NULL);
}
