/* pledged-order.c: which pledges are on the scale, and their words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pledged-order.h"

#include "money.h"
#include "numbers.h"
#include "record.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unicode/ucol.h>

static int
compare_names (UCollator *collator, const TpPledgedRow *a, const TpPledgedRow *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order = 0;

  if (collator != NULL)
    order = ucol_strcollUTF8 (collator, a->name, -1, b->name, -1, &status);
  if (order == 0)
    order = strcmp (a->name, b->name);
  /* The same name twice: any order will do, but always the same. */
  return order != 0 ? order : (a->record_id > b->record_id) - (a->record_id < b->record_id);
}

static int
compare_stated (gconstpointer x, gconstpointer y, gpointer collator)
{
  const TpPledgedRow *a = *(TpPledgedRow *const *) x, *b = *(TpPledgedRow *const *) y;
  gint64 da = a->has_delivered ? a->delivered : -1, db = b->has_delivered ? b->delivered : -1;

  if (a->minor != b->minor)
    return a->minor < b->minor ? 1 : -1;
  if (da != db)
    return da < db ? 1 : -1;
  return compare_names (collator, a, b);
}

/* Those that state something instead come first. */
static int
compare_absent (gconstpointer x, gconstpointer y, gpointer collator)
{
  const TpPledgedRow *a = *(TpPledgedRow *const *) x, *b = *(TpPledgedRow *const *) y;

  if ((a->instead == NULL) != (b->instead == NULL))
    return a->instead == NULL ? 1 : -1;
  return compare_names (collator, a, b);
}

/* The currency most rows are in; of several, the one met first. */
static const char *
main_currency (TpPledgedData *data)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < data->rows->len; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (data->rows, i);

      if (row->has_capital)
        g_hash_table_insert (
            counts, row->currency,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->currency)) + 1));
    }
  for (guint i = 0; i < data->rows->len; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (data->rows, i);
      guint n
          = row->has_capital ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->currency)) : 0;

      if (n > most)
        {
          most = n;
          best = row->currency;
        }
    }
  return best;
}

/**
 * tp_pledged_order_init:
 * @self: on the stack; clear with tp_pledged_order_clear()
 * @data: rows; must outlive @self
 * @limit: most stated rows to be drawn one by one
 *
 * Sorts the rows: stated first, descending; ties by what is delivered, then by name,
 * Chinese names by their sound.
 */
void
tp_pledged_order_init (TpPledgedOrder *self, TpPledgedData *data, guint limit)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator
      = ucol_open (tp_language_is_chinese () ? "zh@collation=pinyin" : "en", &status);

  *self = (TpPledgedOrder){ .data = data, .has_total = TRUE };
  self->stated = g_ptr_array_new ();
  self->other = g_ptr_array_new ();
  self->absent = g_ptr_array_new ();
  self->currency = main_currency (data);
  for (guint i = 0; i < data->rows->len; i++)
    {
      TpPledgedRow *row = g_ptr_array_index (data->rows, i);

      if (!row->has_capital)
        g_ptr_array_add (self->absent, row);
      else if (!g_str_equal (row->currency, self->currency))
        g_ptr_array_add (self->other, row);
      else
        {
          g_ptr_array_add (self->stated, row);
          self->has_total
              = self->has_total && tp_money_add (self->total, row->minor, &self->total, NULL);
          self->max_used = MAX (self->max_used, row->minor);
          if (row->minor > 0 && (self->min_used == 0 || row->minor < self->min_used))
            self->min_used = row->minor;
        }
    }
  g_ptr_array_sort_with_data (self->stated, compare_stated, collator);
  g_ptr_array_sort_with_data (self->other, compare_stated, collator);
  g_ptr_array_sort_with_data (self->absent, compare_absent, collator);
  if (collator != NULL)
    ucol_close (collator);
  tp_pledged_order_limit (self, limit);
  self->divisor = 1;
  if (self->currency != NULL)
    tp_money_axis (self->max, self->currency, &self->divisor, &self->unit_label);
}

/**
 * tp_pledged_order_limit:
 * @self: an order
 * @limit: most stated rows to be drawn one by one
 *
 * Says which rows are shown and sums the rest.
 */
void
tp_pledged_order_limit (TpPledgedOrder *self, guint limit)
{
  self->shown = self->stated->len <= limit ? self->stated->len : MAX (limit, 1);
  self->rest = 0;
  self->max = self->max_used;
  for (guint i = 0; i < self->stated->len; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (self->stated, i);

      if (i >= self->shown)
        self->has_total
            = tp_money_add (self->rest, row->minor, &self->rest, NULL) && self->has_total;
      else
        for (guint j = 0; j < row->rivals->len; j++)
          self->max = MAX (self->max, g_array_index (row->rivals, TpPledgedRival, j).minor);
    }
  self->max = MAX (self->max, self->rest);
}

