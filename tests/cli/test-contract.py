#!/usr/bin/env python3
"""test-contract.py: what tradepivot-cli promises, command by command.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import os
import re
import sqlite3
import sys

sys.dont_write_bytecode = True
from commands import PROGRAM, check, main, same, story  # noqa: E402

COMMANDS = ["new", "info", "status", "list", "show", "history", "import", "export", "advance", "post",
            "reverse", "undo", "redo", "chart", "check", "backup"]
VALID = "91350100M000100Y43"


@story
def sample_status(desk):
    """the sample's status has one total, six commitments without capital, and the targets"""
    desk.start("sample")
    status = desk.json("status")
    same(len(status["totals"]), 1)
    same(status["totals"][0]["currency"], "CNY")
    same(status["totals"][0]["pledged"], 30200000000000)
    same(status["converted"], None)
    same(status["not_stated"], 6)
    same(len(status["commitments"]), 9)
    same(sum(c["capital"] is None for c in status["commitments"]), 6)
    same(sorted({c["organisation"] for c in status["commitments"]}),
         ["alibaba", "baidu", "bytedance", "didi", "jd", "meituan", "pinduoduo", "tencent"])
    same(sorted(filter(None, (c["through"] for c in status["commitments"]))), ["freshippo", "taobao-tmall"])
    targets = {i["target"]: i["qualifier"] for c in status["commitments"] for i in c["indicators"]
               if c["organisation"] in ("alibaba", "baidu")}
    same(targets, {10: "more_than", 10000: "at_least", 100000: "up_to", 1000000: "exact"})
    jd = next(c for c in status["commitments"] if c["key"] == "jd-procurement")
    same(jd["capital"], {"minor": 20000000000000, "currency": "CNY"})
    same((jd["effective"], jd["end"]), ("2025-05-01", "2026-04-30"))
    same(jd["funds"][0]["available"], 20000000000000)


@story
def status_on_a_day(desk):
    """status obeys the as-of date"""
    desk.start("sample")
    same(desk.json("status", "--as-of=2025-06-30")["as_of"], "2025-06-30")
    same(desk.json("status", "--as-of=2024-12-31")["totals"], [])
    jd = next(c for c in desk.json("status", "--as-of=2025-10-30")["commitments"] if c["key"] == "jd-procurement")
    # 183 of 365 days: 200 bn × 183/365, in fen.
    same(jd["indicators"][0]["prorated"], round(20000000000000 * 183 / 365))
    same(jd["indicators"][0]["delivered"], 0)
    desk.run("status", "--as-of=yesterday", status=2)
    check("as-of" in desk.said)
    table = desk.run("status")
    check("Not stated" in table and "CN¥302" in table)


@story
def demonstration_paces(desk):
    """the demonstration data shows every pace"""
    desk.start("demo")
    status = desk.json("status")
    paces = {i["pace"] for c in status["commitments"] for i in c["indicators"]}
    same(paces, {"no_target", "fulfilled", "not_started", "overdue", "stalled", "no_period", "ahead",
                 "on_track", "behind"})
    check("invented" in desk.run("status"))


@story
def new_refuses(desk):
    """new does not touch a file that exists"""
    desk.write("x.tradepivot", "mine")
    desk.run("new", "--sample", status=1)
    check("x.tradepivot" in desk.said)
    same(desk.read("x.tradepivot"), "mine")
    desk.run("new", "--sample", "--demo", status=2)


@story
def usual_workspace(desk):
    """without --workspace the one of the data folder is used"""
    environment = {"XDG_DATA_HOME": desk.path("data")}
    desk.run("info", status=1, workspace=False, environment=environment)
    check("tradepivot-cli new" in desk.said)
    desk.run("new", workspace=False, environment=environment)
    check(os.path.exists(desk.path("data/tradepivot/campaign.tradepivot")))
    same(os.listdir(desk.path("data/tradepivot")), ["campaign.tradepivot"])
    desk.run("info", workspace=False, environment=environment)


@story
def info(desk):
    """info counts every kind and says whether the file is sound"""
    desk.start("sample")
    facts = desk.json("info")
    same(facts["sound"], True)
    same(facts["demonstration"], False)
    same(facts["records"]["commitments"], 9)
    same(facts["size"], os.path.getsize(desk.file))
    check("commitments" in desk.run("info"))
    same(desk.start("demo").json("info")["demonstration"], True)


