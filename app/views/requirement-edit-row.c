/* requirement-edit-row.c: a requirement in the dialog that changes its set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-edit-row.h"

#include "choice-row.h"
#include "field-row.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _TpRequirementEditRow
{
  AdwExpanderRow parent_instance;

  TpFieldRow *title_row;
  TpFieldRow *title_local;
  TpChoiceRow *stage;
  TpChoiceRow *applies;
  GtkDropTarget *drop;

  TpRecord *requirement;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  SIGNAL_MOVED,
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpRequirementEditRow, tp_requirement_edit_row, ADW_TYPE_EXPANDER_ROW)

static void
changed_cb (TpRequirementEditRow *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  const char *local = gtk_editable_get_text (GTK_EDITABLE (self->title_local));
  const char *shown = tp_language_is_chinese () && *local != '\0' ? local : title;
  const char *applies = tp_choice_row_get_token (self->applies);
  /* Translators: a stage, such as Compliance */
  g_autofree char *by = g_strdup_printf (C_ ("heading", "Needed by %s"),
                                         tp_word_title (tp_words_stage, tp_choice_row_get_token (self->stage)));
  g_autofree char *subtitle = g_strcmp0 (applies, "always") == 0 || applies == NULL
                                  ? g_strdup (by)
                                  : g_strjoin (" · ", by, tp_word_title (tp_words_applies, applies), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *shown != '\0' ? shown : C_ ("requirement set", "New requirement"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, TpRequirementEditRow *self)
{
  return gdk_content_provider_new_typed (TP_TYPE_REQUIREMENT_EDIT_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, TpRequirementEditRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, TpRequirementEditRow *self)
{
  TpRequirementEditRow *row = g_value_get_object (value);

  if (row == NULL || row == self)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, row);
  return TRUE;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_variant_get_int32 (parameter));
}

static void
tp_requirement_edit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUIREMENT_EDIT_ROW);
  g_clear_object (&TP_REQUIREMENT_EDIT_ROW (object)->requirement);
  G_OBJECT_CLASS (tp_requirement_edit_row_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  /**
   * TpRequirementEditRow::changed:
   *
   * Something was entered.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TP_TYPE_REQUIREMENT_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  /**
   * TpRequirementEditRow::removed:
   *
   * The person wants it taken out.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", TP_TYPE_REQUIREMENT_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  /**
   * TpRequirementEditRow::moved:
   * @by: -1 for up, 1 for down
   *
   * The person wants it in another place.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", TP_TYPE_REQUIREMENT_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * TpRequirementEditRow::dropped:
   * @row: the row that was dragged here: it shall stand in this place
   */
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", TP_TYPE_REQUIREMENT_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, TP_TYPE_REQUIREMENT_EDIT_ROW);
}

static void
tp_requirement_edit_row_class_init (TpRequirementEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_requirement_edit_row_dispose;
  add_signals ();
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/requirement-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequirementEditRow, title_row);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementEditRow, title_local);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementEditRow, stage);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementEditRow, applies);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementEditRow, drop);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_install_action (widget_class, "requirement.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "requirement.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "requirement.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "requirement.move", "i", 1);
}

static void
tp_requirement_edit_row_init (TpRequirementEditRow *self)
{
  GType type = TP_TYPE_REQUIREMENT_EDIT_ROW;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop, &type, 1);
}

/* Public API */

/**
 * tp_requirement_edit_row_new:
 * @requirement: a requirement, as it stands or new
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
tp_requirement_edit_row_new (TpRecord *requirement)
{
  TpRequirementEditRow *self = g_object_new (TP_TYPE_REQUIREMENT_EDIT_ROW, NULL);

  self->requirement = g_object_ref (requirement);
  tp_field_row_load (self->title_row, requirement);
  tp_field_row_load (self->title_local, requirement);
  tp_choice_row_load (self->stage, requirement);
  tp_choice_row_load (self->applies, requirement);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tp_requirement_edit_row_is_valid:
 * @self: a row
 *
 * Returns: whether what was entered can be kept
 */
gboolean
tp_requirement_edit_row_is_valid (TpRequirementEditRow *self)
{
  return tp_field_row_is_valid (self->title_row) && tp_field_row_is_valid (self->title_local)
         && tp_choice_row_get_token (self->stage) != NULL && tp_choice_row_get_token (self->applies) != NULL;
}

/**
 * tp_requirement_edit_row_store:
 * @self: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the requirement as entered, unsealed
 */
TpRecord *
tp_requirement_edit_row_store (TpRequirementEditRow *self, GError **error)
{
  g_autoptr (TpRecord) requirement = tp_record_edit (self->requirement);

  tp_choice_row_store (self->stage, requirement);
  tp_choice_row_store (self->applies, requirement);
  if (!tp_field_row_store (self->title_row, requirement, error)
      || !tp_field_row_store (self->title_local, requirement, error))
    return NULL;
  return g_steal_pointer (&requirement);
}

/**
 * tp_requirement_edit_row_get:
 * @self: a row
 *
 * Returns: (transfer full): the requirement as it was entered, unsealed
 */
TpRecord *
tp_requirement_edit_row_get (TpRequirementEditRow *self)
{
  return self->requirement;
}

/**
 * tp_requirement_edit_row_focus:
 * @self: an unfolded row
 *
 * Takes the keyboard to the title, which is what a new requirement lacks.
 */
void
tp_requirement_edit_row_focus (TpRequirementEditRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
