/* exporter-card-row.c: an exporter as a card of the board shows it.
 *
 * What blocks it is one line: the first open requirement that its next stage needs (those
 * of Documents are gathered there, but asked for before), or, where none is open, the one
 * that was due first of those that are late, or what its stage waits for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-card-row.h"

#include "checklist.h"
#include "exporter-words.h"
#include "province.h"

#include <glib/gi18n-lib.h>

struct _TpExporterCardRow
{
  GObject parent_instance;

  gint64 id;
  const char *stage; /* token, on the day */
  char *name;
  char *place;       /* the province and the value at risk */
  char *days;        /* how long it has been in its stage */
  char *blocker;
  gboolean overdue;
  char *description; /* all of it in a sentence, for assistive technology */
};

G_DEFINE_FINAL_TYPE (TpExporterCardRow, tp_exporter_card_row, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_STAGE,
  PROP_NAME,
  PROP_PLACE,
  PROP_DAYS,
  PROP_BLOCKER,
  PROP_OVERDUE,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* helpers */

/* "Missing: CCC certificate". */
static char *
open_text (TpReader *reader, gint64 id, const char *status)
{
  g_autoptr (TpRecord) requirement = id != 0 ? tp_reader_get (reader, TP_KIND_REQUIREMENT, id) : NULL;

  if (requirement == NULL)
    return NULL;
  /* Translators: what blocks an exporter: the status of a requirement, the requirement */
  return g_strdup_printf (C_ ("what blocks an exporter", "%s: %s"),
                          tp_word_title (tp_words_requirement_status, status != NULL ? status : "missing"),
                          tp_record_get_title (requirement));
}

/* The first open requirement that the next stage needs. */
static char *
first_open (TpReader *reader, gint64 exporter, TpStage next, TpDay as_of)
{
  const char *status;
  gint64 id = tp_reader_first_open (reader, exporter, next, as_of, &status);

  return open_text (reader, id, status);
}

/* What has been due the longest, for whatever stage. */
static char *
longest_due (TpReader *reader, gint64 exporter, TpDay as_of)
{
  g_autoptr (GArray) items = tp_reader_checklist (reader, exporter, as_of);
  const TpChecklistItem *longest = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);

      if (item->open && item->due != TP_DAY_NONE && item->due < as_of && (longest == NULL || item->due < longest->due))
        longest = item;
    }
  return longest != NULL ? open_text (reader, longest->requirement, longest->status) : NULL;
}

/* Why it is on hold or declined: as its present stage says, or on a past day the step
 * that led there. */
static char *
reason_of (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay as_of, gboolean past)
{
  g_autofree char *reason = !past && tp_record_has_word (exporter, "stage", tp_stage_token (stage))
                                ? g_strdup (tp_record_get_text (exporter, "stage_reason"))
                                : tp_reader_stage_reason (reader, tp_record_get_id (exporter), stage, as_of);

  return reason != NULL ? g_steal_pointer (&reason) : g_strdup (C_ ("reason of a stage", "Reason not stated"));
}

/* What a stage waits for where no requirement stands in the way of the next. */
static const char *
waits_for (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay since, TpDay as_of)
{
  gint64 time;

  switch (stage)
    {
    case TP_STAGE_SOURCED:
      return C_ ("what blocks an exporter", "No contact yet");
    case TP_STAGE_CONTACTED:
      return tp_reader_last_activity (reader, tp_record_get_id (exporter), as_of, &time) > since
                 ? C_ ("what blocks an exporter", "In talks")
                 : C_ ("what blocks an exporter", "Waiting for a reply");
    case TP_STAGE_QUALIFIED:
      return tp_record_is_set (exporter, "uscc") ? C_ ("what blocks an exporter", "Ready for its documents")
                                                 : C_ ("what blocks an exporter", "No USCC yet");
    case TP_STAGE_DOCUMENTS:
      return C_ ("what blocks an exporter", "Documents complete");
    case TP_STAGE_COMPLIANCE:
      return C_ ("what blocks an exporter", "Ready to be listed");
    case TP_STAGE_LISTED:
      return C_ ("what blocks an exporter", "No domestic sale yet");
    default:
      return C_ ("what blocks an exporter", "Nothing is open");
    }
}

