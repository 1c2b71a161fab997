/* import-columns.c: the columns of a spreadsheet, each over the field that it fills.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-columns.h"

#include "import-words.h"
#include "sheet-column.h"

#include <glib/gi18n-lib.h>

/* The first has it guessed. */
static const struct
{
  const char *title;
  const char *name;
} encodings[] = {
  { NC_ ("encoding", "Automatic"), NULL },
  { NC_ ("encoding", "UTF-8"), "UTF-8" },
  { NC_ ("encoding", "Chinese (GB 18030)"), "GB18030" },
  { NC_ ("encoding", "Chinese (Big5)"), "BIG5" },
  { NC_ ("encoding", "UTF-16"), "UTF-16" },
  { NC_ ("encoding", "Western (Windows-1252)"), "WINDOWS-1252" },
};

struct _TpImportColumns
{
  GtkBox parent_instance;

  GtkBox *columns_head;
  GtkLabel *recognised;
  GtkLabel *format;
  GtkDropDown *kind;
  GtkDropDown *encoding;
  GtkBox *sheet;

  gboolean showing; /* what is set here, and not by a person */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_KIND_CHOSEN,
  SIGNAL_ENCODING_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpImportColumns, tp_import_columns, GTK_TYPE_BOX)

static const char *
delimiter_name (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return C_ ("between the cells of a row", "semicolon");
    case '\t':
      return C_ ("between the cells of a row", "tab");
    case ',':
    default:
      return C_ ("between the cells of a row", "comma");
    }
}

static void
show_recognised (TpImportColumns *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet));
  g_autofree char *text = NULL;
  guint n = 0, known = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    known += tp_sheet_column_get_field (TP_SHEET_COLUMN (child)) != NULL ? 1 : 0;
  if (known == n)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recognised", "All %u recognised", n), n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u of %u recognised; choose a field for the others, or leave them out",
                                         "%u of %u recognised; choose a field for the others, or leave them out",
                                         known),
                            known, n);
  gtk_label_set_label (self->recognised, text);
}

static void
column_chosen_cb (TpSheetColumn *chosen, TpImportColumns *self)
{
  const TpField *field = tp_sheet_column_get_field (chosen);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet));

  /* A field is filled by one column. */
  for (; field != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (chosen) && tp_sheet_column_get_field (TP_SHEET_COLUMN (child)) == field)
      tp_sheet_column_show (TP_SHEET_COLUMN (child), NULL);
  show_recognised (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
kind_chosen_cb (TpImportColumns *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_KIND_CHOSEN], 0);
}

static void
encoding_chosen_cb (TpImportColumns *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_ENCODING_CHOSEN], 0);
}

static void
fill_choices (TpImportColumns *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n;
  const TpKind *all = tp_import_kinds (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (kinds, tp_import_kind_plural (all[i]));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (titles, g_dpgettext2 (GETTEXT_PACKAGE, "encoding", encodings[i].title));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (titles));
  self->showing = FALSE;
}

static void
tp_import_columns_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_IMPORT_COLUMNS);
  G_OBJECT_CLASS (tp_import_columns_parent_class)->dispose (object);
}

static void
tp_import_columns_class_init (TpImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_import_columns_dispose;

  /**
   * TpImportColumns::chosen:
   * @self: the columns
   *
   * The person chose another field for a column, or none.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TP_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  /**
   * TpImportColumns::kind-chosen:
   * @self: the columns
   *
   * The person said that the rows are something else.
   */
  signals[SIGNAL_KIND_CHOSEN] = g_signal_new ("kind-chosen", TP_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TpImportColumns::encoding-chosen:
   * @self: the columns
   *
   * The person chose another encoding, or that it is guessed.
   */
  signals[SIGNAL_ENCODING_CHOSEN] = g_signal_new ("encoding-chosen", TP_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, columns_head);
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, recognised);
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, format);
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, kind);
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, encoding);
  gtk_widget_class_bind_template_child (widget_class, TpImportColumns, sheet);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
}

