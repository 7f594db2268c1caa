#!/usr/bin/env python3
"""A second, independent reader (Sudachi) looks at every reading that authors wrote, and each difference is decided by a person.

Kanji are read in more ways than one, and whoever wrote a reading does not see a slip of their own. This compares the marks in
`content/` with what Sudachi reads there, and lists where they differ, most frequent first. What was looked at and decided stands in
`tests/voice/second_reader.tsv` (base, as written, as Sudachi reads, why) and is not told again; a difference that is not decided fails.

    pip install sudachipy sudachidict-small
    script/second_reader.py [FOLDER]
"""
import collections
import pathlib
import re
import sys

try:
    from sudachipy import Dictionary, SplitMode
except ImportError:
    sys.exit("sudachipy is missing: pip install sudachipy sudachidict-small")

ROOT = pathlib.Path(__file__).resolve().parent.parent
DECIDED = ROOT / "tests" / "voice" / "second_reader.tsv"
KANJI = "\u3400-\u9fff々〆"
MARK = re.compile(rf"｜([^《]+)《([^》]+)》|([{KANJI}]+)《([^》]+)》")


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def marks(text):
    """The text without marks, and what was marked: from, to, reading."""
    out, plain, last = [], "", 0
    for found in MARK.finditer(text):
        plain += text[last : found.start()]
        base, ruby = (found[1], found[2]) if found[1] else (found[3], found[4])
        out.append((len(plain), len(plain) + len(base), hiragana(ruby)))
        plain += base
        last = found.end()
    return plain + text[last:], out


def read(words, start, end):
    """How Sudachi reads from `start` to `end`; nothing where its words do not end there or the rest is not kana."""
    inside = [word for word in words if word.begin() < end and word.end() > start]
    if not inside:
        return None
    before, after = start - inside[0].begin(), inside[-1].end() - end
    kana = hiragana("".join(word.reading_form() for word in inside))
    surface = "".join(word.surface() for word in inside)
    head, tail = hiragana(surface[:before]), hiragana(surface[len(surface) - after :])
    if re.search(rf"[{KANJI}0-9]", head + tail) or not (kana.startswith(head) and kana.endswith(tail)):
        return None
    return kana[len(head) : len(kana) - len(tail)]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content"
    reader = Dictionary(dict="small").tokenizer()
    lines = DECIDED.read_text("utf-8").splitlines()
    decided = {tuple(line.split("\t")[:3]) for line in lines if not line.startswith("#")}
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".toml", ".ftl"})
    compared, alike, apart = 0, 0, collections.defaultdict(list)
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            plain, marked = marks(line)
            words = list(reader.tokenize(plain, SplitMode.C)) if marked else []
            for start, end, ruby in marked:
                base = plain[start:end]
                # Numbers are read by the rules of the kiosk's own front end, which has tables of its own.
                if not re.search(rf"[{KANJI}]", base) or not re.fullmatch("[ぁ-ゖー]+", ruby) or re.search(r"[0-9]", plain[max(0, start - 1) : end]):
                    continue
                other = read(words, start, end)
                if other is None:
                    continue
                compared += 1
                if other == ruby:
                    alike += 1
                else:
                    apart[base, ruby, other].append((path, plain.strip()))
    open_ = {key: where for key, where in apart.items() if key not in decided}
    for (base, ruby, other), where in sorted(open_.items(), key=lambda item: -len(item[1])):
        path, plain = where[0]
        print(f"{base}\t{ruby}\t{other}\t{len(where)}\t{path.name}\t{plain[:60]}")
    print(
        f"{compared} readings compared, {alike} alike, {sum(map(len, apart.values()))} different in {len(apart)} ways, "
        f"{len(open_)} of them not decided",
        file=sys.stderr,
    )
    sys.exit(1 if open_ else 0)


if __name__ == "__main__":
    main()
