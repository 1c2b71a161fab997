/* remove-record.h: removing one record from a list, with the way back in a toast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tp_remove_record (GtkWidget *from, TpWorkspace *workspace, TpRecord *record, const char *verb, TpChangeFunc run,
                       const char *said);

G_END_DECLS
