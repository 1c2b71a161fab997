/* sales-summary.c: what an exporter sold at home, and what of it a programme added.
 *
 * Many exporters sold at home before. What they sold since the enrolment is shown in
 * full and as the part above the baseline (additionality.h). Currencies are never added
 * to one another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sales-summary.h"

#include "additionality.h"
#include "edit-enrolment.h"
#include "exporter-words.h"
#include "ledger-row.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

#define YEAR 365 /* days that a baseline is for */

/**
 * tp_sales_question_new:
 * @exporter: an exporter's id
 * @as_of: the day
 * @limit: how many sales the list holds at most, the latest; 0 for all
 *
 * Returns: (transfer full): what to give tp_sales_summary_read(); free with g_free()
 */
TpSalesQuestion *
tp_sales_question_new (gint64 exporter, TpDay as_of, guint limit)
{
  TpSalesQuestion *self = g_new0 (TpSalesQuestion, 1);

  self->exporter = exporter;
  self->as_of = as_of;
  self->limit = limit;
  return self;
}

void
tp_sales_summary_free (gpointer summary)
{
  TpSalesSummary *self = summary;

  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->total);
  g_free (self->above);
  g_free (self->arithmetic);
  g_free (self->currency);
  g_clear_object (&self->sales);
  g_clear_object (&self->entries);
  g_free (self);
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  TpRecord *first = *(TpRecord *const *) a;
  TpRecord *second = *(TpRecord *const *) b;
  TpDay one = tp_record_get_day (first, "date"), other = tp_record_get_day (second, "date");

  return one != other ? (one < other ? -1 : 1) : (tp_record_get_id (first) < tp_record_get_id (second) ? -1 : 1);
}

/* Up to the day, oldest first. */
static GPtrArray *
sales_until (TpReader *reader, gint64 exporter, TpDay as_of)
{
  g_autoptr (GPtrArray) all = tp_reader_children (reader, TP_KIND_SALE, "exporter", exporter);
  GPtrArray *sales = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (tp_record_get_day (g_ptr_array_index (all, i), "date") <= as_of)
      g_ptr_array_add (sales, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (sales, by_date);
  return sales;
}

static char *
amount_of (TpRecord *record)
{
  return tp_money_format_exact (tp_record_get_number (record, "amount"), tp_record_get_text (record, "currency"));
}

/* The sums of sales @from to @until, one a currency: "CN¥1,200.00, US$30.00". */
static char *
sum_words (GPtrArray *sales, TpDay from, TpDay until)
{
  g_autoptr (GPtrArray) currencies = g_ptr_array_new ();
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TpWide));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sales->len; i++)
    {
      TpRecord *sale = g_ptr_array_index (sales, i);
      const char *currency = tp_record_get_text (sale, "currency");
      TpWide amount = tp_record_get_number (sale, "amount");
      guint place;

      if (tp_record_get_day (sale, "date") < from || tp_record_get_day (sale, "date") > until)
        continue;
      if (g_ptr_array_find_with_equal_func (currencies, currency, g_str_equal, &place))
        g_array_index (sums, TpWide, place) += amount;
      else
        {
          g_ptr_array_add (currencies, (gpointer) currency);
          g_array_append_val (sums, amount);
        }
    }
  for (guint i = 0; i < currencies->len; i++)
    {
      g_autofree char *text = tp_money_format_exact (tp_wide_clamp (g_array_index (sums, TpWide, i)),
                                                     g_ptr_array_index (currencies, i));

      g_string_append_printf (out, "%s%s", i > 0 ? C_ ("between the items of a list", ", ") : "", text);
    }
  return g_string_free (out, FALSE);
}

static char *
title_at (TpReader *reader, TpRecord *record, const char *field, TpKind kind)
{
  g_autoptr (TpRecord) named = tp_record_is_set (record, field)
                                   ? tp_reader_get (reader, kind, tp_record_get_number (record, field))
                                   : NULL;

  return named != NULL ? g_strdup (tp_record_get_title (named)) : NULL;
}

static void
find_first (TpSalesSummary *self, TpReader *reader, GPtrArray *sales)
{
  for (guint i = 0; i < sales->len; i++)
    {
      TpRecord *sale = g_ptr_array_index (sales, i);
      g_autofree char *date = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *channel = NULL;

      /* What came back is no sale. */
      if (tp_record_get_number (sale, "amount") <= 0)
        continue;
      self->first_day = tp_record_get_day (sale, "date");
      date = tp_day_format (self->first_day, TP_PRECISION_DAY);
      amount = amount_of (sale);
      channel = title_at (reader, sale, "channel", TP_KIND_CHANNEL);
      if (channel != NULL)
        /* Translators: a date, an amount, the name of a channel */
        self->first = g_strdup_printf (C_ ("first sale", "%1$s: %2$s, %3$s"), date, amount, channel);
      else
        /* Translators: a date, an amount */
        self->first = g_strdup_printf (C_ ("first sale", "%1$s: %2$s"), date, amount);
      return;
    }
}

