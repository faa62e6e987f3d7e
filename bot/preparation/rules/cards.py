"""The cards there are, and on which paths they stand.

From the study this project is built on: lay members were unsure of their role and of the aims, found the
language hard, and were helped by a dedicated person; to many professionals it was new to be questioned by
patients, and nobody asked them whether they were all right. Preparation was its first recommendation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.core.errors import Refused


class Card(StrEnum):
    """A card. The earlier it stands here, the more it matters to somebody who joins late."""

    QUESTIONED = "questioned"
    NEW = "new"
    ASKED = "asked"
    PURPOSE = "purpose"
    PART = "part"
    PRACTICE = "practice"
    MEETING = "meeting"
    PAYMENT = "payment"
    PEOPLE = "people"
    WORDS = "words"
    #: Afterwards: a talk about how it went.
    TALK = "talk"


CARDS = tuple(Card)


class PathOf(StrEnum):
    """Whose path it is. Of somebody who would rather not say her role group, nobody knows the side."""

    LAY = "lay"
    PROFESSIONAL = "professional"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """A card on a path, so many `days` before the meeting; the talk: so many after it."""

    card: Card
    days: int


_LAY = (Card.PURPOSE, Card.PART, Card.PAYMENT, Card.PEOPLE, Card.WORDS, Card.MEETING, Card.PRACTICE)
_ONLY_PROFESSIONAL = (Card.NEW, Card.QUESTIONED, Card.ASKED)
_SHARED = (Card.PURPOSE, Card.PEOPLE, Card.WORDS, Card.MEETING, Card.PRACTICE)
_OFFERED = {
    PathOf.LAY: (*_LAY, Card.TALK),
    PathOf.PROFESSIONAL: (*_ONLY_PROFESSIONAL, *_SHARED, Card.TALK),
    PathOf.OPEN: _SHARED,
}
#: Where a card stands that is put on a path. A week apart, as no more than one a week goes out.
_STANDING = {
    Card.PURPOSE: 49,
    Card.PART: 42,
    Card.PAYMENT: 35,
    Card.PEOPLE: 28,
    Card.WORDS: 21,
    Card.MEETING: 14,
    Card.PRACTICE: 7,
    Card.TALK: 2,
    Card.NEW: 21,
    Card.QUESTIONED: 14,
    Card.ASKED: 7,
}
#: The five boxes about payment, as facilitators fill them in.
PAID = ("rate", "counts", "how", "when", "whom")
#: How long after the meeting the talk may still be offered.
TALK_UNTIL = timedelta(days=30)
_MOST_DAYS_BEFORE, _MOST_DAYS_AFTER = 180, 14


def offered(path: PathOf) -> tuple[Card, ...]:
    """The cards that can stand on a path."""
    return _OFFERED[path]


def standing(card: Card) -> Step:
    """Where a card stands unless facilitators choose otherwise."""
    return Step(card, _STANDING[card])


def check_days(card: Card, typed: str) -> int:
    """How many days before the meeting, or after it for the talk; raises Refused if that cannot be."""
    most = _MOST_DAYS_AFTER if card is Card.TALK else _MOST_DAYS_BEFORE
    words = typed.strip()
    days = int(words) if words.isascii() and words.isdecimal() else 0
    if not 1 <= days <= most:
        raise Refused("error-preparation-days", most=most)
    return days


def check_own(words: str, most: int) -> str:
    """A community's own words on a card, which may be none; raises Refused if there are too many."""
    kept = words.strip()
    if len(kept) > most:
        raise Refused("error-preparation-long", length=len(kept), most=most)
    return kept


def filled(paid: Mapping[str, str]) -> dict[str, str]:
    """What is said about payment, in its order, without the boxes that were left empty."""
    return {name: paid[name] for name in PAID if paid.get(name)}
