/* edit-enrolment.c: an exporter in a programme, from applying to the end.
 *
 * Each status has the day on which it began. Applied, accepted and live follow one
 * another; declined and withdrawn end it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-enrolment.h"

#include "error.h"
#include "words.h"

#include <glib/gi18n-lib.h>

static const char *const days[] = { "applied", "accepted", "live", "ended" };

static int
step_of (const char *status)
{
  return MIN (tp_word_index (tp_words_enrolment_status, status), (int) G_N_ELEMENTS (days) - 1);
}

/**
 * tp_enrolment_day_field:
 * @status: a token of tp_words_enrolment_status
 *
 * Returns: (transfer none) (nullable): the field with the day on which it began
 */
const char *
tp_enrolment_day_field (const char *status)
{
  int step = step_of (status);

  return step >= 0 ? days[step] : NULL;
}

/**
 * tp_enrolment_status_on:
 * @enrolment: an enrolment
 * @day: the day that is looked at
 * @since: (out) (optional): when it began, %TP_DAY_NONE where no day is stated
 *
 * Returns: (transfer none) (nullable): what its status was that day, %NULL before it
 *   began; without any day its present one
 */
const char *
tp_enrolment_status_on (TpRecord *enrolment, TpDay day, TpDay *since)
{
  const char *now = tp_record_get_text (enrolment, "status");
  gboolean dated = FALSE;

  if (since != NULL)
    *since = TP_DAY_NONE;
  for (int i = (int) G_N_ELEMENTS (days) - 1; i >= 0; i--)
    {
      if (!tp_record_is_set (enrolment, days[i]))
        continue;
      dated = TRUE;
      if (tp_record_get_day (enrolment, days[i]) > day)
        continue;
      if (since != NULL)
        *since = tp_record_get_day (enrolment, days[i]);
      return i == step_of (now) ? now : tp_words_enrolment_status[i].token;
    }
  return dated ? NULL : now;
}

/* What comes after the status has not happened; its own day is stated. */
static void
settle_days (TpRecord *enrolment, TpDay today)
{
  int step = step_of (tp_record_get_text (enrolment, "status"));

  for (int i = step + 1; step >= 0 && i < (int) G_N_ELEMENTS (days); i++)
    tp_record_clear (enrolment, days[i]);
  if (step >= 0 && !tp_record_is_set (enrolment, days[step]))
    tp_record_set_day (enrolment, days[step], today);
}

static gboolean
check_days (TpChange *change, TpRecordEdit *self, GError **error)
{
  TpRecord *enrolment = self->record;
  int before = -1;

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    {
      const TpField *field = tp_kind_field (TP_KIND_ENROLMENT, days[i]);

      if (!tp_record_is_set (enrolment, days[i]))
        continue;
      /* It goes live with a listing, which may be agreed ahead. */
      if (days[i] != days[2] && !tp_record_edit_check_past (change, self, days[i], error))
        return FALSE;
      if (before >= 0 && tp_record_get_day (enrolment, days[i]) < tp_record_get_day (enrolment, days[before]))
        {
          g_autofree char *day = tp_day_format (tp_record_get_day (enrolment, days[before]), TP_PRECISION_DAY);

          g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                       /* Translators: "Accepted on", "Applied on", and the latter's date */
                       _ ("%1$s: the day lies before “%2$s”, %3$s: enter a later one. Nothing was changed."),
                       tp_field_title (field), tp_field_title (tp_kind_field (TP_KIND_ENROLMENT, days[before])),
                       day);
          return FALSE;
        }
      before = i;
    }
  return TRUE;
}

/* One enrolment at a time in a programme; after it ended another may be made. */
static gboolean
check_alone (TpReader *reader, TpRecord *enrolment, TpRecord *exporter, TpRecord *programme, GError **error)
{
  g_autoptr (GPtrArray) others
      = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", tp_record_get_id (exporter));

  if (step_of (tp_record_get_text (enrolment, "status")) == 3)
    return TRUE;
  for (guint i = 0; i < others->len; i++)
    {
      TpRecord *other = g_ptr_array_index (others, i);

      if (tp_record_get_id (other) == tp_record_get_id (enrolment)
          || tp_record_get_number (other, "programme") != tp_record_get_id (programme)
          || step_of (tp_record_get_text (other, "status")) == 3)
        continue;
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   /* Translators: an exporter, a programme, "Accepted" */
                   _ ("“%1$s” is in “%2$s” already (%3$s): change that enrolment instead. Nothing was changed."),
                   tp_record_get_title (exporter), tp_record_get_title (programme),
                   tp_word_title (tp_words_enrolment_status, tp_record_get_text (other, "status")));
      return FALSE;
    }
  return TRUE;
}

