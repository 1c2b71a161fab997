/* record-text.h: a record's fields as text, with references as business keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

char     *tp_record_field_text      (TpReader *reader, TpRecord *record, const TpField *field);
char     *tp_record_field_display   (TpReader *reader, TpRecord *record, const TpField *field);
char     *tp_record_value_text      (TpReader *reader, TpKind kind, TpRecord *context,
                                     const TpField *field, const TpValue *value);
gboolean  tp_record_field_from_text (TpReader *reader, TpRecord *record, const TpField *field,
                                     const char *text, GError **error);
gboolean  tp_query_where_given      (TpReader *reader, TpQuery *query, const char *field,
                                     const char *value, GError **error);

G_END_DECLS
