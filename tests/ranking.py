#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ranking.py COMMAND: a ranking is what scoring one by one gives, sorted.

Documents are made from lists of lines by a generator with a fixed seed: many ties, must-haves, wishes,
weights, unknown lines, broken documents. For each of several sets, `rank` and `find` must say of each
document what `score` says, digit by digit, in the order that README tells; and any number of threads,
any cut into files, and a cut at the top must change no byte but those they are about.
"""
from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

ASKED = [
    "SQL", "Python or Go", "Kubernetes", "Must have PostgreSQL", "Driving licence B required",
    "Willingness to travel 25%", "Welding", "5 years of Java", "Master's degree in Marketing preferred",
    "Experience with Docker, Git and Linux", "German is a plus", "Bookkeeping", "Wound care",
    "Forklift operation is mandatory",
]
HAD = [
    "SQL", "Python", "Go", "Docker", "Git", "Linux", "PostgreSQL", "MySQL", "Java", "Welding", "Bookkeeping",
    "Wound care", "Forklift operation", "German",
]
BROKEN = [{"skils": ["SQL"]}, {"skills": 7}, {"requirements": 3}]
SETS = 6
failures = 0


def fails(sentence: str) -> None:
    global failures
    failures += 1
    print(sentence)


def make_posting(pick: random.Random) -> Any:
    lines: list[Any] = pick.sample(ASKED, pick.randint(1, 7))
    lines = [{"text": line, "weight": pick.choice([1, 2, 3])} if pick.random() < 0.3 else line for line in lines]
    return {"title": f"Posting {pick.randint(1, 99)}", "requirements": lines}


def make_profile(pick: random.Random) -> Any:
    skills: list[Any] = pick.sample(HAD, pick.randint(0, 8))
    skills = [{"name": name, "years": pick.randint(1, 9)} if pick.random() < 0.3 else name for name in skills]
    profile: dict[str, Any] = {"name": "Dana Canary", "skills": skills}
    if pick.random() < 0.4:
        profile["willing"] = {"travel": pick.choice(["10%", "50%"])}
    return profile


class Command:
    def __init__(self, command: str, folder: Path) -> None:
        self.command, self.folder = command, folder

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        line = [self.command, *words]
        return subprocess.run(line, cwd=self.folder, capture_output=True, text=True, check=False)

    def write(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def score(self, posting: str, profile: str) -> Any:
        """The result with numbers as they are written; None when there is none."""
        out = self.run("score", "-f", "json", posting, profile).stdout
        return json.loads(out, parse_float=str, parse_int=str) if out else None


def key(result: Any) -> tuple[Fraction, int]:
    earned, possible = int(result["share"]["earned"]), int(result["share"]["possible"])
    needed = [line for line in result["requirements"] if line["tier"] != "preferred"]
    return (Fraction(earned, possible) if possible else Fraction(1),
            sum(line["status"] == "met" for line in needed))


def expected(number: int, result: Any) -> dict[str, Any]:
    out = {name: result[name] for name in ("percent", "share", "band", "blocked_by", "percent_if_confirmed")}
    out |= {name: count for name, count in result["counts"].items() if name != "requirements"}
    out["requirements"] = [{"id": line["id"], "status": line["status"]} for line in result["requirements"]]
    return out | {"document": str(number), "id": f"all.ndjson#{number}"}


def check_ranks(name: str, ranking: Any, scored: list[tuple[int, Any]]) -> None:
    scored = sorted(scored, key=lambda pair: key(pair[1]), reverse=True)  # stable: ties keep their order
    if len(scored) != len(ranking["results"]):
        fails(f"{name}: {len(ranking['results'])} results, not {len(scored)}")
        return
    above: set[str] = set()
    for rank, ((number, result), got) in enumerate(zip(scored, ranking["results"]), 1):
        want = expected(number, result) | {"rank": str(rank)}
        met = [line["id"] for line in result["requirements"] if line["status"] == "met"]
        if "above_have" in got:
            want["above_have"] = [line["id"] for line in result["requirements"]
                                  if line["id"] in above and line["id"] not in met]
            above.update(met)
        for field, value in want.items():
            if got[field] != value:
                fails(f"{name}, rank {rank}: {field} is {got[field]}, by score {value}")


def check_ways(c: Command, name: str, verb: str, given: str, documents: list[Any]) -> None:
    """Threads, formats, cuts: the same bytes."""
    for form in ("json", "csv", "text"):
        whole = c.run(verb, "-f", form, given, "all.ndjson")
        for threads in ("2", "3", "7"):
            other = c.run(verb, "-f", form, "--threads", threads, given, "all.ndjson")
            if (other.stdout, other.stderr, other.returncode) != (whole.stdout, whole.stderr, whole.returncode):
                fails(f"{name}: {threads} threads write another {form}")
        if "Canary" in whole.stdout + whole.stderr:
            fails(f"{name}: a name is told")
    ranking = json.loads(c.run(verb, "-f", "json", given, "all.ndjson").stdout)
    for top in (1, 2, 5, 100):
        cut = json.loads(c.run(verb, "-f", "json", "--top", str(top), given, "all.ndjson").stdout)
        if cut != ranking | {"results": ranking["results"][:top]}:
            fails(f"{name}: --top {top} is not the head of all")
    c.write("all.yaml", "".join(f"--- # one more\n{json.dumps(document)}\n" for document in documents))
    as_yaml = c.run(verb, "-f", "json", given, "all.yaml").stdout.replace("all.yaml", "all.ndjson")
    if json.loads(as_yaml) != ranking:
        fails(f"{name}: documents of YAML are ranked in another way")


def check_set(c: Command, seed: int) -> None:
    pick = random.Random(seed)
    for verb in ("rank", "find"):
        one, many = (make_posting, make_profile) if verb == "rank" else (make_profile, make_posting)
        given = c.write("given.json", json.dumps(one(pick)))
        documents = [pick.choice(BROKEN) if pick.random() < 0.1 else many(pick) for _ in range(24)]
        documents += pick.choices(documents, k=6)  # the same twice
        c.write("all.ndjson", "".join(json.dumps(document) + "\n" for document in documents))
        scored = []
        for number, document in enumerate(documents, 1):
            single = c.write("single.json", json.dumps(document))
            result = c.score(given, single) if verb == "rank" else c.score(single, given)
            if result is not None:
                scored.append((number, result))
        name = f"set {seed}, {verb}"
        done = c.run(verb, "-f", "json", given, "all.ndjson")
        ranking = json.loads(done.stdout, parse_float=str, parse_int=str)
        failed = len(documents) - len(scored)
        if int(ranking["failed"]) != failed or done.returncode != (3 if failed else 0):
            fails(f"{name}: {ranking['failed']} failed and exit status {done.returncode}; {failed} are broken")
        check_ranks(name, ranking, scored)
        check_ways(c, name, verb, given, documents)


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: ranking.py COMMAND", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        command = Command(str(Path(sys.argv[1]).resolve()), Path(folder))
        for seed in range(SETS):
            check_set(command, seed)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
