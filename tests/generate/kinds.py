"""kinds.py: the record kinds, read from app/model/kinds.c and words.c.

The generators and the checker take the fields, their order and their words from the
program's own table, so that a field is described once for them too.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
from collections import namedtuple

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MODEL = os.path.join(ROOT, "app", "model")

Field = namedtuple("Field", "name type flags title words ref currency headings")
Kind = namedtuple("Kind", "token plural title prefix fields order")

HEADER = {"format": "tradepivot-workspace", "version": 1, "schema": 4}


def read(name):
    with open(os.path.join(MODEL, name), encoding="utf-8") as f:
        return f.read()


def read_words():
    """The word lists: {"tp_words_stage": ["sourced", …], …}."""
    lists = {}
    for m in re.finditer(r"^const TpWord (tp_words_\w+)\[\] = \{\n(.*?)^\};", read("words.c"), re.M | re.S):
        lists[m.group(1)] = re.findall(r'^\s*\{ "(\w+)",', m.group(2), re.M)
    return lists


def read_kinds():
    """The kinds in the order of the TpKind enum: {"setting": Kind, …}."""
    enum = re.search(r"typedef enum\s*\{([^}]*)\}\s*TpKind;", read("field.h")).group(1)
    order = [n for n in re.findall(r"^\s*TP_KIND_(\w+),", enum, re.M)]
    source = read("kinds.c")
    words = read_words()
    arrays = {}
    for m in re.finditer(r"^static const TpField (\w+)\[\] = \{\n(.*?)^\};", source, re.M | re.S):
        arrays[m.group(1)] = [read_field(line, words) for line in m.group(2).splitlines() if line.strip()]
    kinds = {}
    for m in re.finditer(r'\[TP_KIND_(\w+)\] = \{ "(\w+)", "(\w+)", NC_ \("kind", "([^"]*)"\), "\w+", '
                         r'(?:"(\w+)"|NULL),\s*KIND \((\w+)\) \}', source):
        enumerator, token, plural, title, prefix, array = m.groups()
        if enumerator not in order:
            raise ValueError("kinds.c: no TP_KIND_%s in field.h" % enumerator)
        kinds[token] = Kind(token, plural, title, prefix, arrays[array], order.index(enumerator))
    left = [n for n in order if n not in ("N_KINDS", "NONE") and n.lower() not in kinds]
    if left:
        raise ValueError("kinds.c: no description of " + ", ".join(left))
    return dict(sorted(kinds.items(), key=lambda k: k[1].order))


def read_field(line, words):
    m = re.match(r'\s*\{ "(\w+)", TP_FIELD_(\w+), ([\w| ]+), NC_ \("field", "([^"]*)"\)(.*)\},?\s*$', line)
    if not m:
        raise ValueError("kinds.c: not understood: " + line)
    name, kind, flags, title, rest = m.groups()
    flags = {f.replace("TP_FIELD_", "").strip().lower() for f in flags.split("|")} - {"plain"}
    wanted = re.search(r"\.words = (\w+)", rest)
    ref = re.search(r"\.ref = TP_KIND_(\w+)", rest)
    currency = re.search(r'\.currency = "(\w+)"', rest)
    headings = re.search(r'\.headings = "([^"]*)"', rest)
    return Field(name, kind.lower(), flags, title, words[wanted.group(1)] if wanted else None,
                 ref.group(1).lower() if ref else None, currency.group(1) if currency else None,
                 headings.group(1).split("|") if headings else [])


def member_name(token, field):
    """What a field is called in a file: "kind" itself already says which record it is
    (workspace-format.c)."""
    return token + "_kind" if field == "kind" else field
