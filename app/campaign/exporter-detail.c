/* exporter-detail.c: the head of an exporter's page: who, how far, what stands in the way.
 *
 * Properties, all read-only: "exporter", "name", "second-name", "uscc", "place",
 * "owner", "at-risk", "stage" and "reached" (tokens), "stage-notes" (a text a stage of
 * the pipeline), "stage-reason", "advance-label", "blocks-title", "blocked", "archived",
 * "uscc-note" (which province the code is from), "uscc-doubtful" (not the one given);
 * "blocks", a list of TpFact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-detail.h"

#include "advance-exporter.h"
#include "error.h"
#include "exporter-lists.h"
#include "exporter-words.h"
#include "numbers.h"
#include "profile-words.h"
#include "province.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_EXPORTER = 1,
  PROP_NAME, /* texts */
  PROP_SECOND_NAME,
  PROP_USCC,
  PROP_USCC_NOTE,
  PROP_PLACE,
  PROP_OWNER,
  PROP_AT_RISK,
  PROP_STAGE,
  PROP_REACHED,
  PROP_STAGE_REASON,
  PROP_ADVANCE_LABEL,
  PROP_BLOCKS_TITLE,
  PROP_STAGE_NOTES,
  PROP_BLOCKED,
  PROP_ARCHIVED,
  PROP_USCC_KNOWN,
  PROP_USCC_DOUBTFUL,
  PROP_BLOCKS,
  N_PROPS,
};

struct _TpExporterDetail
{
  GObject parent_instance;

  TpRecord *exporter;
  TpStage stage;
  TpStage next;
  gboolean moved_later; /* after the day that is looked at */
  char *texts[N_PROPS];
  GStrv notes;
  GListModel *blocks;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExporterDetail, tp_exporter_detail, G_TYPE_OBJECT)

static void
tp_exporter_detail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterDetail *self = TP_EXPORTER_DETAIL (object);

  switch (id)
    {
    case PROP_EXPORTER:
      g_value_set_object (value, self->exporter);
      break;
    case PROP_STAGE_NOTES:
      g_value_set_boxed (value, self->notes);
      break;
    case PROP_BLOCKED:
      g_value_set_boolean (value, g_list_model_get_n_items (self->blocks) > 0);
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, tp_record_get_number (self->exporter, "archived") == 1);
      break;
    case PROP_USCC_KNOWN:
      g_value_set_boolean (value, tp_record_is_set (self->exporter, "uscc"));
      break;
    case PROP_USCC_DOUBTFUL:
      g_value_set_boolean (value, tp_exporter_uscc_doubtful (self->exporter));
      break;
    case PROP_BLOCKS:
      g_value_set_object (value, self->blocks);
      break;
    default:
      g_value_set_string (value, self->texts[id]);
    }
}

static void
tp_exporter_detail_finalize (GObject *object)
{
  TpExporterDetail *self = TP_EXPORTER_DETAIL (object);

  g_clear_object (&self->exporter);
  g_strfreev (self->notes);
  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  g_clear_object (&self->blocks);
  G_OBJECT_CLASS (tp_exporter_detail_parent_class)->finalize (object);
}

static void
tp_exporter_detail_class_init (TpExporterDetailClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_NAME] = "name",
    [PROP_SECOND_NAME] = "second-name",
    [PROP_USCC] = "uscc",
    [PROP_USCC_NOTE] = "uscc-note",
    [PROP_PLACE] = "place",
    [PROP_OWNER] = "owner",
    [PROP_AT_RISK] = "at-risk",
    [PROP_STAGE] = "stage",
    [PROP_REACHED] = "reached",
    [PROP_STAGE_REASON] = "stage-reason",
    [PROP_ADVANCE_LABEL] = "advance-label",
    [PROP_BLOCKS_TITLE] = "blocks-title",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_detail_get_property;
  object_class->finalize = tp_exporter_detail_finalize;
  props[PROP_EXPORTER] = g_param_spec_object ("exporter", NULL, NULL, TP_TYPE_RECORD, flags);
  props[PROP_STAGE_NOTES] = g_param_spec_boxed ("stage-notes", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_BLOCKED] = g_param_spec_boolean ("blocked", NULL, NULL, FALSE, flags);
  props[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE, flags);
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    if (names[i] != NULL)
      props[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  props[PROP_USCC_KNOWN] = g_param_spec_boolean ("uscc-known", NULL, NULL, FALSE, flags);
  props[PROP_USCC_DOUBTFUL] = g_param_spec_boolean ("uscc-doubtful", NULL, NULL, FALSE, flags);
  props[PROP_BLOCKS] = g_param_spec_object ("blocks", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_exporter_detail_init (TpExporterDetail *self)
{
}

static gboolean
date_has_year (TpDay day, TpDay as_of)
{
  int year, this_year;

  tp_day_get (day, &year, NULL, NULL);
  tp_day_get (as_of, &this_year, NULL, NULL);
  return year != this_year;
}

/* "6 Mar · 12 days" below the present stage, the day alone below those passed. */
static void
make_notes (TpExporterDetail *self, TpReader *reader, TpDay as_of)
{
  TpDay entered[TP_N_PIPELINE_STAGES];
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  TpDay since;

  for (guint i = 0; i < G_N_ELEMENTS (entered); i++)
    entered[i] = TP_DAY_NONE;
  /* Back from day to day: each span tells the day it began. */
  for (TpDay day = as_of;; day = since - 1)
    {
      TpStage stage = tp_reader_stage_on (reader, tp_record_get_id (self->exporter), day, &since);

      if (stage >= TP_N_STAGES || since == TP_DAY_NONE)
        break;
      if (stage < TP_N_PIPELINE_STAGES && entered[stage] == TP_DAY_NONE)
        entered[stage] = since;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entered); i++)
    {
      g_autofree char *date = tp_day_format_near (entered[i], as_of);
      int days = entered[i] != TP_DAY_NONE ? as_of - entered[i] : 0;

      if (entered[i] == TP_DAY_NONE || i > (guint) MIN (self->stage, TP_N_PIPELINE_STAGES - 1))
        g_strv_builder_add (notes, "");
      else if (i != (guint) self->stage)
        g_strv_builder_add (notes, date);
      /* A step is too narrow for the days behind a date with its year */
      else if (date_has_year (entered[i], as_of))
        g_strv_builder_take (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days",
                                                                  (gulong) MAX (days, 0)),
                                                     MAX (days, 0)));
      else
        g_strv_builder_take (
            notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %d day", "%s · %d days",
                                                 (gulong) MAX (days, 0)),
                                    date, MAX (days, 0)));
    }
  self->notes = g_strv_builder_end (notes);
}

