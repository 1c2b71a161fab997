/* exporter-columns.c: which columns the list of exporters has, in what order and how wide.
 *
 * The person's choice is kept in the settings. Where there is little room some of the
 * chosen columns step back, the least needed first, so that a small window never scrolls
 * sideways; they come back with the room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-columns.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "exporters-columns"
#define WIDTHS "exporters-widths"
#define SAVE_MS 400

/* What the name needs at least; it takes all that is left. */
#define NAME_WIDTH 220

/* Least needed first; the name and the stage stay. */
static const char *const steps_back[] = {
  "phone",         "contact",    "sourced", "hs_chapters", "city",          "us_share",
  "annual_export", "stage_days", "owner",   "uscc",        "province",      "open_requirements",
  "at_risk",       "last_activity",
};

struct _TpExporterColumns
{
  GObject parent_instance;

  GtkColumnView *view;
  GSettings *settings;
  GHashTable *chosen; /* the ids of the columns that are asked for */
  GHashTable *widths; /* id → width from the start */
  int room;           /* 0: as much as they need */
  guint save_source;
  gboolean arranging;
};

G_DEFINE_FINAL_TYPE (TpExporterColumns, tp_exporter_columns, G_TYPE_OBJECT)

static guint
count (TpExporterColumns *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

/* Borrowed: the view keeps it. */
static GtkColumnViewColumn *
column_at (TpExporterColumns *self, guint i)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

  return column;
}

static int
width_of (GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  return width > 0 ? width : NAME_WIDTH;
}

static void
fit (TpExporterColumns *self)
{
  int wanted = 0;

  self->arranging = TRUE;
  for (guint i = 0; i < count (self); i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);
      gboolean chosen = g_hash_table_contains (self->chosen, gtk_column_view_column_get_id (column));

      gtk_column_view_column_set_visible (column, chosen);
      wanted += chosen ? width_of (column) : 0;
    }
  for (guint i = 0; self->room > 0 && wanted > self->room && i < G_N_ELEMENTS (steps_back); i++)
    {
      GtkColumnViewColumn *column = tp_exporter_columns_find (self, steps_back[i]);

      if (column == NULL || !gtk_column_view_column_get_visible (column))
        continue;
      gtk_column_view_column_set_visible (column, FALSE);
      wanted -= width_of (column);
    }
  self->arranging = FALSE;
}

static void
save (TpExporterColumns *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GVariantBuilder widths;

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < count (self); i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);
      const char *id = gtk_column_view_column_get_id (column);
      int width = gtk_column_view_column_get_fixed_width (column);

      if (g_hash_table_contains (self->chosen, id))
        g_ptr_array_add (ids, (gpointer) id);
      if (width != GPOINTER_TO_INT (g_hash_table_lookup (self->widths, id)))
        g_variant_builder_add (&widths, "{si}", id, width);
    }
  g_ptr_array_add (ids, NULL);
  g_settings_set_strv (self->settings, COLUMNS, (const char *const *) ids->pdata);
  g_settings_set_value (self->settings, WIDTHS, g_variant_builder_end (&widths));
}

static gboolean
save_cb (gpointer data)
{
  TpExporterColumns *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* Dragging moves and widens by many small steps. */
static void
changed_cb (TpExporterColumns *self)
{
  if (self->arranging)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_MS, save_cb, self);
}

/* The columns of @ids in their order, then those that are not shown. */
static void
arrange (TpExporterColumns *self, const char *const *ids)
{
  guint place = 0;

  self->arranging = TRUE;
  g_hash_table_remove_all (self->chosen);
  /* Without names a list says nothing */
  if (!g_strv_contains (ids, "name"))
    g_hash_table_add (self->chosen, g_strdup ("name"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkColumnViewColumn *column = tp_exporter_columns_find (self, ids[i]);

      if (column == NULL || !g_hash_table_add (self->chosen, g_strdup (ids[i])))
        continue;
      gtk_column_view_insert_column (self->view, place++, column);
    }
  self->arranging = FALSE;
  fit (self);
}

static void
load (TpExporterColumns *self)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, COLUMNS);
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, WIDTHS);
  const char *id;
  GVariantIter iter;
  int width;

  self->arranging = TRUE;
  for (guint i = 0; i < count (self); i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);

      gtk_column_view_column_set_fixed_width (
          column, GPOINTER_TO_INT (g_hash_table_lookup (self->widths, gtk_column_view_column_get_id (column))));
    }
  g_variant_iter_init (&iter, widths);
  while (g_variant_iter_next (&iter, "{&si}", &id, &width))
    {
      GtkColumnViewColumn *column = tp_exporter_columns_find (self, id);

      if (column != NULL && width >= -1)
        gtk_column_view_column_set_fixed_width (column, width);
    }
  self->arranging = FALSE;
  arrange (self, (const char *const *) ids);
}

static void
tp_exporter_columns_finalize (GObject *object)
{
  TpExporterColumns *self = TP_EXPORTER_COLUMNS (object);

  if (self->save_source != 0)
    save (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->view);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->widths, g_hash_table_unref);
  G_OBJECT_CLASS (tp_exporter_columns_parent_class)->finalize (object);
}

