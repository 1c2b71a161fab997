/* test-province.c: 34 provinces, each found by every usual form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "province.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static void
assert_found (const char *text, const char *code)
{
  const TpProvince *province = tp_province_find (text);

  g_test_message ("%s", text);
  g_assert_nonnull (province);
  g_assert_cmpstr (province->code, ==, code);
}

static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (tp_province_count (), ==, 34);
  g_assert_null (tp_province_get (34));
  for (guint i = 0; i < tp_province_count (); i++)
    {
      const TpProvince *p = tp_province_get (i);
      g_autofree char *upper = g_ascii_strup (p->name, -1);
      g_autofree char *suffixed = g_strconcat (p->name, " Province", NULL);

      g_assert_true (g_hash_table_add (seen, (gpointer) p->code));
      g_assert_true (g_hash_table_add (seen, (gpointer) p->iso));
      g_assert_true (g_hash_table_add (seen, (gpointer) p->name));
      g_assert_true (g_hash_table_add (seen, (gpointer) p->local));
      g_assert_true (g_str_has_prefix (p->long_local, p->local));
      if (i > 0)
        g_assert_cmpstr (tp_province_get (i - 1)->code, <, p->code);
      g_assert_true (tp_province_of_code (p->code) == p);

      assert_found (p->code, p->code);
      assert_found (p->iso, p->code);
      assert_found (p->iso + 3, p->code);
      assert_found (p->name, p->code);
      assert_found (upper, p->code);
      assert_found (suffixed, p->code);
      assert_found (p->local, p->code);
      assert_found (p->long_local, p->code);
    }
}

static void
test_forms (void)
{
  static const char *const forms[][2] = {
    { "浙江", "33" }, { "浙江省", "33" }, { "zhejiang", "33" }, { "ZJ", "33" }, { "cn-zj", "33" },
    { "CNZJ", "33" }, { "33", "33" }, { "３３", "33" }, { "330200", "33" }, { " 浙 江 ", "33" },
    { "Zhejiang Sheng", "33" }, { "内蒙古自治区", "15" }, { "内蒙", "15" }, { "Nei Mongol", "15" },
    { "Inner Mongolia Autonomous Region", "15" }, { "inner mongolia", "15" },
    { "广西壮族自治区", "45" }, { "广西自治区", "45" }, { "新疆维吾尔自治区", "65" },
    { "宁夏回族自治区", "64" }, { "西藏自治区", "54" }, { "Xizang", "54" }, { "香港特别行政区", "81" },
    { "Hong Kong SAR", "81" }, { "HongKong", "81" }, { "Macau", "82" }, { "上海市", "31" },
    { "Shanghai Municipality", "31" }, { "Guangxi Zhuang Autonomous Region", "45" }, { "台湾", "71" },
    { "Shanxi", "14" }, { "Shaanxi", "61" }, { "SHAANXI", "61" }, { "Hebei", "13" }, { "Hubei", "42" },
    { "HN", "43" }, { "HA", "41" }, { "HI", "46" }, { "HE", "13" },
  };
  static const char *const none[] = { "", " ", "Atlantis", "99", "3", "333", "省", "Z", "XX", "CN", "CN-XX", "宁波", "浙江河南" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_found (forms[i][0], forms[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *code = NULL;

      g_test_message ("%s", none[i]);
      g_assert_null (tp_province_find (none[i]));
      g_assert_false (tp_province_parse (none[i], &code, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_null (code);
    }
  g_assert_null (tp_province_find (NULL));
}

static void
test_names (void)
{
  g_assert_cmpstr (tp_province_name ("33"), ==, "Zhejiang");
  g_assert_cmpstr (tp_province_long_name ("33"), ==, "Zhejiang");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpstr (tp_province_name ("33"), ==, "浙江");
  g_assert_cmpstr (tp_province_long_name ("33"), ==, "浙江省");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (tp_province_name ("99"), ==, "99");
  g_assert_cmpstr (tp_province_name (NULL), ==, "");
}

/* iso-codes calls the provinces and municipalities "Zhejiang Sheng" and "Beijing Shi". */
static void
test_full_names (void)
{
  guint compared = 0;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  if (setlocale (LC_ALL, "zh_CN.UTF-8") == NULL)
    {
      g_test_skip ("no Chinese locale here");
      return;
    }
  bind_textdomain_codeset ("iso_3166-2", "UTF-8");
  for (guint i = 0; i < tp_province_count (); i++)
    {
      const TpProvince *p = tp_province_get (i);
      g_autofree char *sheng = g_strconcat (p->name, " Sheng", NULL);
      g_autofree char *shi = g_strconcat (p->name, " Shi", NULL);
      const char *full = dgettext ("iso_3166-2", sheng);

      if (full == sheng)
        full = dgettext ("iso_3166-2", shi);
      if (full == shi || strcmp (p->code, "71") == 0)
        continue;
      g_assert_cmpstr (p->long_local, ==, full);
      compared++;
    }
  setlocale (LC_ALL, "en_US.UTF-8");
  g_setenv ("LANGUAGE", "en", TRUE);
  if (compared == 0)
    g_test_skip ("iso-codes has no Chinese catalogue here");
  else
    g_assert_cmpuint (compared, >=, 22);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/province/table", test_table);
  g_test_add_func ("/province/forms", test_forms);
  g_test_add_func ("/province/names", test_names);
  g_test_add_func ("/province/full-names", test_full_names);
  return g_test_run ();
}
