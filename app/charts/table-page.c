/* table-page.c: a table on paper: lists, statements and reports.
 *
 * Laid out in points from the paper's corner: text is broken into lines once for each
 * width, pages are filled with whole rows, and one function paints a page for printer,
 * preview and PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-page.h"

#include "error.h"
#include "page.h"
#include "text.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points. */
#define MARGIN (15 / 25.4 * 72)
#define RUNNING_ROOM 22.0
#define TITLE_SIZE 16.0
#define TITLE_LEADING 21.0
#define SUBTITLE_SIZE 9.5
#define SUBTITLE_LEADING 13.5
#define TEXT_SIZE 9.0
#define LEADING 12.5
#define HEAD_SIZE 8.0
#define GROUP_SIZE 10.5
#define GROUP_ROOM 24.0
#define PAD 4.5
#define GAP 9.0
#define WRITING_ROOM 20.0
/* A cell has no more lines: a note of pages must not fill a page. */
#define MAX_LINES 9

typedef struct
{
  char *title;
  double share;
  TpAnchor anchor;
  double x, width; /* of the layout */
} Column;

/* A row, or the heading of a group of them. */
typedef struct
{
  char *heading;  /* of a group; NULL: a row */
  char **cells;
  char ***lines;  /* for each column */
  double height;
  guint page;
} Row;

struct _TpTablePage
{
  GObject parent_instance;

  char *title, *subtitle, *language;
  char *header_left, *header_right, *footer_left;
  char *mark;
  guint writing_lines;
  GArray *columns;  /* of Column */
  GPtrArray *rows;  /* of Row */

  double width, height; /* of the layout; 0: none yet */
  char **title_lines, **subtitle_lines;
  double head_height;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (TpTablePage, tp_table_page, G_TYPE_OBJECT)

/* helpers */

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->title);
}

static void
row_drop_lines (Row *self, guint n_columns)
{
  for (guint i = 0; self->lines != NULL && i < n_columns; i++)
    g_strfreev (self->lines[i]);
  g_clear_pointer (&self->lines, g_free);
}

static void
row_free (gpointer data)
{
  Row *self = data;

  row_drop_lines (self, self->cells != NULL ? g_strv_length (self->cells) : 0);
  g_free (self->heading);
  g_strfreev (self->cells);
  g_free (self);
}

/* The lines of a cell; its paragraphs begin with new ones. */
static char **
break_lines (TpTextMeter *meter, const char *text, double size, int weight, double width, guint most)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; paragraphs[i] != NULL && n < most; i++)
    {
      g_auto (GStrv) broken = NULL;

      if (*paragraphs[i] == '\0')
        continue;
      broken = tp_text_wrap (meter, paragraphs[i], size, weight, width, most - n);
      n += g_strv_length (broken);
      g_strv_builder_addv (lines, (const char **) broken);
    }
  return g_strv_builder_end (lines);
}

static void
place_columns (TpTablePage *self)
{
  double shares = 0, x = MARGIN;
  double room = self->width - 2 * MARGIN - GAP * (self->columns->len - 1);

  for (guint i = 0; i < self->columns->len; i++)
    shares += g_array_index (self->columns, Column, i).share;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->x = x;
      column->width = room * column->share / shares;
      x += column->width + GAP;
    }
}

static void
measure_row (TpTablePage *self, TpTextMeter *meter, Row *row)
{
  guint most = 1;

  if (row->heading != NULL)
    {
      row->height = GROUP_ROOM;
      return;
    }
  row_drop_lines (row, self->columns->len);
  row->lines = g_new0 (char **, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      /* The first column names the row: it is set a little heavier. */
      row->lines[i] = break_lines (meter, row->cells[i], TEXT_SIZE, i == 0 ? 600 : 400,
                                   g_array_index (self->columns, Column, i).width, MAX_LINES);
      most = MAX (most, g_strv_length (row->lines[i]));
    }
  row->height = most * LEADING + 2 * PAD + self->writing_lines * WRITING_ROOM;
}

static double
page_top (TpTablePage *self, guint page)
{
  double y = MARGIN + RUNNING_ROOM;

  if (page == 0)
    y += g_strv_length (self->title_lines) * TITLE_LEADING + g_strv_length (self->subtitle_lines) * SUBTITLE_LEADING
         + 12 + (self->mark != NULL ? SUBTITLE_LEADING + 6 : 0);
  return y + self->head_height;
}

