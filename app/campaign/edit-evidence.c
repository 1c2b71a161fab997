/* edit-evidence.c: a source recorded, and the figures that rest on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-evidence.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

/**
 * tp_evidence_edit_new:
 * @evidence: (nullable): the source as it shall be; %NULL: an empty new one
 *
 * Returns: (transfer full): an edit that cites it for nothing yet
 */
TpEvidenceEdit *
tp_evidence_edit_new (TpRecord *evidence)
{
  TpEvidenceEdit *self = g_new0 (TpEvidenceEdit, 1);

  self->evidence = evidence != NULL ? tp_record_edit (evidence) : tp_record_new (TP_KIND_EVIDENCE);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
tp_evidence_edit_free (gpointer edit)
{
  TpEvidenceEdit *self = edit;

  if (self == NULL)
    return;
  g_object_unref (self->evidence);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

/**
 * tp_evidence_edit_cite:
 * @edit: an edit
 * @kind: the kind of a record
 * @id: its id
 * @field: the figure that rests on the source
 */
void
tp_evidence_edit_cite (TpEvidenceEdit *edit, TpKind kind, gint64 id, const char *field)
{
  TpRecord *citation = tp_record_new (TP_KIND_CITATION);

  tp_record_set_text (citation, "subject_kind", tp_kind_token (kind));
  tp_record_set_number (citation, "subject", id);
  tp_record_set_text (citation, "field", field);
  g_ptr_array_add (edit->figures, citation);
}

static gboolean
is_cited (GPtrArray *citations, TpRecord *citation)
{
  for (guint i = 0; i < citations->len; i++)
    {
      TpRecord *other = g_ptr_array_index (citations, i);

      if (tp_record_get_number (other, "subject") == tp_record_get_number (citation, "subject")
          && g_strcmp0 (tp_record_get_text (other, "subject_kind"),
                        tp_record_get_text (citation, "subject_kind")) == 0
          && g_strcmp0 (tp_record_get_text (other, "field"), tp_record_get_text (citation, "field")) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_address (TpRecord *evidence, GError **error)
{
  const char *url = tp_record_get_text (evidence, "url");

  if (url == NULL || g_uri_is_valid (url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("“%s” is no web address: enter it in full, such as https://example.org/article. "
                  "Nothing was changed."),
               url);
  return FALSE;
}

/**
 * tp_edit_evidence_run:
 * @change: a change
 * @edit: (type TpEvidenceEdit): the source as it shall be
 * @error: return location
 *
 * A #TpChangeFunc.
 *
 * Returns: whether it was saved; %TP_ERROR_INVALID where it has no title or its
 *   address is none
 */
gboolean
tp_edit_evidence_run (TpChange *change, gpointer edit, GError **error)
{
  TpEvidenceEdit *self = edit;
  gint64 id = tp_record_get_id (self->evidence);
  g_autoptr (GPtrArray) known = NULL;

  if (!tp_record_is_set (self->evidence, "title"))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("Evidence needs the title of its source. Nothing was changed."));
      return FALSE;
    }
  if (!check_address (self->evidence, error) || !tp_record_validate (self->evidence, error)
      || !(id == 0 ? tp_change_insert (change, self->evidence, error)
                   : tp_change_update (change, self->evidence, error)))
    return FALSE;
  id = tp_record_get_id (self->evidence);
  known = tp_reader_children (tp_change_reader (change), TP_KIND_CITATION, "evidence", id);
  for (guint i = 0; i < self->figures->len; i++)
    {
      TpRecord *citation = g_ptr_array_index (self->figures, i);

      if (is_cited (known, citation))
        continue;
      tp_record_set_number (citation, "evidence", id);
      if (!tp_change_insert (change, citation, error))
        return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (self->evidence));
  return TRUE;
}
