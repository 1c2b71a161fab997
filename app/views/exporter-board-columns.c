/* exporter-board-columns.c: which columns of the board are shown, and which of them are on
 * screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-board-private.h"

/* The columns that the query's stages leave, whether or not there is room for them. */
gboolean
tp_exporter_board_is_asked_for (TpExporterBoard *self, TpStage stage)
{
  GPtrArray *conditions = self->query != NULL ? tp_query_get_conditions (self->query) : NULL;

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      TpCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->op == TP_OP_EQUAL && g_str_equal (condition->field, "stage"))
        return g_ptr_array_find_with_equal_func (condition->texts, tp_stage_token (stage), g_str_equal, NULL);
    }
  return TRUE;
}

/* Where a column stands among the visible ones, -1 for a hidden one, in the order of the
 * screen from left to right. */
static int
place_of (TpExporterBoard *self, TpStage stage, int *n_visible)
{
  int n = 0, place = -1;

  for (guint i = 0; i < TP_N_STAGES; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->column[i])))
      {
        if (i == stage)
          place = n;
        n++;
      }
  *n_visible = n;
  if (place >= 0 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place = n - 1 - place;
  return place;
}

/* Cards are looked up in the columns on screen and one further to each side. */
void
tp_exporter_board_update_shown (TpExporterBoard *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  double value = gtk_adjustment_get_value (across), page = gtk_adjustment_get_page_size (across);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || page <= 0)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      int n, place = place_of (self, (TpStage) i, &n);
      double width = n > 0 ? gtk_adjustment_get_upper (across) / n : 0;

      tp_board_column_set_shown (self->column[i], place >= 0 && (place + 2) * width > value
                                                      && (place - 1) * width < value + page);
    }
}

void
tp_exporter_board_scroll_to_column (TpExporterBoard *self, TpStage stage)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  int n, place = place_of (self, stage, &n);
  double width = n > 0 ? gtk_adjustment_get_upper (across) / n : 0;

  if (place >= 0)
    gtk_adjustment_clamp_page (across, place * width, (place + 1) * width);
  tp_exporter_board_update_shown (self);
}

/* The drop-down lists the stages that are asked for, with their numbers. */
void
tp_exporter_board_fill_stages (TpExporterBoard *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  guint n = 0, chosen = 0;

  for (guint i = 0; i < TP_N_STAGES; i++)
    if (tp_exporter_board_is_asked_for (self, (TpStage) i))
      {
        const char *title = tp_word_title (tp_words_stage, tp_stage_token ((TpStage) i));

        g_strv_builder_take (names, self->funnel != NULL
                                        ? g_strjoin (" · ", title, self->funnel->heads[i].count, NULL)
                                        : g_strdup (title));
        if (i == self->single)
          chosen = n;
        n++;
      }
  strings = g_strv_builder_end (names);
  self->filling = TRUE;
  gtk_string_list_splice (self->stage_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->stage_names)),
                          (const char *const *) strings);
  gtk_drop_down_set_selected (self->stages, chosen);
  self->filling = FALSE;
}

void
tp_exporter_board_show_columns (TpExporterBoard *self)
{
  if (!tp_exporter_board_is_asked_for (self, self->single))
    for (self->single = 0; self->single + 1 < TP_N_STAGES && !tp_exporter_board_is_asked_for (self, self->single);)
      self->single++;
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->column[i]), tp_exporter_board_is_asked_for (self, (TpStage) i)
                                                                && (!self->narrow || i == self->single));
      tp_board_column_set_single (self->column[i], self->narrow);
    }
  tp_exporter_board_fill_stages (self);
  tp_exporter_board_update_shown (self);
}

void
tp_exporter_board_show_single (TpExporterBoard *self, TpStage stage)
{
  if (self->narrow && stage != self->single && tp_exporter_board_is_asked_for (self, stage))
    {
      self->single = stage;
      tp_exporter_board_show_columns (self);
    }
}
