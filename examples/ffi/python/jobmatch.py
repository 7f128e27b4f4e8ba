# SPDX-License-Identifier: MIT
"""jobmatch for Python: how many of a posting's requirements a profile meets, and on what evidence.

One file over the shared library, with nothing to install but that library (ctypes only):

    import jobmatch
    with jobmatch.Scorer() as scorer:
        with scorer.posting(text) as posting, scorer.profile(other) as profile:
            with scorer.score(posting, profile) as result:
                print(result.percent_text, result.band)
                for line in result.requirements:
                    print(line.standing, line.text, line.evidence)

The library is what the environment variable JOBMATCH_LIB names, else what the system's loader knows
as "jobmatch". A scorer, its postings and its profiles may be shared by threads: ctypes releases the
interpreter's lock during calls. Threads that share a stream take turns. Each keeps alive what it was made with, so the order in which they
are closed, or forgotten, is of no account.
"""
from __future__ import annotations

import ctypes
import ctypes.util
import datetime
import enum
import json
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_void_p
from ctypes import c_uint32
from types import TracebackType
from typing import Any, NamedTuple, Optional, TypeVar, Union

Text = Union[str, bytes]
_Self = TypeVar("_Self", bound="_Handle")

# ---- the header, as ctypes writes it -------------------------------------------------------------


class Status(enum.IntEnum):
    """What a call came to (jm_status)."""

    OK = 0
    MEMORY = 1
    SYNTAX = 2
    FIELD = 3
    ARGUMENT = 4
    LIMIT = 5
    ENCODING = 6
    UNDECIDED = 7


class Standing(enum.IntEnum):
    """How a requirement stands (jm_standing)."""

    MET = 0
    PARTLY = 1
    MISSING = 2
    UNKNOWN = 3
    UNDECIDED = 4


class Tier(enum.IntEnum):
    """How much a requirement is asked (jm_tier)."""

    MUST_HAVE = 0
    REQUIRED = 1
    PREFERRED = 2


class Component(enum.IntEnum):
    """What a requirement looks for in a candidate (jm_component)."""

    CAN = 0
    WILLING = 1
    FIT = 2


class LexiconKind(enum.IntEnum):
    """What a text that is added to a lexicon is (jm_lexicon_kind)."""

    OWN = 0
    ESCO_SKILLS = 1
    ESCO_GROUPS = 2
    ESCO_BROADER = 3
    ESCO_RELATIONS = 4
    ONET_TECHNOLOGY = 5
    ONET_TOOLS = 6
    ONET_TITLES = 7


class _Error(ctypes.Structure):
    """jm_error."""

    _fields_ = [
        ("size", c_size_t),
        ("status", c_int32),
        ("line", c_uint32),
        ("column", c_uint32),
        ("other_line", c_uint32),
        ("other_column", c_uint32),
        ("offset", c_int64),
        ("path", c_char * 128),
        ("message", c_char * 256),
        ("hint", c_char * 160),
    ]


class _Allocator(ctypes.Structure):
    """jm_allocator: stays zero, since memory is the library's own affair."""

    _fields_ = [("resize", c_void_p), ("ctx", c_void_p)]


LIMITS = (
    "max_document_bytes",
    "max_depth",
    "max_nodes",
    "max_scalar_bytes",
    "max_key_bytes",
    "max_requirements",
    "max_parts",
    "max_entries",
    "max_patterns",
    "max_pattern_bytes",
    "max_match_steps",
    "max_pair_steps",
)


class _Limits(ctypes.Structure):
    """jm_limits."""

    _fields_ = [(name, c_int64) for name in LIMITS]


class _Options(ctypes.Structure):
    """jm_options."""

    _fields_ = [
        ("size", c_size_t),
        ("allocator", _Allocator),
        ("limits", _Limits),
        ("policy", c_char_p),
        ("policy_len", c_size_t),
        ("lexicon", c_char_p),
        ("lexicon_len", c_size_t),
        ("as_of", c_int32),
        ("allow_patterns", c_int32),
        ("undecided_is_error", c_int32),
        ("extra", c_void_p),
    ]


_Out = POINTER(c_void_p)  # any handle or text that a call gives
_Len = POINTER(c_size_t)
_Err = POINTER(_Error)

