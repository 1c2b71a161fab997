/* test-json-lines.c: the workspace as JSON Lines, and rows as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "json-writer.h"
#include "workspace-reader.h"
#include "workspace-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEADER "{\"format\":\"tradepivot-workspace\",\"version\":1,\"schema\":1}\n"
#define SETTING "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\"}\n"

static GBytes *
take_bytes (GOutputStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static TpWorkspaceReader *
reader_of (const char *text, gsize length)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (g_memdup2 (text, length), (gssize) length, g_free);

  return tp_workspace_reader_new (stream, 1);
}

/* Reads all and writes it again. */
static GBytes *
copy_of (const char *text, gsize length, guint *n_records, GError **error)
{
  g_autoptr (TpWorkspaceReader) reader = reader_of (text, length);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
  g_autoptr (GError) local = NULL;
  TpRecord *record;
  GBytes *blob;
  char *sha256;

  *n_records = 0;
  while (tp_workspace_reader_next (reader, &record, &sha256, &blob, NULL, &local))
    {
      if (record != NULL)
        {
          g_assert_true (tp_workspace_writer_record (writer, record, &local));
          tp_record_set_id (record, tp_record_get_id (record)); /* not sealed */
          ++*n_records;
        }
      else
        g_assert_true (tp_workspace_writer_blob (writer, sha256, blob, &local));
      g_assert_no_error (local);
      g_clear_object (&record);
      g_clear_pointer (&blob, g_bytes_unref);
      g_clear_pointer (&sha256, g_free);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_assert_cmpint (tp_workspace_reader_get_bytes_read (reader), ==, (goffset) length);
  g_assert_true (tp_workspace_writer_finish (writer, NULL, error));
  return take_bytes (stream);
}

static const char *texts[] = {
  "plain", "深圳电子有限公司", "quote \" back \\ slash /", "two\nlines\r\n\ttab", "\x01\x1F\x7F\b\f",
  "🧧👩‍👩‍👧", "\xE2\x80\xA8 separators \xE2\x80\xA9", " margins ", "\xEF\xBB\xBFmark", "𠮷野家",
};

static const gint64 numbers[] = { 0, -1, 1, G_MAXINT64, G_MININT64, 1250, 200000000000000 };

/* A value of the field's type; another for each @turn. */
static void
fill_field (TpRecord *record, guint i, guint turn)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  const TpField *field = &info->fields[i];
  TpValue value = { TRUE, 0, NULL };

  switch (field->type)
    {
    case TP_FIELD_TEXT:
    case TP_FIELD_NOTE:
      tp_record_take_text (record, i,
                           i + 1 < info->n_fields && info->fields[i + 1].type == TP_FIELD_SUBJECT
                               ? tp_kind_token ((TpKind) (turn % TP_KIND_IMPORT))
                               : texts[(turn + i) % G_N_ELEMENTS (texts)],
                           -1);
      return;
    case TP_FIELD_TOKEN:
      tp_record_take_text (record, i, field->words[turn % tp_word_count (field->words)].token, -1);
      return;
    case TP_FIELD_TOKENS:
      {
        guint n = tp_word_count (field->words);
        g_autofree char *both = g_strconcat (field->words[turn % n].token, " ",
                                             field->words[(turn + 1) % n].token, NULL);

        tp_record_take_text (record, i, both, -1);
        return;
      }
    case TP_FIELD_DAY:
      {
        const TpDay days[] = { tp_day_new (2025, 5, 2), tp_day_new (1, 1, 1), tp_day_new (9999, 12, 31),
                               0, -1, tp_day_new (2024, 2, 29) };

        value.number = days[turn % G_N_ELEMENTS (days)];
        break;
      }
    case TP_FIELD_TIME:
      {
        const gint64 times[] = { 1746174600000, 0, -1, 999, -62135596800000, 253402300799999 };

        value.number = times[turn % G_N_ELEMENTS (times)];
        break;
      }
    case TP_FIELD_FLAG:
      value.number = turn % 2;
      break;
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
      value.number = turn % 2 == 0 ? G_MAXINT64 : 1 + turn;
      break;
    case TP_FIELD_INTEGER:
    case TP_FIELD_MINOR:
    case TP_FIELD_BASIS:
    default:
      value.number = numbers[(turn + i) % G_N_ELEMENTS (numbers)];
      break;
    }
  tp_record_set_value (record, i, &value);
}

