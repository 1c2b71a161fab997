/* commitments-page.c: every promise, with its capital, delivery and pace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitments-page.h"

#include "commitment-dialog.h"
#include "commitment-list-row.h"
#include "events-page.h"
#include "list-update.h"
#include "page-banner.h"
#include "status.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

/* What takes longer than this shows that it does. */
#define LOADING_MS 150

struct _TpCommitmentsPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  AdwStatusPage *failed;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkLabel *note;

  gboolean narrow;
  gboolean tagless;
  TpStatus *status;
  GListStore *rows; /* TpCommitmentRow, as they are shown */
  guint loading_source;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_TAGLESS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCommitmentsPage, tp_commitments_page, TP_TYPE_VIEW_PAGE)

/* helpers */

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TpCommitmentsPage *self = data;
  GtkWidget *row = tp_commitment_list_row_new (item);
  gboolean group = tp_commitment_row_is_group (item);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !group);
  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "tagless", row, "tagless", G_BINDING_SYNC_CREATE);
  return row;
}

static void
show_rows (TpCommitmentsPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GListModel) rows = NULL;
  g_autofree char *note = NULL;

  if (self->status == NULL)
    return;
  rows = tp_commitment_rows (self->status, search);
  note = tp_commitment_rows_note (self->status);
  tp_list_update (self->rows, rows);
  gtk_label_set_label (self->note, note);
  if (tp_status_get_commitments (self->status)->len == 0)
    gtk_stack_set_visible_child_name (self->screens, "empty");
  else
    gtk_stack_set_visible_child_name (self->screens,
                                      g_list_model_get_n_items (rows) > 0 ? "list" : "nothing-found");
}

static void
loading_cb (gpointer data)
{
  TpCommitmentsPage *self = data;

  self->loading_source = 0;
  if (self->status == NULL)
    gtk_stack_set_visible_child_name (self->screens, "loading");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TpStatus *status = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  TpCommitmentsPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_object (&self->status);
  self->status = status;
  if (status != NULL)
    {
      show_rows (self);
      return;
    }
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->screens, "failed");
}

/* callbacks of the template */

static void
search_changed (TpCommitmentsPage *self)
{
  show_rows (self);
}

static void
row_activated (TpCommitmentsPage *self, TpCommitmentListRow *widget)
{
  g_autoptr (TpCommitmentRow) row = NULL;

  g_object_get (widget, "row", &row, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                              tp_kind_token (TP_KIND_COMMITMENT), tp_commitment_row_get_id (row));
}

/* actions */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpViewPage *page = TP_VIEW_PAGE (widget);
  TpWorkspace *workspace = tp_view_page_get_workspace (page);

  if (workspace != NULL)
    adw_dialog_present (tp_commitment_dialog_new (workspace, tp_view_page_get_as_of (page), 0), widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
events_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  GtkWidget *page = tp_events_page_new ();

  g_object_bind_property (self, "as-of", page, "as-of", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_view_page_reload (TP_VIEW_PAGE (widget));
}

/* vfuncs */

static void
tp_commitments_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TAGLESS:
      g_value_set_boolean (value, self->tagless);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_commitments_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (page);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  self->loading_source = g_timeout_add_once (LOADING_MS, loading_cb, self);
  tp_workspace_read (tp_view_page_get_workspace (page), tp_status_read,
                     tp_status_query_new (tp_view_page_get_as_of (page), NULL), tp_status_query_free,
                     g_object_unref, cancellable, read_cb, self);
}

static void
tp_commitments_page_clear (TpViewPage *page)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (page);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_object (&self->status);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_stack_set_visible_child_name (self->screens, "blank");
}

static void
tp_commitments_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_TAGLESS:
      self->tagless = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_commitments_page_dispose (GObject *object)
{
  TpCommitmentsPage *self = TP_COMMITMENTS_PAGE (object);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_COMMITMENTS_PAGE);
  g_clear_object (&self->status);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (tp_commitments_page_parent_class)->dispose (object);
}

static void
tp_commitments_page_class_init (TpCommitmentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_commitments_page_get_property;
  object_class->set_property = tp_commitments_page_set_property;
  object_class->dispose = tp_commitments_page_dispose;
  page_class->load = tp_commitments_page_load;
  page_class->clear = tp_commitments_page_clear;
  page_class->depends_on = tp_status_depends_on;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_TAGLESS] = g_param_spec_boolean ("tagless", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_PAGE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/commitments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, screens);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentsPage, note);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.events", NULL, events_action);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_action);
}

static void
tp_commitments_page_init (TpCommitmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (TP_TYPE_COMMITMENT_ROW);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->rows), make_row, self, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * tp_commitments_page_new:
 *
 * Its properties are `workspace` and `as-of`, a #TpDay.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
tp_commitments_page_new (void)
{
  return g_object_new (TP_TYPE_COMMITMENTS_PAGE, NULL);
}
