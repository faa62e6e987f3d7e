"""Which sentence says what a table or a column is, and the whole as JSON has it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.wording import Line, Wording
from bot.tables.rules import Column, Table

#: Nested lists and dicts of text and None.
Json = dict[str, object]


def about_table(name: str, *, is_ours: bool = True) -> Line:
    """What a table is, and what it can tell and cannot."""
    return Line(f"table-{_hyphened(name)}" if is_ours else "tables-not-ours")


def about_column(table: str, name: str, *, is_ours: bool = True) -> Line:
    """The same of one of its columns."""
    return Line(f"table-{_hyphened(table)}-{_hyphened(name)}" if is_ours else "tables-not-ours-column")


def say(tables: Sequence[Table], wording: Wording) -> Json:
    """All tables, each with a sentence on what it is and on what each of its columns is."""
    said = [_table(table, wording) for table in tables]
    return {"database": wording.say(Line("tables-database")), "tables": said}


def _table(table: Table, wording: Wording) -> Json:
    return {
        "name": table.name,
        "about": wording.say(about_table(table.name, is_ours=table.is_ours)),
        "columns": [_column(table, column, wording) for column in table.columns],
        "rows": [list(row) for row in table.rows],
    }


def _column(table: Table, column: Column, wording: Wording) -> Json:
    about = about_column(table.name, column.name, is_ours=column.is_ours)
    return {"name": column.name, "about": wording.say(about)}


def _hyphened(name: str) -> str:
    return name.replace("_", "-")
