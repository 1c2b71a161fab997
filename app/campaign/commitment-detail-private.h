/* commitment-detail-private.h: what the files that make a commitment's page share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commitment-detail.h"

G_BEGIN_DECLS

struct _TpCommitmentDetail
{
  GObject parent_instance;

  TpCommitmentStatus *status;
  GTimeZone *zone;
  gboolean demonstration;
  TpDay as_of;
  char *organisation;
  char *title;
  const char *pace;
  char *explanation;
  char *tags;
  char *note;
  gboolean has_capital;
  char *pledged;
  char *allocated;
  char *delivered;
  char *allocated_share;
  char *delivered_share;
  char *exact;
  double allocated_fraction;
  double delivered_fraction;
  double tick;
  char *announced;
  char *effective;
  char *end;
  GListStore *indicators;
  GListStore *evidence;
  GListStore *rivals;
  GListStore *events;
  GListStore *programmes;
  GListStore *history;

  GHashTable *numbers; /* "kind:id:field" → footnote's number */
};

guint    tp_commitment_detail_footnote (TpCommitmentDetail *self, TpKind kind, gint64 id, const char *field);
void     tp_commitment_detail_take_evidence (TpCommitmentDetail *self, TpReader *reader);
void     tp_commitment_detail_take_rivals (TpCommitmentDetail *self, TpReader *reader);
gboolean tp_commitment_detail_take_history (TpCommitmentDetail *self, TpReader *reader, GError **error);

G_END_DECLS
