/* import-exporter.c: the rows of a list of exporters.
 *
 * The USCC tells exporters apart; until it is known, name and province do. A stage follows
 * the rule of advancing: past open requirements only with a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "advance-exporter.h"
#include "error.h"
#include "exporter-match.h"
#include "requirement.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>

static const TpField extras[] = {
  { "merged_into", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Merged into") },
};

/* What a list says of an exporter that was merged is about one that is no more: what it
 * went into has a row of its own. */
static char *
passes_over (TpImportWalk *walk)
{
  const char *into = tp_import_cell (walk, tp_import_column_of (walk->plan, "merged_into"));

  if (*into == '\0')
    return NULL;
  /* Translators: a reference such as E-1042, or a USCC */
  return g_strdup_printf (_ ("It was merged into “%s” before the list was made"), into);
}

static const char *
name_field (TpRecord *exporter)
{
  return tp_record_is_set (exporter, "name_local") ? "name_local" : "name";
}

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  const char *region = tp_uscc_region_province (tp_record_get_text (row, "uscc"));

  if (!tp_record_is_set (row, "province") && region != NULL)
    tp_record_set_text (row, "province", region);
  return TRUE;
}

/* A row with a USCC is remembered by its name too: one without may follow it, or have
 * come before. */
static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  const char *uscc = tp_record_get_text (row, "uscc");
  const char *field = name_field (row);
  char *name = tp_exporter_name_key (row, field);
  const char *same = _ ("Same name and province as line %u of this file, and no USCC");
  guint n = 0;

  if (uscc != NULL)
    keys[n++] = (TpImportKey){ g_strdup (uscc), "uscc", _ ("Same USCC as line %u of this file"), FALSE };
  if (name == NULL)
    return n;
  keys[n++] = (TpImportKey){ g_strconcat ("?", name, NULL), field,
                             uscc != NULL ? _ ("Same name and province as line %u of this file, which has no USCC")
                                          : NULL,
                             uscc != NULL };
  keys[n++] = (TpImportKey){ name, field, uscc == NULL ? same : NULL, FALSE };
  return n;
}

/* By name and province: any exporter for a row without a USCC, one without a USCC for a
 * row that brings it. */
static gboolean
find_named (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  g_autoptr (TpRecord) other = NULL;
  gint64 id;

  walk->plan->nameless = TRUE;
  if (!tp_import_read_names (walk, error))
    return FALSE;
  id = tp_import_names_find (walk->names, row);
  if (id != 0)
    other = tp_import_survivor (walk, tp_reader_get (walk->reader, TP_KIND_EXPORTER, id));
  if (other != NULL && (!tp_record_is_set (row, "uscc") || !tp_record_is_set (other, "uscc")))
    *stored = g_steal_pointer (&other);
  return TRUE;
}

static gboolean
find (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  if (walk->empty)
    return TRUE;
  if (tp_record_is_set (row, "uscc"))
    *stored = tp_import_survivor (
        walk, tp_reader_find (walk->reader, TP_KIND_EXPORTER, "uscc", tp_record_get_text (row, "uscc")));
  return *stored != NULL || find_named (walk, row, stored, error);
}

static int
stage_of (TpRecord *exporter)
{
  return tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage"));
}

/* Whether a requirement is asked of an exporter that is new: without products, statuses
 * and enrolments. */
static gboolean
is_asked (TpImportWalk *walk, TpRecord *requirement, TpRecord *exporter)
{
  gint64 set = tp_record_get_number_or (requirement, "requirement_set", 0);
  g_autoptr (TpRecord) of = set != 0 ? tp_reader_get (walk->reader, TP_KIND_REQUIREMENT_SET, set) : NULL;
  const TpRequirementRule rule = {
    .applies = tp_record_get_text (requirement, "applies"),
    .set_chapters = of != NULL ? tp_record_get_text (of, "hs_chapters") : NULL,
    .of_programme = of != NULL && tp_record_is_set (of, "programme"),
    .retired = tp_record_get_number_or (requirement, "retired", 0) != 0,
  };

  return tp_requirement_applies (&rule, tp_record_get_text (exporter, "hs_chapters"), FALSE, FALSE);
}

/* What a new exporter would pass by beginning at @stage, as tp_exporter_open_items() has
 * it for one that is there. */
static char *
passed_by (TpImportWalk *walk, TpRecord *exporter, int stage, GError **error)
{
  GString *names = g_string_new (NULL);

  if (walk->requirements == NULL)
    {
      g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT);

      walk->requirements = tp_reader_records (walk->reader, query, error);
      if (walk->requirements == NULL)
        return g_string_free (names, TRUE);
    }
  for (guint i = 0; i < walk->requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (walk->requirements, i);

      if (tp_exporter_stage_needs ((TpStage) stage, requirement) && is_asked (walk, requirement, exporter))
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("between the items of a list", ", ") : "",
                                tp_record_get_title (requirement));
    }
  return g_string_free (names, FALSE);
}

