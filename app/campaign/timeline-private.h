/* timeline-private.h: how a line of a timeline is made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline.h"

G_BEGIN_DECLS

struct _TpTimelineItem
{
  GObject parent_instance;

  gint64 id;
  TpDay day;
  gint64 time; /* 0: somewhen that day */
  gboolean own;
  TpTimelineGroup group;
  const char *icon_name;
  char *day_text;
  char *title;
  char *note;
  char *subtitle;
};

G_END_DECLS
