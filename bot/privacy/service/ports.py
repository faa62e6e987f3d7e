"""What privacy needs from the features, and from where it keeps what it has to remember."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.contacts.service import Presser
from bot.core.database import Tx
from bot.people.rules import Member
from bot.privacy.rules import Removed, Unfinished

#: Removes what was done in a community before a day, and says how many things that were.
Expire = Callable[[Tx, int, date], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature that keeps something under a member's own id (`Member.id`), all on the everyday database.

    `export_for` gives all of it in a form for JSON. `erase` removes her from every row, also from those that
    are about somebody else. `expire` removes what was done before a day, and says how many things that were.
    """

    name: str
    export_for: Callable[[int, str], Awaitable[dict[str, object]]]
    erase: Callable[[Tx, int, str], Awaitable[None]]
    expire: Expire | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A feature that keeps nothing about anybody, and yet not for ever; `expire` as for a Feature."""

    name: str
    expire: Expire


@dataclass(frozen=True, slots=True)
class ByAccount:
    """A feature that finds what is hers only by her account, whether or not she has joined.

    `erase` is whole by itself, and may be done again. `forget_all`, in a backup that is put back, drops what
    may be of somebody who was erased since, where nothing is remembered by which to tell.
    """

    name: str
    export_for: Callable[[int, int], Awaitable[dict[str, object]]]
    erase: Callable[[int, int], Awaitable[None]]
    forget_all: Callable[[Tx, int], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class Rights:
    """Every feature that keeps something about somebody, in the order in which they are shown and erased.

    The last of `named` keeps the members themselves: the others may still look her up. `account_of` is the
    number by which `by_account` knows a member, None if there is none. `unnames` puts words in the place of
    each mention of an account in what is kept for others. `forgets` is told the account of whoever was
    erased, to forget what is in memory only.
    """

    named: tuple[Feature, ...]
    by_account: tuple[ByAccount, ...]
    account_of: Callable[[Member], int | None]
    about_nobody: tuple[Kept, ...] = ()
    unnames: tuple[Callable[[Tx, int, int, str], Awaitable[None]], ...] = ()
    forgets: tuple[Callable[[int, int], None], ...] = ()

    def expiring(self) -> list[tuple[str, Expire]]:
        """What is not kept for ever, by the name of its feature."""
        named = [(each.name, each.expire) for each in self.named if each.expire is not None]
        return [*named, *((each.name, each.expire) for each in self.about_nobody)]


class Members(Protocol):
    """Where members are kept; `bot.people.store` has the promises."""

    async def get(self, tx: Tx, community: int, account: int) -> Member | None: ...
    async def by_id(self, tx: Tx, community: int, member: str) -> Member | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...


class Helping(Protocol):
    """Who does for members without Discord what they cannot do themselves."""

    async def check_helps(self, community: int, presser: Presser, member: str) -> None:
        """Raise Refused for anybody but her named contact, or a facilitator while she has none."""


class PrivacyStore(Protocol):
    """Where erasures that are not finished, and counts, are kept; `bot.privacy.store` has the promises."""

    async def put_unfinished(self, tx: Tx, erasure: Unfinished) -> None: ...
    async def unfinished(self, tx: Tx, key: str) -> Unfinished | None: ...
    async def unfinished_keys(self, tx: Tx) -> list[str]: ...
    async def finished(self, tx: Tx, key: str) -> None: ...
    async def add_removed(self, tx: Tx, removed: Removed) -> None: ...
    async def removed(self, tx: Tx, community: int, since: date) -> list[Removed]: ...
    async def drop_removed(self, tx: Tx, community: int, before: date) -> None: ...


class Erasures(Protocol):
    """The list of who was erased, beside the key; `bot.core.erasures` has the promises."""

    def add(self, community: int, member: str, when: date) -> None: ...
