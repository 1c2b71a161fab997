/* exporter-profile.c: an exporter's own fields, each edited where it stands.
 *
 * Enter keeps what was entered in a row, and so does going elsewhere; Escape takes it
 * back. Each row kept is a change of its own. A text that cannot be kept stays where
 * it is with the reason below it, and is there again when the exporter is come back to
 * (drafts.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-profile.h"

#include "currency-row.h"
#include "date-row.h"
#include "drafts.h"
#include "edit-exporter.h"
#include "feedback.h"
#include "field-row.h"
#include "field-text.h"
#include "money-row.h"
#include "profile-words.h"
#include "province-row.h"

#include <glib/gi18n-lib.h>

static const char *const row_names[] = {
  "name_local", "name",          "uscc",     "city",        "address", "contact", "phone", "email", "bank",
  "annual_export", "domestic_baseline", "us_share", "hs_chapters", "owner", "sourced",
};

#define N_ROWS G_N_ELEMENTS (row_names)
#define ROW_ANNUAL_EXPORT 9
#define ROW_DOMESTIC_BASELINE 10

struct _TpExporterProfile
{
  TpRecordPart parent_instance;

  TpFieldRow *rows[N_ROWS];
  GtkWidget *keep[N_ROWS]; /* the button in each row that keeps what was entered */
  gboolean typed[N_ROWS];  /* since it was shown: going elsewhere keeps it */
  TpProvinceRow *province;
  TpCurrencyRow *currency;
  AdwActionRow *reference;
  AdwActionRow *registered;
  GtkWidget *doubt;
  AdwActionRow *at_risk;
  AdwActionRow *chapters;

  TpRecord *exporter; /* as it was read last; NULL before */
  gboolean loading;   /* the rows are being filled: nobody typed */
};

G_DEFINE_FINAL_TYPE (TpExporterProfile, tp_exporter_profile, TP_TYPE_RECORD_PART)

/* helpers */

static TpDrafts *
drafts_of (TpExporterProfile *self)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (TP_RECORD_PART (self));

  return tp_drafts_of (G_OBJECT (workspace), tp_workspace_get_path (workspace));
}

/* @over: (nullable): what is kept where a text is begun, as tp_field_to_text(). A draft holds
 * it too: what others enter meanwhile must not go under. */
static void
set_draft (TpExporterProfile *self, gint64 exporter, guint i, const char *text, const char *over)
{
  g_autofree char *form = g_strdup_printf ("exporter:%" G_GINT64_FORMAT, exporter);
  g_autofree char *base = g_strconcat (row_names[i], "-over", NULL);
  g_autofree char *begun = tp_drafts_get (drafts_of (self), form, row_names[i]);

  tp_drafts_set (drafts_of (self), form, row_names[i], text);
  if (text == NULL)
    tp_drafts_set (drafts_of (self), form, base, NULL);
  else if (begun == NULL)
    tp_drafts_set (drafts_of (self), form, base, over != NULL ? over : "");
}

static char *
get_draft (TpExporterProfile *self, gint64 exporter, guint i, char **over)
{
  g_autofree char *form = g_strdup_printf ("exporter:%" G_GINT64_FORMAT, exporter);
  g_autofree char *base = g_strconcat (row_names[i], "-over", NULL);

  *over = tp_drafts_get (drafts_of (self), form, base);
  return tp_drafts_get (drafts_of (self), form, row_names[i]);
}

static char *
kept_text (TpRecord *exporter, guint i)
{
  return tp_field_to_text (tp_kind_field (TP_KIND_EXPORTER, row_names[i]), exporter);
}

static const TpValue *
value_of (TpRecord *exporter, const char *field)
{
  return tp_record_value (exporter, (guint) tp_kind_field_index (TP_KIND_EXPORTER, field));
}

