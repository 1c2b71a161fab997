/* place-counts.h: how much there is behind each view, as of a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 exporters;
  gint64 commitments;
  gint64 funds;
} TpPlaceCounts;

/* A TpReadFunc: @as_of is GINT_TO_POINTER of the day. */
gpointer tp_place_counts_read (TpReader *reader, gpointer as_of, GError **error);

G_END_DECLS
