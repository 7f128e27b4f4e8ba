#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tried.py SOURCE: nothing that has a name goes untried.

Each jm_status, each row of each word table of the library, each option of the command, long and
short, and each of its exit statuses occurs in some test. What a result can say must be expected by a
case, or as JSON by a test of the command; other words may stand in either, or, as their enumerator, in
a unit test. Prints what does not occur; exits 1 when there is any.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# Words that results are made of: the fact that a case expects (see facts.py), and the key in JSON.
FACTS = {
    "jmi_how_words": (r"\S+ how {}", "how"),
    "jmi_criteria": (r"\S+ criterion {}", "criterion"),
    "jmi_tier_source_words": (r"\S+ tier \S+ {}", "tier_source"),
    "standing_words": (r"\S+ {}", "status"),
    "tier_words": (r"\S+ tier {} \S+", "tier"),
    "component_words": (r"\S+ component {}", "component"),
}

# Rows that nothing outside can see.
INSIDE = {
    "JMI_ENTRY_PROSE": "prose is cut into statements, which are of other kinds",
}

# A table of words by enumerator, or one whose name says that it is one.
TABLE = re.compile(r"^ *(?:static )?const [\w *]*?\b(\w+)\[\w*\] = \{(.*?)\};", re.S | re.M)
ROW = re.compile(r"\[(JMI?_\w+)\] = \{?\s*(\"(?:[^\"\\]|\\.)*\")")


def source_of(paths: Iterator[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(paths))


class Tests:
    """The texts of all tests, by sort."""

    def __init__(self, source: Path) -> None:
        tests = source / "tests"
        self.units = source_of(tests.glob("unit/**/*.[ch]")) + source_of(tests.glob("oom/*.c"))
        self.command = source_of(tests.glob("cli/*.sh"))
        self.args = source_of(tests.glob("cases/**/args"))
        self.expected = source_of(tests.glob("cases/**/expected.txt"))
        self.cases = source_of(p for p in tests.glob("cases/**/*") if p.is_file())

    def expects(self, table: str, word: str) -> bool:
        fact, key = FACTS[table]
        pattern = rf"^{fact.format(re.escape(word))}\s*(#.*)?$"
        return re.search(pattern, self.expected, re.M) is not None or f'"{key}":"{word}"' in self.command

    def says(self, word: str) -> bool:
        whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        return any(whole.search(text) for text in (self.cases, self.command))

    def names(self, enumerator: str) -> bool:
        return re.search(rf"\b{enumerator}\b", self.units) is not None


def rows(text: str) -> Iterator[tuple[str, str, str]]:
    """Table, enumerator (or "") and word of each word of the tables in a C source."""
    for table in TABLE.finditer(text):
        named = [(key, word.strip('"')) for key, word in ROW.findall(table.group(2))]
        if table.group(1) in FACTS and not named:
            named = [("", word) for word in re.findall(r"\"([^\"]+)\"", table.group(2))]
        for key, word in named:
            if word:
                yield table.group(1), key, word


def untried_words(source: Path, tests: Tests) -> Iterator[str]:
    seen: set[str] = set()
    for path in sorted((source / "lib").rglob("*.c")):
        for table, key, word in rows(path.read_text(encoding="utf-8")):
            seen.add(table)
            if key in INSIDE:
                continue
            if table in FACTS:
                tried = tests.expects(table, word)
            else:
                tried = tests.names(key) or tests.says(word)
            if not tried:
                yield f"{path.relative_to(source)}: {table}: {key or word} ({word})"
    for table in sorted(FACTS.keys() - seen):
        yield f"{table}: there is no such word table: tell tests/tried.py"


def untried_statuses(source: Path, tests: Tests) -> Iterator[str]:
    header = (source / "include" / "jobmatch" / "base.h").read_text(encoding="utf-8")
    body = re.search(r"typedef enum jm_status \{(.*?)\} jm_status;", header, re.S)
    names = re.findall(r"\b(JM_\w+) = \d+", body.group(1)) if body else []
    if len(names) < 2:
        yield "base.h: the statuses were not found"
    for name in names:
        if not tests.names(name):
            yield f"base.h: {name}, by no unit test"


def untried_options(source: Path, tests: Tests) -> Iterator[str]:
    folder = source / "examples" / "cli"
    table = re.search(r"static const row rows\[\] = \{(.*?)\};",
                      (folder / "options.c").read_text(encoding="utf-8"), re.S)
    found = re.findall(r"\{\"([\w-]+)\",.*?(?:'(\w)'|OPT_\w+), FOR_", table.group(1), re.S) if table else []
    if len(found) < 10:
        yield "options.c: the options were not found"
    for name, letter in [*found, ("version", "V")]:
        for option in [f"--{name}", *([f"-{letter}"] if letter else [])]:
            whole = re.compile(rf"(?<![\w-]){option}(?![\w-])")
            if not whole.search(tests.command) and not whole.search(tests.args):
                yield f"options.c: {option}"
    exits = re.findall(r"\bEXIT_\w+ = (\d+)", (folder / "cli.h").read_text(encoding="utf-8"))
    if len(exits) != 5:
        yield "cli.h: the exit statuses were not found"
    for status in exits:
        if f"status_is {status}\n" not in tests.command:
            yield f"cli.h: exit status {status}"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: tried.py SOURCE", file=sys.stderr)
        return 2
    source = Path(sys.argv[1])
    tests = Tests(source)
    failures = 0
    for untried in (untried_statuses, untried_words, untried_options):
        for what in untried(source, tests):
            failures += 1
            print(f"in no test: {what}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
