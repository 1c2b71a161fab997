/* attach-document.h: a file put to a requirement of an exporter, or taken from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* @document: %NULL takes the attached one off. */
typedef struct
{
  gint64 exporter;
  gint64 requirement;
  TpDocument *document;
  TpDay day; /* when; TP_DAY_NONE: today */
} TpAttachDocument;

TpAttachDocument *tp_attach_document_new  (gint64 exporter, gint64 requirement, TpDocument *document);
void              tp_attach_document_free (gpointer input);
gboolean          tp_attach_document_run  (TpChange *change, gpointer input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpAttachDocument, tp_attach_document_free)

G_END_DECLS
