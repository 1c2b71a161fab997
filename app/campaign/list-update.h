/* list-update.h: a list that is shown follows what was read anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tp_list_update (GListStore *list, GListModel *fresh);

G_END_DECLS
