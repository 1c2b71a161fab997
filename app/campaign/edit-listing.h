/* edit-listing.h: an exporter's product in a channel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean tp_edit_listing_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_listing_run (TpChange *change, gpointer input, GError **error);

gboolean tp_listing_is_live    (TpRecord *listing, TpDay day);

G_END_DECLS