static void
make_texts (TpExporterDetail *self)
{
  TpRecord *exporter = self->exporter;
  const char *province = tp_record_get_text (exporter, "province");
  const char *city = tp_record_get_text (exporter, "city");
  const char *owner = tp_record_get_text (exporter, "owner");
  const char *uscc = tp_record_get_text (exporter, "uscc");
  const char *next = tp_word_title (tp_words_stage, self->next < TP_N_STAGES ? tp_stage_token (self->next)
                                                                              : NULL);
  const char *place = province != NULL ? tp_province_name (province) : NULL;
  gint64 minor;

  self->texts[PROP_NAME] = g_strdup (tp_record_get_title (exporter));
  self->texts[PROP_SECOND_NAME] = g_strdup (tp_record_get_second_title (exporter));
  self->texts[PROP_USCC] = g_strdup (uscc != NULL ? uscc : C_ ("USCC", "USCC not stated"));
  self->texts[PROP_USCC_NOTE] = tp_exporter_uscc_note (exporter);
  /* Shanghai is a city and a province */
  if (city != NULL && place != NULL && g_strcmp0 (city, place) != 0)
    /* Translators: city, province; Chinese: the province first, "%2$s%1$s" */
    self->texts[PROP_PLACE] = g_strdup_printf (C_ ("place", "%1$s, %2$s"), city, place);
  else
    self->texts[PROP_PLACE] = g_strdup (place != NULL  ? place
                                        : city != NULL ? city
                                                       : C_ ("place", "Province not stated"));
  self->texts[PROP_OWNER] = g_strdup (owner != NULL ? owner : C_ ("owner of an exporter", "No owner"));
  if (tp_exporter_at_risk (exporter, &minor) && tp_record_is_set (exporter, "currency"))
    {
      g_autofree char *amount = tp_money_format_compact (minor, tp_record_get_text (exporter, "currency"));

      /* Translators: an amount of money */
      self->texts[PROP_AT_RISK] = g_strdup_printf (C_ ("exporter", "%s at risk"), amount);
    }
  else
    self->texts[PROP_AT_RISK] = g_strdup (C_ ("exporter", "Value at risk not stated"));
  self->texts[PROP_STAGE] = g_strdup (tp_stage_token (self->stage));
  /* What a click moves is the exporter as it is now. */
  if (self->moved_later)
    self->texts[PROP_ADVANCE_LABEL] = g_strdup (C_ ("button", "Change Stage…"));
  if (self->next < TP_N_STAGES)
    {
      /* Translators: a stage, such as Compliance */
      if (!self->moved_later)
        self->texts[PROP_ADVANCE_LABEL] = g_strdup_printf (C_ ("button", "Advance to %s…"), next);
      /* Translators: a stage, such as Compliance */
      self->texts[PROP_BLOCKS_TITLE] = g_strdup_printf (C_ ("heading", "What blocks %s"), next);
    }
  else if (!self->moved_later)
    self->texts[PROP_ADVANCE_LABEL] = g_strdup (C_ ("button", "Change Stage…"));
}

/* The reason that was given for the stage of that day. */
static char *
reason_then (TpReader *reader, gint64 exporter, TpDay as_of)
{
  g_autoptr (GPtrArray) activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", exporter);
  TpRecord *last = NULL;

  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);

      if (tp_record_has_word (activity, "kind", "stage") && tp_record_get_day (activity, "date") <= as_of
          && (last == NULL || tp_record_get_day (activity, "date") >= tp_record_get_day (last, "date")))
        last = activity;
    }
  return last != NULL ? g_strdup (tp_record_get_text (last, "reason")) : NULL;
}

