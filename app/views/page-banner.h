/* page-banner.h: what must be known about every figure of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PAGE_BANNER (tp_page_banner_get_type ())
G_DECLARE_FINAL_TYPE (TpPageBanner, tp_page_banner, TP, PAGE_BANNER, AdwBin)

GtkWidget *tp_page_banner_new (void);

G_END_DECLS
