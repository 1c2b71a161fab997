"""demo_ledger.py: the invented books of the funds.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date, timedelta

from calendar_days import utc, working

YUAN = 100
MILLION = 10 ** 6 * YUAN
BILLION = 10 ** 9 * YUAN
PROVINCES = (("33", 24), ("44", 22), ("32", 14), ("35", 10), ("37", 9), ("31", 5), ("34", 4), ("41", 3), ("36", 3),
             ("42", 2), ("43", 2), ("51", 2))

# date, what, amount in yuan: JD.com's allocations and what was bought under them
JD_ALLOCATIONS = (
    (date(2025, 5, 19), 40000000000, "Home Appliances 2025, first round"), (date(2025, 6, 3), 35000000000, "Kitchen and Household 2025"),
    (date(2025, 7, 8), 28000000000, "Apparel and Footwear 2025"), (date(2025, 9, 2), 30000000000, "Toys and Sports 2025"),
    (date(2025, 10, 20), 22500000000, "Small Appliances 2025"), (date(2026, 1, 22), 17400000000, "Furniture 2026"))
JD_PURCHASES = (
    (date(2025, 5, 21), date(2025, 6, 24), 36204118500, "Home Appliances", 7), (date(2025, 7, 1), date(2025, 8, 15), 33092764200, "Kitchen and Household", 64),
    (date(2025, 8, 20), date(2025, 9, 30), 27400389150, "Apparel and Footwear", 131), (date(2025, 10, 13), date(2025, 11, 14), 24801506000, "Toys and Sports", 198),
    (date(2025, 11, 20), date(2025, 12, 11), 12899040750, "Small Appliances", 204), (date(2026, 1, 28), date(2026, 3, 12), 15994181400, "Furniture", 391))


def split(rng, total, weights):
    """Divides a sum so that the parts add up to it exactly."""
    shares = [weight * rng.randint(80, 120) for weight in weights]
    parts = [total * share // sum(shares) for share in shares]
    parts[0] += total - sum(parts)
    return parts


def spread(first, last, n):
    span = (last - first).days
    return [working(last - timedelta(span * (n - 1 - i) // max(1, n - 1))) for i in range(n)]


def add_ledger(w, rng):
    rows = []

    def post(fund, kind, day, amount, narrative, **fields):
        rows.append((day, len(rows), fund, dict(type=kind, amount=amount, narrative=narrative, **fields)))
        return rows[-1]

    add_jd(rng, post)
    add_pinduoduo(rng, post)
    add_didi(rng, post)
    add_lantern(rng, post)
    rows.sort(key=lambda row: row[:2])
    prefixes = {"jd-procurement": "JD", "pinduoduo-merchant-fund": "PDD", "didi-support-fund": "DIDI",
                "lantern-fund": "LM", "fair-subsidy": "FAIR"}
    numbers = {"jd-procurement": 1, "pinduoduo-merchant-fund": 1, "didi-support-fund": 1}
    ids, posted = {}, {}
    for day, order, fund, fields in rows:
        posted[day] = posted.get(day, 9 * 60) + 3
        numbers[fund] = numbers.get(fund, 0) + 1
        reverses = fields.pop("reverses", None)
        entry = w.add("entry", reference="%s-%04d" % (prefixes[fund], numbers[fund]), fund=fund, date=day.isoformat(),
                      currency="CNY", author=rng.choice(("Gao Yi", "He Qing")), posted=utc(day, posted[day]),
                      reverses=ids[reverses] if reverses is not None else None, **fields)
        ids[order] = entry["id"]


def add_jd(rng, post):
    common = {"programme": "jd-procurement", "purpose": "purchases"}
    for day, amount, narrative in JD_ALLOCATIONS:
        post("jd-procurement", "allocation", day, amount * YUAN, narrative, **common)
    for first, last, amount, narrative, number in JD_PURCHASES:
        parts = split(rng, amount * YUAN, [weight for _, weight in PROVINCES])
        days = spread(first, last, len(parts))
        for place, ((province, _), part, day) in enumerate(zip(PROVINCES, parts, days)):
            post("jd-procurement", "expenditure", day, part, "PO-%04d, %s" % (number + place, narrative), province=province, **common)
    wrong = post("jd-procurement", "expenditure", date(2025, 12, 9), 12918400750 * YUAN, "PO-0240, Small Appliances", **common)
    post("jd-procurement", "expenditure", date(2025, 12, 11), 12918400750 * YUAN, "PO-0240, Small Appliances",
         reverses=wrong[1], reason="Taken from the wrong order", **common)
    post("jd-procurement", "disbursement", date(2026, 2, 5), 960000000 * YUAN, "Shelf subsidy, 38 chain stores", **common)
    post("jd-procurement", "refund", date(2026, 2, 20), 52000000 * YUAN, "Subsidy returned, 2 stores closed", **common)


def add_pinduoduo(rng, post):
    fund, programme = "pinduoduo-merchant-fund", "pinduoduo-support"
    for purpose, allocated, delivered, narrative in (
            ("merchant_upgrade", 34 * BILLION, 12400 * MILLION, "Merchant upgrades"),
            ("cost_and_risk", 26 * BILLION, 9200 * MILLION, "Costs and risks carried")):
        for day, share in ((date(2025, 6, 10), 40), (date(2025, 10, 15), 60)):
            post(fund, "allocation", day, allocated * share // 100, "%s, %s" % (narrative, day.strftime("%B %Y")),
                 purpose=purpose, programme=programme)
        months = [date(2025, month, 25) for month in range(7, 13)] + [date(2026, month, 25) for month in (1, 2)]
        for day, part in zip(months, split(rng, delivered, [6, 7, 8, 10, 11, 12, 13, 14])):
            for (province, _), piece in zip(PROVINCES[:6], split(rng, part, [weight for _, weight in PROVINCES[:6]])):
                post(fund, "disbursement", working(day), piece, "%s, support paid" % narrative, purpose=purpose,
                     programme=programme, province=province)


def add_didi(rng, post):
    fund, programme = "didi-support-fund", "didi-support"
    for purpose, allocated, delivered, narrative in (
            ("employment", 500 * MILLION, 210 * MILLION, "Employment of drivers"),
            ("consumption", 350 * MILLION, 140 * MILLION, "Ride vouchers at shopping districts"),
            ("expansion_abroad", 250 * MILLION, 90 * MILLION, "Makers expanding abroad")):
        post(fund, "allocation", date(2025, 7, 1), allocated, narrative, purpose=purpose, programme=programme)
        for quarter, part in zip((date(2025, 9, 30), date(2025, 12, 30), date(2026, 3, 10)), split(rng, delivered, [3, 4, 5])):
            post(fund, "disbursement", working(quarter), part, narrative, purpose=purpose, programme=programme)


def add_lantern(rng, post):
    """The one fund with an overrun, and the one that belongs to no commitment."""
    common = {"purpose": "merchant_upgrade", "programme": "lantern-sourcing"}
    post("lantern-fund", "pledge", date(2025, 6, 20), 800 * MILLION, "Announced capital", organisation="lantern-market")
    post("lantern-fund", "allocation", date(2025, 7, 15), 300 * MILLION, "Store openings", **common)
    post("lantern-fund", "allocation", date(2025, 11, 3), 120 * MILLION, "Winter season", **common)
    for month, amount in ((8, 64), (9, 71), (10, 58), (11, 77), (12, 83)):
        post("lantern-fund", "disbursement", working(date(2025, month, 20)), amount * MILLION, "Store openings, paid", **common)
    post("lantern-fund", "disbursement", date(2026, 2, 27), 81 * MILLION, "Store openings, bills of the new year",
         overrun=True, reason="Confirmed: the next allocation is decided in April", **common)
    post("fair-subsidy", "pledge", date(2025, 8, 1), 400 * MILLION, "Budget for fairs")
    post("fair-subsidy", "allocation", date(2025, 8, 4), 350 * MILLION, "Fairs of autumn and spring", purpose="domestic_sales")
    for day, amount, province in ((date(2025, 9, 19), 110, "33"), (date(2025, 11, 21), 130, "44"), (date(2026, 3, 6), 80, "32")):
        post("fair-subsidy", "disbursement", day, amount * MILLION, "Stands for exporters", purpose="domestic_sales", province=province)
