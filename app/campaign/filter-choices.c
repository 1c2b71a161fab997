/* filter-choices.c: what a filter of exporters can be set to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "filter-choices.h"

#include "exporter-criteria.h"
#include "hs.h"
#include "numbers.h"
#include "province.h"
#include "record-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TpCheckItem
{
  GObject parent_instance;

  char *token;
  char *title;
  gboolean active;
};

enum
{
  PROP_TOKEN = 1,
  PROP_TITLE,
  PROP_ACTIVE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCheckItem, tp_check_item, G_TYPE_OBJECT)

/* In the order in which people look for them. */
static const TpFilterKind kinds[] = {
  { "province", NC_ ("kind of filter", "Province"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
  { "owner", NC_ ("kind of filter", "Owner"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
  { "overdue", NC_ ("kind of filter", "Overdue"), TP_FILTER_ENTRY_SWITCH, TP_OP_EQUAL },
  { "requirement", NC_ ("kind of filter", "Open Requirement"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
  { "at_risk", NC_ ("kind of filter", "Value at Risk"), TP_FILTER_ENTRY_MONEY, TP_OP_AT_LEAST },
  { "us_share", NC_ ("kind of filter", "US Share"), TP_FILTER_ENTRY_SHARE, TP_OP_AT_LEAST },
  { "stage_days", NC_ ("kind of filter", "Days in Stage"), TP_FILTER_ENTRY_DAYS, TP_OP_AT_LEAST },
  { "expiring", NC_ ("kind of filter", "Document Expiring"), TP_FILTER_ENTRY_DAYS, TP_OP_AT_MOST },
  { "hs_chapter", NC_ ("kind of filter", "HS Chapter"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
  { "programme", NC_ ("kind of filter", "Programme"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
  { "channel", NC_ ("kind of filter", "Channel"), TP_FILTER_ENTRY_CHOICES, TP_OP_EQUAL },
};

static void
tp_check_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCheckItem *self = TP_CHECK_ITEM (object);

  switch (id)
    {
    case PROP_TOKEN:
      g_value_set_string (value, self->token);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_check_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    tp_check_item_set_active (TP_CHECK_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_check_item_finalize (GObject *object)
{
  TpCheckItem *self = TP_CHECK_ITEM (object);

  g_free (self->token);
  g_free (self->title);
  G_OBJECT_CLASS (tp_check_item_parent_class)->finalize (object);
}

static void
tp_check_item_class_init (TpCheckItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_check_item_get_property;
  object_class->set_property = tp_check_item_set_property;
  object_class->finalize = tp_check_item_finalize;
  props[PROP_TOKEN] = g_param_spec_string ("token", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_check_item_init (TpCheckItem *self)
{
}

/* helpers */

static void
add (GListStore *store, const char *token, const char *title)
{
  g_autoptr (TpCheckItem) item = tp_check_item_new (token, title, FALSE);

  g_list_store_append (store, item);
}

static void
add_provinces (GListStore *store)
{
  for (guint i = 0; i < tp_province_count (); i++)
    add (store, tp_province_get (i)->code, tp_province_name (tp_province_get (i)->code));
  add (store, "", C_ ("province", "Not stated"));
}

static void
add_chapters (GListStore *store)
{
  for (int i = 1; i <= TP_N_HS_CHAPTERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%02d", i);
      g_autofree char *title = g_strdup_printf ("%s %s", code, tp_hs_chapter_title (i));

      if (tp_hs_chapter_title (i) != NULL)
        add (store, code, title);
    }
}

static gboolean
add_record (TpRecord *record, gpointer store, GError **error)
{
  /* What is not asked for any more is never open */
  if (tp_record_get_kind (record) == TP_KIND_REQUIREMENT && tp_record_get_number_or (record, "retired", 0) != 0)
    return TRUE;
  add (store, tp_record_get_key (record), tp_record_get_title (record));
  return TRUE;
}

static gboolean
add_owners (GListStore *store, TpReader *reader, const char *author, GError **error)
{
  g_autoptr (GPtrArray) names = tp_owner_choices_read (reader, NULL, error);

  if (names == NULL)
    return FALSE;
  if (author != NULL && *author != '\0')
    {
      /* Translators: the owner of an exporter; the name of who looks */
      g_autofree char *me = g_strdup_printf (C_ ("owner of exporters", "Me (%s)"), author);

      add (store, TP_CRITERION_ME, me);
    }
  add (store, "", C_ ("owner of an exporter", "Nobody"));
  for (guint i = 0; i < names->len; i++)
    add (store, g_ptr_array_index (names, i), g_ptr_array_index (names, i));
  return TRUE;
}

/* Public API */

/**
 * tp_check_item_new:
 * @token: what stands for it
 * @title: what people call it
 * @active: whether it is ticked
 *
 * Returns: (transfer full): something to tick
 */
TpCheckItem *
tp_check_item_new (const char *token, const char *title, gboolean active)
{
  TpCheckItem *self = g_object_new (TP_TYPE_CHECK_ITEM, NULL);

  self->token = g_strdup (token);
  self->title = g_strdup (title);
  self->active = active;
  return self;
}

/**
 * tp_check_item_get_token:
 * @self: a choice
 *
 * Returns: (transfer none): what the filter's text says for it
 */
const char *
tp_check_item_get_token (TpCheckItem *self)
{
  return self->token;
}

/**
 * tp_check_item_get_title:
 * @self: a choice
 *
 * Returns: (transfer none): its words
 */
const char *
tp_check_item_get_title (TpCheckItem *self)
{
  return self->title;
}

/**
 * tp_check_item_get_active:
 * @self: a choice
 *
 * Returns: whether it is ticked
 */
gboolean
tp_check_item_get_active (TpCheckItem *self)
{
  return self->active;
}

/**
 * tp_check_item_set_active:
 * @self: a choice
 * @active: whether it is ticked
 */
void
tp_check_item_set_active (TpCheckItem *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/**
 * tp_filter_kind_get:
 * @i: a number from 0
 *
 * Returns: (nullable): a kind of filter that people can set; %NULL past the last
 */
const TpFilterKind *
tp_filter_kind_get (guint i)
{
  return i < G_N_ELEMENTS (kinds) ? &kinds[i] : NULL;
}

/**
 * tp_filter_kind_find:
 * @field: of a criterion
 * @op: of a criterion
 *
 * Returns: (nullable): how it is set, %NULL where people cannot set it by hand
 */
const TpFilterKind *
tp_filter_kind_find (const char *field, TpOp op)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].field, field)
        && (kinds[i].op == op || (op == TP_OP_NOT_SET && kinds[i].entry == TP_FILTER_ENTRY_CHOICES)))
      return &kinds[i];
  return NULL;
}

const char *
tp_filter_kind_title (const TpFilterKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of filter", kind->title);
}

/**
 * tp_filter_kind_hint:
 * @kind: a kind of filter that is set by a figure
 * @currency: (nullable): the currency of the workspace
 *
 * Returns: (transfer full): what the figure is
 */
char *
tp_filter_kind_hint (const TpFilterKind *kind, const char *currency)
{
  g_autofree char *sign = NULL;

  switch (kind->entry)
    {
    case TP_FILTER_ENTRY_MONEY:
      sign = tp_currency_symbol (currency);
      /* Translators: the sign of a currency */
      return g_strdup_printf (C_ ("filter", "At least, in %s"), sign);
    case TP_FILTER_ENTRY_SHARE:
      return g_strdup (C_ ("filter", "At least, in per cent"));
    case TP_FILTER_ENTRY_DAYS:
      return g_strdup (kind->op == TP_OP_AT_LEAST ? C_ ("filter", "At least so many days")
                                                  : C_ ("filter", "Within so many days"));
    default:
      return g_strdup ("");
    }
}

/**
 * tp_filter_choices_query_new:
 * @kind: a kind of filter
 * @author: (nullable): who looks
 *
 * Returns: (transfer full): the input of tp_filter_choices_read()
 */
TpFilterChoicesQuery *
tp_filter_choices_query_new (const TpFilterKind *kind, const char *author)
{
  TpFilterChoicesQuery *self = g_new0 (TpFilterChoicesQuery, 1);

  self->kind = kind;
  self->author = g_strdup (author);
  return self;
}

void
tp_filter_choices_query_free (gpointer query)
{
  TpFilterChoicesQuery *self = query;

  if (self == NULL)
    return;
  g_free (self->author);
  g_free (self);
}

/**
 * tp_filter_choices_read:
 * @reader: the workspace
 * @query: a #TpFilterChoicesQuery
 * @error: return location
 *
 * What a filter can be set to (a #TpReadFunc); the token "" means that it is not stated.
 *
 * Returns: (transfer full): a #GListStore of #TpCheckItem
 */
gpointer
tp_filter_choices_read (TpReader *reader, gpointer query, GError **error)
{
  TpFilterChoicesQuery *self = query;
  g_autoptr (GListStore) store = g_list_store_new (TP_TYPE_CHECK_ITEM);
  gboolean good = TRUE;

  if (g_str_equal (self->kind->field, "province"))
    add_provinces (store);
  else if (g_str_equal (self->kind->field, "hs_chapter"))
    add_chapters (store);
  else if (g_str_equal (self->kind->field, "owner"))
    good = add_owners (store, reader, self->author, error);
  else
    good = tp_reader_each (reader,
                           g_str_equal (self->kind->field, "requirement") ? TP_KIND_REQUIREMENT
                           : g_str_equal (self->kind->field, "channel")   ? TP_KIND_CHANNEL
                                                                          : TP_KIND_PROGRAMME,
                           add_record, store, error);
  return good ? g_steal_pointer (&store) : NULL;
}
