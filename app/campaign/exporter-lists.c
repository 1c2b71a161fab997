/* exporter-lists.c: what hangs on an exporter, as lists of facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-lists.h"

#include "advance-exporter.h"
#include "checklist.h"
#include "exporter-words.h"
#include "field-text.h"
#include "hs.h"
#include "money.h"
#include "numbers.h"
#include "requirement-words.h"

#include <glib/gi18n-lib.h>

static void
add (GListStore *list, TpFact *fact)
{
  g_list_store_append (list, fact);
  g_object_unref (fact);
}

static GListStore *
list_new (void)
{
  return g_list_store_new (TP_TYPE_FACT);
}

static const char *
title_at (TpReader *reader, TpKind kind, gint64 id, char **keep)
{
  g_autoptr (TpRecord) record = id != 0 ? tp_reader_get (reader, kind, id) : NULL;

  g_free (*keep);
  *keep = record != NULL ? g_strdup (tp_record_get_title (record)) : NULL;
  return *keep;
}

static char *
amount_of (TpRecord *record, const char *field)
{
  return tp_record_is_set (record, field) && tp_record_is_set (record, "currency")
             ? tp_money_format_exact (tp_record_get_number (record, field),
                                      tp_record_get_text (record, "currency"))
             : NULL;
}

static char *
channels_of (TpReader *reader, gint64 product, TpDay as_of)
{
  g_autoptr (GPtrArray) listings = tp_reader_children (reader, TP_KIND_LISTING, "product", product);
  GString *names = g_string_new (NULL);
  g_autofree char *keep = NULL;

  for (guint i = 0; i < listings->len; i++)
    {
      TpRecord *listing = g_ptr_array_index (listings, i);

      if (tp_record_get_day (listing, "live_from") > as_of
          || (tp_record_is_set (listing, "until") && tp_record_get_day (listing, "until") < as_of))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("between the items of a list", ", ") : "",
                              title_at (reader, TP_KIND_CHANNEL, tp_record_get_number (listing, "channel"),
                                        &keep));
    }
  if (names->len == 0)
    g_string_append (names, C_ ("where a product is sold", "Not listed"));
  return g_string_free (names, FALSE);
}

/**
 * tp_exporter_product_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @as_of: the day
 *
 * Returns: (transfer full): its products, with where they are listed that day
 */
GListStore *
tp_exporter_product_facts (TpReader *reader, TpRecord *exporter, TpDay as_of)
{
  g_autoptr (GPtrArray) products
      = tp_reader_children (reader, TP_KIND_PRODUCT, "exporter", tp_record_get_id (exporter));
  GListStore *list = list_new ();

  for (guint i = 0; i < products->len; i++)
    {
      TpRecord *product = g_ptr_array_index (products, i);
      const char *code = tp_record_get_text (product, "hs_code");
      const char *reference = tp_record_get_text (product, "reference");
      TpFact *fact = tp_fact_new (TP_KIND_PRODUCT, tp_record_get_id (product), tp_record_get_title (product));
      /* Translators: a customs code of the Harmonized System */
      g_autofree char *hs = code != NULL ? g_strdup_printf (C_ ("product", "HS %s"), code)
                                         : g_strdup (C_ ("product", "HS code not stated"));

      tp_fact_take (fact, "subtitle", reference != NULL ? g_strjoin (" · ", reference, hs, NULL)
                                                        : g_steal_pointer (&hs));
      tp_fact_take (fact, "value", amount_of (product, "domestic_price"));
      tp_fact_take (fact, "note", channels_of (reader, tp_record_get_id (product), as_of));
      tp_fact_set (fact, "icon-name", "view-products-symbolic");
      add (list, fact);
    }
  return list;
}

/* Requirements */

static TpRecord *
status_for (GPtrArray *statuses, TpRecord *requirement)
{
  for (guint i = 0; i < statuses->len; i++)
    if (tp_record_get_number (g_ptr_array_index (statuses, i), "requirement")
        == tp_record_get_id (requirement))
      return g_ptr_array_index (statuses, i);
  return NULL;
}

/**
 * tp_exporter_blocking_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @stage: the stage that is to come
 * @as_of: the day
 *
 * Returns: (transfer full): what stood in the way of @stage on that day, in words
 */
