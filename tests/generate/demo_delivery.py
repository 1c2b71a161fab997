"""demo_delivery.py: enrolments, listings, benefits and sales of the demonstration.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date, timedelta

from calendar_days import AS_OF, working, working_after

SHELF_TRADES = ("Kitchenware", "Plastics", "Ceramics", "Glassware", "Foods", "Personal Care", "Textiles")
LAST_BAIDU_SLOT = date(2026, 2, 12)
LANTERN_START = date(2025, 7, 1)


def iso(day):
    return day.isoformat() if day else None


def capped(day):
    return working(min(day, AS_OF))


def enrol(w, exporter, programme, status, applied, accepted=None, live=None, ended=None):
    return w.add("enrolment", exporter=exporter.id, programme=programme, status=status, applied=iso(applied),
                 accepted=iso(accepted), live=iso(live), ended=iso(ended))


def add_enrolments_and_listings(w, rng, exporters):
    """Every programme's exporters; returns them by programme, with the day they went live."""
    live = [e for e in exporters if e.listed]
    members = {}

    def go_live(programme, channel, exporter, day, products, gone=None):
        day = max(capped(day), exporter.listed)
        applied = working(exporter.days["qualified"] + timedelta(1))
        enrolment = enrol(w, exporter, programme, "withdrawn" if gone else "live", applied,
                          working_after(max(applied, exporter.days["compliance"])) if exporter.days["compliance"] < day
                          else day, day, gone)
        members.setdefault(programme, []).append((exporter, day))
        for place, product in enumerate(products):
            start = day if place == 0 else max(day, working(day + timedelta(rng.randint(0, 45))))
            if start > AS_OF:
                start = day
            if gone and start >= gone:
                continue
            until = gone
            if not gone and rng.random() < 0.06 and (AS_OF - start).days > 40:
                until = working(start + timedelta(rng.randint(20, (AS_OF - start).days - 5)))
            w.add("listing", product=product["id"], channel=channel, enrolment=enrolment["id"], live_from=iso(start),
                  until=iso(until), status="delisted" if until else "live",
                  url="https://%s.example/item/%s" % (channel, product["reference"].lower()))

    for place, exporter in enumerate(live):
        gone = exporter.days.get("on_hold")
        if place % 14 != 5 or gone:
            products = exporter.products[:rng.randint(1, len(exporter.products))]
            go_live("taobao-tmall-sourcing", "taobao-tmall", exporter, exporter.listed, products, gone)
        if gone:
            continue
        if exporter.trade[0] in SHELF_TRADES and rng.random() < 0.75:
            go_live("freshippo-green-channel", "freshippo-shelves", exporter,
                    exporter.listed + timedelta(rng.randint(0, 20)), exporter.products[:2])
        if rng.random() < 0.3:
            go_live("jd-procurement", "jd-procurement", exporter, exporter.listed + timedelta(rng.randint(0, 30)),
                    exporter.products[:rng.randint(1, 3)])
        fresh = (AS_OF - exporter.listed).days < 26 or (exporter.selling and (AS_OF - exporter.selling).days < 26)
        if exporter.listed >= LANTERN_START and (fresh or place % 14 == 5 or rng.random() < 0.3):
            go_live("lantern-sourcing", "lantern-market", exporter, exporter.listed,
                    exporter.products[:rng.randint(2, len(exporter.products))])

    for exporter in exporters:
        if exporter.listed or exporter.reached < 2:
            continue
        qualified = exporter.days["qualified"]
        programme = rng.choice(("taobao-tmall-sourcing", "taobao-tmall-sourcing", "freshippo-green-channel",
                                "jd-procurement", "lantern-sourcing"))
        applied = min(working_after(qualified), AS_OF)
        if exporter.stage == "compliance":
            enrol(w, exporter, programme, "accepted", applied, min(AS_OF, working_after(exporter.days["compliance"])))
        elif exporter.stage == "documents" and rng.random() < 0.7:
            enrol(w, exporter, programme, "applied", applied)
        elif exporter.stage == "declined":
            ended = exporter.days["declined"]
            enrol(w, exporter, programme, rng.choice(("declined", "withdrawn")), min(applied, ended), ended=ended)
    return members


