/* import-enrolment.c: the rows of a list of enrolments.
 *
 * An exporter is in a programme once at a time: exporter and programme tell which
 * enrolment a row is about, and where one was ended and another made, the latest, or the
 * one whose reference the row gives. "date" is the day of the status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "edit-enrolment.h"
#include "error.h"

#include <glib/gi18n-lib.h>

enum
{
  EXTRA_DATE,
  EXTRA_EXPORTER_NAME,
};

static const TpField extras[] = {
  [EXTRA_DATE] = { "date", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Date"),
                   .headings = "日期|状态日期|报名日期" },
  [EXTRA_EXPORTER_NAME] = TP_IMPORT_EXPORTER_NAME,
};

G_STATIC_ASSERT (G_N_ELEMENTS (extras) <= TP_IMPORT_EXTRAS);

static const char *const days[] = { "applied", "accepted", "live", "ended" };

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  if (!tp_record_is_set (row, "exporter"))
    return tp_import_refuse (walk, "exporter", error, _ ("No exporter: enter its USCC, reference or name"));
  if (!tp_record_is_set (row, "programme"))
    return tp_import_refuse (walk, "programme", error, _ ("No programme: enter its short name or title"));
  return TRUE;
}

static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  const char *reference = tp_record_get_text (row, "reference");

  if (reference != NULL)
    keys[0] = (TpImportKey){ g_strdup (reference), "reference", _ ("Same reference as line %u of this file") };
  else
    keys[0] = (TpImportKey){ g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                              tp_record_get_number (row, "exporter"),
                                              tp_record_get_number (row, "programme")),
                             "exporter", _ ("Same exporter and programme as line %u of this file") };
  return 1;
}

static gboolean
has_ended (const char *status)
{
  return g_strcmp0 (tp_enrolment_day_field (status), "ended") == 0;
}

/* After it ended the exporter may be enrolled again: a later day of another status is
 * that of a new enrolment. */
static gboolean
begins_anew (TpImportWalk *walk, TpRecord *row, TpRecord *latest)
{
  const char *status = tp_record_get_text (row, "status");

  return has_ended (tp_record_get_text (latest, "status")) && status != NULL && !has_ended (status)
         && walk->extra[EXTRA_DATE].set && tp_record_is_set (latest, "ended")
         && walk->extra[EXTRA_DATE].number > tp_record_get_day (latest, "ended");
}

static gboolean
find (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  const char *reference = tp_record_get_text (row, "reference");

  if (walk->empty)
    return TRUE;
  all = tp_reader_children (walk->reader, TP_KIND_ENROLMENT, "exporter", tp_record_get_number (row, "exporter"));
  for (guint i = 0; i < all->len; i++)
    {
      TpRecord *other = g_ptr_array_index (all, i);

      if (tp_record_get_number (other, "programme") != tp_record_get_number (row, "programme"))
        continue;
      g_set_object (stored, other);
      if (reference != NULL && g_strcmp0 (reference, tp_record_get_text (other, "reference")) == 0)
        return TRUE;
    }
  if (*stored != NULL && begins_anew (walk, row, *stored))
    g_clear_object (stored);
  return TRUE;
}

/* The day of the status goes where that status has its own; what comes after the status
 * has not happened. */
static void
settle_days (TpImportWalk *walk, TpRecord *stored, TpRecord *wanted)
{
  const char *status = tp_record_get_text (wanted, "status");
  const char *field = tp_enrolment_day_field (status);
  gboolean moves = stored == NULL || g_strcmp0 (status, tp_record_get_text (stored, "status")) != 0;

  if (field == NULL)
    return;
  if (walk->extra[EXTRA_DATE].set)
    tp_record_set_day (wanted, field, (TpDay) walk->extra[EXTRA_DATE].number);
  else if (moves && !tp_record_is_set (wanted, field))
    tp_record_set_day (wanted, field, walk->day);
  for (int i = (int) G_N_ELEMENTS (days) - 1; moves && i >= 0 && !g_str_equal (days[i], field); i--)
    tp_record_clear (wanted, days[i]);
}

static gboolean
check_days (TpImportWalk *walk, TpRecord *wanted, GError **error)
{
  TpDay before = TP_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TpDay day = tp_record_get_day (wanted, days[i]);
      g_autofree char *text = NULL;
      g_autofree char *sentence = NULL;

      if (!tp_record_is_set (wanted, days[i]))
        continue;
      if (before == TP_DAY_NONE || day >= before)
        {
          before = day;
          continue;
        }
      text = tp_day_format (before, TP_PRECISION_DAY);
      /* Translators: a date */
      sentence = g_strdup_printf (_ ("Before the step that comes before it, %s: enter a later day"), text);
      return tp_import_refuse (walk, tp_import_column_of (walk->plan, days[i]) >= 0 ? days[i] : "date", error,
                               sentence);
    }
  return TRUE;
}

/* No listing under it begins after its end. */
static gboolean
check_end (TpImportWalk *walk, TpRecord *stored, TpRecord *wanted, GError **error)
{
  g_autoptr (GPtrArray) listings = NULL;

  if (stored == NULL || !tp_record_is_set (wanted, "ended"))
    return TRUE;
  listings = tp_reader_children (walk->reader, TP_KIND_LISTING, "enrolment", tp_record_get_id (stored));
  for (guint i = 0; i < listings->len; i++)
    if (tp_record_get_day (listings->pdata[i], "live_from") > tp_record_get_day (wanted, "ended"))
      return tp_import_refuse (walk, "status", error,
                               _ ("A product is listed under it from a day after the end: enter a later day"));
  return TRUE;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  g_autoptr (TpRecord) other = NULL;

  if (!tp_record_is_set (wanted, "status"))
    tp_record_set_text (wanted, "status", tp_words_enrolment_status[0].token);
  settle_days (walk, stored, wanted);
  if (!tp_import_check (walk, wanted, error) || !check_days (walk, wanted, error)
      || !check_end (walk, stored, wanted, error))
    return FALSE;
  /* A reference of another workspace may be taken here: the store gives the next one. */
  if (stored == NULL)
    other = tp_reader_find (walk->reader, TP_KIND_ENROLMENT, "reference", tp_record_get_text (row, "reference"));
  if (other != NULL)
    tp_record_clear (wanted, "reference");
  return TRUE;
}

/* With the enrolment its listings end. */
static gboolean
after (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *kept, GError **error)
{
  g_autoptr (GPtrArray) listings = NULL;

  if (!tp_record_is_set (kept, "ended"))
    return TRUE;
  listings = tp_reader_children (walk->reader, TP_KIND_LISTING, "enrolment", tp_record_get_id (kept));
  for (guint i = 0; i < listings->len; i++)
    {
      g_autoptr (TpRecord) edited = tp_record_edit (listings->pdata[i]);

      if (tp_record_is_set (edited, "until")
          && tp_record_get_day (edited, "until") <= tp_record_get_day (kept, "ended"))
        continue;
      tp_record_set_day (edited, "until", tp_record_get_day (kept, "ended"));
      tp_record_set_text (edited, "status", "delisted");
      if (!tp_change_update (walk->change, edited, error))
        return FALSE;
    }
  return TRUE;
}

const TpImportKind tp_import_enrolments = {
  .kind = TP_KIND_ENROLMENT,
  .verb = "import-enrolments",
  .fields = "reference exporter exporter_name programme status date applied accepted live ended",
  .names = "exporter",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
  .after = after,
};