/* Above the baseline */

/* The day of the first enrolment that was not turned down. */
static TpDay
enrolled_on (TpReader *reader, gint64 exporter, TpDay as_of)
{
  g_autoptr (GPtrArray) enrolments = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", exporter);
  TpDay first = TP_DAY_NONE;

  for (guint i = 0; i < enrolments->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (enrolments, i);
      const char *day = tp_record_is_set (enrolment, "accepted") ? "accepted" : "live";
      TpDay on = tp_record_get_day (enrolment, day);

      if (tp_record_is_set (enrolment, day) && on <= as_of && (first == TP_DAY_NONE || on < first)
          && !tp_record_has_word (enrolment, "status", "declined"))
        first = on;
    }
  return first;
}

static char *
days_words (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
}

static void
write_arithmetic (TpSalesSummary *self, const TpAdditionality *result, const TpSalesBaseline *baseline,
                  gboolean from_profile, const char *currency)
{
  int span = result->until - result->from + 1;
  g_autofree char *from = tp_day_format (result->from, TP_PRECISION_DAY);
  g_autofree char *span_days = days_words (span);
  g_autofree char *base_days = days_words (baseline->days);
  g_autofree char *delivered = tp_money_format_exact (result->delivered, currency);
  g_autofree char *before = tp_money_format_exact (baseline->amount.value, currency);
  g_autofree char *same_span = tp_money_format_exact (result->baseline.value, currency);
  g_autofree char *above = tp_money_format_exact (result->above.value, currency);
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: a date, a number of days, an amount */
  g_string_append_printf (out, C_ ("sales", "Sold since the enrolment on %1$s, %2$s: %3$s"), from, span_days,
                          delivered);
  g_string_append_c (out, '\n');
  if (from_profile)
    /* Translators: a number of days, an amount */
    g_string_append_printf (out, C_ ("sales", "Baseline of the profile, for %1$s: %2$s"), base_days, before);
  else
    /* Translators: a number of days, an amount */
    g_string_append_printf (out, C_ ("sales", "Sold in the %1$s before, the baseline: %2$s"), base_days, before);
  g_string_append_c (out, '\n');
  if (span != baseline->days)
    {
      /* Translators: a number of days, then an amount × a number of days ÷ a number of days = an amount */
      g_string_append_printf (out, C_ ("sales", "The same for %1$s: %2$s × %3$d ÷ %4$d = %5$s"), span_days, before,
                              span, baseline->days, same_span);
      g_string_append_c (out, '\n');
    }
  if (result->delivered >= result->baseline.value)
    /* Translators: three amounts */
    g_string_append_printf (out, C_ ("sales", "Above the baseline: %1$s − %2$s = %3$s"), delivered, same_span, above);
  else
    /* Translators: two amounts */
    g_string_append_printf (out, C_ ("sales", "Above the baseline: nothing, because %1$s is less than %2$s"), delivered,
                            same_span);
  self->arithmetic = g_string_free (g_steal_pointer (&out), FALSE);
  self->above = g_strdup (above);
}

/* Everything in the currency that most sales are in. */
static const char *
main_currency (GPtrArray *sales)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *most = NULL;
  guint n = 0;

  for (guint i = 0; i < sales->len; i++)
    {
      const char *currency = tp_record_get_text (g_ptr_array_index (sales, i), "currency");
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, currency)) + 1;

      g_hash_table_insert (counts, (gpointer) currency, GUINT_TO_POINTER (count));
      if (count > n)
        {
          n = count;
          most = currency;
        }
    }
  return most;
}

