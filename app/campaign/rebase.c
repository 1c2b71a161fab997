/* rebase.c: a form's record brought up to what is kept now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rebase.h"

#include "error.h"
#include "record-rebase.h"

#include <glib/gi18n-lib.h>

/**
 * tp_rebase:
 * @reader: a reader
 * @base: (nullable): a record as the form was filled with it
 * @edited: (inout) (transfer full): the same as it shall be; replaced by an unsealed
 *   record that keeps what others changed meanwhile
 * @error: return location
 *
 * Without @base nothing is compared: what @edited holds is meant as a whole.
 *
 * Returns: whether it may go on; %TP_ERROR_NOT_FOUND where the record is gone,
 *   %TP_ERROR_CONFLICT where a field was changed to something else meanwhile
 */
gboolean
tp_rebase (TpReader *reader, TpRecord *base, TpRecord **edited, GError **error)
{
  g_autoptr (TpRecord) stored = NULL;
  TpRecord *result;

  if (base == NULL)
    return TRUE;
  stored = tp_reader_get (reader, tp_record_get_kind (base), tp_record_get_id (base));
  if (stored == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("“%s” is no longer there. Nothing was changed."),
                   tp_record_get_title (base));
      return FALSE;
    }
  result = tp_record_rebase (base, *edited, stored, error);
  if (result == NULL)
    return FALSE;
  g_object_unref (*edited);
  *edited = result;
  return TRUE;
}
