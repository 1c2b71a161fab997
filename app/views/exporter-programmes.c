/* exporter-programmes.c: the programmes an exporter is in, and what it received.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-programmes.h"

#include <glib/gi18n-lib.h>

struct _TpExporterProgrammes
{
  TpFactsPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TpExporterProgrammes, tp_exporter_programmes, TP_TYPE_FACTS_PART)

static void
tp_exporter_programmes_class_init (TpExporterProgrammesClass *klass)
{
  TP_FACTS_PART_CLASS (klass)->list = "programmes";
  TP_FACTS_PART_CLASS (klass)->empty = NC_ ("exporter page", "In no programme yet.");
}

static void
tp_exporter_programmes_init (TpExporterProgrammes *self)
{
}
