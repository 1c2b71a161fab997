/* edge-scroll.c: what is dragged to an edge scrolls what lies beyond it into sight.
 *
 * Lists do so by themselves, from top to bottom; this does it from side to side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edge-scroll.h"

/* How near to the edge, and how far in a frame. */
#define EDGE 56
#define STEP 14

typedef struct
{
  int side; /* -1 at the left, 1 at the right */
  guint tick;
} Edge;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + ((Edge *) data)->side * STEP);
  return G_SOURCE_CONTINUE;
}

static void
set_side (GtkWidget *window, Edge *edge, int side)
{
  edge->side = side;
  if (side != 0 && edge->tick == 0)
    edge->tick = gtk_widget_add_tick_callback (window, tick_cb, edge, NULL);
  else if (side == 0 && edge->tick != 0)
    {
      gtk_widget_remove_tick_callback (window, edge->tick);
      edge->tick = 0;
    }
}

static void
motion_cb (GtkEventController *controller, double x, double y, Edge *edge)
{
  GtkWidget *window = gtk_event_controller_get_widget (controller);

  set_side (window, edge, x < EDGE ? -1 : x > gtk_widget_get_width (window) - EDGE ? 1 : 0);
}

static void
leave_cb (GtkEventController *controller, Edge *edge)
{
  set_side (gtk_event_controller_get_widget (controller), edge, 0);
}

/**
 * tp_edge_scroll_install:
 * @window: a scrolled window, for its life
 */
void
tp_edge_scroll_install (GtkScrolledWindow *window)
{
  GtkEventController *controller = gtk_drop_controller_motion_new ();
  Edge *edge = g_new0 (Edge, 1);

  g_object_set_data_full (G_OBJECT (window), "edge-scroll", edge, g_free);
  g_signal_connect (controller, "enter", G_CALLBACK (motion_cb), edge);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), edge);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), edge);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
