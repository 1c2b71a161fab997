/* tile.c: a figure of the overview as a card that opens what it counts.
 *
 * It is a flow box child, so arrows move between tiles and Enter opens one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tile.h"

#include "bullet-bar.h"
#include "pace-label.h"
#include "words.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  PROP_OF,
  PROP_PACE,
  PROP_NOTE,
  PROP_OPENS,
  N_TEXTS,
  PROP_FRACTION = N_TEXTS,
  PROP_MIDDLE,
  PROP_TICK,
  PROP_NARROW,
  N_PROPS,
};

struct _TpTile
{
  GtkFlowBoxChild parent_instance;
  char *texts[N_TEXTS];
  double shares[N_PROPS];
  gboolean narrow;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpTile, tp_tile, GTK_TYPE_FLOW_BOX_CHILD)

static const char *
text_of (TpTile *self, guint id)
{
  return self->texts[id] != NULL ? self->texts[id] : "";
}

static void
describe (TpTile *self)
{
  const char *pace = tp_word_title (tp_words_pace, self->texts[PROP_PACE]);
  const char *note = text_of (self, PROP_NOTE);
  g_autofree char *label = NULL, *more = NULL;

  if (*text_of (self, PROP_OF) != '\0')
    /* Translators: a tile read aloud: "Exporters live: 4,870 of at least 10,000" */
    label = g_strdup_printf (C_ ("tile", "%s: %s %s"), text_of (self, PROP_TITLE),
                             text_of (self, PROP_VALUE), text_of (self, PROP_OF));
  else
    /* Translators: a tile read aloud: "Exporters live: 4,870" */
    label = g_strdup_printf (C_ ("tile", "%s: %s"), text_of (self, PROP_TITLE),
                             text_of (self, PROP_VALUE));
  if (*pace != '\0' && *note != '\0')
    /* Translators: a tile read aloud: its pace and a note: "Behind; pro-rated CN¥101 bn" */
    more = g_strdup_printf (C_ ("tile", "%s; %s"), pace, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  more != NULL ? more : *pace != '\0' ? pace : note, -1);
}

static gboolean
is_not_empty (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_bar (gpointer object, double fraction)
{
  return fraction >= 0;
}

/* Beside a pace there is no room for the note on a phone. */
static gboolean
shows_note (gpointer object, const char *note, const char *pace, gboolean narrow)
{
  return is_not_empty (object, note) && (!narrow || !is_not_empty (object, pace));
}

static float
note_align (gpointer object, const char *pace)
{
  return is_not_empty (object, pace) ? 1 : 0;
}

/**
 * tp_tile_open:
 * @self: a tile
 *
 * Activates the action named by its `opens`; for the flow box's child-activated.
 *
 * Returns: whether there was such an action
 */
gboolean
tp_tile_open (TpTile *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_val_if_fail (TP_IS_TILE (self), FALSE);
  if (*text_of (self, PROP_OPENS) == '\0'
      || !g_action_parse_detailed_name (self->texts[PROP_OPENS], &name, &target, NULL))
    return FALSE;
  return gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
tp_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpTile *self = TP_TILE (object);

  if (id > PROP_0 && id < N_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else if (id < N_PROPS)
    g_value_set_double (value, self->shares[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpTile *self = TP_TILE (object);

  if (id > PROP_0 && id < N_TEXTS)
    {
      if (!g_set_str (&self->texts[id], g_value_get_string (value)))
        return;
      describe (self);
    }
  else if (id == PROP_NARROW)
    {
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
    }
  else if (id < N_PROPS)
    {
      if (self->shares[id] == g_value_get_double (value))
        return;
      self->shares[id] = g_value_get_double (value);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_tile_finalize (GObject *object)
{
  TpTile *self = TP_TILE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (tp_tile_parent_class)->finalize (object);
}

static void
tp_tile_class_init (TpTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_tile_get_property;
  object_class->set_property = tp_tile_set_property;
  object_class->finalize = tp_tile_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_OF] = g_param_spec_string ("of", NULL, NULL, NULL, flags);
  props[PROP_PACE] = g_param_spec_string ("pace", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_OPENS] = g_param_spec_string ("opens", NULL, NULL, NULL, flags);
  props[PROP_FRACTION]
      = g_param_spec_double ("fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_MIDDLE] = g_param_spec_double ("middle", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_BULLET_BAR);
  g_type_ensure (TP_TYPE_PACE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/tile.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
  gtk_widget_class_bind_template_callback (widget_class, has_bar);
  gtk_widget_class_bind_template_callback (widget_class, shows_note);
  gtk_widget_class_bind_template_callback (widget_class, note_align);
}

static void
tp_tile_init (TpTile *self)
{
  self->shares[PROP_FRACTION] = self->shares[PROP_MIDDLE] = self->shares[PROP_TICK] = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_tile_new:
 *
 * An empty tile. Its properties: `title`, `value`, `of` ("of at least 10,000"),
 * `fraction`, `middle` and `tick` as in #TpBulletBar, `pace` (a token of
 * tp_words_pace), `note`, `narrow` (leave out what a phone has no room for), and
 * `opens`, a detailed action name for tp_tile_open().
 *
 * Returns: (transfer floating): a new tile
 */
GtkWidget *
tp_tile_new (void)
{
  return g_object_new (TP_TYPE_TILE, NULL);
}
