/* product-margins.c: what a product earns abroad and at home, in words.
 *
 * Abroad by the dated tariff schedule, at home by the workspace's defaults: what a
 * channel's own terms come to is another matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-margins.h"

#include "exposure.h"
#include "margin.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/**
 * tp_margins_question_new:
 * @product: a product, kept or not
 * @as_of: the day whose tariff holds
 *
 * Returns: (transfer full): what to give tp_margins_read()
 */
TpMarginsQuestion *
tp_margins_question_new (TpRecord *product, TpDay as_of)
{
  TpMarginsQuestion *self = g_new0 (TpMarginsQuestion, 1);

  self->product = g_object_ref (product);
  self->as_of = as_of;
  return self;
}

void
tp_margins_question_free (gpointer question)
{
  TpMarginsQuestion *self = question;

  if (self == NULL)
    return;
  g_clear_object (&self->product);
  g_free (self);
}

static TpKnown
known (TpRecord *record, const char *field)
{
  return tp_record_is_set (record, field) ? TP_STATED (tp_record_get_number (record, field)) : TP_NOT_STATED;
}

static TpKnown
share (TpReader *reader, const char *key)
{
  g_autofree char *text = tp_reader_setting (reader, key);

  return text != NULL && *text != '\0' ? TP_STATED (g_ascii_strtoll (text, NULL, 10)) : TP_NOT_STATED;
}

static gboolean
add_line (TpRecord *record, gpointer data, GError **error)
{
  TpTariffLine line = { g_ref_string_new_intern (tp_record_get_text (record, "hs_prefix") != NULL
                                                     ? tp_record_get_text (record, "hs_prefix")
                                                     : ""),
                        g_intern_string (tp_record_get_text (record, "scheme")),
                        known (record, "rate"),
                        tp_record_is_set (record, "from") ? tp_record_get_day (record, "from") : TP_DAY_NONE,
                        tp_record_is_set (record, "until") ? tp_record_get_day (record, "until") : TP_DAY_NONE };

  g_array_append_val ((GArray *) data, line);
  return TRUE;
}

static void
clear_line (gpointer data)
{
  g_ref_string_release ((char *) ((TpTariffLine *) data)->hs_prefix);
}

/* The tariff of the day, and the one before it began: the old one and the new one. */
static void
find_tariffs (TpReader *reader, TpRecord *product, TpDay as_of, TpPivotInput *in)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TpTariffLine));
  const char *code = tp_record_get_text (product, "hs_code");
  gsize now, before;

  g_array_set_clear_func (lines, clear_line);
  if (!tp_reader_each (reader, TP_KIND_TARIFF, add_line, lines, NULL)
      || !tp_tariff_find ((TpTariffLine *) (gpointer) lines->data, lines->len, code, "general", as_of, &now))
    return;
  in->new_tariff = g_array_index (lines, TpTariffLine, now).rate;
  if (g_array_index (lines, TpTariffLine, now).from != TP_DAY_NONE
      && tp_tariff_find ((TpTariffLine *) (gpointer) lines->data, lines->len, code, "general",
                         g_array_index (lines, TpTariffLine, now).from - 1, &before))
    in->old_tariff = g_array_index (lines, TpTariffLine, before).rate;
}

/**
 * tp_margins_read:
 * @reader: a reader
 * @question: a #TpMarginsQuestion
 * @error: return location
 *
 * Returns: (transfer full) (nullable): "Margin abroad CN¥1.20, at home CN¥8.40: CN¥7.20
 *   more at home", or what is to be stated for that; NULL with @error where the figures
 *   are too large
 */
gpointer
tp_margins_read (TpReader *reader, gpointer question, GError **error)
{
  TpMarginsQuestion *asked = question;
  TpRecord *product = asked->product;
  const char *currency = tp_record_get_text (product, "currency");
  TpKnown part = share (reader, "fulfilment");
  TpPivotInput in = {
    .fob = known (product, "fob_price"),
    .freight = known (product, "freight"),
    .vat_rebate = known (product, "vat_rebate"),
    .unit_cost = known (product, "unit_cost"),
    .domestic_price = known (product, "domestic_price"),
    .vat = share (reader, "vat"),
    .returns = share (reader, "returns"),
    /* Before a channel takes its commission */
    .commission = TP_STATED (0),
  };
  TpPivotResult out = { 0 };
  g_autofree char *abroad = NULL;
  g_autofree char *home = NULL;
  g_autofree char *gap = NULL;

  if (currency == NULL)
    return g_strdup (_ ("State cost and prices to see what it earns abroad and at home."));
  /* The default is a share of the price. */
  if (part.set && in.domestic_price.set)
    in.fulfilment.set = tp_money_mul_div (in.domestic_price.value, part.value, 10000, &in.fulfilment.value, NULL);
  find_tariffs (reader, product, asked->as_of, &in);
  if (!tp_pivot_measure (&in, &out, error))
    return NULL;
  if (out.export_margin.set)
    abroad = tp_money_format_exact (out.export_margin.value, currency);
  if (out.pivot_margin.set)
    home = tp_money_format_exact (out.pivot_margin.value, currency);
  if (out.pivot_gap.set)
    gap = tp_money_format_exact (ABS (out.pivot_gap.value), currency);
  if (gap != NULL && out.pivot_gap.value >= 0)
    /* Translators: three amounts a piece */
    return g_strdup_printf (_ ("Margin abroad %1$s, at home %2$s before commission: %3$s more at home."), abroad, home,
                            gap);
  if (gap != NULL)
    /* Translators: three amounts a piece */
    return g_strdup_printf (_ ("Margin abroad %1$s, at home %2$s before commission: %3$s less at home."), abroad, home,
                            gap);
  if (home != NULL)
    /* Translators: an amount a piece */
    return g_strdup_printf (_ ("Margin at home %s before commission. For the one abroad state FOB price, freight and "
                               "VAT rebate."),
                            home);
  if (abroad != NULL)
    /* Translators: an amount a piece */
    return g_strdup_printf (_ ("Margin abroad %s. For the one at home state the domestic price."), abroad);
  return g_strdup (_ ("State cost and prices to see what it earns abroad and at home."));
}
