/* import-plan.c: a spreadsheet, its columns and what is to become of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (TpImportPlan, tp_import_plan, G_TYPE_OBJECT)

static void
tp_import_plan_finalize (GObject *object)
{
  TpImportPlan *self = TP_IMPORT_PLAN (object);

  if (self->spool != NULL)
    g_file_delete (self->spool, NULL, NULL);
  g_clear_object (&self->spool);
  g_object_unref (self->file);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self->wanted_encoding);
  g_free (self->encoding);
  g_free (self->etag);
  g_clear_pointer (&self->taken, g_array_unref);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->samples);
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    g_ptr_array_unref (self->rows[i]);
  G_OBJECT_CLASS (tp_import_plan_parent_class)->finalize (object);
}

static void
tp_import_plan_class_init (TpImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_import_plan_finalize;
}

static void
tp_import_plan_init (TpImportPlan *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (TpImportColumn));
  g_array_set_clear_func (self->columns, tp_import_column_clear);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    self->rows[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->kind = &tp_import_exporters;
  self->day = TP_DAY_NONE;
}

static int
score_for (GPtrArray *cells, const TpImportKind *kind)
{
  int score = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      TpImportColumn column = { .heading = g_ptr_array_index (cells, i) };

      tp_import_column_recognise (&column, kind);
      score += column.field != NULL ? 1 : 0;
    }
  return score;
}

/**
 * tp_import_score_headings:
 * @cells: the cells of a row
 * @plan: a #TpImportPlan
 *
 * Returns: how many of them name a field of the plan's kind; where it has none yet, of
 *   the kind that they fit best
 */
int
tp_import_score_headings (GPtrArray *cells, gpointer plan)
{
  TpImportPlan *self = plan;
  int best = 0;

  if (self->kind != NULL)
    return score_for (cells, self->kind);
  for (guint i = 0; tp_import_kind_at (i) != NULL; i++)
    best = MAX (best, score_for (cells, tp_import_kind_at (i)));
  return best;
}

/* A field that every record of the kind must have and that nothing gives it. */
static int
count_missing (GPtrArray *cells, const TpImportKind *kind)
{
  const TpKindInfo *info = tp_kind_info (kind->kind);
  int missing = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      gboolean there = (field->flags & TP_FIELD_REQUIRED) == 0 || kind->kind == TP_KIND_EXPORTER;

      for (guint k = 0; k < cells->len && !there; k++)
        there = tp_field_matches_heading (field, g_ptr_array_index (cells, k));
      missing += there ? 0 : 1;
    }
  return missing;
}

/* The kind whose fields the headings name; of two that fit as well the first. */
static const TpImportKind *
guess_kind (GPtrArray *headings)
{
  const TpImportKind *best = NULL;
  int most = G_MININT;

  for (guint i = 0; tp_import_kind_at (i) != NULL; i++)
    {
      const TpImportKind *kind = tp_import_kind_at (i);
      int score = 2 * score_for (headings, kind) - count_missing (headings, kind);

      if (score <= most)
        continue;
      most = score;
      best = kind;
    }
  return best;
}

/* UTF-8, UTF-16 and GB 18030 are told by their form; other encodings take any bytes. */
static gboolean
tells_by_itself (const char *encoding)
{
  return g_ascii_strncasecmp (encoding, "UTF", 3) == 0 || g_ascii_strcasecmp (encoding, "GB18030") == 0;
}

/**
 * tp_import_is_odd:
 * @text: a cell
 *
 * Returns: whether it has characters that text has none of, or hardly any: what is read in
 *   a wrong encoding is full of them
 */
gboolean
tp_import_is_odd (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (c == 0xFFFD || c == 0xAD || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE
          || (type == G_UNICODE_CONTROL && !g_ascii_isspace ((char) c)))
        return TRUE;
    }
  return FALSE;
}

/* Whether it can be a list at all. Any heading that is known says so; without one, there
 * must be rows, and words of this world in them. */
static gboolean
check_text (TpImportPlan *self, GError **error)
{
  gboolean odd = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      if (column->field != NULL)
        return TRUE;
      odd = odd || tp_import_is_odd (column->heading);
    }
  for (guint i = 0; i < self->samples->len; i++)
    for (char **cell = g_ptr_array_index (self->samples, i); *cell != NULL; cell++)
      odd = odd || tp_import_is_odd (*cell);
  if (odd)
    g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                 /* Translators: a file's name, an encoding */
                 _ ("“%s” is no readable text when it is read as %s: choose the encoding the file was saved "
                    "in, or save it again as CSV UTF-8"),
                 self->name, self->encoding);
  else if (self->samples->len == 0)
    g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("“%s” has no heading that is known, such as 企业名称 or USCC, and no rows below it: choose "
                    "another file, or the encoding this one was saved in"),
                 self->name);
  return !odd && self->samples->len > 0;
}

