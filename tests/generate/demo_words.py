#!/usr/bin/env python3
"""demo_words.py [DIRECTORY]: writes demonstration-words.h, what people typed in the shipped campaigns.

Records have names in two scripts; notes, tasks and details of entries are in the language
of who typed them. So that a reader's own colleagues seem to have typed them, the program
translates them as it loads them, and the translators find them in this list.
No compiler reads it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import sys

import kinds

TYPED = {
    "organisation": ("note",),
    "evidence": ("title", "publisher"),
    "reading": ("note",),
    "exporter": ("city", "owner", "stage_reason"),
    "entry": ("narrative", "reason", "author"),
    "activity": ("text", "reason", "author"),
    "task": ("title", "owner"),
    "saved_filter": ("name",),
}
HEAD = """/* demonstration-words.h: what people typed in the shipped campaigns, for translators.
 *
 * Written by tests/generate/demo_words.py from data/demonstration.jsonl. No compiler
 * reads it; campaign/transfer.c asks for the translations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
"""


def typed(directory):
    """The texts in the order of the records, each with where it stands."""
    with open(os.path.join(directory, "sample-2025.jsonl"), encoding="utf-8") as f:
        real = set(f)
    texts = {}
    with open(os.path.join(directory, "demonstration.jsonl"), encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            # Of the real campaign only what its ledger says was typed here
            if line in real and record.get("kind") != "entry":
                continue
            for field in TYPED.get(record.get("kind"), ()):
                text = record.get(field, "")
                # "PO-0007, Home Appliances": the number needs no translation
                if text.startswith("PO-") and ", " in text:
                    text = text.split(", ", 1)[1]
                if text and field + "_local" not in record:
                    texts.setdefault(text, "%s, %s" % (record["kind"], field))
    return texts


def main():
    directory = sys.argv[1] if len(sys.argv) > 1 else os.path.join(kinds.ROOT, "data")
    with open(os.path.join(directory, "demonstration-words.h"), "w", encoding="utf-8", newline="\n") as f:
        f.write(HEAD)
        for text, where in typed(directory).items():
            f.write("/* Translators: %s */\nNC_ (\"demonstration\", %s)\n" % (where, json.dumps(text, ensure_ascii=False)))


if __name__ == "__main__":
    main()
