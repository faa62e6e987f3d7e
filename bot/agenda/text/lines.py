"""Lines that facilitators and members read alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.agenda import rules
from bot.agenda.rules import Experience, Item, Plan, Step
from bot.core.notices import Button, Line, Words
from bot.core.wording import Value
from bot.meetings.rules import Meeting, shown


@dataclass(frozen=True, slots=True)
class Known:
    """An agenda with its meeting, as they are now."""

    meeting: Meeting
    plan: Plan


def dated(id_: str, meeting: Meeting, **more: Value) -> Line:
    """A sentence with the day of a meeting in it, and the times at which it begins and ends."""
    until = shown(meeting.ends_at, meeting.zone).time
    at = shown(meeting.starts_at, meeting.zone).values()
    return Line(id_, {**at, "until": until, "zone": meeting.zone, **more})


def titled(id_: str, known: Known) -> Line:
    """A sentence with what the meeting is called."""
    return Line(id_, {"title": Words(known.meeting.title)})


def early(known: Known, number: int = 0) -> Iterator[Line]:
    """From when on a room is open, if one is; on the first page only."""
    if known.plan.early and _at(known.plan, number) == 0:
        yield Line("agenda-early", {"time": clock(known, known.meeting.starts_at - rules.EARLY)})


def page(known: Known, number: int) -> list[Line]:
    """The items of one page, the break where it comes, and at the end when all of it is over."""
    items = items_on(known.plan, number)
    numbers = {each.id: at for at, each in enumerate(known.plan.items, 1)}
    found: list[Line] = []
    is_here = False
    steps = rules.steps(known.plan, known.meeting.starts_at)
    for step in steps:
        # The break stands with the item before it.
        if step.item is not None:
            is_here = step.item in items
        if is_here and step.item is None:
            found.append(_rest(known, step))
        elif is_here and step.item is not None:
            found += item(step.item, numbers[step.item.id], clock(known, step.starts_at))
    if items and items[-1] == known.plan.items[-1]:
        found.append(Line("agenda-end", {"time": clock(known, steps[-1].starts_at + _minutes(steps[-1]))}))
    return found


def items_on(plan: Plan, number: int) -> Sequence[Item]:
    """The items of a page; of one that is not there, those of the last."""
    return rules.pages(plan.items)[_at(plan, number)]


def turning(action: str, known: Known, number: int) -> Iterator[Button]:
    """The ways to the pages before and after one."""
    last = len(rules.pages(known.plan.items)) - 1
    number = _at(known.plan, number)
    if number > 0:
        yield Button(action, "agenda-button-before", f"{known.meeting.id}.{number - 1}")
    if number < last:
        yield Button(action, "agenda-button-after", f"{known.meeting.id}.{number + 1}")


def item(item: Item, number: int, time: str) -> list[Line]:
    """An item: what it is, what can be changed about it, and whom we would like to hear.

    `time` is when it begins; empty if that is not known yet.
    """
    line = Line(
        "agenda-item",
        {
            "number": number,
            "title": Words(item.title),
            "time": time,
            "timed": "yes" if time else "no",
            "minutes": item.minutes,
            "purpose": item.purpose.name.lower(),
            "has": "yes" if item.speaker else "no",
            "speaker": Words(item.speaker),
        },
    )
    return [line, *_what(item), *_wanted(item)]


def _what(item: Item) -> Iterator[Line]:
    """What is open, and what is fixed."""
    texts = {"open": Words(item.open), "fixed": Words(item.fixed)}
    if item.open and item.fixed:
        yield Line("agenda-open-and-fixed", texts)
    elif item.open:
        yield Line("agenda-open", {"open": texts["open"]})
    elif item.fixed:
        yield Line("agenda-fixed", {"fixed": texts["fixed"]})


def _wanted(item: Item) -> Iterator[Line]:
    """Whom we would like to hear."""
    wanted = [each.name.lower() for each in Experience if each in item.wanted]
    if wanted:
        first, second, third, fourth = (*wanted, "none", "none", "none")[:4]
        yield Line("agenda-wanted", {"first": first, "second": second, "third": third, "fourth": fourth})


def rest(known: Known) -> Line:
    """When the break comes; there has to be one."""
    steps = rules.steps(known.plan, known.meeting.starts_at)
    return _rest(known, next(each for each in steps if each.item is None))


def _rest(known: Known, step: Step) -> Line:
    return Line("agenda-rest", {"time": clock(known, step.starts_at), "minutes": step.minutes})


def _at(plan: Plan, number: int) -> int:
    """The number of a page that is there."""
    return min(max(number, 0), len(rules.pages(plan.items)) - 1)


def _minutes(step: Step) -> timedelta:
    return timedelta(minutes=step.minutes)


def clock(known: Known, moment: datetime) -> str:
    """A moment as the clock on the wall of the meeting shows it."""
    return shown(moment, known.meeting.zone).time
