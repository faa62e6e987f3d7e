"""A published question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

_OTHERS_FROM, _SEVERAL_FROM = 2, 5


class State(StrEnum):
    """Where a published question is in its life. Before it is published it is a block in `waiting`.

    HELD is published to facilitators alone, who release or decline it.
    """

    HELD = "held"
    OUT = "out"
    ANSWERED = "answered"
    MERGED = "merged"
    CLOSED = "closed"


class Ending(StrEnum):
    """How a closed question came to its end."""

    HELPED = "helped"
    TAKEN_BACK = "taken-back"
    FACILITATOR = "facilitator"
    AGE = "age"
    DECLINED = "declined"
    RESTORED = "restored"
    WORDS_GONE = "words-gone"


class Band(StrEnum):
    """How many others wondered: all that is ever said about it."""

    NONE = "none"
    OTHERS = "others"
    SEVERAL = "several"


_BANDS = tuple(Band)


def band(people: int) -> Band:
    """The band of so many different people, the asker left out."""
    if people >= _SEVERAL_FROM:
        return Band.SEVERAL
    return Band.OTHERS if people >= _OTHERS_FROM else Band.NONE


def larger(one: Band, other: Band) -> Band:
    """The larger of two bands."""
    return max(one, other, key=_BANDS.index)


@dataclass(frozen=True, slots=True)
class Card:
    """The message that shows a question; `token` is what its buttons carry."""

    channel: int
    token: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. `by` is the name of a member who answers under it, `account` theirs, to be forgotten too.

    An answer that was given `aloud` may have no text; `plain` says it again in plain words.
    """

    text: str
    by: str = ""
    account: int = 0
    aloud: bool = False
    plain: str = ""


@dataclass(frozen=True, slots=True)
class AnonymousQuestion:
    """A question as it is published; its number is given when it goes out.

    `window` is the start of the window in which it was published, `goes_to` the channel that was promised for
    its card, `about` the number of the question it asks more about. `asked` is what a facilitator asks back,
    `meeting` when it will be talked about, `reason` what a facilitator tells its asker alone. `news` counts
    what its asker may not have read, `nudged` the days after which facilitators were reminded last.
    `passed_to` is the account that was asked to answer, `suggested` what it gave to facilitators.
    `answered_at` is the start of a window, too.
    """

    id: str
    community: int
    number: int | None
    text: str
    card: Card
    window: datetime
    goes_to: int = 0
    to_facilitators: bool = False
    state: State = State.OUT
    quote: str = ""
    about: int | None = None
    band: Band = Band.NONE
    answer: Answer | None = None
    answered_at: datetime | None = None
    answering: bool = False
    asked: str = ""
    meeting: str = ""
    on_agenda: bool = False
    reason: str = ""
    passed_to: int = 0
    suggested: str = ""
    merged_into: str | None = None
    ending: Ending | None = None
    news: int = 0
    nudged: int = 0
    changed_on: date | None = None
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can still become of it."""
        return self.state is not State.CLOSED

    @property
    def is_wordless(self) -> bool:
        """Whether its words were taken away for good, by its asker or by a facilitator."""
        return self.ending in (Ending.TAKEN_BACK, Ending.WORDS_GONE)

    @property
    def is_out(self) -> bool:
        """Whether it stands there by itself, for all who may see it."""
        return self.state in (State.OUT, State.ANSWERED)


Question = AnonymousQuestion


def listed(questions: Collection[Question]) -> list[Question]:
    """The open ones, for facilitators: by how many wondered, then oldest first; held ones before all."""

    def rank(question: Question) -> tuple[bool, int, int]:
        held = question.state is not State.HELD
        return held, -_BANDS.index(question.band), question.number or 0

    shown = (State.HELD, State.OUT, State.ANSWERED)
    return sorted((question for question in questions if question.state in shown), key=rank)
