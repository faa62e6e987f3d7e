"""Members on the everyday database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Date, Table, Text, UniqueConstraint, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.people.rules import Member

member_table = Table(
    "member",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("account", BigInteger, nullable=False),
    Column("joined_on", Date, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("checked_at", BigInteger, nullable=False),
    UniqueConstraint("community", "account"),
)


class PeopleStore:
    """Reads and writes members. No account is in a community twice."""

    async def put(self, tx: Tx, member: Member) -> None:
        """Keep a member as she is now."""
        row = {
            "id": member.id,
            "community": member.community,
            "account": member.account,
            "joined_on": member.joined_on,
            "roles": sorted(member.roles),
            "checked_at": int(member.checked_at.timestamp()),
        }
        await upsert(tx, member_table, row)

    async def get(self, tx: Tx, community: int, account: int) -> Member | None:
        """The member with this account, or None if it has not joined."""
        row = (await tx.execute(select(member_table).where(_is(community, account)))).mappings().first()
        return None if row is None else _member(row)

    async def of_community(self, tx: Tx, community: int) -> list[Member]:
        """Everybody who has joined a community; the order tells nothing."""
        table = member_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [_member(row) for row in rows.mappings()]

    async def communities_of(self, tx: Tx, account: int) -> list[int]:
        """The communities that an account has joined, by id."""
        table = member_table
        found = select(table.c.community).where(table.c.account == account).order_by(table.c.community)
        return list(await tx.scalars(found))

    async def longest_unchecked(self, tx: Tx) -> Member | None:
        """The member, of all communities, about whom Discord was asked the longest time ago."""
        table = member_table
        first = select(table).order_by(table.c.checked_at, table.c.id).limit(1)
        row = (await tx.execute(first)).mappings().first()
        return None if row is None else _member(row)

    async def erase(self, tx: Tx, community: int, account: int) -> None:
        """Keep nothing of a member."""
        await tx.execute(delete(member_table).where(_is(community, account)))


def _is(community: int, account: int) -> Any:
    return (member_table.c.community == community) & (member_table.c.account == account)


def _member(row: Mapping[Any, Any]) -> Member:
    return Member(
        id=row["id"],
        community=row["community"],
        account=row["account"],
        joined_on=row["joined_on"],
        roles=frozenset(row["roles"]),
        checked_at=datetime.fromtimestamp(row["checked_at"], UTC),
    )
