#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores a profile against a posting and prints the ledger.

usage: score.py POSTING PROFILE

Exit status: 0 scored, 2 wrong use, 3 bad input, 4 the system.
"""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Callable, TypeVar

import jobmatch

Document = TypeVar("Document", jobmatch.Posting, jobmatch.Profile)


def load(read: Callable[[bytes], Document], name: str) -> Document:
    """A document from a file; ends the program when there is none."""
    try:
        return read(Path(name).read_bytes())
    except OSError as error:
        print(f"{name}: {error.strerror}", file=sys.stderr)
        sys.exit(4)
    except jobmatch.JobmatchError as error:
        print(f"{name}:{error}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        sys.exit(3)


def print_result(result: jobmatch.Result) -> None:
    print(result.percent_text, result.band)
    for line in result.requirements:
        print(f"{jobmatch.standing_word(line.standing):9} {line.id}: {line.text}")
        if line.evidence is not None:
            print(f"{'':9} line {line.evidence_line}: {line.evidence}")
        if line.shortfall:
            print(f"{'':9} {line.shortfall}")


def main(arguments: list[str]) -> int:
    if len(arguments) != 3:
        print("usage: score.py POSTING PROFILE", file=sys.stderr)
        return 2
    with jobmatch.Scorer() as scorer:
        with load(scorer.posting, arguments[1]) as posting:
            with load(scorer.profile, arguments[2]) as profile:
                with scorer.score(posting, profile) as result:
                    print_result(result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
