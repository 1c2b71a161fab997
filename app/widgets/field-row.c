/* field-row.c: an entry row that says in words what is wrong with its text.
 *
 * Two things may be wrong: what the row itself finds when it reads its text (a
 * subclass's check, or emptiness where a value is required), and what the dialog
 * finds when it looks at all fields together (`message`). A row that names a field of
 * the records reads its text as that field: title, rule and messages come from there.
 * The row's own finding comes first. A required field that nobody has touched yet is
 * not valid, but does not complain.
 *
 * The message stands below the entry: the row is a box of its stock header and one
 * label, so that the header keeps its styles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-row.h"

#include "field-name.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *line;    /* icon and label below the entry */
  GtkLabel *label;
  char *message;      /* what the dialog says */
  char *problem;      /* what the row finds */
  char *field_name;
  const TpField *field;
  TpRecord *scratch;  /* what the text is read into */
  gboolean required;
  gboolean blank;     /* nothing in it but perhaps spaces */
  gboolean touched;
  gboolean valid;     /* as last notified */
} TpFieldRowPrivate;

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_MESSAGE,
  PROP_REQUIRED,
  PROP_VALID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (TpFieldRow, tp_field_row, ADW_TYPE_ENTRY_ROW)

#define PRIV(self) ((TpFieldRowPrivate *) tp_field_row_get_instance_private (self))

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Shows the state, and tells assistive technology: the row and the text inside it
 * are two accessible objects, and readers look at either. */
static void
show (TpFieldRow *self)
{
  TpFieldRowPrivate *priv = PRIV (self);
  GtkEditable *inner = gtk_editable_get_delegate (GTK_EDITABLE (self));
  GtkAccessible *spoken[] = { GTK_ACCESSIBLE (self), GTK_ACCESSIBLE (inner) };
  const char *text = is_text (priv->problem) ? priv->problem : priv->message;
  gboolean missing = priv->required && priv->blank;
  gboolean wrong, valid;

  if (!is_text (text) && missing && priv->touched)
    text = C_ ("field", "Enter a value: this field is needed");
  wrong = is_text (text);
  valid = !wrong && !missing;

  if (wrong)
    gtk_label_set_label (priv->label, text);
  gtk_widget_set_visible (priv->line, wrong);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      gtk_accessible_update_state (spoken[i], GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                         : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
      if (wrong)
        gtk_accessible_update_relation (spoken[i], GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                        priv->label, NULL, -1);
      else
        gtk_accessible_reset_relation (spoken[i], GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }

  if (priv->valid != valid)
    {
      priv->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
    }
}

/**
 * tp_field_row_recheck:
 * @self: a row
 *
 * Reads the text again, for a subclass when what it is read by has changed.
 */
void
tp_field_row_recheck (TpFieldRow *self)
{
  TpFieldRowPrivate *priv;
  TpFieldRowClass *klass;
  const char *text;
  g_autofree char *bare = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TP_IS_FIELD_ROW (self));
  priv = PRIV (self);
  klass = TP_FIELD_ROW_GET_CLASS (self);
  text = gtk_editable_get_text (GTK_EDITABLE (self));
  bare = g_strstrip (g_strdup (text));
  g_clear_pointer (&priv->problem, g_free);
  priv->blank = *bare == '\0';
  if (priv->blank)
    {
      if (klass->clear != NULL)
        klass->clear (self);
    }
  else if (klass->check != NULL && !klass->check (self, text, &error))
    priv->problem = g_strdup (error->message);
  show (self);
}

static void
text_changed (TpFieldRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    PRIV (self)->touched = TRUE;
  tp_field_row_recheck (self);
}

static void
focus_left (TpFieldRow *self)
{
  TpFieldRowPrivate *priv = PRIV (self);
  TpFieldRowClass *klass = TP_FIELD_ROW_GET_CLASS (self);

  priv->touched = TRUE;
  if (klass->tidy != NULL && priv->problem == NULL && !priv->blank)
    klass->tidy (self);
  show (self);
}

/**
 * tp_field_row_is_valid:
 * @self: a row
 *
 * Returns: whether its text can be used: nothing wrong, nothing needed missing
 */
gboolean
tp_field_row_is_valid (TpFieldRow *self)
{
  g_return_val_if_fail (TP_IS_FIELD_ROW (self), FALSE);
  return PRIV (self)->valid;
}

/**
 * tp_field_row_set_message:
 * @self: a row
 * @message: (nullable): what is wrong with the field beside the others, a whole
 *   sentence that says what to enter; %NULL or "" for nothing
 */
