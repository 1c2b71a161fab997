/* row-table.c: rows as an aligned table of plain text, for terminals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "row-table.h"

#include <string.h>

#define GAP "  "

struct _TpRowTable
{
  guint n_columns;
  GPtrArray *cells; /* the headings, then row after row */
};

/* Columns of a terminal that a character takes. */
static guint
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * tp_text_display_width:
 * @text: UTF-8 without control characters
 *
 * Returns: how many columns of a terminal it takes: two for a Chinese character or
 *   an emoji, none for a combining mark
 */
guint
tp_text_display_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p));
  return width;
}

/* A cell is one line. A control character would let a record's text move the
 * terminal's cursor or change its colours. */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
shorten (char **text, guint max_width)
{
  GString *out;
  guint width = 0;

  if (tp_text_display_width (*text) <= max_width)
    return;
  out = g_string_new (NULL);
  for (const char *p = *text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += width_of (c);
      if (width > max_width - 1)
        break;
      g_string_append_unichar (out, c);
    }
  g_string_append (out, "…");
  g_free (*text);
  *text = g_string_free (out, FALSE);
}

/* A figure with its sign, separators and percent sign; a date is none. */
static gboolean
is_number (const char *text)
{
  const char *p = text + strspn (text, "+-");

  if (g_str_has_prefix (p, "−"))
    p += strlen ("−");
  if (!g_ascii_isdigit (*p))
    return FALSE;
  p += strspn (p, "0123456789.,' ");
  return *p == '\0' || strcmp (p, "%") == 0;
}

static const char *
cell_at (TpRowTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

static gboolean
column_is_numeric (TpRowTable *self, guint n_rows, guint column)
{
  gboolean any = FALSE;

  for (guint row = 1; row < n_rows; row++)
    {
      const char *cell = cell_at (self, row, column);

      if (*cell == '\0')
        continue;
      if (!is_number (cell))
        return FALSE;
      any = TRUE;
    }
  return any;
}

static void
append_spaces (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/**
 * tp_row_table_new:
 * @headings: (array length=n_columns): the headings of the columns
 * @n_columns: how many, at least 1
 *
 * Returns: (transfer full): a table without rows
 */
TpRowTable *
tp_row_table_new (const char *const *headings, guint n_columns)
{
  TpRowTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);
  self = g_new0 (TpRowTable, 1);
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  tp_row_table_add (self, headings);
  return self;
}

/**
 * tp_row_table_free:
 * @self: (nullable): a table
 */
void
tp_row_table_free (TpRowTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * tp_row_table_add:
 * @self: a table
 * @cells: a cell for each column; %NULL is an empty one
 */
void
tp_row_table_add (TpRowTable *self, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, one_line (cells[i] != NULL ? cells[i] : ""));
}

/**
 * tp_row_table_to_string:
 * @self: a table
 * @max_column_width: the columns of a terminal that no column of the table may pass,
 *   longer texts end in "…"; 0 for no limit
 *
 * Columns in which every filled cell is a number are aligned to the right. Lines have
 * no spaces at their ends.
 *
 * Returns: (transfer full): the headings and rows, a line each
 */
char *
tp_row_table_to_string (TpRowTable *self, guint max_column_width)
{
  guint n_rows = self->cells->len / self->n_columns;
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autofree gboolean *numeric = g_new0 (gboolean, self->n_columns);
  GString *out = g_string_new (NULL);

  for (guint column = 0; column < self->n_columns; column++)
    {
      numeric[column] = column_is_numeric (self, n_rows, column);
      for (guint row = 0; row < n_rows; row++)
        {
          char **cell = (char **) &self->cells->pdata[row * self->n_columns + column];

          if (max_column_width > 0 && !(numeric[column] && row > 0))
            shorten (cell, max_column_width);
          widths[column] = MAX (widths[column], tp_text_display_width (*cell));
        }
    }
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          const char *cell = cell_at (self, row, column);
          guint space = widths[column] - tp_text_display_width (cell);

          g_string_append (out, column > 0 ? GAP : "");
          if (numeric[column])
            append_spaces (out, space);
          g_string_append (out, cell);
          if (!numeric[column])
            append_spaces (out, space);
        }
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
