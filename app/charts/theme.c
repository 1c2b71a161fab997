/* theme.c: the colours of charts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "theme.h"

#include <math.h>

#define C TP_COLOUR

static const TpTheme themes[TP_N_THEMES] = {
  [TP_THEME_LIGHT] = {
    .name = "light",
    .ground = C (0xffffff), .ink = C (0x1d1d20), .muted = C (0x5e5c64),
    .grid = C (0xe2e2e6), .axis = C (0x85858c),
    .delivered = C (0x00447f), .delivered_text = C (0x00447f),
    .allocated = C (0x7394bd), .allocated_line = C (0x7394bd), .allocated_text = C (0x486b98),
    .pledged_line = C (0x85858c), .target = C (0x1d1d20),
    .prorated = C (0x85858c), .prorated_text = C (0x5e5c64),
    .area = C (0xe6eff8), .band = C (0xcddff0),
    .absent_line = C (0x85858c), .absent_hatch = C (0xb4b4ba), .track = C (0xe6e6e9),
    .categories = { C (0x00529a), C (0xde732e), C (0x008970), C (0x5d2d4d),
                    C (0x836631), C (0x8b0012), C (0x009cd1), C (0x919197) },
    .classes = { C (0xdaebf3), C (0x92c8e5), C (0x50a4d1), C (0x0579ac), C (0x015580), C (0x003558) },
    .pace = { C (0x268364), C (0x044d93), C (0xa46604), C (0x51234d),
              C (0xa00034), C (0x003909), C (0x5d5f6a), C (0x5d5f6a) },
  },
  [TP_THEME_DARK] = {
    .name = "dark",
    .ground = C (0x1d1d20), .ink = C (0xf2f2f4), .muted = C (0xb3b2b9),
    .grid = C (0x36363b), .axis = C (0x85858c),
    .delivered = C (0x94c8ff), .delivered_text = C (0x94c8ff),
    .allocated = C (0x4a6b9b), .allocated_line = C (0x5f86bd), .allocated_text = C (0x8fb0de),
    .pledged_line = C (0x85858c), .target = C (0xf2f2f4),
    .prorated = C (0x9a9aa1), .prorated_text = C (0xb3b2b9),
    .area = C (0x22303f), .band = C (0x2d435c),
    .absent_line = C (0x85858c), .absent_hatch = C (0x55555c), .track = C (0x38383c),
    .categories = { C (0x3886ea), C (0xe88a48), C (0x63d5aa), C (0xcaa3c6),
                    C (0xffd660), C (0xd3515d), C (0xbce9ff), C (0x85858b) },
    .classes = { C (0x2c4666), C (0x1b689b), C (0x0f8fc8), C (0x3ab1e4), C (0x7bd2f5), C (0xc2eefd) },
    .pace = { C (0x85d8c4), C (0x5f90e7), C (0xf0ab3d), C (0xdcc2fd),
              C (0xe95c66), C (0xd6f9b3), C (0x8c919b), C (0x8c919b) },
  },
  [TP_THEME_PRINT] = {
    .name = "print", .patterns = TRUE,
    .ground = C (0xffffff), .ink = C (0x000000), .muted = C (0x3d3d3d),
    .grid = C (0xd9d9d9), .axis = C (0x666666),
    .delivered = C (0x1a1a1a), .delivered_text = C (0x000000),
    .allocated = C (0x939393), .allocated_line = C (0x8a8a8a), .allocated_text = C (0x4a4a4a),
    .pledged_line = C (0x666666), .target = C (0x000000),
    .prorated = C (0x666666), .prorated_text = C (0x3d3d3d),
    .area = C (0xededed), .band = C (0xffffff),
    .absent_line = C (0x555555), .absent_hatch = C (0x9a9a9a), .track = C (0xe2e2e2),
    .categories = { C (0x3a3a3a), C (0xffffff), C (0x9a9a9a), C (0xffffff),
                    C (0xffffff), C (0xd8d8d8), C (0xffffff), C (0xffffff) },
    .classes = { C (0xeeeeee), C (0xc6c6c6), C (0x9e9e9e), C (0x727272), C (0x4b4b4b), C (0x242424) },
    .pace = { C (0x1a1a1a), C (0x1a1a1a), C (0x1a1a1a), C (0x1a1a1a),
              C (0x1a1a1a), C (0x1a1a1a), C (0x1a1a1a), C (0x1a1a1a) },
  },
  /* High contrast: the same hues; whatever is thin or pale is drawn in a stronger grey,
   * so that frames, hatches and the grid hold 3:1 too. */
  [TP_THEME_LIGHT_CONTRAST] = {
    .name = "light-contrast",
    .ground = C (0xffffff), .ink = C (0x000000), .muted = C (0x333238),
    .grid = C (0x919197), .axis = C (0x3a3a40),
    .delivered = C (0x00335f), .delivered_text = C (0x00335f),
    .allocated = C (0x6484ac), .allocated_line = C (0x486b98), .allocated_text = C (0x2f5078),
    .pledged_line = C (0x3a3a40), .target = C (0x000000),
    .prorated = C (0x55555c), .prorated_text = C (0x333238),
    .area = C (0xdbe8f5), .band = C (0xb9d2ea),
    .absent_line = C (0x3a3a40), .absent_hatch = C (0x77777d), .track = C (0xd0d0d4),
    .categories = { C (0x00529a), C (0xde732e), C (0x008970), C (0x5d2d4d),
                    C (0x836631), C (0x8b0012), C (0x009cd1), C (0x919197) },
    .classes = { C (0xdaebf3), C (0x92c8e5), C (0x50a4d1), C (0x0579ac), C (0x015580), C (0x003558) },
    .pace = { C (0x268364), C (0x044d93), C (0xa46604), C (0x51234d),
              C (0xa00034), C (0x003909), C (0x5d5f6a), C (0x5d5f6a) },
  },
  [TP_THEME_DARK_CONTRAST] = {
    .name = "dark-contrast",
    .ground = C (0x1d1d20), .ink = C (0xffffff), .muted = C (0xdcdce0),
    .grid = C (0x75757c), .axis = C (0xc9c9ce),
    .delivered = C (0xb5d9ff), .delivered_text = C (0xb5d9ff),
    .allocated = C (0x5073a5), .allocated_line = C (0x8fb0de), .allocated_text = C (0xb4cdee),
    .pledged_line = C (0xc9c9ce), .target = C (0xffffff),
    .prorated = C (0xc0c0c6), .prorated_text = C (0xdcdce0),
    .area = C (0x28394b), .band = C (0x385472),
    .absent_line = C (0xc9c9ce), .absent_hatch = C (0x85858c), .track = C (0x4c4c52),
    .categories = { C (0x3886ea), C (0xe88a48), C (0x63d5aa), C (0xcaa3c6),
                    C (0xffd660), C (0xd3515d), C (0xbce9ff), C (0x85858b) },
    .classes = { C (0x2c4666), C (0x1b689b), C (0x0f8fc8), C (0x3ab1e4), C (0x7bd2f5), C (0xc2eefd) },
    .pace = { C (0x85d8c4), C (0x5f90e7), C (0xf0ab3d), C (0xdcc2fd),
              C (0xe95c66), C (0xd6f9b3), C (0x8c919b), C (0x8c919b) },
  },
};

