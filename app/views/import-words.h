/* import-words.h: what the import of each kind of record is called, and what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

const char *tp_import_kind_plural (TpKind kind);
const char *tp_import_title       (TpKind kind);
char       *tp_import_added_title (TpKind kind, gint64 n);
char       *tp_import_result_text (const TpImportCounts *n, TpDay day_shown);

G_END_DECLS
