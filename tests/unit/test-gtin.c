/* test-gtin.c: thirteen digits and their check digit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "gtin.h"

#include <string.h>

/* The worked example of the GS1 General Specifications, and numbers on real goods. */
static const char *const valid[] = { "6291041500213", "4006381333931", "6901234567892", "9780306406157" };

static void
test_valid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (tp_gtin_check (valid[i], &error));
      g_assert_no_error (error);
      g_assert_cmpint (tp_gtin_check_digit (valid[i]), ==, valid[i][12]);
    }
  g_assert_cmpint (tp_gtin_check_digit ("69012"), ==, '\0');
}

static void
test_one_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    for (guint at = 0; at < strlen (valid[i]); at++)
      for (char c = '0'; c <= '9'; c++)
        {
          g_autofree char *wrong = g_strdup (valid[i]);

          if (wrong[at] == c)
            continue;
          wrong[at] = c;
          g_assert_false (tp_gtin_check (wrong, NULL));
        }
}

static void
test_messages (void)
{
  static const char *const cases[][2] = {
    { "6901234567890", "Check digit should be 2, not 0" },
    { "690123456789", "12 digits, a GTIN has 13" },
    { "6", "1 digit, a GTIN has 13" },
    { "", "0 digits, a GTIN has 13" },
    { NULL, "0 digits, a GTIN has 13" },
    { "69O1234567892", "“69O1234567892” is not a GTIN: enter the 13 digits under the bar code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_gtin_check (cases[i][0], &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i][1]);
    }
}

static void
test_forms (void)
{
  g_autofree char *wide = tp_gtin_normalise ("６９０１２３４ 567892");
  g_autofree char *dashed = tp_gtin_normalise ("690-1234-56789-2 ");

  g_assert_cmpstr (wide, ==, "6901234567892");
  g_assert_cmpstr (dashed, ==, "6901234567892");
  g_assert_true (tp_gtin_is_gs1_china ("6901234567892"));
  g_assert_true (tp_gtin_is_gs1_china ("6991234567892"));
  g_assert_false (tp_gtin_is_gs1_china ("6891234567892"));
  g_assert_false (tp_gtin_is_gs1_china ("4006381333931"));
  g_assert_false (tp_gtin_is_gs1_china ("69"));
  g_assert_false (tp_gtin_is_gs1_china (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtin/valid", test_valid);
  g_test_add_func ("/gtin/one-wrong", test_one_wrong);
  g_test_add_func ("/gtin/messages", test_messages);
  g_test_add_func ("/gtin/forms", test_forms);
  return g_test_run ();
}
