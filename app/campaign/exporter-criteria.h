/* exporter-criteria.h: which exporters, in a text that people and files can keep.
 *
 * One grammar serves the window, saved filters and the command line: parts with ";"
 * between them, each "field=value,value" (any of them), "field=" (not stated),
 * "field>=value", "field<=value", "search=text" or "sort=field[:desc]". The characters
 * ; , = % and < > of a value are written as in web addresses (%3B …).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* Whose exporters are meant is known when the filter is used. */
#define TP_CRITERION_ME "@me"

typedef struct
{
  const char *field; /* interned: one of query.h, or of exporters themselves */
  TpOp op;           /* equal, at least, at most, not set */
  GPtrArray *texts;  /* of char *: its values as the filter writes them */
  GArray *numbers;   /* of gint64: the same, where they are numbers, days or records */
} TpCriterion;

typedef struct _TpExporterCriteria TpExporterCriteria;

TpExporterCriteria *tp_exporter_criteria_new    (void);
TpExporterCriteria *tp_exporter_criteria_parse  (TpReader *reader, const char *text, GError **error);
void                tp_exporter_criteria_free   (TpExporterCriteria *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpExporterCriteria, tp_exporter_criteria_free)

char       *tp_exporter_criteria_format     (TpExporterCriteria *self);
void        tp_exporter_criteria_apply      (TpExporterCriteria *self, TpQuery *query, const char *author);
TpQuery    *tp_exporter_query_parse         (TpReader *reader, const char *text, TpDay as_of, const char *author,
                                             GError **error);

gboolean    tp_exporter_criteria_set        (TpExporterCriteria *self, TpReader *reader, const char *part, GError **error);
gboolean    tp_exporter_criteria_add_given  (TpExporterCriteria *self, TpReader *reader, const char *part, GError **error);
void        tp_exporter_criteria_drop       (TpExporterCriteria *self, const char *field);
void        tp_exporter_criteria_drop_one   (TpExporterCriteria *self, const char *field, TpOp op);
GPtrArray  *tp_exporter_criteria_list       (TpExporterCriteria *self);
TpCriterion *tp_exporter_criteria_find      (TpExporterCriteria *self, const char *field, TpOp op);
gboolean    tp_exporter_criteria_is_empty   (TpExporterCriteria *self);
gboolean    tp_exporter_criteria_needs_day  (TpExporterCriteria *self);

const char *tp_exporter_criteria_get_search (TpExporterCriteria *self);
void        tp_exporter_criteria_set_search (TpExporterCriteria *self, const char *search);
const char *tp_exporter_criteria_get_sort   (TpExporterCriteria *self, gboolean *descending);
void        tp_exporter_criteria_set_sort   (TpExporterCriteria *self, const char *field, gboolean descending);

gboolean    tp_exporter_can_sort            (const char *field);
gboolean    tp_exporter_can_filter          (const char *field);

char       *tp_criterion_escape             (const char *value);
char       *tp_criterion_words              (TpCriterion *self, TpReader *reader, TpDay as_of);
char       *tp_exporter_criteria_words      (TpExporterCriteria *self, TpReader *reader, TpDay as_of);

G_END_DECLS
