/* view-page.h: what all pages of the window have in common.
 *
 * A page shows a workspace as of a day, some pages one record of it. It works out what
 * it shows when either changes, or when records that it rests on do; while it is not on
 * screen it only remembers that it has to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_VIEW_PAGE (tp_view_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpViewPage, tp_view_page, TP, VIEW_PAGE, AdwNavigationPage)

/**
 * TpViewPageClass:
 * @load: starts reading; there are a workspace and a day. The answer is not to be used
 *   where @cancellable was cancelled: the page asked again, or is gone
 * @clear: (nullable): another workspace is shown, or none: lets go of what was read
 * @depends_on: (nullable): whether changed records of these kinds bear on the page;
 *   without it all do
 */
struct _TpViewPageClass
{
  AdwNavigationPageClass parent_class;

  void (*load) (TpViewPage *self, GCancellable *cancellable);
  void (*clear) (TpViewPage *self);
  gboolean (*depends_on) (guint64 kinds);
};

TpWorkspace *tp_view_page_get_workspace (TpViewPage *self);
TpDay        tp_view_page_get_as_of     (TpViewPage *self);
gint64       tp_view_page_get_record_id (TpViewPage *self);
void         tp_view_page_reload        (TpViewPage *self);

G_END_DECLS
