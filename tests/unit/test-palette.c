/* test-palette.c: the colours of charts against their floors.
 *
 * WCAG 2.1 contrast; CIEDE2000 (Sharma, Wu and Dalal 2005) under normal vision and under
 * the simulations of Machado, Oliveira and Fernandes (2009) at severity 1.0, which work
 * on linear RGB.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "theme.h"

#include <math.h>

typedef enum
{
  NORMAL,
  PROTAN,
  DEUTAN,
  TRITAN,
  N_VISIONS,
} Vision;

static const char *const vision_names[] = { "normal", "protan", "deutan", "tritan" };

static const double machado[N_VISIONS][3][3] = {
  [NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [PROTAN] = { { 0.152286, 1.052583, -0.204868 },
               { 0.114503, 0.786281, 0.099216 },
               { -0.003882, -0.048116, 1.051998 } },
  [DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
               { 0.280085, 0.672501, 0.047413 },
               { -0.011820, 0.042940, 0.968881 } },
  [TRITAN] = { { 1.255528, -0.076749, -0.178779 },
               { -0.078411, 0.930809, 0.147602 },
               { 0.004733, 0.691367, 0.303900 } },
};

typedef struct
{
  double l, a, b;
} Lab;

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab
to_lab (TpColour colour, Vision vision)
{
  static const double xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                    { 0.2126729, 0.7151522, 0.0721750 },
                                    { 0.0193339, 0.1191920, 0.9503041 } };
  static const double white[3] = { 0.95047, 1, 1.08883 }; /* D65 */
  double rgb[3], seen[3], f[3];

  for (int i = 0; i < 3; i++)
    {
      double v = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;

      rgb[i] = v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
    }
  for (int i = 0; i < 3; i++)
    {
      seen[i] = 0;
      for (int j = 0; j < 3; j++)
        seen[i] += machado[vision][i][j] * rgb[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }
  for (int i = 0; i < 3; i++)
    {
      double sum = 0;

      for (int j = 0; j < 3; j++)
        sum += xyz[i][j] * seen[j];
      f[i] = lab_curve (sum / white[i]);
    }
  return (Lab){ 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) };
}

static double
hue (double a, double b)
{
  double h = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return h < 0 ? h + 360 : h;
}

static double
ciede2000 (Lab x, Lab y)
{
  double c = (hypot (x.a, x.b) + hypot (y.a, y.b)) / 2, c7 = pow (c, 7), p25 = pow (25, 7);
  double g = 0.5 * (1 - sqrt (c7 / (c7 + p25)));
  double a1 = (1 + g) * x.a, a2 = (1 + g) * y.a, c1 = hypot (a1, x.b), c2 = hypot (a2, y.b);
  double h1 = hue (a1, x.b), h2 = hue (a2, y.b), dh = h2 - h1, mean_h, mean_c = (c1 + c2) / 2;
  double dl = y.l - x.l, dc = c2 - c1, big_h, l50 = (x.l + y.l) / 2 - 50, t, sl, sc, sh, rt,
         m7 = pow (mean_c, 7);
  const double deg = G_PI / 180;

  if (c1 * c2 == 0)
    dh = 0;
  else if (dh > 180)
    dh -= 360;
  else if (dh < -180)
    dh += 360;
  mean_h = c1 * c2 == 0            ? h1 + h2
           : fabs (h1 - h2) <= 180 ? (h1 + h2) / 2
           : h1 + h2 < 360         ? (h1 + h2 + 360) / 2
                                   : (h1 + h2 - 360) / 2;
  big_h = 2 * sqrt (c1 * c2) * sin (dh / 2 * deg);
  t = 1 - 0.17 * cos ((mean_h - 30) * deg) + 0.24 * cos (2 * mean_h * deg)
      + 0.32 * cos ((3 * mean_h + 6) * deg) - 0.20 * cos ((4 * mean_h - 63) * deg);
  sl = 1 + 0.015 * l50 * l50 / sqrt (20 + l50 * l50);
  sc = 1 + 0.045 * mean_c;
  sh = 1 + 0.015 * mean_c * t;
  rt = -sin (60 * exp (-pow ((mean_h - 275) / 25, 2)) * deg) * 2 * sqrt (m7 / (m7 + p25));
  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (big_h / sh, 2)
               + rt * dc / sc * big_h / sh);
}

/* The measure itself, on pairs Sharma, Wu and Dalal publish. */
static void
test_ciede2000 (void)
{
  static const struct
  {
    Lab a, b;
    double difference;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (ciede2000 (pairs[i].a, pairs[i].b), pairs[i].difference,
                                    0.0001);
}

static double
least_distance (const TpColour *colours, guint n, Vision vision)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (colours[i] != colours[j]) /* the two greys of pace: glyph and word differ */
        least = MIN (least, ciede2000 (to_lab (colours[i], vision), to_lab (colours[j], vision)));
  return least;
}

