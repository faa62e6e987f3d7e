"""The master key: made once, missed when it is lost, and no other taken in its place."""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.app import ANONYMOUS_KEYS, EVERYDAY_KEYS, open_store
from bot.core.errors import KeyMissing, SealBroken, SettingsError
from bot.core.keyring import make_key_file
from bot.core.sealing import KEY_BYTES, Purpose, Seal
from config.settings import Settings

ANY = Purpose("any", 1)


@pytest.fixture
def settings(tmp_path: Path, url: str) -> Settings:
    return Settings(
        database_url=f"sqlite+aiosqlite:///{tmp_path}/equal-footing.db",
        anonymous_database_url=url,
        key_file=tmp_path / "keys" / "master.key",
        master_key=None,
    )


def with_key(settings: Settings, key: str) -> Settings:
    """The same, with a key in the environment."""
    return settings.model_copy(update={"master_key": SecretStr(key)})


def new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


async def opened(settings: Settings) -> bytes:
    """Start once; returns what tells the key in use from any other."""
    async with open_store(settings) as store:
        return store.seal.fingerprint()


def lose_everyday(settings: Settings) -> None:
    Path(settings.database_url.removeprefix("sqlite+aiosqlite:///")).unlink()


async def test_the_very_first_start_makes_a_key_for_the_bots_user_only(settings: Settings) -> None:
    first = await opened(settings)
    assert settings.key_file.stat().st_mode & 0o777 == 0o600
    assert await opened(settings) == first


async def test_a_lost_key_is_missed_and_no_other_made(settings: Settings) -> None:
    await opened(settings)
    settings.key_file.unlink()
    with pytest.raises(KeyMissing, match=str(settings.key_file)):
        await opened(settings)
    assert not settings.key_file.exists()


async def test_a_lost_key_is_missed_by_one_database_alone(settings: Settings) -> None:
    await opened(settings)
    settings.key_file.unlink()
    lose_everyday(settings)
    with pytest.raises(KeyMissing):
        await opened(settings)
    assert not settings.key_file.exists()


async def test_a_wrong_key_is_not_taken_and_the_right_one_is_once_it_is_back(settings: Settings) -> None:
    right = await opened(settings)
    kept = settings.key_file.rename(settings.key_file.with_suffix(".kept"))
    make_key_file(settings.key_file)
    for _ in range(2):
        with pytest.raises(KeyMissing, match="not the one"):
            await opened(settings)
    kept.replace(settings.key_file)
    assert await opened(settings) == right


async def test_a_wrong_key_is_not_taken_where_only_one_database_knows_the_right_one(
    settings: Settings,
) -> None:
    await opened(settings)
    lose_everyday(settings)
    settings.key_file.unlink()
    make_key_file(settings.key_file)
    with pytest.raises(KeyMissing):
        await opened(settings)


async def test_a_key_in_the_environment_is_used_and_none_made(settings: Settings) -> None:
    mine = with_key(settings, new_key())
    first = await opened(mine)
    assert await opened(mine) == first
    assert not settings.key_file.exists()
    with pytest.raises(KeyMissing):
        await opened(with_key(settings, new_key()))
    with pytest.raises(KeyMissing):
        await opened(settings)


async def test_the_same_key_may_move_from_file_to_environment(settings: Settings) -> None:
    first = await opened(settings)
    moved = with_key(settings, settings.key_file.read_text(encoding="ascii"))
    settings.key_file.unlink()
    assert await opened(moved) == first


async def test_what_is_no_key_is_named_and_not_repeated(settings: Settings) -> None:
    for wrong in ("sesame", base64.b64encode(b"short").decode()):
        with pytest.raises(SettingsError) as caught:
            await opened(with_key(settings, wrong))
        assert "master_key" in str(caught.value)
        assert wrong not in str(caught.value)


async def test_a_start_that_was_broken_off_after_the_key_was_made_goes_on_with_it(settings: Settings) -> None:
    made = make_key_file(settings.key_file).fingerprint()
    assert await opened(settings) == made


async def test_a_database_remembers_nothing_that_opens_a_seal(settings: Settings) -> None:
    async with open_store(settings) as store:
        key = base64.b64decode(settings.key_file.read_text(encoding="ascii"))
        for database, table in ((store.everyday, EVERYDAY_KEYS), (store.anonymous, ANONYMOUS_KEYS)):
            async with database.read() as tx:
                ((number, fingerprint),) = await tx.execute(select(table))
            assert (number, fingerprint) == (store.seal.number, store.seal.fingerprint())
            assert key not in fingerprint
            with pytest.raises(SealBroken):
                Seal(fingerprint).open(ANY, store.seal.close(ANY, b"words"))
