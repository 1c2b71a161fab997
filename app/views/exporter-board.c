/* exporter-board.c: exporters as cards in a column for each stage.
 *
 * However a card is moved, by mouse, key or menu, it goes through tp_move_exporter(),
 * and so through the rules of the pipeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-board-private.h"

#include "edge-scroll.h"
#include "exporter-card.h"
#include "exporter-dialog.h"
#include "feedback.h"
#include "move-exporter.h"

#include <glib/gi18n-lib.h>

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
  if (!tp_exporter_board_is_asked_for (self, self->following_to))
    self->following = 0;
  if (self->following == 0)
    return;
  tp_exporter_board_show_single (self, self->following_to);
  tp_exporter_board_scroll_to_column (self, self->following_to);
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

/* Undo and Redo move cards too: the focus goes with them as it did when they were moved. */
static void
follow_moved (TpExporterBoard *self)
{
  gint64 exporter = 0;
  TpStage to = TP_N_STAGES;

  if (g_hash_table_size (self->moved) == 0)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    for (guint j = 0; j < self->funnel->heads[i].ids->len; j++)
      {
        gint64 id = g_array_index (self->funnel->heads[i].ids, gint64, j);
        gpointer stage;

        if (!g_hash_table_lookup_extended (self->moved, &id, NULL, &stage) || GPOINTER_TO_UINT (stage) == i)
          continue;
        g_hash_table_insert (self->moved, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i));
        exporter = id;
        to = (TpStage) i;
      }
  /* A move that is under way tells where to by itself. */
  if (exporter != 0 && !self->moving && self->following == 0)
    follow (self, exporter, to);
}

/* heads */

static void
show_heads (TpExporterBoard *self)
{
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_board_column_set_head (self->column[i], self->funnel != NULL ? &self->funnel->heads[i] : NULL);
  tp_exporter_board_fill_stages (self);
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
      tp_show_failure (GTK_WIDGET (self), _ ("The Board Was Not Read"), error);
      return;
    }
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  self->funnel = funnel;
  show_heads (self);
  follow_moved (self);
  /* Who was on a card already goes on with the first of those that come. */
  if (self->start_over && focused_card (self, NULL, NULL) != NULL)
    self->first_awaited = TRUE;
  for (guint i = 0; i < TP_N_STAGES && self->start_over; i++)
    tp_board_column_start_over (self->column[i]);
  self->start_over = FALSE;
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_board_column_set_cards (self->column[i], self->workspace, funnel->heads[i].ids,
                               tp_query_get_as_of (self->query));
  if (self->first_awaited)
    tp_exporter_board_focus_first (self);
}

static void
stop_reading (TpExporterBoard *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
load (TpExporterBoard *self)
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

static void
moved_cb (GtkWidget *widget, gint64 exporter, TpStage stage)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);

  self->moving = FALSE;
  if (stage >= TP_N_STAGES || self->workspace == NULL)
    return;
  g_hash_table_insert (self->moved, g_memdup2 (&exporter, sizeof exporter), GUINT_TO_POINTER (stage));
  follow (self, exporter, stage);
}

/* To @stage; %TP_N_STAGES asks where to. */
static void
move_card (TpExporterBoard *self, gint64 exporter, TpStage stage)
{
  if (!is_writable (self) || self->moving)
    return;
  self->moving = TRUE;
  tp_move_exporter (GTK_WIDGET (self), self->workspace, exporter, stage, self->as_of, moved_cb);
}

