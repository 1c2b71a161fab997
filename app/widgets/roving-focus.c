/* roving-focus.c: several controls that are one stop of the Tab key.
 *
 * As in a toolbar of the ARIA practices: only one of them takes the focus by Tab, the one
 * that had it last; the arrow keys, Home and End go from one to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roving-focus.h"

#define GROUP_KEY "tp-roving-group"

static void
take_stop (GPtrArray *group, GtkWidget *widget)
{
  for (guint i = 0; i < group->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (group, i), g_ptr_array_index (group, i) == widget);
}

static void
go_to (GPtrArray *group, GtkWidget *widget)
{
  take_stop (group, widget);
  gtk_widget_grab_focus (widget);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GPtrArray *group = g_object_get_data (G_OBJECT (widget), GROUP_KEY);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step = 0;
  guint i;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || !g_ptr_array_find (group, widget, &i))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step = mirrored ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step = mirrored ? -1 : 1;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step = -(int) i;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step = (int) (group->len - 1 - i);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  go_to (group, g_ptr_array_index (group, CLAMP ((int) i + step, 0, (int) group->len - 1)));
  return GDK_EVENT_STOP;
}

/* Pressed by mouse or by name it is where one is. */
static void
toggled_cb (GtkWidget *widget)
{
  GPtrArray *group = g_object_get_data (G_OBJECT (widget), GROUP_KEY);

  if (gtk_widget_get_mapped (widget) && !gtk_widget_get_focusable (widget)
      && gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT)
    go_to (group, widget);
}

/**
 * tp_roving_focus_install:
 * @widgets: (array length=n_widgets): controls that belong together, in their order
 * @n_widgets: how many
 *
 * Makes them one stop of the Tab key.
 */
void
tp_roving_focus_install (GtkWidget **widgets, guint n_widgets)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();

  g_return_if_fail (n_widgets > 0);
  for (guint i = 0; i < n_widgets; i++)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      g_ptr_array_add (group, widgets[i]);
      g_object_set_data_full (G_OBJECT (widgets[i]), GROUP_KEY, g_ptr_array_ref (group),
                              (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
      gtk_widget_add_controller (widgets[i], keys);
      if (GTK_IS_TOGGLE_BUTTON (widgets[i]))
        g_signal_connect (widgets[i], "toggled", G_CALLBACK (toggled_cb), NULL);
    }
  take_stop (group, widgets[0]);
}