# name: (result, arguments). A text that the caller must free is a c_void_p: c_char_p would be
# turned into bytes, and its address lost.
_DECLARATIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    # base.h
    "jm_version_string": (c_char_p, ()),
    "jm_version_number": (c_int32, ()),
    "jm_rules_version": (c_char_p, ()),
    "jm_status_name": (c_char_p, (c_int32,)),
    "jm_status_string": (c_char_p, (c_int32,)),
    # lexicon.h
    "jm_lexicon_new": (c_int32, (_Out, POINTER(_Allocator))),
    "jm_lexicon_free": (None, (c_void_p,)),
    "jm_lexicon_add": (c_int32, (c_void_p, c_int32, c_char_p, c_char_p, c_size_t, _Err)),
    "jm_lexicon_check": (c_int32, (_Out, _Len, POINTER(c_int64), c_void_p, _Err)),
    "jm_lexicon_list": (c_int32, (_Out, _Len, c_void_p, c_char_p, c_int32, c_int32, _Err)),
    # scorer.h
    "jm_scorer_new": (c_int32, (_Out, POINTER(_Options), _Err)),
    "jm_scorer_free": (None, (c_void_p,)),
    "jm_scorer_lexicon_version": (c_char_p, (c_void_p,)),
    "jm_scorer_concept_count": (c_int64, (c_void_p,)),
    # posting.h
    "jm_posting_load": (c_int32, (_Out, c_void_p, c_char_p, c_size_t, _Err)),
    "jm_posting_free": (None, (c_void_p,)),
    "jm_posting_title": (c_char_p, (c_void_p,)),
    "jm_posting_requirement_count": (c_int64, (c_void_p,)),
    "jm_posting_explain": (c_int32, (_Out, _Len, c_void_p, _Err)),
    "jm_posting_extract": (c_int32, (_Out, _Len, c_void_p, c_char_p, c_size_t, c_int32, _Err)),
    # profile.h
    "jm_profile_load": (c_int32, (_Out, c_void_p, c_char_p, c_size_t, _Err)),
    "jm_profile_free": (None, (c_void_p,)),
    "jm_profile_entry_count": (c_int64, (c_void_p,)),
    "jm_profile_explain": (c_int32, (_Out, _Len, c_void_p, _Err)),
    # result.h
    "jm_score": (c_int32, (_Out, c_void_p, c_void_p, c_void_p, _Err)),
    "jm_result_free": (None, (c_void_p,)),
    "jm_result_percent": (c_double, (c_void_p,)),
    "jm_result_earned": (c_int64, (c_void_p,)),
    "jm_result_possible": (c_int64, (c_void_p,)),
    "jm_result_percent_if_confirmed": (c_double, (c_void_p,)),
    "jm_result_band": (c_char_p, (c_void_p,)),
    "jm_result_count": (c_int64, (c_void_p, c_int32)),
    "jm_result_requirement_count": (c_int64, (c_void_p,)),
    "jm_result_blocker_count": (c_int64, (c_void_p,)),
    "jm_result_requirement_id": (c_char_p, (c_void_p, c_int64)),
    "jm_result_requirement_text": (c_char_p, (c_void_p, c_int64)),
    "jm_result_requirement_tier": (c_int32, (c_void_p, c_int64)),
    "jm_result_requirement_component": (c_int32, (c_void_p, c_int64)),
    "jm_result_requirement_standing": (c_int32, (c_void_p, c_int64)),
    "jm_result_requirement_credit": (c_int32, (c_void_p, c_int64)),
    "jm_result_requirement_evidence": (c_char_p, (c_void_p, c_int64)),
    "jm_result_requirement_evidence_line": (c_int32, (c_void_p, c_int64)),
    "jm_result_requirement_shortfall": (c_char_p, (c_void_p, c_int64)),
    "jm_standing_word": (c_char_p, (c_int32,)),
    "jm_tier_word": (c_char_p, (c_int32,)),
    "jm_component_word": (c_char_p, (c_int32,)),
    # report.h
    "jm_format_word": (c_char_p, (c_int32,)),
    "jm_report_write": (c_int32, (_Out, _Len, c_void_p, c_int32, c_int32, _Err)),
    "jm_score_text": (
        c_int32,
        (_Out, _Len, c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, _Err),
    ),
    "jm_text_free": (None, (c_void_p,)),
    # stream.h
    "jm_stream_new": (c_int32, (_Out, c_void_p, c_void_p, c_void_p, _Err)),
    "jm_stream_free": (None, (c_void_p,)),
    "jm_stream_answer": (
        c_int32,
        (_Out, _Len, POINTER(c_int32), c_void_p, c_char_p, c_size_t, _Err),
    ),
}

