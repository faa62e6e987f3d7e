"""SIGKILL at numbered steps of a meeting: what was acknowledged is out once, the answer there once."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from rehearsal import Rehearsal, Shown
from tests.crash.scene import ANSWER, QUESTIONS, Meeting, Supervised

#: At how many of the meeting's steps the bot is killed, in a run each; CRASH_KILLS=130 takes nearly all.
KILLS = int(os.environ.get("CRASH_KILLS", "20"))


@asynccontextmanager
async def meeting(
    folder: Path, kill_at: int, *, nonces: bool = True
) -> AsyncIterator[tuple[Rehearsal, Supervised]]:
    async with Rehearsal() as rehearsal:
        bot = Supervised(rehearsal, folder, kill_at, nonces=nonces)
        await bot.start()
        try:
            await Meeting(rehearsal, bot).go()
            yield rehearsal, bot
        finally:
            await bot.stop()


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the undisturbed meeting writes down its steps."""
    return tmp_path_factory.mktemp("undisturbed")


def check(rehearsal: Rehearsal) -> None:
    """Everything is there once, as everybody sees it."""
    derek = rehearsal.person("Derek Holloway")
    cards = [shown for shown in derek.read("questions") if not shown.only_you]
    for text in QUESTIONS.values():
        check_card([card for card in cards if text in card.text])
    assert len(cards) == 1 + len(QUESTIONS), "the panel and one card for each question"
    assert rehearsal.person("Leila Haddad").read("facilitators") == []


def check_card(cards: list[Shown]) -> None:
    assert len(cards) == 1, "the card is there once"
    assert cards[0].text.count(ANSWER) == 1, "the answer is on it once"
    assert "This question is closed." in cards[0].text


async def steps_of(folder: Path) -> list[str]:
    """The steps of the meeting, in order; it is held undisturbed for that, once."""
    file = folder / "steps.txt"
    if not file.exists():
        async with meeting(folder, kill_at=0) as (rehearsal, bot):
            check(rehearsal)
            assert bot.deaths == 0
    return file.read_text().splitlines()


@pytest.mark.parametrize("kill", range(KILLS))
async def test_nothing_is_lost_and_nothing_is_there_twice(
    kill: int, undisturbed: Path, tmp_path: Path
) -> None:
    steps = await steps_of(undisturbed)
    # Spread evenly from the first press to the last answer; a few fewer, as no two runs are quite alike.
    kill_at = 1 + kill * (len(steps) - 6) // (KILLS - 1)
    async with meeting(tmp_path, kill_at) as (rehearsal, bot):
        assert bot.deaths == 1, f"killed at step {kill_at}, {steps[kill_at - 1]!r}"
        check(rehearsal)


async def test_every_kind_of_step_is_among_them(undisturbed: Path) -> None:
    kinds = {step.split()[0] + " " + step.split()[1] for step in await steps_of(undisturbed)}
    assert {"a press", "before commit", "after commit", "before POST", "after POST"} <= kinds
    assert {"before PATCH", "after PATCH"} <= kinds


async def test_a_bot_that_sends_without_nonces_is_caught(undisturbed: Path, tmp_path: Path) -> None:
    """The planted fault: killed between a card's arrival and its commit, such a bot posts it twice."""
    steps = await steps_of(undisturbed)
    posts = [number for number, step in enumerate(steps, 1) if step == "after POST /channels/*/messages"]
    async with meeting(tmp_path, posts[-1], nonces=False) as (rehearsal, bot):
        assert bot.deaths == 1
        with pytest.raises(AssertionError, match="the card is there once"):
            check(rehearsal)
