/* error.c: the program's own error domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"

/**
 * tp_error_quark:
 * Returns: the domain of %TP_ERROR
 */
GQuark
tp_error_quark (void)
{
  return g_quark_from_static_string ("tp-error");
}
