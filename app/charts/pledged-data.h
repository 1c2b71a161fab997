/* pledged-data.h: what the charts of pledged capital are drawn from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "field.h"

#include <glib.h>

G_BEGIN_DECLS

/* Another figure for the same pledge, kept but not used. */
typedef struct
{
  gint64 minor;
  char *reason; /* where it comes from, a sentence without its full stop: "one reprint gives …"; or NULL */
} TpPledgedRival;

/* One commitment. Free to fill in between tp_pledged_data_add() and drawing. */
typedef struct
{
  TpKind kind;
  gint64 record_id;
  char *key;               /* short and stable, for ids in SVG: "jd" */
  char *name;              /* organisation, as it is called on screen */
  char *sub;               /* instrument in words, or NULL */
  gboolean has_capital;    /* FALSE is "not stated", never zero */
  gint64 minor;
  char *currency;          /* ISO 4217 */
  GArray *rivals;          /* TpPledgedRival, in the same currency */
  char *instead;           /* what is stated instead: "at least 10,000 exporters"; or NULL */

  gboolean has_delivered;  /* the rest is for the compact form, the table and ties */
  gint64 delivered;
  gboolean has_allocated;
  gint64 allocated;
  gboolean has_prorated;   /* only with a known period */
  gint64 prorated;
} TpPledgedRow;

typedef struct
{
  GPtrArray *rows;         /* TpPledgedRow, in any order */
  TpDay as_of;
  char *source;            /* "Source: …", whole sentences; or NULL */
  gboolean demonstration;  /* some figures are invented: the foot says so */
} TpPledgedData;

TpPledgedData *tp_pledged_data_new  (TpDay as_of, const char *source, gboolean demonstration);
void           tp_pledged_data_free (TpPledgedData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpPledgedData, tp_pledged_data_free)

TpPledgedRow  *tp_pledged_data_add  (TpPledgedData *self, TpKind kind, gint64 record_id, const char *key, const char *name, const char *sub);
void           tp_pledged_row_set_capital   (TpPledgedRow *row, gint64 minor, const char *currency);
void           tp_pledged_row_set_instead   (TpPledgedRow *row, const char *instead);
void           tp_pledged_row_add_rival     (TpPledgedRow *row, gint64 minor, const char *reason);
void           tp_pledged_row_set_delivered (TpPledgedRow *row, gint64 delivered);
void           tp_pledged_row_set_allocated (TpPledgedRow *row, gint64 allocated);
void           tp_pledged_row_set_prorated  (TpPledgedRow *row, gint64 prorated);

G_END_DECLS
