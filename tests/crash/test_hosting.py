"""A host's commands, killed at each of their steps: what is there is the old or the new, and never a half."""

from __future__ import annotations

import asyncio
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_store
from bot.app.hosting import back_up
from bot.people.store import PeopleStore
from tests.contracts.group import HERE
from tests.contracts.town_hall import AMA_ID, BEN_ID, HER_NEEDS, ROSA_ID, THEIR_ID, fill, settings_in
from tests.forking import loaded_python

ROOT = Path(__file__).parents[2]
#: Ben erased himself after the backup; Rosa went by mistake.
NOW = {AMA_ID: HER_NEEDS, THEIR_ID: ""}
RESTORED = {AMA_ID: HER_NEEDS, ROSA_ID: "", THEIR_ID: ""}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A busy host's files, with a backup from before Ben erased himself; each try is on copies of them."""
    made = tmp_path_factory.mktemp("host")
    asyncio.run(keep_a_host_busy(made))
    return made


async def keep_a_host_busy(folder: Path) -> None:
    settings = settings_in(folder / "before")
    await fill(settings)
    await back_up(settings, folder / "backup.db")
    async with open_store(settings) as store:
        async with store.everyday.write() as tx:
            for gone in (BEN_ID, ROSA_ID):
                await PeopleStore(store.seal).erase(tx, HERE, gone)
        store.erasures.add(HERE, BEN_ID, datetime.now(UTC).date())


def killed_everywhere(command: str, folder: Path, *steps: str) -> list[dict[str, Any]]:
    """What was found after a kill at each step, or at the first so many; the last is of a whole run."""
    ended = subprocess.run(
        [*loaded_python(), "-m", "tests.crash.hosting", command, str(folder), *steps],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_a_killed_restore_leaves_the_old_or_the_new(folder: Path) -> None:
    found = killed_everywhere("restore", folder)
    after = [each["after"]["members"] for each in found]
    assert len(after) > 5
    assert after[0] == NOW
    assert after[-1] == RESTORED
    turn = after.index(RESTORED)
    assert after == [NOW] * turn + [RESTORED] * (len(after) - turn)
    assert all(each["again"]["members"] == RESTORED for each in found)
    assert all(each["left"] == [] for each in found)


def test_a_restore_that_first_takes_the_old_one_away_is_found(folder: Path) -> None:
    """The planted fault: all is gone from the first step on."""
    (found,) = killed_everywhere("restore-by-halves", folder, "1")
    assert found["after"]["members"] == {}


def test_a_killed_rotation_loses_nothing_and_is_gone_on_with(folder: Path) -> None:
    found = killed_everywhere("rotate", folder)
    assert len(found) > 5
    assert all(each[when]["members"] == NOW for each in found for when in ("after", "again"))
    assert found[0]["after"]["keys"] == [1]
    assert found[-1]["after"]["keys"] == [1, 2], "questions are open"
    assert all(each["again"]["keys"] == [1, 2] for each in found)


def test_a_killed_erasure_is_finished_by_the_same_again(folder: Path) -> None:
    found = killed_everywhere("erase", folder)
    assert all(each["after"]["members"] in (NOW, {THEIR_ID: ""}) for each in found)
    assert all(each["again"]["members"] == {THEIR_ID: ""} for each in found)
    assert found[0]["after"]["members"] == NOW
