/* fund-status.c: a fund's figures on a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fund-status.h"

#include "money.h"

struct _TpFundStatus
{
  GObject parent_instance;

  TpRecord *record;
  TpFundFigures figures;
};

G_DEFINE_FINAL_TYPE (TpFundStatus, tp_fund_status, G_TYPE_OBJECT)

static void
tp_fund_status_finalize (GObject *object)
{
  g_clear_object (&TP_FUND_STATUS (object)->record);
  G_OBJECT_CLASS (tp_fund_status_parent_class)->finalize (object);
}

static void
tp_fund_status_class_init (TpFundStatusClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tp_fund_status_finalize;
}

static void
tp_fund_status_init (TpFundStatus *self)
{
}

/**
 * tp_fund_figures_derive:
 * @figures: (inout): with what was posted of each type; gets what follows from it
 * @error: return location
 *
 * delivered = disbursed + spent − refunded; available = pledged − allocated;
 * undelivered = allocated − delivered.
 *
 * Returns: whether all of them are amounts; %TP_ERROR_INVALID as tp_money_add() sets
 */
gboolean
tp_fund_figures_derive (TpFundFigures *figures, GError **error)
{
  return tp_money_add (figures->disbursed, figures->spent, &figures->delivered, error)
         && tp_money_sub (figures->delivered, figures->refunded, &figures->delivered, error)
         && tp_money_sub (figures->pledged, figures->allocated, &figures->available, error)
         && tp_money_sub (figures->allocated, figures->delivered, &figures->undelivered, error);
}

/**
 * tp_fund_figures_add:
 * @sum: (inout): figures in one currency
 * @figures: figures in the same currency
 * @error: return location
 *
 * Returns: whether the sums are amounts; %TP_ERROR_INVALID as tp_money_add() sets
 */
gboolean
tp_fund_figures_add (TpFundFigures *sum, const TpFundFigures *figures, GError **error)
{
  return tp_money_add (sum->pledged, figures->pledged, &sum->pledged, error)
         && tp_money_add (sum->allocated, figures->allocated, &sum->allocated, error)
         && tp_money_add (sum->disbursed, figures->disbursed, &sum->disbursed, error)
         && tp_money_add (sum->spent, figures->spent, &sum->spent, error)
         && tp_money_add (sum->refunded, figures->refunded, &sum->refunded, error)
         && tp_fund_figures_derive (sum, error);
}

/**
 * tp_fund_status_read:
 * @reader: a reader
 * @fund: a fund
 * @as_of: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was posted to it up to the end of @as_of;
 *   %TP_ERROR_INVALID where a sum is larger than an amount can be
 */
TpFundStatus *
tp_fund_status_read (TpReader *reader, TpRecord *fund, TpDay as_of, GError **error)
{
  g_autoptr (TpFundStatus) self = g_object_new (TP_TYPE_FUND_STATUS, NULL);
  gint64 posted[TP_N_ENTRY_TYPES];

  self->record = g_object_ref (fund);
  tp_reader_fund_figures (reader, tp_record_get_id (fund), NULL, as_of, posted);
  self->figures = (TpFundFigures){
    .pledged = posted[TP_ENTRY_PLEDGE],
    .allocated = posted[TP_ENTRY_ALLOCATION],
    .disbursed = posted[TP_ENTRY_DISBURSEMENT],
    .spent = posted[TP_ENTRY_EXPENDITURE],
    .refunded = posted[TP_ENTRY_REFUND],
  };
  return tp_fund_figures_derive (&self->figures, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tp_fund_status_get_record:
 * @self: a fund's status
 *
 * Returns: (transfer none): the fund
 */
TpRecord *
tp_fund_status_get_record (TpFundStatus *self)
{
  return self->record;
}

/**
 * tp_fund_status_get_currency:
 * @self: a fund's status
 *
 * Returns: (transfer none): the ISO 4217 code of its figures
 */
const char *
tp_fund_status_get_currency (TpFundStatus *self)
{
  return tp_record_get_text (self->record, "currency");
}

/**
 * tp_fund_status_get_figures:
 * @self: a fund's status
 *
 * Returns: (transfer none): its figures, in minor units of its currency
 */
const TpFundFigures *
tp_fund_status_get_figures (TpFundStatus *self)
{
  return &self->figures;
}

/**
 * tp_fund_status_is_overrun:
 * @self: a fund's status
 *
 * Returns: whether more is delivered than allocated, or more allocated than pledged
 */
gboolean
tp_fund_status_is_overrun (TpFundStatus *self)
{
  return self->figures.available < 0 || self->figures.undelivered < 0;
}
