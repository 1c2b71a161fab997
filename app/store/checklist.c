/* checklist.c: where an exporter stands with each requirement, on any day.
 *
 * A requirement status holds what is so now; the steps that led there are activities.
 * Before its first step a requirement was where that step came from; a status without
 * any step was so from the beginning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist-private.h"
#include "requirement.h"

typedef struct
{
  TpDay day;
  const char *from; /* interned tokens */
  const char *to;
} Step;

typedef struct
{
  gint64 requirement;
  gint64 record;
  gboolean applies;
  gboolean retired;
  const char *status; /* interned; NULL: no record */
  TpDay due, expiry;
  guint first_step, n_steps;
} Line;

struct _TpChecklist
{
  TpDay sourced;
  GArray *lines;
  GArray *steps;
};

static TpDay
day_of (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) != SQLITE_NULL ? sqlite3_column_int (stmt, column) : TP_DAY_NONE;
}

static const char *
token_of (sqlite3_stmt *stmt, int column)
{
  return g_intern_string ((const char *) sqlite3_column_text (stmt, column));
}

void
tp_checklist_free (TpChecklist *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->steps);
  g_free (self);
}

static void
load_steps (TpChecklist *self, TpConnection *connection, gint64 exporter)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT \"requirement\", \"date\", \"from_status\", \"to_status\" FROM \"activity\" WHERE "
                  "\"exporter\" = ?1 AND \"requirement\" IS NOT NULL AND \"kind\" = 'requirement' ORDER BY "
                  "\"requirement\", \"date\", \"time\", \"id\"");

  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (connection, stmt, NULL))
    {
      gint64 requirement = sqlite3_column_int64 (stmt, 0);
      Step step = { sqlite3_column_int (stmt, 1), token_of (stmt, 2), token_of (stmt, 3) };

      if (step.to == NULL)
        continue;
      for (guint i = 0; i < self->lines->len; i++)
        {
          Line *line = &g_array_index (self->lines, Line, i);

          if (line->requirement != requirement)
            continue;
          if (line->n_steps++ == 0)
            line->first_step = self->steps->len;
          g_array_append_val (self->steps, step);
        }
    }
}

/* Reads everything that bears on an exporter's checklist; NULL where it is not there. */
TpChecklist *
tp_checklist_load (TpConnection *connection, gint64 exporter)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT \"hs_chapters\", EXISTS (SELECT 1 FROM \"product\" p WHERE p.\"exporter\" = ?1 AND "
                  "p.\"ccc\" = 1), \"sourced\" FROM \"exporter\" WHERE \"id\" = ?1");
  g_autofree char *chapters = NULL;
  TpChecklist *self;
  gboolean has_ccc;

  sqlite3_bind_int64 (stmt, 1, exporter);
  if (!tp_connection_step (connection, stmt, NULL))
    return NULL;
  chapters = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  has_ccc = sqlite3_column_int (stmt, 1) != 0;
  self = g_new0 (TpChecklist, 1);
  self->sourced = sqlite3_column_int (stmt, 2);
  sqlite3_reset (stmt);

  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  self->steps = g_array_new (FALSE, TRUE, sizeof (Step));
  stmt = tp_connection_prepare (
      connection,
      "SELECT q.\"id\", q.\"applies\", q.\"retired\", s.\"hs_chapters\", s.\"programme\", r.\"id\", r.\"status\", "
      "r.\"due\", r.\"expiry\", s.\"programme\" IS NOT NULL AND EXISTS (SELECT 1 FROM \"enrolment\" n WHERE "
      "n.\"exporter\" = ?1 AND n.\"programme\" = s.\"programme\" AND n.\"status\" NOT IN ('declined', 'withdrawn')) "
      "FROM \"requirement\" q LEFT JOIN \"requirement_set\" s ON s.\"id\" = q.\"requirement_set\" "
      "LEFT JOIN \"requirement_status\" r ON r.\"exporter\" = ?1 AND r.\"requirement\" = q.\"id\" "
      "ORDER BY q.\"requirement_set\" NULLS FIRST, q.\"position\" NULLS LAST, q.\"id\"");
  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (connection, stmt, NULL))
    {
      const TpRequirementRule rule = {
        .applies = (const char *) sqlite3_column_text (stmt, 1),
        .set_chapters = (const char *) sqlite3_column_text (stmt, 3),
        .of_programme = sqlite3_column_type (stmt, 4) != SQLITE_NULL,
        .retired = sqlite3_column_int (stmt, 2) != 0,
      };
      Line line = {
        .requirement = sqlite3_column_int64 (stmt, 0),
        .record = sqlite3_column_int64 (stmt, 5),
        .applies = tp_requirement_applies (&rule, chapters, has_ccc, sqlite3_column_int (stmt, 9) != 0),
        .retired = rule.retired,
        .status = token_of (stmt, 6),
        .due = day_of (stmt, 7),
        .expiry = day_of (stmt, 8),
      };

      g_array_append_val (self->lines, line);
    }
  load_steps (self, connection, exporter);
  return self;
}

