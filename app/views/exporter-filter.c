/* exporter-filter.c: the bar that says which exporters are shown.
 *
 * Search, stages, province, and an indicator that another page asked for. Each change
 * is told by TpExporterFilter::changed; several at once are told once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-filter.h"

#include "filter-chip.h"
#include "province.h"
#include "stage-toggle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TpExporterFilter
{
  GtkBox parent_instance;

  GtkSearchEntry *search;
  GtkToggleButton *stages_button;
  GtkDropDown *province;
  TpFilterChip *indicator_chip;
  TpStageToggle *stages[TP_N_STAGES];

  TpWorkspace *workspace;
  gint64 indicator; /* 0: none */
  gboolean compact;
  gboolean narrow;
  gboolean holding; /* several parts change together */
  gboolean on;      /* as last told */
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_COMPACT,
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

static void
tell (TpExporterFilter *self)
{
  if (self->holding)
    return;
  self->on = tp_exporter_filter_is_on (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ON]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
chosen_province (TpExporterFilter *self)
{
  guint i = gtk_drop_down_get_selected (self->province);

  return i == 0 || i == GTK_INVALID_LIST_POSITION ? NULL : tp_province_get (i - 1)->code;
}

static void
choose_province (TpExporterFilter *self, const char *code)
{
  for (guint i = 0; i < tp_province_count (); i++)
    if (g_str_equal (tp_province_get (i)->code, code))
      gtk_drop_down_set_selected (self->province, i + 1);
}

static void
choose_stages (TpExporterFilter *self, const char *tokens)
{
  g_auto (GStrv) words = g_strsplit (tokens, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int stage = tp_word_index (tp_words_stage, words[i]);

      if (stage >= 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stages[stage]), TRUE);
    }
}

static void
choose_indicator (TpExporterFilter *self, gint64 id)
{
  g_autoptr (TpRecord) indicator = tp_workspace_get (self->workspace, TP_KIND_INDICATOR, id);
  g_autofree char *text = NULL;

  if (indicator == NULL)
    return;
  self->indicator = id;
  /* Translators: the name of what a commitment counts */
  text = g_strdup_printf (C_ ("filter", "Counted: %s"), tp_record_get_title (indicator));
  tp_filter_chip_set_text (self->indicator_chip, text);
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_chip), TRUE);
}

static void
clear (TpExporterFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->province, 0);
  for (guint i = 0; i < TP_N_STAGES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stages[i]), FALSE);
  self->indicator = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_chip), FALSE);
}

/* callbacks */

static void
part_changed_cb (TpExporterFilter *self)
{
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
  gtk_widget_activate_action (GTK_WIDGET (self), "page.to-list", NULL);
}

static void
indicator_removed_cb (TpExporterFilter *self)
{
  self->indicator = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_chip), FALSE);
  tell (self);
}

/* vfuncs */

static void
set_compact (TpExporterFilter *self, gboolean compact)
{
  self->compact = compact;
  gtk_widget_set_visible (GTK_WIDGET (self->stages_button), compact);
  gtk_toggle_button_set_active (self->stages_button, !compact);
}

static void
set_narrow (TpExporterFilter *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_size_request (GTK_WIDGET (self->search), narrow ? 120 : 250, -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), narrow ? 8 : -1);
  gtk_search_entry_set_placeholder_text (self->search, narrow ? C_ ("placeholder", "Search")
                                                              : _ ("Name, pinyin or USCC"));
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
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
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
      g_set_object (&self->workspace, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_filter_dispose (GObject *object)
{
  g_clear_object (&TP_EXPORTER_FILTER (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_FILTER);
  G_OBJECT_CLASS (tp_exporter_filter_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, search);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, stages_button);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, province);
  gtk_widget_class_bind_template_child (widget_class, TpExporterFilter, indicator_chip);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      g_autofree char *name = g_strconcat ("stage_", tp_stage_token ((TpStage) i), NULL);

      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (name), FALSE,
          (gssize) (G_STRUCT_OFFSET (TpExporterFilter, stages) + i * sizeof (TpStageToggle *)));
    }
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_removed_cb);
}

static void
tp_exporter_filter_class_init (TpExporterFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_filter_get_property;
  object_class->set_property = tp_exporter_filter_set_property;
  object_class->dispose = tp_exporter_filter_dispose;
  /* Where an indicator's name is looked up. */
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  /* The stages are folded away behind a button. */
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  /* The search has the room of a phone. */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
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
  g_type_ensure (TP_TYPE_FILTER_CHIP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tp_exporter_filter_init (TpExporterFilter *self)
{
  g_autoptr (GtkStringList) provinces = gtk_string_list_new (NULL);

  self->holding = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (provinces, C_ ("filter", "All Provinces"));
  for (guint i = 0; i < tp_province_count (); i++)
    gtk_string_list_append (provinces, tp_province_name (tp_province_get (i)->code));
  gtk_drop_down_set_model (self->province, G_LIST_MODEL (provinces));
  set_narrow (self, FALSE);
  self->holding = FALSE;
}

/* Public API */

/**
 * tp_exporter_filter_set:
 * @self: the bar
 * @filter: (nullable): parts with ";" between them, such as
 *   "stage=listed,selling;province=33;indicator=123;search=ningbo"
 *
 * Puts other filters in the place of those there are, and tells so once.
 */
void
tp_exporter_filter_set (TpExporterFilter *self, const char *filter)
{
  g_auto (GStrv) parts = g_strsplit (filter != NULL ? filter : "", ";", -1);

  self->holding = TRUE;
  clear (self);
  for (guint i = 0; self->workspace != NULL && parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (g_str_equal (parts[i], "search"))
        gtk_editable_set_text (GTK_EDITABLE (self->search), value);
      else if (g_str_equal (parts[i], "indicator"))
        choose_indicator (self, g_ascii_strtoll (value, NULL, 10));
      else if (g_str_equal (parts[i], "stage"))
        choose_stages (self, value);
      else if (g_str_equal (parts[i], "province"))
        choose_province (self, value);
    }
  self->holding = FALSE;
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
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' || chosen_province (self) != NULL
      || self->indicator != 0)
    return TRUE;
  for (guint i = 0; i < TP_N_STAGES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stages[i])))
      return TRUE;
  return FALSE;
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
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (*search != '\0')
    tp_query_set_search (query, search);
  if (chosen_province (self) != NULL)
    tp_query_where_text (query, "province", chosen_province (self));
  if (self->indicator != 0)
    tp_query_where_number (query, "indicator", TP_OP_EQUAL, self->indicator);
  for (guint i = 0; i < TP_N_STAGES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stages[i])))
      tp_query_where_text (query, "stage", tp_stage_token ((TpStage) i));
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
