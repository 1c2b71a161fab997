/* test-hs.c: codes of the Harmonized System and the chapters' titles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "hs.h"

#include <locale.h>

static void
test_codes (void)
{
  static const char *const good[] = { "851660", "85166050", "8516605000", "010121", "970690", "98010000" };
  static const char *const bad[][2] = {
    { "8516", "4 digits, an HS code has 6, or 8 or 10 with a national extension" },
    { "8516605", "7 digits, an HS code has 6, or 8 or 10 with a national extension" },
    { "85166050001", "11 digits, an HS code has 6, or 8 or 10 with a national extension" },
    { "1", "1 digit, an HS code has 6, or 8 or 10 with a national extension" },
    { "", "0 digits, an HS code has 6, or 8 or 10 with a national extension" },
    { NULL, "0 digits, an HS code has 6, or 8 or 10 with a national extension" },
    { "85166O", "“85166O” is not an HS code: enter digits only" },
    { "770000", "The Harmonized System has no goods in chapter 77: check the first two digits" },
    { "999999", "The Harmonized System has no goods in chapter 99: check the first two digits" },
    { "000000", "The Harmonized System has no goods in chapter 00: check the first two digits" },
  };
  static const char *const forms[] = { "8516.60.5000", "8516 60 50 00", "８５１６６０５０００", "8516-6050-00" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (tp_hs_check (good[i], &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_hs_check (bad[i][0], &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, bad[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *plain = tp_hs_normalise (forms[i]);

      g_assert_cmpstr (plain, ==, "8516605000");
    }
}

static void
test_chapters (void)
{
  g_assert_cmpint (tp_hs_chapter_of ("8516605000"), ==, 85);
  g_assert_cmpint (tp_hs_chapter_of ("01"), ==, 1);
  g_assert_cmpint (tp_hs_chapter_of ("77"), ==, 0);
  g_assert_cmpint (tp_hs_chapter_of ("00"), ==, 0);
  g_assert_cmpint (tp_hs_chapter_of ("98"), ==, 0);
  g_assert_cmpint (tp_hs_chapter_of ("8"), ==, 0);
  g_assert_cmpint (tp_hs_chapter_of (NULL), ==, 0);
}

static void
test_titles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int pass = 0; pass < 2; pass++)
    {
      g_setenv ("LANGUAGE", pass == 0 ? "en" : "zh_CN", TRUE);
      for (int chapter = 1; chapter <= TP_N_HS_CHAPTERS; chapter++)
        {
          const char *title = tp_hs_chapter_title (chapter);

          if (chapter == 77)
            {
              g_assert_cmpstr (title, ==, "");
              continue;
            }
          g_assert_cmpint (g_utf8_strlen (title, -1), >=, 2 - pass);
          g_assert_cmpint (g_utf8_strlen (title, -1), <=, 32);
          /* a title met twice would mean a row missing or doubled */
          g_assert_true (g_hash_table_add (seen, (gpointer) title));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2 * 96);
  g_assert_cmpstr (tp_hs_chapter_title (85), ==, "电气设备");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (tp_hs_chapter_title (85), ==, "Electrical equipment");
  g_assert_cmpstr (tp_hs_chapter_title (64), ==, "Footwear");
  g_assert_cmpstr (tp_hs_chapter_title (76), ==, "Aluminium");
  g_assert_cmpstr (tp_hs_chapter_title (78), ==, "Lead");
  g_assert_cmpstr (tp_hs_chapter_title (97), ==, "Art and antiques");
  g_assert_cmpstr (tp_hs_chapter_title (0), ==, "");
  g_assert_cmpstr (tp_hs_chapter_title (98), ==, "");
}

static void
test_lists (void)
{
  static const char *const good[][2] = {
    { "85", "85" },         { "85 94", "85 94" },   { "85, 94;61", "85 94 61" },
    { "85、94", "85 94" },  { "第85章", "85" },     { "８５，９４", "85 94" },
    { "851660", "85" },     { "85 85 8516", "85" }, { "1", "01" },
    { "", "" },             { "HS 85", "85" },
  };
  static const char *const bad[] = { "77", "00", "98", "85 99", "123", "12345678901", "61-64", "8516.60" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *chapters = NULL;

      g_assert_true (tp_hs_chapters_parse (good[i][0], &chapters, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (chapters, ==, good[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      char *chapters = NULL;

      g_assert_false (tp_hs_chapters_parse (bad[i], &chapters, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_null (chapters);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hs/codes", test_codes);
  g_test_add_func ("/hs/chapters", test_chapters);
  g_test_add_func ("/hs/titles", test_titles);
  g_test_add_func ("/hs/lists", test_lists);
  return g_test_run ();
}
