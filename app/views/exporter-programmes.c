/* exporter-programmes.c: an exporter's enrolments, listings and benefits on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-programmes.h"

#include "benefit-dialog.h"
#include "edit-benefit.h"
#include "edit-enrolment.h"
#include "edit-listing.h"
#include "enrolment-dialog.h"
#include "feedback.h"
#include "item-row.h"
#include "listing-dialog.h"
#include "programme-facts.h"
#include "remove-record.h"

#include <glib/gi18n-lib.h>

struct _TpExporterProgrammes
{
  TpRecordPart parent_instance;

  GtkListBox *list;
  GMenuModel *applied_menu;
  GMenuModel *accepted_menu;
  GMenuModel *ended_menu;
  GMenuModel *live_menu;
  GMenuModel *delisted_menu;
  GMenuModel *plain_menu;
  GListStore *facts;
};

G_DEFINE_FINAL_TYPE (TpExporterProgrammes, tp_exporter_programmes, TP_TYPE_RECORD_PART)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterProgrammes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (!tp_record_part_answered (TP_RECORD_PART (self), error))
    return;
  tp_facts_update (self->facts, G_LIST_MODEL (fresh));
  gtk_list_box_invalidate_headers (self->list);
}

static void
load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  tp_workspace_read (
      workspace, tp_programme_facts_read,
      tp_exporter_question_new (workspace, tp_record_part_get_record_id (part), tp_record_part_get_as_of (part)),
      tp_exporter_question_free, g_object_unref, cancellable, read_cb, g_object_ref (part));
}

static void
clear (TpRecordPart *part)
{
  g_list_store_remove_all (TP_EXPORTER_PROGRAMMES (part)->facts);
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind rests_on[] = { TP_KIND_ENROLMENT, TP_KIND_LISTING, TP_KIND_BENEFIT,
                                     TP_KIND_PRODUCT,   TP_KIND_CHANNEL, TP_KIND_PROGRAMME };

  for (guint i = 0; i < G_N_ELEMENTS (rests_on); i++)
    if (tp_kinds_have (kinds, rests_on[i]))
      return TRUE;
  return FALSE;
}

static void
present (TpExporterProgrammes *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
act_on_enrolment (TpExporterProgrammes *self, TpRecord *enrolment, const char *act)
{
  static const char *const steps[][2] = { { "accept", "accepted" }, { "decline", "declined" }, { "withdraw", "withdrawn" } };
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  gint64 exporter = tp_record_part_get_record_id (part);
  TpDay as_of = tp_record_part_get_as_of (part);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (act, steps[i][0]))
      present (self, tp_enrolment_dialog_new (workspace, exporter, enrolment, steps[i][1], as_of));
  if (g_str_equal (act, "edit"))
    present (self, tp_enrolment_dialog_new (workspace, exporter, enrolment, NULL, as_of));
  else if (g_str_equal (act, "list"))
    present (self, tp_listing_dialog_new (workspace, exporter, NULL, 0, tp_record_get_id (enrolment), FALSE, as_of));
  else if (g_str_equal (act, "benefit"))
    present (self, tp_benefit_dialog_new (workspace, exporter, NULL, tp_record_get_number (enrolment, "programme"),
                                          as_of));
  else if (g_str_equal (act, "remove"))
    tp_remove_record (GTK_WIDGET (self), workspace, enrolment, "remove-enrolment", tp_remove_enrolment_run,
                      C_ ("enrolment", "Enrolment removed"));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tp_show_failure (widget, _ ("The Web Page Was Not Opened"), error);
}

static void
open_web_page (TpExporterProgrammes *self, TpRecord *listing)
{
  const char *url = tp_record_get_text (listing, "url");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (url == NULL)
    {
      tp_toast (GTK_WIDGET (self), _ ("No web address is stated for this listing"));
      return;
    }
  launcher = gtk_uri_launcher_new (url);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                           g_object_ref (self));
}

static void
act_on_listing (TpExporterProgrammes *self, TpRecord *listing, const char *act)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  if (g_str_equal (act, "remove"))
    tp_remove_record (GTK_WIDGET (self), workspace, listing, "remove-listing", tp_remove_listing_run,
                      C_ ("listing", "Listing removed"));
  else if (g_str_equal (act, "web"))
    open_web_page (self, listing);
  else
    present (self, tp_listing_dialog_new (workspace, tp_record_part_get_record_id (part), listing, 0, 0,
                                          g_str_equal (act, "delist"), tp_record_part_get_as_of (part)));
}

static void
act_on_benefit (TpExporterProgrammes *self, TpRecord *benefit, const char *act)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  if (g_str_equal (act, "remove"))
    tp_remove_record (GTK_WIDGET (self), workspace, benefit, "remove-benefit", tp_remove_benefit_run,
                      C_ ("benefit", "Benefit removed"));
  else
    present (self, tp_benefit_dialog_new (workspace, tp_record_part_get_record_id (part), benefit, 0,
                                          tp_record_part_get_as_of (part)));
}

static void
act_cb (TpItemRow *row, const char *act, TpExporterProgrammes *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  TpFact *fact = tp_item_row_get_fact (row);
  g_autoptr (TpRecord) record = NULL;

  if (tp_record_part_is_read_only (part))
    return;
  record = tp_workspace_get (tp_record_part_get_workspace (part), tp_fact_get_kind (fact), tp_fact_get_id (fact));
  if (record == NULL)
    return;
  switch (tp_record_get_kind (record))
    {
    case TP_KIND_ENROLMENT:
      act_on_enrolment (self, record, act);
      break;
    case TP_KIND_LISTING:
      act_on_listing (self, record, act);
      break;
    case TP_KIND_BENEFIT:
      act_on_benefit (self, record, act);
      break;
    default:
      break;
    }
}

static void
row_activated (TpExporterProgrammes *self, GtkListBoxRow *row)
{
  act_cb (TP_ITEM_ROW (row), "edit", self);
}

static GMenuModel *
menu_of (TpExporterProgrammes *self, TpFact *fact)
{
  const char *status = tp_fact_get_status (fact);

  if (tp_fact_get_kind (fact) == TP_KIND_ENROLMENT)
    return g_strcmp0 (status, "applied") == 0                                         ? self->applied_menu
           : g_strcmp0 (status, "accepted") == 0 || g_strcmp0 (status, "live") == 0 ? self->accepted_menu
                                                                                      : self->ended_menu;
  if (tp_fact_get_kind (fact) == TP_KIND_LISTING)
    return g_strcmp0 (status, "live") == 0 ? self->live_menu : self->delisted_menu;
  return self->plain_menu;
}

/* The status may change while the row stays. */
static void
fact_changed (TpItemRow *row, GParamSpec *pspec, TpFact *fact)
{
  TpExporterProgrammes *self
      = TP_EXPORTER_PROGRAMMES (gtk_widget_get_ancestor (GTK_WIDGET (row), TP_TYPE_EXPORTER_PROGRAMMES));

  if (self != NULL && !tp_record_part_is_read_only (TP_RECORD_PART (self)))
    tp_item_row_set_menu (row, menu_of (self, fact));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TpExporterProgrammes *self = data;
  GtkWidget *row = tp_item_row_new (item, NULL);

  g_object_bind_property (data, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  if (!tp_record_part_is_read_only (TP_RECORD_PART (self)))
    tp_item_row_set_menu (TP_ITEM_ROW (row), menu_of (self, item));
  g_signal_connect_object (row, "act", G_CALLBACK (act_cb), self, 0);
  g_signal_connect_object (item, "notify::title", G_CALLBACK (fact_changed), row, G_CONNECT_SWAPPED);
  return row;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRecordPart *part = TP_RECORD_PART (widget);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  gint64 exporter = tp_record_part_get_record_id (part);
  TpDay as_of = tp_record_part_get_as_of (part);
  TpExporterProgrammes *self = TP_EXPORTER_PROGRAMMES (widget);

  if (tp_record_part_is_read_only (part))
    return;
  if (g_str_equal (name, "programmes.enrol"))
    present (self, tp_enrolment_dialog_new (workspace, exporter, NULL, NULL, as_of));
  else if (g_str_equal (name, "programmes.list"))
    present (self, tp_listing_dialog_new (workspace, exporter, NULL, 0, 0, FALSE, as_of));
  else
    present (self, tp_benefit_dialog_new (workspace, exporter, NULL, 0, as_of));
}

static void
tp_exporter_programmes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_PROGRAMMES);
  G_OBJECT_CLASS (tp_exporter_programmes_parent_class)->dispose (object);
}

static void
tp_exporter_programmes_finalize (GObject *object)
{
  g_clear_object (&TP_EXPORTER_PROGRAMMES (object)->facts);
  G_OBJECT_CLASS (tp_exporter_programmes_parent_class)->finalize (object);
}

static void
tp_exporter_programmes_class_init (TpExporterProgrammesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordPartClass *part_class = TP_RECORD_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_programmes_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_exporter_programmes_finalize;
  part_class->load = load;
  part_class->clear = clear;
  part_class->depends_on = depends_on;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-programmes.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, list);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, applied_menu);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, accepted_menu);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, ended_menu);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, live_menu);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, delisted_menu);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProgrammes, plain_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "programmes.enrol", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "programmes.list", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "programmes.benefit", NULL, add_action);
}

static void
tp_exporter_programmes_init (TpExporterProgrammes *self)
{
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->facts), make_row, self, NULL);
  tp_item_row_headings (self->list);
}
