"""What is due at a time. The table is the truth; whoever rings (see `bell.py`) only asks it.

An alarm and all that follows from it are one transaction: the row goes when that commits, so a crash
leaves the alarm where it was, and it is done at the next start. Every kind runs late rather than never.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Column, ColumnElement, MetaData, Table, Text, delete, func, select

from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.due import NextDue
from bot.core.schema import upsert
from bot.core.stopping import is_ending

log = logging.getLogger(__name__)

#: How long an alarm whose work failed is left alone, so that it cannot hold up the others.
_AFTER_A_FAILURE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something due. (kind, subject) is unique."""

    kind: str
    subject: str
    due: datetime


#: What an alarm's kind returns when something must follow the commit (and may be lost in a crash).
AfterCommit = Callable[[], Awaitable[None]]
#: Does what an alarm is for, inside the transaction it is given.
AlarmWork = Callable[[Tx, Alarm, datetime], Awaitable[AfterCommit | None]]


def alarm_table(metadata: MetaData) -> Table:
    """The table of alarms; `due` is in seconds since 1970, UTC."""
    return Table(
        "alarm",
        metadata,
        Column("kind", Text, primary_key=True),
        Column("subject", Text, primary_key=True),
        Column("due", BigInteger, nullable=False, index=True),
        sqlite_with_rowid=False,
    )


class Alarms:
    """The alarms of one database; `next_due()` says when the first is due."""

    def __init__(
        self, database: Database, table: Table, clock: Clock, grain: timedelta = timedelta(seconds=1)
    ) -> None:
        """`clock` says what is due; every time is kept rounded down to a multiple of `grain`."""
        self._grain = int(grain.total_seconds())
        self._database = database
        self._table = table
        self._clock = clock
        self._works: dict[str, AlarmWork] = {}
        self._one_round = asyncio.Lock()
        self.next_due = NextDue(database, self._first_due)

    def answer(self, works: Mapping[str, AlarmWork]) -> None:
        """Say what is done for each kind."""
        self._works.update(works)

    async def set(self, tx: Tx, alarm: Alarm) -> None:
        """Set an alarm; of two for the same kind and subject the earlier counts."""
        table = self._table
        same = (table.c.kind == alarm.kind) & (table.c.subject == alarm.subject)
        earlier = await tx.scalar(select(table.c.due).where(same))
        due = self._time(alarm.due)
        if earlier is None or due < earlier:
            await upsert(tx, table, {"kind": alarm.kind, "subject": alarm.subject, "due": due})

    async def forget(self, tx: Tx, kind: str, subject: str) -> None:
        """Let an alarm go, if there is one."""
        await tx.execute(delete(self._table).where(*self._same(kind, subject)))

    async def is_set(self, tx: Tx, kind: str, subject: str) -> bool:
        """Whether there is such an alarm."""
        table = self._table
        return bool(await tx.scalar(select(table.c.due).where(*self._same(kind, subject))))

    def _same(self, kind: str, subject: str) -> tuple[ColumnElement[bool], ...]:
        return (self._table.c.kind == kind, self._table.c.subject == subject)

    async def _first_due(self, tx: Tx) -> datetime | None:
        due = await tx.scalar(select(func.min(self._table.c.due)))
        return None if due is None else datetime.fromtimestamp(due, UTC)

    async def ring(self) -> None:
        """Do all that is due. What fails is logged and tried again a minute later.

        What somebody else rang for is done, too, when this returns, with what had to follow its commit.
        """
        async with self._one_round:
            while not is_ending() and (due := await self.next_due()) is not None and due <= self._clock.now():
                await self._ring_once()

    async def _ring_once(self) -> None:
        alarm = None
        try:
            async with self._database.write() as tx:
                alarm = await self._take(tx)
                after = alarm and await self._works[alarm.kind](tx, alarm, self._clock.now())
            if after:
                await after()
        # One community's trouble must not hold up the others' alarms.
        except Exception:
            if alarm is None:
                raise
            log.exception("alarm failed: %s", alarm.kind)
            await self._postpone(alarm)

    async def _postpone(self, alarm: Alarm) -> None:
        later = self._time(self._clock.now() + _AFTER_A_FAILURE)
        row = {"kind": alarm.kind, "subject": alarm.subject, "due": later}
        async with self._database.write() as tx:
            await upsert(tx, self._table, row)

    def _time(self, when: datetime) -> int:
        return int(when.timestamp()) // self._grain * self._grain

    async def _take(self, tx: Tx) -> Alarm | None:
        table = self._table
        now = int(self._clock.now().timestamp())
        first = select(table).where(table.c.due <= now).order_by(table.c.due, table.c.kind).limit(1)
        row = (await tx.execute(first)).first()
        if row is None:
            return None
        await tx.execute(delete(table).where(table.c.kind == row.kind, table.c.subject == row.subject))
        return Alarm(row.kind, row.subject, datetime.fromtimestamp(row.due, UTC))
