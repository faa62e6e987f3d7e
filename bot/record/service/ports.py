"""What records need of others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from bot.agenda.rules import Item
from bot.attending.rules import Reply
from bot.community.rules import Community, CommunitySettings
from bot.core.database import Tx
from bot.meetings.rules import Meeting
from bot.nudges.rules import Nudge
from bot.people.rules import Member
from bot.questions.rules.public import Public
from bot.record.rules import Record


class RecordStore(Protocol):
    """Where records are kept; `bot.record.store` has the promises."""

    async def put(self, tx: Tx, record: Record) -> None: ...
    async def get(self, tx: Tx, community: int, sitting: str) -> Record | None: ...
    async def by_key(self, tx: Tx, community: int, key: str) -> Record | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Record]: ...
    async def latest(self, tx: Tx, community: int) -> Record | None: ...
    async def last_posted(self, tx: Tx, community: int) -> Record | None: ...
    async def expire(self, tx: Tx, community: int, before: date) -> list[str]: ...


class Communities(Protocol):
    """How communities are set up, and what they chose."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...
    async def all_in(self, tx: Tx) -> list[Community]: ...
    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings: ...


class Meetings(Protocol):
    """The planned meetings."""

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]: ...


class Agenda(Protocol):
    """What was to be talked about."""

    async def items(self, tx: Tx, community: int, meeting: str) -> list[Item]:
        """The items of a planned meeting, in order of position."""


class Published(Protocol):
    """Questions, as everybody can read them. All read another database: never inside a transaction."""

    async def of_meeting(self, community: int, began: datetime, ended: datetime) -> list[Public]:
        """Those that came out or were answered in a meeting, by number."""

    async def these(self, community: int, cards: Collection[str]) -> list[Public]:
        """Those of these cards that everybody can read now, by number."""

    async def wordless(self, community: int, cards: Collection[str]) -> set[str]:
        """Those of these cards whose words were taken away for good."""


class Replies(Protocol):
    """Who said whether she comes."""

    async def replies(self, tx: Tx, community: int, meeting: str) -> dict[str, Reply]: ...


class Presence(Protocol):
    """Who pressed that she is at a meeting."""

    async def here(self, tx: Tx, community: int, sitting: str) -> list[str]:
        """Their ids; whoever is not among them may have been there."""


class People(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...


class Nudges(Protocol):
    """Messages to one member."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...
