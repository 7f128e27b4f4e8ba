#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""schemas.py SOURCE COMMAND: the JSON Schemas and the program say the same.

* Each document of the examples and of the cases that is meant to be right is right by its schema; those
  that are meant to be wrong are wrong by it, but for what no schema can say.
* Each result that the command prints for the cases is right by its schema; so are rankings of them.
* The keys of the field tables in lib/model, and which of them are required, are those of the schemas,
  no more and no fewer; so are the words of the word tables, and the defaults of the policy.

Needs the modules jsonschema and yaml, here or in /usr/bin/python3; exits 77, for "skipped", where
they can't be had.
"""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SYSTEM = "/usr/bin/python3"
SKIPPED = 77

try:
    import jsonschema
    import yaml
except ImportError as missing:
    if sys.executable != SYSTEM and os.access(SYSTEM, os.X_OK):
        os.execv(SYSTEM, [SYSTEM, *sys.argv])
    print(f"skipped: {missing}; Debian has python3-jsonschema and python3-yaml")
    sys.exit(SKIPPED)

# Field tables, by file and by the function (when the table is its own) or the table's name.
FIELDS = {
    "posting.c posting_fields": "posting#posting",
    "posting.c requirement_fields": "posting#requirement",
    "policy.c policy_fields": "policy#",
    "policy.c read_thresholds": "policy#.thresholds",
    "policy.c read_weights": "policy#.weights",
    "policy.c read_band": "policy#band",
    "profile.c profile_fields": "profile#",
    "profile_items.c jmi_gather_skill": "profile#skill",
    "profile_items.c gather_certificate": "profile#certificate",
    "profile_items.c gather_language": "profile#language",
    "profile_items.c study_fields": "profile#study",
    "profile_jobs.c job_fields": "profile#job",
    "profile_jobs.c project_fields": "profile#project",
    "profile_willing.c jmi_read_willing": "profile#willing",
}

# Word tables, likewise, and the enums that hold the same words.
WORDS = {
    "model/posting.c read_tier": ["posting#requirement.tier", "result#requirement.tier",
                                    "ranking#requirement.tier"],
    "model/policy.c read_preferred": ["policy#.preferred", "result#.policy.preferred"],
    "model/profile_items.c read_study_status": ["profile#study.status"],
    "report/figures.c jmi_tier_source_words": ["result#requirement.tier_source"],
    "match/index.c jmi_how_words": ["result#how"],
    "language/rules.c jmi_criteria": ["result#part.criterion"],
    "score/result.c standing_words": ["result#status", "ranking#status"],
    "score/result.c component_words": ["result#requirement.component", "ranking#requirement.component"],
}

# Invalid cases that no schema can tell: how YAML is written, two places against each other, words that
# only the program knows, limits that its caller sets.
UNSAYABLE = {
    "a-date-with-a-day-that-is-none",
    "a-field-twice",
    "a-level-of-a-language-that-is-none",
    "a-pattern-that-is-none",
    "a-pattern-that-is-too-long",
    "an-alias-of-yaml",
    "an-end-before-its-beginning",
    "an-id-that-is-made-as-well",
    "an-unknown-level",
    "bands-in-the-wrong-order",
    "bands-with-a-gap-below",
    "thresholds-in-the-wrong-order",
    "two-bands-of-one-name",
    "two-equal-ids",
}

TABLE = re.compile(r"^ *(?:static )?const [\w *]*?\b(\w+)\[\w*\] = \{(.*?)\};", re.S | re.M)
FUNCTION = re.compile(r"^[a-z][\w *]*?\b(\w+)\([^;{]*\)\n\{", re.M)
FIELD = re.compile(r"(?:\{|SECTION\(|DROPPED\()\s*\"([^\"]+)\"(?:,\s*(\w+),\s*(\w+))?")

failures = 0


def fails(sentence: str) -> None:
    global failures
    failures += 1
    print(sentence)


# ---- the schemas


class Schemas:
    """The schemas by name: posting, profile, policy, result, ranking."""

    def __init__(self, source: Path) -> None:
        self.all: dict[str, dict[str, Any]] = {}
        for room in ("model", "report"):
            for path in sorted((source / "lib" / room / "schema").glob("*.schema.json")):
                schema = json.loads(path.read_text(encoding="utf-8"))
                # References are to the schema itself; older modules want to fetch a urn.
                schema.pop("$id")
                self.all[path.name.split(".")[0]] = schema
        # A module of before 2021 knows drafts up to 7: all but dependentRequired is the same.
        kind = getattr(jsonschema, "Draft202012Validator", jsonschema.Draft7Validator)
        for name, schema in self.all.items():
            try:
                kind.check_schema(schema)
            except jsonschema.SchemaError as error:
                fails(f"{name}.schema.json is no schema: {error.message}")
        self.validators = {name: kind(schema) for name, schema in self.all.items()}

    def at(self, place: str) -> dict[str, Any]:
        """`posting#requirement.tier`: in $defs/requirement the property tier."""
        name, _, steps = place.partition("#")
        definition, *properties = steps.split(".")
        found = self.all[name]
        if definition:
            found = found["$defs"][definition]
        for key in properties:
            found = found["properties"][key]
        return found

    def objects(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each mapping that a schema knows, with its place."""
        definitions = {f"{name}#{key}": value for key, value in self.all[name]["$defs"].items()}
        for place, schema in {f"{name}#": self.all[name], **definitions}.items():
            for key, value in [("", schema), *schema.get("properties", {}).items()]:
                if "properties" in value:
                    yield (f"{place}.{key}" if key else place), value

    def complaint(self, name: str, document: Any) -> str:
        """Why a document is wrong; "" when it is right."""
        error = jsonschema.exceptions.best_match(self.validators[name].iter_errors(document))
        if error is None:
            return ""
        return f"{'.'.join(map(str, error.absolute_path)) or 'all of it'}: {error.message}"


