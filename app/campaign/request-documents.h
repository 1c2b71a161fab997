/* request-documents.h: papers asked for, of one exporter or of many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"
#include "checklist.h"

G_BEGIN_DECLS

/* Days that people are given at first. */
#define TP_REQUEST_USUAL_DAYS 14

/* What was not asked for, and why. */
typedef struct
{
  gint64 exporter;
  gint64 requirement;
  char *title;  /* the exporter's */
  char *needed; /* the requirement's title */
  char *reason; /* a clause in words */
} TpNotRequested;

/* @requirements: none: all that stand open for the exporter. */
typedef struct
{
  GArray *exporters;    /* of gint64 */
  GArray *requirements; /* of gint64 */
  TpDay due;            /* TP_DAY_NONE: none said; a due day that is there stays */
  TpDay day;            /* of the request; TP_DAY_NONE: today */

  /* What came of it, after it ran */
  guint requested;
  GArray *asked;        /* of gint64: the exporters of whom something was requested */
  GPtrArray *skipped;   /* of TpNotRequested */
} TpRequestDocuments;

TpRequestDocuments *tp_request_documents_new  (const gint64 *exporters, guint n_exporters,
                                               const gint64 *requirements, guint n_requirements, TpDay due);
void                tp_request_documents_free (gpointer input);
gboolean            tp_request_documents_run  (TpChange *change, gpointer input, GError **error);

/* One document, and the rules: what other use cases that request some share. */
gboolean    tp_request_check_days (TpDay due, TpDay day, TpDay today, GError **error);
const char *tp_why_not_requested  (const TpChecklistItem *item, TpDay day);
gboolean    tp_request_document   (TpChange *change, gint64 exporter, const TpChecklistItem *item, TpDay due,
                                   TpDay day, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRequestDocuments, tp_request_documents_free)

G_END_DECLS
