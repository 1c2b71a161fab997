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

/**
 * tp_enrolment_settle:
 * @enrolment: an unsealed enrolment
 * @today: the day of a status that states none
 *
 * What comes after the status has not happened; its own day is stated.
 */
void
tp_enrolment_settle (TpRecord *enrolment, TpDay today)
{
  int step = step_of (tp_record_get_text (enrolment, "status"));

  for (int i = step + 1; step >= 0 && i < (int) G_N_ELEMENTS (days); i++)
    tp_record_clear (enrolment, days[i]);
  if (step >= 0 && !tp_record_is_set (enrolment, days[step]))
    tp_record_set_day (enrolment, days[step], today);
}

static gboolean
check_days (TpRecord *enrolment, TpDay today, const char **at, GError **error)
{
  int before = -1;

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    {
      const TpField *field = tp_kind_field (TP_KIND_ENROLMENT, days[i]);

      if (!tp_record_is_set (enrolment, days[i]))
        continue;
      *at = days[i];
      /* It goes live with a listing, which may be agreed ahead. */
      if (days[i] != days[2] && !tp_record_check_past (enrolment, days[i], today, error))
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
check_alone (TpReader *reader, TpRecord *enrolment, GError **error)
{
  g_autoptr (GPtrArray) others
      = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", tp_record_get_number (enrolment, "exporter"));

  if (step_of (tp_record_get_text (enrolment, "status")) == 3)
    return TRUE;
  for (guint i = 0; i < others->len; i++)
    {
      TpRecord *other = g_ptr_array_index (others, i);
      g_autoptr (TpRecord) exporter = NULL;
      g_autoptr (TpRecord) programme = NULL;

      if (tp_record_get_id (other) == tp_record_get_id (enrolment)
          || tp_record_get_number (other, "programme") != tp_record_get_number (enrolment, "programme")
          || step_of (tp_record_get_text (other, "status")) == 3)
        continue;
      exporter = tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_number (enrolment, "exporter"));
      programme = tp_reader_get (reader, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme"));
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   /* Translators: an exporter, a programme, "Accepted" */
                   _ ("“%1$s” is in “%2$s” already (%3$s): change that enrolment instead. Nothing was changed."),
                   exporter != NULL ? tp_record_get_title (exporter) : "",
                   programme != NULL ? tp_record_get_title (programme) : "",
                   tp_word_title (tp_words_enrolment_status, tp_record_get_text (other, "status")));
      return FALSE;
    }
  return TRUE;
}

/* No listing under it begins after its end. */
static gboolean
check_end (TpReader *reader, TpRecord *enrolment, GError **error)
{
  TpDay ended = tp_record_get_day (enrolment, "ended");
  g_autoptr (GPtrArray) listings = NULL;

  if (!tp_record_is_set (enrolment, "ended") || tp_record_get_id (enrolment) == 0)
    return TRUE;
  listings = tp_reader_children (reader, TP_KIND_LISTING, "enrolment", tp_record_get_id (enrolment));
  for (guint i = 0; i < listings->len; i++)
    {
      TpRecord *listing = g_ptr_array_index (listings, i);
      g_autoptr (TpRecord) product = NULL;
      g_autofree char *day = NULL;

      if (tp_record_get_day (listing, "live_from") <= ended
          || (tp_record_is_set (listing, "until") && tp_record_get_day (listing, "until") <= ended))
        continue;
      product = tp_reader_get (reader, TP_KIND_PRODUCT, tp_record_get_number (listing, "product"));
      day = tp_day_format (tp_record_get_day (listing, "live_from"), TP_PRECISION_DAY);
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   /* Translators: a product, a date */
                   _ ("“%s” is listed under it from %s, after the end: remove that listing first, or enter a "
                      "later day. Nothing was changed."),
                   product != NULL ? tp_record_get_title (product) : "", day);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_enrolment_check:
 * @reader: a reader
 * @enrolment: an enrolment as it shall be, with its exporter and programme
 * @today: today
 * @field: (out): the field at fault
 * @error: return location
 *
 * The rules of enrolments, for whoever keeps one.
 *
 * Returns: whether it may be kept; %TP_ERROR_REFUSED for days in the wrong order or to
 *   come, or before a listing under it begins, %TP_ERROR_EXISTS where the exporter is in
 *   the programme already
 */
gboolean
tp_enrolment_check (TpReader *reader, TpRecord *enrolment, TpDay today, const char **field, GError **error)
{
  if (!check_days (enrolment, today, field, error))
    return FALSE;
  *field = "ended";
  if (!check_end (reader, enrolment, error))
    return FALSE;
  *field = "programme";
  return check_alone (reader, enrolment, error);
}

/**
 * tp_enrolment_follow:
 * @change: a change
 * @enrolment: an enrolment that was kept
 * @error: return location
 *
 * With the enrolment its listings end.
 *
 * Returns: whether they did
 */
gboolean
tp_enrolment_follow (TpChange *change, TpRecord *enrolment, GError **error)
{
  TpDay ended = tp_record_get_day (enrolment, "ended");
  g_autoptr (GPtrArray) listings = NULL;

  if (!tp_record_is_set (enrolment, "ended"))
    return TRUE;
  listings = tp_reader_children (tp_change_reader (change), TP_KIND_LISTING, "enrolment", tp_record_get_id (enrolment));
  for (guint i = 0; i < listings->len; i++)
    {
      g_autoptr (TpRecord) edited = tp_record_edit (g_ptr_array_index (listings, i));

      if (tp_record_is_set (edited, "until") && tp_record_get_day (edited, "until") <= ended)
        continue;
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
  const char *field = NULL;

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
  tp_enrolment_settle (self->record, tp_change_today (change));
  return tp_enrolment_check (tp_change_reader (change), self->record, tp_change_today (change), &field, error)
         && tp_record_edit_keep (change, self, tp_record_get_title (exporter), error)
         && tp_enrolment_follow (change, self->record, error);
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