_FORMATS = {"text": 0, "json": 1, "markdown": 2, "html": 3, "csv": 4}
_COLOR, _BRIEF = 1, 2


def _load() -> ctypes.CDLL:
    name = os.environ.get("JOBMATCH_LIB") or ctypes.util.find_library("jobmatch")
    if name is None:
        raise ImportError(
            "the library jobmatch is not found; install it, or name its file in JOBMATCH_LIB"
        )
    library = ctypes.CDLL(name)
    for function, (result, arguments) in _DECLARATIONS.items():
        declared = getattr(library, function)
        declared.restype = result
        declared.argtypes = arguments
    return library


_lib = _load()

# ---- errors --------------------------------------------------------------------------------------


class JobmatchError(Exception):
    """A call that failed: what kind, where in the text, and how."""

    def __init__(self, error: _Error, status: int) -> None:
        self.status = Status(status)
        self.status_name: str = _lib.jm_status_name(status).decode()
        self.line: Optional[int] = error.line or None
        self.column: Optional[int] = error.column or None
        self.other_line: Optional[int] = error.other_line or None
        self.other_column: Optional[int] = error.other_column or None
        self.offset: Optional[int] = error.offset if error.offset >= 0 else None
        self.path: str = error.path.decode()
        self.message: str = error.message.decode() or _lib.jm_status_string(status).decode()
        self.hint: str = error.hint.decode()
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line is not None else ""
        told = self.message.startswith(self.path)  # most messages begin with the path
        path = "" if told else f"{self.path}: "
        return place + path + self.message


def _new_error() -> _Error:
    error = _Error()
    error.size = ctypes.sizeof(_Error)
    error.offset = -1
    return error


def _call(function: str, *arguments: Any) -> None:
    """Calls what takes a jm_error last, and raises when it fails."""
    error = _new_error()
    status = getattr(_lib, function)(*arguments, byref(error))
    if status != Status.OK:
        raise JobmatchError(error, status)


def _give(function: str, *arguments: Any) -> str:
    """Calls what gives a text and its length: takes it over and frees it."""
    text, length = c_void_p(), c_size_t()
    _call(function, byref(text), byref(length), *arguments)
    try:
        return ctypes.string_at(text.value or 0, length.value).decode()
    finally:
        _lib.jm_text_free(text)


def _bytes(text: Text) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _word(text: Optional[bytes]) -> str:
    return "" if text is None else text.decode()


# ---- handles -------------------------------------------------------------------------------------


class _Owned:
    """A handle of the library's, freed when nobody refers to it any more.

    Its finalizer refers to the handles that it was made with, so they are freed after it, whatever
    the order in which they are closed or collected. ctypes takes the object for its pointer, and so
    keeps it alive during the call.
    """

    def __init__(self, free: Callable[[c_void_p], None], pointer: c_void_p, *keeps: _Owned) -> None:
        self._as_parameter_ = pointer
        weakref.finalize(self, _free_handle, free, pointer, keeps)


def _free_handle(
    free: Callable[[c_void_p], None], pointer: c_void_p, keeps: tuple[_Owned, ...]
) -> None:
    free(pointer)
    del keeps


class _Handle:
    """What the library made, until the end of `with`, close(), or being forgotten."""

    def __init__(self, owned: _Owned) -> None:
        self._owned: Optional[_Owned] = owned

    @property
    def _handle(self) -> _Owned:
        if self._owned is None:
            raise ValueError(f"this {type(self).__name__.lower()} is closed")
        return self._owned

    def close(self) -> None:
        """Gives the handle up; closing twice is no error."""
        self._owned = None

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class Lexicon(_Handle):
    """Documents and public tables (ESCO, O*NET) to be added to the built-in lexicon of a scorer."""

    def __init__(self) -> None:
        handle = c_void_p()
        status = _lib.jm_lexicon_new(byref(handle), None)
        if status != Status.OK:
            raise JobmatchError(_new_error(), status)
        super().__init__(_Owned(_lib.jm_lexicon_free, handle))

    def add(self, text: Text, kind: LexiconKind = LexiconKind.OWN, name: str = "") -> None:
        """Reads a text and adds what it holds; `name` is what messages call it."""
        data = _bytes(text)
        called = _bytes(name) if name else None
        _call("jm_lexicon_add", self._handle, kind, called, data, len(data))


