"""demo_work.py: the invented exporters, their goods, papers and the way they came.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date, timedelta

import codes
import demo_papers
from calendar_days import AS_OF, FIRST, office_minutes, utc, working, working_after
from catalogue import (BANKS, FAMILIAR, FIRST as WORDS, GIVEN, OWNERS, SECOND, SURNAMES, TOWNS, TRADES)

STAGES = ("sourced", "contacted", "qualified", "documents", "compliance", "listed", "selling")
COUNTS = (("sourced", 42), ("contacted", 36), ("qualified", 34), ("documents", 38), ("compliance", 30),
          ("listed", 52), ("selling", 62), ("on_hold", 11), ("declined", 7))
GAPS = ((3, 18), (5, 24), (4, 20), (9, 36), (8, 30), (4, 38))  # days between two stages
HOLD = ("Line under repair until summer", "Owner away; asks to be called again in May", "Waits for new packaging",
        "Stock sold abroad for this season")
DECLINE = ("Keeps to orders from Europe", "Does not want to sell under its own brand", "Too small for domestic invoicing")
EARLY = ("Open items accepted: original papers are in the post", "Open items accepted: test report booked for next week")

NOTES = {
    "sourced": (("note", "Found in the provincial list of exporters"), ("note", "Recommended by the trade association"),
                ("note", "Met at the regional fair; left samples")),
    "contacted": (("call", "Interested; wants to know about commissions"), ("call", "Asked for the terms in writing"),
                  ("call", "No answer; the office opens at nine"), ("call", "Half of the orders from the US are cancelled")),
    "qualified": (("meeting", "Went through costs and domestic prices; two lines could pay"),
                  ("visit", "Saw the plant: two lines idle, quality good"),
                  ("note", "Packaging needs Chinese text; the maker has a designer")),
    "documents": (("call", "Licence and tax papers come this week"), ("note", "Papers received by courier, to be verified"),
                  ("call", "Trademark is held by the parent company; needs an authorisation")),
    "compliance": (("note", "Test report booked at the laboratory"), ("call", "Label draft sent back with two corrections"),
                   ("meeting", "Explained the three sames and the statement to sign")),
    "listed": (("note", "Store is open; first photographs are good"), ("call", "Asks for a better place in the search results"),
               ("note", "Stock for two months is in the warehouse")),
    "selling": (("call", "First orders came from Hunan and Hubei"), ("note", "Returns are below what was expected"),
                ("meeting", "Plans a smaller pack for domestic customers"), ("call", "Wants to add three more products")),
}


class Exporter:
    """An exporter while it is being made up: its record and what others need of it."""

    def __init__(self, record, town, trade, way, papers):
        self.record, self.town, self.trade, self.way, self.papers = record, town, trade, way, papers
        self.id = record["id"]
        self.products = []
        self.days = {stage: day for stage, day in way}
        self.reached = max((STAGES.index(s) for s, _ in way if s in STAGES), default=0)
        self.listed = self.days.get("listed")
        self.selling = self.days.get("selling")
        self.stage = record["stage"]


def make_way(rng, stage, place):
    """Dated stages from the first to the present one."""
    if stage == "on_hold":
        top, beside = (5 if place < 4 else rng.randint(1, 4)), True
    elif stage == "declined":
        top, beside = rng.randint(1, 3), True
    else:
        top, beside = STAGES.index(stage), False
    gaps = [rng.randint(*GAPS[i]) for i in range(top)]
    age = {"selling": rng.randint(0, 20) if place < 10 else rng.randint(5, 225),
           "listed": rng.randint(0, 24) if place < 12 else rng.randint(3, 200)}.get(
               stage, int(150 * rng.random() ** 2))
    if beside:
        gaps.append(rng.randint(6, 30))
    whole = (AS_OF - FIRST).days - 4 * len(gaps)
    if sum(gaps) + age > whole:
        age = max(0, whole - sum(gaps))
    steps = list(STAGES[:top + 1]) + ([stage] if beside else [])
    days = [AS_OF - timedelta(age)]
    for gap in reversed(gaps):
        days.insert(0, days[0] - timedelta(gap))
    days = [working(day) for day in days]
    for i in range(len(days) - 2, -1, -1):
        while days[i] >= days[i + 1]:
            days[i] = working(days[i] - timedelta(1))
    return list(zip(steps, days))


def make_exporters(w, rng):
    """The exporters with their goods; returns them."""
    trades = {trade[0]: trade for trade in TRADES}
    towns = {town[2]: (province, town) for province, (_, group) in TOWNS.items() for town in group}
    plan = [row for row in FAMILIAR]
    left = dict(COUNTS)
    for row in FAMILIAR:
        left[row[4]] -= 1
    stages = [stage for stage, _ in COUNTS for _ in range(left[stage])]
    rng.shuffle(stages)
    words = [(a + b, x + y) for a, x in WORDS for b, y in SECOND if a + b != "禾澈" and x + y not in ("Heche",)]
    rng.shuffle(words)
    taken = {row[1] for row in FAMILIAR}
    provinces = [p for p, (weight, _) in TOWNS.items() for _ in range(weight)]
    for stage in stages:
        word = words.pop()
        while word[1] in taken:
            word = words.pop()
        taken.add(word[1])
        province = rng.choice(provinces)
        town = rng.choice(TOWNS[province][1])
        value = int(10 ** rng.uniform(6.0, 8.45)) // 10000 * 10000
        owner = rng.choice(OWNERS)
        if stage == "sourced" and rng.random() < 0.5:
            owner = None
        plan.append((*word, town[2], rng.choice(TRADES)[0], stage, None, value, rng.randrange(500, 8600, 50), owner))
    exporters, places = [], {}
    for local, word, region, trade_name, stage, uscc, value, share, owner in plan:
        place = places[stage] = places.get(stage, -1) + 1
        exporters.append(make_exporter(w, rng, towns[region], trades[trade_name], local, word, stage, uscc, value,
                                       share, owner, place))
    for exporter in exporters:
        add_products(w, rng, exporter)
    return exporters


def make_exporter(w, rng, where, trade, local, word, stage, uscc, value, share, owner, place):
    province, (town, town_local, region) = where
    familiar = word == "Heche"
    if familiar:
        way = [("sourced", date(2026, 1, 9)), ("contacted", date(2026, 1, 22)), ("qualified", date(2026, 2, 14)),
               ("documents", date(2026, 3, 6))]
    else:
        way = make_way(rng, stage, place)
    known = uscc is not None or len([s for s, _ in way if s in STAGES]) > 3 or rng.random() < 0.7
    if uscc is None and known:
        uscc = codes.uscc_make(region, "".join(rng.choice("0123456789" if i < 3 else codes.USCC_ALPHABET) for i in range(8)))
    surname, given = rng.choice(SURNAMES), rng.choice(GIVEN)
    if familiar:
        surname, given = SURNAMES[0], GIVEN[0]
    number = w.next.get("exporter", w.start)
    contacted = len(way) > 1
    baseline = value * 100 * rng.randrange(2, 16) // 100 if rng.random() < 0.3 else None
    chapters = sorted({good[2][:2] for good in trade[4]})
    record = w.add(
        "exporter", uscc=uscc, name_local=town_local + local + trade[1] + "有限公司", name="%s %s %s" % (town, word, trade[0]),
        province=province, city=town, address="%s市演示路%d号" % (town_local, number % 400 + 1),
        contact="%s %s %s%s" % (surname[1], given[1], surname[0], given[0]) if contacted or rng.random() < 0.6 else None,
        phone="1%s%d0000%04d" % (rng.choice("358"), rng.randrange(10), number % 10000) if contacted else None,
        email="info@%s.example" % word.lower() if contacted and rng.random() < 0.8 else None,
        bank=rng.choice(BANKS) if len(way) > 3 else None, hs_chapters=" ".join(chapters), stage=stage,
        stage_reason=rng.choice(HOLD if stage == "on_hold" else DECLINE) if stage in ("on_hold", "declined") else None,
        owner=owner, annual_export=value * 100, currency="CNY", us_share=share, domestic_baseline=baseline,
        sourced=way[0][1].isoformat())
    return Exporter(record, (town, town_local), trade, way, known)


def add_products(w, rng, exporter):
    goods = list(exporter.trade[4])
    if exporter.reached == 0:
        count = rng.randint(0, 2)
    elif exporter.reached < 3:
        count = rng.randint(1, 3)
    else:
        count = rng.randint(2, 5)
    town, word = exporter.record["name"].split()[:2]
    letters = (town[0] + word[0] + exporter.trade[0][0]).upper()
    variants = ((None, None), ("white", "白色"), ("grey", "灰色"), ("gift box", "礼盒装"))
    choices = [(good, variant) for variant in variants for good in rng.sample(goods, len(goods))]
    if exporter.record["name"] == "Ningbo Heche Kitchenware":
        choices, count = [(good, variants[0]) for good in goods], 6
    for place, (good, variant) in enumerate(choices[:count], 1):
        name, local, hs, base, ccc = good
        cost = base * rng.randrange(80, 131) // 100
        fob = cost * rng.randrange(106, 124) // 100
        price = (cost * rng.randrange(142, 250) // 100 + 700) // 100 * 100 - 10
        twelve = "69%d%05d%04d" % (exporter.id % 10, exporter.id % 100000, place)
        gtin = twelve + codes.gtin_check(twelve) if exporter.reached > 3 or rng.random() < 0.45 else None
        exporter.products.append(w.add(
            "product", reference="%s%03d-%02d" % (letters, exporter.id % 1000, place), gtin=gtin, exporter=exporter.id,
            name=name if variant[0] is None else "%s, %s" % (name, variant[0]),
            name_local=local if variant[1] is None else "%s（%s）" % (local, variant[1]),
            hs_code=hs + rng.choice(("", "", "0000", "9000")), unit_cost=cost, fob_price=fob,
            freight=fob * rng.randrange(5, 13) // 100, vat_rebate=cost * rng.randrange(90, 116) // 1000,
            domestic_price=price, currency="CNY", ccc=ccc))


def add_requirements(w, rng, exporters):
    """Papers in the state that the stage calls for; those open behind it come with a reason."""
    requirements = w.records["requirement"]
    expired_left, soon_left = 7, 9
    for exporter in exporters:
        exporter.open_behind = False
        if exporter.reached < 2 or (exporter.reached == 2 and rng.random() < 0.5) or exporter.stage == "declined":
            continue
        heche = exporter.record["name"] == "Ningbo Heche Kitchenware"
        for requirement in requirements:
            need = STAGES.index(requirement["stage"])
            applies = {"always": True, "ccc": any(p["ccc"] for p in exporter.products),
                       "food_cosmetics": exporter.trade[3] == "food"}[requirement["applies"]]
            if exporter.reached == 2 and need > 3:
                continue
            if not applies:
                if requirement["applies"] == "ccc" and exporter.reached > 3 and exporter.id % 2:
                    w.add("requirement_status", exporter=exporter.id, requirement=requirement["id"], status="not_applicable")
                continue
            status, due, expiry = choose_status(rng, exporter.reached, need)
            if heche:
                status, due = HECHE.get(requirement["key"], ("verified", None))
            lasting = requirement["key"] in ("ccc", "gb_standard", "trademark", "food_cosmetics_filing")
            if status == "verified" and lasting:
                expiry = AS_OF + timedelta(rng.randint(120, 1500))
                if requirement["key"] == "ccc" and soon_left and exporter.reached > 3:
                    soon_left -= 1
                    expiry = AS_OF + timedelta(rng.randint(6, 55))
                elif exporter.reached >= 5 and expired_left and rng.random() < 0.12:
                    expired_left -= 1
                    # It reads as expired: nobody has to write that down
                    expiry = AS_OF - timedelta(rng.randint(2, 40))
            if need <= exporter.reached and exporter.reached > 3 and status not in ("verified", "expired"):
                exporter.open_behind = True
            papers = status in ("received", "verified", "expired")
            w.add("requirement_status", exporter=exporter.id, requirement=requirement["id"], status=status,
                  due=due.isoformat() if due else None, expiry=expiry.isoformat() if papers and expiry else None,
                  document_number=number_of(rng, exporter, requirement["key"]) if papers else None,
                  issuer=issuer_of(exporter, requirement["key"]) if papers else None)


HECHE = {"trademark": ("missing", date(2026, 3, 16)), "ccc": ("requested", date(2026, 3, 24)),
         "chinese_label": ("requested", date(2026, 3, 24)), "gb_standard": ("received", date(2026, 3, 26)),
         "three_sames": ("verified", None), "after_sales": ("missing", date(2026, 4, 10)),
         "deposit_account": ("missing", date(2026, 4, 10))}


def choose_status(rng, reached, need):
    """A status, its due day and no expiry yet, by how far the stage is from the need."""
    if reached >= 5 or need < reached or (need == reached and reached > 3):
        if reached == 4 and rng.random() < 0.05:
            return "requested", AS_OF + timedelta(rng.randint(-6, 12)), None
        return "verified", None, None
    if need == reached:
        return ("verified" if rng.random() < 0.8 else "received"), None, None
    if need == reached + 1:
        status = rng.choice(("missing", "requested", "requested", "received", "verified", "verified"))
        late = -rng.randint(1, 12) if rng.random() < 0.2 else rng.randint(1, 28)
        return status, AS_OF + timedelta(late) if status != "verified" else None, None
    status = rng.choice(("missing", "missing", "requested", "verified"))
    return status, AS_OF + timedelta(rng.randint(20, 60)) if status != "verified" else None, None


def number_of(rng, exporter, key):
    if key == "business_licence":
        return exporter.record.get("uscc")
    if key == "gb_standard":
        return exporter.trade[2] or "TR-%d" % (exporter.id % 100000 + 20000)
    digits = {"trademark": 8, "ccc": 16, "general_vat_taxpayer": 12, "food_cosmetics_filing": 14}.get(key)
    return "".join(rng.choice("0123456789") for _ in range(digits)) if digits else None


def issuer_of(exporter, key):
    town = exporter.town[1]
    return {"business_licence": town + "市市场监督管理局", "general_vat_taxpayer": "国家税务总局%s市税务局" % town,
            "trademark": "国家知识产权局", "ccc": "演示认证中心", "gb_standard": "演示检测实验室",
            "food_cosmetics_filing": town + "市市场监督管理局"}.get(key)


def add_activities(w, rng, exporters):
    """Every stage change and step of a paper, and notes and calls in between, in the order of time."""
    rows = []
    for exporter in exporters:
        author = exporter.record.get("owner") or rng.choice(OWNERS)
        before = None
        for place, (stage, day) in enumerate(exporter.way):
            reason = None
            if stage in ("on_hold", "declined"):
                reason = exporter.record["stage_reason"]
            elif exporter.open_behind and stage == exporter.way[-1][0]:
                reason = rng.choice(EARLY)
            at = 10 * 60 + 2 if exporter is exporters[0] else minutes_on(rng, day)
            rows.append((utc(day, at), dict(exporter=exporter.id, kind="stage", date=day.isoformat(),
                                            author=author, from_stage=before, to_stage=stage, reason=reason)))
            before = stage
            if stage not in NOTES or exporter.record["name"] == "Ningbo Heche Kitchenware":
                continue
            until = exporter.way[place + 1][1] if place + 1 < len(exporter.way) else AS_OF
            for kind, text in rng.sample(NOTES[stage], rng.randint(0, 2)):
                note_day = working(day + timedelta(rng.randint(0, max(0, (until - day).days))))
                if note_day < day:
                    note_day = day
                if note_day == AS_OF and rng.random() < 0.7 and is_later(day):
                    note_day = working(AS_OF - timedelta(1))
                rows.append((utc(note_day, minutes_on(rng, note_day)), dict(exporter=exporter.id, kind=kind, date=note_day.isoformat(),
                                                         author=author if rng.random() < 0.85 else rng.choice(OWNERS), text=text)))
    heche = exporters[0].id
    for day, minute, kind, author, text in (
            (date(2026, 3, 6), 595, "note", "Lin Yue", "Two lines for Freshippo shelves: 24 cm pans and steamers"),
            (date(2026, 3, 17), 430, "call", "Lin Yue", "Chen Wei called before the shift: the mould for the lids is ready"),
            (date(2026, 3, 18), 580, "call", "Lin Yue", "Call with Chen Wei: trademark papers come from the parent company this week")):
        rows.append((utc(day, minute), dict(exporter=heche, kind=kind, date=day.isoformat(), author=author, text=text)))
    rows.append(("2026-03-15T16:00:00.000Z", dict(exporter=heche, kind="system", date="2026-03-16", author="System",
                                                   text="Trademark became overdue")))
    rows += demo_papers.step_rows(w, exporters)
    for time, fields in sorted(rows, key=lambda row: (row[0], row[1]["exporter"])):
        w.add("activity", time=time, **fields)


def minutes_on(rng, day):
    """Office hours; on the as-of date the morning so far."""
    return rng.randrange(8 * 60, 9 * 60 + 38) if day == AS_OF else office_minutes(rng)


def is_later(day):
    return day < working(AS_OF - timedelta(1))


def add_tasks(w, rng, exporters):
    titles = ("Call about the open papers", "Send the label template", "Visit the plant", "Check the test report",
              "Agree on the first shipment", "Ask for the authorisation of the trademark", "Book a livestream slot")
    active = [e for e in exporters if e.record.get("owner") and e.stage not in ("declined", "on_hold")]
    for place, exporter in enumerate(rng.sample(active, 64)):
        start = exporter.way[-1][1]
        due, done, snoozed = None, None, None
        if place < 8:
            due = AS_OF - timedelta((12, 9, 7, 5, 4, 2, 2, 1)[place])
        elif place < 36:
            due = working_after(AS_OF + timedelta(rng.randint(0, 24)))
            if place % 9 == 0:
                snoozed = due - timedelta(1)
        elif place < 40:
            pass
        else:
            due = min(AS_OF, working_after(start + timedelta(rng.randint(1, 14))))
            done = min(AS_OF, max(start, due - timedelta(rng.randint(-3, 4))))
        w.add("task", exporter=exporter.id, title=rng.choice(titles), owner=exporter.record["owner"],
              due=due.isoformat() if due else None, done=done.isoformat() if done else None,
              snoozed=snoozed.isoformat() if snoozed else None)
    w.add("task", title="Monthly report to the ministry", owner="Gao Yi", due="2026-03-31")
