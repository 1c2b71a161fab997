#!/usr/bin/env python3
"""test-import.py: spreadsheets of every kind in, out and in again.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import sys

sys.dont_write_bytecode = True
from commands import check, main, same, story  # noqa: E402

ONE, OTHER = "91350100M000100Y43", "91110000802100433B"
PROGRAMME, CHANNEL = "taobao-tmall-sourcing", "taobao-tmall"


def line(read, added=0, updated=0, skipped=0, rejected=0):
    return "read %d, added %d, updated %d, skipped %d, rejected %d\n" % (read, added, updated, skipped, rejected)


def records_of(desk, kind):
    return list(csv.DictReader(io.StringIO(desk.run("export", kind, "-o", "-", "--format=csv"))))


def with_exporters(desk):
    desk.start("sample")
    file = desk.write("e.csv", "企业名称,统一社会信用代码,省份\n福州榕信贸易有限公司,%s,福建\n北京远山工艺品有限公司,%s,北京\n"
                      % (ONE, OTHER))
    same(desk.run("import", "exporters", file), line(2, 2))


@story
def exported_and_imported(desk):
    """what is exported says nothing new to the workspace it comes from"""
    desk.start("demo")
    before = desk.export()
    for kind in ("products", "enrolments", "listings", "benefits", "sales"):
        rows = records_of(desk, kind)
        check(rows, kind)
        file = desk.path(kind + ".csv")
        desk.run("export", kind, "-o", file)
        check(desk.read(kind + ".csv").startswith("\ufeff"))
        same(desk.run("import", kind, file, "--on-duplicate=update"), line(len(rows), skipped=len(rows)))
        same(records_of(desk, kind), rows)
    same(desk.export(), before)


@story
def another_workspace(desk):
    """exporters and products go to another workspace as they are"""
    desk.start("demo")
    exporters = [row for row in records_of(desk, "exporters") if row["uscc"]]
    products = [row for row in records_of(desk, "products") if row["exporter"] in {row["uscc"] for row in exporters}]
    for row in exporters:
        row["stage_reason"] = row["stage_reason"] or "Brought over"
    for kind, rows in (("exporters", exporters), ("products", products)):
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
        desk.write(kind + ".csv", out.getvalue())
    desk.start("empty")
    same(desk.run("import", "exporters", desk.path("exporters.csv")), line(len(exporters), len(exporters)))
    same(desk.run("import", "products", desk.path("products.csv")), line(len(products), len(products)))
    same(records_of(desk, "products"), products)


@story
def references_of_another_workspace(desk):
    """what is an exporter's without a USCC is filed under it elsewhere too, not under whoever has its reference"""
    kinds = (("products", "reference,exporter,name\nLAMP,E-1001,Lamp\n"),
             ("enrolments", "exporter,programme,status,date\nE-1001,%s,accepted,2025-06-01\n" % PROGRAMME),
             ("listings", "product,channel,live_from\nLAMP,%s,2025-07-01\n" % CHANNEL),
             ("benefits", "exporter,programme,kind,quantity,value,currency,status,date\nE-1001,%s,grant,1,5000,CNY,used,2025-08-01\n"
                          % PROGRAMME),
             ("sales", "exporter,product,date,amount,currency\nE-1001,LAMP,2025-08-31,990,CNY\n"))
    desk.start("sample")
    desk.run("import", "exporters", desk.write("e.csv", "企业名称,省份\n温州灯具有限公司,浙江\n"))
    for kind, text in kinds:
        same(desk.run("import", kind, desk.write("in.csv", text)), line(1, 1))
        desk.run("export", kind, "-o", desk.path(kind + ".csv"))
    desk.start("sample")
    desk.run("import", "exporters", desk.write("f.csv", "企业名称,省份\n福州榕信贸易有限公司,福建\n"))
    for kind, _ in kinds:
        desk.run("import", kind, desk.path(kind + ".csv"), status=1)
        check("“E-1001” is “福州榕信贸易有限公司” here, not “温州灯具有限公司”" in desk.said or kind == "listings", desk.said)
        same(records_of(desk, kind), [])
    desk.run("import", "exporters", desk.path("e.csv"))
    for kind, _ in kinds:
        same(desk.run("import", kind, desk.path(kind + ".csv")), line(1, 1))
        same(desk.json("list", kind)[0]["exporter_name"], "温州灯具有限公司")
        same(desk.json("list", kind)[0]["exporter"], "E-1002")


