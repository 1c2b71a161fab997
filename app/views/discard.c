/* discard.c: asking before a form that was filled in is thrown away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "discard.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwDialog) dialog = data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard") == 0)
    adw_dialog_force_close (dialog);
}

static void
close_attempt_cb (AdwDialog *dialog)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Discard What Was Entered?"),
                                           _ ("It has not been saved, and cannot be brought back."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "keep", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (dialog), NULL, answered_cb,
                           g_object_ref (dialog));
}

/**
 * tp_dialog_guard:
 * @dialog: a form in which something was entered
 *
 * From here on Escape and Cancel ask before it is closed; adw_dialog_force_close()
 * does not.
 */
void
tp_dialog_guard (AdwDialog *dialog)
{
  if (!adw_dialog_get_can_close (dialog))
    return;
  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
}

/**
 * tp_dialog_unguard:
 * @dialog: a form whose input was kept, and that stays open for more
 *
 * From here on it closes without a question, until it is guarded again.
 */
void
tp_dialog_unguard (AdwDialog *dialog)
{
  g_signal_handlers_disconnect_by_func (dialog, close_attempt_cb, NULL);
  adw_dialog_set_can_close (dialog, TRUE);
}
