/* requirement.h: which requirements stand open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"

G_BEGIN_DECLS

/* For whom a requirement is: its own rule and that of its set. */
typedef struct
{
  const char *applies;      /* (nullable) a token of tp_words_applies; NULL: always */
  const char *set_chapters; /* (nullable) only with goods in these HS chapters */
  gboolean of_programme;    /* only those enrolled in the set's programme */
  gboolean retired;         /* not asked for any more */
} TpRequirementRule;

gboolean    tp_requirement_applies   (const TpRequirementRule *rule, const char *hs_chapters,
                                      gboolean has_ccc, gboolean enrolled);
const char *tp_requirement_status_on (const char *status, TpDay expiry, TpDay day);
gboolean    tp_requirement_is_open   (const char *status, gboolean applies, gboolean retired);

G_END_DECLS
