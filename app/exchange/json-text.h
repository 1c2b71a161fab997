/* json-text.h: the few pieces of JSON text that this workshop writes and reads.
 *
 * Used within this workshop only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tp_json_append_string  (GString *out, const char *text, gsize length);
void     tp_json_append_integer (GString *out, gint64 number);

/* A flat object on one line, member by member. */
typedef enum
{
  TP_JSON_STRING,
  TP_JSON_INTEGER,
  TP_JSON_DECIMAL, /* a number with a fraction, an exponent or more than 64 bits */
  TP_JSON_TRUE,
  TP_JSON_FALSE,
  TP_JSON_NULL,
} TpJsonType;

typedef struct
{
  TpJsonType type;
  gint64 integer;
  const char *text; /* in the line itself, ended by NUL */
  gsize length;
} TpJsonValue;

typedef struct
{
  char *p;
  char *end;
  gboolean begun;
  const char *problem; /* untranslated; set where a function returned FALSE at a fault */
} TpJsonScanner;

void     tp_json_scanner_init (TpJsonScanner *self, char *line, gsize length);
gboolean tp_json_scanner_next (TpJsonScanner *self, const char **name, TpJsonValue *value);

G_END_DECLS
