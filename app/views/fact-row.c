/* fact-row.c: a fact about a record as a row of a boxed list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fact-row.h"

#include "words.h"

#include <glib/gi18n-lib.h>

struct _TpFactRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *note;
  GtkLabel *note_below;
  GtkLabel *value;
  GtkDropDown *status;
  GtkImage *arrow;

  TpFact *fact;
  char *css_class; /* what it added */
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_STATUS_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpFactRow, tp_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, TpFact *fact, const char *property)
{
  g_autofree char *text = NULL;

  g_object_get (fact, property, &text, NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Beside the title, or below it where there is no room; a title that is told nowhere else
 * is whole there. */
static void
show_note (TpFactRow *self)
{
  gtk_label_set_lines (self->title, self->narrow ? -1 : 2);
  gtk_label_set_ellipsize (self->title, self->narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  show_text (self->note, self->fact, "note");
  show_text (self->note_below, self->fact, "note");
  if (self->narrow)
    gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->note_below), FALSE);
}

/* What a screen reader says of the row, and of the drop-down in it. */
static void
name_row (TpFactRow *self)
{
  GtkLabel *const labels[] = { self->subtitle, self->note, self->note_below };
  g_autoptr (GString) name = g_string_new (gtk_label_get_label (self->title));
  const char *value = gtk_label_get_label (self->value);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->status));

  if (*value != '\0')
    /* Translators: between the name of something and its value */
    g_string_append_printf (name, C_ ("name and value", ": %s"), value);
  /* The button within has the focus, and names the whole. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_RELATION_LABELLED_BY, button,
                                  NULL, -1);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (name, "%s%s", C_ ("between the parts of a row", ", "),
                              gtk_label_get_label (labels[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show_fact (TpFactRow *self)
{
  g_autofree char *icon = NULL;
  g_autofree char *css_class = NULL;
  GtkWidget *coloured;

  g_object_get (self->fact, "icon-name", &icon, "css-class", &css_class, NULL);
  show_text (self->title, self->fact, "title");
  show_text (self->subtitle, self->fact, "subtitle");
  show_note (self);
  show_text (self->value, self->fact, "value");
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  coloured = icon != NULL ? GTK_WIDGET (self->icon) : GTK_WIDGET (self->value);
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (coloured, self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (coloured, css_class);
  g_set_str (&self->css_class, css_class);
  if (gtk_widget_get_visible (GTK_WIDGET (self->status)))
    {
      int now = tp_word_index (tp_words_requirement_status, tp_fact_get_status (self->fact));

      gtk_widget_set_visible (GTK_WIDGET (self->value), FALSE);
      gtk_drop_down_set_selected (self->status, now >= 0 ? (guint) now : GTK_INVALID_LIST_POSITION);
    }
  name_row (self);
}

static void
tp_fact_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, TP_FACT_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_fact_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpFactRow *self = TP_FACT_ROW (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  if (self->fact != NULL)
    show_note (self);
}

static void
status_selected (TpFactRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->status);

  if (self->fact == NULL || chosen >= tp_word_count (tp_words_requirement_status)
      || g_strcmp0 (tp_words_requirement_status[chosen].token, tp_fact_get_status (self->fact)) == 0)
    return;
  g_signal_emit (self, signals[SIGNAL_STATUS_CHOSEN], 0, tp_words_requirement_status[chosen].token);
}

static void
tp_fact_row_dispose (GObject *object)
{
  g_clear_object (&TP_FACT_ROW (object)->fact);
  g_clear_pointer (&TP_FACT_ROW (object)->css_class, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_FACT_ROW);
  G_OBJECT_CLASS (tp_fact_row_parent_class)->dispose (object);
}

static void
tp_fact_row_class_init (TpFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_fact_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = tp_fact_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = tp_fact_row_set_property;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  /**
   * TpFactRow::status-chosen:
   * @self: the row
   * @status: a token of tp_words_requirement_status
   *
   * The person chose another status than the fact has.
   */
  signals[SIGNAL_STATUS_CHOSEN] = g_signal_new ("status-chosen", TP_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, note);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, note_below);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, status);
  gtk_widget_class_bind_template_child (widget_class, TpFactRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, status_selected);
}

static void
tp_fact_row_init (TpFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* Public API */

/**
 * tp_fact_row_new:
 * @fact: a fact
 *
 * Returns: (transfer floating): a row that shows it, and what becomes of it
 */
GtkWidget *
tp_fact_row_new (TpFact *fact)
{
  TpFactRow *self = g_object_new (TP_TYPE_FACT_ROW, NULL);

  self->fact = g_object_ref (fact);
  g_signal_connect_object (fact, "notify::title", G_CALLBACK (show_fact), self, G_CONNECT_SWAPPED);
  show_fact (self);
  /* Without an icon it is a field and its value: the value may be long. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->icon)))
    {
      gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_NONE);
      gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (self->value, TRUE);
      gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (self->value, TRUE);
      gtk_widget_set_can_focus (GTK_WIDGET (self->value), FALSE);
    }
  return GTK_WIDGET (self);
}

/**
 * tp_fact_row_allow_status:
 * @self: a row of a requirement
 *
 * Lets its status be changed in place.
 */
void
tp_fact_row_allow_status (TpFactRow *self)
{
  guint n = tp_word_count (tp_words_requirement_status);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, tp_word_title (tp_words_requirement_status,
                                                   tp_words_requirement_status[i].token));
  g_signal_handlers_block_matched (self->status, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (titles));
  g_signal_handlers_unblock_matched (self->status, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (self->status), TRUE);
  show_fact (self);
}

/**
 * tp_fact_row_allow_opening:
 * @self: a row
 *
 * Shows that there is more where a click or Enter leads.
 */
void
tp_fact_row_allow_opening (TpFactRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), TRUE);
  /* A word or two: rather the title wraps */
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_NONE);
}

/**
 * tp_fact_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpFact *
tp_fact_row_get_fact (TpFactRow *self)
{
  return self->fact;
}
