/* commitment-row.c: a line of the list of commitments, in words.
 *
 * A line is a promise, or names the organisation whose promises stand inset below it:
 * one that promised several things, or through its sub-platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-row.h"

#include "field-text.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

#define MAX_TAGS 3

struct _TpCommitmentRow
{
  GObject parent_instance;

  gint64 id;
  gboolean group;
  gboolean inset;
  char *name;
  char *promise;
  char *tags[MAX_TAGS];
  char *capital;
  char *capital_exact;
  gboolean stated;
  char *measure;
  char *others;
  const char *pace;
  char *explanation;
  char *description;
  double fraction;
  double middle;
  double tick;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_GROUP,
  PROP_INSET,
  PROP_NAME,
  PROP_PROMISE,
  PROP_TAG_1,
  PROP_TAG_2,
  PROP_TAG_3,
  PROP_CAPITAL,
  PROP_CAPITAL_EXACT,
  PROP_STATED,
  PROP_MEASURE,
  PROP_OTHERS,
  PROP_PACE,
  PROP_EXPLANATION,
  PROP_DESCRIPTION,
  PROP_FRACTION,
  PROP_MIDDLE,
  PROP_TICK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCommitmentRow, tp_commitment_row, G_TYPE_OBJECT)

static void
tp_commitment_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCommitmentRow *self = TP_COMMITMENT_ROW (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_GROUP:
      g_value_set_boolean (value, self->group);
      break;
    case PROP_INSET:
      g_value_set_boolean (value, self->inset);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PROMISE:
      g_value_set_string (value, self->promise);
      break;
    case PROP_TAG_1:
    case PROP_TAG_2:
    case PROP_TAG_3:
      g_value_set_string (value, self->tags[id - PROP_TAG_1]);
      break;
    case PROP_CAPITAL:
      g_value_set_string (value, self->capital);
      break;
    case PROP_CAPITAL_EXACT:
      g_value_set_string (value, self->capital_exact);
      break;
    case PROP_STATED:
      g_value_set_boolean (value, self->stated);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_OTHERS:
      g_value_set_string (value, self->others);
      break;
    case PROP_PACE:
      g_value_set_string (value, self->pace);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_MIDDLE:
      g_value_set_double (value, self->middle);
      break;
    case PROP_TICK:
      g_value_set_double (value, self->tick);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_commitment_row_finalize (GObject *object)
{
  TpCommitmentRow *self = TP_COMMITMENT_ROW (object);

  for (int i = 0; i < MAX_TAGS; i++)
    g_free (self->tags[i]);
  g_free (self->name);
  g_free (self->promise);
  g_free (self->capital);
  g_free (self->capital_exact);
  g_free (self->measure);
  g_free (self->others);
  g_free (self->explanation);
  g_free (self->description);
  G_OBJECT_CLASS (tp_commitment_row_parent_class)->finalize (object);
}

static void
tp_commitment_row_class_init (TpCommitmentRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_commitment_row_get_property;
  object_class->finalize = tp_commitment_row_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_GROUP] = g_param_spec_boolean ("group", NULL, NULL, FALSE, flags);
  props[PROP_INSET] = g_param_spec_boolean ("inset", NULL, NULL, FALSE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_PROMISE] = g_param_spec_string ("promise", NULL, NULL, NULL, flags);
  props[PROP_TAG_1] = g_param_spec_string ("tag-1", NULL, NULL, NULL, flags);
  props[PROP_TAG_2] = g_param_spec_string ("tag-2", NULL, NULL, NULL, flags);
  props[PROP_TAG_3] = g_param_spec_string ("tag-3", NULL, NULL, NULL, flags);
  props[PROP_CAPITAL] = g_param_spec_string ("capital", NULL, NULL, NULL, flags);
  props[PROP_CAPITAL_EXACT] = g_param_spec_string ("capital-exact", NULL, NULL, NULL, flags);
  props[PROP_STATED] = g_param_spec_boolean ("stated", NULL, NULL, FALSE, flags);
  props[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, NULL, flags);
  props[PROP_OTHERS] = g_param_spec_string ("others", NULL, NULL, NULL, flags);
  props[PROP_PACE] = g_param_spec_string ("pace", NULL, NULL, NULL, flags);
  props[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_MIDDLE] = g_param_spec_double ("middle", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_commitment_row_init (TpCommitmentRow *self)
{
  self->fraction = self->middle = self->tick = -1;
}

/* Up to two instruments by name, and the purposes: by name where it is one, else how
 * many share the promise. */
