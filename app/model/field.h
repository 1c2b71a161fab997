/* field.h: what a record consists of.
 *
 * Every field is described once, in kinds.c: its name (the same in SQL, C, .ui,
 * CLI, JSON and CSV), type, words, rule and the headings it is recognised by.
 * Store, exchange, history, CLI and lists read that description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

#include <glib.h>

G_BEGIN_DECLS

/* In order of dependence: a kind refers only to itself and to kinds before it, so
 * that records written out in this order can be read back one by one. */
typedef enum
{
  TP_KIND_SETTING,
  TP_KIND_ATTACHMENT,
  TP_KIND_ORGANISATION,
  TP_KIND_PERSON,
  TP_KIND_EVIDENCE,
  TP_KIND_COMMITMENT,
  TP_KIND_COMMITMENT_ROLE,
  TP_KIND_CHANNEL,
  TP_KIND_PROGRAMME,
  TP_KIND_INDICATOR,
  TP_KIND_READING,
  TP_KIND_REQUIREMENT_SET,
  TP_KIND_REQUIREMENT,
  TP_KIND_EXPORTER,
  TP_KIND_PRODUCT,
  TP_KIND_ENROLMENT,
  TP_KIND_LISTING,
  TP_KIND_BENEFIT,
  TP_KIND_SALE,
  TP_KIND_REQUIREMENT_STATUS,
  TP_KIND_FUND,
  TP_KIND_ENTRY,
  TP_KIND_RATE,
  TP_KIND_TARIFF,
  TP_KIND_EVENT,
  TP_KIND_EVENT_LINK,
  TP_KIND_CITATION,
  TP_KIND_RIVAL_VALUE,
  TP_KIND_ACTIVITY,
  TP_KIND_TASK,
  TP_KIND_SAVED_FILTER,
  TP_KIND_IMPORT,
  TP_N_KINDS,
  TP_KIND_NONE = -1,
} TpKind;

typedef enum
{
  TP_FIELD_TEXT,    /* a line of text */
  TP_FIELD_NOTE,    /* text of several lines */
  TP_FIELD_TOKEN,   /* one word of a list */
  TP_FIELD_TOKENS,  /* words of a list, separated by single spaces */
  TP_FIELD_INTEGER, /* a whole number */
  TP_FIELD_MINOR,   /* money in minor units; the currency is in another field */
  TP_FIELD_BASIS,   /* a share or rate in basis points: 12.5 % is 1250 */
  TP_FIELD_DAY,     /* a calendar day, TpDay */
  TP_FIELD_TIME,    /* an instant, milliseconds since 1970 in UTC */
  TP_FIELD_FLAG,    /* 0 or 1 */
  TP_FIELD_REF,     /* the id of a record of one kind */
  TP_FIELD_SUBJECT, /* the id of a record whose kind is in the field before */
} TpFieldType;

typedef enum
{
  TP_FIELD_PLAIN = 0,
  TP_FIELD_REQUIRED = 1 << 0,
  TP_FIELD_KEY = 1 << 1,    /* people name the record by it; unique */
  TP_FIELD_AUTO = 1 << 2,   /* the store gives it a value where there is none */
} TpFieldFlags;

typedef struct
{
  const char *name;
  TpFieldType type;
  TpFieldFlags flags;
  const char *title;    /* untranslated: use tp_field_title() */
  const TpWord *words;  /* TOKEN and TOKENS */
  TpKind ref;           /* REF */
  const char *currency; /* MINOR: the field that holds the ISO 4217 code */
  const char *headings; /* other headings of the column in files, with '|' between */
} TpField;

typedef struct
{
  const char *token;  /* "exporter": the table, the JSON kind */
  const char *plural; /* "exporters": the CLI's RECORDS */
  const char *title;  /* untranslated: use tp_kind_title() */
  const char *type_name; /* the GType, "TpExporter" */
  const char *prefix; /* of the short references that the store makes, "E"; or NULL */
  const TpField *fields;
  guint n_fields;
} TpKindInfo;

const TpKindInfo *tp_kind_info       (TpKind kind);
TpKind            tp_kind_from_token (const char *token);
TpKind            tp_kind_from_plural (const char *plural);
const char       *tp_kind_token      (TpKind kind);
const char       *tp_kind_title      (TpKind kind);
int               tp_kind_field_index (TpKind kind, const char *name);
const TpField    *tp_kind_field      (TpKind kind, const char *name);

const char       *tp_field_title     (const TpField *field);
gboolean          tp_field_is_text   (const TpField *field);
gboolean          tp_field_matches_heading (const TpField *field, const char *heading);

G_END_DECLS
