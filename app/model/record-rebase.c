/* record-rebase.c: what one person changed, on top of what others changed meanwhile.
 *
 * A form holds a record as it was when it was opened. Writing all of it back would undo
 * without a word what another window or the command line changed since; so only the
 * fields that the person changed are carried over to the record as it is now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-rebase.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The field without which this one says nothing: an amount's currency, the day of a
 * "…_precision" or "…_basis"; its own place where there is none. */
static guint
head_of (TpKind kind, guint place)
{
  static const char *const tails[] = { "_precision", "_basis" };
  const TpField *field = &tp_kind_info (kind)->fields[place];
  int head = -1;

  if (field->type == TP_FIELD_MINOR)
    head = tp_kind_field_index (kind, field->currency);
  for (guint i = 0; i < G_N_ELEMENTS (tails) && head < 0; i++)
    if (g_str_has_suffix (field->name, tails[i]))
      {
        g_autofree char *name = g_strndup (field->name, strlen (field->name) - strlen (tails[i]));

        head = tp_kind_field_index (kind, name);
      }
  return head >= 0 ? (guint) head : place;
}

static gboolean
differs (TpRecord *a, TpRecord *b, guint place)
{
  return !tp_value_equal (tp_record_value (a, place), tp_record_value (b, place));
}

/* Changed by somebody else, and not to what this person wants as well. */
static gboolean
moved (TpRecord *base, TpRecord *edited, TpRecord *stored, guint place)
{
  return differs (stored, base, place) && differs (stored, edited, place);
}

static void
set_conflict (TpRecord *stored, guint place, GError **error)
{
  const TpField *field = &tp_kind_info (tp_record_get_kind (stored))->fields[place];
  g_autofree char *now = tp_record_value (stored, place)->set ? tp_field_to_display (field, stored) : NULL;

  if (now != NULL)
    /* Translators: a field's name, a record's name, the field's value now */
    g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
                 _ ("“%s” of “%s” was changed meanwhile and is “%s” now: close this, look at it, and change "
                    "it again if needed. Nothing was changed."),
                 tp_field_title (field), tp_record_get_title (stored), now);
  else
    /* Translators: a field's name, a record's name */
    g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
                 _ ("“%s” of “%s” was cleared meanwhile: close this, look at it, and change it again if "
                    "needed. Nothing was changed."),
                 tp_field_title (field), tp_record_get_title (stored));
}

/**
 * tp_record_rebase:
 * @base: a record as the person found it
 * @edited: the same as the person wants it
 * @stored: the same as it is now
 * @error: return location
 *
 * Fields that belong together (an amount and its currency, a day and its precision) are
 * not mixed from two people's changes.
 *
 * Returns: (transfer full) (nullable): an unsealed record: @stored with the fields in
 *   which @edited differs from @base; %NULL with %TP_ERROR_CONFLICT where both changed
 *   the same field to something different
 */
TpRecord *
tp_record_rebase (TpRecord *base, TpRecord *edited, TpRecord *stored, GError **error)
{
  TpKind kind = tp_record_get_kind (base);
  g_autoptr (TpRecord) result = NULL;

  g_return_val_if_fail (tp_record_get_kind (edited) == kind && tp_record_get_kind (stored) == kind, NULL);
  result = tp_record_edit (stored);
  for (guint i = 0; i < tp_kind_info (kind)->n_fields; i++)
    {
      guint head = head_of (kind, i);

      if (differs (edited, base, i) || differs (edited, base, head))
        for (guint k = 0; k < 2; k++)
          {
            guint place = k == 0 ? i : head;

            if (moved (base, edited, stored, place))
              {
                set_conflict (stored, place, error);
                return NULL;
              }
          }
      if (differs (edited, base, i))
        tp_record_set_value (result, i, tp_record_value (edited, i));
    }
  return g_steal_pointer (&result);
}
