/* csv-guess.c: which delimiter a CSV file uses, and which row holds its headings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv-guess.h"

#include <string.h>

#define N_LINES 20

static const char delimiters[] = { '\t', ';', ',' };

/* How many of the lines hold the number of delimiters that most lines hold. */
static guint
regularity (const guint *counts, guint n_lines, guint *usual)
{
  guint best = 0;

  *usual = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      guint same = 0;

      for (guint j = 0; counts[i] > 0 && j < n_lines; j++)
        same += counts[j] == counts[i];
      if (same > best || (same == best && counts[i] > *usual))
        {
          best = same;
          *usual = counts[i];
        }
    }
  return best;
}

/**
 * tp_csv_guess_delimiter:
 * @text: the beginning of the file, UTF-8
 * @length: its length in bytes
 *
 * Returns: tab, semicolon or comma: the one of which most of the first lines have
 *   the same number outside of quotation marks; a comma where there is none
 */
char
tp_csv_guess_delimiter (const char *text, gsize length)
{
  guint counts[G_N_ELEMENTS (delimiters)][N_LINES] = { 0 };
  gboolean quoted = FALSE, filled = FALSE;
  guint line = 0, best_lines = 0, best_usual = 0;
  char best = ',';

  for (const char *p = text; p < text + length && line < N_LINES; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '\n' || *p == '\r'))
        {
          line += filled;
          filled = FALSE;
          continue;
        }
      else if (!quoted)
        for (guint d = 0; d < G_N_ELEMENTS (delimiters); d++)
          counts[d][line] += *p == delimiters[d];
      filled = TRUE;
    }
  if (filled && line < N_LINES)
    line++;

  for (guint d = 0; d < G_N_ELEMENTS (delimiters); d++)
    {
      guint usual;
      guint lines = regularity (counts[d], line, &usual);

      if (lines > best_lines || (lines == best_lines && usual > best_usual))
        {
          best = delimiters[d];
          best_lines = lines;
          best_usual = usual;
        }
    }
  return best;
}

/* Amounts, dates, codes and shares: cells that headings are not. */
static gboolean
looks_like_data (const char *cell)
{
  gboolean digit = FALSE;

  for (const char *p = cell; *p != '\0'; p++)
    {
      digit = digit || g_ascii_isdigit (*p);
      if (!g_ascii_isdigit (*p) && strchr (" .,:-+/%()", *p) == NULL)
        return FALSE;
    }
  return digit;
}

/**
 * tp_csv_score_headings:
 * @cells: (element-type utf8): a row
 * @unused: nothing
 *
 * Returns: 1 for a row of at least two different words, none of them a number or
 *   date, as headings are where nothing is known about the columns; otherwise 0
 */
int
tp_csv_score_headings (GPtrArray *cells, gpointer unused)
{
  guint filled = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (*cell == '\0')
        continue;
      filled++;
      if (looks_like_data (cell))
        return 0;
      for (guint j = 0; j < i; j++)
        if (strcmp (cell, g_ptr_array_index (cells, j)) == 0)
          return 0;
    }
  return filled >= 2;
}
