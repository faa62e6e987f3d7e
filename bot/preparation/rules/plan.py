"""When each card goes out: in the path's order, never two within a week, none too late.

All days are those of the community's own calendar. Who joins late gets what still fits: of what does not,
the least essential is left out first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.preparation.rules.cards import CARDS, TALK_UNTIL, Card, Step

WEEK = timedelta(days=7)
#: For so long the cards wait for the call that comes first.
HOLD = timedelta(days=7)
_DAY = timedelta(days=1)
_MORNING = time(9)
#: Between these hours a message that somebody waits for disturbs nobody.
_DAYTIME = (8, 20)


@dataclass(frozen=True, slots=True)
class Due:
    """A card and the day on which it goes out."""

    card: Card
    day: date


def due_cards(
    steps: Sequence[Step],
    gone: Collection[Card],
    first: date | None,
    today: date,
    *,
    last: date | None = None,
    hold: date | None = None,
) -> list[Due]:
    """What goes out to somebody, from `today` on, and when; the next one first.

    `steps` are her path's, `gone` what she was sent before, the `last` of it on that day, `first` the day of
    her first meeting (None: there is none yet), `hold` the day until which cards wait for her call. Before
    the meeting, the last card comes on the day before it at the latest: a call that is late costs her the
    wait, but not the card that matters most.
    """
    if first is None:
        return []
    begin = max(today, last + WEEK) if last else today
    before = _before(steps, gone, first, begin, hold) if today < first else []
    return before + _after(steps, gone, first, before[-1].day + WEEK if before else begin)


def _before(
    steps: Sequence[Step], gone: Collection[Card], first: date, begin: date, hold: date | None
) -> list[Due]:
    latest = first - _DAY
    if hold is not None:
        begin = max(begin, min(hold, latest))
    chosen = [step for step in steps if step.card not in gone and step.card is not Card.TALK]
    chosen.sort(key=lambda step: (-step.days, CARDS.index(step.card)))
    while chosen:
        planned = _in_turn(chosen, first, begin)
        if planned[-1].day <= latest:
            return planned
        chosen.remove(max(chosen, key=lambda step: CARDS.index(step.card)))
    return []


def _in_turn(chosen: Sequence[Step], first: date, begin: date) -> list[Due]:
    planned: list[Due] = []
    for step in chosen:
        day = max(first - timedelta(days=step.days), begin)
        planned.append(Due(step.card, day))
        begin = day + WEEK
    return planned


def _after(steps: Sequence[Step], gone: Collection[Card], first: date, begin: date) -> list[Due]:
    talks = [step for step in steps if step.card is Card.TALK and Card.TALK not in gone]
    days = [max(first + timedelta(days=step.days), begin) for step in talks]
    return [Due(Card.TALK, day) for day in days if day <= first + TALK_UNTIL]


def next_card(planned: Sequence[Due], zone: str) -> tuple[Card, datetime] | None:
    """The next card, and the moment from which it may go: the morning of its day, on the zone's clock."""
    if not planned:
        return None
    return planned[0].card, morning(planned[0].day, zone)


def morning(day: date, zone: str) -> datetime:
    """Nine o'clock on a day, as a moment in UTC: it is nine in summer and in winter."""
    return datetime.combine(day, _MORNING, ZoneInfo(zone)).astimezone(UTC)


def day_of(moment: datetime, zone: str) -> date:
    """The day of a moment, on the zone's calendar."""
    return moment.astimezone(ZoneInfo(zone)).date()


def by_day(moment: datetime, zone: str) -> datetime:
    """The moment itself by day; the next morning in the evening and at night."""
    hour = moment.astimezone(ZoneInfo(zone)).hour
    if _DAYTIME[0] <= hour < _DAYTIME[1]:
        return moment
    day = day_of(moment, zone)
    return morning(day if hour < _DAYTIME[0] else day + _DAY, zone)
