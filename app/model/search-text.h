/* search-text.h: what a name is found by: Chinese characters, pinyin, initials,
 * English words and fragments of codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     tp_search_add_name (GString *tokens, const char *name);
void     tp_search_add_code (GString *tokens, const char *code);
char    *tp_search_query    (const char *typed);
char    *tp_search_query_sure (const char *typed);
gboolean tp_search_is_blank (const char *typed);
gboolean tp_search_verify   (const char *typed, const char *const *names,
                             const char *const *codes);

G_END_DECLS
