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
  PROP_ATTACHMENT,
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
    [PROP_ATTACHMENT] = "attachment",
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

/**
 * tp_fact_set:
 * @self: a fact
 * @property: one of its properties of text
 * @text: (nullable): its value, copied
 *
 * Returns: (transfer none): @self, so that calls can be chained
 */
TpFact *
tp_fact_set (TpFact *self, const char *property, const char *text)
{
  return tp_fact_take (self, property, g_strdup (text));
}

/**
 * tp_fact_get_kind:
 * @self: a fact
 *
 * Returns: the kind of the record it stands for
 */
TpKind
tp_fact_get_kind (TpFact *self)
{
  return self->kind;
}

/**
 * tp_fact_get_id:
 * @self: a fact
 *
 * Returns: the id of the record it stands for; 0 for none
 */
gint64
tp_fact_get_id (TpFact *self)
{
  return self->id;
}

/**
 * tp_fact_get_title:
 * @self: a fact
 *
 * Returns: (transfer none): its words
 */
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

/* The same line, perhaps with other words. */
static gboolean
is_same (gpointer a, gpointer b)
{
  return TP_FACT (a)->kind == TP_FACT (b)->kind && TP_FACT (a)->id == TP_FACT (b)->id;
}

static void
take_texts (TpFact *self, TpFact *fresh)
{
  for (guint i = PROP_ICON_NAME; i < N_PROPS; i++)
    g_set_str (&self->texts[i], fresh->texts[i]);
  /* Once for all, and also where nothing differs: a choice that was refused goes back. */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * tp_facts_update:
 * @shown: a list of #TpFact that rows are bound to
 * @fresh: what is so now
 *
 * Makes @shown say what @fresh says. Lines about the same records stay the same objects
 * and notify "title", so that their rows keep the focus and the place on the screen.
 */
void
tp_facts_update (GListStore *shown, GListModel *fresh)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (shown));
  guint n = g_list_model_get_n_items (fresh);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  guint head = 0, tail = 0;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (old, g_list_model_get_item (G_LIST_MODEL (shown), i));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (now, g_list_model_get_item (fresh, i));
  while (head < MIN (n_shown, n) && is_same (old->pdata[head], now->pdata[head]))
    head++;
  while (tail < MIN (n_shown, n) - head
         && is_same (old->pdata[n_shown - 1 - tail], now->pdata[n - 1 - tail]))
    tail++;
  if (head + tail < MAX (n_shown, n))
    g_list_store_splice (shown, head, n_shown - head - tail, now->pdata + head, n - head - tail);
  for (guint i = 0; i < head; i++)
    take_texts (old->pdata[i], now->pdata[i]);
  for (guint i = 1; i <= tail; i++)
    take_texts (old->pdata[n_shown - i], now->pdata[n - i]);
}
