/* test-pledged-chart.c: pledged capital, full and compact, with usual and odd data.
 *
 * The expected scenes lie in tests/data; TP_WRITE_EXPECTED=1 writes them anew, to be
 * looked at before they are committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-sample.h"
#include "output.h"
#include "pledged-chart.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define OPTIONS(...) (&(TpSceneOptions){ __VA_ARGS__ })

static const TpMark *
find (TpScene *scene, const char *id)
{
  for (guint i = 0; i < tp_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (tp_scene_get_mark (scene, i)->id, id) == 0)
      return tp_scene_get_mark (scene, i);
  return NULL;
}

static gboolean
has_text (TpScene *scene, const char *text)
{
  for (guint i = 0; i < tp_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (tp_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_figures (const TpMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < mark->path->len; i++)
    n += g_array_index (mark->path, TpPathStep, i).op == 'Z';
  return n;
}

static TpBox
text_box (TpTextMeter *meter, const TpMark *mark)
{
  double width = tp_text_width (meter, mark->text, mark->size, mark->weight);
  double x = mark->box.x
             - (mark->anchor == TP_ANCHOR_END      ? width
                : mark->anchor == TP_ANCHOR_MIDDLE ? width / 2
                                                   : 0);

  return (TpBox){ x, mark->box.y - mark->size * 0.75, width, mark->size * 0.8 };
}

/* What must hold of any chart: marks inside the picture, no two texts on each other, every
 * focusable mark with words, a table of one width, SVG that can be read and has each text. */
static void
check_scene (TpScene *scene)
{
  g_autoptr (TpTextMeter) meter = tp_text_meter_new (tp_scene_get_language (scene));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TpBox));
  GPtrArray *table = tp_scene_table (scene);
  g_autofree char *svg = tp_scene_to_svg (scene);
  const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint n_texts = 0, n_elements = 0;

  g_assert_cmpstr (tp_scene_get_title (scene), !=, "");
  g_assert_cmpstr (tp_scene_describe (scene), !=, "");
  for (guint i = 0; i < tp_scene_get_n_marks (scene); i++)
    {
      const TpMark *mark = tp_scene_get_mark (scene, i);

      if (mark->label != NULL)
        {
          g_assert_cmpstr (mark->label, !=, "");
          g_assert_cmpfloat (mark->hit.width, >, 0);
          g_assert_cmpfloat (mark->hit.height, >, 0);
        }
      if (mark->type == TP_MARK_TEXT)
        {
          TpBox box = text_box (meter, mark);

          n_texts++;
          g_assert_true (g_utf8_validate (mark->text, -1, NULL));
          if (box.x < -1 || box.x + box.width > tp_scene_get_width (scene) + 1 || box.y < -2
              || box.y + box.height > tp_scene_get_height (scene) + 2)
            g_error ("“%s” leaves the picture: %.0f %.0f %.0f %.0f", mark->text, box.x, box.y,
                     box.width, box.height);
          for (guint j = 0; j < boxes->len; j++)
            {
              const TpBox *other = &g_array_index (boxes, TpBox, j);

              if (box.x < other->x + other->width - 1 && other->x < box.x + box.width - 1
                  && box.y < other->y + other->height - 1 && other->y < box.y + box.height - 1)
                g_error ("“%s” lies on another text at %.0f %.0f", mark->text, box.x, box.y);
            }
          g_array_append_val (boxes, box);
        }
      else if (mark->type == TP_MARK_RECT)
        {
          g_assert_cmpfloat (mark->box.width, >=, 0);
          g_assert_cmpfloat (mark->box.height, >, 0);
          g_assert_cmpfloat (mark->box.x + mark->box.width, <=, tp_scene_get_width (scene) + 1);
          g_assert_cmpfloat (mark->box.y + mark->box.height, <=, tp_scene_get_height (scene) + 1);
        }
    }
  g_assert_cmpuint (table->len, >, 0);
  for (guint i = 1; i < table->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (table, i)), ==,
                      g_strv_length (g_ptr_array_index (table, 0)));
  g_assert_true (g_markup_parse_context_parse (context, svg, -1, &error));
  g_assert_no_error (error);
  for (const char *p = svg; (p = strstr (p, "<text ")) != NULL; p++)
    n_elements++;
  g_assert_cmpuint (n_elements, ==, n_texts);
}

