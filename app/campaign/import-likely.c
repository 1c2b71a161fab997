/* import-likely.c: new exporters of a file that are likely there already.
 *
 * A row is that of an exporter that is there by its USCC, or by name and province where
 * it has none; what is only likely the same is added, and named before it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find-duplicates.h"
#include "import-kind.h"

#include <glib/gi18n-lib.h>

/**
 * tp_import_likely:
 * @walk: a walk
 * @wanted: a record that is to be added
 *
 * Looks only while a file is checked: an import that was looked at is not to wait for it
 * once more.
 *
 * Returns: (transfer full) (nullable): which exporter it is likely the same as, in words
 */
char *
tp_import_likely (TpImportWalk *walk, TpRecord *wanted)
{
  g_autoptr (TpRecord) other = NULL;
  gint64 id;

  if (walk->kind->kind != TP_KIND_EXPORTER || walk->change != NULL || walk->empty)
    return NULL;
  if (walk->likely == NULL)
    walk->likely = tp_duplicate_index_read (walk->reader, walk->plan->cancellable, NULL);
  id = walk->likely != NULL ? tp_duplicate_index_find (walk->likely, wanted) : 0;
  other = id != 0 ? tp_reader_get (walk->reader, TP_KIND_EXPORTER, id) : NULL;
  if (other == NULL || tp_duplicate_reasons (wanted, other) == 0)
    return NULL;
  walk->counts.likely++;
  /* Translators: an exporter's name, its reference */
  return g_strdup_printf (_ ("Likely the same as “%s”, %s"), tp_record_get_title (other),
                          tp_record_get_text (other, "reference"));
}