@story
def list_formats(desk):
    """list writes tables, CSV and JSON, with references as business keys"""
    desk.start("sample")
    rows = desk.json("list", "ledger")
    same({r["fund"] for r in rows}, {"jd-procurement", "pinduoduo-merchant-fund", "didi-support-fund"})
    same({r["amount"] for r in rows}, {200000000000.0, 100000000000.0, 2000000000.0})
    same({r["type"] for r in rows}, {"pledge"})
    table = list(csv.DictReader(io.StringIO(desk.run("list", "ledger", "--format=csv"))))
    same([r["reference"] for r in table], [r["reference"] for r in rows])
    same(table[0]["amount"][-3:], ".00")
    text = desk.run("list", "commitments")
    check("Not stated" in text and "jd-procurement" in text)
    same(desk.json("list", "exporters"), [])
    # The bytes do not depend on the locale.
    same(desk.run("list", "organisations", environment={"LC_ALL": "C"}), desk.run("list", "organisations"))


@story
def list_filters(desk):
    """list searches, filters, sorts and takes ranges"""
    desk.start("demo")
    everyone = desk.json("list", "exporters")
    check(len(everyone) >= 300)
    some = desk.json("list", "exporters", "--where=stage=listed,selling", "--where=province=浙江")
    same({r["uscc"] for r in some},
         {r["uscc"] for r in everyone if r["stage"] in ("listed", "selling") and r["province"] == "Zhejiang"})
    check(len(some) > 3)
    pages = desk.json("list", "exporters", "--sort=uscc", "--limit=7") + \
        desk.json("list", "exporters", "--sort=uscc", "--limit=7", "--offset=7")
    same([r["uscc"] for r in pages], sorted(r["uscc"] for r in everyone if r["uscc"])[:14])
    most = desk.json("list", "exporters", "--where=currency=CNY", "--sort=annual_export:desc", "--limit=2")
    same(most[0]["annual_export"], max(r["annual_export"] or 0 for r in everyone if r["currency"] == "CNY"))
    found = desk.json("list", "exporters", "--search=ningbo")
    check(found and all("宁波" in (r["name_local"] or "") or "Ningbo" in (r["name"] or "") for r in found))
    same(desk.json("list", "exporters", "--search=宁波"), found)
    unknown = desk.json("list", "exporters", "--where=uscc=")
    same({r["reference"] for r in unknown}, {r["reference"] for r in everyone if r["uscc"] is None})
    same(desk.json("list", "enrolments", "--where=exporter=" + some[0]["reference"])[0]["exporter"],
         some[0]["uscc"] or some[0]["reference"])


