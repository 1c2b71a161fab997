/* workspace-reader.c: a whole workspace from JSON Lines, record by record.
 *
 * The reader is strict: what it would pass over, the workspace would lose. It does
 * not know whether a record that another refers to exists; the store does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-reader.h"

#include "error.h"
#include "json-text.h"
#include "workspace-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)
/* No header is as long; a file without one is refused before it is read whole. */
#define MAX_HEADER 4096
#define MAX_LINE (1024 * 1024 * 1024)

struct _TpWorkspaceReader
{
  GObject parent_instance;
  GInputStream *stream;
  int newest_schema;
  int schema;
  gboolean open;
  goffset bytes_read;

  GByteArray *buffer;
  gsize start; /* of the next line in the buffer */
  gsize searched; /* there is no line break before here */
  gboolean at_end;
  guint line;

  const char **names[TP_N_KINDS]; /* the fields' names, made when first needed */
  TpKind last_kind;
  gint64 last_id;
  char *last_blob;
};

G_DEFINE_FINAL_TYPE (TpWorkspaceReader, tp_workspace_reader, G_TYPE_OBJECT)

static void
tp_workspace_reader_finalize (GObject *object)
{
  TpWorkspaceReader *self = TP_WORKSPACE_READER (object);

  g_clear_object (&self->stream);
  g_byte_array_unref (self->buffer);
  for (guint i = 0; i < TP_N_KINDS; i++)
    g_free (self->names[i]);
  g_free (self->last_blob);
  G_OBJECT_CLASS (tp_workspace_reader_parent_class)->finalize (object);
}

static void
tp_workspace_reader_class_init (TpWorkspaceReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_workspace_reader_finalize;
}

static void
tp_workspace_reader_init (TpWorkspaceReader *self)
{
  self->buffer = g_byte_array_new ();
  self->last_kind = TP_KIND_NONE;
}

/* Lines */

static gboolean
fill (TpWorkspaceReader *self, GCancellable *cancellable, GError **error)
{
  gsize kept;
  gssize n;

  if (self->start > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, (guint) self->start);
      self->searched -= self->start;
      self->start = 0;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error)) /* streams in memory do not ask */
    return FALSE;
  kept = self->buffer->len;
  if (kept > MAX_LINE)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                   _ ("Line %u is longer than a gigabyte: this is not an exported workspace"),
                   self->line + 1);
      return FALSE;
    }
  g_byte_array_set_size (self->buffer, (guint) (kept + CHUNK));
  n = g_input_stream_read (self->stream, self->buffer->data + kept, CHUNK, cancellable, error);
  g_byte_array_set_size (self->buffer, (guint) (kept + (gsize) MAX (n, 0)));
  if (n < 0)
    return FALSE;
  self->bytes_read += n;
  self->at_end = n == 0;
  return TRUE;
}

/* The next line, its break replaced by NUL. Without a line and without an error the
 * file is at its end. */
static gboolean
next_line (TpWorkspaceReader *self, char **line, gsize *length, GCancellable *cancellable,
           GError **error)
{
  for (;;)
    {
      guint8 *end = NULL;

      if (self->buffer->len > self->searched)
        end = memchr (self->buffer->data + self->searched, '\n',
                      self->buffer->len - self->searched);
      if (end != NULL)
        {
          *end = '\0';
          *line = (char *) self->buffer->data + self->start;
          *length = (gsize) (end - self->buffer->data) - self->start;
          self->start += *length + 1;
          self->searched = self->start;
          self->line++;
          return TRUE;
        }
      self->searched = self->buffer->len;
      if (self->at_end && self->searched > self->start)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                       _ ("The file ends in the middle of line %u: it was cut short. Take a "
                          "complete copy"),
                       self->line + 1);
          return FALSE;
        }
      if (self->at_end)
        return FALSE;
      if (self->line == 0 && self->searched - self->start > MAX_HEADER)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                       _ ("The file does not begin with the header of an exported workspace: "
                          "choose a file that “export workspace” wrote"));
          return FALSE;
        }
      if (!fill (self, cancellable, error))
        return FALSE;
    }
}

