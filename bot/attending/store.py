"""Announcements of meetings, and who said that she comes, on the everyday database."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.attending.rules import Announcement, Reply
from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert

announcement_table = Table(
    "attending_announcement",
    EVERYDAY,
    Column("meeting", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("state", Text, nullable=False),
)
reply_table = Table(
    "attending_reply",
    EVERYDAY,
    Column("meeting", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("reply", Text, nullable=False),
)


class AttendingStore:
    """Reads and writes announcements and answers."""

    async def put(self, tx: Tx, announcement: Announcement) -> None:
        """Keep an announcement as it is now."""
        row = {
            "meeting": announcement.meeting.id,
            "community": announcement.meeting.community,
            "key": announcement.key,
            "state": _ANNOUNCEMENT.dump_json(announcement).decode(),
        }
        await upsert(tx, announcement_table, row)

    async def get(self, tx: Tx, community: int, meeting: str) -> Announcement | None:
        """The announcement of a meeting, or None if there is none."""
        table = announcement_table
        found = select(table.c.state).where(table.c.community == community, table.c.meeting == meeting)
        state = await tx.scalar(found)
        return None if state is None else _ANNOUNCEMENT.validate_json(state)

    async def of_community(self, tx: Tx, community: int) -> list[Announcement]:
        """All of a community, in no order."""
        table = announcement_table
        found = select(table.c.state).where(table.c.community == community)
        return [_ANNOUNCEMENT.validate_json(row.state) for row in await tx.execute(found)]

    async def by_key(self, tx: Tx, community: int, key: str) -> Announcement | None:
        """The announcement with this key, or None if there is none in this community."""
        table = announcement_table
        found = select(table.c.state).where(table.c.community == community, table.c.key == key)
        state = await tx.scalar(found)
        return None if state is None else _ANNOUNCEMENT.validate_json(state)

    async def remove(self, tx: Tx, community: int, meeting: str) -> None:
        """Keep nothing of a meeting, nor of who comes to it."""
        table = announcement_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.meeting == meeting))
        await self.forget_replies(tx, community, meeting)

    async def reply(self, tx: Tx, community: int, meeting: str, member: str, reply: Reply) -> None:
        """Keep what a member says, in place of what she said before."""
        row = {"meeting": meeting, "member": member, "community": community, "reply": str(reply)}
        await upsert(tx, reply_table, row)

    async def replies(self, tx: Tx, community: int, meeting: str) -> dict[str, Reply]:
        """What each member said who answered, by her id."""
        table = reply_table
        found = (
            select(table.c.member, table.c.reply)
            .where(table.c.community == community, table.c.meeting == meeting)
            .order_by(table.c.member)
        )
        return {row.member: Reply(row.reply) for row in await tx.execute(found)}

    async def of_member(self, tx: Tx, community: int, member: str) -> dict[str, Reply]:
        """What a member said, by the meeting's id."""
        table = reply_table
        found = select(table.c.meeting, table.c.reply).where(
            table.c.community == community, table.c.member == member
        )
        return {row.meeting: Reply(row.reply) for row in await tx.execute(found)}

    async def forget_replies(self, tx: Tx, community: int, meeting: str) -> None:
        """Keep no answers for a meeting."""
        table = reply_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.meeting == meeting))

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep no answer of a member."""
        table = reply_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.member == member))


_ANNOUNCEMENT = TypeAdapter(Announcement)
