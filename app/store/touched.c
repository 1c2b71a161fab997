/* touched.c: which records a changeset touched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

void
tp_touched_init (TpTouched *self)
{
  *self = (TpTouched){ 0 };
}

void
tp_touched_clear (TpTouched *self)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    g_clear_pointer (&self->ids[kind], g_hash_table_unref);
  g_clear_pointer (&self->aspects, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->asked_in, g_hash_table_unref);
  tp_touched_init (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The touched ids of a kind, ascending: tables and the search index are written in
 * their own order (out of order, the index flushes at every row). */
GArray *
tp_touched_sorted (TpTouched *self, TpKind kind)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *id;

  if (self->ids[kind] == NULL)
    return ids;
  g_hash_table_iter_init (&iter, self->ids[kind]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (ids, *id);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
add_to (GHashTable **ids, gint64 id)
{
  if (*ids == NULL)
    *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!g_hash_table_contains (*ids, &id))
    g_hash_table_add (*ids, g_memdup2 (&id, sizeof id));
}

static void
add_id (TpTouched *self, TpKind kind, gint64 id)
{
  add_to (&self->ids[kind], id);
}

static void
add_aspects (TpTouched *self, gint64 exporter, TpAspect aspects)
{
  gpointer before = NULL;

  if (self->aspects == NULL)
    self->aspects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (self->aspects, &exporter, NULL, &before))
    aspects |= GPOINTER_TO_UINT (before);
  g_hash_table_insert (self->aspects, g_memdup2 (&exporter, sizeof exporter), GUINT_TO_POINTER (aspects));
}

/* An exporter that did not change itself, but on which a changed record hangs, or hung
 * before: @aspects of it may differ now. */
void
tp_touched_add_exporter (TpTouched *self, gint64 id, TpAspect aspects)
{
  gboolean whole = self->ids[TP_KIND_EXPORTER] != NULL
                   && g_hash_table_contains (self->ids[TP_KIND_EXPORTER], &id)
                   && (self->aspects == NULL || !g_hash_table_contains (self->aspects, &id));

  self->known |= G_GUINT64_CONSTANT (1) << TP_KIND_EXPORTER;
  add_id (self, TP_KIND_EXPORTER, id);
  if (!whole)
    add_aspects (self, id, aspects);
}

/* Whether something changed of a touched exporter that bears on @aspect. */
gboolean
tp_touched_has_aspect (TpTouched *self, gint64 exporter, TpAspect aspect)
{
  gpointer aspects;

  return self->aspects == NULL || !g_hash_table_lookup_extended (self->aspects, &exporter, NULL, &aspects)
         || (GPOINTER_TO_UINT (aspects) & aspect) != 0;
}

void
tp_touched_add (TpTouched *self, TpKind kind, gint64 id)
{
  self->kinds |= G_GUINT64_CONSTANT (1) << kind;
  add_id (self, kind, id);
}

/* What bears on an exporter when a record that names it comes, changes or goes. */
static TpAspect
aspects_of_child (TpKind kind)
{
  switch (kind)
    {
    case TP_KIND_PRODUCT:
      return TP_ASPECT_WORDS | TP_ASPECT_PAPERS;
    case TP_KIND_ENROLMENT:
    case TP_KIND_REQUIREMENT_STATUS:
      return TP_ASPECT_PAPERS;
    case TP_KIND_ACTIVITY:
      return TP_ASPECT_WAY | TP_ASPECT_PAPERS;
    default:
      return 0;
    }
}

