/* edit-settings.h: what belongs to the workspace and travels with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"
#include "reader.h"

G_BEGIN_DECLS

/* One setting; @value is as people type it. */
typedef struct
{
  char *key;
  char *value;
} TpSettingInput;

TpSettingInput *tp_setting_input_new  (const char *key, const char *value);
void            tp_setting_input_free (gpointer input);

char           *tp_setting_check      (const char *key, const char *text, GError **error);
char           *tp_setting_display    (const char *key, const char *value);
const char     *tp_setting_title      (const char *key);


/* A TpChangeFunc: @input is a TpSettingInput. The verb is "edit-settings". */
gboolean        tp_edit_settings_run  (TpChange *change, gpointer input, GError **error);

G_END_DECLS
