/* province.c: the 34 provinces, in every usual form.
 *
 * Codes: GB/T 2260 and ISO 3166-2:CN. iso-codes has no short names (its English is
 * "Zhejiang Sheng") and no GB/T 2260, so both stand here; a test holds the full names
 * against its Chinese catalogue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "half-width.h"
#include "province.h"
#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TpProvince provinces[TP_N_PROVINCES] = {
  { "11", "CN-BJ", "Beijing", "北京", "北京市" },
  { "12", "CN-TJ", "Tianjin", "天津", "天津市" },
  { "13", "CN-HE", "Hebei", "河北", "河北省" },
  { "14", "CN-SX", "Shanxi", "山西", "山西省" },
  { "15", "CN-NM", "Inner Mongolia", "内蒙古", "内蒙古自治区" },
  { "21", "CN-LN", "Liaoning", "辽宁", "辽宁省" },
  { "22", "CN-JL", "Jilin", "吉林", "吉林省" },
  { "23", "CN-HL", "Heilongjiang", "黑龙江", "黑龙江省" },
  { "31", "CN-SH", "Shanghai", "上海", "上海市" },
  { "32", "CN-JS", "Jiangsu", "江苏", "江苏省" },
  { "33", "CN-ZJ", "Zhejiang", "浙江", "浙江省" },
  { "34", "CN-AH", "Anhui", "安徽", "安徽省" },
  { "35", "CN-FJ", "Fujian", "福建", "福建省" },
  { "36", "CN-JX", "Jiangxi", "江西", "江西省" },
  { "37", "CN-SD", "Shandong", "山东", "山东省" },
  { "41", "CN-HA", "Henan", "河南", "河南省" },
  { "42", "CN-HB", "Hubei", "湖北", "湖北省" },
  { "43", "CN-HN", "Hunan", "湖南", "湖南省" },
  { "44", "CN-GD", "Guangdong", "广东", "广东省" },
  { "45", "CN-GX", "Guangxi", "广西", "广西壮族自治区" },
  { "46", "CN-HI", "Hainan", "海南", "海南省" },
  { "50", "CN-CQ", "Chongqing", "重庆", "重庆市" },
  { "51", "CN-SC", "Sichuan", "四川", "四川省" },
  { "52", "CN-GZ", "Guizhou", "贵州", "贵州省" },
  { "53", "CN-YN", "Yunnan", "云南", "云南省" },
  { "54", "CN-XZ", "Tibet", "西藏", "西藏自治区" },
  { "61", "CN-SN", "Shaanxi", "陕西", "陕西省" },
  { "62", "CN-GS", "Gansu", "甘肃", "甘肃省" },
  { "63", "CN-QH", "Qinghai", "青海", "青海省" },
  { "64", "CN-NX", "Ningxia", "宁夏", "宁夏回族自治区" },
  { "65", "CN-XJ", "Xinjiang", "新疆", "新疆维吾尔自治区" },
  { "71", "CN-TW", "Taiwan", "台湾", "台湾省" },
  { "81", "CN-HK", "Hong Kong", "香港", "香港特别行政区" },
  { "82", "CN-MO", "Macao", "澳门", "澳门特别行政区" },
};

/* Names that follow from no rule: other romanisations, other scripts, short forms. */
static const struct
{
  const char *form;
  const char *code;
} other_forms[] = {
  { "neimenggu", "15" }, { "neimongol", "15" }, { "内蒙", "15" },    { "內蒙古", "15" },
  { "xizang", "54" },    { "shaanxi", "61" },   { "shenxi", "61" },  { "xianggang", "81" },
  { "hongkong", "81" },  { "aomen", "82" },     { "macau", "82" },   { "macao", "82" },
  { "臺灣", "71" },      { "台灣", "71" },      { "澳門", "82" },    { "廣東", "44" },
  { "廣西", "45" },      { "peking", "11" },    { "canton", "44" },  { "浙", "33" },
  { "粤", "44" },        { "苏", "32" },        { "沪", "31" },      { "京", "11" },
  { "津", "12" },        { "闽", "35" },        { "鲁", "37" },      { "渝", "50" },
};

/* What may follow a short name. The longest first: 壮族自治区 before 自治区. */
static const char *const endings[] = {
  "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "特別行政區", "自治区", "自治區",
  "省", "市",
  "zhuangzuzizhiqu", "huizuzizhiqu", "uygurzizhiqu", "weiwuerzizhiqu", "tebiexingzhengqu",
  "zhuangautonomousregion", "huiautonomousregion", "uyghurautonomousregion",
  "uygurautonomousregion", "autonomousregion", "zizhiqu", "specialadministrativeregion", "sar",
  "province", "municipality", "prov", "sheng", "shi", "city",
};

/**
 * tp_province_count:
 * Returns: how many provinces there are: 34
 */
