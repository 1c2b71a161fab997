/* as-of-button.h: the day that every figure of the window is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_AS_OF_BUTTON (tp_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (TpAsOfButton, tp_as_of_button, TP, AS_OF_BUTTON, AdwBin)

GtkWidget *tp_as_of_button_new   (void);
void       tp_as_of_button_popup (TpAsOfButton *self);

G_END_DECLS
