/* duplicate-banner.h: that an exporter is likely there twice, or was merged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_DUPLICATE_BANNER (tp_duplicate_banner_get_type ())
G_DECLARE_FINAL_TYPE (TpDuplicateBanner, tp_duplicate_banner, TP, DUPLICATE_BANNER, TpRecordPart)

G_END_DECLS
