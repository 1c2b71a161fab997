/* test-uscc.c: the code's alphabet, weights and check character, and its region.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "uscc.h"

#include <locale.h>
#include <string.h>

static const char *const valid[] = { "91350100M000100Y43", "91110000802100433B" };

static void
assert_refused (const char *uscc, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tp_uscc_check (uscc, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_valid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (tp_uscc_check (valid[i], &error));
      g_assert_no_error (error);
      g_assert_cmpint (tp_uscc_check_character (valid[i]), ==, valid[i][17]);
    }
  g_assert_cmpint (tp_uscc_check_character ("91350100M000100"), ==, '\0');
  g_assert_cmpint (tp_uscc_check_character ("91350100O000100Y4"), ==, '\0');
}

/* Every other character of the alphabet at every position is noticed. */
static void
test_one_wrong (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  guint tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    for (guint at = 0; at < TP_USCC_LENGTH; at++)
      for (const char *c = alphabet; *c != '\0'; c++)
        {
          g_autofree char *wrong = g_strdup (valid[i]);

          if (wrong[at] == *c)
            continue;
          wrong[at] = *c;
          assert_refused (wrong, NULL);
          tried++;
        }
  g_assert_cmpuint (tried, ==, 2 * 18 * 30);
}

static void
test_forbidden (void)
{
  static const char letters[] = "IOSVZ", meant[] = "105U2";

  for (guint at = 0; at < TP_USCC_LENGTH; at++)
    for (guint i = 0; i < strlen (letters); i++)
      {
        g_autofree char *wrong = g_strdup (valid[0]);
        g_autofree char *message = g_strdup_printf ("Letter %c at character %u is never used: enter %c",
                                                    letters[i], at + 1, meant[i]);

        wrong[at] = letters[i];
        assert_refused (wrong, message);
      }
}

static void
test_messages (void)
{
  assert_refused ("91350100MO00100Y43", "Letter O at character 10 is never used: enter 0");
  assert_refused ("91350100M000100Y4X", "Check character should be 3, not X");
  assert_refused ("91350100M0", "10 characters, a USCC has 18");
  assert_refused ("9", "1 character, a USCC has 18");
  assert_refused ("", "0 characters, a USCC has 18");
  assert_refused (NULL, "0 characters, a USCC has 18");
  assert_refused ("91350100M000100Y430", "19 characters, a USCC has 18");
  assert_refused ("9135*100M000100Y43", "“*” at character 5 is never used: enter digits and letters only");
  assert_refused ("9135中100M000100Y4", "“中” at character 5 is never used: enter digits and letters only");
  assert_refused ("9135\xff" "100M000100Y43", "The code is not readable text: enter the 18 letters and digits");
  assert_refused ("91350100m000100Y43", "“m” at character 9 is never used: enter digits and letters only");
}

static void
test_normalised (void)
{
  static const char *const forms[] = {
    "91350100M000100Y43", "91350100m000100y43", " 9135 0100 M000 100Y 43 ", "９１３５０１００Ｍ０００１００Ｙ４３",
    "９１３５０１００ｍ０００１００ｙ４３", "91350100-M000100Y-43", "\ufeff91350100M000100Y43\n", "9135　0100M000100Y43",
  };
  g_autofree char *nothing = tp_uscc_normalise (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *plain = tp_uscc_normalise (forms[i]);

      g_assert_cmpstr (plain, ==, valid[0]);
    }
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_region (void)
{
  g_assert_cmpstr (tp_uscc_region_province ("91350100M000100Y43"), ==, "35");
  g_assert_cmpstr (tp_uscc_region_province ("91110000802100433B"), ==, "11");
  g_assert_null (tp_uscc_region_province ("91100000802100433B"));
  g_assert_null (tp_uscc_region_province ("91990000802100433B"));
  g_assert_null (tp_uscc_region_province ("9135"));
  g_assert_null (tp_uscc_region_province (NULL));

  g_assert_true (tp_uscc_agrees ("91350100M000100Y43", "35"));
  g_assert_false (tp_uscc_agrees ("91350100M000100Y43", "33"));
  g_assert_true (tp_uscc_agrees ("91350100M000100Y43", NULL));
  g_assert_true (tp_uscc_agrees (NULL, "33"));
  g_assert_true (tp_uscc_agrees ("91100000802100433B", "33"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uscc/valid", test_valid);
  g_test_add_func ("/uscc/one-wrong", test_one_wrong);
  g_test_add_func ("/uscc/forbidden", test_forbidden);
  g_test_add_func ("/uscc/messages", test_messages);
  g_test_add_func ("/uscc/normalised", test_normalised);
  g_test_add_func ("/uscc/region", test_region);
  return g_test_run ();
}
