/* table.c: what column views lack.
 *
 * GtkColumnView has no way to align a column's title, so figures stand at the right
 * and their title at the left. The title is a button with a box of label and arrow;
 * here the box goes to the end and the arrow before the label. A GTK whose titles
 * are built otherwise keeps them as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table.h"

#define IDS_KEY "tp-table-end-ids"

static gboolean
is_at_end (GtkColumnView *view, const char *title)
{
  const char *const *ids = g_object_get_data (G_OBJECT (view), IDS_KEY);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return id != NULL && g_strv_contains (ids, id);
    }
  return FALSE;
}

static void
align_title (GtkColumnView *view, GtkWidget *button)
{
  GtkWidget *box = gtk_widget_get_first_child (button);
  GtkWidget *label, *arrow;

  if (!GTK_IS_BOX (box))
    return;
  for (label = gtk_widget_get_first_child (box); label != NULL && !GTK_IS_LABEL (label);)
    label = gtk_widget_get_next_sibling (label);
  if (label == NULL || !is_at_end (view, gtk_label_get_label (GTK_LABEL (label))))
    return;
  arrow = gtk_widget_get_last_child (box);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_hexpand (box, TRUE);
  if (arrow != label)
    gtk_box_reorder_child_after (GTK_BOX (box), arrow, NULL);
}

static void
align_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  if (header == NULL || g_strcmp0 (gtk_widget_get_css_name (header), "header") != 0)
    return;
  for (GtkWidget *button = gtk_widget_get_first_child (header); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    align_title (view, button);
}

/**
 * tp_table_align_end:
 * @view: a column view
 * @ids: (array zero-terminated=1): the ids of the columns whose titles stand at the
 *   end, over their figures
 *
 * Aligns these titles now and whenever columns are added or moved.
 */
void
tp_table_align_end (GtkColumnView *view, const char *const *ids)
{
  gboolean known;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (ids != NULL);
  known = g_object_get_data (G_OBJECT (view), IDS_KEY) != NULL;
  g_object_set_data_full (G_OBJECT (view), IDS_KEY, g_strdupv ((char **) ids),
                          (GDestroyNotify) g_strfreev);
  if (!known)
    {
      g_signal_connect (view, "map", G_CALLBACK (align_titles), NULL);
      g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                               G_CALLBACK (align_titles), view, G_CONNECT_SWAPPED);
    }
  align_titles (view);
}
