/* search-words.h: a name taken apart for searching; within the model only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TP_RUN_MAX 64
#define TP_WORD_MAX 96
#define TP_CODE_MAX 64

/* Chinese characters in a row, and how they are read. */
typedef struct
{
  guint length;                       /* characters */
  char utf8[TP_RUN_MAX * 4 + 1];
  guint16 bytes[TP_RUN_MAX + 1];      /* where each begins in utf8, and the end */
  char pinyin[TP_RUN_MAX * 8 + 1];    /* the syllables, joined; "v" for ü */
  gsize pinyin_length;
  guint16 starts[TP_RUN_MAX + 1];     /* where each begins in pinyin, and the end */
  char initials[TP_RUN_MAX + 1];
} TpHanRun;

/* A run of Chinese characters, or a word of another script, folded. */
typedef struct
{
  gboolean han;
  TpHanRun run;
  char word[TP_WORD_MAX + 8];
  gsize word_length;
} TpSegment;

gboolean tp_segment_next        (const char **text, TpSegment *segment);
gboolean tp_han_run_without_v   (const TpHanRun *run, TpHanRun *other);
gsize    tp_first_letter_length (const char *word);
gsize    tp_cut                 (const char *word, gsize length, gsize cap);
gsize    tp_plain_code          (const char *text, char *plain);
char   **tp_search_chunks       (const char *typed);

G_END_DECLS
