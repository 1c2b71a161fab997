/* checklist.h: where an exporter stands with each requirement, on any day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 requirement; /* id */
  gint64 record;      /* id of the requirement status; 0: nobody asked for it yet */
  const char *status; /* token as it reads on the day ("expired" from the day after its
                       * document's expiry on); NULL: nobody had asked for it then */
  gboolean applies;   /* by the rules of the requirement and its set */
  gboolean retired;   /* not asked for any more */
  gboolean open;      /* still to be met on the day */
  TpDay since;        /* the day of the step to that status, TP_DAY_NONE: not known */
  TpDay last;         /* of its latest step, which may be after the day; TP_DAY_NONE */
  TpDay due;
  TpDay expiry;
} TpChecklistItem;

GArray *tp_reader_checklist (TpReader *self, gint64 exporter, TpDay as_of);
TpDay   tp_reader_present   (TpReader *self);

G_END_DECLS
