/* exporter-board.c: exporters as cards in a column for each stage.
 *
 * However a card is moved, by mouse, key or menu, it goes through move_card(), and that
 * through the rules of tp_advance_run(): where they ask for a reason the dialog that
 * asks for it comes up, with the stage chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-board.h"

#include "advance-dialog.h"
#include "advance-exporter.h"
#include "board-column.h"
#include "error.h"
#include "exporter-card.h"
#include "exporter-dialog.h"
#include "exporter-funnel.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

/* How near to the edge a dragged card makes the board scroll, and how fast a frame. */
#define EDGE 56
#define EDGE_STEP 14

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
  gboolean stale;   /* heads to be worked out when it comes on screen */
  gboolean filling; /* the drop-down of stages */
  TpStage single;   /* the stage that is shown where there is room for one */

  TpExporterCardRow *chosen; /* whose menu is open */
  gboolean moving;
  gint64 following;  /* a card that went on: the focus goes with it */
  TpStage following_to;
  int awaited;       /* the column that is to have the focus once its cards are there; -1 */
  double awaited_y;
  int edge;          /* where a dragged card is: -1 at the start, 1 at the end */
  guint edge_source;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_AS_OF,
  PROP_NARROW,
  PROP_CARD_STAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  OPENED,
  DROP_OFF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpExporterBoard, tp_exporter_board, ADW_TYPE_BIN)

/* helpers */

static gboolean
is_writable (TpExporterBoard *self)
{
  return self->workspace != NULL && !tp_workspace_is_read_only (self->workspace);
}

/* The columns that the query's stages leave, whether or not there is room for them. */
static gboolean
is_asked_for (TpExporterBoard *self, TpStage stage)
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
static void
update_shown (TpExporterBoard *self)
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

static void
scroll_to_column (TpExporterBoard *self, TpStage stage)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  int n, place = place_of (self, stage, &n);
  double width = n > 0 ? gtk_adjustment_get_upper (across) / n : 0;

  if (place >= 0)
    gtk_adjustment_clamp_page (across, place * width, (place + 1) * width);
  update_shown (self);
}

/* The drop-down lists the stages that are asked for, with their numbers. */
static void
fill_stages (TpExporterBoard *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  guint n = 0, chosen = 0;

  for (guint i = 0; i < TP_N_STAGES; i++)
    if (is_asked_for (self, (TpStage) i))
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

static void
show_columns (TpExporterBoard *self)
{
  if (!is_asked_for (self, self->single))
    for (self->single = 0; self->single + 1 < TP_N_STAGES && !is_asked_for (self, self->single);)
      self->single++;
  for (guint i = 0; i < TP_N_STAGES; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->column[i]),
                            is_asked_for (self, (TpStage) i) && (!self->narrow || i == self->single));
  fill_stages (self);
  update_shown (self);
}

static void
show_single (TpExporterBoard *self, TpStage stage)
{
  if (self->narrow && stage != self->single && is_asked_for (self, stage))
    {
      self->single = stage;
      show_columns (self);
    }
}

/* The card that has the focus, its column, and how high it stands. */
static TpExporterCardRow *
focused_card (TpExporterBoard *self, int *column, double *y)
{
  for (int i = 0; i < TP_N_STAGES; i++)
    {
      TpExporterCardRow *row = tp_board_column_get_focused (self->column[i], y);

      if (row != NULL)
        {
          if (column != NULL)
            *column = i;
          return row;
        }
    }
  return NULL;
}

static void
try_follow (TpExporterBoard *self)
{
  if (self->following == 0 || !is_asked_for (self, self->following_to))
    return;
  show_single (self, self->following_to);
  scroll_to_column (self, self->following_to);
  if (tp_board_column_focus_id (self->column[self->following_to], self->following))
    self->following = 0;
}

static void
follow (TpExporterBoard *self, gint64 exporter, TpStage stage)
{
  self->following = exporter;
  self->following_to = stage;
  try_follow (self);
}

/* heads */

static void
show_heads (TpExporterBoard *self)
{
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_board_column_set_head (self->column[i], self->funnel != NULL ? &self->funnel->heads[i] : NULL);
  fill_stages (self);
}

static void
funnel_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TpExporterFunnel *funnel = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  TpExporterBoard *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  self->funnel = funnel;
  show_heads (self);
}

static void
stop_reading (TpExporterBoard *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
load_heads (TpExporterBoard *self)
{
  stop_reading (self);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || self->workspace == NULL || self->query == NULL)
    return;
  self->reading = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_exporter_funnel_read, tp_query_copy (self->query), g_object_unref,
                     tp_exporter_funnel_free, self->reading, funnel_read_cb, self);
}

/* moving */

typedef struct
{
  TpExporterBoard *board;
  gint64 exporter;
  TpStage stage;
} Move;

