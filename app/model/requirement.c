/* requirement.c: which requirements stand open.
 *
 * The only definition: the store counts by it too, so that a list never says otherwise
 * than the page of an exporter does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement.h"

#include <stdlib.h>

/* Calls @func with each chapter of a text such as "42 85", until one is wanted. */
static gboolean
any_chapter (const char *chapters, gboolean (*wanted) (long chapter, const char *among), const char *among)
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
      if (wanted (chapter, among))
        return TRUE;
      p = end;
    }
  return FALSE;
}

/* Food (chapters 02 to 22 of the HS) and cosmetics (33) need filings. */
static gboolean
is_food_or_cosmetics (long chapter, const char *among)
{
  return (chapter >= 2 && chapter <= 22) || chapter == 33;
}

static gboolean
is_same (long chapter, const char *text)
{
  return chapter == strtol (text, NULL, 10);
}

static gboolean
is_among (long chapter, const char *among)
{
  g_autofree char *text = g_strdup_printf ("%ld", chapter);

  return any_chapter (among, is_same, text);
}

/**
 * tp_requirement_applies:
 * @rule: what the requirement and its set say
 * @hs_chapters: (nullable): the exporter's chapters of the HS, such as "42 85"
 * @has_ccc: whether one of its products is in the catalogue of compulsory certification
 * @enrolled: whether it is in the programme that the set is for
 *
 * Returns: whether the rules make the requirement apply to the exporter; one that is
 *   not asked for any more applies to nobody
 */
gboolean
tp_requirement_applies (const TpRequirementRule *rule, const char *hs_chapters, gboolean has_ccc,
                        gboolean enrolled)
{
  if (rule->retired || (rule->of_programme && !enrolled)
      || (rule->set_chapters != NULL && *rule->set_chapters != '\0'
          && !any_chapter (hs_chapters, is_among, rule->set_chapters)))
    return FALSE;
  if (g_strcmp0 (rule->applies, "ccc") == 0)
    return has_ccc;
  if (g_strcmp0 (rule->applies, "food_cosmetics") == 0)
    return any_chapter (hs_chapters, is_food_or_cosmetics, NULL);
  return TRUE;
}

/**
 * tp_requirement_status_on:
 * @status: (nullable): a token of tp_words_requirement_status
 * @expiry: the last day on which its document holds, %TP_DAY_NONE where it has none
 * @day: a day
 *
 * Returns: (nullable): the status as it reads on that day: a document that was received
 *   or verified has "expired" from the day after its expiry on
 */
const char *
tp_requirement_status_on (const char *status, TpDay expiry, TpDay day)
{
  if (status != NULL && expiry != TP_DAY_NONE && day > expiry
      && (g_str_equal (status, "received") || g_str_equal (status, "verified")))
    return "expired";
  return status;
}

/**
 * tp_requirement_is_open:
 * @status: (nullable): a token of tp_words_requirement_status; %NULL where nobody asked
 *   for it yet
 * @applies: whether the rules make it apply; what somebody asked for applies anyway
 * @retired: whether it is not asked for any more
 *
 * Returns: whether it is still to be met: neither verified nor set aside
 */
gboolean
tp_requirement_is_open (const char *status, gboolean applies, gboolean retired)
{
  if (retired)
    return FALSE;
  if (status == NULL)
    return applies;
  return !g_str_equal (status, "verified") && !g_str_equal (status, "not_applicable");
}
