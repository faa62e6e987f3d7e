"""What wishes need from where they are kept, and from others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.agenda.rules import Item
from bot.core.database import Tx
from bot.core.notices import Form, Notice
from bot.meetings.rules import Meeting
from bot.nudges.rules import Nudge
from bot.people.rules import Member
from bot.standing_roles.rules import Role
from bot.wishes.rules import Posted, Proposed, Wish


class WishStore(Protocol):
    """Where they are kept; `bot.wishes.store` has the promises."""

    async def put_wish(self, tx: Tx, wish: Wish) -> None: ...
    async def wishes(self, tx: Tx, community: int) -> list[Wish]: ...
    async def put_post(self, tx: Tx, posted: Posted) -> None: ...
    async def forget_batch(self, tx: Tx, key: str) -> Posted | None: ...
    async def put(self, tx: Tx, item: Proposed) -> None: ...
    async def get(self, tx: Tx, community: int, id_: str) -> Proposed | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Proposed]: ...
    async def drop(self, tx: Tx, community: int, id_: str) -> None: ...


class People(Protocol):
    """Who is a member; `bot.people.service.People` has the promises."""

    async def find(self, community: int, account: int) -> Member | None: ...


class Nudges(Protocol):
    """Carries messages to members, as far as they let them come."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...


class Meetings(Protocol):
    """The meetings that were planned."""

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]: ...


class Agenda(Protocol):
    """What is on the agendas of meetings."""

    async def add(self, tx: Tx, item: Item) -> Item:
        """Put it at the end; raises Refused (`error-agenda-full`) if there is no room."""


class Holders(Protocol):
    """Who has which standing role."""

    async def of(self, tx: Tx, community: int, role: Role) -> list[str]: ...


class Anonymous(Protocol):
    """The way to say something without a name; `kind` is the code of one of the kinds in the rules.

    `name` is what it is about, for its writer's own eyes.
    """

    async def form(self, kind: str, community: int) -> Form:
        """The form for it, which comes back to the kind's own action."""

    async def say(
        self, kind: str, community: int, account: int, token: str, *, fields: Mapping[str, str], name: str
    ) -> Notice:
        """The form was sent: what its writer reads. Raises Refused if it cannot be taken."""
