/* shortcuts.h: every keyboard shortcut of the program, with its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *group; /* untranslated, context "shortcuts" */
  const char *title; /* untranslated, context "shortcuts" */
  const char *action; /* detailed name; NULL where the view sees to its keys itself */
  const char *accels[3];
} TpShortcut;

extern const TpShortcut tp_shortcuts[];
extern const guint tp_n_shortcuts;

G_END_DECLS
