/* normalise-name.h: what is left of a company's name or phone number when the ways of
 * writing it are taken away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tp_normalise_name   (const char *name);
char *tp_name_to_search   (const char *name);
char **tp_normalise_phones (const char *phones);

G_END_DECLS
