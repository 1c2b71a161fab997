/* exporter-profile.c: an exporter's own fields.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-profile.h"

#include <glib/gi18n-lib.h>

struct _TpExporterProfile
{
  TpFactsPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TpExporterProfile, tp_exporter_profile, TP_TYPE_FACTS_PART)

static void
tp_exporter_profile_class_init (TpExporterProfileClass *klass)
{
  TP_FACTS_PART_CLASS (klass)->list = "profile";
  TP_FACTS_PART_CLASS (klass)->empty = NC_ ("exporter page", "Nothing.");
}

static void
tp_exporter_profile_init (TpExporterProfile *self)
{
}

/**
 * tp_exporter_profile_edit:
 * @self: a profile
 * @field: a field of an exporter
 *
 * Goes to where that field is entered.
 */
void
tp_exporter_profile_edit (TpExporterProfile *self, const char *field)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
