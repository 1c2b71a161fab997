/* province-row.h: a province, chosen from all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PROVINCE_ROW (tp_province_row_get_type ())
G_DECLARE_FINAL_TYPE (TpProvinceRow, tp_province_row, TP, PROVINCE_ROW, AdwComboRow)

const char *tp_province_row_get_code (TpProvinceRow *self);
void        tp_province_row_set_code (TpProvinceRow *self, const char *code);

G_END_DECLS