static void
dialog_closed_cb (TpExporterBoard *self, AdwDialog *dialog)
{
  gint64 *exporter = g_object_get_data (G_OBJECT (dialog), "exporter");
  g_autoptr (TpRecord) record
      = self->workspace != NULL ? tp_workspace_get (self->workspace, TP_KIND_EXPORTER, *exporter) : NULL;
  int stage = record != NULL ? tp_word_index (tp_words_stage, tp_record_get_text (record, "stage")) : -1;

  if (stage >= 0)
    follow (self, *exporter, (TpStage) stage);
}

static void
ask (TpExporterBoard *self, gint64 exporter, TpStage stage)
{
  AdwDialog *dialog = tp_advance_dialog_new (self->workspace, exporter, self->as_of);

  if (stage < TP_N_STAGES)
    tp_advance_dialog_choose (TP_ADVANCE_DIALOG (dialog), stage);
  g_object_set_data_full (G_OBJECT (dialog), "exporter", g_memdup2 (&exporter, sizeof exporter), g_free);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Move *move = data;
  g_autoptr (TpExporterBoard) self = move->board;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->moving = FALSE;
  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      /* Translators: a stage */
      text = g_strdup_printf (_ ("Moved to %s"), tp_word_title (tp_words_stage, tp_stage_token (move->stage)));
      tp_toast_undo (GTK_WIDGET (self), text);
      follow (self, move->exporter, move->stage);
    }
  else if (self->workspace == TP_WORKSPACE (source)
           && (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_REASON) || g_error_matches (error, TP_ERROR, TP_ERROR_INVALID)))
    ask (self, move->exporter, move->stage);
  else
    tp_show_error (GTK_WIDGET (self), error);
}

/* The one way in which a card changes its stage. */
static void
move_card (TpExporterBoard *self, gint64 exporter, TpStage stage)
{
  TpAdvance *input;
  Move *move;

  if (!is_writable (self) || self->moving || self->following == exporter)
    return;
  move = g_new0 (Move, 1);
  move->board = g_object_ref (self);
  move->exporter = exporter;
  move->stage = stage;
  input = tp_advance_new (exporter, stage, NULL);
  input->day = MIN (self->as_of, tp_workspace_get_today (self->workspace));
  self->moving = TRUE;
  tp_workspace_change (self->workspace, "advance-exporter", tp_advance_run, input, tp_advance_free, NULL, moved_cb, move);
}

/* One stage on or back, along the pipeline; what stands beside it is asked where to. */
static void
move_by (TpExporterBoard *self, int by)
{
  TpExporterCardRow *row = focused_card (self, NULL, NULL);
  int stage = row != NULL ? tp_word_index (tp_words_stage, tp_exporter_card_row_get_stage (row)) : -1;

  if (stage < 0 || !is_writable (self))
    return;
  if (stage >= TP_N_PIPELINE_STAGES)
    ask (self, tp_exporter_card_row_get_id (row), TP_N_STAGES);
  else if (stage + by < 0 || stage + by >= TP_N_PIPELINE_STAGES)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_card (self, tp_exporter_card_row_get_id (row), (TpStage) (stage + by));
}

/* focus */

static gboolean
has_cards (TpExporterBoard *self, int i)
{
  return self->funnel != NULL ? self->funnel->heads[i].now > 0 : !tp_board_column_is_empty (self->column[i]);
}

