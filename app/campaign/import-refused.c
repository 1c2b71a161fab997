/* import-refused.c: a row that an import left out, as the person reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How every SQLite file begins, and with it every workspace. */
static const char workspace_head[] = "SQLite format 3";

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
  PROP_PLACE,
  PROP_LINE_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
place_text (TpRefusedRow *self)
{
  if (self->column == NULL || *self->column == '\0')
    return g_strdup (self->value);
  /* Translators: a column's heading and the value in it */
  return g_strdup_printf (C_ ("refused row", "%s: %s"), self->column, self->value);
}

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
  /* Column and value on one line, where there is no room for two columns. */
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_LINE_TITLE] = g_param_spec_string ("line-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_refused_row_init (TpRefusedRow *self)
{
}

/**
 * tp_refused_row_new:
 * @line: the line of the file it begins in
 * @name: the exporter's name
 * @column: the heading of the column at fault, "" for none
 * @value: what stands there
 * @reason: what is wrong
 *
 * Returns: (transfer full): the row
 */
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

/**
 * tp_refused_row_get_value:
 * @self: a refused row
 *
 * Returns: (transfer none): what stands in the column at fault
 */
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

/* Saving them */

/* Neither the file they come from nor a workspace is ever put aside for them. */
static gboolean
check_place (TpImportPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) there = g_file_read (file, cancellable, NULL);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  char head[sizeof workspace_head] = { 0 };

  if (g_file_equal (file, plan->file))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” is the file that is being imported: choose another name"), name);
      return FALSE;
    }
  if (there != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (there), head, sizeof head, NULL, cancellable, NULL)
      && memcmp (head, workspace_head, sizeof head) == 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED, _ ("“%s” is a workspace: choose another name"), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_import_plan_save_refused_as:
 * @plan: a plan that was checked or applied, not at work
 * @file: where to; what is there is replaced once the new file is whole
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes what tp_import_plan_save_refused() does. Blocking, for a thread.
 *
 * Returns: whether it is there; otherwise what was there before is
 */
gboolean
tp_import_plan_save_refused_as (TpImportPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  gboolean new_file = !g_file_query_exists (file, cancellable);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!check_place (plan, file, cancellable, error))
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (tp_import_plan_save_refused (plan, G_OUTPUT_STREAM (stream), cancellable, error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  /* A close that is cancelled leaves the old file in its place. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
  if (new_file)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}