/* Whole rows a page; a heading goes with the row below it, and comes again on the next
 * page where its group goes on. */
static void
fill_pages (TpTablePage *self)
{
  double bottom = self->height - MARGIN - RUNNING_ROOM;
  double y = page_top (self, 0);
  gboolean fresh = TRUE, grouped = FALSE;
  guint page = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      double needed = row->height;

      if (row->heading != NULL && i + 1 < self->rows->len)
        needed += ((Row *) g_ptr_array_index (self->rows, i + 1))->height;
      if (y + needed > bottom && !fresh)
        {
          page++;
          y = page_top (self, page) + (grouped && row->heading == NULL ? GROUP_ROOM : 0);
        }
      grouped = grouped || row->heading != NULL;
      /* A heading alone does not make a page full. */
      fresh = row->heading != NULL && (fresh || y == page_top (self, page));
      row->page = page;
      y += row->height;
    }
  self->n_pages = page + 1;
}

/* The heading of the group that @row stands in. */
static const char *
group_of (TpTablePage *self, guint row)
{
  for (guint i = row + 1; i-- > 0;)
    {
      Row *above = g_ptr_array_index (self->rows, i);

      if (above->heading != NULL)
        return above->heading;
    }
  return NULL;
}

/* painting */

typedef struct
{
  TpTablePage *table;
  cairo_t *cr;
  PangoLayout *layout;
} Pen;

static void
write_line (Pen *pen, const char *text, double size, int weight, double x, double width, TpAnchor anchor,
            double baseline)
{
  PangoRectangle logical;

  tp_text_apply (pen->layout, text, size, weight);
  pango_layout_get_extents (pen->layout, NULL, &logical);
  if (anchor != TP_ANCHOR_START)
    x += (width - (double) logical.width / PANGO_SCALE) * (anchor == TP_ANCHOR_END ? 1 : 0.5);
  cairo_move_to (pen->cr, x, baseline);
  pango_cairo_show_layout_line (pen->cr, pango_layout_get_line_readonly (pen->layout, 0));
  cairo_new_path (pen->cr);
}

static void
rule (Pen *pen, double y, double width, double grey)
{
  cairo_save (pen->cr);
  cairo_set_source_rgb (pen->cr, grey, grey, grey);
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, MARGIN, y);
  cairo_line_to (pen->cr, pen->table->width - MARGIN, y);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

static double
paint_title (Pen *pen, double y)
{
  TpTablePage *self = pen->table;

  for (guint i = 0; self->title_lines[i] != NULL; i++, y += TITLE_LEADING)
    write_line (pen, self->title_lines[i], TITLE_SIZE, 700, MARGIN, 0, TP_ANCHOR_START, y + TITLE_SIZE);
  for (guint i = 0; self->subtitle_lines[i] != NULL; i++, y += SUBTITLE_LEADING)
    write_line (pen, self->subtitle_lines[i], SUBTITLE_SIZE, 400, MARGIN, 0, TP_ANCHOR_START, y + SUBTITLE_SIZE + 2);
  if (self->mark != NULL)
    {
      write_line (pen, self->mark, SUBTITLE_SIZE, 700, MARGIN, 0, TP_ANCHOR_START, y + SUBTITLE_SIZE + 6);
      y += SUBTITLE_LEADING + 6;
    }
  return y + 12;
}

static double
paint_head (Pen *pen, double y)
{
  TpTablePage *self = pen->table;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      write_line (pen, column->title, HEAD_SIZE, 700, column->x, column->width, column->anchor,
                  y + self->head_height - 7);
    }
  rule (pen, y + self->head_height - 1, 1, 0.2);
  return y + self->head_height;
}

static double
paint_row (Pen *pen, Row *row, double y)
{
  TpTablePage *self = pen->table;
  double foot = y + row->height;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      for (guint n = 0; row->lines[i][n] != NULL; n++)
        write_line (pen, row->lines[i][n], TEXT_SIZE, i == 0 && n == 0 ? 600 : 400, column->x, column->width,
                    column->anchor, y + PAD + TEXT_SIZE + 1 + n * LEADING);
    }
  for (guint i = 1; i < self->writing_lines; i++)
    rule (pen, foot - i * WRITING_ROOM - PAD, 0.4, 0.75);
  if (self->writing_lines > 0)
    rule (pen, foot - PAD, 0.4, 0.75);
  else
    rule (pen, foot, 0.4, 0.75);
  return foot;
}