static void
test_sample (void)
{
  g_autoptr (TpPledgedData) data = sample_pledged (FALSE, FALSE);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));
  const TpMark *jd = find (scene, "bar-jd"), *pdd = find (scene, "bar-pdd"),
               *didi = find (scene, "bar-didi");
  const TpMark *absent = find (scene, "absent-meituan");
  int hit;

  check_scene (scene);
  g_assert_cmpstr (tp_scene_get_title (scene), ==,
                   "Three of nine commitments put a figure on it: CN¥302 bn in all");
  g_assert_cmpuint (count_figures (jd), ==, 200);
  g_assert_cmpuint (count_figures (pdd), ==, 100);
  g_assert_cmpuint (count_figures (didi), ==, 2);
  g_assert_true (has_text (scene, "CN¥200 bn"));
  g_assert_true (has_text (scene, "rival figure: CN¥100 m"));
  g_assert_true (has_text (scene, "No capital figure stated (6 of 9)"));
  g_assert_true (has_text (scene, "but: at least 10,000 exporters, up to 100,000 products"));

  /* Not stated: a hatched, dashed place with the record behind it, never a bar. */
  g_assert_nonnull (absent);
  g_assert_cmpint (absent->hatch, ==, TP_HATCH_RISING);
  g_assert_cmpfloat (absent->dash[0], >, 0);
  g_assert_cmphex (absent->fill, ==, TP_COLOUR_NONE);
  g_assert_cmpint (absent->kind, ==, TP_KIND_COMMITMENT);
  g_assert_cmpint (absent->record_id, ==, 107);
  g_assert_null (find (scene, "bar-meituan"));

  /* All nine can be reached, in the order they are read. */
  {
    static const gint64 order[] = { 104, 103, 105, 102, 109, 101, 108, 107, 106 };
    int at = -1;

    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      {
        at = tp_scene_next (scene, at, TRUE);
        g_assert_cmpint (at, >=, 0);
        g_assert_cmpint (tp_scene_get_mark (scene, at)->record_id, ==, order[i]);
      }
    g_assert_cmpint (tp_scene_next (scene, at, TRUE), ==, -1);
  }
  hit = tp_scene_hit (scene, 800, jd->hit.y + 5);
  g_assert_cmpint (hit, >=, 0);
  g_assert_cmpint (tp_scene_get_mark (scene, hit)->record_id, ==, 104);
  g_assert_nonnull (strstr (jd->tooltip, "200,000,000,000"));
  g_assert_nonnull (strstr (pdd->tooltip, "100,000,000"));
  g_assert_cmpuint (tp_scene_table (scene)->len, ==, 10);
  g_assert_false (tp_scene_has_figures (scene, 1));
  g_assert_true (tp_scene_has_figures (scene, 2));
  g_assert_true (tp_scene_has_figures (scene, 6));
  g_assert_false (tp_scene_has_figures (scene, 7));
  g_assert_nonnull (strstr (tp_scene_describe (scene), "6 commitments state no capital: Alibaba"));
}

/* Area and length both stay proportional: a part of a unit is a part of a square. */
static void
test_part_of_square (void)
{
  g_autoptr (TpPledgedData) data = tp_pledged_data_new (tp_day_new (2025, 11, 30), NULL, FALSE);
  g_autoptr (TpScene) scene = NULL;
  const TpMark *a, *b;
  double side, last;

  tp_pledged_row_set_capital (tp_pledged_data_add (data, TP_KIND_COMMITMENT, 1, "a", "A", NULL),
                              200 * BILLION, "CNY");
  tp_pledged_row_set_capital (tp_pledged_data_add (data, TP_KIND_COMMITMENT, 2, "b", "B", NULL),
                              BILLION * 5 / 2, "CNY");
  scene = tp_pledged_scene (data, OPTIONS (900, 560));
  check_scene (scene);
  a = find (scene, "bar-a");
  b = find (scene, "bar-b");
  g_assert_cmpuint (count_figures (a), ==, 200);
  g_assert_cmpuint (count_figures (b), ==, 3);
  side = g_array_index (b->path, TpPathStep, 1).p[0] - g_array_index (b->path, TpPathStep, 0).p[0];
  last
      = g_array_index (b->path, TpPathStep, 11).p[0] - g_array_index (b->path, TpPathStep, 10).p[0];
  g_assert_cmpfloat_with_epsilon (last, side / 2, 1e-9);
}

