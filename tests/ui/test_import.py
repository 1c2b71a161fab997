#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet as it comes: Chinese headings, GB18030, and some rows that cannot stand."""

import json
import os
import re

from harness import BUILD, check, run, story, wait

HEADINGS = ("企业名称", "统一社会信用代码", "省份", "年出口额", "币种", "对美占比")
GOOD = (
    ("厦门港湾灯饰有限公司", "91350100M000100Y43", "福建省", "8,120,000", "USD", "45%"),
    ("北京远山工艺品有限公司", "91110000802100433B", "北京", "120万", "USD", "20"),
    ("绍兴新柯纺织有限公司", "", "浙江", "3600000", "USD", ""),
)
BAD = (
    ("台州日新五金有限公司", "91331002ABCD1234XX", "浙江", "100000", "USD", "10"),
    ("广州海帆箱包有限公司", "", "大西洋", "200000", "USD", "10"),
    ("", "", "浙江", "300000", "USD", "10"),
)


def spreadsheet(desk):
    """The list as a person's spreadsheet program for Chinese writes it. Returns its path."""
    path = desk.path("外贸企业名单.csv")
    lines = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in (HEADINGS, *GOOD, *BAD)]
    with open(path, "w", encoding="gb18030", newline="") as file:
        file.write("\r\n".join(lines) + "\r\n")
    return path


def choose(desk, program, window=None):
    """Up to the preview of the file, by keyboard."""
    window = window or program.campaign()
    program.key("ctrl+i")
    dialog = program.dialog("Import Exporters")
    button = dialog.expect("button", "Choose File…")
    wait(lambda: button.is_("focused"), "the focus on Choose File…")
    program.key("Return")
    program.answer_file_dialog(spreadsheet(desk), "Open")
    return window, dialog


