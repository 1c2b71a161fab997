/* ledger-row.c: what a row of a fund's ledger shows, ready-made strings.
 *
 * Made when the row comes into view: a ledger may be long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ledger-row.h"

#include "money.h"
#include "numbers.h"
#include "sums.h"

#include <glib/gi18n-lib.h>

struct _TpLedgerRow
{
  GObject parent_instance;

  TpRecord *entry;
  TpRecord *other;
  guint other_position;
  char *date;
  char *type;
  char *details;
  char *link;
  char *amount;
  char *available;
  char *undelivered;
  char *summary;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_REFERENCE,
  PROP_DATE,
  PROP_TYPE,
  PROP_DETAILS,
  PROP_LINK,
  PROP_AMOUNT,
  PROP_AVAILABLE,
  PROP_UNDELIVERED,
  PROP_SUMMARY,
  PROP_REVERSED,
  PROP_OVERRUN,
  PROP_CAN_REVERSE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpLedgerRow, tp_ledger_row, G_TYPE_OBJECT)

static gboolean
is_reversal (TpRecord *entry)
{
  return tp_record_is_set (entry, "reverses");
}

/**
 * tp_ledger_signed_amount:
 * @entry: a ledger entry
 *
 * Returns: its amount, below zero where it takes off what its kind adds (a reversal) or
 *   what was delivered (a refund)
 */
gint64
tp_ledger_signed_amount (TpRecord *entry)
{
  gboolean refund = tp_record_has_word (entry, "type", tp_words_entry_type[TP_ENTRY_REFUND].token);
  gint64 amount = tp_record_get_number (entry, "amount");

  return is_reversal (entry) != refund ? -amount : amount;
}

