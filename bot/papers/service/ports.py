"""What papers need of others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.agenda.rules import Item, Pauses
from bot.community.rules import Community, CommunitySettings
from bot.core.database import Tx
from bot.core.notices import Line
from bot.glossary.rules.term import Term
from bot.papers.rules import Papers
from bot.people.rules import Member


class PapersStore(Protocol):
    """Where they are kept; `bot.papers.store` has the promises."""

    async def put(self, tx: Tx, papers: Papers) -> None: ...
    async def get(self, tx: Tx, community: int, meeting: str) -> Papers | None: ...
    async def by_key(self, tx: Tx, community: int, key: str) -> Papers | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Papers]: ...
    async def remove(self, tx: Tx, community: int, meeting: str) -> None: ...


class Communities(Protocol):
    """How communities are set up."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...
    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings: ...


class Rooms(Protocol):
    """The voice channels of a community."""

    def voice_name(self, community: int, channel: int) -> str: ...


class People(Protocol):
    """Who has joined."""

    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...


class Agenda(Protocol):
    """What a meeting is about."""

    async def items(self, tx: Tx, community: int, meeting: str) -> Sequence[Item]: ...
    async def pauses(self, tx: Tx, community: int, meeting: str) -> Pauses: ...


class MeetingWords(Protocol):
    """The words of a meeting."""

    async def of_meeting(self, tx: Tx, community: int, meeting: str) -> Sequence[Term]: ...


class Errands(Protocol):
    """What named contacts print or say for members without Discord."""

    async def errand(
        self, tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date
    ) -> None: ...
