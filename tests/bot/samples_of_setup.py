"""Communities that are being set up: at the beginning, in odd states, at the end, with the worst words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from bot.community.rules import Community
from bot.community.rules.choices import LONGEST_GROUP, LONGEST_LINE, LONGEST_LINES
from bot.community.rules.settings import (
    GROUPS,
    CommunitySettings,
    Nation,
    Quiet,
    RoleGroup,
    Safeguarding,
    Side,
)
from bot.community.rules.setup import (
    CHANNELS,
    FACILITATORS_ROLE,
    MOST_GROUPS,
    Fate,
    Item,
    Place,
    Setup,
    Step,
    Wanted,
    group_role,
)
from bot.community.rules.steps import View
from bot.core.wording import Line
from bot.doctor.rules import Server

_ID = 2**63 - 1
_LINE, _LINES = "*" * LONGEST_LINE, "*" * LONGEST_LINES
SAFE = Safeguarding(_LINE, _LINE, _LINE)
_SERVER = Server(_ID, "Kidney CoP", frozenset(), ())
_HERE = Community(_ID, 1, 2, 3)


def settings() -> list[CommunitySettings]:
    """What a community has chosen: nothing yet, and as much as it can, in each nation."""
    own = [
        RoleGroup(f"own{at}", Side.LAY, "*" * LONGEST_GROUP, at) for at in range(MOST_GROUPS - len(GROUPS))
    ]
    full = CommunitySettings(
        _ID,
        groups=(*GROUPS, *own),
        host_takes_part=True,
        quiet=Quiet((0, 4), a_week=0, a_month=0),
        safeguarding=SAFE,
        joining_channel=1,
        lay_channel=2,
        lawful_basis=_LINES,
    )
    return [CommunitySettings(_ID), *(replace(full, nation=nation, country="IE") for nation in Nation)]


@cache
def views() -> tuple[View, ...]:
    """What is there of a community while it is set up."""
    return tuple(view for chosen in settings()[:2] for view in _views(chosen))


def _views(chosen: CommunitySettings) -> Iterator[View]:
    names = {group.key: group.words or group.key for group in chosen.groups}
    uses = (*CHANNELS, FACILITATORS_ROLE, *(group_role(group.key) for group in chosen.groups))
    setup = Setup(_ID)
    for fate in Fate:
        items = tuple(Item(Wanted(use, "*" * LONGEST_GROUP), fate, at) for at, use in enumerate(uses))
        yield View(setup, chosen, _SERVER, items, names)
    made = replace(
        setup, done=tuple(Step), made=tuple(Place(item.wanted.use, item.id or 0) for item in items)
    )
    there = tuple(replace(item, fate=Fate.THERE) for item in items)
    ready = View(made, chosen, _SERVER, there, names, _HERE)
    yield replace(ready, setup=replace(setup, later=tuple(Step)))
    wrong = tuple((Line("doctor-role-gone", {"community": "Kidney CoP"}), False) for _ in range(6))
    fine = (Line("doctor-choices-well", {"community": "Kidney CoP"}), True)
    full = replace(ready, panels=True, urgent=_LINES, threats=_LINES, findings=(fine,))
    yield from (full, replace(full, findings=(*wrong, fine)))


#: Samples by the kind of a parameter, and by its name and kind.
KINDS: dict[Any, Any] = {
    View: views,
    CommunitySettings: settings,
    RoleGroup | None: lambda: (None, *settings()[-1].groups),
    Step: lambda: tuple(Step),
    Sequence[Line]: lambda: ((), (Line("community-saved"),)),
    Sequence[str]: lambda: ((), ("*" * LONGEST_GROUP,) * MOST_GROUPS),
}
NAMED: dict[tuple[str, Any], Any] = {
    ("urgent", str): ("", _LINES),
    ("threats", str): ("", _LINES),
}
