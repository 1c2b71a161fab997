/* test-normalise-name.c: the ways people write one company's name and phone number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "normalise-name.h"

#include <string.h>

static void
assert_same (const char *one, const char *other)
{
  g_autofree char *a = tp_normalise_name (one);
  g_autofree char *b = tp_normalise_name (other);

  g_assert_cmpstr (a, !=, "");
  g_assert_cmpstr (a, ==, b);
}

static void
assert_differ (const char *one, const char *other)
{
  g_autofree char *a = tp_normalise_name (one);
  g_autofree char *b = tp_normalise_name (other);

  g_assert_cmpstr (a, !=, b);
}

static void
test_chinese (void)
{
  assert_same ("宁波华锦家居用品有限公司", "宁波华锦家居用品有限责任公司");
  assert_same ("宁波华锦家居用品有限公司", "宁波华锦家居用品股份有限公司");
  assert_same ("宁波华锦家居用品有限公司", " 宁波 华锦　家居用品 有限公司 ");
  assert_same ("宁波华锦家居用品有限公司", "宁波华锦家居用品");
  assert_same ("华锦（宁波）家居有限公司", "华锦(宁波)家居有限公司");
  assert_same ("华锦（宁波）家居有限公司", "华锦宁波家居有限公司");
  assert_same ("ＡＢＣ电子（深圳）有限公司", "abc电子(深圳)有限公司");

  /* Companies of their own. */
  assert_differ ("宁波华锦家居用品有限公司", "宁波华锦家居用品有限公司杭州分公司");
  assert_differ ("宁波华锦集团有限公司", "宁波华锦有限公司");
  assert_differ ("宁波华锦家居用品有限公司", "宁波华锦家居有限公司");
  assert_differ ("华锦一厂", "华锦二厂");
}

static void
test_english (void)
{
  assert_same ("Ningbo Huajin Homeware Co., Ltd.", "NINGBO HUAJIN HOMEWARE COMPANY LIMITED");
  assert_same ("Ningbo Huajin Homeware Co.,Ltd", "Ningbo Huajin Homeware");
  assert_same ("Ningbo Huajin Homeware CO LTD", "Ningbo Huajin Homeware Inc.");
  assert_same ("Ningbo Huajin Imp. & Exp. Co., Ltd.", "Ningbo Huajin Import and Export Co Ltd");
  assert_same ("Ｎｉｎｇｂｏ Huajin Co.， Ltd．", "ningbo huajin co ltd");
  assert_differ ("Ningbo Huajin Homeware Co., Ltd.", "Ningbo Huajin Hardware Co., Ltd.");
  /* A form inside a name is part of the name. */
  assert_differ ("Company Store Ltd", "Store Ltd");
}

static void
test_nothing (void)
{
  g_autofree char *none = tp_normalise_name (NULL);
  g_autofree char *empty = tp_normalise_name (" ()（） ");
  g_autofree char *form = tp_normalise_name ("有限公司");
  g_autofree char *latin = tp_normalise_name ("Co., Ltd.");

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (form, ==, "有限公司");
  g_assert_cmpstr (latin, ==, "co");
}

static void
test_search (void)
{
  g_autofree char *han = tp_name_to_search ("华锦（宁波）家居有限公司");
  g_autofree char *latin = tp_name_to_search ("Ningbo Huajin Import & Export Co., Ltd.");

  g_assert_cmpstr (han, ==, "华 锦 宁 波 家 居");
  g_assert_cmpstr (latin, ==, "ningbo huajin imp exp");
}

static void
assert_phones (const char *typed, const char *wanted)
{
  g_auto (GStrv) plain = tp_normalise_phones (typed);
  g_autofree char *joined = g_strjoinv (" ", plain);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_phones (void)
{
  static const char *const mobile[] = {
    "13800138000", "138-0013-8000", "+86 138 0013 8000", "0086-13800138000", "86 13800138000", "１３８００１３８０００",
    "(+86) 138.0013.8000",
  };
  static const char *const landline[] = {
    "0574-87654321", "+86 574 8765 4321", "0086-0574-87654321", "(0574) 87654321", "0574-87654321转802",
    "0574-87654321 ext. 12", "0574-87654321x9",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mobile); i++)
    assert_phones (mobile[i], "13800138000");
  for (gsize i = 0; i < G_N_ELEMENTS (landline); i++)
    assert_phones (landline[i], "57487654321");
  assert_phones ("0574-87654321 / 13800138000", "57487654321 13800138000");
  assert_phones ("13800138000、13900139000；13700137000", "13800138000 13900139000 13700137000");
  assert_phones (NULL, "");
  assert_phones ("110", "");
  assert_phones ("00000000000", "");
  assert_phones ("11111111111", "");
  /* A number of Beijing that begins like the country's code. */
  assert_phones ("86543210", "86543210");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalise-name/chinese", test_chinese);
  g_test_add_func ("/normalise-name/english", test_english);
  g_test_add_func ("/normalise-name/nothing", test_nothing);
  g_test_add_func ("/normalise-name/search", test_search);
  g_test_add_func ("/normalise-name/phones", test_phones);
  return g_test_run ();
}
