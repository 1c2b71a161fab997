/* text-source.c: bytes of a stream in whatever encoding, as UTF-8 text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-source.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet/uchardet.h>

/* The encoding is guessed from as much as this. */
#define SAMPLE_SIZE (256 * 1024)
#define TEXT_SIZE (256 * 1024)

struct _TpTextSource
{
  GInputStream *stream;
  const char *encoding;
  GConverter *converter; /* NULL for UTF-8, which is only checked */
  gboolean guessed;
  gboolean ascii_only;   /* so far */
  gboolean at_end;       /* of the stream */
  gboolean at_nul;       /* the converter gave one */
  goffset bytes_read;

  char *raw;             /* SAMPLE_SIZE bytes, of which… */
  gsize raw_start;       /* …from here… */
  gsize raw_end;         /* …to here are still to be decoded */
  char *text;            /* TEXT_SIZE bytes of decoded text, with a converter */
};

/**
 * tp_text_source_new:
 * @stream: where the bytes come from
 *
 * Returns: (transfer full): a source of text, to be opened first
 */
TpTextSource *
tp_text_source_new (GInputStream *stream)
{
  TpTextSource *self = g_new0 (TpTextSource, 1);

  self->stream = g_object_ref (stream);
  self->raw = g_malloc (SAMPLE_SIZE);
  self->ascii_only = TRUE;
  return self;
}

/**
 * tp_text_source_free:
 * @self: (nullable): a source; its stream stays open
 */
void
tp_text_source_free (TpTextSource *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->converter);
  g_free (self->raw);
  g_free (self->text);
  g_free (self);
}

/* Fills the raw buffer behind what is still in it. */
static gboolean
fill (TpTextSource *self, GCancellable *cancellable, GError **error)
{
  if (self->raw_start > 0)
    {
      memmove (self->raw, self->raw + self->raw_start, self->raw_end - self->raw_start);
      self->raw_end -= self->raw_start;
      self->raw_start = 0;
    }
  while (!self->at_end && self->raw_end < SAMPLE_SIZE)
    {
      gssize n;

      /* Streams in memory do not ask. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = g_input_stream_read (self->stream, self->raw + self->raw_end,
                               SAMPLE_SIZE - self->raw_end, cancellable, error);
      if (n < 0)
        return FALSE;
      self->at_end = n == 0;
      self->raw_end += (gsize) n;
      self->bytes_read += n;
    }
  return TRUE;
}

static gboolean
is_ascii (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((bytes[i] & 0x80) != 0)
      return FALSE;
  return TRUE;
}

/* How much of the text is UTF-8; @cut says that the rest may be the beginning of a
 * character. */
static gsize
valid_utf8 (const char *bytes, gsize length, gboolean *cut)
{
  const char *end;

  *cut = FALSE;
  if (g_utf8_validate_len (bytes, length, &end))
    return length;
  *cut = g_utf8_get_char_validated (end, (gssize) (length - (gsize) (end - bytes)))
         == (gunichar) -2;
  return (gsize) (end - bytes);
}

/* Whether bytes that are not UTF-8 are Chinese text as GB 2312, GBK and GB 18030
 * write it: most of the characters are then pairs in the rows of GB 2312 that hold
 * punctuation (A1–A3) and Chinese characters (B0–F7). In Big5 two of five second
 * bytes lie outside, and in European text accented letters stand alone. The
 * statistics of uchardet need more text than a list of company names has. */
static gboolean
looks_like_gb18030 (const guchar *bytes, gsize length)
{
  gsize common = 0, others = 0;

  for (gsize i = 0; i + 1 < length; i++)
    {
      guchar lead = bytes[i], trail = bytes[i + 1];

      if (lead < 0x80)
        continue;
      if (trail >= 0xA1 && trail != 0xFF
          && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xF7)))
        common++;
      else
        others++;
      if (trail >= 0x40)
        i++;
    }
  return common > 0 && common >= others * 4;
}

/* UTF-8 that was damaged in places: most of what is not ASCII is whole characters of it, as
 * no other encoding's text is by chance. It is not guessed away: the line is told. */