static void
take_tags (TpCommitmentRow *self, TpRecord *record)
{
  const char *instruments = tp_record_get_text (record, "instruments");
  const char *purposes = tp_record_get_text (record, "purposes");
  g_auto (GStrv) words = g_strsplit (instruments != NULL ? instruments : "", " ", -1);
  g_auto (GStrv) aims = g_strsplit (purposes != NULL ? purposes : "", " ", -1);
  guint n = 0, n_aims = g_strv_length (aims);

  for (guint i = 0; words[i] != NULL && n < MAX_TAGS - 1; i++)
    self->tags[n++] = g_strdup (tp_word_title (tp_words_instrument, words[i]));
  if (n_aims > 1)
    self->tags[n] = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u purpose", "%u purposes", n_aims),
                                     n_aims);
}

static char *
describe (TpCommitmentRow *self, const char *organisation, const char *promise)
{
  g_autofree char *name = organisation == NULL ? g_strdup (promise)
                                               : g_strdup_printf (C_ ("organisation and promise", "%s: %s"),
                                                                  organisation, promise);
  /* Translators: a line of the list for a screen reader; the first %s is the promise and
   * who made it */
  g_autofree char *words
      = g_strdup_printf (_ ("%s. Capital: %s. Delivered: %s. Pace: %s. %s"), name, self->capital,
                         self->measure, tp_word_title (tp_words_pace, self->pace), self->explanation);

  return self->others != NULL ? g_strdup_printf ("%s\n%s", words, self->others) : g_steal_pointer (&words);
}

/* The list has room for one figure; that there are more stands behind it. */
static void
take_measure (TpCommitmentRow *self, TpCommitmentStatus *status)
{
  g_autofree char *measure = tp_commitment_status_get_measure (status);
  guint n;

  self->others = tp_commitment_status_get_others (status, &n);
  if (n == 0)
    self->measure = g_steal_pointer (&measure);
  else
    /* Translators: figures of an indicator, and how many other indicators the promise has */
    self->measure = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more figure",
                                                  "%s, and %u more figures", n),
                                     measure, n);
}

/**
 * tp_commitment_row_new:
 * @status: a commitment's status
 * @inset: whether its organisation is named above it
 *
 * Returns: (transfer full): its line
 */
TpCommitmentRow *
tp_commitment_row_new (TpCommitmentStatus *status, gboolean inset)
{
  TpCommitmentRow *self = g_object_new (TP_TYPE_COMMITMENT_ROW, NULL);
  TpRecord *record = tp_commitment_status_get_record (status);
  TpRecord *maker = tp_commitment_status_get_organisation (status);
  TpRecord *through = tp_commitment_status_get_through (status);
  const char *title = tp_record_get_title (record);
  const char *organisation = through != NULL ? tp_record_get_title (through)
                             : maker != NULL ? tp_record_get_title (maker)
                                             : NULL;
  const char *currency;
  gint64 minor;

  self->id = tp_record_get_id (record);
  self->inset = inset;
  /* Where the organisation is named above and it acts itself, the promise is its name. */
  if (organisation == NULL || (inset && through == NULL))
    self->name = g_strdup (title);
  else
    {
      self->name = g_strdup (organisation);
      self->promise = g_strdup (title);
    }
  take_tags (self, record);
  self->stated = tp_commitment_status_get_capital (status, &minor, &currency);
  self->capital = self->stated ? tp_money_format_compact (minor, currency)
                               : g_strdup (C_ ("value", "Not stated"));
  if (self->stated)
    self->capital_exact = tp_money_format_exact (minor, currency);
  take_measure (self, status);
  self->pace = tp_pace_token (tp_commitment_status_get_pace (status));
  self->explanation = g_strdup (tp_commitment_status_get_explanation (status));
  self->fraction = tp_commitment_status_get_fraction (status);
  self->middle = tp_commitment_status_get_middle (status);
  self->tick = tp_commitment_status_get_tick (status);
  self->description = describe (self, organisation, title);
  return self;
}

/**
 * tp_commitment_row_get_id:
 * @self: a row
 *
 * Returns: the id of its commitment; 0 for the head of a group
 */
gint64
tp_commitment_row_get_id (TpCommitmentRow *self)
{
  return self->id;
}

/**
 * tp_commitment_row_is_group:
 * @self: a row
 *
 * Returns: whether it is the head of an organisation's group
 */
gboolean
tp_commitment_row_is_group (TpCommitmentRow *self)
{
  return self->group;
}

static TpCommitmentRow *
group_row (TpRecord *organisation)
{
  TpCommitmentRow *self = g_object_new (TP_TYPE_COMMITMENT_ROW, NULL);

  self->group = TRUE;
  self->name = g_strdup (tp_record_get_title (organisation));
  self->description = g_strdup (self->name);
  return self;
}