static TpAspect
aspects_of_field (const char *field)
{
  static const struct
  {
    const char *name;
    TpAspect aspects;
  } fields[] = {
    { "stage", TP_ASPECT_WAY },       { "archived", TP_ASPECT_WAY },
    { "name", TP_ASPECT_WORDS },      { "sourced", TP_ASPECT_WAY | TP_ASPECT_PAPERS },
    { "name_local", TP_ASPECT_WORDS }, { "province", TP_ASPECT_WAY | TP_ASPECT_PLACE },
    { "contact", TP_ASPECT_WORDS },   { "hs_chapters", TP_ASPECT_PAPERS },
    { "uscc", TP_ASPECT_WORDS },      { "phone", TP_ASPECT_WORDS },
    { "reference", TP_ASPECT_WORDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      return fields[i].aspects;
  return 0;
}

/* Which aspects the fields that an update changed bear on. */
static TpAspect
aspects_of_update (sqlite3_changeset_iter *iter, int n_columns)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  TpAspect aspects = 0;

  for (guint i = 0; i < info->n_fields && (int) i + 1 < n_columns; i++)
    {
      sqlite3_value *old = NULL;

      sqlite3changeset_old (iter, (int) i + 1, &old);
      if (old != NULL)
        aspects |= aspects_of_field (info->fields[i].name);
    }
  return aspects;
}

/* A row of the timeline that goes: a step of a stage bears on no paper, a step of a
 * requirement on no stage, a note on neither. One that is edited may have been anything. */
static TpAspect
aspects_of_former (TpKind kind, int op, sqlite3_changeset_iter *iter)
{
  TpAspect aspects = aspects_of_child (kind);
  sqlite3_value *value = NULL;

  if (kind != TP_KIND_ACTIVITY || op != SQLITE_DELETE)
    return aspects;
  sqlite3changeset_old (iter, tp_kind_field_index (kind, "to_stage") + 1, &value);
  if (value != NULL && sqlite3_value_type (value) == SQLITE_NULL)
    aspects &= ~(guint) TP_ASPECT_WAY;
  value = NULL;
  sqlite3changeset_old (iter, tp_kind_field_index (kind, "requirement") + 1, &value);
  if (value != NULL && sqlite3_value_type (value) == SQLITE_NULL)
    aspects &= ~(guint) TP_ASPECT_PAPERS;
  return aspects;
}

/* The exporters that a row named before it was changed or deleted: what is derived for
 * those must be worked out again, and the table no longer names them. */
static void
add_former_exporters (TpTouched *self, TpKind kind, int op, sqlite3_changeset_iter *iter, int n_columns)
{
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields && (int) i + 1 < n_columns; i++)
    {
      sqlite3_value *old = NULL;

      if (info->fields[i].type != TP_FIELD_REF || info->fields[i].ref != TP_KIND_EXPORTER)
        continue;
      sqlite3changeset_old (iter, (int) i + 1, &old);
      if (old != NULL && sqlite3_value_type (old) == SQLITE_INTEGER)
        tp_touched_add_exporter (self, sqlite3_value_int64 (old), aspects_of_former (kind, op, iter));
    }
}

/* What a row held in a field before; NULL where an update left it as it was. */
static sqlite3_value *
former_value (TpKind kind, const char *field, sqlite3_changeset_iter *iter, int n_columns)
{
  int column = tp_kind_field_index (kind, field) + 1;
  sqlite3_value *old = NULL;

  if (column < n_columns)
    sqlite3changeset_old (iter, column, &old);
  return old;
}

/* Whether a row of a requirement or a set changes for whom it is asked. */
static void
add_rule (TpTouched *self, TpKind kind, gint64 id, int op, sqlite3_changeset_iter *iter, int n_columns)
{
  sqlite3_value *set;

  if (kind == TP_KIND_REQUIREMENT_SET)
    {
      if (op == SQLITE_UPDATE
          && (former_value (kind, "hs_chapters", iter, n_columns) != NULL
              || former_value (kind, "programme", iter, n_columns) != NULL))
        self->asked_of_all = TRUE;
      return;
    }
  set = op != SQLITE_INSERT ? former_value (kind, "requirement_set", iter, n_columns) : NULL;
  if (op == SQLITE_UPDATE && set == NULL && former_value (kind, "applies", iter, n_columns) == NULL
      && former_value (kind, "retired", iter, n_columns) == NULL)
    return;
  add_to (&self->asked, id);
  if (set != NULL && sqlite3_value_type (set) == SQLITE_INTEGER)
    add_to (&self->asked_in, sqlite3_value_int64 (set));
  else if (set != NULL || op == SQLITE_DELETE)
    self->asked_of_all = TRUE;
}

/* One row of a changeset. */
static void
add_row (TpTouched *self, TpKind kind, gint64 id, int op, sqlite3_changeset_iter *iter, int n_columns)
{
  gboolean updated = kind == TP_KIND_EXPORTER && op == SQLITE_UPDATE;

  /* What of it changed is noted before it is among the touched, where it would count
   * as changed whole. */
  if (updated)
    tp_touched_add_exporter (self, id, aspects_of_update (iter, n_columns));
  else if (kind == TP_KIND_EXPORTER && self->aspects != NULL)
    g_hash_table_remove (self->aspects, &id);
  if (kind == TP_KIND_REQUIREMENT || kind == TP_KIND_REQUIREMENT_SET)
    add_rule (self, kind, id, op, iter, n_columns);
  tp_touched_add (self, kind, id);
  if (op == SQLITE_INSERT)
    return;
  self->known |= G_GUINT64_CONSTANT (1) << kind;
  add_former_exporters (self, kind, op, iter, n_columns);
}

/* Adds the keys in a changeset; FALSE where it cannot be read. */
gboolean
tp_touched_read (TpTouched *self, const void *changeset, int size)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) changeset) != SQLITE_OK)
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *id = NULL;
      TpKind kind;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      kind = tp_kind_from_token (table);
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &id);
      else
        sqlite3changeset_old (iter, 0, &id);
      if (kind != TP_KIND_NONE && id != NULL)
        add_row (self, kind, sqlite3_value_int64 (id), op, iter, n_columns);
      self->n_rows++;
    }
  return sqlite3changeset_finalize (iter) == SQLITE_OK;
}
