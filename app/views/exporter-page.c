/* exporter-page.c: one exporter: the frame that its parts stand in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-page.h"

#include "advance-dialog.h"
#include "archive-exporter.h"
#include "duplicate-banner.h"
#include "error.h"
#include "exporter-detail.h"
#include "exporter-money.h"
#include "exporter-products.h"
#include "exporter-profile.h"
#include "exporter-programmes.h"
#include "exporter-requirements.h"
#include "exporter-tasks.h"
#include "exporter-timeline.h"
#include "exporters-page.h"
#include "fact-row.h"
#include "feedback.h"
#include "history-dialog.h"
#include "numbers.h"
#include "page-banner.h"
#include "request-dialog.h"
#include "stage-stepper.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpExporterPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  AdwStatusPage *gone;
  AdwViewStack *tabs;
  GtkListBox *blocks;
  GtkLabel *stage_reason;
  AdwBin *side_place; /* where the timeline stands in a wide page, and in others */
  AdwBin *tab_place;
  GtkWidget *beside;
  TpExporterProfile *profile;
  TpExporterRequirements *requirements;
  TpExporterTimeline *timeline;

  gint64 record_id; /* the exporter that is asked for */
  gboolean narrow;
  gboolean wide;
  GListStore *facts;        /* what blocks it */
  TpExporterDetail *detail; /* while another is being read: still of the one before */
};

enum
{
  PROP_0,
  PROP_DETAIL,
  PROP_NARROW,
  PROP_WIDE,
  PROP_PLACE_TEXT,
  PROP_ADVANCE_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExporterPage, tp_exporter_page, TP_TYPE_VIEW_PAGE)

/* helpers */

static TpWorkspace *
workspace_of (TpExporterPage *self)
{
  return tp_view_page_get_workspace (TP_VIEW_PAGE (self));
}

static TpDay
as_of (TpExporterPage *self)
{
  return tp_view_page_get_as_of (TP_VIEW_PAGE (self));
}

/* The page this one was opened from: the root of the same view. */
static TpExportersPage *
root_of (TpExporterPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (GObject) root = NULL;

  if (view == NULL)
    return NULL;
  stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view)));
  root = g_list_model_get_item (stack, 0);
  /* The view holds it. */
  return TP_IS_EXPORTERS_PAGE (root) ? TP_EXPORTERS_PAGE (root) : NULL;
}

static TpRecordList *
list_of (TpExporterPage *self)
{
  TpExportersPage *root = root_of (self);

  return root != NULL ? tp_exporters_page_get_list (root) : NULL;
}

static guint
place_in_list (TpExporterPage *self, guint *n)
{
  TpRecordList *list = list_of (self);

  *n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  return list != NULL ? tp_record_list_find (list, self->record_id) : G_MAXUINT;
}

/* Whether what is shown is what the actions would act on. */
static gboolean
is_current (TpExporterPage *self)
{
  return self->detail != NULL
         && tp_record_get_id (tp_exporter_detail_get_exporter (self->detail)) == self->record_id;
}

static void
update_actions (TpExporterPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = workspace_of (self) != NULL && !tp_workspace_is_read_only (workspace_of (self))
                      && is_current (self);
  gboolean archived = FALSE;
  guint n, place = place_in_list (self, &n);

  if (self->detail != NULL)
    g_object_get (self->detail, "archived", &archived, NULL);
  gtk_widget_action_set_enabled (widget, "page.previous", place != G_MAXUINT && place > 0);
  gtk_widget_action_set_enabled (widget, "page.next", place != G_MAXUINT && place + 1 < n);
  gtk_widget_action_set_enabled (widget, "page.advance", writable && !archived);
  gtk_widget_action_set_enabled (widget, "page.edit", writable);
  gtk_widget_action_set_enabled (widget, "page.archive", writable && !archived);
  gtk_widget_action_set_enabled (widget, "page.restore", writable && archived);
  gtk_widget_action_set_enabled (widget, "page.note", writable);
  gtk_widget_action_set_enabled (widget, "page.history", is_current (self));
  gtk_widget_action_set_enabled (widget, "page.request-all", writable && !archived);
}

static GtkWidget *
make_blocking_row (gpointer item, gpointer data)
{
  GtkWidget *row = tp_fact_row_new (item);

  tp_fact_row_allow_opening (TP_FACT_ROW (row));
  g_object_bind_property (data, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  return row;
}

static void
show_detail (TpExporterPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  tp_facts_update (self->facts, tp_exporter_detail_get_blocks (self->detail));
  g_object_get (self->detail, "name", &name, "stage-reason", &reason, NULL);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_label (self->stage_reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stage_reason), reason != NULL);
  gtk_stack_set_visible_child_name (self->screens, "exporter");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TpExporterDetail *detail = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  g_autoptr (TpExporterPage) self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->detail);
  self->detail = detail;
  if (detail != NULL)
    show_detail (self);
  else
    {
      adw_status_page_set_title (self->gone, g_error_matches (error, TP_ERROR, TP_ERROR_NOT_FOUND)
                                                 ? _ ("No Such Exporter")
                                                 : _ ("The Exporter Was Not Read"));
      adw_status_page_set_description (self->gone, error->message);
      gtk_stack_set_visible_child_name (self->screens, "gone");
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADVANCE_TEXT]);
  update_actions (self);
}

