/* theme.h: the colours of charts, for light and dark screens and for grey print.
 *
 * Every value was chosen by measurement: WCAG contrast to the ground and CIEDE2000
 * distances under four kinds of vision. tests/unit/test-palette.c holds the floors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0xAARRGGBB, not premultiplied. 0 is "none". */
typedef guint32 TpColour;

#define TP_COLOUR(rgb) (0xff000000u | (rgb))
#define TP_COLOUR_NONE 0u

typedef enum
{
  TP_THEME_LIGHT,
  TP_THEME_DARK,
  TP_THEME_PRINT, /* grey: patterns instead of colours */
  TP_THEME_LIGHT_CONTRAST,
  TP_THEME_DARK_CONTRAST,
  TP_N_THEMES,
} TpThemeId;

#define TP_N_CATEGORIES 8
#define TP_N_CLASSES 6

/* The order of tp_words_pace without "no target"; both greys are one colour on
 * purpose, their glyphs and words differ. */
typedef enum
{
  TP_PACE_COLOUR_AHEAD,
  TP_PACE_COLOUR_ON_TRACK,
  TP_PACE_COLOUR_BEHIND,
  TP_PACE_COLOUR_STALLED,
  TP_PACE_COLOUR_OVERDUE,
  TP_PACE_COLOUR_FULFILLED,
  TP_PACE_COLOUR_NOT_STARTED,
  TP_PACE_COLOUR_NO_PERIOD,
  TP_N_PACE_COLOURS,
} TpPaceColour;

typedef struct
{
  const char *name;
  gboolean patterns;       /* categories are told apart by patterns, not colours */
  TpColour ground;
  TpColour ink;
  TpColour muted;
  TpColour grid;
  TpColour axis;
  TpColour delivered;
  TpColour delivered_text;
  TpColour allocated;
  TpColour allocated_line;
  TpColour allocated_text;
  TpColour pledged_line;
  TpColour target;
  TpColour prorated;
  TpColour prorated_text;
  TpColour area;
  TpColour band;
  TpColour absent_line;    /* frame and hatch of "not stated" */
  TpColour absent_hatch;
  TpColour track;          /* what a bar of the compact form runs in */
  TpColour categories[TP_N_CATEGORIES];
  TpColour classes[TP_N_CLASSES];
  TpColour pace[TP_N_PACE_COLOURS];
} TpTheme;

const TpTheme *tp_theme_get      (TpThemeId id);
TpColour       tp_colour_mix     (TpColour a, TpColour b, double share);
double         tp_colour_luminance (TpColour colour);
double         tp_colour_contrast (TpColour a, TpColour b);
TpColour       tp_colour_on      (TpColour fill);
char          *tp_colour_to_hex  (TpColour colour);

G_END_DECLS
