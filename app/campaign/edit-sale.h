/* edit-sale.h: an exporter's domestic sales, added, changed and removed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean tp_edit_sale_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_sale_run (TpChange *change, gpointer input, GError **error);

/* What a form and an import have in common. */
gboolean tp_sale_check      (TpRecord *sale, TpDay today, const char **field, GError **error);

gboolean tp_sale_date_parse (const char *text, TpDay today, TpDay *day, gboolean *is_month, GError **error);

G_END_DECLS
