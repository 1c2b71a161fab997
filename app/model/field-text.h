/* field-text.h: a field's value as text, in files and for people, and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"
#include "record.h"

G_BEGIN_DECLS

char     *tp_field_to_text    (const TpField *field, TpRecord *record);
gboolean  tp_field_from_text  (const TpField *field, TpRecord *record, const char *text,
                               GError **error);
char     *tp_field_to_display (const TpField *field, TpRecord *record);
gboolean  tp_record_validate  (TpRecord *record, GError **error);
gboolean  tp_record_check_field (TpRecord *record, guint place, GError **error);

G_END_DECLS
