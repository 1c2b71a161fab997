/* test-widgets.c: the widgets, each in a window of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bullet-bar.h"
#include "choice-row.h"
#include "date-row.h"
#include "figure.h"
#include "money-row.h"
#include "pace-label.h"
#include "stage-pill.h"
#include "stage-stepper.h"
#include "table.h"
#include "tag.h"
#include "tile.h"
#include "widgets.h"
#include "record.h"
#include "words.h"

#include <adwaita.h>

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), widget);
      gtk_box_append (GTK_BOX (box), group);
    }
  else
    gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window;
}

/* The focus goes to the button below. */
static void
leave (GtkWidget *window)
{
  GtkWidget *box = gtk_window_get_child (GTK_WINDOW (window));

  gtk_widget_grab_focus (gtk_widget_get_last_child (box));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
end (GtkWidget *window)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (watched);
}

static GtkWidget *
part (GtkWidget *bar, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_css_name (child), name) == 0)
      return child;
  g_assert_not_reached ();
}

static void
bar_size (GtkWidget *bar, const char *name, float *start, float *width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (part (bar, name), bar, &bounds));
  *start = bounds.origin.x;
  *width = bounds.size.width;
}

static void
test_bullet_bar (void)
{
  GtkWidget *bar = tp_bullet_bar_new ();
  GtkWidget *window;
  float start, width, all;

  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not stated");
  g_object_set (bar, "fraction", 0.25, "middle", 0.5, "tick", 0.75, NULL);
  gtk_widget_set_size_request (bar, 400, -1);
  window = show (bar);
  all = gtk_widget_get_width (bar);
  bar_size (bar, "track", &start, &width);
  g_assert_cmpfloat (width, ==, all);
  bar_size (bar, "delivered", &start, &width);
  g_assert_cmpfloat (start, ==, 0);
  g_assert_cmpfloat_with_epsilon (width, all * 0.25, 1);
  bar_size (bar, "allocated", &start, &width);
  g_assert_cmpfloat_with_epsilon (width, all * 0.5, 1);
  bar_size (bar, "tick", &start, &width);
  g_assert_cmpfloat_with_epsilon (start + width / 2, all * 0.75, 1.5);
  end (window);
}

static void
test_bullet_bar_mirrored (void)
{
  GtkWidget *bar = tp_bullet_bar_new ();
  GtkWidget *window;
  float start, width, all;

  gtk_widget_set_direction (bar, GTK_TEXT_DIR_RTL);
  g_object_set (bar, "fraction", 3.0, "tick", 0.25, NULL);
  gtk_widget_set_size_request (bar, 400, -1);
  window = show (bar);
  all = gtk_widget_get_width (bar);
  /* Beyond the target the bar is full, not wider than its track */
  bar_size (bar, "delivered", &start, &width);
  g_assert_cmpfloat (width, ==, all);
  bar_size (bar, "tick", &start, &width);
  g_assert_cmpfloat_with_epsilon (start + width / 2, all * 0.75, 1.5);
  g_object_set (bar, "fraction", 0.5, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_set (bar, "fraction", -1.0, NULL);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not stated");
  end (window);
}

static void
test_pace_label (void)
{
  for (const TpWord *word = tp_words_pace; word->token != NULL; word++)
    {
      g_autoptr (GtkWidget) label = g_object_ref_sink (tp_pace_label_new (word->token));
      g_autofree char *class = tp_pace_css_class (word->token);
      g_autofree char *icon = tp_pace_icon_name (word->token);
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

      gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, word->title);
      g_assert_true (gtk_widget_has_css_class (label, class));
      g_assert_true (gtk_icon_theme_has_icon (theme, icon));
      g_object_set (label, "pace", NULL, NULL);
      g_assert_false (gtk_widget_has_css_class (label, class));
    }
}

