"""When each item begins, where a break is proposed, and how the minutes fall over role groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.agenda.rules.item import Item
from bot.agenda.rules.plan import Plan

#: A room is open for so long before the meeting.
EARLY = timedelta(minutes=15)
REST_MINUTES = 10
#: A plan that takes longer than this needs a break.
LONG_MINUTES = 60
#: A break stands between two items.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Pauses:
    """Whether a room is open before the meeting, and whether there is a break in it."""

    early: bool = True
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What comes at one time: an item, or the break (None). `starts_at` is in UTC."""

    item: Item | None
    starts_at: datetime
    minutes: int


def total(items: Sequence[Item]) -> int:
    """How many minutes items take together."""
    return sum(each.minutes for each in items)


def middle(items: Sequence[Item]) -> int:
    """After how many items about half of the time has passed; 0 if there are not two of them."""
    half = total(items) / 2
    return min(range(1, len(items)), key=lambda at: abs(total(items[:at]) - half), default=0)


def rest_after(plan: Plan) -> int:
    """After how many items the break comes, 0 if there is none.

    As long as nobody has decided it, it is proposed about the middle of a plan that takes more than an hour.
    """
    if plan.rest is None:
        return middle(plan.items) if total(plan.items) > LONG_MINUTES else 0
    return min(plan.rest, max(len(plan.items) - 1, 0))


def pauses(plan: Plan) -> Pauses:
    """The breathing space that a plan leaves, decided or proposed."""
    return Pauses(plan.early, rest_after(plan) > 0)


def steps(plan: Plan, starts_at: datetime) -> list[Step]:
    """The items and the break in their order, each with its moment, if the meeting begins at `starts_at`."""
    rest, found, moment = rest_after(plan), list[Step](), starts_at
    for number, item in enumerate(plan.items, 1):
        found.append(Step(item, moment, item.minutes))
        moment += timedelta(minutes=item.minutes)
        if number == rest:
            found.append(Step(None, moment, REST_MINUTES))
            moment += timedelta(minutes=REST_MINUTES)
    return found


def minutes_of(plan: Plan) -> int:
    """How many minutes all of it takes, with the break."""
    return total(plan.items) + (REST_MINUTES if rest_after(plan) else 0)


def rested(plan: Plan, by: int) -> Plan:
    """With the break so many items later, as far as there are items around it; where there is none, none."""
    now = rest_after(plan)
    if len(plan.items) < _FEWEST or not now:
        return plan
    return _decided(plan, min(max(now + by, 1), len(plan.items) - 1))


def with_rest(plan: Plan) -> Plan:
    """With a break about the middle."""
    return _decided(plan, middle(plan.items))


def without_rest(plan: Plan) -> Plan:
    """Without a break, and none is proposed any more."""
    return _decided(plan, 0)


def opened_early(plan: Plan, *, early: bool) -> Plan:
    """With a room open before the meeting, or without."""
    return plan if plan.early is early else replace(plan, early=early, version=plan.version + 1)


def shares(items: Sequence[Item], groups: Sequence[str]) -> list[tuple[str, int]]:
    """For each role group by its key, in this order, the minutes that fall to it; 0 for one that has none.

    What falls to no group, or to one that is not there any more, comes last under "", if there is any.
    """
    found = [(key, total([each for each in items if each.group == key])) for key in groups]
    others = total([each for each in items if each.group not in groups])
    return [*found, ("", others)] if others else found


def _decided(plan: Plan, rest: int) -> Plan:
    return plan if plan.rest == rest else replace(plan, rest=rest, version=plan.version + 1)