static TpRecord *
filled_record (TpKind kind, guint turn)
{
  TpRecord *record = tp_record_new (kind);

  tp_record_set_id (record, turn == 9 ? G_MAXINT64 : (gint64) turn + 1);
  for (guint i = 0; i < tp_kind_info (kind)->n_fields; i++)
    if (turn == 0 || (turn + i) % 4 != 0) /* the first has all fields, others have gaps */
      fill_field (record, i, turn);
  return record;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Blobs whose lengths end in every way that base64 knows, one longer than a buffer. */
static void
write_blobs (TpWorkspaceWriter *writer)
{
  const gsize sizes[] = { 0, 1, 2, 3, 49151, 49152, 49153, 1000003 };
  g_autoptr (GHashTable) blobs
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guchar *data = g_malloc (sizes[i] + 1);
      GBytes *bytes;

      for (gsize k = 0; k < sizes[i]; k++)
        data[k] = (guchar) (k * 31 + i);
      bytes = g_bytes_new_take (data, sizes[i]);
      g_hash_table_insert (blobs, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes), bytes);
    }
  keys = g_hash_table_get_keys_as_ptr_array (blobs);
  g_ptr_array_sort (keys, compare_strings);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *sha256 = g_ptr_array_index (keys, i);

      g_assert_true (tp_workspace_writer_blob (writer, sha256, g_hash_table_lookup (blobs, sha256),
                                               &error));
    }
}

/* Every kind with every field: the same records back, and the same bytes. */
static void
test_round_trip (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (TpWorkspaceReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  TpRecord *record;
  GBytes *blob;
  char *sha256;
  guint n = 0, n_blobs = 0;

  for (int kind = 0; kind < TP_KIND_IMPORT; kind++)
    {
      for (guint turn = 0; turn < 10; turn++)
        {
          record = filled_record ((TpKind) kind, turn);
          g_assert_true (tp_workspace_writer_record (writer, record, &error));
          g_ptr_array_add (records, record);
        }
      if (kind == TP_KIND_ATTACHMENT)
        write_blobs (writer);
    }
  g_assert_true (tp_workspace_writer_finish (writer, NULL, &error));
  bytes = take_bytes (stream);
  g_assert_true (g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  reader = reader_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tp_workspace_reader_next (reader, &record, &sha256, &blob, NULL, &error))
    {
      if (record != NULL)
        {
          TpRecord *wanted = g_ptr_array_index (records, n++);

          g_assert_cmpint (tp_record_get_kind (record), ==, tp_record_get_kind (wanted));
          g_assert_cmpint (tp_record_get_id (record), ==, tp_record_get_id (wanted));
          g_assert_true (tp_record_equal (record, wanted));
        }
      else
        n_blobs++;
      g_clear_object (&record);
      g_clear_pointer (&blob, g_bytes_unref);
      g_clear_pointer (&sha256, g_free);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, records->len);
  g_assert_cmpuint (n_blobs, ==, 8);
  g_assert_cmpint (tp_workspace_reader_get_schema (reader), ==, 1);

  again = copy_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &n, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* Another parser reads the lines as they were meant. */
static void
test_other_parser (void)
{
  for (int kind = 0; kind < TP_KIND_IMPORT; kind++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
      g_autoptr (TpRecord) record = filled_record ((TpKind) kind, 0);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);
      g_auto (GStrv) lines = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GList) members = NULL;
      JsonObject *object;
      GList *member;
      gsize length;

      g_assert_true (tp_workspace_writer_record (writer, record, &error));
      g_assert_true (tp_workspace_writer_finish (writer, NULL, &error));
      bytes = take_bytes (stream);
      text = g_strndup (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
      lines = g_strsplit (text, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 3);
      g_assert_cmpstr (lines[2], ==, "");
      g_assert_true (json_parser_load_from_data (parser, lines[1], -1, &error));
      object = json_node_get_object (json_parser_get_root (parser));
      g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, info->token);
      g_assert_cmpuint (json_object_get_size (object), ==, info->n_fields + 2);

      members = json_object_get_members (object);
      member = members->next->next;
      for (guint i = 0; i < info->n_fields; i++, member = member->next)
        {
          const TpValue *value = tp_record_value (record, i);
          g_autofree char *longer = g_strconcat (info->token, "_", info->fields[i].name, NULL);
          const char *name = strcmp (info->fields[i].name, "kind") == 0 ? longer
                                                                       : info->fields[i].name;

          g_assert_cmpstr (member->data, ==, name);
          if (tp_field_is_text (&info->fields[i]))
            g_assert_cmpstr (json_object_get_string_member (object, name), ==, value->text);
          else if (info->fields[i].type == TP_FIELD_FLAG)
            g_assert_true (json_object_get_boolean_member (object, name) == (value->number != 0));
          else if (info->fields[i].type != TP_FIELD_DAY && info->fields[i].type != TP_FIELD_TIME)
            g_assert_cmpint (json_object_get_int_member (object, name), ==, value->number);
        }
    }
}