/* Faults */

static gboolean
refuse_line (TpWorkspaceReader *self, const char *problem, GError **error)
{
  g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
               _ ("Line %u cannot be read: %s. Correct the line, or export the workspace again"),
               self->line, problem);
  return FALSE;
}

static gboolean
refuse_value (TpWorkspaceReader *self, const char *name, const char *expected, GError **error)
{
  /* Translators: the last %s is what is expected, such as "a whole number" */
  g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
               _ ("Line %u: the value of “%s” must be %s. Correct the line, or leave the field out "
                  "where nothing is stated"),
               self->line, name, expected);
  return FALSE;
}

static gboolean
refuse_member (TpWorkspaceReader *self, const char *record, const char *name, GError **error)
{
  g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
               _ ("Line %u: “%s” has no field “%s”. Correct the name, or update TradePivot if a "
                  "newer version wrote the file"),
               self->line, record, name);
  return FALSE;
}

/* Values */

static gboolean
words_known (const TpField *field, const char *text)
{
  g_auto (GStrv) words = NULL;

  if (field->words == NULL)
    return TRUE;
  if (field->type == TP_FIELD_TOKEN)
    return tp_word_find (field->words, text) != NULL;
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (tp_word_find (field->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
set_text (TpWorkspaceReader *self, TpRecord *record, guint i, const char *name,
          const TpJsonValue *value, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  const TpField *field = &info->fields[i];

  if (value->type != TP_JSON_STRING || value->length == 0)
    return refuse_value (self, name, C_ ("expected value", "a text that is not empty"), error);
  if ((field->type == TP_FIELD_TOKEN || field->type == TP_FIELD_TOKENS)
      && !words_known (field, value->text))
    {
      g_autofree char *words = tp_words_list (field->words);
      g_autofree char *expected
          = field->type == TP_FIELD_TOKEN
                ? g_strdup_printf (C_ ("expected value", "one of: %s"), words)
                : g_strdup_printf (
                      C_ ("expected value", "words with single spaces between, of: %s"), words);

      return refuse_value (self, name, expected, error);
    }
  if (i + 1 < info->n_fields && info->fields[i + 1].type == TP_FIELD_SUBJECT
      && tp_kind_from_token (value->text) == TP_KIND_NONE)
    return refuse_value (self, name, C_ ("expected value", "the kind of a record"), error);
  tp_record_take_text (record, i, value->text, (gssize) value->length);
  return TRUE;
}

static gboolean
set_value (TpWorkspaceReader *self, TpRecord *record, guint i, const char *name,
           const TpJsonValue *value, GError **error)
{
  const TpField *field = &tp_kind_info (tp_record_get_kind (record))->fields[i];
  TpValue own = { TRUE, 0, NULL };
  TpDay day;

  switch (field->type)
    {
    case TP_FIELD_DAY:
      if (value->type != TP_JSON_STRING || strlen (value->text) != value->length
          || !tp_day_parse_iso (value->text, &day))
        return refuse_value (self, name, C_ ("expected value", "a day such as \"2025-05-02\""),
                             error);
      own.number = day;
      break;
    case TP_FIELD_TIME:
      if (value->type != TP_JSON_STRING
          || !tp_workspace_time_from_text (value->text, value->length, &own.number))
        return refuse_value (
            self, name, C_ ("expected value", "a time such as \"2025-05-02T08:30:00.000Z\""), error);
      break;
    case TP_FIELD_FLAG:
      if (value->type != TP_JSON_TRUE && value->type != TP_JSON_FALSE)
        return refuse_value (self, name, C_ ("expected value", "true or false"), error);
      own.number = value->type == TP_JSON_TRUE;
      break;
    case TP_FIELD_INTEGER:
    case TP_FIELD_MINOR:
    case TP_FIELD_BASIS:
      if (value->type != TP_JSON_INTEGER)
        return refuse_value (self, name, C_ ("expected value", "a whole number of up to 64 bits"),
                             error);
      own.number = value->integer;
      break;
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
      if (value->type != TP_JSON_INTEGER || value->integer <= 0)
        return refuse_value (self, name, C_ ("expected value", "the id of a record"), error);
      own.number = value->integer;
      break;
    case TP_FIELD_TEXT:
    case TP_FIELD_NOTE:
    case TP_FIELD_TOKEN:
    case TP_FIELD_TOKENS:
    default:
      return set_text (self, record, i, name, value, error);
    }
  tp_record_set_value (record, i, &own);
  return TRUE;
}

/* Lines of each sort */

static gboolean
read_header (TpWorkspaceReader *self, char *line, gsize length, GError **error)
{
  TpJsonScanner scanner;
  TpJsonValue value;
  const char *name;
  g_autofree char *unknown = NULL;
  gboolean ours = FALSE;
  gint64 version = 0, schema = 0;

  if (g_str_has_prefix (line, "\xEF\xBB\xBF")) /* an editor put it there */
    {
      line += 3;
      length -= 3;
    }
  tp_json_scanner_init (&scanner, line, length);
  while (tp_json_scanner_next (&scanner, &name, &value))
    {
      if (strcmp (name, "format") == 0)
        ours = value.type == TP_JSON_STRING && strcmp (value.text, TP_WORKSPACE_FORMAT) == 0;
      else if (strcmp (name, "version") == 0 && value.type == TP_JSON_INTEGER)
        version = value.integer;
      else if (strcmp (name, "schema") == 0 && value.type == TP_JSON_INTEGER)
        schema = value.integer;
      else
        g_set_str (&unknown, name);
    }
  if (!ours)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                   _ ("The file does not begin with the header of an exported workspace: choose a "
                      "file that “export workspace” wrote"));
      return FALSE;
    }
  if (version > TP_WORKSPACE_VERSION || schema > self->newest_schema)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NEWER_SCHEMA,
                   _ ("The workspace was exported by a newer version of TradePivot: update this "
                      "one, then import the file"));
      return FALSE;
    }
  if (scanner.problem != NULL)
    return refuse_line (self, _ (scanner.problem), error);
  if (unknown != NULL)
    return refuse_member (self, TP_WORKSPACE_FORMAT, unknown, error);
  if (version < 1)
    return refuse_value (self, "version", C_ ("expected value", "a version"), error);
  if (schema < 1)
    return refuse_value (self, "schema", C_ ("expected value", "a version"), error);
  self->schema = (int) schema;
  return TRUE;
}

