/* welcome-page.c: the ways to begin, where there is no workspace yet.
 *
 * Its rows activate "win.start" with what the workspace is to begin with, and
 * "win.import". Nobody is asked for a folder or a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "welcome-page.h"

struct _TpWelcomePage
{
  AdwBin parent_instance;
  GtkMenuButton *menu_button;
  AdwStatusPage *ways;
};

G_DEFINE_FINAL_TYPE (TpWelcomePage, tp_welcome_page, ADW_TYPE_BIN)

static void
tp_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (tp_welcome_page_parent_class)->dispose (object);
}

static void
tp_welcome_page_class_init (TpWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpWelcomePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TpWelcomePage, ways);
}

static void
tp_welcome_page_init (TpWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_welcome_page_new:
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
tp_welcome_page_new (void)
{
  return g_object_new (TP_TYPE_WELCOME_PAGE, NULL);
}

/**
 * tp_welcome_page_focus_ways:
 * @self: a page that is shown
 *
 * Gives the focus to the first way to begin.
 */
void
tp_welcome_page_focus_ways (TpWelcomePage *self)
{
  g_return_if_fail (TP_IS_WELCOME_PAGE (self));
  gtk_widget_child_focus (GTK_WIDGET (self->ways), GTK_DIR_TAB_FORWARD);
}

/**
 * tp_welcome_page_popup_menu:
 * @self: a page that is shown
 *
 * Opens its menu, as a click does.
 */
void
tp_welcome_page_popup_menu (TpWelcomePage *self)
{
  g_return_if_fail (TP_IS_WELCOME_PAGE (self));
  gtk_menu_button_popup (self->menu_button);
}
