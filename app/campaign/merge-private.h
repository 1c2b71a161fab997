/* merge-private.h: what the files of merging share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge-exporters.h"

G_BEGIN_DECLS

/* What hangs on the other exporter goes to the survivor. */
gboolean tp_merge_move_records      (TpChange *change, TpMerge *self, GError **error);
gboolean tp_merge_move_requirements (TpChange *change, TpMerge *self, GError **error);
gboolean tp_merge_move_activities   (TpChange *change, TpMerge *self, TpRecord *result, GError **error);

/* Whether the other's status of a requirement is the one that stays; asked before
 * anything is moved. */
gboolean tp_merge_other_is_further  (TpReader *reader, TpMerge *self, gint64 requirement);

gboolean tp_merge_give              (TpChange *change, TpRecord *record, gint64 exporter, GError **error);

G_END_DECLS
