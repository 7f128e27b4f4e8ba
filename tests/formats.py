#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hostile texts through every format, and read back: usage: formats.py COMMAND

Each text goes through title, requirement, id, alternative, set-aside line and evidence. HTML is parsed
with html.parser, CSV with csv, Markdown with cmark-gfm where that is installed (and held against the
escapes that are expected where it is not): the texts come back, and nothing of them has become
markup, a formula, a link or a control.
"""
from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

TEXTS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> & &lt; &#x41;",
    "</title></style></main></section><style>*{display:none}</style>",
    "<!-- --> <![CDATA[x]]> <?php x ?>",
    "' onmouseover='x",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1-2 @SUM(A1) ;=1+1,=2",
    "-cmd|' /C calc'!A0",
    "@everyone dana@example.com http://evil.example www.evil.example ftp://x",
    "\uff1d1+1 \uff20x",
    "[a](javascript:alert(1)) ![b](http://evil.example/i.png) [c]: x <http://evil.example>",
    "**bold** _it_ ~~s~~ `code` ```x``` $x^2$ # h \\* a\\",
    "| a | b | --- | --- | <br> ||",
    "1. one 2) two - three + four > five # six === --- ***",
    "#1 1) x",
    "line\r\none\n\n\n    two\tthree\u2028four\u0085five",
    "\u202egnp.exe \u2066x\u2069 \u200b\u200d\ufeff \u00ad",
    "\u001b[31mred\u001b[0m \u0007 \u009b31m \u007f",
    "\U000e0041\U000e0042 tags",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u5e02 e\u0301 \U0001f469\u200d\U0001f4bb",
    "{{7*7}} ${x} %s%n %00 {x: .y #z}",
    "a,b;c\"d\"\"e'f",
    "-",
    "x" * 300,
]

TAGS = set(
    "html head meta title style body svg symbol circle path use rect line text header main footer section "
    "h1 h2 h3 p strong span b bdi code ul li div table thead tbody tr th td small".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class width height aria-hidden aria-label aria-labelledby id "
    "viewbox cx cy r d fill stroke-dasharray href y x y1 y2 x1 x2 rx role scope".split()
)
UNSAFE = [
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F),
    (0xFEFF, 0xFEFF), (0xE0000, 0xE0FFF),
]  # of what stands above
failures = 0


def fails(sentence: str) -> None:
    global failures
    failures += 1
    print(f"not so: {sentence}")


def one_line(text: str) -> str:
    """What a report shows of a text: one line, and escapes for what steers or hides."""
    text = re.sub(r"[ \t\n\v\f\r]+", " ", text).strip(" ")
    return "".join(escaped(char) for char in text)


def escaped(char: str) -> str:
    code = ord(char)
    if not any(first <= code <= last for first, last in UNSAFE):
        return char
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"


# ---- one pair for each text


def run(command: str, folder: Path, *words: str) -> bytes:
    line = [command, "score", "--as-of", "2026-01-01", *words, "posting.json", "profile.json"]
    done = subprocess.run(line, cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        fails(f"{words}: {done.stderr.decode()}")
    return done.stdout


def write_pair(folder: Path, text: str) -> None:
    posting = {
        "title": text,
        "requirements": [
            f"SQL {text}",
            {"text": f"Git {text}", "tier": "must-have", "id": f"{text} id"[:60]},
            {"text": "Welding", "any_of": [f"Welding {text}", "Fishing"]},
            f"{text}: benefits we offer",
        ],
        "preferred": [f"{text} SQL"],
    }
    profile = {"skills": [f"SQL {text}", {"name": f"{text} Git"}], "text": f"{text} SQL."}
    (folder / "posting.json").write_text(json.dumps(posting), encoding="utf-8")
    (folder / "profile.json").write_text(json.dumps(profile), encoding="utf-8")


def told_in(result: dict[str, Any]) -> list[str]:
    """The documents' texts that every report for people shows."""
    told = [result["title"]]
    for line in [*result["requirements"], *result["set_aside"]]:
        told += [line["id"], line["text"]]
    for line in result["requirements"]:
        for part in line["parts"]:
            if part["status"] != "missing" and part["evidence"]:
                told.append(part["evidence"]["text"])
    return [one_line(text) for text in told]


# ---- readers


