/* record-form.h: a dialog that fills in one record and has a use case keep it.
 *
 * A subclass has a template with AdwPreferencesGroups as children. Rows that name a field
 * (TpFieldRow and those derived from it, TpChoiceRow, TpPickRow, TpCurrencyRow) are
 * filled and read here; the subclass does what only it knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_RECORD_FORM (tp_record_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpRecordForm, tp_record_form, TP, RECORD_FORM, AdwDialog)

/**
 * TpRecordFormClass:
 * @run: the use case; its input is a #TpRecordEdit
 * @add_verb: what the journal calls adding it
 * @edit_verb: what the journal calls changing it
 * @read: (nullable): puts into @record what no row of a field holds; or says what is wrong
 * @reviewed: (nullable): something was entered; @record is what the form comes to, %NULL
 *   where it cannot be kept as it is
 * @done: what was done to @record, for a toast
 * @again: (nullable): it was kept, the next one is to be entered: empties what differs
 *   from one to the next, and gives the focus to the first field
 */
struct _TpRecordFormClass
{
  AdwDialogClass parent_class;

  TpChangeFunc run;
  const char *add_verb;
  const char *edit_verb;
  gboolean (*read) (TpRecordForm *self, TpRecord *record, GError **error);
  void (*reviewed) (TpRecordForm *self, TpRecord *record);
  char *(*done) (TpRecordForm *self, TpRecord *record, gboolean is_new);
  void (*again) (TpRecordForm *self);
};

void         tp_record_form_start         (TpRecordForm *self, TpWorkspace *workspace, TpRecord *start,
                                           TpRecord *base);
void         tp_record_form_changed       (TpRecordForm *self);
void         tp_record_form_review        (TpRecordForm *self);
void         tp_record_form_set_hint      (TpRecordForm *self, const char *text);
void         tp_record_form_set_save_label (TpRecordForm *self, const char *label);
TpWorkspace *tp_record_form_get_workspace (TpRecordForm *self);
TpRecord    *tp_record_form_get_base      (TpRecordForm *self);

G_END_DECLS
