"""Members and invitations on the everyday database. What was written, and who was named, is sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    or_,
    select,
)

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, not_sealed, sealed_as, upsert
from bot.core.sealing import SALT_BYTES, Purpose, Seal
from bot.people.rules import About, Member, Pause, PauseKind
from bot.people.rules.inviting import Invitation

member_table = Table(
    "member",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("account", BigInteger),
    Column("joined_on", Date, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("checked_at", BigInteger, nullable=False),
    Column("about", LargeBinary, info=sealed_as("member")),
    Column("contact", Text, index=True),
    Column("pause", Text),
    Column("pause_until", BigInteger),
    Column("left_on", Date),
    UniqueConstraint("community", "account"),
)

#: Found by a keyed hash of the account: whoever has this file and not the key cannot tell who is invited.
invitation_table = Table(
    "invitation",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("handle", LargeBinary, primary_key=True, info=not_sealed("a keyed hash of the account")),
    Column("number", Integer, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("invitation")),
    Column("until", Date, nullable=False),
    sqlite_with_rowid=False,
)

#: What is said of a member is padded to a multiple of this, so that its length tells little.
_ABOUT_BYTES = 1_024
#: Every invitation is as long: an organisation of 100 characters takes 600 bytes at most.
_INVITATION_BYTES = 1_024
#: An account has to be found by its handle alone, so there is no random salt; the purpose keeps it apart.
_SALT = bytes(SALT_BYTES)


class PeopleStore:
    """Reads and writes members. No account is in a community twice."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes what members say of themselves."""
        self._seal = seal

    async def put(self, tx: Tx, member: Member) -> None:
        """Keep a member as she is now."""
        pause = member.pause
        about = _ABOUT.dump_json(member.about)
        # Four bytes say how long it is.
        length = -(-(len(about) + 4) // _ABOUT_BYTES) * _ABOUT_BYTES
        row = {
            "id": member.id,
            "community": member.community,
            "account": member.account,
            "joined_on": member.joined_on,
            "roles": sorted(member.roles),
            "checked_at": int(member.checked_at.timestamp()),
            "about": self._seal.close(_purpose(member.community), about, length),
            "contact": member.contact,
            "pause": None if pause is None else pause.kind.value,
            "pause_until": None if pause is None or pause.until is None else int(pause.until.timestamp()),
            "left_on": member.left_on,
        }
        await upsert(tx, member_table, row)

    async def get(self, tx: Tx, community: int, account: int) -> Member | None:
        """The member with this account, or None if it has not joined."""
        return await self._one(tx, _is(community, account))

    async def by_id(self, tx: Tx, community: int, member: str) -> Member | None:
        """The member with this id, or None if there is none in this community."""
        return await self._one(tx, _has_id(community, member))

    async def of_community(self, tx: Tx, community: int) -> list[Member]:
        """Everybody in a community; the order tells nothing."""
        table = member_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [self._member(row) for row in rows.mappings()]

    async def communities_of(self, tx: Tx, account: int) -> list[int]:
        """The communities that an account has joined, by id."""
        table = member_table
        found = select(table.c.community).where(table.c.account == account).order_by(table.c.community)
        return list(await tx.scalars(found))

    async def longest_unchecked(self, tx: Tx) -> Member | None:
        """The member with an account, of all communities, about whom Discord was asked the longest ago."""
        table = member_table
        asked = select(table).where(table.c.account.is_not(None))
        first = asked.order_by(table.c.checked_at, table.c.id).limit(1)
        row = (await tx.execute(first)).mappings().first()
        return None if row is None else self._member(row)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of the member with this id."""
        await tx.execute(delete(member_table).where(_has_id(community, member)))

    async def _one(self, tx: Tx, condition: Any) -> Member | None:
        row = (await tx.execute(select(member_table).where(condition))).mappings().first()
        return None if row is None else self._member(row)

    def _member(self, row: Mapping[Any, Any]) -> Member:
        sealed = row["about"]
        return Member(
            id=row["id"],
            community=row["community"],
            account=row["account"],
            joined_on=row["joined_on"],
            roles=frozenset(row["roles"]),
            checked_at=datetime.fromtimestamp(row["checked_at"], UTC),
            # Rows from before there was anything to say have none.
            about=About()
            if sealed is None
            else _ABOUT.validate_json(self._seal.open(_purpose(row["community"]), sealed)),
            contact=row["contact"],
            pause=_pause(row["pause"], row["pause_until"]),
            left_on=row["left_on"],
        )


class InvitationStore:
    """Reads and writes invitations. Nobody is invited to a community twice."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes what was put in, and makes the handle by which it is found."""
        self._seal = seal

    async def put(self, tx: Tx, invitations: Sequence[Invitation]) -> None:
        """Keep these, each in place of an earlier one for the same account."""
        for each in invitations:
            content = _INVITATION.dump_json(each)
            row = {
                "community": each.community,
                "handle": self._handle(each.community, each.account, self._seal.number),
                "number": self._seal.number,
                "block": self._seal.close(_invited(each.community), content, _INVITATION_BYTES),
                "until": each.until,
            }
            # One whose handle was made with an older key would stay beside it.
            await self.drop(tx, each.community, each.account)
            await upsert(tx, invitation_table, row)

    async def get(self, tx: Tx, community: int, account: int) -> Invitation | None:
        """What was put in for this account, or None if it is not invited."""
        found = select(invitation_table).where(self._is(community, account))
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else self._invitation(row)

    async def of_community(self, tx: Tx, community: int) -> list[Invitation]:
        """All that are open; the order tells nothing."""
        table = invitation_table
        found = select(table).where(table.c.community == community).order_by(table.c.handle)
        return [self._invitation(row) for row in (await tx.execute(found)).mappings()]

    async def count(self, tx: Tx, community: int) -> int:
        """How many are open."""
        table = invitation_table
        counted = select(func.count()).select_from(table).where(table.c.community == community)
        return await tx.scalar(counted) or 0

    async def drop(self, tx: Tx, community: int, account: int) -> None:
        """Keep nothing of this account's."""
        await tx.execute(delete(invitation_table).where(self._is(community, account)))

    async def drop_all(self, tx: Tx, community: int) -> int:
        """Keep none of a community's; returns how many there were."""
        there = await self.count(tx, community)
        await tx.execute(delete(invitation_table).where(invitation_table.c.community == community))
        return there

    async def drop_ended(self, tx: Tx, today: date) -> bool:
        """Drop what ends today or has ended, everywhere; returns whether any are left."""
        table = invitation_table
        await tx.execute(delete(table).where(table.c.until <= today))
        return bool(await tx.scalar(select(func.count()).select_from(table)))

    def _invitation(self, row: Mapping[Any, Any]) -> Invitation:
        return _INVITATION.validate_json(self._seal.open(_invited(row["community"]), row["block"]))

    async def keys_needed(self, tx: Tx) -> set[int]:
        """The numbers of the keys with which the handles of open invitations were made."""
        return set(await tx.scalars(select(invitation_table.c.number).distinct()))

    def _is(self, community: int, account: int) -> Any:
        table = invitation_table
        made = [
            (table.c.number == number) & (table.c.handle == self._handle(community, account, number))
            for number in self._seal.numbers
        ]
        return (table.c.community == community) & or_(*made)

    def _handle(self, community: int, account: int, number: int) -> bytes:
        return self._seal.handle(Purpose("invited account", community), _SALT, account, number)


def _pause(kind: str | None, until: int | None) -> Pause | None:
    if kind is None:
        return None
    return Pause(PauseKind(kind), None if until is None else datetime.fromtimestamp(until, UTC))


def _is(community: int, account: int) -> Any:
    return (member_table.c.community == community) & (member_table.c.account == account)


def _has_id(community: int, member: str) -> Any:
    return (member_table.c.community == community) & (member_table.c.id == member)


def _purpose(community: int) -> Purpose:
    return Purpose("member", community)


def _invited(community: int) -> Purpose:
    return Purpose("invitation", community)


_ABOUT = TypeAdapter(About)
_INVITATION = TypeAdapter(Invitation)
