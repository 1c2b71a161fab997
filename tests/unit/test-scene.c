/* test-scene.c: marks, text, ticks, painters and files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "output.h"
#include "page.h"
#include "scale.h"
#include "scene.h"
#include "text.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static TpScene *
small_scene (void)
{
  TpSceneOptions options = { .width = 200, .height = 100, .language = "en" };
  TpScene *scene = tp_scene_new (&options);
  TpMark *mark;

  tp_scene_set_title (scene, "Fish & “chips” <now>");
  tp_scene_set_description (scene, "Two bars.");
  tp_scene_rect (scene, 0, 0, 10, 10, TP_COLOUR (0xff0000));
  mark = tp_scene_rect (scene, 20, 20, 60, 20, TP_COLOUR (0x00ff00));
  tp_mark_set_id (mark, "bar", "a b/ü");
  tp_mark_set_record (mark, TP_KIND_COMMITMENT, 7, "First & foremost", "exactly <1>",
                      &(TpBox){ 0, 20, 200, 20 });
  mark = tp_scene_rect (scene, 20, 50, 60.5, 20, TP_COLOUR_NONE);
  tp_mark_set_hatch (mark, TP_HATCH_RISING, TP_COLOUR (0x888888), 7, 1);
  tp_mark_set_stroke (mark, TP_COLOUR (0x333333), 1);
  tp_mark_set_dash (mark, 3, 3);
  tp_mark_set_record (mark, TP_KIND_NONE, 0, "Second", NULL, &(TpBox){ 0, 30, 200, 40 });
  tp_scene_line (scene, 0, 90.5, 200, 90.5, TP_COLOUR (0), 1);
  tp_scene_circle (scene, 150, 50, 10, TP_COLOUR (0x0000ff));
  tp_scene_text (scene, 100, 80, "A & B\x01 <C>", 12, 600, TP_COLOUR (0), TP_ANCHOR_MIDDLE)->halo
      = TP_COLOUR (0xffffff);
  return scene;
}

static void
test_marks (void)
{
  g_autoptr (TpScene) scene = small_scene ();
  int first, second;

  first = tp_scene_next (scene, -1, TRUE);
  g_assert_cmpint (first, ==, 1);
  second = tp_scene_next (scene, first, TRUE);
  g_assert_cmpint (second, ==, 2);
  g_assert_cmpint (tp_scene_next (scene, second, TRUE), ==, -1);
  g_assert_cmpint (tp_scene_next (scene, -1, FALSE), ==, second);
  g_assert_cmpint (tp_scene_next (scene, first, FALSE), ==, -1);

  g_assert_cmpint (tp_scene_hit (scene, 5, 5), ==, -1); /* decoration */
  g_assert_cmpint (tp_scene_hit (scene, 150, 25), ==, 1); /* the row, not just the bar */
  g_assert_cmpint (tp_scene_hit (scene, 30, 35), ==, 2); /* the later one lies above */
  g_assert_cmpint (tp_scene_hit (scene, 30, 70), ==, -1); /* the lower edge is outside */
  g_assert_cmpint (tp_scene_get_mark (scene, 1)->kind, ==, TP_KIND_COMMITMENT);
  g_assert_cmpint (tp_scene_get_mark (scene, 1)->record_id, ==, 7);
  g_assert_cmpstr (tp_scene_get_mark (scene, 2)->tooltip, ==, "Second");
  g_assert_cmpstr (tp_scene_get_mark (scene, 1)->id, ==, "bar-a-b---");
  g_assert_null (tp_scene_get_mark (scene, 99));
}

typedef struct
{
  GHashTable *ids;
  guint texts, titles, descs;
} Found;

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Found *found = data;

  found->texts += g_str_equal (name, "text");
  found->titles += g_str_equal (name, "title");
  found->descs += g_str_equal (name, "desc");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      g_assert_true (g_hash_table_add (found->ids, g_strdup (values[i])));
}

static void
test_svg (void)
{
  g_autoptr (TpScene) scene = small_scene ();
  g_autofree char *svg = tp_scene_to_svg (scene);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Found found = { .ids = ids };
  GMarkupParser parser = { .start_element = on_start };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &found, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_markup_parse_context_parse (context, svg, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (found.texts, ==, 1);
  g_assert_cmpuint (found.titles, ==, 3); /* the picture's and two marks' */
  g_assert_cmpuint (found.descs, ==, 1);
  g_assert_true (g_hash_table_contains (ids, "bar-a-b---"));
  g_assert_nonnull (
      strstr (svg, ">A &amp; B &lt;C&gt;</text>")); /* the control character is gone */
  g_assert_nonnull (
      strstr (svg, "<title id=\"chart-title\">Fish &amp; “chips” &lt;now&gt;</title>"));
  g_assert_nonnull (strstr (svg, "fill=\"url(#hatch0)\""));
  g_assert_nonnull (strstr (svg, "width=\"60.5\""));
}

/* Numbers in files never take the locale's comma. */
static void
test_locale (void)
{
  g_autoptr (TpScene) scene = small_scene ();
  g_autofree char *before = tp_scene_to_svg (scene);
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));
  const char *const commas[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8" };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (commas) && !any; i++)
    any = setlocale (LC_NUMERIC, commas[i]) != NULL;
  if (any)
    {
      g_autofree char *after = tp_scene_to_svg (scene);

      g_assert_cmpstr (before, ==, after);
    }
  setlocale (LC_NUMERIC, old);
  if (!any)
    g_test_skip ("no locale with a decimal comma is installed");
}

