/* commitment-status.h: one promise on a date: its capital, its numbers, its pace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-status.h"
#include "indicator-status.h"

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_STATUS (tp_commitment_status_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentStatus, tp_commitment_status, TP, COMMITMENT_STATUS, GObject)

TpCommitmentStatus *tp_commitment_status_read (TpReader *reader, TpRecord *commitment, TpDay as_of,
                                               GError **error);

TpRecord   *tp_commitment_status_get_record       (TpCommitmentStatus *self);
TpRecord   *tp_commitment_status_get_organisation (TpCommitmentStatus *self); /* the maker; NULL: none named */
TpRecord   *tp_commitment_status_get_through      (TpCommitmentStatus *self); /* the sub-platform, or NULL */
TpRecord   *tp_commitment_status_get_group        (TpCommitmentStatus *self); /* the organisation it is listed under */
gboolean    tp_commitment_status_get_capital      (TpCommitmentStatus *self, gint64 *minor,
                                                   const char **currency);
GPtrArray  *tp_commitment_status_get_indicators   (TpCommitmentStatus *self); /* TpIndicatorStatus */
GPtrArray  *tp_commitment_status_get_funds        (TpCommitmentStatus *self); /* TpFundStatus */

/* What the list shows of it: the indicator that speaks for it, or, where there is
 * none, its fund with the pledge as the scale. */
TpIndicatorStatus *tp_commitment_status_get_main  (TpCommitmentStatus *self);
TpPace      tp_commitment_status_get_pace         (TpCommitmentStatus *self);
const char *tp_commitment_status_get_explanation  (TpCommitmentStatus *self); /* the pace, in a sentence */
double      tp_commitment_status_get_fraction     (TpCommitmentStatus *self); /* for TpBulletBar; -1: no bar */
double      tp_commitment_status_get_middle       (TpCommitmentStatus *self);
double      tp_commitment_status_get_tick         (TpCommitmentStatus *self);
char       *tp_commitment_status_get_measure      (TpCommitmentStatus *self); /* "151.3 of 200 bn" */
char       *tp_commitment_status_get_others       (TpCommitmentStatus *self, guint *n); /* its other indicators */

/* Figures of its funds in the currency of its capital, or of its first fund. */
gboolean    tp_commitment_status_get_figures      (TpCommitmentStatus *self, TpFundFigures *figures,
                                                   const char **currency);

int         tp_commitment_status_compare_in_group (TpCommitmentStatus *a, TpCommitmentStatus *b);

G_END_DECLS