/**
 * tp_pledged_order_clear:
 * @self: an order
 */
void
tp_pledged_order_clear (TpPledgedOrder *self)
{
  g_clear_pointer (&self->stated, g_ptr_array_unref);
  g_clear_pointer (&self->other, g_ptr_array_unref);
  g_clear_pointer (&self->absent, g_ptr_array_unref);
  g_clear_pointer (&self->unit_label, g_free);
}

/* Small numbers are written out in a title. */
static char *
number_word (guint n, gboolean at_start)
{
  static const char *const words[] = {
    NC_ ("number in a sentence", "no"),    NC_ ("number in a sentence", "one"),
    NC_ ("number in a sentence", "two"),   NC_ ("number in a sentence", "three"),
    NC_ ("number in a sentence", "four"),  NC_ ("number in a sentence", "five"),
    NC_ ("number in a sentence", "six"),   NC_ ("number in a sentence", "seven"),
    NC_ ("number in a sentence", "eight"), NC_ ("number in a sentence", "nine"),
    NC_ ("number in a sentence", "ten"),
  };
  static const char *const starts[] = {
    NC_ ("number at the start of a title", "No"),
    NC_ ("number at the start of a title", "One"),
    NC_ ("number at the start of a title", "Two"),
    NC_ ("number at the start of a title", "Three"),
    NC_ ("number at the start of a title", "Four"),
    NC_ ("number at the start of a title", "Five"),
    NC_ ("number at the start of a title", "Six"),
    NC_ ("number at the start of a title", "Seven"),
    NC_ ("number at the start of a title", "Eight"),
    NC_ ("number at the start of a title", "Nine"),
    NC_ ("number at the start of a title", "Ten"),
  };

  if (n >= G_N_ELEMENTS (words))
    return tp_count_format (n);
  return g_strdup (at_start
                       ? g_dpgettext2 (GETTEXT_PACKAGE, "number at the start of a title", starts[n])
                       : g_dpgettext2 (GETTEXT_PACKAGE, "number in a sentence", words[n]));
}

static guint
n_commitments (const TpPledgedOrder *self)
{
  return self->data->rows->len;
}

static guint
n_with_figure (const TpPledgedOrder *self)
{
  return self->stated->len + self->other->len;
}

/**
 * tp_pledged_title:
 * @self: an order
 *
 * Returns: (transfer full): the finding: how many put a figure on it and how much in
 *   all; with many, the share of the largest three
 */
char *
tp_pledged_title (TpPledgedOrder *self)
{
  guint stated = n_with_figure (self);
  g_autofree char *total = NULL;
  g_autofree char *some = number_word (stated, TRUE);
  g_autofree char *all = number_word (n_commitments (self), FALSE);

  if (n_commitments (self) == 0)
    return g_strdup (_ ("No commitment is recorded"));
  if (stated == 0)
    return g_strdup (_ ("No commitment states a capital figure"));
  if (!self->has_total || self->other->len > 0)
    return g_strdup (_ ("Pledged capital by organisation"));

  total = tp_money_format_compact (self->total, self->currency);
  if (self->stated->len > self->shown && self->stated->len > 3 && self->total > 0)
    {
      gint64 top = 0;
      g_autofree char *percent = NULL;

      for (guint i = 0; i < 3; i++)
        top += ((const TpPledgedRow *) g_ptr_array_index (self->stated, i))->minor;
      percent = tp_percent_format (top, self->total, 0);
      /* Translators: title of a chart: "84 %", "CN¥236 bn" */
      return g_strdup_printf (_ ("The three largest pledges are %s of %s"), percent, total);
    }
  if (stated == 1 && n_commitments (self) == 1)
    {
      const TpPledgedRow *row = g_ptr_array_index (self->stated, 0);

      /* Translators: title of a chart: an organisation and an amount */
      return g_strdup_printf (_ ("%s pledges %s"), row->name, total);
    }
  if (stated == n_commitments (self))
    /* Translators: title of a chart: "nine", "CN¥302 bn" */
    return g_strdup_printf (_ ("All %s commitments put a figure on it: %s in all"), all, total);
  /* Translators: title of a chart: "Three", "nine", "CN¥302 bn" */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s commitments puts a figure on it: %s",
                   "%s of %s commitments put a figure on it: %s in all", stated),
      some, all, total);
}

