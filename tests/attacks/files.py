"""A SQLite file as a thief reads it: each row with the place where it lies, and the bytes that have changed.

Follows the file format (https://www.sqlite.org/fileformat2.html) and uses no key. Rows of tables
and of indexes are found by walking their trees; what lies outside them, freed or left over, is among the
changed bytes.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.attacks.telling import clues

Value = int | float | str | bytes | None

_HEADER = 100
_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x05, 0x0A, 0x0D
_INTERIOR = (_INTERIOR_INDEX, _INTERIOR_TABLE)
_INDEX = (_INTERIOR_INDEX, _LEAF_INDEX)
_WAL_HEADER, _FRAME_HEADER = 32, 24
_FIRST_BLOB = 12
_SMALLEST_PAGE, _GREATEST_PAGE = 512, 65_536
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE = 7, 8, 9


@dataclass(frozen=True, eq=False)
class Row:
    """A row, and where it lies: its page, its byte in that page, and the page that it goes on in."""

    table: str
    values: tuple[Value, ...]
    page: int
    offset: int
    goes_on: int
    length: int

    @cached_property
    def clues(self) -> frozenset[bytes]:
        """What can link it to other rows."""
        return frozenset(clue for value in self.values for clue in clues(value))


@dataclass(frozen=True, slots=True)
class Schema:
    """A table, and its columns in the order of its rows; or an index, whose columns are not named."""

    table: str
    root: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    offset: int
    child: int
    length: int
    rowid: int | None
    payload: bytes
    overflow: int


@dataclass
class _Page:
    raw: bytes
    kind: int
    cells: list[_Cell]
    rightmost: int
    rows: dict[int, tuple[bytes, Row]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """What one copy of a database shows: rows in the order of their keys, and what is not as it was."""

    rows: Mapping[str, list[Row]]
    come: list[Row]
    gone: list[Row]
    changed: bytes
    changed_pages: tuple[int, ...]


@dataclass
class File:
    """One database file, copy after copy."""

    path: Path
    raw: bytes = b""
    schemas: list[Schema] = field(default_factory=list)
    _pages: dict[int, _Page] = field(default_factory=dict)
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _master: bytes = b""
    _size: int = 0

    def take(self) -> tuple[bytes, tuple[int, ...]]:
        """Copy the file as it is now; returns the bytes, and the numbers, of all pages that have changed."""
        before, self.raw = self.raw, with_wal(self.path)
        raw = self.raw
        if not raw:
            return b"", ()
        # The greatest size does not fit into its two bytes, and is written as 1.
        declared = int.from_bytes(raw[16:18], "big")
        size = self._size = _GREATEST_PAGE if declared == 1 else declared
        places = [at for at in range(0, len(raw), size) if raw[at : at + size] != before[at : at + size]]
        return b"".join(raw[at : at + size] for at in places), tuple(at // size + 1 for at in places)

    def read(self) -> Copy:
        """Take a copy and read its rows. Raises ValueError or sqlite3.DatabaseError for half a file."""
        changed, numbers = self.take()
        rows = dict(self._walk()) if self.raw else {}
        before, now = (
            {id(row): row for each in many.values() for row in each} for many in (self._rows, rows)
        )
        come = [row for key, row in now.items() if key not in before]
        gone = [row for key, row in before.items() if key not in now]
        self._rows = rows
        return Copy(rows, come, gone, changed, numbers)

    def _walk(self) -> Iterator[tuple[str, list[Row]]]:
        self._learn_schemas()
        for schema in self.schemas:
            yield schema.table, list(self._rows_under(schema, schema.root))

    def _learn_schemas(self) -> None:
        master = b"".join(cell.payload for cell in self._leaves(1))
        if master != self._master:
            self._master, self.schemas = master, schemas_of(self.raw, self.path.stem)
            self._pages.clear()

    def _leaves(self, number: int) -> Iterator[_Cell]:
        page = self._page(number)
        for cell in page.cells:
            if page.kind in _INTERIOR:
                yield from self._leaves(cell.child)
            else:
                yield cell
        if page.kind in _INTERIOR:
            yield from self._leaves(page.rightmost)

    def _rows_under(self, schema: Schema, number: int) -> Iterator[Row]:
        page = self._page(number)
        for cell in page.cells:
            if page.kind in _INTERIOR:
                yield from self._rows_under(schema, cell.child)
            if page.kind != _INTERIOR_TABLE:
                yield self._row(schema, number, page, cell)
        if page.kind in _INTERIOR:
            yield from self._rows_under(schema, page.rightmost)

    def _row(self, schema: Schema, number: int, page: _Page, cell: _Cell) -> Row:
        payload = self._whole(cell)
        known, row = page.rows.get(cell.offset, (None, None))
        if row is None or known != payload:
            values = record(payload)
            if cell.rowid is not None:
                values = (cell.rowid, *values)
            row = Row(schema.table, values, number, cell.offset, cell.overflow, cell.length)
            page.rows[cell.offset] = payload, row
        return row

    def _whole(self, cell: _Cell) -> bytes:
        payload, at = cell.payload, cell.overflow
        while at and len(payload) < cell.length:
            page = self.raw[(at - 1) * self._size : at * self._size]
            payload, at = payload + page[4:], int.from_bytes(page[:4], "big")
        return payload[: cell.length]

    def _page(self, number: int) -> _Page:
        raw = self.raw[(number - 1) * self._size : number * self._size]
        known = self._pages.get(number)
        if known is None or known.raw != raw:
            known = self._pages[number] = _parsed(raw, _HEADER if number == 1 else 0)
        return known


def with_wal(path: Path) -> bytes:
    """The file as its write-ahead file, if there is one, makes it."""
    raw = path.read_bytes() if path.exists() else b""
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes() if log.exists() else b""
    if len(frames) <= _WAL_HEADER:
        return raw
    size, salts = int.from_bytes(frames[8:12], "big"), frames[16:24]
    pages = {at // size + 1: raw[at : at + size] for at in range(0, len(raw), size)}
    for at in range(_WAL_HEADER, len(frames), _FRAME_HEADER + size):
        if frames[at + 8 : at + 16] == salts:
            start = at + _FRAME_HEADER
            pages[int.from_bytes(frames[at : at + 4], "big")] = frames[start : start + size]
    return b"".join(pages.get(number, bytes(size)) for number in range(1, max(pages) + 1))


def journal_pages(raw: bytes) -> list[bytes]:
    """What lies in a rollback journal: its pages, or as a whole whatever else it is."""
    # How it begins is written last, when it has reached the disk; how long its parts are stands there before.
    sector, size = (int.from_bytes(raw[at : at + 4], "big") for at in (20, 24))
    if not all(
        _SMALLEST_PAGE <= length <= _GREATEST_PAGE and length & length - 1 == 0 for length in (sector, size)
    ):
        return [raw]
    return [raw[at + 4 : at + 4 + size] for at in range(sector, len(raw), size + 8)]


def schemas_of(raw: bytes, database: str) -> list[Schema]:
    """The tables and indexes of a database, as SQLite reads it; their names begin with the database's."""
    connection = sqlite3.connect(":memory:")
    try:
        # In memory there is no write-ahead file; what was in it has been put in its place.
        connection.deserialize(raw[:18] + b"\x01\x01" + raw[20:])
        named = "SELECT type, name, rootpage, sql FROM sqlite_master WHERE rootpage > 0"
        found = connection.execute(named).fetchall()
        columns = [_columns(connection, kind, table, sql or "") for kind, table, _, sql in found]
        return [
            Schema(f"{database}.{row[1]}", row[2], names) for row, names in zip(found, columns, strict=True)
        ]
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection, kind: str, table: str, sql: str) -> tuple[str, ...]:
    if kind == "index":
        return ()
    info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [column[1] for column in info]
    if "WITHOUT ROWID" not in sql.upper():
        return ("rowid", *names)
    keys = [column[1] for column in sorted(info, key=lambda column: column[5]) if column[5]]
    return (*keys, *(name for name in names if name not in keys))


