/* fact.c: a line of a list about a record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fact.h"

enum
{
  PROP_KIND = 1,
  PROP_ID,
  PROP_ICON_NAME, /* from here on plain texts */
  PROP_CSS_CLASS,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NOTE,
  PROP_VALUE,
  PROP_HEADING,
  PROP_STATUS,
  N_PROPS,
};

struct _TpFact
{
  GObject parent_instance;

  TpKind kind;
  gint64 id;
  char *texts[N_PROPS];
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpFact, tp_fact, G_TYPE_OBJECT)

static void
tp_fact_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpFact *self = TP_FACT (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_string (value, tp_kind_token (self->kind));
      break;
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    default:
      g_value_set_string (value, self->texts[id]);
    }
}

static void
tp_fact_finalize (GObject *object)
{
  TpFact *self = TP_FACT (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (tp_fact_parent_class)->finalize (object);
}

static void
tp_fact_class_init (TpFactClass *klass)
{
  static const char *const texts[N_PROPS] = {
    [PROP_ICON_NAME] = "icon-name", [PROP_CSS_CLASS] = "css-class", [PROP_TITLE] = "title",
    [PROP_SUBTITLE] = "subtitle",   [PROP_NOTE] = "note",           [PROP_VALUE] = "value",
    [PROP_HEADING] = "heading",     [PROP_STATUS] = "status",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_fact_get_property;
  object_class->finalize = tp_fact_finalize;
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  for (guint i = PROP_ICON_NAME; i < N_PROPS; i++)
    props[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_fact_init (TpFact *self)
{
}

/**
 * tp_fact_new:
 * @kind: the kind of the record it stands for
 * @id: that record's id, 0 for none
 * @title: (nullable): what it says first
 *
 * Returns: (transfer full): a fact
 */
TpFact *
tp_fact_new (TpKind kind, gint64 id, const char *title)
{
  TpFact *self = g_object_new (TP_TYPE_FACT, NULL);

  self->kind = kind;
  self->id = id;
  self->texts[PROP_TITLE] = g_strdup (title);
  return self;
}

/**
 * tp_fact_take:
 * @self: a fact that nobody else has yet
 * @property: one of its text properties
 * @text: (transfer full) (nullable): its value
 *
 * Returns: (transfer none): @self
 */
TpFact *
tp_fact_take (TpFact *self, const char *property, char *text)
{
  for (guint i = PROP_ICON_NAME; i < N_PROPS; i++)
    if (g_str_equal (props[i]->name, property))
      {
        g_free (self->texts[i]);
        self->texts[i] = text;
        return self;
      }
  g_return_val_if_reached (self);
}

TpFact *
tp_fact_set (TpFact *self, const char *property, const char *text)
{
  return tp_fact_take (self, property, g_strdup (text));
}

TpKind
tp_fact_get_kind (TpFact *self)
{
  return self->kind;
}

gint64
tp_fact_get_id (TpFact *self)
{
  return self->id;
}

const char *
tp_fact_get_title (TpFact *self)
{
  return self->texts[PROP_TITLE];
}

/**
 * tp_fact_get_status:
 * @self: a fact
 *
 * Returns: (transfer none) (nullable): the token of its status, where it has one
 */
const char *
tp_fact_get_status (TpFact *self)
{
  return self->texts[PROP_STATUS];
}
