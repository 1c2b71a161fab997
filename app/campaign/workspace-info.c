/* workspace-info.c: what a workspace holds and whether its file is sound.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-info.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static gpointer
read_contents (TpReader *reader, gpointer data, GError **error)
{
  TpWorkspaceInfo *self = data;

  self->damage = tp_reader_integrity (reader);
  /* Counts of a damaged file would mean nothing. */
  for (int kind = 0; self->damage == NULL && kind < TP_N_KINDS; kind++)
    self->counts[kind] = tp_reader_count (reader, (TpKind) kind);
  return self;
}

/**
 * tp_workspace_info_read:
 * @workspace: a workspace
 * @error: return location
 *
 * Reads the whole file: for commands, not for views.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
TpWorkspaceInfo *
tp_workspace_info_read (TpWorkspace *workspace, GError **error)
{
  g_autoptr (TpWorkspaceInfo) self = g_new0 (TpWorkspaceInfo, 1);
  GStatBuf status;

  if (g_stat (tp_workspace_get_path (workspace), &status) == 0)
    self->size = status.st_size;
  if (tp_workspace_read_sync (workspace, read_contents, self, error) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_workspace_info_free:
 * @self: (nullable): what tp_workspace_info_read() gave
 */
void
tp_workspace_info_free (TpWorkspaceInfo *self)
{
  g_free (self->damage);
  g_free (self);
}

static char *
info_json (TpWorkspaceInfo *self, TpWorkspace *workspace)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, tp_workspace_get_path (workspace));
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, tp_workspace_get_title (workspace));
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, TP_SCHEMA_VERSION);
  json_builder_set_member_name (builder, "size");
  json_builder_add_int_value (builder, self->size);
  json_builder_set_member_name (builder, "demonstration");
  json_builder_add_boolean_value (builder, tp_workspace_is_demonstration (workspace));
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, self->damage == NULL);
  json_builder_set_member_name (builder, "damage");
  json_builder_add_string_value (builder, self->damage);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_object (builder);
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      json_builder_set_member_name (builder, tp_kind_info ((TpKind) kind)->plural);
      json_builder_add_int_value (builder, self->counts[kind]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}

/**
 * tp_workspace_info_text:
 * @self: what a workspace holds
 * @workspace: the workspace
 * @format: %TP_ROWS_JSON, or %TP_ROWS_TABLE for people
 *
 * Returns: (transfer full): it as text
 */
char *
tp_workspace_info_text (TpWorkspaceInfo *self, TpWorkspace *workspace, TpRowsFormat format)
{
  g_autofree char *size = g_format_size (self->size > 0 ? (guint64) self->size : 0);
  GString *out;

  if (format == TP_ROWS_JSON)
    return info_json (self, workspace);
  out = g_string_new (NULL);
  g_string_append_printf (out, _ ("Workspace: %s"), tp_workspace_get_path (workspace));
  g_string_append_c (out, '\n');
  g_string_append_printf (out, _ ("Title: %s"), tp_workspace_get_title (workspace));
  g_string_append_c (out, '\n');
  if (tp_workspace_is_demonstration (workspace))
    g_string_append_printf (out, "%s\n", _ ("It holds invented records, for demonstration"));
  g_string_append_printf (out, _ ("Schema version: %d"), TP_SCHEMA_VERSION);
  g_string_append_c (out, '\n');
  g_string_append_printf (out, _ ("Size: %s"), size);
  g_string_append_c (out, '\n');
  if (self->damage != NULL)
    g_string_append_printf (out, _ ("The file is damaged: %s"), self->damage);
  else
    g_string_append (out, _ ("The file is sound"));
  g_string_append (out, "\n\n");
  for (int kind = 0; self->damage == NULL && kind < TP_N_KINDS; kind++)
    g_string_append_printf (out, "%-22s %8" G_GINT64_FORMAT "\n", tp_kind_info ((TpKind) kind)->plural,
                            self->counts[kind]);
  return g_string_free (out, FALSE);
}
