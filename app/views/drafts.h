/* drafts.h: what was begun in a form and not kept yet.
 *
 * A form has a name within its workspace ("note:12", "exporter:new"), its fields have
 * names of their own. What is set is on the disk half a second later, so that it is
 * still there after going elsewhere, after a restart and after a crash; it stays on
 * this computer and is no part of the workspace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_DRAFTS (tp_drafts_get_type ())
G_DECLARE_FINAL_TYPE (TpDrafts, tp_drafts, TP, DRAFTS, GObject)

TpDrafts *tp_drafts_new    (const char *file);
void      tp_drafts_open   (GObject *workspace, const char *path, GAsyncReadyCallback callback,
                            gpointer user_data);
TpDrafts *tp_drafts_of     (GObject *workspace, const char *path);

char     *tp_drafts_get    (TpDrafts *self, const char *form, const char *field);
void      tp_drafts_set    (TpDrafts *self, const char *form, const char *field, const char *text);
GStrv     tp_drafts_fields (TpDrafts *self, const char *form);
void      tp_drafts_drop   (TpDrafts *self, const char *form);
void      tp_drafts_flush  (TpDrafts *self);

G_END_DECLS
