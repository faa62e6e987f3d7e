"""Pausing the asker of a question: nobody learns who it is; she alone is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import ask, cards, pass_window, set_up
from tests.e2e.flows import (
    FACILITATING,
    READ_FIRST,
    THE_FACILITATORS,
    at,
    choose,
    facilitate,
    held,
    labels,
    meeting_ends,
    meeting_starts,
    mine,
    press,
    readers,
    seen,
    under_more,
)

WHY = "These were hard on one of us. You can talk to Owen."
FIRST = "facilitators first, until"
PAUSE = "Pause questions from this person"
A_DAY = timedelta(days=1, minutes=1)


async def paused(community: Rehearsal, length: str = "A week") -> str:
    """Amina has asked Question 1, and its asker is paused; what the facilitator reads."""
    await ask(community, "Amina", "Why does Owen get it wrong so often?")
    await pass_window(community)
    values = {"For how long?": length, "What shall the person who asked be told?": WHY}
    return await facilitate(community, PAUSE, values)


async def asked(community: Rehearsal, name: str, text: str) -> str:
    return seen(await ask(community, name, text))


async def test_the_facilitator_learns_no_name_and_nobody_else_anything(community: Rehearsal) -> None:
    others = [person.name for person in community.people if person.name != "Leila Haddad"]
    await ask(community, "Amina", "Why is Owen so slow?")
    await pass_window(community)
    before = {name: community.person(name).read("questions") for name in others}
    values = {"For how long?": "Two weeks", "What shall the person who asked be told?": WHY}
    told = await facilitate(community, PAUSE, values)
    assert "come to you first for 14 days" in told
    assert "Only that person is told" in told
    assert "Amina" not in told
    assert {name: community.person(name).read("questions") for name in others} == before
    assert readers(community, WHY) == set()


async def test_the_form_says_nothing_for_her(community: Rehearsal) -> None:
    await ask(community, "Amina", "Why is Owen so slow?")
    await pass_window(community)
    leila = community.person("Leila")
    await leila.press("Facilitators", channel="questions")
    opened = await leila.press(PAUSE, channel="questions")
    assert opened.form is not None
    assert [(each.label, each.value) for each in opened.form.fields] == [
        ("For how long?", "A week"),
        ("What shall the person who asked be told?", ""),
    ]


async def test_within_the_day_it_begins_and_then_her_questions_go_to_facilitators_first(
    community: Rehearsal,
) -> None:
    await paused(community)
    await meeting_ends(community)
    await community.advance(A_DAY)
    await meeting_starts(community)
    told = {name: await asked(community, name, f"{name} asks again.") for name in ("Amina", "Derek", "Priya")}
    assert {name for name, each in told.items() if FIRST in each} == {"Amina"}
    await pass_window(community)
    assert readers(community, "Amina asks again.") == FACILITATING
    assert "Derek asks again." in "".join(cards(community))
    assert [FIRST in await mine(community, name) for name in ("Amina", "Derek", "Leila")] == [
        True,
        False,
        False,
    ]
    assert "A facilitator looks at this one first" in await mine(community, "Amina")


async def test_before_it_begins_a_question_goes_straight_out(
    community: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time is drawn; here it is drawn late in the day."""
    monkeypatch.setattr("random.SystemRandom.random", lambda _: 0.9)
    await paused(community)
    assert FIRST not in await asked(community, "Amina", "Am I found out?")
    await pass_window(community)
    assert "Am I found out?" in "".join(cards(community))
    assert FIRST not in await mine(community, "Amina")
    await community.advance(timedelta(hours=20))
    assert FIRST not in await mine(community, "Amina")
    await community.advance(timedelta(hours=3))
    assert FIRST in await mine(community, "Amina")


async def test_the_promise_and_my_questions_say_so_to_her_alone(community: Rehearsal) -> None:
    await paused(community)
    await community.advance(A_DAY)
    promises = {
        name: await under_more(community, name, "What can anyone find out?")
        for name in ("Amina", "Derek", "Priya", "Leila", "Ruth")
    }
    assert {name for name, each in promises.items() if WHY in each} == {"Amina"}
    assert {name for name, each in promises.items() if "until the pause ends" in each} == {"Amina"}
    assert len({each for name, each in promises.items() if name != "Amina"}) == 1
    assert readers(community, WHY) == {"Amina"}


