/* history-row.c: one line of a history, ready to be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"

enum
{
  PROP_DAY = 1,
  PROP_UNDONE,
  PROP_DAY_TEXT, /* texts */
  PROP_SUBTITLE,
  PROP_SUBJECT,
  PROP_TITLE,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_FIELD,
  PROP_FIELD_TITLE,
  PROP_UNDONE_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpHistoryRow, tp_history_row, G_TYPE_OBJECT)

static const char *
text_of (TpHistoryRow *self, guint id)
{
  const char *const texts[N_PROPS] = {
    [PROP_DAY_TEXT] = self->day_text, [PROP_SUBTITLE] = self->subtitle,
    [PROP_SUBJECT] = self->subject,   [PROP_TITLE] = self->title,
    [PROP_BEFORE] = self->before,     [PROP_AFTER] = self->after,
    [PROP_FIELD] = self->field,       [PROP_FIELD_TITLE] = self->field_title,
    [PROP_UNDONE_TEXT] = self->undone_text,
  };

  return texts[id];
}

static void
tp_history_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpHistoryRow *self = TP_HISTORY_ROW (object);

  if (id == PROP_DAY)
    g_value_set_int (value, self->day);
  else if (id == PROP_UNDONE)
    g_value_set_boolean (value, self->undone);
  else
    g_value_set_string (value, text_of (self, id));
}

static void
tp_history_row_finalize (GObject *object)
{
  TpHistoryRow *self = TP_HISTORY_ROW (object);

  g_free (self->day_text);
  g_free (self->subtitle);
  g_free (self->subject);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self->field);
  g_free (self->field_title);
  g_free (self->undone_text);
  G_OBJECT_CLASS (tp_history_row_parent_class)->finalize (object);
}

static void
tp_history_row_class_init (TpHistoryRowClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_DAY_TEXT] = "day-text", [PROP_SUBTITLE] = "subtitle",       [PROP_SUBJECT] = "subject",
    [PROP_TITLE] = "title",       [PROP_BEFORE] = "before",           [PROP_AFTER] = "after",
    [PROP_FIELD] = "field",       [PROP_FIELD_TITLE] = "field-title", [PROP_UNDONE_TEXT] = "undone-text",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_history_row_get_property;
  object_class->finalize = tp_history_row_finalize;
  props[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  props[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, flags);
  for (guint i = PROP_DAY_TEXT; i < N_PROPS; i++)
    props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_history_row_init (TpHistoryRow *self)
{
  self->day = TP_DAY_NONE;
}

/**
 * tp_history_row_get_day:
 * @self: a line of a history
 *
 * Returns: the day it was done, in the workspace's time zone
 */
TpDay
tp_history_row_get_day (TpHistoryRow *self)
{
  return self->day;
}

/**
 * tp_history_row_get_field:
 * @self: a line of a history
 *
 * Returns: (transfer none): "exporter.city": by which lines are narrowed to one field
 */
const char *
tp_history_row_get_field (TpHistoryRow *self)
{
  return self->field;
}

/**
 * tp_history_row_get_field_title:
 * @self: a line of a history
 *
 * Returns: (transfer none): the field's name
 */
const char *
tp_history_row_get_field_title (TpHistoryRow *self)
{
  return self->field_title;
}

/**
 * tp_history_row_get_title:
 * @self: a line of a history
 *
 * Returns: (transfer none): what was done
 */
const char *
tp_history_row_get_title (TpHistoryRow *self)
{
  return self->title;
}

/**
 * tp_history_row_is_undone:
 * @self: a line of a history
 *
 * Returns: whether it was taken back and not made again
 */
gboolean
tp_history_row_is_undone (TpHistoryRow *self)
{
  return self->undone;
}