def _parsed(raw: bytes, start: int) -> _Page:
    kind, count = raw[start], int.from_bytes(raw[start + 3 : start + 5], "big")
    if kind not in (_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE):
        return _Page(raw, kind, [], 0)
    header = 12 if kind in _INTERIOR else 8
    rightmost = int.from_bytes(raw[start + 8 : start + 12], "big") if kind in _INTERIOR else 0
    pointers = struct.unpack_from(f">{count}H", raw, start + header)
    return _Page(raw, kind, [_cell(raw, kind, at) for at in pointers], rightmost)


def _cell(raw: bytes, kind: int, offset: int) -> _Cell:
    at, child, rowid = offset, 0, None
    if kind in _INTERIOR:
        child, at = int.from_bytes(raw[at : at + 4], "big"), at + 4
    if kind == _INTERIOR_TABLE:
        return _Cell(offset, child, 0, varint(raw, at)[0], b"", 0)
    length, at = varint(raw, at)
    if kind == _LEAF_TABLE:
        rowid, at = varint(raw, at)
    local = _local(len(raw), length, is_index=kind in _INDEX)
    overflow = int.from_bytes(raw[at + local : at + local + 4], "big") if local < length else 0
    return _Cell(offset, child, length, rowid, raw[at : at + local], overflow)


def _local(usable: int, length: int, *, is_index: bool) -> int:
    """How many bytes of a row lie in its own page."""
    most = (usable - 12) * 64 // 255 - 23 if is_index else usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (usable - 4)
    return wanted if wanted <= most else least


def varint(raw: bytes, at: int) -> tuple[int, int]:
    """SQLite's number of 1 to 9 bytes at a place, and the place after it."""
    value = 0
    for place in range(8):
        byte = raw[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | raw[at + 8], at + 9


def record(payload: bytes) -> tuple[Value, ...]:
    """The values of a row."""
    end, at = varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind >= _FIRST_BLOB:
        end = at + (kind - _FIRST_BLOB) // 2
        piece = payload[at:end]
        return (piece.decode(errors="replace") if kind % 2 else piece), end
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == _REAL:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    return {_ZERO: 0, _ONE: 1}.get(kind), at
