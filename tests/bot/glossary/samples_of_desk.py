"""Samples of what facilitators read about words and files: the longest and the worst there can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.core.notices import Attached
from bot.glossary.rules.checking import Fault, Faulty
from bot.glossary.rules.columns import FIELDS
from bot.glossary.rules.editing import THEMES
from bot.glossary.rules.history import Change, Entry, Kind
from bot.glossary.rules.merging import Conflict
from bot.glossary.rules.pages import WORDS_ON_A_PAGE
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.text.desk import HISTORY_ON_A_PAGE, Counted, Done, Hidden, OnDesk, Several, Told
from bot.glossary.text.files import Difference, In, Looked
from tests.bot.glossary.samples import PLAIN, terms, worst

_KEY = "k" * 16
_CHARACTERS = "*x"
_FILES = (Attached("faulty-rows.txt", b"x"), Attached("differences.txt", b"x"))


def full(character: str) -> Term:
    """A term with as much of everything as there can be."""
    long = character * LONGEST_NAME
    many = tuple(f"{long[:-2]}{at:02}" for at in range(20))
    return replace(worst(character), also=many, related=many, shorts=many[:10], theme=character * 60)


def _on_desk() -> list[OnDesk]:
    each = [OnDesk(PLAIN, is_hidden, done) for is_hidden in (False, True) for done in Done]
    unmarked = [OnDesk(replace(PLAIN, is_checked_by_lay=False, also=("Wear",)))]
    return [*each, *unmarked, *(OnDesk(full(c), True, Done.SHOWN) for c in _CHARACTERS)]


def _several() -> list[Several]:
    found = [Several(c * 100, terms(c, number)) for c in _CHARACTERS for number in (2, 30)]
    return [Several("x", ()), Several("OA", (PLAIN,)), *found]


def _hidden() -> list[Hidden]:
    many = [Hidden(terms(c, WORDS_ON_A_PAGE), page, 999) for c in _CHARACTERS for page in (0, 7, 998)]
    return [Hidden((), 0, 1), Hidden((PLAIN,), 0, 1), *many]


def _told() -> list[Told]:
    day = date(2026, 9, 30)
    each = [Told(PLAIN, (Change(PLAIN.id, 1, kind, day),), 0, 1) for kind in Kind]
    for character in _CHARACTERS:
        change = Change("x", 9, Kind.CHANGED, day, "m", character * 200, Entry(full(character)))
        each += [Told(full(character), (change,) * HISTORY_ON_A_PAGE, page, 999) for page in (0, 7, 998)]
    return [Told(PLAIN, (), 0, 1), *each]


def _looked() -> list[Looked]:
    every = tuple(Faulty(999_999, "*" * LONGEST_NAME, fault, "*" * LONGEST_NAME) for fault in Fault)
    some = [Looked(_KEY, *numbers, (), _FILES) for numbers in ((0, 0, 0), (1, 0, 0), (0, 5, 1), (9, 9, 9))]
    faulty = [
        Looked(_KEY, 99_999, 99_999, 99_999, every[at:] + every[:at], _FILES) for at in range(len(every))
    ]
    return [*some, Looked(_KEY, 0, 0, 0, every[:1], _FILES[:1]), *faulty]


def _differences() -> list[Difference]:
    plain = Conflict(PLAIN, replace(PLAIN, plain="Worn joints."), ("plain",))
    worst_ones = [Conflict(full(c), full("y"), tuple(FIELDS)) for c in _CHARACTERS]
    pages = [Difference(_KEY, each, page, 9_999) for each in worst_ones for page in (0, 7, 9_998)]
    return [Difference(_KEY, plain, 0, 1), *pages]


KINDS: dict[Any, Any] = {
    Term: lambda: (PLAIN, replace(PLAIN, is_checked_by_lay=False), *map(full, _CHARACTERS)),
    Counted: lambda: (
        Counted(0, 0),
        Counted(1, 1),
        Counted(9, 9, 999, 9_999),
        Counted(99_999, 99_999, 1, 1, files=False),
    ),
    OnDesk: _on_desk,
    Several: _several,
    Hidden: _hidden,
    Told: _told,
    Looked: _looked,
    Difference: _differences,
    In: lambda: (In(0, 0, 0), In(1, 1, 1), In(99_999, 99_999, 9)),
    Sequence[Attached]: lambda: ((), _FILES),
}
NAMED: dict[tuple[str, Any], Any] = {
    ("themes", Sequence[str]): (THEMES, tuple(f"{'x' * 58}{at:02}" for at in range(25))),
}