/* To the card at the same height in the next column that has any. */
static void
focus_across (TpExporterBoard *self, int by)
{
  double y = 0;
  int from = -1;

  if (focused_card (self, &from, &y) == NULL)
    return;
  for (int i = from + by; i >= 0 && i < TP_N_STAGES; i += by)
    if (is_asked_for (self, (TpStage) i) && has_cards (self, i))
      {
        show_single (self, (TpStage) i);
        scroll_to_column (self, (TpStage) i);
        self->awaited = tp_board_column_focus_near (self->column[i], y) ? -1 : i;
        self->awaited_y = y;
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* menu */

static void
show_menu (TpExporterBoard *self, TpExporterCardRow *row, const GdkRectangle *at)
{
  g_set_object (&self->chosen, row);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CARD_STAGE]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.stage", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.card-edit", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.card-advance", is_writable (self));
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

static gboolean
show_menu_of_focused (TpExporterBoard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  TpExporterCard *card = tp_exporter_card_around (focus);
  graphene_rect_t place;

  if (card == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &place))
    return FALSE;
  show_menu (self, tp_exporter_card_get_row (card),
             &(GdkRectangle){ (int) place.origin.x + 24, (int) place.origin.y, 1, (int) place.size.height });
  return TRUE;
}

static void
show_menu_at (TpExporterBoard *self, double x, double y)
{
  TpExporterCard *card = tp_exporter_card_around (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (card == NULL)
    return;
  /* The focus comes back to the card when the menu is closed. */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
  show_menu (self, tp_exporter_card_get_row (card), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* callbacks */

static void
pressed_cb (TpExporterBoard *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

static void
long_pressed_cb (TpExporterBoard *self, double x, double y)
{
  show_menu_at (self, x, y);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
                TpExporterBoard *self)
{
  int left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  int by = is_left ? left : -left;

  modifiers &= gtk_accelerator_get_default_mod_mask ();
  if (focused_card (self, NULL, NULL) == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Menu && modifiers == 0) || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return show_menu_of_focused (self);
  if (!is_left && key != GDK_KEY_Right && key != GDK_KEY_KP_Right)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0)
    focus_across (self, by);
  else if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    move_by (self, by);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
cards_changed_cb (TpExporterBoard *self, TpBoardColumn *column)
{
  if (self->awaited >= 0 && column == self->column[self->awaited])
    {
      tp_board_column_focus_near (column, self->awaited_y);
      self->awaited = -1;
    }
  if (self->following != 0 && column == self->column[self->following_to])
    try_follow (self);
}

static void
stage_selected_cb (TpExporterBoard *self)
{
  guint n = gtk_drop_down_get_selected (self->stages);

  if (self->filling || n == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    if (is_asked_for (self, (TpStage) i) && n-- == 0)
      {
        show_single (self, (TpStage) i);
        return;
      }
}

static gboolean
edge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + self->edge * EDGE_STEP);
  return G_SOURCE_CONTINUE;
}

static void
set_edge (TpExporterBoard *self, int edge)
{
  self->edge = edge;
  if (edge != 0 && self->edge_source == 0)
    self->edge_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
  else if (edge == 0 && self->edge_source != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_source);
      self->edge_source = 0;
    }
}

/* A column off the screen is reached by holding the card at the edge. */
static void
drag_motion_cb (TpExporterBoard *self, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));

  set_edge (self, x < EDGE ? -1 : x > width - EDGE ? 1 : 0);
}

static void
drag_leave_cb (TpExporterBoard *self)
{
  set_edge (self, 0);
}

static void
changed_cb (TpExporterBoard *self, guint64 kinds)
{
  /* Any change may bear on the query. */
  load_heads (self);
}

/* actions */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);
  int by = g_variant_get_int32 (parameter);

  for (int i = (int) self->single + by; i >= 0 && i < TP_N_STAGES; i += by)
    if (is_asked_for (self, (TpStage) i))
      {
        show_single (self, (TpStage) i);
        return;
      }
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0, g_variant_get_int64 (parameter));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *stage;
  gint64 exporter;

  g_variant_get (parameter, "(x&s)", &exporter, &stage);
  if (tp_word_index (tp_words_stage, stage) >= 0)
    move_card (TP_EXPORTER_BOARD (widget), exporter, (TpStage) tp_word_index (tp_words_stage, stage));
}

static void
drop_off_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int stage = tp_word_index (tp_words_stage, g_variant_get_string (parameter, NULL));
  g_autofree char *filter = stage > 0 && stage < TP_N_PIPELINE_STAGES ? tp_exporter_drop_off ((TpStage) stage) : NULL;

  if (filter != NULL)
    g_signal_emit (widget, signals[DROP_OFF], 0, filter);
}

static void
card_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);

  if (self->chosen != NULL)
    g_signal_emit (self, signals[OPENED], 0, tp_exporter_card_row_get_id (self->chosen));
}

static void
card_edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);
  g_autoptr (TpRecord) exporter
      = self->chosen != NULL && is_writable (self)
            ? tp_workspace_get (self->workspace, TP_KIND_EXPORTER, tp_exporter_card_row_get_id (self->chosen))
            : NULL;

  if (exporter != NULL)
    adw_dialog_present (tp_exporter_dialog_new (self->workspace, exporter, self->as_of), widget);
}

static void
card_advance_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);

  if (self->chosen != NULL && is_writable (self))
    ask (self, tp_exporter_card_row_get_id (self->chosen), TP_N_STAGES);
}

/* vfuncs */

static void
let_go (TpExporterBoard *self)
{
  stop_reading (self);
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_board_column_set_query (self->column[i], NULL, NULL);
  g_clear_object (&self->query);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  self->following = 0;
  self->awaited = -1;
}

static void
set_workspace (TpExporterBoard *self, TpWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  let_go (self);
  show_heads (self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tp_exporter_board_map (GtkWidget *widget)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);

  GTK_WIDGET_CLASS (tp_exporter_board_parent_class)->map (widget);
  if (self->stale)
    load_heads (self);
  update_shown (self);
}

