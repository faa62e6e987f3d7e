"""What standing roles there are, and what becomes of an offer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.community.rules import Part
from bot.core.errors import Refused

#: An offer that nobody answers ends after so long.
EXPIRES = timedelta(days=21)
#: What became of an offer is kept for whoever made it, for so long.
FORGOTTEN_AFTER = timedelta(days=30)
#: In characters: the time that a role takes, and what is paid.
LONGEST_TERMS = 150
#: "No", or a bare number, is not said in words that somebody can understand.
_FEWEST_WORDS = 2


class Role(StrEnum):
    """The standing roles, in the order in which they are shown."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    NOTE_TAKER = "note-taker"
    TIME_KEEPER = "time-keeper"
    STEERING_GROUP = "steering-group"
    WORD_EDITOR = "word-editor"


#: Whoever has one of these roles has that part in the community.
FOR_PART = MappingProxyType(
    {
        Part.CHAIR: (Role.CHAIR, Role.CO_CHAIR),
        Part.EDITOR: (Role.WORD_EDITOR,),
        Part.NOTE_TAKER: (Role.NOTE_TAKER,),
    }
)


class State(StrEnum):
    """What has become of an offer."""

    OFFERED = "offered"
    HELD = "held"
    NOT_NOW = "not-now"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Standing:
    """A role that was offered to a member, or that she has; `id` is random, `member` her id.

    `takes` and `paid` are what whoever offered it says about time and payment. `offered_by` is the id on
    Discord of whoever that was, None when that person has been erased.
    """

    id: str
    community: int
    member: str
    role: Role
    takes: str
    paid: str
    offered_by: int | None
    offered_on: date
    state: State = State.OFFERED


def readable(standing: Standing) -> dict[str, str]:
    """What is kept of it, as text, without to whom and by whom it was offered."""
    return {
        "role": standing.role.value,
        "state": standing.state.value,
        "time": standing.takes,
        "payment": standing.paid,
        "offered_on": standing.offered_on.isoformat(),
    }


def answered(standing: Standing, *, yes: bool) -> Standing:
    """Her answer. The same once more changes nothing; raises Refused for another, and for an old offer."""
    state = State.HELD if yes else State.NOT_NOW
    if standing.state is state:
        return standing
    if standing.state is not State.OFFERED:
        raise Refused("error-standing-answered")
    return replace(standing, state=state)


def stated(words: str) -> str:
    """The time that a role takes, or what is paid, as it was typed; raises Refused unless in words."""
    if len(words.split()) < _FEWEST_WORDS:
        raise Refused("error-standing-words")
    return words


def is_taken(known: list[Standing], member: str, role: Role) -> bool:
    """Whether this role is offered to her already, or hers."""
    return any(
        each.member == member and each.role is role and each.state in (State.OFFERED, State.HELD)
        for each in known
    )
