#!/usr/bin/env python3
"""demonstration.py [DIRECTORY] [-v]: writes demonstration.jsonl.

Reads the sample from the same directory and adds a year of invented work around its
commitments, as it stands on 18 March 2026. The same seed gives the same file. What
the demonstration is to show (each pace, the sums of the funds) is proven here before
it is written.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import random
import sys
from datetime import date
from fractions import Fraction

import demo_delivery
import demo_ledger
import demo_papers
import demo_work
import kinds
import paces
from calendar_days import AS_OF
from workspace import Workspace

SEED = 20260318
BILLION = demo_ledger.BILLION


def add_settings(w):
    w.set(w.get("setting", "title"), value="Demonstration Campaign")
    w.set(w.get("setting", "title_local"), value="外贸转内销演示")
    w.set(w.get("setting", "demonstration"), value="1")
    w.add("setting", key="as_of", value=AS_OF.isoformat())


def add_terms(w):
    """Invented terms of the real channels and rules of their programmes."""
    for key, commission, returns, deposit in (("taobao-tmall", 500, 900, 1000000), ("freshippo-shelves", 1400, 300, None),
                                              ("jd-procurement", 0, 200, None), ("baidu-livestream", 300, 1200, None)):
        w.set(w.get("channel", key), commission=commission, returns=returns, deposit=deposit, currency="CNY" if deposit else None,
              terms_from="2025-05-06")
    w.set(w.get("programme", "taobao-tmall-sourcing"), stage_min="qualified", commission_relief=200, us_share_min=1000)
    w.set(w.get("programme", "freshippo-green-channel"), stage_min="qualified", capacity=60, provinces="31 32 33 34 35 37 44",
          hs_chapters="09 19 20 21 33 34 39 63 69 70 73 76")
    w.set(w.get("programme", "jd-procurement"), stage_min="documents", capacity=400, export_min=5000000 * 100, currency="CNY")
    w.set(w.get("programme", "baidu-livestream"), stage_min="listed")
    w.set(w.get("programme", "pinduoduo-support"), stage_min="qualified", export_max=200000000 * 100, currency="CNY")
    w.add("tariff", scheme="general", rate=2500, until="2025-03-31",
          note="Invented, so that the margins of before and after can be compared.",
          note_local="虚构数据，用于比较前后利润。")


def add_lantern(w):
    """The invented platform; its targets are set when the work is known."""
    w.add("organisation", key="lantern-market", name="Lantern Market", name_local="灯市", kind="platform",
          note="An invented platform: it shows what the real commitments cannot.")
    w.add("person", name="Jiang Mo", name_local="江陌", role="Head of sourcing", role_local="选品负责人", organisation="lantern-market")
    w.add("evidence", publisher="Lantern Market", title="Lantern Market opens to exporters (invented)", date="2025-06-20", precision="day")
    w.add("evidence", publisher="Lantern Market", title="Trainings held, monthly notes (invented)", date="2026-03-10", precision="day")
    capital = 800 * demo_ledger.MILLION
    for key, title, local, instruments, effective, end, status, amount in (
            ("lantern-sourcing", "Sources from exporters in every province", "面向各省外贸企业选品", "merchant_support_fund visibility",
             "2025-07-01", "2026-06-30", "active", capital),
            ("lantern-season", "Visibility for the winter season", "冬季流量扶持", "visibility", "2025-07-01", "2025-12-31", "active", None),
            ("lantern-livestream", "Livestream slots for exporters", "外贸企业直播席位", "free_advertising", "2025-07-01", "2026-06-30", "active", None),
            ("lantern-summer", "Summer market for export goods", "外贸商品夏季市集", "green_channel", "2026-05-01", "2026-08-31", "announced", None),
            ("lantern-training", "Trains exporters in domestic sales", "外贸企业内销培训", "announced_initiative", None, None, "active", None),
            ("lantern-advice", "Advises exporters on brands", "外贸企业品牌咨询", "announced_initiative", None, None, "active", None)):
        w.add("commitment", key=key, title=title, title_local=local, instruments=instruments,
              purposes="merchant_upgrade" if amount else "domestic_sales", capital=amount, currency="CNY" if amount else None,
              announced="2025-06-20", announced_precision="day", announced_basis="stated", effective=effective,
              effective_basis="stated" if effective else None, end=end, end_basis="stated" if end else None, status=status,
              note="Invented.", note_local="虚构数据。")
        w.add("commitment_role", commitment=key, organisation="lantern-market", role="maker")
    w.add("channel", key="lantern-market", organisation="lantern-market", name="Lantern Market", name_local="灯市", kind="marketplace",
          commission=600, returns=800, fulfilment=550, deposit=500000, currency="CNY", terms_from="2025-07-01")
    w.add("channel", key="lantern-live", organisation="lantern-market", name="Lantern Live", name_local="灯市直播", kind="livestream",
          commission=800, terms_from="2025-07-01")
    for key, channel, title, local in (
            ("lantern-sourcing", "lantern-market", "Lantern Market sourcing", "灯市选品"),
            ("lantern-season", "lantern-market", "Lantern winter season", "灯市冬季扶持"),
            ("lantern-livestream", "lantern-live", "Lantern livestreams", "灯市直播席位"),
            ("lantern-summer", "lantern-market", "Lantern summer market", "灯市夏季市集"),
            ("lantern-advice", None, "Lantern brand advice", "灯市品牌咨询")):
        w.add("programme", key=key, commitment=key, organisation="lantern-market", channel=channel, title=title, title_local=local,
              stage_min="qualified", commission_relief=300 if key == "lantern-sourcing" else None)
    w.add("fund", key="lantern-fund", title="Lantern Market Fund", title_local="灯市扶持资金", commitment="lantern-sourcing", currency="CNY")
    w.add("fund", key="fair-subsidy", title="Fair Subsidy", title_local="展会补贴", currency="CNY")
    w.add("event", key="lantern-opens", kind="statement", title="Lantern Market opens to exporters", title_local="灯市向外贸企业开放",
          date="2025-06-20", precision="day", detail="Invented.", detail_local="虚构数据。")
    w.add("event", key="lantern-supplier-day", kind="convening", title="Supplier day of Lantern Market", title_local="灯市供应商大会",
          date="2025-09-12", precision="day", detail="Invented.", detail_local="虚构数据。")
    for event in ("lantern-opens", "lantern-supplier-day"):
        w.add("event_link", event=event, organisation="lantern-market")
        w.add("event_link", event=event, commitment="lantern-sourcing")


# key, commitment, name, local name, measure, what narrows it, unit, local unit, pace to show
INDICATORS = (
    ("lantern-exporters", "lantern-sourcing", "Exporters with a live listing", "有商品上架的外贸企业", "exporters_reached",
     {"programme": "lantern-sourcing"}, "exporters", "家", "ahead"),
    ("lantern-products", "lantern-sourcing", "Products listed", "上架商品", "products_reached",
     {"programme": "lantern-sourcing"}, "products", "种", "on_track"),
    ("lantern-first-sales", "lantern-sourcing", "First domestic sales", "内销首单", "first_sales",
     {"channel": "lantern-market"}, "exporters", "家", "behind"),
    ("lantern-provinces", "lantern-sourcing", "Provinces reached", "覆盖省份", "provinces_reached",
     {"programme": "lantern-sourcing"}, "provinces", "个", "fulfilled"),
    ("lantern-season-slots", "lantern-season", "Visibility slots used", "已用流量扶持", "benefits_used",
     {"programme": "lantern-season", "benefit_kind": "visibility_slot"}, "slots", "次", "overdue"),
    ("lantern-livestream-slots", "lantern-livestream", "Livestream slots used", "已用直播席位", "benefits_used",
     {"programme": "lantern-livestream", "benefit_kind": "livestream_slot"}, "slots", "次", "stalled"),
    ("lantern-summer-exporters", "lantern-summer", "Exporters with a live listing", "有商品上架的外贸企业", "exporters_reached",
     {"programme": "lantern-summer"}, "exporters", "家", "not_started"),
    ("lantern-trainings", "lantern-training", "Exporters trained", "参训外贸企业", "reported", {}, "exporters", "家", "no_period"),
    ("lantern-advised", "lantern-advice", "Exporters advised", "获得咨询的外贸企业", "exporters_served",
     {"programme": "lantern-advice", "benefit_kind": "visibility_slot"}, "exporters", "家", "no_target"),
)


def add_indicators(w):
    for key, commitment, name, local, measure, narrow, unit, unit_local, wanted in INDICATORS:
        reported = measure == "reported"
        record = w.add("indicator", key=key, commitment=commitment, name=name, name_local=local, measure=measure,
                       counted="reported" if reported else "records", unit=unit, unit_local=unit_local, direction="increase", **narrow)
        if reported:
            for place, (day, value) in enumerate((("2025-09-10", 40), ("2025-10-10", 78), ("2025-11-10", 121), ("2025-12-10", 150),
                                                  ("2026-01-09", 188), ("2026-02-10", 203), ("2026-03-10", 236))):
                w.add("reading", indicator=key, date=day, value=value, note="Two trainings online" if place == 5 else None)
        _, level = paces.pace(w, record, AS_OF)
        share = Fraction((AS_OF - date(2025, 7, 1)).days + 1, (date(2026, 6, 30) - date(2025, 7, 1)).days + 1)
        target = {"ahead": int(level / share / 11) * 10, "on_track": round(level / share / 10) * 10,
                  "behind": int(level / share / 5) * 10, "fulfilled": min(level, 10), "overdue": (level + 15) // 5 * 5,
                  "stalled": level // 10 * 30, "not_started": 80, "no_period": 500, "no_target": None}[wanted]
        w.set(record, target=target, qualifier="at_least" if target else None)
        assert paces.pace(w, record, AS_OF)[0] == wanted, (key, wanted, paces.pace(w, record, AS_OF), target)


def add_filters(w):
    """Questions that somebody keeps at hand in the sidebar."""
    for position, (name, asked) in enumerate((("Overdue in Zhejiang", "province=33;overdue=1"),
                                              ("Most at risk, not listed", "short_of=listed;at_risk>=2000000000;sort=at_risk:desc")), 1):
        w.add("saved_filter", name=name, records="exporters", filter=asked, position=position)


def add_citations(w):
    """Evidence of the invented figures; two are left without, to be found."""
    for commitment in w.records["commitment"]:
        if commitment["id"] > 100000:
            for field in ("title", "capital", "announced", "effective", "end"):
                if field in commitment:
                    w.add("citation", evidence="V-100001", subject_kind="commitment", subject=commitment["id"], field=field)
    for indicator in w.records["indicator"]:
        if indicator["id"] > 100000 and "target" in indicator and indicator["key"] not in ("lantern-first-sales", "lantern-season-slots"):
            w.add("citation", evidence="V-100001", subject_kind="indicator", subject=indicator["id"], field="target")
    for reading in w.records["reading"]:
        w.add("citation", evidence="V-100002", subject_kind="reading", subject=reading["id"], field="value")
    for event in w.records["event"]:
        if event["id"] > 100000:
            w.add("citation", evidence="V-100001", subject_kind="event", subject=event["id"], field="date")
    w.add("citation", evidence="V-100001", subject_kind="entry", subject="LM-0001", field="amount")


def fund_figures(w, key):
    figures = dict.fromkeys(("pledge", "allocation", "disbursement", "expenditure", "refund"), 0)
    for entry in w.records["entry"]:
        if entry["fund"] == w.id("fund", key):
            figures[entry["type"]] += -entry["amount"] if "reverses" in entry else entry["amount"]
    return figures


def prove(w, exporters):
    """What the demonstration promises to show."""
    shown = {i["key"]: paces.pace(w, i, AS_OF) for i in w.records["indicator"]}
    assert {pace for pace, _ in shown.values()} == {"no_target", "fulfilled", "not_started", "overdue", "stalled", "no_period",
                                                    "ahead", "on_track", "behind"}, shown
    assert shown["jd-capital"] == ("behind", 15130000000000), shown["jd-capital"]
    assert shown["baidu-companies"][0] == "stalled" and shown["taobao-tmall-provinces"][0] == "fulfilled", shown
    assert shown["taobao-tmall-exporters"][0] == "no_period" and shown["taobao-tmall-exporters"][1] > 100, shown
    jd = fund_figures(w, "jd-procurement")
    assert jd["allocation"] == 172900000000 * 100 and jd["pledge"] == 200 * BILLION
    delivered = {key: f["disbursement"] + f["expenditure"] - f["refund"]
                 for key, f in ((k, fund_figures(w, k)) for k in ("pinduoduo-merchant-fund", "didi-support-fund", "fair-subsidy"))}
    assert delivered == {"pinduoduo-merchant-fund": 2160000000000, "didi-support-fund": 44000000000, "fair-subsidy": 32000000000}
    demo_papers.prove(w)
    assert len({e.record["province"] for e in exporters}) == 14
    assert {e.stage for e in exporters} == set(demo_work.STAGES) | {"on_hold", "declined"}
    return shown


def main():
    places = [argument for argument in sys.argv[1:] if argument != "-v"]
    directory = places[0] if places else os.path.join(kinds.ROOT, "data")
    rng = random.Random(SEED)
    w = Workspace()
    w.load(os.path.join(directory, "sample-2025.jsonl"))
    add_settings(w)
    add_terms(w)
    add_lantern(w)
    exporters = demo_work.make_exporters(w, rng)
    members = demo_delivery.add_enrolments_and_listings(w, rng, exporters)
    demo_delivery.add_benefits(w, rng, exporters, members)
    demo_delivery.add_sales(w, rng, exporters, members)
    demo_work.add_requirements(w, rng, exporters)
    demo_papers.add_set(w)
    demo_papers.add_set_statuses(w, exporters)
    demo_ledger.add_ledger(w, rng)
    add_indicators(w)
    demo_work.add_activities(w, rng, exporters)
    demo_work.add_tasks(w, rng, exporters)
    add_filters(w)
    add_citations(w)
    shown = prove(w, exporters)
    w.write(os.path.join(directory, "demonstration.jsonl"))
    if "-v" in sys.argv:
        print(*("%s %d" % (kind, len(records)) for kind, records in w.records.items() if records), sep="\n")
        print(*("%s: %s at %d" % (key, *result) for key, result in shown.items()), sep="\n")


if __name__ == "__main__":
    main()