async def test_it_ends_by_itself(community: Rehearsal) -> None:
    await paused(community)
    now = community.world.clock.now()
    await meeting_ends(community)
    await community.move_to(now + timedelta(days=6, hours=23))
    assert FIRST in await mine(community, "Amina")
    await community.move_to(now + timedelta(days=8, hours=1))
    assert FIRST not in await mine(community, "Amina")
    assert FIRST not in await asked(community, "Amina", "Am I back?")
    await community.move_to(at(11, 9, 1))
    assert "Am I back?" in "".join(cards(community))
    assert "Lift the pause" not in await press(community, "Leila", "Open questions", channel=THE_FACILITATORS)
    assert FIRST not in await under_more(community, "Amina", "What can anyone find out?")


async def test_it_can_be_lifted_and_is_in_the_list_until_then(community: Rehearsal) -> None:
    await paused(community)
    await community.advance(A_DAY)
    assert FIRST in await mine(community, "Amina")
    listed = await press(community, "Owen", "Open questions", channel=THE_FACILITATORS)
    assert "Questions from the person who asked **Question 1** come to you first, until" in listed
    assert "Amina" not in listed
    told = await press(community, "Owen", "Lift the pause (1)", channel=THE_FACILITATORS)
    assert "is lifted" in told
    assert FIRST not in await mine(community, "Amina")
    told = await press(community, "Leila", "Open questions", channel=THE_FACILITATORS)
    assert "come to you first, until" not in told


async def test_what_was_open_stays_as_it_was(community: Rehearsal) -> None:
    await paused(community)
    before = cards(community)
    await community.advance(A_DAY)
    assert cards(community) == before
    await facilitate(community, "Answer", {"Your answer": "He is not."})
    assert "He is not." in await mine(community, "Amina")


async def test_released_it_is_like_any_other(community: Rehearsal) -> None:
    await paused(community)
    await community.advance(A_DAY)
    await asked(community, "Amina", "Is the hall booked?")
    await community.advance(timedelta(hours=7))
    (waits,) = held(community)
    await facilitate(community, "Let it out", on=waits, channel=THE_FACILITATORS)
    assert cards(community)[-1].startswith("### Question 2\nSomeone asks:")
    assert "first" not in cards(community)[-1]


async def test_once_it_is_closed_nobody_can_be_paused_for_it(community: Rehearsal) -> None:
    """Nor does it show by that whether its asker has read the answer."""
    await ask(community, "Amina", "What is triage?")
    await pass_window(community)
    owen = community.person("Owen")
    menu = await owen.press("Facilitators", channel="questions")
    opened = await owen.press(PAUSE, channel="questions", message=menu.message)
    assert opened.form is not None
    await facilitate(community, "Answer", {"Your answer": "Sorting by need."})
    await facilitate(community, "Close this question")
    told = seen(await opened.form.submit({"What shall the person who asked be told?": WHY}))
    assert "Nothing was changed" in told or "nobody was paused" in told
    assert WHY in told
    again = await owen.press("Facilitators", channel="questions")
    assert PAUSE not in labels(again)
    await community.advance(A_DAY)
    assert FIRST not in await mine(community, "Amina")


async def test_a_pause_set_on_a_question_that_waits_names_no_question_0(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await choose(rehearsal, *READ_FIRST)
    await meeting_starts(rehearsal)
    for name in ("Amina", "Derek"):
        await asked(rehearsal, name, f"Why is Owen so slow, {name.lower()}?")
        await pass_window(rehearsal)
    values = {"For how long?": "A week", "What shall the person who asked be told?": WHY}
    for waits in held(rehearsal):
        told = await facilitate(rehearsal, PAUSE, values, on=waits, channel=THE_FACILITATORS)
        assert "Question 0" not in told
    await rehearsal.advance(A_DAY)
    listed = await rehearsal.person("Leila").press("Open questions", channel=THE_FACILITATORS)
    assert "Question 0" not in seen(listed)
    assert listed.message is not None
    lifts = [each.label for each in listed.message.buttons if each.label.startswith("Lift")]
    assert len(lifts) == 2
    await press(rehearsal, "Leila", lifts[0], channel=THE_FACILITATORS)
    assert [FIRST in await mine(rehearsal, name) for name in ("Amina", "Derek")].count(True) == 1