static gboolean
check_new_stage (TpImportWalk *walk, TpRecord *exporter, GError **error)
{
  int stage = stage_of (exporter);
  g_autofree char *names = NULL;

  if (stage <= TP_STAGE_SOURCED || tp_record_is_set (exporter, "stage_reason"))
    return TRUE;
  if (stage < TP_N_PIPELINE_STAGES)
    {
      names = passed_by (walk, exporter, stage, error);
      if (names == NULL)
        return FALSE;
      if (*names == '\0')
        return TRUE;
      g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
                   /* Translators: a stage, then the requirements that are open */
                   _ ("%s needs a reason in a column “stage_reason”, because these are open: %s"),
                   tp_word_title (tp_words_stage, tp_stage_token ((TpStage) stage)), names);
    }
  else
    g_set_error_literal (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
                         _ ("On hold and declined need a reason: add a column “stage_reason”"));
  walk->fault = tp_import_column_of (walk->plan, "stage");
  return FALSE;
}

/* The rule of advancing, for the exporter with the codes this row brings. */
static gboolean
check_move (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  g_autoptr (TpRecord) before = tp_record_edit (wanted);
  const char *reason = tp_record_get_text (row, "stage_reason");

  tp_record_set_text (before, "stage", tp_record_get_text (stored, "stage"));
  if (!tp_exporter_check_advance (walk->reader, before, (TpStage) stage_of (wanted), reason, error))
    {
      walk->fault = tp_import_column_of (walk->plan, "stage");
      return FALSE;
    }
  return TRUE;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  gboolean moves;

  if (stored == NULL)
    {
      if (!tp_record_is_set (wanted, "stage"))
        tp_record_set_text (wanted, "stage", tp_stage_token (TP_STAGE_SOURCED));
      if (!tp_record_is_set (wanted, "sourced"))
        tp_record_set_day (wanted, "sourced", walk->day);
      /* Not stated and no are the same here, as everywhere. */
      if (tp_record_get_number_or (wanted, "archived", 0) == 0)
        tp_record_clear (wanted, "archived");
      return tp_import_check (walk, wanted, error) && check_new_stage (walk, wanted, error);
    }
  /* One that is there is archived and brought back by hand, not by a list of another day. */
  if (tp_record_is_set (stored, "archived"))
    tp_record_set_number (wanted, "archived", tp_record_get_number (stored, "archived"));
  else
    tp_record_clear (wanted, "archived");
  /* The code of one that was merged into this one stays there. */
  if (tp_record_is_set (stored, "uscc"))
    tp_record_set_text (wanted, "uscc", tp_record_get_text (stored, "uscc"));
  moves = stage_of (wanted) != stage_of (stored);
  /* The reason is that of the move: it changes with the stage only. */
  tp_record_set_text (wanted, "stage_reason", tp_record_get_text (moves ? row : stored, "stage_reason"));
  return tp_import_check (walk, wanted, error) && (!moves || check_move (walk, row, stored, wanted, error));
}

static void
count (TpImportWalk *walk, TpRecord *wanted, gboolean is_new)
{
  if (is_new && tp_record_get_day (wanted, "sourced") > walk->day)
    walk->counts.later++;
  if (!tp_uscc_agrees (tp_record_get_text (wanted, "uscc"), tp_record_get_text (wanted, "province")))
    walk->counts.warned++;
}

/* Each stage change is an activity with time and author, also the way of one that comes
 * in at a later stage: it has been there since it was sourced. */
static gboolean
after (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *kept, GError **error)
{
  g_autoptr (TpRecord) before = NULL;
  int stage = stage_of (kept);

  if (stored != NULL)
    return stage == stage_of (stored)
           || tp_advance_record (walk->change, stored, (TpStage) stage, walk->day,
                                 tp_record_get_text (row, "stage_reason"), error);
  if (stage == TP_STAGE_SOURCED)
    return TRUE;
  before = tp_record_edit (kept);
  tp_record_set_text (before, "stage", tp_stage_token (TP_STAGE_SOURCED));
  return tp_advance_record (walk->change, before, (TpStage) stage, tp_record_get_day (kept, "sourced"),
                            tp_record_get_text (kept, "stage_reason"), error);
}

const TpImportKind tp_import_exporters = {
  .kind = TP_KIND_EXPORTER,
  .verb = "import-exporters",
  .fields = "uscc name_local name province city address contact phone email bank hs_chapters stage "
            "stage_reason owner annual_export currency us_share domestic_baseline sourced archived merged_into",
  .names = "name_local name uscc",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .passes_over = passes_over,
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
  .count = count,
  .after = after,
};
