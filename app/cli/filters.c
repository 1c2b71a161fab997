/* filters.c: the filters that list and export share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

static TpCliStatus
add_where (TpCli *cli, TpQuery *query, const char *where)
{
  g_auto (GStrv) parts = g_strsplit (where, "=", 2);
  g_autoptr (GError) error = NULL;

  if (tp_kind_field (tp_query_get_kind (query), parts[0]) == NULL)
    return tp_cli_usage (cli, _ ("%s have no field “%s”"), tp_kind_info (tp_query_get_kind (query))->plural, parts[0]);
  if (!tp_query_where_given (tp_workspace_reader (cli->workspace), query, parts[0],
                             parts[1], &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}

static TpCliStatus
set_sort (TpCli *cli, TpQuery *query, const char *sort)
{
  g_auto (GStrv) parts = g_strsplit (sort, ":", 2);
  gboolean known = tp_kind_field (tp_query_get_kind (query), parts[0]) != NULL
                   /* what the store works out of an exporter, see query.h */
                   || (tp_query_get_kind (query) == TP_KIND_EXPORTER
                       && (strcmp (parts[0], "at_risk") == 0 || strcmp (parts[0], "open_requirements") == 0
                           || strcmp (parts[0], "last_activity") == 0));

  if (!known)
    return tp_cli_usage (cli, _ ("%s have no field “%s”"), tp_kind_info (tp_query_get_kind (query))->plural, parts[0]);
  if (parts[1] != NULL && strcmp (parts[1], "desc") != 0 && strcmp (parts[1], "asc") != 0)
    return tp_cli_usage (cli, _ ("--sort=%s: write FIELD or FIELD:desc"), sort);
  tp_query_set_sort (query, parts[0], parts[1] != NULL && strcmp (parts[1], "desc") == 0);
  return TP_CLI_DONE;
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
  gboolean good;

  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  tp_query_set_search (query, filters->search);
  tp_query_set_range (query, (guint) filters->offset, (guint) filters->limit);
  for (guint i = 0; filters->where != NULL && filters->where[i] != NULL; i++)
    {
      TpCliStatus status = add_where (cli, query, filters->where[i]);

      if (status != TP_CLI_DONE)
        return status;
    }
  if (filters->sort != NULL)
    {
      TpCliStatus status = set_sort (cli, query, filters->sort);

      if (status != TP_CLI_DONE)
        return status;
    }
  stream = tp_cli_output (cli, path, NULL, &error);
  if (stream == NULL)
    return tp_cli_fail (error);
  writing.stream = stream;
  good = tp_workspace_read_sync (cli->workspace, write_rows, &writing, &error) != NULL;
  if (!tp_cli_close (stream, path, good, &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}
