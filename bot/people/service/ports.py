"""What the services of people need; the stores, `cogs/_server.py` and other services fulfil it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.database import Tx
from bot.people.rules import Member
from bot.people.rules.inviting import Invitation


class PeopleStore(Protocol):
    """Where members are kept; `bot.people.store` has the promises."""

    async def put(self, tx: Tx, member: Member) -> None: ...
    async def get(self, tx: Tx, community: int, account: int) -> Member | None: ...
    async def by_id(self, tx: Tx, community: int, member: str) -> Member | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...
    async def communities_of(self, tx: Tx, account: int) -> list[int]: ...
    async def longest_unchecked(self, tx: Tx) -> Member | None: ...
    async def erase(self, tx: Tx, community: int, member: str) -> None: ...


class InvitationStore(Protocol):
    """Where invitations are kept, sealed; `bot.people.store` has the promises."""

    async def put(self, tx: Tx, invitations: Sequence[Invitation]) -> None: ...
    async def get(self, tx: Tx, community: int, account: int) -> Invitation | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Invitation]: ...
    async def count(self, tx: Tx, community: int) -> int: ...
    async def keys_needed(self, tx: Tx) -> set[int]: ...
    async def drop(self, tx: Tx, community: int, account: int) -> None: ...
    async def drop_all(self, tx: Tx, community: int) -> int: ...
    async def drop_ended(self, tx: Tx, today: date) -> bool: ...


class Directory(Protocol):
    """Who is in which Discord server."""

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        """The roles that an account has in a server, or None if it is not in that server any more.

        Raises NotNow if Discord cannot be asked.
        """


class Erasing(Protocol):
    """Erases a member everywhere: in every feature, not only here."""

    async def erase_member(self, community: int, member: str) -> None:
        """Keep nothing of the member with this id. It opens transactions of its own."""


class Roles(Protocol):
    """Gives Discord's roles."""

    async def give(self, community: int, account: int, role: int) -> None:
        """Give a role to an account; it may have it already.

        Raises NotAllowed if the bot may not, NotNow if Discord cannot be asked.
        """


class Search(Protocol):
    """Finds who has a user name."""

    async def find(self, community: int, name: str) -> Collection[int]:
        """The accounts in a server with exactly this user name or nickname, without case. Raises NotNow."""


class Meetings(Protocol):
    """When meetings are."""

    async def next_start(self, community: int) -> datetime | None:
        """When the next meeting begins; None if nobody knows."""


class OnLeft(Protocol):
    """A feature that goes on without somebody who has left the server."""

    async def gone(self, tx: Tx, community: int, member: str) -> None:
        """The member with this id was found to have left, in this transaction."""


class OnJoined(Protocol):
    """A feature that begins something when somebody joins, or goes by her role group."""

    async def joined(self, tx: Tx, member: Member) -> None:
        """Somebody has joined, with or without Discord, or her main role group is another one now."""
