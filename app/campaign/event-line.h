/* event-line.h: an event of the campaign as a line of a timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "detail-line.h"
#include "reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

TpDetailLine *tp_event_line        (TpReader *reader, TpRecord *event);

/* TpReadFuncs; @as_of is a TpDay as a pointer; each returns a GListModel of TpDetailLine. */
gpointer      tp_event_lines_read    (TpReader *reader, gpointer as_of, GError **error);
gpointer      tp_evidence_lines_read (TpReader *reader, gpointer as_of, GError **error);

G_END_DECLS
