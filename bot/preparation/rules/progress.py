"""How far somebody has come. What she has done with a card is hers: nobody else is shown it, nor a count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.preparation.rules.cards import Card
from bot.preparation.rules.plan import HOLD, day_of


class CallState(StrEnum):
    """What has become of the call with a named person."""

    #: This path has none.
    NONE = "none"
    #: No times have been offered to her, or none of them suited.
    WANTED = "wanted"
    OFFERED = "offered"
    BOOKED = "booked"
    DONE = "done"
    DECLINED = "declined"


_OPEN = (CallState.WANTED, CallState.OFFERED, CallState.BOOKED)


@dataclass(frozen=True, slots=True)
class Call:
    """The call: wanted `since` a moment; `told` is the id of the contact who was asked to offer times.

    `unsuited` are the ids of the times of which none suited her.
    """

    state: CallState = CallState.NONE
    since: datetime | None = None
    told: str = ""
    unsuited: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to come."""
        return self.state in _OPEN


@dataclass(frozen=True, slots=True)
class Progress:
    """One member on her path. `member` is her id; `first` is when her first meeting begins, None: not known.

    `sent` are the cards that went out with their days, `done` those on which she pressed [Done].
    """

    member: str
    community: int
    first: datetime | None = None
    sent: Mapping[Card, date] = field(default_factory=dict)
    done: frozenset[Card] = frozenset()
    call: Call = Call()

    @property
    def last(self) -> date | None:
        """The day on which the last card went out."""
        return max(self.sent.values(), default=None)

    def hold(self, zone: str) -> date | None:
        """The day until which cards wait for the call; None if they do not."""
        since = self.call.since
        return day_of(since + HOLD, zone) if self.call.is_open and since is not None else None

    def with_call(self, call: Call) -> Progress:
        """With the call as it is now."""
        return replace(self, call=call)


def anchored(progress: Progress, upcoming: datetime | None, now: datetime) -> Progress:
    """With the meeting that is her first: the next one, until one has been; then that one for good."""
    if progress.first is not None and progress.first <= now:
        return progress
    return replace(progress, first=upcoming)


def reopened(progress: Progress, since: datetime, until: datetime) -> Progress:
    """Without a first meeting that was to begin in this span and did not take place."""
    if progress.first is None or not since <= progress.first <= until:
        return progress
    return replace(progress, first=None)


def sent(progress: Progress, card: Card, day: date) -> Progress:
    """With a card that goes out on this day."""
    return replace(progress, sent={**progress.sent, card: day})


def unsent(progress: Progress, card: Card) -> Progress:
    """Without a card that never went, though it was to go."""
    return replace(progress, sent={each: day for each, day in progress.sent.items() if each is not card})


def readable(progress: Progress) -> dict[str, object]:
    """All that is kept of a member's path, as text."""
    return {
        "first_meeting": "" if progress.first is None else progress.first.isoformat(),
        "cards_sent": [
            {"card": card.value, "came_on": day.isoformat()} for card, day in sorted(progress.sent.items())
        ],
        "cards_done": sorted(card.value for card in progress.done),
        "call": progress.call.state.value,
    }
