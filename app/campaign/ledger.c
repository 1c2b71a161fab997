/* ledger.c: a fund and its ledger on a day, ready to be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ledger.h"

#include "commitment-status.h"
#include "error.h"
#include "money.h"
#include "numbers.h"
#include "pace.h"

#include <glib/gi18n-lib.h>

struct _TpLedger
{
  GObject parent_instance;

  TpRecord *fund;
  TpRecord *commitment; /* NULL: a fund by hand */
  TpFundFigures figures;
  GPtrArray *entries;   /* TpRecord, oldest first */
  GArray *lines;        /* TpLedgerLine, oldest first */
  double tick;          /* pro-rated share of the pledge, or -1 */
  const char *pace;     /* a token, or NULL */
  char *texts[10];
};

/* The order of texts[]. */
enum
{
  TEXT_PLEDGED_NOTE,
  TEXT_ALLOCATED_NOTE,
  TEXT_DELIVERED_NOTE,
  TEXT_AVAILABLE_NOTE,
  TEXT_SENTENCE,
  TEXT_ARITHMETIC,
  TEXT_AMOUNT_TITLE,
  TEXT_AVAILABLE_TITLE,
  TEXT_UNDELIVERED_TITLE,
  TEXT_OVERRUN,
};

enum
{
  PROP_0,
  PROP_FUND,
  PROP_TITLE,
  PROP_PLEDGED,
  PROP_ALLOCATED,
  PROP_DELIVERED,
  PROP_AVAILABLE,
  PROP_PLEDGED_NOTE,
  PROP_ALLOCATED_NOTE,
  PROP_DELIVERED_NOTE,
  PROP_AVAILABLE_NOTE,
  PROP_SENTENCE,
  PROP_ARITHMETIC,
  PROP_AMOUNT_TITLE,
  PROP_AVAILABLE_TITLE,
  PROP_UNDELIVERED_TITLE,
  PROP_OVERRUN,
  PROP_PACE,
  PROP_FRACTION,
  PROP_MIDDLE,
  PROP_TICK,
  PROP_EMPTY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static GType
tp_ledger_get_item_type (GListModel *model)
{
  return TP_TYPE_LEDGER_ROW;
}

static guint
tp_ledger_get_n_items (GListModel *model)
{
  return TP_LEDGER (model)->lines->len;
}

/* Latest first. */
static gpointer
tp_ledger_get_item (GListModel *model, guint position)
{
  TpLedger *self = TP_LEDGER (model);

  if (position >= self->lines->len)
    return NULL;
  return tp_ledger_row_new (&g_array_index (self->lines, TpLedgerLine, self->lines->len - 1 - position));
}

static void
tp_ledger_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = tp_ledger_get_item_type;
  interface->get_n_items = tp_ledger_get_n_items;
  interface->get_item = tp_ledger_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TpLedger, tp_ledger, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tp_ledger_list_model_init))

/* Reading */

static int
compare_entries (gconstpointer x, gconstpointer y)
{
  TpRecord *a = *(TpRecord *const *) x, *b = *(TpRecord *const *) y;
  TpDay da = tp_record_get_day (a, "date"), db = tp_record_get_day (b, "date");
  gint64 ia = tp_record_get_id (a), ib = tp_record_get_id (b);

  if (da != db)
    return da < db ? -1 : 1;
  return (ia > ib) - (ia < ib);
}

