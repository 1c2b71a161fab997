/* exporter-requirements.c: an exporter's checklist.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-requirements.h"

#include "attach-document.h"
#include "edit-requirement-status.h"
#include "feedback.h"
#include "file-drop.h"
#include "reading-bar.h"
#include "request-dialog.h"
#include "requirement-dialog.h"
#include "requirement-list.h"
#include "requirement-row.h"
#include "show-document.h"

#include <glib/gi18n-lib.h>

struct _TpExporterRequirements
{
  TpRecordPart parent_instance;

  GtkOrientable *head;
  GtkLabel *summary;
  GtkListBox *box;
  TpReadingBar *reading;

  GListStore *facts; /* what is shown */
  guint n_missing;   /* of those, what could be requested now */
};

G_DEFINE_FINAL_TYPE (TpExporterRequirements, tp_exporter_requirements, TP_TYPE_RECORD_PART)

/* For which requirement a file is: the page may show another exporter by then. */
typedef struct
{
  TpExporterRequirements *part;
  TpWorkspace *workspace;
  gint64 exporter;
  gint64 requirement;
  TpDay day;
} Attaching;

/* helpers */

static TpWorkspace *
workspace_of (TpExporterRequirements *self)
{
  return tp_record_part_get_workspace (TP_RECORD_PART (self));
}

/* A step is dated as the day that is looked at, or today where that is to come. */
static TpDay
day_of (TpExporterRequirements *self)
{
  return MIN (tp_record_part_get_as_of (TP_RECORD_PART (self)), tp_workspace_get_today (workspace_of (self)));
}

static TpFact *
fact_of (TpExporterRequirements *self, gint64 requirement)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TpFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      if (tp_fact_get_id (fact) == requirement)
        return fact; /* the list holds it */
    }
  return NULL;
}

static const char *
title_of (TpExporterRequirements *self, gint64 requirement)
{
  TpFact *fact = fact_of (self, requirement);

  return fact != NULL ? tp_fact_get_title (fact) : "";
}

static void
update_actions (TpExporterRequirements *self)
{
  gboolean writable = workspace_of (self) != NULL && !tp_record_part_is_read_only (TP_RECORD_PART (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.request-all", writable && self->n_missing > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.set-status", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.choose", writable);
}

/* Where it is narrow what can be done stands below what there is. */
static void
narrow_cb (TpExporterRequirements *self)
{
  gtk_orientable_set_orientation (self->head, tp_record_part_is_narrow (TP_RECORD_PART (self))
                                                  ? GTK_ORIENTATION_VERTICAL
                                                  : GTK_ORIENTATION_HORIZONTAL);
}

/* Attaching */

static Attaching *
attaching_new (TpExporterRequirements *self, gint64 requirement)
{
  Attaching *attaching = g_new0 (Attaching, 1);

  attaching->part = g_object_ref (self);
  attaching->workspace = g_object_ref (workspace_of (self));
  attaching->exporter = tp_record_part_get_record_id (TP_RECORD_PART (self));
  attaching->requirement = requirement;
  attaching->day = day_of (self);
  return attaching;
}

static void
attaching_free (gpointer data)
{
  Attaching *attaching = data;

  g_object_unref (attaching->part);
  g_object_unref (attaching->workspace);
  g_free (attaching);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterRequirements) self = data;
  g_autoptr (GError) error = NULL;

  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_toast_undo (GTK_WIDGET (self), C_ ("attached file", "File attached"));
  else
    tp_show_error (GTK_WIDGET (self), error);
}

static void
read_file_cb (TpDocument *document, gpointer data)
{
  Attaching *attaching = data;
  TpAttachDocument *input;

  if (document == NULL)
    return;
  input = tp_attach_document_new (attaching->exporter, attaching->requirement, document);
  input->day = attaching->day;
  tp_workspace_change (attaching->workspace, "attach-document", tp_attach_document_run, input,
                       tp_attach_document_free, NULL, attached_cb, g_object_ref (attaching->part));
}

static void
file_cb (GFile *file, gpointer data)
{
  Attaching *attaching = data;
  TpExporterRequirements *self = attaching->part;

  if (file == NULL || self->reading == NULL)
    attaching_free (attaching);
  else
    tp_reading_bar_read (self->reading, file, read_file_cb, attaching, attaching_free);
}

static void
files_cb (TpRequirementRow *row, GListModel *files, TpExporterRequirements *self)
{
  if (tp_record_part_is_read_only (TP_RECORD_PART (self)))
    return;
  tp_choose_one (GTK_WIDGET (self), files, file_cb,
                 attaching_new (self, tp_fact_get_id (tp_requirement_row_get_fact (row))));
}

/* callbacks */

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TpExporterRequirements *self = data;
  GtkWidget *row = tp_requirement_row_new (item);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "files", G_CALLBACK (files_cb), self, 0);
  if (tp_record_part_is_read_only (TP_RECORD_PART (self)))
    tp_requirement_row_lock (TP_REQUIREMENT_ROW (row));
  return row;
}

static void
row_activated (TpExporterRequirements *self, TpRequirementRow *row)
{
  tp_exporter_requirements_open (self, tp_fact_get_id (tp_requirement_row_get_fact (row)));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterRequirements) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRequirementList) list = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (!tp_record_part_answered (TP_RECORD_PART (self), error))
    return;
  tp_facts_update (self->facts, G_LIST_MODEL (list->facts));
  gtk_label_set_label (self->summary, list->summary);
  self->n_missing = list->missing->len;
  update_actions (self);
}

