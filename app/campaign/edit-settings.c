/* edit-settings.c: what belongs to the workspace and travels with it.
 *
 * Settings are text: the title, the time zone that says what day an instant falls on,
 * the currency that new amounts start with, and the shares that margins are computed
 * with, in basis points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-settings.h"

#include "error.h"
#include "money.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SETTING_TEXT,
  SETTING_ZONE,
  SETTING_CURRENCY,
  SETTING_SHARE, /* per cent to people, basis points in the workspace */
} SettingType;

typedef struct
{
  const char *key;
  const char *title;
  SettingType type;
} Setting;

static const Setting settings[] = {
  { "title", NC_ ("setting", "Title"), SETTING_TEXT },
  { "time_zone", NC_ ("setting", "Time zone"), SETTING_ZONE },
  { "currency", NC_ ("setting", "Currency"), SETTING_CURRENCY },
  { "vat", NC_ ("setting", "VAT"), SETTING_SHARE },
  { "returns", NC_ ("setting", "Returns"), SETTING_SHARE },
  { "fulfilment", NC_ ("setting", "Fulfilment"), SETTING_SHARE },
};

static const Setting *
find_setting (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_strcmp0 (settings[i].key, key) == 0)
      return &settings[i];
  return NULL;
}

static char *
check_share (const char *text, GError **error)
{
  g_autofree char *number = g_strdup (text);
  gint64 basis = 0;

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  else if (g_str_has_suffix (number, "％"))
    number[strlen (number) - strlen ("％")] = '\0';
  if (!tp_decimal_parse (g_strstrip (number), 2, &basis, NULL) || basis < 0 || basis > 10000)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not a share: enter a percentage from 0 to 100, such as 13"), text);
      return NULL;
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, basis);
}

/**
 * tp_setting_check:
 * @key: a setting
 * @text: its value as people type it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the value as it is kept, or %NULL where the text
 *   cannot be one
 */
char *
tp_setting_check (const char *key, const char *text, GError **error)
{
  const Setting *setting = find_setting (key);
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *code = NULL;

  if (setting == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("There is no setting “%s”"), key);
      return NULL;
    }
  if (*plain == '\0')
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s cannot be empty"),
                   g_dpgettext2 (GETTEXT_PACKAGE, "setting", setting->title));
      return NULL;
    }
  switch (setting->type)
    {
    case SETTING_ZONE:
      zone = g_time_zone_new_identifier (plain);
      if (zone != NULL)
        return g_steal_pointer (&plain);
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not a time zone: enter one such as Asia/Shanghai"), plain);
      return NULL;
    case SETTING_CURRENCY:
      code = tp_currency_normalise (plain);
      return tp_currency_check (code, error) ? g_steal_pointer (&code) : NULL;
    case SETTING_SHARE:
      return check_share (plain, error);
    case SETTING_TEXT:
    default:
      return g_steal_pointer (&plain);
    }
}

/**
 * tp_setting_display:
 * @key: a setting
 * @value: (nullable): its value as it is kept
 *
 * Returns: (transfer full): the value as people read and type it
 */
char *
tp_setting_display (const char *key, const char *value)
{
  const Setting *setting = find_setting (key);
  char *text;

  if (value == NULL)
    return g_strdup ("");
  if (setting == NULL || setting->type != SETTING_SHARE)
    return g_strdup (value);
  text = tp_decimal_format (g_ascii_strtoll (value, NULL, 10), 2);
  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - strlen (".00")] = '\0';
  return text;
}

/**
 * tp_setting_title:
 * @key: (nullable): a setting
 *
 * Returns: (transfer none) (nullable): what people call it, or the key itself
 */
const char *
tp_setting_title (const char *key)
{
  const Setting *setting = find_setting (key);

  return setting != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "setting", setting->title) : key;
}

/**
 * tp_setting_input_new:
 * @key: key of a setting
 * @value: (nullable): what it is to be, as it is kept
 *
 * Returns: (transfer full): the input of tp_edit_settings_run()
 */
TpSettingInput *
tp_setting_input_new (const char *key, const char *value)
{
  TpSettingInput *input = g_new0 (TpSettingInput, 1);

  input->key = g_strdup (key);
  input->value = g_strdup (value);
  return input;
}

void
tp_setting_input_free (gpointer data)
{
  TpSettingInput *input = data;

  g_free (input->key);
  g_free (input->value);
  g_free (input);
}

/* A title that somebody enters is the title in every language. */
static gboolean
drop_local_title (TpChange *change, GError **error)
{
  g_autofree char *local = tp_reader_setting (tp_change_reader (change), "title_local");

  return local == NULL || tp_change_set_setting (change, "title_local", NULL, error);
}

/**
 * tp_edit_settings_run:
 * @change: the change
 * @input: a #TpSettingInput
 * @error: return location
 *
 * Gives one setting another value.
 *
 * Returns: whether the value can be one
 */
gboolean
tp_edit_settings_run (TpChange *change, gpointer input, GError **error)
{
  TpSettingInput *setting = input;
  g_autofree char *value = tp_setting_check (setting->key, setting->value, error);

  if (value == NULL)
    return FALSE;
  /* The journal is read in every language: it holds the key. */
  tp_change_set_subject (change, setting->key);
  if (g_str_equal (setting->key, "title") && !drop_local_title (change, error))
    return FALSE;
  return tp_change_set_setting (change, setting->key, value, error);
}
