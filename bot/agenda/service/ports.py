"""What agendas need from where they are kept, and from other features."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.agenda.rules import Plan
from bot.community.rules import Community, CommunitySettings
from bot.core.database import Tx
from bot.meetings.rules import Meeting
from bot.nudges.rules import Nudge
from bot.people.rules import Member
from bot.standing_roles.rules import Role


class AgendaStore(Protocol):
    """Where agendas are kept; `bot.agenda.store` has the promises."""

    async def put(self, tx: Tx, plan: Plan) -> None: ...
    async def get(self, tx: Tx, community: int, meeting: str) -> Plan | None: ...
    async def remove(self, tx: Tx, community: int, meeting: str) -> None: ...
    async def expire(self, tx: Tx, community: int, before: datetime) -> int: ...


class Meetings(Protocol):
    """The meetings that were planned."""

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]: ...


class Communities(Protocol):
    """How communities are set up, and what they chose."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...
    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings: ...


class People(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None: ...


class Holders(Protocol):
    """Who has which standing role."""

    async def of(self, tx: Tx, community: int, role: Role) -> list[str]:
        """The ids of the members who have it, and have not left."""


class Nudges(Protocol):
    """Messages to one member."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...
    async def withdraw(self, tx: Tx, community: int, prefix: str) -> None: ...


class Rooms(Protocol):
    """The voice channels of a community."""

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called; empty if it is not there, or not known now."""


class OnAgenda(Protocol):
    """A feature that goes by what meetings are about."""

    async def agenda_changed(self, tx: Tx, community: int) -> None:
        """The agenda of a meeting was changed, in this transaction."""
