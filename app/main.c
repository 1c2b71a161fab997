/* main.c: the program with a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* The folder that holds the build, where the program runs without being installed:
 * its settings schema and translations lie there. */
static char *
build_folder (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *app = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *folder = app != NULL ? g_path_get_dirname (app) : NULL;
  g_autofree char *schemas
      = folder != NULL ? g_build_filename (folder, "data", "gschemas.compiled", NULL) : NULL;

  return schemas != NULL && g_file_test (schemas, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
}

static gboolean
has_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, TP_APP_ID, TRUE) : NULL;

  return schema != NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *build = build_folder ();
  g_autofree char *locales = build != NULL ? g_build_filename (build, "po", NULL) : NULL;
  g_autoptr (TpApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : TP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (build != NULL)
    {
      g_autofree char *schemas = g_build_filename (build, "data", NULL);

      g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
    }
  /* Without its schema GSettings would end the process with no word to the person */
  if (!has_settings ())
    {
      g_printerr ("%s\n", _ ("TradePivot is not completely installed: its settings schema is missing. "
                             "Install it again, or start it with build-aux/run."));
      return 1;
    }
  app = tp_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
