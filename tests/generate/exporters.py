#!/usr/bin/env python3
"""exporters.py N [--seed S] > FILE.csv: N invented exporters, as a spreadsheet would hold them.

Chinese headings, valid and unique unified social credit codes that agree with the
province, and one way of writing everything, so that a million rows import without a
rejected one. Written in blocks; a million rows take some seconds.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import random
import sys

from catalogue import FIRST, GIVEN, SECOND, SURNAMES, TOWNS, TRADES
from codes import PROVINCES, USCC_ALPHABET, USCC_VALUES, USCC_WEIGHTS, organisation_check

HEADINGS = ("企业名称", "英文名称", "统一社会信用代码", "省份", "城市", "联系人", "联系电话", "HS章节", "年出口额", "币种", "对美占比")
BLOCK = 20000


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


def main():
    parser = argparse.ArgumentParser(description="Writes invented exporters as CSV.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not 0 <= arguments.count <= 10 ** 8:
        parser.error("N is 0 to 100000000")
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False, buffering=1 << 20)
    out.write(",".join(HEADINGS) + "\r\n")
    block = []
    for row in rows(arguments.count, arguments.seed):
        block.append(row)
        if len(block) == BLOCK:
            out.write("".join(block))
            block = []
    out.write("".join(block))
    out.flush()


if __name__ == "__main__":
    main()
