/* json-text.c: the few pieces of JSON text that this workshop writes and reads
 * (RFC 8259).
 *
 * Why not json-glib's parser here: a workspace must come back exactly, and that
 * parser takes the last of two members of one name, bends a number beyond 64 bits to
 * the largest and keeps a tree for each line; this one walks a flat object in
 * place, and a million lines of 750 bytes take two seconds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_json_append_string:
 * @out: where the string is written, with its quotation marks
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Escapes only what JSON requires: the quotation mark, the backslash and the control
 * characters below U+0020; everything else is written as it is.
 *
 * Returns: whether @text is valid UTF-8; if not, @out holds a broken string
 */
gboolean
tp_json_append_string (GString *out, const char *text, gsize length)
{
  const char *end = text + length, *done = text;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    {
      guchar c = (guchar) *p;
      char escape[8] = { '\\', 0 };

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, done, p - done);
      done = p + 1;
      switch (c)
        {
        case '"':
        case '\\': escape[1] = (char) c; break;
        case '\b': escape[1] = 'b'; break;
        case '\f': escape[1] = 'f'; break;
        case '\n': escape[1] = 'n'; break;
        case '\r': escape[1] = 'r'; break;
        case '\t': escape[1] = 't'; break;
        default: g_snprintf (escape, sizeof escape, "\\u%04x", c); break;
        }
      g_string_append (out, escape);
    }
  g_string_append_len (out, done, end - done);
  g_string_append_c (out, '"');
  return g_utf8_validate_len (text, length, NULL);
}

/**
 * tp_json_append_integer:
 * @out: the text so far
 * @value: a number, written in full
 */
void
tp_json_append_integer (GString *out, gint64 number)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--p = '-';
  g_string_append_len (out, p, digits + sizeof digits - p);
}

/* Reading */

/**
 * tp_json_scanner_init:
 * @self: a scanner on the stack
 * @line: a line, which is changed while it is read; @line[@length] must be NUL
 * @length: its length in bytes
 *
 * Takes a JSON object apart in which no value is an object or array.
 */
void
tp_json_scanner_init (TpJsonScanner *self, char *line, gsize length)
{
  *self = (TpJsonScanner){ .p = line, .end = line + length };
}

static gboolean
fault (TpJsonScanner *self, const char *problem)
{
  self->problem = problem;
  return FALSE;
}

static void
skip_space (TpJsonScanner *self)
{
  while (*self->p == ' ' || *self->p == '\t' || *self->p == '\r' || *self->p == '\n')
    self->p++;
}

/* Four hexadecimal digits at @p, or -1. */
static int
hex4 (const char *p)
{
  int c = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      c = c * 16 + digit;
    }
  return c;
}

/* At the u of an escape; the character is written to @out. */
static gboolean
read_unicode_escape (TpJsonScanner *self, char **out)
{
  int c = hex4 (self->p + 1);

  if (c < 0)
    return fault (self, N_ ("\\u is not followed by four hexadecimal digits"));
  if (c == 0)
    return fault (self, N_ ("a text holds the character NUL"));
  self->p += 5;
  if (c >= 0xD800 && c <= 0xDFFF)
    {
      int low = self->p[0] == '\\' && self->p[1] == 'u' ? hex4 (self->p + 2) : -1;

      if (c >= 0xDC00 || low < 0xDC00 || low > 0xDFFF)
        return fault (self, N_ ("\\u escapes name half of a character"));
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      self->p += 6;
    }
  *out += g_unichar_to_utf8 ((gunichar) c, *out);
  return TRUE;
}

