#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs an example and holds what it prints against the command's JSON.

usage: check.py score|explain|many COMMAND SOURCE PROGRAM...

PROGRAM is the example with what comes before its own arguments (`python3 score.py`).
"""
from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from decimal import ROUND_DOWN, Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

COMMAND, SOURCE, PROGRAM = sys.argv[2], Path(sys.argv[3]), sys.argv[4:]
POSTING = SOURCE / "examples/data/posting.yaml"
PROFILE = SOURCE / "examples/data/profile.yaml"
PROFILES = sorted(SOURCE.glob("tests/cases/founding/*/profile.yaml")) + [PROFILE]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)


def ask(*arguments: object) -> Any:
    """The command's JSON. Examples take "present" for the latest month of the profile."""
    words = [COMMAND, *map(str, arguments), "--format", "json", "--as-of", "2019-03-31"]
    return json.loads(subprocess.run(words, capture_output=True, check=True).stdout, parse_float=Decimal)


def want(what: str, is_so: bool) -> None:
    if not is_so:
        sys.exit(f"not so: {what}")


def percent(result: dict[str, Any]) -> str:
    return str(Decimal(result["percent"]).quantize(Decimal("0.1"), ROUND_DOWN))


def check_refusals(*before: object) -> None:
    """Wrong use, a document that is refused, and a file that is not there."""
    want("without arguments the exit status is 2", run().returncode == 2)
    with tempfile.TemporaryDirectory() as folder:
        bad = Path(folder) / "bad.yaml"
        bad.write_text("title: Baker\nrequirments: [Bread]\n", encoding="utf-8")
        for file, status, told in (
            (bad, 3, f"{bad}:2:1: requirments: unknown field 'requirments'; did you mean"),
            (Path(folder) / "none.yaml", 4, f"{folder}/none.yaml: "),
        ):
            answer = run(*before, file, *([PROFILE] if "explain" not in sys.argv[1] else []))
            want(f"{file.name} exits with {status}", answer.returncode == status)
            want(f"{file.name} is told: {answer.stderr}", answer.stderr.startswith(told))
            want(f"{file.name} prints nothing", answer.stdout == "")


def check_score() -> None:
    for profile in PROFILES:
        answer, result = run(POSTING, profile), ask("score", POSTING, profile)
        want(f"{profile}: exit status 0", answer.returncode == 0 and answer.stderr == "")
        head, *lines = answer.stdout.splitlines()
        want(f"percentage and band: {head}", head == f"{percent(result)} % {result['band']}")
        rows = [line for line in lines if not line.startswith(" ")]
        want("a row for each line", len(rows) == len(result["requirements"]))
        for row, line in zip(rows, result["requirements"]):
            want(f"the row {row}", row == f"{line['status']:9} {line['id']}: {line['text']}")
            below = takewhile(lambda text: text.startswith(" "), lines[lines.index(row) + 1 :])
            details = {text.strip() for text in below}
            told = {line["shortfall"]} - {""}
            for part in line["parts"]:
                if part["evidence"] is not None:
                    told.add(f"line {part['evidence']['line']}: {part['evidence']['text']}")
            want(f"evidence and shortfall of {line['id']}: {details}", details <= told)
    check_refusals()


def check_explain() -> None:
    answer = run(POSTING)
    want("exit status 0", answer.returncode == 0 and answer.stderr == "")
    read = json.loads(answer.stdout, parse_float=Decimal)
    want("the same as the command reads", read == ask("read", POSTING))
    want("ten lines", [line["id"] for line in read["requirements"]] == [f"r{i}" for i in range(1, 11)])
    check_refusals()


def check_many() -> None:
    names = PROFILES * 5
    expected = []
    for name in names[: len(PROFILES)]:
        result = ask("score", POSTING, name)
        blocked = ", blocked" if result["blocked_by"] else ""
        expected.append(f"{percent(result):>5} % {result['band']}{blocked} {name}")
    for threads in (1, 2, 7):
        answer = run(threads, POSTING, *names)
        want(f"{threads} threads: exit status 0", answer.returncode == 0)
        want(f"{threads} threads: in order", answer.stdout.splitlines() == expected * 5)
    answer = run(2, POSTING, names[0], "/none.yaml", names[1])
    want("a missing file is told", answer.returncode == 4 and "/none.yaml" in answer.stderr)
    want("the rest goes on", answer.stdout.splitlines() == expected[:2])
    want("no threads are none", run(0, POSTING, PROFILE).returncode == 2)
    check_refusals(2)


{"score": check_score, "explain": check_explain, "many": check_many}[sys.argv[1]]()
