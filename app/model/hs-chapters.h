/* hs-chapters.h: the table behind tp_hs_chapter_title().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hs.h"

G_BEGIN_DECLS

typedef struct
{
  const char *english; /* NULL for the reserved chapter */
  const char *chinese;
} TpHsChapter;

extern const TpHsChapter tp_hs_chapters[TP_N_HS_CHAPTERS];

G_END_DECLS
