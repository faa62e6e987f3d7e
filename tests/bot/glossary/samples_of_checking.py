"""Samples of what is read about a text before it is posted: the longest and the worst there can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.community.rules import LONGEST_WORDS
from bot.community.text import pausing
from bot.core.notices import Notice
from bot.glossary.rules.before_posting import LONGEST, Checked, Offer, Way
from bot.glossary.rules.term import Term
from bot.glossary.rules.words_to_hear import on_card
from bot.glossary.text.before_posting import card, found
from bot.meetings.rules import Shown
from tests.bot.glossary.samples import PLAIN, terms, worst

_KEY = "k" * 16


def offer(way: Way, character: str) -> Offer:
    """One with a term of one character."""
    term = worst(character)
    return Offer(way, 0, 0, f" ({term.plain})", term.name, term)


def _worst(character: str) -> Checked:
    many = (character * LONGEST,) * 50
    offers = tuple(offer(way, character) for way in Way) * 10
    everything = terms(character, 50)
    return Checked(many[0], many, many, many, 18, everything, everything, offers, 12)


def checked() -> list[Checked]:
    """Nothing to say, a little, and all that can be said with the worst characters."""
    nothing = Checked("Come.", (), (), (), None, (), (), (), 0)
    little = Checked("The OA group.", ("x " * 21,), (), ("FCP",), None, (PLAIN,), (), (_little(),), 1)
    return [nothing, little, _worst("x"), _worst("*"), _worst("\N{FACE WITH TEARS OF JOY}")]


def _little() -> Offer:
    return Offer(Way.IN_FULL, 4, 6, "osteoarthritis (OA)", "OA", PLAIN)


def _cards() -> list[tuple[Term, ...]]:
    short = tuple(
        Term(str(at), "x", (), (), "", "y", "", "", "", (), "", "", None, False, False) for at in range(50)
    )
    return [(), (PLAIN,), *(on_card(each) for each in (terms("*", 50), terms("x", 50), short))]


KINDS: dict[Any, Any] = {
    Checked: checked,
    Offer | None: lambda: (None, *(offer(way, "*") for way in Way)),
}
#: Previews of what a facilitator wrote herself, as long as they can be.
_PREVIEWS = [pausing.preview(_KEY, words * LONGEST_WORDS) for words in ("x", "*")]
_SHOWN = Shown(3, 30, 9, 2026, "10:30")

NAMED: dict[tuple[str, Any], Any] = {
    ("preview", Notice): _PREVIEWS,
    ("found", Notice): [found(_KEY, each, None, "") for each in checked()],
    ("hard", Sequence[str]): ((), ("OA",), ("*" * 99,) * 50),
    ("sentences", int): (1, 12),
    ("day", Shown | None): (None, _SHOWN),
    ("channel", int | None): (None, 2**63 - 1),
    ("most", int): (80, LONGEST),
    ("terms", Sequence[Term]): _cards(),
    ("card", Notice): [card(_KEY, each) for each in _cards()],
    ("left", int): (0, 1, 35),
}
