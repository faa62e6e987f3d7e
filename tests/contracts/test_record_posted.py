"""What becomes of a record that is late, or that everybody can read already; on every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.database import Database
from bot.core.errors import NotNow
from bot.core.sealing import Seal
from bot.questions.rules.public import Public
from tests.contracts.nudging import HERE, QUESTIONS
from tests.contracts.recording import BEGAN, Minutes, open_minutes, say
from tests.support import FakeClock

CHEESE = "We buy the zyzzle cheese."


@pytest.fixture
async def minutes(database: Database, seal: Seal, clock: FakeClock) -> Minutes:
    """A meeting is on."""
    return await open_minutes(database, seal, clock)


async def test_facilitators_are_reminded_also_where_no_day_is_left_for_unasked_messages(
    minutes: Minutes,
) -> None:
    async with minutes.database.write() as tx:
        await minutes.communities.change(
            tx, HERE, lambda now: replace(now, quiet=replace(now.quiet, days=()))
        )
    await minutes.ends()
    await minutes.passes_until(BEGAN + timedelta(days=20))
    assert "is not posted yet" in minutes.told()[1]
    assert len(minutes.told()) == 2


async def test_words_that_are_taken_away_later_go_from_the_page(minutes: Minutes) -> None:
    minutes.asked = [Public("c1", 7, "First?"), Public("c2", 8, "Second?"), Public("c3", 9, "Third?")]
    await minutes.ends()
    await minutes.writes(decided=CHEESE)
    await minutes.presses_post()
    second, third = minutes.asked[1:]
    # What is only old, and not kept any more, was read by all: it stays where it is.
    minutes.asked = []
    await minutes.records.following.refresh(HERE)
    await minutes.rings()
    assert "First?" in minutes.posts()[0]
    minutes.asked, minutes.back = [second, third], {"c1"}
    await minutes.records.following.refresh(HERE)
    await minutes.rings()
    (posted,) = minutes.posts()
    assert "First?" not in posted
    assert "Second?" in posted
    assert CHEESE in posted
    # What a crash broke off is done at the next start.
    minutes.asked, minutes.back = [third], {"c1", "c2"}
    minutes.starts()
    await minutes.records.following.start()
    await minutes.rings()
    (posted,) = minutes.posts()
    assert "Second?" not in posted
    assert "Third?" in posted


async def test_a_change_of_a_page_that_somebody_deleted_is_posted_anew_and_once(minutes: Minutes) -> None:
    await minutes.ends()
    await minutes.presses_post()
    (lost,) = minutes.messages(QUESTIONS)
    minutes.discord.messages.remove(lost)
    await minutes.writes(decided=CHEESE)
    assert "It is changed" in await minutes.presses_post()
    (posted,) = minutes.posts()
    assert CHEESE in posted
    (button,) = [
        each for each in minutes.messages(QUESTIONS)[0].notice.buttons if each.action == "record:print"
    ]
    assert (await minutes.records.reading.printed(HERE, button.token, say)).files
    await minutes.writes(version=1, decided="We buy bread.")
    await minutes.presses_post()
    (posted,) = minutes.posts()
    assert "We buy bread." in posted
    assert len(minutes.told()) == 1


async def test_one_that_may_have_arrived_and_is_changed_then_is_there_once_and_says_so(
    minutes: Minutes,
) -> None:
    await minutes.ends()
    minutes.discord.lose_answer = [NotNow("status 503")]
    await minutes.presses_post()
    # Discord has forgotten by now that it was posted already.
    minutes.clock.time += timedelta(minutes=10)
    minutes.starts()
    await minutes.writes(decided=CHEESE)
    await minutes.presses_post()
    (posted,) = minutes.posts()
    assert CHEESE in posted