static gboolean
looks_like_broken_utf8 (const char *bytes, gsize length)
{
  gsize whole = 0, broken = 0;

  for (gsize i = 0; i < length;)
    {
      gunichar c = (bytes[i] & 0x80) == 0 ? (gunichar) bytes[i]
                                          : g_utf8_get_char_validated (bytes + i, (gssize) (length - i));

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          broken++;
          i++;
          continue;
        }
      whole += c >= 0x80 ? 1 : 0;
      i += c < 0x80 ? 1 : (gsize) g_unichar_to_utf8 (c, NULL);
    }
  return whole > 0 && whole >= broken * 4;
}

static const char *
guess (const char *bytes, gsize length)
{
  gboolean cut;
  gsize valid = valid_utf8 (bytes, length, &cut);
  const char *charset;
  uchardet_t detector;

  if (valid == length || cut || memchr (bytes, '\0', length) != NULL || looks_like_broken_utf8 (bytes, length))
    return "UTF-8";
  if (looks_like_gb18030 ((const guchar *) bytes, length))
    return "GB18030";
  detector = uchardet_new ();
  uchardet_handle_data (detector, bytes, length);
  uchardet_data_end (detector);
  charset = g_intern_string (uchardet_get_charset (detector));
  uchardet_delete (detector);
  if (charset == NULL || *charset == '\0' || g_ascii_strcasecmp (charset, "ASCII") == 0)
    return "UTF-8";
  /* GB 18030 holds all that its forerunners hold. */
  if (g_ascii_strncasecmp (charset, "GB", 2) == 0 || g_ascii_strncasecmp (charset, "HZ-GB", 5) == 0)
    return "GB18030";
  return charset;
}

/* The usual names of the encodings that are treated in a special way. */
static const char *
canonical (const char *name)
{
  static const struct { const char *name; const char *encoding; } names[] = {
    { "UTF-8", "UTF-8" }, { "UTF8", "UTF-8" }, { "GB18030", "GB18030" },
    { "GBK", "GB18030" }, { "GB2312", "GB18030" }, { "CP936", "GB18030" },
    { "UTF-16LE", "UTF-16LE" }, { "UTF-16BE", "UTF-16BE" }, { "UTF-16", "UTF-16" },
    { "UTF16", "UTF-16" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i].name) == 0)
      return names[i].encoding;
  return g_intern_string (name);
}

static gboolean
starts_with (TpTextSource *self, const char *mark, gsize length)
{
  return self->raw_end - self->raw_start >= length
         && memcmp (self->raw + self->raw_start, mark, length) == 0;
}

static gboolean
use_encoding (TpTextSource *self, const char *encoding, GError **error)
{
  g_clear_object (&self->converter);
  self->encoding = encoding;
  if (strcmp (encoding, "UTF-8") == 0)
    return TRUE;

  self->converter = G_CONVERTER (g_charset_converter_new ("UTF-8", encoding, NULL));
  if (self->converter == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The encoding “%s” is not known: choose UTF-8, GB18030, UTF-16 or another "
                      "name that this system knows"),
                   encoding);
      return FALSE;
    }
  if (self->text == NULL)
    self->text = g_malloc (TEXT_SIZE);
  return TRUE;
}

/**
 * tp_text_source_open:
 * @self: a source
 * @encoding: (nullable): the name of the encoding, or %NULL to guess it: by a byte
 *   order mark, by being valid UTF-8, by looking like Chinese text in GB 18030,
 *   then by uchardet, from the first 256 KB
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether the stream can be read and the encoding is known
 */
gboolean
tp_text_source_open (TpTextSource *self, const char *encoding, GCancellable *cancellable,
                     GError **error)
{
  const char *wanted = encoding != NULL ? canonical (encoding) : NULL;
  gboolean any_utf16 = wanted == NULL || strcmp (wanted, "UTF-16") == 0;

  if (!fill (self, cancellable, error))
    return FALSE;
  if ((wanted == NULL || strcmp (wanted, "UTF-8") == 0) && starts_with (self, "\xEF\xBB\xBF", 3))
    {
      self->raw_start += 3;
      wanted = "UTF-8";
    }
  else if ((any_utf16 || strcmp (wanted, "UTF-16LE") == 0) && starts_with (self, "\xFF\xFE", 2))
    {
      self->raw_start += 2;
      wanted = "UTF-16LE";
    }
  else if ((any_utf16 || strcmp (wanted, "UTF-16BE") == 0) && starts_with (self, "\xFE\xFF", 2))
    {
      self->raw_start += 2;
      wanted = "UTF-16BE";
    }
  else if (wanted == NULL)
    {
      wanted = guess (self->raw, self->raw_end);
      self->guessed = TRUE;
    }
  else if (any_utf16) /* without a mark: as Windows writes it */
    wanted = "UTF-16LE";
  return use_encoding (self, wanted, error);
}

