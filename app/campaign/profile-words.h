/* profile-words.h: what follows from an exporter's own fields, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

gpointer tp_profile_read           (TpReader *reader, gpointer exporter, GError **error);

char    *tp_exporter_uscc_note     (TpRecord *exporter);
gboolean tp_exporter_uscc_doubtful (TpRecord *exporter);
char    *tp_exporter_risk_words    (TpRecord *exporter);
char    *tp_exporter_chapter_words (TpRecord *exporter);

G_END_DECLS
