/* follow-up.h: the daily notes of an exporter: what was said and seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 exporter;
  char *kind; /* a token of tp_words_activity_kind: note, call, meeting, visit */
  char *text;
  TpDay day;  /* when; TP_DAY_NONE: today */
} TpNote;

TpNote *tp_note_new   (gint64 exporter, const char *kind, const char *text);
void    tp_note_free  (gpointer input);
gboolean tp_note_run  (TpChange *change, gpointer input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpNote, tp_note_free)

G_END_DECLS