/* Public API */

/**
 * tp_import_plan_new:
 * @file: a CSV file; it is read again by each step
 *
 * Returns: (transfer full): a plan, to be opened with tp_import_plan_open()
 */
TpImportPlan *
tp_import_plan_new (GFile *file)
{
  TpImportPlan *self = g_object_new (TP_TYPE_IMPORT_PLAN, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base != NULL ? base : "");
  return self;
}

/**
 * tp_import_plan_set_kind:
 * @self: a plan, not at work
 * @kind: one of tp_import_kinds(), or %TP_KIND_NONE to have it guessed from the headings
 *   when the file is opened
 *
 * What the rows of the file are; exporters without it. The columns of an open plan are
 * recognised anew.
 */
void
tp_import_plan_set_kind (TpImportPlan *self, TpKind kind)
{
  self->kind = kind != TP_KIND_NONE ? tp_import_kind_of (kind) : NULL;
  g_return_if_fail (kind == TP_KIND_NONE || self->kind != NULL);
  if (!self->open)
    return;
  g_return_if_fail (self->kind != NULL);
  tp_import_columns_recognise (self);
  self->nameless = FALSE;
}

/**
 * tp_import_plan_get_kind:
 * @self: a plan
 *
 * Returns: what the rows of the file are, %TP_KIND_NONE where that is still to be guessed
 */
TpKind
tp_import_plan_get_kind (TpImportPlan *self)
{
  return self->kind != NULL ? self->kind->kind : TP_KIND_NONE;
}

/**
 * tp_import_plan_set_encoding:
 * @self: a plan that is not open yet
 * @encoding: (nullable): a name such as "GB18030"; %NULL has it guessed
 */
void
tp_import_plan_set_encoding (TpImportPlan *self, const char *encoding)
{
  g_set_str (&self->wanted_encoding, encoding);
}

/**
 * tp_import_plan_set_on_duplicate:
 * @self: a plan
 * @on_duplicate: what becomes of a row whose exporter is there already
 */
void
tp_import_plan_set_on_duplicate (TpImportPlan *self, TpOnDuplicate on_duplicate)
{
  self->on_duplicate = on_duplicate;
}

/**
 * tp_import_plan_set_on_fault:
 * @self: a plan
 * @on_fault: what becomes of a row that cannot stand
 */
void
tp_import_plan_set_on_fault (TpImportPlan *self, TpOnFault on_fault)
{
  self->on_fault = on_fault;
}

/**
 * tp_import_plan_set_day:
 * @self: a plan
 * @day: the day of what the file does not date: when its exporters were sourced, and when
 *   those that are there moved to another stage. %TP_DAY_NONE, or a day to come: today
 */
void
tp_import_plan_set_day (TpImportPlan *self, TpDay day)
{
  self->day = day;
}

/**
 * tp_import_plan_set_progress:
 * @self: a plan
 * @progress: (nullable): called now and then on the thread that works, with the bytes
 *   read and the file's size (0 where unknown)
 * @data: for @progress
 */
