"""Migrations make exactly the tables that are declared, on every kind of database."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect, text

import bot.app  # noqa: F401 - declares every table
from bot import migrations
from bot.core.database import Database, Journal
from bot.core.errors import HostError
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.migrations import Branch

BRANCHES: dict[Branch, MetaData] = {"everyday": EVERYDAY, "anonymous": ANONYMOUS}
FOLDER = Path(migrations.__file__).parent
REVISIONS = sorted(FOLDER.glob("*/[0-9]*.py"))

each_branch = pytest.mark.parametrize(("branch", "declared"), BRANCHES.items(), ids=BRANCHES)


def differences(declared: MetaData) -> Callable[[Connection], list[Any]]:
    def compare(connection: Connection) -> list[Any]:
        options = {"compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), declared))

    return compare


def shape(connection: Connection) -> dict[str, Any]:
    """All that a database knows about its tables: also what alembic does not compare."""
    inspector = inspect(connection)
    tables = [name for name in inspector.get_table_names() if name != "alembic_version"]
    found: dict[str, Any] = {}
    for name in tables:
        found[name] = {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)},
            "key": inspector.get_pk_constraint(name),
            "unique": sorted(map(str, inspector.get_unique_constraints(name))),
            "checks": sorted(str((c["name"], c["sqltext"])) for c in inspector.get_check_constraints(name)),
            "foreign": sorted(map(str, inspector.get_foreign_keys(name))),
            "indexes": sorted(map(str, inspector.get_indexes(name))),
        }
        if connection.dialect.name == "sqlite":
            made = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name})
            found[name]["has row ids"] = "WITHOUT ROWID" not in str(made)
    return found


@each_branch
async def test_an_empty_database_becomes_what_is_declared(
    database: Database, branch: Branch, declared: MetaData
) -> None:
    await migrations.upgrade(database, branch)
    async with database.read() as tx:
        assert await tx.run_sync(differences(declared)) == []


@each_branch
async def test_a_column_that_no_migration_makes_is_found(
    database: Database, branch: Branch, declared: MetaData
) -> None:
    """The planted fault."""
    planted = MetaData()
    for table in declared.sorted_tables:
        table.to_metadata(planted)
    extra = planted.sorted_tables[0]
    extra.append_column(Column("forgotten", Integer))
    await migrations.upgrade(database, branch)
    async with database.read() as tx:
        found = await tx.run_sync(differences(planted))
    assert [(kind, table, column.name) for kind, _, table, column in found] == [
        ("add_column", extra.name, "forgotten")
    ]


@each_branch
async def test_constraints_keys_and_row_ids_are_as_declared_too(
    database: Database, branch: Branch, declared: MetaData
) -> None:
    await migrations.upgrade(database, branch)
    async with database.read() as tx:
        migrated = await tx.run_sync(shape)
    async with database.write() as tx:
        await tx.run_sync(declared.drop_all)
        await tx.run_sync(declared.create_all)
    async with database.read() as tx:
        assert migrated == await tx.run_sync(shape)
    assert migrated


async def test_anonymous_tables_have_no_row_ids_and_no_counters() -> None:
    for table in ANONYMOUS.sorted_tables:
        assert table.dialect_options["sqlite"]["with_rowid"] is False
        assert not [column for column in table.columns if table.autoincrement_column is column]


@each_branch
async def test_migrating_twice_changes_nothing(
    database: Database, branch: Branch, declared: MetaData
) -> None:
    await migrations.upgrade(database, branch)
    table = declared.sorted_tables[0]
    async with database.read() as tx:
        once = await tx.run_sync(shape)
    async with database.write() as tx:
        values = {column.name: _any(column) for column in table.columns}
        await tx.execute(table.insert().values(values))
    await migrations.upgrade(database, branch)
    async with database.read() as tx:
        assert await tx.run_sync(shape) == once
        assert len((await tx.execute(table.select())).all()) == 1


def _any(column: Column[Any]) -> object:
    return {int: 1, str: "x", bytes: b"x"}[column.type.python_type]


@each_branch
async def test_it_knows_whether_a_database_is_up_to_date(
    database: Database, branch: Branch, declared: MetaData
) -> None:
    assert not await migrations.is_current(database, branch)
    async with database.write() as tx:
        await tx.run_sync(declared.create_all)
    assert not await migrations.is_current(database, branch)
    async with database.write() as tx:
        await tx.run_sync(declared.drop_all)
    await migrations.upgrade(database, branch)
    assert await migrations.is_current(database, branch)


async def test_a_database_of_the_other_branch_is_not_up_to_date(database: Database) -> None:
    await migrations.upgrade(database, "everyday")
    assert not await migrations.is_current(database, "anonymous")


async def test_looking_does_not_make_a_file(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/data/test.db", Journal.EVERYDAY)
    assert not await migrations.is_current(database, "everyday")
    assert list(tmp_path.iterdir()) == []
    await database.close()


async def test_migrating_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/data/deeper/test.db", Journal.EVERYDAY)
    await migrations.upgrade(database, "everyday")
    assert await migrations.is_current(database, "everyday")
    await database.close()


async def complaints(url: str) -> list[str]:
    """What a host reads when a database does not open, at a start and from the doctor."""
    database = Database(url, Journal.EVERYDAY)
    told = []
    for step in (migrations.upgrade, migrations.is_current):
        with pytest.raises(HostError) as caught:
            await step(database, "everyday")
        told.append(str(caught.value))
    await database.close()
    return told


async def test_a_file_that_is_no_database_is_the_hosts_to_mend(tmp_path: Path) -> None:
    file = tmp_path / "test.db"
    file.write_bytes(b"this is a letter to a friend, and no database" * 50)
    for told in await complaints(f"sqlite+aiosqlite:///{file}"):
        assert told == f"the database {file} does not open: file is not a database"


async def test_a_folder_that_cannot_be_made_is_the_hosts_to_mend(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, where a folder should be", encoding="utf-8")
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/data/deeper/test.db", Journal.EVERYDAY)
    with pytest.raises(HostError, match=r"data/deeper/test\.db does not open: .*Not a directory"):
        await migrations.upgrade(database, "everyday")
    await database.close()


async def test_a_folder_in_place_of_a_file_is_the_hosts_to_mend(tmp_path: Path) -> None:
    (tmp_path / "test.db").mkdir()
    for told in await complaints(f"sqlite+aiosqlite:///{tmp_path}/test.db"):
        assert told == f"the database {tmp_path}/test.db does not open: Is a directory"


async def test_a_server_that_is_not_there_is_the_hosts_to_mend(tmp_path: Path) -> None:
    for told in await complaints(f"postgresql+asyncpg://bot:sesame-open@/cop?host={tmp_path}"):
        assert "does not open: " in told
        assert "No such file" in told
        assert "sesame-open" not in told


async def test_a_database_or_a_user_that_the_server_does_not_know_is_the_hosts_to_mend(postgres: str) -> None:
    for told in await complaints(postgres.format(name="nowhere")):
        assert 'database "nowhere" does not exist' in told
    for told in await complaints(
        postgres.format(name="postgres").replace("postgres@", "nobody:sesame-open@")
    ):
        assert 'role "nobody" does not exist' in told
        assert "sesame-open" not in told


async def test_a_step_that_fails_leaves_nothing_half_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocker = Table("delivery", MetaData(), Column("in_the_way", Integer))
    async with database.write() as tx:
        await tx.run_sync(blocker.metadata.create_all)
    with pytest.raises(HostError):
        await migrations.upgrade(database, "everyday")
    async with database.read() as tx:
        names = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
    assert names == ["delivery"]


def lacks_a_reason(source: str) -> bool:
    """Whether a revision's docstring says less than why: a sentence in words of its own."""
    reason = ast.get_docstring(ast.parse(source)) or ""
    first = reason.split("\n\n")[0]
    return not re.fullmatch(r"[A-Z].{30,}[.]", first, re.DOTALL) or "Revision ID" in reason


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_revision_says_its_reason(path: Path) -> None:
    assert not lacks_a_reason(path.read_text(encoding="utf-8"))


def test_a_revision_without_a_reason_is_found() -> None:
    """The planted fault."""
    generated = "add column\n\nRevision ID: 1\nRevises: 0\n"
    assert lacks_a_reason("")
    assert lacks_a_reason(f'"""{generated}"""')
    assert lacks_a_reason('"""Changes."""')


def test_steps_go_forward_only() -> None:
    assert len(REVISIONS) >= 2
    for path in REVISIONS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert "upgrade" in names
        assert "downgrade" not in names
