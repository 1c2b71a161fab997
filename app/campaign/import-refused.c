/* import-refused.c: a row that an import left out, as the person reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan.h"

struct _TpRefusedRow
{
  GObject parent_instance;

  gint64 line;
  char *name;
  char *column;
  char *value;
  char *reason;
};

G_DEFINE_FINAL_TYPE (TpRefusedRow, tp_refused_row, G_TYPE_OBJECT)

enum
{
  PROP_LINE = 1,
  PROP_LINE_TEXT,
  PROP_NAME,
  PROP_COLUMN,
  PROP_VALUE,
  PROP_REASON,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
tp_refused_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpRefusedRow *self = TP_REFUSED_ROW (object);

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_refused_row_finalize (GObject *object)
{
  TpRefusedRow *self = TP_REFUSED_ROW (object);

  g_free (self->name);
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  G_OBJECT_CLASS (tp_refused_row_parent_class)->finalize (object);
}

static void
tp_refused_row_class_init (TpRefusedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_refused_row_get_property;
  object_class->finalize = tp_refused_row_finalize;
  props[PROP_LINE] = g_param_spec_int64 ("line", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_LINE_TEXT] = g_param_spec_string ("line-text", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_refused_row_init (TpRefusedRow *self)
{
}

TpRefusedRow *
tp_refused_row_new (gint64 line, const char *name, const char *column, const char *value,
                    const char *reason)
{
  TpRefusedRow *self = g_object_new (TP_TYPE_REFUSED_ROW, NULL);

  self->line = line;
  self->name = g_strdup (name);
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);
  return self;
}

/**
 * tp_refused_row_get_line:
 * @self: a refused row
 *
 * Returns: the line of the file it begins in, from 1
 */
gint64
tp_refused_row_get_line (TpRefusedRow *self)
{
  return self->line;
}

/**
 * tp_refused_row_get_column:
 * @self: a refused row
 *
 * Returns: (transfer none): the heading of the column at fault as the file has it, or
 *   the field's name where the file has no such column
 */
const char *
tp_refused_row_get_column (TpRefusedRow *self)
{
  return self->column;
}

const char *
tp_refused_row_get_value (TpRefusedRow *self)
{
  return self->value;
}

/**
 * tp_refused_row_get_reason:
 * @self: a refused row
 *
 * Returns: (transfer none): what is wrong and what to enter, translated
 */
const char *
tp_refused_row_get_reason (TpRefusedRow *self)
{
  return self->reason;
}
