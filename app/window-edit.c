/* window-edit.c: undo, redo, toasts, and verbs for the page that is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "change-label.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

/* helpers */

/* Typing is undone in the field, before the field's record is; a field in which nothing
 * is left to take back does not stand in the way. */
static gboolean
undo_typing (TpWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_EDITABLE (focus))
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

      gtk_widget_activate_action (focus, action, NULL);
      if (g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0)
        return TRUE;
    }
  else if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean can = g_str_has_suffix (action, "redo") ? gtk_text_buffer_get_can_redo (buffer)
                                                       : gtk_text_buffer_get_can_undo (buffer);

      if (can)
        {
          gtk_widget_activate_action (focus, action, NULL);
          return TRUE;
        }
    }
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

static void
add_toast (TpWindow *self, const char *text, gboolean with_undo)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, C_ ("toast", "_Undo"));
      adw_toast_set_action_name (toast, "win.undo-change");
    }
  /* One at a time: the newest is what a person has just done */
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
enable (TpWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)),
                               enabled);
}

/* callbacks */

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_toast (data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
toast_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_toast (data, g_variant_get_string (parameter, NULL), TRUE);
}

static void
turned (TpWindow *self, GObject *source, GAsyncResult *result, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info
      = tp_workspace_undo_finish (TP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (info == NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  text = redo ? tp_change_redone (info) : tp_change_undone (info);
  add_toast (self, text, FALSE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;

  turned (self, source, result, FALSE);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;

  turned (self, source, result, TRUE);
}

/* A toast's button: the change is meant, wherever the focus is. */
static void
undo_change_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  tp_workspace_undo (self->workspace, FALSE, undone_cb, g_object_ref (self));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (!undo_typing (self, "text.undo"))
    tp_workspace_undo (self->workspace, FALSE, undone_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (!undo_typing (self, "text.redo"))
    tp_workspace_undo (self->workspace, TRUE, redone_cb, g_object_ref (self));
}

/* "new", "search", "export" …: for the part of the page that has the focus, else for
 * the page. A page that does not know the verb does nothing. */
static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autofree char *name = g_strconcat ("page.", g_variant_get_string (parameter, NULL), NULL);
  AdwNavigationPage *page = tp_window_visible_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page == NULL || self->workspace == NULL
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    focus = GTK_WIDGET (page);
  gtk_widget_activate_action (focus, name, NULL);
}

/* Within the window */

void
tp_window_install_edit_actions (TpWindow *self)
{
  static const GActionEntry actions[] = {
    { "undo", undo_cb },
    { "undo-change", undo_change_cb },
    { "redo", redo_cb },
    { "page", page_cb, "s" },
    { "toast", toast_cb, "s" },
    { "toast-undo", toast_undo_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/* What cannot be done just now cannot be chosen. */
void
tp_window_update_edit_actions (TpWindow *self)
{
  static const char *const need_workspace[] = { "save-copy", "as-of", "as-of-today", "requirement-sets" };
  g_autoptr (TpChangeInfo) undoable = NULL;
  g_autoptr (TpChangeInfo) redoable = NULL;

  if (self->workspace != NULL && !tp_workspace_is_read_only (self->workspace))
    g_object_get (self->workspace, "undoable", &undoable, "redoable", &redoable, NULL);
  enable (self, "undo", undoable != NULL);
  enable (self, "undo-change", undoable != NULL);
  enable (self, "redo", redoable != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (need_workspace); i++)
    enable (self, need_workspace[i], self->workspace != NULL);
}
