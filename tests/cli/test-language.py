#!/usr/bin/env python3
"""test-language.py: tradepivot-cli in Chinese, and what must not depend on the language.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys

sys.dont_write_bytecode = True
from commands import check, main, same, story  # noqa: E402

CHINESE = {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": ""}


@story
def help_in_chinese(desk):
    """help is in Chinese, with not one English sentence left"""
    text = desk.run("--help", workspace=False, environment=CHINESE)
    check("新建工作区" in text and "命令" in text, text)
    for line in text.splitlines():
        same(re.findall(r"\b(?!tradepivot|help)[A-Za-z]{3,} [a-z]{2,}", line), [])


@story
def status_in_chinese(desk):
    """status speaks Chinese: words, names, amounts"""
    desk.start("sample")
    text = desk.run("status", environment=CHINESE)
    for words in ("京东", "2000亿元", "未说明", "认投3020亿元，9项承诺中3项写明", "阿里巴巴·淘宝天猫"):
        check(words in text, words + "\n" + text)
    check("Not stated" not in text and "bn" not in text, text)


@story
def files_do_not_depend(desk):
    """files and JSON do not depend on the language"""
    desk.start("demo")
    for arguments in (("export", "workspace", "-o", "-"), ("export", "exporters", "-o", "-", "--format=csv"),
                      ("list", "ledger", "--format=json")):
        same(desk.run(*arguments, environment=CHINESE), desk.run(*arguments))
    # The order is the reader's, the words are not
    english, chinese = desk.json("status"), desk.json("status", environment=CHINESE)
    for status in english, chinese:
        status["commitments"].sort(key=lambda c: c["key"])
    same(english, chinese)


@story
def typed_in_the_readers_language(desk):
    """the shipped campaigns speak the reader's language also in what people typed, and nothing else differs"""
    desk.start("demo")
    english = desk.run("export", "workspace", "-o", "-").splitlines()
    desk.file = desk.path("zh.tradepivot")
    desk.run("new", "--demo", environment=CHINESE)
    chinese = desk.run("export", "workspace", "-o", "-").splitlines()
    same(len(english), len(chinese))
    differing = [(a, b) for a, b in zip(english, chinese) if a != b]
    check(len(differing) > 500, len(differing))
    typed = ('"city"', '"owner"', '"stage_reason"', '"narrative"', '"reason"', '"author"', '"text"', '"title"', '"note"',
             '"publisher"')
    for a, b in differing:
        for mine, theirs in zip(re.findall(r'("\w+"):("(?:[^"\\]|\\.)*"|-?\d+|true|false)', a),
                                re.findall(r'("\w+"):("(?:[^"\\]|\\.)*"|-?\d+|true|false)', b)):
            named = mine[0] == '"name"' and '"kind":"saved_filter"' in a
            check(mine == theirs or mine[0] in typed or named, "%s against %s" % (mine, theirs))
    check('"owner":"林悦"' in "\n".join(chinese) and "Lin Yue" not in "\n".join(chinese))


@story
def chart_in_a_language(desk):
    """a chart speaks the language that is asked for, wherever the program was started"""
    desk.start("sample")
    for environment in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C"}, CHINESE):
        desk.run("chart", "pledged", "-o", "zh.svg", "--lang=zh_CN", environment=environment)
        check("9项承诺中3项写明金额，合计3020亿元" in desk.read("zh.svg"))
        desk.run("chart", "pledged", "-o", "en.svg", "--lang=en_US", environment=environment)
        check("Three of nine commitments put a figure on it" in desk.read("en.svg"))


if __name__ == "__main__":
    sys.exit(main())
