/* pick-row.c: a field that names another record, chosen from a list.
 *
 * The list is read off the main thread; until it is there the row remembers what shall
 * be chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pick-row.h"

#include "fact.h"
#include "field-name.h"
#include "record-choices.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

struct _TpPickRow
{
  AdwComboRow parent_instance;

  char *field_name;
  const TpField *field;
  char *none_label;
  gint64 id;         /* what is chosen, 0 for none */
  gboolean filling;
  GListStore *items; /* of TpFact; the first has id 0: none, or none yet */
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_NONE_LABEL,
  PROP_RECORD_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpPickRow, tp_pick_row, ADW_TYPE_COMBO_ROW)

static void
select_id (TpPickRow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && place == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (TpFact) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (tp_fact_get_id (item) == self->id)
        place = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
  self->filling = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpPickRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  g_autoptr (TpFact) none = NULL;
  guint n;

  if (fresh == NULL)
    {
      tp_show_failure (GTK_WIDGET (self), _ ("The Choices Were Not Read"), error);
      return;
    }
  self->filling = TRUE;
  g_list_store_remove_all (self->items);
  none = tp_fact_new (TP_KIND_NONE, 0, self->none_label != NULL ? self->none_label : C_ ("choice", "Choose…"));
  g_list_store_append (self->items, none);
  n = g_list_model_get_n_items (G_LIST_MODEL (fresh));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TpFact) item = g_list_model_get_item (G_LIST_MODEL (fresh), i);

      g_list_store_append (self->items, item);
    }
  self->filling = FALSE;
  select_id (self);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

static void
selected_cb (TpPickRow *self)
{
  gpointer item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  gint64 id = TP_IS_FACT (item) ? tp_fact_get_id (item) : 0;

  if (self->filling || self->id == id)
    return;
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD_ID]);
}

static void
set_field (TpPickRow *self, const char *name)
{
  if (!g_set_str (&self->field_name, name))
    return;
  self->field = tp_field_by_name (name, NULL);
  if (self->field != NULL && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tp_field_title (self->field));
}

static void
tp_pick_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpPickRow *self = TP_PICK_ROW (object);

  if (id == PROP_FIELD)
    g_value_set_string (value, self->field_name);
  else if (id == PROP_NONE_LABEL)
    g_value_set_string (value, self->none_label);
  else if (id == PROP_RECORD_ID)
    g_value_set_int64 (value, self->id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_pick_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpPickRow *self = TP_PICK_ROW (object);

  if (id == PROP_FIELD)
    set_field (self, g_value_get_string (value));
  else if (id == PROP_NONE_LABEL)
    g_set_str (&self->none_label, g_value_get_string (value));
  else if (id == PROP_RECORD_ID)
    tp_pick_row_set_id (self, g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_pick_row_dispose (GObject *object)
{
  TpPickRow *self = TP_PICK_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->items);
  g_clear_pointer (&self->field_name, g_free);
  g_clear_pointer (&self->none_label, g_free);
  G_OBJECT_CLASS (tp_pick_row_parent_class)->dispose (object);
}

static void
tp_pick_row_class_init (TpPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_pick_row_get_property;
  object_class->set_property = tp_pick_row_set_property;
  object_class->dispose = tp_pick_row_dispose;
  /**
   * TpPickRow:field:
   *
   * The field that names the record, "sale.channel"; a row without title takes its title.
   */
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  /**
   * TpPickRow:none-label:
   *
   * What the first line says where the field may be empty; without it, that one is to
   * be chosen.
   */
  props[PROP_NONE_LABEL] = g_param_spec_string ("none-label", NULL, NULL, NULL, flags);
  /**
   * TpPickRow:record-id:
   *
   * The id of the chosen record, 0 for none. Notified when a person chooses.
   */
  props[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpPickRow::filled:
   *
   * What may be chosen was read, and is the row's model, of #TpFact.
   */
  signals[SIGNAL_FILLED] = g_signal_new ("filled", TP_TYPE_PICK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
tp_pick_row_init (TpPickRow *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (TP_TYPE_FACT, NULL, "title");

  self->items = g_list_store_new (TP_TYPE_FACT);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), title);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->items));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
}

/* Public API */

/**
 * tp_pick_row_fill:
 * @self: a row that names a field
 * @workspace: where to choose from
 * @exporter: whose records, where the field names something of an exporter; 0 for all
 *
 * Reads what may be chosen. What is chosen already stays.
 */
void
tp_pick_row_fill (TpPickRow *self, TpWorkspace *workspace, gint64 exporter)
{
  g_return_if_fail (TP_IS_PICK_ROW (self) && self->field != NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tp_workspace_read (workspace, tp_choices_read, tp_choices_question_new (self->field->ref, exporter), g_free,
                     g_object_unref, self->cancellable, read_cb, g_object_ref (self));
}

/**
 * tp_pick_row_get_id:
 * @self: a row
 *
 * Returns: the id of the chosen record; 0 for none
 */
gint64
tp_pick_row_get_id (TpPickRow *self)
{
  g_return_val_if_fail (TP_IS_PICK_ROW (self), 0);
  return self->id;
}

/**
 * tp_pick_row_set_id:
 * @self: a row
 * @id: the record to choose; 0 for none
 */
void
tp_pick_row_set_id (TpPickRow *self, gint64 id)
{
  g_return_if_fail (TP_IS_PICK_ROW (self));
  self->id = id;
  select_id (self);
}

/**
 * tp_pick_row_load:
 * @self: a row that names a field
 * @record: a record of that field's kind
 *
 * Chooses what the record names.
 */
void
tp_pick_row_load (TpPickRow *self, TpRecord *record)
{
  g_return_if_fail (TP_IS_PICK_ROW (self) && self->field != NULL);
  tp_pick_row_set_id (self, tp_record_get_number_or (record, self->field->name, 0));
}

/**
 * tp_pick_row_store:
 * @self: a row that names a field
 * @record: an unsealed record of that field's kind
 *
 * Sets the record's field to what is chosen.
 */
void
tp_pick_row_store (TpPickRow *self, TpRecord *record)
{
  g_return_if_fail (TP_IS_PICK_ROW (self) && self->field != NULL);
  if (self->id != 0)
    tp_record_set_number (record, self->field->name, self->id);
  else
    tp_record_clear (record, self->field->name);
}
