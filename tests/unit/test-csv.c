/* test-csv.c: CSV files as people have them, and tables for terminals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv-reader.h"
#include "csv-writer.h"
#include "error.h"
#include "row-table.h"

#include <string.h>

static GInputStream *
stream_of (const char *bytes, gssize length)
{
  gsize n = length < 0 ? strlen (bytes) : (gsize) length;

  return g_memory_input_stream_new_from_data (g_memdup2 (bytes, n), (gssize) n, g_free);
}

static TpCsvReader *
reader_of (const char *bytes, gssize length)
{
  g_autoptr (GInputStream) stream = stream_of (bytes, length);

  return tp_csv_reader_new (stream);
}

static char *
join (GPtrArray *cells)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "",
                            (char *) g_ptr_array_index (cells, i));
  return g_string_free (out, FALSE);
}

/* The headings and rows with their lines, as "1:a|b 2:1|2". */
static char *
read_all (TpCsvReader *reader, GError **error)
{
  GString *out = g_string_new (NULL);
  GPtrArray *cells;
  guint line;
  char *text;

  if (!tp_csv_reader_open (reader, NULL, error))
    return g_string_free (out, FALSE);
  text = join (tp_csv_reader_get_headings (reader));
  g_string_append_printf (out, "%u:%s", tp_csv_reader_get_heading_line (reader), text);
  g_free (text);
  while (tp_csv_reader_next (reader, &cells, &line, NULL, error))
    {
      text = join (cells);
      g_string_append_printf (out, " %u:%s", line, text);
      g_free (text);
    }
  return g_string_free (out, FALSE);
}