static gboolean
take_lines (TpLedger *self, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (GPtrArray) all = tp_reader_children (reader, TP_KIND_ENTRY, "fund",
                                                  tp_record_get_id (self->fund));
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = NULL;
  TpFundFigures running = { 0 };

  for (guint i = 0; i < all->len; i++)
    if (tp_record_get_day (g_ptr_array_index (all, i), "date") <= as_of)
      g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (self->entries, compare_entries);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 id = tp_record_get_id (g_ptr_array_index (self->entries, i));

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      TpRecord *entry = g_ptr_array_index (self->entries, i);
      int type = tp_word_index (tp_words_entry_type, tp_record_get_text (entry, "type"));
      gint64 amount = tp_record_get_number (entry, "amount");
      TpLedgerLine line = { entry, NULL, G_MAXUINT, 0, 0 };

      if (!tp_fund_figures_post (&running, type,
                                 tp_record_is_set (entry, "reverses") ? -amount : amount, error))
        return FALSE;
      line.available = running.available;
      line.undelivered = running.undelivered;
      g_array_append_val (self->lines, line);
      g_hash_table_insert (places, &g_array_index (ids, gint64, i), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      TpLedgerLine *line = &g_array_index (self->lines, TpLedgerLine, i);
      gint64 reversed = tp_record_get_number_or (line->entry, "reverses", 0);
      guint j = reversed != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (places, &reversed)) : 0;
      TpLedgerLine *other;

      if (j == 0)
        continue;
      other = &g_array_index (self->lines, TpLedgerLine, j - 1);
      line->other = other->entry;
      line->other_position = self->lines->len - j;
      other->other = line->entry;
      other->other_position = self->lines->len - 1 - i;
    }
  return TRUE;
}

/* "1 May 2025 – 30 Apr 2026, assumed" */
static char *
period_words (TpRecord *commitment)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gboolean assumed;

  if (commitment == NULL || !tp_record_is_set (commitment, "effective")
      || !tp_record_is_set (commitment, "end"))
    return g_strdup (commitment != NULL ? _ ("no period stated") : _ ("belongs to no commitment"));
  start = tp_day_format_short (tp_record_get_day (commitment, "effective"));
  end = tp_day_format_short (tp_record_get_day (commitment, "end"));
  assumed = tp_record_has_word (commitment, "effective_basis", "assumed")
            || tp_record_has_word (commitment, "end_basis", "assumed");
  /* Translators: first and last day of a period */
  return g_strdup_printf (assumed ? _ ("%s – %s, assumed") : _ ("%s – %s"), start, end);
}

/* "CN¥25.1 bn below the pro-rated target on 18 March 2026, 43 days before the end" */
static char *
gap_words (TpIndicatorStatus *indicator, TpDay as_of)
{
  g_autofree char *gap = tp_indicator_status_gap_sentence (indicator);
  TpDay end = tp_indicator_status_get_target (indicator)->period.end;
  g_autofree char *day = NULL;
  int left;

  if (gap == NULL || end == TP_DAY_NONE || as_of > end)
    return g_steal_pointer (&gap);
  day = tp_day_format (as_of, TP_PRECISION_DAY);
  left = end - as_of;
  return g_strdup_printf (
      /* Translators: how far from the target, a date, and a number of days */
      g_dngettext (GETTEXT_PACKAGE, "%s on %s, %d day before the end", "%s on %s, %d days before the end",
                   (gulong) left),
      gap, day, left);
}

/* Pace and tick of the fund's own commitment, where its promise is money. */
static void
take_pace (TpLedger *self, TpCommitmentStatus *status, const char *currency, TpDay as_of, char **prorated)
{
  TpIndicatorStatus *main_indicator = tp_commitment_status_get_main (status);
  const TpPaceResult *result;

  if (main_indicator == NULL
      || g_strcmp0 (tp_indicator_status_get_currency (main_indicator), currency) != 0)
    return;
  result = tp_indicator_status_get_pace (main_indicator);
  self->pace = tp_pace_token (tp_commitment_status_get_pace (status));
  self->texts[TEXT_SENTENCE] = gap_words (main_indicator, as_of);
  if (result->prorated.set && self->figures.pledged > 0)
    {
      self->tick = (double) result->prorated.value / (double) self->figures.pledged;
      *prorated = tp_money_format_compact (result->prorated.value, currency);
    }
}

static char *
column_title (const char *title, const char *currency)
{
  g_autofree char *symbol = tp_currency_symbol (currency);

  /* Translators: title of a column of amounts, and their currency: "Amount, CN¥" */
  return g_strdup_printf (C_ ("column of amounts", "%s, %s"), title, symbol);
}

