"""What members propose to talk about, and what can become of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.core.errors import Refused
from bot.glossary.rules.checking import squeezed
from bot.questions.rules.saying import Box, Kind, taken_apart
from bot.questions.rules.writing import shortened, tidy

#: In characters.
LONGEST_WHAT, LONGEST_WHY, LONGEST_REASON = 100, 300, 200
#: So many of one member's, made under her name, wait at most.
MOST_WAITING = 20
#: So many without a name wait at most in one community, before no more can be sent.
MOST_UNSIGNED = 200
#: What an item may take on an agenda, and what stands in the form to begin with.
MINUTES, USUAL_MINUTES = range(1, 241), 10
LONGEST_MINUTES = 4

ITEM = Kind(
    "item",
    done="wishes-item-done",
    waits="wishes-item-waits",
    action="wishes:item",
    title="wishes-item-title",
    intro="wishes-item-intro",
    boxes=(
        Box("what", "wishes-item-what", "wishes-item-what-hint", LONGEST_WHAT, is_line=True),
        Box("why", "wishes-item-why", "wishes-item-why-hint", LONGEST_WHY, required=False),
    ),
)


class Fate(StrEnum):
    """What has become of what was proposed."""

    WAITS = "waits"
    ON_AGENDA = "on-agenda"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something to talk about; `id` is random, `on` the day.

    `member` is who proposed it under her name, `by` what is shown of that, to facilitators alone and until
    they have decided; an anonymous one has neither. `is_held`: its writer is paused, or facilitators look at
    everything first here. `reason` is why not now, or what the meeting is called that it was put on.
    `is_out`: its words were taken out for good.
    """

    id: str
    community: int
    what: str
    why: str
    on: date
    member: str | None = None
    by: str = ""
    is_held: bool = False
    fate: Fate = Fate.WAITS
    reason: str = ""
    decided_on: date | None = None
    is_out: bool = False

    @property
    def waits(self) -> bool:
        """Whether somebody has still to decide on it."""
        return self.fate is Fate.WAITS


@dataclass(frozen=True, slots=True)
class Decision:
    """What a facilitator decided, when and why."""

    fate: Fate
    on: date
    reason: str = ""


def made_of(bare: Proposed, text: str) -> Proposed:
    """What was typed, in an item that has no words yet.

    It never fails: too much is cut, for nobody may be there any more to be told.
    """
    typed = taken_apart(ITEM, text)
    what = shortened(squeezed(typed.get("what", "")), LONGEST_WHAT)
    return replace(bare, what=what, why=tidy(typed.get("why", ""))[:LONGEST_WHY])


def decided(item: Proposed, decision: Decision) -> Proposed:
    """What it is then, as nobody's: whoever proposed it is told at once."""
    return replace(
        item,
        fate=decision.fate,
        decided_on=decision.on,
        reason=decision.reason,
        member=None,
        by="",
        is_held=False,
    )


def emptied(item: Proposed) -> Proposed:
    """The item without its words, so that everybody may read what is left."""
    return replace(item, what="", why="", is_out=True)


def waiting(items: Iterable[Proposed]) -> list[Proposed]:
    """Those that wait, the oldest first; the order within a day tells nothing."""
    return sorted((each for each in items if each.waits), key=lambda each: (each.on, each.id))


def answered(items: Iterable[Proposed]) -> list[Proposed]:
    """Those that have their answer, the latest first: what everybody may read."""
    done = (each for each in items if not each.waits)
    return sorted(done, key=lambda each: (each.decided_on or each.on, each.id), reverse=True)


def is_full(items: Iterable[Proposed]) -> bool:
    """Whether so many without a name wait that another one would have no answer for long."""
    return sum(each.waits and each.member is None for each in items) >= MOST_UNSIGNED


def is_same(one: Proposed, other: Proposed) -> bool:
    """Whether one member has sent the same form once more."""
    return (one.member, one.what, one.why) == (other.member, other.what, other.why)


def over(items: Iterable[Proposed], before: date) -> list[Proposed]:
    """Those that had their answer before a day."""
    return [each for each in items if each.decided_on is not None and each.decided_on < before]


def read_minutes(typed: str) -> int:
    """How many minutes; raises Refused for what is no such number."""
    digits = typed.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_MINUTES):
        raise Refused("error-wishes-minutes", least=MINUTES.start, most=MINUTES.stop - 1)
    if int(digits) not in MINUTES:
        raise Refused("error-wishes-minutes", least=MINUTES.start, most=MINUTES.stop - 1)
    return int(digits)


def readable(items: Iterable[Proposed], member: str) -> dict[str, object]:
    """What a member proposed under her name and still waits, as text for herself."""
    made = [
        {"item": each.what, "item_why": each.why, "shown_name": each.by}
        for each in waiting(items)
        if each.member == member
    ]
    return {"items_proposed": made} if made else {}