@story
def list_criteria(desk):
    """list takes the filters of the window: bounds, what is worked out, and saved filters"""
    desk.start("demo")
    everyone = desk.json("list", "exporters")
    large = desk.json("list", "exporters", "--where=annual_export>=50,000,000", "--where=currency=CNY")
    same({r["reference"] for r in large},
         {r["reference"] for r in everyone if r["currency"] == "CNY" and (r["annual_export"] or 0) >= 50_000_000})
    check(0 < len(large) < len(everyone))
    shares = desk.json("list", "exporters", "--where=us_share<=40%")
    same({r["reference"] for r in shares},
         {r["reference"] for r in everyone if r["us_share"] is not None and r["us_share"] <= 40})
    same(desk.json("list", "exporters", "--filter=us_share<=4000"), shares)
    both = desk.json("list", "exporters", "--where=province=33", "--where=province=Jiangsu")
    same({r["province"] for r in both}, {"Zhejiang", "Jiangsu"})
    same(desk.json("list", "exporters", "--filter=province=33,32"), both)
    nobody = desk.json("list", "exporters", "--where=owner=")
    same({r["reference"] for r in nobody}, {r["reference"] for r in everyone if not r["owner"]})
    someone = next(r["owner"] for r in everyone if r["owner"])
    same(desk.run("--author=" + someone, "list", "exporters", "--where=owner=@me"),
         desk.run("list", "exporters", "--where=owner=" + someone))
    same(desk.json("list", "exporters", "--filter=search=ningbo;sort=name_local"),
         desk.json("list", "exporters", "--search=ningbo", "--sort=name_local"))
    same(desk.json("list", "sales", "--where=date>=2025-06-01", "--where=date<=2025-06-30"),
         [r for r in desk.json("list", "sales") if "2025-06-01" <= r["date"] <= "2025-06-30"])
    reached, short = (desk.json("list", "exporters", "--where=" + which + "=listed") for which in ("reached", "short_of"))
    same(sorted(r["reference"] for r in reached + short), sorted(r["reference"] for r in everyone))
    check(reached and short)
    overdue = desk.json("list", "exporters", "--where=overdue=1")
    check(0 < len(overdue) < len(everyone))
    same(desk.json("list", "exporters", "--filter=overdue=1;search=ningbo"),
         [r for r in overdue if r in desk.json("list", "exporters", "--search=ningbo")])
    programme = next(iter(desk.json("list", "enrolments")))["programme"]
    title = next(r["title"] for r in desk.json("list", "programmes") if r["key"] == programme)
    enrolled = desk.json("list", "exporters", "--where=programme=" + programme)
    check(enrolled)
    same(desk.json("list", "exporters", "--where=programme=" + title), enrolled)
    for wrong in ("--filter=province=Mars", "--filter=overdue=2", "--filter=planet=1", "--where=at_risk=5",
                  "--where=at_risk>=much", "--where=owner>=5", "--where=requirement=none"):
        desk.run("list", "exporters", wrong, status=1)
    desk.run("list", "products", "--filter=province=33", status=2)


@story
def usage(desk):
    """wrong use ends with status 2 and says how it is done"""
    desk.start("sample")
    for arguments in ([], ["frobnicate"], ["list"], ["list", "things"], ["list", "exporters", "--format=xml"],
                      ["list", "exporters", "--nonsense"], ["list", "exporters", "--where=stage"],
                      ["list", "exporters", "--where=colour=red"], ["list", "exporters", "--sort=colour"],
                      ["list", "exporters", "--limit=-1"], ["show", "exporters"], ["status", "--format=csv"],
                      ["chart", "pledged", "-o", "c.png", "--lang="], ["chart", "pledged", "-o", "c.png", "--lang=_"],
                      ["export", "exporters"], ["export", "exporters", "-o", "x.doc"], ["undo", "now"],
                      ["reverse", "JD-0001"], ["chart", "pie", "-o", "x.png"], ["chart", "pledged"],
                      ["chart", "pledged", "-o", "x.bmp"], ["chart", "pledged", "-o", "x.png", "--size=big"],
                      ["import", "people", "x.csv"], ["post", "jd-procurement", "allocation"],
                      ["import", "exporters", "x.csv", "--on-duplicate=maybe"]):
        same(desk.run(*arguments, status=2), "")
        check("--help" in desk.said, "%s: %s" % (arguments, desk.said))
    for command in COMMANDS:
        check("Usage" in desk.run(command, "--help"))
    check(all(c in desk.run("--help") for c in COMMANDS))
    check(desk.run("--version").startswith("tradepivot-cli "))


@story
def refused_files(desk):
    """a missing file, a stranger's and a newer one are refused and stay as they are"""
    desk.run("info", status=1)
    desk.write("x.tradepivot", "name,uscc\n")
    for command in (["info"], ["status"], ["undo"], ["export", "workspace", "-o", "-"]):
        same(desk.run(*command, status=1), "")
        check("x.tradepivot" in desk.said)
    same(desk.read("x.tradepivot"), "name,uscc\n")
    same(sorted(os.listdir(desk.folder)), ["x.tradepivot"])
    desk.start("sample")
    db = sqlite3.connect(desk.file)
    db.execute("PRAGMA user_version=99")
    db.close()
    before = desk.read("x.tradepivot", "rb")
    desk.run("advance", "E-1", "contacted", status=1)
    check("newer" in desk.said)
    same(desk.read("x.tradepivot", "rb"), before)


