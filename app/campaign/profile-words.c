/* profile-words.c: what follows from an exporter's own fields, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "profile-words.h"

#include "error.h"
#include "exporter-words.h"
#include "hs.h"
#include "money.h"
#include "numbers.h"
#include "province.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>

/**
 * tp_profile_read:
 * @reader: a reader
 * @exporter: (type gint64): a pointer to an exporter's id
 * @error: return location
 *
 * Reads one exporter as it is now (a #TpReadFunc).
 *
 * Returns: (transfer full) (nullable): the record; %TP_ERROR_NOT_FOUND
 */
gpointer
tp_profile_read (TpReader *reader, gpointer exporter, GError **error)
{
  TpRecord *record = tp_reader_get (reader, TP_KIND_EXPORTER, *(gint64 *) exporter);

  if (record == NULL)
    g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                         _ ("The exporter is no longer there: it may have been undone or deleted"));
  return record;
}

/**
 * tp_exporter_uscc_doubtful:
 * @exporter: an exporter
 *
 * Returns: whether the region in its code lies in another province than the one given
 */
gboolean
tp_exporter_uscc_doubtful (TpRecord *exporter)
{
  return !tp_uscc_agrees (tp_record_get_text (exporter, "uscc"), tp_record_get_text (exporter, "province"));
}

/**
 * tp_exporter_uscc_note:
 * @exporter: an exporter
 *
 * Returns: (transfer full): which province its code was given in, from the region in
 *   it (GB 32100-2015), and whether that is another than the province stated; "" where
 *   the code is not stated or is wrong
 */
char *
tp_exporter_uscc_note (TpRecord *exporter)
{
  const char *uscc = tp_record_get_text (exporter, "uscc");
  const char *province = tp_record_get_text (exporter, "province");
  const char *region;

  if (uscc == NULL || !tp_uscc_check (uscc, NULL))
    return g_strdup ("");
  region = tp_uscc_region_province (uscc);
  if (region == NULL)
    return g_strdup (C_ ("USCC", "Registered nationally"));
  if (tp_exporter_uscc_doubtful (exporter))
    /* Translators: both are provinces */
    return g_strdup_printf (C_ ("USCC", "Registered in %s, the province given is %s: check which one is right"),
                            tp_province_name (region), tp_province_name (province));
  /* Translators: a province */
  return g_strdup_printf (C_ ("USCC", "Registered in %s"), tp_province_name (region));
}

/**
 * tp_exporter_risk_words:
 * @exporter: an exporter
 *
 * Returns: (transfer full): its value at risk with the arithmetic, annual export value
 *   × US share, or what is wanting to tell it
 */
char *
tp_exporter_risk_words (TpRecord *exporter)
{
  const char *currency = tp_record_get_text (exporter, "currency");
  g_autofree char *annual = NULL;
  g_autofree char *share = NULL;
  g_autofree char *result = NULL;
  gint64 minor;

  if (!tp_record_is_set (exporter, "annual_export") || currency == NULL)
    return g_strdup (C_ ("value at risk", "Not known without the annual export value"));
  if (!tp_record_is_set (exporter, "us_share"))
    return g_strdup (C_ ("value at risk", "Not known without the US share"));
  if (!tp_exporter_at_risk (exporter, &minor))
    return g_strdup (C_ ("value at risk", "Too large to work out"));
  annual = tp_money_format_exact (tp_record_get_number (exporter, "annual_export"), currency);
  share = tp_basis_format (tp_record_get_number (exporter, "us_share"));
  result = tp_money_format_exact (minor, currency);
  /* Translators: an amount, a share in per cent, and their product */
  return g_strdup_printf (C_ ("value at risk", "%s × %s = %s"), annual, share, result);
}

/**
 * tp_exporter_chapter_words:
 * @exporter: an exporter
 *
 * Returns: (transfer full): the HS chapters of its goods with their titles, one a line;
 *   "" where none is stated
 */
char *
tp_exporter_chapter_words (TpRecord *exporter)
{
  const char *text = tp_record_get_text (exporter, "hs_chapters");
  g_auto (GStrv) codes = g_strsplit_set (text != NULL ? text : "", " ,", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      int chapter = tp_hs_chapter_of (codes[i]);
      const char *title = chapter > 0 ? tp_hs_chapter_title (chapter) : NULL;

      if (title != NULL)
        /* Translators: a chapter of the customs tariff: its two digits, its title */
        g_string_append_printf (words, C_ ("HS chapter", "%s%s %s"), words->len > 0 ? "\n" : "", codes[i], title);
    }
  return g_string_free (words, FALSE);
}