static double
paint_group (Pen *pen, const char *heading, gboolean again, double y)
{
  g_autofree char *text = again
                              /* Translators: the heading of a group of rows that goes on from the page before */
                              ? g_strdup_printf (C_ ("printed table", "%s (continued)"), heading)
                              : g_strdup (heading);

  write_line (pen, text, GROUP_SIZE, 700, MARGIN, 0, TP_ANCHOR_START, y + GROUP_ROOM - 7);
  rule (pen, y + GROUP_ROOM - 0.5, 0.6, 0.4);
  return y + GROUP_ROOM;
}

static void
paint_rows (Pen *pen, guint page, double y)
{
  TpTablePage *self = pen->table;
  gboolean first = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->page != page)
        continue;
      if (row->heading != NULL)
        y = paint_group (pen, row->heading, FALSE, y);
      else
        {
          const char *group = first && page > 0 ? group_of (self, i) : NULL;

          if (group != NULL)
            y = paint_group (pen, group, TRUE, y);
          y = paint_row (pen, row, y);
        }
      first = FALSE;
    }
}

/* GObject */

static void
drop_layout (TpTablePage *self)
{
  self->width = self->height = 0;
  g_clear_pointer (&self->title_lines, g_strfreev);
  g_clear_pointer (&self->subtitle_lines, g_strfreev);
}

static void
tp_table_page_finalize (GObject *object)
{
  TpTablePage *self = TP_TABLE_PAGE (object);

  drop_layout (self);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->language);
  g_free (self->header_left);
  g_free (self->header_right);
  g_free (self->footer_left);
  g_free (self->mark);
  G_OBJECT_CLASS (tp_table_page_parent_class)->finalize (object);
}

static void
tp_table_page_class_init (TpTablePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_table_page_finalize;
}

