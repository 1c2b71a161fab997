/* remove-record.c: removing one record from a list, with the way back in a toast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "remove-record.h"

#include "feedback.h"
#include "record-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from;
  char *said;
} Removal;

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *self = data;
  g_autoptr (GError) error = NULL;

  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_toast_undo (self->from, self->said);
  else
    tp_show_failure (self->from, C_ ("heading", "Not Removed"), error);
  g_object_unref (self->from);
  g_free (self->said);
  g_free (self);
}

/**
 * tp_remove_record:
 * @from: the widget that shows it
 * @workspace: where it is kept
 * @record: what is to go
 * @verb: what the journal calls that
 * @run: the use case; its input is a #TpRecordEdit
 * @said: what the toast says afterwards
 *
 * Nobody is asked first: it comes back by one click.
 */
void
tp_remove_record (GtkWidget *from, TpWorkspace *workspace, TpRecord *record, const char *verb, TpChangeFunc run,
                  const char *said)
{
  Removal *self = g_new0 (Removal, 1);

  self->from = g_object_ref (from);
  self->said = g_strdup (said);
  tp_workspace_change (workspace, verb, run, tp_record_edit_new (tp_record_edit (record), NULL), tp_record_edit_free,
                       NULL, removed_cb, self);
}
