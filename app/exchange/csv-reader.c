/* csv-reader.c: the rows of a CSV file, one by one, whatever wrote it.
 *
 * libcsv finds the cells. It pushes them, a reader is pulled: text goes into it in
 * slices of SLICE bytes, and the rows that come out wait in one block of memory,
 * used again for each slice, until they are asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv-reader.h"

#include "csv-guess.h"
#include "error.h"
#include "text-source.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SLICE (32 * 1024)
/* The headings are looked for in so many rows. */
#define N_HEADING_ROWS 10
/* More than this in one cell or row is a missing quotation mark, or no CSV. */
#define MAX_CELL (8 * 1024 * 1024)
#define MAX_CELLS 16384

typedef struct
{
  guint first; /* place of its first cell in `cells` */
  guint n_cells;
  guint line;
  gboolean filled;
} Row;

struct _TpCsvReader
{
  GObject parent_instance;

  TpTextSource *source;
  char *wanted_encoding;
  char delimiter; /* 0 as long as it is to be guessed */
  TpCsvHeadingScore score;
  gpointer score_data;
  GDestroyNotify score_destroy;

  gboolean open;
  struct csv_parser parser;
  const char *text; /* a piece from the source… */
  gsize text_length; /* …of which this much was not parsed yet */
  gboolean at_end;
  GError *failure; /* told when the rows before it were handed out */

  GByteArray *bytes; /* the cells one after the other, each ended by NUL */
  GArray *cells;     /* of gsize: where in `bytes` each begins */
  GArray *rows;      /* of Row: finished, waiting */
  guint next_row;
  Row row;           /* the one that is coming in */
  guint line;        /* the physical line that is coming in */
  int last_break;    /* what ended the line before, if nothing came since */
  gboolean too_many;

  GPtrArray *out;
  GPtrArray *headings;
  guint heading_line;
};

G_DEFINE_FINAL_TYPE (TpCsvReader, tp_csv_reader, G_TYPE_OBJECT)

static void
tp_csv_reader_finalize (GObject *object)
{
  TpCsvReader *self = TP_CSV_READER (object);

  if (self->score_destroy != NULL)
    self->score_destroy (self->score_data);
  csv_free (&self->parser);
  tp_text_source_free (self->source);
  g_free (self->wanted_encoding);
  g_clear_error (&self->failure);
  g_byte_array_unref (self->bytes);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->out);
  g_ptr_array_unref (self->headings);
  G_OBJECT_CLASS (tp_csv_reader_parent_class)->finalize (object);
}

static void
tp_csv_reader_class_init (TpCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_csv_reader_finalize;
}

static void
tp_csv_reader_init (TpCsvReader *self)
{
  self->bytes = g_byte_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->out = g_ptr_array_new ();
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->line = 1;
  /* Every line break is reported, so that lines can be counted. */
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_blk_size (&self->parser, 4096);
}

/* CR LF, LF and CR each end one line. */
static guint
count_breaks (const char *text, gsize length)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *p = text; (p = memchr (p, '\n', (gsize) (end - p))) != NULL; p++)
    n++;
  for (const char *p = text; (p = memchr (p, '\r', (gsize) (end - p))) != NULL; p++)
    n += p + 1 == end || p[1] != '\n';
  return n;
}

static void
on_cell (void *text, size_t length, void *data)
{
  TpCsvReader *self = data;
  gsize start = self->bytes->len;

  if (self->row.n_cells == 0)
    {
      self->row.first = self->cells->len;
      self->row.line = self->line;
      self->row.filled = FALSE;
    }
  self->last_break = 0;
  if (length > 0)
    {
      self->line += count_breaks (text, length);
      self->row.filled = TRUE;
    }
  if (self->row.n_cells == MAX_CELLS)
    {
      self->too_many = TRUE;
      return;
    }
  self->row.n_cells++;
  g_array_append_val (self->cells, start);
  g_byte_array_set_size (self->bytes, (guint) (start + length + 1));
  if (length > 0)
    memcpy (self->bytes->data + start, text, length);
  self->bytes->data[start + length] = '\0';
}

static void
on_row (int end, void *data)
{
  TpCsvReader *self = data;

  /* Lines with nothing in any cell, which spreadsheets leave below the data. */
  if (self->row.filled)
    g_array_append_val (self->rows, self->row);
  self->row.n_cells = 0;
  self->row.filled = FALSE;

  if (!(end == '\n' && self->last_break == '\r'))
    self->line++;
  self->last_break = end;
}

