"""A look at all that is left of somebody, by whoever has every file and the key."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import MetaData, select

from bot.core.database import Database
from bot.core.schema import ANONYMOUS, EVERYDAY, purpose_of, sealed_columns
from bot.core.sealing import Seal
from tests.privacy.town import Town, files_of

#: Fewer bytes than these are found everywhere by chance.
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Found:
    """Something of hers that is left: where, and in which form."""

    where: str
    form: str


def forms_of_number(number: int) -> dict[str, bytes]:
    """Each form in which a number of 64 bits can be written."""
    both = {order: number.to_bytes(8, order) for order in ("big", "little")}  # type: ignore[call-overload]
    found = {"decimal": str(number).encode(), "base64 of decimal": _base64(str(number).encode())}
    for order, content in both.items():
        found |= {
            f"{order}-endian": content,
            f"base64, {order}-endian": _base64(content),
            f"base64 for addresses, {order}-endian": _base64(content).translate(_FOR_ADDRESSES),
            f"hexadecimal, {order}-endian": binascii.hexlify(content),
        }
    return found


def forms_of_words(words: str) -> dict[str, bytes]:
    """Each form in which words can be written."""
    content = words.encode()
    return {"as it is": content, "base64": _base64(content), "as JSON": words.encode("unicode_escape")}


_FOR_ADDRESSES = bytes.maketrans(b"+/", b"-_")


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")


def forms_of(account: int, member: str, words: Iterable[str]) -> dict[str, bytes]:
    """Everything that would lead to her: her account, her own id, what she wrote, what she is called."""
    found = {f"account, {form}": content for form, content in forms_of_number(account).items()}
    own = {f"own id, {form}": content for form, content in forms_of_number(int(member, 16)).items()}
    found |= own | {f"own id, {form}": content for form, content in forms_of_words(member).items()}
    for each in words:
        found |= {f"{each!r}, {form}": content for form, content in forms_of_words(each).items()}
    assert all(len(content) >= _SHORTEST for content in found.values())
    return found


async def opened(town: Town) -> dict[str, bytes]:
    """Every sealed block of both databases, opened with the key; the ones inside others, too."""
    found: dict[str, bytes] = {}
    for which, database, metadata in _both(town):
        async for where, content in _blocks(database, metadata, town.seal):
            found[f"{which}: {where}"] = content
    return found


def _both(town: Town) -> tuple[tuple[str, Database, MetaData], ...]:
    # Both have tables of the same names.
    return ("everyday", town.everyday, EVERYDAY), ("anonymous", town.anonymous, ANONYMOUS)


async def _blocks(database: Database, metadata: MetaData, seal: Seal) -> Any:
    async with database.read() as tx:
        for table in metadata.sorted_tables:
            rows = (await tx.execute(select(table))).mappings().all()
            for number, row in enumerate(rows):
                for name, content in _opened(table, row, seal):
                    yield f"{table.name}.{name}, row {number}", content


def _opened(table: Any, row: Mapping[Any, Any], seal: Seal) -> Iterator[tuple[str, bytes]]:
    for column in sealed_columns(table):
        if row[column.name] is not None:
            yield column.name, seal.open(purpose_of(column, row), row[column.name])


async def plain(town: Town) -> dict[str, bytes]:
    """Every value of both databases that is not sealed, as text: what no file shows in one piece."""
    found: dict[str, bytes] = {}
    for which, database, metadata in _both(town):
        async with database.read() as tx:
            for table in metadata.sorted_tables:
                rows = (await tx.execute(select(table))).all()
                found[f"{which}: {table.name}"] = repr([tuple(row) for row in rows]).encode()
    return found


async def look(town: Town, forms: Mapping[str, bytes], logged: str) -> list[Found]:
    """Whatever of these forms is left, in files, in opened blocks, in rows, in what was logged."""
    places = {**await files_of(town), **await opened(town), **await plain(town), "log": logged.encode()}
    return [
        Found(where, form)
        for where, content in places.items()
        for form, searched in forms.items()
        if searched in content
    ]
