/* edit-listing.c: an exporter's product in a channel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-listing.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/**
 * tp_listing_is_live:
 * @listing: a listing
 * @day: the day that is looked at
 *
 * Returns: whether the product is on sale there that day
 */
gboolean
tp_listing_is_live (TpRecord *listing, TpDay day)
{
  return tp_record_get_day (listing, "live_from") <= day
         && (!tp_record_is_set (listing, "until") || tp_record_get_day (listing, "until") >= day);
}

static gboolean
refuse (GError **error, const char *sentence, const char *name, TpDay day)
{
  g_autofree char *text = day != TP_DAY_NONE ? tp_day_format (day, TP_PRECISION_DAY) : g_strdup ("");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED, sentence, name, text);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
check_address (TpRecord *listing, GError **error)
{
  const char *url = tp_record_get_text (listing, "url");

  if (url == NULL || g_uri_is_valid (url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("“%s” is no web address: enter it in full, such as https://example.org/article. "
                  "Nothing was changed."),
               url);
  return FALSE;
}

/**
 * tp_listing_settle:
 * @listing: an unsealed listing
 * @today: today
 *
 * Live and delisted follow from the days; a delisted one without an end ends today.
 */
void
tp_listing_settle (TpRecord *listing, TpDay today)
{
  if (tp_record_has_word (listing, "status", "delisted") && !tp_record_is_set (listing, "until")
      && tp_record_is_set (listing, "live_from"))
    tp_record_set_day (listing, "until", MAX (today, tp_record_get_day (listing, "live_from")));
  if (tp_record_is_set (listing, "until") && tp_record_get_day (listing, "until") < today)
    tp_record_set_text (listing, "status", "delisted");
  else if (!tp_record_is_set (listing, "status"))
    tp_record_set_text (listing, "status", "live");
}

/* The enrolment is the same exporter's, took it, and lasts. */
static gboolean
check_enrolment (TpRecord *listing, TpRecord *product, TpRecord *enrolment, GError **error)
{
  const char *name = tp_record_get_title (product);
  TpDay from = tp_record_get_day (listing, "live_from");

  if (tp_record_get_number (enrolment, "exporter") != tp_record_get_number (product, "exporter"))
    return refuse (error,
                   /* Translators: a product */
                   _ ("“%1$s” is another exporter's product, and cannot be listed under this enrolment: choose "
                      "one of its own. Nothing was changed."),
                   name, TP_DAY_NONE);
  if (tp_record_has_word (enrolment, "status", "applied"))
    return refuse (error,
                   /* Translators: a product */
                   _ ("“%1$s” cannot be listed before the programme has accepted its exporter: accept the "
                      "enrolment first. Nothing was changed."),
                   name, TP_DAY_NONE);
  if (tp_record_is_set (enrolment, "accepted") && from < tp_record_get_day (enrolment, "accepted"))
    return refuse (error,
                   /* Translators: a product, a date */
                   _ ("“%1$s” cannot be listed under a programme before it accepted its exporter, on %2$s: enter a "
                      "later day. Nothing was changed."),
                   name, tp_record_get_day (enrolment, "accepted"));
  if (tp_record_is_set (enrolment, "ended")
      && (!tp_record_is_set (listing, "until")
          || tp_record_get_day (listing, "until") > tp_record_get_day (enrolment, "ended")))
    return refuse (error,
                   /* Translators: a product, a date */
                   _ ("“%1$s” cannot be listed longer than the enrolment lasted, until %2$s: enrol the exporter "
                      "again, or enter an earlier end. Nothing was changed."),
                   name, tp_record_get_day (enrolment, "ended"));
  return TRUE;
}

static TpDay
end_of (TpRecord *listing)
{
  return tp_record_is_set (listing, "until") ? tp_record_get_day (listing, "until") : G_MAXINT32;
}

/* The same product under the same enrolment is in a channel once at a time. */
static gboolean
check_alone (TpReader *reader, TpRecord *listing, TpRecord *product, GError **error)
{
  g_autoptr (GPtrArray) others
      = tp_reader_children (reader, TP_KIND_LISTING, "product", tp_record_get_id (product));

  for (guint i = 0; i < others->len; i++)
    {
      TpRecord *other = g_ptr_array_index (others, i);
      g_autoptr (TpRecord) channel = NULL;
      g_autofree char *from = NULL;

      if (tp_record_get_id (other) == tp_record_get_id (listing)
          || tp_record_get_number (other, "channel") != tp_record_get_number (listing, "channel")
          || tp_record_get_number_or (other, "enrolment", 0) != tp_record_get_number_or (listing, "enrolment", 0)
          || end_of (other) < tp_record_get_day (listing, "live_from")
          || tp_record_get_day (other, "live_from") > end_of (listing))
        continue;
      channel = tp_reader_get (reader, TP_KIND_CHANNEL, tp_record_get_number (listing, "channel"));
      from = tp_day_format (tp_record_get_day (other, "live_from"), TP_PRECISION_DAY);
      if (tp_record_is_set (other, "until"))
        {
          g_autofree char *until = tp_day_format (end_of (other), TP_PRECISION_DAY);

          g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                       /* Translators: a product, a channel, two dates */
                       _ ("“%1$s” is in “%2$s” from %3$s until %4$s already: choose other days. Nothing was changed."),
                       tp_record_get_title (product), channel != NULL ? tp_record_get_title (channel) : "", from, until);
        }
      else
        g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                     /* Translators: a product, a channel, a date */
                     _ ("“%1$s” is in “%2$s” since %3$s already: delist it there first, or choose another channel. "
                        "Nothing was changed."),
                     tp_record_get_title (product), channel != NULL ? tp_record_get_title (channel) : "", from);
      return FALSE;
    }
  return TRUE;
}

