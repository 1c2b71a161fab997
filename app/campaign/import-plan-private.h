/* import-plan-private.h: the inside of an import plan, shared by the files that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-reader.h"
#include "csv-writer.h"
#include "import-plan.h"

G_BEGIN_DECLS

/* Rows shown of those refused, and of each other outcome; all refused ones go to the file. */
#define TP_REFUSED_SHOWN 1000
#define TP_OTHERS_SHOWN 200
#define TP_SAMPLE_ROWS 3
/* Records kept to be looked at afterwards: as many as one still looks through. */
#define TP_TAKEN_KEPT 1000
/* The columns that a file of refused rows has after those of the list it comes from. */
#define TP_REJECTS_COLUMNS 3

typedef struct _TpImportKind TpImportKind;
typedef struct _TpImportWalk TpImportWalk;

typedef struct
{
  char *heading;
  const TpField *field; /* NULL: not imported */
  int index;            /* the field's place in the record, or -1 */
  int extra;            /* its place among the kind's extra fields, or -1 */
  const char *scale;    /* 万 or 亿, where the heading says so; or NULL */
  const char *currency; /* where the heading names one; or NULL */
  GHashTable *known;    /* text → TpValue: words that come again and again; or NULL */
} TpImportColumn;

struct _TpImportPlan
{
  GObject parent_instance;

  const TpImportKind *kind; /* NULL: guessed from the headings */
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
  char *etag;         /* of the file that was looked at; NULL: not known */
  char *encoding;
  gboolean doubtful;  /* the encoding: guessed, and none that tells by itself */
  guint doubt_line;   /* the first line that rests on it, 0: none */
  char delimiter;
  guint heading_line;
  GArray *columns;    /* of TpImportColumn */
  guint n_own;        /* the columns of the list itself; others a file of refused rows has */
  GPtrArray *samples; /* of GStrv */

  TpImportCounts counts;
  GPtrArray *rows[TP_N_ROW_OUTCOMES]; /* of TpImportRow, the first of each */
  GArray *taken;      /* ids of the records that were added or changed; NULL: not applied */
  GFile *spool;       /* all refused rows as CSV; NULL: none */
};

/* import-plan.c */
GFileInputStream *tp_import_read_file (TpImportPlan *self, char **etag, GError **error);

gboolean  tp_import_is_odd           (const char *text);
int       tp_import_score_headings   (GPtrArray *cells, gpointer plan);

/* import-columns.c */
void      tp_import_column_recognise (TpImportColumn *column, const TpImportKind *kind);
void      tp_import_column_fill      (TpImportColumn *column, const TpImportKind *kind,
                                      const TpField *field);
void      tp_import_column_clear     (gpointer column);
int       tp_import_column_of        (TpImportPlan *self, const char *field);
void      tp_import_columns_recognise (TpImportPlan *self);

/* import-row.c */
TpImportRow *tp_import_row_new       (TpRowOutcome outcome, gint64 line, const char *name,
                                      const char *column, const char *value, const char *reason,
                                      const char *changes);

/* import-seen.c */
typedef struct _TpSeen TpSeen;

TpSeen   *tp_seen_new                (void);
void      tp_seen_free               (TpSeen *self);
gint64    tp_seen_find               (TpSeen *self, const char *key);
void      tp_seen_add                (TpSeen *self, const char *key, gint64 number);
void      tp_seen_put                (TpSeen *self, const char *key, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSeen, tp_seen_free)

/* import-names.c */
TpSeen   *tp_import_names_read       (TpReader *reader, TpChange *change, GCancellable *cancellable,
                                      GError **error);
gint64    tp_import_names_find       (TpSeen *names, TpRecord *exporter);
gint64    tp_import_names_find_alone (TpSeen *names, const char *name);

/* hashing-stream.c */
GInputStream *tp_hashing_stream_new  (GInputStream *base);
char         *tp_hashing_stream_get  (GInputStream *stream);

G_END_DECLS
