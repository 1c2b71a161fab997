/* workspace-format.h: what the interchange format calls things.
 *
 * Used within this workshop only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

G_BEGIN_DECLS

#define TP_WORKSPACE_FORMAT "tradepivot-workspace"
#define TP_WORKSPACE_VERSION 1
#define TP_WORKSPACE_BLOB "blob"

/* "2025-05-02T08:30:00.000Z" and its NUL */
#define TP_WORKSPACE_TIME_SIZE 25

const char *tp_workspace_member_name  (TpKind kind, guint index);
gboolean    tp_workspace_day_to_text    (gint64 day, char *text);
gboolean    tp_workspace_time_to_text   (gint64 time_ms, char *text);
gboolean    tp_workspace_time_from_text (const char *text, gsize length, gint64 *time_ms);

G_END_DECLS
