/* product-facts.c: an exporter's products, each in the words of a row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-facts.h"

#include "edit-listing.h"
#include "hs.h"
#include "money.h"

#include <glib/gi18n-lib.h>

#define AND C_ ("between the items of a list", ", ")

/**
 * tp_hs_code_words:
 * @code: (nullable): an HS code, or the beginning of one
 *
 * Returns: (transfer full) (nullable): the title of its chapter, "Chapter 73: Articles of
 *   iron or steel"; %NULL where there is no such chapter
 */
char *
tp_hs_code_words (const char *code)
{
  int chapter = code != NULL ? tp_hs_chapter_of (code) : 0;
  const char *title = chapter > 0 ? tp_hs_chapter_title (chapter) : NULL;

  if (title == NULL)
    return NULL;
  /* Translators: a chapter of the Harmonized System, its number and its title */
  return g_strdup_printf (C_ ("HS code", "Chapter %02d: %s"), chapter, title);
}

static void
add_part (GStrvBuilder *parts, char *text)
{
  if (text != NULL)
    g_strv_builder_take (parts, text);
}

static char *
join (GStrvBuilder *builder, const char *between)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return parts[0] != NULL ? g_strjoinv (between, parts) : NULL;
}

/* "NHK-1 · GTIN 6901234567892" and "HS 732393, Articles of iron or steel" */
static char *
codes_of (TpRecord *product)
{
  const char *reference = tp_record_get_text (product, "reference");
  const char *gtin = tp_record_get_text (product, "gtin");
  const char *code = tp_record_get_text (product, "hs_code");
  const char *chapter = code != NULL ? tp_hs_chapter_title (tp_hs_chapter_of (code)) : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  add_part (parts, g_strdup (reference));
  if (gtin != NULL)
    add_part (parts, g_strdup_printf ("GTIN %s", gtin));
  if (code == NULL)
    add_part (parts, g_strdup (C_ ("product", "HS code not stated")));
  else if (chapter == NULL)
    /* Translators: a customs code of the Harmonized System */
    add_part (parts, g_strdup_printf (C_ ("product", "HS %s"), code));
  else
    /* Translators: a customs code of the Harmonized System, the title of its chapter */
    add_part (parts, g_strdup_printf (C_ ("product", "HS %1$s, %2$s"), code, chapter));
  return join (parts, " · ");
}

static char *
amount (TpRecord *product, const char *field, const char *words)
{
  g_autofree char *text = NULL;

  if (!tp_record_is_set (product, field) || !tp_record_is_set (product, "currency"))
    return NULL;
  text = tp_money_format_exact (tp_record_get_number (product, field), tp_record_get_text (product, "currency"));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (words, text);
#pragma GCC diagnostic pop
}

static char *
prices_of (TpRecord *product)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  /* Translators: %s is an amount of money */
  add_part (parts, amount (product, "unit_cost", C_ ("product", "cost %s")));
  /* Translators: "free on board", the price at the port of export */
  add_part (parts, amount (product, "fob_price", C_ ("product", "FOB %s")));
  return join (parts, " · ");
}

static char *
listed_in (TpReader *reader, TpRecord *product, TpDay as_of)
{
  g_autoptr (GPtrArray) listings
      = tp_reader_children (reader, TP_KIND_LISTING, "product", tp_record_get_id (product));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) channels = g_array_sized_new (FALSE, FALSE, sizeof (gint64), listings->len);
  g_autofree char *list = NULL;

  for (guint i = 0; i < listings->len; i++)
    {
      TpRecord *listing = g_ptr_array_index (listings, i);
      gint64 id = tp_record_get_number (listing, "channel");
      g_autoptr (TpRecord) channel = NULL;

      if (!tp_listing_is_live (listing, as_of) || g_hash_table_contains (seen, &id))
        continue;
      g_array_append_val (channels, id);
      g_hash_table_add (seen, &g_array_index (channels, gint64, channels->len - 1));
      channel = tp_reader_get (reader, TP_KIND_CHANNEL, id);
      if (channel != NULL)
        g_strv_builder_add (names, tp_record_get_title (channel));
    }
  list = join (names, AND);
  if (list != NULL)
    /* Translators: names of channels */
    return g_strdup_printf (C_ ("product", "Listed in %s"), list);
  return g_strdup (listings->len > 0 ? C_ ("product", "Not listed on this day") : C_ ("product", "Not listed yet"));
}

static TpFact *
product_fact (TpReader *reader, TpRecord *product, TpDay as_of)
{
  const char *second = tp_record_get_second_title (product);
  TpFact *fact = tp_fact_new (TP_KIND_PRODUCT, tp_record_get_id (product), tp_record_get_title (product));
  g_autofree char *codes = codes_of (product);
  g_autofree char *prices = prices_of (product);
  g_autofree char *listed = listed_in (reader, product, as_of);

  if (second != NULL && g_strcmp0 (second, tp_record_get_title (product)) != 0)
    tp_fact_take (fact, "title", g_strdup_printf ("%s · %s", tp_record_get_title (product), second));
  tp_fact_take (fact, "subtitle", g_steal_pointer (&codes));
  tp_fact_take (fact, "note", prices != NULL ? g_strjoin (" · ", listed, prices, NULL) : g_steal_pointer (&listed));
  tp_fact_take (fact, "value", amount (product, "domestic_price", "%s"));
  if (tp_record_get_number (product, "ccc") == 1)
    tp_fact_set (fact, "status", "ccc");
  tp_fact_set (fact, "icon-name", "view-products-symbolic");
  return fact;
}

/**
 * tp_product_facts_read:
 * @reader: a reader
 * @question: a #TpExporterQuestion
 * @error: return location
 *
 * Returns: (transfer full): a #GListStore of #TpFact, a product each: name in two
 *   scripts, codes with the HS chapter's title, cost and FOB price, where it is listed
 *   that day, and as value the domestic price; status "ccc" for one in the CCC catalogue
 */
gpointer
tp_product_facts_read (TpReader *reader, gpointer question, GError **error)
{
  TpExporterQuestion *asked = question;
  g_autoptr (GPtrArray) products = tp_reader_children (reader, TP_KIND_PRODUCT, "exporter", asked->exporter);
  GListStore *list = g_list_store_new (TP_TYPE_FACT);

  for (guint i = 0; i < products->len; i++)
    {
      g_autoptr (TpFact) fact = product_fact (reader, g_ptr_array_index (products, i), asked->as_of);

      g_list_store_append (list, fact);
    }
  return list;
}