static void
status_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterRequirements) self = data;
  g_autoptr (GError) error = NULL;

  /* What was done is seen on the row; how to take it back is said. */
  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_toast_undo (GTK_WIDGET (self), C_ ("requirement", "Requirement changed"));
  else
    tp_show_error (GTK_WIDGET (self), error);
}

/* actions */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporter_requirements_open (TP_EXPORTER_REQUIREMENTS (widget), g_variant_get_int64 (parameter));
}

static void
set_status_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterRequirements *self = TP_EXPORTER_REQUIREMENTS (widget);
  TpSetRequirement *input;
  gint64 requirement;
  const char *status;

  g_variant_get (parameter, "(x&s)", &requirement, &status);
  input = tp_set_requirement_new (tp_record_part_get_record_id (TP_RECORD_PART (self)), requirement, status);
  input->day = day_of (self);
  tp_workspace_change (workspace_of (self), "set-requirement", tp_set_requirement_run, input,
                       tp_set_requirement_free, NULL, status_set_cb, g_object_ref (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterRequirements *self = TP_EXPORTER_REQUIREMENTS (widget);

  tp_choose_document (widget, file_cb, attaching_new (self, g_variant_get_int64 (parameter)));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterRequirements) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRequirementDetail) detail = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (detail == NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The Document Was Not Opened"), error);
  else if (detail->attachment != NULL)
    tp_show_document (GTK_WIDGET (self), TP_WORKSPACE (source), detail->attachment);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterRequirements *self = TP_EXPORTER_REQUIREMENTS (widget);
  TpRecordPart *part = TP_RECORD_PART (widget);

  tp_workspace_read (workspace_of (self), tp_requirement_detail_read,
                     tp_requirement_question_new (workspace_of (self), tp_record_part_get_record_id (part),
                                                  g_variant_get_int64 (parameter), tp_record_part_get_as_of (part)),
                     tp_requirement_question_free, tp_requirement_detail_free, NULL, opened_cb, g_object_ref (self));
}

static void
request_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporter_requirements_request_all (TP_EXPORTER_REQUIREMENTS (widget));
}

/* vfuncs */

static void
tp_exporter_requirements_load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  tp_workspace_read (workspace, tp_requirement_list_read,
                     tp_requirement_question_new (workspace, tp_record_part_get_record_id (part), 0,
                                                  tp_record_part_get_as_of (part)),
                     tp_requirement_question_free, tp_requirement_list_free, cancellable, read_cb,
                     g_object_ref (part));
}

static void
tp_exporter_requirements_clear (TpRecordPart *part)
{
  TpExporterRequirements *self = TP_EXPORTER_REQUIREMENTS (part);

  if (self->facts != NULL)
    g_list_store_remove_all (self->facts);
  if (self->summary != NULL)
    gtk_label_set_label (self->summary, "");
  self->n_missing = 0;
  update_actions (self);
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind own[] = {
    TP_KIND_EXPORTER,    TP_KIND_PRODUCT,    TP_KIND_ENROLMENT,       TP_KIND_REQUIREMENT_SET,
    TP_KIND_REQUIREMENT, TP_KIND_ATTACHMENT, TP_KIND_REQUIREMENT_STATUS, TP_KIND_ACTIVITY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (tp_kinds_have (kinds, own[i]))
      return TRUE;
  return FALSE;
}

static void
tp_exporter_requirements_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_REQUIREMENTS);
  g_clear_object (&TP_EXPORTER_REQUIREMENTS (object)->facts);
  G_OBJECT_CLASS (tp_exporter_requirements_parent_class)->dispose (object);
}

static void
tp_exporter_requirements_class_init (TpExporterRequirementsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_requirements_dispose;
  TP_RECORD_PART_CLASS (klass)->load = tp_exporter_requirements_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_exporter_requirements_clear;
  TP_RECORD_PART_CLASS (klass)->depends_on = depends_on;
  g_type_ensure (TP_TYPE_READING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-requirements.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterRequirements, head);
  gtk_widget_class_bind_template_child (widget_class, TpExporterRequirements, summary);
  gtk_widget_class_bind_template_child (widget_class, TpExporterRequirements, box);
  gtk_widget_class_bind_template_child (widget_class, TpExporterRequirements, reading);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "part.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "part.set-status", "(xs)", set_status_action);
  gtk_widget_class_install_action (widget_class, "part.choose", "x", choose_action);
  gtk_widget_class_install_action (widget_class, "part.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "part.request-all", NULL, request_all_action);
}

static void
tp_exporter_requirements_init (TpExporterRequirements *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->facts), make_row, self, NULL);
  update_actions (self);
}

/* Public API */

/**
 * tp_exporter_requirements_open:
 * @self: the checklist
 * @requirement: a requirement's id
 *
 * Opens that requirement of the exporter.
 */
void
tp_exporter_requirements_open (TpExporterRequirements *self, gint64 requirement)
{
  TpRecordPart *part = TP_RECORD_PART (self);

  if (workspace_of (self) == NULL)
    return;
  adw_dialog_present (tp_requirement_dialog_new (workspace_of (self), tp_record_part_get_record_id (part),
                                                 requirement, title_of (self, requirement),
                                                 tp_record_part_get_as_of (part)),
                      GTK_WIDGET (self));
}

/**
 * tp_exporter_requirements_request_all:
 * @self: the checklist
 *
 * Asks which of the missing documents to request, and until when.
 */
void
tp_exporter_requirements_request_all (TpExporterRequirements *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);

  if (workspace_of (self) == NULL)
    return;
  adw_dialog_present (tp_request_dialog_new (workspace_of (self), tp_record_part_get_record_id (part), NULL,
                                             tp_record_part_get_as_of (part)),
                      GTK_WIDGET (self));
}
