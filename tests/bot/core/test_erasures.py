"""The list of who was erased: it knows them again, and tells nobody else who they were."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.erasures import KEPT, Erasures
from bot.core.sealing import KEY_BYTES, Seal

HERE, THERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMA, BEN = "3f1c0a9b7d2e4f60", "c47be1905a6d3f28"
DAY = date(2026, 5, 14)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "erased"


async def test_who_was_erased_is_known_again_and_nobody_else(path: Path, seal: Seal) -> None:
    assert await Erasures(path, seal).applies([(HERE, AMA)]) == []
    Erasures(path, seal).add(HERE, AMA, DAY)
    assert await Erasures(path, seal).applies([(HERE, BEN), (HERE, AMA), (THERE, AMA)]) == [(HERE, AMA)]


async def test_the_file_tells_nobody_without_the_key(path: Path, seal: Seal) -> None:
    Erasures(path, seal).add(HERE, AMA, DAY)
    written = path.read_text()
    assert written.startswith("1 2026-05-14 ")
    assert AMA not in written
    assert str(HERE) not in written
    assert path.stat().st_mode & 0o777 == 0o600
    thief = Erasures(path, Seal(secrets.token_bytes(KEY_BYTES)))
    assert await thief.applies([(HERE, AMA)]) == []


async def test_twice_is_the_same_as_once_with_the_later_day(path: Path, seal: Seal) -> None:
    for _ in range(2):
        Erasures(path, seal).add(HERE, AMA, DAY)
    assert len(path.read_text().splitlines()) == 1
    later = DAY + timedelta(days=1)
    assert await Erasures(path, seal).applies([(HERE, AMA)], since=later) == []
    Erasures(path, seal).add(HERE, AMA, later)
    assert await Erasures(path, seal).applies([(HERE, AMA)], since=later) == [(HERE, AMA)]
    assert len(path.read_text().splitlines()) == 1


async def test_it_is_kept_as_long_as_any_backup_and_no_longer(path: Path, seal: Seal) -> None:
    Erasures(path, seal).add(HERE, AMA, DAY)
    Erasures(path, seal).add(HERE, BEN, DAY + KEPT)
    assert await Erasures(path, seal).applies([(HERE, AMA), (HERE, BEN)]) == [(HERE, AMA), (HERE, BEN)]
    Erasures(path, seal).add(HERE, BEN, DAY + KEPT + timedelta(days=1))
    assert await Erasures(path, seal).applies([(HERE, AMA), (HERE, BEN)]) == [(HERE, BEN)]


async def test_an_older_key_still_knows_them_until_it_is_destroyed(path: Path) -> None:
    old, new = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES)
    Erasures(path, Seal(old)).add(HERE, AMA, DAY)
    both = Seal(new, 2, {1: old})
    Erasures(path, both).add(HERE, BEN, DAY)
    assert await Erasures(path, both).applies([(HERE, AMA), (HERE, BEN)]) == [(HERE, AMA), (HERE, BEN)]
    both.drop(1)
    Erasures(path, both).drop_without_key()
    assert path.read_text().splitlines() == [line for line in path.read_text().splitlines() if line[0] == "2"]
    assert await Erasures(path, both).applies([(HERE, AMA), (HERE, BEN)]) == [(HERE, BEN)]


async def test_a_damaged_list_is_not_taken_for_an_empty_one(path: Path, seal: Seal) -> None:
    Erasures(path, seal).add(HERE, AMA, DAY)
    path.write_text("1 2026-05")
    with pytest.raises(ValueError):
        await Erasures(path, seal).applies([(HERE, AMA)])


def test_whether_it_can_be_written_is_seen_without_writing(path: Path, seal: Seal) -> None:
    erasures = Erasures(path, seal)
    assert not erasures.can_be_written()
    path.parent.mkdir()
    assert erasures.can_be_written()
    assert list(path.parent.iterdir()) == []
