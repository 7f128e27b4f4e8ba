#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads a JSON result from standard input and prints what cases may expect of it, a fact a line.

    percent 75              band apply            confirmed 87.5        requirements 4
    blocked r1              blocked none          confirm r2            aside r4
    route apply r3 show     plus r5               transferable r3
    r1 met                  r1 tier must-have words                     r1 component can
    r1 credit 0.5           r1 weight 2           r1 shortfall asks 5 years, shows 3
    r1 evidence skills[0]   r1 line 4             r1 how alias          r1 criterion skill
"""
from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any


def of_requirement(line: dict[str, Any]) -> Iterator[str]:
    yield line["status"]
    yield f"tier {line['tier']} {line['tier_source']}"
    yield f"component {line['component']}"
    yield f"credit {line['credit']}"
    yield f"weight {line['weight']}"
    yield f"shortfall {line['shortfall'] or 'none'}"
    for part in line["parts"]:
        yield f"how {part['how']}"
        yield f"criterion {part['criterion']}"
        evidence = part["evidence"]
        for entry in [] if evidence is None else [evidence, *evidence["more"]]:
            yield f"evidence {entry['path']}"
            yield f"line {entry['line']}"
    if all(part["evidence"] is None for part in line["parts"]):
        yield "evidence none"


def of_routes(improve: dict[str, Any]) -> Iterator[str]:
    for route in improve["routes"]:
        steps = [f"{step['id']} {step['action']}" for step in route["steps"]]
        yield " ".join(["route", route["band"], *(steps if route["possible"] else ["none"])])


def of_result(result: dict[str, Any]) -> Iterator[str]:
    yield f"percent {result['percent']}"
    yield f"band {result['band']}"
    yield f"confirmed {result['percent_if_confirmed']}"
    yield f"requirements {result['counts']['requirements']}"
    for line in result["requirements"]:
        for fact in of_requirement(line):
            yield f"{line['id']} {fact}"
    improve = result["improve"]
    lists = {
        "blocked": result["blocked_by"],
        "aside": [line["id"] for line in result["set_aside"]],
        "confirm": improve["confirm"],
        "plus": improve["plus"],
        "transferable": [chance["id"] for chance in improve["transferable"]],
        "reword": [chance["id"] for chance in improve["reword"]],
    }
    for word, ids in lists.items():
        for name in ids or ["none"]:
            yield f"{word} {name}"
    yield from of_routes(improve)


for fact in of_result(json.load(sys.stdin, parse_float=Decimal)):
    print(fact)
