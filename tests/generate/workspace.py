"""workspace.py: gathers records and writes them in the interchange format.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json

import kinds


class Workspace:
    """Records by kind, each a dictionary of its fields, with its kind under "@".

    What people name a record by stands for its id in add().
    """

    def __init__(self):
        self.kinds = kinds.read_kinds()
        self.records = {token: [] for token in self.kinds}
        self.ids = {}
        self.start = 1
        self.next = {}

    def load(self, path):
        """Takes in a file; records added later get ids from 100001 up."""
        with open(path, encoding="utf-8") as f:
            next(f)
            for line in f:
                members = json.loads(line)
                token = members["kind"]
                if token == "blob":
                    continue
                record = {"@": token, "id": members["id"]}
                for field in self.kinds[token].fields:
                    name = kinds.member_name(token, field.name)
                    if name in members:
                        record[field.name] = members[name]
                self.records[token].append(record)
                self.remember(record)
        self.start = 100001

    def remember(self, record):
        key = record.get("key") or record.get("reference") or record.get("sha256")
        self.ids[record["@"], key] = record["id"]

    def add(self, token, **fields):
        """Adds a record and returns it; None leaves a field out, as not stated."""
        kind = self.kinds[token]
        number = self.next.get(token, self.start)
        self.next[token] = number + 1
        record = {"@": token, "id": number}
        if kind.prefix and "reference" not in fields:
            fields["reference"] = "%s-%d" % (kind.prefix, number)
        unknown = set(fields) - {f.name for f in kind.fields}
        if unknown:
            raise ValueError("%s has no field %s" % (token, ", ".join(sorted(unknown))))
        for field in kind.fields:
            value = fields.get(field.name)
            if value is None:
                continue
            if field.type == "ref" and isinstance(value, str):
                value = self.id(field.ref, value)
            elif field.type == "subject" and isinstance(value, str):
                value = self.id(fields["subject_kind"], value)
            elif field.type == "tokens" and isinstance(value, (list, tuple)):
                value = " ".join(value)
            record[field.name] = value
        self.records[token].append(record)
        self.remember(record)
        return record

    def id(self, token, key):
        return self.ids[token, key]

    def get(self, token, key):
        wanted = self.id(token, key)
        return next(r for r in self.records[token] if r["id"] == wanted)

    def set(self, record, **fields):
        """Changes a record, keeping the order of its fields; None takes a value away."""
        values = dict(record)
        values.update(fields)
        kind = self.kinds[record["@"]]
        record.clear()
        record.update({"@": values["@"], "id": values["id"]})
        for field in kind.fields:
            if values.get(field.name) is not None:
                record[field.name] = values[field.name]

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as f:
            f.write(line(kinds.HEADER))
            for token in self.kinds:
                for record in sorted(self.records[token], key=lambda r: r["id"]):
                    members = {"kind": token, "id": record["id"]}
                    for field in self.kinds[token].fields:
                        if field.name in record:
                            members[kinds.member_name(token, field.name)] = record[field.name]
                    f.write(line(members))


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