GListStore *
tp_exporter_blocking_facts (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay as_of)
{
  g_autoptr (GArray) checklist = tp_reader_checklist (reader, tp_record_get_id (exporter), as_of);
  g_autoptr (GPtrArray) statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter",
                                                       tp_record_get_id (exporter));
  GListStore *list = list_new ();

  if (stage >= TP_STAGE_DOCUMENTS && stage < TP_N_PIPELINE_STAGES && !tp_record_is_set (exporter, "uscc"))
    {
      TpFact *fact = tp_fact_new (TP_KIND_EXPORTER, tp_record_get_id (exporter),
                                  _ ("The USCC is not known yet"));

      tp_fact_set (fact, "icon-name", "dialog-warning-symbolic");
      tp_fact_set (fact, "css-class", "warning");
      add (list, fact);
    }
  for (guint i = 0; i < checklist->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (checklist, TpChecklistItem, i);
      g_autoptr (TpRecord) requirement
          = item->open ? tp_reader_get (reader, TP_KIND_REQUIREMENT, item->requirement) : NULL;

      if (requirement != NULL && tp_exporter_stage_needs (stage, requirement))
        add (list, tp_requirement_fact (requirement, status_for (statuses, requirement),
                                        item->status != NULL ? item->status : "missing", as_of));
    }
  return list;
}

/**
 * tp_exporter_programme_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @as_of: the day
 *
 * Returns: (transfer full): the programmes it applied to, and the benefits it received
 *   up to that day
 */
GListStore *
tp_exporter_programme_facts (TpReader *reader, TpRecord *exporter, TpDay as_of)
{
  gint64 id = tp_record_get_id (exporter);
  g_autoptr (GPtrArray) enrolments = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", id);
  g_autoptr (GPtrArray) benefits = tp_reader_children (reader, TP_KIND_BENEFIT, "exporter", id);
  g_autofree char *keep = NULL;
  GListStore *list = list_new ();

  for (guint i = 0; i < enrolments->len; i++)
    {
      static const char *const dates[] = { "ended", "live", "accepted", "applied" };
      TpRecord *enrolment = g_ptr_array_index (enrolments, i);
      TpFact *fact;

      if (tp_record_is_set (enrolment, "applied") && tp_record_get_day (enrolment, "applied") > as_of)
        continue;
      fact = tp_fact_new (TP_KIND_ENROLMENT, tp_record_get_id (enrolment),
                          title_at (reader, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme"),
                                    &keep));
      tp_fact_set (fact, "icon-name", "view-commitments-symbolic");
      tp_fact_set (fact, "value", tp_word_title (tp_words_enrolment_status,
                                                 tp_record_get_text (enrolment, "status")));
      for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
        if (tp_record_is_set (enrolment, dates[k]) && tp_record_get_day (enrolment, dates[k]) <= as_of)
          {
            g_autofree char *date = tp_day_format_short (tp_record_get_day (enrolment, dates[k]));

            /* Translators: what happened ("Live on"), and the date */
            tp_fact_take (fact, "subtitle",
                          g_strdup_printf (C_ ("enrolment", "%s %s"),
                                           tp_field_title (tp_kind_field (TP_KIND_ENROLMENT, dates[k])), date));
            break;
          }
      add (list, fact);
    }
  for (guint i = 0; i < benefits->len; i++)
    {
      TpRecord *benefit = g_ptr_array_index (benefits, i);
      g_autofree char *date = NULL;
      TpFact *fact;

      if (tp_record_get_day (benefit, "date") > as_of)
        continue;
      date = tp_day_format_short (tp_record_get_day (benefit, "date"));
      fact = tp_fact_new (TP_KIND_BENEFIT, tp_record_get_id (benefit),
                          tp_word_title (tp_words_benefit_kind, tp_record_get_text (benefit, "kind")));
      tp_fact_set (fact, "icon-name", "starred-symbolic");
      tp_fact_set (fact, "subtitle", date);
      tp_fact_set (fact, "value", tp_word_title (tp_words_benefit_status,
                                                 tp_record_get_text (benefit, "status")));
      tp_fact_take (fact, "note", amount_of (benefit, "value"));
      add (list, fact);
    }
  return list;
}

/**
 * tp_exporter_money_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @as_of: the day
 *
 * Returns: (transfer full): its domestic sales and the ledger entries that name it up
 *   to that day, the latest first
 */
