/* import-kind.h: what the rows of each kind of spreadsheet have of their own.
 *
 * A walk over a file does the same for every kind; what differs stands in a table: which
 * fields a column may fill, which record a row is about, what a new one starts with and
 * what hangs on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-plan-private.h"

G_BEGIN_DECLS

#define TP_IMPORT_EXTRAS 2
#define TP_IMPORT_KEYS 3

/* The name of the exporter that a row names by a reference: read with that one, for a
 * reference of another workspace is another exporter's here. */
#define TP_IMPORT_EXPORTER_NAME                                                                     \
  { "exporter_name", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Exporter's name"), .headings = "外贸企业名称" }

/* By what a row is told from the others of its file. */
typedef struct
{
  char *key;         /* (owned) */
  const char *field; /* whose column is at fault where it comes again */
  const char *again; /* (nullable) the message then, with the line; NULL: only remembered */
  gboolean only_looked_for; /* not remembered */
} TpImportKey;

struct _TpImportKind
{
  TpKind kind;
  const char *verb;              /* in the journal */
  const char *fields;            /* the names of those a column may fill, with spaces between */
  const char *names;             /* the fields that a row is called by, the first best */
  const TpField *extra;          /* (nullable) what a column may state besides the record's fields */
  guint n_extra;

  /* (nullable) Why a row is passed over without a look at its cells; %NULL: it is not. */
  char    *(*passes_over) (TpImportWalk *walk);
  /* FALSE: the row is refused for what @error says and walk->fault points to. */
  gboolean (*complete) (TpImportWalk *walk, TpRecord *row, GError **error);
  guint    (*keys)     (TpImportWalk *walk, TpRecord *row, TpImportKey *keys);
  gboolean (*find)     (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error);
  /* Makes of @wanted the record as it would be kept, and checks it; @stored is NULL for a
   * new one. */
  gboolean (*settle)   (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted,
                        GError **error);
  /* (nullable) Counts what is worth a word about a row that is taken. */
  void     (*count)    (TpImportWalk *walk, TpRecord *wanted, gboolean is_new);
  /* (nullable) After it was kept; FALSE ends the import. */
  gboolean (*after)    (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *kept,
                        GError **error);
};

/* One walk over a file. */
struct _TpImportWalk
{
  TpImportPlan *plan;
  const TpImportKind *kind;
  TpReader *reader;
  TpChange *change; /* NULL: only checking */
  TpDay day;        /* of what the file does not date */
  TpDay today;      /* nothing that happened lies after it */
  char *currency;   /* of amounts that name none */
  gboolean empty;   /* the workspace has none of the kind: no need to look for them */
  TpSeen *seen;     /* the keys of the rows before */
  TpSeen *names;    /* of the exporters there were; NULL: not asked for yet */
  struct _TpDuplicateIndex *likely; /* what there is, by names and phones; NULL: not asked for yet */
  GPtrArray *requirements; /* of TpRecord; NULL: not asked for yet */
  GPtrArray *cells;
  guint line;
  int fault;        /* the column at fault, -1: none */
  gboolean currency_assumed; /* by the row that is read */
  TpValue extra[TP_IMPORT_EXTRAS]; /* numbers only: texts are read from the cell */
  TpImportCounts counts;
  GPtrArray *rows[TP_N_ROW_OUTCOMES];
  GArray *taken;    /* ids of what was added or changed, one more than are kept at most */
  GFile *spool_file;
  GFileIOStream *spool;
  TpCsvWriter *spool_writer;
};

extern const TpImportKind tp_import_exporters;
extern const TpImportKind tp_import_products;
extern const TpImportKind tp_import_enrolments;
extern const TpImportKind tp_import_listings;
extern const TpImportKind tp_import_benefits;
extern const TpImportKind tp_import_sales;

const TpImportKind *tp_import_kind_of    (TpKind kind);
const TpImportKind *tp_import_kind_at    (guint place);
const TpField      *tp_import_kind_field (const TpImportKind *self, const char *name, int *index, int *extra);

/* import-walk.c */
guint     tp_import_line_of     (TpImportWalk *walk, gint64 id);

/* import-cells.c */
TpRecord *tp_import_cells_read  (TpImportWalk *walk, const char *currency, GError **error);
gboolean  tp_import_check       (TpImportWalk *walk, TpRecord *record, GError **error);

/* import-find.c */
const char *tp_import_exporter_name (TpImportWalk *walk);
gboolean  tp_import_find        (TpImportWalk *walk, TpKind kind, const char *text, gint64 *id, GError **error);
TpRecord *tp_import_survivor    (TpImportWalk *walk, TpRecord *exporter);
gboolean  tp_import_read_names  (TpImportWalk *walk, GError **error);
gboolean  tp_import_refuse      (TpImportWalk *walk, const char *field, GError **error, const char *sentence);
gboolean  tp_import_refuse_as_form (TpImportWalk *walk, const char *field, GError *refused, GError **error);

/* import-rejects.c */
gboolean  tp_import_reject_row  (TpImportWalk *walk, const char *reason, GError **error);
void      tp_import_keep_row    (TpImportWalk *walk, TpRowOutcome outcome, TpRecord *record,
                                 const char *reason, const char *changes);
const char *tp_import_cell      (TpImportWalk *walk, int column);
guint     tp_import_first_surplus (TpImportWalk *walk);

/* import-likely.c */
char *tp_import_likely (TpImportWalk *walk, TpRecord *wanted);

G_END_DECLS