@story
def every_kind(desk):
    """products, enrolments, listings, benefits and sales come in by the contract's field names"""
    with_exporters(desk)
    before = desk.export()
    for kind, text in (
            ("products", "reference,gtin,exporter,name,hs_code,unit_cost,fob_price,freight,vat_rebate,domestic_price,"
                         "currency,ccc\nFZ-1,6901234567892,%s,Kettle,851660,35.5,50,2,4,99,CNY,yes\n" % ONE),
            ("enrolments", "exporter,programme,status,date\n%s,%s,accepted,2025-06-01\n" % (ONE, PROGRAMME)),
            ("listings", "exporter,product,channel,live_from,until,url\n%s,FZ-1,%s,2025-07-01,,https://example.com\n"
                         % (ONE, CHANNEL)),
            ("benefits", "exporter,programme,kind,quantity,value,currency,status,date\n%s,%s,grant,1,5000,CNY,used,2025-08-01\n"
                         % (ONE, PROGRAMME)),
            ("sales", "exporter,product,channel,date,quantity,amount,currency\n%s,6901234567892,%s,2025-08-31,10,990,CNY\n"
                      % (ONE, CHANNEL))):
        file = desk.write(kind + ".csv", text)
        same(desk.run("import", kind, file, "--dry-run"), line(1, 1))
        same(records_of(desk, kind), [])
        same(desk.run("import", kind, file), line(1, 1))
        same(desk.run("import", kind, file, "--on-duplicate=update"), line(1, skipped=1))
        same(len(records_of(desk, kind)), 1)
        desk.run("import", kind, file, "--on-duplicate=fail", status=1)
        check("there already" in desk.said, desk.said)
    # The listing is under the enrolment, which went live with it.
    same(desk.json("list", "enrolments")[0]["status"], "live")
    same(desk.json("list", "enrolments")[0]["date"], "2025-07-01")
    same(desk.json("list", "listings")[0]["exporter"], ONE)
    check(desk.json("list", "listings")[0]["enrolment"])
    same(desk.run("check"), "All is sound.\n")
    for _ in range(5):
        desk.run("undo")
    same(desk.export(), before)


@story
def what_would_change(desk):
    """a dry run names the fields that would change; only the import changes them"""
    with_exporters(desk)
    file = desk.write("p.csv", "reference,exporter,name\nFZ-1,%s,Kettle\n" % ONE)
    desk.run("import", "products", file)
    desk.write("p.csv", "reference,name,hs_code\nFZ-1,Kettle 1.5 l,851660\n")
    same(desk.run("import", "products", file, "--on-duplicate=update", "--dry-run"), line(1, updated=1))
    check("line 2 would change Name: Kettle → Kettle 1.5 l; HS code: Not stated → 851660" in desk.said, desk.said)
    same(desk.run("import", "products", file), line(1, skipped=1))
    check("line 2: is there already; --on-duplicate=update changes it" in desk.said, desk.said)
    desk.run("import", "products", file, "--on-duplicate=skip")
    check("--on-duplicate" not in desk.said, desk.said)
    same(desk.run("import", "products", file, "--on-duplicate=update"), line(1, updated=1))
    same(records_of(desk, "products")[0]["hs_code"], "851660")