static char *
days_text (TpDay since, TpDay as_of)
{
  int days = since != TP_DAY_NONE ? as_of - since : 0;

  if (since == TP_DAY_NONE)
    return g_strdup ("");
  if (days <= 0)
    return g_strdup (C_ ("how long in a stage", "today"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
}

static void
describe (TpExporterCardRow *self)
{
  /* Translators: a card of the board, read out: the exporter's name, its province and
     value at risk, how long it has been in its stage, what blocks it */
  g_autofree char *card = g_strdup_printf (C_ ("card of the board", "%s, %s, %s in this stage, %s"), self->name,
                                           self->place, self->days, self->blocker);

  self->description = self->overdue
                          /* Translators: a card of the board, read out */
                          ? g_strdup_printf (C_ ("card of the board", "%s, overdue"), card)
                          : g_steal_pointer (&card);
}

/* vfuncs */

static void
tp_exporter_card_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterCardRow *self = TP_EXPORTER_CARD_ROW (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_DAYS:
      g_value_set_string (value, self->days);
      break;
    case PROP_BLOCKER:
      g_value_set_string (value, self->blocker);
      break;
    case PROP_OVERDUE:
      g_value_set_boolean (value, self->overdue);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_card_row_finalize (GObject *object)
{
  TpExporterCardRow *self = TP_EXPORTER_CARD_ROW (object);

  g_free (self->name);
  g_free (self->place);
  g_free (self->days);
  g_free (self->blocker);
  g_free (self->description);
  G_OBJECT_CLASS (tp_exporter_card_row_parent_class)->finalize (object);
}

static void
tp_exporter_card_row_class_init (TpExporterCardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_card_row_get_property;
  object_class->finalize = tp_exporter_card_row_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_DAYS] = g_param_spec_string ("days", NULL, NULL, NULL, flags);
  props[PROP_BLOCKER] = g_param_spec_string ("blocker", NULL, NULL, NULL, flags);
  props[PROP_OVERDUE] = g_param_spec_boolean ("overdue", NULL, NULL, FALSE, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_exporter_card_row_init (TpExporterCardRow *self)
{
}

static void
find_blocker (TpExporterCardRow *self, TpReader *reader, TpRecord *exporter, TpStage stage, TpDay since,
              TpDay as_of, gboolean past)
{
  TpDay due;

  if (stage >= TP_N_PIPELINE_STAGES)
    {
      self->blocker = reason_of (reader, exporter, stage, as_of, past);
      return;
    }
  tp_reader_open_count (reader, self->id, as_of, &due);
  self->overdue = due != TP_DAY_NONE && due < as_of;
  /* Past the last stage everything that is open is in the way of going on. */
  if (stage != TP_STAGE_QUALIFIED || tp_record_is_set (exporter, "uscc"))
    {
      self->blocker = first_open (reader, self->id, (TpStage) (stage + 1), as_of);
      /* A warning beside "Ready" would contradict it. */
      if (self->blocker == NULL && self->overdue)
        self->blocker = longest_due (reader, self->id, as_of);
    }
  if (self->blocker == NULL)
    self->blocker = g_strdup (waits_for (reader, exporter, stage, since, as_of));
}

/* Public API */

/**
 * tp_exporter_card_row_new:
 * @workspace: the workspace
 * @exporter: an exporter
 * @as_of: the day the card tells of
 *
 * A #TpRowFunc for a #TpRecordList.
 *
 * Returns: (transfer full): its card
 */
GObject *
tp_exporter_card_row_new (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of)
{
  TpExporterCardRow *self = g_object_new (TP_TYPE_EXPORTER_CARD_ROW, NULL);
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (workspace));
  TpDay today = tp_workspace_get_today (workspace), since;
  const char *province = tp_record_get_text (exporter, "province");
  g_autofree char *at_risk = tp_at_risk_column_text (exporter);
  TpStage stage;

  if (as_of == TP_DAY_NONE)
    as_of = today;
  self->id = tp_record_get_id (exporter);
  stage = tp_reader_stage_on (reader, self->id, as_of, &since);
  /* Gone a moment ago, or an archived one: what it says of itself. */
  if (stage >= TP_N_STAGES)
    stage = (TpStage) MAX (tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage")), 0);
  self->stage = tp_stage_token (stage);
  self->name = g_strdup (tp_record_get_title (exporter));
  self->place = g_strdup (province != NULL ? tp_province_name (province) : C_ ("province", "Not stated"));
  if (tp_record_is_set (exporter, "annual_export") && tp_record_is_set (exporter, "us_share"))
    {
      g_autofree char *place = g_steal_pointer (&self->place);

      self->place = g_strjoin (" · ", place, at_risk, NULL);
    }
  self->days = days_text (since, as_of);
  find_blocker (self, reader, exporter, stage, since, as_of, as_of < today);
  describe (self);
  return G_OBJECT (self);
}

/**
 * tp_exporter_card_row_get_id:
 * @self: a card
 *
 * Returns: the id of its exporter
 */
gint64
tp_exporter_card_row_get_id (TpExporterCardRow *self)
{
  return self->id;
}

/**
 * tp_exporter_card_row_get_stage:
 * @self: a card
 *
 * Returns: (transfer none): the token of its stage, on the day
 */
const char *
tp_exporter_card_row_get_stage (TpExporterCardRow *self)
{
  return self->stage;
}