@story("The preview counts the rows and says of each refused one why; the import keeps the rest")
def preview_and_import(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    window, dialog = choose(desk, program)
    dialog.expect_words("6 rows read")
    dialog.expect_words("3 new")
    dialog.expect_words("3 refused")
    os.makedirs(os.path.join(BUILD, "screenshots"), exist_ok=True)
    program.settle()
    program.picture(os.path.join(BUILD, "screenshots", "import-wide.png"))
    dialog.expect_words("GB18030")
    dialog.expect_words("All 6 recognised")
    refused = dialog.expect("list", "Refused Rows")
    rows = [node.words().replace("\n", " ") for node in refused.all("list item")]
    check(len(rows) == 3, rows)
    for row, (line, value) in zip(rows, (("5", "91331002ABCD1234XX"), ("6", "大西洋"), ("7", ""))):
        check(row.startswith(line) and value in row, f"line {line} with {value!r} is not told by: {row}")
    check(re.search("(?i)province", rows[1]), f"no reason in {rows[1]}")
    check(json.loads(desk.cli("-w", file, "list", "exporters", "--format=json")) == [], "imported by the preview")

    button = dialog.expect("button", "Import 3 Rows")
    program.key("Return") if button.is_("focused") else button.click()
    dialog.expect_words("3 added, 0 updated, 3 refused")
    places = window.expect("list", "Views")
    wait(lambda: places.find("list item", "Exporters").description == "3", "three exporters in the sidebar")
    dialog.expect("button", "Close").click()
    program.root.expect_no("dialog", "Import Exporters")
    window.expect("grouping", "Exporters").expect("table row", re.compile("绍兴新柯纺织有限公司"))
    kept = {record["name_local"]: record for record in
            json.loads(desk.cli("-w", file, "list", "exporters", "--format=json"))}
    check(set(kept) == {row[0] for row in GOOD}, sorted(kept))
    check(kept["北京远山工艺品有限公司"]["annual_export"] == 1200000, kept["北京远山工艺品有限公司"])
    check(kept["厦门港湾灯饰有限公司"]["us_share"] in (45, 45.0), kept["厦门港湾灯饰有限公司"])


@story("One undo takes the whole import back")
def undo(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    window, dialog = choose(desk, program)
    dialog.expect("button", "Import 3 Rows").click()
    dialog.expect("button", "Close").click()
    program.root.expect_no("dialog", "Import Exporters")
    places = window.expect("list", "Views")
    wait(lambda: places.find("list item", "Exporters").description == "3", "three exporters in the sidebar")
    program.key("ctrl+z")
    wait(lambda: places.find("list item", "Exporters").description == "0", "no exporter in the sidebar")
    window.expect_words("No Exporters Yet")
    places.find("list item", "Overview").click()
    window.expect("grouping", "Overview")
    check(json.loads(desk.cli("-w", file, "list", "exporters", "--format=json")) == [], "exporters are left")


@story("The refused rows are saved as a file that can be corrected and imported again")
def save_refused(desk):
    program = desk.start(desk.workspace("sample"))
    window, dialog = choose(desk, program)
    dialog.expect("button", "Save Refused Rows…").click()
    path = desk.path("refused.csv")
    program.answer_file_dialog(path, "Save")

    def saved():
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    text = wait(lambda: os.path.exists(path) and saved(), "the saved file")
    for row in BAD:
        check(row[2] in text and row[0] in text, f"{row} is not in {text}")
    for row in GOOD:
        check(row[0] not in text, f"{row[0]} was not refused")
    dialog.expect("button", "Cancel").click()
    program.root.expect_no("dialog", "Import Exporters")


@story("What was imported is shown by itself, whatever was searched for before")
def shown(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    program.activate("show-exporters", "'search=suli'")
    page = window.expect("grouping", "Exporters")
    window, dialog = choose(desk, program)
    dialog.expect("button", "Import 3 Rows").click()
    dialog.expect_words("3 Exporters Added")
    button = dialog.expect("button", "Show the Exporters")
    wait(lambda: button.is_("focused"), "the focus on Show the Exporters")
    program.key("Return")
    program.root.expect_no("dialog", "Import Exporters")
    table = page.expect("tree table", "Exporters")
    wait(lambda: all(any(good[0] in row.name for good in GOOD) for row in table.children[-1].children[:3]),
         "the three new ones on top")
    wait(lambda: len(table.children[-1].children) == 3, "the imported ones alone")
    page.expect_words("3 chosen exporters")
    wait(lambda: "绍兴新柯" in (program.focused() or page).name, "the focus on the newest")


@story("A file that was saved anew since it was looked at is not imported, but looked at again")
def saved_anew(desk):
    program = desk.start(desk.workspace("sample"))
    window, dialog = choose(desk, program)
    dialog.expect("button", "Import 3 Rows")
    with open(desk.path("外贸企业名单.csv"), "a", encoding="gb18030", newline="") as file:
        file.write("温州新来鞋业有限公司,,浙江,100000,USD,10\r\n")
    dialog.expect("button", "Import 3 Rows").click()
    window.expect_words("was changed since it was looked at")
    program.key("Escape")
    dialog.expect("button", "Import 4 Rows").click()
    dialog.expect_words("4 added, 0 updated, 3 refused")


@story("A file in the wrong encoding is refused in words; another encoding is chosen, and it is read")
def encoding(desk):
    program = desk.start(desk.workspace("sample"))
    program.campaign()
    path = desk.path("utf16.csv")
    with open(path, "wb") as file:
        file.write("\n".join(",".join(row) for row in (("企业名称", "省份"), ("甲有限公司", "浙江"))).encode("utf-16-le"))
    program.key("ctrl+i")
    dialog = program.dialog("Import Exporters")
    button = dialog.expect("button", "Choose File…")
    wait(lambda: button.is_("focused"), "the focus on Choose File…")
    program.key("Return")
    program.answer_file_dialog(path, "Open")
    dialog.expect_words("This File Cannot Be Read")
    dialog.expect_words("choose the encoding")
    program.choose(dialog.expect("combo box", "Read It as"), "UTF-16")
    dialog.expect_words("1 row read")
    dialog.expect_words("UTF-16LE")
    program.key("Escape")
    program.root.expect_no("dialog", "Import Exporters")


@story("A list of products is told by its headings; a press on a count lists its rows; what is no product can be said")
def products(desk):
    file = desk.workspace("sample")
    code = "91350100M000100Y43"
    exporters = desk.path("e.csv")
    with open(exporters, "w", encoding="utf-8") as out:
        out.write("uscc,name,province\n%s,Fuzhou Rongxin,Fujian\n" % code)
    desk.cli("-w", file, "import", "exporters", exporters)
    path = desk.path("products.csv")
    with open(path, "w", encoding="utf-8") as out:
        out.write("企业,货号,商品名称,HS编码,颜色\n%s,A-1,水壶,851660,红\n%s,A-2,锅,732393,\n没有的公司,A-3,灯,940520,\n"
                  % (code, code))
    program = desk.start(file)
    program.campaign()
    program.key("ctrl+i")
    dialog = program.dialog("Import Exporters")
    button = dialog.expect("button", "Choose File…")
    wait(lambda: button.is_("focused"), "the focus on Choose File…")
    program.key("Return")
    program.answer_file_dialog(path, "Open")
    dialog = program.dialog("Import Products")
    dialog.expect_words("3 rows read")
    dialog.expect_words("4 of 5 recognised")
    check(dialog.expect("list", "Refused Rows").says("没有的公司"), "the refused row")
    dialog.expect("toggle button", "2 new").click()
    check(dialog.expect("list", "New Rows").says("水壶"), "the new rows")
    program.choose(dialog.expect("combo box", "Products"), "Listings")
    dialog = program.dialog("Import Listings")
    dialog.expect_words("3 refused")
    program.choose(dialog.expect("combo box", "Listings"), "Products")
    dialog = program.dialog("Import Products")
    dialog.expect("button", "Import 2 Rows")
    program.key("alt+m")
    dialog.expect_words("2 Products Added")
    program.key("Return")
    program.root.expect_no("dialog", "Import Products")
    check(len(json.loads(desk.cli("-w", file, "list", "products", "--format=json"))) == 2, "two products")


@story("On a phone Enter chooses the file, and each refused row says why")
def phone(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.campaign()
    program.activate("show-view", "'exporters'")
    window.expect_words("No Exporters Yet")
    program.resize(360, 720)
    window, dialog = choose(desk, program, window)
    dialog.expect_words("3 refused")
    rows = dialog.expect("list", "Refused Rows")
    wait(lambda: rows.says("Line 6") and rows.says("大西洋") and rows.says("(?i)province"), "the reason of line 6")
    program.point_away()
    program.settle()
    os.makedirs(os.path.join(BUILD, "screenshots"), exist_ok=True)
    program.picture(os.path.join(BUILD, "screenshots", "import-phone.png"))
    program.key("Escape")
    program.root.expect_no("dialog", "Import Exporters")


run()