static void
measure_above (TpSalesSummary *self, TpReader *reader, TpRecord *exporter, GPtrArray *sales, TpDay as_of)
{
  TpDay enrolled = enrolled_on (reader, tp_record_get_id (exporter), as_of);
  const char *currency = main_currency (sales);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (TpDelivery));
  TpSalesBaseline baseline = { TP_NOT_STATED, YEAR };
  gboolean from_profile = FALSE, sold_before = FALSE;
  TpAdditionality result;
  TpDeliveries days;
  TpWide sum = 0;

  self->enrolled = enrolled;
  if (currency == NULL)
    return;
  self->currency = g_strdup (currency);
  for (guint i = 0; i < sales->len; i++)
    if (g_strcmp0 (tp_record_get_text (g_ptr_array_index (sales, i), "currency"), currency) == 0)
      sum += tp_record_get_number (g_ptr_array_index (sales, i), "amount");
  self->sum = tp_wide_clamp (sum);
  if (enrolled == TP_DAY_NONE)
    {
      self->above = g_strdup (C_ ("sales", "In no programme yet"));
      return;
    }
  for (guint i = 0; i < sales->len; i++)
    {
      TpRecord *sale = g_ptr_array_index (sales, i);
      TpDelivery item = { tp_record_get_day (sale, "date"), tp_record_get_number (sale, "amount") };

      if (g_strcmp0 (tp_record_get_text (sale, "currency"), currency) != 0)
        continue;
      g_array_append_val (items, item);
      sold_before |= item.day < enrolled;
    }
  days = (TpDeliveries){ 0, (const TpDelivery *) (gpointer) items->data, items->len };
  if (tp_record_is_set (exporter, "domestic_baseline")
      && g_strcmp0 (tp_record_get_text (exporter, "currency"), currency) == 0)
    {
      baseline.amount = TP_STATED (tp_record_get_number (exporter, "domestic_baseline"));
      from_profile = TRUE;
    }
  /* That nothing was recorded before does not say that nothing was sold. */
  else if (sold_before && !tp_baseline_of_sales (&days, enrolled, YEAR, &baseline, NULL))
    return;
  if (!tp_additionality_measure (&days, &baseline, enrolled, as_of, &result, NULL))
    return;
  self->since = result.delivered;
  self->has_baseline = result.above.set;
  if (result.above.set)
    {
      self->baseline = result.baseline.value;
      self->beyond = result.above.value;
      write_arithmetic (self, &result, &baseline, from_profile, currency);
      return;
    }
  self->above = g_strdup (C_ ("sales", "Baseline not stated"));
  self->arithmetic = g_strdup (_ ("Nothing is recorded of what was sold at home before the enrolment. Enter the "
                                  "domestic baseline in the profile, or the sales from before."));
}

/* Lists */

static gboolean
same_month (TpDay a, TpDay b)
{
  int year, month, other_year, other_month;

  tp_day_get (a, &year, &month, NULL);
  tp_day_get (b, &other_year, &other_month, NULL);
  return year == other_year && month == other_month;
}

/* "March 2025: CN¥1,200.00" */
static char *
month_heading (GPtrArray *sales, TpDay day)
{
  int year, month;
  TpDay from, until;
  g_autofree char *name = tp_day_format (day, TP_PRECISION_MONTH);
  g_autofree char *sum = NULL;

  tp_day_get (day, &year, &month, NULL);
  from = tp_day_new (year, month, 1);
  until = tp_day_new (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
  sum = sum_words (sales, from, until);
  /* Translators: a month and its year, an amount */
  return g_strdup_printf (C_ ("sales of a month", "%1$s: %2$s"), name, sum);
}

static TpFact *
sale_fact (TpReader *reader, TpRecord *sale)
{
  g_autofree char *product = title_at (reader, sale, "product", TP_KIND_PRODUCT);
  g_autofree char *channel = title_at (reader, sale, "channel", TP_KIND_CHANNEL);
  g_autofree char *date = tp_day_format_short (tp_record_get_day (sale, "date"));
  TpFact *fact = tp_fact_new (TP_KIND_SALE, tp_record_get_id (sale),
                              product != NULL ? product : C_ ("sale", "Product not stated"));

  if (tp_record_get_number (sale, "amount") < 0)
    /* Translators: the name of a product that came back */
    tp_fact_take (fact, "title",
                  g_strdup_printf (C_ ("sale", "Returned: %s"),
                                   product != NULL ? product : C_ ("sale", "Product not stated")));
  tp_fact_take (fact, "subtitle",
                g_strjoin (" · ", date, channel != NULL ? channel : C_ ("sale", "channel not stated"), NULL));
  if (tp_record_is_set (sale, "quantity"))
    {
      gint64 quantity = tp_record_get_number (sale, "quantity");
      g_autofree char *count = tp_count_format (quantity);

      /* Translators: how many pieces were sold */
      tp_fact_take (fact, "note",
                    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s piece", "%s pieces", (gulong) ABS (quantity)),
                                     count));
    }
  tp_fact_take (fact, "value", amount_of (sale));
  return fact;
}

