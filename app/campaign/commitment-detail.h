/* commitment-detail.h: a promise with all that hangs on it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "status.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which commitment, on which day. */
typedef struct
{
  gint64 commitment;
  TpDay as_of;
} TpCommitmentRequest;

#define TP_TYPE_COMMITMENT_DETAIL (tp_commitment_detail_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentDetail, tp_commitment_detail, TP, COMMITMENT_DETAIL, GObject)

/* A TpReadFunc; @request is a TpCommitmentRequest. */
gpointer            tp_commitment_detail_read       (TpReader *reader, gpointer request, GError **error);
TpCommitmentStatus *tp_commitment_detail_get_status (TpCommitmentDetail *self);
gint64              tp_commitment_detail_get_fund   (TpCommitmentDetail *self);

G_END_DECLS
