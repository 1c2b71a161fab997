/* history-private.h: how a line of a history is made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-history.h"

G_BEGIN_DECLS

struct _TpHistoryRow
{
  GObject parent_instance;

  gint64 seq; /* of the change */
  TpDay day;
  gboolean undone;
  char *day_text;
  char *subtitle;
  char *subject;
  char *title;
  char *before;
  char *after;
  char *field;
  char *field_title;
  char *undone_text;
};

G_END_DECLS