static void
list_sales (TpSalesSummary *self, TpReader *reader, GPtrArray *sales, guint limit)
{
  guint n = limit > 0 ? MIN (limit, sales->len) : sales->len;

  for (guint i = 0; i < n; i++)
    {
      TpRecord *sale = g_ptr_array_index (sales, sales->len - 1 - i);
      TpDay day = tp_record_get_day (sale, "date");
      g_autoptr (TpFact) fact = sale_fact (reader, sale);

      if (i == 0
          || !same_month (day, tp_record_get_day (g_ptr_array_index (sales, sales->len - i), "date")))
        tp_fact_take (fact, "heading", month_heading (sales, day));
      g_list_store_append (self->sales, fact);
    }
}

static void
add_entries (TpReader *reader, gint64 exporter, TpDay as_of, GHashTable *seen, GPtrArray *entries)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  if (!g_hash_table_add (seen, g_memdup2 (&exporter, sizeof exporter)))
    return;
  own = tp_reader_children (reader, TP_KIND_ENTRY, "exporter", exporter);
  for (guint i = 0; i < own->len; i++)
    if (tp_record_get_day (g_ptr_array_index (own, i), "date") <= as_of)
      g_ptr_array_add (entries, g_object_ref (g_ptr_array_index (own, i)));
  merged = tp_reader_children (reader, TP_KIND_EXPORTER, "merged_into", exporter);
  for (guint i = 0; i < merged->len; i++)
    add_entries (reader, tp_record_get_id (g_ptr_array_index (merged, i)), as_of, seen, entries);
}

/**
 * tp_exporter_entries:
 * @reader: a reader
 * @exporter: an exporter's id
 * @as_of: the day
 *
 * Returns: (transfer full) (element-type TpRecord): the ledger entries up to that day
 *   that name the exporter or one merged into it, oldest first. A posted entry never
 *   changes, so it goes on naming whom it named
 */
GPtrArray *
tp_exporter_entries (TpReader *reader, gint64 exporter, TpDay as_of)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  add_entries (reader, exporter, as_of, seen, entries);
  g_ptr_array_sort (entries, by_date);
  return entries;
}

static void
list_entries (TpSalesSummary *self, TpReader *reader, GPtrArray *entries)
{
  for (guint i = entries->len; i-- > 0;)
    {
      TpRecord *entry = g_ptr_array_index (entries, i);
      const char *type = tp_word_title (tp_words_entry_type, tp_record_get_text (entry, "type"));
      g_autofree char *fund = title_at (reader, entry, "fund", TP_KIND_FUND);
      g_autofree char *date = tp_day_format_short (tp_record_get_day (entry, "date"));
      g_autoptr (TpFact) fact = tp_fact_new (TP_KIND_ENTRY, tp_record_get_id (entry), type);

      if (tp_record_is_set (entry, "reverses"))
        /* Translators: the type of a ledger entry that is taken back */
        tp_fact_take (fact, "title", g_strdup_printf (C_ ("ledger entry", "Reversal: %s"), type));
      tp_fact_take (fact, "subtitle",
                    g_strjoin (" · ", date, tp_record_get_text (entry, "reference"), fund, NULL));
      tp_fact_set (fact, "note", tp_record_get_text (entry, "narrative"));
      tp_fact_take (fact, "value",
                    tp_money_format_exact (tp_ledger_signed_amount (entry), tp_record_get_text (entry, "currency")));
      g_list_store_append (self->entries, fact);
    }
}

/**
 * tp_sales_summary_read:
 * @reader: a reader
 * @question: a #TpSalesQuestion
 * @error: return location
 *
 * Returns: (transfer full): a #TpSalesSummary
 */
gpointer
tp_sales_summary_read (TpReader *reader, gpointer question, GError **error)
{
  TpSalesQuestion *asked = question;
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  g_autoptr (GPtrArray) sales = sales_until (reader, asked->exporter, asked->as_of);
  g_autoptr (GPtrArray) entries = tp_exporter_entries (reader, asked->exporter, asked->as_of);
  TpSalesSummary *self = g_new0 (TpSalesSummary, 1);

  self->sales = g_list_store_new (TP_TYPE_FACT);
  self->entries = g_list_store_new (TP_TYPE_FACT);
  self->n_sales = sales->len;
  self->first_day = TP_DAY_NONE;
  find_first (self, reader, sales);
  if (sales->len > 0)
    self->total = sum_words (sales, G_MININT32 + 1, asked->as_of);
  if (exporter != NULL)
    measure_above (self, reader, exporter, sales, asked->as_of);
  list_sales (self, reader, sales, asked->limit);
  list_entries (self, reader, entries);
  return self;
}
