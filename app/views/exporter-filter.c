/* exporter-filter.c: the bar that says which exporters are shown.
 *
 * It holds the criteria: the search, the stages as toggles, all else as chips. Each change
 * is told by TpExporterFilter::changed; several at once are told once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-filter.h"

#include "feedback.h"
#include "filter-chip.h"
#include "filter-popover.h"
#include "numbers.h"
#include "roving-focus.h"
#include "stage-toggle.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>

struct _TpExporterFilter
{
  GtkBox parent_instance;

  AdwWrapBox *line;
  GtkSearchEntry *search;
  GtkToggleButton *stages_button;
  AdwButtonContent *stages_content;
  GtkWidget *columns_button;
  GtkMenuButton *filter_button;
  TpFilterPopover *popover;
  TpStageToggle *stages[TP_N_STAGES];
  GPtrArray *chips; /* of TpFilterChip, in their order on the line */

  TpWorkspace *workspace;
  int as_of;
  TpExporterCriteria *criteria;
  gboolean compact;
  gboolean board;
  gboolean narrow;
  gboolean holding; /* several parts change together */
  gboolean on;      /* as last told */
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  PROP_COMPACT,
  PROP_BOARD,
  PROP_NARROW,
  PROP_ON,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpExporterFilter, tp_exporter_filter, GTK_TYPE_BOX)

/* helpers */

static TpReader *
reader_of (TpExporterFilter *self)
{
  return tp_workspace_reader (self->workspace);
}

/* The stages are toggles, not chips. */
static gboolean
has_chip (TpCriterion *criterion)
{
  return !g_str_equal (criterion->field, "stage");
}

static void chip_removed_cb (TpExporterFilter *self, TpFilterChip *chip);
static void chip_edited_cb  (TpExporterFilter *self, TpFilterChip *chip);

static TpFilterChip *
find_chip (TpExporterFilter *self, TpCriterion *criterion)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      TpFilterChip *chip = g_ptr_array_index (self->chips, i);

      if (tp_filter_chip_get_op (chip) == criterion->op && g_str_equal (tp_filter_chip_get_field (chip), criterion->field))
        return chip;
    }
  return NULL;
}

static TpFilterChip *
add_chip (TpExporterFilter *self, TpCriterion *criterion)
{
  GtkWidget *chip = tp_filter_chip_new (criterion->field, criterion->op);
  GtkWidget *before = self->chips->len > 0 ? g_ptr_array_index (self->chips, self->chips->len - 1)
                                           : GTK_WIDGET (self->stages_button);

  g_signal_connect_swapped (chip, "removed", G_CALLBACK (chip_removed_cb), self);
  g_signal_connect_swapped (chip, "edited", G_CALLBACK (chip_edited_cb), self);
  adw_wrap_box_insert_child_after (self->line, chip, before);
  g_ptr_array_add (self->chips, chip);
  return TP_FILTER_CHIP (chip);
}

/* A chip for each criterion; those there are stay, with the focus that one may have. */
static void
show_chips (TpExporterFilter *self)
{
  GPtrArray *criteria = tp_exporter_criteria_list (self->criteria);

  for (guint i = self->chips->len; i > 0; i--)
    {
      TpFilterChip *chip = g_ptr_array_index (self->chips, i - 1);

      if (tp_exporter_criteria_find (self->criteria, tp_filter_chip_get_field (chip), tp_filter_chip_get_op (chip)) != NULL)
        continue;
      adw_wrap_box_remove (self->line, GTK_WIDGET (chip));
      g_ptr_array_remove_index (self->chips, i - 1);
    }
  for (guint i = 0; i < criteria->len; i++)
    {
      TpCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *words = NULL;
      TpFilterChip *chip;

      if (!has_chip (criterion))
        continue;
      words = tp_criterion_words (criterion, reader_of (self), self->as_of);
      chip = find_chip (self, criterion);
      tp_filter_chip_set_text (chip != NULL ? chip : add_chip (self, criterion), words);
    }
}

