"""paces.py: what indicators count, and their pace, worked out apart from the program.

Deliveries come from the records alone; the rules are those of the program's
documentation, in exact fractions, so that the demonstration can prove what it shows.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date
from fractions import Fraction

DELIVERED = {"disbursement": 1, "expenditure": 1, "refund": -1}


def day_of(text):
    return date.fromisoformat(text) if text else None


def first_days(pairs):
    """Each subject's first day, from pairs of subject and day."""
    first = {}
    for subject, day in pairs:
        if subject not in first or day < first[subject]:
            first[subject] = day
    return first


def deliveries(w, indicator):
    """Pairs of day and amount."""
    by_id = {kind: {r["id"]: r for r in w.records[kind]} for kind in ("product", "exporter", "enrolment", "fund", "entry")}
    measure = indicator["measure"]
    programme, channel = indicator.get("programme"), indicator.get("channel")
    if measure == "reported":
        rows = sorted((day_of(r["date"]), r["value"]) for r in w.records["reading"] if r["indicator"] == indicator["id"])
        return [(day, value - (rows[i - 1][1] if i else 0)) for i, (day, value) in enumerate(rows)]
    if measure == "capital_delivered":
        rows = []
        for entry in w.records["entry"]:
            fund = by_id["fund"][entry["fund"]]
            if fund.get("commitment") == indicator["commitment"] and entry["type"] in DELIVERED:
                sign = DELIVERED[entry["type"]] * (-1 if "reverses" in entry else 1)
                rows.append((day_of(entry["date"]), sign * entry["amount"]))
        return rows
    if measure in ("exporters_served", "benefits_used"):
        used = [b for b in w.records["benefit"] if b["status"] == "used" and b["programme"] == programme
                and b["kind"] == indicator.get("benefit_kind", b["kind"])]
        if measure == "benefits_used":
            return [(day_of(b["date"]), b["quantity"]) for b in used]
        return [(day, 1) for day in first_days((b["exporter"], day_of(b["date"])) for b in used).values()]
    if measure == "first_sales":
        first = first_days((s["exporter"], day_of(s["date"])) for s in w.records["sale"]
                           if channel is None or s.get("channel") == channel)
        return [(day, 1) for day in first.values()]
    pairs = []
    for listing in w.records["listing"]:
        enrolment = by_id["enrolment"].get(listing.get("enrolment"))
        if enrolment is None or (programme is not None and enrolment["programme"] != programme):
            continue
        exporter = by_id["product"][listing["product"]]["exporter"]
        subject = {"exporters_reached": exporter, "products_reached": listing["product"],
                   "provinces_reached": by_id["exporter"][exporter]["province"]}[measure]
        pairs.append((subject, day_of(listing["live_from"])))
    return [(day, 1) for day in first_days(pairs).values()]


def pace(w, indicator, as_of):
    """The pace on a day, with the delivered level."""
    commitment = next(c for c in w.records["commitment"] if c["id"] == indicator["commitment"])
    start = day_of(indicator.get("start") or commitment.get("effective"))
    end = day_of(indicator.get("end") or commitment.get("end"))
    rows = [(day, amount) for day, amount in deliveries(w, indicator) if day <= as_of]
    base = indicator.get("baseline", 0)
    level = base + sum(amount for _, amount in rows)
    last = max((day for day, amount in rows if amount > 0), default=None)
    if "target" not in indicator:
        return "no_target", level
    target = indicator["target"]
    if level > target or (level == target and indicator.get("qualifier") != "more_than") or target == base:
        return "fulfilled", level
    if (start and as_of < start) or (not start and not rows):
        return "not_started", level
    if end and as_of > end:
        return "overdue", level
    since = max(day for day in (last, start) if day)
    if (as_of - since).days >= 28:
        return "stalled", level
    if not start or not end:
        return "no_period", level
    prorated = base + (target - base) * Fraction((as_of - start).days + 1, (end - start).days + 1)
    ratio = (level - base) / (prorated - base)
    return ("ahead" if ratio >= Fraction(105, 100) else "on_track" if ratio >= Fraction(95, 100) else "behind"), level
