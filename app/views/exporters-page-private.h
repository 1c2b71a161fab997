/* exporters-page-private.h: what the files of the page of exporters share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporters-page.h"

#include "exporter-board.h"
#include "exporter-columns.h"
#include "exporter-filter.h"
#include "exporter-summary.h"

G_BEGIN_DECLS

struct _TpExportersPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  GtkColumnView *table;
  GtkListView *rows;
  GtkMultiSelection *selection;
  TpExporterFilter *filter;
  GtkActionBar *selection_bar;
  GtkLabel *selection_label;
  GtkPopover *menu;
  TpExporterBoard *board;

  GSettings *settings;
  TpExporterColumns *columns;
  char *layout;     /* "list" or "board" */
  gboolean narrow;
  int room;         /* for the columns; 0: as much as they need */
  gboolean holding; /* what the query is made of changes together */
  gint64 opened;    /* the exporter that was looked at last: on the way back its row has the focus */
  gboolean newest_first; /* as long as no column is chosen to sort by */
  gboolean imported;     /* rows, which are to be looked at: the first is to have the focus */
  gboolean importing;    /* the dialog is open */
  const char *sorted;    /* interned: the column that the list is sorted by */
  gboolean to_top;       /* once it is in its new order */
  guint reveal_soon;     /* the bar of the selection */
  gint64 added;     /* an exporter that is to have the focus once its row is there */
  TpRecordList *list;
  GArray *kept;     /* ids of the selected, while the rows are renewed */
  gboolean asked;   /* for other rows, or in another order */
  TpDay listed;     /* the day whose rows the list has */
  TpExporterSummary *counts;
  GCancellable *counting; /* what is at risk with the selection */
  guint count_soon;
};

/* exporters-page.c: what is shown */
TpQuery *tp_exporters_page_make_query      (TpExportersPage *self);
char    *tp_exporters_page_filter_text     (TpExportersPage *self);
gboolean tp_exporters_page_is_board        (TpExportersPage *self);
void     tp_exporters_page_requery         (TpExportersPage *self);
void     tp_exporters_page_show_row        (TpExportersPage *self, guint position);
void     tp_exporters_page_focus_row       (TpExportersPage *self, guint position);
void     tp_exporters_page_sort            (TpExportersPage *self, const char *field, gboolean descending);
void     tp_exporters_page_show_selection  (TpExportersPage *self, gboolean any);
void     tp_exporters_page_show_imported   (TpExportersPage *self);
void     tp_exporters_page_show_added      (TpExportersPage *self);

/* exporters-actions.c: what is done with them */
GArray  *tp_exporters_page_selected_ids    (TpExportersPage *self);
void     tp_exporters_page_open            (TpExportersPage *self, gint64 id);
void     tp_exporters_page_show_menu       (TpExportersPage *self, GtkWidget *over, const GdkRectangle *at);
void     tp_exporters_page_update_actions  (TpExportersPage *self);
void     tp_exporters_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
