/* file-drop.h: files that are dropped, pasted or chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @files: of GFile, at least one; NULL where there were none. @file: NULL for none. */
typedef void (*TpFilesFunc) (GListModel *files, gpointer data);
typedef void (*TpFileFunc)  (GFile *file, gpointer data);

void        tp_drop_accept_files (GtkDropTarget *target);
GListModel *tp_dropped_files     (const GValue *value);
void        tp_paste_files       (GtkWidget *widget, TpFilesFunc done, gpointer data);
void        tp_choose_one        (GtkWidget *parent, GListModel *files, TpFileFunc done, gpointer data);
void        tp_choose_document   (GtkWidget *parent, TpFileFunc done, gpointer data);

G_END_DECLS
