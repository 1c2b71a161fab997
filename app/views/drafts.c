/* drafts.c: what was begun in a form and not kept yet.
 *
 * A key file a workspace, named by a hash of the workspace's path, readable by its
 * owner alone. It is rewritten whole, at most twice a second, and removed when
 * nothing is left in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "drafts.h"

#include <glib/gstdio.h>

#define WAIT_MS 500
#define DATA_KEY "tp-drafts"

struct _TpDrafts
{
  GObject parent_instance;

  char *file;
  GKeyFile *keys;
  guint waiting; /* source that writes */
};

G_DEFINE_FINAL_TYPE (TpDrafts, tp_drafts, G_TYPE_OBJECT)

static gboolean
is_empty (TpDrafts *self)
{
  gsize n = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, &n);

  return n == 0;
}

static void
write_file (TpDrafts *self)
{
  g_autofree char *folder = g_path_get_dirname (self->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (is_empty (self))
    {
      g_unlink (self->file);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  text = g_key_file_to_data (self->keys, &length, NULL);
  /* What cannot be kept here is still in its form: no reason to disturb anybody. */
  if (!g_file_set_contents_full (self->file, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_info ("Drafts are not kept: %s", error->message);
}

static gboolean
write_cb (gpointer data)
{
  TpDrafts *self = data;

  self->waiting = 0;
  write_file (self);
  return G_SOURCE_REMOVE;
}

static void
write_soon (TpDrafts *self)
{
  if (self->waiting == 0)
    self->waiting = g_timeout_add (WAIT_MS, write_cb, self);
}

static void
tp_drafts_finalize (GObject *object)
{
  TpDrafts *self = TP_DRAFTS (object);

  tp_drafts_flush (self);
  g_key_file_unref (self->keys);
  g_free (self->file);
  G_OBJECT_CLASS (tp_drafts_parent_class)->finalize (object);
}

static void
tp_drafts_class_init (TpDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_drafts_finalize;
}

static void
tp_drafts_init (TpDrafts *self)
{
  self->keys = g_key_file_new ();
}

/* Public API */

/**
 * tp_drafts_new:
 * @file: where they are kept; need not exist
 *
 * Returns: (transfer full): the drafts that are there
 */
TpDrafts *
tp_drafts_new (const char *file)
{
  TpDrafts *self = g_object_new (TP_TYPE_DRAFTS, NULL);

  self->file = g_strdup (file);
  /* A file that cannot be read holds nothing that could be shown. */
  if (!g_key_file_load_from_file (self->keys, file, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (self->keys);
      self->keys = g_key_file_new ();
    }
  return self;
}

/**
 * tp_drafts_of:
 * @workspace: a #TpWorkspace
 * @path: its path
 *
 * Returns: (transfer none): what was begun in its forms, the same for all its windows
 */
TpDrafts *
tp_drafts_of (GObject *workspace, const char *path)
{
  TpDrafts *self = g_object_get_data (workspace, DATA_KEY);

  if (self == NULL)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
      g_autofree char *name = g_strconcat (hash, ".drafts", NULL);
      g_autofree char *file = g_build_filename (g_get_user_state_dir (), "tradepivot", name, NULL);

      self = tp_drafts_new (file);
      g_object_set_data_full (workspace, DATA_KEY, self, g_object_unref);
    }
  return self;
}

/**
 * tp_drafts_get:
 * @self: drafts
 * @form: a form's name
 * @field: a field of it
 *
 * Returns: (transfer full) (nullable): what was begun there
 */
char *
tp_drafts_get (TpDrafts *self, const char *form, const char *field)
{
  g_return_val_if_fail (TP_IS_DRAFTS (self), NULL);
  return g_key_file_get_string (self->keys, form, field, NULL);
}

/**
 * tp_drafts_set:
 * @self: drafts
 * @form: a form's name
 * @field: a field of it, of letters, digits, "-" and "_"
 * @text: (nullable): what was begun; %NULL for nothing. An empty text is kept: somebody
 *   may be about to make a field empty
 */
void
tp_drafts_set (TpDrafts *self, const char *form, const char *field, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (TP_IS_DRAFTS (self));
  now = tp_drafts_get (self, form, field);
  if (g_strcmp0 (now, text) == 0)
    return;
  if (text != NULL)
    g_key_file_set_string (self->keys, form, field, text);
  else
    {
      g_auto (GStrv) left = NULL;

      g_key_file_remove_key (self->keys, form, field, NULL);
      left = g_key_file_get_keys (self->keys, form, NULL, NULL);
      if (left != NULL && left[0] == NULL)
        g_key_file_remove_group (self->keys, form, NULL);
    }
  write_soon (self);
}

/**
 * tp_drafts_fields:
 * @self: drafts
 * @form: a form's name
 *
 * Returns: (transfer full) (nullable): the fields in which something was begun; %NULL
 *   where there is none
 */
GStrv
tp_drafts_fields (TpDrafts *self, const char *form)
{
  g_return_val_if_fail (TP_IS_DRAFTS (self), NULL);
  return g_key_file_get_keys (self->keys, form, NULL, NULL);
}

/**
 * tp_drafts_drop:
 * @self: drafts
 * @form: a form's name
 *
 * The form was kept or given up: forgets what was begun in it.
 */
void
tp_drafts_drop (TpDrafts *self, const char *form)
{
  g_return_if_fail (TP_IS_DRAFTS (self));
  if (g_key_file_remove_group (self->keys, form, NULL))
    write_soon (self);
}

/**
 * tp_drafts_flush:
 * @self: drafts
 *
 * Writes at once what waits to be written.
 */
void
tp_drafts_flush (TpDrafts *self)
{
  g_return_if_fail (TP_IS_DRAFTS (self));
  if (self->waiting == 0)
    return;
  g_clear_handle_id (&self->waiting, g_source_remove);
  write_file (self);
}
