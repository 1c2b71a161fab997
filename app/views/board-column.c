/* board-column.c: one stage of the board and its cards.
 *
 * The cards stand in a grid of one column: a list view makes two hundred widgets before
 * anybody scrolls, a grid view the thirty or so that can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-column.h"

#include "exporter-card.h"
#include "record-list.h"
#include "stage-pill.h"

#include <math.h>

/* How long a card is looked for that was scrolled to. */
#define SEEK_FRAMES 20

struct _TpBoardColumn
{
  GtkBox parent_instance;

  GtkGridView *cards;
  GtkNoSelection *selection;
  GtkWidget *pill;
  GtkLabel *count;
  GtkLabel *at_risk;
  GtkButton *conversion;
  GtkLabel *median;

  char *stage;
  TpWorkspace *workspace;
  GArray *ids;        /* of the exporters, where the list does not have them yet */
  TpDay as_of;
  TpRecordList *list; /* NULL until the column is on screen */
  gboolean shown;
  guint lost;         /* the place of a card that had the focus and is gone */
  guint refocus;      /* source that puts the focus on its neighbour */
  gint64 sought;      /* the card that is to have the focus */
  gboolean yields;    /* unless another column has it by then */
  guint seeking;      /* the tick that looks for it */
  guint frames;       /* since when */
};

enum
{
  PROP_0,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpBoardColumn, tp_board_column, GTK_TYPE_BOX)

/* helpers */

static GtkWidget *
focus_within (TpBoardColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cards)) ? focus : NULL;
}

static GtkWidget *
cell_of (TpBoardColumn *self, gint64 exporter)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      TpExporterCard *card = tp_exporter_card_around (cell);
      TpExporterCardRow *row = card != NULL ? tp_exporter_card_get_row (card) : NULL;

      if (row != NULL && tp_exporter_card_row_get_id (row) == exporter)
        return cell;
    }
  return NULL;
}

/* Frame by frame, until the card that was scrolled to has a widget. The view's own
 * scroll_to() leaves gaps among cards that it has not laid out yet; they are all of one
 * height, so the place is known. */
static gboolean
seek_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TpBoardColumn *self = TP_BOARD_COLUMN (widget);
  guint place = self->list != NULL ? tp_record_list_find (self->list, self->sought) : G_MAXUINT;
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->cards));
  double height = n > 0 ? gtk_adjustment_get_upper (down) / n : 0;
  GtkWidget *cell = cell_of (self, self->sought);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (self->yields && focus != NULL && !gtk_widget_is_ancestor (focus, widget))
    self->frames = SEEK_FRAMES;
  if (place != G_MAXUINT && self->frames++ < SEEK_FRAMES)
    {
      gtk_adjustment_clamp_page (down, place * height, (place + 1) * height);
      /* The first frame lays out what the list brought. */
      if (self->frames < 2 || cell == NULL || !gtk_widget_grab_focus (cell))
        return G_SOURCE_CONTINUE;
    }
  self->seeking = 0;
  return G_SOURCE_REMOVE;
}

static void
seek (TpBoardColumn *self, gint64 exporter, gboolean yields)
{
  self->sought = exporter;
  self->yields = yields;
  self->frames = 0;
  if (self->seeking == 0)
    self->seeking = gtk_widget_add_tick_callback (GTK_WIDGET (self), seek_cb, NULL, NULL);
}

/* callbacks */

/* The card that had the focus went to another stage, and nobody took the focus on: it
 * stays in the column, or the next key would be lost. */