@story
def show(desk):
    """show gives a record with all that hangs on it"""
    desk.start("sample")
    text = desk.run("show", "commitments", "jd-procurement")
    check("Assumed" in text and "jd-capital" in text and "C-13" in text)
    sheet = desk.json("show", "commitments", "jd-procurement")
    same(sheet["kind"], "commitment")
    same(sheet["record"]["capital"], 200000000000.0)
    same([f["key"] for f in sheet["related"]["funds"]], ["jd-procurement"])
    check(all(c["subject"] == "jd-procurement" and c["subject_kind"] == "commitment"
              for c in sheet["related"]["citations"]))
    desk.run("show", "commitments", "nothing-such", status=1)
    check("nothing-such" in desk.said)


@story
def progress(desk):
    """a long import says how far it is, on standard error only"""
    desk.start("empty")
    rows = "".join("宁波第%d号有限公司,浙江\n" % n for n in range(6000))
    file = desk.write("many.csv", "企业名称,省份\n" + rows)
    same(desk.run("import", "exporters", file, "--progress"),
         "read 6000, added 6000, updated 0, skipped 0, rejected 0\n")
    steps = [int(n) for n in re.findall(r"(\d+) %", desk.said)]
    check(steps and steps == sorted(steps) and steps[-1] <= 100, desk.said)
    check(desk.run("undo").startswith("Undone: "), "undo says what it took back")
    desk.run("import", "exporters", file)
    same(desk.said, "")
    same(desk.run("check"), "All is sound.\n")


def import_one(desk, name="福州榕信贸易有限公司", code=VALID, *options, status=0):
    file = desk.write("one.csv", "企业名称,统一社会信用代码,省份\n%s,%s,福建\n" % (name, code))
    return desk.run("--author=Wang", "import", "exporters", file, *options, status=status)


@story
def import_exporters(desk):
    """a spreadsheet of exporters is imported; refused rows are named and kept"""
    desk.start("empty")
    file = desk.write("some.csv", "企业名称,统一社会信用代码,省份,年出口额,币种\r\n"
                                  "福州榕信贸易有限公司,%s,福建省,1200.50,CNY\r\n"
                                  "坏码有限公司,91350100M000100Y44,福建,,\r\n"
                                  "温州瓯工具有限公司,,浙江,,\r\n" % VALID, encoding="gb18030")
    before = desk.export()
    same(desk.run("import", "exporters", file, "--dry-run", status=1),
         "read 3, added 2, updated 0, skipped 0, rejected 1\n")
    same(desk.export(), before)
    same(desk.run("import", "exporters", file, "--on-error=fail", status=1), "")
    same(desk.export(), before)
    same(desk.run("--author=Wang", "import", "exporters", file, "--rejects=" + desk.path("no.csv"), status=1),
         "read 3, added 2, updated 0, skipped 0, rejected 1\n")
    check("line 3" in desk.said and "Check character" in desk.said)
    check("坏码有限公司" in desk.read("no.csv") and "Check character" in desk.read("no.csv"))
    rows = desk.json("list", "exporters")
    same([(r["uscc"], r["province"], r["annual_export"], r["stage"]) for r in rows],
         [(VALID, "Fujian", 1200.5, "sourced"), (None, "Zhejiang", None, "sourced")])
    same(import_one(desk), "read 1, added 0, updated 0, skipped 1, rejected 0\n")
    same(import_one(desk, "福州榕信国际贸易有限公司", VALID, "--on-duplicate=update"),
         "read 1, added 0, updated 1, skipped 0, rejected 0\n")
    same(desk.json("show", "exporters", VALID)["record"]["name_local"], "福州榕信国际贸易有限公司")
    import_one(desk, "x", VALID, "--on-duplicate=fail", status=1)
    out = desk.run("import", "exporters", "-", "--format=csv", "--map=Firm=name_local", "--map=Where=province",
                   stdin="Firm,Where\n泉州石材有限公司,福建\n")
    same(out, "read 1, added 1, updated 0, skipped 0, rejected 0\n")
    same(desk.json("list", "imports")[0]["records"], "exporters")


