"""demo_papers.py: the dated steps of each paper, and a second set of requirements.

A status has its steps: requested, received, verified, each on a day between the stage in
which the paper is gathered and the one that needs it. They have a dice of their own, so
that the rest of the demonstration stays as it is when they change.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import random
from datetime import date, timedelta

from calendar_days import AS_OF, is_working, office_minutes, utc, working

SET = ("freshippo-shelf", "Freshippo shelf checklist", "盒马上架清单", "freshippo-green-channel")
OF_SET = (("plant_audit", "Plant audit by the chain", "盒马工厂审核"),
          ("shelf_samples", "Samples for the shelf test", "上架测试样品"))
GATHERED = {"documents": "documents", "compliance": "documents", "listed": "compliance"}  # the stage in which it begins
NEEDED = {"documents": "compliance", "compliance": "compliance", "listed": "listed"}  # the stage that waits for it
ORDER = ("missing", "requested", "received", "verified")
FAMILIAR = {  # Ningbo Heche: requirement: (status, day, minute of the day, author)
    "business_licence": (("received", date(2026, 3, 9), 571, "Lin Yue"), ("verified", date(2026, 3, 9), 850, "Su Han")),
    "general_vat_taxpayer": (("received", date(2026, 3, 9), 573, "Lin Yue"), ("verified", date(2026, 3, 10), 612, "Su Han")),
    "settlement_bank": (("verified", date(2026, 3, 10), 640, "Su Han"),),
    "gtin": (("verified", date(2026, 3, 12), 991, "Su Han"),),
    "gb_standard": (("requested", date(2026, 3, 9), 880, "Lin Yue"), ("received", date(2026, 3, 12), 678, "Lin Yue")),
    "three_sames": (("verified", date(2026, 3, 11), 930, "Su Han"),),
    "ccc": (("requested", date(2026, 3, 16), 845, "Lin Yue"),),
    "chinese_label": (("requested", date(2026, 3, 16), 846, "Lin Yue"),),
}


def add_set(w):
    """The set that the chain asks for besides the default checklist."""
    key, title, local, programme = SET
    w.add("requirement_set", key=key, title=title, title_local=local, programme=programme)
    for position, (name, title, local) in enumerate(OF_SET, 1):
        w.add("requirement", key=name, title=title, title_local=local, stage="listed", applies="always",
              position=position, requirement_set=key)


def add_set_statuses(w, exporters):
    """Of those in the programme: met by all that are listed, on its way for the rest."""
    rng = random.Random("papers of the set")
    programme = w.id("programme", SET[3])
    enrolled = {e["exporter"]: e["status"] for e in w.records["enrolment"]
                if e["programme"] == programme and e["status"] not in ("declined", "withdrawn")}
    for exporter in exporters:
        if exporter.id not in enrolled:
            continue
        for place, (key, _, _) in enumerate(OF_SET):
            if exporter.reached >= 5:
                status = "verified"
            elif enrolled[exporter.id] == "accepted":
                status = ("verified", "requested")[place] if rng.random() < 0.5 else ("received", "requested")[place]
            else:
                status = ("requested", None)[place]
            if status is None:
                continue
            w.add("requirement_status", exporter=exporter.id, requirement=key, status=status,
                  due=(AS_OF + timedelta(rng.randint(3, 25))).isoformat() if status in ("requested", "received") else None,
                  document_number="AU-%05d" % rng.randrange(100000) if key == "plant_audit" and status == "verified" else None,
                  issuer="演示检测实验室" if key == "plant_audit" and status == "verified" else None)


def window(exporter, need):
    """The first and the last day on which a paper can have come forward."""
    reached = [day for stage, day in exporter.way if stage in GATHERED or stage in ("qualified", "selling")]
    start = exporter.days.get(GATHERED[need]) or max(reached)
    end = exporter.days.get(NEEDED[need])
    end = working(end - timedelta(1)) if end else min(AS_OF, exporter.way[-1][1] if exporter.stage == "on_hold" else AS_OF)
    return start, max(start, end)


def spread(rng, start, end, count):
    """So many working days in order, the first not before the start."""
    days = sorted(start + timedelta(rng.randint(0, (end - start).days)) for _ in range(count))
    return [max(start, day if is_working(day) else working(day)) for day in days]


def chain(rng, status):
    """The steps that led to a status."""
    if status == "not_applicable":
        return ["not_applicable"]
    last = ORDER.index(status)
    # Many a paper came with the first visit: nobody had asked for it
    before = [s for s in ORDER[1:last] if rng.random() < (0.34 if last == 3 else 0.6)]
    return before + [status]


def steps_of(w, rng, exporter, record, requirement):
    """(day, minute, author, from, to) of each step."""
    author = exporter.record.get("owner") or "Gao Yi"
    if exporter.record["name"] == "Ningbo Heche Kitchenware" and requirement["key"] in FAMILIAR:
        steps, before = [], "missing"
        for status, day, minute, who in FAMILIAR[requirement["key"]]:
            steps.append((day, minute, who, before, status))
            before = status
        return steps
    statuses = chain(rng, record["status"])
    start, end = window(exporter, requirement["stage"])
    if "expiry" in record and record["expiry"] < AS_OF.isoformat():
        end = max(start, min(end, working(date.fromisoformat(record["expiry"]) - timedelta(20))))
    if record["status"] == "requested" and "due" in record:
        end = max(start, min(end, working(date.fromisoformat(record["due"]) - timedelta(5))))
    days = spread(rng, start, end, len(statuses))
    minutes = sorted(rng.randrange(8 * 60, 9 * 60 + 30) if AS_OF in days else office_minutes(rng) for _ in statuses)
    return [(day, minute, author, before, status)
            for day, minute, before, status in zip(days, minutes, ["missing"] + statuses, statuses)]


def step_rows(w, exporters):
    """The activities of all steps: (time, fields)."""
    rng = random.Random("steps of papers")
    known = {r["id"]: r for r in w.records["requirement"]}
    by_id = {e.id: e for e in exporters}
    rows = []
    for record in w.records["requirement_status"]:
        if record["status"] == "missing":
            continue
        requirement = known[record["requirement"]]
        for day, minute, author, before, status in steps_of(w, rng, by_id[record["exporter"]], record, requirement):
            rows.append((utc(day, minute), dict(exporter=record["exporter"], kind="requirement", date=day.isoformat(),
                                                author=author, requirement=requirement["id"], from_status=before,
                                                to_status=status)))
    return rows


def prove(w):
    """Every status is where its steps lead, and both sets are asked for."""
    last = {}
    for step in sorted(w.records["activity"], key=lambda r: (r["date"], r["time"], r["id"])):
        if step["kind"] == "requirement":
            key = step["exporter"], step["requirement"]
            assert last.get(key, "missing") == step["from_status"], step
            last[key] = step["to_status"]
    for record in w.records["requirement_status"]:
        assert last.get((record["exporter"], record["requirement"]), "missing") == record["status"], record
    expired = [r for r in w.records["requirement_status"] if r["status"] == "verified" and r.get("expiry", "9") < AS_OF.isoformat()]
    assert len(expired) == 7, len(expired)
    of_set = {r["id"] for r in w.records["requirement"] if "requirement_set" in r}
    statuses = {r["status"] for r in w.records["requirement_status"] if r["requirement"] in of_set}
    assert len(of_set) == 2 and {"verified", "requested"} <= statuses, statuses
