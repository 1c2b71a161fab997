/* place-row.c: a view in the sidebar, with how much is behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-row.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_TITLE,
  PROP_ICON,
  N_TEXTS,
  PROP_COUNT = N_TEXTS,
  N_PROPS,
};

struct _TpPlaceRow
{
  GtkListBoxRow parent_instance;
  char *texts[N_TEXTS];
  gint64 count; /* below 0: nothing is counted */
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpPlaceRow, tp_place_row, GTK_TYPE_LIST_BOX_ROW)

static char *
count_text (gpointer object, gint64 count)
{
  return count >= 0 ? tp_count_format (count) : g_strdup ("");
}

static void
describe (TpPlaceRow *self)
{
  g_autofree char *count = self->count >= 0 ? tp_count_format (self->count) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->texts[PROP_TITLE] != NULL ? self->texts[PROP_TITLE] : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count != NULL ? count : "", -1);
}

static void
tp_place_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  if (id > PROP_0 && id < N_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id == PROP_COUNT)
    g_value_set_int64 (value, self->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_place_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  if (id > PROP_0 && id < N_TEXTS)
    {
      if (!g_set_str (&self->texts[id], g_value_get_string (value)))
        return;
    }
  else if (id == PROP_COUNT)
    {
      if (self->count == g_value_get_int64 (value))
        return;
      self->count = g_value_get_int64 (value);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  describe (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_place_row_finalize (GObject *object)
{
  TpPlaceRow *self = TP_PLACE_ROW (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (tp_place_row_parent_class)->finalize (object);
}

static void
tp_place_row_class_init (TpPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_place_row_get_property;
  object_class->set_property = tp_place_row_set_property;
  object_class->finalize = tp_place_row_finalize;
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  props[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, -1, G_MAXINT64, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/place-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, count_text);
}

static void
tp_place_row_init (TpPlaceRow *self)
{
  self->count = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_place_row_new:
 * @place: the view's name, as in "win.show-view"
 * @title: what people call it
 * @icon: a symbolic icon
 *
 * Its property `count` is how much is behind the view; below 0, nothing is said.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_place_row_new (const char *place, const char *title, const char *icon)
{
  return g_object_new (TP_TYPE_PLACE_ROW, "place", place, "title", title, "icon", icon, NULL);
}

/**
 * tp_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): the view's name
 */
const char *
tp_place_row_get_place (TpPlaceRow *self)
{
  g_return_val_if_fail (TP_IS_PLACE_ROW (self), NULL);
  return self->texts[PROP_PLACE];
}
