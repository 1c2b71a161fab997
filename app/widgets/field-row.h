/* field-row.h: an entry row that says in words what is wrong with its text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_FIELD_ROW (tp_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpFieldRow, tp_field_row, TP, FIELD_ROW, AdwEntryRow)

/**
 * TpFieldRowClass:
 * @check: reads the text, which is not empty, and keeps what it means; or says why
 *   it cannot. Called after each key.
 * @clear: the text became empty
 * @prepare: a record is about to be loaded: take from it what the text is read by
 * @tidy: the person has left the row and its text is right: write it in full
 */
struct _TpFieldRowClass
{
  AdwEntryRowClass parent_class;

  gboolean (*check) (TpFieldRow *self, const char *text, GError **error);
  void     (*clear) (TpFieldRow *self);
  void     (*tidy)  (TpFieldRow *self);
  void     (*prepare) (TpFieldRow *self, const TpField *field, TpRecord *record);

  gpointer padding[4];
};

GtkWidget  *tp_field_row_new         (void);
gboolean    tp_field_row_is_valid    (TpFieldRow *self);
void        tp_field_row_set_message (TpFieldRow *self, const char *message);
const char *tp_field_row_get_message (TpFieldRow *self);
void        tp_field_row_recheck     (TpFieldRow *self);

void        tp_field_row_load        (TpFieldRow *self, TpRecord *record);
gboolean    tp_field_row_store       (TpFieldRow *self, TpRecord *record, GError **error);

G_END_DECLS
