/* tag.h: a small word beside a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_TAG (tp_tag_get_type ())
G_DECLARE_FINAL_TYPE (TpTag, tp_tag, TP, TAG, AdwBin)

GtkWidget *tp_tag_new (const char *label);

G_END_DECLS
