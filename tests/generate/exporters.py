#!/usr/bin/env python3
"""exporters.py N [--seed S] [--products M] … > FILE.csv: N invented exporters and what hangs
on them, as spreadsheets would hold it.

Chinese headings, valid and unique unified social credit codes that agree with the
province, and one way of writing everything, so that a million rows import without a
rejected one. Written in blocks; a million rows take some seconds.

--products M, --enrolments M and --listings M write M rows each into products.csv,
enrolments.csv and listings.csv of the folder --folder. Enrolments and listings name the
programmes and channels of --programmes and --channels. The same numbers and seed make the
same rows.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import datetime
import os
import random
import sys

from catalogue import FIRST, GIVEN, SECOND, SURNAMES, TOWNS, TRADES
from codes import PROVINCES, USCC_ALPHABET, USCC_VALUES, USCC_WEIGHTS, gtin_check, organisation_check

HEADINGS = ("企业名称", "英文名称", "统一社会信用代码", "省份", "城市", "联系人", "联系电话", "HS章节", "年出口额", "币种", "对美占比")
PRODUCT_HEADINGS = ("企业", "货号", "商品条码", "商品名称", "英文名称", "HS编码", "单位成本", "离岸价", "运费", "出口退税", "内销价", "币种", "3C")
ENROLMENT_HEADINGS = ("统一社会信用代码", "项目", "状态", "日期")
LISTING_HEADINGS = ("统一社会信用代码", "商品条码", "渠道", "上架日期", "网址")
USCC, CHAPTERS = 2, 7
BLOCK = 20000
FIRST_DAY = datetime.date(2025, 5, 2)


def rows(count, seed):
    rng = random.Random(seed)
    towns = [(PROVINCES[province][1], *town) for province, (_, group) in TOWNS.items() for town in group]
    weights = [weight / len(group) for weight, group in TOWNS.values() for _ in group]
    heads = ["91" + town[3] for town in towns]
    head_sums = [sum(USCC_VALUES[c] * w for c, w in zip(head, USCC_WEIGHTS)) for head in heads]
    trades = [(trade[0], trade[1], " ".join(sorted({good[2][:2] for good in trade[4]}))) for trade in TRADES]
    words = [(a + b, x + y) for a, x in FIRST for b, y in SECOND]
    people = [surname[0] + given[0] for surname in SURNAMES for given in GIVEN]
    # The first half of an organisation code and what it adds to the check sums; the
    # serial number makes the second half, so that no code comes twice.
    offset = rng.randrange(10 ** 8)
    picked = []
    for i in range(count):
        if i % BLOCK == 0:
            picked = rng.choices(range(len(towns)), weights, k=BLOCK)
        place = picked[i % BLOCK]
        province, town, town_local, _ = towns[place]
        code = "%08d" % ((offset + i * 7919) % 10 ** 8)
        code += organisation_check(code)
        total = head_sums[place] + sum(map(int.__mul__, map(USCC_VALUES.__getitem__, code), USCC_WEIGHTS[8:]))
        r = rng.random()
        pick = int(r * 1e15)
        word = words[pick % len(words)]
        trade = trades[pick // 483 % len(trades)]
        # Names are told apart by a number, since rare words are fewer than rows.
        yield "%s%s%s%d%s,%s %s %d %s,%s,%s,%s,%s,%s,%s,%d,CNY,%d.%d%%\r\n" % (
            town_local, word[0], trade[1], i + 1, "有限公司", town, word[1], i + 1, trade[0],
            heads[place] + code + USCC_ALPHABET[(31 - total % 31) % 31], province, town_local,
            people[pick // 11592 % len(people)], "1%s%09d" % ("358"[i % 3], i), trade[2],
            int(10 ** (6 + 2.47 * r)) // 10000 * 10000, pick // 4172 % 80 + 5, pick // 333 % 10)


def exporter_codes(count, seed):
    """What products need of each exporter: its code and its HS chapters."""
    for row in rows(count, seed):
        cells = row.split(",")
        yield cells[USCC], cells[CHAPTERS]


def goods_by_chapters():
    found = {}
    for trade in TRADES:
        found.setdefault(" ".join(sorted({good[2][:2] for good in trade[4]})), []).extend(trade[4])
    return found


def gtin(number, seed):
    """Unique for each number below 10^9: a prefix of GS1 China and a serial number."""
    first12 = "69%d%09d" % (seed % 10, number)
    return first12 + gtin_check(first12)


def products(count, exporters, seed):
    """M products, spread over the exporters: every one has as many as the next, or one more."""
    goods = goods_by_chapters()
    rng = random.Random(seed + 1)
    for i in range(count):
        uscc, chapters = exporters[i % len(exporters)]
        english, chinese, hs, cost, ccc = rng.choice(goods[chapters])
        number = i // len(exporters) + 1
        cost = cost * rng.randint(80, 130) // 100
        fob, freight, rebate = cost * 135 // 100, cost * 8 // 100, cost * 13 // 113
        price = cost * rng.randint(150, 240) // 100
        yield "%s,%s-%05d,%s,%s%d型,%s %d,%s,%.2f,%.2f,%.2f,%.2f,%.2f,CNY,%s\r\n" % (
            uscc, hs[:4], i + 1, gtin(i, seed), chinese.replace(",", " "), number, english.replace(",", ""), number, hs,
            cost / 100, fob / 100, freight / 100, rebate / 100, price / 100, "是" if ccc else "否")


def enrolments(count, exporters, programmes, seed):
    """M enrolments: each exporter once in a programme, one programme after the other."""
    rng = random.Random(seed + 2)
    for i in range(min(count, len(exporters) * len(programmes))):
        status = rng.choices(("applied", "accepted", "live", "declined", "withdrawn"), (3, 3, 6, 1, 1))[0]
        yield "%s,%s,%s,%s\r\n" % (exporters[i % len(exporters)][0], programmes[i // len(exporters)], status,
                                   FIRST_DAY + datetime.timedelta(rng.randrange(300)))


def listings(count, n_products, exporters, channels, seed):
    """M listings: each product once in a channel, one channel after the other."""
    rng = random.Random(seed + 3)
    for i in range(min(count, n_products * len(channels))):
        product, channel = i % n_products, channels[i // n_products]
        yield "%s,%s,%s,%s,https://example.com/%s/%d\r\n" % (
            exporters[product % len(exporters)][0], gtin(product, seed), channel,
            FIRST_DAY + datetime.timedelta(rng.randrange(300)), channel, product + 1)


def write(out, headings, lines):
    out.write(",".join(headings) + "\r\n")
    block = []
    for line in lines:
        block.append(line)
        if len(block) == BLOCK:
            out.write("".join(block))
            block = []
    out.write("".join(block))
    out.flush()


def write_file(folder, name, headings, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="", buffering=1 << 20) as out:
        write(out, headings, lines)


def main():
    parser = argparse.ArgumentParser(description="Writes invented exporters as CSV.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--products", type=int, default=0, metavar="M")
    parser.add_argument("--enrolments", type=int, default=0, metavar="M")
    parser.add_argument("--listings", type=int, default=0, metavar="M", help="needs --products")
    parser.add_argument("--programmes", default="taobao-tmall-sourcing", metavar="KEY,KEY")
    parser.add_argument("--channels", default="taobao-tmall", metavar="KEY,KEY")
    parser.add_argument("--folder", default=".")
    arguments = parser.parse_args()
    if not 0 <= arguments.count <= 10 ** 8:
        parser.error("N is 0 to 100000000")
    if not 0 <= arguments.products < 10 ** 9 or (arguments.listings and not arguments.products):
        parser.error("M is 0 to 999999999, and listings need products")
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False, buffering=1 << 20)
    write(out, HEADINGS, rows(arguments.count, arguments.seed))
    if not arguments.count or not (arguments.products or arguments.enrolments):
        return
    exporters = list(exporter_codes(arguments.count, arguments.seed))
    if arguments.products:
        write_file(arguments.folder, "products.csv", PRODUCT_HEADINGS,
                   products(arguments.products, exporters, arguments.seed))
    if arguments.enrolments:
        write_file(arguments.folder, "enrolments.csv", ENROLMENT_HEADINGS,
                   enrolments(arguments.enrolments, exporters, arguments.programmes.split(","), arguments.seed))
    if arguments.listings:
        write_file(arguments.folder, "listings.csv", LISTING_HEADINGS,
                   listings(arguments.listings, arguments.products, exporters, arguments.channels.split(","),
                            arguments.seed))


if __name__ == "__main__":
    main()
