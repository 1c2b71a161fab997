/* edit-exporter.c: adding an exporter and changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-exporter.h"

#include "error.h"
#include "exporter-match.h"
#include "field-text.h"
#include "province.h"
#include "rebase.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>

/* Stages change through advancing alone, so that each has its activity. */
static gboolean
check_stage (TpReader *reader, TpRecord *exporter, GError **error)
{
  g_autoptr (TpRecord) stored = tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_id (exporter));

  if (stored == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   _ ("“%s” is no longer there. Nothing was changed."), tp_record_get_title (exporter));
      return FALSE;
    }
  if (g_strcmp0 (tp_record_get_text (stored, "stage"), tp_record_get_text (exporter, "stage")) == 0)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               _ ("The stage of “%s” is changed by advancing it, which keeps the day and the reason. "
                  "Nothing was changed."),
               tp_record_get_title (exporter));
  return FALSE;
}

/* Without a USCC name and province tell exporters apart: one of each. */
static gboolean
check_alone (TpReader *reader, TpRecord *exporter, GError **error)
{
  g_autoptr (TpRecord) other = NULL;
  g_autoptr (GError) failed = NULL;

  if (tp_record_is_set (exporter, "uscc"))
    return TRUE;
  other = tp_exporter_find_named (reader, exporter, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (other == NULL)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
               /* Translators: an exporter's name and its province */
               _ ("“%s” in %s is there already: open that one, or enter the USCC that tells them apart"),
               tp_record_get_title (other), tp_province_name (tp_record_get_text (other, "province")));
  return FALSE;
}

/* Public API */

/**
 * tp_edit_exporter_new:
 * @exporter: (transfer full): an unsealed exporter; without an id it is to be added
 *
 * Returns: (transfer full): the input of tp_edit_exporter_run()
 */
TpEditExporter *
tp_edit_exporter_new (TpRecord *exporter)
{
  TpEditExporter *self = g_new0 (TpEditExporter, 1);

  self->exporter = exporter;
  return self;
}

void
tp_edit_exporter_free (gpointer input)
{
  TpEditExporter *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->exporter);
  g_clear_object (&self->base);
  g_free (self->warning);
  g_free (self);
}

/**
 * tp_exporter_warning:
 * @exporter: an exporter
 *
 * Returns: (transfer full) (nullable): what to look at again although it may be kept:
 *   that the region in the USCC is not in the province given (GB 32100-2015 keeps the
 *   region of first registration, and companies move)
 */
char *
tp_exporter_warning (TpRecord *exporter)
{
  const char *uscc = tp_record_get_text (exporter, "uscc");
  const char *province = tp_record_get_text (exporter, "province");

  if (tp_uscc_agrees (uscc, province))
    return NULL;
  return g_strdup_printf (
      /* Translators: both are provinces */
      _ ("The USCC was registered in %s, the province given is %s: check which one is right"),
      tp_province_name (tp_uscc_region_province (uscc)), tp_province_name (province));
}

/**
 * tp_edit_exporter_run:
 * @change: a change
 * @input: a #TpEditExporter
 * @error: return location
 *
 * Adds or changes an exporter (a #TpChangeFunc). A new one starts at the stage that
 * its record names, sourced where it names none, and today where no day is given. The
 * stage of an existing one is not changed here: see tp_advance_run(). With a base only
 * what differs from it is changed (tp_record_rebase()).
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_EXISTS, %TP_ERROR_REFUSED,
 *   %TP_ERROR_CONFLICT where somebody else changed the same field meanwhile
 */
gboolean
tp_edit_exporter_run (TpChange *change, gpointer input, GError **error)
{
  TpEditExporter *self = input;
  gboolean is_new = tp_record_get_id (self->exporter) == 0;
  g_autoptr (TpRecord) former = NULL;
  TpRecord *exporter;
  const char *region;

  if (!tp_rebase (tp_change_reader (change), self->base, &self->exporter, error))
    return FALSE;
  exporter = self->exporter;
  region = tp_uscc_region_province (tp_record_get_text (exporter, "uscc"));
  if (!tp_record_is_set (exporter, "province") && region != NULL)
    tp_record_set_text (exporter, "province", region);
  if (is_new && !tp_record_is_set (exporter, "stage"))
    tp_record_set_text (exporter, "stage", tp_stage_token (TP_STAGE_SOURCED));
  if (is_new && !tp_record_is_set (exporter, "sourced"))
    tp_record_set_day (exporter, "sourced", tp_change_today (change));

  if (!tp_record_validate (exporter, error)
      || (!is_new && !check_stage (tp_change_reader (change), exporter, error))
      || !check_alone (tp_change_reader (change), exporter, error))
    return FALSE;
  g_free (self->warning);
  self->warning = tp_exporter_warning (exporter);
  /* By the name it had: what is undone may be the name itself. */
  if (!is_new)
    former = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER, tp_record_get_id (exporter));
  tp_change_set_subject (change, tp_record_get_title (former != NULL ? former : exporter));
  return is_new ? tp_change_insert (change, exporter, error) : tp_change_update (change, exporter, error);
}
