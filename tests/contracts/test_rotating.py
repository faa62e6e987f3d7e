"""A new master key: nothing is lost by it, and nothing is left of the old one once nobody needs it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from pydantic import SecretStr
from sqlalchemy import Column, LargeBinary, MetaData, Table

from bot.app import EVERYDAY_DELIVERIES, open_store
from bot.app.features import Features
from bot.app.hosting import rotate_keys
from bot.core.errors import HostError, KeyMissing, SealBroken, SettingsError
from bot.core.keyring import add_key, make_key_file, read_key_file
from bot.core.lock import at_work
from bot.core.rotation import has_blocks_of
from bot.core.schema import ANONYMOUS, EVERYDAY, is_declared
from bot.core.sealing import Seal
from bot.glossary.rules.showing import Shown
from bot.glossary.store import ShownStore
from bot.questions.kinds import Said
from config.settings import Settings
from tests.contracts.group import AMA, BEN, CAT, HERE
from tests.contracts.town_hall import (
    AMA_ID,
    HER_NEEDS,
    WAITS,
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


def undeclared(metadata: MetaData) -> list[str]:
    """The columns of bytes that do not say whether they are sealed."""
    columns = (column for table in metadata.sorted_tables for column in table.columns)
    return [str(each) for each in columns if isinstance(each.type, LargeBinary) and not is_declared(each)]


def test_every_column_of_bytes_says_whether_it_is_sealed() -> None:
    assert undeclared(EVERYDAY) + undeclared(ANONYMOUS) == []
    assert "delivery" in EVERYDAY.tables


def test_a_sealed_column_that_was_forgotten_is_found() -> None:
    """The planted fault."""
    metadata = MetaData()
    Table("letter", metadata, Column("words", LargeBinary))
    assert undeclared(metadata) == ["letter.words"]


async def blocks_of_the_old_key(settings: Settings) -> list[bool]:
    async with open_store(settings) as store:
        found = []
        for database, metadata in ((store.everyday, EVERYDAY), (store.anonymous, ANONYMOUS)):
            async with database.read() as tx:
                found.append(await has_blocks_of(tx, metadata, 1))
        return found


async def test_nothing_is_lost_and_all_is_sealed_with_the_new_key(settings: Settings) -> None:
    assert await blocks_of_the_old_key(settings) == [True, True]
    said = await rotate_keys(settings)
    assert [line.id for line in said] == ["backup-rotated", "backup-rotated-left", "backup-make-new"]
    assert await blocks_of_the_old_key(settings) == [False, False]
    assert (await members_of(settings))[AMA_ID].own_words == HER_NEEDS
    assert [each.notice.parts[0].words for each in await waiting_deliveries(settings)] == [WAITS]  # type: ignore[union-attr]


async def test_askers_still_find_what_is_theirs(settings: Settings) -> None:
    """The planted fault is in the middle: with the new key alone they would not."""
    await rotate_keys(settings)
    async with open_store(settings) as store:
        group = group_of(store)
        assert (await group.mine(AMA))[1:3] == ["question-mine-answered", "What does commissioning mean?"]
        assert "Who decides what is on the agenda?" in await group.mine(BEN)
        assert "Is there a list of the words?" in await group.mine(CAT)
        store.seal.drop(1)
        with pytest.raises(SealBroken):
            await group.mine(AMA)


async def test_what_else_was_said_and_what_was_shown_can_still_be_read(settings: Settings) -> None:
    said = Said(HERE, "token", "show-word", "a1", "", to_facilitators_first=True)
    shown = Shown("key", "a1", FakeClock().now().replace(microsecond=0))
    async with open_store(settings) as store:
        questions, words = group_of(store).store, ShownStore(store.seal, Random(7))
        async with store.anonymous.write() as tx:
            await questions.put_said(tx, HERE, [said])
            await words.put_shown(tx, HERE, [shown])
    await rotate_keys(settings)
    async with open_store(settings) as store:
        store.seal.drop(1)
        questions, words = group_of(store).store, ShownStore(store.seal, Random(7))
        async with store.anonymous.read() as tx:
            assert await questions.said(tx, HERE) == [said]
            assert await words.shown(tx, HERE) == [shown]


async def test_the_old_key_goes_with_the_last_claim_and_pause_that_need_it(settings: Settings) -> None:
    await rotate_keys(settings)
    assert read_key_file(settings.key_file).numbers == (1, 2)
    async with open_store(settings) as store:
        group = group_of(store)
        rotation = Features(store, FakeClock()).rotation
        await group.windows.end_after_restore()
        await group.nights(20)
        assert await rotation.retire() == (1,)
        await group.nights(15)
        assert await rotation.retire() == ()
    assert read_key_file(settings.key_file).numbers == (2,)
    assert (await members_of(settings))[AMA_ID].own_words == HER_NEEDS


async def test_a_running_bot_looks_each_day_whether_it_can_go(settings: Settings) -> None:
    await rotate_keys(settings)
    async with open_store(settings) as store:
        clock = FakeClock()
        features = Features(store, clock)
        await features.keys.start()
        clock.move(hours=25)
        await features.ground.alarms.ring()
        due = await features.ground.alarms.next_due()
        assert due is not None
        assert due - clock.now() <= timedelta(days=1)
        async with store.anonymous.write() as tx:
            await features.questions.windows._desk.store.put_claims(tx, HERE, [], leave_blanks=False)
            await features.questions.windows._desk.store.put_pauses(tx, HERE, [], leave_blanks=False)
        clock.move(hours=25)
        await features.ground.alarms.ring()
        assert store.seal.older == ()
    assert read_key_file(settings.key_file).numbers == (2,)


async def test_with_no_question_open_it_goes_at_once(tmp_path: Path, url: str) -> None:
    settings = settings_in(tmp_path, None if url.startswith("sqlite") else url)
    async with open_store(settings):
        pass
    said = await rotate_keys(settings)
    assert said[1].id == "backup-rotated-whole"
    assert read_key_file(settings.key_file).numbers == (2,)
    await rotate_keys(settings)
    assert read_key_file(settings.key_file).numbers == (3,)


async def test_the_same_again_goes_on_and_makes_no_third_key(settings: Settings) -> None:
    await rotate_keys(settings)
    await rotate_keys(settings)
    assert read_key_file(settings.key_file).numbers == (1, 2)


async def test_one_that_was_broken_off_is_gone_on_with_at_the_next_start(settings: Settings) -> None:
    add_key(settings.key_file)
    assert await blocks_of_the_old_key(settings) == [True, True]
    async with open_store(settings) as store:
        await Features(store, FakeClock()).before_start()
    assert await blocks_of_the_old_key(settings) == [False, False]


async def test_a_key_that_is_missed_is_not_taken_for_one_that_was_destroyed(settings: Settings) -> None:
    await rotate_keys(settings)
    newest = settings.key_file.read_text().splitlines()[1]
    settings.key_file.write_text(newest)
    with pytest.raises(KeyMissing):
        await rotate_keys(settings)


async def test_a_wrong_key_gets_no_other_beside_it(settings: Settings) -> None:
    settings.key_file.unlink()
    make_key_file(settings.key_file)
    before = settings.key_file.read_bytes()
    with pytest.raises(KeyMissing):
        await rotate_keys(settings)
    assert settings.key_file.read_bytes() == before


async def test_while_the_bot_runs_nothing_is_changed(settings: Settings) -> None:
    before = settings.key_file.read_bytes()
    with at_work(settings.key_file), at_work(settings.key_file), pytest.raises(HostError, match="is running"):
        await rotate_keys(settings)
    assert settings.key_file.read_bytes() == before
    await rotate_keys(settings)


async def test_a_key_in_the_environment_is_for_the_host_to_change(settings: Settings) -> None:
    mine = settings.model_copy(update={"master_key": SecretStr(settings.key_file.read_text())})
    with pytest.raises(SettingsError, match="master_key"):
        await rotate_keys(mine)


async def test_a_block_that_does_not_open_is_left_and_so_is_everything(settings: Settings) -> None:
    async with open_store(settings) as store, store.everyday.write() as tx:
        await tx.execute(EVERYDAY_DELIVERIES.update().values(payload=b"\1no block at all, but long enough"))
    with pytest.raises(SealBroken):
        await rotate_keys(settings)
    assert (await members_of(settings))[AMA_ID].own_words == HER_NEEDS
    assert isinstance(read_key_file(settings.key_file), Seal)
