/* status-private.h: what the files that make a status share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "status.h"

G_BEGIN_DECLS

struct _TpStatus
{
  GObject parent_instance;

  TpDay as_of;
  gboolean demonstration;
  GArray *totals; /* of TpStatusTotals */
  gboolean has_converted;
  TpStatusTotals converted;
  GPtrArray *rates;
  guint not_stated;
  GPtrArray *commitments;
  GPtrArray *funds;
};

gboolean tp_status_convert (TpStatus *self, TpReader *reader, const char *currency, GError **error);

G_END_DECLS
