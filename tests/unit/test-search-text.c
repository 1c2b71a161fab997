/* test-search-text.c: names are found as people type them, and nothing else is.
 *
 * The index's query language is read here by a few lines of its grammar (AND, OR,
 * brackets, quoted words with or without a star), so that tokens and queries are
 * tested against each other without a database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pinyin.h"
#include "search-text.h"

#include <locale.h>
#include <string.h>

static gboolean read_or (const char **p, GStrv tokens);

static gboolean
read_term (const char **p, GStrv tokens)
{
  gboolean found = FALSE;
  const char *end;
  gboolean prefix;

  if (**p == '(')
    {
      (*p)++;
      found = read_or (p, tokens);
      g_assert_cmpint (**p, ==, ')');
      (*p)++;
      return found;
    }
  g_assert_cmpint (**p, ==, '"');
  end = strchr (*p + 1, '"');
  g_assert_nonnull (end);
  g_assert_cmpint (end - *p, >, 1);
  prefix = g_str_has_prefix (end, "\" *");
  for (guint i = 0; tokens[i] != NULL && !found; i++)
    {
      gsize n = (gsize) (end - *p - 1);

      found = strncmp (tokens[i], *p + 1, n) == 0 && (prefix || tokens[i][n] == '\0');
    }
  *p = end + (prefix ? 3 : 1);
  return found;
}

static gboolean
read_and (const char **p, GStrv tokens)
{
  gboolean found = read_term (p, tokens);

  while (g_str_has_prefix (*p, " AND "))
    {
      *p += 5;
      found = read_term (p, tokens) && found;
    }
  return found;
}

static gboolean
read_or (const char **p, GStrv tokens)
{
  gboolean found = read_and (p, tokens);

  while (g_str_has_prefix (*p, " OR "))
    {
      *p += 4;
      found = read_and (p, tokens) || found;
    }
  return found;
}

typedef struct
{
  const char *names[3];
  const char *codes[3];
} Company;

static const Company company = { { "宁波华锦电器有限公司", "Ningbo Huajin Electric Appliance Co., Ltd." },
                                 { "91330200MA2AGXNJ4P", "E-1042" } };

/* Asks the index and then the names, as the store does. */
static gboolean
finds (const Company *c, const char *typed, gboolean *candidate)
{
  g_autoptr (GString) index = g_string_new (NULL);
  g_autofree char *query = tp_search_query (typed);
  g_auto (GStrv) tokens = NULL;
  const char *p = query;

  for (guint i = 0; c->names[i] != NULL; i++)
    tp_search_add_name (index, c->names[i]);
  for (guint i = 0; c->codes[i] != NULL; i++)
    tp_search_add_code (index, c->codes[i]);
  tokens = g_strsplit (g_strchomp (index->str), " ", -1);
  g_assert_nonnull (query);
  *candidate = read_or (&p, tokens);
  g_assert_cmpstr (p, ==, "");
  return tp_search_verify (typed, c->names, c->codes);
}

static void
assert_found (const Company *c, const char *typed)
{
  gboolean candidate;
  gboolean verified = finds (c, typed, &candidate);

  g_test_message ("found: %s", typed);
  g_assert_true (candidate);
  g_assert_true (verified);
}

static void
assert_not_found (const Company *c, const char *typed)
{
  gboolean candidate;
  gboolean verified = finds (c, typed, &candidate);

  g_test_message ("not found: %s", typed);
  g_assert_false (candidate && verified);
  g_assert_false (verified);
}

