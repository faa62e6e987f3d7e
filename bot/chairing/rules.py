"""What is on in a meeting, what comes next, and the break."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.agenda.rules import Item
from bot.core.errors import Refused
from bot.questions.rules.question import AnonymousQuestion, State, listed
from bot.sittings.rules import Sitting

#: So long a break lasts.
BREAK = timedelta(minutes=10)
#: So many open questions stand in the view, each with its button.
QUESTIONS = 3
_BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Break:
    """A break: it lasts until somebody says that it is over, whatever was announced."""

    began_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class View:
    """The message about one sitting, whose id it has, and where the meeting stands. Times are in UTC.

    `key` is that of its delivery; it is not there before it has a `message`. The item with the id `item` is
    on since `since`; it was at `position`, from 0. `number` counts what was pressed; `closed`: the message
    says that the meeting is over, and is not changed any more.
    """

    id: str
    community: int
    key: str
    since: datetime
    channel: int = 0
    message: int = 0
    item: str = ""
    position: int = 0
    rest: Break | None = None
    number: int = 0
    closed: bool = False

    @property
    def token(self) -> str:
        """What the buttons carry: which message it is, and how often somebody had pressed by then."""
        return f"{self.key}{_BETWEEN}{self.number}"


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands with a meeting: its view, its agenda in order, and when it was planned to end."""

    view: View
    sitting: Sitting
    items: Sequence[Item] = ()
    ends_at: datetime | None = None

    @property
    def at(self) -> int | None:
        """The place of what is on; None without an agenda.

        It is found by its id. If it is not on the agenda any more, what stands in its place is on.
        """
        ids = [each.id for each in self.items]
        if not ids:
            return None
        return ids.index(self.view.item) if self.view.item in ids else min(self.view.position, len(ids) - 1)

    @property
    def item(self) -> Item | None:
        """What is on."""
        return None if self.at is None else self.items[self.at]

    @property
    def next(self) -> Item | None:
        """What comes next; None if nothing does."""
        at = self.at
        return None if at is None or at + 1 == len(self.items) else self.items[at + 1]

    @property
    def item_ends_at(self) -> datetime | None:
        """When what is on has had its minutes; None in a break, or if it has none."""
        item, view = self.item, self.view
        if item is None or item.minutes <= 0 or view.rest is not None:
            return None
        return view.since + timedelta(minutes=item.minutes)


def begun(sitting: Sitting, items: Sequence[Item]) -> View:
    """The view of a meeting that begins, with the first item on; it is nowhere yet."""
    first = items[0].id if items else ""
    return View(sitting.id, sitting.community, "", sitting.began_at, item=first)


def moved(stand: Stand, by: int, now: datetime) -> View:
    """Another item is on: `by` places further, or back.

    Raises Refused where there is none, and without an agenda.
    """
    if stand.at is None:
        raise Refused("error-chairing-no-agenda")
    at = stand.at + by
    if not 0 <= at < len(stand.items):
        raise Refused("error-chairing-last" if by > 0 else "error-chairing-first")
    view = stand.view
    return replace(view, item=stand.items[at].id, position=at, since=now, number=view.number + 1)


def rests(stand: Stand, now: datetime) -> View:
    """A break begins; raises Refused if there is one."""
    view = stand.view
    if view.rest is not None:
        raise Refused("error-chairing-break-is-on")
    return replace(view, rest=Break(now, now + BREAK), number=view.number + 1)


def goes_on(stand: Stand, now: datetime) -> View:
    """The break is over; what is on is given the time of the break. Raises Refused if there is none."""
    view = stand.view
    if view.rest is None:
        raise Refused("error-chairing-no-break")
    lasted = max(now - view.rest.began_at, timedelta(0))
    return replace(view, rest=None, since=view.since + lasted, number=view.number + 1)


def unanswered(questions: Collection[AnonymousQuestion]) -> list[AnonymousQuestion]:
    """Those that are out and have no answer yet, in the order in which facilitators read them."""
    return [each for each in listed(questions) if each.state is State.OUT]


def held(questions: Collection[AnonymousQuestion]) -> int:
    """How many wait for facilitators to read them first."""
    return sum(each.state is State.HELD for each in questions)
