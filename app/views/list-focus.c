/* list-focus.c: the focus stays in a list whose row goes away.
 *
 * GTK gives the focus of a widget that is removed to the first one of the window. Who
 * works down a list with the keyboard goes on with the row that comes to stand there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-focus.h"

/**
 * tp_list_focus_place:
 * @list: a list that is about to change
 *
 * Returns: where the row stands that holds the focus, or -1
 */
int
tp_list_focus_place (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/**
 * tp_list_focus_restore:
 * @list: the list after it changed
 * @place: what tp_list_focus_place() returned before
 * @otherwise: what takes the focus where the list is empty now, such as a button of its
 *   heading
 *
 * Puts the focus on the row that stands there now, or on the last one. A row that kept the
 * focus keeps it.
 */
void
tp_list_focus_restore (GtkListBox *list, int place, GtkWidget *otherwise)
{
  if (place < 0 || tp_list_focus_place (list) >= 0)
    return;
  for (; place >= 0; place--)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, place);

      if (row != NULL)
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
  gtk_widget_grab_focus (otherwise);
}
