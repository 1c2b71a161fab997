/* text.h: measuring and breaking text, the same for every painter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _TpTextMeter TpTextMeter;

TpTextMeter *tp_text_meter_new  (const char *language);
void         tp_text_meter_free (TpTextMeter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpTextMeter, tp_text_meter_free)

double       tp_text_width      (TpTextMeter *self, const char *text, double size, int weight);
char        *tp_text_fit        (TpTextMeter *self, const char *text, double size, int weight, double width);
char       **tp_text_wrap       (TpTextMeter *self, const char *text, double size, int weight, double width, guint lines);
char       **tp_text_balance    (TpTextMeter *self, const char *text, double size, int weight, double width, guint lines);

/* For painters: the one way text is set. */
void         tp_text_prepare    (PangoContext *context, const char *language);
void         tp_text_apply      (PangoLayout *layout, const char *text, double size, int weight);
gboolean     tp_text_is_tabular (const char *text);

void         tp_text_add_sentence (GString *text, char *sentence);

G_END_DECLS