static void
append_folded (GString *out, const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  if (folded != NULL)
    g_string_append_printf (out, "%s\n", folded);
}

static void
append_names (GString *out, TpRecord *organisation)
{
  if (organisation == NULL)
    return;
  append_folded (out, tp_record_get_text (organisation, "name"));
  append_folded (out, tp_record_get_text (organisation, "name_local"));
}

static gboolean
matches (TpCommitmentStatus *status, const char *search)
{
  TpRecord *record = tp_commitment_status_get_record (status);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *instruments = tp_field_to_display (tp_kind_field (TP_KIND_COMMITMENT, "instruments"), record);
  g_autofree char *purposes = tp_field_to_display (tp_kind_field (TP_KIND_COMMITMENT, "purposes"), record);
  g_autofree char *folded = NULL;

  if (search == NULL || *search == '\0')
    return TRUE;
  append_names (text, tp_commitment_status_get_organisation (status));
  append_names (text, tp_commitment_status_get_through (status));
  append_folded (text, tp_record_get_text (record, "title"));
  append_folded (text, tp_record_get_text (record, "title_local"));
  append_folded (text, tp_record_get_text (record, "key"));
  append_folded (text, instruments);
  append_folded (text, purposes);
  folded = g_utf8_casefold (search, -1);
  return g_strstr_len (text->str, -1, g_strstrip (folded)) != NULL;
}

static gboolean
same_group (TpCommitmentStatus *a, TpCommitmentStatus *b)
{
  TpRecord *one = tp_commitment_status_get_group (a), *two = tp_commitment_status_get_group (b);

  return one != NULL && two != NULL && tp_record_get_id (one) == tp_record_get_id (two);
}

/**
 * tp_commitment_rows:
 * @status: the campaign's status
 * @search: (nullable): only promises whose words hold this text
 *
 * Returns: (transfer full): a list of #TpCommitmentRow, with a line for each
 *   organisation that has several of them or acts through a sub-platform
 */
GListModel *
tp_commitment_rows (TpStatus *status, const char *search)
{
  GListStore *rows = g_list_store_new (TP_TYPE_COMMITMENT_ROW);
  GPtrArray *all = tp_status_get_commitments (status);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (matches (g_ptr_array_index (all, i), search))
      g_ptr_array_add (shown, g_ptr_array_index (all, i));
  for (guint i = 0; i < shown->len; i++)
    {
      TpCommitmentStatus *commitment = g_ptr_array_index (shown, i);
      gboolean first = i == 0 || !same_group (commitment, g_ptr_array_index (shown, i - 1));
      gboolean last = i + 1 == shown->len || !same_group (commitment, g_ptr_array_index (shown, i + 1));
      TpRecord *group = tp_commitment_status_get_group (commitment);
      TpRecord *through = tp_commitment_status_get_through (commitment);
      gboolean inset = group != NULL && (!first || !last || through != NULL);
      g_autoptr (TpCommitmentRow) row = tp_commitment_row_new (commitment, inset);

      if (inset && first)
        {
          g_autoptr (TpCommitmentRow) heading = group_row (group);

          g_list_store_append (rows, heading);
        }
      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

/**
 * tp_commitment_rows_note:
 * @status: the campaign's status
 *
 * Returns: (transfer full): what stands below the list: how many promises state their
 *   capital, and what the bars show
 */
char *
tp_commitment_rows_note (TpStatus *status)
{
  GArray *totals = tp_status_get_totals (status);
  guint n = tp_status_get_commitments (status)->len;
  GString *note = g_string_new (NULL);
  g_autofree char *day = tp_day_format (tp_status_get_as_of (status), TP_PRECISION_DAY);

  for (guint i = 0; i < totals->len; i++)
    {
      const TpStatusTotals *sum = &g_array_index (totals, TpStatusTotals, i);
      g_autofree char *pledged = tp_money_format_compact (sum->pledged, sum->currency);

      if (sum->stated == 0)
        continue;
      g_string_append_printf (note,
                              g_dngettext (GETTEXT_PACKAGE,
                                           "%u of %u commitment states its capital, %s together. ",
                                           "%u of %u commitments state their capital, %s together. ", n),
                              sum->stated, n, pledged);
    }
  /* Translators: what the bars of a list show; %s is a date */
  g_string_append_printf (note, _ ("Filled: delivered. Tinted: allocated. Tick: pro-rated target on %s."),
                          day);
  return g_string_free (note, FALSE);
}
