/* import-preview.c: what would come of each row of a spreadsheet: counted, and listed by
 * what becomes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-preview.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

struct _TpImportPreview
{
  GtkBox parent_instance;

  GtkStack *counts;
  GtkProgressBar *check_progress;
  GtkLabel *read;
  GtkLabel *added;
  GtkLabel *updated;
  GtkLabel *skipped;
  GtkLabel *rejected;
  GtkLabel *likely;
  GtkToggleButton *added_toggle;
  GtkToggleButton *updated_toggle;
  GtkToggleButton *skipped_toggle;
  GtkToggleButton *rejected_toggle;
  GtkLabel *fault;
  TpImportColumns *columns;
  GtkBox *rows_box;
  GtkBox *rows_head;
  GtkLabel *rows_title;
  GtkLabel *rows_note;
  GtkWidget *save_button;
  GtkWidget *rows_table;
  GtkWidget *rows_list;
  GtkWidget *column_head;
  GtkWidget *value_head;
  GtkLabel *detail_head;
  GtkListView *wide_rows;
  GtkListView *narrow_rows;

  gboolean narrow;
  char *kind_title;
  gint64 numbers[TP_N_ROW_OUTCOMES];
  GListModel *rows[TP_N_ROW_OUTCOMES]; /* the first of each; NULL: not checked yet */
};

enum
{
  PROP_NARROW = 1,
  PROP_KIND_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpImportPreview, tp_import_preview, GTK_TYPE_BOX)

static GtkToggleButton *
toggle_of (TpImportPreview *self, TpRowOutcome outcome)
{
  switch (outcome)
    {
    case TP_ROW_ADDED:
      return self->added_toggle;
    case TP_ROW_UPDATED:
      return self->updated_toggle;
    case TP_ROW_SKIPPED:
      return self->skipped_toggle;
    case TP_ROW_REFUSED:
    default:
      return self->rejected_toggle;
    }
}

/* What rows are listed by, where they have no name of their own. */
static const char *
subject_title (TpKind kind)
{
  switch (kind)
    {
    case TP_KIND_PRODUCT:
    case TP_KIND_LISTING:
      return tp_kind_title (TP_KIND_PRODUCT);
    default:
      return tp_kind_title (TP_KIND_EXPORTER);
    }
}

static const char *
rows_title (TpRowOutcome outcome)
{
  switch (outcome)
    {
    case TP_ROW_ADDED:
      return C_ ("rows of a spreadsheet", "New Rows");
    case TP_ROW_UPDATED:
      return C_ ("rows of a spreadsheet", "Updating Rows");
    case TP_ROW_SKIPPED:
      return C_ ("rows of a spreadsheet", "Rows Without News");
    case TP_ROW_REFUSED:
    default:
      return C_ ("rows of a spreadsheet", "Refused Rows");
    }
}

static const char *
detail_title (TpRowOutcome outcome)
{
  switch (outcome)
    {
    case TP_ROW_ADDED:
      return C_ ("column of an import", "What It Brings");
    case TP_ROW_UPDATED:
      return C_ ("column of an import", "What Changes");
    case TP_ROW_SKIPPED:
      return "";
    case TP_ROW_REFUSED:
    default:
      return C_ ("refused rows", "Why It Was Refused");
    }
}

static char *
note_of (TpImportPreview *self, TpRowOutcome outcome)
{
  guint n = g_list_model_get_n_items (self->rows[outcome]);
  g_autofree char *shown = tp_count_format (n);

  if (self->numbers[outcome] > (gint64) n && outcome == TP_ROW_REFUSED)
    return g_strdup_printf (_ ("The first %s; the saved file has all of them"), shown);
  if (self->numbers[outcome] > (gint64) n)
    /* Translators: a count of rows */
    return g_strdup_printf (C_ ("rows of a spreadsheet", "The first %s"), shown);
  if (outcome == TP_ROW_REFUSED)
    return g_strdup (_ ("Correct them in the saved file and import that again"));
  return g_strdup ("");
}

static void
show_rows (TpImportPreview *self, TpRowOutcome outcome)
{
  gboolean refused = outcome == TP_ROW_REFUSED;
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (self->rows[outcome]));
  g_autofree char *note = note_of (self, outcome);
  GtkListView *const lists[] = { self->wide_rows, self->narrow_rows };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_list_view_set_model (lists[i], GTK_SELECTION_MODEL (model));
      gtk_accessible_update_property (GTK_ACCESSIBLE (lists[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      rows_title (outcome), -1);
    }
  gtk_label_set_label (self->rows_title, rows_title (outcome));
  gtk_label_set_label (self->rows_note, note);
  gtk_label_set_label (self->detail_head, detail_title (outcome));
  gtk_widget_set_visible (self->column_head, refused);
  gtk_widget_set_visible (self->value_head, refused);
  gtk_widget_set_visible (self->save_button, refused);
}

static void
outcome_toggled_cb (TpImportPreview *self, GtkToggleButton *toggle)
{
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    if (toggle_of (self, (TpRowOutcome) i) == toggle && gtk_toggle_button_get_active (toggle)
        && self->rows[i] != NULL)
      show_rows (self, (TpRowOutcome) i);
}

static void
take_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  g_free (text);
}