/* Makes room once all finished rows were handed out: what there is of the row that
 * is coming in moves to the front. */
static void
reset (TpCsvReader *self)
{
  if (self->row.n_cells == 0)
    {
      g_byte_array_set_size (self->bytes, 0);
      g_array_set_size (self->cells, 0);
    }
  else if (self->row.first > 0)
    {
      gsize start = g_array_index (self->cells, gsize, self->row.first);

      g_byte_array_remove_range (self->bytes, 0, (guint) start);
      g_array_remove_range (self->cells, 0, self->row.first);
      for (guint i = 0; i < self->cells->len; i++)
        g_array_index (self->cells, gsize, i) -= start;
      self->row.first = 0;
    }
  g_array_set_size (self->rows, 0);
  self->next_row = 0;
}

/* The line that the parser stands in: cells still coming in may hold breaks too. */
static guint
current_line (TpCsvReader *self)
{
  if (self->parser.entry_pos == 0)
    return self->line;
  return self->line + count_breaks ((const char *) self->parser.entry_buf, self->parser.entry_pos);
}

static void
fail_text (TpCsvReader *self, TpTextState state)
{
  const char *encoding = tp_text_source_get_encoding (self->source);
  guint line = current_line (self);

  self->at_end = TRUE;
  if (state == TP_TEXT_NUL)
    g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("Line %u holds a NUL character, which no text holds: choose the encoding the "
                    "file was saved in, such as UTF-16, or save it again as CSV UTF-8"),
                 line);
  else if (state == TP_TEXT_CUT)
    g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("The file ends in the middle of a character at line %u, read as %s: it was cut "
                    "short, or has another encoding. Take a complete copy, or choose the encoding"),
                 line, encoding);
  else
    g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("Line %u is not valid %s: choose the encoding the file was saved in, such as "
                    "GB18030, or save it again as CSV UTF-8"),
                 line, encoding);
}

static void
check_limits (TpCsvReader *self)
{
  if (self->too_many)
    g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("The row at line %u has more than %d columns: this is not a table of rows. "
                    "Choose another file or delimiter"),
                 self->row.n_cells > 0 ? self->row.line : self->line, MAX_CELLS);
  else if (self->parser.entry_pos > MAX_CELL || self->bytes->len > 2 * MAX_CELL)
    g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
                 _ ("A value in the row at line %u is longer than %d megabytes: a quotation mark "
                    "is probably missing at its end. Correct the file"),
                 self->row.n_cells > 0 ? self->row.line : self->line, MAX_CELL / (1024 * 1024));
  self->at_end = self->at_end || self->failure != NULL;
}

/* A line break ends the last row, unless it falls into an open quotation. */
static void
finish_parser (TpCsvReader *self)
{
  guint line = self->row.n_cells > 0 ? self->row.line : self->line;

  self->at_end = TRUE;
  self->last_break = 0;
  csv_parse (&self->parser, "\n", 1, on_cell, on_row, self);
  if (self->last_break == '\n')
    return;
  g_set_error (&self->failure, TP_ERROR, TP_ERROR_FORMAT,
               _ ("A value in the row at line %u begins with a quotation mark that is not closed "
                  "by the end of the file: add the missing mark, or take a complete copy"),
               line);
}

/* Has text at hand, or knows why there is no more. */
static gboolean
ensure_text (TpCsvReader *self, GCancellable *cancellable, GError **error)
{
  TpTextState state;

  if (self->text_length > 0)
    return TRUE;
  state = tp_text_source_next (self->source, &self->text, &self->text_length, cancellable, error);
  if (state == TP_TEXT_END)
    finish_parser (self);
  else if (state != TP_TEXT_MORE && state != TP_TEXT_FAILED)
    fail_text (self, state);
  return state != TP_TEXT_FAILED;
}

/* Parses a slice more, or meets the end. */
static gboolean
advance (TpCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize n;

  if (!ensure_text (self, cancellable, error))
    return FALSE;
  n = MIN (self->text_length, SLICE);
  if (n == 0)
    return TRUE;
  if (csv_parse (&self->parser, self->text, n, on_cell, on_row, self) != n)
    g_error ("libcsv: %s", csv_strerror (csv_error (&self->parser)));
  self->text += n;
  self->text_length -= n;
  check_limits (self);
  return TRUE;
}

