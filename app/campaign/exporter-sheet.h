/* exporter-sheet.h: what an exporter's sheet says besides its records; within the desk
 * only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-rows.h"

G_BEGIN_DECLS

/* Sections of the sheet: names and texts, each a table or a JSON value. */
gboolean tp_exporter_sheet_append (TpReader *reader, TpRecord *exporter, TpDay as_of, TpRowsFormat format,
                                   GString *out, GError **error);
gboolean tp_exporter_sheet_widen  (TpReader *reader, TpRecord *exporter, TpQuery *query);

G_END_DECLS