/* Where more went out than was set aside, or more was set aside than promised: what the
 * bar, which ends at its end, cannot show. NULL where all is well. */
static char *
overrun_words (const TpFundFigures *f, const char *currency)
{
  g_autofree char *over = NULL;

  if (f->undelivered < 0)
    {
      over = tp_money_format_compact (-f->undelivered, currency);
      /* Translators: %s is an amount */
      return g_strdup_printf (_ ("Overrun: %s more delivered than allocated"), over);
    }
  if (f->available < 0)
    {
      over = tp_money_format_compact (-f->available, currency);
      /* Translators: %s is an amount */
      return g_strdup_printf (_ ("Overrun: %s more allocated than pledged"), over);
    }
  return NULL;
}

static gboolean
take_words (TpLedger *self, TpReader *reader, TpDay as_of, GError **error)
{
  const char *currency = tp_record_get_text (self->fund, "currency");
  const TpFundFigures *f = &self->figures;
  g_autoptr (TpCommitmentStatus) status = NULL;
  g_autofree char *allocated = tp_percent_format (f->allocated, f->pledged, 1);
  g_autofree char *delivered = tp_percent_format (f->delivered, f->pledged, 1);
  g_autofree char *prorated = NULL;

  if (self->commitment != NULL)
    {
      status = tp_commitment_status_read (reader, self->commitment, as_of, error);
      if (status == NULL)
        return FALSE;
      take_pace (self, status, currency, as_of, &prorated);
      if (self->texts[TEXT_SENTENCE] == NULL)
        self->texts[TEXT_SENTENCE] = g_strdup (tp_commitment_status_get_explanation (status));
    }
  else
    self->texts[TEXT_SENTENCE] = g_strdup (_ ("Promised by no commitment: what it delivers counts towards none."));
  self->texts[TEXT_PLEDGED_NOTE] = period_words (self->commitment);
  /* Translators: %s is a share, "86.4%" */
  self->texts[TEXT_ALLOCATED_NOTE] = g_strdup_printf (_ ("%s of pledged"), allocated);
  if (prorated != NULL)
    /* Translators: a share, "75.7%", and an amount that a tick on the bar below shows */
    self->texts[TEXT_DELIVERED_NOTE] = g_strdup_printf (_ ("%s; pro-rated %s (tick)"), delivered, prorated);
  else
    self->texts[TEXT_DELIVERED_NOTE] = g_strdup_printf (_ ("%s of pledged"), delivered);
  self->texts[TEXT_OVERRUN] = overrun_words (f, currency);
  self->texts[TEXT_AVAILABLE_NOTE] = g_strdup (_ ("pledged − allocated"));
  self->texts[TEXT_ARITHMETIC] = tp_fund_figures_arithmetic (f, currency);
  self->texts[TEXT_AMOUNT_TITLE] = column_title (C_ ("ledger column", "Amount"), currency);
  self->texts[TEXT_AVAILABLE_TITLE] = column_title (C_ ("ledger column", "Available"), currency);
  self->texts[TEXT_UNDELIVERED_TITLE] = column_title (C_ ("ledger column", "Undelivered"), currency);
  return TRUE;
}

/**
 * tp_ledger_read:
 * @reader: a reader
 * @request: a #TpLedgerRequest
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpLedger: the fund's figures in words and its
 *   entries up to the day, each with what was available and undelivered after it;
 *   %TP_ERROR_NOT_FOUND where the fund is gone
 */
