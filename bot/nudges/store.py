"""Messages that wait, the days of those that were sent, and what could not reach somebody.

On the everyday database. What a message says, and its feature's words for it, are sealed; of one that was
sent only the day is left.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.core.database import Tx
from bot.core.mentions import without, without_in
from bot.core.notices import Notice
from bot.core.schema import EVERYDAY, sealed_as
from bot.core.sealing import Purpose, Seal
from bot.nudges.rules import Budget, Ledger, Nudge, Undelivered

nudge_table = Table(
    "nudge",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("member", Text, nullable=False, index=True),
    Column("key", Text),
    Column("budget", Text, nullable=False),
    Column("not_before", BigInteger, nullable=False),
    Column("sent_on", Date),
    Column("payload", LargeBinary, info=sealed_as("nudge")),
    UniqueConstraint("community", "member", "key"),
    CheckConstraint("(sent_on IS NULL) = (payload IS NOT NULL)", name="waits_or_was_sent"),
)

undelivered_table = Table(
    "undelivered",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("member", Text, nullable=False, index=True),
    Column("kept_on", Date, nullable=False),
    Column("payload", LargeBinary, nullable=False, info=sealed_as("undelivered")),
    # Their order, which is all that is known of their hours.
    Column("number", Integer, nullable=False, server_default="0"),
)

_WAITS = nudge_table.c.sent_on.is_(None)
_UNASKED = nudge_table.c.budget != Budget.ASKED.value


class NudgeStore:
    """Reads and writes what waits, what was sent, and what could not reach somebody."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes what messages say."""
        self._seal = seal

    async def put(self, tx: Tx, nudge: Nudge) -> None:
        """Keep a message that waits, in place of the one with the same key to the same member."""
        await self.forget(tx, nudge)
        row = {
            "id": secrets.token_hex(8),
            "community": nudge.community,
            "member": nudge.member,
            "key": nudge.key,
            "budget": nudge.budget.value,
            "not_before": int(nudge.not_before.timestamp()),
            "payload": self._seal.close(_waiting(nudge.community), _NUDGE.dump_json(nudge)),
        }
        await tx.execute(insert(nudge_table).values(row))

    async def waiting(self, tx: Tx, community: int, member: str) -> list[Nudge]:
        """What waits for a member; in no order."""
        rows = await tx.execute(
            select(nudge_table.c.payload).where(_hers(nudge_table, community, member), _WAITS)
        )
        return self._opened(community, rows.scalars())

    async def forget(self, tx: Tx, nudge: Nudge) -> None:
        """Let one that waits go."""
        table = nudge_table
        same = _hers(table, nudge.community, nudge.member) & (table.c.key == nudge.key)
        await tx.execute(delete(table).where(same, _WAITS))

    async def forget_prefix(self, tx: Tx, community: int, prefix: str) -> None:
        """Let all of a community's go that wait with a key that begins so."""
        table = nudge_table
        begins = func.substr(table.c.key, 1, len(prefix)) == prefix
        await tx.execute(delete(table).where(table.c.community == community, begins, _WAITS))

    async def forget_unasked_between(
        self, tx: Tx, community: int, since: datetime, now: datetime
    ) -> list[Nudge]:
        """Let all of a community's unasked ones go that fell due from `since` to `now`; returns them."""
        table = nudge_table
        due = table.c.not_before.between(int(since.timestamp()), int(now.timestamp()))
        which = (table.c.community == community) & due & _WAITS & _UNASKED
        found = self._opened(community, await tx.scalars(select(table.c.payload).where(which)))
        await tx.execute(delete(table).where(which))
        return found

    async def sent(self, tx: Tx, nudge: Nudge, day: date) -> None:
        """Of one that waited, keep only that something of its budget went to her on this day."""
        table = nudge_table
        same = _hers(table, nudge.community, nudge.member) & (table.c.key == nudge.key)
        left = {"sent_on": day, "key": None, "payload": None}
        await tx.execute(update(table).where(same, _WAITS).values(left))

    async def ledger(self, tx: Tx, community: int, member: str) -> Ledger:
        """The days on which she was sent what counts."""
        table = nudge_table
        found = select(table.c.budget, table.c.sent_on).where(_hers(table, community, member), ~_WAITS)
        rows = [tuple(row) for row in await tx.execute(found)]
        days = {kind: tuple(sorted(on for budget, on in rows if budget == kind.value)) for kind in Budget}
        return Ledger(counted=days[Budget.COUNTED], path=days[Budget.PATH])

    async def keep(self, tx: Tx, undelivered: Undelivered) -> None:
        """Keep what could not reach somebody, after all that is kept for her."""
        community, table = undelivered.community, undelivered_table
        hers = _hers(table, community, undelivered.member)
        latest = await tx.scalar(select(func.max(table.c.number)).where(hers))
        row = {
            "id": undelivered.id,
            "community": community,
            "member": undelivered.member,
            "kept_on": undelivered.kept_on,
            "payload": self._seal.close(_undelivered(community), _NOTICE.dump_json(undelivered.notice)),
            "number": (latest or 0) + 1,
        }
        await tx.execute(insert(table).values(row))

    async def undelivered(self, tx: Tx, community: int, member: str) -> list[Undelivered]:
        """What could not reach a member, the oldest first."""
        table = undelivered_table
        order = (table.c.number, table.c.kept_on)
        hers = select(table).where(_hers(table, community, member)).order_by(*order)
        return [self._kept(row) for row in (await tx.execute(hers)).mappings()]

    async def drop(self, tx: Tx, community: int, member: str, undelivered: str) -> None:
        """Let one of those go."""
        table = undelivered_table
        await tx.execute(delete(table).where(_hers(table, community, member), table.c.id == undelivered))

    async def tidy(self, tx: Tx, sent_before: date, kept_before: date) -> bool:
        """Let go what is older; returns whether anything is left that will be."""
        sent, kept = nudge_table.c.sent_on, undelivered_table.c.kept_on
        await tx.execute(delete(nudge_table).where(sent < sent_before))
        await tx.execute(delete(undelivered_table).where(kept < kept_before))
        left = [await tx.scalar(select(func.count(column))) for column in (sent, kept)]
        return any(left)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member here."""
        for table in (nudge_table, undelivered_table):
            await tx.execute(delete(table).where(_hers(table, community, member)))

    async def forget_mention(self, tx: Tx, community: int, account: int, someone: str) -> None:
        """In what is kept for others, `someone` stands from now on where an account was mentioned."""
        waits = select(nudge_table.c.id, nudge_table.c.payload)
        for id_, payload in (
            await tx.execute(waits.where(nudge_table.c.community == community, _WAITS))
        ).all():
            nudge = _NUDGE.validate_json(self._seal.open(_waiting(community), payload))
            changed = _unnamed(nudge, account, someone)
            if changed != nudge:
                sealed = self._seal.close(_waiting(community), _NUDGE.dump_json(changed))
                await tx.execute(update(nudge_table).where(nudge_table.c.id == id_).values(payload=sealed))
        table = undelivered_table
        for row in (await tx.execute(select(table).where(table.c.community == community))).mappings().all():
            notice = self._kept(row).notice
            if (changed_notice := without(notice, account, someone)) != notice:
                sealed = self._seal.close(_undelivered(community), _NOTICE.dump_json(changed_notice))
                await tx.execute(update(table).where(table.c.id == row["id"]).values(payload=sealed))

    def _opened(self, community: int, payloads: Iterable[bytes]) -> list[Nudge]:
        opened = (self._seal.open(_waiting(community), payload) for payload in payloads)
        return [_NUDGE.validate_json(content) for content in opened]

    def _kept(self, row: Mapping[Any, Any]) -> Undelivered:
        content = self._seal.open(_undelivered(row["community"]), row["payload"])
        notice = _NOTICE.validate_json(content)
        return Undelivered(row["id"], row["community"], row["member"], notice, row["kept_on"])


def _unnamed(nudge: Nudge, account: int, someone: str) -> Nudge:
    errand = None if nudge.errand is None else without_in(nudge.errand, account, someone)
    return replace(nudge, notice=without(nudge.notice, account, someone), errand=errand)


def _hers(table: Table, community: int, member: str) -> Any:
    return (table.c.community == community) & (table.c.member == member)


def _waiting(community: int) -> Purpose:
    return Purpose("nudge", community)


def _undelivered(community: int) -> Purpose:
    return Purpose("undelivered", community)


_NUDGE = TypeAdapter(Nudge)
_NOTICE = TypeAdapter(Notice)
