"""Messages that must arrive: written with the decision that caused them, sent once.

One row is one message to one place. It is claimed under a lease, sent outside any transaction with its
own key as the nonce, and goes when it has arrived. Discord remembers a nonce for a few minutes only:
so an attempt that may have arrived and is older than `LOOKED_UP_AFTER` is looked for, by the key that
its buttons carry, before it is sent again.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    func,
    select,
    update,
)

from bot.core.database import Tx
from bot.core.happenings import Listing
from bot.core.mentions import without
from bot.core.notices import Notice
from bot.core.schema import sealed_as, upsert
from bot.core.sealing import Purpose, Seal

LEASE = timedelta(seconds=60)
LOOKED_UP_AFTER = timedelta(minutes=3)
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(minutes=15)
#: Within Discord's 25 characters for a nonce, and 96 random bits.
_KEY_BYTES = 12


@dataclass(frozen=True, slots=True)
class Post:
    """A new message in a channel."""

    channel: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a message that the bot posted."""

    channel: int
    message: int


@dataclass(frozen=True, slots=True)
class Direct:
    """A direct message to an account; which chat that is, is found out when it is sent."""

    account: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Every message of the bot in an account's chat whose buttons do `action` for this community goes."""

    account: int
    action: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The bot's own message in a channel goes whose buttons carry `token`, if it is there.

    It is looked for among what was posted from `since` on, in seconds since 1970, UTC.
    """

    channel: int
    token: str
    since: int


Place = Post | Edit | Direct | Withdraw | Remove | Listing


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message for one place. `kind` names who hears how it went, `about` is handed back to them.

    A post has a key from `new_key`, which its buttons carry as their token. An edit has the key of what it
    edits behind `edit_key`: a newer edit of the same message takes the place of one that still waits.
    """

    key: str
    community: int
    kind: str
    place: Place
    notice: Notice
    about: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that this process is to try now; still sealed, as a bad one must hold up no other.

    `tries` and `refusals` were made before this try; `maybe_sent_at` is the first of them that may have
    arrived.
    """

    key: str
    community: int
    version: str
    tries: int
    refusals: int
    maybe_sent_at: datetime | None
    payload: bytes

    def look_up_since(self, now: datetime) -> datetime | None:
        """When an earlier attempt may have arrived, if that may be so long ago that a nonce is no protection.

        Of one in the future (the clock was set back) nobody knows how long ago it was.
        """
        sent = self.maybe_sent_at
        if sent is None or timedelta(0) <= now - sent <= LOOKED_UP_AFTER:
            return None
        return min(sent, now)


def new_key() -> str:
    """A random key, 16 characters, safe in a `custom_id`."""
    return secrets.token_urlsafe(_KEY_BYTES)


def edit_key(posted_key: str) -> str:
    """The key of the one waiting edit of a message."""
    return f"edit {posted_key}"


def wait_before(number: int) -> timedelta:
    """How long to wait before try number `number` (2 or more): 30 s, doubling, 15 minutes at most."""
    doublings = max(0, min(number - 2, 10))
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


def delivery_table(metadata: MetaData) -> Table:
    """The table of deliveries; times are in seconds since 1970, UTC."""
    return Table(
        "delivery",
        metadata,
        Column("key", Text, primary_key=True),
        Column("community", BigInteger, nullable=False),
        Column("version", Text, nullable=False),
        Column("due", BigInteger, nullable=False, index=True),
        Column("rank", Integer, nullable=False),
        Column("leased_until", BigInteger),
        Column("maybe_sent_at", BigInteger),
        Column("tries", Integer, nullable=False),
        Column("refusals", Integer, nullable=False),
        Column("payload", LargeBinary, nullable=False, info=sealed_as("delivery")),
        sqlite_with_rowid=False,
    )


class Deliveries:
    """The deliveries of one database."""

    def __init__(self, table: Table, seal: Seal, grain: timedelta = timedelta(seconds=1)) -> None:
        """`grain`: every time is rounded down to a multiple of it, so that it tells no more than that."""
        self._table = table
        self._seal = seal
        self._grain = int(grain.total_seconds())

    async def put(self, tx: Tx, delivery: Delivery, due: datetime, rank: int = 0) -> None:
        """Promise a message: it will be sent at `due` or soon after; of those due together, by `rank`."""
        values = {
            "key": delivery.key,
            "community": delivery.community,
            "version": new_key(),
            "due": self._time(due),
            "rank": rank,
            "leased_until": None,
            "maybe_sent_at": None,
            "tries": 0,
            "refusals": 0,
            "payload": self._seal.close(_purpose(delivery.community), _AS_JSON.dump_json(delivery)),
        }
        # Whoever is sending what this one replaces goes on first, so that it cannot arrive last. And what it
        # replaces may be there already: then a post is looked for, and is not made a second time.
        keep = ("leased_until", "maybe_sent_at") if isinstance(delivery.place, Post) else ("leased_until",)
        await upsert(tx, self._table, values, keep=keep)

    async def claim(self, tx: Tx, now: datetime) -> Claimed | None:
        """Take the next one that is due and not leased; from now on it may have been sent."""
        table = self._table
        free = table.c.leased_until.is_(None) | (table.c.leased_until <= self._time(now))
        due = select(table).where(table.c.due <= self._time(now), free)
        first = due.order_by(table.c.due, table.c.rank, table.c.key).limit(1)
        row = (await tx.execute(first)).first()
        if row is None:
            return None
        sent = row.maybe_sent_at
        claim = {"leased_until": self._time(now + LEASE), "maybe_sent_at": sent or self._time(now)}
        await tx.execute(update(table).where(table.c.key == row.key).values(claim))
        maybe = None if sent is None else datetime.fromtimestamp(sent, UTC)
        return Claimed(row.key, row.community, row.version, row.tries, row.refusals, maybe, row.payload)

    def open(self, claimed: Claimed) -> Delivery:
        """What is to be sent; raises SealBroken or ValueError for a row that is no good."""
        return _AS_JSON.validate_json(self._seal.open(_purpose(claimed.community), claimed.payload))

    async def arrived(self, tx: Tx, claimed: Claimed) -> None:
        """It is there; its row goes, unless a newer edit has taken its place meanwhile."""
        await tx.execute(delete(self._table).where(*self._same(claimed)))
        await self._release(tx, claimed)

    async def put_back(self, tx: Tx, claimed: Claimed, now: datetime, *, refused: bool) -> None:
        """It did not arrive (`refused`), or nobody knows; it is tried again after a while."""
        tries = claimed.tries + 1
        again: dict[str, int | None] = {"due": self._time(now + wait_before(tries + 1)), "tries": tries}
        if refused:
            again["refusals"] = claimed.refusals + 1
            # This try is known not to have arrived; of an earlier one that is still not known.
            earlier = claimed.maybe_sent_at
            again["maybe_sent_at"] = None if earlier is None else self._time(earlier)
        await tx.execute(update(self._table).where(*self._same(claimed)).values(again))
        await self._release(tx, claimed)

    async def wait(self, tx: Tx, claimed: Claimed, until: datetime) -> None:
        """Nothing was tried; it is claimed again at `until`. What is known of earlier tries stays."""
        earlier = claimed.maybe_sent_at
        again = {"due": self._time(until), "maybe_sent_at": None if earlier is None else self._time(earlier)}
        await tx.execute(update(self._table).where(*self._same(claimed)).values(again))
        await self._release(tx, claimed)

    async def _release(self, tx: Tx, claimed: Claimed) -> None:
        """End the lease, also of a newer edit that has taken the row."""
        table = self._table
        await tx.execute(update(table).where(table.c.key == claimed.key).values(leased_until=None))

    async def forget(self, tx: Tx, community: int, account: int, someone: str) -> None:
        """Send nothing to an account any more, and leave its id out of what waits for others.

        A message to it that waits goes. Where another message mentions it, `someone` stands instead: whoever
        waits for that message gets it. What takes messages back out of its chat stays, and goes when done.
        Raises SealBroken or ValueError for a row that is no good.
        """
        table = self._table
        purpose = _purpose(community)
        rows = await tx.execute(select(table.c.key, table.c.payload).where(table.c.community == community))
        for key, payload in rows.all():
            delivery = _AS_JSON.validate_json(self._seal.open(purpose, payload))
            if delivery.place == Direct(account):
                await tx.execute(delete(table).where(table.c.key == key))
            elif (notice := without(delivery.notice, account, someone)) != delivery.notice:
                sealed = self._seal.close(purpose, _AS_JSON.dump_json(replace(delivery, notice=notice)))
                # The version stays: one that is being sent just now must still be known when it has arrived.
                await tx.execute(update(table).where(table.c.key == key).values(payload=sealed))

    async def drop_all(self, tx: Tx) -> None:
        """Send nothing of what waits."""
        await tx.execute(delete(self._table))

    async def hurry(self, tx: Tx, community: int, now: datetime) -> None:
        """Make all of a community's due now, and forget how often they were tried."""
        table = self._table
        again = {"due": self._time(now), "tries": 0, "refusals": 0}
        await tx.execute(update(table).where(table.c.community == community).values(again))

    async def free(self, tx: Tx) -> None:
        """End every lease. For a start where no other process can hold one; when they were sent stays."""
        await tx.execute(update(self._table).values(leased_until=None))

    async def next_due(self, tx: Tx) -> datetime | None:
        """When the next one is due, or its lease ends."""
        table = self._table
        # Of due and lease the later one counts; portable, where `max` of two columns is not.
        later = select(
            func.min(table.c.due).filter(table.c.leased_until.is_(None)),
            func.min(table.c.leased_until),
        )
        times = [time for time in (await tx.execute(later)).one() if time is not None]
        return datetime.fromtimestamp(min(times), UTC) if times else None

    def _same(self, claimed: Claimed) -> tuple[ColumnElement[bool], ...]:
        table = self._table
        return (table.c.key == claimed.key, table.c.version == claimed.version)

    def _time(self, when: datetime) -> int:
        return int(when.timestamp()) // self._grain * self._grain


def _purpose(community: int) -> Purpose:
    return Purpose("delivery", community)


_AS_JSON = TypeAdapter(Delivery)