static void
test_stage_stepper (void)
{
  const char *notes[] = { "9 Jan", "22 Jan", "", "6 Mar", NULL };
  g_autoptr (GtkWidget) stepper = g_object_ref_sink (tp_stage_stepper_new ());

  g_object_set (stepper, "stage", "documents", "notes", notes, NULL);
  gtk_test_accessible_assert_property (stepper, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Documents, 4 of 7 · 6 Mar");
  g_object_set (stepper, "stage", "qualified", NULL);
  gtk_test_accessible_assert_property (stepper, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Qualified, 3 of 7");
  g_object_set (stepper, "stage", "declined", "reached", "contacted", NULL);
  gtk_test_accessible_assert_property (stepper, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Declined");
  g_object_set (stepper, "stage", NULL, "notes", NULL, NULL);
}

static void
opened (GSimpleAction *action, GVariant *target, gpointer data)
{
  *(char **) data = g_variant_dup_string (target, NULL);
}

static void
test_tile (void)
{
  g_autoptr (GtkWidget) tile = g_object_ref_sink (tp_tile_new ());
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *where = NULL;
  const GActionEntry entry = { .name = "open", .activate = opened, .parameter_type = "s" };

  g_object_set (tile, "title", "Exporters Live", "value", "4,870", "of", "of at least 10,000",
                "pace", "on_track", "note", "Pro-rated 5,041", "fraction", 0.487, NULL);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Exporters Live: 4,870 of at least 10,000");
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "On track; Pro-rated 5,041");
  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, &where);
  gtk_widget_insert_action_group (tile, "test", G_ACTION_GROUP (group));
  g_assert_false (tp_tile_open (TP_TILE (tile)));
  g_object_set (tile, "opens", "test.open('exporters')", NULL);
  g_assert_true (tp_tile_open (TP_TILE (tile)));
  g_assert_cmpstr (where, ==, "exporters");
}

static void
test_field_row (void)
{
  GtkWidget *row = tp_field_row_new ();
  GtkWidget *window = show (row);

  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  g_object_set (row, "required", TRUE, NULL);
  g_assert_false (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  /* Nobody has been here yet: no complaint */
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "Tea");
  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  gtk_editable_set_text (GTK_EDITABLE (row), " ");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "Tea");
  tp_field_row_set_message (TP_FIELD_ROW (row), "There is one of that name.");
  g_assert_false (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  tp_field_row_set_message (TP_FIELD_ROW (row), "");
  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  end (window);
}

/* Title, need, rule and message come from the field's description. */
static void
test_field_row_of_field (void)
{
  GtkWidget *row = g_object_new (TP_TYPE_FIELD_ROW, "field", "exporter.uscc", NULL);
  GtkWidget *window = show (row);
  g_autoptr (TpRecord) exporter = tp_record_new (TP_KIND_EXPORTER);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), !=, "");
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "91350100M000100Y44");
  g_assert_false (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  g_assert_false (tp_field_row_store (TP_FIELD_ROW (row), exporter, &error));
  g_assert_nonnull (error);
  gtk_editable_set_text (GTK_EDITABLE (row), "91350100m000100y43");
  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  leave (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "91350100M000100Y43");
  g_clear_error (&error);
  g_assert_true (tp_field_row_store (TP_FIELD_ROW (row), exporter, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tp_record_get_text (exporter, "uscc"), ==, "91350100M000100Y43");
  tp_record_clear (exporter, "uscc");
  tp_field_row_load (TP_FIELD_ROW (row), exporter);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  end (window);
}

static void
test_rows_of_a_record (void)
{
  GtkWidget *amount = g_object_new (TP_TYPE_MONEY_ROW, "field", "entry.amount", NULL);
  GtkWidget *type = tp_choice_row_new ("entry.type");
  GtkWidget *window = show (amount), *other = show (type);
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);
  g_autoptr (TpRecord) copy = tp_record_new (TP_KIND_ENTRY);
  g_autoptr (GError) error = NULL;
  g_autofree char *currency = NULL;

  tp_record_set_text (entry, "currency", "USD");
  tp_record_set_text (copy, "currency", "USD");
  tp_record_set_number (entry, "amount", 123456);
  tp_record_set_text (entry, "type", "refund");
  tp_field_row_load (TP_FIELD_ROW (amount), entry);
  tp_choice_row_load (TP_CHOICE_ROW (type), entry);
  g_object_get (amount, "currency", &currency, NULL);
  g_assert_cmpstr (currency, ==, "USD");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (amount)), ==, "1,234.56");
  g_assert_true (tp_field_row_store (TP_FIELD_ROW (amount), copy, &error));
  g_assert_no_error (error);
  tp_choice_row_store (TP_CHOICE_ROW (type), copy);
  g_assert_true (tp_record_equal (entry, copy));
  end (window);
  end (other);
}