static void
test_found (void)
{
  static const char *const typed[] = {
    "宁波华锦电器有限公司", "宁", "器", "宁波", "华锦电器", "波华", "ningbohuajin", "ningbo", "NINGBO", "nbhj",
    "NBHJ", "huajin", "hjdq", "dianqiyouxiangongsi", "ningbohuajindianqiyouxiangongsi", "nbhjdqyxgs", "nin", "n",
    "ni", "h", "hua jin", "华锦 宁波", "宁波 huajin", "nbhj 电器", "electric", "Elec", "appl", "ltd", "co", "Ltd.",
    "ｎｉｎｇｂｏ", "宁波huajin", "91330200MA2AGXNJ4P", "91330200ma2a", "2AGX", "agx", "J4P", "E-1042", "1042",
    "e1042", "electric 宁波 0200", "9133-0200", "'ning'bo",
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_found (&company, typed[i]);
}

static void
test_not_found (void)
{
  static const char *const typed[] = {
    "宁锦", "波宁", "宁波市", "电气", "ingbo", "gbo", "bhjn", "jinhua", "lectric", "x", "9133X", "P4J", "nbhj 上海",
    "ningbo huaxin", "宁波公司", "1043", "zz", "4", "ningbohuajindianqiyouxiangongsx", "nbhjdqyxgx", "ningbohuajindianqix",
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_not_found (&company, typed[i]);
}

/* The index alone takes any order of pairs; the names decide. */
static void
test_verified (void)
{
  const Company twice = { { "海上海海", NULL }, { NULL } };
  gboolean candidate;

  g_assert_false (finds (&twice, "上海上", &candidate));
  g_assert_true (finds (&twice, "上海海", &candidate));
  g_assert_true (candidate);
}

static void
test_other_names (void)
{
  static const struct
  {
    const char *name;
    const char *typed[8];
    const char *not_typed[4];
  } cases[] = {
    { "厦门建发", { "xiamen", "xmjf", "xiamenjianfa", "jianfa", "jf" }, { "shamen", "smjf" } },
    { "长沙中联重工", { "changsha", "cszlzg", "zhonggong" }, { "zhangsha", "zszl" } },
    { "中国银行", { "yinhang", "zgyh", "zhongguoyinhang" }, { "yinxing", "zgyx" } },
    { "绿色家居", { "lvse", "luse", "lsjj", "lüse" }, { "lse" } },
    { "西安Xi'an智造", { "xian", "xi'an", "xa", "zhizao" }, { "安造" } },
    { "佛山（顺德）陶瓷", { "foshan", "shunde", "顺德", "taoci", "tc", "顺德 陶瓷" }, { "顺德陶瓷", "山顺" } },
    { "P&G 宝洁", { "p", "g", "宝洁", "bj", "P&G" }, { "pg" } },
    { "Café Müller", { "cafe", "Café", "muller", "MÜLLER", "c", "m" }, { "afe" } },
    { "ООО Ромашка", { "ромашка", "Ромаш", "о" }, { "машка" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Company c = { { cases[i].name, NULL }, { NULL } };

      for (guint k = 0; cases[i].typed[k] != NULL; k++)
        assert_found (&c, cases[i].typed[k]);
      for (guint k = 0; cases[i].not_typed[k] != NULL; k++)
        assert_not_found (&c, cases[i].not_typed[k]);
    }
}

static void
test_short_codes (void)
{
  const Company jd = { { "京东", NULL }, { "jd", "jd-procurement", NULL } };

  assert_found (&jd, "jd");
  assert_found (&jd, "procure");
  assert_found (&jd, "jd-proc");
  assert_found (&jd, "jingdong");
  assert_not_found (&jd, "jdx");
}

static void
test_blank (void)
{
  static const char *const typed[] = { NULL, "", "  ", "\t", "　" };
  static const char *const signs[] = { "-", "\"", "()", "%", "😀", "- %", "\u202e" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *query = tp_search_query (typed[i]);

      g_assert_null (query);
      g_assert_true (tp_search_is_blank (typed[i]));
      g_assert_true (tp_search_verify (typed[i], company.names, company.codes));
    }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *query = tp_search_query (signs[i]);

      g_assert_null (query);
      g_assert_false (tp_search_is_blank (signs[i]));
      g_assert_false (tp_search_verify (signs[i], company.names, company.codes));
    }
  assert_not_found (&company, "* AND");
  assert_not_found (&company, "\"宁波\" OR \"x\"");
}

/* Whatever is typed, the query has its grammar: the evaluator asserts it. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "宁", "波", "\"", "(", "n", "nb", "*", " ", "'", "é", "1", "\xef\xbc\xa1",
                                        "-", "。", "ü", "AND", "𠀀", "\xff", "かな", "\u0301", ":" };
  g_autoptr (GRand) dice = g_rand_new_with_seed (20250502);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *query = NULL;
      guint n = (guint) g_rand_int_range (dice, 1, i % 50 == 0 ? 300 : 12);

      while (n-- > 0)
        g_string_append (typed, pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))]);
      query = tp_search_query (typed->str);
      if (query != NULL)
        {
          gboolean candidate;
          gboolean verified = finds (&company, typed->str, &candidate);

          /* what the names hold, the index never misses */
          g_assert_true (candidate || !verified);
        }
    }
}

