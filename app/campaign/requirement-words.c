/* requirement-words.c: a requirement of an exporter in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-words.h"

#include "exporter-words.h"
#include "words.h"

#include <glib/gi18n-lib.h>

/* From so many days before it on, an expiry is named as a time to come. */
#define SOON 60

static gboolean
is_open (const char *status)
{
  return !g_str_equal (status, "verified") && !g_str_equal (status, "not_applicable");
}

static const char *
icon_of (const char *status, gboolean late, gboolean soon, const char **css_class)
{
  *css_class = "dimmed";
  if (late || soon || g_str_equal (status, "expired"))
    return *css_class = "warning", "dialog-warning-symbolic";
  if (g_str_equal (status, "verified"))
    return *css_class = "success", "object-select-symbolic";
  if (g_str_equal (status, "requested"))
    return "requested-symbolic";
  if (g_str_equal (status, "received"))
    return *css_class = "accent", "received-symbolic";
  if (g_str_equal (status, "not_applicable"))
    return "list-remove-symbolic";
  return "pace-not-started-symbolic";
}

static char *
expiry_text (TpDay expiry, TpDay as_of)
{
  g_autofree char *date = NULL;
  int left = expiry - as_of;

  if (left == 0)
    return g_strdup (C_ ("document", "expires today"));
  if (left > 0 && left <= SOON)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "expires in %d day", "expires in %d days", (gulong) left),
                            left);
  date = tp_day_format_near (expiry, as_of);
  if (left < 0)
    /* Translators: the last day a document was valid */
    return g_strdup_printf (C_ ("document", "expired on %s"), date);
  /* Translators: the last day a document is valid */
  return g_strdup_printf (C_ ("document", "valid until %s"), date);
}

/**
 * tp_requirement_when_text:
 * @status: the status as it reads on the day
 * @record: (nullable): the requirement status
 * @as_of: the day
 *
 * Returns: (transfer full): what there is to say of its days: "2 days overdue",
 *   "due in 6 days", "expired on 3 Mar", "expires in 12 days", "valid until …"; ""
 */
char *
tp_requirement_when_text (const char *status, TpRecord *record, TpDay as_of)
{
  TpDay due = record != NULL ? tp_record_get_day (record, "due") : TP_DAY_NONE;
  TpDay expiry = record != NULL ? tp_record_get_day (record, "expiry") : TP_DAY_NONE;
  gboolean has_document = g_str_equal (status, "received") || g_str_equal (status, "verified")
                          || g_str_equal (status, "expired");

  /* What was asked for again is waited for, whatever the document before it was. */
  if (expiry != TP_DAY_NONE && has_document && !(g_str_equal (status, "received") && due != TP_DAY_NONE))
    return expiry_text (expiry, as_of);
  return is_open (status) ? tp_due_text (due, as_of) : g_strdup ("");
}

/**
 * tp_requirement_step_text:
 * @step: an activity of the kind "requirement"
 *
 * Returns: (transfer full): "Requested → Received"; the new status alone where it began
 */
char *
tp_requirement_step_text (TpRecord *step)
{
  const char *from = tp_record_get_text (step, "from_status");
  const char *to = tp_record_get_text (step, "to_status");

  if (from == NULL || g_str_equal (from, "missing") || to == NULL)
    return g_strdup (tp_word_title (tp_words_requirement_status, to != NULL ? to : from));
  /* Translators: the status of a requirement before and after */
  return g_strdup_printf (C_ ("step of a requirement", "%s → %s"),
                          tp_word_title (tp_words_requirement_status, from),
                          tp_word_title (tp_words_requirement_status, to));
}

/**
 * tp_requirement_fact:
 * @requirement: a requirement
 * @record: (nullable): how far it is for an exporter
 * @status: the status as it reads on the day
 * @as_of: the day
 *
 * Returns: (transfer full): a line whose id is the requirement's, with its number and
 *   issuer, its days and its status
 */
TpFact *
tp_requirement_fact (TpRecord *requirement, TpRecord *record, const char *status, TpDay as_of)
{
  TpFact *fact = tp_fact_new (TP_KIND_REQUIREMENT, tp_record_get_id (requirement),
                              tp_record_get_title (requirement));
  TpDay due = record != NULL ? tp_record_get_day (record, "due") : TP_DAY_NONE;
  TpDay expiry = record != NULL ? tp_record_get_day (record, "expiry") : TP_DAY_NONE;
  const char *number = record != NULL ? tp_record_get_text (record, "document_number") : NULL;
  const char *issuer = record != NULL ? tp_record_get_text (record, "issuer") : NULL;
  gboolean late = is_open (status) && due != TP_DAY_NONE && due < as_of;
  gboolean soon = g_str_equal (status, "verified") && expiry != TP_DAY_NONE && expiry - as_of <= SOON;
  const char *css_class;

  tp_fact_set (fact, "icon-name", icon_of (status, late, soon, &css_class));
  tp_fact_set (fact, "css-class", css_class);
  tp_fact_set (fact, "status", status);
  tp_fact_set (fact, "value", tp_word_title (tp_words_requirement_status, status));
  if (number != NULL && issuer != NULL)
    tp_fact_take (fact, "subtitle", g_strjoin (" · ", number, issuer, NULL));
  else
    tp_fact_set (fact, "subtitle", number != NULL ? number : issuer);
  tp_fact_take (fact, "note", tp_requirement_when_text (status, record, as_of));
  return fact;
}
