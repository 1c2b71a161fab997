/* filters.h: the filters that list and export share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

typedef struct
{
  char *search;
  char **where;
  char *sort;
  char *filter; /* of exporters, as exporter-criteria.h has it */
  int limit;
  int offset;
} TpCliFilters;

#define TP_CLI_FILTER_ENTRIES(filters)                                                                                        \
  { "search", 0, 0, G_OPTION_ARG_STRING, &(filters).search, N_ ("Only records with this text, also in pinyin"), N_ ("TEXT") }, \
  { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(filters).where, N_ ("Only records whose field has this value; can be given several times"), N_ ("FIELD=VALUE") }, \
  { "filter", 0, 0, G_OPTION_ARG_STRING, &(filters).filter, N_ ("Only exporters of a filter, written as saved filters are"), N_ ("TEXT") },   \
  { "sort", 0, 0, G_OPTION_ARG_STRING, &(filters).sort, N_ ("Order by a field"), N_ ("FIELD[:desc]") },                        \
  { "limit", 0, 0, G_OPTION_ARG_INT, &(filters).limit, N_ ("At most so many"), N_ ("N") },                                     \
  { "offset", 0, 0, G_OPTION_ARG_INT, &(filters).offset, N_ ("Leave the first ones out"), N_ ("N") }

void        tp_cli_filters_clear (TpCliFilters *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TpCliFilters, tp_cli_filters_clear)

TpCliStatus tp_cli_filters_check (TpCli *cli, TpCliFilters *filters);
TpCliStatus tp_cli_write_records (TpCli *cli, TpKind kind, TpCliFilters *filters, TpRowsFormat format,
                                  const char *path);

G_END_DECLS