static void
expect (const char *bytes, gssize length, const char *wanted, const char *encoding, char delimiter)
{
  g_autoptr (TpCsvReader) reader = reader_of (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_all (reader, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, wanted);
  g_assert_cmpstr (tp_csv_reader_get_encoding (reader), ==, encoding);
  g_assert_cmpint (tp_csv_reader_get_delimiter (reader), ==, delimiter);
  g_assert_cmpint (tp_csv_reader_get_bytes_read (reader), ==,
                   length < 0 ? (goffset) strlen (bytes) : (goffset) length);
}

/* The rows before the fault come first, then a message with the line. */
static void
expect_fault (const char *bytes, gssize length, const char *encoding, const char *rows,
              const char *line)
{
  g_autoptr (TpCsvReader) reader = reader_of (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GPtrArray *cells;

  tp_csv_reader_set_encoding (reader, encoding);
  text = read_all (reader, &error);
  g_test_message ("%s: %s", text, error != NULL ? error->message : "no error");
  g_assert_error (error, TP_ERROR, TP_ERROR_FORMAT);
  g_assert_cmpstr (text, ==, rows);
  g_assert_nonnull (strstr (error->message, line));
  g_clear_error (&error);
  g_assert_false (tp_csv_reader_next (reader, &cells, NULL, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_FORMAT);
}

static char *
encode (const char *text, const char *encoding, gsize *length)
{
  char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, length, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_delimiters (void)
{
  expect ("a,b,c\n1,2,3\n", -1, "1:a|b|c 2:1|2|3", "UTF-8", ',');
  expect ("a;b;c\n1,5;2,5;3,5\n", -1, "1:a|b|c 2:1,5|2,5|3,5", "UTF-8", ';');
  expect ("a\tb\n1\t2", -1, "1:a|b 2:1|2", "UTF-8", '\t');
  expect ("name,note\nx,\"a;b;c\"\ny,\"d;e\"\n", -1, "1:name|note 2:x|a;b;c 3:y|d;e", "UTF-8", ',');
  expect ("name\nx\ny\n", -1, "1:name 2:x 3:y", "UTF-8", ',');
  expect ("名称，别名\n甲\n", -1, "1:名称，别名 2:甲", "UTF-8", ',');
}

static void
test_given (void)
{
  g_autoptr (TpCsvReader) reader = reader_of ("a;b|c\n1;2|3\n", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  tp_csv_reader_set_delimiter (reader, '|');
  text = read_all (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "1:a;b|c 2:1;2|3");
}

static void
test_breaks (void)
{
  expect ("a,b\r\n1,2\r\n\r\n3,4\r\n", -1, "1:a|b 2:1|2 4:3|4", "UTF-8", ',');
  expect ("a,b\r1,2\r\r3,4", -1, "1:a|b 2:1|2 4:3|4", "UTF-8", ',');
  expect ("\n\na,b\n \n,,\n1,2\n", -1, "3:a|b 6:1|2", "UTF-8", ',');
  expect ("a,b\n\"one\ntwo\r\nthree\",\"say \"\"x\"\"\"\n3,4\n", -1,
          "1:a|b 2:one\ntwo\r\nthree|say \"x\" 5:3|4", "UTF-8", ',');
  expect ("\"a\nb\",c\n1,2\n", -1, "1:a\nb|c 3:1|2", "UTF-8", ',');
}

static void
test_ragged (void)
{
  expect ("a,b,c\n1\n1,2,3,4\n, 2 ,\" 3 \"\n", -1, "1:a|b|c 2:1 3:1|2|3|4 4:|2| 3 ", "UTF-8", ',');
}

static void
test_empty (void)
{
  expect ("", 0, "0:", "UTF-8", ',');
  expect ("\xEF\xBB\xBF", -1, "0:", "UTF-8", ',');
  expect ("\r\n\r\n ,\n", -1, "0:", "UTF-8", ',');
  expect ("a,b\n", -1, "1:a|b", "UTF-8", ',');
}

static int
score_uscc (GPtrArray *cells, gpointer user_data)
{
  int score = 0;

  for (guint i = 0; i < cells->len; i++)
    score += strcmp (g_ptr_array_index (cells, i), "uscc") == 0;
  (*(guint *) user_data)++;
  return score;
}

static void
test_titles (void)
{
  const char *file = "Exporters of the campaign,,\nmade,2025-05-02,\n\nuscc,name,city\n9,x,y\n";
  g_autoptr (TpCsvReader) reader = reader_of ("Report,Office\nuscc,1\n9,8\n", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint asked = 0;

  expect (file, -1, "4:uscc|name|city 5:9|x|y", "UTF-8", ',');
  expect ("1,2\n3,4\n", -1, "1:1|2 2:3|4", "UTF-8", ',');

  /* Only who knows the fields can tell here. */
  tp_csv_reader_set_heading_score (reader, score_uscc, &asked, NULL);
  text = read_all (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "2:uscc|1 3:9|8");
  g_assert_cmpuint (asked, ==, 3);
}

static void
test_encodings (void)
{
  const char *text = "名称,省份\n深圳电子有限公司,广东\n宁波家居股份公司,浙江\n";
  const char *wanted = "1:名称|省份 2:深圳电子有限公司|广东 3:宁波家居股份公司|浙江";
  gsize n;
  g_autofree char *gb = encode (text, "GB18030", &n);
  g_autofree char *le = NULL, *be = NULL, *marked = NULL, *four = NULL, *bom = NULL;

  expect (text, -1, wanted, "UTF-8", ',');
  bom = g_strconcat ("\xEF\xBB\xBF", text, NULL);
  expect (bom, -1, wanted, "UTF-8", ',');
  expect (gb, (gssize) n, wanted, "GB18030", ',');
  marked = g_strconcat ("\xEF\xBB\xBF", text, NULL);
  le = encode (marked, "UTF-16LE", &n);
  expect (le, (gssize) n, wanted, "UTF-16LE", ',');
  be = encode (marked, "UTF-16BE", &n);
  expect (be, (gssize) n, wanted, "UTF-16BE", ',');

  /* A character of four bytes, and one emoji beyond the basic plane in UTF-16. */
  four = encode ("名称,省份\n㐀🧧公司,广东\n", "GB18030", &n);
  expect (four, (gssize) n, "1:名称|省份 2:㐀🧧公司|广东", "GB18030", ',');
}

static void
test_encoding_given (void)
{
  const char *names[] = { "gbk", "GB2312", "gb18030" };
  gsize n;
  g_autofree char *gb = encode ("甲,乙\n1,2\n", "GB18030", &n);
  g_autoptr (TpCsvReader) odd = reader_of ("a,b\n", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TpCsvReader) reader = reader_of (gb, (gssize) n);
      g_autofree char *text = NULL;

      tp_csv_reader_set_encoding (reader, names[i]);
      text = read_all (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, "1:甲|乙 2:1|2");
      g_assert_cmpstr (tp_csv_reader_get_encoding (reader), ==, "GB18030");
    }
  tp_csv_reader_set_encoding (odd, "no-such-encoding");
  g_assert_false (tp_csv_reader_open (odd, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

/* The first non-ASCII character comes behind what is guessed from. */
static void
test_late_chinese (void)
{
  GString *file = g_string_new ("name,city\n");
  gsize n;
  g_autofree char *gb = encode ("深圳电子有限公司,广东\n", "GB18030", &n);
  g_autoptr (TpCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *cells;
  guint line, last = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append (file, "plain,text\n");
  g_string_append_len (file, gb, (gssize) n);
  reader = reader_of (file->str, (gssize) file->len);
  while (tp_csv_reader_next (reader, &cells, &line, NULL, &error))
    {
      last = line;
      g_set_str (&text, g_ptr_array_index (cells, 0));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 60002);
  g_assert_cmpstr (text, ==, "深圳电子有限公司");
  g_string_free (file, TRUE);
}

static void
test_faults (void)
{
  gsize n;
  g_autofree char *gb = encode ("甲,乙\n丙,丁\n", "GB18030", &n);

  expect_fault ("a,b\n1,2\n3,\xC3\n", -1, "UTF-8", "1:a|b 2:1|2", "Line 3");
  /* Damaged in one place: not taken for an encoding in which any bytes are letters */
  expect_fault ("名称,省份\n宁波公司,浙江\n温州\xE4\xBD,浙江\n", -1, NULL, "1:名称|省份 2:宁波公司|浙江", "Line 3");
  expect_fault ("a,b\n1,2\n\"x\ny\nz\xFF\",4\n", -1, "UTF-8", "1:a|b 2:1|2", "Line 5");
  expect_fault ("a,b\n1,2\n3,\xE4\xBD", -1, "UTF-8", "1:a|b 2:1|2", "line 3");
  expect_fault (gb, (gssize) n - 2, "GB18030", "1:甲|乙", "line 2");
  expect_fault ("\xFF\xFE" "a\0,\0b\0\n\0" "1", 11, NULL, "1:a|b", "line 2") ;
  expect_fault ("a,b\n1,2\n3,x\0y\n", 14, NULL, "1:a|b 2:1|2", "Line 3");
  expect_fault ("a\0b\0\n\0", 6, NULL, "", "Line 1");
  expect_fault ("\xFF\xFE" "a\0,\0b\0\n\0" "\0\0", 12, NULL, "1:a|b", "Line 2");
  expect_fault ("a,b\n1,2\n3,\"open\nmore\n", -1, NULL, "1:a|b 2:1|2", "line 3");
}

/* What is too large for a table is refused before it fills the memory. */
static void
test_limits (void)
{
  g_autofree char *open = g_malloc (20 * 1024 * 1024);
  g_autofree char *commas = g_malloc (100000);

  memset (open, 'x', 20 * 1024 * 1024);
  memcpy (open, "a,b\n1,2\n3,\"", 11);
  expect_fault (open, 20 * 1024 * 1024, NULL, "1:a|b 2:1|2", "line 3");
  memset (commas, ',', 100000);
  memcpy (commas, "a,b\n1,2\n3,", 10);
  expect_fault (commas, 100000, NULL, "1:a|b 2:1|2", "line 3");
}

static GBytes *
write_rows (const char *const *cells, guint n_rows, guint n_columns, TpCsvFlags flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpCsvWriter) writer = tp_csv_writer_new (stream, flags);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_rows; i++)
    g_assert_true (tp_csv_writer_row (writer, cells + i * n_columns, n_columns, NULL, &error));
  g_assert_true (tp_csv_writer_finish (writer, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_writer (void)
{
  const char *cells[] = { "a", "b", "=1+2", "-12.50", "-1+2", "x\"y\"", "two\nlines", NULL };
  g_autoptr (GBytes) plain = write_rows (cells, 4, 2, TP_CSV_PLAIN);
  g_autoptr (GBytes) crlf = write_rows (cells, 1, 2, TP_CSV_BOM | TP_CSV_CRLF);

  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain),
                   "a,b\n\"=1+2\",-12.50\n\"-1+2\",\"x\"\"y\"\"\"\n\"two\nlines\",\n",
                   strlen ("a,b\n\"=1+2\",-12.50\n\"-1+2\",\"x\"\"y\"\"\"\n\"two\nlines\",\n"));
  g_assert_cmpmem (g_bytes_get_data (crlf, NULL), g_bytes_get_size (crlf), "\xEF\xBB\xBF" "a,b\r\n",
                   8);
}

static void
test_round_trip (void)
{
  const char *cells[] = {
    "heading one", "名称",   "third",
    "=SUM(A1)",    "+86 755", "@handle",
    "\ttab first", " space ", "-5",
    "a,b;c\td",    "\"",      "\"\"",
    "line\nbreak", "cr\rlf\r\n", "\n",
    "🧧 e\xCC\x81", "\xEF\xBB\xBFmark", "\x01\x1F\x7F",
    "",            "x",       "",
    "'",           "‘引号’",  "−12",
  };
  const guint n_rows = G_N_ELEMENTS (cells) / 3;

  for (guint flags = 0; flags < 4; flags++)
    {
      g_autoptr (GBytes) bytes = write_rows (cells, n_rows, 3, flags);
      g_autoptr (TpCsvReader) reader = reader_of (g_bytes_get_data (bytes, NULL),
                                                  (gssize) g_bytes_get_size (bytes));
      g_autoptr (GError) error = NULL;
      GPtrArray *row;

      g_assert_true (tp_csv_reader_open (reader, NULL, &error));
      g_assert_cmpstr (g_ptr_array_index (tp_csv_reader_get_headings (reader), 1), ==, "名称");
      for (guint i = 1; i < n_rows; i++)
        {
          g_assert_true (tp_csv_reader_next (reader, &row, NULL, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (row->len, ==, 3);
          for (guint c = 0; c < 3; c++)
            g_assert_cmpstr (g_ptr_array_index (row, c), ==, cells[i * 3 + c]);
        }
      g_assert_false (tp_csv_reader_next (reader, &row, NULL, NULL, &error));
      g_assert_no_error (error);
    }
}

/* Rows and cells cross every border between slices and pieces of text. */
static void
test_many (void)
{
  const guint n = 100000;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (TpCsvWriter) writer = tp_csv_writer_new (out, TP_CSV_CRLF);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TpCsvReader) reader = NULL;
  const char *headings[] = { "number", "name", "note" };
  GPtrArray *cells;
  guint line, i = 0;

  g_assert_true (tp_csv_writer_row (writer, headings, 3, NULL, &error));
  for (guint k = 0; k < n; k++)
    {
      g_autofree char *number = g_strdup_printf ("%u", k);
      g_autofree char *name = g_strdup_printf ("出口企业%u号", k * 7);
      const char *row[] = { number, name, "a \"note\"\nof two lines" };

      g_assert_true (tp_csv_writer_row (writer, row, 3, NULL, &error));
    }
  g_assert_true (tp_csv_writer_finish (writer, NULL, &error));
  g_assert_true (g_output_stream_close (out, NULL, &error));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  reader = reader_of (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  for (; tp_csv_reader_next (reader, &cells, &line, NULL, &error); i++)
    {
      g_autofree char *name = g_strdup_printf ("出口企业%u号", i * 7);

      g_assert_cmpuint (line, ==, 2 + 2 * i);
      g_assert_cmpuint (cells->len, ==, 3);
      g_assert_cmpuint (strtoul (g_ptr_array_index (cells, 0), NULL, 10), ==, i);
      g_assert_cmpstr (g_ptr_array_index (cells, 1), ==, name);
      g_assert_cmpstr (g_ptr_array_index (cells, 2), ==, "a \"note\"\nof two lines");
    }
  g_assert_no_error (error);
  g_assert_cmpuint (i, ==, n);
}

static void
test_cancel (void)
{
  g_autoptr (TpCsvReader) reader = reader_of ("a,b\n1,2\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tp_csv_reader_open (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_table (void)
{
  const char *headings[] = { "Name", "Amount", "Date" };
  const char *rows[][3] = {
    { "京东", "1,200.00", "2025-05-02" },
    { "Long name of a firm", "-5", NULL },
    { "a\nb\x1B[31m", "12 %", "x" },
  };
  g_autoptr (TpRowTable) table = tp_row_table_new (headings, 3);
  g_autofree char *text = NULL, *narrow = NULL;

  for (guint i = 0; i < 3; i++)
    tp_row_table_add (table, rows[i]);
  text = tp_row_table_to_string (table, 0);
  g_assert_cmpstr (text, ==,
                   "Name                   Amount  Date\n"
                   "京东                 1,200.00  2025-05-02\n"
                   "Long name of a firm        -5\n"
                   "a b[31m                  12 %  x\n");
  narrow = tp_row_table_to_string (table, 6);
  g_assert_cmpstr (narrow, ==,
                   "Name      Amount  Date\n"
                   "京东    1,200.00  2025-…\n"
                   "Long …        -5\n"
                   "a b[3…      12 %  x\n");
  g_assert_cmpuint (tp_text_display_width ("京e\xCC\x81x"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/delimiters", test_delimiters);
  g_test_add_func ("/csv/given", test_given);
  g_test_add_func ("/csv/breaks", test_breaks);
  g_test_add_func ("/csv/ragged", test_ragged);
  g_test_add_func ("/csv/empty", test_empty);
  g_test_add_func ("/csv/titles", test_titles);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/encoding-given", test_encoding_given);
  g_test_add_func ("/csv/late-chinese", test_late_chinese);
  g_test_add_func ("/csv/faults", test_faults);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/writer", test_writer);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/many", test_many);
  g_test_add_func ("/csv/cancel", test_cancel);
  g_test_add_func ("/csv/table", test_table);
  return g_test_run ();
}
