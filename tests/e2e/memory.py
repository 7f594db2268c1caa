#!/usr/bin/python3
"""`memory.py PID TEXT`: says whether a text is anywhere in the memory of a process, in UTF-8, UTF-16 or UTF-32. Exit code 0 it is, 1 it is
not, 3 the memory may not be read (which is what everybody but root should find). `memory.py PID`: writes out all of it."""
import sys


def regions(pid):
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
        for line in maps:
            span, rights = line.split()[:2]
            if rights.startswith("r"):
                yield [int(end, 16) for end in span.split("-")]


def held_in(pid):
    with open(f"/proc/{pid}/mem", "rb") as memory:
        for start, end in regions(pid):
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue


def main(pid, text=None):
    try:
        if text is None:
            for held in held_in(pid):
                sys.stdout.buffer.write(held)
            return 0
        wanted = [text.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
        return 0 if any(form in held for held in held_in(pid) for form in wanted) else 1
    except PermissionError:
        return 3


sys.exit(main(*sys.argv[1:]))