static GBytes *
write_bytes (TpScene *scene, const char *form, double scale)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  gboolean ok = g_str_equal (form, "png")   ? tp_scene_write_png (scene, stream, scale, &error)
                : g_str_equal (form, "pdf") ? tp_scene_write_pdf (scene, stream, 480, NULL, &error)
                                            : tp_scene_write_svg (scene, stream, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint32
big_endian (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static void
test_png (void)
{
  static const struct
  {
    double scale;
    guint width, height;
  } sizes[] = { { 1, 200, 100 }, { 2, 400, 200 }, { 1.5, 300, 150 }, { 0.333, 67, 33 } };
  g_autoptr (TpScene) scene = small_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = write_bytes (scene, "png", sizes[i].scale);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      g_assert_cmpint (memcmp (data, "\x89PNG\r\n\x1a\n", 8), ==, 0);
      g_assert_cmpuint (big_endian (data + 16), ==, sizes[i].width);
      g_assert_cmpuint (big_endian (data + 20), ==, sizes[i].height);
    }
  {
    const double wrong[] = { 0, 1000, -1 };

    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
      {
        g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
        g_autoptr (GError) error = NULL;

        g_assert_false (tp_scene_write_png (scene, stream, wrong[i], &error));
        g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      }
  }
}

/* What is painted is where the marks say. */
static void
test_pixels (void)
{
  g_autoptr (TpScene) scene = small_scene ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  int stride = cairo_image_surface_get_stride (surface);
  gboolean hatched = FALSE;

  tp_scene_paint (scene, cr, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
#define PIXEL(x, y) (*(const guint32 *) (const void *) (data + (y) *stride + (x) *4) & 0xffffff)
  g_assert_cmphex (PIXEL (5, 5), ==, 0xff0000);
  g_assert_cmphex (PIXEL (30, 30), ==, 0x00ff00);
  g_assert_cmphex (PIXEL (150, 50), ==, 0x0000ff);
  g_assert_cmphex (PIXEL (199, 5), ==, 0xffffff);
  g_assert_cmphex (PIXEL (10, 90), ==, 0x000000); /* sharp: one row, no grey */
  g_assert_cmphex (PIXEL (10, 89), ==, 0xffffff);
  g_assert_cmphex (PIXEL (10, 91), ==, 0xffffff);
  for (int x = 25; x < 75; x++)
    hatched = hatched || PIXEL (x, 60) != 0xffffff;
  g_assert_true (hatched);
  g_assert_cmphex (PIXEL (90, 60), ==, 0xffffff); /* clipped to its place */
#undef PIXEL
  cairo_surface_destroy (surface);
}

static void
test_same_bytes (void)
{
  const char *const forms[] = { "png", "pdf", "svg" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (TpScene) one = small_scene ();
      g_autoptr (TpScene) two = small_scene ();
      g_autoptr (GBytes) first = write_bytes (one, forms[i], 2);
      g_autoptr (GBytes) second = NULL;

      if (g_str_equal (forms[i], "pdf"))
        g_usleep (1100000); /* a clock's second would show */
      second = write_bytes (two, forms[i], 2);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (g_bytes_get_size (first), >, 500);
    }
}

static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tp-scene-XXXXXX", &error);
  g_autoptr (TpScene) scene = small_scene ();
  const char *const names[] = { "a.svg", "a.PNG", "a.pdf" };
  const char *const starts[] = { "<?xml", "\x89PNG", "%PDF" };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;

      g_assert_true (tp_scene_save (scene, file, 1, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpint (strncmp (content, starts[i], strlen (starts[i])), ==, 0);
      g_unlink (path);
    }
  {
    g_autofree char *path = g_build_filename (folder, "a.jpeg", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_assert_false (tp_scene_save (scene, file, 1, &error));
    g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
  g_rmdir (folder);
}

static void
test_text (void)
{
  g_autoptr (TpTextMeter) meter = tp_text_meter_new ("en");
  const char *title = "Three of nine commitments put a figure on it and the others do not";
  double width = tp_text_width (meter, title, 21, 600);
  g_auto (GStrv) one = tp_text_wrap (meter, title, 21, 600, width + 1, 2);
  g_auto (GStrv) two = tp_text_balance (meter, title, 21, 600, width * 0.9, 2);
  g_auto (GStrv) cut = tp_text_wrap (meter, title, 21, 600, width * 0.3, 2);
  g_auto (GStrv) han = tp_text_wrap (
      meter, "中国轻工工艺品进出口商会跨境电子商务与国内国际双循环促进工作委员会浙江义乌联络处", 12,
      400, 270, 2);
  g_autofree char *fitted = tp_text_fit (meter, title, 21, 600, 100);
  g_autofree char *tiny = tp_text_fit (meter, title, 21, 600, 1);
  g_autofree char *joined = NULL;

  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  joined = g_strjoinv (" ", two);
  g_assert_cmpstr (joined, ==, title);
  /* Balanced: without it the second line would be a tenth. */
  g_assert_cmpfloat (tp_text_width (meter, two[1], 21, 600), >, width * 0.35);
  g_assert_cmpuint (g_strv_length (cut), ==, 2);
  g_assert_true (g_str_has_suffix (cut[1], "…"));
  g_assert_cmpfloat (tp_text_width (meter, cut[1], 21, 600), <=, width * 0.3);
  g_assert_cmpuint (g_strv_length (han), ==, 2);
  g_assert_true (g_str_has_suffix (fitted, "…"));
  g_assert_cmpfloat (tp_text_width (meter, fitted, 21, 600), <=, 100);
  g_assert_cmpstr (tiny, ==, "…");
  /* Unhinted: twice the size is twice the width. */
  g_assert_cmpfloat_with_epsilon (tp_text_width (meter, title, 26, 400),
                                  2 * tp_text_width (meter, title, 13, 400), 0.2);
  g_assert_true (tp_text_is_tabular ("1,234.50"));
  g_assert_false (tp_text_is_tabular ("pro-rated 12"));
  g_assert_false (tp_text_is_tabular ("2000亿元"));
}

static void
assert_ticks (double max, guint about, const char *expected)
{
  g_autoptr (GArray) ticks = tp_ticks (max, about);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = tp_tick_label (g_array_index (ticks, double, i), ticks);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", label);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_ticks (void)
{
  assert_ticks (200, 5, "0 50 100 150 200");
  assert_ticks (2000, 4, "0 500 1,000 1,500 2,000");
  assert_ticks (86.4, 4, "0 25 50 75");
  assert_ticks (1, 4, "0 0.25 0.50 0.75 1.00");
  assert_ticks (30000, 4, "0 10,000 20,000 30,000");
  assert_ticks (7, 5, "0 2 4 6");
  assert_ticks (0, 5, "0");
  assert_ticks (-3, 5, "0");
}

static void
test_spread (void)
{
  double apart[] = { 10, 50, 90 };
  double close[] = { 50, 51, 52 };
  double edge[] = { 2, 3 };

  tp_spread (apart, 3, 20, 0, 100);
  g_assert_cmpfloat (apart[1], ==, 50);
  tp_spread (close, 3, 20, 0, 100);
  g_assert_cmpfloat_with_epsilon (close[0], 31, 1e-9); /* around their mean */
  g_assert_cmpfloat_with_epsilon (close[2], 71, 1e-9);
  tp_spread (edge, 2, 20, 0, 100);
  g_assert_cmpfloat_with_epsilon (edge[0], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[1], 20, 1e-9);
}

static void
test_page (void)
{
  g_autoptr (TpPage) page = tp_page_new (TP_PAPER_A4, FALSE);
  g_autoptr (TpPage) letter = tp_page_new (TP_PAPER_LETTER, TRUE);
  g_autoptr (TpScene) scene = small_scene ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TpSceneOptions options;

  g_assert_cmpfloat_with_epsilon (page->width, 595.3, 0.05);
  g_assert_cmpfloat_with_epsilon (page->height, 841.9, 0.05);
  g_assert_cmpfloat (letter->width, ==, 792);
  tp_page_options (page, TP_THEME_PRINT, 1, &options);
  g_assert_cmpfloat (options.text, ==, 1.2);
  /* The smallest text, 11.5 × 1.2 rounded to halves, is no smaller than 7 points on paper. */
  g_assert_cmpfloat (14.0 * (page->width - 2 * page->margin) / options.width, >=, 7);
  tp_page_options (letter, TP_THEME_PRINT, 0.5, &options);
  g_assert_cmpfloat (options.height * (letter->width - 2 * letter->margin) / options.width, <=,
                     letter->height / 2);

  page->header_left = g_strdup ("2025 campaign");
  page->number = 1;
  page->count = 1;
  g_assert_true (tp_page_write_pdf (page, scene, stream, "2025-11-30T00:00:00Z", &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF", 4), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/marks", test_marks);
  g_test_add_func ("/scene/svg", test_svg);
  g_test_add_func ("/scene/locale", test_locale);
  g_test_add_func ("/scene/png", test_png);
  g_test_add_func ("/scene/pixels", test_pixels);
  g_test_add_func ("/scene/same-bytes", test_same_bytes);
  g_test_add_func ("/scene/save", test_save);
  g_test_add_func ("/scene/text", test_text);
  g_test_add_func ("/scene/ticks", test_ticks);
  g_test_add_func ("/scene/spread", test_spread);
  g_test_add_func ("/scene/page", test_page);
  return g_test_run ();
}