guint
tp_province_count (void)
{
  return TP_N_PROVINCES;
}

/**
 * tp_province_get:
 * @i: 0 to 33
 *
 * Returns: (transfer none): the provinces in the order of GB/T 2260, which is that of
 *   Chinese tables; %NULL past the last
 */
const TpProvince *
tp_province_get (guint i)
{
  return i < TP_N_PROVINCES ? &provinces[i] : NULL;
}

/**
 * tp_province_of_code:
 * @code: (nullable): two digits of GB/T 2260, as records hold them
 *
 * Returns: (nullable) (transfer none): the province
 */
const TpProvince *
tp_province_of_code (const char *code)
{
  for (guint i = 0; code != NULL && i < TP_N_PROVINCES; i++)
    if (strcmp (provinces[i].code, code) == 0)
      return &provinces[i];
  return NULL;
}

/* Half-width, folded, letters and digits only. */
static char *
plain_form (const char *text)
{
  g_autofree char *narrow = tp_half_width_compact (text);
  g_autofree char *folded = g_utf8_casefold (narrow, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static const TpProvince *
find_short (const char *form)
{
  for (guint i = 0; i < TP_N_PROVINCES; i++)
    {
      g_autofree char *name = plain_form (provinces[i].name);

      if (strcmp (form, name) == 0 || strcmp (form, provinces[i].local) == 0)
        return &provinces[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_forms); i++)
    if (strcmp (form, other_forms[i].form) == 0)
      return tp_province_of_code (other_forms[i].code);
  return NULL;
}

static const TpProvince *
find_code (const char *form)
{
  gsize length = strlen (form);
  const char *letters = g_str_has_prefix (form, "cn") && length == 4 ? form + 2 : form;

  /* "33", and a whole region code such as "330200" */
  if ((length == 2 || length == 4 || length == 6) && strspn (form, "0123456789") == length)
    {
      char code[3] = { form[0], form[1], '\0' };

      return tp_province_of_code (code);
    }
  for (guint i = 0; strlen (letters) == 2 && i < TP_N_PROVINCES; i++)
    if (g_ascii_strcasecmp (letters, provinces[i].iso + 3) == 0)
      return &provinces[i];
  return NULL;
}

/**
 * tp_province_find:
 * @text: (nullable): a province in any usual form: 浙江, 浙江省, Zhejiang, Zhejiang
 *   Province, ZJ, CN-ZJ, 33, in any case
 *
 * Returns: (nullable) (transfer none): the province
 */
const TpProvince *
tp_province_find (const char *text)
{
  g_autofree char *form = NULL;
  const TpProvince *province;

  /* Records and most files hold one of these, and they need no folding. */
  for (guint i = 0; text != NULL && i < TP_N_PROVINCES; i++)
    if (strcmp (text, provinces[i].code) == 0 || strcmp (text, provinces[i].local) == 0
        || strcmp (text, provinces[i].name) == 0 || strcmp (text, provinces[i].long_local) == 0)
      return &provinces[i];

  form = plain_form (text);
  if (*form == '\0')
    return NULL;
  province = find_code (form);
  if (province == NULL)
    province = find_short (form);
  for (guint i = 0; province == NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (form, endings[i]) && strlen (form) > strlen (endings[i]))
      {
        g_autofree char *stem = g_strndup (form, strlen (form) - strlen (endings[i]));

        province = find_short (stem);
      }
  return province;
}

/**
 * tp_province_parse:
 * @text: a province in any usual form
 * @code: (out) (transfer none): its two digits of GB/T 2260
 * @error: return location
 *
 * Returns: whether @text names a province; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_province_parse (const char *text, const char **code, GError **error)
{
  const TpProvince *province = tp_province_find (text);

  if (province == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not a province: enter its name or code, such as Zhejiang, 浙江 or 33"),
                   text != NULL ? text : "");
      return FALSE;
    }
  *code = province->code;
  return TRUE;
}

/**
 * tp_province_name:
 * @code: (nullable): two digits of GB/T 2260
 *
 * Returns: (transfer none): the short name in the reader's language; the code itself
 *   where it names no province, "" for %NULL
 */
const char *
tp_province_name (const char *code)
{
  const TpProvince *province = tp_province_of_code (code);

  if (province == NULL)
    return code != NULL ? code : "";
  return tp_language_is_chinese () ? province->local : province->name;
}

/**
 * tp_province_long_name:
 * @code: (nullable): two digits of GB/T 2260
 *
 * Returns: (transfer none): the full name: 浙江省 in Chinese; in English, where full
 *   names are not in use, the short one
 */
const char *
tp_province_long_name (const char *code)
{
  const TpProvince *province = tp_province_of_code (code);

  return province != NULL && tp_language_is_chinese () ? province->long_local
                                                       : tp_province_name (code);
}
