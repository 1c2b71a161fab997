/* commitment-page.c: a promise with its capital, numbers, evidence and history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-page.h"

#include "closures.h"
#include "commitment-detail.h"
#include "commitment-dialog.h"
#include "evidence-dialog.h"
#include "indicator-card.h"
#include "line-row.h"
#include "list-update.h"
#include "page-banner.h"
#include "post-entry-dialog.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

/* The lists of the page, as TpCommitmentDetail has them. */
static const char *const list_names[]
    = { "indicators", "evidence", "rivals", "events", "programmes", "history" };

#define N_LISTS G_N_ELEMENTS (list_names)

struct _TpCommitmentPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  AdwStatusPage *failed;
  GtkListBox *indicators;
  GtkListBox *evidence;
  GtkListBox *rivals;
  GtkListBox *events;
  GtkListBox *programmes;
  GtkListBox *history;

  gboolean narrow;
  TpCommitmentDetail *detail;
  GListStore *lists[N_LISTS]; /* what the boxes show */
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_DETAIL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCommitmentPage, tp_commitment_page, TP_TYPE_VIEW_PAGE)

/* closures of the template */

static gboolean
has_items (gpointer object, GListModel *list)
{
  return list != NULL && g_list_model_get_n_items (list) > 0;
}

static gboolean
is_false (gpointer object, gboolean value)
{
  return !value;
}

static gboolean
is_set_and_wide (gpointer object, const char *text, gboolean narrow)
{
  return !narrow && text != NULL;
}

static char *
tag (gpointer object, const char *tags, int place)
{
  g_auto (GStrv) list = g_strsplit (tags != NULL ? tags : "", "\n", -1);

  return place < (int) g_strv_length (list) ? g_strdup (list[place]) : NULL;
}

/* reading */

static void
update_list (TpCommitmentPage *self, guint i)
{
  g_autoptr (GListModel) fresh = NULL;

  g_object_get (self->detail, list_names[i], &fresh, NULL);
  tp_list_update (self->lists[i], fresh);
}

static void
show_detail (TpCommitmentPage *self)
{
  g_autofree char *title = NULL;

  g_object_get (self->detail, "organisation", &title, NULL);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
  for (guint i = 0; i < N_LISTS; i++)
    update_list (self, i);
  gtk_stack_set_visible_child_name (self->screens, "page");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TpCommitmentDetail *detail = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  TpCommitmentPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->detail);
  self->detail = detail;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit",
                                 detail != NULL && !tp_workspace_is_read_only (tp_view_page_get_workspace (TP_VIEW_PAGE (self))));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-evidence",
                                 detail != NULL && !tp_workspace_is_read_only (tp_view_page_get_workspace (TP_VIEW_PAGE (self))));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.post-entry",
                                 detail != NULL && tp_commitment_detail_get_fund (detail) != 0
                                     && !tp_workspace_is_read_only (tp_view_page_get_workspace (TP_VIEW_PAGE (self))));
  if (detail != NULL)
    {
      show_detail (self);
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->screens, "failed");
}

/* actions */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (widget);

  adw_dialog_present (tp_commitment_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_view_page_get_as_of (TP_VIEW_PAGE (self)), tp_view_page_get_record_id (TP_VIEW_PAGE (self))), widget);
}

static void
add_evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (widget);

  adw_dialog_present (tp_evidence_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_view_page_get_record_id (TP_VIEW_PAGE (self))), widget);
}

static void
post_entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (widget);
  g_autoptr (TpRecord) fund
      = tp_workspace_get (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), TP_KIND_FUND, tp_commitment_detail_get_fund (self->detail));

  if (fund != NULL)
    adw_dialog_present (tp_post_entry_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), fund, tp_view_page_get_as_of (TP_VIEW_PAGE (self))), widget);
}

/* vfuncs */

static void
tp_commitment_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_commitment_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpCommitmentRequest *request = g_new0 (TpCommitmentRequest, 1);

  request->commitment = tp_view_page_get_record_id (page);
  request->as_of = tp_view_page_get_as_of (page);
  tp_workspace_read (tp_view_page_get_workspace (page), tp_commitment_detail_read, request, g_free,
                     g_object_unref, cancellable, read_cb, page);
}

static void
tp_commitment_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_commitment_page_dispose (GObject *object)
{
  TpCommitmentPage *self = TP_COMMITMENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_COMMITMENT_PAGE);
  g_clear_object (&self->detail);
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_object (&self->lists[i]);
  G_OBJECT_CLASS (tp_commitment_page_parent_class)->dispose (object);
}

static void
tp_commitment_page_class_init (TpCommitmentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_commitment_page_get_property;
  object_class->set_property = tp_commitment_page_set_property;
  object_class->dispose = tp_commitment_page_dispose;
  page_class->load = tp_commitment_page_load;
  page_class->depends_on = tp_status_depends_on;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, TP_TYPE_COMMITMENT_DETAIL,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_PAGE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/commitment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, screens);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, indicators);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, rivals);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, events);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, programmes);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentPage, history);
  tp_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, has_items);
  gtk_widget_class_bind_template_callback (widget_class, is_false);
  gtk_widget_class_bind_template_callback (widget_class, is_set_and_wide);
  gtk_widget_class_bind_template_callback (widget_class, tag);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.add-evidence", NULL, add_evidence_action);
  gtk_widget_class_install_action (widget_class, "page.post-entry", NULL, post_entry_action);
}

static void
tp_commitment_page_init (TpCommitmentPage *self)
{
  GtkListBox *boxes[N_LISTS];

  gtk_widget_init_template (GTK_WIDGET (self));
  boxes[0] = self->indicators;
  boxes[1] = self->evidence;
  boxes[2] = self->rivals;
  boxes[3] = self->events;
  boxes[4] = self->programmes;
  boxes[5] = self->history;
  for (guint i = 0; i < N_LISTS; i++)
    {
      self->lists[i] = g_list_store_new (G_TYPE_OBJECT);
      gtk_list_box_bind_model (boxes[i], G_LIST_MODEL (self->lists[i]),
                               i == 0 ? tp_indicator_card_new : tp_line_row_new, NULL, NULL);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-evidence", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.post-entry", FALSE);
}

/**
 * tp_commitment_page_new:
 * @commitment: a commitment's id
 *
 * Its properties are `workspace`, `as-of` (a #TpDay) and `record-id`.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
tp_commitment_page_new (gint64 commitment)
{
  return g_object_new (TP_TYPE_COMMITMENT_PAGE, "record-id", commitment, NULL);
}