gpointer
tp_ledger_read (TpReader *reader, gpointer request, GError **error)
{
  const TpLedgerRequest *asked = request;
  g_autoptr (TpLedger) self = g_object_new (TP_TYPE_LEDGER, NULL);

  self->fund = tp_reader_get (reader, TP_KIND_FUND, asked->fund);
  if (self->fund == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("The fund is gone: choose another one."));
      return NULL;
    }
  if (tp_record_is_set (self->fund, "commitment"))
    self->commitment = tp_reader_get (reader, TP_KIND_COMMITMENT,
                                      tp_record_get_number (self->fund, "commitment"));
  if (!tp_fund_figures_read (reader, asked->fund, asked->as_of, &self->figures, error)
      || !take_lines (self, reader, asked->as_of, error)
      || !take_words (self, reader, asked->as_of, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_ledger_get_fund:
 * @self: a ledger
 *
 * Returns: (transfer none): its fund
 */
TpRecord *
tp_ledger_get_fund (TpLedger *self)
{
  g_return_val_if_fail (TP_IS_LEDGER (self), NULL);
  return self->fund;
}

/**
 * tp_ledger_get_figures:
 * @self: a ledger
 *
 * Returns: (transfer none): the fund's figures on the day, in minor units
 */
const TpFundFigures *
tp_ledger_get_figures (TpLedger *self)
{
  g_return_val_if_fail (TP_IS_LEDGER (self), NULL);
  return &self->figures;
}

/* The object */

static double
share (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : -1;
}

static void
tp_ledger_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpLedger *self = TP_LEDGER (object);
  const TpFundFigures *f = &self->figures;
  const char *currency = tp_record_get_text (self->fund, "currency");

  switch (id)
    {
    case PROP_FUND:
      g_value_set_object (value, self->fund);
      break;
    case PROP_TITLE:
      g_value_set_string (value, tp_record_get_title (self->fund));
      break;
    case PROP_PLEDGED:
      g_value_take_string (value, tp_money_format_compact (f->pledged, currency));
      break;
    case PROP_ALLOCATED:
      g_value_take_string (value, tp_money_format_compact (f->allocated, currency));
      break;
    case PROP_DELIVERED:
      g_value_take_string (value, tp_money_format_compact (f->delivered, currency));
      break;
    case PROP_AVAILABLE:
      g_value_take_string (value, tp_money_format_compact (f->available, currency));
      break;
    case PROP_PACE:
      g_value_set_string (value, self->pace);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, share (f->delivered, f->pledged));
      break;
    case PROP_MIDDLE:
      g_value_set_double (value, share (f->allocated, f->pledged));
      break;
    case PROP_TICK:
      g_value_set_double (value, self->tick);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->lines->len == 0);
      break;
    default:
      g_value_set_string (value, self->texts[id - PROP_PLEDGED_NOTE]);
    }
}

static void
tp_ledger_finalize (GObject *object)
{
  TpLedger *self = TP_LEDGER (object);

  g_clear_object (&self->fund);
  g_clear_object (&self->commitment);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (tp_ledger_parent_class)->finalize (object);
}

static void
tp_ledger_class_init (TpLedgerClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_TITLE] = "title",
    [PROP_PLEDGED] = "pledged",
    [PROP_ALLOCATED] = "allocated",
    [PROP_DELIVERED] = "delivered",
    [PROP_AVAILABLE] = "available",
    [PROP_PLEDGED_NOTE] = "pledged-note",
    [PROP_ALLOCATED_NOTE] = "allocated-note",
    [PROP_DELIVERED_NOTE] = "delivered-note",
    [PROP_AVAILABLE_NOTE] = "available-note",
    [PROP_SENTENCE] = "sentence",
    [PROP_ARITHMETIC] = "arithmetic",
    [PROP_AMOUNT_TITLE] = "amount-title",
    [PROP_AVAILABLE_TITLE] = "available-title",
    [PROP_UNDELIVERED_TITLE] = "undelivered-title",
    [PROP_OVERRUN] = "overrun",
    [PROP_PACE] = "pace",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_ledger_get_property;
  object_class->finalize = tp_ledger_finalize;
  props[PROP_FUND] = g_param_spec_object ("fund", NULL, NULL, TP_TYPE_RECORD, flags);
  for (guint i = 1; i < N_PROPS; i++)
    if (texts[i] != NULL)
      props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  /* For a bar: shares of the pledge; -1: there is none to show. */
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -1, flags);
  props[PROP_MIDDLE] = g_param_spec_double ("middle", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_ledger_init (TpLedger *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TpLedgerLine));
  self->tick = -1;
}
