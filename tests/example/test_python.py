#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds examples/ffi/python/jobmatch.py against the headers, the compiler and its own promises.

usage: test_python.py SOURCE LAYOUT      (LAYOUT: the program built from layout.c)
"""
from __future__ import annotations

import ctypes
import datetime
import gc
import json
import re
import subprocess
import sys
import threading
import unittest
from pathlib import Path

SOURCE, LAYOUT = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(SOURCE / "examples/ffi/python"))

import jobmatch  # noqa: E402  (its place is only known now)

POSTING = "requirements: [SQL, Git, Willingness to travel 10 %]\n"
PROFILE = "skills: [SQL]\n"


class Declarations(unittest.TestCase):
    def test_every_function_of_the_headers_is_declared(self) -> None:
        exported = set(re.findall(r"^ *(jm_\w+);", (SOURCE / "lib/jobmatch.map").read_text(), re.M))
        self.assertEqual(set(jobmatch._DECLARATIONS), exported)

    def test_formats_are_the_library_s(self) -> None:
        for word, number in jobmatch._FORMATS.items():
            self.assertEqual(jobmatch._lib.jm_format_word(number), word.encode())
        self.assertEqual(jobmatch._lib.jm_format_word(len(jobmatch._FORMATS)), b"?")
        self.assertEqual(jobmatch._lib.jm_format_word(-1), b"?")

    def test_every_argument_is_declared(self) -> None:
        text = "".join(file.read_text() for file in (SOURCE / "include/jobmatch").glob("*.h"))
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        found = re.findall(r"JM_API[^;(]*?\b(jm_\w+)\(([^)]*)\)", text)
        self.assertEqual(len(found), len(jobmatch._DECLARATIONS))
        for name, arguments in found:
            count = 0 if arguments.strip() == "void" else arguments.count(",") + 1
            self.assertEqual(len(jobmatch._DECLARATIONS[name][1]), count, name)

    def test_structures_are_laid_out_as_the_compiler_does(self) -> None:
        said = subprocess.run([LAYOUT], capture_output=True, text=True, check=True).stdout
        structures = {
            "jm_error": jobmatch._Error,
            "jm_limits": jobmatch._Limits,
            "jm_allocator": jobmatch._Allocator,
            "jm_options": jobmatch._Options,
        }
        ours = []
        for name, structure in structures.items():
            ours.append(f"{name} {ctypes.sizeof(structure)}")
            for field in structure._fields_:
                ours.append(f"{name}.{field[0]} {getattr(structure, field[0]).offset}")
        self.assertEqual(sorted(ours), sorted(said.splitlines()))

    def test_words_and_versions(self) -> None:
        self.assertRegex(jobmatch.version(), r"^\d+\.\d+\.\d+$")
        self.assertTrue(jobmatch.rules_version())
        words = [jobmatch.standing_word(s) for s in jobmatch.Standing]
        self.assertEqual(words, ["met", "partly", "missing", "unknown", "undecided"])
        words = [jobmatch.tier_word(t) for t in jobmatch.Tier]
        self.assertEqual(words, ["must-have", "required", "preferred"])
        words = [jobmatch.component_word(c) for c in jobmatch.Component]
        self.assertEqual(words, ["can", "willing", "fit"])


class Scoring(unittest.TestCase):
    def setUp(self) -> None:
        self.scorer = jobmatch.Scorer()
        self.addCleanup(self.scorer.close)

    def test_foreign_formats_need_no_flag(self) -> None:
        job = {"@context": "https://schema.org", "@type": "JobPosting", "skills": ["SQL", "Git"]}
        resume = {"basics": {"name": "Dana"}, "skills": [{"name": "SQL"}]}
        result = self.scorer.score_text(json.dumps(job), json.dumps(resume))
        self.assertEqual(result["percent"], 50)
        self.assertEqual(result["requirements"][0]["parts"][0]["evidence"]["path"], "skills[0].name")

    def test_a_result_tells_what_the_library_knows(self) -> None:
        with self.scorer.posting(POSTING) as posting, self.scorer.profile(PROFILE) as profile:
            self.assertEqual((len(posting), len(profile), posting.title), (3, 1, ""))
            with self.scorer.score(posting, profile) as result:
                self.assertEqual(result.share, (1000000, 3000000))
                self.assertEqual(result.percent_text, "33.3 %")
                self.assertAlmostEqual(result.percent_if_confirmed, 200 / 3)
                self.assertEqual((result.band, result.blocker_count), ("reach", 0))
                self.assertEqual(result.count(jobmatch.Standing.UNKNOWN), 1)
                first, second, third = result.requirements
                self.assertEqual((first.id, first.evidence, first.evidence_line), ("r1", "SQL", 1))
                self.assertEqual((second.standing, second.evidence), (jobmatch.Standing.MISSING, None))
                self.assertEqual(third.component, jobmatch.Component.WILLING)
                report = json.loads(result.report("json"))
                self.assertEqual(report["percent"], 33.33)
                self.assertIn("33.3 %", result.report())
                self.assertLess(len(result.report(brief=True)), len(result.report()))

    def test_texts_in_one_call(self) -> None:
        result = self.scorer.score_text(POSTING.encode(), PROFILE)
        self.assertEqual([line["status"] for line in result["requirements"]], ["met", "missing", "unknown"])

    def test_a_stream_answers_good_and_bad_lines(self) -> None:
        line = json.dumps({"id": 7, "posting": ["SQL"], "profile": {"skills": ["SQL"]}})
        with self.scorer.stream() as stream:
            text, failed = stream.answer(line)
            self.assertEqual((json.loads(text)["id"], failed), (7, False))
            self.assertEqual(stream.answer(line.encode()), (text, False))
        with self.assertRaises(ValueError):
            stream.answer(line)

    def test_a_stream_with_one_document_for_all_lines(self) -> None:
        with self.scorer.posting(POSTING) as posting:
            stream = self.scorer.stream(posting=posting)
        gc.collect()  # the stream keeps the posting
        text, failed = stream.answer('{"id": 8, "profile": {"skils": []}}')
        self.assertEqual((json.loads(text)["id"], failed), (8, True))
        text, failed = stream.answer('{"id": 9, "profile": {"skills": ["SQL"]}}')
        self.assertEqual((json.loads(text)["result"]["percent"], failed), (33.33, False))
        with self.scorer.profile(PROFILE) as profile, self.scorer.stream(profile=profile) as stream:
            text, failed = stream.answer('{"posting": ["SQL"]}')
            self.assertEqual((json.loads(text)["result"]["percent"], failed), (100, False))

    def test_how_documents_are_understood(self) -> None:
        with self.scorer.posting(POSTING) as posting, self.scorer.profile(PROFILE) as profile:
            self.assertEqual(len(posting.explain()["requirements"]), 3)
            self.assertEqual(len(profile.explain()["entries"]), 1)

    def test_an_advertisement_becomes_a_posting(self) -> None:
        with jobmatch.Scorer() as scorer:
            yaml = scorer.extract("<h1>Cook</h1><h2>Duties</h2><li>bake<h2>You have</h2><li>a caf\u00e9")
            self.assertEqual(yaml, "title: Cook\nrequirements:\n  - a caf\u00e9\n")
            self.assertIn("  - bake\n", scorer.extract("Duties:\n- bake\nSkills:\n- SQL\n", duties=True))
            self.assertEqual(len(scorer.posting(yaml)), 1)

    def test_options_reach_the_library(self) -> None:
        jobs = "experience: [{title: Welder, from: 2022-01, skills: [welding]}]"
        for year, status in ((2023, "partly"), (2024, "met")):
            with jobmatch.Scorer(as_of=datetime.date(year, 12, 31)) as scorer:
                result = scorer.score_text("[3 years of welding]", jobs)
                self.assertEqual(result["requirements"][0]["status"], status)
        with jobmatch.Scorer(policy="name: mine\npartly: 0.25") as scorer:
            result = scorer.score_text("[SQL]", "skills: [{name: SQL, level: basic}]")
            self.assertEqual((result["percent"], result["policy"]["name"]), (25, "mine"))
        pattern = "[{text: Clouds, match: 'a(ws)'}]"
        with jobmatch.Scorer(allow_patterns=True) as scorer:
            result = scorer.score_text(pattern, "skills: [aws]")
            self.assertEqual(result["percent"], 100)
        lexicon = "field: baking\nconcepts:\n  - {name: sourdough, also: [levain]}"
        with jobmatch.Scorer(lexicon=lexicon) as scorer:
            self.assertEqual(scorer.concept_count, self.scorer.concept_count + 1)
            self.assertEqual(scorer.score_text("[Levain]", "skills: [Sourdough]")["percent"], 100)

    def test_a_lexicon_of_ones_own(self) -> None:
        table = "conceptUri,preferredLabel,altLabels\nu:1,lute fretting,theorbo fretting\n"
        with jobmatch.Lexicon() as extra:
            extra.add(table, jobmatch.LexiconKind.ESCO_SKILLS, "skills_en.csv")
            extra.add("field: baking\nconcepts:\n  - {name: batard, also: [short loaf]}\n")
            with self.assertRaises(jobmatch.JobmatchError):
                extra.add("field: baking\nconceptz: []\n", name="own.yaml")
            scorer = jobmatch.Scorer(extra=extra)
        with scorer:
            result = scorer.score_text("[Theorbo fretting, Batard]", "skills: [Lute fretting, short loaf]")
            self.assertEqual(result["percent"], 100)


class Errors(unittest.TestCase):
    def fail_with(self, make, *arguments, **options) -> jobmatch.JobmatchError:
        with self.assertRaises(jobmatch.JobmatchError) as caught:
            make(*arguments, **options)
        return caught.exception

    def test_an_error_knows_its_place(self) -> None:
        with jobmatch.Scorer() as scorer:
            error = self.fail_with(scorer.posting, "title: Bäcker\nrequirments: [Brot]\n")
        self.assertEqual(error.status, jobmatch.Status.FIELD)
        self.assertEqual(error.status_name, "JM_ERR_FIELD")
        self.assertEqual((error.line, error.column, error.offset), (2, 1, 15))
        self.assertEqual(error.path, "requirments")
        self.assertIn("did you mean 'requirements'?", error.message)
        self.assertTrue(error.hint)
        self.assertEqual(str(error), f"2:1: requirments: {error.message}")

    def test_a_second_place(self) -> None:
        with jobmatch.Scorer() as scorer:
            error = self.fail_with(scorer.posting, "title: a\ntitle: b\n")
        self.assertEqual((error.line, error.other_line, error.other_column), (2, 1, 1))

    def test_every_kind(self) -> None:
        with jobmatch.Scorer() as scorer:
            self.assertEqual(self.fail_with(scorer.posting, "[").status, jobmatch.Status.SYNTAX)
            self.assertEqual(self.fail_with(scorer.profile, b"\xff").status, jobmatch.Status.ENCODING)
            error = self.fail_with(scorer.score_text, "[SQL]", "skils: []")
            self.assertTrue(error.path.startswith("profile"))
        with jobmatch.Scorer(limits={"max_requirements": 1}) as scorer:
            self.assertEqual(self.fail_with(scorer.posting, "[a, b]").status, jobmatch.Status.LIMIT)
        error = self.fail_with(jobmatch.Scorer, limits={"max_depth": -1})
        self.assertEqual((error.status, error.line), (jobmatch.Status.ARGUMENT, None))
        self.assertTrue(self.fail_with(jobmatch.Scorer, policy="bandz: []").path.startswith("policy"))
        with self.assertRaises(ValueError):
            jobmatch.Scorer(limits={"max_wages": 1})

    def test_undecided_can_be_an_error(self) -> None:
        with jobmatch.Scorer(undecided_is_error=True) as scorer:
            error = self.fail_with(scorer.score_text, "[{text: a, match: b}]", "skills: [c]")
        self.assertEqual(error.status, jobmatch.Status.UNDECIDED)

    def test_handles_of_two_scorers_do_not_mix(self) -> None:
        with jobmatch.Scorer() as one, jobmatch.Scorer() as two:
            error = self.fail_with(one.score, one.posting(POSTING), two.profile(PROFILE))
            self.assertEqual(error.status, jobmatch.Status.ARGUMENT)
            error = self.fail_with(one.stream, posting=two.posting(POSTING))
        self.assertEqual(error.status, jobmatch.Status.ARGUMENT)


class Lifetimes(unittest.TestCase):
    def test_the_order_of_closing_is_of_no_account(self) -> None:
        scorer = jobmatch.Scorer()
        posting, profile = scorer.posting(POSTING), scorer.profile(PROFILE)
        result = scorer.score(posting, profile)
        for handle in (scorer, posting, profile):
            handle.close()
            handle.close()
        gc.collect()
        self.assertEqual(next(result.requirements).evidence, "SQL")
        with self.assertRaises(ValueError):
            len(posting)

    def test_forgotten_handles_in_a_circle(self) -> None:
        for _ in range(20):
            circle: list[object] = [scorer := jobmatch.Scorer()]
            circle += [scorer.posting(POSTING), scorer.profile(PROFILE), circle]
            circle.append(scorer.score(circle[1], circle[2]))
            del circle, scorer
        gc.collect()

    def test_threads_share_a_scorer_and_a_posting(self) -> None:
        scorer = jobmatch.Scorer()
        posting = scorer.posting(POSTING)
        seen: list[str] = []

        def work() -> None:
            for _ in range(50):
                with scorer.profile(PROFILE) as profile, scorer.score(posting, profile) as result:
                    seen.append(result.percent_text)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, ["33.3 %"] * 200)

    def test_threads_take_turns_at_a_stream(self) -> None:
        lines = [json.dumps({"posting": [f"SQL {n}"], "profile": PROFILE}) for n in range(100)]
        with jobmatch.Scorer() as scorer:
            stream, expected = scorer.stream(), [scorer.stream().answer(line) for line in lines]
        seen: list[bool] = []

        def work() -> None:
            seen.append([stream.answer(line) for line in lines] == expected)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, [True] * 4)


unittest.main(argv=sys.argv[:1])
