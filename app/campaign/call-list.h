/* call-list.h: exporters on paper, to be called one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-page.h"
#include "workspace.h"

G_BEGIN_DECLS

typedef enum
{
  TP_CALL_LIST_BY_PROVINCE,
  TP_CALL_LIST_BY_OWNER,
  TP_CALL_LIST_AS_LISTED, /* one group, in the query's order */
} TpCallListGroups;

typedef struct
{
  TpQuery *query;   /* which exporters, in what order, as of which day */
  char *filter;     /* (nullable) the same in words */
  TpCallListGroups groups;
  char *workspace;  /* its title */
  gboolean demonstration;
} TpCallListRequest;

TpCallListRequest *tp_call_list_request_new  (TpWorkspace *workspace, TpQuery *query, const char *filter,
                                              TpCallListGroups groups);
void               tp_call_list_request_free (gpointer request);

/* A TpReadFunc; gives a TpTablePage. */
gpointer           tp_call_list_read         (TpReader *reader, gpointer request, GError **error);
char              *tp_call_list_file_name    (TpDay as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpCallListRequest, tp_call_list_request_free)

G_END_DECLS
