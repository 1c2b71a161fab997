#!/usr/bin/env python3
"""sample.py [DIRECTORY]: writes checklist.jsonl and sample-2025.jsonl.

The checklist is the default set of requirements; the sample is the 2025 campaign as
one press article reported it, worded anew, with nothing added: what the article does
not state is left out, and what had to be assumed says so.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

import kinds
from workspace import Workspace

ARTICLE = "Chinese E-commerce Giants Mobilize to Support Domestic Sales Amid US Trade Tensions"
BILLION = 10 ** 9 * 100  # in minor units

CHECKLIST = (
    ("business_licence", "Business licence with unified social credit code", "营业执照（载明统一社会信用代码）", "documents", "always"),
    ("general_vat_taxpayer", "General VAT taxpayer status and domestic invoicing", "一般纳税人资格与国内开票", "documents", "always"),
    ("trademark", "Domestic trademark registered or authorised", "国内商标注册或授权", "compliance", "always"),
    ("ccc", "CCC certificate", "3C 认证", "compliance", "ccc"),
    ("gb_standard", "Conformity to GB standards", "国标符合性", "compliance", "always"),
    ("chinese_label", "Chinese label", "中文标签", "compliance", "always"),
    ("three_sames", "Same line, same standard, same quality statement", "同线同标同质（“三同”）声明", "compliance", "always"),
    ("gtin", "GTIN for each product", "每种商品的商品条码", "listed", "always"),
    ("after_sales", "After-sales and returns commitment", "售后与退货承诺", "listed", "always"),
    ("deposit_account", "Platform deposit and store account", "平台保证金与店铺账户", "listed", "always"),
    ("settlement_bank", "Bank account for settlement", "结算银行账户", "listed", "always"),
    ("food_cosmetics_filing", "Food or cosmetics filing", "食品或化妆品备案", "compliance", "food_cosmetics"),
)


def add_checklist(w):
    for position, (key, title, local, stage, applies) in enumerate(CHECKLIST, 1):
        w.add("requirement", key=key, title=title, title_local=local, stage=stage, applies=applies, position=position)


def add_settings(w):
    for key, value in (("title", "2025 Campaign"), ("time_zone", "Asia/Shanghai"), ("currency", "CNY"),
                       ("vat", "1300"), ("returns", "800"), ("fulfilment", "600"), ("demonstration", "0"),
                       ("title_local", "2025外贸转内销行动")):
        w.add("setting", key=key, value=value)


def add_people_and_organisations(w):
    for key, name, local, kind, parent, note in (
            ("alibaba", "Alibaba", "阿里巴巴", "platform", None, None),
            ("taobao-tmall", "Taobao and Tmall", "淘宝天猫", "sub_platform", "alibaba", None),
            ("freshippo", "Freshippo", "盒马", "supermarket_chain", "alibaba", None),
            ("pinduoduo", "Pinduoduo", "拼多多", "platform", None, None),
            ("temu", "Temu", "Temu", "sub_platform", "pinduoduo", None),
            ("jd", "JD.com", "京东", "platform", None, None),
            ("tencent", "Tencent", "腾讯", "platform", None, None),
            ("meituan", "Meituan", "美团", "platform", None, None),
            ("bytedance", "ByteDance", "字节跳动", "platform", None, None),
            ("tiktok", "TikTok", "TikTok", "sub_platform", "bytedance", None),
            ("douyin", "Douyin", "抖音", "sub_platform", "bytedance", None),
            ("baidu", "Baidu", "百度", "platform", None, None),
            ("didi", "DiDi", "滴滴", "platform", None, None),
            ("ministry-of-commerce", "Ministry of Commerce", "商务部", "ministry", None, None),
            ("haitun", "Haitun", "海豚社", "consultancy", None, None)):
        w.add("organisation", key=key, name=name, name_local=local, kind=kind, parent=parent, note=note)
    for name, local, role, role_local, organisation in (
            ("Zhao Jiazhen", "赵佳臻", "Co-chief executive", "联席首席执行官", "pinduoduo"),
            ("Jack Ma", "马云", "Entrepreneur", "企业家", None),
            ("Pony Ma", "马化腾", "Entrepreneur", "企业家", None),
            ("Sheng Qiuping", "盛秋平", "Vice minister", "副部长", "ministry-of-commerce"),
            ("Li Chengdong", "李成东", "Founder", "创始人", "haitun")):
        w.add("person", name=name, name_local=local, role=role, role_local=role_local, organisation=organisation)


def add_evidence(w):
    w.add("evidence", title=ARTICLE, date="2025-01-01", precision="year")
    w.add("evidence", title=ARTICLE + " (reprint)", date="2025-01-01", precision="year")


COMMITMENTS = (
    # key, organisation, through, title, local title, instruments, purposes, capital, note, local note
    ("taobao-tmall-sourcing", "alibaba", "taobao-tmall",
     "Task force sources products from exporters",
     "专项小组向外贸企业选品",
     "commission_relief visibility", "domestic_sales", None,
     "Taobao and Tmall offer the exporters better commissions and visibility. No capital and no period are "
     "stated; the targets are counts of provinces, exporters and products.",
     "淘宝天猫给予外贸企业佣金减免和流量扶持。资金和期限均未说明；目标为省份、外贸企业和商品的数量。"),
    ("freshippo-green-channel", "alibaba", "freshippo",
     "Green channels put export suppliers’ goods on shelves",
     "绿色通道让外贸供应商的商品上货架",
     "green_channel", "domestic_sales", None,
     "No capital, target or period is stated.", "资金、目标和期限均未说明。"),
    ("pinduoduo-merchant-fund", "pinduoduo", None,
     "Helps merchants upgrade; carries costs and risks",
     "帮助商家转型升级，分担成本和风险",
     "merchant_support_fund", "merchant_upgrade cost_and_risk", 100 * BILLION,
     "Costs and risks are those of small and medium manufacturers. About USD 13.7 bn by the article. No target and no period are stated.",
     "分担对象为中小制造企业。来源折合约137亿美元。目标和期限均未说明。"),
    ("jd-procurement", "jd", None,
     "Buys from local exporters for domestic sale",
     "采购本地外贸企业商品用于内销",
     "procurement_fund", "purchases", 200 * BILLION,
     "The article says “the coming year”; 1 May 2025 and 30 April 2026 are assumed.",
     "来源称“未来一年”；2025年5月1日和2026年4月30日均为推定。"),
    ("tencent-initiative", "tencent", None,
     "Announced a similar initiative for domestic sales", "宣布了类似的内销支持举措",
     "announced_initiative", "domestic_sales", None,
     "No capital, target or period is stated.", "资金、目标和期限均未说明。"),
    ("meituan-initiative", "meituan", None,
     "Announced a similar initiative for domestic sales", "宣布了类似的内销支持举措",
     "announced_initiative", "domestic_sales", None,
     "No capital, target or period is stated.", "资金、目标和期限均未说明。"),
    ("bytedance-initiative", "bytedance", None,
     "Announced a similar initiative for domestic sales",
     "宣布了类似的内销支持举措",
     "announced_initiative", "domestic_sales", None,
     "Owner of TikTok and Douyin. No capital, target or period is stated.",
     "旗下有 TikTok 和抖音。资金、目标和期限均未说明。"),
    ("baidu-advertising", "baidu", None,
     "Free product advertising in livestreams by virtual humans",
     "由数字人在直播中免费推广商品",
     "free_advertising", "advertising", None,
     "The virtual humans are generated by AI. No capital and no period are stated; the target is a count of "
     "companies.",
     "数字人由人工智能生成。资金和期限均未说明；目标为企业数量。"),
    ("didi-support-fund", "didi", None,
     "Supports employment, consumption and expansion abroad",
     "稳定就业、促进消费、拓展海外市场",
     "support_fund", "employment consumption expansion_abroad", 2 * BILLION,
     "The expansion is that of local manufacturers. Three purposes share the sum; no target and no period are stated.",
     "拓展海外市场的对象为本地制造企业。三项用途共用这笔资金；目标和期限均未说明。"),
)


def add_commitments(w):
    for key, _, _, title, local, instruments, purposes, capital, note, note_local in COMMITMENTS:
        dated = key == "jd-procurement"
        w.add("commitment", key=key, title=title, title_local=local, instruments=instruments, purposes=purposes,
              capital=capital, currency="CNY" if capital is not None else None,
              announced="2025-01-01", announced_precision="year", announced_basis="stated",
              effective="2025-05-01" if dated else None, effective_basis="assumed" if dated else None,
              end="2026-04-30" if dated else None, end_basis="assumed" if dated else None,
              status="announced", note=note, note_local=note_local)
    for key, maker, through, *_ in COMMITMENTS:
        w.add("commitment_role", commitment=key, organisation=maker, role="maker")
        if through:
            w.add("commitment_role", commitment=key, organisation=through, role="through")


def add_programmes(w):
    for key, organisation, name, local, kind in (
            ("taobao-tmall", "taobao-tmall", "Taobao and Tmall", "淘宝天猫", "marketplace"),
            ("freshippo-shelves", "freshippo", "Freshippo shelves", "盒马门店货架", "supermarket_shelf"),
            ("jd-procurement", "jd", "JD.com procurement", "京东采购", "procurement"),
            ("baidu-livestream", "baidu", "Baidu livestreams", "百度直播", "livestream")):
        w.add("channel", key=key, organisation=organisation, name=name, name_local=local, kind=kind)
    for key, commitment, organisation, channel, title, local in (
            ("taobao-tmall-sourcing", "taobao-tmall-sourcing", "taobao-tmall", "taobao-tmall",
             "Taobao and Tmall sourcing", "淘宝天猫外贸选品"),
            ("freshippo-green-channel", "freshippo-green-channel", "freshippo", "freshippo-shelves",
             "Freshippo green channel", "盒马绿色通道"),
            ("jd-procurement", "jd-procurement", "jd", "jd-procurement",
             "JD.com procurement from exporters", "京东外贸企业采购"),
            ("baidu-livestream", "baidu-advertising", "baidu", "baidu-livestream",
             "Baidu livestream advertising", "百度直播免费推广"),
            ("pinduoduo-support", "pinduoduo-merchant-fund", "pinduoduo", None,
             "Pinduoduo merchant support", "拼多多商家扶持"),
            ("didi-support", "didi-support-fund", "didi", None, "DiDi support", "滴滴专项支持")):
        w.add("programme", key=key, commitment=commitment, organisation=organisation, channel=channel,
              title=title, title_local=local)


def add_indicators(w):
    common = {"counted": "records", "direction": "increase"}
    alibaba = {"commitment": "taobao-tmall-sourcing", "programme": "taobao-tmall-sourcing", **common}
    w.add("indicator", key="taobao-tmall-exporters", name="Exporters with a live listing", name_local="有商品上架的外贸企业",
          measure="exporters_reached", target=10000, qualifier="at_least", unit="exporters", unit_local="家", **alibaba)
    w.add("indicator", key="taobao-tmall-products", name="Products listed", name_local="上架商品",
          measure="products_reached", target=100000, qualifier="up_to", unit="products", unit_local="种", **alibaba)
    w.add("indicator", key="taobao-tmall-provinces", name="Provinces reached", name_local="覆盖省份",
          measure="provinces_reached", target=10, qualifier="more_than", unit="provinces", unit_local="个", **alibaba)
    w.add("indicator", key="jd-capital", commitment="jd-procurement", name="Capital spent on purchases",
          name_local="采购支出资金", measure="capital_delivered", target=200 * BILLION, qualifier="exact",
          currency="CNY", **common)
    w.add("indicator", key="baidu-companies", commitment="baidu-advertising", programme="baidu-livestream",
          name="Companies advertised", name_local="获得推广的企业", measure="exporters_served",
          benefit_kind="livestream_slot", target=1000000, qualifier="exact", unit="companies", unit_local="家", **common)


def add_funds(w):
    for key, title, local, prefix, capital in (
            ("pinduoduo-merchant-fund", "Pinduoduo Merchant Fund", "拼多多商家扶持资金", "PDD", 100 * BILLION),
            ("jd-procurement", "JD.com Procurement Fund", "京东采购资金", "JD", 200 * BILLION),
            ("didi-support-fund", "DiDi Support Fund", "滴滴专项支持资金", "DIDI", 2 * BILLION)):
        w.add("fund", key=key, title=title, title_local=local, commitment=key, currency="CNY")
        w.add("entry", reference=prefix + "-0001", fund=key, type="pledge", date="2025-05-01", amount=capital,
              currency="CNY", organisation=key.split("-")[0], narrative="Announced capital; the day is assumed",
              posted="2025-05-01T02:00:00.000Z")


def add_rates_and_tariffs(w):
    w.add("rate", date="2025-01-01", precision="year", base="CNY", base_amount=100 * BILLION, quote="USD",
          quote_amount=137 * BILLION // 10, basis="stated", source=ARTICLE)
    w.add("tariff", scheme="general", rate=12500, **{"from": "2025-04-01"}, from_precision="year",
          note="On many Chinese goods, since spring 2025. The day is not stated; 1 April is assumed.",
          note_local="自2025年春季起，适用于许多中国商品。具体日期未说明，推定为4月1日。")
    w.add("tariff", scheme="de_minimis", rate=0, until="2025-05-01",
          note="Small parcels were free of duty; the exemption ends on 2 May 2025.",
          note_local="小额包裹此前免税；小额免税于2025年5月2日终止。")


EVENTS = (
    # key, kind, title, local title, date, precision, ongoing, detail, local detail, organisations, people, commitments
    ("platform-responsibility", "policy", "More weight on social responsibility of platforms",
     "平台社会责任受到更多重视", "2020-01-01", "year", True,
     "Since the measures against technology companies in 2020, platforms are expected to do more for society.",
     "2020年整治科技企业以来，平台被要求承担更多社会责任。", (), (), ()),
    ("entrepreneurs-meeting", "policy", "The president meets entrepreneurs", "国家主席会见企业家",
     "2025-02-01", "month", None, "Jack Ma and Pony Ma were among those who took part.",
     "马云、马化腾等企业家参加。", (), ("P-2", "P-3"), ()),
    ("tariffs-125", "tariff", "US tariffs on many Chinese goods reach 125 %", "美国对许多中国商品的关税达到125%",
     "2025-04-01", "year", None, "In spring; the day is not stated. Exporting to the US stops paying for many manufacturers.",
     "时间为春季，具体日期未说明。许多制造企业对美出口已无利可图。", (), (), ()),
    ("ministry-convening", "convening", "Commerce ministry convenes associations, supermarket chains and distributors",
     "商务部召集行业协会、连锁超市和经销商座谈", "2025-01-01", "year", None,
     "On domestic channels for export goods, with vice minister Sheng Qiuping.",
     "商讨外贸商品的国内销售渠道，副部长盛秋平出席。", ("ministry-of-commerce",), ("P-4",), ()),
    ("pinduoduo-statement", "statement", "Pinduoduo will carry costs and risks for smaller manufacturers",
     "拼多多表示为中小制造企业分担成本和风险", "2025-01-01", "year", None,
     "Said by co-chief executive Zhao Jiazhen.", "联席首席执行官赵佳臻表示。",
     ("pinduoduo",), ("P-1",), ("pinduoduo-merchant-fund",)),
    ("haitun-comment", "statement", "Haitun’s founder: platforms take on social responsibility",
     "海豚社创始人：平台正在承担社会责任", "2025-01-01", "year", None,
     "Comment by Li Chengdong on the platforms’ announcements.", "李成东对各平台举措的评论。",
     ("haitun",), ("P-5",), ()),
    ("patriotic-buying", "market_signal", "Consumers buy domestic goods out of patriotism", "消费者出于爱国热情购买国货",
     "2025-01-01", "year", None, None, None, (), (), ()),
    ("stock-support", "market_signal", "State-owned funds and corporate buybacks support domestic stocks",
     "国有资金和企业回购支撑国内股市", "2025-01-01", "year", None, None, None, (), (), ()),
    ("de-minimis-ends", "tariff", "De minimis exemption ends", "小额免税终止", "2025-05-02", "day", None,
     "Small parcels from China to the US are no longer free of duty.", "中国寄往美国的小额包裹不再免税。", (), (), ()),
)


def add_events(w):
    for key, kind, title, local, date, precision, ongoing, detail, detail_local, *_ in EVENTS:
        w.add("event", key=key, kind=kind, title=title, title_local=local, date=date, precision=precision,
              ongoing=ongoing, detail=detail, detail_local=detail_local)
    for key, *_, organisations, people, commitments in EVENTS:
        for organisation in organisations:
            w.add("event_link", event=key, organisation=organisation)
        for person in people:
            w.add("event_link", event=key, person=person)
        for commitment in commitments:
            w.add("event_link", event=key, commitment=commitment)


def add_citations(w):
    def cite(kind, records, *fields):
        for record in records:
            for field in fields:
                if field is None or field in record:
                    w.add("citation", evidence="V-1", subject_kind=kind, subject=record["id"], field=field)

    cite("person", w.records["person"], "role")
    cite("commitment", w.records["commitment"], "title", "capital", "announced", "effective", "end")
    cite("indicator", w.records["indicator"], "target")
    cite("entry", w.records["entry"], "amount", "date")
    cite("rate", w.records["rate"], "quote_amount")
    cite("tariff", w.records["tariff"], "rate", "from", "until")
    cite("event", w.records["event"], "date")
    w.add("rival_value", subject_kind="commitment", subject="pinduoduo-merchant-fund", field="capital",
          value=BILLION // 10, currency="CNY", evidence="V-2", used=False,
          reason="The reprint says a hundred million. The article says a hundred billion and gives about USD 13.7 bn "
                 "for it, which only the larger sum agrees with.",
          reason_local="转载写作1亿元；原文为1000亿元，并折合约137亿美元，只有后者与之相符。")


def prove(w):
    """The figures that everybody knows of the campaign."""
    capitals = [c.get("capital") for c in w.records["commitment"]]
    assert len(capitals) == 9 and capitals.count(None) == 6
    assert sum(c for c in capitals if c is not None) == 302 * BILLION
    assert sum(e["amount"] for e in w.records["entry"]) == 302 * BILLION == 30200000000000
    assert sorted(i["target"] for i in w.records["indicator"])[:4] == [10, 10000, 100000, 1000000]


def main():
    directory = sys.argv[1] if len(sys.argv) > 1 else os.path.join(kinds.ROOT, "data")
    checklist = Workspace()
    add_checklist(checklist)
    checklist.write(os.path.join(directory, "checklist.jsonl"))
    w = Workspace()
    for add in (add_settings, add_people_and_organisations, add_evidence, add_commitments, add_programmes,
                add_indicators, add_checklist, add_funds, add_rates_and_tariffs, add_events, add_citations):
        add(w)
    prove(w)
    w.write(os.path.join(directory, "sample-2025.jsonl"))


if __name__ == "__main__":
    main()
