/* preferences-dialog.c: what belongs to the person, and to the workspace.
 *
 * Settings of the workspace change the figures of everybody who opens it, so each is
 * a change of its own, in the journal, and can be undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-dialog.h"

#include "edit-settings.h"
#include "feedback.h"
#include "field-row.h"

#include <glib/gi18n-lib.h>

#define N_ROWS 6

static const char *const keys[N_ROWS]
    = { "title", "currency", "time_zone", "vat", "returns", "fulfilment" };

struct _TpPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
  AdwPreferencesGroup *workspace_group;
  AdwEntryRow *author;
  AdwComboRow *separator;
  AdwSwitchRow *byte_order_mark;
  AdwSwitchRow *keep_entry_open;
  AdwSwitchRow *remind;
  TpFieldRow *title;
  TpFieldRow *currency;
  TpFieldRow *time_zone;
  TpFieldRow *vat;
  TpFieldRow *returns;
  TpFieldRow *fulfilment;
  TpWorkspace *workspace;
  GSettings *settings;
  char *loaded[N_ROWS]; /* what each row showed at first */
};

G_DEFINE_FINAL_TYPE (TpPreferencesDialog, tp_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* helpers */

static TpFieldRow *
row_of (TpPreferencesDialog *self, guint i)
{
  TpFieldRow *rows[N_ROWS]
      = { self->title, self->currency, self->time_zone, self->vat, self->returns, self->fulfilment };

  return rows[i];
}

/* A row that is half typed stays as it is. */
static void
load (TpPreferencesDialog *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *value = g_str_equal (keys[i], "title")
                                   ? g_strdup (tp_workspace_get_title (self->workspace))
                                   : tp_workspace_get_setting (self->workspace, keys[i]);
      g_autofree char *text = tp_setting_display (keys[i], value);
      GtkEditable *row = GTK_EDITABLE (row_of (self, i));
      gboolean typed
          = self->loaded[i] != NULL && g_strcmp0 (gtk_editable_get_text (row), self->loaded[i]) != 0;

      g_set_str (&self->loaded[i], text);
      if (!typed && g_strcmp0 (gtk_editable_get_text (row), text) != 0)
        gtk_editable_set_text (row, text);
    }
}

/* callbacks */

static void
workspace_changed_cb (TpPreferencesDialog *self, guint64 kinds)
{
  if (tp_kinds_have (kinds, TP_KIND_SETTING))
    load (self);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpPreferencesDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
}

static void
typed_cb (TpPreferencesDialog *self, TpFieldRow *row)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (row_of (self, i) == row)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *value
            = tp_setting_check (keys[i], gtk_editable_get_text (GTK_EDITABLE (row)), &error);

        tp_field_row_set_message (row, error != NULL ? error->message : NULL);
      }
}

static void
apply_cb (TpPreferencesDialog *self, TpFieldRow *row)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (row_of (self, i) == row)
      {
        const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
        g_autofree char *value = tp_setting_check (keys[i], text, NULL);

        if (value == NULL)
          return;
        /* What is kept is shown the way it is kept */
        g_set_str (&self->loaded[i], text);
        tp_workspace_change (self->workspace, "edit-settings", tp_edit_settings_run,
                             tp_setting_input_new (keys[i], text), tp_setting_input_free, NULL,
                             changed_cb, g_object_ref (self));
      }
}

static void
author_apply_cb (TpPreferencesDialog *self)
{
  g_autofree char *author = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->author))));

  g_settings_set_string (self->settings, "author", author);
}

/* The words of the schema, in the order of the list. */
static gboolean
separator_to_index (GValue *value, GVariant *variant, gpointer data)
{
  const char *name = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, g_str_equal (name, "semicolon") ? 1 : g_str_equal (name, "tab") ? 2 : 0);
  return TRUE;
}

static GVariant *
index_to_separator (const GValue *value, const GVariantType *type, gpointer data)
{
  static const char *const names[] = { "comma", "semicolon", "tab" };
  guint i = g_value_get_uint (value);

  return g_variant_new_string (names[i < G_N_ELEMENTS (names) ? i : 0]);
}

/* vfuncs */

static void
tp_preferences_dialog_dispose (GObject *object)
{
  TpPreferencesDialog *self = TP_PREFERENCES_DIALOG (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tp_preferences_dialog_parent_class)->dispose (object);
}

static void
tp_preferences_dialog_finalize (GObject *object)
{
  TpPreferencesDialog *self = TP_PREFERENCES_DIALOG (object);

  for (guint i = 0; i < N_ROWS; i++)
    g_free (self->loaded[i]);
  G_OBJECT_CLASS (tp_preferences_dialog_parent_class)->finalize (object);
}

static void
tp_preferences_dialog_class_init (TpPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_preferences_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_preferences_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, workspace_group);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, author);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, byte_order_mark);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, keep_entry_open);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, remind);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, time_zone);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, vat);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, returns);
  gtk_widget_class_bind_template_child (widget_class, TpPreferencesDialog, fulfilment);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_apply_cb);
}

static void
tp_preferences_dialog_init (TpPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_preferences_dialog_new:
 * @workspace: (nullable): the workspace whose settings are shown too
 * @settings: what belongs to the person and the machine
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tp_preferences_dialog_new (TpWorkspace *workspace, GSettings *settings)
{
  TpPreferencesDialog *self = g_object_new (TP_TYPE_PREFERENCES_DIALOG, NULL);
  g_autofree char *author = g_settings_get_string (settings, "author");

  self->settings = g_object_ref (settings);
  gtk_editable_set_text (GTK_EDITABLE (self->author), author);
  g_settings_bind (settings, "csv-byte-order-mark", self->byte_order_mark, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "keep-entry-open", self->keep_entry_open, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind", self->remind, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "csv-separator", self->separator, "selected",
                                G_SETTINGS_BIND_DEFAULT, separator_to_index, index_to_separator, NULL,
                                NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->workspace_group), workspace != NULL);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      gtk_widget_set_sensitive (GTK_WIDGET (self->workspace_group),
                                !tp_workspace_is_read_only (workspace));
      load (self);
      g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
    }
  return ADW_DIALOG (self);
}