class Page(HTMLParser):
    """Tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.style = ""
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.style:
            self.style = data
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    handle_pi = unknown_decl = handle_comment

    @property
    def text(self) -> str:
        return "".join(self.words)


def check_page(name: str, out: str, told: list[str]) -> None:
    page = Page(out)
    if set(page.tags) - TAGS:
        fails(f"{name}: HTML has tags of ours alone: {set(page.tags) - TAGS}")
    if set(page.attributes) - ATTRIBUTES:
        fails(f"{name}: HTML has attributes of ours alone: {set(page.attributes) - ATTRIBUTES}")
    if any(not link.startswith("#") for link in page.attributes["href"]) or page.odd:
        fails(f"{name}: HTML has no links and no comments: {page.odd}")
    for text in told:
        if text not in page.text:
            fails(f"{name}: HTML shows {text!r}")
    right = "sha256-" + base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if f"style-src '{right}'" not in page.attributes["content"][0]:
        fails(f"html_style.c: the hash is {right}")
    counts = {tag: page.tags.count(tag) for tag in ("h1", "header", "main", "footer", "title", "style")}
    if set(counts.values()) != {1}:
        fails(f"{name}: HTML has one of each: {counts}")
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    if any(after > before + 1 for before, after in zip([0, *levels], levels)):
        fails(f"{name}: HTML leaves out no level of headings: {levels}")
    ids = page.attributes["id"]
    if len(set(ids)) != len(ids) or set(page.attributes["aria-labelledby"]) - set(ids):
        fails(f"{name}: HTML names each thing once")


def check_table(name: str, out: str, result: dict[str, Any]) -> None:
    if not out.endswith("\r\n") or "\n" in out.replace("\r\n", "") or "\r" in out.replace("\r\n", ""):
        fails(f"{name}: CSV ends its records with CR LF and holds no other line ends")
    header, *rows = csv.reader(io.StringIO(out, newline=""), strict=True)
    if len(rows) != len(result["requirements"]) or any(len(row) != len(header) for row in rows):
        fails(f"{name}: CSV has a record for each requirement")
        return
    for values, line in zip(rows, result["requirements"]):
        row = dict(zip(header, values))
        if any(value[:1] in set("=+-@\t\r\uff1d\uff0b\uff0d\uff20") - {""} for value in values):
            fails(f"{name}: CSV has no formula: {values}")
        if any(re.search(r";[=+@-]", value) for value in values):
            fails(f"{name}: CSV has no formula where the semicolon parts fields: {values}")
        for key in ("id", "text", "shortfall"):
            want = one_line(line[key])
            guard = "'" if want[:1] in set("=+-@\uff1d\uff20") - {""} else ""
            if row[key] != guard + re.sub(r";(?=[=+@-])", ";'", want):
                fails(f"{name}: CSV has {key} {want!r}: {row[key]!r}")
        for key in ("tier", "component", "status"):
            if row[key] != line[key]:
                fails(f"{name}: CSV has {key} {line[key]!r}: {row[key]!r}")
        for key in ("line", "weight", "credit", "strength"):
            if float(row[key]) != float(line[key]):
                fails(f"{name}: CSV has {key} {line[key]!r}: {row[key]!r}")
        evidence = [part["evidence"] for part in line["parts"] if part["evidence"]]
        if row["evidence_path"] and row["evidence_path"] not in [one["path"] for one in evidence]:
            fails(f"{name}: CSV has the evidence of JSON: {row['evidence_path']!r}")


MARKDOWN = set("h1 h2 p strong code table thead tbody tr th td br ul li hr".split())


def check_markdown(name: str, out: str, told: list[str], reader: str | None) -> None:
    if reader is None:
        bare = re.sub(r"\\([!-/:-@\[-`{-~])", "", out).replace("`@`", "").replace("<br>", "")
        for piece in ("<", "](", "://", "www."):
            if piece in bare:
                fails(f"{name}: Markdown escapes {piece!r}")
        return
    extensions = ["table", "strikethrough", "autolink", "tagfilter"]
    line = [reader, "--unsafe", *[word for name in extensions for word in ("-e", name)]]
    page = Page(subprocess.run(line, input=out.encode(), capture_output=True, check=True).stdout.decode())
    if set(page.tags) - MARKDOWN or set(page.attributes) - {"align"} or page.odd:
        fails(f"{name}: Markdown has no markup but ours: {set(page.tags) - MARKDOWN} {page.attributes}")
    if page.tags.count("h1") != 1 or page.tags[0] != "h1":
        fails(f"{name}: Markdown begins with the only first heading")
    ledger = page.text[page.text.find("The ledger") :]
    for text in told:
        if text not in (ledger if len(told) > 1 and text != told[0] else page.text):
            fails(f"{name}: Markdown shows {text!r}")


def check_plain(name: str, form: str, out: str) -> None:
    for char in out:
        if char not in "\n\r" and escaped(char) != char:
            fails(f"{name}: {form} holds {char!r}")
            return


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: formats.py COMMAND", file=sys.stderr)
        return 2
    command, reader = str(Path(sys.argv[1]).resolve()), shutil.which("cmark-gfm")
    if reader is None:
        print("cmark-gfm is not installed: Markdown is held against its escapes only")
    for number, text in enumerate(TEXTS):
        name = f"text {number}"
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            write_pair(folder, text)
            result = json.loads(run(command, folder, "-f", "json"))
            told = told_in(result)
            if one_line(text) not in told:
                fails(f"{name}: JSON has it as it is")
            for form in ("text", "json", "markdown", "html", "csv"):
                for brief in ([], ["--brief"]):
                    out = run(command, folder, "-f", form, *brief).decode()
                    check_plain(name, form, out)
                    some = told if not brief else told[:1]
                    if form == "html":
                        check_page(name, out, some)
                    elif form == "csv":
                        check_table(name, out, result)
                    elif form == "markdown":
                        check_markdown(name, out, some, reader)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