void
tp_import_plan_set_progress (TpImportPlan *self, TpImportProgress progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

/**
 * tp_import_plan_set_cancellable:
 * @self: a plan
 * @cancellable: (nullable): stops opening and checking; applying is stopped by that of
 *   the change
 */
void
tp_import_plan_set_cancellable (TpImportPlan *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/* What goes missing or shut between choosing a file and reading it, in words. */
static gboolean
fail_to_read (TpImportPlan *self, GError *failure, GError **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("“%s” is no longer there: put it back, or choose another file. Nothing was changed."), self->name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                 _ ("“%s” may not be read: allow it in its properties, or choose another file. Nothing was changed."),
                 self->name);
  else
    g_propagate_error (error, g_error_copy (failure));
  return FALSE;
}

/**
 * tp_import_read_file:
 * @self: a plan
 * @etag: (out) (transfer full) (nullable): what changes when the file does
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file, to be read
 */
GFileInputStream *
tp_import_read_file (TpImportPlan *self, char **etag, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GFileInputStream *stream = g_file_read (self->file, self->cancellable, &failure);
  g_autoptr (GFileInfo) info = NULL;

  *etag = NULL;
  if (stream == NULL)
    {
      fail_to_read (self, failure, error);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL,
                                         NULL);
  /* A file that is made again within the clock's tick seldom has the same size too. */
  if (info != NULL && g_file_info_get_etag (info) != NULL)
    *etag = g_strdup_printf ("%s %" G_GOFFSET_FORMAT, g_file_info_get_etag (info), g_file_info_get_size (info));
  return stream;
}

/**
 * tp_import_plan_open:
 * @self: a plan
 * @error: return location
 *
 * Reads the head of the file: encoding, delimiter, headings and some rows to show, and
 * recognises the columns. Of two columns for one field the first is taken.
 *
 * Returns: whether it can be read; %TP_ERROR_FORMAT where it has no rows of columns
 */
gboolean
tp_import_plan_open (TpImportPlan *self, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GFileInputStream) stream = tp_import_read_file (self, &etag, error);
  g_autoptr (TpCsvReader) csv = NULL;
  g_autoptr (GError) failed = NULL;
  GPtrArray *headings, *cells;

  if (stream == NULL)
    return FALSE;
  csv = tp_csv_reader_new (G_INPUT_STREAM (stream));
  tp_csv_reader_set_encoding (csv, self->wanted_encoding);
  tp_csv_reader_set_heading_score (csv, tp_import_score_headings, self, NULL);
  if (!tp_csv_reader_open (csv, self->cancellable, error))
    return FALSE;
  headings = tp_csv_reader_get_headings (csv);
  if (headings->len == 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                   _ ("“%s” is empty: choose a file with a row of headings and records below it"),
                   self->name);
      return FALSE;
    }
  g_set_str (&self->encoding, tp_csv_reader_get_encoding (csv));
  self->doubtful = self->wanted_encoding == NULL && !tells_by_itself (self->encoding);
  self->doubt_line = 0;
  self->delimiter = tp_csv_reader_get_delimiter (csv);
  self->heading_line = tp_csv_reader_get_heading_line (csv);
  g_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->samples, 0);
  for (guint i = 0; i < headings->len; i++)
    {
      TpImportColumn column = { .heading = g_strdup (g_ptr_array_index (headings, i)) };

      g_array_append_val (self->columns, column);
    }
  if (self->kind == NULL)
    self->kind = guess_kind (headings);
  tp_import_columns_recognise (self);
  self->nameless = FALSE;
  while (self->samples->len < TP_SAMPLE_ROWS
         && tp_csv_reader_next (csv, &cells, NULL, self->cancellable, &failed))
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (guint i = 0; i < cells->len; i++)
        g_strv_builder_add (row, g_ptr_array_index (cells, i));
      g_ptr_array_add (self->samples, g_strv_builder_end (row));
    }
  /* A file that breaks off within its first rows is told at once. */
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!check_text (self, error))
    return FALSE;
  g_set_str (&self->etag, etag);
  self->open = TRUE;
  return TRUE;
}

/**
 * tp_import_plan_get_name:
 * @self: a plan
 *
 * Returns: (transfer none): the file's name
 */
const char *
tp_import_plan_get_name (TpImportPlan *self)
{
  return self->name;
}

/**
 * tp_import_plan_get_encoding:
 * @self: a plan that was opened
 *
 * Returns: (transfer none): the encoding the file is read in
 */
const char *
tp_import_plan_get_encoding (TpImportPlan *self)
{
  return self->encoding;
}

/**
 * tp_import_plan_get_doubt_line:
 * @self: a plan that was checked or applied
 *
 * Returns: the first line with letters that only a guess at the encoding gives, 0 where
 *   there is none: then whoever has chosen no encoding is to be told which was taken
 */
guint
tp_import_plan_get_doubt_line (TpImportPlan *self)
{
  return self->doubt_line;
}

/**
 * tp_import_plan_get_delimiter:
 * @self: a plan that was opened
 *
 * Returns: what separates its columns
 */
char
tp_import_plan_get_delimiter (TpImportPlan *self)
{
  return self->delimiter;
}

/**
 * tp_import_plan_get_heading_line:
 * @self: a plan that was opened
 *
 * Returns: the line its headings stand in, from 1
 */
guint
tp_import_plan_get_heading_line (TpImportPlan *self)
{
  return self->heading_line;
}

/**
 * tp_import_plan_get_n_columns:
 * @self: a plan that was opened
 *
 * Returns: how many columns it has
 */
guint
tp_import_plan_get_n_columns (TpImportPlan *self)
{
  return self->columns->len;
}

/**
 * tp_import_plan_get_heading:
 * @self: a plan that was opened
 * @column: a column, from 0
 *
 * Returns: (transfer none): its heading as it stands in the file
 */
const char *
tp_import_plan_get_heading (TpImportPlan *self, guint column)
{
  return g_array_index (self->columns, TpImportColumn, column).heading;
}

/**
 * tp_import_plan_get_sample:
 * @self: an open plan
 * @column: a column
 * @row: a row from 0, of the first few below the headings
 *
 * Returns: (transfer none) (nullable): the cell's text; %NULL past the end
 */
const char *
tp_import_plan_get_sample (TpImportPlan *self, guint column, guint row)
{
  char **cells;

  if (row >= self->samples->len)
    return NULL;
  cells = g_ptr_array_index (self->samples, row);
  return column < g_strv_length (cells) ? cells[column] : NULL;
}

