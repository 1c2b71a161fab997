/* rebase.h: a form's record brought up to what is kept now; within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

gboolean tp_rebase (TpReader *reader, TpRecord *base, TpRecord **edited, GError **error);

G_END_DECLS