static void
tp_import_columns_init (TpImportColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

/* Public API */

/**
 * tp_import_columns_show:
 * @self: the columns
 * @plan: an open plan, not at work
 *
 * Shows its columns with the fields that they fill.
 */
void
tp_import_columns_show (TpImportColumns *self, TpImportPlan *plan)
{
  g_autofree char *format = NULL;
  GtkWidget *child;
  guint n;
  const TpKind *kinds = tp_import_kinds (&n);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet))) != NULL)
    gtk_box_remove (self->sheet, child);
  for (guint i = 0; i < tp_import_plan_get_n_columns (plan); i++)
    {
      GtkWidget *column = tp_sheet_column_new (plan, i);

      g_signal_connect_object (column, "chosen", G_CALLBACK (column_chosen_cb), self, 0);
      gtk_box_append (self->sheet, column);
    }
  /* Translators: encoding, what stands between cells, the line of the headings */
  format = g_strdup_printf (_ ("%s, %s, headings in line %u"), tp_import_plan_get_encoding (plan),
                            delimiter_name (tp_import_plan_get_delimiter (plan)),
                            tp_import_plan_get_heading_line (plan));
  gtk_label_set_label (self->format, format);
  self->showing = TRUE;
  for (guint i = 0; i < n; i++)
    if (kinds[i] == tp_import_plan_get_kind (plan))
      gtk_drop_down_set_selected (self->kind, i);
  self->showing = FALSE;
  show_recognised (self);
}

/**
 * tp_import_columns_apply:
 * @self: the columns
 * @plan: the plan that is shown, not at work
 *
 * Tells the plan which column fills which field, as it is chosen now.
 */
void
tp_import_columns_apply (TpImportColumns *self, TpImportPlan *plan)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TpSheetColumn *column = TP_SHEET_COLUMN (child);

      tp_import_plan_set_field (plan, tp_sheet_column_get_place (column), tp_sheet_column_get_field (column));
    }
}

/**
 * tp_import_columns_set_narrow:
 * @self: the columns
 * @narrow: whether there is the width of a phone only
 */
void
tp_import_columns_set_narrow (TpImportColumns *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns_head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * tp_import_columns_get_kind:
 * @self: the columns
 *
 * Returns: what the rows are said to be
 */
TpKind
tp_import_columns_get_kind (TpImportColumns *self)
{
  guint n, chosen = gtk_drop_down_get_selected (self->kind);
  const TpKind *kinds = tp_import_kinds (&n);

  return chosen < n ? kinds[chosen] : kinds[0];
}

/**
 * tp_import_columns_get_encoding:
 * @self: the columns
 *
 * Returns: (transfer none) (nullable): the encoding that is chosen; %NULL: it is guessed
 */
const char *
tp_import_columns_get_encoding (TpImportColumns *self)
{
  guint chosen = gtk_drop_down_get_selected (self->encoding);

  return chosen < G_N_ELEMENTS (encodings) ? encodings[chosen].name : NULL;
}

/**
 * tp_import_columns_get_selected_encoding:
 * @self: the page of columns
 *
 * Returns: the place of the chosen encoding; 0: recognised
 */
guint
tp_import_columns_get_selected_encoding (TpImportColumns *self)
{
  return gtk_drop_down_get_selected (self->encoding);
}

/**
 * tp_import_columns_select_encoding:
 * @self: the columns
 * @place: a place in tp_import_columns_get_encodings(), as if a person had chosen it
 */
void
tp_import_columns_select_encoding (TpImportColumns *self, guint place)
{
  gtk_drop_down_set_selected (self->encoding, place);
}

/**
 * tp_import_columns_get_encodings:
 * @self: the columns
 *
 * Returns: (transfer none): the encodings that can be chosen, as strings
 */
GListModel *
tp_import_columns_get_encodings (TpImportColumns *self)
{
  return gtk_drop_down_get_model (self->encoding);
}