static void
step (TpExporterPage *self, int by)
{
  TpRecordList *list = list_of (self);
  guint n, place = place_in_list (self, &n);
  gint64 id;

  if (place == G_MAXUINT)
    return;
  id = tp_record_list_get_id (list, place + (guint) by);
  if (id == 0)
    return;
  tp_exporters_page_set_opened (root_of (self), id);
  g_object_set (self, "record-id", id, NULL);
}

static char *
place_text (TpExporterPage *self)
{
  guint n, place = place_in_list (self, &n);
  g_autofree char *at = NULL;
  g_autofree char *all = NULL;

  if (place == G_MAXUINT)
    return g_strdup ("");
  at = tp_count_format (place + 1);
  all = tp_count_format (n);
  /* Translators: the place in a list, and how many there are */
  return g_strdup_printf (C_ ("place in a list", "%s of %s"), at, all);
}

static char *
advance_text (TpExporterPage *self)
{
  char *text = NULL;

  if (self->detail != NULL && !self->narrow)
    g_object_get (self->detail, "advance-label", &text, NULL);
  return text != NULL ? text : g_strdup (C_ ("button", "Advance…"));
}

/* callbacks */

/* Leads to where it is solved. */
static void
block_activated (TpExporterPage *self, TpFactRow *row)
{
  TpFact *fact = tp_fact_row_get_fact (row);

  if (tp_fact_get_kind (fact) == TP_KIND_EXPORTER)
    {
      adw_view_stack_set_visible_child_name (self->tabs, "profile");
      tp_exporter_profile_edit (self->profile, "uscc");
    }
  else
    {
      adw_view_stack_set_visible_child_name (self->tabs, "requirements");
      tp_exporter_requirements_open (self->requirements, tp_fact_get_id (fact));
    }
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
}

static void
archived_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
  else
    tp_toast_undo (GTK_WIDGET (self), _ ("Archived"));
}

/* actions */

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  if (!self->wide)
    adw_view_stack_set_visible_child_name (self->tabs, "timeline");
  tp_exporter_timeline_start_note (self->timeline);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->tabs, "profile");
  tp_exporter_profile_edit (self->profile, "name_local");
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);
  const char *field = g_variant_get_string (parameter, NULL);

  adw_dialog_present (tp_history_dialog_new (workspace_of (self), self->record_id, *field != '\0' ? field : NULL),
                      widget);
}

/* Those that stand in the way. */
static void
request_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  adw_dialog_present (tp_request_dialog_new (workspace_of (self), self->record_id, G_LIST_MODEL (self->facts),
                                             as_of (self)),
                      widget);
}

static void
copy_uscc_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);
  const char *uscc = self->detail != NULL
                         ? tp_record_get_text (tp_exporter_detail_get_exporter (self->detail), "uscc")
                         : NULL;

  if (uscc == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uscc);
  tp_toast (widget, _ ("USCC copied"));
}

static void
advance_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  adw_dialog_present (tp_advance_dialog_new (workspace_of (self), self->record_id, as_of (self)), widget);
}

