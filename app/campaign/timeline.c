/* timeline.c: what has happened with an exporter, gathered and put in order.
 *
 * Activities have a time and an author; what is dated in the records has a day alone
 * and stands below them on that day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-private.h"

#include "error.h"
#include "exporter-words.h"
#include "merge-exporters.h"
#include "money.h"

#include <glib/gi18n-lib.h>

struct _TpTimelineQuestion
{
  gint64 exporter;
  TpDay as_of;
  GTimeZone *zone;
  char *author;
};

/* While it is being gathered. */
typedef struct
{
  TpReader *reader;
  const TpTimelineQuestion *asked;
  GPtrArray *items;
} Gathering;

static gboolean
is_past (Gathering *to, TpRecord *record, const char *field)
{
  return tp_record_is_set (record, field) && tp_record_get_day (record, field) <= to->asked->as_of;
}

static TpTimelineItem *
add (Gathering *to, TpTimelineGroup group, const char *icon, TpDay day, char *title)
{
  TpTimelineItem *item = g_object_new (TP_TYPE_TIMELINE_ITEM, NULL);

  item->group = group;
  item->icon_name = icon;
  item->day = day;
  item->day_text = tp_day_text (day, tp_day_today (to->asked->zone));
  item->title = title;
  g_ptr_array_add (to->items, item);
  return item;
}

static char *
title_at (Gathering *to, TpKind kind, gint64 id)
{
  g_autoptr (TpRecord) record = id != 0 ? tp_reader_get (to->reader, kind, id) : NULL;

  return g_strdup (record != NULL ? tp_record_get_title (record) : tp_kind_title (kind));
}

/* Activities */

static const struct
{
  const char *kind;
  const char *icon;
  TpTimelineGroup group;
} activity_kinds[] = {
  { "note", "document-edit-symbolic", TP_TIMELINE_CONTACTS },
  { "call", "call-start-symbolic", TP_TIMELINE_CONTACTS },
  { "meeting", "system-users-symbolic", TP_TIMELINE_CONTACTS },
  { "visit", "mark-location-symbolic", TP_TIMELINE_CONTACTS },
  { "stage", "stage-change-symbolic", TP_TIMELINE_STAGES },
  { "requirement", "evidence-symbolic", TP_TIMELINE_REQUIREMENTS },
  { "system", "emblem-system-symbolic", TP_TIMELINE_SYSTEM },
};

