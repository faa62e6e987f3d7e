"""What a community has chosen for itself. Everything has a default: each part can be set by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Side(StrEnum):
    """The two sides of a table, for what is shown about small groups."""

    LAY = "lay"
    PROFESSIONAL = "professional"


class Nation(StrEnum):
    """Whose bank holidays count; the names are those of the library `holidays` for its subdivisions."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"
    #: A country of its own: `CommunitySettings.country`.
    ELSEWHERE = ""


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """A role group: `key` never changes, `words` are the community's own (empty: those of the wording).

    `role` is the Discord role that goes with it, None if there is none.
    """

    key: str
    side: Side
    words: str = ""
    role: int | None = None


#: What a community starts with.
GROUPS = (
    RoleGroup("lay", Side.LAY),
    RoleGroup("clinical", Side.PROFESSIONAL),
    RoleGroup("managerial", Side.PROFESSIONAL),
    RoleGroup("commissioning", Side.PROFESSIONAL),
    RoleGroup("academic", Side.PROFESSIONAL),
    RoleGroup("voluntary", Side.PROFESSIONAL),
)


@dataclass(frozen=True, slots=True)
class Quiet:
    """When unasked messages may come, at most how many. `days` are weekdays, Monday is 0.

    A calendar week and month are those of the receiver's zone.
    """

    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    begin: time = time(9)
    end: time = time(18)
    a_week: int = 1
    a_month: int = 3


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Who is told of a worry about somebody's safety: the lead, when they are there, who covers."""

    lead: str = ""
    hours: str = ""
    cover: str = ""


@dataclass(frozen=True, slots=True)
class PauseOfAll:
    """The whole community is paused: since when, and what a person wrote about it.

    `key` is that of the card's delivery; `channel` and `message` say where the card is, None until it is
    there.
    """

    since: datetime
    words: str
    key: str = ""
    channel: int = 0
    message: int | None = None


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """What a community has chosen. `id` is Discord's.

    `host_takes_part` is None until somebody has said so. `country` is an ISO 3166 code, for `holidays`, and
    counts only without a nation. `joining_channel` is where [Join this community] stands, `lay_channel` the
    space of patient and public members, which the bot cannot see, `room` the voice channel for meetings.
    `lawful_basis` are the organisation's own
    words. `gone_after` and `forget_after` are whole days, after somebody was found to
    have left, and for what was done.
    """

    id: int
    groups: tuple[RoleGroup, ...] = GROUPS
    host_takes_part: bool | None = None
    zone: str = "Europe/London"
    nation: Nation = Nation.ENGLAND
    country: str = "GB"
    quiet: Quiet = Quiet()
    safeguarding: Safeguarding = Safeguarding()
    joining_channel: int | None = None
    lay_channel: int | None = None
    lawful_basis: str = ""
    gone_after: int = 30
    forget_after: int = 365
    pause: PauseOfAll | None = None
    room: int | None = None

    def group(self, key: str) -> RoleGroup | None:
        """The role group with this key."""
        return next((group for group in self.groups if group.key == key), None)

    def is_lay(self, key: str) -> bool:
        """Whether a role group is on the lay side; nobody knows of somebody who would rather not say."""
        found = self.group(key)
        return found is not None and found.side is Side.LAY