/**
 * tp_pledged_row_label:
 * @row: a row
 *
 * Returns: (transfer full): the row in words
 */
char *
tp_pledged_row_label (const TpPledgedRow *row)
{
  g_autofree char *amount = NULL;
  /* Translators: an organisation and its instrument */
  g_autofree char *who
      = row->sub != NULL
            ? g_strdup_printf (C_ ("organisation and instrument", "%s, %s"), row->name, row->sub)
            : g_strdup (row->name);

  if (!row->has_capital)
    return row->instead != NULL
               ? g_strdup_printf (_ ("%s: capital not stated, but: %s"), who, row->instead)
               : g_strdup_printf (_ ("%s: capital not stated"), who);
  amount = tp_money_format_compact (row->minor, row->currency);
  if (row->has_delivered)
    {
      g_autofree char *delivered = tp_money_format_compact (row->delivered, row->currency);

      /* Translators: an organisation, its pledge and what is delivered of it */
      return g_strdup_printf (_ ("%s: %s pledged, %s delivered"), who, amount, delivered);
    }
  return g_strdup_printf (C_ ("organisation and amount", "%s: %s"), who, amount);
}

static void
append_line (GString *out, const char *title, gint64 minor, const char *currency)
{
  g_autofree char *exact = tp_money_format_exact (minor, currency);

  g_string_append_c (out, '\n');
  g_string_append_printf (out, C_ ("line of a tooltip", "%s: %s"), title, exact);
}

/**
 * tp_pledged_row_tooltip:
 * @row: a row
 *
 * Returns: (transfer full): the row's whole name and exact figures, a line each
 */
char *
tp_pledged_row_tooltip (const TpPledgedRow *row)
{
  GString *out = g_string_new (row->name);

  if (row->sub != NULL)
    g_string_append_printf (out, "\n%s", row->sub);
  if (!row->has_capital)
    {
      g_string_append_printf (out, "\n%s", _ ("Capital not stated"));
      if (row->instead != NULL)
        g_string_append_printf (out, "\n%s", row->instead);
      return g_string_free (out, FALSE);
    }
  append_line (out, C_ ("capital", "Pledged"), row->minor, row->currency);
  if (row->has_allocated)
    append_line (out, C_ ("capital", "Allocated"), row->allocated, row->currency);
  if (row->has_delivered)
    append_line (out, C_ ("capital", "Delivered"), row->delivered, row->currency);
  if (row->has_prorated)
    append_line (out, C_ ("capital", "Pro-rated target"), row->prorated, row->currency);
  for (guint i = 0; i < row->rivals->len; i++)
    append_line (out, C_ ("capital", "Rival figure"),
                 g_array_index (row->rivals, TpPledgedRival, i).minor, row->currency);
  return g_string_free (out, FALSE);
}

/**
 * tp_pledged_describe:
 * @self: an order
 *
 * Returns: (transfer full): the whole chart in words
 */
char *
tp_pledged_describe (TpPledgedOrder *self)
{
  GString *out = g_string_new (_ ("Horizontal bars."));
  const char *between = C_ ("between items of a list", ", ");

  if (self->stated->len + self->other->len > 0)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < self->shown + self->other->len; i++)
        {
          const TpPledgedRow *row = i < self->shown
                                        ? g_ptr_array_index (self->stated, i)
                                        : g_ptr_array_index (self->other, i - self->shown);
          g_autofree char *amount = tp_money_format_compact (row->minor, row->currency);

          g_string_append_printf (list, "%s%s %s", i > 0 ? between : "", row->name, amount);
        }
      tp_text_add_sentence (out, g_strdup_printf (C_ ("sentence of a list", "%s."), list->str));
    }
  if (self->shown < self->stated->len)
    {
      guint n = self->stated->len - self->shown;
      g_autofree char *amount = tp_money_format_compact (self->rest, self->currency);

      tp_text_add_sentence (
          out, g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "%u other: %s.", "%u others together: %s.", n), n,
                   amount));
    }
  if (self->absent->len > 0)
    {
      g_autoptr (GString) list = g_string_new (NULL);
      guint named = MIN (self->absent->len, 12);

      for (guint i = 0; i < named; i++)
        g_string_append_printf (list, "%s%s", i > 0 ? between : "",
                                ((const TpPledgedRow *) g_ptr_array_index (self->absent, i))->name);
      if (named < self->absent->len)
        g_string_append (list, "…");
      tp_text_add_sentence (
          out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u commitment states no capital: %s.",
                                             "%u commitments state no capital: %s.",
                                             self->absent->len),
                                self->absent->len, list->str));
    }
  return g_string_free (out, FALSE);
}