class Posting(_Handle):
    """A job's title and requirements, read and ready to be scored against; made by a scorer."""

    @property
    def title(self) -> str:
        return _word(_lib.jm_posting_title(self._handle))

    def __len__(self) -> int:
        """How many requirements are scored."""
        return int(_lib.jm_posting_requirement_count(self._handle))

    def explain(self) -> dict[str, Any]:
        """How the posting was understood, and what looks wrong."""
        return json.loads(_give("jm_posting_explain", self._handle))


class Profile(_Handle):
    """What a candidate has done, knows and is willing to do; made by a scorer."""

    def __len__(self) -> int:
        """How many entries (single statements) the profile holds."""
        return int(_lib.jm_profile_entry_count(self._handle))

    def explain(self) -> dict[str, Any]:
        """How the profile was understood, and what looks wrong."""
        return json.loads(_give("jm_profile_explain", self._handle))


class Requirement(NamedTuple):
    """One line of a result's ledger."""

    id: str
    text: str
    tier: Tier
    component: Component
    standing: Standing
    credit: int  # in thousandths
    evidence: Optional[str]
    evidence_line: Optional[int]
    shortfall: str


class Result(_Handle):
    """The ledger of one profile against one posting; made by a scorer."""

    @property
    def percent(self) -> float:
        return float(_lib.jm_result_percent(self._handle))

    @property
    def percent_text(self) -> str:
        """The percentage with one decimal, cut: 74.96 must not read as if it reached 75."""
        earned, possible = self.share
        tenths = earned * 1000 // possible if possible > 0 else 1000
        return f"{tenths // 10}.{tenths % 10} %"

    @property
    def share(self) -> tuple[int, int]:
        """The exact fraction behind the percentage: earned, possible."""
        handle = self._handle
        return _lib.jm_result_earned(handle), _lib.jm_result_possible(handle)

    @property
    def percent_if_confirmed(self) -> float:
        return float(_lib.jm_result_percent_if_confirmed(self._handle))

    @property
    def band(self) -> str:
        return _word(_lib.jm_result_band(self._handle))

    @property
    def blocker_count(self) -> int:
        """How many must-haves are missing."""
        return int(_lib.jm_result_blocker_count(self._handle))

    def count(self, standing: Standing) -> int:
        return int(_lib.jm_result_count(self._handle, standing))

    def __len__(self) -> int:
        return int(_lib.jm_result_requirement_count(self._handle))

    def _requirement(self, index: int) -> Requirement:
        handle = self._handle
        evidence = _lib.jm_result_requirement_evidence(handle, index)
        return Requirement(
            _word(_lib.jm_result_requirement_id(handle, index)),
            _word(_lib.jm_result_requirement_text(handle, index)),
            Tier(_lib.jm_result_requirement_tier(handle, index)),
            Component(_lib.jm_result_requirement_component(handle, index)),
            Standing(_lib.jm_result_requirement_standing(handle, index)),
            _lib.jm_result_requirement_credit(handle, index),
            None if evidence is None else evidence.decode(),
            _lib.jm_result_requirement_evidence_line(handle, index) or None,
            _word(_lib.jm_result_requirement_shortfall(handle, index)),
        )

    @property
    def requirements(self) -> Iterator[Requirement]:
        """The ledger's rows, in the posting's order."""
        for index in range(len(self)):
            yield self._requirement(index)

    def report(self, format: str = "text", *, color: bool = False, brief: bool = False) -> str:
        """The report: "text", "json", "markdown", "html" or "csv"."""
        flags = (_COLOR if color else 0) | (_BRIEF if brief else 0)
        return _give("jm_report_write", self._handle, _FORMATS[format], flags)


class Stream(_Handle):
    """Answers JSON lines, and keeps the documents that they repeat ready; made by a scorer."""

    def __init__(self, owned: _Owned) -> None:
        super().__init__(owned)
        self._turn = threading.Lock()  # the library answers one thread at a time

    def answer(self, line: Text) -> tuple[str, bool]:
        """Answers one line: the answer, and whether it tells of an error."""
        failed, data = c_int32(), _bytes(line)
        with self._turn:
            text = _give("jm_stream_answer", byref(failed), self._handle, data, len(data))
        return text, failed.value != 0


