/* saved-filters.c: filters of exporters that are kept under a name.
 *
 * They belong to the workspace: whoever opens it finds them, and each change of them is a
 * step of the journal like any other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "saved-filters.h"

#include "error.h"
#include "exporter-criteria.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RECORDS "exporters"

/* helpers */

static gboolean
collect (TpRecord *record, gpointer data, GError **error)
{
  if (g_strcmp0 (tp_record_get_text (record, "records"), RECORDS) == 0)
    g_ptr_array_add (data, g_object_ref (record));
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  TpRecord *x = *(TpRecord *const *) a, *y = *(TpRecord *const *) b;
  gint64 px = tp_record_get_number_or (x, "position", G_MAXINT64);
  gint64 py = tp_record_get_number_or (y, "position", G_MAXINT64);

  if (px != py)
    return px < py ? -1 : 1;
  return tp_record_get_id (x) < tp_record_get_id (y) ? -1 : 1;
}

/* All of them, in the order in which the person has put them. */
static GPtrArray *
list_filters (TpReader *reader, GError **error)
{
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func (g_object_unref);

  if (!tp_reader_each (reader, TP_KIND_SAVED_FILTER, collect, filters, error))
    return NULL;
  g_ptr_array_sort (filters, compare_places);
  return g_steal_pointer (&filters);
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1), *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

static TpRecord *
find_name (GPtrArray *filters, const char *name)
{
  for (guint i = 0; i < filters->len; i++)
    if (same_name (tp_record_get_text (g_ptr_array_index (filters, i), "name"), name))
      return g_ptr_array_index (filters, i);
  return NULL;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                       _ ("The saved filter is no longer there. Nothing was changed."));
  return FALSE;
}

/* The last place and one more: places may have gaps. */
static gint64
next_place (GPtrArray *filters)
{
  if (filters->len == 0)
    return 1;
  return tp_record_get_number_or (g_ptr_array_index (filters, filters->len - 1), "position", filters->len) + 1;
}

/* The record that shall hold the filter, for editing. */
static TpRecord *
target_of (TpChange *change, TpSavedFilterEdit *edit, GPtrArray *filters, const char *name, GError **error)
{
  TpRecord *named = find_name (filters, name);
  g_autoptr (TpRecord) before = NULL;
  TpRecord *record;

  if (named != NULL && tp_record_get_id (named) != edit->id && !edit->replace)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   _ ("There is a saved filter with the name “%s”; choose another name. Nothing was changed."), name);
      return NULL;
    }
  if (edit->id != 0)
    before = tp_reader_get (tp_change_reader (change), TP_KIND_SAVED_FILTER, edit->id);
  else if (named != NULL)
    before = g_object_ref (named);
  if (edit->id != 0 && before == NULL)
    {
      set_gone (error);
      return NULL;
    }
  if (before != NULL)
    return tp_record_edit (before);
  record = tp_record_new (TP_KIND_SAVED_FILTER);
  tp_record_set_text (record, "records", RECORDS);
  tp_record_set_number (record, "position", next_place (filters));
  return record;
}

static void
info_free (gpointer data)
{
  TpSavedFilterInfo *info = data;

  g_free (info->name);
  g_free (info->filter);
  g_free (info->words);
  g_free (info);
}

