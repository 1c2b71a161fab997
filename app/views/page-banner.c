/* page-banner.c: what must be known about every figure of a page.
 *
 * It stands under the header bar of each page: that the data is invented, that the
 * figures are those of another day, that nothing can be changed. Where none of these
 * is so it takes no room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-banner.h"

#include <glib/gi18n-lib.h>

struct _TpPageBanner
{
  AdwBin parent_instance;
  TpWorkspace *workspace;
  int as_of;
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpPageBanner, tp_page_banner, ADW_TYPE_BIN)

/* closures of the template */

/* The day is the usual one: today, or the day that a demonstration was made for. */
static gboolean
is_other_day (gpointer object, TpWorkspace *workspace, int as_of)
{
  return workspace != NULL && as_of != TP_DAY_NONE
         && as_of != tp_workspace_get_opening_day (workspace);
}

/* One banner at a time: where the day is another one, that banner says both. */
static gboolean
shows_demonstration (gpointer object, TpWorkspace *workspace, gboolean demonstration, int as_of)
{
  return demonstration && !is_other_day (object, workspace, as_of);
}

/* Where the window is narrow, words and button stay on one line. */
static char *
demonstration_text (gpointer object, int as_of, AdwBreakpoint *breakpoint)
{
  g_autofree char *day = NULL;

  if (breakpoint != NULL || as_of == TP_DAY_NONE)
    return g_strdup (C_ ("banner", "Demonstration data"));
  day = tp_day_format (as_of, TP_PRECISION_DAY);
  /* Translators: a banner over the figures of a demonstration, with the day that they are of */
  return g_strdup_printf (_ ("Demonstration data as of %s: deliveries are invented"), day);
}

static char *
day_text (gpointer object, int as_of, gboolean demonstration, AdwBreakpoint *breakpoint)
{
  g_autofree char *day = NULL;

  if (as_of == TP_DAY_NONE)
    return g_strdup ("");
  if (breakpoint != NULL)
    {
      day = tp_day_format_short (as_of);
      return g_strdup_printf (C_ ("as of", "As of %s"), day);
    }
  day = tp_day_format (as_of, TP_PRECISION_DAY);
  if (demonstration)
    return g_strdup_printf (_ ("Demonstration data as of %s: deliveries are invented"), day);
  /* Translators: a banner over figures of another day than today */
  return g_strdup_printf (_ ("Figures as of %s"), day);
}

static char *
day_button (gpointer object, TpWorkspace *workspace)
{
  if (workspace != NULL
      && tp_workspace_get_opening_day (workspace) != tp_workspace_get_today (workspace))
    {
      g_autofree char *day
          = tp_day_format_short (tp_workspace_get_opening_day (workspace));

      /* Translators: a button that goes back to the day of the demonstration data */
      return g_strdup_printf (C_ ("banner", "Back to %s"), day);
    }
  return g_strdup (C_ ("banner", "Back to Today"));
}

/* vfuncs */

static void
tp_page_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpPageBanner *self = TP_PAGE_BANNER (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_page_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpPageBanner *self = TP_PAGE_BANNER (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_AS_OF:
      if (self->as_of != g_value_get_int (value))
        {
          self->as_of = g_value_get_int (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_page_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_PAGE_BANNER);
  g_clear_object (&TP_PAGE_BANNER (object)->workspace);
  G_OBJECT_CLASS (tp_page_banner_parent_class)->dispose (object);
}

static void
tp_page_banner_class_init (TpPageBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_page_banner_get_property;
  object_class->set_property = tp_page_banner_set_property;
  object_class->dispose = tp_page_banner_dispose;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  props[PROP_AS_OF]
      = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/page-banner.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_other_day);
  gtk_widget_class_bind_template_callback (widget_class, shows_demonstration);
  gtk_widget_class_bind_template_callback (widget_class, demonstration_text);
  gtk_widget_class_bind_template_callback (widget_class, day_text);
  gtk_widget_class_bind_template_callback (widget_class, day_button);
}

static void
tp_page_banner_init (TpPageBanner *self)
{
  self->as_of = TP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_page_banner_new:
 *
 * A banner without a workspace, which shows nothing. Its properties are `workspace`
 * and `as-of`, a #TpDay.
 *
 * Returns: (transfer floating): a new banner
 */
GtkWidget *
tp_page_banner_new (void)
{
  return g_object_new (TP_TYPE_PAGE_BANNER, NULL);
}