static void
test_readings (void)
{
  static const char *const cases[][2] = {
    { "厦门", "xia men" }, { "长沙", "chang sha" }, { "银行", "yin hang" }, { "重庆", "chong qing" },
    { "音乐", "yin yue" }, { "长春", "chang chun" }, { "长江", "chang jiang" }, { "重型", "zhong xing" },
    { "行业", "hang ye" }, { "服装厂", "fu zhuang chang" }, { "乐器", "yue qi" }, { "成都", "cheng du" },
    { "大厦", "da sha" }, { "六安", "lu an" }, { "番禺", "pan yu" }, { "蚌埠", "beng bu" }, { "台州", "tai zhou" },
    { "丽水", "li shui" }, { "东莞", "dong guan" }, { "调味", "tiao wei" }, { "传感", "chuan gan" },
    { "车辆", "che liang" }, { "乐清", "yue qing" }, { "喀什", "ka shi" }, { "西藏", "xi zang" },
    { "沈阳", "shen yang" }, { "佛山", "fo shan" }, { "空调", "kong tiao" }, { "弹簧", "tan huang" },
    { "会计", "kuai ji" }, { "绿色", "lv se" }, { "宁波", "ning bo" }, { "温州", "wen zhou" }, { "义乌", "yi wu" },
    { "深圳", "shen zhen" }, { "广州", "guang zhou" }, { "石家庄", "shi jia zhuang" }, { "呼和浩特", "hu he hao te" },
    { "哈尔滨", "ha er bin" }, { "乌鲁木齐", "wu lu mu qi" }, { "浙江", "zhe jiang" }, { "陕西", "shan xi" },
    { "电子科技", "dian zi ke ji" }, { "进出口贸易", "jin chu kou mao yi" }, { "有限公司", "you xian gong si" },
    { "玩具", "wan ju" }, { "陶瓷", "tao ci" }, { "家具", "jia ju" }, { "灯饰", "deng shi" }, { "鞋业", "xie ye" },
    { "塑料制品", "su liao zhi pin" }, { "纺织", "fang zhi" }, { "五金", "wu jin" }, { "箱包", "xiang bao" },
    { "董事长", "dong shi zhang" }, { "长城银行", "chang cheng yin hang" }, { "上海ABC厂", "shang hai ABC chang" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = tp_pinyin_of_text (cases[i][0]);

      g_assert_cmpstr (read, ==, cases[i][1]);
    }
}

/* Every character of the GB2312 kind that names use has a reading in plain letters. */
static void
test_all_read (void)
{
  guint unread = 0;

  for (gunichar c = 0x4E00; c <= 0x9FA5; c++)
    {
      const char *reading = tp_pinyin_of (c);

      if (reading == NULL)
        unread++;
      else
        g_assert_cmpuint (strspn (reading, "abcdefghijklmnopqrstuvwxyz"), ==, strlen (reading));
    }
  g_assert_cmpuint (unread, <, 200);
  g_assert_null (tp_pinyin_of ('a'));
  g_assert_null (tp_pinyin_of (0x20000));
}

static void
test_speed (void)
{
  static const char *const places[] = { "宁波", "厦门", "东莞", "深圳", "温州", "佛山", "苏州" };
  static const char *const names[] = { "华锦", "鑫达", "宏远", "瑞丰", "长盛", "银河" };
  g_autoptr (GString) index = g_string_new (NULL);
  const guint n = g_test_perf () ? 1000000 : 20000;
  gint64 start;
  double seconds;

  tp_search_add_name (index, "宁");
  start = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    {
      char name[80];

      g_snprintf (name, sizeof name, "%s%s电器有限公司", places[i % 7], names[i % 6]);
      g_string_truncate (index, 0);
      tp_search_add_name (index, name);
    }
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  g_test_message ("%u names in %.2f s, %.1f µs each", n, seconds, seconds * 1e6 / n);
  g_test_minimized_result (seconds, "seconds for %u names", n);
  /* An import of a million must not wait for this; generous, for loaded machines. */
  g_assert_cmpfloat (seconds / n, <, 60e-6);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/found", test_found);
  g_test_add_func ("/search-text/not-found", test_not_found);
  g_test_add_func ("/search-text/verified", test_verified);
  g_test_add_func ("/search-text/other-names", test_other_names);
  g_test_add_func ("/search-text/short-codes", test_short_codes);
  g_test_add_func ("/search-text/blank", test_blank);
  g_test_add_func ("/search-text/anything", test_anything);
  g_test_add_func ("/search-text/readings", test_readings);
  g_test_add_func ("/search-text/all-read", test_all_read);
  g_test_add_func ("/search-text/speed", test_speed);
  return g_test_run ();
}