/* A filter may name what is gone by now: then it says so and counts nothing. */
static void
answer (TpSavedFilterInfo *info, TpReader *reader, TpSavedFiltersView *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_parse (reader, info->filter, &error);
  g_autoptr (TpQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;

  info->count = -1;
  if (criteria != NULL)
    {
      /* Written as it is now: names may have changed since */
      g_free (info->filter);
      info->filter = tp_exporter_criteria_format (criteria);
      info->words = tp_exporter_criteria_words (criteria, reader, view->as_of);
      /* To be counted it need not be sorted */
      tp_exporter_criteria_set_sort (criteria, NULL, FALSE);
      query = tp_query_new (TP_KIND_EXPORTER);
      tp_query_where (query, "archived", TP_OP_NOT_SET);
      tp_query_set_as_of (query, view->as_of);
      tp_exporter_criteria_apply (criteria, query, view->author);
      ids = tp_reader_select (reader, query, &error);
    }
  if (ids != NULL)
    info->count = ids->len;
  else
    g_set_str (&info->words, error != NULL ? error->message : "");
}

/* Public API */

/**
 * tp_saved_filter_edit_new:
 * @id: the filter to change, 0 for a new one
 * @name: what it shall be called
 * @filter: (nullable): what it shall ask for; %NULL for what it does ask for
 *
 * Returns: (transfer full): the input of tp_saved_filter_edit_run()
 */
TpSavedFilterEdit *
tp_saved_filter_edit_new (gint64 id, const char *name, const char *filter)
{
  TpSavedFilterEdit *self = g_new0 (TpSavedFilterEdit, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->filter = g_strdup (filter);
  return self;
}

void
tp_saved_filter_edit_free (gpointer edit)
{
  TpSavedFilterEdit *self = edit;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->filter);
  g_free (self);
}

/**
 * tp_saved_filter_edit_run:
 * @change: a change
 * @edit: a #TpSavedFilterEdit
 * @error: return location
 *
 * Saves a filter under a name, or gives one another name or other contents (a
 * #TpChangeFunc). No two have one name, whatever their capitals.
 *
 * Returns: whether it is saved
 */
gboolean
tp_saved_filter_edit_run (TpChange *change, gpointer edit, GError **error)
{
  TpSavedFilterEdit *self = edit;
  g_autofree char *name = g_strstrip (g_strdup (self->name != NULL ? self->name : ""));
  g_autoptr (GPtrArray) filters = list_filters (tp_change_reader (change), error);
  g_autoptr (TpRecord) record = NULL;

  if (filters == NULL)
    return FALSE;
  if (*name == '\0')
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, _ ("Give the filter a name. Nothing was changed."));
      return FALSE;
    }
  record = target_of (change, self, filters, name, error);
  if (record == NULL)
    return FALSE;
  tp_record_set_text (record, "name", name);
  if (self->filter != NULL)
    {
      g_autoptr (TpExporterCriteria) criteria
          = tp_exporter_criteria_parse (tp_change_reader (change), self->filter, error);
      g_autofree char *text = criteria != NULL ? tp_exporter_criteria_format (criteria) : NULL;

      if (criteria == NULL)
        return FALSE;
      if (*text == '\0')
        {
          g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                               _ ("The filter leaves nobody out and sorts nothing. Nothing was changed."));
          return FALSE;
        }
      tp_record_set_text (record, "filter", text);
    }
  tp_change_set_subject (change, name);
  return tp_record_get_id (record) != 0 ? tp_change_update (change, record, error)
                                        : tp_change_insert (change, record, error);
}

/**
 * tp_saved_filter_delete_run:
 * @change: a change
 * @id: a pointer to the id of a saved filter
 * @error: return location
 *
 * Deletes a saved filter (a #TpChangeFunc); the exporters it found stay.
 *
 * Returns: whether it is gone
 */
gboolean
tp_saved_filter_delete_run (TpChange *change, gpointer id, GError **error)
{
  gint64 *filter = id;
  g_autoptr (TpRecord) record = tp_reader_get (tp_change_reader (change), TP_KIND_SAVED_FILTER, *filter);

  if (record == NULL)
    return set_gone (error);
  tp_change_set_subject (change, tp_record_get_text (record, "name"));
  return tp_change_delete (change, TP_KIND_SAVED_FILTER, *filter, error);
}

/**
 * tp_saved_filter_move_run:
 * @change: a change
 * @move: a #TpSavedFilterMove
 * @error: return location
 *
 * Moves a saved filter up or down among the others (a #TpChangeFunc); past either end it
 * stays there.
 *
 * Returns: whether it is where it should be
 */
