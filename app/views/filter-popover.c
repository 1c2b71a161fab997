/* filter-popover.c: where a filter is chosen and set.
 *
 * First the kinds of filters, then the values of one: a list to tick, or a figure. What is
 * ticked holds at once, so that one sees what comes of it; a figure holds on Enter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "filter-popover.h"

#include "check-row.h"
#include "feedback.h"
#include "money.h"
#include "numbers.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>

/* A list of more is searched. */
#define MANY 9

struct _TpFilterPopover
{
  GtkPopover parent_instance;

  GtkStack *pages;
  GtkSearchEntry *kind_search;
  GtkListBox *kind_list;
  GtkSearchEntry *value_search;
  GtkListBox *value_list;
  GtkLabel *choices_title;
  GtkLabel *figure_title;
  GtkLabel *hint;
  GtkEntry *figure;
  GtkLabel *fault;
  GtkStringFilter *kind_filter;
  GtkStringFilter *value_filter;

  TpWorkspace *workspace;
  TpExporterCriteria *criteria; /* borrowed from the bar */
  const TpFilterKind *kind;     /* whose values are set */
  GListStore *choices;
  GCancellable *cancellable;
  gboolean filling;
  gboolean editing; /* it opens at the values of a kind */
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_APPLY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpFilterPopover, tp_filter_popover, GTK_TYPE_POPOVER)

/* helpers */

/* Tells the bar: @part stands in the place of what there is; NULL takes it away. */
static gboolean
apply (TpFilterPopover *self, const char *part, GError **error)
{
  g_autoptr (TpExporterCriteria) probe = NULL;

  if (part != NULL)
    {
      probe = tp_exporter_criteria_parse (tp_workspace_reader (self->workspace), part, error);
      if (probe == NULL)
        return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_APPLY], 0, self->kind->field, part);
  return TRUE;
}

static void
apply_choices (TpFilterPopover *self)
{
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean any = FALSE;

  g_string_append_printf (part, "%s=", self->kind->field);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (TpCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      g_autofree char *value = tp_criterion_escape (tp_check_item_get_token (item));

      if (!tp_check_item_get_active (item))
        continue;
      g_string_append_printf (part, "%s%s", any && *value != '\0' ? "," : "", value);
      any = TRUE;
    }
  apply (self, any ? part->str : NULL, NULL);
}

/* "Not stated" and a value cannot both hold: the one ticked last does. */
static void
choice_changed_cb (TpFilterPopover *self, GParamSpec *pspec, TpCheckItem *changed)
{
  gboolean none = *tp_check_item_get_token (changed) == '\0';

  if (self->filling)
    return;
  self->filling = TRUE;
  if (tp_check_item_get_active (changed))
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
      {
        g_autoptr (TpCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

        if (item != changed && (none || *tp_check_item_get_token (item) == '\0'))
          tp_check_item_set_active (item, FALSE);
      }
  self->filling = FALSE;
  apply_choices (self);
}

static gboolean
is_chosen (TpFilterPopover *self, const char *token)
{
  TpCriterion *criterion = tp_exporter_criteria_find (self->criteria, self->kind->field, TP_OP_EQUAL);

  if (*token == '\0')
    return tp_exporter_criteria_find (self->criteria, self->kind->field, TP_OP_NOT_SET) != NULL;
  for (guint i = 0; criterion != NULL && i < criterion->texts->len; i++)
    if (g_str_equal (g_ptr_array_index (criterion->texts, i), token))
      return TRUE;
  return FALSE;
}

static void
show_choices (TpFilterPopover *self, GListStore *choices)
{
  GtkExpression *title = gtk_property_expression_new (TP_TYPE_CHECK_ITEM, NULL, "title");
  g_autoptr (GtkFilterListModel) found = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (choices));

  g_set_object (&self->choices, choices);
  for (guint i = 0, chosen = 0; i < n; i++)
    {
      g_autoptr (TpCheckItem) item = g_list_model_get_item (G_LIST_MODEL (choices), i);

      tp_check_item_set_active (item, is_chosen (self, tp_check_item_get_token (item)));
      g_signal_connect_object (item, "notify::active", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
      if (!tp_check_item_get_active (item))
        continue;
      /* What is ticked is on top, to be seen and taken back */
      g_list_store_remove (choices, i);
      g_list_store_insert (choices, chosen++, item);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->value_search), "");
  self->value_filter = gtk_string_filter_new (title);
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (choices)), GTK_FILTER (self->value_filter));
  gtk_list_box_bind_model (self->value_list, G_LIST_MODEL (found), tp_check_row_new, GINT_TO_POINTER (TRUE), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->value_search), n > MANY);
  gtk_stack_set_visible_child_name (self->pages, "choices");
  if (n > MANY)
    gtk_widget_grab_focus (GTK_WIDGET (self->value_search));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->value_list), GTK_DIR_TAB_FORWARD);
}