/**
 * tp_theme_get:
 * @id: a theme
 *
 * Returns: its colours, constant
 */
const TpTheme *
tp_theme_get (TpThemeId id)
{
  g_return_val_if_fail ((int) id >= 0 && id < TP_N_THEMES, &themes[TP_THEME_LIGHT]);
  return &themes[id];
}

/**
 * tp_colour_mix:
 * @a: a colour
 * @b: a colour laid over it
 * @share: how much of @b, 0 to 1
 *
 * Returns: the opaque mix, in sRGB values as painters blend
 */
TpColour
tp_colour_mix (TpColour a, TpColour b, double share)
{
  TpColour mixed = 0xff000000u;

  for (int shift = 0; shift <= 16; shift += 8)
    {
      double x = (a >> shift) & 0xff, y = (b >> shift) & 0xff;

      mixed |= (TpColour) lround (x + (y - x) * CLAMP (share, 0, 1)) << shift;
    }
  return mixed;
}

/**
 * tp_colour_luminance:
 * @colour: an opaque colour
 *
 * Returns: its relative luminance, 0 to 1 (WCAG 2.1)
 */
double
tp_colour_luminance (TpColour colour)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 }; /* blue, green, red */
  double sum = 0;

  for (int i = 0; i < 3; i++)
    {
      double v = ((colour >> (8 * i)) & 0xff) / 255.0;

      sum += weights[i] * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/**
 * tp_colour_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: the contrast ratio, 1 to 21 (WCAG 2.1)
 */
double
tp_colour_contrast (TpColour a, TpColour b)
{
  double x = tp_colour_luminance (a), y = tp_colour_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/**
 * tp_colour_on:
 * @fill: an opaque colour
 *
 * Returns: black or white, whichever is better to read on @fill; never below 4.58:1
 */
TpColour
tp_colour_on (TpColour fill)
{
  TpColour black = C (0x000000), white = C (0xffffff);

  return tp_colour_contrast (fill, black) >= tp_colour_contrast (fill, white) ? black : white;
}

/**
 * tp_colour_to_hex:
 * @colour: a colour; its opacity is left out
 *
 * Returns: (transfer full): "#rrggbb"
 */
char *
tp_colour_to_hex (TpColour colour)
{
  return g_strdup_printf ("#%06x", colour & 0xffffffu);
}