/* The button says what it hides: how many stages are asked for. */
static void
name_stages (TpExporterFilter *self)
{
  TpCriterion *stages = tp_exporter_criteria_find (self->criteria, "stage", TP_OP_EQUAL);
  guint n = stages != NULL ? stages->texts->len : 0;
  g_autofree char *count = tp_count_format (n);
  g_autofree char *text = n == 0 ? g_strdup (C_ ("filters", "Stages"))
                                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s stage", "%s stages", n), count);

  adw_button_content_set_label (self->stages_content, text);
}

/* Search and toggles as the criteria are. */
static void
show_parts (TpExporterFilter *self)
{
  const char *search = tp_exporter_criteria_get_search (self->criteria);
  TpCriterion *stages = tp_exporter_criteria_find (self->criteria, "stage", TP_OP_EQUAL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), search != NULL ? search : "");
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      gboolean on = FALSE;

      for (guint j = 0; stages != NULL && j < stages->texts->len; j++)
        on |= g_str_equal (g_ptr_array_index (stages->texts, j), tp_stage_token ((TpStage) i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stages[i]), on);
    }
  name_stages (self);
  show_chips (self);
}

static void
tell (TpExporterFilter *self)
{
  if (self->holding)
    return;
  self->on = tp_exporter_filter_is_on (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ON]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_criteria (TpExporterFilter *self, TpExporterCriteria *criteria)
{
  g_clear_pointer (&self->criteria, tp_exporter_criteria_free);
  self->criteria = criteria;
  tp_filter_popover_set_criteria (self->popover, criteria);
}

/* callbacks */

static void
search_changed_cb (TpExporterFilter *self)
{
  if (self->holding)
    return;
  tp_exporter_criteria_set_search (self->criteria, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tell (self);
}

static void
stage_toggled_cb (TpExporterFilter *self)
{
  g_autoptr (GString) part = g_string_new ("stage=");
  gsize empty = part->len;

  if (self->holding || self->workspace == NULL)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stages[i])))
      g_string_append_printf (part, "%s%s", part->len > empty ? "," : "", tp_stage_token ((TpStage) i));
  if (part->len > empty)
    tp_exporter_criteria_set (self->criteria, reader_of (self), part->str, NULL);
  else
    tp_exporter_criteria_drop (self->criteria, "stage");
  name_stages (self);
  tell (self);
}

static void
search_activate_cb (TpExporterFilter *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.to-list", NULL);
}

static void
search_stop_cb (TpExporterFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "page.leave-search", NULL);
}

/* The popover sets one field: a bound keeps the other one. */
static void
apply_cb (TpExporterFilter *self, const char *field, const char *part)
{
  const TpFilterKind *kind = NULL;

  for (guint i = 0; kind == NULL && tp_filter_kind_get (i) != NULL; i++)
    if (g_str_equal (tp_filter_kind_get (i)->field, field))
      kind = tp_filter_kind_get (i);
  if (part == NULL || (kind != NULL && kind->entry == TP_FILTER_ENTRY_CHOICES))
    {
      TpCriterion *there = tp_exporter_criteria_find (self->criteria, field, TP_OP_EQUAL);

      /* "Not stated" and values stand in each other's place */
      if (part == NULL || there == NULL || g_str_has_suffix (part, "="))
        tp_exporter_criteria_drop (self->criteria, field);
    }
  if (part != NULL)
    tp_exporter_criteria_set (self->criteria, reader_of (self), part, NULL);
  show_chips (self);
  tell (self);
}