static void
tp_exporter_columns_class_init (TpExporterColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_exporter_columns_finalize;
}

static void
tp_exporter_columns_init (TpExporterColumns *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->widths = g_hash_table_new (g_str_hash, g_str_equal);
}

/* What a heading offers; without names a list says nothing, so they cannot be hidden. */
static GMenuModel *
make_menu (const char *id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenuItem) up = g_menu_item_new (C_ ("menu", "Sort _Ascending"), NULL);
  g_autoptr (GMenuItem) down = g_menu_item_new (C_ ("menu", "Sort _Descending"), NULL);
  g_autoptr (GMenuItem) hide = g_menu_item_new (C_ ("menu", "_Hide Column"), NULL);

  g_menu_item_set_action_and_target (up, "page.sort", "(sb)", id, FALSE);
  g_menu_item_set_action_and_target (down, "page.sort", "(sb)", id, TRUE);
  g_menu_item_set_action_and_target (hide, "page.hide-column", "s", id);
  g_menu_append_item (order, up);
  g_menu_append_item (order, down);
  if (!g_str_equal (id, "name"))
    g_menu_append_item (columns, hide);
  g_menu_append (columns, C_ ("menu", "_Columns…"), "page.columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Public API */

/**
 * tp_exporter_columns_new:
 * @view: the table, with every column there is
 * @settings: the person's settings
 *
 * Shows the columns that the person has chosen, and keeps what is chosen, moved and
 * widened from now on.
 *
 * Returns: (transfer full): what looks after the columns
 */
TpExporterColumns *
tp_exporter_columns_new (GtkColumnView *view, GSettings *settings)
{
  TpExporterColumns *self = g_object_new (TP_TYPE_EXPORTER_COLUMNS, NULL);

  self->view = g_object_ref (view);
  self->settings = g_object_ref (settings);
  for (guint i = 0; i < count (self); i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);
      g_autoptr (GMenuModel) menu = make_menu (gtk_column_view_column_get_id (column));

      gtk_column_view_column_set_header_menu (column, menu);
      g_hash_table_insert (self->widths, (gpointer) g_intern_string (gtk_column_view_column_get_id (column)),
                           GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (column)));
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  load (self);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tp_exporter_columns_list:
 * @self: the columns
 *
 * Returns: (transfer full): a #TpCheckItem for each column, in the order of the table,
 *   ticked where it is chosen
 */
GListStore *
tp_exporter_columns_list (TpExporterColumns *self)
{
  GListStore *items = g_list_store_new (TP_TYPE_CHECK_ITEM);

  for (guint i = 0; i < count (self); i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);
      const char *id = gtk_column_view_column_get_id (column);
      g_autoptr (TpCheckItem) item = tp_check_item_new (id, gtk_column_view_column_get_title (column),
                                                        g_hash_table_contains (self->chosen, id));

      g_list_store_append (items, item);
    }
  return items;
}

/**
 * tp_exporter_columns_choose:
 * @self: the columns
 * @items: of #TpCheckItem: the columns in their order, ticked where they shall be shown
 */
void
tp_exporter_columns_choose (TpExporterColumns *self, GListModel *items)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TpCheckItem) item = g_list_model_get_item (items, i);

      if (tp_check_item_get_active (item))
        g_ptr_array_add (ids, g_strdup (tp_check_item_get_token (item)));
    }
  g_ptr_array_add (ids, NULL);
  arrange (self, (const char *const *) ids->pdata);
  changed_cb (self);
}

/**
 * tp_exporter_columns_hide:
 * @self: the columns
 * @id: the id of one that shall not be shown any more; the name stays
 */
void
tp_exporter_columns_hide (TpExporterColumns *self, const char *id)
{
  if (g_strcmp0 (id, "name") == 0 || !g_hash_table_remove (self->chosen, id))
    return;
  fit (self);
  changed_cb (self);
}

/**
 * tp_exporter_columns_reset:
 * @self: the columns
 *
 * Columns, order and widths as from the start.
 */
void
tp_exporter_columns_reset (TpExporterColumns *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_settings_reset (self->settings, COLUMNS);
  g_settings_reset (self->settings, WIDTHS);
  load (self);
}

/**
 * tp_exporter_columns_set_room:
 * @self: the columns
 * @room: how wide they may be together, 0 for as wide as they need
 */
void
tp_exporter_columns_set_room (TpExporterColumns *self, int room)
{
  self->room = room;
  fit (self);
}

/**
 * tp_exporter_columns_find:
 * @self: the columns
 * @id: a column's id, the field that it sorts by
 *
 * Returns: (transfer none) (nullable): the column
 */
GtkColumnViewColumn *
tp_exporter_columns_find (TpExporterColumns *self, const char *id)
{
  for (guint i = 0; i < count (self); i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (column_at (self, i)), id) == 0)
      return column_at (self, i);
  return NULL;
}
