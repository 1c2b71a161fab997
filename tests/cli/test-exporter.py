#!/usr/bin/env python3
"""test-exporter.py: what the command line tells of one exporter.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from commands import check, main, same, story


def seller(desk):
    """An exporter that has everything: the first with sales, benefits and listings."""
    sales = desk.json("list", "sales", "--limit=0")
    benefits = {b["exporter"] for b in desk.json("list", "benefits", "--limit=0")}
    return next(s["exporter"] for s in sales if s["exporter"] in benefits and s["product"])


@story
def sheet(desk):
    """show exporters tells stage, checklist, products, enrolments, listings, benefits and sales"""
    desk.start("demo")
    key = seller(desk)
    shown = desk.json("show", "exporters", key)
    same(shown["state"]["stage"], shown["record"]["stage"])
    check(shown["state"]["since"] <= shown["state"]["as_of"])
    same(len(shown["checklist"]), len(desk.json("list", "requirements", "--limit=0")))
    check(all(item["open"] in (True, False) and item["status"] for item in shown["checklist"]))
    for name in ("products", "enrolments", "listings", "benefits", "sales", "requirement_statuses", "activities"):
        check(len(shown["related"][name]) > 0, name)
    keys = {p["gtin"] or p["reference"] for p in shown["related"]["products"]}
    check(all(listing["product"] in keys for listing in shown["related"]["listings"]))

    money = shown["domestic_sales"]
    sales = shown["related"]["sales"]
    same(money["sales"], len(sales))
    same(money["first"], min(s["date"] for s in sales))
    same(round(money["total"], 2), round(sum(s["amount"] for s in sales), 2))
    since = sum(s["amount"] for s in sales if s["date"] >= money["enrolled"])
    same(round(money["since_enrolment"], 2), round(since, 2))
    if money["baseline"] is not None:
        same(round(money["above_baseline"], 2), round(max(0, since - money["baseline"]), 2))


@story
def day(desk):
    """show exporters --as-of tells what stood on a day"""
    desk.start("demo")
    key = seller(desk)
    now = desk.json("show", "exporters", key)
    then = desk.json("show", "exporters", key, "--as-of=" + now["domestic_sales"]["first"])
    same(then["state"]["as_of"], now["domestic_sales"]["first"])
    check(then["domestic_sales"]["total"] < now["domestic_sales"]["total"])
    desk.run("show", "exporters", key, "--as-of=yesterday", status=2)


@story
def table(desk):
    """the table has the same sections, and what nobody has asked for"""
    desk.start("demo")
    text = desk.run("show", "exporters", seller(desk))
    for name in ("\nstate\n", "\nchecklist\n", "\ndomestic_sales\n", "\nproducts\n", "\nlistings\n", "\nsales\n"):
        check(name in text, name)
    check("requirement_statuses" not in text)
    # One that was only sourced: no paper was asked for, and none is hidden
    sourced = next(e for e in desk.json("list", "exporters", "--limit=0") if e["stage"] == "sourced")
    shown = desk.json("show", "exporters", sourced["reference"])
    check(any(item["status"] == "missing" and item["open"] for item in shown["checklist"]))
    same(shown["domestic_sales"], None)


sys.exit(main())