static GPtrArray *
cells_of (TpCsvReader *self, const Row *row)
{
  g_ptr_array_set_size (self->out, (int) row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    self->out->pdata[i]
        = self->bytes->data + g_array_index (self->cells, gsize, row->first + i);
  return self->out;
}

static guint
count_filled (GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += *(const char *) g_ptr_array_index (cells, i) != '\0';
  return n;
}

/* The place of the heading row among the first rows: the best by the given score,
 * else the first that looks like headings, else the first of several cells, else
 * the first (a file of one column). */
static guint
find_headings (TpCsvReader *self, guint n_rows)
{
  TpCsvHeadingScore scores[] = { self->score, tp_csv_score_headings };

  for (guint s = 0; s < G_N_ELEMENTS (scores); s++)
    {
      int best_score = 0;
      guint best = 0;

      for (guint i = 0; scores[s] != NULL && i < n_rows; i++)
        {
          int score = scores[s] (cells_of (self, &g_array_index (self->rows, Row, i)),
                                 s == 0 ? self->score_data : NULL);

          if (score > best_score)
            {
              best_score = score;
              best = i;
            }
        }
      if (best_score > 0)
        return best;
    }
  for (guint i = 0; i < n_rows; i++)
    if (count_filled (cells_of (self, &g_array_index (self->rows, Row, i))) >= 2)
      return i;
  return 0;
}

/**
 * tp_csv_reader_new:
 * @stream: the file's bytes
 *
 * Returns: (transfer full): a reader
 */
TpCsvReader *
tp_csv_reader_new (GInputStream *stream)
{
  TpCsvReader *self = g_object_new (TP_TYPE_CSV_READER, NULL);

  self->source = tp_text_source_new (stream);
  return self;
}

/**
 * tp_csv_reader_set_encoding:
 * @self: a reader that is not open yet
 * @encoding: (nullable): the name of the file's encoding, %NULL to guess it
 */
void
tp_csv_reader_set_encoding (TpCsvReader *self, const char *encoding)
{
  g_return_if_fail (TP_IS_CSV_READER (self) && !self->open);
  g_set_str (&self->wanted_encoding, encoding);
}

/**
 * tp_csv_reader_set_delimiter:
 * @self: a reader that is not open yet
 * @delimiter: an ASCII character, 0 to guess it
 */
void
tp_csv_reader_set_delimiter (TpCsvReader *self, char delimiter)
{
  g_return_if_fail (TP_IS_CSV_READER (self) && !self->open);
  self->delimiter = delimiter;
}

/**
 * tp_csv_reader_set_heading_score:
 * @self: a reader that is not open yet
 * @score: (nullable): says how much a row looks like headings
 * @user_data: for @score
 * @destroy: (nullable): frees @user_data
 *
 * Of the first ten rows the one with the highest score is taken; where all have 0,
 * the first row of at least two different words.
 */
void
tp_csv_reader_set_heading_score (TpCsvReader *self, TpCsvHeadingScore score, gpointer user_data,
                                 GDestroyNotify destroy)
{
  g_return_if_fail (TP_IS_CSV_READER (self) && !self->open);
  if (self->score_destroy != NULL)
    self->score_destroy (self->score_data);
  self->score = score;
  self->score_data = user_data;
  self->score_destroy = destroy;
}

/**
 * tp_csv_reader_open:
 * @self: a reader
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Guesses what is to be guessed and reads to the row of headings. Rows above it
 * (titles) are passed over. An empty file opens too: it has no headings and no rows.
 *
 * Returns: whether the headings are there; %TP_ERROR_FORMAT says what is wrong
 */
gboolean
tp_csv_reader_open (TpCsvReader *self, GCancellable *cancellable, GError **error)
{
  guint heading;

  g_return_val_if_fail (TP_IS_CSV_READER (self), FALSE);
  if (self->open)
    return TRUE;
  if (tp_text_source_get_encoding (self->source) == NULL
      && !tp_text_source_open (self->source, self->wanted_encoding, cancellable, error))
    return FALSE;

  while (!self->at_end && self->rows->len < N_HEADING_ROWS)
    {
      if (!ensure_text (self, cancellable, error))
        return FALSE;
      if (self->delimiter == 0 && self->text_length > 0)
        self->delimiter = tp_csv_guess_delimiter (self->text, self->text_length);
      csv_set_delim (&self->parser, (unsigned char) self->delimiter);
      if (!self->at_end && !advance (self, cancellable, error))
        return FALSE;
    }
  self->open = TRUE;
  if (self->delimiter == 0)
    self->delimiter = ',';
  if (self->rows->len == 0)
    {
      if (self->failure == NULL)
        return TRUE;
      g_propagate_error (error, g_error_copy (self->failure));
      return FALSE;
    }

  heading = find_headings (self, MIN (self->rows->len, N_HEADING_ROWS));
  self->heading_line = g_array_index (self->rows, Row, heading).line;
  cells_of (self, &g_array_index (self->rows, Row, heading));
  for (guint i = 0; i < self->out->len; i++)
    g_ptr_array_add (self->headings, g_strdup (g_ptr_array_index (self->out, i)));
  self->next_row = heading + 1;
  return TRUE;
}

/**
 * tp_csv_reader_get_encoding:
 * @self: an open reader
 *
 * Returns: (transfer none) (nullable): the encoding, given or guessed: "UTF-8",
 *   "GB18030" (also of files that say GBK or GB 2312), "UTF-16LE" …
 */
const char *
tp_csv_reader_get_encoding (TpCsvReader *self)
{
  g_return_val_if_fail (TP_IS_CSV_READER (self), NULL);
  return tp_text_source_get_encoding (self->source);
}

/**
 * tp_csv_reader_get_delimiter:
 * @self: a reader that was opened
 *
 * Returns: what stands between the cells: given, or guessed
 */
char
tp_csv_reader_get_delimiter (TpCsvReader *self)
{
  g_return_val_if_fail (TP_IS_CSV_READER (self), 0);
  return self->delimiter;
}

/**
 * tp_csv_reader_get_headings:
 * @self: an open reader
 *
 * Returns: (transfer none) (element-type utf8): the headings, none in an empty file
 */
GPtrArray *
tp_csv_reader_get_headings (TpCsvReader *self)
{
  g_return_val_if_fail (TP_IS_CSV_READER (self), NULL);
  return self->headings;
}

/**
 * tp_csv_reader_get_heading_line:
 * @self: an open reader
 *
 * Returns: the line of the file, from 1, that the headings begin in; 0 without any
 */
guint
tp_csv_reader_get_heading_line (TpCsvReader *self)
{
  g_return_val_if_fail (TP_IS_CSV_READER (self), 0);
  return self->heading_line;
}

/**
 * tp_csv_reader_next:
 * @self: a reader, opened here if it was not
 * @cells: (out) (transfer none) (element-type utf8): the cells of the next row below
 *   the headings, as many as it has, which may be fewer or more than there are
 *   headings; none is %NULL; valid until the next call. Spaces around a cell that is
 *   not quoted are gone
 * @line: (out) (optional): the line of the file, from 1, that the row begins in
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Rows in which every cell is empty are passed over.
 *
 * Returns: whether there was a row; %FALSE without an error after the last one;
 *   %TP_ERROR_FORMAT names the line that cannot be read and what to do about it
 */
gboolean
tp_csv_reader_next (TpCsvReader *self, GPtrArray **cells, guint *line, GCancellable *cancellable,
                    GError **error)
{
  const Row *row;

  g_return_val_if_fail (TP_IS_CSV_READER (self), FALSE);
  g_return_val_if_fail (cells != NULL, FALSE);

  *cells = NULL;
  if (!self->open && !tp_csv_reader_open (self, cancellable, error))
    return FALSE;
  while (self->next_row >= self->rows->len)
    {
      if (self->at_end)
        {
          if (self->failure != NULL)
            g_propagate_error (error, g_error_copy (self->failure));
          return FALSE;
        }
      reset (self);
      if (!advance (self, cancellable, error))
        return FALSE;
    }
  row = &g_array_index (self->rows, Row, self->next_row++);
  *cells = cells_of (self, row);
  if (line != NULL)
    *line = row->line;
  return TRUE;
}

/**
 * tp_csv_reader_get_bytes_read:
 * @self: a reader
 *
 * Returns: how many bytes of the file were taken so far, for a progress bar
 */
goffset
tp_csv_reader_get_bytes_read (TpCsvReader *self)
{
  g_return_val_if_fail (TP_IS_CSV_READER (self), 0);
  return tp_text_source_get_bytes_read (self->source);
}
