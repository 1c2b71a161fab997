/* words.c: the fixed word lists of the campaign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const TpWord tp_words_stage[] = {
  { "sourced", NC_ ("stage", "Sourced") },
  { "contacted", NC_ ("stage", "Contacted") },
  { "qualified", NC_ ("stage", "Qualified") },
  { "documents", NC_ ("stage", "Documents") },
  { "compliance", NC_ ("stage", "Compliance") },
  { "listed", NC_ ("stage", "Listed") },
  { "selling", NC_ ("stage", "Selling") },
  { "on_hold", NC_ ("stage", "On Hold") },
  { "declined", NC_ ("stage", "Declined") },
  { NULL, NULL },
};

const TpWord tp_words_organisation_kind[] = {
  { "platform", NC_ ("organisation kind", "Platform") },
  { "sub_platform", NC_ ("organisation kind", "Sub-platform") },
  { "supermarket_chain", NC_ ("organisation kind", "Supermarket chain") },
  { "ministry", NC_ ("organisation kind", "Ministry") },
  { "association", NC_ ("organisation kind", "Association") },
  { "distributor", NC_ ("organisation kind", "Distributor") },
  { "consultancy", NC_ ("organisation kind", "Consultancy") },
  { "other", NC_ ("organisation kind", "Other") },
  { NULL, NULL },
};

const TpWord tp_words_role[] = {
  { "maker", NC_ ("role in a commitment", "Maker") },
  { "through", NC_ ("role in a commitment", "Through") },
  { "partner", NC_ ("role in a commitment", "Partner") },
  { NULL, NULL },
};

const TpWord tp_words_instrument[] = {
  { "commission_relief", NC_ ("instrument", "Commission relief") },
  { "visibility", NC_ ("instrument", "Visibility") },
  { "green_channel", NC_ ("instrument", "Green channel") },
  { "merchant_support_fund", NC_ ("instrument", "Merchant support fund") },
  { "procurement_fund", NC_ ("instrument", "Procurement fund") },
  { "announced_initiative", NC_ ("instrument", "Announced initiative") },
  { "free_advertising", NC_ ("instrument", "Free advertising") },
  { "support_fund", NC_ ("instrument", "Support fund") },
  { NULL, NULL },
};

const TpWord tp_words_purpose[] = {
  { "domestic_sales", NC_ ("purpose", "Domestic sales") },
  { "purchases", NC_ ("purpose", "Purchases") },
  { "merchant_upgrade", NC_ ("purpose", "Merchant upgrade") },
  { "cost_and_risk", NC_ ("purpose", "Costs and risks of makers") },
  { "employment", NC_ ("purpose", "Employment") },
  { "consumption", NC_ ("purpose", "Consumption") },
  { "expansion_abroad", NC_ ("purpose", "Expansion abroad") },
  { "advertising", NC_ ("purpose", "Advertising") },
  { "running_costs", NC_ ("purpose", "Running costs") },
  { NULL, NULL },
};

const TpWord tp_words_commitment_status[] = {
  { "announced", NC_ ("status of a commitment", "Announced") },
  { "active", NC_ ("status of a commitment", "Active") },
  { "fulfilled", NC_ ("status of a commitment", "Fulfilled") },
  { "lapsed", NC_ ("status of a commitment", "Lapsed") },
  { "withdrawn", NC_ ("status of a commitment", "Withdrawn") },
  { NULL, NULL },
};

const TpWord tp_words_precision[] = {
  { "day", NC_ ("precision of a date", "Day") },
  { "month", NC_ ("precision of a date", "Month") },
  { "year", NC_ ("precision of a date", "Year") },
  { NULL, NULL },
};

const TpWord tp_words_basis[] = {
  { "stated", NC_ ("basis of a date", "Stated") },
  { "assumed", NC_ ("basis of a date", "Assumed") },
  { NULL, NULL },
};

const TpWord tp_words_measure[] = {
  { "exporters_reached", NC_ ("measure", "Exporters reached") },
  { "products_reached", NC_ ("measure", "Products reached") },
  { "provinces_reached", NC_ ("measure", "Provinces reached") },
  { "exporters_served", NC_ ("measure", "Companies served") },
  { "benefits_used", NC_ ("measure", "Benefits used") },
  { "capital_delivered", NC_ ("measure", "Capital delivered") },
  { "first_sales", NC_ ("measure", "First domestic sales") },
  { "reported", NC_ ("measure", "Reported") },
  { NULL, NULL },
};

const TpWord tp_words_counted[] = {
  { "records", NC_ ("how an indicator is counted", "Records") },
  { "reported", NC_ ("how an indicator is counted", "Reported") },
  { NULL, NULL },
};

const TpWord tp_words_qualifier[] = {
  { "exact", NC_ ("qualifier of a target", "Exactly") },
  { "at_least", NC_ ("qualifier of a target", "At least") },
  { "more_than", NC_ ("qualifier of a target", "More than") },
  { "up_to", NC_ ("qualifier of a target", "Up to") },
  { "about", NC_ ("qualifier of a target", "About") },
  { NULL, NULL },
};

const TpWord tp_words_direction[] = {
  { "increase", NC_ ("direction of an indicator", "Increase") },
  { "decrease", NC_ ("direction of an indicator", "Decrease") },
  { NULL, NULL },
};

const TpWord tp_words_channel_kind[] = {
  { "marketplace", NC_ ("channel kind", "Marketplace") },
  { "supermarket_shelf", NC_ ("channel kind", "Supermarket shelf") },
  { "procurement", NC_ ("channel kind", "Procurement") },
  { "livestream", NC_ ("channel kind", "Livestream") },
  { NULL, NULL },
};

const TpWord tp_words_enrolment_status[] = {
  { "applied", NC_ ("status of an enrolment", "Applied") },
  { "accepted", NC_ ("status of an enrolment", "Accepted") },
  { "live", NC_ ("status of an enrolment", "Live") },
  { "declined", NC_ ("status of an enrolment", "Declined") },
  { "withdrawn", NC_ ("status of an enrolment", "Withdrawn") },
  { NULL, NULL },
};

const TpWord tp_words_listing_status[] = {
  { "live", NC_ ("status of a listing", "Live") },
  { "delisted", NC_ ("status of a listing", "Delisted") },
  { NULL, NULL },
};

const TpWord tp_words_benefit_kind[] = {
  { "commission_relief", NC_ ("benefit kind", "Commission relief") },
  { "visibility_slot", NC_ ("benefit kind", "Visibility slot") },
  { "shelf_place", NC_ ("benefit kind", "Shelf place") },
  { "purchase", NC_ ("benefit kind", "Purchase") },
  { "livestream_slot", NC_ ("benefit kind", "Livestream slot") },
  { "grant", NC_ ("benefit kind", "Grant") },
  { NULL, NULL },
};

const TpWord tp_words_benefit_status[] = {
  { "planned", NC_ ("status of a benefit", "Planned") },
  { "used", NC_ ("status of a benefit", "Used") },
  { "missed", NC_ ("status of a benefit", "Missed") },
  { NULL, NULL },
};

const TpWord tp_words_requirement_status[] = {
  { "missing", NC_ ("status of a requirement", "Missing") },
  { "requested", NC_ ("status of a requirement", "Requested") },
  { "received", NC_ ("status of a requirement", "Received") },
  { "verified", NC_ ("status of a requirement", "Verified") },
  { "expired", NC_ ("status of a requirement", "Expired") },
  { "not_applicable", NC_ ("status of a requirement", "Not applicable") },
  { NULL, NULL },
};

const TpWord tp_words_applies[] = {
  { "always", NC_ ("where a requirement applies", "Always") },
  { "ccc", NC_ ("where a requirement applies", "Products in the CCC catalogue") },
  { "food_cosmetics", NC_ ("where a requirement applies", "Food and cosmetics") },
  { NULL, NULL },
};

const TpWord tp_words_entry_type[] = {
  { "pledge", NC_ ("entry type", "Pledge") },
  { "allocation", NC_ ("entry type", "Allocation") },
  { "disbursement", NC_ ("entry type", "Disbursement") },
  { "expenditure", NC_ ("entry type", "Expenditure") },
  { "refund", NC_ ("entry type", "Refund") },
  { NULL, NULL },
};

const TpWord tp_words_event_kind[] = {
  { "policy", NC_ ("event kind", "Policy") },
  { "tariff", NC_ ("event kind", "Tariff") },
  { "convening", NC_ ("event kind", "Convening") },
  { "statement", NC_ ("event kind", "Statement") },
  { "market_signal", NC_ ("event kind", "Market signal") },
  { NULL, NULL },
};

const TpWord tp_words_activity_kind[] = {
  { "note", NC_ ("activity kind", "Note") },
  { "call", NC_ ("activity kind", "Call") },
  { "meeting", NC_ ("activity kind", "Meeting") },
  { "visit", NC_ ("activity kind", "Visit") },
  { "stage", NC_ ("activity kind", "Stage change") },
  { "system", NC_ ("activity kind", "System") },
  { "requirement", NC_ ("activity kind", "Requirement") },
  { "merge", NC_ ("activity kind", "Merge") },
  { NULL, NULL },
};

const TpWord tp_words_scheme[] = {
  { "general", NC_ ("origin scheme of a tariff", "General") },
  { "de_minimis", NC_ ("origin scheme of a tariff", "De minimis") },
  { NULL, NULL },
};

const TpWord tp_words_rate_basis[] = {
  { "stated", NC_ ("basis of a rate", "Stated") },
  { "derived", NC_ ("basis of a rate", "Derived") },
  { NULL, NULL },
};

const TpWord tp_words_pace[] = {
  { "no_target", NC_ ("pace", "No target") },
  { "fulfilled", NC_ ("pace", "Fulfilled") },
  { "not_started", NC_ ("pace", "Not started") },
  { "overdue", NC_ ("pace", "Overdue") },
  { "stalled", NC_ ("pace", "Stalled") },
  { "no_period", NC_ ("pace", "No period") },
  { "ahead", NC_ ("pace", "Ahead") },
  { "on_track", NC_ ("pace", "On track") },
  { "behind", NC_ ("pace", "Behind") },
  { NULL, NULL },
};

const TpWord tp_words_import_outcome[] = {
  { "done", NC_ ("outcome of an import", "Done") },
  { "partly", NC_ ("outcome of an import", "Partly") },
  { "failed", NC_ ("outcome of an import", "Failed") },
  { NULL, NULL },
};

/* NC_() keeps only the text; the context stands here, once for each list. */
static const struct
{
  const TpWord *words;
  const char *context;
} contexts[] = {
  { tp_words_stage, "stage" },
  { tp_words_organisation_kind, "organisation kind" },
  { tp_words_role, "role in a commitment" },
  { tp_words_instrument, "instrument" },
  { tp_words_purpose, "purpose" },
  { tp_words_commitment_status, "status of a commitment" },
  { tp_words_precision, "precision of a date" },
  { tp_words_basis, "basis of a date" },
  { tp_words_measure, "measure" },
  { tp_words_counted, "how an indicator is counted" },
  { tp_words_qualifier, "qualifier of a target" },
  { tp_words_direction, "direction of an indicator" },
  { tp_words_channel_kind, "channel kind" },
  { tp_words_enrolment_status, "status of an enrolment" },
  { tp_words_listing_status, "status of a listing" },
  { tp_words_benefit_kind, "benefit kind" },
  { tp_words_benefit_status, "status of a benefit" },
  { tp_words_requirement_status, "status of a requirement" },
  { tp_words_applies, "where a requirement applies" },
  { tp_words_entry_type, "entry type" },
  { tp_words_event_kind, "event kind" },
  { tp_words_activity_kind, "activity kind" },
  { tp_words_scheme, "origin scheme of a tariff" },
  { tp_words_rate_basis, "basis of a rate" },
  { tp_words_pace, "pace" },
  { tp_words_import_outcome, "outcome of an import" },
};

