/* reading-bar.h: a file that is being read to be attached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_READING_BAR (tp_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (TpReadingBar, tp_reading_bar, TP, READING_BAR, GtkBox)

/* @document: (nullable): what was read; not there where it failed, which was said */
typedef void (*TpReadingFunc) (TpDocument *document, gpointer data);

void tp_reading_bar_read (TpReadingBar *self, GFile *file, TpReadingFunc done, gpointer data,
                          GDestroyNotify free_data);

G_END_DECLS
