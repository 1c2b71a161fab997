/* field-words.c: words of the lists as people write them.
 *
 * A file may hold the token, the title in the reader's language, or English or Chinese
 * whatever the reader's language is: spreadsheets travel. The Chinese words here are
 * those of the glossary.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-words.h"
#include "half-width.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const TpWord *words;
  const char *token;
  const char *forms; /* with '|' between */
} chinese[] = {
  { tp_words_stage, "sourced", "已筛选" },
  { tp_words_stage, "contacted", "已联系" },
  { tp_words_stage, "qualified", "已评估" },
  { tp_words_stage, "documents", "收集资料" },
  { tp_words_stage, "compliance", "合规审核" },
  { tp_words_stage, "listed", "已上架" },
  { tp_words_stage, "selling", "在售" },
  { tp_words_stage, "on_hold", "暂缓" },
  { tp_words_stage, "declined", "已谢绝" },
  { tp_words_organisation_kind, "platform", "平台" },
  { tp_words_organisation_kind, "sub_platform", "子平台" },
  { tp_words_organisation_kind, "supermarket_chain", "连锁超市" },
  { tp_words_organisation_kind, "ministry", "主管部门" },
  { tp_words_organisation_kind, "association", "行业协会" },
  { tp_words_organisation_kind, "distributor", "经销商" },
  { tp_words_organisation_kind, "consultancy", "咨询机构" },
  { tp_words_organisation_kind, "other", "其他" },
  { tp_words_instrument, "commission_relief", "佣金减免" },
  { tp_words_instrument, "visibility", "流量扶持" },
  { tp_words_instrument, "green_channel", "绿色通道" },
  { tp_words_instrument, "procurement_fund", "采购资金" },
  { tp_words_commitment_status, "announced", "已宣布" },
  { tp_words_commitment_status, "active", "进行中" },
  { tp_words_commitment_status, "fulfilled", "已兑现" },
  { tp_words_commitment_status, "lapsed", "已失效" },
  { tp_words_commitment_status, "withdrawn", "已撤回" },
  { tp_words_qualifier, "at_least", "不少于" },
  { tp_words_qualifier, "more_than", "超过" },
  { tp_words_qualifier, "up_to", "至多" },
  { tp_words_qualifier, "about", "约" },
  { tp_words_enrolment_status, "applied", "已申请" },
  { tp_words_enrolment_status, "accepted", "已通过" },
  { tp_words_enrolment_status, "live", "已上线" },
  { tp_words_enrolment_status, "declined", "已谢绝" },
  { tp_words_enrolment_status, "withdrawn", "已退出" },
  { tp_words_listing_status, "live", "已上架|上架" },
  { tp_words_listing_status, "delisted", "下架|已下架" },
  { tp_words_benefit_kind, "commission_relief", "佣金减免" },
  { tp_words_benefit_kind, "visibility_slot", "流量扶持" },
  { tp_words_benefit_kind, "livestream_slot", "直播席位" },
  { tp_words_benefit_kind, "grant", "补助" },
  { tp_words_requirement_status, "missing", "缺失" },
  { tp_words_requirement_status, "requested", "已索取" },
  { tp_words_requirement_status, "received", "已收到" },
  { tp_words_requirement_status, "verified", "已核验" },
  { tp_words_requirement_status, "expired", "已过期" },
  { tp_words_requirement_status, "not_applicable", "不适用" },
  { tp_words_entry_type, "pledge", "认投" },
  { tp_words_entry_type, "allocation", "安排" },
  { tp_words_entry_type, "disbursement", "拨付" },
  { tp_words_entry_type, "expenditure", "支出" },
  { tp_words_entry_type, "refund", "退回" },
  { tp_words_event_kind, "policy", "政策" },
  { tp_words_event_kind, "tariff", "关税" },
  { tp_words_event_kind, "convening", "座谈会" },
  { tp_words_event_kind, "statement", "表态" },
  { tp_words_event_kind, "market_signal", "市场动向" },
  { tp_words_scheme, "de_minimis", "小额免税" },
  { tp_words_rate_basis, "stated", "来源所载" },
  { tp_words_rate_basis, "derived", "推算" },
};

/* Letters and digits, folded: "On Hold", "on-hold" and "on_hold" are one word. */
static char *
plain_word (const char *text)
{
  g_autofree char *narrow = tp_half_width_compact (text);
  g_autofree char *folded = g_utf8_casefold (narrow, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static gboolean
same (const char *plain, const char *form)
{
  g_autofree char *other = plain_word (form);

  return strcmp (plain, other) == 0;
}

static gboolean
is_one_of (const char *plain, const char *forms)
{
  g_auto (GStrv) list = g_strsplit (forms, "|", -1);

  return g_strv_contains ((const char *const *) list, plain);
}

/**
 * tp_word_recognise:
 * @words: one of the lists
 * @text: a word of it: the token, or the title in the reader's language, English or
 *   Chinese, in any case
 *
 * Returns: (nullable) (transfer none): the word
 */
const TpWord *
tp_word_recognise (const TpWord *words, const char *text)
{
  const TpWord *exact = tp_word_find (words, text);
  g_autofree char *plain = NULL;

  if (exact != NULL)
    return exact;
  plain = plain_word (text);
  if (*plain == '\0')
    return NULL;
  for (const TpWord *word = words; word->token != NULL; word++)
    if (same (plain, word->token) || same (plain, word->title)
        || same (plain, tp_word_title (words, word->token)))
      return word;
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    if (chinese[i].words == words && is_one_of (plain, chinese[i].forms))
      return tp_word_find (words, chinese[i].token);
  return NULL;
}

/**
 * tp_flag_recognise:
 * @text: yes or no as people write it
 * @flag: (out): which
 *
 * Returns: whether @text is either
 */
gboolean
tp_flag_recognise (const char *text, gboolean *flag)
{
  g_autofree char *plain = g_utf8_casefold (text, -1);

  *flag = is_one_of (plain, "yes|y|true|1|是|有|√|✓|对");
  return *flag || is_one_of (plain, "no|n|false|0|否|无|没有|×|✗");
}

/**
 * tp_is_not_stated:
 * @text: a field's text, without spaces at its ends
 *
 * Returns: whether it says that nothing is known
 */
gboolean
tp_is_not_stated (const char *text)
{
  return *text == '\0' || g_ascii_strcasecmp (text, "not stated") == 0
         || strcmp (text, "未说明") == 0 || strcmp (text, C_ ("value", "Not stated")) == 0;
}
