/* saved-filters.h: filters of exporters that are kept under a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* What is to be saved. @id: 0 for a new one. @filter: as exporter-criteria.h has it; NULL
 * keeps the one there is. */
typedef struct
{
  gint64 id;
  char *name;
  char *filter;
  gboolean replace; /* the one that has the name already */
} TpSavedFilterEdit;

TpSavedFilterEdit *tp_saved_filter_edit_new  (gint64 id, const char *name, const char *filter);
void               tp_saved_filter_edit_free (gpointer edit);
gboolean           tp_saved_filter_edit_run  (TpChange *change, gpointer edit, GError **error);
gboolean           tp_saved_filter_delete_run (TpChange *change, gpointer id, GError **error);

typedef struct
{
  gint64 id;
  int by; /* places down; below 0 up */
} TpSavedFilterMove;

gboolean           tp_saved_filter_move_run  (TpChange *change, gpointer move, GError **error);

/* One of them, as the sidebar shows it. */
typedef struct
{
  gint64 id;
  char *name;
  char *filter;
  char *words;  /* what it asks for; or why it cannot be answered */
  gint64 count; /* on the day; below 0 where it cannot be answered */
} TpSavedFilterInfo;

typedef struct
{
  TpDay as_of;
  char *author; /* whom "@me" means */
} TpSavedFiltersView;

TpSavedFiltersView *tp_saved_filters_view_new  (TpDay as_of, const char *author);
void                tp_saved_filters_view_free (gpointer view);
gpointer            tp_saved_filters_read      (TpReader *reader, gpointer view, GError **error);
gboolean            tp_saved_filter_shows      (const char *saved, const char *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSavedFilterEdit, tp_saved_filter_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSavedFiltersView, tp_saved_filters_view_free)

G_END_DECLS
