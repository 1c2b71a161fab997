/* change.h: changing the workspace in one journaled step.
 *
 * A change function runs on the writer thread in one transaction; everything it does
 * is recorded, and one error takes all of it back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

typedef struct _TpChange TpChange;

/* Does the change; FALSE with @error set takes everything back. */
typedef gboolean (*TpChangeFunc) (TpChange *change, gpointer data, GError **error);

TpReader   *tp_change_reader (TpChange *self);
const char *tp_change_author (TpChange *self);
gint64      tp_change_time   (TpChange *self);
TpDay       tp_change_today  (TpChange *self);

gboolean    tp_change_insert (TpChange *self, TpRecord *record, GError **error);
gboolean    tp_change_update (TpChange *self, TpRecord *record, GError **error);
gboolean    tp_change_delete (TpChange *self, TpKind kind, gint64 id, GError **error);
gboolean    tp_change_put_blob (TpChange *self, const char *sha256, GBytes *data, GError **error);
gboolean    tp_change_set_setting (TpChange *self, const char *key, const char *value, GError **error);

void        tp_change_set_subject (TpChange *self, const char *subject);
void        tp_change_set_floor   (TpChange *self);
gboolean    tp_change_check_cancelled (TpChange *self, GError **error);

G_END_DECLS
