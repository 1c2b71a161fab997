#!/usr/bin/env python3
"""data_model.py [--check]: writes docs/data-model.md from the program's table of records.

With --check it writes nothing and exits with 1 where the document is out of date.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import kinds

PURPOSE = {
    "setting": "Whatever changes a number in this workspace: `title`, `title_local` (in Chinese), `time_zone`, `currency`, `vat`, `returns` (basis points), "
               "`fulfilment` (minor units), `demonstration` (1 in invented workspaces) and `as_of` (the day it opens at; left out: today).",
    "attachment": "A file kept in the workspace. Its bytes are stored once, by their SHA-256.",
    "organisation": "A platform, sub-platform, supermarket chain, ministry, association, distributor or consultancy.",
    "person": "A speaker, or a contact of an organisation.",
    "evidence": "Where a figure comes from. Citations hang it on figures.",
    "commitment": "A public promise. Capital that is not stated is left out; it is never zero.",
    "commitment_role": "Who made a commitment, and through whom it is kept.",
    "channel": "Where goods are sold, with its terms.",
    "programme": "What an exporter can apply to, and the rules by which it is matched.",
    "indicator": "What a commitment promises in numbers. It is counted from the records, or reported by readings, never both.",
    "reading": "The level of a reported indicator on a day, typed in with evidence.",
    "requirement_set": "Requirements that are asked of some exporters only: those enrolled in a programme, those with goods in some HS chapters, or both. "
                       "Requirements of no set are the default checklist.",
    "requirement": "An item of the onboarding checklist, and the stage by which it is needed.",
    "exporter": "A manufacturer on its way into domestic sales. `province` holds the two digits of GB/T 2260, `hs_chapters` two digits each, "
                "with spaces between. Every change of stage is also an activity.",
    "product": "What an exporter makes, with what it costs and earns abroad and at home.",
    "enrolment": "An exporter in a programme; each status has its own day.",
    "listing": "A product in a channel. The first live one under an enrolment is what indicators count.",
    "benefit": "What an exporter received, will receive or missed under a programme.",
    "sale": "Domestic sales of an exporter, by order or by month.",
    "requirement_status": "Where an exporter stands with an item of the checklist.",
    "fund": "The books of a commitment with capital, or a fund made by hand.",
    "entry": "A line of a fund's ledger. Amounts are above zero; a reversal repeats type and amount and takes them off. Never edited, never deleted.",
    "rate": "Two amounts that are worth the same on a day, so that a stated rate stays exact.",
    "tariff": "A rate of US duty, from and until a day (both count), for all goods or those under an HS prefix.",
    "event": "Something on the timeline, as exactly as its date is known.",
    "event_link": "Whom or what an event concerns: one of the three is set.",
    "citation": "Evidence for one figure of one record; without a field, for the record.",
    "rival_value": "What another source says of a figure, and why it is used or not.",
    "activity": "Something that happened with an exporter. `date` is the day of `time` in the workspace's time zone.",
    "task": "Something to do, for an exporter or by itself.",
    "saved_filter": "Which records, in what order, under a name of one's own; `filter` is written as `stage=listed,selling;province=33`.",
    "import": "A file that was imported and what came of it. Not part of an exported workspace.",
}

TYPES = {"text": "text", "note": "text of several lines", "token": "word", "tokens": "words", "integer": "whole number",
         "minor": "money, minor units", "basis": "basis points", "day": "day", "time": "time, UTC", "flag": "flag",
         "ref": "reference", "subject": "reference"}

INTRODUCTION = """# The records

<!-- Written by tests/generate/data_model.py from app/model/kinds.c; change the record table there. -->

Every kind of record, with every field, in the order in which a workspace is written out. A field has this one
name in SQL, C, templates, the command line, JSON and CSV.

- **Required** fields are always set. Any other may be *not stated*, which is never zero and never an empty text.
- A **key** is what people name the record by; it is unique. Where it is *made*, the store gives a record that has
  none a short reference of a letter and a number (`E-1042`), which stays through export and import.
- **Money** is a whole number of minor units (fen, cents), with its ISO 4217 code in the field named.
- **Basis points**: 12.5 % is 1250.
- **Days** are kept as days since 1970-01-01 and written `2025-05-02`; **times** as milliseconds since then in UTC,
  written `2025-05-02T08:30:00.000Z`.
- A **reference** is the id of a record of the kind named.

## A workspace as JSON Lines

UTF-8, a newline after every line. The first line is `{"format":"tradepivot-workspace","version":1,"schema":4}`.
Then comes one record a line, `{"kind":"exporter","id":100001,…}`, kinds in the order below, within a kind by id,
fields in the order below, fields that are not stated left out. A field that is itself called `kind` is written with
the record's kind before it (`organisation_kind`), since a name may stand only once in an object. The bytes of the
attachments follow the attachment records as `{"kind":"blob","sha256":"…","data":"…"}` (base64), by hash. Imports and
the journal are not written. `tests/generate/check.py` holds a file against all of this.

## Kinds
"""


def document():
    table = kinds.read_kinds()
    missing = set(table) ^ set(PURPOSE)
    if missing:
        raise SystemExit("data_model.py: say what these are for: " + ", ".join(sorted(missing)))
    out = [INTRODUCTION]
    for kind in table.values():
        made = " References are made with `%s-`." % kind.prefix if kind.prefix else ""
        out.append("### %s\n\n`%s`, in lists `%s`. %s%s\n" % (kind.title, kind.token, kind.plural, PURPOSE[kind.token], made))
        out.append("| field | title | type | rule | headings in files |\n|---|---|---|---|---|")
        for field in kind.fields:
            what = TYPES[field.type]
            if field.ref:
                what += " to " + field.ref
            elif field.type == "subject":
                what += " to a record of the kind in the field before"
            if field.words:
                what += ": " + " ".join("`%s`" % word for word in field.words)
            if field.currency:
                what += " of `%s`" % field.currency
            rule = ", ".join([name for name in ("required", "key") if name in field.flags]
                             + (["made"] if "auto" in field.flags else []))
            out.append("| `%s` | %s | %s | %s | %s |" % (field.name, field.title, what, rule, "、".join(field.headings)))
        out.append("")
    return re.sub("\n{3,}", "\n\n", "\n".join(out)).rstrip() + "\n"


def main():
    path = os.path.join(kinds.ROOT, "docs", "data-model.md")
    text = document()
    if "--check" in sys.argv:
        with open(path, encoding="utf-8") as f:
            if f.read() != text:
                sys.exit("docs/data-model.md is out of date: run tests/generate/data_model.py")
        return
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


if __name__ == "__main__":
    main()