static void
test_money_row (void)
{
  GtkWidget *row = tp_money_row_new ();
  GtkWidget *window = show (row);
  gint64 minor = 0;

  g_assert_false (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "１２３４.5");
  g_assert_true (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  g_assert_cmpint (minor, ==, 123450);
  leave (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "1,234.50");
  gtk_editable_set_text (GTK_EDITABLE (row), "12x");
  g_assert_false (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  g_assert_false (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  g_assert_false (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  /* Spaces are no amount, not even after leaving the row */
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "  ");
  leave (window);
  g_assert_false (tp_money_row_get_amount (TP_MONEY_ROW (row), NULL));
  /* Zero is an amount; yen have no minor unit */
  tp_money_row_set_amount (TP_MONEY_ROW (row), 0);
  g_assert_true (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  g_assert_cmpint (minor, ==, 0);
  g_object_set (row, "currency", "JPY", "text", "5000", NULL);
  g_assert_true (tp_money_row_get_amount (TP_MONEY_ROW (row), &minor));
  g_assert_cmpint (minor, ==, 5000);
  end (window);
}

static void
test_date_row (void)
{
  GtkWidget *row = tp_date_row_new ();
  GtkWidget *window = show (row);
  const TpDay day = tp_day_new (2025, 3, 1);
  const char *typed[] = { "2025-3-1", "2025年3月1日", "2025-03-01" };

  g_assert_cmpint (tp_date_row_get_day (TP_DATE_ROW (row)), ==, TP_DAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_widget_grab_focus (row);
      gtk_editable_set_text (GTK_EDITABLE (row), typed[i]);
      g_assert_cmpint (tp_date_row_get_day (TP_DATE_ROW (row)), ==, day);
      leave (window);
      g_assert_cmpint (tp_date_row_get_day (TP_DATE_ROW (row)), ==, day);
      g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "2025-02-30");
  g_assert_cmpint (tp_date_row_get_day (TP_DATE_ROW (row)), ==, TP_DAY_NONE);
  g_assert_false (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  tp_date_row_set_day (TP_DATE_ROW (row), day);
  g_assert_true (tp_field_row_is_valid (TP_FIELD_ROW (row)));
  tp_date_row_set_day (TP_DATE_ROW (row), TP_DAY_NONE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  end (window);
}

static void
count (guint *times)
{
  (*times)++;
}

static void
test_choice_row (void)
{
  GtkWidget *row = tp_choice_row_new ("entry.type");
  GtkWidget *window = show (row);
  guint times = 0;

  g_assert_cmpstr (tp_choice_row_get_token (TP_CHOICE_ROW (row)), ==, "pledge");
  g_signal_connect_swapped (row, "notify::token", G_CALLBACK (count), &times);
  tp_choice_row_set_token (TP_CHOICE_ROW (row), "refund");
  g_assert_cmpstr (tp_choice_row_get_token (TP_CHOICE_ROW (row)), ==, "refund");
  g_assert_cmpuint (times, ==, 1);
  g_object_set (row, "none-label", "Not stated", NULL);
  g_assert_cmpstr (tp_choice_row_get_token (TP_CHOICE_ROW (row)), ==, "refund");
  tp_choice_row_set_token (TP_CHOICE_ROW (row), NULL);
  g_assert_null (tp_choice_row_get_token (TP_CHOICE_ROW (row)));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), !=, "");
  end (window);
}

static void
test_small_words (void)
{
  g_autoptr (GtkWidget) tag = g_object_ref_sink (tp_tag_new ("Initiative"));
  g_autoptr (GtkWidget) figure = g_object_ref_sink (tp_figure_new ());
  g_autoptr (GtkWidget) pill = g_object_ref_sink (tp_stage_pill_new ("on_hold"));

  g_assert_true (gtk_widget_has_css_class (pill, "on-hold"));
  g_object_set (pill, "stage", "selling", NULL);
  g_assert_false (gtk_widget_has_css_class (pill, "on-hold"));
  g_object_set (tag, "label", NULL, NULL);
  g_object_set (figure, "caption", "Pledged", "value", "CN¥200 bn", "note", "assumed", "swatch",
                "pledged", NULL);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Pledged: CN¥200 bn");
}

static void
test_table (void)
{
  GtkWidget *table = gtk_column_view_new (NULL);
  const char *ids[] = { "amount", NULL };
  const char *titles[] = { "Details", "Amount" }, *names[] = { "details", "amount" };
  GtkWidget *window, *button, *box;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], NULL);

      gtk_column_view_column_set_id (column, names[i]);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  tp_table_align_end (GTK_COLUMN_VIEW (table), ids);
  window = show (table);
  button = gtk_widget_get_first_child (gtk_widget_get_first_child (table));
  box = gtk_widget_get_first_child (button);
  g_assert_cmpint (gtk_widget_get_halign (box), !=, GTK_ALIGN_END);
  box = gtk_widget_get_first_child (gtk_widget_get_next_sibling (button));
  g_assert_cmpint (gtk_widget_get_halign (box), ==, GTK_ALIGN_END);
  end (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (
      gtk_icon_theme_get_for_display (gdk_display_get_default ()),
      "/com/example/TradePivot/icons");
  tp_widgets_ensure_types ();

  g_test_add_func ("/widgets/bullet-bar", test_bullet_bar);
  g_test_add_func ("/widgets/bullet-bar/mirrored", test_bullet_bar_mirrored);
  g_test_add_func ("/widgets/pace-label", test_pace_label);
  g_test_add_func ("/widgets/stage-stepper", test_stage_stepper);
  g_test_add_func ("/widgets/tile", test_tile);
  g_test_add_func ("/widgets/field-row", test_field_row);
  g_test_add_func ("/widgets/field-row/field", test_field_row_of_field);
  g_test_add_func ("/widgets/field-row/record", test_rows_of_a_record);
  g_test_add_func ("/widgets/money-row", test_money_row);
  g_test_add_func ("/widgets/date-row", test_date_row);
  g_test_add_func ("/widgets/choice-row", test_choice_row);
  g_test_add_func ("/widgets/small-words", test_small_words);
  g_test_add_func ("/widgets/table", test_table);
  return g_test_run ();
}