GListStore *
tp_exporter_money_facts (TpReader *reader, TpRecord *exporter, TpDay as_of)
{
  gint64 id = tp_record_get_id (exporter);
  const TpKind kinds[] = { TP_KIND_SALE, TP_KIND_ENTRY };
  g_autofree char *keep = NULL;
  GListStore *list = list_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = tp_reader_children (reader, kinds[k], "exporter", id);

      for (guint i = records->len; i-- > 0;)
        {
          TpRecord *record = g_ptr_array_index (records, i);
          g_autofree char *date = NULL;
          const char *title;
          TpFact *fact;

          if (tp_record_get_day (record, "date") > as_of)
            continue;
          title = kinds[k] == TP_KIND_ENTRY
                      ? tp_word_title (tp_words_entry_type, tp_record_get_text (record, "type"))
                      : title_at (reader, TP_KIND_CHANNEL, tp_record_get_number (record, "channel"), &keep);
          date = tp_day_format_short (tp_record_get_day (record, "date"));
          fact = tp_fact_new (kinds[k], tp_record_get_id (record),
                              title != NULL ? title : C_ ("sale", "Domestic sale, channel not stated"));
          tp_fact_set (fact, "icon-name", kinds[k] == TP_KIND_ENTRY ? "view-funds-symbolic"
                                                                    : "view-products-symbolic");
          tp_fact_set (fact, "subtitle", date);
          tp_fact_take (fact, "value", amount_of (record, "amount"));
          add (list, fact);
        }
    }
  return list;
}

/* Timeline */

static int
compare_time (gconstpointer a, gconstpointer b)
{
  TpRecord *first = *(TpRecord *const *) a;
  TpRecord *second = *(TpRecord *const *) b;
  gint64 t = tp_record_get_number (first, "time"), u = tp_record_get_number (second, "time");

  if (t == u)
    return tp_record_get_id (first) > tp_record_get_id (second) ? -1 : 1;
  return t > u ? -1 : 1;
}

static const char *
activity_icon (const char *kind)
{
  static const char *const icons[][2] = {
    { "note", "document-edit-symbolic" },    { "call", "call-start-symbolic" },
    { "meeting", "system-users-symbolic" },  { "visit", "mark-location-symbolic" },
    { "stage", "stage-change-symbolic" },    { "system", "emblem-system-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (kind, icons[i][0]) == 0)
      return icons[i][1];
  return "document-edit-symbolic";
}

static TpFact *
activity_fact (TpRecord *activity, GTimeZone *zone)
{
  const char *kind = tp_record_get_text (activity, "kind");
  const char *from = tp_record_get_text (activity, "from_stage");
  const char *to = tp_record_get_text (activity, "to_stage");
  const char *author = tp_record_get_text (activity, "author");
  const char *reason = tp_record_get_text (activity, "reason");
  const char *text = tp_record_get_local (activity, "text");
  g_autofree char *clock = tp_clock_text (tp_record_get_number (activity, "time"), zone);
  TpFact *fact = tp_fact_new (TP_KIND_ACTIVITY, tp_record_get_id (activity),
                              text != NULL ? text : tp_word_title (tp_words_activity_kind, kind));

  if (to != NULL && from != NULL)
    /* Translators: from one stage to another */
    tp_fact_take (fact, "title",
                  g_strdup_printf (C_ ("stage change", "%s → %s"), tp_word_title (tp_words_stage, from),
                                   tp_word_title (tp_words_stage, to)));
  else if (to != NULL)
    tp_fact_set (fact, "title", tp_word_title (tp_words_stage, to));
  tp_fact_set (fact, "icon-name", activity_icon (kind));
  tp_fact_take (fact, "subtitle", author != NULL ? g_strjoin (" · ", clock, author, NULL)
                                                 : g_steal_pointer (&clock));
  tp_fact_set (fact, "note", reason);
  return fact;
}

/**
 * tp_exporter_timeline_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @zone: the workspace's time zone
 * @as_of: the day
 *
 * Returns: (transfer full): its activities up to that day, the latest first; the first
 *   of each day has the day as its heading
 */
GListStore *
tp_exporter_timeline_facts (TpReader *reader, TpRecord *exporter, GTimeZone *zone, TpDay as_of)
{
  g_autoptr (GPtrArray) activities
      = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", tp_record_get_id (exporter));
  GListStore *list = list_new ();
  TpDay last = TP_DAY_NONE;

  g_ptr_array_sort (activities, compare_time);
  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);
      TpDay day = tp_record_get_day (activity, "date");
      TpFact *fact;

      if (day > as_of)
        continue;
      fact = activity_fact (activity, zone);
      if (day != last)
        tp_fact_take (fact, "heading", tp_day_text (day, as_of));
      last = day;
      add (list, fact);
    }
  return list;
}
