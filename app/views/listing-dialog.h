/* listing-dialog.h: a product in a channel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_LISTING_DIALOG (tp_listing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpListingDialog, tp_listing_dialog, TP, LISTING_DIALOG, TpRecordForm)

AdwDialog *tp_listing_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *listing, gint64 product,
                                  gint64 enrolment, gboolean ending, TpDay as_of);

G_END_DECLS
