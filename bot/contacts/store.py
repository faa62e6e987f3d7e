"""Named contacts on the everyday database. What people wrote, and whom they named, is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Date, LargeBinary, Table, Text, delete, select, update

from bot.contacts.rules import Attendance, Errand, ErrandKind, Supporter, Word
from bot.core.database import Tx
from bot.core.mentions import without_in
from bot.core.notices import Line
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal

supporter_table = Table(
    "supporter",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("member", Text, primary_key=True),
    Column("hours", LargeBinary, nullable=False, info=sealed_as("supporter")),
    Column("cover", Text),
)

word_table = Table(
    "word",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("member", Text),
    Column("keeper", Text),
    Column("sent_at", BigInteger, nullable=False),
    Column("seen_on", Date),
    Column("block", LargeBinary, nullable=False, info=sealed_as("word", "id")),
)

errand_table = Table(
    "errand",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("member", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("done_on", Date),
    Column("block", LargeBinary, nullable=False, info=sealed_as("errand", "id")),
)

attendance_table = Table(
    "attendance",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("member", Text, primary_key=True),
    Column("how", Text, nullable=False),
)


class ContactStore:
    """Reads and writes who looks after whom, words, errands, and how members without Discord take part."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes what people wrote."""
        self._seal = seal

    # Named contacts

    async def put_supporter(self, tx: Tx, supporter: Supporter) -> None:
        """Keep a named contact as she is now."""
        row = {
            "community": supporter.community,
            "member": supporter.member,
            "hours": self._seal.close(Purpose("supporter", supporter.community), supporter.hours.encode()),
            "cover": supporter.cover,
        }
        await upsert(tx, supporter_table, row)

    async def supporters(self, tx: Tx, community: int) -> list[Supporter]:
        """The named contacts of a community; the order tells nothing."""
        table = supporter_table
        found = select(table).where(table.c.community == community).order_by(table.c.member)
        purpose = Purpose("supporter", community)
        return [
            Supporter(community, row.member, self._seal.open(purpose, row.hours).decode(), row.cover)
            for row in await tx.execute(found)
        ]

    async def drop_supporter(self, tx: Tx, community: int, member: str) -> None:
        """She is no named contact any more, and covers for nobody."""
        table = supporter_table
        here = table.c.community == community
        await tx.execute(delete(table).where(here, table.c.member == member))
        await tx.execute(update(table).where(here, table.c.cover == member).values(cover=None))

    # Words

    async def put_word(self, tx: Tx, word: Word) -> None:
        """Keep a word as it is now."""
        row = {
            "id": word.id,
            "community": word.community,
            "member": word.member,
            "keeper": word.keeper,
            "sent_at": int(word.sent_at.timestamp()),
            "seen_on": word.seen_on,
            "block": self._seal.close(
                Purpose("word", word.community, word.id),
                _BLOCK.dump_json({"words": word.words, "outsider": word.outsider, "keepers": word.keepers}),
            ),
        }
        await upsert(tx, word_table, row)

    async def word(self, tx: Tx, id_: str) -> Word | None:
        """The word with this id."""
        row = (await tx.execute(select(word_table).where(word_table.c.id == id_))).mappings().first()
        return None if row is None else self._word(row)

    async def words(self, tx: Tx, community: int) -> list[Word]:
        """All words of a community, the oldest first."""
        table = word_table
        found = select(table).where(table.c.community == community).order_by(table.c.sent_at, table.c.id)
        return [self._word(row) for row in (await tx.execute(found)).mappings()]

    async def drop_word(self, tx: Tx, id_: str) -> None:
        """Nothing is kept of it."""
        await tx.execute(delete(word_table).where(word_table.c.id == id_))

    def _word(self, row: Mapping[Any, Any]) -> Word:
        purpose = Purpose("word", row["community"], row["id"])
        block = _BLOCK.validate_json(self._seal.open(purpose, row["block"]))
        return Word(
            id=row["id"],
            community=row["community"],
            member=row["member"],
            outsider=block["outsider"],
            words=block["words"],
            keeper=row["keeper"],
            keepers=tuple(block["keepers"]),
            sent_at=datetime.fromtimestamp(row["sent_at"], UTC),
            seen_on=row["seen_on"],
        )

    # Errands

    async def put_errand(self, tx: Tx, errand: Errand) -> None:
        """Keep an errand as it is now."""
        content = _ERRAND.dump_json((errand.kind, errand.line))
        row = {
            "id": errand.id,
            "community": errand.community,
            "member": errand.member,
            "due": errand.due,
            "done_on": errand.done_on,
            "block": self._seal.close(Purpose("errand", errand.community, errand.id), content),
        }
        await upsert(tx, errand_table, row)

    async def errand(self, tx: Tx, id_: str) -> Errand | None:
        """The errand with this id."""
        row = (await tx.execute(select(errand_table).where(errand_table.c.id == id_))).mappings().first()
        return None if row is None else self._errand(row)

    async def errands(self, tx: Tx, community: int) -> list[Errand]:
        """All errands of a community, those due first in front."""
        table = errand_table
        found = select(table).where(table.c.community == community).order_by(table.c.due, table.c.id)
        return [self._errand(row) for row in (await tx.execute(found)).mappings()]

    async def drop_errand(self, tx: Tx, id_: str) -> None:
        """Nothing is kept of it."""
        await tx.execute(delete(errand_table).where(errand_table.c.id == id_))

    def _errand(self, row: Mapping[Any, Any]) -> Errand:
        purpose = Purpose("errand", row["community"], row["id"])
        kind, line = _ERRAND.validate_json(self._seal.open(purpose, row["block"]))
        return Errand(row["id"], row["community"], row["member"], kind, line, row["due"], row["done_on"])

    async def forget_mention(self, tx: Tx, community: int, account: int, someone: str) -> None:
        """In what is to be said to others, `someone` stands from now on where an account was mentioned."""
        for errand in await self.errands(tx, community):
            line = without_in(errand.line, account, someone)
            if line != errand.line:
                await self.put_errand(tx, replace(errand, line=line))

    # How members without Discord take part

    async def put_attendance(self, tx: Tx, community: int, member: str, how: Attendance) -> None:
        """Keep how she takes part."""
        await upsert(tx, attendance_table, {"community": community, "member": member, "how": how.value})

    async def attendance(self, tx: Tx, community: int, member: str) -> Attendance | None:
        """How she takes part; None if nobody has said so."""
        how = await tx.scalar(
            select(attendance_table.c.how).where(*_hers(attendance_table, community, member))
        )
        return None if how is None else Attendance(how)

    # Forgetting

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member: what was hers goes, and she is named in nobody else's."""
        await self.drop_supporter(tx, community, member)
        for table in (word_table, errand_table, attendance_table):
            await tx.execute(delete(table).where(*_hers(table, community, member)))
        for word in await self.words(tx, community):
            if member in (word.keeper, *word.keepers):
                others = tuple(each for each in word.keepers if each != member)
                keeper = None if word.keeper == member else word.keeper
                await self.put_word(tx, replace(word, keeper=keeper, keepers=others))


def _hers(table: Table, community: int, member: str) -> tuple[Any, Any]:
    return (table.c.community == community, table.c.member == member)


_BLOCK: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
_ERRAND: TypeAdapter[tuple[ErrandKind, Line]] = TypeAdapter(tuple[ErrandKind, Line])
