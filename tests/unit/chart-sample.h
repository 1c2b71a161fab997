/* chart-sample.h: the campaign's nine commitments, as the charts get them.
 *
 * The figures are those of the sample campaign; they are written out here because charts
 * know no store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pledged-data.h"

#define BILLION G_GINT64_CONSTANT (100000000000) /* of yuan, in fen */

static inline TpPledgedData *
sample_pledged (gboolean chinese, gboolean delivered)
{
  TpPledgedData *data = tp_pledged_data_new (
      tp_day_new (2025, 11, 30),
      chinese ? "来源：《Chinese E-commerce Giants Mobilize to Support Domestic Sales Amid US Trade Tensions》（新闻报道，2025年）。"
              : "Source: “Chinese E-commerce Giants Mobilize to Support Domestic Sales Amid US Trade Tensions” (press article, 2025).",
      delivered);
  const struct
  {
    const char *key, *en, *zh, *en_sub, *zh_sub, *en_instead, *zh_instead;
    gint64 billions;
    gint64 delivered; /* in hundredths of a billion */
  } rows[] = {
    { "alibaba-freshippo", "Alibaba · Freshippo", "阿里巴巴·盒马", "green channel", "绿色通道", NULL, NULL, 0, 0 },
    { "alibaba-taobao", "Alibaba · Taobao, Tmall", "阿里巴巴·淘宝天猫", "commission relief", "佣金减免",
      "at least 10,000 exporters, up to 100,000 products", "不少于1万家企业，至多10万种商品", 0, 0 },
    { "pdd", "Pinduoduo", "拼多多", "merchant support fund", "商家扶持资金", NULL, NULL, 100, 2160 },
    { "jd", "JD.com", "京东", "procurement fund", "采购资金", NULL, NULL, 200, 8640 },
    { "didi", "DiDi", "滴滴", "support fund", "扶持资金", NULL, NULL, 2, 44 },
    { "tencent", "Tencent", "腾讯", NULL, NULL, NULL, NULL, 0, 0 },
    { "meituan", "Meituan", "美团", NULL, NULL, NULL, NULL, 0, 0 },
    { "bytedance", "ByteDance", "字节跳动", NULL, NULL, NULL, NULL, 0, 0 },
    { "baidu", "Baidu", "百度", "free advertising", "免费推广", "1,000,000 companies advertised free of charge",
      "100万家企业免费推广", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TpPledgedRow *row = tp_pledged_data_add (data, TP_KIND_COMMITMENT, 101 + i, rows[i].key,
                                               chinese ? rows[i].zh : rows[i].en,
                                               chinese ? rows[i].zh_sub : rows[i].en_sub);

      tp_pledged_row_set_instead (row, chinese ? rows[i].zh_instead : rows[i].en_instead);
      if (rows[i].billions == 0)
        continue;
      tp_pledged_row_set_capital (row, rows[i].billions * BILLION, "CNY");
      if (delivered)
        tp_pledged_row_set_delivered (row, rows[i].delivered * (BILLION / 100));
      if (delivered && g_str_equal (rows[i].key, "jd"))
        tp_pledged_row_set_prorated (row, BILLION * 1008 / 10);
      if (g_str_equal (rows[i].key, "pdd"))
        tp_pledged_row_add_rival (row, BILLION / 10,
                                  chinese ? "一家转载将拼多多的认投写作1亿元" : "one reprint gives Pinduoduo’s pledge as CN¥100 m");
    }
  return data;
}
