"""A shelf: sealed blocks of one length, written anew and in a new order at each change.

Row ids, the order of cells in a page and the differences between two copies of a file give away who
acted when. So a shelf's rows have random keys, no times and one length; each change seals every row of
that community again and writes them all in shuffled order. What is taken off can leave a blank block of
the same length in its place, so that the file does not tell when.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from random import Random

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData, Table, delete, func, insert, select

from bot.core.database import Tx
from bot.core.schema import not_sealed, sealed_as
from bot.core.sealing import Purpose, Seal

_KEY_BYTES = 16
_BLANK = b""


def shelf_table(name: str, metadata: MetaData) -> Table:
    """The table of a shelf."""
    return Table(
        name,
        metadata,
        Column("community", BigInteger, primary_key=True, autoincrement=False),
        Column("key", LargeBinary(_KEY_BYTES), primary_key=True, info=not_sealed("random")),
        Column("block", LargeBinary, nullable=False, info=sealed_as(f"shelf {name}")),
        sqlite_with_rowid=False,
    )


class Shelf:
    """The sealed blocks of one table."""

    def __init__(self, table: Table, seal: Seal, length: int, rng: Random) -> None:
        """`length`: how many bytes a block can hold; `rng` shuffles, and must not be guessable."""
        self._table = table
        self._seal = seal
        self._length = length
        self._rng = rng

    async def read(self, tx: Tx, community: int) -> list[bytes]:
        """What lies on the shelf, in no order. Raises SealBroken if a block does not open."""
        table = self._table
        rows = await tx.execute(select(table.c.block).where(table.c.community == community))
        opened = (self._seal.open(self._purpose(community), block) for (block,) in rows)
        return [content for content in opened if content != _BLANK]

    async def write(
        self, tx: Tx, community: int, contents: Sequence[bytes], *, leave_blanks: bool = True
    ) -> None:
        """Put exactly `contents` on the shelf. With `leave_blanks` it has no fewer rows than before.

        Raises ValueError if one of them is longer than a block.
        """
        purpose = self._purpose(community)
        blanks = max(0, await self._rows(tx, community) - len(contents)) if leave_blanks else 0
        blocks = [*contents, *[_BLANK] * blanks]
        self._rng.shuffle(blocks)
        rows = [
            {
                "community": community,
                "key": secrets.token_bytes(_KEY_BYTES),
                "block": self._seal.close(purpose, content, self._length),
            }
            for content in blocks
        ]
        await tx.execute(delete(self._table).where(self._table.c.community == community))
        if rows:
            await tx.execute(insert(self._table), rows)

    async def _rows(self, tx: Tx, community: int) -> int:
        table = self._table
        counted = select(func.count()).select_from(table).where(table.c.community == community)
        return await tx.scalar(counted) or 0

    def _purpose(self, community: int) -> Purpose:
        return Purpose(f"shelf {self._table.name}", community)
