"""What announcing and answering need of others."""

from __future__ import annotations

from typing import Protocol

from bot.attending.rules import Announcement, Reply
from bot.community.rules import Community
from bot.core.database import Tx
from bot.meetings.rules import Meeting
from bot.nudges.rules import Nudge
from bot.people.rules import Member


class AttendingStore(Protocol):
    """Where it is all kept; `bot.attending.store` has the promises."""

    async def put(self, tx: Tx, announcement: Announcement) -> None: ...
    async def get(self, tx: Tx, community: int, meeting: str) -> Announcement | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Announcement]: ...
    async def by_key(self, tx: Tx, community: int, key: str) -> Announcement | None: ...
    async def remove(self, tx: Tx, community: int, meeting: str) -> None: ...
    async def reply(self, tx: Tx, community: int, meeting: str, member: str, reply: Reply) -> None: ...
    async def replies(self, tx: Tx, community: int, meeting: str) -> dict[str, Reply]: ...
    async def of_member(self, tx: Tx, community: int, member: str) -> dict[str, Reply]: ...
    async def forget_replies(self, tx: Tx, community: int, meeting: str) -> None: ...
    async def erase(self, tx: Tx, community: int, member: str) -> None: ...


class Communities(Protocol):
    """How communities are set up."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...
    async def all_in(self, tx: Tx) -> list[Community]: ...


class Planned(Protocol):
    """The meetings to come."""

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]: ...


class People(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None: ...
    async def member(self, tx: Tx, community: int, member: str) -> Member | None: ...


class Nudges(Protocol):
    """Messages to one member."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...


class Names(Protocol):
    """What people are called, as far as it is known."""

    def name_of(self, community: int, account: int) -> str: ...