static TpPledgedData *
many (guint n, gboolean stated)
{
  static const char long_name[]
      = "中国轻工工艺品进出口商会跨境电子商务与国内国际双循环促进工作委员会浙江义乌联络处";
  TpPledgedData *data = tp_pledged_data_new (tp_day_new (2025, 11, 30), "Source: invented.", TRUE);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("o%u", i);
      g_autofree char *name = i % 3 == 0 ? g_strdup (long_name)
                                         : g_utf8_substring (long_name, i % 7, i % 7 + 4 + i % 9);
      TpPledgedRow *row = tp_pledged_data_add (data, TP_KIND_COMMITMENT, i + 1, key, name,
                                               i % 4 == 1 ? "support fund" : NULL);

      if (stated)
        tp_pledged_row_set_capital (
            row, i == 0 ? 200 * BILLION : 12 * BILLION / ((gint64) i * i + 1), "CNY");
    }
  return data;
}

static TpPledgedData *
equal (guint n, gint64 minor)
{
  TpPledgedData *data = tp_pledged_data_new (tp_day_new (2025, 11, 30), NULL, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %c", (char) ('A' + (n - 1 - i) % 26));
      TpPledgedRow *row = tp_pledged_data_add (data, TP_KIND_COMMITMENT, i + 1, name, name, NULL);

      tp_pledged_row_set_capital (row, minor, "CNY");
    }
  return data;
}

/* Each in every theme and width a person may have; grown and of a fixed size. */
static void
check_everywhere (TpPledgedData *data)
{
  static const double widths[] = { 328, 360, 500, 640, 900, 1600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (TpScene) full
          = tp_pledged_scene (data, OPTIONS (widths[i], 1, i % TP_N_THEMES, 1, TRUE));
      g_autoptr (TpScene) compact
          = tp_pledged_compact_scene (data, OPTIONS (widths[i], 1, i % TP_N_THEMES, 1, TRUE));

      check_scene (full);
      check_scene (compact);
    }
  {
    g_autoptr (TpScene) paper = tp_pledged_scene (data, OPTIONS (900, 560, TP_THEME_PRINT, 1.2));
    g_autoptr (TpScene) screen = tp_pledged_scene (data, OPTIONS (900, 560, TP_THEME_DARK));
    g_autoptr (TpScene) large = tp_pledged_scene (data, OPTIONS (700, 1, TP_THEME_LIGHT, 2, TRUE));

    check_scene (paper);
    check_scene (screen);
    check_scene (large);
    g_assert_cmpfloat (tp_scene_get_height (paper), ==, 560);
    g_assert_cmpfloat (tp_scene_get_height (screen), ==, 560);
  }
}

static void
test_sample_everywhere (void)
{
  g_autoptr (TpPledgedData) plain = sample_pledged (FALSE, FALSE);
  g_autoptr (TpPledgedData) delivered = sample_pledged (TRUE, TRUE);

  check_everywhere (plain);
  check_everywhere (delivered);
}

static void
test_no_rows (void)
{
  g_autoptr (TpPledgedData) data = tp_pledged_data_new (TP_DAY_NONE, NULL, FALSE);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));

  check_everywhere (data);
  g_assert_cmpstr (tp_scene_get_title (scene), ==, "No commitment is recorded");
  g_assert_cmpint (tp_scene_next (scene, -1, TRUE), ==, -1);
}

static void
test_none_stated (void)
{
  g_autoptr (TpPledgedData) data = many (500, FALSE);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));

  check_everywhere (data);
  g_assert_cmpstr (tp_scene_get_title (scene), ==, "No commitment states a capital figure");
  g_assert_true (has_text (scene, "No capital figure stated (500 of 500)"));
  g_assert_cmpuint (tp_scene_table (scene)->len, ==, 501);
}

/* The top twelve, the rest summed, always last. */
static void
test_overflow (void)
{
  g_autoptr (TpPledgedData) data = many (500, TRUE);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));
  int last;

  check_everywhere (data);
  g_assert_nonnull (find (scene, "bar-o0"));
  g_assert_nonnull (find (scene, "bar-o11"));
  g_assert_null (find (scene, "bar-o12"));
  g_assert_nonnull (find (scene, "bar-rest"));
  g_assert_true (has_text (scene, "488 others together"));
  last = tp_scene_next (scene, -1, FALSE);
  g_assert_cmpstr (tp_scene_get_mark (scene, last)->id, ==, "bar-rest");
  g_assert_cmpuint (tp_scene_table (scene)->len, ==, 501);
  /* One giant: the small ones are still to be seen. */
  g_assert_cmpfloat (find (scene, "bar-o11")->box.width, >=, 2);
}