/* Whether a row says something else than what is kept. */
static gboolean
is_changed (TpExporterProfile *self, guint i)
{
  g_autoptr (TpRecord) entered = NULL;

  if (self->exporter == NULL)
    return FALSE;
  entered = tp_record_edit (self->exporter);
  return !tp_field_row_store (self->rows[i], entered, NULL)
         || !tp_value_equal (value_of (entered, row_names[i]), value_of (self->exporter, row_names[i]));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
show_keep (TpExporterProfile *self, guint i)
{
  gtk_widget_set_visible (self->keep[i], tp_field_row_is_valid (self->rows[i]) && is_changed (self, i));
}

static void
fill_row (TpExporterProfile *self, guint i, TpRecord *exporter)
{
  gboolean loading = self->loading;

  self->loading = TRUE;
  tp_field_row_set_message (self->rows[i], NULL);
  tp_field_row_load (self->rows[i], exporter);
  self->typed[i] = FALSE;
  self->loading = loading;
}

static void
show_words (AdwActionRow *row, char *words)
{
  g_autofree char *text = words;

  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
}

static void
show_conclusions (TpExporterProfile *self)
{
  const char *reference = tp_record_get_text (self->exporter, "reference");

  show_words (self->reference, g_strdup (reference != NULL ? reference : ""));
  show_words (self->registered, tp_exporter_uscc_note (self->exporter));
  gtk_widget_set_visible (self->doubt, tp_exporter_uscc_doubtful (self->exporter));
  show_words (self->at_risk, tp_exporter_risk_words (self->exporter));
  show_words (self->chapters, tp_exporter_chapter_words (self->exporter));
}

/* Both texts are there to choose from; going elsewhere is no choice. */
static void
show_changed_meanwhile (TpExporterProfile *self, guint i, TpRecord *fresh)
{
  g_autofree char *theirs = tp_field_to_display (tp_kind_field (TP_KIND_EXPORTER, row_names[i]), fresh);
  /* Translators: what a field holds now */
  g_autofree char *words = g_strdup_printf (
      _ ("Changed to “%s” meanwhile: Enter puts yours in its place, Escape leaves it"), theirs);

  tp_field_row_set_message (self->rows[i], words);
  self->typed[i] = FALSE;
}

/* What was begun in a row before it was shown: what is kept already is no draft. */
static void
show_draft (TpExporterProfile *self, guint i)
{
  gint64 id = tp_record_get_id (self->exporter);
  g_autofree char *over = NULL;
  g_autofree char *draft = get_draft (self, id, i, &over);
  g_autofree char *kept = NULL;

  if (draft == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), draft);
  if (!is_changed (self, i))
    {
      set_draft (self, id, i, NULL, NULL);
      return;
    }
  kept = kept_text (self->exporter, i);
  if (over != NULL && !g_str_equal (over, kept != NULL ? kept : ""))
    show_changed_meanwhile (self, i, self->exporter);
}

/* Rows that were not touched follow; of those that were, the person decides. */
static void
show_exporter (TpExporterProfile *self, TpRecord *fresh)
{
  gboolean first = self->exporter == NULL;
  gboolean touched[N_ROWS];
  gint64 id = tp_record_get_id (fresh);
  const char *currency = tp_record_get_text (fresh, "currency");

  for (guint i = 0; i < N_ROWS; i++)
    touched[i] = !first && is_changed (self, i);
  self->loading = TRUE;
  for (guint i = 0; i < N_ROWS; i++)
    {
      gboolean same = !first && tp_value_equal (value_of (self->exporter, row_names[i]),
                                                value_of (fresh, row_names[i]));

      if (!touched[i] && !(same && has_focus (GTK_WIDGET (self->rows[i]))))
        fill_row (self, i, fresh);
      if (touched[i] && !same)
        show_changed_meanwhile (self, i, fresh);
    }
  g_set_object (&self->exporter, fresh);
  tp_province_row_set_code (self->province, tp_record_get_text (fresh, "province"));
  tp_currency_row_set_code (self->currency,
                            currency != NULL ? currency
                                             : tp_workspace_get_currency (tp_record_part_get_workspace (
                                                 TP_RECORD_PART (self))));
  for (guint i = 0; first && i < N_ROWS; i++)
    show_draft (self, i);
  self->loading = FALSE;
  for (guint i = 0; i < N_ROWS; i++)
    {
      /* What was put in its place elsewhere is the same now. */
      if (touched[i] && !is_changed (self, i))
        {
          tp_field_row_set_message (self->rows[i], NULL);
          set_draft (self, id, i, NULL, NULL);
        }
      show_keep (self, i);
    }
  show_conclusions (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterProfile) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (tp_record_part_answered (TP_RECORD_PART (self), error)
      && tp_record_get_id (exporter) == tp_record_part_get_record_id (TP_RECORD_PART (self)))
    show_exporter (self, exporter);
}

/* Keeping */

typedef struct
{
  TpExporterProfile *profile;
  gint64 exporter;
  guint row; /* N_ROWS: one that is chosen */
  char *field;
} Keeping;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeping *keeping = data;
  g_autoptr (TpExporterProfile) self = keeping->profile;
  g_autofree char *field = keeping->field;
  guint row = keeping->row;
  gint64 exporter = keeping->exporter;
  gboolean shown = exporter == tp_record_part_get_record_id (TP_RECORD_PART (self));
  g_autoptr (GError) error = NULL;

  g_free (keeping);
  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      /* Translators: the name of a field */
      g_autofree char *text
          = g_strdup_printf (C_ ("exporter", "“%s” changed"),
                             tp_field_title (tp_kind_field (TP_KIND_EXPORTER, field)));

      if (row < N_ROWS && !shown && tp_record_part_get_workspace (TP_RECORD_PART (self)) == TP_WORKSPACE (source))
        set_draft (self, exporter, row, NULL, NULL);
      tp_toast_undo (GTK_WIDGET (self), text);
    }
  else if (row < N_ROWS && shown && self->rows[row] != NULL)
    tp_field_row_set_message (self->rows[row], error->message);
  else
    {
      tp_show_error (GTK_WIDGET (self), error);
      /* What was chosen and refused goes back to what is. */
      tp_record_part_reload (TP_RECORD_PART (self));
    }
}