/* One stage on or back, along the pipeline; what stands beside it is asked where to. */
static void
move_by (TpExporterBoard *self, int by)
{
  TpExporterCardRow *row = focused_card (self, NULL, NULL);
  int stage = row != NULL ? tp_word_index (tp_words_stage, tp_exporter_card_row_get_stage (row)) : -1;

  /* As long as a card is on its way the focus may be on its neighbour, which is not meant. */
  if (stage < 0 || self->moving || self->following != 0 || !is_writable (self))
    return;
  if (stage >= TP_N_PIPELINE_STAGES)
    move_card (self, tp_exporter_card_row_get_id (row), TP_N_STAGES);
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
    if (tp_exporter_board_is_asked_for (self, (TpStage) i) && has_cards (self, i))
      {
        tp_exporter_board_show_single (self, (TpStage) i);
        tp_exporter_board_scroll_to_column (self, (TpStage) i);
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

/* The popover does not give the focus back to where it came from. A dialog that its item
 * opens takes it from there. */
static void
menu_closed_cb (TpExporterBoard *self)
{
  for (guint i = 0; i < TP_N_STAGES && self->chosen != NULL; i++)
    if (tp_board_column_take_focus (self->column[i], tp_exporter_card_row_get_id (self->chosen)))
      return;
}

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
    {
      self->following = 0;
      focus_across (self, by);
    }
  else if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    move_by (self, by);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
loaded_cb (TpExporterBoard *self, TpBoardColumn *column)
{
  if (self->awaited >= 0 && column == self->column[self->awaited])
    {
      tp_board_column_focus_near (column, self->awaited_y);
      self->awaited = -1;
    }
  if (self->following != 0 && column == self->column[self->following_to])
    {
      try_follow (self);
      /* It is nowhere to be seen: something else than its stage is asked for. */
      self->following = 0;
    }
}

static void
stage_selected_cb (TpExporterBoard *self)
{
  guint n = gtk_drop_down_get_selected (self->stages);

  if (self->filling || n == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    if (tp_exporter_board_is_asked_for (self, (TpStage) i) && n-- == 0)
      {
        tp_exporter_board_show_single (self, (TpStage) i);
        return;
      }
}

static void
changed_cb (TpExporterBoard *self, guint64 kinds)
{
  /* Any change may bear on the query. */
  load (self);
}

/* actions */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterBoard *self = TP_EXPORTER_BOARD (widget);
  int by = g_variant_get_int32 (parameter);

  for (int i = (int) self->single + by; i >= 0 && i < TP_N_STAGES; i += by)
    if (tp_exporter_board_is_asked_for (self, (TpStage) i))
      {
        tp_exporter_board_show_single (self, (TpStage) i);
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
    move_card (self, tp_exporter_card_row_get_id (self->chosen), TP_N_STAGES);
}

/* vfuncs */

static void
let_go (TpExporterBoard *self)
{
  stop_reading (self);
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_board_column_set_cards (self->column[i], NULL, NULL, TP_DAY_NONE);
  g_clear_object (&self->query);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  g_hash_table_remove_all (self->moved);
  self->following = 0;
  self->awaited = -1;
  self->start_over = self->first_awaited = FALSE;
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
    load (self);
  tp_exporter_board_update_shown (self);
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
      tp_exporter_board_show_columns (self);
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
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_BOARD);
  g_clear_object (&self->workspace);
  g_clear_object (&self->query);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->funnel, tp_exporter_funnel_free);
  g_clear_pointer (&self->moved, g_hash_table_unref);
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
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
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
  self->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    self->column[tp_board_column_get_stage (TP_BOARD_COLUMN (child))] = TP_BOARD_COLUMN (child);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  tp_edge_scroll_install (self->scroller);
  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (across, "changed", G_CALLBACK (tp_exporter_board_update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (tp_exporter_board_update_shown), self,
                           G_CONNECT_SWAPPED);
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
  g_hash_table_remove_all (self->moved);
  self->start_over = TRUE;
  tp_exporter_board_show_columns (self);
  load (self);
}

/**
 * tp_exporter_board_focus_first:
 * @self: a board
 *
 * The first card takes the focus, in whichever column it is: at once, or when those that
 * are being looked up are there.
 */
void
tp_exporter_board_focus_first (TpExporterBoard *self)
{
  g_return_if_fail (TP_IS_EXPORTER_BOARD (self));

  self->first_awaited = self->start_over;
  for (guint i = 0; i < TP_N_STAGES && self->funnel != NULL && !self->first_awaited; i++)
    if (tp_exporter_board_is_asked_for (self, (TpStage) i) && self->funnel->heads[i].ids->len > 0)
      {
        tp_exporter_board_show_single (self, (TpStage) i);
        tp_exporter_board_scroll_to_column (self, (TpStage) i);
        tp_board_column_focus_id (self->column[i], g_array_index (self->funnel->heads[i].ids, gint64, 0));
        return;
      }
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
        tp_exporter_board_scroll_to_column (self, (TpStage) i);
        return TRUE;
      }
  return FALSE;
}