void
tp_field_row_set_message (TpFieldRow *self, const char *message)
{
  g_return_if_fail (TP_IS_FIELD_ROW (self));
  if (!g_set_str (&PRIV (self)->message, message))
    return;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

/**
 * tp_field_row_get_message:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): what tp_field_row_set_message() set
 */
const char *
tp_field_row_get_message (TpFieldRow *self)
{
  g_return_val_if_fail (TP_IS_FIELD_ROW (self), NULL);
  return PRIV (self)->message;
}

static gboolean
tp_field_row_check (TpFieldRow *self, const char *text, GError **error)
{
  TpFieldRowPrivate *priv = PRIV (self);

  return priv->field == NULL || tp_field_from_text (priv->field, priv->scratch, text, error);
}

/* Writes the value as people read it where that reads back as the same, which a text
 * with units in it may not; else as files have it. */
static void
tp_field_row_tidy (TpFieldRow *self)
{
  TpFieldRowPrivate *priv = PRIV (self);
  g_autofree char *plain = NULL, *shown = NULL, *back = NULL;
  const char *text;

  if (priv->field == NULL)
    return;
  plain = tp_field_to_text (priv->field, priv->scratch);
  shown = tp_field_to_display (priv->field, priv->scratch);
  if (tp_field_from_text (priv->field, priv->scratch, shown, NULL))
    back = tp_field_to_text (priv->field, priv->scratch);
  text = g_strcmp0 (plain, back) == 0 ? shown : plain;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
set_field (TpFieldRow *self, const char *name)
{
  TpFieldRowPrivate *priv = PRIV (self);
  TpKind kind = TP_KIND_NONE;

  if (!g_set_str (&priv->field_name, name))
    return;
  g_clear_object (&priv->scratch);
  priv->field = tp_field_by_name (name, &kind);
  if (priv->field != NULL)
    {
      priv->scratch = tp_record_new (kind);
      if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tp_field_title (priv->field));
      if ((priv->field->flags & TP_FIELD_REQUIRED) != 0)
        g_object_set (self, "required", TRUE, NULL);
    }
  tp_field_row_recheck (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}

/**
 * tp_field_row_load:
 * @self: a row that names a field
 * @record: a record of that field's kind
 *
 * Shows what the record has in the field.
 */
void
tp_field_row_load (TpFieldRow *self, TpRecord *record)
{
  TpFieldRowPrivate *priv;
  TpFieldRowClass *klass;
  g_autofree char *text = NULL;

  g_return_if_fail (TP_IS_FIELD_ROW (self) && PRIV (self)->field != NULL);
  g_return_if_fail (TP_IS_RECORD (record));
  priv = PRIV (self);
  klass = TP_FIELD_ROW_GET_CLASS (self);
  if (klass->prepare != NULL)
    klass->prepare (self, priv->field, record);
  text = tp_field_to_text (priv->field, record);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  if (priv->problem == NULL && !priv->blank)
    klass->tidy (self);
}

/**
 * tp_field_row_store:
 * @self: a row that names a field
 * @record: an unsealed record of that field's kind; its currency is set before its
 *   amounts
 * @error: return location
 *
 * Sets the record's field from the text; an empty row makes it not stated.
 *
 * Returns: whether the text was taken; otherwise %TP_ERROR_INVALID is set and the
 *   record is as it was
 */
gboolean
tp_field_row_store (TpFieldRow *self, TpRecord *record, GError **error)
{
  g_return_val_if_fail (TP_IS_FIELD_ROW (self) && PRIV (self)->field != NULL, FALSE);
  g_return_val_if_fail (TP_IS_RECORD (record), FALSE);
  return tp_field_from_text (PRIV (self)->field, record,
                             gtk_editable_get_text (GTK_EDITABLE (self)), error);
}

static void
tp_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpFieldRowPrivate *priv = PRIV (TP_FIELD_ROW (object));

  if (id == PROP_FIELD)
    g_value_set_string (value, priv->field_name);
  else if (id == PROP_MESSAGE)
    g_value_set_string (value, priv->message);
  else if (id == PROP_REQUIRED)
    g_value_set_boolean (value, priv->required);
  else if (id == PROP_VALID)
    g_value_set_boolean (value, priv->valid);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpFieldRow *self = TP_FIELD_ROW (object);
  TpFieldRowPrivate *priv = PRIV (self);

  if (id == PROP_FIELD)
    set_field (self, g_value_get_string (value));
  else if (id == PROP_MESSAGE)
    tp_field_row_set_message (self, g_value_get_string (value));
  else if (id != PROP_REQUIRED)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (priv->required != g_value_get_boolean (value))
    {
      GtkEditable *inner = gtk_editable_get_delegate (GTK_EDITABLE (self));

      priv->required = g_value_get_boolean (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                      priv->required, -1);
      tp_field_row_recheck (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
tp_field_row_dispose (GObject *object)
{
  TpFieldRowPrivate *priv = PRIV (TP_FIELD_ROW (object));

  g_signal_handlers_disconnect_by_func (object, text_changed, NULL);
  g_clear_pointer (&priv->line, gtk_widget_unparent);
  G_OBJECT_CLASS (tp_field_row_parent_class)->dispose (object);
}

static void
tp_field_row_finalize (GObject *object)
{
  TpFieldRowPrivate *priv = PRIV (TP_FIELD_ROW (object));

  g_free (priv->message);
  g_free (priv->problem);
  g_free (priv->field_name);
  g_clear_object (&priv->scratch);
  G_OBJECT_CLASS (tp_field_row_parent_class)->finalize (object);
}

static void
tp_field_row_class_init (TpFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_field_row_get_property;
  object_class->set_property = tp_field_row_set_property;
  object_class->dispose = tp_field_row_dispose;
  object_class->finalize = tp_field_row_finalize;
  klass->check = tp_field_row_check;
  klass->tidy = tp_field_row_tidy;

  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  props[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  props[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tp_field_row_init (TpFieldRow *self)
{
  TpFieldRowPrivate *priv = PRIV (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  priv->valid = TRUE;
  priv->blank = TRUE;
  priv->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (priv->label, 0);
  gtk_label_set_wrap (priv->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->label), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  priv->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->line, "field-message");
  gtk_box_append (GTK_BOX (priv->line), icon);
  gtk_box_append (GTK_BOX (priv->line), GTK_WIDGET (priv->label));
  gtk_widget_set_visible (priv->line, FALSE);
  gtk_widget_insert_before (priv->line, GTK_WIDGET (self), NULL);

  g_signal_connect (self, "changed", G_CALLBACK (text_changed), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tp_field_row_new:
 *
 * A row for text. Beside those of #AdwEntryRow its properties are `field`
 * (the field its text is read as, "exporter.uscc"), `message` (what the dialog finds
 * wrong, shown below), `required`, and `valid`, to which a dialog binds its button.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_field_row_new (void)
{
  return g_object_new (TP_TYPE_FIELD_ROW, NULL);
}
