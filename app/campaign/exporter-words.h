/* exporter-words.h: an exporter's figures and days in words; within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

gboolean tp_exporter_at_risk    (TpRecord *exporter, gint64 *minor);
char    *tp_at_risk_column_text (TpRecord *exporter);
char    *tp_moment_text         (TpDay day, gint64 time_ms, GTimeZone *zone);
char    *tp_clock_text          (gint64 time_ms, GTimeZone *zone);
char    *tp_day_text            (TpDay day, TpDay today);
char    *tp_due_text            (TpDay due, TpDay as_of);

G_END_DECLS