static void
choices_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) choices = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  /* Cancelled: another kind is shown by now */
  if (choices != NULL)
    show_choices (data, choices);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tp_show_failure (GTK_WIDGET (data), _ ("The Choices Were Not Read"), error);
}

/* What the figure is now, as it would be typed. */
static char *
figure_text (TpFilterPopover *self)
{
  TpCriterion *criterion = tp_exporter_criteria_find (self->criteria, self->kind->field, self->kind->op);
  gint64 number;

  if (criterion == NULL)
    return g_strdup ("");
  number = g_array_index (criterion->numbers, gint64, 0);
  if (self->kind->entry == TP_FILTER_ENTRY_MONEY)
    return tp_money_format_plain (number, tp_workspace_get_currency (self->workspace));
  if (self->kind->entry == TP_FILTER_ENTRY_SHARE)
    return tp_basis_format (number);
  if (g_str_equal (self->kind->field, "expiring"))
    {
      /* A date is kept as one */
      const char *text = g_ptr_array_index (criterion->texts, 0);

      return g_strdup (*text == '+' ? text + 1 : text);
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* The part of a filter that the entry gives: as the grammar has it. */
static char *
figure_part (TpFilterPopover *self, GError **error)
{
  TpReader *reader = tp_workspace_reader (self->workspace);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->figure))));
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_new ();
  g_autofree char *part = NULL;
  gint64 days;

  if (g_str_equal (self->kind->field, "expiring") && tp_decimal_parse (typed, 0, &days, NULL))
    part = g_strdup_printf ("expiring<=+%" G_GINT64_FORMAT, days);
  else
    part = g_strdup_printf ("%s%s=%s", self->kind->field, self->kind->op == TP_OP_AT_LEAST ? ">" : "<", typed);
  return tp_exporter_criteria_add_given (criteria, reader, part, error) ? tp_exporter_criteria_format (criteria) : NULL;
}

static void
show_figure (TpFilterPopover *self)
{
  g_autofree char *text = figure_text (self);
  g_autofree char *hint = tp_filter_kind_hint (self->kind, tp_workspace_get_currency (self->workspace));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->figure), text);
  self->filling = FALSE;
  gtk_label_set_label (self->figure_title, tp_filter_kind_title (self->kind));
  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tp_filter_kind_title (self->kind), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint, -1);
  gtk_stack_set_visible_child_name (self->pages, "figure");
  gtk_widget_grab_focus (GTK_WIDGET (self->figure));
}

static void
show_kind (TpFilterPopover *self, const TpFilterKind *kind)
{
  self->kind = kind;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (kind->entry == TP_FILTER_ENTRY_SWITCH)
    {
      g_autofree char *part = g_strdup_printf ("%s=1", kind->field);

      apply (self, part, NULL);
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  if (kind->entry != TP_FILTER_ENTRY_CHOICES)
    {
      show_figure (self);
      return;
    }
  gtk_label_set_label (self->choices_title, tp_filter_kind_title (kind));
  /* The filter goes with the list that it was of */
  self->value_filter = NULL;
  gtk_list_box_bind_model (self->value_list, NULL, NULL, NULL, NULL);
  self->cancellable = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_filter_choices_read,
                     tp_filter_choices_query_new (kind, tp_workspace_get_author (self->workspace)),
                     tp_filter_choices_query_free, g_object_unref, self->cancellable, choices_read_cb, self);
}

static void
show_kinds (TpFilterPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->kind_search), "");
  gtk_stack_set_visible_child_name (self->pages, "kinds");
  gtk_widget_grab_focus (GTK_WIDGET (self->kind_search));
}

/* callbacks */

static void
kind_activated_cb (TpFilterPopover *self, GtkListBoxRow *row)
{
  const char *token = tp_check_item_get_token (tp_check_row_get_item (TP_CHECK_ROW (row)));

  show_kind (self, tp_filter_kind_get ((guint) g_ascii_strtoull (token, NULL, 10)));
}

static void
value_activated_cb (TpFilterPopover *self, GtkListBoxRow *row)
{
  tp_check_row_toggle (TP_CHECK_ROW (row));
}

static void
kind_searched_cb (TpFilterPopover *self)
{
  gtk_string_filter_set_search (self->kind_filter, gtk_editable_get_text (GTK_EDITABLE (self->kind_search)));
}

static void
value_searched_cb (TpFilterPopover *self)
{
  if (self->value_filter != NULL)
    gtk_string_filter_set_search (self->value_filter, gtk_editable_get_text (GTK_EDITABLE (self->value_search)));
}

