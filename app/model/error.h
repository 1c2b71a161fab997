/* error.h: the program's own error domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TP_ERROR (tp_error_quark ())

/**
 * TpErrorCode:
 * @TP_ERROR_INVALID: a value breaks a rule; the message says which and what to enter
 * @TP_ERROR_NOT_FOUND: no such record, key or file
 * @TP_ERROR_EXISTS: there is one with this key already
 * @TP_ERROR_REFUSED: the act is against the rules as things stand
 * @TP_ERROR_NEEDS_REASON: the act needs a reason, which was not given
 * @TP_ERROR_NEEDS_CONFIRMATION: an overrun that must be confirmed explicitly
 * @TP_ERROR_CONFLICT: an undo or merge meets a later change
 * @TP_ERROR_NEWER_SCHEMA: the workspace was written by a newer TradePivot
 * @TP_ERROR_NOT_A_WORKSPACE: the file is something else
 * @TP_ERROR_DAMAGED: the file is a workspace, but broken
 * @TP_ERROR_STORAGE: the disk or file system said no
 * @TP_ERROR_FORMAT: an import file cannot be read as what it claims to be
 *
 * Every error that reaches a person carries one of these and a whole, translated
 * sentence: what was refused, where, what to do, and that nothing was changed.
 */
typedef enum
{
  TP_ERROR_INVALID,
  TP_ERROR_NOT_FOUND,
  TP_ERROR_EXISTS,
  TP_ERROR_REFUSED,
  TP_ERROR_NEEDS_REASON,
  TP_ERROR_NEEDS_CONFIRMATION,
  TP_ERROR_CONFLICT,
  TP_ERROR_NEWER_SCHEMA,
  TP_ERROR_NOT_A_WORKSPACE,
  TP_ERROR_DAMAGED,
  TP_ERROR_STORAGE,
  TP_ERROR_FORMAT,
} TpErrorCode;

GQuark tp_error_quark (void);

G_END_DECLS