gboolean
tp_saved_filter_move_run (TpChange *change, gpointer move, GError **error)
{
  TpSavedFilterMove *self = move;
  g_autoptr (GPtrArray) filters = list_filters (tp_change_reader (change), error);
  TpRecord *moved = NULL;
  guint from = 0;

  if (filters == NULL)
    return FALSE;
  for (guint i = 0; i < filters->len; i++)
    if (tp_record_get_id (g_ptr_array_index (filters, i)) == self->id)
      {
        moved = g_ptr_array_steal_index (filters, i);
        from = i;
        break;
      }
  if (moved == NULL)
    return set_gone (error);
  g_ptr_array_insert (filters, CLAMP ((int) from + self->by, 0, (int) filters->len), moved);
  tp_change_set_subject (change, tp_record_get_text (moved, "name"));
  for (guint i = 0; i < filters->len; i++)
    {
      TpRecord *before = g_ptr_array_index (filters, i);
      g_autoptr (TpRecord) record = NULL;

      if (tp_record_get_number_or (before, "position", 0) == i + 1)
        continue;
      record = tp_record_edit (before);
      tp_record_set_number (record, "position", i + 1);
      if (!tp_change_update (change, record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tp_saved_filters_view_new:
 * @as_of: the day that is looked at
 * @author: (nullable): whom "@me" means
 *
 * Returns: (transfer full): the input of tp_saved_filters_read()
 */
TpSavedFiltersView *
tp_saved_filters_view_new (TpDay as_of, const char *author)
{
  TpSavedFiltersView *self = g_new0 (TpSavedFiltersView, 1);

  self->as_of = as_of;
  self->author = g_strdup (author);
  return self;
}

void
tp_saved_filters_view_free (gpointer view)
{
  TpSavedFiltersView *self = view;

  if (self == NULL)
    return;
  g_free (self->author);
  g_free (self);
}

/**
 * tp_saved_filters_read:
 * @reader: the workspace
 * @view: a #TpSavedFiltersView
 * @error: return location
 *
 * What the sidebar lists (a #TpReadFunc).
 *
 * Returns: (transfer full) (element-type TpSavedFilterInfo): the saved filters in their
 *   order, each with its count on the day
 */
gpointer
tp_saved_filters_read (TpReader *reader, gpointer view, GError **error)
{
  g_autoptr (GPtrArray) filters = list_filters (reader, error);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (info_free);

  if (filters == NULL)
    return NULL;
  for (guint i = 0; i < filters->len; i++)
    {
      TpRecord *record = g_ptr_array_index (filters, i);
      TpSavedFilterInfo *info = g_new0 (TpSavedFilterInfo, 1);

      info->id = tp_record_get_id (record);
      info->name = g_strdup (tp_record_get_text (record, "name"));
      info->filter = g_strdup (tp_record_get_text (record, "filter"));
      answer (info, reader, view);
      g_ptr_array_add (infos, info);
    }
  return g_steal_pointer (&infos);
}

/* The filter without its order, which stands last. */
static gsize
length_unsorted (const char *filter)
{
  const char *sort = g_str_has_prefix (filter, "sort=") ? filter : g_strrstr (filter, ";sort=");

  return sort != NULL ? (gsize) (sort - filter) : strlen (filter);
}

/**
 * tp_saved_filter_shows:
 * @saved: (nullable): a saved filter, as tp_exporter_criteria_format() writes it
 * @shown: (nullable): what is shown, written so too
 *
 * Returns: whether what is shown is exactly what was saved; an order counts where one was
 *   saved
 */
gboolean
tp_saved_filter_shows (const char *saved, const char *shown)
{
  gsize length;

  if (saved == NULL || shown == NULL)
    return FALSE;
  length = length_unsorted (saved);
  if (saved[length] != '\0')
    return g_str_equal (saved, shown);
  return length == length_unsorted (shown) && strncmp (saved, shown, length) == 0;
}