/* Enter takes the first that was found. */
static void
kind_entered_cb (TpFilterPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->kind_list, 0);

  if (row != NULL)
    kind_activated_cb (self, row);
}

/* The focus stays, for the next one to be typed. */
static void
value_entered_cb (TpFilterPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->value_list, 0);

  if (row == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->value_search)) == '\0')
    return;
  tp_check_row_toggle (TP_CHECK_ROW (row));
  gtk_editable_select_region (GTK_EDITABLE (self->value_search), 0, -1);
}

static void
stop_cb (TpFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
figure_changed_cb (TpFilterPopover *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *part = NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->figure));

  if (self->filling)
    return;
  part = *typed != '\0' ? figure_part (self, &error) : NULL;
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->figure), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* An empty entry takes the filter away. */
static void
figure_entered_cb (TpFilterPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->figure));
  g_autofree char *part = *typed != '\0' ? figure_part (self, NULL) : NULL;

  if (*typed != '\0' && part == NULL)
    {
      figure_changed_cb (self);
      return;
    }
  if (apply (self, part, NULL))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_kinds (TP_FILTER_POPOVER (widget));
}

/* From the search on to what was found. */
static void
to_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFilterPopover *self = TP_FILTER_POPOVER (widget);
  gboolean kinds = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "kinds") == 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (kinds ? self->kind_list : self->value_list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
closed_cb (TpFilterPopover *self)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self), NULL);
}

/* vfuncs */

/* Opened by its button it starts with the kinds; a chip goes on to its values. */
static void
tp_filter_popover_show (GtkWidget *widget)
{
  if (!TP_FILTER_POPOVER (widget)->editing)
    show_kinds (TP_FILTER_POPOVER (widget));
  GTK_WIDGET_CLASS (tp_filter_popover_parent_class)->show (widget);
}

static void
tp_filter_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    g_value_set_object (value, TP_FILTER_POPOVER (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_filter_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    g_set_object (&TP_FILTER_POPOVER (object)->workspace, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_filter_popover_dispose (GObject *object)
{
  TpFilterPopover *self = TP_FILTER_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->choices);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_FILTER_POPOVER);
  G_OBJECT_CLASS (tp_filter_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, pages);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, kind_search);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, kind_list);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, value_search);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, value_list);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, choices_title);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, figure_title);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, figure);
  gtk_widget_class_bind_template_child (widget_class, TpFilterPopover, fault);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
tp_filter_popover_class_init (TpFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tp_filter_popover_get_property;
  object_class->set_property = tp_filter_popover_set_property;
  object_class->dispose = tp_filter_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = tp_filter_popover_show;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpFilterPopover::apply:
   * @self: the popover
   * @field: the field that was set
   * @part: (nullable): what is asked of it now, as a part of a filter; %NULL for nothing
   */
  signals[SIGNAL_APPLY] = g_signal_new ("apply", TP_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "filter.back", NULL, back_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "filter.to-list", NULL, to_list_action);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tp_filter_popover_init (TpFilterPopover *self)
{
  g_autoptr (GListStore) kinds = g_list_store_new (TP_TYPE_CHECK_ITEM);
  g_autoptr (GtkFilterListModel) found = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; tp_filter_kind_get (i) != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (TpCheckItem) item = tp_check_item_new (number, tp_filter_kind_title (tp_filter_kind_get (i)), FALSE);

      g_list_store_append (kinds, item);
    }
  self->kind_filter = gtk_string_filter_new (gtk_property_expression_new (TP_TYPE_CHECK_ITEM, NULL, "title"));
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_steal_pointer (&kinds)), GTK_FILTER (self->kind_filter));
  gtk_list_box_bind_model (self->kind_list, G_LIST_MODEL (found), tp_check_row_new, GINT_TO_POINTER (FALSE), NULL);
}

/* Public API */

/**
 * tp_filter_popover_set_criteria:
 * @self: the popover
 * @criteria: (transfer none): what holds now; stays the bar's
 */
void
tp_filter_popover_set_criteria (TpFilterPopover *self, TpExporterCriteria *criteria)
{
  self->criteria = criteria;
}

/**
 * tp_filter_popover_edit:
 * @self: the popover
 * @kind: a kind of filter
 *
 * Opens at the values of @kind.
 */
void
tp_filter_popover_edit (TpFilterPopover *self, const TpFilterKind *kind)
{
  /* Of the size of that page from the start */
  gtk_stack_set_visible_child_name (self->pages, kind->entry == TP_FILTER_ENTRY_CHOICES ? "choices" : "figure");
  self->editing = TRUE;
  gtk_popover_popup (GTK_POPOVER (self));
  self->editing = FALSE;
  show_kind (self, kind);
}