@story
def undo_redo(desk):
    """undo takes a change back, redo brings it back, and history grows"""
    desk.start("empty")
    desk.run("undo", status=1)
    first = desk.export()
    import_one(desk)
    second = desk.export()
    desk.run("--author=Li", "advance", VALID, "contacted")
    third = desk.export()
    desk.run("undo")
    same(desk.export(), second)
    desk.run("undo")
    same(desk.export(), first)
    desk.run("undo", status=1)
    desk.run("redo")
    desk.run("redo")
    same(desk.export(), third)
    desk.run("redo", status=1)
    text = desk.run("history", "exporters", VALID)
    check("stage: sourced → contacted" in text and "Li" in text and "Wang" in text)
    changes = desk.json("list", "changes")
    same([c["verb"] for c in changes],
         ["redo", "redo", "undo", "undo", "advance-exporter", "import-exporters", "make-workspace"])
    same(desk.run("check"), "All is sound.\n")


@story
def negative_amounts(desk):
    """an amount below zero is refused as an amount, not taken for an option"""
    desk.start("sample")
    for arguments in (["allocation", "-5"], ["allocation", "--", "-5"]):
        desk.run("post", "jd-procurement", *arguments, status=1)
        check("option" not in desk.said and "arguments" not in desk.said, desk.said)


@story
def advance(desk):
    """advance follows the rules of the pipeline"""
    desk.start("empty")
    import_one(desk)
    same(desk.run("advance", VALID.lower(), "contacted"), VALID + " contacted\n")
    desk.run("advance", VALID, "declined", status=1)
    check("--reason" in desk.said)
    desk.run("advance", VALID, "declined", "--reason=Does not want to")
    record = desk.json("show", "exporters", VALID)
    same((record["record"]["stage"], record["record"]["stage_reason"]), ("declined", "Does not want to"))
    same([a["to_stage"] for a in record["related"]["activities"]], ["contacted", "declined"])
    # Documents that are open are passed with a reason only, and it is kept.
    desk.run("advance", VALID, "compliance", status=1)
    check("needs a reason" in desk.said and "Business licence" in desk.said, desk.said)
    desk.run("advance", VALID, "compliance", "--reason=\u3000", status=1)
    same(desk.json("show", "exporters", VALID)["record"]["stage"], "declined")
    desk.run("advance", VALID, "compliance", "--reason=The plant was seen")
    last = desk.json("show", "exporters", VALID)["related"]["activities"][-1]
    same((last["to_stage"], last["reason"]), ("compliance", "The plant was seen"))
    desk.run("advance", VALID, "sold", status=2)
    desk.run("advance", "E-99999", "contacted", status=1)


@story
def post_and_reverse(desk):
    """entries are posted, overruns confirmed, and taken back by a reversal"""
    desk.start("sample")

    def figures():
        fund = next(c for c in desk.json("status")["commitments"] if c["key"] == "jd-procurement")["funds"][0]
        return fund["allocated"], fund["disbursed"], fund["available"]

    desk.run("post", "jd-procurement", "allocation", "5,000,000.10", "--purpose=purchases", "--date=2025-06-01")
    same(figures(), (500000010, 0, 20000000000000 - 500000010))
    before = desk.export()
    desk.run("post", "jd-procurement", "disbursement", "900000000", status=1)
    check("--confirm-overrun" in desk.said)
    desk.run("post", "jd-procurement", "disbursement", "ten", status=1)
    desk.run("post", "nothing", "disbursement", "1", status=1)
    desk.run("post", "jd-procurement", "allocation", "1", "--currency=USD", status=1)
    same(desk.export(), before)
    reference = desk.run("post", "jd-procurement", "disbursement", "900000000", "--confirm-overrun").strip()
    entry = desk.json("show", "ledger", reference)["record"]
    same((entry["overrun"], entry["amount"]), (True, 900000000.0))
    reversal = desk.run("reverse", reference, "--reason=Twice").strip()
    same(figures()[1], 0)
    same(desk.json("show", "ledger", reversal)["record"]["reverses"], reference)
    desk.run("reverse", reference, "--reason=Again", status=1)
    same(desk.run("check"), "All is sound.\n")


