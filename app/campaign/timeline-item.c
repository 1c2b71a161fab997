/* timeline-item.c: one line of an exporter's timeline, ready to be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-private.h"

enum
{
  PROP_ID = 1,
  PROP_DAY,
  PROP_OWN,
  PROP_DAY_TEXT, /* texts */
  PROP_GROUP,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_NOTE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpTimelineItem, tp_timeline_item, G_TYPE_OBJECT)

static void
tp_timeline_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpTimelineItem *self = TP_TIMELINE_ITEM (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_DAY_TEXT:
      g_value_set_string (value, self->day_text);
      break;
    case PROP_GROUP:
      g_value_set_string (value, tp_timeline_group_token (self->group));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_timeline_item_finalize (GObject *object)
{
  TpTimelineItem *self = TP_TIMELINE_ITEM (object);

  g_free (self->day_text);
  g_free (self->title);
  g_free (self->note);
  g_free (self->subtitle);
  G_OBJECT_CLASS (tp_timeline_item_parent_class)->finalize (object);
}

static void
tp_timeline_item_class_init (TpTimelineItemClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_DAY_TEXT] = "day-text", [PROP_GROUP] = "group", [PROP_ICON_NAME] = "icon-name",
    [PROP_TITLE] = "title",       [PROP_NOTE] = "note",   [PROP_SUBTITLE] = "subtitle",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_timeline_item_get_property;
  object_class->finalize = tp_timeline_item_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  props[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, flags);
  for (guint i = PROP_DAY_TEXT; i < N_PROPS; i++)
    props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_timeline_item_init (TpTimelineItem *self)
{
  self->day = TP_DAY_NONE;
}

/* Public API */

/**
 * tp_timeline_group_token:
 * @group: what a timeline can be narrowed to
 *
 * Returns: its name in actions and properties
 */
const char *
tp_timeline_group_token (TpTimelineGroup group)
{
  static const char *const tokens[] = {
    [TP_TIMELINE_CONTACTS] = "contacts",     [TP_TIMELINE_STAGES] = "stages",
    [TP_TIMELINE_REQUIREMENTS] = "requirements", [TP_TIMELINE_PROGRAMMES] = "programmes",
    [TP_TIMELINE_LISTINGS] = "listings",     [TP_TIMELINE_SALES] = "sales",
    [TP_TIMELINE_TASKS] = "tasks",           [TP_TIMELINE_SYSTEM] = "system",
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (tokens), NULL);
  return tokens[group];
}

/**
 * tp_timeline_item_get_id:
 * @self: something in a timeline
 *
 * Returns: the id of the record it comes from
 */
gint64
tp_timeline_item_get_id (TpTimelineItem *self)
{
  return self->id;
}

/**
 * tp_timeline_item_get_day:
 * @self: something in a timeline
 *
 * Returns: its day
 */
TpDay
tp_timeline_item_get_day (TpTimelineItem *self)
{
  return self->day;
}

/**
 * tp_timeline_item_get_group:
 * @self: something in a timeline
 *
 * Returns: (transfer none): the kind it is narrowed by
 */
const char *
tp_timeline_item_get_group (TpTimelineItem *self)
{
  return tp_timeline_group_token (self->group);
}
