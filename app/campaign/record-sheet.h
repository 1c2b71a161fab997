/* record-sheet.h: one record with all that hangs on it, and its history, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-rows.h"

G_BEGIN_DECLS

char *tp_record_sheet        (TpReader *reader, TpRecord *record, TpDay as_of, TpRowsFormat format,
                              GError **error);
char *tp_record_history_text (TpReader *reader, TpKind kind, TpRecord *record, GPtrArray *changes);

G_END_DECLS
