/* field.c: looking kinds and fields up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_kind_from_token:
 * @token: (nullable): "exporter" and so on
 *
 * Returns: the kind, or %TP_KIND_NONE
 */
TpKind
tp_kind_from_token (const char *token)
{
  for (int kind = 0; token != NULL && kind < TP_N_KINDS; kind++)
    if (strcmp (tp_kind_info ((TpKind) kind)->token, token) == 0)
      return (TpKind) kind;
  return TP_KIND_NONE;
}

/**
 * tp_kind_from_plural:
 * @plural: (nullable): a word of the CLI's RECORDS, "exporters" and so on
 *
 * Returns: the kind, or %TP_KIND_NONE
 */
TpKind
tp_kind_from_plural (const char *plural)
{
  for (int kind = 0; plural != NULL && kind < TP_N_KINDS; kind++)
    if (strcmp (tp_kind_info ((TpKind) kind)->plural, plural) == 0)
      return (TpKind) kind;
  return TP_KIND_NONE;
}

/**
 * tp_kind_token:
 * @kind: a kind
 *
 * Returns: (transfer none): its token, also the name of its table
 */
const char *
tp_kind_token (TpKind kind)
{
  return tp_kind_info (kind)->token;
}

/**
 * tp_kind_title:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as people read it, translated
 */
const char *
tp_kind_title (TpKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", tp_kind_info (kind)->title);
}

/**
 * tp_kind_field_index:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: the field's place among the kind's fields from 0, or -1
 */
int
tp_kind_field_index (TpKind kind, const char *name)
{
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].name == name || strcmp (info->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * tp_kind_field:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: (nullable) (transfer none): the description of the field
 */
const TpField *
tp_kind_field (TpKind kind, const char *name)
{
  int i = tp_kind_field_index (kind, name);

  return i >= 0 ? &tp_kind_info (kind)->fields[i] : NULL;
}

/**
 * tp_field_title:
 * @field: a field
 *
 * Returns: (transfer none): its name as people read it, translated
 */
const char *
tp_field_title (const TpField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->title);
}

/**
 * tp_field_is_text:
 * @field: a field
 *
 * Returns: whether its values are text; all others are whole numbers
 */
gboolean
tp_field_is_text (const TpField *field)
{
  return field->type == TP_FIELD_TEXT || field->type == TP_FIELD_NOTE
         || field->type == TP_FIELD_TOKEN || field->type == TP_FIELD_TOKENS;
}

/* Headings are compared without case, spaces, underlines, dots and brackets. */
static char *
plain_heading (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/**
 * tp_field_matches_heading:
 * @field: a field
 * @heading: a column's heading in a file, UTF-8
 *
 * Returns: whether the column holds this field: by the field's name, its title in
 *   English or the current language, or one of the usual Chinese headings
 */
gboolean
tp_field_matches_heading (const TpField *field, const char *heading)
{
  g_autofree char *wanted = plain_heading (heading);
  g_autofree char *all = g_strjoin ("|", field->name, field->title, tp_field_title (field),
                                    field->headings, NULL);
  g_auto (GStrv) forms = g_strsplit (all, "|", -1);

  if (*wanted == '\0')
    return FALSE;
  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *form = plain_heading (forms[i]);

      if (strcmp (form, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}
