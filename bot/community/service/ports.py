"""What setting up needs from outside: Discord, the panels, the choices about questions, and a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.community.rules import Community
from bot.community.rules.setup import Setup
from bot.core.database import Tx
from bot.core.wording import Line
from bot.doctor.rules import Server
from bot.questions.rules.settings import QuestionSettings


@dataclass(frozen=True, slots=True)
class Access:
    """Who is to see a channel: everybody, or these roles alone; and the bot, or not even the bot.

    One for `voice` is for everybody.
    """

    everybody: bool = True
    roles: tuple[int, ...] = ()
    bot: bool = True
    voice: bool = False


class SetupStore(Protocol):
    """Where it is kept how far each community is."""

    async def get(self, tx: Tx, community: int) -> Setup: ...
    async def put(self, tx: Tx, setup: Setup) -> None: ...


class Building(Protocol):
    """Discord, as far as channels and roles are made there.

    Each raises Refused, with what to mend, if Discord says no, or does not answer.
    """

    async def look(self, community: int) -> Server:
        """What is there now."""

    async def make_role(self, community: int, name: str) -> int:
        """Make a role that allows nothing by itself; returns its id."""

    async def make_channel(self, community: int, name: str, access: Access) -> int:
        """Make a channel for text; returns its id."""

    async def give_role(self, community: int, account: int, role: int) -> None:
        """Give somebody a role."""

    async def delete_role(self, community: int, role: int) -> None:
        """Delete a role; one that is gone already is no fault."""

    async def delete_channel(self, community: int, channel: int) -> None:
        """Delete a channel; one that is gone already is no fault."""

    async def has_words_of_people(self, community: int, channel: int) -> bool:
        """Whether people have written in a channel, or their questions are there; True in any doubt."""


class Panels(Protocol):
    """The panels, which are delivered."""

    async def promise(self, tx: Tx, community: Community, joining: int | None = None) -> None: ...
    async def is_there(self, community: int) -> bool: ...


class Choosing(Protocol):
    """A community's choices about its questions."""

    async def chosen(self, community: int) -> QuestionSettings: ...
    async def choose(
        self, tx: Tx, community: int, part: str, typed: Mapping[str, str]
    ) -> QuestionSettings: ...
    def told(self, settings: QuestionSettings) -> tuple[Line, ...]: ...


class Say(Protocol):
    """Puts a sentence into words: a channel's name, say."""

    def __call__(self, line: Line) -> str: ...