static const char *
requirement_icon (const char *status)
{
  static const char *const icons[][2] = {
    { "requested", "requested-symbolic" },
    { "received", "received-symbolic" },
    { "verified", "object-select-symbolic" },
    { "expired", "dialog-warning-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (status, icons[i][0]) == 0)
      return icons[i][1];
  return "evidence-symbolic";
}

static char *
activity_title (Gathering *to, TpRecord *activity)
{
  const char *text = tp_record_get_local (activity, "text");
  const char *from = tp_record_get_text (activity, "from_stage");
  const char *stage = tp_record_get_text (activity, "to_stage");
  const char *status = tp_record_get_text (activity, "to_status");
  const char *before = tp_record_get_text (activity, "from_status");
  char *merged = tp_merge_activity_words (activity);

  if (merged != NULL)
    return merged;
  if (stage != NULL && from != NULL)
    /* Translators: from one stage to another */
    return g_strdup_printf (C_ ("stage change", "%s → %s"), tp_word_title (tp_words_stage, from),
                            tp_word_title (tp_words_stage, stage));
  if (stage != NULL)
    return g_strdup (tp_word_title (tp_words_stage, stage));
  if (status != NULL)
    {
      g_autofree char *requirement
          = title_at (to, TP_KIND_REQUIREMENT, tp_record_get_number (activity, "requirement"));

      /* Translators: a requirement, its status before, its status after */
      return g_strdup_printf (C_ ("step of a requirement", "%s: %s → %s"), requirement,
                              tp_word_title (tp_words_requirement_status, before != NULL ? before : "missing"),
                              tp_word_title (tp_words_requirement_status, status));
    }
  return g_strdup (text != NULL ? text
                                : tp_word_title (tp_words_activity_kind, tp_record_get_text (activity, "kind")));
}

/* Why; where exporters were merged also the stage, if that changed by it. */
static char *
activity_note (TpRecord *activity)
{
  const char *reason = tp_record_get_text (activity, "reason");
  const char *from = tp_record_get_text (activity, "from_stage");
  const char *stage = tp_record_get_text (activity, "to_stage");
  g_autofree char *moved = NULL;

  if (!tp_record_has_word (activity, "kind", "merge") || from == NULL || stage == NULL)
    return g_strdup (reason);
  moved = g_strdup_printf (C_ ("stage change", "%s → %s"), tp_word_title (tp_words_stage, from),
                           tp_word_title (tp_words_stage, stage));
  return reason != NULL ? g_strjoin (" · ", reason, moved, NULL) : g_steal_pointer (&moved);
}

static void
add_activity (Gathering *to, TpRecord *activity)
{
  const char *kind = tp_record_get_text (activity, "kind");
  const char *author = tp_record_get_text (activity, "author");
  g_autofree char *clock = tp_clock_text (tp_record_get_number (activity, "time"), to->asked->zone);
  TpTimelineItem *item;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (activity_kinds) && g_strcmp0 (activity_kinds[i].kind, kind) != 0)
    i++;
  item = add (to, activity_kinds[i].group, activity_kinds[i].icon, tp_record_get_day (activity, "date"),
              activity_title (to, activity));
  if (item->group == TP_TIMELINE_REQUIREMENTS)
    item->icon_name = requirement_icon (tp_record_get_text (activity, "to_status"));
  item->id = tp_record_get_id (activity);
  item->time = tp_record_get_number (activity, "time");
  item->own = item->group == TP_TIMELINE_CONTACTS
              && (author == NULL || g_strcmp0 (author, to->asked->author) == 0);
  item->note = activity_note (activity);
  item->subtitle = author != NULL ? g_strjoin (" · ", clock, author, NULL) : g_steal_pointer (&clock);
}

/* What is dated in the records */

static void
add_enrolments (Gathering *to)
{
  static const char *const dates[] = { "applied", "accepted", "live" };
  g_autoptr (GPtrArray) enrolments
      = tp_reader_children (to->reader, TP_KIND_ENROLMENT, "exporter", to->asked->exporter);

  for (guint i = 0; i < enrolments->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (enrolments, i);
      const char *status = tp_record_get_text (enrolment, "status");
      g_autofree char *programme
          = title_at (to, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme"));

      for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
        if (is_past (to, enrolment, dates[k]))
          add (to, TP_TIMELINE_PROGRAMMES, "view-commitments-symbolic", tp_record_get_day (enrolment, dates[k]),
               /* Translators: what happened ("Applied"), and the programme it happened in */
               g_strdup_printf (C_ ("enrolment", "%s: %s"), tp_word_title (tp_words_enrolment_status, dates[k]),
                                programme));
      if (is_past (to, enrolment, "ended"))
        add (to, TP_TIMELINE_PROGRAMMES, "view-commitments-symbolic", tp_record_get_day (enrolment, "ended"),
             g_strdup_printf (C_ ("enrolment", "%s: %s"),
                              g_strcmp0 (status, "live") == 0 ? C_ ("enrolment", "Ended")
                                                              : tp_word_title (tp_words_enrolment_status, status),
                              programme));
    }
}

static void
add_benefits (Gathering *to)
{
  g_autoptr (GPtrArray) benefits
      = tp_reader_children (to->reader, TP_KIND_BENEFIT, "exporter", to->asked->exporter);

  for (guint i = 0; i < benefits->len; i++)
    {
      TpRecord *benefit = g_ptr_array_index (benefits, i);
      TpTimelineItem *item;

      if (!is_past (to, benefit, "date"))
        continue;
      item = add (to, TP_TIMELINE_PROGRAMMES, "starred-symbolic", tp_record_get_day (benefit, "date"),
                  /* Translators: a benefit, and what became of it ("Used") */
                  g_strdup_printf (
                      C_ ("benefit", "%s: %s"),
                      tp_word_title (tp_words_benefit_kind, tp_record_get_text (benefit, "kind")),
                      tp_word_title (tp_words_benefit_status, tp_record_get_text (benefit, "status"))));
      item->subtitle = title_at (to, TP_KIND_PROGRAMME, tp_record_get_number (benefit, "programme"));
    }
}

/* One step of several products in one channel on one day is one line. */
typedef struct
{
  TpDay day;
  gint64 channel;
  gboolean ended;
  guint n;
  gint64 product;
} Step;

static void
count_step (GArray *steps, TpDay day, gint64 channel, gboolean ended, gint64 product)
{
  Step fresh = { day, channel, ended, 1, product };

  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = &g_array_index (steps, Step, i);

      if (step->day == day && step->channel == channel && step->ended == ended)
        {
          step->n++;
          return;
        }
    }
  g_array_append_val (steps, fresh);
}

static char *
step_title (Gathering *to, const Step *step)
{
  g_autofree char *channel = title_at (to, TP_KIND_CHANNEL, step->channel);
  g_autofree char *product = step->n == 1 ? title_at (to, TP_KIND_PRODUCT, step->product) : NULL;

  if (product != NULL && step->ended)
    /* Translators: a product, a channel */
    return g_strdup_printf (C_ ("listing", "%s: no longer listed on %s"), product, channel);
  if (product != NULL)
    /* Translators: a product, a channel */
    return g_strdup_printf (C_ ("listing", "%s: listed on %s"), product, channel);
  if (step->ended)
    /* Translators: a channel */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u product no longer listed on %2$s",
                                         "%1$u products no longer listed on %2$s", step->n),
                            step->n, channel);
  /* Translators: a channel */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u product listed on %2$s",
                                       "%1$u products listed on %2$s", step->n),
                          step->n, channel);
}

