/* move-exporter.h: moving an exporter to another stage in one gesture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @stage: where the exporter is now; %TP_N_STAGES where it is gone */
typedef void (*TpMovedFunc) (GtkWidget *from, gint64 exporter, TpStage stage);

void tp_move_exporter (GtkWidget *from, TpWorkspace *workspace, gint64 exporter, TpStage stage, TpDay as_of,
                       TpMovedFunc moved);

G_END_DECLS
