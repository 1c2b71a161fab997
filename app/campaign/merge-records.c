/* merge-records.c: what hangs on an exporter moves to the one it is merged into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-private.h"

#include <string.h>

static const TpKind moving[] = { TP_KIND_PRODUCT, TP_KIND_BENEFIT, TP_KIND_SALE, TP_KIND_TASK };

/* How far a status has come. "Not applicable" is somebody's decision, and closes it. */
static const char *const ranks[]
    = { "missing", "requested", "expired", "received", "not_applicable", "verified" };

static const char *const enrolment_ranks[] = { "applied", "accepted", "live" };

static int
rank_of (const char *const *list, gsize n, TpRecord *record)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (list[i], tp_record_get_text (record, "status")) == 0)
      return (int) i;
  return -1;
}

gboolean
tp_merge_give (TpChange *change, TpRecord *record, gint64 exporter, GError **error)
{
  g_autoptr (TpRecord) given = tp_record_edit (record);

  tp_record_set_number (given, "exporter", exporter);
  return tp_change_update (change, given, error) && tp_change_check_cancelled (change, error);
}

/* enrolments */

static TpRecord *
find_by (GPtrArray *records, const char *field, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (tp_record_get_number (g_ptr_array_index (records, i), field) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* Citations and rival values name their record by kind and id. */
static gboolean
repoint (TpChange *change, const char *subject_kind, gint64 from, gint64 to, GError **error)
{
  static const TpKind kinds[] = { TP_KIND_CITATION, TP_KIND_RIVAL_VALUE };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records
          = tp_reader_children (tp_change_reader (change), kinds[k], "subject", from);

      for (guint i = 0; i < records->len; i++)
        {
          g_autoptr (TpRecord) record = tp_record_edit (g_ptr_array_index (records, i));

          if (g_strcmp0 (tp_record_get_text (record, "subject_kind"), subject_kind) != 0)
            continue;
          tp_record_set_number (record, "subject", to);
          if (!tp_change_update (change, record, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_ended (TpRecord *enrolment)
{
  return rank_of (enrolment_ranks, G_N_ELEMENTS (enrolment_ranks), enrolment) < 0
         || tp_record_is_set (enrolment, "ended");
}

/* Whether @day may be that of a step: steps follow one another. */
static gboolean
is_in_order (TpRecord *enrolment, guint step, TpDay day)
{
  for (guint i = 0; i < G_N_ELEMENTS (enrolment_ranks); i++)
    {
      TpDay other = tp_record_get_day (enrolment, enrolment_ranks[i]);

      if (tp_record_is_set (enrolment, enrolment_ranks[i]) && ((i < step && other > day) || (i > step && other < day)))
        return FALSE;
    }
  return TRUE;
}

/* One enrolment of two that run: the one that came further, with the other's days where
 * they are earlier and the steps stay in order. Each step's day is called like its status. */
static gboolean
join_enrolments (TpChange *change, TpRecord *own, TpRecord *other, GError **error)
{
  const gsize n = G_N_ELEMENTS (enrolment_ranks);
  gboolean further = rank_of (enrolment_ranks, n, other) > rank_of (enrolment_ranks, n, own);
  TpRecord *stays = further ? other : own, *joins = further ? own : other;
  g_autoptr (TpRecord) joined = tp_record_edit (own);
  g_autoptr (GPtrArray) listings
      = tp_reader_children (tp_change_reader (change), TP_KIND_LISTING, "enrolment", tp_record_get_id (other));

  tp_record_set_text (joined, "status", tp_record_get_text (stays, "status"));
  for (guint i = 0; i < n; i++)
    if (tp_record_is_set (stays, enrolment_ranks[i]))
      tp_record_set_day (joined, enrolment_ranks[i], tp_record_get_day (stays, enrolment_ranks[i]));
    else
      tp_record_clear (joined, enrolment_ranks[i]);
  for (guint i = 0; i < n; i++)
    {
      TpDay day = tp_record_get_day (joins, enrolment_ranks[i]);

      if (tp_record_is_set (joins, enrolment_ranks[i])
          && (!tp_record_is_set (joined, enrolment_ranks[i]) || day < tp_record_get_day (joined, enrolment_ranks[i]))
          && is_in_order (joined, i, day))
        tp_record_set_day (joined, enrolment_ranks[i], day);
    }
  if (!tp_change_update (change, joined, error))
    return FALSE;

  for (guint i = 0; i < listings->len; i++)
    {
      g_autoptr (TpRecord) listing = tp_record_edit (g_ptr_array_index (listings, i));

      tp_record_set_number (listing, "enrolment", tp_record_get_id (own));
      if (!tp_change_update (change, listing, error))
        return FALSE;
    }
  return repoint (change, "enrolment", tp_record_get_id (other), tp_record_get_id (own), error)
         && tp_change_delete (change, TP_KIND_ENROLMENT, tp_record_get_id (other), error);
}

static TpRecord *
find_running (GPtrArray *enrolments, gint64 programme)
{
  for (guint i = 0; i < enrolments->len; i++)
    if (tp_record_get_number (g_ptr_array_index (enrolments, i), "programme") == programme
        && !has_ended (g_ptr_array_index (enrolments, i)))
      return g_ptr_array_index (enrolments, i);
  return NULL;
}

static gboolean
move_enrolments (TpChange *change, gint64 survivor, gint64 other, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (GPtrArray) own = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", survivor);
  g_autoptr (GPtrArray) moved = tp_reader_children (reader, TP_KIND_ENROLMENT, "exporter", other);

  for (guint i = 0; i < moved->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (moved, i);
      TpRecord *same = has_ended (enrolment)
                           ? NULL
                           : find_running (own, tp_record_get_number (enrolment, "programme"));

      /* One that has ended stays what it was, beside another. */
      if (same != NULL ? !join_enrolments (change, same, enrolment, error)
                       : !tp_merge_give (change, enrolment, survivor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_value (TpMerge *self, int place)
{
  return tp_value_equal (tp_record_value (self->survivor, (guint) place), tp_record_value (self->other, (guint) place));
}

/* Evidence goes where the figure it is about stands: with the one whose value stays, and
 * to the survivor where both say the same, or where it is about no figure. */
static gboolean
move_evidence (TpChange *change, TpMerge *self, GError **error)
{
  static const TpKind kinds[] = { TP_KIND_CITATION, TP_KIND_RIVAL_VALUE };
  gint64 survivor = tp_record_get_id (self->survivor), other = tp_record_get_id (self->other);

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      TpReader *reader = tp_change_reader (change);
      g_autoptr (GPtrArray) own = tp_reader_children (reader, kinds[k], "subject", survivor);
      g_autoptr (GPtrArray) others = tp_reader_children (reader, kinds[k], "subject", other);

      for (guint i = 0; i < own->len + others->len; i++)
        {
          gboolean of_other = i >= own->len;
          TpRecord *stored = of_other ? g_ptr_array_index (others, i - own->len) : g_ptr_array_index (own, i);
          const char *field = tp_record_get_text (stored, "field");
          int place = field != NULL ? tp_kind_field_index (TP_KIND_EXPORTER, field) : -1;
          gboolean stays_here = place < 0 || same_value (self, place)
                                || tp_merge_takes_other (self, field) == of_other;
          g_autoptr (TpRecord) record = NULL;

          if (stays_here != of_other || g_strcmp0 (tp_record_get_text (stored, "subject_kind"), "exporter") != 0)
            continue;
          record = tp_record_edit (stored);
          tp_record_set_number (record, "subject", of_other ? survivor : other);
          if (!tp_change_update (change, record, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
tp_merge_move_records (TpChange *change, TpMerge *self, GError **error)
{
  gint64 survivor = tp_record_get_id (self->survivor), other = tp_record_get_id (self->other);

  for (gsize k = 0; k < G_N_ELEMENTS (moving); k++)
    {
      g_autoptr (GPtrArray) records
          = tp_reader_children (tp_change_reader (change), moving[k], "exporter", other);

      for (guint i = 0; i < records->len; i++)
        if (!tp_merge_give (change, g_ptr_array_index (records, i), survivor, error))
          return FALSE;
    }
  return move_enrolments (change, survivor, other, error) && move_evidence (change, self, error);
}

/* requirement statuses */

gboolean
tp_merge_other_is_further (TpReader *reader, TpMerge *self, gint64 requirement)
{
  const gsize n = G_N_ELEMENTS (ranks);
  g_autoptr (GPtrArray) own = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter",
                                                  tp_record_get_id (self->survivor));
  g_autoptr (GPtrArray) others = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter",
                                                     tp_record_get_id (self->other));
  TpRecord *mine = find_by (own, "requirement", requirement);
  TpRecord *theirs = find_by (others, "requirement", requirement);

  if (mine == NULL || theirs == NULL)
    return mine == NULL;
  return rank_of (ranks, n, theirs) > rank_of (ranks, n, mine);
}

/* The paper's number, issuer, expiry and file belong together: taken over where they do
 * not speak of another paper. */
static void
fill_in (TpRecord *status, TpRecord *from)
{
  static const char *const fields[] = { "document_number", "issuer", "expiry", "attachment" };
  const char *number = tp_record_get_text (status, "document_number");
  const char *second = tp_record_get_text (from, "document_number");

  if (!tp_record_is_set (status, "due") && tp_record_is_set (from, "due"))
    tp_record_set_day (status, "due", tp_record_get_day (from, "due"));
  if ((number != NULL && second != NULL && strcmp (number, second) != 0)
      || (tp_record_is_set (status, "attachment") && tp_record_is_set (from, "attachment")))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint at = (guint) tp_kind_field_index (TP_KIND_REQUIREMENT_STATUS, fields[i]);

      if (!tp_record_is_set (status, fields[i]))
        tp_record_set_value (status, at, tp_record_value (from, at));
    }
}

gboolean
tp_merge_move_requirements (TpChange *change, TpMerge *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gint64 survivor = tp_record_get_id (self->survivor), other = tp_record_get_id (self->other);
  g_autoptr (GPtrArray) own = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter", survivor);
  g_autoptr (GPtrArray) others = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter", other);

  for (guint i = 0; i < others->len; i++)
    {
      TpRecord *theirs = g_ptr_array_index (others, i);
      TpRecord *mine = find_by (own, "requirement", tp_record_get_number (theirs, "requirement"));
      gboolean further = mine == NULL
                         || rank_of (ranks, G_N_ELEMENTS (ranks), theirs) > rank_of (ranks, G_N_ELEMENTS (ranks), mine);
      g_autoptr (TpRecord) stays = tp_record_edit (further ? theirs : mine);

      if (mine != NULL)
        fill_in (stays, further ? mine : theirs);
      tp_record_set_number (stays, "exporter", survivor);
      /* What does not stay is not lost: the exporter in the archive has it. */
      if ((further && mine != NULL && !tp_merge_give (change, mine, other, error))
          || !tp_change_update (change, stays, error))
        return FALSE;
    }
  return TRUE;
}
