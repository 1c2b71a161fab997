/* import-find.c: which record a cell names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"
#include "exporter-match.h"
#include "gtin.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_import_read_names:
 * @walk: a walk
 * @error: return location
 *
 * Returns: whether the names of the exporters that were there are known from here on
 */
gboolean
tp_import_read_names (TpImportWalk *walk, GError **error)
{
  if (walk->names == NULL)
    walk->names = tp_import_names_read (walk->reader, walk->change, walk->plan->cancellable, error);
  return walk->names != NULL;
}

/**
 * tp_import_refuse:
 * @walk: a walk at a row
 * @field: the field whose column is at fault
 * @error: return location
 * @sentence: why
 *
 * Returns: %FALSE, for whoever refuses the row
 */
gboolean
tp_import_refuse (TpImportWalk *walk, const char *field, GError **error, const char *sentence)
{
  walk->fault = tp_import_column_of (walk->plan, field);
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * tp_import_refuse_as_form:
 * @walk: a walk at a row
 * @field: the field whose column is at fault
 * @refused: (transfer full): why a form would not keep the record
 * @error: return location
 *
 * Forms end in saying that nothing was changed, which of an import of many rows would be
 * untrue: that sentence is left out.
 *
 * Returns: %FALSE, for whoever refuses the row
 */
gboolean
tp_import_refuse_as_form (TpImportWalk *walk, const char *field, GError *refused, GError **error)
{
  const char *tail = C_ ("end of a refusal", ". Nothing was changed.");

  walk->fault = tp_import_column_of (walk->plan, field);
  if (g_str_has_suffix (refused->message, tail))
    refused->message[strlen (refused->message) - strlen (tail)] = '\0';
  g_propagate_error (error, refused);
  return FALSE;
}

/**
 * tp_import_survivor:
 * @walk: a walk at a row
 * @exporter: (transfer full) (nullable): an exporter
 *
 * Returns: (transfer full) (nullable): itself, or the one it was merged into: what a list
 *   says of the former is about the latter
 */
TpRecord *
tp_import_survivor (TpImportWalk *walk, TpRecord *exporter)
{
  while (exporter != NULL && tp_record_is_set (exporter, "merged_into"))
    {
      TpRecord *other = tp_reader_get (walk->reader, TP_KIND_EXPORTER, tp_record_get_number (exporter, "merged_into"));

      if (other == NULL)
        break;
      g_object_unref (exporter);
      exporter = other;
    }
  return exporter;
}

static gboolean
take_exporter (TpImportWalk *walk, TpRecord *exporter, gint64 *id)
{
  TpRecord *survivor = tp_import_survivor (walk, exporter);

  if (survivor == NULL)
    return FALSE;
  *id = tp_record_get_id (survivor);
  g_object_unref (survivor);
  return TRUE;
}

static gboolean
take_id (TpRecord *record, gint64 *id)
{
  if (record == NULL)
    return FALSE;
  *id = tp_record_get_id (record);
  g_object_unref (record);
  return TRUE;
}

/**
 * tp_import_exporter_name:
 * @walk: a walk at a row
 *
 * Returns: what the row says the exporter it names is called, "" for nothing
 */
const char *
tp_import_exporter_name (TpImportWalk *walk)
{
  return tp_import_cell (walk, tp_import_column_of (walk->plan, "exporter_name"));
}

static gboolean
bears (TpRecord *exporter, const char *plain)
{
  static const char *const fields[] = { "name_local", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *own = tp_exporter_plain_name (tp_record_get_text (exporter, fields[i]));

      if (g_str_equal (own, plain))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name is that of an exporter, or of the one it was merged into. */
static gboolean
is_called (TpImportWalk *walk, TpRecord *exporter, const char *name)
{
  g_autoptr (TpRecord) survivor = tp_import_survivor (walk, g_object_ref (exporter));
  g_autofree char *plain = tp_exporter_plain_name (name);

  return bears (exporter, plain) || bears (survivor, plain);
}

static gboolean
find_by_name (TpImportWalk *walk, const char *name, gint64 *id, GError **error)
{
  if (!tp_import_read_names (walk, error))
    return FALSE;
  *id = tp_import_names_find_alone (walk->names, name);
  if (*id > 0 && take_exporter (walk, tp_reader_get (walk->reader, TP_KIND_EXPORTER, *id), id))
    return TRUE;
  if (*id < 0)
    g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                 _ ("Several exporters are called “%s”: give the USCC of the one that is meant"), name);
  return FALSE;
}

static gboolean
is_reference (const char *text)
{
  const char *prefix = tp_kind_info (TP_KIND_EXPORTER)->prefix;

  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0 && text[strlen (prefix)] == '-';
}

/* By USCC or reference; else by a name that only one exporter bears. A reference means
 * another exporter in another workspace: beside a name it counts only for one of that
 * name, and the name finds its exporter here. */
static gboolean
find_exporter (TpImportWalk *walk, const char *text, gint64 *id, GError **error)
{
  g_autofree char *code = tp_uscc_normalise (text);
  g_autofree char *reference = g_utf8_strup (text, -1);
  const char *name = tp_import_exporter_name (walk);
  g_autoptr (TpRecord) referred = NULL;
  g_autoptr (GError) failure = NULL;

  if (take_exporter (walk, tp_reader_find (walk->reader, TP_KIND_EXPORTER, "uscc", code), id))
    return TRUE;
  referred = tp_reader_find (walk->reader, TP_KIND_EXPORTER, "reference", reference);
  if (referred != NULL && (*name == '\0' || is_called (walk, referred, name)))
    return take_exporter (walk, g_steal_pointer (&referred), id);
  if (find_by_name (walk, *name != '\0' && is_reference (text) ? name : text, id, &failure))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (referred != NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                 /* Translators: a reference such as E-1042, and two names of exporters */
                 _ ("“%1$s” is “%2$s” here, not “%3$s”: give the USCC or the name of the one that is meant"), text,
                 tp_record_get_title (referred), name);
  else
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("No exporter has the USCC, reference or name “%s”: correct it, or import the exporter first"),
                 text);
  return FALSE;
}

static gboolean
find_product (TpImportWalk *walk, const char *text, gint64 *id, GError **error)
{
  g_autofree char *code = tp_gtin_normalise (text);

  if (take_id (tp_reader_find (walk->reader, TP_KIND_PRODUCT, "gtin", code), id)
      || take_id (tp_reader_find (walk->reader, TP_KIND_PRODUCT, "reference", text), id))
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
               _ ("No product has the GTIN or reference “%s”: correct it, or import the product first"), text);
  return FALSE;
}

/**
 * tp_import_find:
 * @walk: a walk at a row
 * @kind: the kind of record
 * @text: what a cell calls it
 * @id: (out): the record
 * @error: return location
 *
 * Returns: whether there is such a record: an exporter by USCC, by reference where it bears
 *   the name that the row gives it, or by a name that only one bears, a product by GTIN or reference, all else by short name, reference or
 *   exact title
 */
gboolean
tp_import_find (TpImportWalk *walk, TpKind kind, const char *text, gint64 *id, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  if (kind == TP_KIND_EXPORTER)
    return find_exporter (walk, plain, id, error);
  if (kind == TP_KIND_PRODUCT)
    return find_product (walk, plain, id, error);
  if (take_id (tp_reader_find_key (walk->reader, kind, plain), id))
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
               /* Translators: what the file says, and a kind of record such as "Programme" */
               _ ("“%s” is not known (%s): enter its short name or its exact title"), plain, tp_kind_title (kind));
  return FALSE;
}
