/* programme-facts.c: the programmes an exporter is in, its listings and benefits there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "programme-facts.h"

#include "edit-enrolment.h"
#include "edit-listing.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TpReader *reader;
  TpDay as_of;
  GListStore *list;
  GHashTable *titles;  /* "kind id" → title */
  const char *heading; /* of the next line */
} Facts;

static const char *
title_of (Facts *self, TpKind kind, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%d %" G_GINT64_FORMAT, kind, id);
  const char *known = g_hash_table_lookup (self->titles, key);

  if (known == NULL && id != 0)
    {
      g_autoptr (TpRecord) record = tp_reader_get (self->reader, kind, id);
      char *title = g_strdup (record != NULL ? tp_record_get_title (record) : "");

      g_hash_table_insert (self->titles, g_steal_pointer (&key), title);
      known = title;
    }
  return known != NULL ? known : "";
}

static void
take (Facts *self, TpFact *fact)
{
  tp_fact_set (fact, "heading", self->heading);
  self->heading = NULL;
  g_list_store_append (self->list, fact);
  g_object_unref (fact);
}

/* "Applied on 9 Jan 2026 · Accepted on 24 Feb 2026", as far as it was that day. */
static char *
days_of (TpRecord *enrolment, TpDay as_of)
{
  static const char *const days[] = { "applied", "accepted", "live", "ended" };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *date = NULL;

      if (!tp_record_is_set (enrolment, days[i]) || tp_record_get_day (enrolment, days[i]) > as_of)
        continue;
      date = tp_day_format_short (tp_record_get_day (enrolment, days[i]));
      /* Translators: what happened ("Live on"), and the date */
      g_strv_builder_take (parts,
                           g_strdup_printf (C_ ("enrolment", "%s %s"),
                                            tp_field_title (tp_kind_field (TP_KIND_ENROLMENT, days[i])), date));
    }
  list = g_strv_builder_end (parts);
  return list[0] != NULL ? g_strjoinv (" · ", list) : NULL;
}

static char *
span_of (TpRecord *listing)
{
  g_autofree char *from = tp_day_format_short (tp_record_get_day (listing, "live_from"));
  g_autofree char *until = NULL;

  if (!tp_record_is_set (listing, "until"))
    /* Translators: a listing; a date */
    return g_strdup_printf (C_ ("listing", "since %s"), from);
  until = tp_day_format_short (tp_record_get_day (listing, "until"));
  /* Translators: a listing; two dates */
  return g_strdup_printf (C_ ("listing", "%s to %s"), from, until);
}

static void
add_listing (Facts *self, TpRecord *listing, gboolean inset)
{
  gboolean live = tp_listing_is_live (listing, self->as_of);
  const char *product = title_of (self, TP_KIND_PRODUCT, tp_record_get_number (listing, "product"));
  g_autofree char *span = span_of (listing);
  TpFact *fact;

  /* What lies ahead is not shown on an earlier day, as everywhere. */
  if (tp_record_get_day (listing, "live_from") > self->as_of)
    return;
  fact = tp_fact_new (TP_KIND_LISTING, tp_record_get_id (listing), product);
  tp_fact_take (fact, "subtitle",
                g_strjoin (" · ", title_of (self, TP_KIND_CHANNEL, tp_record_get_number (listing, "channel")), span,
                           NULL));
  tp_fact_set (fact, "value", tp_word_title (tp_words_listing_status, live ? "live" : "delisted"));
  tp_fact_set (fact, "status", tp_record_is_set (listing, "until") ? "delisted" : "live");
  tp_fact_set (fact, "icon-name", "view-products-symbolic");
  tp_fact_set (fact, "css-class", inset ? "inset" : NULL);
  take (self, fact);
}

static int
compare_listings (gconstpointer a, gconstpointer b, gpointer data)
{
  TpRecord *first = *(TpRecord *const *) a;
  TpRecord *second = *(TpRecord *const *) b;
  Facts *self = data;
  g_autofree char *one = g_strdup (title_of (self, TP_KIND_CHANNEL, tp_record_get_number (first, "channel")));
  int order = g_utf8_collate (one, title_of (self, TP_KIND_CHANNEL, tp_record_get_number (second, "channel")));

  if (order == 0)
    order = tp_record_get_day (second, "live_from") - tp_record_get_day (first, "live_from");
  return order != 0 ? order : (tp_record_get_id (first) < tp_record_get_id (second) ? -1 : 1);
}

