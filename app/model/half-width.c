/* half-width.c: full-width Latin letters, digits and signs as plain ASCII.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "half-width.h"

static char *
narrow (const char *text, gboolean drop_spaces)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Zero-width characters and byte-order marks come along when people paste. */
      if (c == 0x200B || c == 0xFEFF || c == 0x200E || c == 0x200F)
        continue;
      if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
      if (g_unichar_isspace (c))
        {
          if (drop_spaces)
            continue;
          c = ' ';
        }
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * tp_half_width:
 * @text: (nullable): text as people type or paste it
 *
 * Returns: (transfer full): the text with full-width Latin letters, digits and signs
 *   (U+FF01 to U+FF5E) as ASCII, every space as ' ', and none at either end
 */
char *
tp_half_width (const char *text)
{
  return g_strstrip (narrow (text, FALSE));
}

/**
 * tp_half_width_compact:
 * @text: (nullable): a code as people type or paste it
 *
 * Returns: (transfer full): the same without any space
 */
char *
tp_half_width_compact (const char *text)
{
  return narrow (text, TRUE);
}
