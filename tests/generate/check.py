#!/usr/bin/env python3
"""check.py FILE…: holds workspace files against the program's table of records.

Form: the header, compact UTF-8 lines, every member known, in order, of its type and
from its list of words, ids ascending, references to records that came before, what
people name records by unique, blobs that match their hashes.
Sense: check digits, money with a currency, dates in order, a stage that its
activities lead to, books that never go past themselves without saying so, and
nothing that happened after the workspace's as-of date.

Prints each fault with its line and exits with 1 if there was any.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import hashlib
import json
import re
import sys
from datetime import date, datetime, timedelta

import codes
import kinds

LATER = {  # what may lie in the future
    ("commitment", "effective"), ("commitment", "end"), ("programme", "start"), ("programme", "end"), ("indicator", "start"),
    ("indicator", "end"), ("requirement_status", "due"), ("requirement_status", "expiry"), ("task", "due"), ("task", "snoozed"),
    ("tariff", "until"), ("listing", "until")}
INT64 = 2 ** 63


class Checker:
    def __init__(self, path):
        self.path, self.line, self.faults = path, 0, []
        self.kinds = kinds.read_kinds()
        self.records = {token: {} for token in self.kinds}
        self.lines = {}
        self.keys, self.blobs = {}, []
        self.order, self.last_id = -1, 0

    def fault(self, text, line=None):
        self.faults.append("%s:%d: %s" % (self.path, line or self.line, text))

    def read(self):
        with open(self.path, "rb") as f:
            data = f.read()
        if not data.endswith(b"\n"):
            self.fault("the file does not end with a newline")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.fault("not UTF-8: %s" % error)
            return
        for self.line, line in enumerate(text.split("\n")[:-1], 1):
            try:
                pairs = json.loads(line, object_pairs_hook=list)
            except ValueError as error:
                self.fault("not JSON: %s" % error)
                continue
            members = dict(pairs)
            if len(members) != len(pairs):
                self.fault("a member stands twice")
            if json.dumps(members, ensure_ascii=False, separators=(",", ":")) != line:
                self.fault("not in the compact form")
            if self.line == 1:
                if list(members.items()) != list(kinds.HEADER.items()):
                    self.fault("the header is not " + json.dumps(kinds.HEADER))
            elif members.get("kind") == "blob":
                self.blob(members)
            else:
                self.record(members)

    def blob(self, members):
        if list(members) != ["kind", "sha256", "data"]:
            self.fault("a blob has kind, sha256 and data")
            return
        if self.order > self.kinds["attachment"].order:
            self.fault("blobs come right after the attachments")
        if self.blobs and self.blobs[-1] >= members["sha256"]:
            self.fault("blobs come in the order of sha256")
        self.blobs.append(members["sha256"])
        if hashlib.sha256(base64.b64decode(members["data"], validate=True)).hexdigest() != members["sha256"]:
            self.fault("the blob's bytes do not match its sha256")

    def record(self, members):
        names = list(members)
        kind = self.kinds.get(members.get("kind"))
        if names[:2] != ["kind", "id"] or kind is None or kind.token == "import":
            self.fault("a record begins with a known kind and its id")
            return
        number = members["id"]
        if type(number) is not int or not 0 < number < INT64:
            self.fault("not an id: %r" % (number,))
            return
        if kind.order < self.order:
            self.fault("%s comes too late" % kind.token)
        if kind.order > self.order:
            self.last_id = 0
        elif number <= self.last_id:
            self.fault("id %d does not ascend" % number)
        self.order, self.last_id = max(self.order, kind.order), number
        fields = {kinds.member_name(kind.token, f.name): f for f in kind.fields}
        known = [name for name in fields if name in members]
        if names[2:] != known:
            self.fault("unknown members or wrong order: %s" % ", ".join(names[2:]))
        record = {"id": number}
        for name, field in fields.items():
            if name in members:
                record[field.name] = members[name]
                self.value(kind, field, members[name], record)
            elif "required" in field.flags:
                self.fault("%s is required" % field.name)
        for field in kind.fields:
            if field.type == "minor" and field.name in record:
                code = record.get(field.currency)
                if not isinstance(code, str) or not re.fullmatch("[A-Z]{3}", code):
                    self.fault("%s without a currency" % field.name)
        self.records[kind.token][number] = record
        self.lines[kind.token, number] = self.line

    def value(self, kind, field, value, record):
        where = "%s: %r " % (field.name, value)
        if field.type in ("text", "note", "token", "tokens", "day", "time"):
            if not isinstance(value, str):
                self.fault(where + "is not a string")
                return
            if value == "" or value != value.strip():
                self.fault(where + "is empty or has spaces around it")
            if field.type != "note" and re.search(r"[\x00-\x1f\x7f]", value):
                self.fault(where + "has control characters")
        elif field.type == "flag":
            if not isinstance(value, bool):
                self.fault(where + "is not true or false")
            return
        elif type(value) is not int or not -INT64 <= value < INT64:
            self.fault(where + "is not a whole number")
            return
        if field.type == "token" and value not in field.words:
            self.fault(where + "is none of " + ", ".join(field.words))
        elif field.type == "tokens":
            words = value.split(" ")
            if len(set(words)) != len(words) or any(word not in field.words for word in words):
                self.fault(where + "is not made of " + ", ".join(field.words))
        elif field.type == "basis" and not 0 <= value <= 1000000:
            self.fault(where + "is not a share in basis points")
        elif field.type == "day":
            try:
                if date.fromisoformat(value).isoformat() != value:
                    raise ValueError
            except ValueError:
                self.fault(where + "is not a day")
        elif field.type == "time":
            if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value):
                self.fault(where + "is not a time in UTC")
            else:
                datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ")
        elif field.type == "ref" and value not in self.records[field.ref]:
            self.fault(where + "is no %s that came before" % field.ref)
        elif field.type == "subject":
            token = record.get("subject_kind")
            if token not in self.kinds or value not in self.records[token]:
                self.fault(where + "is no %s that came before" % token)
        if "key" in field.flags:
            if (kind.token, field.name, value) in self.keys:
                self.fault(where + "stands on line %d already" % self.keys[kind.token, field.name, value])
            self.keys[kind.token, field.name, value] = self.line

    def all(self, token):
        for number, record in self.records[token].items():
            self.line = self.lines[token, number]
            yield record

    def sense(self):
        settings = {r["key"]: r.get("value") for r in self.records["setting"].values()}
        self.as_of = settings.get("as_of")
        for rule in (self.codes, self.subjects, self.order_of_days, self.stages, self.papers, self.delivery, self.books, self.present):
            rule()

    def codes(self):
        for r in self.all("exporter"):
            uscc, province = r.get("uscc"), r.get("province")
            if province is not None and province not in codes.PROVINCES:
                self.fault("province %r is not two digits of GB/T 2260" % province)
            if uscc is not None:
                if not codes.uscc_valid(uscc):
                    self.fault("USCC %s has a wrong check character" % uscc)
                elif codes.uscc_province(uscc) not in (province, "10"):
                    self.fault("USCC %s does not agree with province %s" % (uscc, province))
            elif r["stage"] in ("documents", "compliance", "listed", "selling"):
                self.fault("no USCC at stage %s" % r["stage"])
            if "name" not in r and "name_local" not in r:
                self.fault("an exporter without a name")
            self.numbers(r, "hs_chapters", self.chapter)
            if r.get("us_share", 0) > 10000:
                self.fault("a US share over 100 %")
        for r in self.all("product"):
            if "gtin" in r and not (codes.gtin_valid(r["gtin"]) and 690 <= int(r["gtin"][:3]) <= 699):
                self.fault("GTIN %s is not valid" % r["gtin"])
            if "hs_code" in r and not (re.fullmatch(r"\d{6}(\d{2}|\d{4})?", r["hs_code"]) and self.chapter(r["hs_code"][:2])):
                self.fault("HS code %s is not valid" % r["hs_code"])
        for r in self.all("programme"):
            self.numbers(r, "hs_chapters", self.chapter)
            self.numbers(r, "provinces", lambda text: text in codes.PROVINCES)
        for token in ("indicator", "entry"):
            for r in self.all(token):
                if "province" in r and r["province"] not in codes.PROVINCES:
                    self.fault("province %r is not two digits of GB/T 2260" % r["province"])

    @staticmethod
    def chapter(text):
        return text.isdigit() and len(text) == 2 and 1 <= int(text) <= 97 and text != "77"

    def numbers(self, record, field, valid):
        if field in record and not all(valid(text) for text in record[field].split(" ")):
            self.fault("%s: %r" % (field, record[field]))

    def subjects(self):
        for token in ("citation", "rival_value"):
            for r in self.all(token):
                subject = self.records[r["subject_kind"]].get(r["subject"], {})
                if "field" in r and r["field"] not in subject:
                    self.fault("%s %d has no %s to cite" % (r["subject_kind"], r["subject"], r["field"]))
        for r in self.all("attachment"):
            if r["sha256"] not in self.blobs:
                self.fault("the attachment's bytes are missing")

    def order_of_days(self):
        pairs = {"commitment": ("announced", "effective", "end"), "programme": ("start", "end"), "indicator": ("start", "end"),
                 "enrolment": ("applied", "accepted", "live", "ended"), "listing": ("live_from", "until"), "tariff": ("from", "until")}
        for token, names in pairs.items():
            for r in self.all(token):
                days = [r[name] for name in names if name in r]
                if days != sorted(days):
                    self.fault("dates out of order: " + ", ".join(days))
        for r in self.all("enrolment"):
            wanted = {"applied": "applied", "accepted": "accepted", "live": "live", "declined": "ended", "withdrawn": "ended"}[r["status"]]
            if wanted not in r:
                self.fault("status %s without its date" % r["status"])
        for r in self.all("listing"):
            if ("until" in r) != (r["status"] == "delisted"):
                self.fault("a listing ends when it is delisted")

    def stages(self):
        way = {}
        for r in self.all("activity"):
            exporter = self.records["exporter"][r["exporter"]]
            local = datetime.strptime(r["time"], "%Y-%m-%dT%H:%M:%S.%fZ") + timedelta(hours=8)
            if local.date().isoformat() != r["date"]:
                self.fault("the date is not the day of the time in Beijing")
            if r["date"] < exporter["sourced"]:
                self.fault("an activity before the exporter was sourced")
            if r["kind"] == "stage":
                stage = way.get(r["exporter"])
                if stage != r.get("from_stage"):
                    self.fault("from %s, but the exporter was at %s" % (r.get("from_stage"), stage))
                if stage is None and r["date"] != exporter["sourced"]:
                    self.fault("the first stage is not on the day the exporter was sourced")
                way[r["exporter"]] = r.get("to_stage")
        for r in self.all("exporter"):
            if way.get(r["id"]) != r["stage"]:
                self.fault("stage %s, but the activities lead to %s" % (r["stage"], way.get(r["id"])))

    def papers(self):
        last = {}
        steps = sorted(self.all("activity"), key=lambda r: (r["date"], r["time"], r["id"]))
        for r in steps:
            if r["kind"] != "requirement":
                continue
            key = r["exporter"], r["requirement"]
            if last.get(key, "missing") != r["from_status"]:
                self.fault("from %s, but it was %s" % (r["from_status"], last.get(key, "missing")), self.lines["activity", r["id"]])
            last[key] = r["to_status"]
        for r in self.all("requirement_status"):
            if last.get((r["exporter"], r["requirement"]), "missing") != r["status"]:
                self.fault("status %s, but the steps lead to %s" % (r["status"], last.get((r["exporter"], r["requirement"]), "missing")))

    def delivery(self):
        first = {}
        for r in self.all("listing"):
            product = self.records["product"][r["product"]]
            if "enrolment" in r:
                enrolment = self.records["enrolment"][r["enrolment"]]
                programme = self.records["programme"][enrolment["programme"]]
                if enrolment["exporter"] != product["exporter"]:
                    self.fault("the enrolment is another exporter's")
                if programme.get("channel") not in (None, r["channel"]):
                    self.fault("the channel is not the programme's")
                first[r["enrolment"]] = min(first.get(r["enrolment"], "9999"), r["live_from"])
        for r in self.all("enrolment"):
            if r["id"] in first and first[r["id"]] != r.get("live"):
                self.fault("live on %s, first listing on %s" % (r.get("live"), first[r["id"]]))
        for token in ("benefit", "sale"):
            for r in self.all(token):
                if "product" in r and self.records["product"][r["product"]]["exporter"] != r["exporter"]:
                    self.fault("the product is another exporter's")
                for field in ("quantity", "value", "amount"):
                    if r.get(field, 1) <= 0:
                        self.fault("%s is not above zero" % field)

    def books(self):
        sums, reversed_ids = {}, set()
        entries = sorted(self.all("entry"), key=lambda r: (r["fund"], r["date"], r["id"]))
        by_posting = [r["id"] for r in sorted(self.records["entry"].values(), key=lambda r: (r["posted"], r["id"]))]
        if by_posting != [r for r in self.records["entry"]]:
            self.fault("entries are not in the order of posting")
        for r in entries:
            self.line = self.lines["entry", r["id"]]
            fund = self.records["fund"][r["fund"]]
            if r["amount"] <= 0 or r["currency"] != fund["currency"]:
                self.fault("an amount is above zero and in the fund's currency")
            s = sums.setdefault(r["fund"], {"pledge": 0, "allocation": 0, "delivered": 0})
            sign = 1
            if "reverses" in r:
                former = self.records["entry"][r["reverses"]]
                sign = -1
                if any(former.get(f) != r.get(f) for f in ("fund", "type", "amount", "currency", "purpose", "programme")):
                    self.fault("a reversal repeats the entry it reverses")
                if "reason" not in r or "reverses" in former or former["id"] in reversed_ids or former["date"] > r["date"]:
                    self.fault("a reversal has a reason and reverses an earlier entry once")
                reversed_ids.add(former["id"])
            name = {"disbursement": "delivered", "expenditure": "delivered", "refund": "delivered"}.get(r["type"], r["type"])
            s[name] += sign * r["amount"] * (-1 if r["type"] == "refund" else 1)
            over = s["allocation"] > s["pledge"] or s["delivered"] > s["allocation"]
            if over != r.get("overrun", False):
                self.fault("overrun is %s: pledged %d, allocated %d, delivered %d" % (
                    r.get("overrun", False), s["pledge"], s["allocation"], s["delivered"]))
        for r in self.all("fund"):
            if "commitment" in r:
                capital = self.records["commitment"][r["commitment"]].get("capital")
                if sums.get(r["id"], {}).get("pledge") != capital:
                    self.fault("the pledge is not the commitment's capital")

    def present(self):
        if self.as_of is None:
            return
        for token, kind in self.kinds.items():
            for r in self.all(token):
                if token == "benefit" and r["status"] == "planned":
                    if r["date"] <= self.as_of:
                        self.fault("planned for a day that is over")
                    continue
                for field in kind.fields:
                    if field.type not in ("day", "time") or field.name not in r or (token, field.name) in LATER:
                        continue
                    if r[field.name][:10] > self.as_of:
                        self.fault("%s is after %s" % (field.name, self.as_of))


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: check.py FILE…")
    faults = 0
    for path in sys.argv[1:]:
        checker = Checker(path)
        checker.read()
        if not checker.faults:
            checker.sense()
        for fault in checker.faults:
            print(fault)
        faults += len(checker.faults)
        counts = {token: len(records) for token, records in checker.records.items() if records}
        print("%s: %d records of %d kinds, %d faults" % (path, sum(counts.values()), len(counts), len(checker.faults)))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