static void
add_listings (Gathering *to)
{
  g_autoptr (GPtrArray) products
      = tp_reader_children (to->reader, TP_KIND_PRODUCT, "exporter", to->asked->exporter);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < products->len; i++)
    {
      gint64 product = tp_record_get_id (g_ptr_array_index (products, i));
      g_autoptr (GPtrArray) listings = tp_reader_children (to->reader, TP_KIND_LISTING, "product", product);

      for (guint k = 0; k < listings->len; k++)
        {
          TpRecord *listing = g_ptr_array_index (listings, k);
          gint64 channel = tp_record_get_number (listing, "channel");

          if (is_past (to, listing, "live_from"))
            count_step (steps, tp_record_get_day (listing, "live_from"), channel, FALSE, product);
          /* The last day it is live: it is seen on the next. */
          if (is_past (to, listing, "until") && tp_record_get_day (listing, "until") < to->asked->as_of)
            count_step (steps, tp_record_get_day (listing, "until") + 1, channel, TRUE, product);
        }
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      add (to, TP_TIMELINE_LISTINGS, "view-products-symbolic", step->day, step_title (to, step));
    }
}

static void
add_first_sale (Gathering *to)
{
  g_autoptr (GPtrArray) sales = tp_reader_children (to->reader, TP_KIND_SALE, "exporter", to->asked->exporter);
  TpRecord *first = NULL;
  TpTimelineItem *item;
  g_autofree char *amount = NULL;

  for (guint i = 0; i < sales->len; i++)
    {
      TpRecord *sale = g_ptr_array_index (sales, i);

      /* What came back is no sale. */
      if (tp_record_get_number (sale, "amount") > 0
          && (first == NULL || tp_record_get_day (sale, "date") < tp_record_get_day (first, "date")))
        first = sale;
    }
  if (first == NULL || !is_past (to, first, "date"))
    return;
  amount = tp_money_format_exact (tp_record_get_number (first, "amount"), tp_record_get_text (first, "currency"));
  item = add (to, TP_TIMELINE_SALES, "view-funds-symbolic", tp_record_get_day (first, "date"),
              /* Translators: an amount of money */
              g_strdup_printf (C_ ("timeline", "First domestic sale: %s"), amount));
  if (tp_record_is_set (first, "channel"))
    item->subtitle = title_at (to, TP_KIND_CHANNEL, tp_record_get_number (first, "channel"));
}

