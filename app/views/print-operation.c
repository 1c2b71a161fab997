/* print-operation.c: a chart or a table on paper, through the system's print dialog.
 *
 * What the preview shows and what comes out of the printer are painted by the same
 * function. A chart is laid out again for paper, with larger text, and in grey with
 * patterns where no colour is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-operation.h"

#include <glib/gi18n-lib.h>

struct _TpPrintOperation
{
  GtkPrintOperation parent_instance;

  TpChart *chart;      /* or, on any number of pages, */
  TpTablePage *table;
  double width, height; /* of the paper, in points */
  char *title;  /* of the workspace */
  gboolean demonstration;
};

G_DEFINE_FINAL_TYPE (TpPrintOperation, tp_print_operation, GTK_TYPE_PRINT_OPERATION)

/**
 * tp_print_operation_set_paper:
 * @self: a print operation
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * How many pages a table takes depends on it.
 */
void
tp_print_operation_set_paper (TpPrintOperation *self, double width, double height)
{
  self->width = width;
  self->height = height;
}

/**
 * tp_print_operation_get_n_pages:
 * @self: a print operation
 *
 * Returns: how many pages it has on its paper
 */
guint
tp_print_operation_get_n_pages (TpPrintOperation *self)
{
  return self->table != NULL ? tp_table_page_lay_out (self->table, self->width, self->height) : 1;
}

/**
 * tp_print_operation_paint:
 * @self: a print operation
 * @cr: where to, in points from the paper's corner
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @page: from 0
 * @colour: whether colour is printed
 */
void
tp_print_operation_paint (TpPrintOperation *self, cairo_t *cr, double width, double height, guint page,
                          gboolean colour)
{
  g_autoptr (TpPage) paper = NULL;
  g_autofree char *day = NULL;
  g_autoptr (TpScene) scene = NULL;
  TpSceneOptions options;

  g_return_if_fail (TP_IS_PRINT_OPERATION (self));
  if (self->table != NULL)
    {
      tp_table_page_paint (self->table, cr, width, height, page);
      return;
    }
  paper = tp_page_new (TP_PAPER_A4, width > height);
  day = tp_day_format (tp_chart_get_request (self->chart)->as_of, TP_PRECISION_DAY);
  tp_page_set_size (paper, width, height);
  paper->header_left = g_strdup (self->title);
  /* Translators: at the head of a printed page; %s is a date */
  paper->header_right = g_strdup_printf (_ ("As of %s"), day);
  paper->footer_left = g_strdup (self->demonstration ? _ ("TradePivot · demonstration data, deliveries are invented")
                                                     : "TradePivot");
  paper->number = page + 1;
  paper->count = tp_print_operation_get_n_pages (self);
  tp_page_options (paper, colour ? TP_THEME_LIGHT : TP_THEME_PRINT, 1, &options);
  options.grow = TRUE; /* a page has room below for more rows */
  scene = tp_chart_draw (self->chart, &options);
  tp_page_paint (paper, scene, cr);
}

static void
tp_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  tp_print_operation_set_paper (TP_PRINT_OPERATION (operation), gtk_print_context_get_width (context),
                                gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation,
                                   (int) tp_print_operation_get_n_pages (TP_PRINT_OPERATION (operation)));
}

static void
tp_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gboolean colour = settings == NULL || gtk_print_settings_get_use_color (settings);

  tp_print_operation_paint (TP_PRINT_OPERATION (operation), gtk_print_context_get_cairo_context (context),
                            gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                            (guint) page, colour);
}

static void
tp_print_operation_finalize (GObject *object)
{
  TpPrintOperation *self = TP_PRINT_OPERATION (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->table);
  g_free (self->title);
  G_OBJECT_CLASS (tp_print_operation_parent_class)->finalize (object);
}

static void
tp_print_operation_class_init (TpPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tp_print_operation_finalize;
  operation_class->begin_print = tp_print_operation_begin_print;
  operation_class->draw_page = tp_print_operation_draw_page;
}

static void
tp_print_operation_init (TpPrintOperation *self)
{
}

/**
 * tp_print_default_page:
 *
 * Returns: (transfer full): upright paper of the size that is usual where the person
 *   is: A4 in China and most countries, Letter in North America
 */
GtkPageSetup *
tp_print_default_page (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (gtk_paper_size_get_default ());

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

static TpPrintOperation *
new_operation (const char *name)
{
  TpPrintOperation *self = g_object_new (TP_TYPE_PRINT_OPERATION, "use-full-page", TRUE, "unit",
                                         GTK_UNIT_POINTS, "embed-page-setup", TRUE, NULL);

  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), name);
  return self;
}

/**
 * tp_print_operation_new_table:
 * @table: what to print
 *
 * Returns: (transfer full): a print operation of as many pages as it takes
 */
TpPrintOperation *
tp_print_operation_new_table (TpTablePage *table)
{
  TpPrintOperation *self = new_operation (tp_table_page_get_title (table));

  self->table = g_object_ref (table);
  return self;
}

/**
 * tp_print_operation_new:
 * @chart: what to print
 * @workspace: where it is from: its title heads the page
 *
 * Returns: (transfer full): a print operation; it keeps its own margins, so it prints
 *   on the full page
 */
TpPrintOperation *
tp_print_operation_new (TpChart *chart, TpWorkspace *workspace)
{
  TpPrintOperation *self = new_operation (tp_chart_get_title (chart));

  self->chart = g_object_ref (chart);
  self->title = g_strdup (tp_workspace_get_title (workspace));
  self->demonstration = tp_workspace_is_demonstration (workspace);
  return self;
}
