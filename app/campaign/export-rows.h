/* export-rows.h: the records of a list in a file for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-rows.h"
#include "workspace.h"

G_BEGIN_DECLS

typedef struct
{
  TpQuery *query; /* which, in what order */
  TpRowsFormat format;
  char *path;     /* where to */
  char *kept;     /* the workspace: never written over */
  GCancellable *cancellable; /* (nullable) */
} TpExportRows;

TpExportRows *tp_export_rows_new       (TpWorkspace *workspace, TpQuery *query, TpRowsFormat format,
                                        const char *path, GCancellable *cancellable);
void          tp_export_rows_free      (gpointer input);
gpointer      tp_export_rows_read      (TpReader *reader, gpointer input, GError **error);
char         *tp_export_rows_file_name (TpKind kind, TpRowsFormat format, TpDay as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpExportRows, tp_export_rows_free)

G_END_DECLS