/* An enrolment is live from its first listing on; one that was only accepted before is
 * so again when the listing that made it live goes. */
static gboolean
follow_enrolment (TpChange *change, gint64 id, TpDay was_from, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) enrolment = id != 0 ? tp_reader_get (reader, TP_KIND_ENROLMENT, id) : NULL;
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (GPtrArray) listings = NULL;
  TpDay first = TP_DAY_NONE;

  if (enrolment == NULL)
    return TRUE;
  listings = tp_reader_children (reader, TP_KIND_LISTING, "enrolment", id);
  for (guint i = 0; i < listings->len; i++)
    {
      TpDay from = tp_record_get_day (g_ptr_array_index (listings, i), "live_from");

      if (first == TP_DAY_NONE || from < first)
        first = from;
    }
  edited = tp_record_edit (enrolment);
  if (first == TP_DAY_NONE)
    {
      /* Where a day was entered by hand, it was not this listing that made it live. */
      if (was_from == TP_DAY_NONE || tp_record_get_day (enrolment, "live") != was_from)
        return TRUE;
      tp_record_clear (edited, "live");
      if (tp_record_has_word (enrolment, "status", "live"))
        tp_record_set_text (edited, "status", "accepted");
    }
  else
    {
      TpDay live = tp_record_get_day (enrolment, "live");

      if (tp_record_has_word (enrolment, "status", "accepted"))
        tp_record_set_text (edited, "status", "live");
      if (!tp_record_is_set (enrolment, "live") || live == was_from || live > first)
        tp_record_set_day (edited, "live", first);
    }
  return tp_record_equal (enrolment, edited) || tp_change_update (change, edited, error);
}

/**
 * tp_listing_check:
 * @reader: a reader
 * @listing: a listing as it shall be
 * @field: (out): the field at fault
 * @error: return location
 *
 * The rules of listings, for whoever keeps one.
 *
 * Returns: whether it may be kept; %TP_ERROR_INVALID for an address that is none,
 *   %TP_ERROR_REFUSED where the enrolment does not allow it, %TP_ERROR_EXISTS where the
 *   product is there already on one of these days
 */
