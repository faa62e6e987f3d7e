"""What chairing needs from outside."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.agenda.rules import Item
from bot.chairing.rules import View
from bot.community.rules import Community
from bot.core.database import Tx
from bot.core.notices import Notice
from bot.meetings.rules import Meeting
from bot.questions.rules.question import AnonymousQuestion
from bot.sittings.rules import Sitting


class ChairingStore(Protocol):
    """Where views are kept; `bot.chairing.store` has the promises."""

    async def put(self, tx: Tx, view: View) -> None: ...
    async def get(self, tx: Tx, community: int, sitting: str) -> View | None: ...
    async def open(self, tx: Tx) -> list[View]: ...
    async def expire(self, tx: Tx, community: int, before: datetime) -> int: ...


class Sittings(Protocol):
    """Which meeting is on."""

    async def now(self, tx: Tx, community: int) -> Sitting | None: ...
    async def get(self, tx: Tx, community: int, sitting: str) -> Sitting | None: ...


class Agenda(Protocol):
    """What a planned meeting is about."""

    async def items(self, tx: Tx, community: int, meeting: str) -> list[Item]:
        """The items in their order."""


class Meetings(Protocol):
    """The meetings that were planned."""

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]: ...


class Communities(Protocol):
    """Where a community's channels are."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...


class Questions(Protocol):
    """What is published of questions; `tx` is of the anonymous database."""

    async def open(self, tx: Tx, community: int) -> list[AnonymousQuestion]: ...


class Ending(Protocol):
    """Ends meetings."""

    async def meeting_ends(self, community: int) -> Notice:
        """As [Meeting ends]. Raises Refused if none is on."""


class Channels(Protocol):
    """The channels of a community's server."""

    def can_post(self, community: int, channel: int) -> bool:
        """Whether a channel is there and the bot may write in it; True where nobody can tell."""
