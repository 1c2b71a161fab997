/* chart-private.h: what the files that make charts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pledged-data.h"
#include "status.h"

G_BEGIN_DECLS

char          *tp_chart_row_name   (TpCommitmentStatus *commitment);
TpPledgedData *tp_chart_pledged_of (TpReader *reader, TpStatus *status, GError **error);

G_END_DECLS
