/* filters.c: the filters that list and export share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "exporter-criteria.h"
#include "filters.h"
#include "record-text.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
tp_cli_filters_clear (TpCliFilters *self)
{
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->where, g_strfreev);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->filter, g_free);
}

/**
 * tp_cli_filters_check:
 * @cli: the command that runs
 * @filters: its filters
 *
 * Returns: whether their form is right; their fields are looked at when they are used
 */
TpCliStatus
tp_cli_filters_check (TpCli *cli, TpCliFilters *filters)
{
  if (filters->limit < 0 || filters->offset < 0)
    return tp_cli_usage (cli, _ ("--limit and --offset must not be negative"));
  for (guint i = 0; filters->where != NULL && filters->where[i] != NULL; i++)
    if (strchr (filters->where[i], '=') == NULL)
      return tp_cli_usage (cli, _ ("--where=%s has no “=”: write --where=FIELD=VALUE"), filters->where[i]);
  return TP_CLI_DONE;
}

/* The name before "=", ">=" or "<=". */
static char *
field_of (const char *where, TpOp *op, const char **value)
{
  const char *equals = strchr (where, '=');
  const char *end = equals;

  *value = equals + 1;
  *op = TP_OP_EQUAL;
  if (equals > where && (equals[-1] == '>' || equals[-1] == '<'))
    {
      *op = equals[-1] == '>' ? TP_OP_AT_LEAST : TP_OP_AT_MOST;
      end--;
    }
  return g_strndup (where, (gsize) (end - where));
}

static TpCliStatus
no_field (TpCli *cli, TpKind kind, const char *field)
{
  return tp_cli_usage (cli, _ ("%s have no field “%s”"), tp_kind_info (kind)->plural, field);
}

/* Numbers and days have bounds, in the form in which list writes them. */
static gboolean
add_bound (TpReader *reader, TpQuery *query, const TpField *field, TpOp op, const char *value, GError **error)
{
  g_autoptr (TpRecord) probe = tp_record_new (tp_query_get_kind (query));

  if (tp_field_is_text (field) || field->type == TP_FIELD_REF || field->type == TP_FIELD_SUBJECT)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is no number and no day: compare it with ="), field->name);
      return FALSE;
    }
  if (!tp_record_field_from_text (reader, probe, field, value, error))
    return FALSE;
  tp_query_where_number (query, field->name, op, tp_record_get_number (probe, field->name));
  return TRUE;
}

static TpCliStatus
add_where (TpCli *cli, TpQuery *query, const char *where)
{
  TpReader *reader = tp_workspace_reader (cli->workspace);
  g_autoptr (GError) error = NULL;
  const char *value;
  TpOp op;
  g_autofree char *name = field_of (where, &op, &value);
  const TpField *field = tp_kind_field (tp_query_get_kind (query), name);

  if (field == NULL)
    return no_field (cli, tp_query_get_kind (query), name);
  if (op == TP_OP_EQUAL ? !tp_query_where_given (reader, query, name, value, &error)
                        : !add_bound (reader, query, field, op, value, &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}

/* "FIELD[:desc]" */
static TpCliStatus
set_sort (TpCli *cli, TpQuery *query, const char *sort)
{
  g_auto (GStrv) parts = g_strsplit (sort, ":", 2);
  TpKind kind = tp_query_get_kind (query);

  if (parts[0] == NULL
      || (kind == TP_KIND_EXPORTER ? !tp_exporter_can_sort (parts[0]) : tp_kind_field (kind, parts[0]) == NULL))
    return no_field (cli, kind, parts[0] != NULL ? parts[0] : "");
  if (parts[1] != NULL && strcmp (parts[1], "desc") != 0 && strcmp (parts[1], "asc") != 0)
    return tp_cli_usage (cli, _ ("--sort=%s: write FIELD or FIELD:desc"), sort);
  tp_query_set_sort (query, parts[0], parts[1] != NULL && strcmp (parts[1], "desc") == 0);
  return TP_CLI_DONE;
}

/* Exporters have all the filters of the window. What depends on a day is answered as of
 * the one that the window opens at. */
static TpCliStatus
add_criteria (TpCli *cli, TpQuery *query, TpCliFilters *filters)
{
  TpReader *reader = tp_workspace_reader (cli->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_parse (reader, filters->filter, &error);

  if (criteria == NULL)
    return tp_cli_fail (error);
  for (guint i = 0; filters->where != NULL && filters->where[i] != NULL; i++)
    {
      const char *value;
      TpOp op;
      g_autofree char *name = field_of (filters->where[i], &op, &value);

      if (!tp_exporter_can_filter (name))
        return no_field (cli, TP_KIND_EXPORTER, name);
      if (!tp_exporter_criteria_add_given (criteria, reader, filters->where[i], &error))
        return tp_cli_fail (error);
    }
  if (filters->sort != NULL)
    {
      TpCliStatus status = set_sort (cli, query, filters->sort);

      if (status != TP_CLI_DONE)
        return status;
      tp_exporter_criteria_set_sort (criteria, NULL, FALSE);
    }
  if (tp_exporter_criteria_needs_day (criteria)
      || (filters->sort != NULL
          && (g_str_has_prefix (filters->sort, "stage_days") || g_str_has_prefix (filters->sort, "open_requirements"))))
    tp_query_set_as_of (query, tp_workspace_get_opening_day (cli->workspace));
  tp_exporter_criteria_apply (criteria, query, tp_workspace_get_author (cli->workspace));
  return TP_CLI_DONE;
}

static TpCliStatus
add_fields (TpCli *cli, TpQuery *query, TpCliFilters *filters)
{
  if (filters->filter != NULL)
    return tp_cli_usage (cli, _ ("--filter is for exporters: use --where=FIELD=VALUE"));
  for (guint i = 0; filters->where != NULL && filters->where[i] != NULL; i++)
    {
      TpCliStatus status = add_where (cli, query, filters->where[i]);

      if (status != TP_CLI_DONE)
        return status;
    }
  return filters->sort != NULL ? set_sort (cli, query, filters->sort) : TP_CLI_DONE;
}

typedef struct
{
  TpQuery *query;
  TpRowsFormat format;
  GOutputStream *stream;
} Writing;

static gpointer
write_rows (TpReader *reader, gpointer data, GError **error)
{
  Writing *writing = data;

  return tp_record_rows_write (reader, writing->query, writing->format, writing->stream, NULL, error)
             ? writing
             : NULL;
}

/**
 * tp_cli_write_records:
 * @cli: the command that runs
 * @kind: a kind
 * @filters: which of its records
 * @format: how
 * @path: (nullable): a file, or "-" or %NULL for standard output
 *
 * Returns: the exit status
 */
TpCliStatus
tp_cli_write_records (TpCli *cli, TpKind kind, TpCliFilters *filters, TpRowsFormat format, const char *path)
{
  g_autoptr (TpQuery) query = tp_query_new (kind);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  Writing writing = { query, format, NULL };
  TpCliStatus status;
  gboolean good;

  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  tp_query_set_range (query, (guint) filters->offset, (guint) filters->limit);
  status = kind == TP_KIND_EXPORTER ? add_criteria (cli, query, filters) : add_fields (cli, query, filters);
  if (status != TP_CLI_DONE)
    return status;
  if (filters->search != NULL)
    tp_query_set_search (query, filters->search);
  stream = tp_cli_output (cli, path, NULL, &error);
  if (stream == NULL)
    return tp_cli_fail (error);
  writing.stream = stream;
  good = tp_workspace_read_sync (cli->workspace, write_rows, &writing, &error) != NULL;
  if (!tp_cli_close (stream, path, good, &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}