@story
def export_records(desk):
    """records are exported as CSV and JSON with the filters of list"""
    desk.start("demo")
    desk.run("export", "exporters", "-o", desk.path("e.csv"), "--where=province=Zhejiang")
    # A file has the byte order mark that spreadsheet programs look for, a pipe has not.
    text = desk.read("e.csv")
    check(text.startswith("\ufeff"))
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    check(rows and {r["province"] for r in rows} == {"Zhejiang"})
    same(desk.run("export", "exporters", "-o", "-", "--format=csv", "--where=province=Zhejiang"), text[1:])
    desk.run("export", "products", "-o", desk.path("p.json"), "--limit=3")
    check(desk.read("p.json").startswith("["))
    # What was exported can be read back, and is the same again; a stage past what is open
    # needs a reason here as everywhere.
    desk.start("empty")
    desk.run("import", "exporters", desk.path("e.csv"), "--dry-run", status=1)
    check("needs a reason" in desk.said and "stage_reason" in desk.said, desk.said)
    for row in rows:
        row["stage_reason"] = row["stage_reason"] or "Brought over"
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    desk.write("e.csv", out.getvalue())
    same(desk.run("import", "exporters", desk.path("e.csv")),
         "read %d, added %d, updated 0, skipped 0, rejected 0\n" % ((len(rows),) * 2))
    again = list(csv.DictReader(io.StringIO(desk.run("export", "exporters", "-o", "-", "--format=csv"))))
    for row, copy in zip(rows, again):
        for field in ("uscc", "name", "name_local", "province", "city", "stage", "annual_export", "currency",
                      "us_share"):
            same(copy[field], row[field])
    # An existing file stays where the export fails.
    desk.write("old.csv", "old")
    desk.run("export", "exporters", "-o", desk.path("old.csv"), "--where=stage=sold", status=1)
    same(desk.read("old.csv"), "old")
    desk.run("export", "exporters", "-o", desk.path("nowhere/e.csv"), status=1)


@story
def check_and_repair(desk):
    """check names a fault, and a repair mends it after a backup"""
    desk.start("demo")
    same(desk.run("check"), "All is sound.\n")
    db = sqlite3.connect(desk.file)
    db.execute("UPDATE s_stage SET delta = delta + 1")
    db.commit()
    db.close()
    check("stage" in desk.run("check", status=1))
    check("All is sound now." in desk.run("check", "--repair"))
    same(desk.run("check"), "All is sound.\n")
    backups = [n for n in os.listdir(desk.folder) if "before-repair" in n]
    same(len(backups), 1)
    check("stage" in desk.run("-w", desk.path(backups[0]), "check", workspace=False, status=1))


@story
def backup(desk):
    """backup writes a whole copy and overwrites nothing"""
    desk.start("sample")
    desk.run("backup", desk.path("copy.tradepivot"))
    same(desk.run("-w", desk.path("copy.tradepivot"), "export", "workspace", "-o", "-", workspace=False), desk.export())
    desk.run("backup", desk.path("copy.tradepivot"), status=1)


@story
def documented(desk):
    """the man page and the completion know every command and every option"""
    folder = os.path.dirname(sys.argv[2])
    with open(os.path.join(folder, "tradepivot-cli.1"), encoding="utf-8") as f:
        manual = f.read().replace("\\-", "-")
    with open(os.path.join(folder, "tradepivot-cli.bash"), encoding="utf-8") as f:
        completion = f.read()
    listed = re.findall(r"^  ([a-z]+) +[A-Z]", desk.run("--help").split("Commands:")[1], re.MULTILINE)
    same(sorted(listed), sorted(COMMANDS))
    for command in COMMANDS:
        check(re.search(r"^\.B[IR]+ .*\b%s\b" % command, manual, re.MULTILINE), command + " is not in the manual")
        check(command in completion.split("local commands=")[1].split("\n")[0])
        for options in ([command, "--help"], [command, "exporters", "--help"]):
            for option in re.findall(r"^ .*(--[a-z-]+)", desk.run(*options), re.MULTILINE):
                check(option in manual, "%s %s is not in the manual" % (command, option))
                check(option in completion, "%s %s is not completed" % (command, option))


@story
def written_nowhere(desk):
    """a result that cannot be written is no success"""
    desk.start("sample")
    check(os.system('"%s" -w "%s" list commitments >/dev/full 2>/dev/null' % (PROGRAM, desk.file)) != 0)
    check(os.system('"%s" -w "%s" export workspace -o - >/dev/full 2>/dev/null' % (PROGRAM, desk.file)) != 0)
    check(os.system('"%s" -w "%s" list commitments >/dev/null 2>&1' % (PROGRAM, desk.file)) == 0)


sys.exit(main())
