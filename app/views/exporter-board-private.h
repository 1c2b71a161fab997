/* exporter-board-private.h: the board's insides, shared by its files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board-column.h"
#include "exporter-board.h"
#include "exporter-funnel.h"

G_BEGIN_DECLS

struct _TpExporterBoard
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *columns;
  GtkDropDown *stages;
  GtkStringList *stage_names;
  GtkPopover *menu;
  TpBoardColumn *column[TP_N_STAGES];

  TpWorkspace *workspace;
  TpDay as_of;
  gboolean narrow;
  TpQuery *query;
  TpExporterFunnel *funnel;
  GCancellable *reading;
  gboolean first_awaited; /* the first card is to have the focus once it is there */
  gboolean start_over; /* another question was asked: columns begin at their top */
  gboolean stale;   /* to be worked out when it comes on screen */
  gboolean filling; /* the drop-down of stages */
  TpStage single;   /* the stage that is shown where there is room for one */

  TpExporterCardRow *chosen; /* whose menu is open */
  gboolean moving;
  gint64 following;  /* a card that went on: the focus goes with it */
  TpStage following_to;
  GHashTable *moved; /* cards moved since the query was set, with their stage: Undo brings them back */
  int awaited;       /* the column that is to have the focus once its cards are there; -1 */
  double awaited_y;
};

gboolean tp_exporter_board_is_asked_for     (TpExporterBoard *self, TpStage stage);
void     tp_exporter_board_update_shown     (TpExporterBoard *self);
void     tp_exporter_board_scroll_to_column (TpExporterBoard *self, TpStage stage);
void     tp_exporter_board_fill_stages      (TpExporterBoard *self);
void     tp_exporter_board_show_columns     (TpExporterBoard *self);
void     tp_exporter_board_show_single      (TpExporterBoard *self, TpStage stage);

G_END_DECLS
