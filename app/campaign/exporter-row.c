/* exporter-row.c: an exporter as a row of the list shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-row.h"

#include "exporter-words.h"
#include "numbers.h"
#include "province.h"

#include <glib/gi18n-lib.h>

struct _TpExporterRow
{
  GObject parent_instance;

  TpRecord *exporter;
  const char *stage; /* token, on the day */
  char *province;
  char *at_risk;
  char *open;
  char *overdue_text;
  char *last_activity;
  char *narrow_line;
  char *stage_days;
  char *annual_export;
  char *us_share;
  char *sourced;
};

G_DEFINE_FINAL_TYPE (TpExporterRow, tp_exporter_row, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_SECOND_NAME,
  PROP_HAS_SECOND_NAME,
  PROP_USCC,
  PROP_PROVINCE,
  PROP_STAGE,
  PROP_STAGE_TITLE,
  PROP_OWNER,
  PROP_AT_RISK,
  PROP_OPEN,
  PROP_OVERDUE,
  PROP_OVERDUE_TEXT,
  PROP_LAST_ACTIVITY,
  PROP_NARROW_LINE,
  PROP_CITY,
  PROP_STAGE_DAYS,
  PROP_ANNUAL_EXPORT,
  PROP_US_SHARE,
  PROP_HS_CHAPTERS,
  PROP_CONTACT,
  PROP_PHONE,
  PROP_SOURCED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* A field as it is, or that it is not stated. */
static const char *
text_or_not_stated (TpExporterRow *self, const char *field)
{
  const char *text = tp_record_get_text (self->exporter, field);

  return text != NULL ? text : C_ ("column", "Not stated");
}

static void
tp_exporter_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterRow *self = TP_EXPORTER_ROW (object);
  const char *text;

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, tp_record_get_id (self->exporter));
      break;
    case PROP_NAME:
      g_value_set_string (value, tp_record_get_title (self->exporter));
      break;
    case PROP_SECOND_NAME:
      g_value_set_string (value, tp_record_get_second_title (self->exporter));
      break;
    case PROP_HAS_SECOND_NAME:
      text = tp_record_get_second_title (self->exporter);
      g_value_set_boolean (value, text != NULL && *text != '\0');
      break;
    case PROP_USCC:
      text = tp_record_get_text (self->exporter, "uscc");
      g_value_set_string (value, text != NULL ? text : C_ ("USCC", "Not stated"));
      break;
    case PROP_PROVINCE:
      g_value_set_string (value, self->province);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_STAGE_TITLE:
      g_value_set_string (value, tp_word_title (tp_words_stage, self->stage));
      break;
    case PROP_OWNER:
      text = tp_record_get_text (self->exporter, "owner");
      g_value_set_string (value, text != NULL ? text : C_ ("owner of an exporter", "Nobody"));
      break;
    case PROP_AT_RISK:
      g_value_set_string (value, self->at_risk);
      break;
    case PROP_OPEN:
      g_value_set_string (value, self->open);
      break;
    case PROP_OVERDUE:
      g_value_set_boolean (value, self->overdue_text != NULL);
      break;
    case PROP_OVERDUE_TEXT:
      g_value_set_string (value, self->overdue_text);
      break;
    case PROP_LAST_ACTIVITY:
      g_value_set_string (value, self->last_activity);
      break;
    case PROP_NARROW_LINE:
      g_value_set_string (value, self->narrow_line);
      break;
    case PROP_CITY:
      g_value_set_string (value, text_or_not_stated (self, "city"));
      break;
    case PROP_STAGE_DAYS:
      g_value_set_string (value, self->stage_days);
      break;
    case PROP_ANNUAL_EXPORT:
      g_value_set_string (value, self->annual_export);
      break;
    case PROP_US_SHARE:
      g_value_set_string (value, self->us_share);
      break;
    case PROP_HS_CHAPTERS:
      g_value_set_string (value, text_or_not_stated (self, "hs_chapters"));
      break;
    case PROP_CONTACT:
      g_value_set_string (value, text_or_not_stated (self, "contact"));
      break;
    case PROP_PHONE:
      g_value_set_string (value, text_or_not_stated (self, "phone"));
      break;
    case PROP_SOURCED:
      g_value_set_string (value, self->sourced);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporter_row_finalize (GObject *object)
{
  TpExporterRow *self = TP_EXPORTER_ROW (object);

  g_clear_object (&self->exporter);
  g_free (self->province);
  g_free (self->at_risk);
  g_free (self->open);
  g_free (self->overdue_text);
  g_free (self->last_activity);
  g_free (self->narrow_line);
  g_free (self->stage_days);
  g_free (self->annual_export);
  g_free (self->us_share);
  g_free (self->sourced);
  G_OBJECT_CLASS (tp_exporter_row_parent_class)->finalize (object);
}