# ---- documents


class Core(yaml.SafeLoader):
    """YAML as version 1.2 has it and as editors read it: no dates, and `no` is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, make in (
    ("null", r"(?:~|null|Null|NULL|)$", lambda _: None),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", lambda text: text.lower() == "true"),
    ("int", r"[-+]?[0-9]+$", int),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", float),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)
    Core.add_constructor(f"tag:yaml.org,2002:{tag}", lambda _, node, make=make: make(node.value))


def read(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=Core)


def check_good_documents(schemas: Schemas, source: Path) -> int:
    tests = source / "tests" / "cases"
    places = [source / "examples" / "data", tests / "invalid" / "good"]
    places += [path.parent for path in tests.rglob("expected.txt") if "invalid" not in path.parts]
    seen = 0
    for place in sorted(places):
        for name in ("posting", "profile", "policy"):
            path = place / f"{name}.yaml"
            if not path.exists():
                continue
            seen += 1
            complaint = schemas.complaint(name, read(path))
            if complaint:
                fails(f"{path.relative_to(source)}: wrong by the schema: {complaint}")
    return seen


def check_bad_documents(schemas: Schemas, source: Path) -> None:
    """What is YAML and wrong is wrong by the schema too, but for what no schema can say."""
    said = set(UNSAYABLE)
    for expected in sorted((source / "tests" / "cases" / "invalid").rglob("expected.txt")):
        for name in ("posting", "profile", "policy"):
            path = expected.parent / f"{name}.yaml"
            if not path.exists():
                continue
            try:
                document = read(path)
            except (yaml.YAMLError, UnicodeError):
                continue
            if schemas.complaint(name, document):
                continue
            if expected.parent.name not in UNSAYABLE:
                fails(f"{path.relative_to(source)}: wrong, but right by the schema")
            said.discard(expected.parent.name)
    for case in sorted(said):
        fails(f"{case}: the schema tells it, or it is gone: strike it off tests/schemas.py")


# ---- results


def results(source: Path, command: str) -> Iterator[tuple[str, Any]]:
    """What the command prints for the example and the cases, whole and brief."""
    folders = [source / "examples" / "data"]
    folders += [
        path.parent
        for path in (source / "tests" / "cases").rglob("expected.txt")
        if "invalid" not in path.parts
    ]
    for folder in sorted(folders):
        args = folder / "args"
        words = args.read_text(encoding="utf-8").split() if args.exists() else []
        # A foreign document has another name (see run_case.sh); its result is like any other.
        pair = [next(folder.glob(f"{name}.*")).name for name in ("posting", "profile")]
        for more in ([], ["--brief"]):
            line = [command, "score", "--format", "json", *words, *more, *pair]
            done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
            name = " ".join([str(folder.relative_to(source)), *more])
            if not done.stdout:
                fails(f"{name}: no result: {done.stderr.strip()}")
                continue
            yield name, json.loads(done.stdout)


def check_results(schemas: Schemas, source: Path, command: str) -> int:
    seen = 0
    for name, result in results(source, command):
        seen += 1
        complaint = schemas.complaint("result", result)
        if complaint:
            fails(f"{name}: the result is wrong by its schema: {complaint}")
        if name == "examples/data":
            check_defaults(schemas, result["policy"])
    return seen


def check_defaults(schemas: Schemas, policy: dict[str, Any]) -> None:
    """The example has no policy: its result tells the defaults."""
    for key, schema in schemas.at("policy#")["properties"].items():
        told = schema.get("default")
        if "properties" in schema:
            told = {name: value.get("default") for name, value in schema["properties"].items()}
        if key != "name" and told != policy[key]:
            fails(f"policy.schema.json: the default of {key} is {told}, the program's {policy[key]}")


# ---- rankings


def check_rankings(schemas: Schemas, source: Path, command: str) -> int:
    """Rankings of the documents of all cases, of both sorts: against the example and cut short."""
    data = source / "examples" / "data"
    cases = source / "tests" / "cases"
    lines = [
        ["rank", data / "posting.yaml", *sorted(cases.glob("*/profile.yaml"))],
        ["find", data / "profile.yaml", *sorted(cases.glob("*/posting.yaml"))],
        ["rank", "--top", "2", data / "posting.yaml", data / "profile.yaml", data],
        ["find", "--at-least", "100", data / "profile.yaml", data / "posting.yaml"],
    ]
    for line in lines:
        words = [command, line[0], "--format", "json", *map(str, line[1:])]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        name = " ".join(words[1:8])
        if not done.stdout:
            fails(f"{name}: no ranking: {done.stderr.strip()}")
            continue
        complaint = schemas.complaint("ranking", json.loads(done.stdout))
        if complaint:
            fails(f"{name}: the ranking is wrong by its schema: {complaint}")
    return len(lines)


# ---- tables


def tables(path: Path) -> Iterator[tuple[str, str]]:
    """The tables of a file, each with the table's name and, within a function, the function's."""
    text = path.read_text(encoding="utf-8")
    functions = [(match.start(), match.group(1)) for match in FUNCTION.finditer(text)]
    for match in TABLE.finditer(text):
        inside = match.group(0).startswith(" ")
        owners = [name for start, name in functions if start < match.start()]
        yield (owners[-1] if inside and owners else match.group(1)), match.group(0)


def check_fields(schemas: Schemas, source: Path) -> None:
    left = dict(FIELDS)
    known = set(FIELDS.values())
    for path in sorted((source / "lib" / "model").glob("*.c")):
        for name, table in tables(path):
            if "const jmi_field " not in table:
                continue
            place = left.pop(f"{path.name} {name}", None)
            if place is None:
                fails(f"{path.name}: the field table of {name} has no schema: tell tests/schemas.py")
                continue
            rows = FIELD.findall(table[table.index("=") :])
            compare(f"{path.name} {name} and {place}, keys", {row[0] for row in rows},
                    set(schemas.at(place)["properties"]))
            compare(f"{path.name} {name} and {place}, required",
                    {row[0] for row in rows if row[2] == "JMI_REQUIRED"},
                    set(schemas.at(place).get("required", [])))
    for name in left:
        fails(f"{name}: there is no such field table")
    for schema in ("posting", "profile", "policy"):
        for place, mapping in schemas.objects(schema):
            if mapping.get("additionalProperties") is not False:
                if "type" in mapping:
                    fails(f"{place}: takes keys that it does not know")
            if place not in known:
                fails(f"{place}: no field table reads it")


def check_words(schemas: Schemas, source: Path) -> None:
    for name, places in WORDS.items():
        file, _, owner = name.partition(" ")
        found = [table for key, table in tables(source / "lib" / file) if key == owner]
        if len(found) != 1:
            fails(f"{name}: there is no such word table")
            continue
        words = set(re.findall(r"\"([^\"]+)\"", found[0]))
        for place in places:
            compare(f"{name} and {place}, words", words, set(schemas.at(place)["enum"]))


def compare(what: str, program: set[str], schema: set[str]) -> None:
    for word in sorted(program - schema):
        fails(f"{what}: {word!r} is missing in the schema")
    for word in sorted(schema - program):
        fails(f"{what}: {word!r} is missing in the program")


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: schemas.py SOURCE COMMAND", file=sys.stderr)
        return 2
    source, command = Path(sys.argv[1]).resolve(), str(Path(sys.argv[2]).resolve())
    schemas = Schemas(source)
    check_fields(schemas, source)
    check_words(schemas, source)
    documents = check_good_documents(schemas, source)
    check_bad_documents(schemas, source)
    seen = check_results(schemas, source, command)
    rankings = check_rankings(schemas, source, command)
    print(f"{documents} documents, {seen} results and {rankings} rankings by {len(schemas.all)} schemas")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
