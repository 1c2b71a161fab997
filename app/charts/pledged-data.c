/* pledged-data.c: what the charts of pledged capital are drawn from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pledged-data.h"

static void
rival_clear (gpointer data)
{
  g_free (((TpPledgedRival *) data)->reason);
}

static void
row_free (gpointer data)
{
  TpPledgedRow *row = data;

  g_free (row->key);
  g_free (row->name);
  g_free (row->sub);
  g_free (row->currency);
  g_free (row->instead);
  g_array_unref (row->rivals);
  g_free (row);
}

/**
 * tp_pledged_data_new:
 * @as_of: the day the figures hold on
 * @source: (nullable): where they come from, whole sentences: "Source: …"
 * @demonstration: whether some are invented
 *
 * Returns: (transfer full): data without rows
 */
TpPledgedData *
tp_pledged_data_new (TpDay as_of, const char *source, gboolean demonstration)
{
  TpPledgedData *self = g_new0 (TpPledgedData, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->as_of = as_of;
  self->source = g_strdup (source);
  self->demonstration = demonstration;
  return self;
}

/**
 * tp_pledged_data_free:
 * @self: (transfer full): data
 */
void
tp_pledged_data_free (TpPledgedData *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->source);
  g_free (self);
}

/**
 * tp_pledged_data_add:
 * @self: data
 * @kind: kind of the record the row stands for
 * @record_id: its id
 * @key: short and stable, for ids in files
 * @name: the organisation
 * @sub: (nullable): the instrument in words
 *
 * Adds a commitment that states no capital; tp_pledged_row_set_capital() says otherwise.
 *
 * Returns: (transfer none): the row
 */
TpPledgedRow *
tp_pledged_data_add (TpPledgedData *self,
                     TpKind kind,
                     gint64 record_id,
                     const char *key,
                     const char *name,
                     const char *sub)
{
  TpPledgedRow *row = g_new0 (TpPledgedRow, 1);

  row->kind = kind;
  row->record_id = record_id;
  row->key = g_strdup (key);
  row->name = g_strdup (name);
  row->sub = g_strdup (sub);
  row->rivals = g_array_new (FALSE, TRUE, sizeof (TpPledgedRival));
  g_array_set_clear_func (row->rivals, rival_clear);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * tp_pledged_row_set_capital:
 * @row: a row
 * @minor: the capital stated, in minor units
 * @currency: its ISO 4217 code
 */
void
tp_pledged_row_set_capital (TpPledgedRow *row, gint64 minor, const char *currency)
{
  row->has_capital = TRUE;
  row->minor = minor;
  g_set_str (&row->currency, currency);
}

/**
 * tp_pledged_row_set_instead:
 * @row: a row
 * @instead: (nullable): what is stated in place of capital, in words
 */
void
tp_pledged_row_set_instead (TpPledgedRow *row, const char *instead)
{
  g_set_str (&row->instead, instead);
}

/**
 * tp_pledged_row_add_rival:
 * @row: a row with capital
 * @minor: another figure for it, in the same currency
 * @reason: (nullable): where it comes from, without a full stop
 */
void
tp_pledged_row_add_rival (TpPledgedRow *row, gint64 minor, const char *reason)
{
  TpPledgedRival rival = { minor, g_strdup (reason) };

  g_array_append_val (row->rivals, rival);
}

/**
 * tp_pledged_row_set_delivered:
 * @row: a row with capital
 * @delivered: delivered so far, in minor units
 */
void
tp_pledged_row_set_delivered (TpPledgedRow *row, gint64 delivered)
{
  row->has_delivered = TRUE;
  row->delivered = delivered;
}

/**
 * tp_pledged_row_set_allocated:
 * @row: a row with capital
 * @allocated: allocated so far, in minor units
 */
void
tp_pledged_row_set_allocated (TpPledgedRow *row, gint64 allocated)
{
  row->has_allocated = TRUE;
  row->allocated = allocated;
}

/**
 * tp_pledged_row_set_prorated:
 * @row: a row with capital and a known period
 * @prorated: what would be delivered by now if evenly, in minor units
 */
void
tp_pledged_row_set_prorated (TpPledgedRow *row, gint64 prorated)
{
  row->has_prorated = TRUE;
  row->prorated = prorated;
}