/* What was missing before anybody's first step was asked for by nobody. */
static const char *
before_first_step (const char *from)
{
  return g_strcmp0 (from, "missing") != 0 ? from : NULL;
}

static TpChecklistItem
item_on (TpChecklist *self, const Line *line, TpDay day)
{
  TpChecklistItem item = {
    .requirement = line->requirement,
    .record = line->record,
    .status = line->status,
    .applies = line->applies,
    .retired = line->retired,
    .since = TP_DAY_NONE,
    .last = TP_DAY_NONE,
    .due = line->due,
    .expiry = line->expiry,
  };
  gboolean latest = TRUE;

  if (line->n_steps > 0)
    {
      const Step *steps = &g_array_index (self->steps, Step, line->first_step);
      guint n = 0;

      while (n < line->n_steps && steps[n].day <= day)
        n++;
      latest = n == line->n_steps;
      item.last = steps[line->n_steps - 1].day;
      if (n == 0)
        item.status = before_first_step (steps[0].from);
      else
        {
          item.since = steps[n - 1].day;
          if (!latest)
            item.status = steps[n - 1].to;
        }
    }
  /* Of earlier documents only the steps are known. */
  if (latest)
    item.status = tp_requirement_status_on (item.status, line->expiry, day);
  item.open = tp_requirement_is_open (item.status, line->applies, line->retired);
  return item;
}

TpDay
tp_checklist_sourced (TpChecklist *self)
{
  return self->sourced;
}

/* How many requirements are open on a day, and the earliest day one of them is due. */
guint
tp_checklist_count (TpChecklist *self, TpDay day, TpDay *due)
{
  guint open = 0;

  *due = TP_DAY_NONE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      TpChecklistItem item = item_on (self, &g_array_index (self->lines, Line, i), day);

      if (!item.open)
        continue;
      open++;
      if (item.due != TP_DAY_NONE && (*due == TP_DAY_NONE || item.due < *due))
        *due = item.due;
    }
  return open;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  TpDay x = *(const TpDay *) a, y = *(const TpDay *) b;

  return (x > y) - (x < y);
}

/* The days on which something of it may change, ascending. */
GArray *
tp_checklist_days (TpChecklist *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TpDay));

  for (guint i = 0; i < self->steps->len; i++)
    g_array_append_val (days, g_array_index (self->steps, Step, i).day);
  for (guint i = 0; i < self->lines->len; i++)
    {
      TpDay over = g_array_index (self->lines, Line, i).expiry;

      if (over == TP_DAY_NONE)
        continue;
      over++;
      g_array_append_val (days, over);
    }
  g_array_sort (days, compare_days);
  return days;
}

static const char *
text_at (sqlite3_value **values, int i)
{
  return (const char *) sqlite3_value_text (values[i]);
}

/* item_on() for queries, of (status, expiry, step_before, step_after, day): with the
 * status that the last step up to the day led to, and the one that the first step after
 * it came from. */
