/* filter-choices.h: what a filter of exporters can be set to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that can be ticked: its token, and what people call it. */
#define TP_TYPE_CHECK_ITEM (tp_check_item_get_type ())
G_DECLARE_FINAL_TYPE (TpCheckItem, tp_check_item, TP, CHECK_ITEM, GObject)

TpCheckItem *tp_check_item_new        (const char *token, const char *title, gboolean active);
const char  *tp_check_item_get_token  (TpCheckItem *self);
const char  *tp_check_item_get_title  (TpCheckItem *self);
gboolean     tp_check_item_get_active (TpCheckItem *self);
void         tp_check_item_set_active (TpCheckItem *self, gboolean active);

/* How a filter is set. */
typedef enum
{
  TP_FILTER_ENTRY_CHOICES, /* any of a list */
  TP_FILTER_ENTRY_SWITCH,  /* it is there or not */
  TP_FILTER_ENTRY_MONEY,
  TP_FILTER_ENTRY_SHARE,
  TP_FILTER_ENTRY_DAYS,
} TpFilterEntry;

typedef struct
{
  const char *field; /* of a criterion */
  const char *title; /* untranslated: use tp_filter_kind_title() */
  TpFilterEntry entry;
  TpOp op;
} TpFilterKind;

const TpFilterKind *tp_filter_kind_get   (guint i);
const TpFilterKind *tp_filter_kind_find  (const char *field, TpOp op);
const char         *tp_filter_kind_title (const TpFilterKind *kind);
char               *tp_filter_kind_hint  (const TpFilterKind *kind, const char *currency);

/* What is asked for: the kind, and who "me" is. */
typedef struct
{
  const TpFilterKind *kind;
  char *author;
} TpFilterChoicesQuery;

TpFilterChoicesQuery *tp_filter_choices_query_new  (const TpFilterKind *kind, const char *author);
void                  tp_filter_choices_query_free (gpointer query);
gpointer              tp_filter_choices_read       (TpReader *reader, gpointer query, GError **error);

G_END_DECLS
