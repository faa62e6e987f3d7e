"""[Show it to everyone], as the one who presses and everybody else sees it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.glossary import make_beneath, make_keeping
from bot.app.making import Ground
from bot.app.opening import open_store
from bot.core.clock import SystemClock
from rehearsal import Outcome, Rehearsal, Shown
from rehearsal.world.components import Button, walk
from tests.e2e.conftest import Log, pass_window, set_up, settings_for
from tests.e2e.flows import (
    CROWD,
    FACILITATING,
    KINDS,
    READ_FIRST,
    THE_FACILITATORS,
    at,
    choose,
    everybody,
    join,
    meeting_starts,
    mine,
    press,
    readers,
    seen,
)
from tests.e2e.hands import forge, many_presses, said
from tests.e2e.test_glossary import QUESTIONS, look
from tests.e2e.test_pausing import A_DAY, meeting_ends, paused

BUTTON = "Show it to everyone"
SHOWN = "Somebody would like everyone to see this word"
PLAIN = "plans health service care for an area in England."
DONE = (
    "Everyone will see what “Integrated care board” means. Nobody in this community can see that it was you."
)


@pytest.fixture
async def crowd(community: Rehearsal) -> Rehearsal:
    """The community in a meeting, in which enough people have joined to hide among."""
    await join(community, *CROWD)
    return community


async def show(rehearsal: Rehearsal, who: str, word: str = "ICB") -> Outcome:
    """Somebody looks a word up, and would like everyone to see it."""
    told = await look(rehearsal, who, word)
    return await rehearsal.person(who).press(BUTTON, channel=QUESTIONS, message=told.message)


def posted(rehearsal: Rehearsal, channel: str = QUESTIONS) -> list[Shown]:
    """The words that were shown in a channel."""
    return [each for each in rehearsal.person("Leila").read(channel) if SHOWN in each.text]


@pytest.mark.parametrize("who", KINDS)
async def test_whoever_presses_everybody_sees_it_at_the_window_and_nobody_who_it_was(
    crowd: Rehearsal, who: str
) -> None:
    before = {
        person.name: person.read(QUESTIONS) for person in crowd.people if not person.name.startswith(who)
    }
    answer = await show(crowd, who)
    assert DONE in seen(answer)
    assert "It comes out in 20 seconds at the latest." in seen(answer)
    assert readers(crowd, DONE) == {who}
    assert {name: crowd.person(name).read(QUESTIONS) for name in before} == before
    await pass_window(crowd)
    (message,) = posted(crowd)
    lines = message.text.splitlines()
    assert lines[:2] == [f"### {SHOWN}", "## Integrated care board (ICB)"]
    assert PLAIN in lines[2]
    assert lines[3].startswith("**As you may hear it:** “")
    assert readers(crowd, SHOWN) == everybody(crowd)
    assert not any(person.name.split()[0] in message.text for person in crowd.people)
    assert not any(each.rings_me for person in crowd.people for each in person.read(QUESTIONS))
    origin = crowd.world.channel_named(QUESTIONS).messages[message.id].origin
    assert origin is None, "it is the answer to nobody's press"


async def test_its_button_looks_another_word_up(crowd: Rehearsal) -> None:
    await show(crowd, "Amina")
    await pass_window(crowd)
    opened = await crowd.person("Derek").press(
        "What does that word mean?", channel=QUESTIONS, message=posted(crowd)[0]
    )
    assert opened.form is not None
    assert "## Commissioning" in seen(await opened.form.submit({"The word": "commissioning"}))


async def test_two_presses_at_once_and_fifty_show_it_once(crowd: Rehearsal) -> None:
    await asyncio.gather(look(crowd, "Amina", "ICB"), look(crowd, "Derek", "ICB"))
    told = await asyncio.gather(
        *(crowd.person(who).press(BUTTON, channel=QUESTIONS) for who in ("Amina", "Derek"))
    )
    assert all(DONE in seen(each) for each in told)
    await look(crowd, "Amina", "ICB")
    assert all(DONE in said(each) for each in await many_presses(crowd.person("Amina"), BUTTON, QUESTIONS))
    await pass_window(crowd)
    await pass_window(crowd)
    assert len(posted(crowd)) == 1


async def test_it_is_found_under_my_questions_and_taken_back(crowd: Rehearsal) -> None:
    await show(crowd, "Amina")
    assert "**Waiting.** Everyone will see what “Integrated care board” means" in await mine(crowd, "Amina")
    assert "There is nothing of yours here" in await mine(crowd, "Derek")
    assert "You took it back." in await press(crowd, "Amina", "Take it back")
    await pass_window(crowd)
    assert posted(crowd) == []


async def test_once_it_is_out_it_is_not_shown_again_that_day(crowd: Rehearsal) -> None:
    await show(crowd, "Amina")
    await pass_window(crowd)
    assert "A word is shown once a day at most." in seen(await show(crowd, "Derek"))
    await crowd.move_to(at(3, 10, 30))
    assert DONE in seen(await show(crowd, "Derek"))
    await crowd.move_to(at(3, 17))
    assert len(posted(crowd)) == 2


async def test_between_meetings_it_waits_for_the_hour(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    await join(rehearsal, *CROWD)
    assert "It comes out by" in seen(await show(rehearsal, "Amina"))
    await rehearsal.move_to(at(2, 15, 59))
    assert posted(rehearsal) == []
    await rehearsal.move_to(at(2, 16))
    assert len(posted(rehearsal)) == 1


async def test_where_few_have_joined_she_is_told_so_first_and_can_leave_it(community: Rehearsal) -> None:
    told = seen(await show(community, "Amina"))
    assert "fewer than eight people have joined so far" in told
    assert "Nothing was sent yet." in told
    assert "Nothing was sent." in await press(community, "Amina", "Never mind")
    await show(community, "Derek")
    assert DONE in await press(community, "Derek", "Send it anyway")
    await pass_window(community)
    assert len(posted(community)) == 1


# Facilitators first


async def test_of_a_paused_one_facilitators_post_it_and_nobody_else_can(crowd: Rehearsal) -> None:
    await paused(crowd)
    await meeting_ends(crowd)
    await crowd.advance(A_DAY)
    await meeting_starts(crowd)
    told = seen(await show(crowd, "Amina"))
    assert "go to facilitators first, until" in told
    assert "They do not know who you are." in told
    await pass_window(crowd)
    assert posted(crowd) == []
    (first,) = posted(crowd, THE_FACILITATORS)
    assert readers(crowd, SHOWN) == FACILITATING
    (button,) = (each for each in first.buttons if each.label == "Post it")
    token = _token(crowd, first)
    forged = await forge(crowd, crowd.person("Amina"), f"glossary:post-word:{token}")
    assert "Only facilitators can do this" in said(forged)
    presses = [
        crowd.person(who).press(button.label, channel=THE_FACILITATORS, message=first)
        for who in ("Leila", "Owen")
    ]
    answers = sorted(said(each) for each in await asyncio.gather(*presses))
    assert "It is on its way to everyone." in answers[0]
    assert "This word was posted already" in answers[1]
    await crowd.settle()
    assert len(posted(crowd)) == 1
    assert readers(crowd, SHOWN) == everybody(crowd)


def _token(rehearsal: Rehearsal, message: Shown) -> str:
    parts = walk(rehearsal.world.channel_named(THE_FACILITATORS).messages[message.id].components)
    (custom_id,) = (str(part.custom_id) for part in parts if isinstance(part, Button))
    return custom_id.rpartition(":")[2]


async def test_where_facilitators_look_first_she_reads_so(crowd: Rehearsal) -> None:
    await choose(crowd, *READ_FIRST)
    assert "A facilitator looks at it first." in seen(await show(crowd, "Amina"))
    await pass_window(crowd)
    assert (len(posted(crowd)), len(posted(crowd, THE_FACILITATORS))) == (0, 1)


# What goes wrong


async def test_a_word_that_is_gone_before_the_window_is_not_shown(
    crowd: Rehearsal, tmp_path: Path, log: Log
) -> None:
    offered = await crowd.person("Amina").suggestions(
        "meaning", "word", "integrated care b", channel="general"
    )
    _, id_ = offered.choices[0]
    told = await look(crowd, "Derek", "ICB")
    await show(crowd, "Amina")
    async with open_store(settings_for(crowd, tmp_path)) as store:
        keeping = make_keeping(Ground(store, SystemClock()), make_beneath(None))
        await keeping.hide(crowd.community_id, id_, who=None, reason="Another word is meant.")
    await pass_window(crowd)
    assert posted(crowd) == posted(crowd, THE_FACILITATORS) == []
    late = await crowd.person("Derek").press(BUTTON, channel=QUESTIONS, message=told.message)
    assert "This word is not here any more." in seen(late)
    for forged in ("nothing", "x" * 60):
        outcome = await forge(crowd, crowd.person("Amina"), f"glossary:show:{forged}")
        assert "This word is not here any more." in said(outcome)
    assert "not handed over" not in log.getvalue()


async def test_where_the_bot_may_not_post_facilitators_are_told_and_it_comes_later(crowd: Rehearsal) -> None:
    crowd.world.deny("Equal Footing", QUESTIONS, "SEND_MESSAGES")
    await show(crowd, "Amina")
    await pass_window(crowd)
    assert posted(crowd) == []
    told = crowd.person("Leila").read(THE_FACILITATORS)[-1]
    assert "I am not allowed to post in" in told.text
    crowd.world.allow("Equal Footing", QUESTIONS, "SEND_MESSAGES")
    await press(crowd, "Leila", "Try again now", on=told, channel=THE_FACILITATORS)
    assert len(posted(crowd)) == 1


async def test_before_the_community_is_set_up_she_reads_what_is_missing(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    amina = rehearsal.person("Amina")
    told = await amina.command("meaning", channel="general", word="ICB")
    answer = await amina.press(BUTTON, channel="general", message=told.message)
    assert "Questions are not ready here yet" in seen(answer)


async def test_nothing_of_it_is_logged_and_the_everyday_file_stays_as_it_was(
    crowd: Rehearsal, tmp_path: Path, log: Log
) -> None:
    def everyday() -> bytes:
        return b"".join(path.read_bytes() for path in sorted(tmp_path.glob("equal-footing.db*")))

    await crowd.settle()
    before, logged = everyday(), log.getvalue()
    await show(crowd, "Amina")
    await mine(crowd, "Amina")
    await pass_window(crowd)
    assert len(posted(crowd)) == 1
    assert everyday() == before
    assert log.getvalue() == logged
    await crowd.advance(timedelta(days=2))
    assert str(crowd.person("Amina").user_id) not in log.getvalue()