static void
show_counts (TpImportPreview *self, const TpImportCounts *n)
{
  g_autofree char *read = tp_count_format (n->read);
  g_autofree char *added = tp_count_format (n->added);
  g_autofree char *updated = tp_count_format (n->updated);
  g_autofree char *skipped = tp_count_format (n->skipped);
  g_autofree char *rejected = tp_count_format (n->rejected);
  g_autofree char *likely = tp_count_format (n->likely);

  take_label (self->read, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row read", "%s rows read",
                                                        (gulong) n->read),
                                           read));
  take_label (self->added,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s new", "%s new", (gulong) n->added), added));
  take_label (self->likely,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of the new ones is likely there already",
                                            "%s of the new ones are likely there already", (gulong) n->likely),
                               likely));
  gtk_widget_set_visible (GTK_WIDGET (self->likely), n->likely > 0);
  take_label (self->updated, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will be updated",
                                                           "%s will be updated", (gulong) n->updated),
                                              updated));
  take_label (self->skipped, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s says nothing new",
                                                           "%s say nothing new", (gulong) n->skipped),
                                              skipped));
  take_label (self->rejected,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s refused", "%s refused", (gulong) n->rejected),
                               rejected));
}

/* vfuncs */

static void
set_narrow (TpImportPreview *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->rows_head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->rows_table, !narrow);
  gtk_widget_set_visible (self->rows_list, narrow);
  tp_import_columns_set_narrow (self->columns, narrow);
}

static void
tp_import_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (TP_IMPORT_PREVIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_import_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpImportPreview *self = TP_IMPORT_PREVIEW (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_KIND_TITLE:
      g_value_set_string (value, self->kind_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_import_preview_dispose (GObject *object)
{
  TpImportPreview *self = TP_IMPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_IMPORT_PREVIEW);
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    g_clear_object (&self->rows[i]);
  G_OBJECT_CLASS (tp_import_preview_parent_class)->dispose (object);
}

static void
tp_import_preview_finalize (GObject *object)
{
  g_free (TP_IMPORT_PREVIEW (object)->kind_title);
  G_OBJECT_CLASS (tp_import_preview_parent_class)->finalize (object);
}

static void
tp_import_preview_class_init (TpImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tp_import_preview_set_property;
  object_class->get_property = tp_import_preview_get_property;
  object_class->dispose = tp_import_preview_dispose;
  object_class->finalize = tp_import_preview_finalize;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_KIND_TITLE] = g_param_spec_string ("kind-title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_IMPORT_ROW);
  g_type_ensure (TP_TYPE_IMPORT_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, counts);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, check_progress);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, read);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, added);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, likely);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, updated);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, skipped);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rejected);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, added_toggle);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, updated_toggle);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, skipped_toggle);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rejected_toggle);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, fault);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, columns);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_box);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_head);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_title);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_note);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, save_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_table);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, rows_list);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, column_head);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, value_head);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, detail_head);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, wide_rows);
  gtk_widget_class_bind_template_child (widget_class, TpImportPreview, narrow_rows);
  gtk_widget_class_bind_template_callback (widget_class, outcome_toggled_cb);
}

static void
tp_import_preview_init (TpImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_import_preview_get_columns:
 * @self: the preview
 *
 * Returns: (transfer none): the page of columns that it belongs to
 */
TpImportColumns *
tp_import_preview_get_columns (TpImportPreview *self)
{
  return self->columns;
}

/**
 * tp_import_preview_checking:
 * @self: the preview
 *
 * The rows are being looked at: what is listed is that of a former look.
 */
void
tp_import_preview_checking (TpImportPreview *self)
{
  gtk_stack_set_visible_child_name (self->counts, "checking");
}

/**
 * tp_import_preview_set_fraction:
 * @self: the preview
 * @fraction: how much of the work is done, 0 to 1
 */
void
tp_import_preview_set_fraction (TpImportPreview *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->check_progress, fraction);
}

/**
 * tp_import_preview_fail:
 * @self: the preview
 * @message: what went wrong
 */
void
tp_import_preview_fail (TpImportPreview *self, const char *message)
{
  gtk_label_set_label (self->fault, message);
  gtk_stack_set_visible_child_name (self->counts, "fault");
}

/**
 * tp_import_preview_show:
 * @self: the preview
 * @plan: a plan that was checked
 *
 * Shows what would come of its rows: the refused ones where there are any, else those
 * that update, else the new ones; the others at the press of their count.
 */
void
tp_import_preview_show (TpImportPreview *self, TpImportPlan *plan)
{
  static const TpRowOutcome order[] = { TP_ROW_REFUSED, TP_ROW_UPDATED, TP_ROW_ADDED, TP_ROW_SKIPPED };
  TpRowOutcome shown = TP_ROW_ADDED;
  TpImportCounts n;

  tp_import_plan_get_counts (plan, &n);
  self->numbers[TP_ROW_ADDED] = n.added;
  self->numbers[TP_ROW_UPDATED] = n.updated;
  self->numbers[TP_ROW_SKIPPED] = n.skipped;
  self->numbers[TP_ROW_REFUSED] = n.rejected;
  show_counts (self, &n);
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    {
      g_clear_object (&self->rows[i]);
      self->rows[i] = tp_import_plan_get_rows (plan, (TpRowOutcome) i);
      gtk_widget_set_visible (GTK_WIDGET (toggle_of (self, (TpRowOutcome) i)),
                              self->numbers[i] > 0 || i == TP_ROW_ADDED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (self->numbers[order[i]] > 0)
      {
        shown = order[i];
        break;
      }
  g_set_str (&self->kind_title, subject_title (tp_import_plan_get_kind (plan)));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND_TITLE]);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_box), n.read > 0);
  gtk_toggle_button_set_active (toggle_of (self, shown), TRUE);
  show_rows (self, shown);
  gtk_stack_set_visible_child_name (self->counts, "checked");
}
