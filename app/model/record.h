/* record.h: one record of the campaign, an immutable model object.
 *
 * Every kind has a GType of its own (TpExporter, TpCommitment …) whose properties
 * are its fields, so that templates bind to them by name; all share this API. The
 * store and the workspace hand out sealed records; to change one, take an unsealed
 * copy with tp_record_edit() and give that to a change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "field.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TP_TYPE_RECORD (tp_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpRecord, tp_record, TP, RECORD, GObject)

struct _TpRecordClass
{
  GObjectClass parent_class;
  TpKind kind;
};

/* A field's value. "Not stated" is set == FALSE, never a zero. */
typedef struct
{
  gboolean set;
  gint64 number; /* every type but text */
  char *text;    /* a GRefString; text types */
} TpValue;

GType          tp_record_type_of    (TpKind kind);
void           tp_records_ensure_types (void);

TpRecord      *tp_record_new        (TpKind kind);
TpRecord      *tp_record_edit       (TpRecord *self);
void           tp_record_seal       (TpRecord *self);

TpKind         tp_record_get_kind   (TpRecord *self);
gint64         tp_record_get_id     (TpRecord *self);
void           tp_record_set_id     (TpRecord *self, gint64 id);

/* By name: an unknown field is a programmer error. */
gboolean       tp_record_is_set     (TpRecord *self, const char *field);
const char    *tp_record_get_text   (TpRecord *self, const char *field);
gint64         tp_record_get_number (TpRecord *self, const char *field);
gint64         tp_record_get_number_or (TpRecord *self, const char *field, gint64 otherwise);
TpDay          tp_record_get_day    (TpRecord *self, const char *field);
gboolean       tp_record_has_word   (TpRecord *self, const char *field, const char *token);
void           tp_record_set_text   (TpRecord *self, const char *field, const char *text);
void           tp_record_set_number (TpRecord *self, const char *field, gint64 number);
void           tp_record_set_day    (TpRecord *self, const char *field, TpDay day);
void           tp_record_clear      (TpRecord *self, const char *field);

/* By place, for code that walks all fields. */
const TpValue *tp_record_value      (TpRecord *self, guint index);
void           tp_record_set_value  (TpRecord *self, guint index, const TpValue *value);
void           tp_record_take_text  (TpRecord *self, guint index, const char *text, gssize length);
gboolean       tp_value_equal       (const TpValue *a, const TpValue *b);
gboolean       tp_record_equal      (TpRecord *a, TpRecord *b);

const char    *tp_record_get_key    (TpRecord *self);
const char    *tp_record_get_title  (TpRecord *self);
const char    *tp_record_get_second_title (TpRecord *self);
const char    *tp_record_get_local  (TpRecord *self, const char *field);
gboolean       tp_language_is_chinese (void);

/* The GTypes by their usual names. */
#define TP_TYPE_EXPORTER (tp_record_type_of (TP_KIND_EXPORTER))
#define TP_TYPE_COMMITMENT (tp_record_type_of (TP_KIND_COMMITMENT))
#define TP_TYPE_ENTRY (tp_record_type_of (TP_KIND_ENTRY))
#define TP_TYPE_FUND (tp_record_type_of (TP_KIND_FUND))

G_END_DECLS
