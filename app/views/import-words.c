/* import-words.c: what the import of each kind of record is called, and what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-words.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

/**
 * tp_import_kind_plural:
 * @kind: one of tp_import_kinds()
 *
 * Returns: (transfer none): what its records are called, as a title
 */
const char *
tp_import_kind_plural (TpKind kind)
{
  switch (kind)
    {
    case TP_KIND_PRODUCT:
      return C_ ("records", "Products");
    case TP_KIND_ENROLMENT:
      return C_ ("records", "Enrolments");
    case TP_KIND_LISTING:
      return C_ ("records", "Listings");
    case TP_KIND_BENEFIT:
      return C_ ("records", "Benefits");
    case TP_KIND_SALE:
      return C_ ("records", "Domestic Sales");
    case TP_KIND_EXPORTER:
    default:
      return C_ ("records", "Exporters");
    }
}

/**
 * tp_import_title:
 * @kind: one of tp_import_kinds()
 *
 * Returns: (transfer none): what a window that imports them is called
 */
const char *
tp_import_title (TpKind kind)
{
  switch (kind)
    {
    case TP_KIND_PRODUCT:
      return _ ("Import Products");
    case TP_KIND_ENROLMENT:
      return _ ("Import Enrolments");
    case TP_KIND_LISTING:
      return _ ("Import Listings");
    case TP_KIND_BENEFIT:
      return _ ("Import Benefits");
    case TP_KIND_SALE:
      return _ ("Import Domestic Sales");
    case TP_KIND_EXPORTER:
    default:
      return _ ("Import Exporters");
    }
}

/**
 * tp_import_added_title:
 * @kind: one of tp_import_kinds()
 * @n: how many were added
 *
 * Returns: (transfer full): "3 Exporters Added": whole phrases, for languages in which the
 *   words hang together
 */
char *
tp_import_added_title (TpKind kind, gint64 n)
{
  g_autofree char *number = tp_count_format (n);

  switch (kind)
    {
    case TP_KIND_PRODUCT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Product Added", "%s Products Added", (gulong) n), number);
    case TP_KIND_ENROLMENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Enrolment Added", "%s Enrolments Added", (gulong) n), number);
    case TP_KIND_LISTING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Listing Added", "%s Listings Added", (gulong) n), number);
    case TP_KIND_BENEFIT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Benefit Added", "%s Benefits Added", (gulong) n), number);
    case TP_KIND_SALE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Domestic Sale Added", "%s Domestic Sales Added", (gulong) n), number);
    case TP_KIND_EXPORTER:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Exporter Added", "%s Exporters Added", (gulong) n), number);
    }
}

/**
 * tp_import_result_text:
 * @n: what came of the rows
 * @day_shown: the day that is looked at
 *
 * Returns: (transfer full): what came of them, and what of it is not to be seen yet
 */
char *
tp_import_result_text (const TpImportCounts *n, TpDay day_shown)
{
  g_autofree char *added = tp_count_format (n->added);
  g_autofree char *updated = tp_count_format (n->updated);
  g_autofree char *rejected = tp_count_format (n->rejected);
  g_autofree char *later = tp_count_format (n->later);
  GString *text = g_string_new (NULL);

  /* Translators: three counts of rows */
  g_string_append_printf (text, _ ("%s added, %s updated, %s refused. Undo takes all of it back."), added,
                          updated, rejected);
  if (n->later > 0)
    {
      g_autofree char *day = tp_day_format (day_shown, TP_PRECISION_DAY);

      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          /* Translators: a count of exporters, a day */
          g_dngettext (GETTEXT_PACKAGE,
                       "%s was sourced after %s, the day that is shown: it appears once a later day is chosen.",
                       "%s were sourced after %s, the day that is shown: they appear once a later day is chosen.",
                       (gulong) n->later),
          later, day);
    }
  if (n->likely > 0)
    {
      g_autofree char *likely = tp_count_format (n->likely);

      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%s of the new ones is likely there already.",
                                           "%s of the new ones are likely there already.", (gulong) n->likely),
                              likely);
    }
  return g_string_free (text, FALSE);
}
