/* bulk-enrol.c: many exporters enrolled in a programme.
 *
 * Those who do not meet its rules are skipped with the rule in words, unless they are
 * asked for all the same; its capacity is never exceeded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-enrol.h"

#include "edit-enrolment.h"
#include "eligibility.h"
#include "error.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TpBulk parent;
  gint64 programme_id;
  TpDay day;
  gboolean include_all;

  TpRecord *programme; /* from prepare() on */
  GHashTable *members; /* set of gint64 *: exporters that are in it */
  gint64 room;         /* -1: no limit */
} TpBulkEnrol;

static gboolean
has_ended (TpRecord *enrolment)
{
  return tp_record_has_word (enrolment, "status", "declined") || tp_record_has_word (enrolment, "status", "withdrawn");
}

static void
find_members (TpBulkEnrol *self, TpReader *reader)
{
  g_autoptr (GPtrArray) enrolments
      = tp_reader_children (reader, TP_KIND_ENROLMENT, "programme", self->programme_id);

  g_clear_pointer (&self->members, g_hash_table_unref);
  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < enrolments->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (enrolments, i);
      gint64 exporter = tp_record_get_number (enrolment, "exporter");

      if (!has_ended (enrolment))
        g_hash_table_add (self->members, g_memdup2 (&exporter, sizeof exporter));
    }
  self->room = tp_record_is_set (self->programme, "capacity")
                   ? MAX (0, tp_record_get_number (self->programme, "capacity")
                                 - (gint64) g_hash_table_size (self->members))
                   : -1;
}

static gboolean
check_day (TpBulkEnrol *self, TpDay today, GError **error)
{
  g_autofree char *date = NULL;

  if (self->day > today)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  if (tp_record_is_set (self->programme, "end") && self->day > tp_record_get_day (self->programme, "end"))
    {
      date = tp_day_format (tp_record_get_day (self->programme, "end"), TP_PRECISION_DAY);
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: a programme, a date */
                   _ ("“%s” ended on %s: enter that day or an earlier one"),
                   tp_record_get_title (self->programme), date);
      return FALSE;
    }
  return TRUE;
}

static gboolean
prepare (TpBulk *bulk, TpReader *reader, TpDay today, GError **error)
{
  TpBulkEnrol *self = (TpBulkEnrol *) bulk;

  g_clear_object (&self->programme);
  self->programme = tp_reader_get (reader, TP_KIND_PROGRAMME, self->programme_id);
  if (self->programme == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The programme is no longer there. Nothing was changed."));
      return FALSE;
    }
  if (self->day == TP_DAY_NONE)
    self->day = today;
  if (!check_day (self, today, error))
    return FALSE;
  find_members (self, reader);
  return TRUE;
}

/* The rules that are not met, in words; NULL where all are. The exporter's page shows the
 * same ones. */
static gboolean
find_not_met (TpBulkEnrol *self, TpReader *reader, gint64 exporter, char **not_met, GError **error)
{
  TpEligibilityQuestion question = { exporter, self->programme_id };
  g_autoptr (GListModel) rules = tp_eligibility_read (reader, &question, error);
  g_autoptr (GString) words = g_string_new (NULL);

  *not_met = NULL;
  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TpFact) rule = g_list_model_get_item (rules, i);
      const char *sentence = tp_fact_get_title (rule);
      const char *status = tp_fact_get_status (rule);

      if (status == NULL || *status == '\0' || g_str_equal (status, "met"))
        continue;
      if (words->len > 0)
        /* Translators: appends a sentence to the one before it; Chinese has no gap: %s */
        g_string_append_printf (words, C_ ("before a further sentence", " %s"), sentence);
      else
        g_string_append (words, sentence);
    }
  if (words->len > 0)
    *not_met = g_string_free (g_steal_pointer (&words), FALSE);
  return TRUE;
}

static gboolean
enrol (TpBulkEnrol *self, TpChange *change, gint64 id, GError **error)
{
  TpRecord *enrolment = tp_record_new (TP_KIND_ENROLMENT);
  g_autoptr (TpRecordEdit) edit = NULL;

  tp_record_set_number (enrolment, "exporter", id);
  tp_record_set_number (enrolment, "programme", self->programme_id);
  tp_record_set_text (enrolment, "status", "applied");
  tp_record_set_day (enrolment, "applied", self->day);
  edit = tp_record_edit_new (enrolment, NULL);
  return tp_edit_enrolment_run (change, edit, error);
}

static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  TpBulkEnrol *self = (TpBulkEnrol *) bulk;
  gint64 id = tp_record_get_id (exporter);
  char *not_met = NULL;

  if (g_hash_table_contains (self->members, &id))
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_ALREADY,
                    g_strdup (C_ ("why an exporter was skipped", "Enrolled already")));
      return TRUE;
    }
  if (!self->include_all && !find_not_met (self, reader, id, &not_met, error))
    return FALSE;
  if (not_met != NULL)
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_NOT_ELIGIBLE, not_met);
      return TRUE;
    }
  if (self->room == 0)
    {
      gint64 capacity = tp_record_get_number (self->programme, "capacity");

      tp_bulk_skip (bulk, exporter, TP_SKIP_FULL,
                    /* Translators: how many a programme takes */
                    g_strdup_printf (C_ ("why an exporter was skipped", "The programme is full: it takes %d"),
                                     (int) capacity));
      return TRUE;
    }
  if (change != NULL && !enrol (self, change, id, error))
    return FALSE;
  g_hash_table_add (self->members, g_memdup2 (&id, sizeof id));
  if (self->room > 0)
    self->room--;
  return TRUE;
}

static void
clear (TpBulk *bulk)
{
  TpBulkEnrol *self = (TpBulkEnrol *) bulk;

  g_clear_object (&self->programme);
  g_clear_pointer (&self->members, g_hash_table_unref);
}

static char *
plan (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will be enrolled", "%s will be enrolled", n), count);
}

static char *
outcome (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s enrolled", "%s enrolled", n), count);
}

static const TpBulkAction action = { "bulk-enrol", prepare, step, clear, plan, outcome };

/**
 * tp_bulk_enrol_new:
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 * @programme: a programme's id
 * @day: when they applied; %TP_DAY_NONE: today
 * @include_all: whether those that do not meet the programme's rules are enrolled too
 *
 * Returns: (transfer full): the input of tp_bulk_run()
 */
TpBulk *
tp_bulk_enrol_new (const gint64 *ids, guint n_ids, gint64 programme, TpDay day, gboolean include_all)
{
  TpBulkEnrol *self = g_new0 (TpBulkEnrol, 1);

  tp_bulk_init (&self->parent, &action, ids, n_ids);
  self->programme_id = programme;
  self->day = day;
  self->include_all = include_all;
  return &self->parent;
}
