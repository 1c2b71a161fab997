/* reminders.h: what a person is to be reminded of on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct
{
  TpKind kind;     /* a task, or a requirement status whose document expires */
  gint64 id;
  gint64 exporter; /* 0: none */
  char *title;     /* of the task or the document */
  char *name;      /* (nullable): of the exporter */
  TpDay day;       /* when it is, or was, due */
} TpReminder;

typedef struct
{
  TpDay day;
  char *author; /* whose tasks; those that are nobody's are everybody's */
} TpReminderQuestion;

TpReminderQuestion *tp_reminder_question_new  (TpDay day, const char *author);
void                tp_reminder_question_free (gpointer question);

gpointer  tp_reminders_read  (TpReader *reader, gpointer question, GError **error);
char     *tp_reminders_title (GPtrArray *reminders, TpDay day);
char     *tp_reminders_body  (GPtrArray *reminders);

G_END_DECLS