static void
tp_table_page_init (TpTablePage *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/* Public API */

/**
 * tp_table_page_new:
 * @title: what it is
 * @subtitle: (nullable): which records, and as of which day; paragraphs by line feeds
 * @language: language of the fonts: "zh-CN", "en" …
 *
 * Returns: (transfer full): a table without columns
 */
TpTablePage *
tp_table_page_new (const char *title, const char *subtitle, const char *language)
{
  TpTablePage *self = g_object_new (TP_TYPE_TABLE_PAGE, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  self->language = g_strdup (language);
  return self;
}

/**
 * tp_table_page_get_title:
 * @self: a table for paper
 *
 * Returns: (transfer none): its title
 */
const char *
tp_table_page_get_title (TpTablePage *self)
{
  return self->title;
}

/**
 * tp_table_page_set_running:
 * @self: a table
 * @header_left: (nullable): at the head of each page
 * @header_right: (nullable): the same, at the other side
 * @footer_left: (nullable): at its foot; the page's number is at the other side
 */
void
tp_table_page_set_running (TpTablePage *self, const char *header_left, const char *header_right,
                           const char *footer_left)
{
  g_set_str (&self->header_left, header_left);
  g_set_str (&self->header_right, header_right);
  g_set_str (&self->footer_left, footer_left);
}

/**
 * tp_table_page_set_mark:
 * @self: a table
 * @mark: (nullable): what must not be overlooked, such as that all is invented
 */
void
tp_table_page_set_mark (TpTablePage *self, const char *mark)
{
  g_set_str (&self->mark, mark);
  drop_layout (self);
}

/**
 * tp_table_page_set_writing_lines:
 * @self: a table
 * @lines: how many empty lines follow each row, to be written on
 */
void
tp_table_page_set_writing_lines (TpTablePage *self, guint lines)
{
  self->writing_lines = lines;
  drop_layout (self);
}

/**
 * tp_table_page_add_column:
 * @self: a table without rows
 * @title: its head
 * @share: its share of the width, beside those of the others
 * @anchor: where its text stands
 */
void
tp_table_page_add_column (TpTablePage *self, const char *title, double share, TpAnchor anchor)
{
  Column column = { g_strdup (title), share, anchor, 0, 0 };

  g_return_if_fail (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

/**
 * tp_table_page_add_group:
 * @self: a table for paper
 * @heading: what stands over the rows that follow, repeated on a new page
 */
void
tp_table_page_add_group (TpTablePage *self, const char *heading)
{
  Row *row = g_new0 (Row, 1);

  row->heading = g_strdup (heading);
  g_ptr_array_add (self->rows, row);
  drop_layout (self);
}

/**
 * tp_table_page_add_row:
 * @self: a table
 * @cells: a text for each column; it is wrapped, and line feeds begin new lines
 */
void
tp_table_page_add_row (TpTablePage *self, const char *const *cells)
{
  Row *row = g_new0 (Row, 1);

  g_return_if_fail (g_strv_length ((char **) cells) == self->columns->len);
  row->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (self->rows, row);
  drop_layout (self);
}

/**
 * tp_table_page_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, headings of groups counted
 */
guint
tp_table_page_get_n_rows (TpTablePage *self)
{
  return self->rows->len;
}

/**
 * tp_table_page_lay_out:
 * @self: a table
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Returns: how many pages it takes, at least one
 */
guint
tp_table_page_lay_out (TpTablePage *self, double width, double height)
{
  g_autoptr (TpTextMeter) meter = NULL;

  g_return_val_if_fail (self->columns->len > 0, 0);
  if (self->width == width && self->height == height)
    return self->n_pages;
  drop_layout (self);
  self->width = width;
  self->height = height;
  meter = tp_text_meter_new (self->language);
  place_columns (self);
  self->title_lines = break_lines (meter, self->title, TITLE_SIZE, 700, width - 2 * MARGIN, 2);
  self->subtitle_lines = break_lines (meter, self->subtitle, SUBTITLE_SIZE, 400, width - 2 * MARGIN, 4);
  self->head_height = HEAD_SIZE + 14;
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, meter, g_ptr_array_index (self->rows, i));
  fill_pages (self);
  return self->n_pages;
}

/**
 * tp_table_page_find_row:
 * @self: a table that was laid out
 * @row: a row, headings of groups counted
 *
 * Returns: the page it is on, from 0
 */
guint
tp_table_page_find_row (TpTablePage *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);
  return ((Row *) g_ptr_array_index (self->rows, row))->page;
}

/**
 * tp_table_page_paint:
 * @self: a table
 * @cr: where to, in points from the paper's corner
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @page: which, from 0
 *
 * What print, preview and PDF share.
 */
void
tp_table_page_paint (TpTablePage *self, cairo_t *cr, double width, double height, guint page)
{
  g_autoptr (TpPage) paper = tp_page_new (TP_PAPER_A4, FALSE);
  g_autoptr (PangoLayout) layout = NULL;
  PangoContext *context;
  double y = MARGIN + RUNNING_ROOM;
  Pen pen;

  paper->count = tp_table_page_lay_out (self, width, height);
  paper->number = page + 1;
  paper->margin = MARGIN;
  paper->language = self->language;
  paper->header_left = g_strdup (self->header_left);
  paper->header_right = g_strdup (self->header_right);
  paper->footer_left = g_strdup (self->footer_left);
  tp_page_set_size (paper, width, height);
  tp_page_paint (paper, NULL, cr);

  context = pango_cairo_create_context (cr);
  tp_text_prepare (context, self->language);
  layout = pango_layout_new (context);
  g_object_unref (context); /* the layout holds it */
  pen = (Pen){ self, cr, layout };
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    y = paint_title (&pen, y);
  y = paint_head (&pen, y);
  paint_rows (&pen, page, y);
}

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_to_sink (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  return g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable, &sink->error)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * tp_table_page_write_pdf:
 * @self: a table
 * @stream: where to; stays open
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @created: (nullable): ISO 8601 time to note as the file's creation; %NULL: none that
 *   changes, so that the same table gives the same bytes
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Fonts are embedded, and the text can be searched.
 *
 * Returns: whether all was written
 */
gboolean
tp_table_page_write_pdf (TpTablePage *self, GOutputStream *stream, double width, double height,
                         const char *created, GCancellable *cancellable, GError **error)
{
  const char *time = created != NULL ? created : "2025-01-01T00:00:00Z";
  Sink sink = { stream, cancellable, NULL };
  guint n = tp_table_page_lay_out (self, width, height);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, width, height);
  cairo_status_t status;
  cairo_t *cr;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "TradePivot " TP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
  cr = cairo_create (surface);
  for (guint page = 0; page < n && sink.error == NULL && !g_cancellable_is_cancelled (cancellable); page++)
    {
      tp_table_page_paint (self, cr, width, height, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
               _ ("The page could not be written (%s). Check that the disk has room and that you "
                  "may write there."),
               cairo_status_to_string (status));
  return FALSE;
}