/* With the enrolment its listings end. */
static gboolean
end_listings (TpChange *change, TpRecord *enrolment, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  TpDay ended = tp_record_get_day (enrolment, "ended");
  g_autoptr (GPtrArray) listings
      = tp_reader_children (reader, TP_KIND_LISTING, "enrolment", tp_record_get_id (enrolment));

  for (guint i = 0; i < listings->len; i++)
    {
      TpRecord *listing = g_ptr_array_index (listings, i);
      g_autoptr (TpRecord) edited = NULL;

      if (tp_record_is_set (listing, "until") && tp_record_get_day (listing, "until") <= ended)
        continue;
      if (tp_record_get_day (listing, "live_from") > ended)
        {
          g_autoptr (TpRecord) product
              = tp_reader_get (reader, TP_KIND_PRODUCT, tp_record_get_number (listing, "product"));
          g_autofree char *day = tp_day_format (tp_record_get_day (listing, "live_from"), TP_PRECISION_DAY);

          g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                       /* Translators: a product, a date */
                       _ ("“%s” is listed under it from %s, after the end: remove that listing first, or enter a "
                          "later day. Nothing was changed."),
                       product != NULL ? tp_record_get_title (product) : "", day);
          return FALSE;
        }
      edited = tp_record_edit (listing);
      tp_record_set_day (edited, "until", ended);
      tp_record_set_text (edited, "status", "delisted");
      if (!tp_change_update (change, edited, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tp_edit_enrolment_run:
 * @change: a change
 * @input: a #TpRecordEdit with an enrolment
 * @error: return location
 *
 * Has an exporter apply to a programme, or says how far it got (a #TpChangeFunc). The
 * day of the status is today where none is given; days of what would come after the
 * status are cleared. Declining and withdrawing delist on that day what is still listed
 * under it.
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_EXISTS where the exporter is
 *   in the programme already, %TP_ERROR_REFUSED for days in the wrong order or to come,
 *   %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_enrolment_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (TpRecord) programme = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  if (exporter == NULL)
    return FALSE;
  programme = tp_record_edit_named (change, self, TP_KIND_PROGRAMME, "programme", error);
  if (programme == NULL)
    return FALSE;
  if (!tp_record_is_set (self->record, "status"))
    tp_record_set_text (self->record, "status", "applied");
  settle_days (self->record, tp_change_today (change));
  return check_days (change, self, error)
         && check_alone (tp_change_reader (change), self->record, exporter, programme, error)
         && tp_record_edit_keep (change, self, tp_record_get_title (exporter), error)
         && (!tp_record_is_set (self->record, "ended") || end_listings (change, self->record, error));
}

/**
 * tp_remove_enrolment_run:
 * @change: a change
 * @input: a #TpRecordEdit with an enrolment
 * @error: return location
 *
 * Removes an enrolment that was entered by mistake (a #TpChangeFunc).
 *
 * Returns: whether it is gone; %TP_ERROR_REFUSED while products are or were listed under it
 */
gboolean
tp_remove_enrolment_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GPtrArray) listings = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  if (exporter == NULL)
    return FALSE;
  listings = tp_reader_children (tp_change_reader (change), TP_KIND_LISTING, "enrolment",
                                 tp_record_get_id (stored));
  if (listings->len == 0)
    return tp_record_edit_remove (change, self, tp_record_get_title (exporter), error);
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "The enrolment cannot be removed, because %u listing is under it: remove that first, or "
                            "withdraw from the programme. Nothing was changed.",
                            "The enrolment cannot be removed, because %u listings are under it: remove those first, "
                            "or withdraw from the programme. Nothing was changed.",
                            listings->len),
               listings->len);
  return FALSE;
}
