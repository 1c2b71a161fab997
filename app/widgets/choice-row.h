/* choice-row.h: a field whose value is one word of a fixed list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_CHOICE_ROW (tp_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TpChoiceRow, tp_choice_row, TP, CHOICE_ROW, AdwComboRow)

GtkWidget  *tp_choice_row_new       (const char *words);
const char *tp_choice_row_get_token (TpChoiceRow *self);
void        tp_choice_row_set_token (TpChoiceRow *self, const char *token);
void        tp_choice_row_load      (TpChoiceRow *self, TpRecord *record);
void        tp_choice_row_store     (TpChoiceRow *self, TpRecord *record);

G_END_DECLS