def add_benefits(w, rng, exporters, members):
    live = [e for e in exporters if e.listed and e.stage in ("listed", "selling")]

    def give(exporter, programme, kind, day, status="used", quantity=1, value=None, product=None):
        w.add("benefit", exporter=exporter.id, programme=programme, product=product, kind=kind, quantity=quantity,
              value=value, currency="CNY" if value is not None else None, status=status, date=iso(day))

    for exporter, day in members["taobao-tmall-sourcing"]:
        give(exporter, "taobao-tmall-sourcing", "commission_relief", day)
        if rng.random() < 0.4:
            give(exporter, "taobao-tmall-sourcing", "visibility_slot", capped(day + timedelta(rng.randint(1, 60))),
                 quantity=rng.randint(1, 3))
    for exporter, day in members["freshippo-green-channel"]:
        give(exporter, "freshippo-green-channel", "shelf_place", day, quantity=rng.randint(2, 38))
    for exporter, day in members["jd-procurement"]:
        for _ in range(rng.randint(1, 3)):
            product = rng.choice(exporter.products)
            quantity = rng.randrange(200, 6000, 50)
            give(exporter, "jd-procurement", "purchase", capped(day + timedelta(rng.randint(2, 90))),
                 quantity=quantity, value=quantity * product["unit_cost"] * 12 // 10, product=product["id"])
    for exporter in live:
        if exporter.listed < LAST_BAIDU_SLOT and rng.random() < 0.7:
            applied = exporter.listed
            first = None
            for _ in range(rng.randint(1, 4)):
                day = min(working(exporter.listed + timedelta(rng.randint(1, 80))), LAST_BAIDU_SLOT)
                status = "missed" if rng.random() < 0.14 or day <= exporter.listed else "used"
                if status == "used" and (first is None or day < first):
                    first = day
                give(exporter, "baidu-livestream", "livestream_slot", max(day, exporter.listed), status,
                     product=exporter.products[0]["id"])
            enrol(w, exporter, "baidu-livestream", "live" if first else "accepted", applied, applied, first)
            if rng.random() < 0.15:
                give(exporter, "baidu-livestream", "livestream_slot", AS_OF + timedelta(rng.randint(6, 40)), "planned")
    anchor = next(e for e in live if e.listed < date(2026, 1, 20))
    give(anchor, "baidu-livestream", "livestream_slot", LAST_BAIDU_SLOT)
    for programme, share, low, high in (("pinduoduo-support", 0.28, 40, 900), ("didi-support", 0.08, 10, 120)):
        for exporter in live:
            if rng.random() < share and (AS_OF - exporter.listed).days > 8:
                day = capped(exporter.listed + timedelta(rng.randint(4, 90)))
                enrol(w, exporter, programme, "live", exporter.listed, exporter.listed, day)
                give(exporter, programme, "grant", day, value=rng.randint(low, high) * 100000)
    add_lantern_benefits(rng, live, members["lantern-sourcing"], give)


def add_lantern_benefits(rng, live, lantern, give):
    for exporter, day in lantern:
        if day < date(2026, 1, 10):
            give(exporter, "lantern-livestream", "livestream_slot", min(capped(day + timedelta(rng.randint(2, 40))), date(2026, 1, 30)))
        if day < date(2025, 12, 20):
            give(exporter, "lantern-season", "visibility_slot", min(day + timedelta(rng.randint(1, 9)), date(2025, 12, 31)))
    for exporter in rng.sample(live, 18):
        give(exporter, "lantern-advice", "visibility_slot", capped(exporter.listed + timedelta(rng.randint(1, 60))))


def add_sales(w, rng, exporters, members):
    channels = {}
    for listing in w.records["listing"]:
        channels.setdefault(listing["product"], []).append((listing["live_from"], listing["channel"], listing.get("until")))
    lantern = {exporter.id for exporter, _ in members["lantern-sourcing"]}
    lantern_channel = w.id("channel", "lantern-market")
    rows = []
    for exporter in (e for e in exporters if e.selling):
        products = [p for p in exporter.products if p["id"] in channels] or exporter.products[:1]

        def sell(day, product, preferred=None):
            text = day.isoformat()
            open_channels = sorted(channel for start, channel, until in channels.get(product["id"], [])
                                   if start <= text and (until is None or until > text))
            if not open_channels:
                return False
            chosen = rng.choice(open_channels)
            if preferred in open_channels:
                chosen = preferred
            quantity = rng.randrange(24, 900, 4)
            rows.append((day, dict(exporter=exporter.id, product=product["id"], channel=chosen, quantity=quantity,
                                   amount=quantity * product["domestic_price"], currency="CNY")))
            return True

        for product in products:
            if sell(exporter.selling, product, lantern_channel if exporter.id in lantern else None):
                break
        else:
            raise AssertionError("no listed product for the first sale of %s" % exporter.record["name"])
        month = exporter.selling
        while True:
            month = month + timedelta(rng.randint(12, 31))
            if month > AS_OF:
                break
            for product in rng.sample(products, min(len(products), rng.randint(1, 3))):
                sell(working(max(month, exporter.selling + timedelta(1))), product)
        if "domestic_baseline" in exporter.record and exporter.id not in lantern:
            for months in (2, 4, 6):
                day = working(exporter.days["sourced"] - timedelta(30 * months))
                rows.append((day, dict(exporter=exporter.id, currency="CNY",
                                       amount=exporter.record["domestic_baseline"] // 12 // 100 * 100)))
    for day, fields in sorted(rows, key=lambda row: (row[0], row[1]["exporter"])):
        w.add("sale", date=day.isoformat(), **fields)
