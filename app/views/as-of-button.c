/* as-of-button.c: the day that every figure of the window is of.
 *
 * A button that says the day, and a popover to pick it from a calendar or type it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "as-of-button.h"

#include "field-row.h"

#include <glib/gi18n-lib.h>

struct _TpAsOfButton
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  TpFieldRow *entry;
  TpWorkspace *workspace;
  int as_of;
  gboolean showing; /* the popover's contents follow the day, not the other way */
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpAsOfButton, tp_as_of_button, ADW_TYPE_BIN)

static void
set_as_of (TpAsOfButton *self, int day)
{
  if (self->as_of == day)
    return;
  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
}

static void
write_day (TpAsOfButton *self)
{
  g_autofree char *text = tp_day_to_iso (self->as_of);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  tp_field_row_set_message (self->entry, NULL);
}

/* Shows the day in the calendar and the entry. */
static void
show_day (TpAsOfButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, mday;

  if (self->as_of == TP_DAY_NONE)
    return;
  tp_day_get (self->as_of, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
  write_day (self);
}

/* callbacks and closures of the template */

/* The day that the window opens at: of demonstration data, the one it was made for. */
static char *
usual_text (gpointer object, TpWorkspace *workspace)
{
  int day = workspace != NULL ? tp_workspace_get_opening_day (workspace) : TP_DAY_NONE;

  return workspace == NULL || day == tp_workspace_get_today (workspace) ? g_strdup (C_ ("as of", "_Today"))
                                                                        : tp_day_format_short (day);
}

static char *
label_text (gpointer object, TpWorkspace *workspace, int as_of)
{
  g_autofree char *day = NULL;

  if (as_of == TP_DAY_NONE)
    return g_strdup ("");
  if (workspace != NULL && as_of == tp_workspace_get_today (workspace))
    /* Translators: the button that says which day all figures are of */
    return g_strdup (C_ ("as of", "As of today"));
  day = tp_day_format_short (as_of);
  /* Translators: the button that says which day all figures are of: "As of 31 Oct 2025" */
  return g_strdup_printf (C_ ("as of", "As of %s"), day);
}

static void
popover_shown_cb (TpAsOfButton *self)
{
  show_day (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
day_picked_cb (TpAsOfButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, mday;

  if (self->showing)
    return;
  date = gtk_calendar_get_date (self->calendar);
  g_date_time_get_ymd (date, &year, &month, &mday);
  set_as_of (self, tp_day_new (year, month, mday));
  write_day (self);
}

static void
day_typed_cb (TpAsOfButton *self)
{
  g_autoptr (GError) error = NULL;
  TpDay day;

  if (!tp_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &day, &error))
    {
      tp_field_row_set_message (self->entry, error->message);
      return;
    }
  set_as_of (self, day);
  gtk_menu_button_popdown (self->button);
}

static void
today_cb (TpAsOfButton *self)
{
  /* The window's: its day goes on at midnight, while a day that was picked stays */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.as-of-today", NULL);
  gtk_menu_button_popdown (self->button);
}

/* vfuncs */

static void
tp_as_of_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpAsOfButton *self = TP_AS_OF_BUTTON (object);

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
tp_as_of_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpAsOfButton *self = TP_AS_OF_BUTTON (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_AS_OF:
      set_as_of (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_as_of_button_dispose (GObject *object)
{
  /* The bin drops its child itself: the template would take it away behind its back */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_AS_OF_BUTTON);
  g_clear_object (&TP_AS_OF_BUTTON (object)->workspace);
  G_OBJECT_CLASS (tp_as_of_button_parent_class)->dispose (object);
}

static void
tp_as_of_button_class_init (TpAsOfButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_as_of_button_get_property;
  object_class->set_property = tp_as_of_button_set_property;
  object_class->dispose = tp_as_of_button_dispose;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  props[PROP_AS_OF]
      = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TpAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, TpAsOfButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, TpAsOfButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, label_text);
  gtk_widget_class_bind_template_callback (widget_class, usual_text);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
tp_as_of_button_init (TpAsOfButton *self)
{
  self->as_of = TP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_as_of_button_new:
 *
 * A button without a workspace. Its properties are `workspace` and `as-of`, a #TpDay.
 *
 * Returns: (transfer floating): a new button
 */
GtkWidget *
tp_as_of_button_new (void)
{
  return g_object_new (TP_TYPE_AS_OF_BUTTON, NULL);
}

/**
 * tp_as_of_button_popup:
 * @self: a button
 *
 * Opens the popover, as a click does.
 */
void
tp_as_of_button_popup (TpAsOfButton *self)
{
  g_return_if_fail (TP_IS_AS_OF_BUTTON (self));
  gtk_menu_button_popup (self->button);
}