static int
find_member (TpWorkspaceReader *self, TpKind kind, const char *name, guint expected)
{
  guint n = tp_kind_info (kind)->n_fields;

  if (self->names[kind] == NULL)
    {
      self->names[kind] = g_new (const char *, n);
      for (guint i = 0; i < n; i++)
        self->names[kind][i] = tp_workspace_member_name (kind, i);
    }
  /* They come in order, with gaps. */
  for (guint i = 0; i < n; i++)
    if (strcmp (self->names[kind][(expected + i) % n], name) == 0)
      return (int) ((expected + i) % n);
  return -1;
}

static TpRecord *
read_record (TpWorkspaceReader *self, TpJsonScanner *scanner, TpKind kind, GError **error)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);
  TpJsonValue value;
  const char *name;
  guint expected = 0;

  if (kind < self->last_kind || (kind == TP_KIND_ATTACHMENT && self->last_blob != NULL))
    {
      refuse_line (self,
                   _ ("its record stands after records that may refer to it, so the file's "
                      "lines are out of order"),
                   error);
      return NULL;
    }
  if (!tp_json_scanner_next (scanner, &name, &value) || strcmp (name, "id") != 0
      || value.type != TP_JSON_INTEGER || value.integer <= 0)
    {
      refuse_line (self, _ ("the id, a whole number above 0, does not follow the kind"), error);
      return NULL;
    }
  if (kind == self->last_kind && value.integer <= self->last_id)
    {
      refuse_line (self,
                   value.integer == self->last_id
                       ? _ ("its id is the one of the line before")
                       : _ ("its id is smaller than the one of the line before, so the file's "
                            "lines are out of order"),
                   error);
      return NULL;
    }
  tp_record_set_id (record, value.integer);
  self->last_kind = kind;
  self->last_id = value.integer;

  while (tp_json_scanner_next (scanner, &name, &value))
    {
      int i = find_member (self, kind, name, expected);

      if (i < 0)
        {
          refuse_member (self, tp_kind_token (kind), name, error);
          return NULL;
        }
      if (tp_record_value (record, (guint) i)->set)
        {
          g_autofree char *problem = g_strdup_printf (_ ("the field “%s” stands in it twice"), name);

          refuse_line (self, problem, error);
          return NULL;
        }
      if (!set_value (self, record, (guint) i, name, &value, error))
        return NULL;
      expected = (guint) i + 1;
    }
  return g_steal_pointer (&record);
}

