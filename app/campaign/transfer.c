/* transfer.c: a whole workspace in and out of the interchange format.
 *
 * Keys, references and times stay as they were; the journal and the import log stay
 * behind. The shipped sample goes through the same importer as a person's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "campaign-resources.h"
#include "error.h"
#include "field-text.h"
#include "transfer.h"
#include "workspace-reader.h"
#include "workspace-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A workspace counts as empty with nothing but what every new one has. */
static gboolean
refuse_unless_empty (TpReader *reader, GError **error)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    if (kind != TP_KIND_SETTING && kind != TP_KIND_REQUIREMENT && kind != TP_KIND_IMPORT
        && tp_reader_count (reader, (TpKind) kind) > 0)
      {
        g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                     _ ("A whole workspace can only be imported into an empty one: make a new workspace "
                        "and import it there. Nothing was changed."));
        return FALSE;
      }
  return TRUE;
}

/* Takes the settings and checklist of a new workspace away: the file brings its own. */
static gboolean
clear_defaults (TpChange *change, GError **error)
{
  static const TpKind kinds[] = { TP_KIND_SETTING, TP_KIND_REQUIREMENT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TpQuery) query = tp_query_new (kinds[i]);
      g_autoptr (GArray) ids = tp_reader_select (tp_change_reader (change), query, error);

      if (ids == NULL)
        return FALSE;
      for (guint n = 0; n < ids->len; n++)
        if (!tp_change_delete (change, kinds[i], g_array_index (ids, gint64, n), error))
          return FALSE;
    }
  return TRUE;
}

/* Shipped records have their names in both scripts; what people typed (notes, tasks,
 * details of entries) is translated as it is loaded, as if the reader's own colleagues had
 * typed it. data/demonstration-words.h lists it. */
static void
localise (TpRecord *record)
{
  TpKind kind = tp_record_get_kind (record);
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      g_autofree char *twin = g_strconcat (field->name, "_local", NULL);
      const char *text, *words, *translation;

      if ((field->type != TP_FIELD_TEXT && field->type != TP_FIELD_NOTE)
          || (field->flags & TP_FIELD_KEY) != 0 || tp_kind_field_index (kind, twin) >= 0)
        continue;
      text = tp_record_get_text (record, field->name);
      if (text == NULL || *text == '\0')
        continue;
      /* "PO-0007, Home Appliances": the number of a purchase order is no word. */
      words = g_str_has_prefix (text, "PO-") ? strstr (text, ", ") : NULL;
      words = words != NULL ? words + strlen (", ") : text;
      translation = g_dpgettext2 (GETTEXT_PACKAGE, "demonstration", words);
      if (translation != words)
        {
          g_autofree char *whole
              = words == text ? g_strdup (translation)
                              : g_strdup_printf ("%.*s%s%s", (int) (words - text - strlen (", ")), text,
                                                 C_ ("between items of a list", ", "), translation);

          tp_record_set_text (record, field->name, whole);
        }
    }
}

static gint64
read_records (TpChange *change, GInputStream *stream, gboolean localised, GError **error)
{
  g_autoptr (TpWorkspaceReader) reader = tp_workspace_reader_new (stream, TP_SCHEMA_VERSION);
  gint64 n = 0;

  if (!tp_workspace_reader_open (reader, NULL, error))
    return -1;
  for (;;)
    {
      g_autoptr (TpRecord) record = NULL;
      g_autoptr (GBytes) blob = NULL;
      g_autofree char *sha256 = NULL;
      g_autoptr (GError) failed = NULL;

      if (!tp_workspace_reader_next (reader, &record, &sha256, &blob, NULL, &failed))
        {
          if (failed == NULL)
            return n;
          g_propagate_error (error, g_steal_pointer (&failed));
          return -1;
        }
      if (record != NULL && localised)
        localise (record);
      if (record != NULL ? !tp_record_validate (record, &failed) || !tp_change_insert (change, record, &failed)
                         : !tp_change_put_blob (change, sha256, blob, &failed))
        {
          g_set_error (error, failed->domain, failed->code, _ ("Line %u of the file: %s"),
                       tp_workspace_reader_get_line (reader), failed->message);
          return -1;
        }
      n++;
      if (n % 1000 == 0 && !tp_change_check_cancelled (change, error))
        return -1;
    }
}

