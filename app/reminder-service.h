/* reminder-service.h: tells a person on the desktop what is due, while the program runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"

G_BEGIN_DECLS

#define TP_TYPE_REMINDER_SERVICE (tp_reminder_service_get_type ())
G_DECLARE_FINAL_TYPE (TpReminderService, tp_reminder_service, TP, REMINDER_SERVICE, GObject)

TpReminderService *tp_reminder_service_new      (TpApplication *app);
void               tp_reminder_service_look_soon (TpReminderService *self);

G_END_DECLS
