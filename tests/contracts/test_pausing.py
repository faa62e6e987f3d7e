"""The pause of a whole community, on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.community.rules import LONGEST_WORDS, PastDate
from bot.core.database import Database
from bot.core.errors import NotNow, Refused
from bot.core.notices import Form, Line, Notice, Words
from bot.core.sealing import Seal
from bot.nudges.rules import Budget
from tests.bot.nudges.making import at
from tests.contracts.nudging import HERE, Parish, message, open_parish
from tests.support import FakeClock

LEILA, OWEN = 190_000_000_000_000_051, 190_000_000_000_000_052
WORDS = "There are strikes. Ring Noor if you need us."
CARD = f"community-card {WORDS} community-card-works"
GOES_ON = "community-card-resumed"


@pytest.fixture
async def parish(database: Database, seal: Seal, clock: FakeClock) -> Parish:
    clock.time = at(1)
    parish = await open_parish(database, seal, clock)
    await parish.joins()
    return parish


def first(notice: Notice | Form) -> str:
    assert isinstance(notice, Notice)
    assert isinstance(notice.parts[0], Line)
    return notice.parts[0].id


async def written(parish: Parish, who: int = LEILA, words: str = WORDS) -> str:
    """Somebody writes what everybody is to read; the token of the preview."""
    preview = await parish.pausing.preview(HERE, who, words)
    assert Words(words.strip()) in preview.parts
    return preview.buttons[0].token


async def pauses(parish: Parish, who: int = LEILA, words: str = WORDS) -> str:
    """Somebody pauses everything; the pause's token."""
    assert (
        first(await parish.pausing.pause(HERE, who, await written(parish, who, words))) == "community-paused"
    )
    await parish.rings()
    return await token(parish)


async def token(parish: Parish) -> str:
    shown = await parish.pausing.ask(HERE, OWEN, "")
    assert isinstance(shown, Notice)
    return shown.buttons[0].token


async def refusal(parish: Parish, words: str) -> str:
    with pytest.raises(Refused) as caught:
        await parish.pausing.preview(HERE, LEILA, words)
    return caught.value.line.id


async def test_before_the_yes_nothing_happens(parish: Parish) -> None:
    assert isinstance(await parish.pausing.ask(HERE, LEILA, ""), Form)
    draft = await written(parish)
    await parish.rings()
    assert parish.cards() == []
    assert first(await parish.pausing.leave(HERE)) == "community-not-paused"
    again = await parish.pausing.ask(HERE, LEILA, draft)
    assert isinstance(again, Form)
    assert getattr(again.fields[0], "value", "") == WORDS, "her words are still there to be changed"
    assert await refusal(parish, " \n ") == "error-pause-empty"
    assert await refusal(parish, "x" * (LONGEST_WORDS + 1)) == "error-pause-long"
    await written(parish, words="x" * LONGEST_WORDS)


async def test_everybody_reads_it_and_nothing_unasked_comes_until_it_goes_on(parish: Parish) -> None:
    later = [message(each.value, parish.clock, budget=each, not_before=at(9)) for each in Budget]
    after = message("after", parish.clock, not_before=at(29))
    await parish.sends(*later, after)
    pause = await pauses(parish)
    assert parish.cards() == [CARD]
    await parish.passes_until(at(20))
    assert parish.said() == ["asked"]
    await parish.sends(message("new", parish.clock))
    assert first(await parish.pausing.resume(HERE, pause)) == "community-resumed"
    await parish.rings()
    assert parish.cards() == [GOES_ON]
    assert parish.said() == ["asked"], "nothing has piled up"
    await parish.passes_until(at(30))
    assert parish.said() == ["asked", "after"]


async def test_what_fell_due_while_the_bot_was_down_is_forgotten_too(parish: Parish) -> None:
    await parish.sends(message("hello", parish.clock, not_before=at(9)))
    pause = await pauses(parish)
    parish.clock.time = at(20)
    await parish.pausing.resume(HERE, pause)
    await parish.passes_until(at(30))
    assert parish.said() == []


async def test_the_dates_that_passed_are_offered_once_for_revision(parish: Parish) -> None:
    parish.meetings.dates = [PastDate("people:join", "m1", Line("question-button-lift", {"number": 1}))]
    pause = await pauses(parish)
    parish.clock.time = at(20)
    resumed = await parish.pausing.resume(HERE, pause)
    assert [(button.action, button.token) for button in resumed.buttons] == [("people:join", "m1")]
    assert parish.meetings.told == [(HERE, at(1), at(20))]
    assert first(await parish.pausing.resume(HERE, pause)) == "community-not-paused"
    assert len(parish.meetings.told) == 1


async def test_of_two_facilitators_at_once_the_second_reads_the_words_of_the_first(parish: Parish) -> None:
    drafts = [await written(parish, LEILA, "Leila says"), await written(parish, OWEN, "Owen says")]
    both = await asyncio.gather(
        *(parish.pausing.pause(HERE, who, draft) for who, draft in zip((LEILA, OWEN), drafts, strict=True))
    )
    assert sorted(map(first, both)) == ["community-is-paused", "community-paused"]
    await parish.rings()
    (card,) = parish.cards()
    shown = await parish.pausing.ask(HERE, OWEN, "")
    assert isinstance(shown, Notice)
    (words,) = (part.words for part in shown.parts if isinstance(part, Words))
    assert words in card
    pause = await token(parish)
    ends = await asyncio.gather(*(parish.pausing.resume(HERE, pause) for _ in range(2)))
    assert sorted(map(first, ends)) == ["community-not-paused", "community-resumed"]


async def test_an_old_button_does_not_end_a_newer_pause(parish: Parish) -> None:
    old = await pauses(parish)
    await parish.pausing.resume(HERE, old)
    await pauses(parish, OWEN, "Again.")
    assert first(await parish.pausing.resume(HERE, old)) == "community-is-paused"
    assert first(await parish.pausing.leave(HERE)) == "community-stays-paused"
    assert parish.cards() == [GOES_ON, "community-card Again. community-card-works"]


async def test_it_holds_over_a_restart_and_a_draft_does_not(parish: Parish) -> None:
    draft = await written(parish)
    parish.starts()
    with pytest.raises(Refused) as caught:
        await parish.pausing.pause(HERE, LEILA, draft)
    assert caught.value.line.id == "error-pause-gone"
    pause = await pauses(parish)
    parish.starts()
    await parish.sends(message("hello", parish.clock))
    assert parish.said() == []
    assert first(await parish.pausing.resume(HERE, pause)) == "community-resumed"
    await parish.rings()
    assert parish.cards() == [GOES_ON]


async def test_a_card_that_arrives_when_the_pause_is_over_says_so(parish: Parish) -> None:
    parish.discord.refuse_next.append(NotNow("503"))
    pause = await pauses(parish)
    assert parish.cards() == []
    await parish.pausing.resume(HERE, pause)
    await parish.passes_until(parish.clock.now() + timedelta(hours=1))
    assert parish.cards() == [GOES_ON]


async def test_before_it_is_set_up_nothing_can_be_paused(parish: Parish) -> None:
    with pytest.raises(Refused) as caught:
        await parish.pausing.ask(HERE + 1, LEILA, "")
    assert caught.value.line.id == "error-not-set-up"


async def test_if_the_pause_were_not_kept_it_would_come(parish: Parish) -> None:
    """The planted fault."""
    await pauses(parish)
    await parish.chooses(lambda here: replace(here, pause=None))
    await parish.sends(message("hello", parish.clock))
    assert parish.said() == ["hello"]