/* An organisation must not stand above itself, however far up. */
static gboolean
check_parents (TpReader *reader, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_ORGANISATION);
  g_autoptr (GPtrArray) organisations = tp_reader_records (reader, query, error);

  if (organisations == NULL)
    return FALSE;
  for (guint i = 0; i < organisations->len; i++)
    {
      TpRecord *first = g_ptr_array_index (organisations, i);
      gint64 above = tp_record_get_number (first, "parent");

      for (guint steps = 0; above != 0; steps++)
        {
          g_autoptr (TpRecord) parent = tp_reader_get (reader, TP_KIND_ORGANISATION, above);

          if (steps > organisations->len || above == tp_record_get_id (first))
            {
              g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The organisation “%s” is its own parent, over one step or several: correct "
                              "“parent” in the file. Nothing was changed."),
                           tp_record_get_title (first));
              return FALSE;
            }
          above = parent != NULL ? tp_record_get_number (parent, "parent") : 0;
        }
    }
  return TRUE;
}

/**
 * tp_import_workspace:
 * @change: a change
 * @stream: JSON Lines in the interchange format
 * @error: return location
 *
 * Fills an empty workspace; keys and times stay as they were. Undo stops here.
 *
 * Returns: how many records were read, -1 where the import was refused
 */
gint64
tp_import_workspace (TpChange *change, GInputStream *stream, GError **error)
{
  gint64 n;

  if (!refuse_unless_empty (tp_change_reader (change), error) || !clear_defaults (change, error))
    return -1;
  tp_change_set_floor (change);
  n = read_records (change, stream, FALSE, error);
  return n >= 0 && check_parents (tp_change_reader (change), error) ? n : -1;
}

/**
 * tp_load_template:
 * @change: a change on a workspace that was just made
 * @name: "checklist", "sample-2025" or "demonstration"
 * @error: return location
 *
 * Loads one of the files that come with the program; what people typed into it comes in
 * the current language.
 *
 * Returns: whether it was loaded
 */
gboolean
tp_load_template (TpChange *change, const char *name, GError **error)
{
  static gsize once = 0;
  g_autofree char *path = g_strdup_printf ("/com/example/TradePivot/data/%s.jsonl", name);
  g_autoptr (GInputStream) stream = NULL;

  /* A static library's own constructor would be left out by the linker. */
  if (g_once_init_enter (&once))
    {
      tp_campaign_register_resource ();
      g_once_init_leave (&once, 1);
    }
  stream = g_resources_open_stream (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (stream == NULL)
    return FALSE;
  tp_change_set_floor (change);
  return read_records (change, stream, TRUE, error) >= 0;
}

typedef struct
{
  TpWorkspaceWriter *writer;
  GPtrArray *hashes;
  GCancellable *cancellable;
  gint64 n;
} Export;

static gboolean
write_record (TpRecord *record, gpointer data, GError **error)
{
  Export *export = data;

  if (tp_record_get_kind (record) == TP_KIND_ATTACHMENT)
    g_ptr_array_add (export->hashes, g_strdup (tp_record_get_text (record, "sha256")));
  if (++export->n % 1000 == 0 && g_cancellable_set_error_if_cancelled (export->cancellable, error))
    return FALSE;
  return tp_workspace_writer_record (export->writer, record, error);
}

/**
 * tp_export_workspace:
 * @reader: a reader
 * @stream: where to
 * @cancellable: (nullable): stops the export
 * @error: return location
 *
 * Writes every record and attachment in a fixed order: two exports of the same records
 * are the same bytes.
 *
 * Returns: whether all was written
 */
gboolean
tp_export_workspace (TpReader *reader, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, TP_SCHEMA_VERSION);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  Export export = { writer, hashes, cancellable, 0 };

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      if (kind == TP_KIND_IMPORT)
        continue;
      if (!tp_reader_each (reader, (TpKind) kind, write_record, &export, error))
        return FALSE;
      if (kind != TP_KIND_ATTACHMENT)
        continue;
      g_ptr_array_sort_values (hashes, (GCompareFunc) (void (*) (void)) g_strcmp0);
      for (guint i = 0; i < hashes->len; i++)
        {
          g_autoptr (GBytes) blob = tp_reader_blob (reader, g_ptr_array_index (hashes, i));

          if (blob != NULL
              && !tp_workspace_writer_blob (writer, g_ptr_array_index (hashes, i), blob, error))
            return FALSE;
        }
    }
  return tp_workspace_writer_finish (writer, cancellable, error);
}
