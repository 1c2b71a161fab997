/* show-document.h: an attached document opened, or saved elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tp_show_document      (GtkWidget *from, TpWorkspace *workspace, TpRecord *attachment);
void tp_save_document_copy (GtkWidget *from, TpWorkspace *workspace, TpRecord *attachment);

G_END_DECLS