gboolean
tp_listing_check (TpReader *reader, TpRecord *listing, const char **field, GError **error)
{
  g_autoptr (TpRecord) product
      = tp_reader_get (reader, TP_KIND_PRODUCT, tp_record_get_number (listing, "product"));
  gint64 id = tp_record_get_number_or (listing, "enrolment", 0);
  g_autoptr (TpRecord) enrolment = id != 0 ? tp_reader_get (reader, TP_KIND_ENROLMENT, id) : NULL;

  *field = "url";
  if (!check_address (listing, error))
    return FALSE;
  *field = "enrolment";
  if (product != NULL && enrolment != NULL && tp_record_is_set (listing, "live_from")
      && !check_enrolment (listing, product, enrolment, error))
    return FALSE;
  *field = "live_from";
  return product == NULL || check_alone (reader, listing, product, error);
}

/**
 * tp_listing_follow:
 * @change: a change
 * @before: (nullable): the listing as it was; %NULL: it is new
 * @listing: (nullable): the listing as it was kept; %NULL: it is gone
 * @error: return location
 *
 * An accepted enrolment goes live with its first listing, and back without it.
 *
 * Returns: whether it did
 */
gboolean
tp_listing_follow (TpChange *change, TpRecord *before, TpRecord *listing, GError **error)
{
  gint64 former = before != NULL ? tp_record_get_number_or (before, "enrolment", 0) : 0;
  gint64 now = listing != NULL ? tp_record_get_number_or (listing, "enrolment", 0) : 0;

  return (former == 0 || follow_enrolment (change, former, tp_record_get_day (before, "live_from"), error))
         && (now == 0 || now == former || follow_enrolment (change, now, TP_DAY_NONE, error));
}

/**
 * tp_edit_listing_run:
 * @change: a change
 * @input: a #TpRecordEdit with a listing
 * @error: return location
 *
 * Lists a product in a channel, changes that, or ends it (a #TpChangeFunc): a delisted
 * one without an end ends today. An accepted enrolment goes live with its first listing.
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_EXISTS where the product is
 *   there already on one of these days, %TP_ERROR_REFUSED where the enrolment does not
 *   allow it, %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_listing_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) product = NULL;
  g_autoptr (TpRecord) channel = NULL;
  g_autoptr (TpRecord) enrolment = NULL;
  gboolean is_new = tp_record_get_id (self->record) == 0;
  const char *field = NULL;

  if (stored == NULL)
    return FALSE;
  product = tp_record_edit_named (change, self, TP_KIND_PRODUCT, "product", error);
  if (product == NULL)
    return FALSE;
  channel = tp_record_edit_named (change, self, TP_KIND_CHANNEL, "channel", error);
  if (channel == NULL)
    return FALSE;
  if (tp_record_is_set (self->record, "enrolment") && tp_record_is_set (self->record, "live_from"))
    {
      enrolment = tp_record_edit_named (change, self, TP_KIND_ENROLMENT, "enrolment", error);
      if (enrolment == NULL)
        return FALSE;
    }
  tp_listing_settle (self->record, tp_change_today (change));
  return tp_listing_check (tp_change_reader (change), self->record, &field, error)
         && tp_record_edit_keep (change, self, tp_record_get_title (product), error)
         && tp_listing_follow (change, is_new ? NULL : stored, self->record, error);
}

/**
 * tp_remove_listing_run:
 * @change: a change
 * @input: a #TpRecordEdit with a listing
 * @error: return location
 *
 * Removes a listing that was entered by mistake, and what it counted for (a
 * #TpChangeFunc). One that has ended is delisted instead, and goes on counting as
 * reached.
 *
 * Returns: whether it is gone
 */
gboolean
tp_remove_listing_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) product = NULL;

  if (stored == NULL)
    return FALSE;
  product = tp_record_edit_named (change, self, TP_KIND_PRODUCT, "product", error);
  return product != NULL && tp_record_edit_remove (change, self, tp_record_get_title (product), error)
         && tp_listing_follow (change, stored, NULL, error);
}
