/* welcome-page.h: the ways to begin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_WELCOME_PAGE (tp_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TpWelcomePage, tp_welcome_page, TP, WELCOME_PAGE, AdwBin)

GtkWidget *tp_welcome_page_new        (void);
void       tp_welcome_page_focus_ways (TpWelcomePage *self);
void       tp_welcome_page_popup_menu (TpWelcomePage *self);

G_END_DECLS