static void
add_tasks (Gathering *to)
{
  g_autoptr (GPtrArray) tasks = tp_reader_children (to->reader, TP_KIND_TASK, "exporter", to->asked->exporter);

  for (guint i = 0; i < tasks->len; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);
      TpTimelineItem *item;

      if (!is_past (to, task, "done"))
        continue;
      item = add (to, TP_TIMELINE_TASKS, "object-select-symbolic", tp_record_get_day (task, "done"),
                  /* Translators: a task */
                  g_strdup_printf (C_ ("timeline", "Done: %s"), tp_record_get_title (task)));
      item->subtitle = g_strdup (tp_record_get_text (task, "owner"));
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  TpTimelineItem *one = *(TpTimelineItem *const *) a, *two = *(TpTimelineItem *const *) b;

  if (one->day != two->day)
    return one->day > two->day ? -1 : 1;
  if (one->time != two->time)
    return one->time > two->time ? -1 : 1;
  if (one->id != two->id)
    return one->id > two->id ? -1 : 1;
  return one->group != two->group ? (int) two->group - (int) one->group : g_strcmp0 (one->title, two->title);
}

/* Public API */

/**
 * tp_timeline_question_new:
 * @exporter: an exporter's id
 * @as_of: the day up to which it is told
 * @zone: the workspace's time zone
 * @author: (nullable): who asks: whose notes are "own"
 *
 * Returns: (transfer full): what to give tp_timeline_read()
 */
TpTimelineQuestion *
tp_timeline_question_new (gint64 exporter, TpDay as_of, GTimeZone *zone, const char *author)
{
  TpTimelineQuestion *self = g_new0 (TpTimelineQuestion, 1);

  self->exporter = exporter;
  self->as_of = as_of;
  self->zone = g_time_zone_ref (zone);
  self->author = g_strdup (author);
  return self;
}

void
tp_timeline_question_free (gpointer question)
{
  TpTimelineQuestion *self = question;

  if (self == NULL)
    return;
  g_time_zone_unref (self->zone);
  g_free (self->author);
  g_free (self);
}

/**
 * tp_timeline_read:
 * @reader: a reader
 * @question: a #TpTimelineQuestion
 * @error: return location
 *
 * Gathers what happened with an exporter up to a day (a #TpReadFunc).
 *
 * Returns: (transfer full) (nullable): a #GListStore of #TpTimelineItem, the latest
 *   first; %TP_ERROR_NOT_FOUND where the exporter is gone
 */
gpointer
tp_timeline_read (TpReader *reader, gpointer question, GError **error)
{
  const TpTimelineQuestion *asked = question;
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) activities = NULL;
  Gathering to = { reader, asked, items };
  GListStore *list;

  if (exporter == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there: it may have been undone or deleted"));
      return NULL;
    }
  activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", asked->exporter);
  for (guint i = 0; i < activities->len; i++)
    if (is_past (&to, g_ptr_array_index (activities, i), "date"))
      add_activity (&to, g_ptr_array_index (activities, i));
  if (is_past (&to, exporter, "sourced"))
    add (&to, TP_TIMELINE_STAGES, "list-add-symbolic", tp_record_get_day (exporter, "sourced"),
         g_strdup (C_ ("timeline", "Sourced")));
  add_enrolments (&to);
  add_benefits (&to);
  add_listings (&to);
  add_first_sale (&to);
  add_tasks (&to);
  g_ptr_array_sort (items, compare);
  list = g_list_store_new (TP_TYPE_TIMELINE_ITEM);
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  return list;
}
