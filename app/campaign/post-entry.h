/* post-entry.h: posting to a fund's ledger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/**
 * TpPosting:
 * @fund: id of the fund
 * @type: a token of tp_words_entry_type
 * @amount: minor units of the fund's currency, above zero
 * @currency: ISO 4217 of @amount; %NULL: the fund's
 * @date: the day it counts from; %TP_DAY_NONE: today
 * @purpose: a token of tp_words_purpose, or %NULL
 * @programme: id, or 0
 * @exporter: id, or 0
 * @exporter_text: what names the exporter where @exporter is 0: a USCC, a reference, a
 *   name; %NULL for none
 * @organisation: id, or 0
 * @province: GB/T 2260 code of two digits, or %NULL
 * @narrative: what it was for, or %NULL
 * @confirm_overrun: an overrun is meant: post it and flag it
 * @today: for a preview: the day after which nothing may be dated
 * @entry: out: id of the entry that was posted
 *
 * What is to be posted. An id of 0 is none.
 */
typedef struct
{
  gint64 fund;
  char *type;
  gint64 amount;
  char *currency;
  TpDay date;
  char *purpose;
  gint64 programme;
  gint64 exporter;
  char *exporter_text;
  gint64 organisation;
  char *province;
  char *narrative;
  gboolean confirm_overrun;
  TpDay today;

  gint64 entry;
} TpPosting;

TpPosting *tp_posting_new  (void);
void       tp_posting_free (gpointer posting);

/* What posting would come to: @after is what the fund stands at then, a sentence
 * without its full stop; @strain says that it overruns, %NULL where it does not. */
typedef struct
{
  char *after;
  char *strain;
} TpPostingPreview;

void       tp_posting_preview_free (gpointer preview);
gpointer   tp_posting_read_preview (TpReader *reader, gpointer posting, GError **error);

gboolean   tp_post_entry_run (TpChange *change, gpointer posting, GError **error);
gboolean   tp_post_pledge    (TpChange *change, TpPosting *posting, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpPosting, tp_posting_free)

G_END_DECLS