static void
chip_removed_cb (TpExporterFilter *self, TpFilterChip *chip)
{
  const char *field = tp_filter_chip_get_field (chip);
  TpOp op = tp_filter_chip_get_op (chip);
  guint i;

  /* The next chip has the focus, so that several can go one after the other */
  if (gtk_widget_get_focus_child (GTK_WIDGET (chip)) != NULL && g_ptr_array_find (self->chips, chip, &i))
    {
      if (self->chips->len == 1)
        gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
      else
        gtk_widget_child_focus (g_ptr_array_index (self->chips, i + 1 < self->chips->len ? i + 1 : i - 1),
                                GTK_DIR_TAB_FORWARD);
    }
  tp_exporter_criteria_drop_one (self->criteria, field, op);
  show_chips (self);
  tell (self);
}

static void
chip_edited_cb (TpExporterFilter *self, TpFilterChip *chip)
{
  const TpFilterKind *kind = tp_filter_kind_find (tp_filter_chip_get_field (chip), tp_filter_chip_get_op (chip));
  graphene_rect_t place;

  if (kind == NULL || kind->entry == TP_FILTER_ENTRY_SWITCH)
    return;
  if (gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self->filter_button), &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) place.origin.x, (int) place.origin.y, (int) place.size.width,
                                                  (int) place.size.height });
  tp_filter_popover_edit (self->popover, kind);
}

/* vfuncs */

/* The stages stand behind a button where there is little room, and above the board, whose
 * columns they are. */
static void
update_stages (TpExporterFilter *self)
{
  gboolean behind = self->compact || self->board;

  gtk_widget_set_visible (self->columns_button, !self->narrow && !self->board);
  gtk_widget_set_visible (GTK_WIDGET (self->stages_button), behind);
  gtk_toggle_button_set_active (self->stages_button, !behind);
}

static void
set_compact (TpExporterFilter *self, gboolean compact)
{
  self->compact = compact;
  update_stages (self);
}

static void
set_narrow (TpExporterFilter *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (self->columns_button, !narrow && !self->board);
  gtk_widget_set_size_request (GTK_WIDGET (self->search), narrow ? 120 : 250, -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), narrow ? 8 : -1);
  gtk_search_entry_set_placeholder_text (self->search, narrow ? C_ ("placeholder", "Search")
                                                              : _ ("Name, pinyin or USCC"));
}

static void
set_day (TpExporterFilter *self, int as_of)
{
  self->as_of = as_of;
  /* Days in words are seen from it */
  if (self->workspace != NULL)
    show_chips (self);
}

