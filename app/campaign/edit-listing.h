/* edit-listing.h: an exporter's product in a channel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean tp_edit_listing_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_listing_run (TpChange *change, gpointer input, GError **error);

/* What a form and an import have in common. */
void     tp_listing_settle     (TpRecord *listing, TpDay today);
gboolean tp_listing_check      (TpReader *reader, TpRecord *listing, const char **field, GError **error);
gboolean tp_listing_follow     (TpChange *change, TpRecord *before, TpRecord *listing, GError **error);

gboolean tp_listing_is_live    (TpRecord *listing, TpDay day);

G_END_DECLS
