/* test-table-page.c: tables on paper: heads that come again, rows that stay whole.
 *
 * The layout is held against its own rules; pages are painted, and their ink is looked
 * for where none may be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "table-page.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 595.28
#define HEIGHT 841.89

static TpTablePage *
make_table (guint n, guint group)
{
  TpTablePage *table = tp_table_page_new ("Call List", "All exporters · As of 18 March 2026", "zh-CN");

  tp_table_page_set_running (table, "2025 Campaign", "As of 18 March 2026", "TradePivot");
  tp_table_page_add_column (table, "Exporter", 3, TP_ANCHOR_START);
  tp_table_page_add_column (table, "Phone", 2, TP_ANCHOR_START);
  tp_table_page_add_column (table, "Open", 1, TP_ANCHOR_END);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Exporter %u\n宁波禾澈%u厨具有限公司", i, i);
      g_autofree char *open = g_strdup_printf ("%u", i % 9);
      const char *const cells[] = { name, i % 3 == 0 ? "0574-1234 5678, 138 0000 0000, 139 0000 0000 (自动)" : "0574", open, NULL };

      if (group > 0 && i % group == 0)
        {
          g_autofree char *heading = g_strdup_printf ("浙江 %u", i / group);

          tp_table_page_add_group (table, heading);
        }
      tp_table_page_add_row (table, cells);
    }
  return table;
}

static gboolean
has_ink (const unsigned char *pixels, int stride, int y, int from, int to)
{
  for (int x = from; x < to; x++)
    if (pixels[y * stride + x * 4] < 120)
      return TRUE;
  return FALSE;
}

static cairo_surface_t *
paint (TpTablePage *table, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  tp_table_page_paint (table, cr, WIDTH, HEIGHT, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The page above the foot's margin is empty, so no row runs into the number. */
static void
assert_foot_free (TpTablePage *table, guint page)
{
  cairo_surface_t *surface = paint (table, page);
  const unsigned char *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 842 - 42 - 20; y < 842 - 42 - 10; y++)
    g_assert_false (has_ink (pixels, stride, y, 0, 596));
  cairo_surface_destroy (surface);
}

static void
test_pages (void)
{
  g_autoptr (TpTablePage) table = make_table (200, 0);
  guint n = tp_table_page_lay_out (table, WIDTH, HEIGHT);
  guint before = 0;

  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, 20);
  for (guint i = 0; i < 200; i++)
    {
      guint page = tp_table_page_find_row (table, i);

      g_assert_true (page == before || page == before + 1);
      before = page;
    }
  g_assert_cmpuint (before, ==, n - 1);
  for (guint i = 0; i < n; i++)
    assert_foot_free (table, i);
  /* Lying paper is wider and lower: other breaks. */
  g_assert_cmpuint (tp_table_page_lay_out (table, HEIGHT, WIDTH), >, n);
  g_assert_cmpuint (tp_table_page_lay_out (table, WIDTH, HEIGHT), ==, n);
}

/* Below the running head each further page begins with the same head of columns. */
static void
test_heads (void)
{
  g_autoptr (TpTablePage) table = make_table (200, 0);
  cairo_surface_t *second, *third;
  const unsigned char *a, *b;
  int stride;
  guint ink = 0;

  tp_table_page_lay_out (table, WIDTH, HEIGHT);
  second = paint (table, 1);
  third = paint (table, 2);
  a = cairo_image_surface_get_data (second);
  b = cairo_image_surface_get_data (third);
  stride = cairo_image_surface_get_stride (second);
  for (int y = 66; y < 86; y++)
    {
      g_assert_cmpmem (a + y * stride, 596 * 4, b + y * stride, 596 * 4);
      ink += has_ink (a, stride, y, 42, 120);
    }
  g_assert_cmpuint (ink, >, 5);
  cairo_surface_destroy (second);
  cairo_surface_destroy (third);
}

/* A heading is never the last line of its page */
static void
test_groups (void)
{
  for (guint group = 1; group < 9; group++)
    {
      g_autoptr (TpTablePage) table = make_table (100, group);
      guint n = tp_table_page_lay_out (table, WIDTH, HEIGHT);

      for (guint i = 0; i < tp_table_page_get_n_rows (table); i += group + 1)
        g_assert_cmpuint (tp_table_page_find_row (table, i), ==, tp_table_page_find_row (table, i + 1));
      for (guint i = 0; i < n; i++)
        assert_foot_free (table, i);
    }
}

static void
test_writing_lines (void)
{
  g_autoptr (TpTablePage) table = make_table (60, 0);
  guint plain = tp_table_page_lay_out (table, WIDTH, HEIGHT);

  tp_table_page_set_writing_lines (table, 2);
  g_assert_cmpuint (tp_table_page_lay_out (table, WIDTH, HEIGHT), >, plain);
  assert_foot_free (table, 0);
}

static void
test_empty (void)
{
  g_autoptr (TpTablePage) table = make_table (0, 0);
  cairo_surface_t *surface;

  g_assert_cmpuint (tp_table_page_lay_out (table, WIDTH, HEIGHT), ==, 1);
  surface = paint (table, 0);
  cairo_surface_destroy (surface);
}

/* Its text can be found, Chinese too, where there is a program that looks for it. */
static void
search_pdf (GBytes *pdf, const char *last)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (program == NULL)
    return;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-",
                              "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  g_assert_nonnull (strstr (text, "宁波禾澈199厨具有限公司"));
  g_assert_nonnull (strstr (text, "浙江 2 (continued)"));
  g_assert_nonnull (strstr (text, last));
}

/* The same table gives the same bytes. */
static void
test_pdf (void)
{
  g_autoptr (TpTablePage) table = make_table (200, 7);
  g_autoptr (GError) error = NULL;
  GBytes *files[2] = { NULL, NULL };
  guint n = tp_table_page_lay_out (table, WIDTH, HEIGHT);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n, n);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

      g_assert_true (tp_table_page_write_pdf (table, stream, WIDTH, HEIGHT, NULL, NULL, &error));
      g_assert_no_error (error);
      g_output_stream_close (stream, NULL, NULL);
      files[i] = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
    }
  g_assert_true (g_bytes_equal (files[0], files[1]));
  search_pdf (files[0], last);
  g_bytes_unref (files[0]);
  g_bytes_unref (files[1]);
}

static void
test_cancelled (void)
{
  g_autoptr (TpTablePage) table = make_table (20, 0);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tp_table_page_write_pdf (table, stream, WIDTH, HEIGHT, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-page/pages", test_pages);
  g_test_add_func ("/table-page/heads", test_heads);
  g_test_add_func ("/table-page/groups", test_groups);
  g_test_add_func ("/table-page/writing-lines", test_writing_lines);
  g_test_add_func ("/table-page/empty", test_empty);
  g_test_add_func ("/table-page/pdf", test_pdf);
  g_test_add_func ("/table-page/cancelled", test_cancelled);
  return g_test_run ();
}
