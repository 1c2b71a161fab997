/* import-row.c: a row of a spreadsheet and what becomes of it, as the person reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-private.h"

#include <glib/gi18n-lib.h>

struct _TpImportRow
{
  GObject parent_instance;

  TpRowOutcome outcome;
  gint64 line;
  char *name;
  char *column;
  char *value;
  char *reason;
  char *changes;
};

G_DEFINE_FINAL_TYPE (TpImportRow, tp_import_row, G_TYPE_OBJECT)

enum
{
  PROP_LINE = 1,
  PROP_LINE_TEXT,
  PROP_NAME,
  PROP_COLUMN,
  PROP_VALUE,
  PROP_REASON,
  PROP_REFUSED,
  PROP_CHANGES,
  PROP_DETAIL,
  PROP_PLACE,
  PROP_LINE_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
place_text (TpImportRow *self)
{
  if (self->column == NULL || *self->column == '\0')
    return g_strdup (self->value);
  /* Translators: a column's heading and the value in it */
  return g_strdup_printf (C_ ("refused row", "%s: %s"), self->column, self->value);
}

static void
tp_import_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpImportRow *self = TP_IMPORT_ROW (object);

  switch (id)
    {
    case PROP_LINE:
      g_value_set_int64 (value, self->line);
      break;
    case PROP_LINE_TEXT:
      g_value_take_string (value, g_strdup_printf ("%" G_GINT64_FORMAT, self->line));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COLUMN:
      g_value_set_string (value, self->column);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_REFUSED:
      g_value_set_boolean (value, self->outcome == TP_ROW_REFUSED);
      break;
    case PROP_CHANGES:
      g_value_set_string (value, self->changes);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->outcome == TP_ROW_REFUSED ? self->reason : self->changes);
      break;
    case PROP_PLACE:
      g_value_take_string (value, place_text (self));
      break;
    case PROP_LINE_TITLE:
      g_value_take_string (value, g_strdup_printf (C_ ("refused row", "Line %u"), (guint) self->line));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_import_row_finalize (GObject *object)
{
  TpImportRow *self = TP_IMPORT_ROW (object);

  g_free (self->name);
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->changes);
  G_OBJECT_CLASS (tp_import_row_parent_class)->finalize (object);
}

static void
tp_import_row_class_init (TpImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_import_row_get_property;
  object_class->finalize = tp_import_row_finalize;
  props[PROP_LINE] = g_param_spec_int64 ("line", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_LINE_TEXT] = g_param_spec_string ("line-text", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  props[PROP_REFUSED] = g_param_spec_boolean ("refused", NULL, NULL, FALSE, flags);
  props[PROP_CHANGES] = g_param_spec_string ("changes", NULL, NULL, NULL, flags);
  /* Why it was refused, or what it changes. */
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  /* Column and value on one line, where there is no room for two columns. */
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_LINE_TITLE] = g_param_spec_string ("line-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_import_row_init (TpImportRow *self)
{
}

/**
 * tp_import_row_new:
 * @outcome: what becomes of it
 * @line: the line of the file it begins in
 * @name: what it is called
 * @column: (nullable): the heading of the column at fault
 * @value: (nullable): what stands there
 * @reason: (nullable): what is wrong
 * @changes: (nullable): what it changes, or adds
 *
 * Returns: (transfer full): the row
 */
TpImportRow *
tp_import_row_new (TpRowOutcome outcome, gint64 line, const char *name, const char *column,
                   const char *value, const char *reason, const char *changes)
{
  TpImportRow *self = g_object_new (TP_TYPE_IMPORT_ROW, NULL);

  self->outcome = outcome;
  self->line = line;
  self->name = g_strdup (name);
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);
  self->changes = g_strdup (changes);
  return self;
}

/**
 * tp_import_row_get_line:
 * @self: a row
 *
 * Returns: the line of the file it begins in, from 1
 */
gint64
tp_import_row_get_line (TpImportRow *self)
{
  return self->line;
}

/**
 * tp_import_row_get_column:
 * @self: a refused row
 *
 * Returns: (transfer none) (nullable): the heading of the column at fault as the file
 *   has it; "" where no column is
 */
const char *
tp_import_row_get_column (TpImportRow *self)
{
  return self->column;
}

/**
 * tp_import_row_get_reason:
 * @self: a refused row
 *
 * Returns: (transfer none) (nullable): what is wrong and what to enter, translated
 */
const char *
tp_import_row_get_reason (TpImportRow *self)
{
  return self->reason;
}

/**
 * tp_import_row_get_changes:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): of one that updates the fields with what they held
 *   and what they will hold; of one that is added what is known of it
 */
const char *
tp_import_row_get_changes (TpImportRow *self)
{
  return self->changes;
}
