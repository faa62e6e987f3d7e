"""Meetings on the everyday database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Integer, Select, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.meetings.rules import Meeting, Place, moment

meeting_table = Table(
    "meeting",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("zone", Text, nullable=False),
    Column("local", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("channel", BigInteger),
    Column("place", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("series", Text, nullable=False),
    Column("is_cancelled", Boolean, nullable=False),
)


class MeetingStore:
    """Reads and writes meetings; one that is cancelled is kept for calendars only."""

    async def put(self, tx: Tx, meeting: Meeting) -> None:
        """Keep a meeting as it is now."""
        await self._put(tx, meeting, is_cancelled=False)

    async def cancel(self, tx: Tx, meeting: Meeting) -> None:
        """Keep of a meeting what calendars have to know: that it is cancelled."""
        await self._put(tx, meeting, is_cancelled=True)

    async def _put(self, tx: Tx, meeting: Meeting, *, is_cancelled: bool) -> None:
        row = {
            "id": meeting.id,
            "community": meeting.community,
            "title": meeting.title,
            "starts_at": int(meeting.starts_at.timestamp()),
            "zone": meeting.zone,
            "local": meeting.local.isoformat(),
            "minutes": meeting.minutes,
            "channel": meeting.place.channel,
            "place": meeting.place.where,
            "link": meeting.place.link,
            "version": meeting.version,
            "series": meeting.series,
            "is_cancelled": is_cancelled,
        }
        await upsert(tx, meeting_table, row)

    async def get(self, tx: Tx, community: int, meeting: str) -> Meeting | None:
        """The meeting with this id, or None if there is none in this community."""
        this = (meeting_table.c.community == community) & (meeting_table.c.id == meeting)
        found = select(meeting_table).where(this, ~meeting_table.c.is_cancelled)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else _meeting(row)

    async def between(self, tx: Tx, community: int, since: datetime, until: datetime) -> list[Meeting]:
        """The meetings that begin after `since`, at `until` at the latest; the earliest first."""
        table = meeting_table
        found = _after(community, since).where(table.c.starts_at <= _time(until), ~table.c.is_cancelled)
        return [_meeting(row) for row in (await tx.execute(found)).mappings()]

    async def cancelled(self, tx: Tx, community: int, since: datetime) -> list[Meeting]:
        """The meetings that would have begun after `since` and were cancelled; the earliest first."""
        found = _after(community, since).where(meeting_table.c.is_cancelled)
        return [_meeting(row) for row in (await tx.execute(found)).mappings()]

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Remove the meetings that began before a moment; returns how many there were."""
        table = meeting_table
        old = (table.c.community == community) & (table.c.starts_at < _time(before))
        return int((await tx.execute(delete(table).where(old))).rowcount)


def _after(community: int, since: datetime) -> Select[Any]:
    begins = meeting_table.c.starts_at
    here = meeting_table.c.community == community
    return select(meeting_table).where(here, begins > _time(since)).order_by(begins, meeting_table.c.id)


def _time(moment: datetime) -> int:
    return int(moment.timestamp())


def _meeting(row: Mapping[Any, Any]) -> Meeting:
    # A country that changes its clocks moves the moment, never what the clock on the wall shows.
    begins = moment(datetime.fromisoformat(row["local"]), row["zone"])
    place = Place(row["channel"], row["place"], row["link"])
    return Meeting(
        row["id"], row["community"], row["title"], begins, row["zone"],
        row["minutes"], place, row["version"], row["series"],
    )  # fmt: skip
