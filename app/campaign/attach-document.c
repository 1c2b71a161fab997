/* attach-document.c: a file put to a requirement of an exporter, or taken from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "attach-document.h"

#include "edit-requirement-status.h"
#include "error.h"
#include "requirement.h"

#include <glib/gi18n-lib.h>

/**
 * tp_attach_document_new:
 * @exporter: an exporter's id
 * @requirement: a requirement's id
 * @document: (nullable): what to attach; %NULL: what is attached is taken off
 *
 * Returns: (transfer full): the input of tp_attach_document_run()
 */
TpAttachDocument *
tp_attach_document_new (gint64 exporter, gint64 requirement, TpDocument *document)
{
  TpAttachDocument *self = g_new0 (TpAttachDocument, 1);

  self->exporter = exporter;
  self->requirement = requirement;
  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_attach_document_free (gpointer input)
{
  TpAttachDocument *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->document);
  g_free (self);
}

/* A document that comes in has been received; the expiry of the one before is not its. */
static void
receive (TpRecord *status, TpDay day)
{
  const char *token = tp_record_get_text (status, "status");
  TpDay expiry = tp_record_get_day (status, "expiry");

  if (g_strcmp0 (token, "verified") != 0 && g_strcmp0 (token, "not_applicable") != 0)
    tp_record_set_text (status, "status", "received");
  else if (g_strcmp0 (tp_requirement_status_on (token, expiry, day), "expired") == 0)
    tp_record_set_text (status, "status", "received");
  if (expiry != TP_DAY_NONE && expiry < day)
    tp_record_clear (status, "expiry");
}

/**
 * tp_attach_document_run:
 * @change: a change
 * @input: a #TpAttachDocument
 * @error: return location
 *
 * Attaches a document to a requirement of an exporter (a #TpChangeFunc): what was
 * missing, requested or expired has then been received. Taking it off leaves the
 * status; the bytes stay in the workspace, so that it can be undone.
 *
 * Returns: whether it was done; the errors of tp_requirement_status_keep()
 */
gboolean
tp_attach_document_run (TpChange *change, gpointer input, GError **error)
{
  TpAttachDocument *self = input;
  TpReader *reader = tp_change_reader (change);
  TpDay day = self->day != TP_DAY_NONE ? self->day : tp_change_today (change);
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, self->exporter);
  g_autoptr (TpRecord) former = tp_reader_requirement_status (reader, self->exporter, self->requirement);
  g_autoptr (TpRecord) status = NULL;
  gint64 attachment;

  if (exporter == NULL || (former == NULL && self->document == NULL))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           exporter == NULL ? _ ("The exporter is no longer there. Nothing was changed.")
                                            : _ ("The document is no longer there. Nothing was changed."));
      return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (exporter));
  status = former != NULL ? tp_record_edit (former) : tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  tp_record_set_number (status, "exporter", self->exporter);
  tp_record_set_number (status, "requirement", self->requirement);
  if (self->document == NULL)
    {
      tp_record_clear (status, "attachment");
      return tp_change_update (change, status, error);
    }
  if (!tp_document_keep (change, self->document, &attachment, error))
    return FALSE;
  tp_record_set_number (status, "attachment", attachment);
  receive (status, day);
  return tp_requirement_status_keep (change, status, day, error);
}
