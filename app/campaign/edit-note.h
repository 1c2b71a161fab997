/* edit-note.h: putting right what one noted oneself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-up.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 activity;
  char *kind; /* note, call, meeting, visit */
  char *text;
  TpDay day;
} TpEditNote;

TpEditNote *tp_edit_note_new   (gint64 activity, const char *kind, const char *text, TpDay day);
void        tp_edit_note_free  (gpointer input);
gboolean    tp_edit_note_run   (TpChange *change, gpointer input, GError **error);
gboolean    tp_delete_note_run (TpChange *change, gpointer activity, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpEditNote, tp_edit_note_free)

G_END_DECLS
