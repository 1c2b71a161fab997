/* exporter-requirements.c: an exporter's checklist.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-requirements.h"

#include "edit-requirement-status.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

struct _TpExporterRequirements
{
  TpFactsPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TpExporterRequirements, tp_exporter_requirements, TP_TYPE_FACTS_PART)

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterRequirements) self = data;
  g_autoptr (GError) error = NULL;

  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    return;
  tp_show_error (GTK_WIDGET (self), error);
  /* What was chosen and refused goes back to what is. */
  tp_record_part_reload (TP_RECORD_PART (self));
}

static void
status_chosen_cb (TpFactRow *row, const char *status, TpExporterRequirements *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);

  tp_workspace_change (tp_record_part_get_workspace (part), "set-requirement", tp_set_requirement_run,
                       tp_set_requirement_new (tp_record_part_get_record_id (part),
                                               tp_fact_get_id (tp_fact_row_get_fact (row)), status),
                       tp_set_requirement_free, NULL, changed_cb, g_object_ref (self));
}

static void
row_made (TpFactsPart *part, TpFactRow *row)
{
  if (tp_record_part_is_read_only (TP_RECORD_PART (part)))
    return;
  tp_fact_row_allow_status (row);
  g_signal_connect_object (row, "status-chosen", G_CALLBACK (status_chosen_cb), part, 0);
}

static void
tp_exporter_requirements_class_init (TpExporterRequirementsClass *klass)
{
  TP_FACTS_PART_CLASS (klass)->list = "requirements";
  TP_FACTS_PART_CLASS (klass)->empty = NC_ ("exporter page", "No requirements.");
  TP_FACTS_PART_CLASS (klass)->row_made = row_made;
}

static void
tp_exporter_requirements_init (TpExporterRequirements *self)
{
}

/**
 * tp_exporter_requirements_open:
 * @self: the checklist
 * @requirement: a requirement's id
 *
 * Goes to where that requirement is worked on.
 */
void
tp_exporter_requirements_open (TpExporterRequirements *self, gint64 requirement)
{
  GtkListBox *box = tp_facts_part_get_box (TP_FACTS_PART (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (tp_fact_get_id (tp_fact_row_get_fact (TP_FACT_ROW (row))) == requirement)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}