static gboolean
refocus_cb (gpointer data)
{
  TpBoardColumn *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  self->refocus = 0;
  if (n > 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    seek (self, tp_record_list_get_id (self->list, MIN (self->lost, n - 1)), TRUE);
  return G_SOURCE_REMOVE;
}

/* Connected before the view is, so that the focus is still where it was. */
static void
items_changed_cb (TpBoardColumn *self, guint position, guint removed, guint added)
{
  TpExporterCard *card = tp_exporter_card_around (focus_within (self));
  TpExporterCardRow *row = card != NULL ? tp_exporter_card_get_row (card) : NULL;

  if (row != NULL && removed > 0 && tp_record_list_find (self->list, tp_exporter_card_row_get_id (row)) == G_MAXUINT)
    {
      self->lost = position;
      if (self->refocus == 0)
        self->refocus = g_idle_add (refocus_cb, self);
    }
}

static void
activate_cb (TpBoardColumn *self, guint place)
{
  gint64 id = self->list != NULL ? tp_record_list_get_id (self->list, place) : 0;

  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.open", "x", id);
}

static void
conversion_cb (TpBoardColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.drop-off", "s", self->stage);
}

static gboolean
accepts (TpBoardColumn *self, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  TpExporterCardRow *row = value != NULL ? g_value_get_object (value) : NULL;

  return self->workspace != NULL && !tp_workspace_is_read_only (self->workspace)
         && (row == NULL || g_strcmp0 (tp_exporter_card_row_get_stage (row), self->stage) != 0);
}

static GdkDragAction
drag_cb (GtkDropTarget *target, double x, double y, TpBoardColumn *self)
{
  if (!accepts (self, target))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-here");
      return 0;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "drop-here");
  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (TpBoardColumn *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-here");
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TpBoardColumn *self)
{
  TpExporterCardRow *row = g_value_get_object (value);

  drag_leave_cb (self);
  if (row == NULL || !accepts (self, target))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "board.move", "(xs)", tp_exporter_card_row_get_id (row), self->stage);
  return TRUE;
}

/* vfuncs */

static void
tp_board_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_value_set_string (value, TP_BOARD_COLUMN (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_board_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STAGE)
    g_set_str (&TP_BOARD_COLUMN (object)->stage, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_board_column_dispose (GObject *object)
{
  TpBoardColumn *self = TP_BOARD_COLUMN (object);

  g_clear_handle_id (&self->refocus, g_source_remove);
  if (self->selection != NULL)
    gtk_no_selection_set_model (self->selection, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BOARD_COLUMN);
  G_OBJECT_CLASS (tp_board_column_parent_class)->dispose (object);
}

static void
tp_board_column_finalize (GObject *object)
{
  g_free (TP_BOARD_COLUMN (object)->stage);
  G_OBJECT_CLASS (tp_board_column_parent_class)->finalize (object);
}

static void
tp_board_column_class_init (TpBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_board_column_get_property;
  object_class->set_property = tp_board_column_set_property;
  object_class->dispose = tp_board_column_dispose;
  object_class->finalize = tp_board_column_finalize;
  /**
   * TpBoardColumn:stage:
   *
   * A token of tp_words_stage.
   */
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "sourced",
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpBoardColumn::loaded:
   *
   * The cards may be others now.
   */
  signals[LOADED] = g_signal_new ("loaded", TP_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  g_type_ensure (TP_TYPE_EXPORTER_CARD);
  g_type_ensure (TP_TYPE_STAGE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, cards);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, selection);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, pill);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, at_risk);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, conversion);
  gtk_widget_class_bind_template_child (widget_class, TpBoardColumn, median);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, conversion_cb);
}