/* Ties: what is delivered, then the name. */
static void
test_ties (void)
{
  g_autoptr (TpPledgedData) data = equal (5, 10 * BILLION);
  g_autoptr (TpScene) scene = NULL;
  int first;

  tp_pledged_row_set_delivered (g_ptr_array_index (data->rows, 1), BILLION); /* "Organisation D" */
  check_everywhere (data);
  scene = tp_pledged_scene (data, OPTIONS (900, 560));
  first = tp_scene_next (scene, -1, TRUE);
  g_assert_cmpstr (tp_scene_get_mark (scene, first)->id, ==, "bar-Organisation-D");
  first = tp_scene_next (scene, first, TRUE);
  g_assert_cmpstr (tp_scene_get_mark (scene, first)->id, ==, "bar-Organisation-A");
}

static void
test_zero (void)
{
  g_autoptr (TpPledgedData) zero = equal (1, 0);
  g_autoptr (TpPledgedData) mixed = equal (2, 5 * BILLION);
  g_autoptr (TpScene) scene = NULL;
  const TpMark *bar;

  ((TpPledgedRow *) g_ptr_array_index (mixed->rows, 1))->minor = 0;
  check_everywhere (zero);
  check_everywhere (mixed);
  scene = tp_pledged_scene (mixed, OPTIONS (900, 560));
  bar = find (scene, "bar-Organisation-A");
  g_assert_cmpint (bar->type, ==, TP_MARK_RECT); /* an empty outlined place with 0 */
  g_assert_cmphex (bar->fill, ==, TP_COLOUR_NONE);
  g_assert_cmphex (bar->stroke, !=, TP_COLOUR_NONE);
  g_assert_true (has_text (scene, "0"));
}

/* Largest amounts: sums that would overflow are not shown, and nothing breaks. */
static void
test_largest (void)
{
  g_autoptr (TpPledgedData) data = equal (14, G_MAXINT64);
  g_autoptr (TpPledgedData) one = equal (1, 1);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));

  check_everywhere (one);
  g_assert_cmpstr (tp_scene_get_title (scene), ==, "Pledged capital by organisation");
  check_scene (scene);
}

/* Different currencies are never added: the other one stands on no scale. */
static void
test_currencies (void)
{
  g_autoptr (TpPledgedData) data = equal (2, 5 * BILLION);
  TpPledgedRow *row = tp_pledged_data_add (data, TP_KIND_COMMITMENT, 9, "usd", "Foreign Co", NULL);
  g_autoptr (TpScene) scene = NULL;
  const TpMark *place;

  tp_pledged_row_set_capital (row, 900 * BILLION, "USD");
  check_everywhere (data);
  scene = tp_pledged_scene (data, OPTIONS (900, 560));
  place = find (scene, "unconverted-usd");
  g_assert_nonnull (place);
  g_assert_cmpint (place->hatch, ==, TP_HATCH_NONE);
  g_assert_true (has_text (scene, "US$900 bn"));
  g_assert_true (has_text (scene, "Not on this scale (1 of 3)"));
  g_assert_null (strstr (tp_scene_get_title (scene), "in all"));
}

static void
test_compact (void)
{
  g_autoptr (TpPledgedData) data = sample_pledged (FALSE, TRUE);
  g_autoptr (TpScene) scene = tp_pledged_compact_scene (data, OPTIONS (614, 318));
  const TpMark *track = find (scene, "bar-jd"), *fill = find (scene, "delivered-jd"),
               *tick = find (scene, "prorated-jd");

  check_scene (scene);
  g_assert_true (has_text (scene, "86.4 of 200"));
  g_assert_true (has_text (scene, "21.6 of 100"));
  g_assert_true (has_text (scene, "0.44 of 2"));
  g_assert_true (has_text (scene, "CN¥ bn"));
  g_assert_cmpfloat_with_epsilon (fill->box.width / track->box.width, 0.432, 0.001);
  g_assert_cmpfloat_with_epsilon ((tick->box.x + 1 - track->box.x) / track->box.width, 0.504,
                                  0.003);
  g_assert_null (find (scene, "prorated-pdd")); /* no period */
  g_assert_cmpint (find (scene, "absent-tencent")->hatch, ==, TP_HATCH_RISING);
  g_assert_cmpfloat (tp_scene_get_height (scene), ==, 318);
}

