/* field-words.h: words of the lists as people write them; within the model only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

const TpWord *tp_word_recognise    (const TpWord *words, const char *text);
gboolean      tp_flag_recognise    (const char *text, gboolean *flag);
gboolean      tp_is_not_stated     (const char *text);

G_END_DECLS
