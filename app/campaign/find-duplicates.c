/* find-duplicates.c: exporters that are likely there twice.
 *
 * Two exporters are likely one where they have the same USCC, the same name in the same
 * province, or a phone number in common; names and numbers are compared without the
 * ways of writing them (normalise-name.h). One exporter is looked up through the search
 * index, which has every character, word and row of digits; all of them are walked
 * once, with one hash for each name and number, so that a million fit into memory.
 * Archived and merged exporters are left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find-duplicates.h"

#include "error.h"
#include "import-plan-private.h"
#include "normalise-name.h"
#include "province.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is asked for by one name or number, and what is shown of it. */
#define MOST_CANDIDATES 200
#define MOST_FOUND 20

/* Exporters between two looks at the cancellable. */
#define EXPORTERS_A_STEP 4096

struct _TpDuplicate
{
  GObject parent_instance;

  TpRecord *first;
  TpRecord *second;
  TpDuplicateReasons reasons;
};

G_DEFINE_FINAL_TYPE (TpDuplicate, tp_duplicate, G_TYPE_OBJECT)

static const char *const names[] = { "name_local", "name" };

static void
tp_duplicate_dispose (GObject *object)
{
  TpDuplicate *self = TP_DUPLICATE (object);

  g_clear_object (&self->first);
  g_clear_object (&self->second);
  G_OBJECT_CLASS (tp_duplicate_parent_class)->dispose (object);
}

enum
{
  PROP_FIRST_ID = 1,
  PROP_SECOND_ID,
  PROP_TITLE,
  PROP_REASON,
  N_PROPS,
};

/* "宁波华锦… · E-0012": names alone may be equal. */
static char *
named (TpRecord *exporter)
{
  const char *reference = tp_record_get_text (exporter, "reference");

  return reference != NULL ? g_strdup_printf ("%s · %s", tp_record_get_title (exporter), reference)
                           : g_strdup (tp_record_get_title (exporter));
}

