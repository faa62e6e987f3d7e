"""All rows of all tables of the everyday database, comparable."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.two_worlds.transcript import Entry, Names

#: Columns whose values are random, whatever the table.
_RANDOM_COLUMNS = {"id", "key", "version", "sitting"}
#: What stands in an alarm's subject between its community and an id.
_BETWEEN = ":"

Rows = list[tuple[str, dict[str, object]]]


def rows(folder: Path) -> Rows:
    """Every row, with its table's name."""
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        connection.row_factory = sqlite3.Row
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        tables = [name for (name,) in named if not name.startswith("sqlite_")]
        return [
            (table, dict(row))
            for table in tables
            for row in connection.execute(f'SELECT * FROM "{table}"').fetchall()
        ]


def file_bytes(folder: Path) -> list[bytes]:
    """What the files of the everyday database hold, the write-ahead log among them."""
    return [
        path.read_bytes() for path in sorted(folder.glob("equal-footing.db*")) if path.suffix != ".db-shm"
    ]


def as_entries(found: Rows, names: Names) -> list[Entry]:
    """The rows as entries, in an order that random keys have no part in."""
    ordered = sorted(found, key=lambda pair: (pair[0], str(_without_random(pair[1]))))
    return [
        Entry(
            "",
            f"a row of {table}",
            "\n".join(f"{name} = {_told(name, value, names)}" for name, value in row.items()),
        )
        for table, row in ordered
    ]


def _without_random(row: dict[str, object]) -> dict[str, object]:
    kept = {name: value for name, value in row.items() if name not in _RANDOM_COLUMNS}
    if "subject" in kept:
        kept["subject"] = str(kept["subject"]).partition(_BETWEEN)[0]
    return {name: len(value) if isinstance(value, bytes) else value for name, value in kept.items()}


def _told(name: str, value: object, names: Names) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if name in _RANDOM_COLUMNS:
        return names.of(str(value))
    community, between, id_ = str(value).partition(_BETWEEN)
    if name == "subject" and between:
        return f"{names.rename(community)}{between}{names.of(id_)}"
    return names.rename(str(value))
