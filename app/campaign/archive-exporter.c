/* archive-exporter.c: putting exporters away, and bringing them back.
 *
 * An archived exporter counts nowhere and stands in no list, but keeps its records:
 * what it delivered is not undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "archive-exporter.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/**
 * tp_archive_new:
 * @exporters: (array length=n_exporters): ids
 * @n_exporters: how many
 * @archived: whether to put them away or to bring them back
 *
 * Returns: (transfer full): the input of tp_archive_run()
 */
TpArchive *
tp_archive_new (const gint64 *exporters, guint n_exporters, gboolean archived)
{
  TpArchive *self = g_new0 (TpArchive, 1);

  self->exporters = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_exporters);
  g_array_append_vals (self->exporters, exporters, n_exporters);
  self->archived = archived;
  return self;
}

void
tp_archive_free (gpointer input)
{
  TpArchive *self = input;

  if (self == NULL)
    return;
  g_array_unref (self->exporters);
  g_free (self);
}

/**
 * tp_archive_run:
 * @change: a change
 * @input: a #TpArchive
 * @error: return location
 *
 * Archives exporters or brings them back (a #TpChangeFunc). Those that are there
 * already stay as they are.
 *
 * Returns: whether all are where they should be
 */
gboolean
tp_archive_run (TpChange *change, gpointer input, GError **error)
{
  TpArchive *self = input;

  for (guint i = 0; i < self->exporters->len; i++)
    {
      g_autoptr (TpRecord) exporter = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER,
                                                     g_array_index (self->exporters, gint64, i));
      g_autoptr (TpRecord) wanted = NULL;

      if (exporter == NULL)
        {
          g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                               _ ("The exporter is no longer there. Nothing was changed."));
          return FALSE;
        }
      if (!self->archived && tp_record_is_set (exporter, "merged_into"))
        {
          g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                       _ ("“%s” was merged into another exporter and cannot be brought back by itself: "
                          "undo the merge. Nothing was changed."),
                       tp_record_get_title (exporter));
          return FALSE;
        }
      wanted = tp_record_edit (exporter);
      /* Not stated and no are the same here; one of them keeps exports equal. */
      if (self->archived)
        tp_record_set_number (wanted, "archived", 1);
      else
        tp_record_clear (wanted, "archived");
      if (!tp_change_update (change, wanted, error) || !tp_change_check_cancelled (change, error))
        return FALSE;
      if (i == 0)
        {
          /* The journal is read in every language: it holds a name and a number, no words. */
          g_autofree char *subject = self->exporters->len == 1
                                         ? g_strdup (tp_record_get_title (exporter))
                                         : g_strdup_printf ("%s +%u", tp_record_get_title (exporter),
                                                            self->exporters->len - 1);

          tp_change_set_subject (change, subject);
        }
    }
  return TRUE;
}
