/* task-line.c: a task as a list shows it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "task-line.h"

#include "edit-task.h"
#include "exporter-words.h"

#include <glib/gi18n-lib.h>

struct _TpTaskLine
{
  GObject parent_instance;

  gint64 id, exporter;
  char *title, *subtitle, *note;
  gboolean late, done;
};

G_DEFINE_FINAL_TYPE (TpTaskLine, tp_task_line, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_EXPORTER,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NOTE,
  PROP_LATE,
  PROP_DONE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
tp_task_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpTaskLine *self = TP_TASK_LINE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_EXPORTER:
      g_value_set_int64 (value, self->exporter);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    case PROP_DONE:
      g_value_set_boolean (value, self->done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_task_line_finalize (GObject *object)
{
  TpTaskLine *self = TP_TASK_LINE (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  G_OBJECT_CLASS (tp_task_line_parent_class)->finalize (object);
}

static void
tp_task_line_class_init (TpTaskLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_task_line_get_property;
  object_class->finalize = tp_task_line_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_EXPORTER] = g_param_spec_int64 ("exporter", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  props[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_task_line_init (TpTaskLine *self)
{
}

static char *
note_of (TpRecord *task, TpDay as_of, gboolean done)
{
  TpDay snoozed = tp_record_get_day (task, "snoozed");
  g_autofree char *date = NULL;

  if (done)
    {
      date = tp_day_format_short (tp_record_get_day (task, "done"));
      /* Translators: of a task, and the date */
      return g_strdup_printf (C_ ("task", "done on %s"), date);
    }
  if (snoozed != TP_DAY_NONE && snoozed > as_of)
    {
      date = tp_day_format_short (snoozed);
      /* Translators: of a task that was snoozed, and the date */
      return g_strdup_printf (C_ ("task", "put off until %s"), date);
    }
  return tp_due_text (tp_record_get_day (task, "due"), as_of);
}

/**
 * tp_task_line_new:
 * @reader: a reader
 * @task: a task
 * @as_of: the day the line tells of
 * @names_exporter: whether the line says, and opens, the exporter it is for
 *
 * Returns: (transfer full): a line
 */
TpTaskLine *
tp_task_line_new (TpReader *reader, TpRecord *task, TpDay as_of, gboolean names_exporter)
{
  TpTaskLine *self = g_object_new (TP_TYPE_TASK_LINE, NULL);
  TpDay due = tp_record_get_day (task, "due");
  TpDay done = tp_record_get_day (task, "done");
  const char *owner = tp_record_get_text (task, "owner");
  const char *note = tp_record_get_text (task, "note");
  g_autoptr (TpRecord) exporter = NULL;

  self->id = tp_record_get_id (task);
  self->exporter = names_exporter ? tp_record_get_number_or (task, "exporter", 0) : 0;
  if (self->exporter != 0)
    exporter = tp_reader_get (reader, TP_KIND_EXPORTER, self->exporter);
  self->title = g_strdup (tp_record_get_title (task));
  self->done = done != TP_DAY_NONE && done <= as_of;
  self->late = !self->done && due != TP_DAY_NONE && due < as_of && tp_task_is_waiting (task, as_of);
  if (exporter != NULL && owner != NULL)
    /* Translators: of a task: for which exporter, and whose task it is */
    self->subtitle = g_strdup_printf (C_ ("task", "%s, %s"), tp_record_get_title (exporter), owner);
  else if (exporter != NULL)
    self->subtitle = g_strdup (tp_record_get_title (exporter));
  else if (owner != NULL && note != NULL)
    self->subtitle = g_strjoin (" · ", owner, note, NULL);
  else
    self->subtitle = g_strdup (owner != NULL ? owner : note != NULL ? note : "");
  self->note = note_of (task, as_of, self->done);
  return self;
}

/**
 * tp_task_line_get_id:
 * @self: a line
 *
 * Returns: the id of its task
 */
gint64
tp_task_line_get_id (TpTaskLine *self)
{
  return self->id;
}

/**
 * tp_task_line_get_exporter:
 * @self: a line
 *
 * Returns: the exporter that it names; 0 for none
 */
gint64
tp_task_line_get_exporter (TpTaskLine *self)
{
  return self->exporter;
}

/**
 * tp_task_line_is_done:
 * @self: a line
 *
 * Returns: whether it was done by the day the line tells of
 */
gboolean
tp_task_line_is_done (TpTaskLine *self)
{
  return self->done;
}

/* What waits comes first, then what is put off, then what is done, the latest first. */
static int
rank_of (TpRecord *task, TpDay day)
{
  TpDay done = tp_record_get_day (task, "done");

  return done != TP_DAY_NONE && done <= day ? 2 : tp_task_is_waiting (task, day) ? 0 : 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  TpRecord *one = *(TpRecord *const *) a, *other = *(TpRecord *const *) b;
  TpDay day = GPOINTER_TO_INT (data);
  int rank = rank_of (one, day) - rank_of (other, day);
  const char *field = rank_of (one, day) == 2 ? "done" : "due";
  TpDay x = tp_record_get_day (one, field), y = tp_record_get_day (other, field);

  if (rank != 0)
    return rank;
  /* Without a due day last. */
  if (x != y && (x == TP_DAY_NONE || y == TP_DAY_NONE))
    return x == TP_DAY_NONE ? 1 : -1;
  if (x != y)
    return (x < y) == (rank_of (one, day) == 2) ? 1 : -1;
  return tp_record_get_id (one) < tp_record_get_id (other) ? -1 : 1;
}

/**
 * tp_task_lines_read:
 * @reader: a reader
 * @question: a #TpTaskQuestion
 * @error: return location
 *
 * The tasks for an exporter (a #TpReadFunc).
 *
 * Returns: (transfer full): a #GListStore of #TpTaskLine: what waits by its due day, what
 *   is put off, and what was done, the latest first
 */
gpointer
tp_task_lines_read (TpReader *reader, gpointer question, GError **error)
{
  const TpTaskQuestion *q = question;
  g_autoptr (GPtrArray) tasks = tp_reader_children (reader, TP_KIND_TASK, "exporter", q->exporter);
  GListStore *lines = g_list_store_new (TP_TYPE_TASK_LINE);

  g_ptr_array_sort_with_data (tasks, compare, GINT_TO_POINTER (q->as_of));
  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr (TpTaskLine) line = tp_task_line_new (reader, g_ptr_array_index (tasks, i), q->as_of, FALSE);

      g_list_store_append (lines, line);
    }
  return lines;
}
