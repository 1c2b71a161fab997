/* events-page.h: the campaign's events and the evidence behind its figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_EVENTS_PAGE (tp_events_page_get_type ())
G_DECLARE_FINAL_TYPE (TpEventsPage, tp_events_page, TP, EVENTS_PAGE, TpViewPage)

GtkWidget *tp_events_page_new (void);

G_END_DECLS
