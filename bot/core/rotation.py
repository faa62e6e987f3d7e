"""Rotating the master key: a new one seals, and the old one is destroyed as soon as nothing needs it.

The steps, each of which can be repeated: both keys are in the file; every sealed block of both databases is
sealed again with the new one; what only the old one can prove (claims, pauses of askers) runs out; each
database forgets the old key; it is destroyed. Killed anywhere in between, the next start goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, MetaData, Table, func, select, update

from bot.core import keys
from bot.core.database import Database, Tx
from bot.core.erasures import Erasures
from bot.core.keyring import destroy_key
from bot.core.schema import purpose_of, sealed_columns
from bot.core.sealing import Seal

log = logging.getLogger(__name__)

#: The numbers of the keys that somebody's handles were made with.
KeysNeeded = Callable[[], Awaitable[Collection[int]]]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A database with what is sealed in it; `known` is its table of keys."""

    database: Database
    metadata: MetaData
    known: Table


class Rotation:
    """Goes on with a rotation of keys, for as long as there is an older key."""

    def __init__(
        self,
        sealed: Sequence[Sealed],
        seal: Seal,
        file: Path | None,
        erasures: Erasures,
        needs: Sequence[KeysNeeded],
    ) -> None:
        """`file` is the key file, if there is one; each of `needs` says which keys it cannot do without."""
        self._sealed = sealed
        self._seal = seal
        self._file = file
        self._erasures = erasures
        self._needs = needs

    async def go_on(self) -> int:
        """Seal again what an older key has sealed; returns how many blocks. Without one it does nothing.

        Raises SealBroken, and leaves that database as it was, if a block does not open.
        """
        if not self._seal.older:
            return 0
        blocks = 0
        for each in self._sealed:
            async with each.database.write() as tx:
                done = await seal_again(tx, each.metadata, self._seal)
            blocks += done
            if done:
                await each.database.forget()
        return blocks

    async def retire(self) -> tuple[int, ...]:
        """Destroy each older key that nothing needs; returns the numbers of those that are still needed."""
        if not self._seal.older or self._file is None:
            return self._seal.older
        needed = {number for need in self._needs for number in await need()}
        for number in self._seal.older:
            if number not in needed and not await self._seals(number):
                await self._destroy(self._file, number)
        return self._seal.older

    async def _seals(self, number: int) -> bool:
        for each in self._sealed:
            async with each.database.read() as tx:
                if await has_blocks_of(tx, each.metadata, number):
                    return True
        return False

    async def _destroy(self, file: Path, number: int) -> None:
        for each in self._sealed:
            await keys.forget(each.database, each.known, number)
        destroy_key(file, number)
        self._seal.drop(number)
        self._erasures.drop_without_key()
        log.info("an older master key is destroyed: nothing needs it any more")


async def seal_again(tx: Tx, metadata: MetaData, seal: Seal) -> int:
    """Seal every block that is not of the newest key again; returns how many. Raises SealBroken."""
    newest = bytes([seal.number])
    blocks = 0
    for table in metadata.sorted_tables:
        for column in sealed_columns(table):
            rows = await tx.execute(select(table).where(_first_byte(column) != newest))
            for row in rows.mappings().all():
                again = seal.again(purpose_of(column, row), row[column.name])
                await tx.execute(update(table).where(*_is(table, row)).values({column.name: again}))
                blocks += 1
    return blocks


async def has_blocks_of(tx: Tx, metadata: MetaData, number: int) -> bool:
    """Whether a key of this number has sealed anything that is still there."""
    head = bytes([number])
    for table in metadata.sorted_tables:
        for column in sealed_columns(table):
            found = select(func.count()).select_from(table).where(_first_byte(column) == head)
            if await tx.scalar(found):
                return True
    return False


def _first_byte(column: Column[Any]) -> Any:
    return func.substr(column, 1, 1, type_=column.type)


def _is(table: Table, row: Any) -> list[Any]:
    return [key == row[key.name] for key in table.primary_key]
