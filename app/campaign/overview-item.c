/* overview-item.c: what the overview shows: tiles and lines, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-item.h"

enum
{
  TILE_0,
  TILE_TITLE,
  TILE_VALUE,
  TILE_OF,
  TILE_PACE,
  TILE_NOTE,
  TILE_OPENS,
  TILE_HINT,
  N_TILE_TEXTS,
  TILE_FRACTION = N_TILE_TEXTS,
  TILE_MIDDLE,
  TILE_TICK,
  N_TILE_PROPS,
};

struct _TpOverviewTile
{
  GObject parent_instance;
  char *texts[N_TILE_TEXTS];
  double shares[N_TILE_PROPS];
};

enum
{
  LINE_0,
  LINE_ICON,
  LINE_STYLE,
  LINE_TITLE,
  LINE_SUBTITLE,
  LINE_NOTE,
  LINE_OPENS,
  N_LINE_PROPS,
};

struct _TpOverviewLine
{
  GObject parent_instance;
  char *texts[N_LINE_PROPS];
};

static GParamSpec *tile_props[N_TILE_PROPS];
static GParamSpec *line_props[N_LINE_PROPS];

G_DEFINE_FINAL_TYPE (TpOverviewTile, tp_overview_tile, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TpOverviewLine, tp_overview_line, G_TYPE_OBJECT)

/* Tiles */

static void
tp_overview_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpOverviewTile *self = TP_OVERVIEW_TILE (object);

  if (id > TILE_0 && id < N_TILE_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id < N_TILE_PROPS)
    g_value_set_double (value, self->shares[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_overview_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpOverviewTile *self = TP_OVERVIEW_TILE (object);

  if (id > TILE_0 && id < N_TILE_TEXTS)
    {
      if (!g_set_str (&self->texts[id], g_value_get_string (value)))
        return;
    }
  else if (id < N_TILE_PROPS)
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
tp_overview_tile_finalize (GObject *object)
{
  for (guint i = 0; i < N_TILE_TEXTS; i++)
    g_free (TP_OVERVIEW_TILE (object)->texts[i]);
  G_OBJECT_CLASS (tp_overview_tile_parent_class)->finalize (object);
}

static void
tp_overview_tile_class_init (TpOverviewTileClass *klass)
{
  static const char *const names[N_TILE_PROPS]
      = { NULL, "title", "value", "of", "pace", "note", "opens", "hint", "fraction", "middle", "tick" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_overview_tile_get_property;
  object_class->set_property = tp_overview_tile_set_property;
  object_class->finalize = tp_overview_tile_finalize;
  for (guint i = 1; i < N_TILE_PROPS; i++)
    tile_props[i] = i < N_TILE_TEXTS
                        ? g_param_spec_string (names[i], NULL, NULL, NULL, flags)
                        : g_param_spec_double (names[i], NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  g_object_class_install_properties (object_class, N_TILE_PROPS, tile_props);
}

static void
tp_overview_tile_init (TpOverviewTile *self)
{
  self->shares[TILE_FRACTION] = self->shares[TILE_MIDDLE] = self->shares[TILE_TICK] = -1;
}

/* Lines */

static void
tp_overview_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id > LINE_0 && id < N_LINE_PROPS)
    g_value_set_string (value, TP_OVERVIEW_LINE (object)->texts[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_overview_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id > LINE_0 && id < N_LINE_PROPS)
    {
      if (g_set_str (&TP_OVERVIEW_LINE (object)->texts[id], g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_overview_line_finalize (GObject *object)
{
  for (guint i = 0; i < N_LINE_PROPS; i++)
    g_free (TP_OVERVIEW_LINE (object)->texts[i]);
  G_OBJECT_CLASS (tp_overview_line_parent_class)->finalize (object);
}

static void
tp_overview_line_class_init (TpOverviewLineClass *klass)
{
  static const char *const names[N_LINE_PROPS]
      = { NULL, "icon", "style", "title", "subtitle", "note", "opens" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tp_overview_line_get_property;
  object_class->set_property = tp_overview_line_set_property;
  object_class->finalize = tp_overview_line_finalize;
  for (guint i = 1; i < N_LINE_PROPS; i++)
    line_props[i] = g_param_spec_string (
        names[i], NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_LINE_PROPS, line_props);
}

static void
tp_overview_line_init (TpOverviewLine *self)
{
}

/* Public API */

/**
 * tp_overview_line_new:
 * @icon: a symbolic icon
 * @style: a style class for it, "" for none
 * @title: what it is about
 * @subtitle: more of it
 * @note: a short word at its end, "" for none
 * @opens: (nullable): the detailed name of the action that leads to it
 *
 * Returns: (transfer full): a new line
 */
TpOverviewLine *
tp_overview_line_new (const char *icon, const char *style, const char *title, const char *subtitle,
                      const char *note, const char *opens)
{
  return g_object_new (TP_TYPE_OVERVIEW_LINE, "icon", icon, "style", style, "title", title, "subtitle",
                       subtitle, "note", note, "opens", opens, NULL);
}

/**
 * tp_opens_record:
 * @kind: a kind's token
 * @id: a record of that kind
 *
 * Returns: (transfer full): the detailed name of the action that opens the record
 */
char *
tp_opens_record (const char *kind, gint64 id)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(sx)", kind, id));

  return g_action_print_detailed_name ("win.open-record", target);
}

/**
 * tp_overview_update_list:
 * @list: what is shown
 * @fresh: what is so now
 *
 * Makes @list the same as @fresh; items that stay in place keep their identity, so
 * that focus and selection do not jump when figures change.
 */
void
tp_overview_update_list (GListStore *list, GListStore *fresh)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_new = g_list_model_get_n_items (G_LIST_MODEL (fresh));

  for (guint i = 0; i < n_new; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fresh), i);
      g_autoptr (GObject) old = NULL;
      g_autofree GParamSpec **specs = NULL;
      guint n_specs;

      if (i >= n_old)
        {
          g_list_store_append (list, item);
          continue;
        }
      old = g_list_model_get_item (G_LIST_MODEL (list), i);
      specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n_specs);
      for (guint p = 0; p < n_specs; p++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (item, specs[p]->name, &value);
          g_object_set_property (old, specs[p]->name, &value);
        }
    }
  if (n_old > n_new)
    g_list_store_splice (list, n_new, n_old - n_new, NULL, 0);
}
