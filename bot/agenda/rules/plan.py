"""The agenda of one meeting: its items in their order, and the breathing space between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.agenda.rules.item import Item
from bot.core.errors import Refused

MOST_ITEMS = 15


@dataclass(frozen=True, slots=True)
class Plan:
    """The agenda of a meeting that begins at `starts_at`, in UTC.

    `early`: a room is open before it. `rest` is after how many items a break comes, 0 for none; as long as
    nobody has decided it (None), one is proposed. `version` grows with each change. `asked`, `agreed` and
    `wanted` are the versions that the steering group was asked about, agreed to, and wanted changed, last;
    -1 if none. Who that was is not kept.
    """

    community: int
    meeting: str
    starts_at: datetime
    items: tuple[Item, ...] = ()
    early: bool = True
    rest: int | None = None
    version: int = 0
    asked: int = -1
    agreed: int = -1
    wanted: int = -1

    def item(self, id_: str) -> Item:
        """The item with this id; raises Refused if it is not there any more."""
        found = next((each for each in self.items if each.id == id_), None)
        if found is None:
            raise Refused("error-agenda-item-gone")
        return found


def added(plan: Plan, item: Item, at: int | None = None) -> Plan:
    """With one item more, at the end unless `at` says where; raises Refused if there is no room."""
    check_room(plan)
    place = len(plan.items) if at is None else min(at, len(plan.items))
    return _with(plan, (*plan.items[:place], item, *plan.items[place:]))


def check_room(plan: Plan) -> None:
    """Raise Refused if no further item fits."""
    if len(plan.items) >= MOST_ITEMS:
        raise Refused("error-agenda-full", most=MOST_ITEMS)


def changed(plan: Plan, item: Item) -> Plan:
    """With this item in place of the one of its id; raises Refused if that is not there any more."""
    plan.item(item.id)
    return _with(plan, tuple(item if each.id == item.id else each for each in plan.items))


def removed(plan: Plan, id_: str) -> Plan:
    """Without an item; raises Refused if it is not there any more."""
    plan.item(id_)
    return _with(plan, tuple(each for each in plan.items if each.id != id_))


def moved(plan: Plan, id_: str, by: int) -> Plan:
    """With an item so many places later; at either end it stays. Raises Refused if it is not there."""
    item = plan.item(id_)
    others = [each for each in plan.items if each.id != id_]
    others.insert(min(max(item.position + by, 0), len(others)), item)
    return (
        plan
        if [each.id for each in others] == [each.id for each in plan.items]
        else _with(plan, tuple(others))
    )


def _with(plan: Plan, items: tuple[Item, ...]) -> Plan:
    ordered = tuple(replace(each, position=at) for at, each in enumerate(items))
    return replace(plan, items=ordered, version=plan.version + 1)