/**
 * tp_import_plan_get_field:
 * @self: an open plan
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the field it fills; %NULL: it is not imported
 */
const TpField *
tp_import_plan_get_field (TpImportPlan *self, guint column)
{
  return g_array_index (self->columns, TpImportColumn, column).field;
}

/**
 * tp_import_plan_get_fields:
 * @self: an open plan
 *
 * Returns: (transfer container) (element-type TpField): the fields that a column may fill.
 *   The store gives exporters their references, and archiving is an act of its own
 */
GPtrArray *
tp_import_plan_get_fields (TpImportPlan *self)
{
  g_auto (GStrv) names = g_strsplit (self->kind->fields, " ", -1);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (fields, (gpointer) tp_import_kind_field (self->kind, names[i], NULL, NULL));
  return fields;
}

/**
 * tp_import_plan_set_field:
 * @self: an open plan, not at work
 * @column: a column
 * @field: (nullable): the field it fills; %NULL leaves it out
 *
 * A field is filled by one column: another one that did is left out from now on.
 */
void
tp_import_plan_set_field (TpImportPlan *self, guint column, const TpField *field)
{
  for (guint i = 0; field != NULL && i < self->columns->len; i++)
    {
      TpImportColumn *other = &g_array_index (self->columns, TpImportColumn, i);

      if (i != column && other->field == field)
        tp_import_column_fill (other, self->kind, NULL);
    }
  tp_import_column_fill (&g_array_index (self->columns, TpImportColumn, column), self->kind, field);
}

/**
 * tp_import_plan_map:
 * @self: an open plan
 * @heading: a column's heading as the file has it, or its number from 1
 * @field: a field's name; "" leaves the column out
 * @error: return location
 *
 * Returns: whether the column fills the field now; %TP_ERROR_NOT_FOUND names what is
 *   not there
 */
gboolean
tp_import_plan_map (TpImportPlan *self, const char *heading, const char *field, GError **error)
{
  const TpField *wanted = *field != '\0' ? tp_import_kind_field (self->kind, field, NULL, NULL) : NULL;
  guint64 number = 0;

  if (*field != '\0' && wanted == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   /* Translators: what was given, and the names of fields */
                   _ ("No column can fill a field “%s”: use one of %s"), field, self->kind->fields);
      return FALSE;
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (tp_import_plan_get_heading (self, i), heading))
      {
        tp_import_plan_set_field (self, i, wanted);
        return TRUE;
      }
  if (g_ascii_string_to_unsigned (heading, 10, 1, self->columns->len, &number, NULL))
    {
      tp_import_plan_set_field (self, (guint) number - 1, wanted);
      return TRUE;
    }
  g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
               _ ("“%s” has no column “%s”: use a heading as it stands in the file, or its number"),
               self->name, heading);
  return FALSE;
}

/**
 * tp_import_plan_get_counts:
 * @self: a plan that was checked or applied
 * @counts: (out): what came of its rows
 */
void
tp_import_plan_get_counts (TpImportPlan *self, TpImportCounts *counts)
{
  *counts = self->counts;
}

/**
 * tp_import_plan_get_rows:
 * @self: a plan that was checked or applied, not at work
 * @outcome: what became of them
 *
 * Returns: (transfer full): the rows in the file's order, a thousand refused ones and two
 *   hundred others at most, as a list of #TpImportRow
 */
GListModel *
tp_import_plan_get_rows (TpImportPlan *self, TpRowOutcome outcome)
{
  GListStore *list = g_list_store_new (TP_TYPE_IMPORT_ROW);

  g_list_store_splice (list, 0, 0, self->rows[outcome]->pdata, self->rows[outcome]->len);
  return G_LIST_MODEL (list);
}

/**
 * tp_import_plan_get_taken:
 * @self: a plan, not at work
 *
 * Returns: (transfer none) (nullable) (element-type gint64): the ids of the records that it
 *   added or changed; %NULL where it was not applied, or they are more than a thousand
 */
GArray *
tp_import_plan_get_taken (TpImportPlan *self)
{
  return self->taken != NULL && self->taken->len <= TP_TAKEN_KEPT ? self->taken : NULL;
}

/**
 * tp_import_plan_save_refused:
 * @self: a plan that was checked or applied
 * @stream: where to
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes all refused rows as they were, with the line, column and reason added to each,
 * as CSV in UTF-8 with a byte order mark, to be corrected and imported again.
 *
 * Returns: whether they are written
 */
gboolean
tp_import_plan_save_refused (TpImportPlan *self, GOutputStream *stream, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GFileInputStream) spool = NULL;

  if (self->spool == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("No row of “%s” was refused."), self->name);
      return FALSE;
    }
  spool = g_file_read (self->spool, cancellable, error);
  return spool != NULL
         && g_output_stream_splice (stream, G_INPUT_STREAM (spool),
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, error) >= 0;
}