static void
tp_exporter_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_CARD_STAGE:
      g_value_set_string (value, self->chosen != NULL ? tp_exporter_card_row_get_stage (self->chosen) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (object);
  int stage;

  switch (id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      self->as_of = g_value_get_int (value);
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      show_columns (self);
      break;
    case PROP_CARD_STAGE:
      stage = tp_word_index (tp_words_stage, g_value_get_string (value));
      if (stage >= 0 && self->chosen != NULL
          && !g_str_equal (tp_exporter_card_row_get_stage (self->chosen), tp_stage_token ((TpStage) stage)))
        move_card (self, tp_exporter_card_row_get_id (self->chosen), (TpStage) stage);
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_exporter_board_dispose (GObject *object)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (object);

  stop_reading (self);
  if (self->edge_source != 0)
    set_edge (self, 0);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_BOARD);
  g_clear_object (&self->workspace);
  g_clear_object (&self->query);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  G_OBJECT_CLASS (tp_exporter_board_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-board.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterBoard, scroller);
  gtk_widget_class_bind_template_child (widget_class, TpExporterBoard, columns);
  gtk_widget_class_bind_template_child (widget_class, TpExporterBoard, stages);
  gtk_widget_class_bind_template_child (widget_class, TpExporterBoard, stage_names);
  gtk_widget_class_bind_template_child (widget_class, TpExporterBoard, menu);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cards_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_leave_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "board.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "board.move", "(xs)", move_action);
  gtk_widget_class_install_action (widget_class, "board.drop-off", "s", drop_off_action);
  gtk_widget_class_install_action (widget_class, "board.card-open", NULL, card_open_action);
  gtk_widget_class_install_action (widget_class, "board.card-edit", NULL, card_edit_action);
  gtk_widget_class_install_action (widget_class, "board.card-advance", NULL, card_advance_action);
  gtk_widget_class_install_property_action (widget_class, "board.stage", "card-stage");
}

static void
tp_exporter_board_class_init (TpExporterBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_exporter_board_get_property;
  object_class->set_property = tp_exporter_board_set_property;
  object_class->dispose = tp_exporter_board_dispose;
  GTK_WIDGET_CLASS (klass)->map = tp_exporter_board_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  /**
   * TpExporterBoard:as-of:
   *
   * The day, a #TpDay, on which cards are moved: that of the query, or today if later.
   */
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  /**
   * TpExporterBoard:narrow:
   *
   * Whether there is room for one column only.
   */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  /**
   * TpExporterBoard:card-stage:
   *
   * The stage of the card whose menu is open; setting it moves the card.
   */
  props[PROP_CARD_STAGE] = g_param_spec_string ("card-stage", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpExporterBoard::opened:
   * @exporter: the id of the exporter whose page is asked for
   */
  signals[OPENED] = g_signal_new ("opened", TP_TYPE_EXPORTER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * TpExporterBoard::drop-off:
   * @filter: the filter of those that did not come on to a stage, besides what the board
   *   is filtered by
   */
  signals[DROP_OFF] = g_signal_new ("drop-off", TP_TYPE_EXPORTER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (TP_TYPE_BOARD_COLUMN);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tp_exporter_board_init (TpExporterBoard *self)
{
  GtkAdjustment *across;

  self->as_of = TP_DAY_NONE;
  self->awaited = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    self->column[tp_board_column_get_stage (TP_BOARD_COLUMN (child))] = TP_BOARD_COLUMN (child);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (across, "changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
}

/* Public API */

/**
 * tp_exporter_board_set_query:
 * @self: a board that has its workspace
 * @query: (nullable): which exporters, on the day that is looked at. Its stages say which
 *   columns are shown; its order is left to the board, where who has waited longest comes
 *   first. %NULL lets go of all cards
 */
void
tp_exporter_board_set_query (TpExporterBoard *self, TpQuery *query)
{
  g_return_if_fail (TP_IS_EXPORTER_BOARD (self));

  if (query == NULL || self->workspace == NULL)
    {
      let_go (self);
      show_heads (self);
      return;
    }
  g_clear_object (&self->query);
  self->query = tp_query_copy (query);
  self->following = 0;
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      /* Shown anew once it is known which columns there is room for. */
      tp_board_column_set_shown (self->column[i], FALSE);
      tp_board_column_set_query (self->column[i], self->workspace, query);
    }
  show_columns (self);
  load_heads (self);
}

/**
 * tp_exporter_board_focus:
 * @self: a board
 * @exporter: an exporter's id
 *
 * Returns: whether its card is among those that were looked up, and took the focus
 */
gboolean
tp_exporter_board_focus (TpExporterBoard *self, gint64 exporter)
{
  g_return_val_if_fail (TP_IS_EXPORTER_BOARD (self), FALSE);

  for (guint i = 0; i < TP_N_STAGES; i++)
    if (tp_board_column_focus_id (self->column[i], exporter))
      {
        scroll_to_column (self, (TpStage) i);
        return TRUE;
      }
  return FALSE;
}