static void
keep (TpExporterProfile *self, TpRecord *edited, guint row, const char *field)
{
  Keeping *keeping = g_new0 (Keeping, 1);
  TpEditExporter *edit;

  /* A currency alone says nothing. */
  if (!tp_record_is_set (edited, "annual_export") && !tp_record_is_set (edited, "domestic_baseline"))
    tp_record_clear (edited, "currency");
  edit = tp_edit_exporter_new (edited);
  edit->base = g_object_ref (self->exporter);
  keeping->profile = g_object_ref (self);
  keeping->exporter = tp_record_get_id (self->exporter);
  keeping->row = row;
  keeping->field = g_strdup (field);
  tp_workspace_change (tp_record_part_get_workspace (TP_RECORD_PART (self)), "edit-exporter",
                       tp_edit_exporter_run, edit, tp_edit_exporter_free, NULL, kept_cb, keeping);
}

static void
keep_row (TpExporterProfile *self, guint i)
{
  g_autoptr (TpRecord) edited = NULL;

  if (self->exporter == NULL || tp_record_part_is_read_only (TP_RECORD_PART (self)) || !is_changed (self, i)
      || !tp_field_row_is_valid (self->rows[i]))
    return;
  edited = tp_record_edit (self->exporter);
  /* Amounts are read by it. */
  if (!tp_record_is_set (edited, "currency"))
    tp_record_set_text (edited, "currency", tp_currency_row_get_code (self->currency));
  if (tp_field_row_store (self->rows[i], edited, NULL))
    keep (self, g_steal_pointer (&edited), i, row_names[i]);
}

static void
take_back (TpExporterProfile *self, guint i)
{
  set_draft (self, tp_record_get_id (self->exporter), i, NULL, NULL);
  fill_row (self, i, self->exporter);
  show_keep (self, i);
}

/* callbacks */

static guint
place_of (TpExporterProfile *self, gpointer row)
{
  guint i = 0;

  while (i < N_ROWS && (gpointer) self->rows[i] != row && (gpointer) self->keep[i] != row)
    i++;
  return i;
}

static void
row_changed (TpExporterProfile *self, TpFieldRow *row)
{
  guint i = place_of (self, row);
  g_autofree char *kept = NULL;

  if (self->loading || self->exporter == NULL || i == N_ROWS)
    return;
  self->typed[i] = TRUE;
  kept = kept_text (self->exporter, i);
  /* What the desk said was about another text. */
  tp_field_row_set_message (row, NULL);
  set_draft (self, tp_record_get_id (self->exporter), i,
             is_changed (self, i) ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL, kept);
  show_keep (self, i);
}

static void
row_activated (TpExporterProfile *self, TpFieldRow *row)
{
  guint i = place_of (self, row);

  /* Pressed again it is meant, whatever was said. */
  tp_field_row_set_message (row, NULL);
  keep_row (self, i);
}

static void
keep_clicked (TpExporterProfile *self, GtkWidget *button)
{
  guint i = place_of (self, button);

  gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
  row_activated (self, self->rows[i]);
}

static gboolean
key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TpExporterProfile *self)
{
  guint i = place_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));

  if (key != GDK_KEY_Escape || !is_changed (self, i))
    return GDK_EVENT_PROPAGATE;
  take_back (self, i);
  return GDK_EVENT_STOP;
}

/* Also when the row stays and the person goes to another window, but then the text may
 * be but half of what is meant. */
static void
focus_left (GtkEventController *focus, TpExporterProfile *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint i = place_of (self, gtk_event_controller_get_widget (focus));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)) && self->typed[i])
    keep_row (self, i);
}

static void
province_chosen (TpExporterProfile *self)
{
  const char *code = tp_province_row_get_code (self->province);
  TpRecord *edited;

  if (self->loading || self->exporter == NULL
      || g_strcmp0 (code, tp_record_get_text (self->exporter, "province")) == 0)
    return;
  edited = tp_record_edit (self->exporter);
  tp_record_set_text (edited, "province", code);
  keep (self, edited, N_ROWS, "province");
}