static void
tp_exporter_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterFilter *self = TP_EXPORTER_FILTER (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_BOARD:
      g_value_set_boolean (value, self->board);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_ON:
      g_value_set_boolean (value, self->on);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExporterFilter *self = TP_EXPORTER_FILTER (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_AS_OF:
      set_day (self, g_value_get_int (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_BOARD:
      self->board = g_value_get_boolean (value);
      update_stages (self);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_filter_dispose (GObject *object)
{
  TpExporterFilter *self = TP_EXPORTER_FILTER (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_FILTER);
  G_OBJECT_CLASS (tp_exporter_filter_parent_class)->dispose (object);
}

static void
tp_exporter_filter_finalize (GObject *object)
{
  TpExporterFilter *self = TP_EXPORTER_FILTER (object);

  g_ptr_array_unref (self->chips);
  tp_exporter_criteria_free (self->criteria);
  G_OBJECT_CLASS (tp_exporter_filter_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, line);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, search);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, stages_button);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, stages_content);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, columns_button);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, popover);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      g_autofree char *name = g_strconcat ("stage_", tp_stage_token ((TpStage) i), NULL);

      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (name), FALSE,
          (gssize) (G_STRUCT_OFFSET (TpExporterFilter, stages) + i * sizeof (TpStageToggle *)));
    }
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
tp_exporter_filter_class_init (TpExporterFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_filter_get_property;
  object_class->set_property = tp_exporter_filter_set_property;
  object_class->dispose = tp_exporter_filter_dispose;
  object_class->finalize = tp_exporter_filter_finalize;
  /* Where names are looked up. */
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE,
                                               flags | G_PARAM_EXPLICIT_NOTIFY);
  /* The day from which days in words are seen. */
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  /* The stages are folded away behind a button. */
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  /**
   * TpExporterFilter:board:
   *
   * Whether the columns of the board show the stages.
   */
  props[PROP_BOARD] = g_param_spec_boolean ("board", NULL, NULL, FALSE, flags);
  /* The search has the room of a phone. */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  /* Whether anything is filtered. */
  props[PROP_ON] = g_param_spec_boolean ("on", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpExporterFilter::changed:
   *
   * Other exporters are asked for.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TP_TYPE_EXPORTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  g_type_ensure (TP_TYPE_STAGE_TOGGLE);
  g_type_ensure (TP_TYPE_FILTER_POPOVER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tp_exporter_filter_init (TpExporterFilter *self)
{
  GtkWidget *stages[TP_N_STAGES];

  self->chips = g_ptr_array_new ();
  self->holding = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  take_criteria (self, tp_exporter_criteria_new ());
  for (guint i = 0; i < TP_N_STAGES; i++)
    stages[i] = GTK_WIDGET (self->stages[i]);
  tp_roving_focus_install (stages, TP_N_STAGES);
  set_narrow (self, FALSE);
  self->holding = FALSE;
}

/* Public API */

/**
 * tp_exporter_filter_set:
 * @self: the bar
 * @filter: (nullable): a filter, as exporter-criteria.h has it; its order is left to the list
 *
 * Puts other filters in the place of those there are, and tells so once. What cannot be
 * understood is told the person, and nothing changes.
 */
void
tp_exporter_filter_set (TpExporterFilter *self, const char *filter)
{
  gboolean held = self->holding;
  g_autoptr (GError) error = NULL;
  TpExporterCriteria *criteria;

  criteria = self->workspace != NULL ? tp_exporter_criteria_parse (reader_of (self), filter, &error)
                                     : tp_exporter_criteria_new ();
  if (criteria == NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  self->holding = TRUE;
  take_criteria (self, criteria);
  show_parts (self);
  self->holding = held;
  tell (self);
}

/**
 * tp_exporter_filter_clear:
 * @self: the bar
 *
 * Shows all exporters again, and tells so once.
 */
void
tp_exporter_filter_clear (TpExporterFilter *self)
{
  tp_exporter_filter_set (self, NULL);
}

/**
 * tp_exporter_filter_is_on:
 * @self: the bar
 *
 * Returns: whether it leaves any exporter out on purpose
 */
gboolean
tp_exporter_filter_is_on (TpExporterFilter *self)
{
  return !tp_exporter_criteria_is_empty (self->criteria);
}

/**
 * tp_exporter_filter_apply:
 * @self: the bar
 * @query: a query for exporters
 *
 * Adds to @query what the bar asks for.
 */
void
tp_exporter_filter_apply (TpExporterFilter *self, TpQuery *query)
{
  tp_exporter_criteria_apply (self->criteria, query,
                              self->workspace != NULL ? tp_workspace_get_author (self->workspace) : NULL);
}

/**
 * tp_exporter_filter_get_criteria:
 * @self: the bar
 *
 * Returns: (transfer none): what it asks for; its order is for the list to read and set
 */
TpExporterCriteria *
tp_exporter_filter_get_criteria (TpExporterFilter *self)
{
  return self->criteria;
}

/**
 * tp_exporter_filter_show_counts:
 * @self: the bar
 * @stages: how many exporters are in each stage
 */
void
tp_exporter_filter_show_counts (TpExporterFilter *self, const gint64 stages[TP_N_STAGES])
{
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_stage_toggle_set_count (self->stages[i], stages[i]);
}

/**
 * tp_exporter_filter_search:
 * @self: the bar
 *
 * Puts the cursor into the search.
 */
void
tp_exporter_filter_search (TpExporterFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