/**
 * tp_text_source_get_encoding:
 * @self: a source that was read from
 *
 * Returns: (transfer none): the encoding, given or guessed
 */
const char *
tp_text_source_get_encoding (TpTextSource *self)
{
  return self->encoding;
}

/**
 * tp_text_source_get_bytes_read:
 * @self: a source
 *
 * Returns: how many bytes of the file were read so far
 */
goffset
tp_text_source_get_bytes_read (TpTextSource *self)
{
  return self->bytes_read;
}

static TpTextState
next_utf8 (TpTextSource *self, const char **text, gsize *length)
{
  const char *bytes = self->raw + self->raw_start;
  gsize available = self->raw_end - self->raw_start;
  gboolean cut;
  gsize valid = valid_utf8 (bytes, available, &cut);

  *text = bytes;
  *length = valid;
  if (valid > 0)
    {
      if (self->ascii_only)
        self->ascii_only = is_ascii (bytes, valid);
      self->raw_start += valid;
      return TP_TEXT_MORE;
    }
  if (*bytes == '\0')
    return TP_TEXT_NUL;
  return cut && self->at_end ? TP_TEXT_CUT : TP_TEXT_INVALID;
}

static TpTextState
next_converted (TpTextSource *self, const char **text, gsize *length, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize used = 0, made = 0;
  GConverterResult result;

  result = g_converter_convert (self->converter, self->raw + self->raw_start,
                                self->raw_end - self->raw_start, self->text, TEXT_SIZE,
                                self->at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS,
                                &used, &made, &local);
  if (result != G_CONVERTER_ERROR)
    {
      const char *nul = memchr (self->text, '\0', made);

      self->raw_start += used;
      self->at_nul = nul != NULL;
      *text = self->text;
      *length = nul != NULL ? (gsize) (nul - self->text) : made;
      return nul == self->text ? TP_TEXT_NUL : TP_TEXT_MORE;
    }
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return TP_TEXT_CUT;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return TP_TEXT_INVALID;
  g_propagate_error (error, g_steal_pointer (&local));
  return TP_TEXT_FAILED;
}

/**
 * tp_text_source_next:
 * @self: an open source
 * @text: (out) (transfer none): a piece of UTF-8 text, valid until the next call
 * @length: (out): its length in bytes
 * @cancellable: (nullable): cancels
 * @error: return location, set with %TP_TEXT_FAILED only: what to say about broken
 *   text depends on the line, which the caller counts
 *
 * Returns: what came
 */
TpTextState
tp_text_source_next (TpTextSource *self, const char **text, gsize *length,
                     GCancellable *cancellable, GError **error)
{
  TpTextState state;

  *length = 0;
  if (self->at_nul)
    return TP_TEXT_NUL;
  /* A character of any encoding is shorter than this, so that one which is cut
   * here is cut by the end of the file. */
  if (self->raw_end - self->raw_start < 16 && !self->at_end && !fill (self, cancellable, error))
    return TP_TEXT_FAILED;
  if (self->raw_end == self->raw_start)
    return TP_TEXT_END;

  state = self->converter != NULL ? next_converted (self, text, length, error)
                                  : next_utf8 (self, text, length);
  if (state == TP_TEXT_INVALID && self->guessed && self->ascii_only && self->converter == NULL)
    {
      /* The sample was plain ASCII, which says nothing; here is more to go by. */
      const char *encoding;

      if (!fill (self, cancellable, error))
        return TP_TEXT_FAILED;
      encoding = guess (self->raw, self->raw_end);
      self->ascii_only = FALSE;
      if (strcmp (encoding, "UTF-8") != 0 && use_encoding (self, encoding, NULL))
        return next_converted (self, text, length, error);
      use_encoding (self, "UTF-8", NULL);
    }
  return state;
}
