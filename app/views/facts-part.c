/* facts-part.c: a part of an exporter's page that is one list of facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts-part.h"

#include "exporter-detail.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkListBox *box;
  GtkLabel *empty;
  GListStore *facts;
} TpFactsPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TpFactsPart, tp_facts_part, TP_TYPE_RECORD_PART)

#define PRIV(self) ((TpFactsPartPrivate *) tp_facts_part_get_instance_private (self))

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TpFactsPart *self = data;
  GtkWidget *row = tp_fact_row_new (item);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  if (TP_FACTS_PART_GET_CLASS (self)->row_made != NULL)
    TP_FACTS_PART_GET_CLASS (self)->row_made (self, TP_FACT_ROW (row));
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpFactsPart) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (fresh != NULL)
    tp_facts_update (PRIV (self)->facts, G_LIST_MODEL (fresh));
}

static void
tp_facts_part_load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  TpExporterQuestion *question = tp_exporter_question_new (workspace, tp_record_part_get_record_id (part),
                                                           tp_record_part_get_as_of (part));

  question->list = TP_FACTS_PART_GET_CLASS (part)->list;
  tp_workspace_read (workspace, tp_exporter_list_read, question, tp_exporter_question_free, g_object_unref,
                     cancellable, read_cb, g_object_ref (part));
}

static void
tp_facts_part_clear (TpRecordPart *part)
{
  g_list_store_remove_all (PRIV (TP_FACTS_PART (part))->facts);
}

static void
tp_facts_part_constructed (GObject *object)
{
  TpFactsPart *self = TP_FACTS_PART (object);

  G_OBJECT_CLASS (tp_facts_part_parent_class)->constructed (object);
  gtk_label_set_label (PRIV (self)->empty,
                       g_dpgettext2 (GETTEXT_PACKAGE, "exporter page", TP_FACTS_PART_GET_CLASS (self)->empty));
}

static void
tp_facts_part_finalize (GObject *object)
{
  g_clear_object (&PRIV (TP_FACTS_PART (object))->facts);
  G_OBJECT_CLASS (tp_facts_part_parent_class)->finalize (object);
}

static void
tp_facts_part_class_init (TpFactsPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tp_facts_part_constructed;
  G_OBJECT_CLASS (klass)->finalize = tp_facts_part_finalize;
  TP_RECORD_PART_CLASS (klass)->load = tp_facts_part_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_facts_part_clear;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/facts-part.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TpFactsPart, box);
  gtk_widget_class_bind_template_child_private (widget_class, TpFactsPart, empty);
}

static void
tp_facts_part_init (TpFactsPart *self)
{
  TpFactsPartPrivate *priv = PRIV (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (priv->box, G_LIST_MODEL (priv->facts), make_row, self, NULL);
}

/**
 * tp_facts_part_get_box:
 * @self: a part
 *
 * Returns: (transfer none): the list, for those who look for a row
 */
GtkListBox *
tp_facts_part_get_box (TpFactsPart *self)
{
  return PRIV (self)->box;
}
