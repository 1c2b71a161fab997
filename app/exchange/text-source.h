/* text-source.h: bytes of a stream in whatever encoding, as UTF-8 text.
 *
 * Used within this workshop only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TpTextSource TpTextSource;

typedef enum
{
  TP_TEXT_MORE,    /* a piece of text */
  TP_TEXT_END,     /* no more text */
  TP_TEXT_INVALID, /* the next byte is none of the encoding's */
  TP_TEXT_CUT,     /* the file ends within a character */
  TP_TEXT_NUL,     /* the next character is NUL, which no text holds */
  TP_TEXT_FAILED,  /* the stream failed, see the error */
} TpTextState;

TpTextSource *tp_text_source_new            (GInputStream *stream);
void          tp_text_source_free           (TpTextSource *self);
gboolean      tp_text_source_open           (TpTextSource *self, const char *encoding,
                                             GCancellable *cancellable, GError **error);
const char   *tp_text_source_get_encoding   (TpTextSource *self);
goffset       tp_text_source_get_bytes_read (TpTextSource *self);
TpTextState   tp_text_source_next           (TpTextSource *self, const char **text, gsize *length,
                                             GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpTextSource, tp_text_source_free)

G_END_DECLS