static void
test_exact_text (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
  g_autoptr (TpRecord) setting = tp_record_new (TP_KIND_SETTING);
  g_autoptr (TpRecord) organisation = tp_record_new (TP_KIND_ORGANISATION);
  g_autoptr (GBytes) blob = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *wanted
      = HEADER
        "{\"kind\":\"setting\",\"id\":7,\"key\":\"a\\\"b\\\\c/\",\"value\":\"\\n\\u0001京\x7F\"}\n"
        "{\"kind\":\"blob\",\"sha256\":"
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\"data\":\"YWJj\"}\n"
        "{\"kind\":\"organisation\",\"id\":8,\"key\":\"jd\",\"name\":\"JD.com\","
        "\"organisation_kind\":\"retailer\",\"parent\":3}\n";

  tp_record_set_id (setting, 7);
  tp_record_set_text (setting, "key", "a\"b\\c/");
  tp_record_set_text (setting, "value", "\n\x01京\x7F");
  tp_record_set_id (organisation, 8);
  tp_record_set_text (organisation, "key", "jd");
  tp_record_set_text (organisation, "name", "JD.com");
  tp_record_set_text (organisation, "kind", "retailer");
  tp_record_set_number (organisation, "parent", 3);
  g_assert_true (tp_workspace_writer_record (writer, setting, &error));
  g_assert_true (tp_workspace_writer_blob (
      writer, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", blob, &error));
  g_assert_true (tp_workspace_writer_record (writer, organisation, &error));
  g_assert_true (tp_workspace_writer_finish (writer, NULL, &error));
  bytes = take_bytes (stream);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
}

static void
expect_refusal (const char *text, gssize length, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = NULL;
  guint n;

  copy = copy_of (text, length < 0 ? strlen (text) : (gsize) length, &n, &error);
  g_assert_null (copy);
  g_test_message ("%s", error->message);
  g_assert_error (error, TP_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_headers (void)
{
  g_autofree char *long_line = g_strnfill (1000000, 'x');

  expect_refusal ("", 0, TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal ("\n", 1, TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal ("uscc,name\n1,2\n", -1, TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal ("\0\1\2", 3, TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal (long_line, -1, TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal ("{\"format\":\"other\",\"version\":1,\"schema\":1}\n", -1,
                  TP_ERROR_NOT_A_WORKSPACE, "header");
  expect_refusal ("{\"format\":\"tradepivot-workspace\",\"version\":2,\"schema\":1,\"x\":true}\n", -1,
                  TP_ERROR_NEWER_SCHEMA, "update");
  expect_refusal ("{\"format\":\"tradepivot-workspace\",\"version\":1,\"schema\":2}\n", -1,
                  TP_ERROR_NEWER_SCHEMA, "update");
  expect_refusal ("{\"format\":\"tradepivot-workspace\",\"version\":1}\n", -1, TP_ERROR_FORMAT,
                  "schema");
  expect_refusal ("{\"format\":\"tradepivot-workspace\",\"version\":1,\"schema\":1,\"x\":1}\n", -1,
                  TP_ERROR_FORMAT, "x");
}

static void
test_refusals (void)
{
  static const struct { const char *line; const char *part; } cases[] = {
    { "nonsense", "JSON object" },
    { "{\"kind\":\"setting\"", "closing brace" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\"", "closing brace" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\"} x", "follows" },
    { "{\"kind\":\"setting\",\"id\":1 \"key\":\"a\"}", "comma" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\" \"a\"}", "colon" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"a}", "quotation" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\tb\"}", "control" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\\x\"}", "escape" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\\u12g4\"}", "four" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\\u0000\"}", "NUL" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\\ud83e\"}", "half" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\\udde7\\ud83e\"}", "half" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":[\"a\"]}", "array" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":null}", "key" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\"}", "not empty" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":5}", "a text" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\",\"key\":\"b\"}", "twice" },
    { "{\"kind\":\"setting\",\"id\":1,\"colour\":\"a\"}", "colour" },
    { "{\"kind\":\"setting\",\"id\":0,\"key\":\"a\"}", "id" },
    { "{\"kind\":\"setting\",\"id\":1.0,\"key\":\"a\"}", "id" },
    { "{\"kind\":\"setting\",\"key\":\"a\",\"id\":1}", "id" },
    { "{\"id\":1,\"kind\":\"setting\",\"key\":\"a\"}", "begin with the kind" },
    { "{}", "begin with the kind" },
    { "{\"kind\":\"spaceship\",\"id\":1}", "spaceship" },
    { "{\"kind\":\"import\",\"id\":1}", "import" },
    { "{\"kind\":\"attachment\",\"id\":1,\"size\":9223372036854775808}", "64 bits" },
    { "{\"kind\":\"attachment\",\"id\":1,\"size\":-9223372036854775809}", "64 bits" },
    { "{\"kind\":\"attachment\",\"id\":1,\"size\":1e3}", "whole number" },
    { "{\"kind\":\"attachment\",\"id\":1,\"size\":01}", "number" },
    { "{\"kind\":\"attachment\",\"id\":1,\"size\":\"1\"}", "whole number" },
    { "{\"kind\":\"organisation\",\"id\":1,\"organisation_kind\":\"zoo\"}", "one of" },
    { "{\"kind\":\"organisation\",\"id\":1,\"parent\":0}", "id of a record" },
    { "{\"kind\":\"evidence\",\"id\":1,\"date\":\"2025-02-30\"}", "day" },
    { "{\"kind\":\"evidence\",\"id\":1,\"date\":\"2025-2-3\"}", "day" },
    { "{\"kind\":\"commitment\",\"id\":1,\"instruments\":\"procurement  procurement\"}", "words" },
    { "{\"kind\":\"citation\",\"id\":1,\"subject_kind\":\"zoo\"}", "kind of a record" },
    { "{\"kind\":\"rival_value\",\"id\":1,\"used\":1}", "true or false" },
    { "{\"kind\":\"setting\",\"id\":1,\"key\":\"\xC3(\"}", "UTF-8" },
    { "{\"kind\":\"blob\",\"sha256\":\"aa\",\"data\":\"YWJj\",\"x\":\"\"}", "x" },
    { "{\"kind\":\"blob\",\"sha256\":\"aa\"}", "data" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, "\n", cases[i].line, "\n", NULL);

      expect_refusal (text, -1, TP_ERROR_FORMAT, cases[i].part);
      expect_refusal (text, -1, TP_ERROR_FORMAT, "Line 3");
    }
}

static void
test_order (void)
{
  expect_refusal (HEADER SETTING SETTING, -1, TP_ERROR_FORMAT, "Line 3");
  expect_refusal (HEADER "{\"kind\":\"setting\",\"id\":2,\"key\":\"b\"}\n" SETTING, -1,
                  TP_ERROR_FORMAT, "out of order");
  expect_refusal (HEADER "{\"kind\":\"attachment\",\"id\":1}\n" SETTING, -1, TP_ERROR_FORMAT,
                  "out of order");
  expect_refusal (HEADER "{\"kind\":\"organisation\",\"id\":1}\n"
                         "{\"kind\":\"blob\",\"sha256\":\"aa\",\"data\":\"\"}\n",
                  -1, TP_ERROR_FORMAT, "right after");
}

static void
test_damage (void)
{
  expect_refusal (HEADER SETTING "{\"kind\":\"setting\",\"id\":2,\"key\":\"b\"}", -1,
                  TP_ERROR_DAMAGED, "line 3");
  expect_refusal (HEADER
                  "{\"kind\":\"blob\",\"sha256\":"
                  "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\","
                  "\"data\":\"YWJk\"}\n",
                  -1, TP_ERROR_DAMAGED, "Line 2");
  /* NUL bytes within a line, as a crashed file system leaves them */
  expect_refusal (HEADER SETTING "\0\0\0\n", (gssize) strlen (HEADER SETTING) + 4, TP_ERROR_FORMAT,
                  "Line 3");
}

/* What editors and people do to a file, and what other JSON writers escape. */
static void
test_tolerance (void)
{
  const char *text = "\xEF\xBB\xBF{ \"schema\": 1, \"version\": 1, \"format\": "
                     "\"tradepivot\\u002dworkspace\" }\r\n\r\n"
                     "{ \"kind\" : \"setting\", \"id\" : 1, \"value\" : \"\\ud83e\\udde7\\/\\u4eac\","
                     " \"key\" : \"a\" }\r\n\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = NULL;
  guint n;

  copy = copy_of (text, strlen (text), &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpmem (
      g_bytes_get_data (copy, NULL), g_bytes_get_size (copy),
      HEADER "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\",\"value\":\"🧧/京\"}\n",
      strlen (HEADER "{\"kind\":\"setting\",\"id\":1,\"key\":\"a\",\"value\":\"🧧/京\"}\n"));
}

/* A value that the format cannot hold is refused, not bent. */
static void
test_unwritable (void)
{
  const struct { TpKind kind; const char *field; gint64 number; const char *text; } cases[] = {
    { TP_KIND_EVIDENCE, "date", G_MAXINT64, NULL },
    { TP_KIND_EVIDENCE, "date", TP_DAY_NONE, NULL },
    { TP_KIND_SETTING, "value", 0, "\xFF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
      g_autoptr (TpRecord) record = tp_record_new (cases[i].kind);
      g_autoptr (GError) error = NULL;

      tp_record_set_id (record, 42);
      if (cases[i].text != NULL)
        tp_record_set_text (record, cases[i].field, cases[i].text);
      else
        tp_record_set_number (record, cases[i].field, cases[i].number);
      g_assert_false (tp_workspace_writer_record (writer, record, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, cases[i].field));
      g_assert_nonnull (strstr (error->message, "42"));
    }
}

/* Lines cross every border of the buffers. */
static void
test_many (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpWorkspaceWriter) writer = tp_workspace_writer_new (stream, 1);
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  for (guint i = 1; i <= 100000; i++)
    {
      g_autoptr (TpRecord) record = tp_record_new (TP_KIND_SETTING);
      g_autofree char *key = g_strdup_printf ("出口企业 %u", i);

      tp_record_set_id (record, i);
      tp_record_set_text (record, "key", key);
      tp_record_set_text (record, "value", "two\nlines");
      g_assert_true (tp_workspace_writer_record (writer, record, &error));
    }
  g_assert_true (tp_workspace_writer_finish (writer, NULL, &error));
  bytes = take_bytes (stream);
  again = copy_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 100000);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_json_rows (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) nothing = g_memory_output_stream_new_resizable ();
  g_autoptr (TpJsonWriter) writer = tp_json_writer_new (stream);
  g_autoptr (TpJsonWriter) empty = tp_json_writer_new (nothing);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  const char *wanted = "[\n"
                       "  {\"name\": \"京东 \\\"x\\\"\", \"n\": -9223372036854775808, \"d\": 12.50, "
                       "\"f\": true, \"z\": null, \"t\": null},\n"
                       "  {}\n"
                       "]\n";

  tp_json_writer_begin_row (writer);
  tp_json_writer_text (writer, "name", "京东 \"x\"");
  tp_json_writer_integer (writer, "n", G_MININT64);
  tp_json_writer_decimal (writer, "d", "12.50");
  tp_json_writer_flag (writer, "f", TRUE);
  tp_json_writer_null (writer, "z");
  tp_json_writer_text (writer, "t", NULL);
  g_assert_true (tp_json_writer_end_row (writer, NULL, &error));
  tp_json_writer_begin_row (writer);
  g_assert_true (tp_json_writer_end_row (writer, NULL, &error));
  g_assert_true (tp_json_writer_finish (writer, NULL, &error));
  bytes = take_bytes (stream);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), &error));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==,
                    2);

  g_assert_true (tp_json_writer_finish (empty, NULL, &error));
  none = take_bytes (nothing);
  g_assert_cmpmem (g_bytes_get_data (none, NULL), g_bytes_get_size (none), "[]\n", 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-lines/round-trip", test_round_trip);
  g_test_add_func ("/json-lines/other-parser", test_other_parser);
  g_test_add_func ("/json-lines/exact-text", test_exact_text);
  g_test_add_func ("/json-lines/headers", test_headers);
  g_test_add_func ("/json-lines/refusals", test_refusals);
  g_test_add_func ("/json-lines/order", test_order);
  g_test_add_func ("/json-lines/damage", test_damage);
  g_test_add_func ("/json-lines/tolerance", test_tolerance);
  g_test_add_func ("/json-lines/unwritable", test_unwritable);
  g_test_add_func ("/json-lines/many", test_many);
  g_test_add_func ("/json-lines/json-rows", test_json_rows);
  return g_test_run ();
}