/* Unescapes in place: what is written is never longer than what was read. */
static gboolean
read_string (TpJsonScanner *self, const char **text, gsize *length)
{
  char *start = ++self->p, *out = start;

  *text = start;
  for (;;)
    {
      const char *run = self->p;
      gsize n;

      while ((guchar) *self->p >= 0x20 && *self->p != '"' && *self->p != '\\')
        self->p++;
      n = (gsize) (self->p - run);
      if (out != run)
        memmove (out, run, n);
      out += n;

      if (*self->p == '"')
        break;
      if (*self->p != '\\')
        return fault (self, self->p == self->end
                                ? N_ ("a text is not closed by a quotation mark")
                                : N_ ("a text holds a control character that is not escaped"));
      self->p++;
      if (*self->p == 'u')
        {
          if (!read_unicode_escape (self, &out))
            return FALSE;
          continue;
        }
      switch (*self->p)
        {
        case '"':
        case '\\':
        case '/': *out++ = *self->p; break;
        case 'b': *out++ = '\b'; break;
        case 'f': *out++ = '\f'; break;
        case 'n': *out++ = '\n'; break;
        case 'r': *out++ = '\r'; break;
        case 't': *out++ = '\t'; break;
        default: return fault (self, N_ ("a text holds an escape that JSON does not have"));
        }
      self->p++;
    }
  self->p++;
  *length = (gsize) (out - start);
  *out = '\0';
  return TRUE;
}

/* RFC 8259, section 6: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)? */
static gboolean
read_number (TpJsonScanner *self, TpJsonValue *value)
{
  gboolean negative = *self->p == '-';
  guint64 number = 0, limit = (guint64) G_MAXINT64 + negative;

  self->p += negative;
  if (!g_ascii_isdigit (*self->p) || (*self->p == '0' && g_ascii_isdigit (self->p[1])))
    return fault (self, N_ ("a number is not written as JSON writes it"));
  value->type = TP_JSON_INTEGER;
  for (; g_ascii_isdigit (*self->p); self->p++)
    {
      guint digit = (guint) (*self->p - '0');

      if (number > (limit - digit) / 10)
        value->type = TP_JSON_DECIMAL;
      else
        number = number * 10 + digit;
    }
  value->integer = negative ? (gint64) -number : (gint64) number;
  if (*self->p == '.' || *self->p == 'e' || *self->p == 'E')
    {
      value->type = TP_JSON_DECIMAL;
      while (g_ascii_isdigit (*self->p) || (*self->p != '\0' && strchr (".eE+-", *self->p) != NULL))
        self->p++;
    }
  return TRUE;
}

static gboolean
read_literal (TpJsonScanner *self, TpJsonValue *value, const char *literal, TpJsonType type)
{
  if (!g_str_has_prefix (self->p, literal))
    return fault (self, N_ ("a value is neither text, number, true nor false"));
  self->p += strlen (literal);
  value->type = type;
  return TRUE;
}

static gboolean
read_value (TpJsonScanner *self, TpJsonValue *value)
{
  switch (*self->p)
    {
    case '"':
      value->type = TP_JSON_STRING;
      return read_string (self, &value->text, &value->length);
    case 't': return read_literal (self, value, "true", TP_JSON_TRUE);
    case 'f': return read_literal (self, value, "false", TP_JSON_FALSE);
    case 'n': return read_literal (self, value, "null", TP_JSON_NULL);
    case '{':
    case '[': return fault (self, N_ ("a value is an object or array"));
    default: return read_number (self, value);
    }
}

/**
 * tp_json_scanner_next:
 * @self: a scanner
 * @name: (out) (transfer none): the name of the next member
 * @value: (out): its value; texts stay in the line
 *
 * Returns: whether there was a member; %FALSE with @self->problem at a fault,
 *   without it at the end of the object, which must be the end of the line
 */
gboolean
tp_json_scanner_next (TpJsonScanner *self, const char **name, TpJsonValue *value)
{
  gsize length;

  self->problem = NULL;
  skip_space (self);
  if (!self->begun)
    {
      if (*self->p != '{')
        return fault (self, N_ ("it is not a JSON object"));
      self->p++;
      skip_space (self);
    }
  if (*self->p == '}')
    {
      self->p++;
      skip_space (self);
      return self->p == self->end ? FALSE
                                  : fault (self, N_ ("something follows the closing brace"));
    }
  if (self->begun)
    {
      if (*self->p != ',')
        return fault (self, self->p == self->end ? N_ ("the closing brace is missing")
                                                 : N_ ("a comma is missing"));
      self->p++;
      skip_space (self);
    }
  self->begun = TRUE;

  if (*self->p != '"')
    return fault (self, N_ ("the name of a field is missing"));
  if (!read_string (self, name, &length))
    return FALSE;
  skip_space (self);
  if (*self->p != ':')
    return fault (self, N_ ("a colon is missing after the name of a field"));
  self->p++;
  skip_space (self);
  return read_value (self, value);
}