static const char *
status_of (sqlite3_value **values)
{
  const char *before = text_at (values, 2), *after = text_at (values, 3);

  if (after != NULL)
    return before != NULL ? before : before_first_step (after);
  return tp_requirement_status_on (text_at (values, 0),
                                   sqlite3_value_type (values[1]) != SQLITE_NULL ? sqlite3_value_int (values[1])
                                                                                 : TP_DAY_NONE,
                                   sqlite3_value_int (values[4]));
}

/* requirement_status (status, expiry, step_before, step_after, day) */
static void
status_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context, status_of (values), -1, SQLITE_TRANSIENT);
}

/* requirement_open (applies, retired, set_chapters, of_programme, hs_chapters, has_ccc,
 * enrolled, and what requirement_status () is asked) */
static void
open_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  const TpRequirementRule rule = {
    .applies = text_at (values, 0),
    .retired = sqlite3_value_int (values[1]) != 0,
    .set_chapters = text_at (values, 2),
    .of_programme = sqlite3_value_int (values[3]) != 0,
  };
  gboolean applies
      = tp_requirement_applies (&rule, text_at (values, 4), sqlite3_value_int (values[5]) != 0, sqlite3_value_int (values[6]) != 0);

  sqlite3_result_int (context, tp_requirement_is_open (status_of (values + 7), applies, rule.retired));
}

/* Lets queries ask the model's rules. */
gboolean
tp_checklist_register (sqlite3 *db)
{
  return sqlite3_create_function (db, "requirement_open", 12, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                  open_func, NULL, NULL)
             == SQLITE_OK
         && sqlite3_create_function (db, "requirement_status", 5, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                     NULL, status_func, NULL, NULL)
                == SQLITE_OK;
}

/* Public API */

/**
 * tp_reader_time_zone:
 * @self: a reader
 *
 * The campaign is China's, and so is its day where nothing else is set; a zone that this
 * system does not know is UTC.
 *
 * Returns: (transfer full): the zone that says what day an instant falls on
 */
GTimeZone *
tp_reader_time_zone (TpReader *self)
{
  g_autofree char *name = tp_reader_setting (self, "time_zone");
  GTimeZone *zone = g_time_zone_new_identifier (name != NULL ? name : "Asia/Shanghai");

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * tp_reader_present:
 * @self: a reader
 *
 * Returns: the day that "now" means here: today in the workspace's time zone; in one
 *   that opens at a day of its own (demonstration data) that day
 */
TpDay
tp_reader_present (TpReader *self)
{
  g_autofree char *own = tp_reader_setting (self, "as_of");
  g_autoptr (GTimeZone) zone = NULL;
  TpDay day;

  if (own != NULL && tp_day_parse_iso (own, &day))
    return day;
  zone = tp_reader_time_zone (self);
  return tp_day_today (zone);
}

/**
 * tp_reader_checklist:
 * @self: a reader
 * @exporter: an exporter's id
 * @as_of: the day; %TP_DAY_NONE for the present one
 *
 * Whether a requirement applies is told by the exporter, its products and enrolments
 * as they are now; its status by its steps up to that day.
 *
 * Returns: (transfer full) (element-type TpChecklistItem): every requirement, the
 *   default checklist first, then set by set, each in its order; also those that do not
 *   apply or are not asked for any more. Empty where the exporter is not there
 */
GArray *
tp_reader_checklist (TpReader *self, gint64 exporter, TpDay as_of)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (TpChecklistItem));
  TpChecklist *list = tp_checklist_load (self->connection, exporter);

  if (list == NULL)
    return items;
  if (as_of == TP_DAY_NONE)
    as_of = tp_reader_present (self);
  for (guint i = 0; i < list->lines->len; i++)
    {
      TpChecklistItem item = item_on (list, &g_array_index (list->lines, Line, i), as_of);

      g_array_append_val (items, item);
    }
  tp_checklist_free (list);
  return items;
}