static void
tp_board_column_init (TpBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TP_TYPE_EXPORTER_CARD_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (drag_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drag_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drag_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
make_list (TpBoardColumn *self)
{
  self->list = tp_record_list_new (self->workspace, TP_KIND_EXPORTER, TP_TYPE_EXPORTER_CARD_ROW,
                                   tp_exporter_card_row_new);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

static void
drop_list (TpBoardColumn *self)
{
  if (self->list == NULL)
    return;
  gtk_no_selection_set_model (self->selection, NULL);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
}

/* Public API */

/**
 * tp_board_column_get_stage:
 * @self: a column
 *
 * Returns: the stage whose cards it holds
 */
TpStage
tp_board_column_get_stage (TpBoardColumn *self)
{
  return (TpStage) MAX (tp_word_index (tp_words_stage, self->stage), 0);
}

/**
 * tp_board_column_set_cards:
 * @self: a column
 * @workspace: (nullable): where the exporters are; %NULL lets go of all cards
 * @ids: (nullable) (element-type gint64): the exporters, in order
 * @as_of: the day that their cards tell of
 *
 * Given again after each change. The cards are made once the column is shown.
 */
void
tp_board_column_set_cards (TpBoardColumn *self, TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  if (workspace == NULL || workspace != self->workspace)
    drop_list (self);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->ids, g_array_unref);
  if (workspace == NULL || ids == NULL)
    return;
  self->ids = g_array_ref (ids);
  self->as_of = as_of;
  tp_board_column_set_shown (self, self->shown);
}

/**
 * tp_board_column_set_shown:
 * @self: a column
 * @shown: whether it is on screen, or next to what is
 */
void
tp_board_column_set_shown (TpBoardColumn *self, gboolean shown)
{
  g_autoptr (GArray) ids = NULL;

  self->shown = shown;
  if (!shown || self->ids == NULL)
    return;
  if (self->list == NULL)
    make_list (self);
  ids = g_steal_pointer (&self->ids);
  tp_record_list_set_ids (self->list, ids, self->as_of);
  g_signal_emit (self, signals[LOADED], 0);
}

/**
 * tp_board_column_set_head:
 * @self: a column
 * @head: (nullable): what stands above the cards
 */
void
tp_board_column_set_head (TpBoardColumn *self, const TpFunnelHead *head)
{
  gtk_label_set_label (self->count, head != NULL ? head->count : "");
  gtk_label_set_label (self->at_risk, head != NULL ? head->at_risk : "");
  gtk_label_set_label (self->median, head != NULL ? head->median : "");
  gtk_button_set_label (self->conversion, head != NULL ? head->conversion : "");
  gtk_widget_set_visible (GTK_WIDGET (self->conversion), head != NULL && *head->conversion != '\0');
  if (head == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->conversion), head->explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, head->description, -1);
}

/**
 * tp_board_column_is_empty:
 * @self: a column
 *
 * Returns: whether there is no card in it that could have the focus
 */
gboolean
tp_board_column_is_empty (TpBoardColumn *self)
{
  return self->list == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
}

/**
 * tp_board_column_get_focused:
 * @self: a column
 * @y: (out) (optional): the middle of the card, in the column's measures
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
TpExporterCardRow *
tp_board_column_get_focused (TpBoardColumn *self, double *y)
{
  TpExporterCard *card = tp_exporter_card_around (focus_within (self));
  graphene_rect_t place;

  if (card == NULL)
    return NULL;
  if (y != NULL)
    *y = gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &place)
             ? place.origin.y + place.size.height / 2
             : 0;
  return tp_exporter_card_get_row (card);
}

/**
 * tp_board_column_focus_near:
 * @self: a column
 * @y: a height in it
 *
 * Returns: whether the card nearest to that height took the focus; there may be none
 */
gboolean
tp_board_column_focus_near (TpBoardColumn *self, double y)
{
  GtkWidget *nearest = NULL;
  double distance = G_MAXDOUBLE;

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      graphene_rect_t place;

      if (tp_exporter_card_around (cell) == NULL || !gtk_widget_get_child_visible (cell)
          || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &place))
        continue;
      if (fabs (place.origin.y + place.size.height / 2 - y) < distance)
        {
          distance = fabs (place.origin.y + place.size.height / 2 - y);
          nearest = cell;
        }
    }
  return nearest != NULL && gtk_widget_grab_focus (nearest);
}

/**
 * tp_board_column_focus_id:
 * @self: a column
 * @exporter: an exporter's id
 *
 * Returns: whether its card is here, and took the focus
 */
gboolean
tp_board_column_focus_id (TpBoardColumn *self, gint64 exporter)
{
  guint place = self->list != NULL ? tp_record_list_find (self->list, exporter) : G_MAXUINT;

  if (place == G_MAXUINT || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  g_clear_handle_id (&self->refocus, g_source_remove);
  seek (self, exporter, FALSE);
  return TRUE;
}

/**
 * tp_board_column_take_focus:
 * @self: a column
 * @exporter: an exporter's id
 *
 * Returns: whether its card is on screen, and took the focus there and then
 */
gboolean
tp_board_column_take_focus (TpBoardColumn *self, gint64 exporter)
{
  GtkWidget *cell = cell_of (self, exporter);

  return cell != NULL && gtk_widget_get_child_visible (cell) && gtk_widget_grab_focus (cell);
}

/**
 * tp_board_column_start_over:
 * @self: a column that is about to get the cards of another question
 *
 * It begins with the first of them. A list that is changed keeps the card in sight that
 * stood at its top, wherever that comes to stand.
 */
void
tp_board_column_start_over (TpBoardColumn *self)
{
  drop_list (self);
}

/**
 * tp_board_column_set_single:
 * @self: a column
 * @single: whether its stage and number are told above it
 */
void
tp_board_column_set_single (TpBoardColumn *self, gboolean single)
{
  gtk_widget_set_visible (self->pill, !single);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !single);
  gtk_label_set_xalign (self->at_risk, single ? 0 : 1);
}