static void
archive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  tp_workspace_change (workspace_of (self), "archive-exporter", tp_archive_run,
                       tp_archive_new (&self->record_id, 1, TRUE), tp_archive_free, NULL, archived_cb,
                       g_object_ref (self));
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (widget);

  tp_workspace_change (workspace_of (self), "restore-exporter", tp_archive_run,
                       tp_archive_new (&self->record_id, 1, FALSE), tp_archive_free, NULL, restored_cb,
                       g_object_ref (self));
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (TP_EXPORTER_PAGE (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (TP_EXPORTER_PAGE (widget), 1);
}

/* vfuncs */

static void
tp_exporter_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (page);
  gint64 exporter = tp_view_page_get_record_id (page);

  if (exporter == 0)
    return;
  tp_workspace_read (workspace, tp_exporter_detail_read,
                     tp_exporter_question_new (workspace, exporter, tp_view_page_get_as_of (page)),
                     tp_exporter_question_free, g_object_unref, cancellable, read_cb, g_object_ref (page));
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind own[] = {
    TP_KIND_SETTING,     TP_KIND_EXPORTER,        TP_KIND_PRODUCT,            TP_KIND_ENROLMENT,
    TP_KIND_REQUIREMENT, TP_KIND_REQUIREMENT_SET, TP_KIND_REQUIREMENT_STATUS, TP_KIND_ACTIVITY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (tp_kinds_have (kinds, own[i]))
      return TRUE;
  return FALSE;
}

static void
record_changed_cb (TpExporterPage *self)
{
  self->record_id = tp_view_page_get_record_id (TP_VIEW_PAGE (self));
  update_actions (self);
}

/* The timeline stands at the side where there is room, else in a tab of its own; it is
 * one and the same, with what is being written in it. */
static void
place_timeline (TpExporterPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GtkWidget) beside = NULL;
  AdwViewStackPage *tab;
  gboolean focused;

  /* A page that is taken apart is measured once more. */
  if (self->tabs == NULL || self->tab_place == NULL || self->side_place == NULL || self->beside == NULL)
    return;
  beside = g_object_ref (self->beside);
  tab = adw_view_stack_get_page (self->tabs, GTK_WIDGET (self->tab_place));
  focused = focus != NULL && gtk_widget_is_ancestor (focus, beside);
  adw_bin_set_child (self->wide ? self->tab_place : self->side_place, NULL);
  adw_bin_set_child (self->wide ? self->side_place : self->tab_place, beside);
  if (self->wide && adw_view_stack_get_visible_child (self->tabs) == GTK_WIDGET (self->tab_place))
    adw_view_stack_set_visible_child_name (self->tabs, "requirements");
  else if (!self->wide && focused)
    adw_view_stack_set_visible_child_name (self->tabs, "timeline");
  adw_view_stack_page_set_visible (tab, !self->wide);
  if (focused)
    gtk_widget_grab_focus (focus);
}

static void
tp_exporter_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (object);

  switch (id)
    {
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->wide);
      break;
    case PROP_PLACE_TEXT:
      g_value_take_string (value, place_text (self));
      break;
    case PROP_ADVANCE_TEXT:
      g_value_take_string (value, advance_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, props[PROP_ADVANCE_TEXT]);
      break;
    case PROP_WIDE:
      if (self->wide == g_value_get_boolean (value))
        return;
      self->wide = g_value_get_boolean (value);
      place_timeline (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

/* The place in the list is known once the page stands in its view. */
static void
tp_exporter_page_shown (AdwNavigationPage *page)
{
  update_actions (TP_EXPORTER_PAGE (page));
  g_object_notify_by_pspec (G_OBJECT (page), props[PROP_PLACE_TEXT]);
  if (ADW_NAVIGATION_PAGE_CLASS (tp_exporter_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (tp_exporter_page_parent_class)->shown (page);
}

static void
tp_exporter_page_dispose (GObject *object)
{
  TpExporterPage *self = TP_EXPORTER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_PAGE);
  g_clear_object (&self->detail);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (tp_exporter_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, screens);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, gone);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, stage_reason);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, side_place);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, tab_place);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, beside);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, profile);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, TpExporterPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, block_activated);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.copy-uscc", NULL, copy_uscc_action);
  gtk_widget_class_install_action (widget_class, "page.history", "s", history_action);
  gtk_widget_class_install_action (widget_class, "page.request-all", NULL, request_all_action);
  gtk_widget_class_install_action (widget_class, "page.advance", NULL, advance_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "page.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "page.next", NULL);
}

static void
tp_exporter_page_class_init (TpExporterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_page_get_property;
  object_class->set_property = tp_exporter_page_set_property;
  object_class->dispose = tp_exporter_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = tp_exporter_page_shown;
  TP_VIEW_PAGE_CLASS (klass)->load = tp_exporter_page_load;
  TP_VIEW_PAGE_CLASS (klass)->depends_on = depends_on;
  props[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, TP_TYPE_EXPORTER_DETAIL, readable);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, flags);
  props[PROP_PLACE_TEXT] = g_param_spec_string ("place-text", NULL, NULL, NULL, readable);
  props[PROP_ADVANCE_TEXT] = g_param_spec_string ("advance-text", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_DUPLICATE_BANNER);
  g_type_ensure (TP_TYPE_EXPORTER_DETAIL);
  g_type_ensure (TP_TYPE_EXPORTER_PROFILE);
  g_type_ensure (TP_TYPE_EXPORTER_PRODUCTS);
  g_type_ensure (TP_TYPE_EXPORTER_REQUIREMENTS);
  g_type_ensure (TP_TYPE_EXPORTER_PROGRAMMES);
  g_type_ensure (TP_TYPE_EXPORTER_MONEY);
  g_type_ensure (TP_TYPE_EXPORTER_TASKS);
  g_type_ensure (TP_TYPE_EXPORTER_TIMELINE);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tp_exporter_page_init (TpExporterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (self->blocks, G_LIST_MODEL (self->facts), make_blocking_row, self, NULL);
  g_signal_connect (self, "notify::record-id", G_CALLBACK (record_changed_cb), NULL);
  adw_view_stack_set_visible_child_name (self->tabs, "requirements");
  update_actions (self);
}
