/* words.h: the fixed word lists of the campaign (stages, statuses, kinds …).
 *
 * A word has a token, the same in SQL, JSON, CSV and the CLI, and a title that
 * people read, translated. Lists are in the order in which people think of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *token;
  const char *title; /* untranslated, with its context: use tp_word_title() */
} TpWord;

extern const TpWord tp_words_stage[];
extern const TpWord tp_words_organisation_kind[];
extern const TpWord tp_words_role[];
extern const TpWord tp_words_instrument[];
extern const TpWord tp_words_purpose[];
extern const TpWord tp_words_commitment_status[];
extern const TpWord tp_words_precision[];
extern const TpWord tp_words_basis[];
extern const TpWord tp_words_measure[];
extern const TpWord tp_words_counted[];
extern const TpWord tp_words_qualifier[];
extern const TpWord tp_words_direction[];
extern const TpWord tp_words_channel_kind[];
extern const TpWord tp_words_enrolment_status[];
extern const TpWord tp_words_listing_status[];
extern const TpWord tp_words_benefit_kind[];
extern const TpWord tp_words_benefit_status[];
extern const TpWord tp_words_requirement_status[];
extern const TpWord tp_words_applies[];
extern const TpWord tp_words_entry_type[];
extern const TpWord tp_words_event_kind[];
extern const TpWord tp_words_activity_kind[];
extern const TpWord tp_words_scheme[];
extern const TpWord tp_words_rate_basis[];
extern const TpWord tp_words_pace[];
extern const TpWord tp_words_import_outcome[];

gboolean      tp_text_has_words (const char *text);
const TpWord *tp_word_find  (const TpWord *words, const char *token);
int           tp_word_index (const TpWord *words, const char *token);
guint         tp_word_count (const TpWord *words);
const char   *tp_word_title (const TpWord *words, const char *token);
char         *tp_words_list (const TpWord *words);

/* Stages by number: the seven of the pipeline in order, then the two beside it. */
typedef enum
{
  TP_STAGE_SOURCED,
  TP_STAGE_CONTACTED,
  TP_STAGE_QUALIFIED,
  TP_STAGE_DOCUMENTS,
  TP_STAGE_COMPLIANCE,
  TP_STAGE_LISTED,
  TP_STAGE_SELLING,
  TP_STAGE_ON_HOLD,
  TP_STAGE_DECLINED,
  TP_N_STAGES,
} TpStage;

#define TP_N_PIPELINE_STAGES 7

const char *tp_stage_token (TpStage stage);

G_END_DECLS