/**
 * tp_word_find:
 * @words: one of the lists
 * @token: (nullable): a token
 *
 * Returns: (nullable): the word, or %NULL where the list has no such token
 */
const TpWord *
tp_word_find (const TpWord *words, const char *token)
{
  for (; token != NULL && words->token != NULL; words++)
    if (strcmp (words->token, token) == 0)
      return words;
  return NULL;
}

/**
 * tp_word_index:
 * @words: one of the lists
 * @token: (nullable): a token
 *
 * Returns: the token's place in the list from 0, or -1
 */
int
tp_word_index (const TpWord *words, const char *token)
{
  const TpWord *word = tp_word_find (words, token);

  return word != NULL ? (int) (word - words) : -1;
}

/**
 * tp_word_count:
 * @words: one of the lists
 *
 * Returns: how many words it has
 */
guint
tp_word_count (const TpWord *words)
{
  guint n = 0;

  while (words[n].token != NULL)
    n++;
  return n;
}

/**
 * tp_word_title:
 * @words: one of the lists
 * @token: (nullable): a token
 *
 * Returns: (transfer none): the word as people read it, in the current language;
 *   "" for %NULL, and the token itself where the list does not have it
 */
const char *
tp_word_title (const TpWord *words, const char *token)
{
  const TpWord *word = tp_word_find (words, token);

  if (token == NULL)
    return "";
  if (word == NULL)
    return token;
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    if (contexts[i].words == words)
      return g_dpgettext2 (GETTEXT_PACKAGE, contexts[i].context, word->title);
  return word->title;
}

/**
 * tp_words_list:
 * @words: one of the lists
 *
 * Returns: (transfer full): its tokens with commas, for messages that say what
 *   can be entered
 */
char *
tp_words_list (const TpWord *words)
{
  GString *out = g_string_new (NULL);

  for (; words->token != NULL; words++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", words->token);
  return g_string_free (out, FALSE);
}

/**
 * tp_stage_token:
 * @stage: a stage
 *
 * Returns: (transfer none): its token, "sourced" and so on
 */
const char *
tp_stage_token (TpStage stage)
{
  g_return_val_if_fail (stage < TP_N_STAGES, NULL);
  return tp_words_stage[stage].token;
}

/**
 * tp_text_has_words:
 * @text: (nullable): what a person entered as a reason
 *
 * Blanks of any script, the wide one of Chinese keyboards among them, and characters
 * that nobody sees are no reason.
 *
 * Returns: whether it says anything: has a letter, a digit or a Chinese character
 */
gboolean
tp_text_has_words (const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}
