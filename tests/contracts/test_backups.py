"""Backups of the everyday database, and putting them back, from each kind of database to each."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import migrations
from bot.app import open_store
from bot.app.features import Features
from bot.app.hosting import back_up, erase, export, restore, rotate_keys
from bot.app.opening import erasures_of
from bot.backup.rules import KEPT_BEFORE_MIGRATIONS, OLDEST
from bot.backup.service import KIND
from bot.core.database import Database, Journal
from bot.core.errors import HostError, KeyMissing
from bot.core.keyring import destroy_key, read_key_file
from bot.core.lock import at_work
from bot.people.store import PeopleStore
from config.settings import Settings
from tests.conftest import new_postgres_database
from tests.contracts.group import AMA, CAT, ELSEWHERE, HERE, QUESTIONS
from tests.contracts.town_hall import (
    AMA_ID,
    BEN_ID,
    HER_NEEDS,
    LEAD,
    ROSA_ID,
    THEIR_ID,
    everyday_of,
    fill,
    group_of,
    members_of,
    settings_in,
    waiting_deliveries,
)
from tests.support import FakeClock


@pytest.fixture
def settings(busy_host: Settings) -> Settings:
    """A busy host's settings; the everyday database is of either kind."""
    return busy_host


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes."""
    return tmp_path / "backup.db"


async def erase_member(settings: Settings, id_: str, when: date | None = None) -> None:
    """What is done when a member erases herself."""
    async with open_store(settings) as store:
        async with store.everyday.write() as tx:
            await PeopleStore(store.seal).erase(tx, HERE, id_)
        store.erasures.add(HERE, id_, when or datetime.now(UTC).date())


async def rows_of(settings: Settings) -> dict[str, int]:
    """How many rows each table of the everyday database has."""
    counted = {}
    async with everyday_of(settings) as database, database.read() as tx:
        for table in ("community", "community_settings", "member", "question_settings", "panel"):
            counted[table] = await tx.scalar(text(f"SELECT count(*) FROM {table}")) or 0
    return counted


# Making one


async def test_a_backup_holds_every_row_and_is_for_its_owner_only(settings: Settings, file: Path) -> None:
    said = await back_up(settings, file)
    assert (said[0].id, said[0].values["members"], said[0].values["communities"]) == ("backup-made", 4, 2)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in file.parent.glob("backup.db*")) == ["backup.db"]
    with sqlite3.connect(file) as read:
        assert {row[0] for row in read.execute("SELECT id FROM member")} == {
            AMA_ID,
            BEN_ID,
            ROSA_ID,
            THEIR_ID,
        }
    read.close()


async def test_nothing_anonymous_and_no_key_is_in_it(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    with sqlite3.connect(file) as read:
        tables = {row[0] for row in read.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    read.close()
    assert not tables & {"question", "waiting", "claim", "pause"}
    held = file.read_bytes()
    assert settings.key_file.read_bytes().strip() not in held
    assert HER_NEEDS.encode() not in held
    assert b"Rosa Byrne" not in held


async def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(settings: Settings, file: Path) -> None:
    with at_work(settings.key_file):
        async with open_store(settings) as store, store.everyday.read() as tx:
            await tx.execute(text("SELECT count(*) FROM member"))
            await back_up(settings, file)
    assert file.exists()


async def test_a_file_that_is_there_is_not_overwritten(settings: Settings, file: Path) -> None:
    file.write_text("holiday pictures")
    with pytest.raises(HostError, match="already"):
        await back_up(settings, file)
    assert file.read_text() == "holiday pictures"
    with pytest.raises(HostError, match="cannot be written"):
        await back_up(settings, file.parent / "nowhere" / "backup.db")


async def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path, file: Path) -> None:
    with pytest.raises(HostError, match="nothing to back up"):
        await back_up(settings_in(tmp_path / "empty"), file)
    assert not file.exists()


# Putting one back


async def test_a_look_changes_nothing(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    await erase_member(settings, BEN_ID)
    before = await rows_of(settings)
    said = await restore(settings, file, is_sure=False)
    assert [line.id for line in said] == ["backup-contents", "backup-what-follows", "backup-add-yes"]
    assert await rows_of(settings) == before


async def test_all_is_as_it_was_and_whoever_was_erased_since_is_not(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    before = await rows_of(settings)
    await erase_member(settings, BEN_ID)
    async with open_store(settings) as store, store.everyday.write() as tx:
        await PeopleStore(store.seal).erase(tx, HERE, ROSA_ID)
        await tx.execute(text("DELETE FROM community_settings"))
    await restore(settings, file, is_sure=True)
    found = await members_of(settings)
    assert found.keys() == {AMA_ID, ROSA_ID}
    assert (found[AMA_ID].own_words, found[ROSA_ID].name) == (HER_NEEDS, "Rosa Byrne")
    assert await rows_of(settings) == {**before, "member": 3}
    async with open_store(settings) as store:
        assert (await Features(store, FakeClock()).communities.settings(HERE)).safeguarding.lead == LEAD


async def test_without_the_list_she_would_be_back(settings: Settings, file: Path) -> None:
    """The planted fault."""
    await back_up(settings, file)
    await erase_member(settings, BEN_ID)
    settings.key_file.with_name("erased").unlink()
    await restore(settings, file, is_sure=True)
    assert BEN_ID in await members_of(settings)


async def test_a_damaged_list_of_erasures_stops_it(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    await erase_member(settings, BEN_ID)
    settings.key_file.with_name("erased").write_text("1 2026")
    with pytest.raises(ValueError):
        await restore(settings, file, is_sure=True)
    assert BEN_ID not in await members_of(settings)


async def test_no_trace_of_her_is_in_the_file_after_it(tmp_path: Path, file: Path) -> None:
    settings = settings_in(tmp_path)
    await fill(settings)
    await back_up(settings, file)
    assert BEN_ID.encode() in file.read_bytes()
    await erase_member(settings, BEN_ID)
    await restore(settings, file, is_sure=True)
    left = [
        each.name for each in tmp_path.rglob("*") if each.is_file() and BEN_ID.encode() in each.read_bytes()
    ]
    assert left == ["backup.db"]


async def test_twice_is_the_same_as_once(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    await restore(settings, file, is_sure=True)
    once = await rows_of(settings), await members_of(settings), len(await waiting_deliveries(settings))
    await restore(settings, file, is_sure=True)
    assert (
        await rows_of(settings),
        await members_of(settings),
        len(await waiting_deliveries(settings)),
    ) == once


async def test_what_waited_to_be_sent_is_dropped_and_each_community_is_told(
    settings: Settings, file: Path
) -> None:
    await back_up(settings, file)
    await restore(settings, file, is_sure=True)
    waiting = await waiting_deliveries(settings)
    assert {(each.kind, each.community) for each in waiting} == {(KIND, HERE), (KIND, ELSEWHERE)}
    (here,) = [each for each in waiting if each.community == HERE]
    assert here.place.channel == QUESTIONS  # type: ignore[union-attr]
    assert here.notice.buttons[0].token == here.key


async def test_at_the_next_start_what_was_open_is_closed_and_what_waits_is_gone(
    settings: Settings, file: Path
) -> None:
    await back_up(settings, file)
    await restore(settings, file, is_sure=True)
    async with open_store(settings) as store:
        group = group_of(store)
        assert "question-mine-waiting" in await group.mine(CAT)
        for _ in range(2):
            await Features(store, group.clock).before_start()
        assert await group.mine(CAT) == ["question-mine-nothing"]
        mine = await group.mine(AMA)
        assert "question-mine-closed-restored" in mine
        await group.next_window()
        async with store.anonymous.read() as tx:
            assert await group.store.open(tx, HERE) == []
            assert len(await group.store.closed(tx, HERE)) == 2


async def test_without_a_restore_a_start_closes_nothing(settings: Settings) -> None:
    """The planted fault of the one above is a start that always does."""
    async with open_store(settings) as store:
        await Features(store, FakeClock()).before_start()
        async with store.anonymous.read() as tx:
            assert len(await group_of(store).store.open(tx, HERE)) == 2


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
async def test_a_backup_of_one_kind_goes_into_the_other(
    settings: Settings, file: Path, tmp_path: Path, into: str, request: pytest.FixtureRequest
) -> None:
    await back_up(settings, file)
    new = tmp_path / "new"
    url = None if into == "sqlite" else await new_postgres_database(request.getfixturevalue("postgres"))
    other = settings_in(new, url, key_file=settings.key_file)
    await restore(other, file, is_sure=True)
    assert await rows_of(other) == await rows_of(settings)
    assert await members_of(other) == await members_of(settings)


async def test_what_is_no_backup_is_not_put_back(settings: Settings, tmp_path: Path) -> None:
    before = await rows_of(settings)
    garbage, database, cut = tmp_path / "letter.db", tmp_path / "mine.db", tmp_path / "cut.db"
    garbage.write_text("Dear all, " * 500)
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE member (id)")
    other.close()
    await back_up(settings, cut)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    for file in (garbage, database, cut, tmp_path / "nowhere.db", tmp_path):
        with pytest.raises(HostError):
            await restore(settings, file, is_sure=True)
    assert await rows_of(settings) == before


async def test_one_that_is_too_old_could_bring_somebody_back(
    settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await back_up(settings, file)
    clock = FakeClock()

    async def later(_: Settings) -> FakeClock:
        return clock

    monkeypatch.setattr("bot.app.hosting.restoring.clock_of", later)
    clock.time = datetime.now(UTC) + OLDEST
    await restore(settings, file, is_sure=False)
    clock.time += timedelta(days=1)
    with pytest.raises(HostError, match="400 days"):
        await restore(settings, file, is_sure=True)


async def test_one_of_a_later_version_is_not_put_back(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    with sqlite3.connect(file) as changed:
        changed.execute("UPDATE alembic_version SET version_num = 'everyday_9999'")
    changed.close()
    with pytest.raises(HostError, match="later version"):
        await restore(settings, file, is_sure=True)


async def test_while_the_bot_runs_nothing_is_put_back(settings: Settings, file: Path) -> None:
    await back_up(settings, file)
    with at_work(settings.key_file), pytest.raises(HostError, match="running"):
        await restore(settings, file, is_sure=True)


async def test_it_opens_with_an_older_key_and_is_sealed_with_the_newest(
    settings: Settings, file: Path
) -> None:
    await back_up(settings, file)
    await rotate_keys(settings)
    await restore(settings, file, is_sure=True)
    assert (await members_of(settings))[AMA_ID].own_words == HER_NEEDS
    destroy_key(settings.key_file, 1)
    with pytest.raises(KeyMissing, match="not there any more"):
        await restore(settings, file, is_sure=True)


async def test_a_damaged_database_can_be_replaced(tmp_path: Path, file: Path) -> None:
    settings = settings_in(tmp_path)
    await fill(settings)
    await back_up(settings, file)
    database = tmp_path / "equal-footing.db"
    database.write_bytes(b"what is left after a bad night" * 400)
    database.with_name("equal-footing.db-wal").write_bytes(b"a journal of it" * 400)
    await restore(settings, file, is_sure=True)
    assert AMA_ID in await members_of(settings)


# Before a migration


async def at_revision(url: str, revision: str) -> None:
    database = Database(url, Journal.EVERYDAY)
    await migrations.upgrade(database, "everyday", revision)
    async with database.write() as tx:
        await tx.execute(text("INSERT INTO panel VALUES (1, 2, 3, 'key', false)"))
    await database.close()


async def test_before_a_migration_there_is_a_backup_that_can_be_put_back(tmp_path: Path, url: str) -> None:
    settings = settings_in(tmp_path, url)
    await at_revision(url, "everyday_0003")
    async with open_store(settings):
        pass
    made = tmp_path / f"equal-footing-before-{migrations.head('everyday')}.db"
    assert made.stat().st_mode & 0o777 == 0o600
    async with everyday_of(settings) as database, database.write() as tx:
        await tx.execute(text("DELETE FROM panel"))
    await restore(settings, made, is_sure=True)
    assert (await rows_of(settings))["panel"] == 1
    assert list(tmp_path.glob("*before*.part")) + list(tmp_path.glob("*.fresh")) == []


async def test_a_start_without_a_migration_makes_none(tmp_path: Path, url: str) -> None:
    settings = settings_in(tmp_path, url)
    for _ in range(2):
        async with open_store(settings):
            pass
    assert list(tmp_path.glob("*before*")) == []


async def test_only_the_latest_few_are_kept(tmp_path: Path, url: str) -> None:
    for number in range(4):
        old = tmp_path / f"equal-footing-before-everyday_000{number}.db"
        old.touch()
    await at_revision(url, "everyday_0003")
    async with open_store(settings_in(tmp_path, url)):
        pass
    kept = [each.name for each in tmp_path.glob("*before*")]
    assert len(kept) == KEPT_BEFORE_MIGRATIONS
    assert f"equal-footing-before-{migrations.head('everyday')}.db" in kept


# All of one community


async def test_an_export_is_readable_and_names_no_asker(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    await export(settings, HERE, file)
    written = file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    found = json.loads(written)
    assert {row["id"] for row in found["kept"]["member"]} == {AMA_ID, BEN_ID, ROSA_ID}
    for words in (HER_NEEDS, "Rosa Byrne", LEAD, "What does commissioning mean?"):
        assert words in written
    assert [row["number"] for row in found["questions"]] == [1, 2]
    assert THEIR_ID not in written
    assert "Is there a list of the words?" not in written, "it waits, and its asker is in its block"
    assert found["kept"].keys() & {"claim", "waiting", "pause"} == set()
    with pytest.raises(HostError, match="already"):
        await export(settings, HERE, file)
    with pytest.raises(HostError, match="Nothing is kept"):
        await export(settings, 5, tmp_path / "other.json")


async def test_erasing_a_community_leaves_nothing_of_it_and_the_other_whole(
    settings: Settings, file: Path, tmp_path: Path
) -> None:
    await back_up(settings, file)
    for typed in (None, str(ELSEWHERE)):
        said = await erase(settings, HERE, typed=typed)
        assert said[0].id == "backup-erase"
    assert len(await members_of(settings)) == 3
    said = await erase(settings, HERE, typed=str(HERE))
    assert said[0].id == "backup-erased"
    assert await members_of(settings) == {}
    assert (await members_of(settings, ELSEWHERE)).keys() == {THEIR_ID}
    with pytest.raises(HostError, match="Nothing is kept"):
        await export(settings, HERE, tmp_path / "export.json")
    held = [
        each.name
        for each in tmp_path.rglob("*")
        if each.is_file() and str(HERE).encode() in each.read_bytes()
    ]
    assert held == ["backup.db"]
    await restore(settings, file, is_sure=True)
    assert await members_of(settings) == {}
    assert {each.community for each in await waiting_deliveries(settings)} == {ELSEWHERE}


async def test_a_community_that_is_set_up_anew_later_is_not_erased_by_an_old_entry(
    settings: Settings, file: Path
) -> None:
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    erasures_of(settings, read_key_file(settings.key_file)).add(HERE, "", yesterday)
    await back_up(settings, file)
    await restore(settings, file, is_sure=True)
    assert len(await members_of(settings)) == 3
