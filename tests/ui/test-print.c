/* test-print.c: what comes out of the printer, through GTK's own print operation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-operation.h"

#include <glib/gstdio.h>
#include <string.h>

static TpChart *
open_chart (const char *folder, TpWorkspace **workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "print.tradepivot", NULL);
  TpChartRequest request = { TP_CHART_PLEDGED, 0, tp_day_new (2025, 11, 30) };
  TpChart *chart;

  *workspace = tp_workspace_create_sync (path, TP_TEMPLATE_SAMPLE, &error);
  g_assert_no_error (error);
  chart = tp_workspace_read_sync (*workspace, tp_chart_read, &request, &error);
  g_assert_no_error (error);
  return chart;
}

static char *
run (const char *program, const char *path, const char *last)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *arguments[] = { found, path, last, NULL };
  char *out = NULL;

  if (found != NULL)
    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL);
  return out;
}

/* One page of the paper that was chosen, upright and sideways, with head and foot. */
static void
test_paper (void)
{
  const struct
  {
    const char *paper;
    GtkPageOrientation orientation;
    const char *size;
  } cases[] = {
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, "595" },
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE, "841" },
    { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_PORTRAIT, "612 x 792" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tp-print-XXXXXX", &error);
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *file = g_build_filename (folder, "print.tradepivot", NULL);
  TpWorkspace *workspace;
  g_autoptr (TpChart) chart = open_chart (folder, &workspace);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TpPrintOperation) operation = tp_print_operation_new (chart, workspace);
      g_autoptr (GtkPageSetup) setup = tp_print_default_page ();
      GtkPaperSize *paper = gtk_paper_size_new (cases[i].paper);
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;

      gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
      gtk_page_setup_set_orientation (setup, cases[i].orientation);
      gtk_paper_size_free (paper);
      gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
      gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), pdf);
      g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                                                GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                       ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      info = run ("pdfinfo", pdf, NULL);
      text = run ("pdftotext", pdf, "-");
      g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
      if (info == NULL || text == NULL)
        {
          g_test_skip ("poppler-utils are not here");
          break;
        }
      if (strstr (info, cases[i].size) == NULL)
        g_error ("%s is not the size of\n%s", cases[i].size, info);
      g_assert_nonnull (strstr (info, "Pages:           1"));
      g_assert_nonnull (strstr (text, "CN¥302 bn"));
      g_assert_nonnull (strstr (text, "As of 30 November 2025"));
      g_assert_nonnull (strstr (text, "2025 Campaign"));
      g_assert_nonnull (strstr (text, "Page 1 of 1"));
      g_assert_nonnull (strstr (text, "JD.com"));
    }
  tp_workspace_close (workspace);
  g_object_unref (workspace);
  g_unlink (pdf);
  g_unlink (file);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* How many pixels of a painted page have a colour in them. */
static guint
coloured_pixels (TpPrintOperation *operation, gboolean colour)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint count = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  tp_print_operation_paint (operation, cr, 595, 842, 0, colour);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                                              + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < 595; x++)
        {
          int red = (row[x] >> 16) & 0xff, green = (row[x] >> 8) & 0xff, blue = row[x] & 0xff;

          count += MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue) > 24;
        }
    }
  cairo_surface_destroy (surface);
  return count;
}

static void
test_grey (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tp-print-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "print.tradepivot", NULL);
  TpWorkspace *workspace;
  g_autoptr (TpChart) chart = open_chart (folder, &workspace);
  g_autoptr (TpPrintOperation) operation = tp_print_operation_new (chart, workspace);

  g_assert_cmpuint (coloured_pixels (operation, TRUE), >, 1000);
  g_assert_cmpuint (coloured_pixels (operation, FALSE), ==, 0);
  tp_workspace_close (workspace);
  g_object_unref (workspace);
  g_unlink (file);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/paper", test_paper);
  g_test_add_func ("/print/grey", test_grey);
  return g_test_run ();
}