static void
test_distances (void)
{
  for (int id = 0; id < TP_N_THEMES; id++)
    {
      const TpTheme *theme = tp_theme_get (id);

      if (theme->patterns)
        continue;
      for (int vision = 0; vision < N_VISIONS; vision++)
        {
          double all = least_distance (theme->categories, TP_N_CATEGORIES, vision);
          double four = least_distance (theme->categories, 4, vision);
          double pace = least_distance (theme->pace, TP_N_PACE_COLOURS, vision);

          g_test_message ("%s, %s: %.1f of eight, %.1f of four, %.1f pace", theme->name,
                          vision_names[vision], all, four, pace);
          g_assert_cmpfloat (all, >=, 11);
          g_assert_cmpfloat (four, >=, 15.95);
          g_assert_cmpfloat (pace, >=, 13);
          for (int i = 0; i + 1 < TP_N_CLASSES; i++)
            g_assert_cmpfloat (ciede2000 (to_lab (theme->classes[i], vision),
                                          to_lab (theme->classes[i + 1], vision)),
                               >=, 7.4);
        }
    }
}

static void
at_least (const TpTheme *theme, const char *what, TpColour colour, TpColour ground, double floor)
{
  double contrast = tp_colour_contrast (colour, ground);

  if (contrast < floor)
    g_error ("%s: %s has %.2f:1, the floor is %.1f", theme->name, what, contrast, floor);
}

static void
test_contrast (void)
{
  for (int id = 0; id < TP_N_THEMES; id++)
    {
      const TpTheme *t = tp_theme_get (id);
      gboolean strong = id == TP_THEME_LIGHT_CONTRAST || id == TP_THEME_DARK_CONTRAST;

      at_least (t, "ink", t->ink, t->ground, 7);
      at_least (t, "muted", t->muted, t->ground, strong ? 7 : 4.5);
      at_least (t, "muted on the band", t->muted, t->band, 4.5);
      at_least (t, "delivered as text", t->delivered_text, t->ground, 4.5);
      at_least (t, "allocated as text", t->allocated_text, t->ground, 4.5);
      at_least (t, "pro-rated as text", t->prorated_text, t->ground, 4.5);
      at_least (t, "axis", t->axis, t->ground, 3);
      at_least (t, "delivered", t->delivered, t->ground, 3);
      at_least (t, "delivered in its track", t->delivered, t->track, 3);
      at_least (t, "allocated", t->allocated, t->ground, 3);
      at_least (t, "delivered on allocated", t->delivered, t->allocated, 3);
      at_least (t, "pledged", t->pledged_line, t->ground, 3);
      at_least (t, "pro-rated", t->prorated, t->ground, 3);
      at_least (t, "target", t->target, t->ground, 3);
      at_least (t, "edges of the band", t->allocated_line, t->ground, 3);
      at_least (t, "frame of not stated", t->absent_line, t->ground, 3);
      if (strong)
        {
          at_least (t, "grid", t->grid, t->ground, 3);
          at_least (t, "hatch of not stated", t->absent_hatch, t->ground, 3);
        }
      for (int i = 0; i < TP_N_PACE_COLOURS; i++)
        at_least (t, "pace", t->pace[i], t->ground, 4.5);
      for (int i = 0; i < TP_N_CLASSES; i++)
        at_least (t, "label on a class", tp_colour_on (t->classes[i]), t->classes[i], 4.5);
      for (int i = 0; i < TP_N_CATEGORIES && !t->patterns; i++)
        {
          at_least (t, "category", t->categories[i], t->ground, 3);
          at_least (t, "label on a category", tp_colour_on (t->categories[i]), t->categories[i],
                    4.5);
        }
    }
}

/* A dark card is lighter than the dark ground: text and marks must hold there too. */
static void
test_card (void)
{
  const TpTheme *t = tp_theme_get (TP_THEME_DARK);
  TpColour card = tp_colour_mix (TP_COLOUR (0x222226), TP_COLOUR (0xffffff), 0.08);

  g_assert_cmphex (card, ==, TP_COLOUR (0x343437));
  at_least (t, "ink on a card", t->ink, card, 7);
  at_least (t, "muted on a card", t->muted, card, 4.5);
  at_least (t, "delivered on a card", t->delivered, card, 3);
  at_least (t, "frame of not stated on a card", t->absent_line, card, 3);
}

static void
test_known (void)
{
  g_autofree char *hex = tp_colour_to_hex (TP_COLOUR (0x00529a));

  g_assert_cmpstr (hex, ==, "#00529a");
  g_assert_cmpfloat_with_epsilon (tp_colour_contrast (TP_COLOUR (0x000000), TP_COLOUR (0xffffff)),
                                  21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tp_colour_contrast (TP_COLOUR (0x00529a), TP_COLOUR (0xffffff)),
                                  7.85, 0.006);
  g_assert_cmpfloat_with_epsilon (tp_colour_contrast (TP_COLOUR (0xde732e), TP_COLOUR (0xffffff)),
                                  3.18, 0.006);
  g_assert_cmphex (tp_colour_on (TP_COLOUR (0xffd660)), ==, TP_COLOUR (0x000000));
  g_assert_cmphex (tp_colour_on (TP_COLOUR (0x00529a)), ==, TP_COLOUR (0xffffff));
  g_assert_cmphex (tp_colour_mix (TP_COLOUR (0x000000), TP_COLOUR (0xffffff), 0.5), ==,
                   TP_COLOUR (0x808080));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/ciede2000", test_ciede2000);
  g_test_add_func ("/palette/known", test_known);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/distances", test_distances);
  g_test_add_func ("/palette/card", test_card);
  return g_test_run ();
}