/* What a row shows of it and is told apart by (list-update.h). */
static void
tp_duplicate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpDuplicate *self = TP_DUPLICATE (object);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  switch (id)
    {
    case PROP_FIRST_ID:
      g_value_set_int64 (value, tp_record_get_id (self->first));
      break;
    case PROP_SECOND_ID:
      g_value_set_int64 (value, tp_record_get_id (self->second));
      break;
    case PROP_TITLE:
      first = named (self->first);
      second = named (self->second);
      g_value_take_string (value, g_strjoin ("\n", first, second, NULL));
      break;
    case PROP_REASON:
      g_value_take_string (value, tp_duplicate_reason_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_duplicate_class_init (TpDuplicateClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *props[N_PROPS] = { NULL };

  G_OBJECT_CLASS (klass)->dispose = tp_duplicate_dispose;
  G_OBJECT_CLASS (klass)->get_property = tp_duplicate_get_property;
  props[PROP_FIRST_ID] = g_param_spec_int64 ("first-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_SECOND_ID] = g_param_spec_int64 ("second-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
tp_duplicate_init (TpDuplicate *self)
{
}

static TpDuplicate *
duplicate_new (TpRecord *first, TpRecord *second, TpDuplicateReasons reasons)
{
  TpDuplicate *self = g_object_new (TP_TYPE_DUPLICATE, NULL);

  self->first = g_object_ref (first);
  self->second = g_object_ref (second);
  self->reasons = reasons;
  return self;
}

/* comparing */

static gboolean
is_put_away (TpRecord *exporter)
{
  return tp_record_get_number_or (exporter, "archived", 0) != 0 || tp_record_is_set (exporter, "merged_into");
}

static gboolean
same_text (TpRecord *exporter, TpRecord *other, const char *field)
{
  const char *text = tp_record_get_text (exporter, field);

  return text != NULL && g_strcmp0 (text, tp_record_get_text (other, field)) == 0;
}

/* An English name may stand where the Chinese one should: each is held against both. */
static gboolean
same_name (TpRecord *exporter, TpRecord *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = tp_normalise_name (tp_record_get_text (exporter, names[i]));

      for (guint k = 0; *name != '\0' && k < G_N_ELEMENTS (names); k++)
        {
          g_autofree char *second = tp_normalise_name (tp_record_get_text (other, names[k]));

          if (strcmp (name, second) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
same_phone (TpRecord *exporter, TpRecord *other)
{
  g_auto (GStrv) phones = tp_normalise_phones (tp_record_get_text (exporter, "phone"));
  g_auto (GStrv) others = tp_normalise_phones (tp_record_get_text (other, "phone"));

  for (guint i = 0; phones[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) others, phones[i]))
      return TRUE;
  return FALSE;
}

/* The setting by which people said that two exporters are two. */
static char *
setting_of (TpRecord *exporter, TpRecord *other)
{
  const char *a = tp_record_get_text (exporter, "reference"), *b = tp_record_get_text (other, "reference");

  if (a == NULL || b == NULL)
    return NULL;
  return strcmp (a, b) < 0 ? g_strdup_printf ("not_duplicate %s %s", a, b)
                           : g_strdup_printf ("not_duplicate %s %s", b, a);
}

static gboolean
are_told_apart (TpReader *reader, TpRecord *exporter, TpRecord *other)
{
  g_autofree char *key = setting_of (exporter, other);
  g_autofree char *value = key != NULL ? tp_reader_setting (reader, key) : NULL;

  return value != NULL;
}

/* looking one up */

static gboolean
add_found (TpReader *reader, TpRecord *exporter, TpQuery *query, GPtrArray *found, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  tp_query_set_range (query, 0, MOST_CANDIDATES);
  ids = tp_reader_select (reader, query, error);
  for (guint i = 0; ids != NULL && i < ids->len && found->len < MOST_FOUND; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TpRecord) other = NULL;
      TpDuplicateReasons reasons;
      gboolean known = id == tp_record_get_id (exporter);

      for (guint k = 0; !known && k < found->len; k++)
        known = tp_record_get_id (tp_duplicate_get_second (g_ptr_array_index (found, k))) == id;
      if (known || (other = tp_reader_get (reader, TP_KIND_EXPORTER, id)) == NULL || is_put_away (other)
          || (reasons = tp_duplicate_reasons (exporter, other)) == 0 || are_told_apart (reader, exporter, other))
        continue;
      g_ptr_array_add (found, duplicate_new (exporter, other, reasons));
    }
  return ids != NULL;
}

/* walking all */

typedef gboolean (*KeyFunc) (const char *key, gpointer data);

/* Each name with its province, and each number: what two exporters may share. Ends where
 * @func says FALSE. */
static void
each_key (TpRecord *exporter, KeyFunc func, gpointer data)
{
  const char *province = tp_record_get_text (exporter, "province");
  g_auto (GStrv) phones = tp_normalise_phones (tp_record_get_text (exporter, "phone"));

  for (guint i = 0; province != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = tp_normalise_name (tp_record_get_text (exporter, names[i]));
      g_autofree char *key = *name != '\0' ? g_strconcat (province, " ", name, NULL) : NULL;

      if (key != NULL && !func (key, data))
        return;
    }
  for (guint i = 0; phones[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("+", phones[i], NULL);

      if (!func (key, data))
        return;
    }
}

typedef struct
{
  gint64 first, second;
} Pair;

static guint
pair_hash (gconstpointer pair)
{
  const Pair *self = pair;
  gint64 mixed = self->first * 31 + self->second;

  return g_int64_hash (&mixed);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  return one->first == other->first && one->second == other->second;
}

typedef struct
{
  TpReader *reader;
  TpSeen *seen;
  GCancellable *cancellable;
  guint n;
  /* For a list of pairs: */
  TpRecord *exporter;
  GHashTable *pairs;
  TpDuplicates *found;
  guint limit;
} Walk;

static gboolean
may_go_on (Walk *walk, GError **error)
{
  return ++walk->n % EXPORTERS_A_STEP != 0 || !g_cancellable_set_error_if_cancelled (walk->cancellable, error);
}

static gboolean
add_key (const char *key, gpointer data)
{
  Walk *walk = data;

  tp_seen_add (walk->seen, key, tp_record_get_id (walk->exporter));
  return TRUE;
}

static gboolean
index_one (TpRecord *exporter, gpointer data, GError **error)
{
  Walk *walk = data;

  walk->exporter = exporter;
  if (!is_put_away (exporter))
    each_key (exporter, add_key, walk);
  return may_go_on (walk, error);
}

static gboolean
pair_key (const char *key, gpointer data)
{
  Walk *walk = data;
  Pair pair = { tp_seen_find (walk->seen, key), tp_record_get_id (walk->exporter) };
  gboolean full = walk->limit > 0 && g_list_model_get_n_items (G_LIST_MODEL (walk->found->pairs)) >= walk->limit;
  g_autoptr (TpRecord) first = NULL;
  g_autoptr (TpDuplicate) duplicate = NULL;
  TpDuplicateReasons reasons;

  if (pair.first == 0)
    tp_seen_add (walk->seen, key, pair.second);
  if (pair.first == 0 || pair.first == pair.second || g_hash_table_contains (walk->pairs, &pair))
    return TRUE;
  g_hash_table_add (walk->pairs, g_memdup2 (&pair, sizeof pair));
  first = tp_reader_get (walk->reader, TP_KIND_EXPORTER, pair.first);
  /* Equal hashes are only likely equal keys. */
  if (first == NULL || (reasons = tp_duplicate_reasons (first, walk->exporter)) == 0
      || are_told_apart (walk->reader, first, walk->exporter))
    return TRUE;
  walk->found->n_pairs++;
  if (full)
    return TRUE;
  duplicate = duplicate_new (first, walk->exporter, reasons);
  g_list_store_append (walk->found->pairs, duplicate);
  return TRUE;
}

static gboolean
pair_one (TpRecord *exporter, gpointer data, GError **error)
{
  Walk *walk = data;

  walk->exporter = exporter;
  if (!is_put_away (exporter))
    each_key (exporter, pair_key, walk);
  return may_go_on (walk, error);
}

/* Public API */

/**
 * tp_duplicate_get_first:
 * @self: a likely duplicate
 *
 * Returns: (transfer none): the exporter that was asked about, or the older of a pair
 */
TpRecord *
tp_duplicate_get_first (TpDuplicate *self)
{
  g_return_val_if_fail (TP_IS_DUPLICATE (self), NULL);
  return self->first;
}

/**
 * tp_duplicate_get_second:
 * @self: a likely duplicate
 *
 * Returns: (transfer none): the exporter that is likely the same
 */
TpRecord *
tp_duplicate_get_second (TpDuplicate *self)
{
  g_return_val_if_fail (TP_IS_DUPLICATE (self), NULL);
  return self->second;
}

/**
 * tp_duplicate_get_reasons:
 * @self: two likely the same
 *
 * Returns: why they are likely the same
 */
TpDuplicateReasons
tp_duplicate_get_reasons (TpDuplicate *self)
{
  g_return_val_if_fail (TP_IS_DUPLICATE (self), 0);
  return self->reasons;
}

/**
 * tp_duplicate_reasons_text:
 * @reasons: why two exporters are likely one
 * @exporter: one of the two
 *
 * Returns: (transfer full): the reasons in words: "same name in Zhejiang, same phone"
 */
char *
tp_duplicate_reasons_text (TpDuplicateReasons reasons, TpRecord *exporter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if ((reasons & TP_DUPLICATE_USCC) != 0)
    g_strv_builder_add (builder, C_ ("why two exporters are likely one", "same USCC"));
  if ((reasons & TP_DUPLICATE_NAME) != 0)
    g_strv_builder_take (builder, g_strdup_printf (
        /* Translators: a province */
        C_ ("why two exporters are likely one", "same name in %s"),
        tp_province_name (tp_record_get_text (exporter, "province"))));
  if ((reasons & TP_DUPLICATE_PHONE) != 0)
    g_strv_builder_add (builder, C_ ("why two exporters are likely one", "same phone"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (C_ ("between the items of a list", ", "), parts);
}

/**
 * tp_duplicate_reason_text:
 * @self: a likely duplicate
 *
 * Returns: (transfer full): why, in words
 */
char *
tp_duplicate_reason_text (TpDuplicate *self)
{
  g_return_val_if_fail (TP_IS_DUPLICATE (self), NULL);
  return tp_duplicate_reasons_text (self->reasons, self->second);
}

/**
 * tp_duplicate_reasons:
 * @exporter: an exporter
 * @other: another one
 *
 * Returns: why the two are likely one; 0 where nothing says so
 */
TpDuplicateReasons
tp_duplicate_reasons (TpRecord *exporter, TpRecord *other)
{
  TpDuplicateReasons reasons = 0;

  if (same_text (exporter, other, "uscc"))
    reasons |= TP_DUPLICATE_USCC;
  if (same_text (exporter, other, "province") && same_name (exporter, other))
    reasons |= TP_DUPLICATE_NAME;
  if (same_phone (exporter, other))
    reasons |= TP_DUPLICATE_PHONE;
  return reasons;
}

/**
 * tp_duplicates_find:
 * @reader: a reader
 * @exporter: an exporter, saved or not
 * @error: return location
 *
 * Its cost does not grow with the exporters there are: the search index gives the
 * candidates.
 *
 * Returns: (transfer full) (nullable) (element-type TpDuplicate): the exporters that are
 *   likely the same, those with the same USCC first; some twenty at most
 */
GPtrArray *
tp_duplicates_find (TpReader *reader, TpRecord *exporter, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  const char *province = tp_record_get_text (exporter, "province");
  g_auto (GStrv) phones = tp_normalise_phones (tp_record_get_text (exporter, "phone"));

  if (tp_record_is_set (exporter, "uscc"))
    {
      g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

      tp_query_where_text (query, "uscc", tp_record_get_text (exporter, "uscc"));
      if (!add_found (reader, exporter, query, found, error))
        return NULL;
    }
  for (guint i = 0; province != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = tp_name_to_search (tp_record_get_text (exporter, names[i]));
      g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

      if (*text == '\0')
        continue;
      tp_query_set_search (query, text);
      tp_query_where_text (query, "province", province);
      if (!add_found (reader, exporter, query, found, error))
        return NULL;
    }
  for (guint i = 0; phones[i] != NULL; i++)
    {
      g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

      tp_query_set_search (query, phones[i]);
      if (!add_found (reader, exporter, query, found, error))
        return NULL;
    }
  return g_steal_pointer (&found);
}

/**
 * tp_duplicates_read:
 * @reader: a reader
 * @exporter: a #TpRecord
 * @error: return location
 *
 * tp_duplicates_find() as a #TpReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type TpDuplicate): a #GPtrArray
 */
gpointer
tp_duplicates_read (TpReader *reader, gpointer exporter, GError **error)
{
  return tp_duplicates_find (reader, exporter, error);
}

/**
 * tp_duplicates_of_row:
 * @reader: a reader
 * @exporter: an exporter of a file's row
 *
 * Returns: (transfer full) (element-type TpDuplicate): as tp_duplicates_find(), empty
 *   where that fails; for many rows see tp_duplicate_index_read()
 */
GPtrArray *
tp_duplicates_of_row (TpReader *reader, TpRecord *exporter)
{
  GPtrArray *found = tp_duplicates_find (reader, exporter, NULL);

  return found != NULL ? found : g_ptr_array_new_with_free_func (g_object_unref);
}

void
tp_duplicate_hint_free (gpointer hint)
{
  TpDuplicateHint *self = hint;

  if (self == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->survivor);
  g_free (self);
}

/**
 * tp_duplicate_hint_read:
 * @reader: a reader
 * @exporter: points to a #gint64, the exporter's id
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpDuplicateHint; one that is put away has no
 *   likely duplicates
 */
gpointer
tp_duplicate_hint_read (TpReader *reader, gpointer exporter, GError **error)
{
  gint64 id = *(gint64 *) exporter;
  g_autoptr (TpRecord) record = tp_reader_get (reader, TP_KIND_EXPORTER, id);
  g_autoptr (TpDuplicateHint) self = g_new0 (TpDuplicateHint, 1);

  if (record != NULL && tp_record_is_set (record, "merged_into"))
    self->survivor = tp_reader_get (reader, TP_KIND_EXPORTER, tp_reader_merged_survivor (reader, id));
  self->found = record != NULL && !is_put_away (record) ? tp_duplicates_find (reader, record, error)
                                                        : g_ptr_array_new_with_free_func (g_object_unref);
  return self->found != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tp_duplicates_ask_new:
 * @limit: so many pairs at most are kept; 0: all
 * @cancellable: (nullable): ends the search early
 *
 * Returns: (transfer full): what tp_duplicates_list() is asked
 */
TpDuplicatesAsk *
tp_duplicates_ask_new (guint limit, GCancellable *cancellable)
{
  TpDuplicatesAsk *self = g_new0 (TpDuplicatesAsk, 1);

  self->limit = limit;
  g_set_object (&self->cancellable, cancellable);
  return self;
}

void
tp_duplicates_ask_free (gpointer ask)
{
  TpDuplicatesAsk *self = ask;

  if (self == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
tp_duplicates_free (gpointer duplicates)
{
  TpDuplicates *self = duplicates;

  if (self == NULL)
    return;
  g_clear_object (&self->pairs);
  g_free (self);
}

/**
 * tp_duplicates_list:
 * @reader: a reader
 * @ask: (nullable): a #TpDuplicatesAsk
 * @error: return location
 *
 * A #TpReadFunc. Of several exporters that share a name or number each is paired with
 * the oldest of them.
 *
 * Returns: (transfer full) (nullable): a #TpDuplicates
 */
gpointer
tp_duplicates_list (TpReader *reader, gpointer ask, GError **error)
{
  TpDuplicatesAsk *wanted = ask;
  g_autoptr (TpDuplicates) found = g_new0 (TpDuplicates, 1);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  Walk walk = { .reader = reader, .seen = tp_seen_new (), .pairs = pairs, .found = found };
  gboolean done;

  if (wanted != NULL)
    {
      walk.limit = wanted->limit;
      walk.cancellable = wanted->cancellable;
    }
  found->pairs = g_list_store_new (TP_TYPE_DUPLICATE);
  done = tp_reader_each (reader, TP_KIND_EXPORTER, pair_one, &walk, error);
  tp_seen_free (walk.seen);
  return done ? g_steal_pointer (&found) : NULL;
}

/**
 * tp_duplicate_index_read:
 * @reader: a reader
 * @cancellable: (nullable): ends the walk
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the names and numbers of all exporters
 */
TpDuplicateIndex *
tp_duplicate_index_read (TpReader *reader, GCancellable *cancellable, GError **error)
{
  Walk walk = { .reader = reader, .seen = tp_seen_new (), .cancellable = cancellable };

  if (tp_reader_each (reader, TP_KIND_EXPORTER, index_one, &walk, error))
    return (TpDuplicateIndex *) walk.seen;
  tp_seen_free (walk.seen);
  return NULL;
}

typedef struct
{
  TpSeen *seen;
  gint64 found;
} Find;

static gboolean
find_key (const char *key, gpointer data)
{
  Find *find = data;

  find->found = tp_seen_find (find->seen, key);
  return find->found == 0;
}

/**
 * tp_duplicate_index_find:
 * @self: what tp_duplicate_index_read() gave
 * @exporter: an exporter that is not in it
 *
 * Returns: the id of the oldest exporter that is likely the same by its name and
 *   province or by a phone number; 0 for none
 */
gint64
tp_duplicate_index_find (TpDuplicateIndex *self, TpRecord *exporter)
{
  Find find = { (TpSeen *) self, 0 };

  each_key (exporter, find_key, &find);
  return find.found;
}

void
tp_duplicate_index_free (TpDuplicateIndex *self)
{
  tp_seen_free ((TpSeen *) self);
}

/**
 * tp_not_duplicate_run:
 * @change: a change
 * @input: a #TpNotDuplicate
 * @error: return location
 *
 * Keeps that two exporters are two (a #TpChangeFunc), so that neither is shown as a
 * likely duplicate of the other again.
 *
 * Returns: whether it is kept; %TP_ERROR_NOT_FOUND
 */
gboolean
tp_not_duplicate_run (TpChange *change, gpointer input, GError **error)
{
  TpNotDuplicate *self = input;
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, self->exporter);
  g_autoptr (TpRecord) other = tp_reader_get (reader, TP_KIND_EXPORTER, self->other);
  g_autofree char *key = exporter != NULL && other != NULL ? setting_of (exporter, other) : NULL;

  if (key == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there. Nothing was changed."));
      return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (exporter));
  return tp_change_set_setting (change, key, "1", error);
}
