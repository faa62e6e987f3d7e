"""Which rows there are, by their keys: what goes when somebody is erased is hers, and nothing else is."""

from __future__ import annotations

from sqlalchemy import Table, select

from bot.core.schema import EVERYDAY
from tests.privacy.town import Town

#: These hold what waits to be done, and counts; what is done meanwhile changes them by itself.
_PASSING = ("alarm", "delivery", "erasure", "removed")
Rows = dict[str, set[tuple[object, ...]]]


async def rows(town: Town) -> Rows:
    """The keys of all rows of the everyday database, by table."""
    return {table.name: {key for key, _ in await _rows(town, table)} for table in _tables()}


async def about(town: Town, member: str) -> Rows:
    """Those of rows that are about one member: what she is, did, was offered, or offered to be called at."""
    found: Rows = {}
    for table in _tables():
        columns = {"member": ("id",), "preparation_slot": ("contact",)}.get(table.name, ("member",))
        found[table.name] = {
            key
            for key, values in await _rows(town, table)
            # What was decided about a proposal stays, as nobody's.
            if any(values.get(column) == member for column in columns) and not values.get("decided_on")
        }
    return found


def _tables() -> list[Table]:
    return [table for table in EVERYDAY.sorted_tables if table.name not in _PASSING]


async def _rows(town: Town, table: Table) -> list[tuple[tuple[object, ...], dict[str, object]]]:
    async with town.everyday.read() as tx:
        found = (await tx.execute(select(table))).mappings().all()
    keys = [column.name for column in table.primary_key]
    return [(tuple(row[key] for key in keys), dict(row)) for row in found]
