#!/usr/bin/python3
"""`memory.py PID TEXT`: says whether a text is anywhere in the memory of a process, in UTF-8, UTF-16 or UTF-32. Exit code 0 it is, 1 it is
not, 3 the memory may not be read (which is what everybody but root should find)."""
import sys


def regions(pid):
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
        for line in maps:
            span, rights = line.split()[:2]
            if rights.startswith("r"):
                yield [int(end, 16) for end in span.split("-")]


def main(pid, text):
    wanted = [text.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
    try:
        with open(f"/proc/{pid}/mem", "rb") as memory:
            for start, end in regions(pid):
                try:
                    memory.seek(start)
                    held = memory.read(end - start)
                except (OSError, ValueError, OverflowError):
                    continue
                if any(form in held for form in wanted):
                    return 0
    except PermissionError:
        return 3
    return 1


sys.exit(main(sys.argv[1], sys.argv[2]))