class Scorer(_Handle):
    """Lexicon, policy and limits: made once, used for everything, shared by threads."""

    def __init__(
        self,
        *,
        policy: Optional[Text] = None,
        lexicon: Optional[Text] = None,
        extra: Optional[Lexicon] = None,
        as_of: Optional[datetime.date] = None,
        allow_patterns: bool = False,
        undecided_is_error: bool = False,
        limits: Optional[dict[str, int]] = None,
    ) -> None:
        options = _Options()
        options.size = ctypes.sizeof(_Options)
        if policy is not None:
            options.policy = _bytes(policy)
            options.policy_len = len(_bytes(policy))
        if lexicon is not None:
            options.lexicon = _bytes(lexicon)
            options.lexicon_len = len(_bytes(lexicon))
        taken = None if extra is None else extra._handle  # kept until the scorer is made
        if taken is not None:
            options.extra = taken._as_parameter_
        if as_of is not None:
            options.as_of = as_of.year * 10000 + as_of.month * 100 + as_of.day
        options.allow_patterns = int(allow_patterns)
        options.undecided_is_error = int(undecided_is_error)
        for name, value in (limits or {}).items():
            if name not in LIMITS:
                raise ValueError(f"{name} is no limit; the limits are: {', '.join(LIMITS)}")
            setattr(options.limits, name, value)
        handle = c_void_p()
        _call("jm_scorer_new", byref(handle), byref(options))
        super().__init__(_Owned(_lib.jm_scorer_free, handle))

    @property
    def lexicon_version(self) -> str:
        return _word(_lib.jm_scorer_lexicon_version(self._handle))

    @property
    def concept_count(self) -> int:
        return int(_lib.jm_scorer_concept_count(self._handle))

    def posting(self, text: Text) -> Posting:
        """Reads a posting from YAML or JSON."""
        handle, data = c_void_p(), _bytes(text)
        _call("jm_posting_load", byref(handle), self._handle, data, len(data))
        return Posting(_Owned(_lib.jm_posting_free, handle, self._handle))

    def profile(self, text: Text) -> Profile:
        """Reads a profile from YAML or JSON."""
        handle, data = c_void_p(), _bytes(text)
        _call("jm_profile_load", byref(handle), self._handle, data, len(data))
        return Profile(_Owned(_lib.jm_profile_free, handle, self._handle))

    def extract(self, text: Text, duties: bool = False) -> str:
        """What an advertisement (HTML, Markdown, text) asks for, as a posting in YAML."""
        data = _bytes(text)
        return _give("jm_posting_extract", self._handle, data, len(data), int(duties))

    def score(self, posting: Posting, profile: Profile) -> Result:
        """Scores one profile against one posting."""
        handle, made_with = c_void_p(), (self._handle, posting._handle, profile._handle)
        _call("jm_score", byref(handle), *made_with)
        return Result(_Owned(_lib.jm_result_free, handle, *made_with))

    def score_text(self, posting: Text, profile: Text) -> dict[str, Any]:
        """Two texts in, the whole result out."""
        first, second = _bytes(posting), _bytes(profile)
        text = _give("jm_score_text", self._handle, first, len(first), second, len(second))
        return json.loads(text)

    def stream(
        self, *, posting: Optional[Posting] = None, profile: Optional[Profile] = None
    ) -> Stream:
        """Opens a stream of JSON lines; a document that is given here stands for all of them."""
        given = [None if document is None else document._handle for document in (posting, profile)]
        handle, scorer = c_void_p(), self._handle
        _call("jm_stream_new", byref(handle), scorer, *given)
        keeps = [scorer, *(owned for owned in given if owned is not None)]
        return Stream(_Owned(_lib.jm_stream_free, handle, *keeps))


# ---- what needs no handle ------------------------------------------------------------------------


def version() -> str:
    """The version of the library in use."""
    return _word(_lib.jm_version_string())


def rules_version() -> str:
    """The version of the rules of reading and scoring."""
    return _word(_lib.jm_rules_version())


def standing_word(standing: Standing) -> str:
    return _word(_lib.jm_standing_word(standing))


def tier_word(tier: Tier) -> str:
    return _word(_lib.jm_tier_word(tier))


def component_word(component: Component) -> str:
    return _word(_lib.jm_component_word(component))
