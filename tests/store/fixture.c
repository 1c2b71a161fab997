/* fixture.c: a workspace in a folder of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tp-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "试.tradepivot", NULL);
  self->store = tp_store_open (self->path, TP_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  self->store = tp_store_open (self->path, TP_STORE_OPEN, &error);
  g_assert_no_error (error);
}

static gboolean
dump_record (TpRecord *record, gpointer data, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  GString *out = data;

  g_string_append_printf (out, "%s %" G_GINT64_FORMAT, info->token, tp_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpValue *value = tp_record_value (record, i);

      if (value->set && value->text != NULL)
        g_string_append_printf (out, " %s=%s", info->fields[i].name, value->text);
      else if (value->set)
        g_string_append_printf (out, " %s=%" G_GINT64_FORMAT, info->fields[i].name, value->number);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

static gpointer
dump (TpReader *reader, gpointer data, GError **error)
{
  GString *out = g_string_new (NULL);

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    if (!tp_reader_each (reader, (TpKind) kind, dump_record, out, error))
      {
        g_string_free (out, TRUE);
        return NULL;
      }
  return g_string_free (out, FALSE);
}

char *
fixture_dump (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  char *text = tp_store_read_sync (store, dump, NULL, &error);

  g_assert_no_error (error);
  return text;
}

static gboolean
insert_one (TpChange *change, gpointer data, GError **error)
{
  return tp_change_insert (change, data, error);
}

gint64
fixture_insert (TpStore *store, TpRecord *record)
{
  g_autoptr (GError) error = NULL;

  tp_store_change_sync (store, "test", "Tester", insert_one, record, NULL, &error);
  g_assert_no_error (error);
  return tp_record_get_id (record);
}

TpRecord *
fixture_exporter (const char *name, const char *uscc)
{
  TpRecord *exporter = tp_record_new (TP_KIND_EXPORTER);

  tp_record_set_text (exporter, "name_local", name);
  tp_record_set_text (exporter, "uscc", uscc);
  tp_record_set_text (exporter, "province", "33");
  tp_record_set_text (exporter, "stage", "sourced");
  tp_record_set_day (exporter, "sourced", tp_day_new (2025, 5, 2));
  return exporter;
}
