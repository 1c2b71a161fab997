/* exporter-timeline.c: what has happened with an exporter, the latest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-timeline.h"

#include "exporter-detail.h"
#include "feedback.h"
#include "follow-up.h"
#include "timeline-row.h"

#include <glib/gi18n-lib.h>

struct _TpExporterTimeline
{
  TpRecordPart parent_instance;

  GtkEditable *note;
  GtkListBox *list;

  gboolean adding;
  GHashTable *drafts; /* id of an exporter → the note that was begun about it */
  GListStore *facts;
};

G_DEFINE_FINAL_TYPE (TpExporterTimeline, tp_exporter_timeline, TP_TYPE_RECORD_PART)

static void
update_actions (TpExporterTimeline *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.add",
                                 !tp_record_part_is_read_only (TP_RECORD_PART (self)) && !self->adding
                                     && *gtk_editable_get_text (self->note) != '\0');
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return tp_timeline_row_new (item);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterTimeline) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (fresh != NULL)
    tp_facts_update (self->facts, G_LIST_MODEL (fresh));
}

/* A note on its way. */
typedef struct
{
  TpExporterTimeline *timeline;
  gint64 exporter;
  char *text;
} Noting;

static void
note_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Noting *noting = data;
  g_autoptr (TpExporterTimeline) self = noting->timeline;
  g_autofree char *text = noting->text;
  gint64 exporter = noting->exporter;
  g_autoptr (GError) error = NULL;

  g_free (noting);
  self->adding = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
  else if (self->drafts == NULL)
    return; /* the page was closed */
  else if (exporter != tp_record_part_get_record_id (TP_RECORD_PART (self)))
    g_hash_table_remove (self->drafts, &exporter);
  else if (g_str_equal (gtk_editable_get_text (self->note), text))
    gtk_editable_set_text (self->note, "");
  if (self->drafts != NULL)
    update_actions (self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  Noting *noting = g_new0 (Noting, 1);
  TpNote *note = tp_note_new (tp_record_part_get_record_id (part), "note", gtk_editable_get_text (self->note));

  /* It stands where the person is looking. */
  note->day = MIN (tp_record_part_get_as_of (part), tp_workspace_get_today (workspace));
  noting->timeline = g_object_ref (self);
  noting->exporter = tp_record_part_get_record_id (part);
  noting->text = g_strdup (note->text);
  self->adding = TRUE;
  update_actions (self);
  tp_workspace_change (workspace, "add-note", tp_note_run, note, tp_note_free, NULL, note_added_cb, noting);
}

/* callbacks */

static void
note_changed (TpExporterTimeline *self)
{
  update_actions (self);
}

static void
note_activated (TpExporterTimeline *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.add", NULL);
}

/* A note that was begun stays with the exporter it is about. */
static void
record_changed_cb (TpExporterTimeline *self)
{
  gint64 id = tp_record_part_get_record_id (TP_RECORD_PART (self));
  const char *text = g_hash_table_lookup (self->drafts, &id);

  gtk_editable_set_text (self->note, text != NULL ? text : "");
  gtk_editable_set_position (self->note, -1);
  update_actions (self);
}

/* vfuncs */

static void
tp_exporter_timeline_clear (TpRecordPart *part)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (part);
  const char *text = gtk_editable_get_text (self->note);
  gint64 id = tp_record_part_get_record_id (part);

  if (*text != '\0')
    g_hash_table_insert (self->drafts, g_memdup2 (&id, sizeof id), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, &id);
}

static void
tp_exporter_timeline_load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  TpExporterQuestion *question = tp_exporter_question_new (workspace, tp_record_part_get_record_id (part),
                                                           tp_record_part_get_as_of (part));

  question->list = "timeline";
  tp_workspace_read (workspace, tp_exporter_list_read, question, tp_exporter_question_free, g_object_unref,
                     cancellable, read_cb, g_object_ref (part));
}

static void
tp_exporter_timeline_dispose (GObject *object)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_TIMELINE);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (tp_exporter_timeline_parent_class)->dispose (object);
}

static void
tp_exporter_timeline_class_init (TpExporterTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_timeline_dispose;
  TP_RECORD_PART_CLASS (klass)->load = tp_exporter_timeline_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_exporter_timeline_clear;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, note);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, list);
  gtk_widget_class_bind_template_callback (widget_class, note_changed);
  gtk_widget_class_bind_template_callback (widget_class, note_activated);
  gtk_widget_class_install_action (widget_class, "timeline.add", NULL, add_action);
}

static void
tp_exporter_timeline_init (TpExporterTimeline *self)
{
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->facts), make_row, self, NULL);
  g_signal_connect (self, "notify::record-id", G_CALLBACK (record_changed_cb), NULL);
  update_actions (self);
}

/**
 * tp_exporter_timeline_start_note:
 * @self: a timeline
 *
 * Goes to where a note is written.
 */
void
tp_exporter_timeline_start_note (TpExporterTimeline *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