/**
 * tp_pledged_plain:
 * @self: an order
 * @minor: an amount in the chart's currency
 *
 * Returns: (transfer full): the amount as a plain number in the axis' unit, to at
 *   most three figures: "86.4", "0.44"
 */
char *
tp_pledged_plain (TpPledgedOrder *self, gint64 minor)
{
  double value = (double) minor / (double) self->divisor;
  int digits = fabs (value) >= 100 ? 0 : fabs (value) >= 10 ? 1 : 2;
  gint64 scaled;

  if (minor != 0 && fabs (value) < 0.1)
    digits = fabs (value) < 0.01 ? 4 : 3;
  scaled = llround (value * pow (10, digits));
  while (digits > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      digits--;
    }
  return tp_language_is_chinese () ? tp_decimal_format (scaled, digits)
                                   : tp_decimal_format_local (scaled, digits);
}

/**
 * tp_pledged_amount:
 * @self: an order
 * @minor: an amount in the chart's currency
 *
 * Returns: (transfer full): the amount in the axis' unit, so that units are not mixed in
 *   a chart: "CN¥0.71 bn"; what would round to nothing there is written in its own unit
 */
char *
tp_pledged_amount (TpPledgedOrder *self, gint64 minor)
{
  g_autofree char *plain = tp_pledged_plain (self, minor);
  g_autofree char *symbol = tp_currency_symbol (self->currency);

  if (minor != 0 && g_str_equal (plain, "0"))
    return tp_money_format_compact (minor, self->currency);
  if (symbol[0] != '\0' && g_str_has_prefix (self->unit_label, symbol))
    return g_strconcat (symbol, g_ascii_isalpha (symbol[strlen (symbol) - 1]) ? "\u00a0" : "",
                        plain, self->unit_label + strlen (symbol), NULL);
  return g_strconcat (plain, self->unit_label, NULL);
}

/**
 * tp_pledged_demonstration:
 * @self: an order
 *
 * Returns: (transfer full) (nullable): the flag that stands in the foot
 */
char *
tp_pledged_demonstration (TpPledgedOrder *self)
{
  return self->data->demonstration
             ? g_strdup (_ ("Demonstration data: some of these figures are invented."))
             : NULL;
}

/**
 * tp_pledged_fill_table:
 * @self: an order
 * @scene: whose table
 *
 * Adds every row with exact figures, also those the picture sums.
 */
void
tp_pledged_fill_table (TpPledgedOrder *self, TpScene *scene)
{
  GPtrArray *groups[] = { self->stated, self->other, self->absent };

  tp_scene_add_row (scene, C_ ("column", "Organisation"), C_ ("column", "Instrument"),
                    C_ ("column", "Pledged"), C_ ("column", "Allocated"),
                    C_ ("column", "Delivered"), C_ ("column", "Pro-rated Target"),
                    C_ ("column", "Rival Figures"), C_ ("column", "Stated Instead"), NULL);
  tp_scene_set_figures (scene, 2, 5);
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < groups[g]->len; i++)
      {
        const TpPledgedRow *row = g_ptr_array_index (groups[g], i);
        g_autofree char *pledged = row->has_capital
                                       ? tp_money_format_exact (row->minor, row->currency)
                                       : g_strdup (_ ("Not stated"));
        g_autofree char *allocated = row->has_capital && row->has_allocated
                                         ? tp_money_format_exact (row->allocated, row->currency)
                                         : g_strdup ("");
        g_autofree char *delivered = row->has_capital && row->has_delivered
                                         ? tp_money_format_exact (row->delivered, row->currency)
                                         : g_strdup ("");
        g_autofree char *prorated = row->has_capital && row->has_prorated
                                        ? tp_money_format_exact (row->prorated, row->currency)
                                        : g_strdup ("");
        g_autoptr (GString) rivals = g_string_new (NULL);

        for (guint j = 0; j < row->rivals->len && row->has_capital; j++)
          {
            g_autofree char *rival = tp_money_format_exact (
                g_array_index (row->rivals, TpPledgedRival, j).minor, row->currency);

            g_string_append_printf (rivals, "%s%s",
                                    j > 0 ? C_ ("between items of a list", ", ") : "", rival);
          }
        tp_scene_add_row (scene, row->name, row->sub != NULL ? row->sub : "", pledged, allocated,
                          delivered, prorated, rivals->str,
                          row->instead != NULL ? row->instead : "", NULL);
      }
}
