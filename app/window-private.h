/* window-private.h: what the window's files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "as-of-button.h"
#include "welcome-page.h"
#include "window.h"

G_BEGIN_DECLS

struct _TpWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *screens; /* opening, failed, welcome, campaign */
  AdwStatusPage *failed;
  GtkMenuButton *failed_menu_button;
  GtkWidget *retry_button;
  TpWelcomePage *welcome;
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  GtkListBox *places;
  GtkStack *views; /* an AdwNavigationView for each place */
  TpAsOfButton *as_of_button;
  GtkMenuButton *main_menu;
  GMenu *workspace_menu;

  TpWorkspace *workspace;
  int as_of;
  gboolean keeps_day;   /* the person has chosen a day: midnight does not move it */
  char *opening;        /* the path that is being opened, or was refused */
  guint opening_source; /* shows that opening takes a while */
  guint midnight_source;
  guint n_opening;        /* numbers what was asked for, so that a late answer is dropped */
  GCancellable *counting;
  GCancellable *reading_filters;
  char *shown_filter;   /* as the list of exporters told it last */
  gboolean placing;     /* rows of the sidebar are selected to follow what is shown */
  guint focus_source; /* gives the focus to a page when it has been read */
  guint focus_tries;
};

/* window.c */
void tp_window_set_workspace (TpWindow *self, TpWorkspace *workspace);
void tp_window_set_as_of     (TpWindow *self, int day);

/* window-places.c: views, pages and the sidebar */
void tp_window_add_places    (TpWindow *self);
void tp_window_show_place    (TpWindow *self, const char *place);
void tp_window_reset_places  (TpWindow *self);
void tp_window_count         (TpWindow *self);
AdwNavigationPage *tp_window_visible_page (TpWindow *self);
void tp_window_install_place_actions (TpWindow *self);
void tp_window_select_shown (TpWindow *self);

/* window-filters.c: saved filters in the sidebar */
void tp_window_install_filter_actions (TpWindow *self);
void tp_window_read_filters  (TpWindow *self);
GtkListBoxRow *tp_window_shown_filter_row (TpWindow *self);

/* window-files.c: opening, making and copying workspaces */
void tp_window_install_file_actions (TpWindow *self);

/* window-edit.c: undo, redo, toasts, and verbs for the page that is shown */
void tp_window_install_edit_actions (TpWindow *self);
void tp_window_update_edit_actions  (TpWindow *self);

G_END_DECLS