static GBytes *
read_blob (TpWorkspaceReader *self, TpJsonScanner *scanner, char **sha256, GError **error)
{
  g_autoptr (GBytes) blob = NULL;
  g_autofree char *stated = NULL, *counted = NULL;
  TpJsonValue value;
  const char *name;

  if (self->last_kind > TP_KIND_ATTACHMENT)
    {
      refuse_line (self, _ ("an attachment's bytes must stand right after the attachments"), error);
      return NULL;
    }
  while (tp_json_scanner_next (scanner, &name, &value))
    {
      if (value.type != TP_JSON_STRING)
        {
          refuse_value (self, name, C_ ("expected value", "a text"), error);
          return NULL;
        }
      if (strcmp (name, "sha256") == 0 && stated == NULL)
        stated = g_strdup (value.text);
      else if (strcmp (name, "data") == 0 && blob == NULL)
        {
          gsize length = 0;
          guchar *data = value.length > 1 ? g_base64_decode (value.text, &length) : NULL;

          blob = g_bytes_new_take (data, length);
        }
      else
        {
          refuse_member (self, TP_WORKSPACE_BLOB, name, error);
          return NULL;
        }
    }
  if (scanner->problem != NULL)
    return NULL;
  if (stated == NULL || blob == NULL)
    {
      refuse_line (self, _ ("an attachment's bytes need the fields “sha256” and “data”"), error);
      return NULL;
    }
  counted = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, blob);
  if (strcmp (counted, stated) != 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("Line %u: the bytes of the attachment are not those that its SHA-256 was "
                      "counted from, so the file was damaged. Take another copy"),
                   self->line);
      return NULL;
    }
  if (g_strcmp0 (stated, self->last_blob) <= 0)
    {
      refuse_line (self, _ ("the attachments' bytes must stand in the order of their SHA-256"),
                   error);
      return NULL;
    }
  g_set_str (&self->last_blob, stated);
  *sha256 = g_steal_pointer (&stated);
  return g_steal_pointer (&blob);
}

static gboolean
read_line (TpWorkspaceReader *self, char *line, gsize length, TpRecord **record, char **sha256,
           GBytes **blob, GError **error)
{
  g_autoptr (GError) local = NULL;
  TpJsonScanner scanner;
  TpJsonValue value;
  const char *name;
  TpKind kind;

  if (!g_utf8_validate_len (line, length, NULL))
    return refuse_line (self, _ ("it is not valid UTF-8"), error);
  tp_json_scanner_init (&scanner, line, length);
  if (tp_json_scanner_next (&scanner, &name, &value))
    {
      if (strcmp (name, "kind") != 0 || value.type != TP_JSON_STRING)
        return refuse_line (self, _ ("it does not begin with the kind of its record"), error);
      kind = tp_kind_from_token (value.text);
      if (strcmp (value.text, TP_WORKSPACE_BLOB) == 0)
        *blob = read_blob (self, &scanner, sha256, &local);
      else if (kind != TP_KIND_NONE && kind != TP_KIND_IMPORT)
        *record = read_record (self, &scanner, kind, &local);
      else
        {
          g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                       _ ("Line %u holds a record of the kind “%s”, which a workspace file does "
                          "not have. Correct the line, or update TradePivot if a newer version "
                          "wrote the file"),
                       self->line, value.text);
          return FALSE;
        }
    }
  if (scanner.problem != NULL)
    {
      g_clear_object (record);
      return refuse_line (self, _ (scanner.problem), error);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*record == NULL && *blob == NULL)
    return refuse_line (self, _ ("it does not begin with the kind of its record"), error);
  return TRUE;
}

