/* words-row.h: a field whose value is any of the words of a fixed list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_WORDS_ROW (tp_words_row_get_type ())
G_DECLARE_FINAL_TYPE (TpWordsRow, tp_words_row, TP, WORDS_ROW, AdwExpanderRow)

GtkWidget *tp_words_row_new   (const char *words);
void       tp_words_row_load  (TpWordsRow *self, TpRecord *record);
void       tp_words_row_store (TpWordsRow *self, TpRecord *record);

G_END_DECLS