/* The amounts stay the same numbers, in another currency. */
static void
currency_chosen (TpExporterProfile *self)
{
  static const guint amounts[] = { ROW_ANNUAL_EXPORT, ROW_DOMESTIC_BASELINE };
  const char *code = tp_currency_row_get_code (self->currency);
  g_autoptr (TpRecord) edited = NULL;

  if (self->loading || self->exporter == NULL || code == NULL)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
    g_object_set (self->rows[amounts[k]], "currency", code, NULL);
  /* A currency alone says nothing: it waits for an amount. */
  if (!tp_record_is_set (self->exporter, "currency")
      || g_strcmp0 (code, tp_record_get_text (self->exporter, "currency")) == 0)
    return;
  edited = tp_record_edit (self->exporter);
  tp_record_set_text (edited, "currency", code);
  for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
    if (!tp_field_row_store (self->rows[amounts[k]], edited, NULL))
      return; /* the row says why */
  keep (self, g_steal_pointer (&edited), N_ROWS, "currency");
}

/* vfuncs */

static void
tp_exporter_profile_load (TpRecordPart *part, GCancellable *cancellable)
{
  gint64 id = tp_record_part_get_record_id (part);
  TpExporterProfile *self = TP_EXPORTER_PROFILE (part);
  gboolean writable = !tp_record_part_is_read_only (part);

  for (guint i = 0; i < N_ROWS; i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->rows[i]), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->province), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->currency), writable);
  tp_workspace_read (tp_record_part_get_workspace (part), tp_profile_read, g_memdup2 (&id, sizeof id), g_free,
                     g_object_unref, cancellable, read_cb, g_object_ref (part));
}

/* The one in hand is kept, as when the focus leaves it; the others have their drafts. */
static void
tp_exporter_profile_clear (TpRecordPart *part)
{
  TpExporterProfile *self = TP_EXPORTER_PROFILE (part);
  g_autoptr (TpRecord) nothing = NULL;

  if (self->exporter == NULL)
    return;
  for (guint i = 0; i < N_ROWS; i++)
    if (has_focus (GTK_WIDGET (self->rows[i])) && self->typed[i])
      keep_row (self, i);
  g_clear_object (&self->exporter);
  nothing = tp_record_new (TP_KIND_EXPORTER);
  for (guint i = 0; i < N_ROWS; i++)
    {
      fill_row (self, i, nothing);
      gtk_widget_set_visible (self->keep[i], FALSE);
    }
}

static gboolean
depends_on (guint64 kinds)
{
  return tp_kinds_have (kinds, TP_KIND_EXPORTER);
}

static void
tp_exporter_profile_dispose (GObject *object)
{
  TpExporterProfile *self = TP_EXPORTER_PROFILE (object);

  g_clear_object (&self->exporter);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_PROFILE);
  G_OBJECT_CLASS (tp_exporter_profile_parent_class)->dispose (object);
}

static void
tp_exporter_profile_class_init (TpExporterProfileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_profile_dispose;
  TP_RECORD_PART_CLASS (klass)->load = tp_exporter_profile_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_exporter_profile_clear;
  TP_RECORD_PART_CLASS (klass)->depends_on = depends_on;
  g_type_ensure (TP_TYPE_DATE_ROW);
  g_type_ensure (TP_TYPE_MONEY_ROW);
  g_type_ensure (TP_TYPE_PROVINCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-profile.ui");
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, row_names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (TpExporterProfile, rows) + i * sizeof (TpFieldRow *)));
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, province);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, currency);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, reference);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, registered);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, doubt);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, at_risk);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProfile, chapters);
  gtk_widget_class_bind_template_callback (widget_class, row_changed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, province_chosen);
  gtk_widget_class_bind_template_callback (widget_class, currency_chosen);
}

/* What all rows have alike. */
static void
equip_row (TpExporterProfile *self, guint i)
{
  GtkWidget *row = GTK_WIDGET (self->rows[i]);
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) history = g_menu_item_new (C_ ("field", "_History of This Field"), NULL);
  g_autofree char *field = g_strconcat ("exporter.", row_names[i], NULL);

  g_menu_item_set_action_and_target (history, "page.history", "s", field);
  g_menu_append_item (menu, history);
  gtk_text_set_extra_menu (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  /* For the pointer: Enter and Tab do it by themselves. */
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, C_ ("field", "Keep (Enter)"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (keep_clicked), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  self->keep[i] = button;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (row, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (row, focus);
}

static void
tp_exporter_profile_init (TpExporterProfile *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ROWS; i++)
    equip_row (self, i);
  self->loading = FALSE;
}

/**
 * tp_exporter_profile_edit:
 * @self: a profile
 * @field: a field of an exporter
 *
 * Goes to where that field is entered.
 */
void
tp_exporter_profile_edit (TpExporterProfile *self, const char *field)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (g_str_equal (row_names[i], field))
      gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
}
