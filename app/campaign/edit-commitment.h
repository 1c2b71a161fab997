/* edit-commitment.h: a promise recorded, or revised.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/**
 * TpCommitmentEdit:
 * @commitment: the promise as it shall be; without an id it is new
 * @bases: (element-type TpRecord): the promise and its indicators as the person found
 *   them: what others changed since stays
 * @organisation: id of who promises, or 0 where @organisation_name is a new one; a
 *   sub-platform promises through itself, its parent being the maker
 * @organisation_name: name of an organisation to be made, or %NULL
 * @indicators: (element-type TpRecord): what it counts, as it shall be; new ones
 *   without an id
 * @dropped: (element-type gint64): ids of the indicators that go
 * @evidence: where the promise stands, to be added to it; or %NULL
 * @date: the day a first pledge counts from, where the promise is not dated;
 *   %TP_DAY_NONE: today
 * @confirm_overrun: more is allocated than the capital that is stated now, and meant so
 * @id: out: the promise's id
 */
typedef struct
{
  TpRecord *commitment;
  GPtrArray *bases;
  gint64 organisation;
  char *organisation_name;
  GPtrArray *indicators;
  GArray *dropped;
  TpRecord *evidence;
  TpDay date;
  gboolean confirm_overrun;

  gint64 id;
} TpCommitmentEdit;

TpCommitmentEdit *tp_commitment_edit_new  (TpRecord *commitment);
TpCommitmentEdit *tp_commitment_edit_copy (TpCommitmentEdit *edit);
void              tp_commitment_edit_free (gpointer edit);

gboolean          tp_edit_commitment_run  (TpChange *change, gpointer edit, GError **error);

G_END_DECLS
