/* record-part.h: a part of a record's page that reads and shows something of its own.
 *
 * Like a page (view-page.h) it is given a workspace, a day and a record, works out what
 * it shows when one of them changes or when records that it rests on do, and while it is
 * not on screen only remembers that it has to. Its template gives it one "child"; what
 * could not be read is said above it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_RECORD_PART (tp_record_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpRecordPart, tp_record_part, TP, RECORD_PART, GtkWidget)

/**
 * TpRecordPartClass:
 * @load: starts reading; there are a workspace, a day and a record. The answer is not to
 *   be used where @cancellable was cancelled: the part asked again, or is gone
 * @clear: (nullable): another record or workspace is to be shown: lets go of what was
 *   read and entered for the one before; the properties are still those of the one before
 * @depends_on: (nullable): whether changed records of these kinds bear on the part;
 *   without it all do
 */
struct _TpRecordPartClass
{
  GtkWidgetClass parent_class;

  void (*load) (TpRecordPart *self, GCancellable *cancellable);
  void (*clear) (TpRecordPart *self);
  gboolean (*depends_on) (guint64 kinds);
};

TpWorkspace *tp_record_part_get_workspace (TpRecordPart *self);
TpDay        tp_record_part_get_as_of     (TpRecordPart *self);
gint64       tp_record_part_get_record_id (TpRecordPart *self);
gboolean     tp_record_part_is_narrow     (TpRecordPart *self);
gboolean     tp_record_part_is_read_only  (TpRecordPart *self);
void         tp_record_part_reload        (TpRecordPart *self);
gboolean     tp_record_part_answered      (TpRecordPart *self, const GError *error);

G_END_DECLS