/* An amount in a column that names the currency: a real minus, all its decimals. */
static char *
column_amount (gint64 minor, const char *currency)
{
  g_autofree char *text = tp_decimal_format_local (minor, tp_currency_digits (currency));

  return text[0] == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

static char *
details_of (TpRecord *entry)
{
  const char *narrative = tp_record_get_text (entry, "narrative");

  if (is_reversal (entry) && tp_record_get_text (entry, "reason") != NULL)
    return g_strdup (tp_record_get_text (entry, "reason"));
  if (narrative != NULL)
    return g_strdup (narrative);
  if (tp_record_is_set (entry, "purpose"))
    return g_strdup (tp_word_title (tp_words_purpose, tp_record_get_text (entry, "purpose")));
  return NULL;
}

static char *
link_of (TpRecord *entry, TpRecord *other)
{
  if (other == NULL)
    return NULL;
  if (is_reversal (entry))
    /* Translators: %s is the reference of a ledger entry */
    return g_strdup_printf (_ ("Reverses %s"), tp_record_get_text (other, "reference"));
  /* Translators: %s is the reference of a ledger entry */
  return g_strdup_printf (_ ("Reversed by %s"), tp_record_get_text (other, "reference"));
}

/**
 * tp_ledger_row_new:
 * @line: an entry where it stands
 *
 * Returns: (transfer full): what its row shows
 */
TpLedgerRow *
tp_ledger_row_new (const TpLedgerLine *line)
{
  TpLedgerRow *self = g_object_new (TP_TYPE_LEDGER_ROW, NULL);
  TpRecord *entry = line->entry;
  const char *currency = tp_record_get_text (entry, "currency");
  const char *title = tp_word_title (tp_words_entry_type, tp_record_get_text (entry, "type"));

  self->entry = g_object_ref (entry);
  self->other = line->other != NULL ? g_object_ref (line->other) : NULL;
  self->other_position = line->other_position;
  self->date = tp_day_format_short (tp_record_get_day (entry, "date"));
  self->type = g_strdup (is_reversal (entry) ? C_ ("entry type", "Reversal") : title);
  self->details = details_of (entry);
  self->link = link_of (entry, line->other);
  self->amount = column_amount (tp_ledger_signed_amount (entry), currency);
  self->available = column_amount (line->available, currency);
  self->undelivered = column_amount (line->undelivered, currency);
  /* Translators: date, kind and reference of a ledger entry, in a narrow window */
  self->summary = g_strdup_printf (C_ ("narrow ledger row", "%s · %s · %s"), self->date, self->type,
                                   tp_record_get_text (entry, "reference"));
  return self;
}

/**
 * tp_ledger_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the entry
 */
TpRecord *
tp_ledger_row_get_entry (TpLedgerRow *self)
{
  g_return_val_if_fail (TP_IS_LEDGER_ROW (self), NULL);
  return self->entry;
}

/**
 * tp_ledger_row_can_reverse:
 * @self: a row
 *
 * Returns: whether the entry may still be reversed: it is no reversal and has none
 */
gboolean
tp_ledger_row_can_reverse (TpLedgerRow *self)
{
  g_return_val_if_fail (TP_IS_LEDGER_ROW (self), FALSE);
  return self->other == NULL && !is_reversal (self->entry);
}

/**
 * tp_ledger_row_get_other:
 * @self: a row
 *
 * Returns: position in the ledger of what it reverses or is reversed by, or G_MAXUINT
 */
guint
tp_ledger_row_get_other (TpLedgerRow *self)
{
  g_return_val_if_fail (TP_IS_LEDGER_ROW (self), G_MAXUINT);
  return self->other_position;
}

static void
tp_ledger_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpLedgerRow *self = TP_LEDGER_ROW (object);
  const char *const texts[N_PROPS] = {
    [PROP_DATE] = self->date,           [PROP_TYPE] = self->type,
    [PROP_DETAILS] = self->details,     [PROP_LINK] = self->link,
    [PROP_AMOUNT] = self->amount,       [PROP_AVAILABLE] = self->available,
    [PROP_UNDELIVERED] = self->undelivered, [PROP_SUMMARY] = self->summary,
  };

  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_REFERENCE:
      g_value_set_string (value, tp_record_get_text (self->entry, "reference"));
      break;
    case PROP_REVERSED:
      g_value_set_boolean (value, self->other != NULL && !is_reversal (self->entry));
      break;
    case PROP_OVERRUN:
      g_value_set_boolean (value, tp_record_get_number_or (self->entry, "overrun", FALSE) != 0);
      break;
    case PROP_CAN_REVERSE:
      g_value_set_boolean (value, tp_ledger_row_can_reverse (self));
      break;
    default:
      g_value_set_string (value, texts[id]);
    }
}

static void
tp_ledger_row_finalize (GObject *object)
{
  TpLedgerRow *self = TP_LEDGER_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->other);
  g_free (self->date);
  g_free (self->type);
  g_free (self->details);
  g_free (self->link);
  g_free (self->amount);
  g_free (self->available);
  g_free (self->undelivered);
  g_free (self->summary);
  G_OBJECT_CLASS (tp_ledger_row_parent_class)->finalize (object);
}

static void
tp_ledger_row_class_init (TpLedgerRowClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_REFERENCE] = "reference", [PROP_DATE] = "date",           [PROP_TYPE] = "entry-type",
    [PROP_DETAILS] = "details",     [PROP_LINK] = "link",           [PROP_AMOUNT] = "amount",
    [PROP_AVAILABLE] = "available", [PROP_UNDELIVERED] = "undelivered", [PROP_SUMMARY] = "summary",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_ledger_row_get_property;
  object_class->finalize = tp_ledger_row_finalize;
  props[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, TP_TYPE_RECORD, flags);
  for (guint i = 1; i < N_PROPS; i++)
    if (texts[i] != NULL)
      props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  props[PROP_REVERSED] = g_param_spec_boolean ("reversed", NULL, NULL, FALSE, flags);
  props[PROP_OVERRUN] = g_param_spec_boolean ("overrun", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REVERSE] = g_param_spec_boolean ("can-reverse", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_ledger_row_init (TpLedgerRow *self)
{
}
