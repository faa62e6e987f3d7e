"""Samples of what is read about proposals, and about words to check again: the longest there can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.glossary.rules.term import LONGEST_NAME, LONGEST_PLAIN, Term
from bot.glossary.text.reviewing import ToCheck
from bot.proposals.rules import LONGEST_REASON, Fate, Kind, Proposal
from bot.proposals.text.deciding import Opened, Waiting
from bot.proposals.text.proposing import ON_A_PAGE, Listed
from tests.bot.glossary.samples import PLAIN
from tests.bot.glossary.samples_of_desk import full

DAY = date(2026, 9, 30)
_ID = "k" * 16
SIMPLER = Proposal(_ID, 1, Kind.MEANING, PLAIN.id, "Osteoarthritis", "Worn joints.", DAY, "m", "Elowen")


def worst(fate: Fate, character: str = "*", number: int = 0) -> Proposal:
    """A proposal with as much of everything as there can be."""
    long = character * LONGEST_NAME
    kind = Kind.WORD if number % 2 else Kind.MEANING
    plain, reason = character * LONGEST_PLAIN, character * LONGEST_REASON
    made = Proposal(f"{number:016}", 1, kind, _ID, long, plain, DAY, "m", long, is_held=fate is Fate.WAITS)
    return made if fate is Fate.WAITS else replace(made, fate=fate, reason=reason, decided_on=DAY, who="f")


def proposals() -> list[Proposal]:
    """Each fate, at its worst and plainly; and one whose words were taken out."""
    each = [worst(fate, character, at) for at, fate in enumerate(Fate) for character in "*x"]
    return [*each, SIMPLER, replace(SIMPLER, name="", plain="", by="", is_out=True, fate=Fate.DECLINED)]


def _listed() -> list[Listed]:
    together = replace(worst(Fate.TOGETHER), into=_ID)
    pairs = [(each, each) for each in proposals()]
    worst_page = ((together, worst(Fate.DECLINED)),) * ON_A_PAGE
    return [Listed((), 0, 1), *(Listed((each,), 0, 1) for each in pairs), Listed(worst_page, 7, 999)]


def _opened() -> list[Opened]:
    also = tuple(worst(Fate.TOGETHER, number=at) for at in range(9))
    terms: tuple[Term | None, ...] = (None, full("*"))
    return [
        Opened(each, term, some, others)
        for each in proposals()
        for term in terms
        for some, others in (((), 0), (also, 3))
    ]


def _waiting() -> list[Waiting]:
    some = tuple(worst(Fate.WAITS, number=at) for at in range(8))
    return [Waiting((), 0, 1, 0), Waiting(some[:1], 0, 1, 1), Waiting(some, 7, 999, 9_999)]


def _to_check() -> list[ToCheck]:
    terms = (PLAIN, full("*"))
    shown = [
        ToCheck(term, 7, 999, kept, chat)
        for term in terms
        for kept in (False, True)
        for chat in (False, True)
    ]
    return [ToCheck(None, 0, 0), ToCheck(None, 0, 0, kept=True), *shown]


KINDS: dict[Any, Any] = {
    Proposal: proposals,
    Listed: _listed,
    Opened: _opened,
    Waiting: _waiting,
    ToCheck: _to_check,
    Sequence[Proposal]: lambda: ([], [worst(Fate.WAITS, number=at) for at in range(6)]),
    Term | None: lambda: (None, PLAIN, full("*")),
}
NAMED: dict[tuple[str, Any], Any] = {
    ("word", str): ("", "x" * LONGEST_NAME),
}
