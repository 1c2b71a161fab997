/* field-name.h: fields by the names that templates give them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

G_BEGIN_DECLS

const TpField *tp_field_by_name (const char *name, TpKind *kind);

G_END_DECLS
