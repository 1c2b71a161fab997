/* pinyin.h: how Chinese names are read aloud, for searching by Latin letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    tp_is_han             (gunichar c);
const char *tp_pinyin_of          (gunichar c);
void        tp_pinyin_of_run      (const gunichar *run, guint length, const char **syllables);
char       *tp_pinyin_of_text     (const char *text);

G_END_DECLS
