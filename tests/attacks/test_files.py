"""The attack reads a SQLite file as SQLite does, and sees what SQLite does not show."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks.files import File, journal_pages


@pytest.fixture(params=[512, 4096, 65536])
def connection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "some.db", isolation_level=None)
    connection.execute(f"PRAGMA page_size = {request.param}")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("CREATE TABLE plain (name TEXT, size REAL, body BLOB, number INTEGER)")
    connection.execute(
        "CREATE TABLE keyed (body BLOB, key BLOB, part INTEGER, PRIMARY KEY (part, key)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX by_number ON plain (number)")
    yield connection
    connection.close()


def fill(connection: sqlite3.Connection, number: int = 150) -> None:
    for place in range(number):
        body = os.urandom(place * 41 % 7_000)
        row = (f"näme {place}", place / 7, body, (-1) ** place * place**7)
        connection.execute("INSERT INTO plain VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO keyed VALUES (?, ?, ?)", (body, os.urandom(16), place % 3))


def test_every_row_is_read_as_sqlite_reads_it(connection: sqlite3.Connection, tmp_path: Path) -> None:
    fill(connection)
    rows = File(tmp_path / "some.db").read().rows
    plain = connection.execute("SELECT rowid, * FROM plain ORDER BY rowid").fetchall()
    assert [row.values for row in rows["some.plain"]] == plain
    keyed = connection.execute("SELECT part, key, body FROM keyed ORDER BY part, key").fetchall()
    assert [row.values for row in rows["some.keyed"]] == keyed
    index = connection.execute("SELECT number, rowid FROM plain ORDER BY number").fetchall()
    assert [row.values for row in rows["some.by_number"]] == index


def test_what_waits_in_a_write_ahead_file_is_read_too(connection: sqlite3.Connection, tmp_path: Path) -> None:
    fill(connection, 20)
    connection.execute("PRAGMA journal_mode = WAL")
    fill(connection, 20)
    assert (tmp_path / "some.db-wal").stat().st_size > 0
    rows = File(tmp_path / "some.db").read().rows
    assert [row.values for row in rows["some.plain"]] == connection.execute(
        "SELECT rowid, * FROM plain"
    ).fetchall()


def test_rows_lie_where_their_bytes_are_found(connection: sqlite3.Connection, tmp_path: Path) -> None:
    connection.execute("INSERT INTO plain (name) VALUES ('the first row')")
    connection.execute("INSERT INTO plain (name) VALUES ('the second row')")
    file = File(tmp_path / "some.db")
    first, second = file.read().rows["some.plain"]
    assert first.page == second.page
    assert first.offset > second.offset, "SQLite fills a page from its end"
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    at = (first.page - 1) * size + first.offset
    assert b"the first row" in file.raw[at : at + 40]


def test_two_copies_differ_by_what_was_done_between_them(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    fill(connection, 30)
    file = File(tmp_path / "some.db")
    file.read()
    connection.execute("UPDATE plain SET name = 'another' WHERE rowid = 7")
    copy = file.read()
    come, gone = ({row.values for row in rows} for rows in (copy.come, copy.gone))
    assert [values[1] for values in come - gone] == ["another"]
    assert [values[1] for values in gone - come] == ["näme 6"]
    assert b"another" in copy.changed
    assert file.read().changed == b""


def test_a_journal_holds_pages_as_they_were(connection: sqlite3.Connection, tmp_path: Path) -> None:
    connection.execute("INSERT INTO plain (name) VALUES ('as it was')")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE plain SET name = 'as it is'")
    pages = journal_pages((tmp_path / "some.db-journal").read_bytes())
    connection.execute("COMMIT")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    assert any(b"as it was" in page and len(page) == size for page in pages)
    assert journal_pages(b"no journal") == [b"no journal"]