static void
tp_exporter_row_class_init (TpExporterRowClass *klass)
{
  static const struct
  {
    guint id;
    const char *name;
  } texts[] = {
    { PROP_NAME, "name" },       { PROP_SECOND_NAME, "second-name" },
    { PROP_USCC, "uscc" },       { PROP_PROVINCE, "province" },
    { PROP_STAGE, "stage" },     { PROP_STAGE_TITLE, "stage-title" },
    { PROP_OWNER, "owner" },     { PROP_AT_RISK, "at-risk" },
    { PROP_OPEN, "open" },       { PROP_OVERDUE_TEXT, "overdue-text" },
    { PROP_LAST_ACTIVITY, "last-activity" }, { PROP_NARROW_LINE, "narrow-line" },
    { PROP_CITY, "city" },       { PROP_STAGE_DAYS, "stage-days" },
    { PROP_ANNUAL_EXPORT, "annual-export" }, { PROP_US_SHARE, "us-share" },
    { PROP_HS_CHAPTERS, "hs-chapters" }, { PROP_CONTACT, "contact" },
    { PROP_PHONE, "phone" },     { PROP_SOURCED, "sourced" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_exporter_row_get_property;
  object_class->finalize = tp_exporter_row_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_OVERDUE] = g_param_spec_boolean ("overdue", NULL, NULL, FALSE, flags);
  props[PROP_HAS_SECOND_NAME] = g_param_spec_boolean ("has-second-name", NULL, NULL, FALSE, flags);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    props[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_exporter_row_init (TpExporterRow *self)
{
}

static void
count_open (TpExporterRow *self, TpReader *reader, TpDay as_of)
{
  TpDay due;

  self->open = tp_count_format (tp_reader_open_count (reader, tp_record_get_id (self->exporter), as_of, &due));
  if (due != TP_DAY_NONE && due < as_of)
    self->overdue_text = g_strdup (C_ ("requirements", "A requirement is overdue"));
}

/* The figures of columns that are not shown from the start. */
static void
make_figures (TpExporterRow *self, TpDay as_of, TpDay since)
{
  TpDay sourced = tp_record_get_day (self->exporter, "sourced");
  /* All that is exported, in the scale of the value at risk beside it */
  g_autoptr (TpRecord) whole = tp_record_edit (self->exporter);

  tp_record_set_number (whole, "us_share", 10000);
  self->annual_export = tp_at_risk_column_text (whole);
  self->us_share = tp_record_is_set (self->exporter, "us_share")
                       ? tp_basis_format (tp_record_get_number (self->exporter, "us_share"))
                       : g_strdup (C_ ("column", "Not stated"));
  self->stage_days = since != TP_DAY_NONE ? tp_count_format (as_of - since) : g_strdup (C_ ("days in stage", "Not known"));
  self->sourced = sourced != TP_DAY_NONE ? tp_day_format_short (sourced) : g_strdup (C_ ("column", "Not stated"));
}

static void
find_last (TpExporterRow *self, TpReader *reader, GTimeZone *zone, TpDay as_of)
{
  gint64 time;
  TpDay day = tp_reader_last_activity (reader, tp_record_get_id (self->exporter), as_of, &time);

  self->last_activity = day != TP_DAY_NONE ? tp_moment_text (day, time, zone)
                                           : g_strdup (C_ ("last activity", "None yet"));
}

static void
make_narrow_line (TpExporterRow *self)
{
  const char *owner = tp_record_get_text (self->exporter, "owner");
  /* Translators: open requirements of an exporter */
  g_autofree char *open = g_strdup_printf (C_ ("requirements", "%s open"), self->open);

  if (owner == NULL)
    self->narrow_line = g_strjoin (" · ", self->province, open, NULL);
  else
    self->narrow_line = g_strjoin (" · ", self->province, owner, open, NULL);
}

/* Public API */

/**
 * tp_exporter_row_new:
 * @workspace: the workspace
 * @exporter: an exporter
 * @as_of: the day the row tells of
 *
 * A #TpRowFunc for a #TpRecordList.
 *
 * Returns: (transfer full): its row
 */
GObject *
tp_exporter_row_new (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of)
{
  TpExporterRow *self = g_object_new (TP_TYPE_EXPORTER_ROW, NULL);
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (workspace));
  const char *province = tp_record_get_text (exporter, "province");
  TpDay since = TP_DAY_NONE;
  TpStage stage;

  self->exporter = g_object_ref (exporter);
  if (as_of == TP_DAY_NONE)
    as_of = tp_workspace_get_today (workspace);
  stage = tp_reader_stage_on (reader, tp_record_get_id (exporter), as_of, &since);
  self->stage = stage < TP_N_STAGES ? tp_stage_token (stage) : tp_record_get_text (exporter, "stage");
  self->province = g_strdup (province != NULL ? tp_province_name (province)
                                              : C_ ("province", "Not stated"));
  self->at_risk = tp_at_risk_column_text (exporter);
  count_open (self, reader, as_of);
  find_last (self, reader, tp_workspace_get_time_zone (workspace), as_of);
  make_figures (self, as_of, stage < TP_N_STAGES ? since : TP_DAY_NONE);
  make_narrow_line (self);
  return G_OBJECT (self);
}

/**
 * tp_exporter_row_get_id:
 * @self: a row
 *
 * Returns: the id of its exporter
 */
gint64
tp_exporter_row_get_id (TpExporterRow *self)
{
  return tp_record_get_id (self->exporter);
}
