/* province.h: the 34 provinces, in every usual form.
 *
 * Records hold the two digits of GB/T 2260 ("33"); people read a short name, and
 * other programs want ISO 3166-2:CN.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TP_N_PROVINCES 34

typedef struct
{
  const char *code;  /* GB/T 2260: "33" */
  const char *iso;   /* ISO 3166-2: "CN-ZJ" */
  const char *name;  /* "Zhejiang" */
  const char *local; /* "浙江" */
  const char *long_local; /* "浙江省" */
} TpProvince;

guint             tp_province_count     (void);
const TpProvince *tp_province_get       (guint i);
const TpProvince *tp_province_of_code   (const char *code);
const TpProvince *tp_province_find      (const char *text);
gboolean          tp_province_parse     (const char *text, const char **code, GError **error);
const char       *tp_province_name      (const char *code);
const char       *tp_province_long_name (const char *code);

G_END_DECLS