@story
def mended_rejects(desk):
    """rejected rows are saved with line, column and reason, mended and imported again"""
    with_exporters(desk)
    file = desk.write("p.csv", "货号,企业,商品名称,HS编码\nA,%s,水壶,851660\nB,没有的公司,锅,732393\nC,%s,灯,abc\n" % (ONE, ONE),
                      encoding="gb18030")
    same(desk.run("import", "products", file, "--encoding=GB18030", "--on-error=fail", status=1), "")
    check("Line 3" in desk.said, desk.said)
    same(desk.run("import", "products", file, "--rejects=" + desk.path("no.csv"), status=1), line(3, 1, rejected=2))
    text = desk.read("no.csv")
    rows = list(csv.reader(io.StringIO(text[1:])))
    same(rows[0][-3:], ["Line", "Column", "Reason"])
    same([row[4:6] for row in rows[1:]], [["3", "企业"], ["4", "HS编码"]])
    desk.write("no.csv", text.replace("没有的公司", "北京远山工艺品有限公司").replace(",abc,", ",940520,"))
    same(desk.run("import", "products", desk.path("no.csv")), line(2, 2))
    same({row["exporter"] for row in records_of(desk, "products")}, {ONE, OTHER})


@story
def columns_by_hand(desk):
    """columns are mapped by hand, by heading or number, and what is unknown is said"""
    with_exporters(desk)
    file = desk.write("p.csv", "code,firm,what\nA,%s,Kettle\n" % ONE)
    same(desk.run("import", "products", file, "--map=code=reference", "--map=2=exporter", "--map=what=name"), line(1, 1))
    desk.run("import", "products", file, "--map=code=colour", status=2)
    check("colour" in desk.said and "gtin" in desk.said, desk.said)
    desk.run("import", "products", file, "--map=nothing=name", status=2)
    file = desk.write("s.csv", "who,day,yuan\n%s,2025-09-30,100\n" % ONE)
    same(desk.run("import", "sales", file, "--map=who=exporter", "--map=day=date", "--map=yuan=amount"), line(1, 1))


@story
def guessed_encoding(desk):
    """an encoding that is a guess is named with the line that rests on it; damaged UTF-8 is refused with its line"""
    desk.start("sample")
    file = desk.write("l.csv", "name,province\nPlain,33\nCafé Crème Brûlée,33\n", encoding="latin-1")
    same(desk.run("import", "exporters", file, "--dry-run"), line(2, 2))
    check("l.csv" in desk.said and "line 3" in desk.said and "--encoding=" in desk.said, desk.said)
    desk.run("import", "exporters", file, "--dry-run", "--encoding=ISO-8859-1")
    check("guess" not in desk.said, desk.said)
    file = desk.write("u.csv", "企业名称,省份\n宁波公司,浙江\n温州\udce4\udcbd,浙江\n".encode("utf-8", "surrogateescape").decode("latin-1"),
                      encoding="latin-1")
    desk.run("import", "exporters", file, status=1)
    check("Line 3" in desk.said, desk.said)


@story
def no_way_past_the_papers(desk):
    """a stage past what is open needs a reason in the file, for a new exporter as for one that is there"""
    with_exporters(desk)
    for row in ("%s,福州榕信贸易有限公司,福建" % ONE, "913702111234567884,新来的有限公司,山东"):
        code = row.split(",")[0]
        text = "统一社会信用代码,企业名称,省份,阶段%s\n" + row + ",已上架%s\n"
        file = desk.write("x.csv", text % ("", ""))
        out = desk.run("import", "exporters", file, "--on-duplicate=update", status=1)
        same(out, line(1, rejected=1))
        check("needs a reason" in desk.said, desk.said)
        file = desk.write("x.csv", text % (",原因", ",已在平台销售"))
        desk.run("import", "exporters", file, "--on-duplicate=update")
        shown = desk.json("show", "exporters", code)
        same(shown["record"]["stage"], "listed")
        check(any(a["to_stage"] == "listed" and a["reason"] == "已在平台销售" for a in shown["related"]["activities"]))


sys.exit(main())
