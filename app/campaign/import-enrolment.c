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

static gboolean
has_ended (const char *status)
{
  return g_strcmp0 (tp_enrolment_day_field (status), "ended") == 0;
}

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  if (!tp_record_is_set (row, "exporter"))
    return tp_import_refuse (walk, "exporter", error, _ ("No exporter: enter its USCC, reference or name"));
  if (!tp_record_is_set (row, "programme"))
    return tp_import_refuse (walk, "programme", error, _ ("No programme: enter its short name or title"));
  /* A day is not dropped in silence because the status says otherwise. */
  if (tp_record_is_set (row, "ended") && tp_record_is_set (row, "status")
      && !has_ended (tp_record_get_text (row, "status")))
    return tp_import_refuse (walk, "ended", error,
                             _ ("It has an end, but its status runs: make it declined or withdrawn, or leave the end "
                                "empty"));
  return TRUE;
}

/* The exporter runs in the programme once at a time, whatever the rows' references. */
static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  const char *reference = tp_record_get_text (row, "reference");
  const char *same = _ ("Same exporter and programme as line %u of this file");
  g_autofree char *both
      = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, tp_record_get_number (row, "exporter"),
                         tp_record_get_number (row, "programme"));
  guint n = 0;

  if (reference != NULL)
    keys[n++] = (TpImportKey){ g_strdup (reference), "reference", _ ("Same reference as line %u of this file") };
  else
    keys[n++] = (TpImportKey){ g_strdup (both), "exporter", same };
  if (!has_ended (tp_record_get_text (row, "status")))
    keys[n++] = (TpImportKey){ g_strconcat ("runs ", both, NULL), "exporter", same };
  return n;
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

      /* What another row of this file is about is not this one's. */
      if (tp_record_get_number (other, "programme") != tp_record_get_number (row, "programme")
          || tp_import_line_of (walk, tp_record_get_id (other)) != 0)
        continue;
      /* The one that runs, else the latest. */
      if (*stored == NULL || has_ended (tp_record_get_text (*stored, "status"))
          || !has_ended (tp_record_get_text (other, "status")))
        g_set_object (stored, other);
      if (reference != NULL && g_strcmp0 (reference, tp_record_get_text (other, "reference")) == 0)
        {
          g_set_object (stored, other);
          return TRUE;
        }
    }
  if (*stored != NULL && begins_anew (walk, row, *stored))
    g_clear_object (stored);
  return TRUE;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  g_autoptr (TpRecord) other = NULL;
  g_autoptr (GError) refused = NULL;
  const char *field;

  if (!tp_record_is_set (wanted, "status"))
    tp_record_set_text (wanted, "status", tp_words_enrolment_status[0].token);
  /* The day of the status goes where that status has its own. */
  field = tp_enrolment_day_field (tp_record_get_text (wanted, "status"));
  if (field != NULL && walk->extra[EXTRA_DATE].set)
    tp_record_set_day (wanted, field, (TpDay) walk->extra[EXTRA_DATE].number);
  tp_enrolment_settle (wanted, walk->day);
  if (stored != NULL && tp_record_equal (wanted, stored))
    return TRUE;
  if (!tp_import_check (walk, wanted, error))
    return FALSE;
  if (!tp_enrolment_check (walk->reader, wanted, walk->today, &field, &refused))
    return tp_import_refuse_as_form (walk, tp_import_column_of (walk->plan, field) >= 0 ? field : "date",
                                     g_steal_pointer (&refused), error);
  /* A reference of another workspace may be taken here: the store gives the next one. */
  if (stored == NULL)
    other = tp_reader_find (walk->reader, TP_KIND_ENROLMENT, "reference", tp_record_get_text (row, "reference"));
  if (other != NULL)
    tp_record_clear (wanted, "reference");
  return TRUE;
}

static gboolean
after (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *kept, GError **error)
{
  return tp_enrolment_follow (walk->change, kept, error);
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