/**
 * tp_workspace_reader_new:
 * @stream: the file's bytes
 * @schema: the newest schema version that the caller can take
 *
 * Returns: (transfer full): a reader
 */
TpWorkspaceReader *
tp_workspace_reader_new (GInputStream *stream, int schema)
{
  TpWorkspaceReader *self = g_object_new (TP_TYPE_WORKSPACE_READER, NULL);

  self->stream = g_object_ref (stream);
  self->newest_schema = schema;
  return self;
}

/**
 * tp_workspace_reader_open:
 * @self: a reader
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads the header.
 *
 * Returns: whether this is an exported workspace that can be read:
 *   %TP_ERROR_NOT_A_WORKSPACE or %TP_ERROR_NEWER_SCHEMA otherwise
 */
gboolean
tp_workspace_reader_open (TpWorkspaceReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *line;
  gsize length;

  g_return_val_if_fail (TP_IS_WORKSPACE_READER (self), FALSE);
  if (self->open)
    return TRUE;
  if (next_line (self, &line, &length, cancellable, &local))
    return self->open = read_header (self, line, length, error);
  if (local == NULL || g_error_matches (local, TP_ERROR, TP_ERROR_DAMAGED))
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                 _ ("The file does not begin with the header of an exported workspace: choose a "
                    "file that “export workspace” wrote"));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * tp_workspace_reader_next:
 * @self: a reader, opened here if it was not
 * @record: (out) (transfer full) (nullable): the next record, unsealed, with the id
 *   it had; or %NULL where an attachment's bytes came
 * @sha256: (out) (transfer full) (nullable): the SHA-256 of @blob, verified
 * @blob: (out) (transfer full) (nullable): an attachment's bytes
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether a record or an attachment's bytes came; %FALSE without an error
 *   at the end. %TP_ERROR_FORMAT names the line that breaks the format,
 *   %TP_ERROR_DAMAGED says that the file is cut short or its bytes have changed
 */
gboolean
tp_workspace_reader_next (TpWorkspaceReader *self, TpRecord **record, char **sha256,
                          GBytes **blob, GCancellable *cancellable, GError **error)
{
  char *line;
  gsize length;

  g_return_val_if_fail (TP_IS_WORKSPACE_READER (self), FALSE);
  *record = NULL;
  *sha256 = NULL;
  *blob = NULL;
  if (!self->open && !tp_workspace_reader_open (self, cancellable, error))
    return FALSE;
  do
    if (!next_line (self, &line, &length, cancellable, error))
      return FALSE;
  while (length == 0 || (length == 1 && *line == '\r'));
  return read_line (self, line, length, record, sha256, blob, error);
}

/**
 * tp_workspace_reader_get_schema:
 * @self: an open reader
 *
 * Returns: the schema version of the workspace that was exported
 */
int
tp_workspace_reader_get_schema (TpWorkspaceReader *self)
{
  g_return_val_if_fail (TP_IS_WORKSPACE_READER (self), 0);
  return self->schema;
}

/**
 * tp_workspace_reader_get_line:
 * @self: a reader
 *
 * Returns: the line, from 1, that was read last, for messages of what comes after
 */
guint
tp_workspace_reader_get_line (TpWorkspaceReader *self)
{
  g_return_val_if_fail (TP_IS_WORKSPACE_READER (self), 0);
  return self->line;
}

/**
 * tp_workspace_reader_get_bytes_read:
 * @self: a reader
 *
 * Returns: how many bytes of the file were taken so far, for a progress bar
 */
goffset
tp_workspace_reader_get_bytes_read (TpWorkspaceReader *self)
{
  g_return_val_if_fail (TP_IS_WORKSPACE_READER (self), 0);
  return self->bytes_read;
}