/* Below the stages: why it is where it is, and that it has moved on since the day that
 * is looked at. */
static void
make_reason (TpExporterDetail *self, TpReader *reader, TpDay as_of)
{
  gint64 id = tp_record_get_id (self->exporter);
  g_autofree char *reason = self->moved_later ? reason_then (reader, id, as_of)
                                              : g_strdup (tp_record_get_text (self->exporter, "stage_reason"));
  g_autofree char *why = NULL;
  g_autofree char *later = NULL;

  if (reason != NULL)
    /* Translators: why an exporter is at its stage, in somebody's words */
    why = g_strdup_printf (C_ ("stage", "Reason: %s"), reason);
  if (self->moved_later)
    {
      TpDay since;
      TpStage now = tp_reader_stage_on (reader, id, G_MAXINT32, &since);
      g_autofree char *date = tp_day_format (since, TP_PRECISION_DAY);

      /* Translators: a stage, a date */
      later = g_strdup_printf (_ ("Moved to %s on %s, after the day that is looked at"),
                               tp_word_title (tp_words_stage, tp_stage_token (now)), date);
    }
  if (why != NULL && later != NULL)
    self->texts[PROP_STAGE_REASON] = g_strjoin ("\n", why, later, NULL);
  else
    self->texts[PROP_STAGE_REASON] = why != NULL ? g_steal_pointer (&why) : g_steal_pointer (&later);
}

/* Public API */

/**
 * tp_exporter_question_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @as_of: the day
 *
 * Returns: (transfer full): what to give tp_exporter_detail_read()
 */
TpExporterQuestion *
tp_exporter_question_new (TpWorkspace *workspace, gint64 exporter, TpDay as_of)
{
  TpExporterQuestion *self = g_new0 (TpExporterQuestion, 1);

  self->exporter = exporter;
  self->as_of = as_of;
  self->zone = g_time_zone_ref (tp_workspace_get_time_zone (workspace));
  return self;
}

void
tp_exporter_question_free (gpointer question)
{
  TpExporterQuestion *self = question;

  if (self == NULL)
    return;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/**
 * tp_exporter_detail_read:
 * @reader: a reader
 * @question: a #TpExporterQuestion
 * @error: return location
 *
 * Reads the head of an exporter's page (a #TpReadFunc).
 *
 * Returns: (transfer full) (nullable): a #TpExporterDetail; %TP_ERROR_NOT_FOUND where
 *   the exporter is gone
 */
gpointer
tp_exporter_detail_read (TpReader *reader, gpointer question, GError **error)
{
  TpExporterQuestion *asked = question;
  g_autoptr (TpExporterDetail) self = g_object_new (TP_TYPE_EXPORTER_DETAIL, NULL);
  g_autoptr (TpRecord) then = NULL;
  int now;

  self->exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  if (self->exporter == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there: it may have been undone or deleted"));
      return NULL;
    }
  self->stage = tp_reader_stage_on (reader, asked->exporter, asked->as_of, NULL);
  now = tp_word_index (tp_words_stage, tp_record_get_text (self->exporter, "stage"));
  if (self->stage >= TP_N_STAGES)
    self->stage = (TpStage) MAX (now, 0);
  self->moved_later = (int) self->stage != now;
  then = tp_record_edit (self->exporter);
  tp_record_set_text (then, "stage", tp_stage_token (self->stage));
  self->next = tp_exporter_next_stage (reader, then);
  self->texts[PROP_REACHED] = g_strdup (tp_stage_token (tp_exporter_pipeline_stage (reader, then)));
  make_reason (self, reader, asked->as_of);
  make_notes (self, reader, asked->as_of);
  make_texts (self);
  self->blocks = G_LIST_MODEL (tp_exporter_blocking_facts (reader, self->exporter, self->next, asked->as_of));
  return g_steal_pointer (&self);
}

/**
 * tp_exporter_detail_get_exporter:
 * @self: what was read of an exporter
 *
 * Returns: (transfer none): the exporter
 */
TpRecord *
tp_exporter_detail_get_exporter (TpExporterDetail *self)
{
  return self->exporter;
}

/**
 * tp_exporter_detail_get_stage:
 * @self: a detail
 *
 * Returns: the stage on the day that was asked for
 */
TpStage
tp_exporter_detail_get_stage (TpExporterDetail *self)
{
  return self->stage;
}

/**
 * tp_exporter_detail_get_next_stage:
 * @self: a detail
 *
 * Returns: the stage that would come next now; %TP_N_STAGES for none
 */
TpStage
tp_exporter_detail_get_next_stage (TpExporterDetail *self)
{
  return self->next;
}

/**
 * tp_exporter_detail_get_blocks:
 * @self: a detail
 *
 * Returns: (transfer none): what stands in the way of the next stage, a list of #TpFact
 */
GListModel *
tp_exporter_detail_get_blocks (TpExporterDetail *self)
{
  return self->blocks;
}
