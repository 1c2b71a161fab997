/* requirement.c: which requirements stand open.
 *
 * The only definition: the store's queries call it too, so that a list never counts
 * otherwise than the page of an exporter does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement.h"

#include <stdlib.h>

/* Food (chapters 02 to 22 of the HS) and cosmetics (33) need filings. */
static gboolean
has_food_or_cosmetics (const char *chapters)
{
  for (const char *p = chapters != NULL ? chapters : ""; *p != '\0';)
    {
      char *end;
      long chapter = strtol (p, &end, 10);

      if (end == p)
        {
          p++;
          continue;
        }
      if ((chapter >= 2 && chapter <= 22) || chapter == 33)
        return TRUE;
      p = end;
    }
  return FALSE;
}

/**
 * tp_requirement_applies:
 * @applies: (nullable): a token of tp_words_applies; %NULL: always
 * @hs_chapters: (nullable): the exporter's chapters of the HS, such as "42 85"
 * @has_ccc: whether one of its products is in the catalogue of compulsory certification
 *
 * Returns: whether the rule makes the requirement apply to the exporter
 */
gboolean
tp_requirement_applies (const char *applies, const char *hs_chapters, gboolean has_ccc)
{
  if (g_strcmp0 (applies, "ccc") == 0)
    return has_ccc;
  if (g_strcmp0 (applies, "food_cosmetics") == 0)
    return has_food_or_cosmetics (hs_chapters);
  return TRUE;
}

/**
 * tp_requirement_is_open:
 * @status: (nullable): a token of tp_words_requirement_status; %NULL where nobody asked
 *   for it yet
 * @applies: whether the rule makes it apply; what somebody asked for applies anyway
 *
 * Returns: whether it is still to be met: neither verified nor set aside
 */
gboolean
tp_requirement_is_open (const char *status, gboolean applies)
{
  if (status == NULL)
    return applies;
  return !g_str_equal (status, "verified") && !g_str_equal (status, "not_applicable");
}
