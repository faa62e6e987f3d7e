"""All rows of one community, in any table that says whose its rows are."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import LargeBinary, MetaData, Table, delete, select, tuple_

from bot.core.database import Tx
from bot.core.schema import community_column, purpose_of, sealed_columns
from bot.core.sealing import Seal

#: Alarms say in their subject whose they are; in no other table without such a column is anything of a
#: community's (`tests/architecture/test_tables.py`).
_ALARM = "alarm"
#: What is public of a question; who asked, and all that could lead to it, is in the columns left out.
_PUBLIC = ("number", "state", "text", "answer", "closed_on")


class CommunityRows:
    """The rows of one community in one of the databases."""

    def __init__(self, metadata: MetaData, seal: Seal) -> None:
        """`metadata` has the database's tables."""
        self._metadata = metadata
        self._seal = seal

    async def export(self, tx: Tx, community: int) -> dict[str, list[dict[str, Any]]]:
        """Every row by its table, readable: what is sealed is opened. Raises SealBroken."""
        found = {}
        for table in self._metadata.sorted_tables:
            rows = await self._rows(tx, table, community)
            if rows:
                found[table.name] = [dict(self._readable(table, row)) for row in rows]
        return found

    async def export_public(self, tx: Tx, community: int) -> list[dict[str, Any]]:
        """What everybody in the community can see of the anonymous database: questions that are out."""
        table = self._metadata.tables["question"]
        rows = [row for row in await self._rows(tx, table, community) if row["number"] is not None]
        readable = [dict(self._readable(table, row)) for row in rows]
        shown = [{name: row.get(name) for name in _PUBLIC} for row in readable]
        return sorted(shown, key=lambda row: int(row["number"]))

    async def count(self, tx: Tx, community: int) -> dict[str, int]:
        """How many rows there are in each table that has any."""
        counted = {each.name: len(await self._rows(tx, each, community)) for each in self._tables()}
        return {name: rows for name, rows in counted.items() if rows}

    async def erase(self, tx: Tx, community: int) -> None:
        """Keep nothing of a community."""
        for table in reversed(self._tables()):
            column = community_column(table)
            if column is not None:
                await tx.execute(delete(table).where(column == community))
                continue
            keys = [
                tuple(row[key.name] for key in table.primary_key)
                for row in await self._rows(tx, table, community)
            ]
            if keys:
                await tx.execute(delete(table).where(tuple_(*table.primary_key).in_(keys)))

    def _tables(self) -> list[Table]:
        return list(self._metadata.sorted_tables)

    async def _rows(self, tx: Tx, table: Table, community: int) -> list[Mapping[Any, Any]]:
        column = community_column(table)
        if column is not None:
            return list((await tx.execute(select(table).where(column == community))).mappings())
        if table.name != _ALARM:
            return []
        return [
            row for row in (await tx.execute(select(table))).mappings() if _names(row["subject"], community)
        ]

    def _readable(self, table: Table, row: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
        sealed = sealed_columns(table)
        for column in table.columns:
            value = row[column.name]
            if column in sealed and value is not None:
                yield column.name, _opened(self._seal.open(purpose_of(column, row), value))
            elif not isinstance(column.type, LargeBinary):
                yield column.name, value.isoformat() if isinstance(value, date | datetime) else value


def _names(subject: str, community: int) -> bool:
    return str(community) in re.findall(r"\d+", subject)


def _opened(content: bytes) -> Any:
    try:
        written = content.decode()
    except UnicodeDecodeError:
        return base64.b64encode(content).decode()
    try:
        return json.loads(written)
    except ValueError:
        return written
