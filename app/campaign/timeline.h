/* timeline.h: what has happened with an exporter: its activities, and what is dated in
 * its records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* What a timeline can be narrowed to. */
typedef enum
{
  TP_TIMELINE_CONTACTS, /* notes, calls, meetings, visits */
  TP_TIMELINE_STAGES,
  TP_TIMELINE_REQUIREMENTS,
  TP_TIMELINE_PROGRAMMES, /* enrolments and benefits */
  TP_TIMELINE_LISTINGS,
  TP_TIMELINE_SALES,
  TP_TIMELINE_TASKS,
  TP_TIMELINE_SYSTEM,
} TpTimelineGroup;

const char *tp_timeline_group_token (TpTimelineGroup group);

/* Properties: "id" (of the activity, or 0), "day", "day-text", "group" (a token),
 * "icon-name", "title", "note", "subtitle", "own" (a note of the person who asked, who
 * may edit and delete it). */
#define TP_TYPE_TIMELINE_ITEM (tp_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (TpTimelineItem, tp_timeline_item, TP, TIMELINE_ITEM, GObject)

gint64      tp_timeline_item_get_id    (TpTimelineItem *self);
TpDay       tp_timeline_item_get_day   (TpTimelineItem *self);
const char *tp_timeline_item_get_group (TpTimelineItem *self);

typedef struct _TpTimelineQuestion TpTimelineQuestion;

TpTimelineQuestion *tp_timeline_question_new  (gint64 exporter, TpDay as_of, GTimeZone *zone, const char *author);
void                tp_timeline_question_free (gpointer question);
gpointer            tp_timeline_read          (TpReader *reader, gpointer question, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpTimelineQuestion, tp_timeline_question_free)

G_END_DECLS
