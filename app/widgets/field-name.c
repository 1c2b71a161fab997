/* field-name.c: fields by the names that templates give them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-name.h"

/**
 * tp_field_by_name:
 * @name: (nullable): kind and field, "exporter.uscc"
 * @kind: (out) (optional): the kind
 *
 * Returns: (nullable): the field; %NULL with a warning where a template names one
 *   that does not exist
 */
const TpField *
tp_field_by_name (const char *name, TpKind *kind)
{
  g_auto (GStrv) parts = NULL;
  const TpField *field = NULL;
  TpKind found = TP_KIND_NONE;

  if (name == NULL)
    return NULL;
  parts = g_strsplit (name, ".", 2);
  if (g_strv_length (parts) == 2)
    found = tp_kind_from_token (parts[0]);
  if (found != TP_KIND_NONE)
    field = tp_kind_field (found, parts[1]);
  if (field == NULL)
    g_warning ("No record has the field “%s”", name);
  if (kind != NULL)
    *kind = found;
  return field;
}
