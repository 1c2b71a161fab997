/* move-exporter.c: moving an exporter to another stage in one gesture.
 *
 * What the rules of the pipeline allow is done at once, with a way back; where they ask
 * for a reason, or stand in the way, the dialog that says so comes up instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "move-exporter.h"

#include "advance-dialog.h"
#include "advance-exporter.h"
#include "error.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from;
  TpWorkspace *workspace;
  gint64 exporter;
  TpStage stage;
  TpDay as_of;
  TpMovedFunc moved;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->from);
  g_object_unref (move->workspace);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static void
closed_cb (AdwDialog *dialog, Move *move)
{
  g_autoptr (TpRecord) exporter = tp_workspace_get (move->workspace, TP_KIND_EXPORTER, move->exporter);
  int stage = exporter != NULL ? tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage")) : -1;

  move->moved (move->from, move->exporter, stage >= 0 ? (TpStage) stage : TP_N_STAGES);
}

static void
ask (Move *move)
{
  AdwDialog *dialog = tp_advance_dialog_new (move->workspace, move->exporter, move->as_of);

  if (move->stage < TP_N_STAGES)
    tp_advance_dialog_choose (TP_ADVANCE_DIALOG (dialog), move->stage);
  g_object_set_data_full (G_OBJECT (dialog), "move", move, move_free);
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), move);
  adw_dialog_present (dialog, move->from);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Move) move = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      g_autoptr (TpRecord) exporter = tp_workspace_get (move->workspace, TP_KIND_EXPORTER, move->exporter);

      /* Translators: the name of an exporter, a stage */
      text = g_strdup_printf (_ ("%s moved to %s"), exporter != NULL ? tp_record_get_title (exporter) : "",
                              tp_word_title (tp_words_stage, tp_stage_token (move->stage)));
      tp_toast_undo (move->from, text);
      move->moved (move->from, move->exporter, move->stage);
    }
  else if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_REASON) || g_error_matches (error, TP_ERROR, TP_ERROR_INVALID))
    ask (g_steal_pointer (&move));
  else
    {
      tp_show_error (move->from, error);
      move->moved (move->from, move->exporter, TP_N_STAGES);
    }
}

/**
 * tp_move_exporter:
 * @from: the widget in which the gesture was made
 * @workspace: a workspace that can be written to
 * @exporter: an exporter's id
 * @stage: where it is to move, or %TP_N_STAGES to ask where to
 * @as_of: the day that is looked at: the move is dated so, or today where it is later
 * @moved: called once at the end, also where nothing came of it
 *
 * The one way in which a gesture moves an exporter: tp_advance_run() decides.
 */
void
tp_move_exporter (GtkWidget *from, TpWorkspace *workspace, gint64 exporter, TpStage stage, TpDay as_of,
                  TpMovedFunc moved)
{
  Move *move = g_new0 (Move, 1);
  TpAdvance *input;

  move->from = g_object_ref (from);
  move->workspace = g_object_ref (workspace);
  move->exporter = exporter;
  move->stage = stage;
  move->as_of = as_of;
  move->moved = moved;
  if (stage >= TP_N_STAGES)
    {
      ask (move);
      return;
    }
  input = tp_advance_new (exporter, stage, NULL);
  input->day = MIN (as_of, tp_workspace_get_today (workspace));
  tp_workspace_change (workspace, "advance-exporter", tp_advance_run, input, tp_advance_free, NULL, moved_cb, move);
}
