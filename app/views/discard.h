/* discard.h: asking before a form that was filled in is thrown away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tp_dialog_guard   (AdwDialog *dialog);
void tp_dialog_unguard (AdwDialog *dialog);

G_END_DECLS
