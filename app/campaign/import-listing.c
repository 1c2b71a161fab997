/* import-listing.c: the rows of a list of listings.
 *
 * Product, channel and day tell which listing a row is about: one that begins the same
 * day, else one that lasts over it. A product that was delisted and comes back later is
 * listed anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "edit-listing.h"
#include "error.h"

#include <glib/gi18n-lib.h>

enum
{
  EXTRA_EXPORTER,
  EXTRA_EXPORTER_NAME,
};

static const TpField extras[] = {
  [EXTRA_EXPORTER] = { "exporter", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Exporter"),
                       .ref = TP_KIND_EXPORTER,
                       .headings = "外贸企业|企业|企业名称|统一社会信用代码|uscc" },
  [EXTRA_EXPORTER_NAME] = TP_IMPORT_EXPORTER_NAME,
};

G_STATIC_ASSERT (G_N_ELEMENTS (extras) <= TP_IMPORT_EXTRAS);

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) product = NULL;

  if (!tp_record_is_set (row, "product"))
    return tp_import_refuse (walk, "product", error, _ ("No product: enter its GTIN or reference"));
  if (!tp_record_is_set (row, "channel"))
    return tp_import_refuse (walk, "channel", error, _ ("No channel: enter its short name or name"));
  if (!walk->extra[EXTRA_EXPORTER].set)
    return TRUE;
  product = tp_reader_get (walk->reader, TP_KIND_PRODUCT, tp_record_get_number (row, "product"));
  if (product == NULL || tp_record_get_number (product, "exporter") == walk->extra[EXTRA_EXPORTER].number)
    return TRUE;
  return tp_import_refuse (walk, "exporter", error,
                           _ ("The product is another exporter's: correct the exporter or the product"));
}

static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  const char *reference = tp_record_get_text (row, "reference");

  if (reference != NULL)
    keys[0] = (TpImportKey){ g_strdup (reference), "reference", _ ("Same reference as line %u of this file") };
  else
    keys[0] = (TpImportKey){ g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                                              tp_record_get_number (row, "product"),
                                              tp_record_get_number (row, "channel"),
                                              tp_record_get_day (row, "live_from")),
                             "product", _ ("Same product, channel and day as line %u of this file") };
  return 1;
}

static TpDay
end_of (TpRecord *listing)
{
  return tp_record_is_set (listing, "until") ? tp_record_get_day (listing, "until") : G_MAXINT32;
}

static gboolean
overlap (TpRecord *listing, TpRecord *row)
{
  return !tp_record_is_set (row, "live_from")
             ? end_of (listing) == G_MAXINT32
             : end_of (listing) >= tp_record_get_day (row, "live_from")
                   && tp_record_get_day (listing, "live_from") <= end_of (row);
}

static gboolean
find (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  const char *reference = tp_record_get_text (row, "reference");
  g_autoptr (GPtrArray) all = NULL;
  gboolean same_day = FALSE;

  if (walk->empty)
    return TRUE;
  all = tp_reader_children (walk->reader, TP_KIND_LISTING, "product", tp_record_get_number (row, "product"));
  for (guint i = 0; i < all->len; i++)
    {
      TpRecord *other = g_ptr_array_index (all, i);
      gboolean begins;

      if (tp_record_get_number (other, "channel") != tp_record_get_number (row, "channel"))
        continue;
      if (reference != NULL && g_strcmp0 (reference, tp_record_get_text (other, "reference")) == 0)
        {
          g_set_object (stored, other);
          return TRUE;
        }
      begins = tp_record_is_set (row, "live_from")
               && tp_record_get_day (row, "live_from") == tp_record_get_day (other, "live_from");
      if (same_day || (!begins && !overlap (other, row)))
        continue;
      same_day = begins;
      g_set_object (stored, other);
    }
  return TRUE;
}

/* The enrolment that took the exporter in by then, in a programme of this channel. */
static gint64
enrolment_of (TpImportWalk *walk, TpRecord *listing)
{
  g_autoptr (TpRecord) product
      = tp_reader_get (walk->reader, TP_KIND_PRODUCT, tp_record_get_number (listing, "product"));
  g_autoptr (GPtrArray) all = NULL;
  TpDay from = tp_record_get_day (listing, "live_from");
  gint64 found = 0;

  if (product == NULL || from == TP_DAY_NONE)
    return 0;
  all = tp_reader_children (walk->reader, TP_KIND_ENROLMENT, "exporter",
                            tp_record_get_number (product, "exporter"));
  for (guint i = 0; i < all->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (all, i);
      g_autoptr (TpRecord) programme
          = tp_reader_get (walk->reader, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme"));

      if (programme == NULL
          || tp_record_get_number_or (programme, "channel", 0) != tp_record_get_number (listing, "channel")
          || tp_record_has_word (enrolment, "status", "applied")
          || (!tp_record_is_set (enrolment, "accepted") && !tp_record_is_set (enrolment, "live"))
          || (tp_record_is_set (enrolment, "accepted") && tp_record_get_day (enrolment, "accepted") > from)
          || (tp_record_is_set (enrolment, "ended") && tp_record_get_day (enrolment, "ended") < end_of (listing)))
        continue;
      /* Where two programmes would do, nobody but a person can tell. */
      if (found != 0)
        return 0;
      found = tp_record_get_id (enrolment);
    }
  return found;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  g_autoptr (TpRecord) other = NULL;
  g_autoptr (GError) refused = NULL;
  const char *field = NULL;

  if (stored == NULL && !tp_record_is_set (wanted, "enrolment"))
    {
      gint64 enrolment = enrolment_of (walk, wanted);

      if (enrolment != 0)
        tp_record_set_number (wanted, "enrolment", enrolment);
    }
  tp_listing_settle (wanted, walk->day);
  if (stored != NULL && tp_record_equal (wanted, stored))
    return TRUE;
  if (!tp_import_check (walk, wanted, error))
    return FALSE;
  if (!tp_listing_check (walk->reader, wanted, &field, &refused))
    return tp_import_refuse_as_form (walk, field, g_steal_pointer (&refused), error);
  if (stored == NULL)
    other = tp_reader_find (walk->reader, TP_KIND_LISTING, "reference", tp_record_get_text (row, "reference"));
  if (other != NULL)
    tp_record_clear (wanted, "reference");
  return TRUE;
}

static gboolean
after (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *kept, GError **error)
{
  return tp_listing_follow (walk->change, stored, kept, error);
}

const TpImportKind tp_import_listings = {
  .kind = TP_KIND_LISTING,
  .verb = "import-listings",
  .fields = "reference exporter exporter_name product channel enrolment live_from until url status",
  .names = "product",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
  .after = after,
};