static gboolean
add_enrolment (Facts *self, TpRecord *enrolment)
{
  TpDay since;
  const char *status = tp_enrolment_status_on (enrolment, self->as_of, &since);
  g_autoptr (GPtrArray) listings = NULL;
  TpFact *fact;

  if (status == NULL)
    return FALSE;
  fact = tp_fact_new (TP_KIND_ENROLMENT, tp_record_get_id (enrolment),
                      title_of (self, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme")));
  tp_fact_take (fact, "subtitle", days_of (enrolment, self->as_of));
  tp_fact_set (fact, "value", tp_word_title (tp_words_enrolment_status, status));
  /* What can be done follows from what it is now. */
  tp_fact_set (fact, "status", tp_record_get_text (enrolment, "status"));
  tp_fact_set (fact, "icon-name", "view-commitments-symbolic");
  take (self, fact);

  listings = tp_reader_children (self->reader, TP_KIND_LISTING, "enrolment", tp_record_get_id (enrolment));
  g_ptr_array_sort_with_data (listings, compare_listings, self);
  for (guint i = 0; i < listings->len; i++)
    add_listing (self, g_ptr_array_index (listings, i), TRUE);
  return TRUE;
}

/* Listings that belong to no programme: of the exporter's products. */
static void
add_free_listings (Facts *self, gint64 exporter)
{
  g_autoptr (GPtrArray) products = tp_reader_children (self->reader, TP_KIND_PRODUCT, "exporter", exporter);

  self->heading = C_ ("heading", "Listed without a programme");
  for (guint i = 0; i < products->len; i++)
    {
      g_autoptr (GPtrArray) listings
          = tp_reader_children (self->reader, TP_KIND_LISTING, "product",
                                tp_record_get_id (g_ptr_array_index (products, i)));

      for (guint k = 0; k < listings->len; k++)
        if (!tp_record_is_set (g_ptr_array_index (listings, k), "enrolment"))
          add_listing (self, g_ptr_array_index (listings, k), FALSE);
    }
}

static void
add_benefit (Facts *self, TpRecord *benefit)
{
  g_autofree char *date = tp_day_format_short (tp_record_get_day (benefit, "date"));
  g_autofree char *count = tp_count_format (tp_record_get_number (benefit, "quantity"));
  TpFact *fact = tp_fact_new (TP_KIND_BENEFIT, tp_record_get_id (benefit), NULL);

  /* Translators: a kind of benefit, such as Livestream slot, and how many */
  tp_fact_take (fact, "title",
                g_strdup_printf (C_ ("benefit", "%s × %s"),
                                 tp_word_title (tp_words_benefit_kind, tp_record_get_text (benefit, "kind")), count));
  tp_fact_take (fact, "subtitle",
                g_strjoin (" · ", title_of (self, TP_KIND_PROGRAMME, tp_record_get_number (benefit, "programme")),
                           date, NULL));
  if (tp_record_is_set (benefit, "value") && tp_record_is_set (benefit, "currency"))
    tp_fact_take (fact, "note",
                  tp_money_format_exact (tp_record_get_number (benefit, "value"),
                                         tp_record_get_text (benefit, "currency")));
  else
    tp_fact_set (fact, "note", C_ ("benefit", "Value not stated"));
  tp_fact_set (fact, "value", tp_word_title (tp_words_benefit_status, tp_record_get_text (benefit, "status")));
  tp_fact_set (fact, "status", tp_record_get_text (benefit, "status"));
  tp_fact_set (fact, "icon-name", "starred-symbolic");
  take (self, fact);
}

static int
later_first (gconstpointer a, gconstpointer b)
{
  TpRecord *first = *(TpRecord *const *) a;
  TpRecord *second = *(TpRecord *const *) b;
  TpDay one = tp_record_get_day (first, "date"), other = tp_record_get_day (second, "date");

  return one != other ? (one > other ? -1 : 1) : (tp_record_get_id (first) > tp_record_get_id (second) ? -1 : 1);
}

static void
add_benefits (Facts *self, gint64 exporter)
{
  g_autoptr (GPtrArray) benefits = tp_reader_children (self->reader, TP_KIND_BENEFIT, "exporter", exporter);

  g_ptr_array_sort (benefits, later_first);
  self->heading = C_ ("heading", "Benefits received");
  /* A planned one lies ahead, and is shown for that. */
  for (guint i = 0; i < benefits->len; i++)
    if (tp_record_get_day (g_ptr_array_index (benefits, i), "date") <= self->as_of
        || tp_record_has_word (g_ptr_array_index (benefits, i), "status", "planned"))
      add_benefit (self, g_ptr_array_index (benefits, i));
}

/**
 * tp_programme_facts_read:
 * @reader: a reader
 * @question: a #TpExporterQuestion
 * @error: return location
 *
 * Returns: (transfer full): a #GListStore of #TpFact: the enrolments with their status
 *   and days as of the day, each followed by its listings (class "inset") in the order
 *   of channels; listings under none; benefits, the latest first. "status" is what the
 *   record's is now, whatever the day; "heading" begins a group
 */
gpointer
tp_programme_facts_read (TpReader *reader, gpointer question, GError **error)
{
  TpExporterQuestion *asked = question;
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) enrolments = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", asked->exporter);
  Facts self = { reader, asked->as_of, g_list_store_new (TP_TYPE_FACT), titles, NULL };

  for (guint i = 0; i < enrolments->len; i++)
    add_enrolment (&self, g_ptr_array_index (enrolments, i));
  add_free_listings (&self, asked->exporter);
  add_benefits (&self, asked->exporter);
  return self.list;
}
