/* task-line.h: a task as a list shows it, in words.
 *
 * Properties: "id", "exporter" (int64; 0: none), "title", "subtitle", "note" (when it is
 * due, or was done), "late", "done" (booleans).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_TASK_LINE (tp_task_line_get_type ())
G_DECLARE_FINAL_TYPE (TpTaskLine, tp_task_line, TP, TASK_LINE, GObject)

TpTaskLine *tp_task_line_new          (TpReader *reader, TpRecord *task, TpDay as_of, gboolean names_exporter);
gint64      tp_task_line_get_id       (TpTaskLine *self);
gint64      tp_task_line_get_exporter (TpTaskLine *self);
gboolean    tp_task_line_is_done      (TpTaskLine *self);

typedef struct
{
  gint64 exporter;
  TpDay as_of;
} TpTaskQuestion;

gpointer    tp_task_lines_read        (TpReader *reader, gpointer question, GError **error);

G_END_DECLS
