/* import-plan.h: the inside of an import plan, shared by the files that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-reader.h"
#include "csv-writer.h"
#include "import-exporters.h"

G_BEGIN_DECLS

/* Rows shown of those refused; all of them go to the file. */
#define TP_REFUSED_SHOWN 1000
#define TP_SAMPLE_ROWS 3

typedef struct
{
  char *heading;
  const TpField *field; /* NULL: not imported */
  int index;            /* the field's place in the record */
  const char *scale;    /* 万 or 亿, where the heading says so; or NULL */
  const char *currency; /* where the heading names one; or NULL */
  GHashTable *known;    /* text → TpValue: words that come again and again; or NULL */
} TpImportColumn;

struct _TpImportPlan
{
  GObject parent_instance;

  GFile *file;
  char *name;
  char *wanted_encoding;
  TpOnDuplicate on_duplicate;
  TpOnFault on_fault;
  TpDay day;          /* of what the file does not date; TP_DAY_NONE: today */
  gboolean nameless;  /* it has rows without a USCC */
  TpImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  gboolean open;
  char *encoding;
  char delimiter;
  guint heading_line;
  GArray *columns;    /* of TpImportColumn */
  GPtrArray *samples; /* of GStrv */

  TpImportCounts counts;
  GPtrArray *refused; /* of TpRefusedRow, the first of them */
  GFile *spool;       /* all refused rows as CSV; NULL: none */
};

int       tp_import_score_headings   (GPtrArray *cells, gpointer data);

/* import-row.c */
void      tp_import_column_recognise (TpImportColumn *column);
void      tp_import_column_clear     (gpointer column);
TpRecord *tp_import_row_read         (TpImportPlan *self, GPtrArray *cells, const char *currency,
                                      int *column, GError **error);
gboolean  tp_import_row_check        (TpImportPlan *self, TpRecord *exporter, int *column, GError **error);
int       tp_import_column_of        (TpImportPlan *self, const char *field);

/* import-refused.c */
TpRefusedRow *tp_refused_row_new     (gint64 line, const char *name, const char *column,
                                      const char *value, const char *reason);

/* import-seen.c */
typedef struct _TpSeen TpSeen;

TpSeen   *tp_seen_new                (void);
void      tp_seen_free               (TpSeen *self);
gint64    tp_seen_find               (TpSeen *self, const char *key);
void      tp_seen_add                (TpSeen *self, const char *key, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSeen, tp_seen_free)

/* import-names.c */
TpSeen   *tp_import_names_read       (TpReader *reader, TpChange *change, GCancellable *cancellable,
                                      GError **error);
gint64    tp_import_names_find       (TpSeen *names, TpRecord *exporter);

/* hashing-stream.c */
GInputStream *tp_hashing_stream_new  (GInputStream *base);
char         *tp_hashing_stream_get  (GInputStream *stream);

G_END_DECLS