static void
test_same_bytes (void)
{
  GBytes *bytes[2] = { NULL, NULL };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (TpPledgedData) data = sample_pledged (FALSE, TRUE);
      g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

      g_assert_true (tp_scene_write_png (scene, stream, 2, NULL));
      g_assert_true (tp_scene_write_pdf (scene, stream, 480, NULL, NULL));
      g_assert_true (tp_scene_write_svg (scene, stream, NULL));
      g_output_stream_close (stream, NULL, NULL);
      bytes[i] = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

/* Positions in the expected scenes are those of the fonts the charts are made for. */
static gboolean
has_fonts (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  const char *const families[] = { "Inter", "Noto Sans CJK SC" };
  gboolean all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      PangoFontDescription *font = pango_font_description_from_string (families[i]);
      PangoFont *loaded = pango_context_load_font (context, font);
      PangoFontDescription *found = loaded != NULL ? pango_font_describe (loaded) : NULL;

      all = all && found != NULL
            && g_strcmp0 (pango_font_description_get_family (found), families[i]) == 0;
      g_clear_pointer (&found, pango_font_description_free);
      g_clear_object (&loaded);
      pango_font_description_free (font);
    }
  g_object_unref (context);
  return all;
}

static void
compare_expected (TpScene *scene, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = tp_scene_to_text (scene);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("TP_WRITE_EXPECTED") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_expected_english (void)
{
  g_autoptr (TpPledgedData) data = sample_pledged (FALSE, FALSE);
  g_autoptr (TpScene) scene = tp_pledged_scene (data, OPTIONS (900, 560));

  if (!has_fonts ())
    g_test_skip ("Inter or Noto Sans CJK SC is not installed");
  else
    compare_expected (scene, "pledged-en.scene");
}

/* Last: changes the language of the process. */
static void
test_expected_chinese (void)
{
  g_autofree char *catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_autoptr (TpPledgedData) data = sample_pledged (TRUE, FALSE);
  g_autoptr (TpScene) scene = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_test_skip ("the locale zh_CN.UTF-8 is not installed");
      return;
    }
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  scene = tp_pledged_scene (data, OPTIONS (900, 560));
  check_scene (scene);
  /* Data and figures are Chinese without a catalogue too. */
  g_assert_cmpstr (tp_scene_get_language (scene), ==, "zh-CN");
  g_assert_cmpuint (count_figures (find (scene, "bar-jd")), ==, 200);
  g_assert_true (has_text (scene, "2000亿元"));
  g_assert_true (has_text (scene, "亿元"));
  g_assert_true (has_text (scene, "2000"));
  {
    /* By sound: ali…, mei…, teng…, zi…; those that state something else first. */
    static const gint64 order[] = { 104, 103, 105, 102, 109, 101, 107, 106, 108 };
    int at = -1;

    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      {
        at = tp_scene_next (scene, at, TRUE);
        g_assert_cmpint (tp_scene_get_mark (scene, at)->record_id, ==, order[i]);
      }
  }
  if (g_str_equal (_ ("No capital figure stated (%u of %u)"),
                   "No capital figure stated (%u of %u)"))
    g_test_skip ("the Chinese catalogue is not built yet");
  else if (!has_fonts ())
    g_test_skip ("Inter or Noto Sans CJK SC is not installed");
  else
    compare_expected (scene, "pledged-zh.scene");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pledged/sample", test_sample);
  g_test_add_func ("/pledged/part-of-square", test_part_of_square);
  g_test_add_func ("/pledged/everywhere", test_sample_everywhere);
  g_test_add_func ("/pledged/no-rows", test_no_rows);
  g_test_add_func ("/pledged/none-stated", test_none_stated);
  g_test_add_func ("/pledged/overflow", test_overflow);
  g_test_add_func ("/pledged/ties", test_ties);
  g_test_add_func ("/pledged/zero", test_zero);
  g_test_add_func ("/pledged/largest", test_largest);
  g_test_add_func ("/pledged/currencies", test_currencies);
  g_test_add_func ("/pledged/compact", test_compact);
  g_test_add_func ("/pledged/same-bytes", test_same_bytes);
  g_test_add_func ("/pledged/expected-english", test_expected_english);
  g_test_add_func ("/pledged/expected-chinese", test_expected_chinese);
  return g_test_run ();
}
