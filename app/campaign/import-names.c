/* import-names.c: the names that the workspace's exporters have before an import.
 *
 * A row without a USCC is told from the exporters there are by name and province. Asking
 * the search index for each such row costs more with every exporter there is, so the
 * names are read once, as hashes: 128 MB for a million exporters with two names each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-private.h"

#include "exporter-match.h"

/* Exporters between two looks at the cancellable. */
#define EXPORTERS_A_STEP 4096

typedef struct
{
  TpSeen *names;
  TpReader *reader;
  TpChange *change;
  GCancellable *cancellable;
  guint n;
} Reading;

static const char *const fields[] = { "name_local", "name" };

/* A name by itself, for lists that name no province: good for one exporter only. */
static char *
alone_key (const char *name)
{
  g_autofree char *plain = tp_exporter_plain_name (name);

  return *plain != '\0' ? g_strconcat ("=", plain, NULL) : NULL;
}

static void
add_alone (TpSeen *names, const char *name, gint64 id)
{
  g_autofree char *key = alone_key (name);
  gint64 other = key != NULL ? tp_seen_find (names, key) : id;

  if (other == 0)
    tp_seen_add (names, key, id);
  else if (other != id)
    tp_seen_put (names, key, -1);
}

static gboolean
take_names (TpRecord *exporter, gpointer data, GError **error)
{
  Reading *reading = data;
  gint64 id = tp_record_get_id (exporter);

  /* One that was merged stands for the exporter it went into, whose name may be the same. */
  if (tp_record_is_set (exporter, "merged_into"))
    id = tp_reader_merged_survivor (reading->reader, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = tp_exporter_name_key (exporter, fields[i]);

      if (key == NULL)
        continue;
      tp_seen_add (reading->names, key, id);
      add_alone (reading->names, tp_record_get_text (exporter, fields[i]), id);
    }
  if (++reading->n % EXPORTERS_A_STEP != 0)
    return TRUE;
  if (reading->change != NULL)
    return tp_change_check_cancelled (reading->change, error);
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

/**
 * tp_import_names_read:
 * @reader: a reader
 * @change: (nullable): the change @reader belongs to, which may be cancelled
 * @cancellable: (nullable): cancels, where there is no change
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the names of all exporters, each with the id of
 *   the oldest that has it
 */
TpSeen *
tp_import_names_read (TpReader *reader, TpChange *change, GCancellable *cancellable, GError **error)
{
  g_autoptr (TpSeen) names = tp_seen_new ();
  Reading reading = { names, reader, change, cancellable, 0 };

  if (!tp_reader_each (reader, TP_KIND_EXPORTER, take_names, &reading, error))
    return NULL;
  return g_steal_pointer (&names);
}

/**
 * tp_import_names_find:
 * @names: what tp_import_names_read() gave
 * @exporter: an exporter of a row
 *
 * Returns: the id of the exporter with one of its names in its province, 0: none
 */
gint64
tp_import_names_find (TpSeen *names, TpRecord *exporter)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = tp_exporter_name_key (exporter, fields[i]);
      gint64 id = key != NULL ? tp_seen_find (names, key) : 0;

      if (id != 0)
        return id;
    }
  return 0;
}

/**
 * tp_import_names_find_alone:
 * @names: what tp_import_names_read() gave
 * @name: a Chinese or English name, in any way of writing it
 *
 * Returns: the id of the only exporter that bears it, 0: none, -1: several
 */
gint64
tp_import_names_find_alone (TpSeen *names, const char *name)
{
  g_autofree char *key = alone_key (name);

  return key != NULL ? tp_seen_find (names, key) : 0;
}
