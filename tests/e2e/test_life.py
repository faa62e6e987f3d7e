"""What comes by the clock: reminders, hints, the panel's line, closing by age."""

from __future__ import annotations

import asyncio

from rehearsal import Rehearsal
from tests.e2e.conftest import ask, pass_window, set_up
from tests.e2e.flows import (
    FACILITATING,
    TELL_ME,
    THE_FACILITATORS,
    ask_with,
    at,
    card,
    choose,
    everybody,
    facilitate,
    meeting_ends,
    meeting_starts,
    mine,
    press,
    readers,
    screen,
    seen,
)

QUESTION = "What is a tariff?"
ANSWER = "The price that is paid for one visit."
HINT = "There is something for you under **My questions**."
NEW = "**There are new answers.**"


# What nobody has answered


async def test_facilitators_are_reminded_after_three_days_and_seven_and_two_weeks(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    await rehearsal.move_to(at(2, 16, 1))
    reminder = "have waited for some days: 1."
    said = []
    for day in (4, 5, 6, 8, 9, 10, 15, 16, 17):
        await rehearsal.move_to(at(day, 17))
        said.append(sum(reminder in each.text for each in rehearsal.person("Owen").read(THE_FACILITATORS)))
    assert said == [0, 1, 1, 1, 2, 2, 2, 2, 2]
    assert readers(rehearsal, reminder) == FACILITATING
    assert readers(rehearsal, "on the list for the next meeting now") == FACILITATING
    assert readers(rehearsal, "This is on the list for the next meeting.") == everybody(rehearsal)
    assert "This is on the list for the next meeting." in await mine(rehearsal, "Amina")


async def test_of_an_answered_one_nobody_is_reminded(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    for name in ("Amina", "Derek"):
        await ask(rehearsal, name, f"{name} wonders.")
    await rehearsal.move_to(at(2, 16, 1))
    await facilitate(rehearsal, "Answer", {"Your answer": ANSWER})
    await rehearsal.move_to(at(5, 17))
    said = screen(rehearsal, "Owen")
    assert "have waited for some days: 2." in said
    await press(rehearsal, "Owen", "Open questions", channel=THE_FACILITATORS)


async def test_an_answered_one_is_closed_by_age_and_all_can_see_why(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await choose(
        rehearsal,
        "How long",
        {"Days until an answered one is closed": "5", "Days for which a closed one is kept": "30"},
    )
    await ask(rehearsal, "Amina", QUESTION)
    await rehearsal.move_to(at(2, 16, 1))
    await facilitate(rehearsal, "Answer", {"Your answer": ANSWER})
    old = "This question is closed, as nothing new was said."
    await rehearsal.move_to(at(7, 2, 59))
    assert readers(rehearsal, old) == set()
    await rehearsal.move_to(at(7, 3, 1))
    assert readers(rehearsal, old) == everybody(rehearsal)
    assert ANSWER in await mine(rehearsal, "Amina")
    await rehearsal.move_to(at(7, 9, 1))
    assert "nothing of yours" in await mine(rehearsal, "Amina")


# Being told


async def test_she_is_told_at_the_two_hours_and_only_that_something_is_there(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await ask_with(rehearsal, "Amina", QUESTION, **TELL_ME)
    await ask_with(rehearsal, "Rosa", "Is there tea?")
    await rehearsal.move_to(at(2, 16, 1))
    for number in (1, 2):
        await facilitate(rehearsal, "Answer", {"Your answer": ANSWER}, on=card(rehearsal, number))
    assert readers(rehearsal, HINT) == set()
    await rehearsal.move_to(at(3, 8, 59))
    assert readers(rehearsal, HINT) == set()
    await rehearsal.move_to(at(3, 9, 1))
    assert readers(rehearsal, HINT) == {"Amina"}
    (hint,) = rehearsal.person("Amina").read_direct()
    assert hint.text == HINT
    assert [each.label for each in hint.buttons] == ["My questions"]
    assert all(person.read_direct() == [] for person in rehearsal.people if person.name != "Amina Yusuf")


async def test_from_the_message_she_finds_the_answer_and_it_goes_when_all_is_read(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await ask_with(rehearsal, "Amina", QUESTION, **TELL_ME)
    await rehearsal.move_to(at(2, 16, 1))
    await facilitate(rehearsal, "Answer", {"Your answer": ANSWER})
    await rehearsal.move_to(at(3, 9, 1))
    await facilitate(rehearsal, "Close this question")
    amina = rehearsal.person("Amina")
    assert ANSWER in seen(await amina.press("My questions"))
    assert [each.text for each in amina.read_direct() if not each.only_you] == [HINT]
    await rehearsal.move_to(at(3, 16, 1))
    assert [each.text for each in amina.read_direct() if not each.only_you] == []
    assert "nothing of yours" in await mine(rehearsal, "Amina")


async def test_what_she_has_read_already_she_is_not_told_of_nor_twice_of_one_thing(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    for name in ("Amina", "Rosa"):
        await ask_with(rehearsal, name, f"{name} wonders.", **TELL_ME)
    await rehearsal.move_to(at(2, 16, 1))
    for number in (1, 2):
        await facilitate(rehearsal, "Answer", {"Your answer": ANSWER}, on=card(rehearsal, number))
    await rehearsal.move_to(at(2, 17))
    await mine(rehearsal, "Rosa")
    await rehearsal.move_to(at(5, 17))
    assert readers(rehearsal, HINT) == {"Amina"}
    assert len(rehearsal.person("Amina").read_direct()) == 1


async def test_nobody_is_told_in_a_meeting(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    await ask_with(rehearsal, "Amina", QUESTION, **TELL_ME)
    await rehearsal.move_to(at(2, 15, 30))
    await meeting_starts(rehearsal)
    await pass_window(rehearsal)
    await facilitate(rehearsal, "Answer", {"Your answer": ANSWER})
    await rehearsal.move_to(at(2, 16, 30))
    assert readers(rehearsal, HINT) == set()
    await meeting_ends(rehearsal)
    assert readers(rehearsal, HINT) == set()
    await rehearsal.move_to(at(3, 9, 1))
    assert readers(rehearsal, HINT) == {"Amina"}


async def test_one_whose_messages_are_closed_holds_up_nobody(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    for name in ("Amina", "Rosa"):
        await ask_with(rehearsal, name, f"{name} wonders.", **TELL_ME)
    await rehearsal.move_to(at(2, 16, 1))
    rehearsal.person("Amina").close_direct_messages()
    for number in (1, 2):
        await facilitate(rehearsal, "Answer", {"Your answer": ANSWER}, on=card(rehearsal, number))
    await rehearsal.move_to(at(3, 9, 1))
    assert readers(rehearsal, HINT) == {"Rosa"}
    assert ANSWER in await mine(rehearsal, "Amina")
    told = [each.text for each in rehearsal.person("Leila").read(THE_FACILITATORS)]
    assert not any("Amina" in each or "direct message" in each for each in told)


# The panel's line


async def test_new_answers_come_and_go_by_the_clock_for_everybody(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    await facilitate(community, "Answer", {"Your answer": ANSWER})
    assert readers(community, NEW) == set()
    await meeting_ends(community)
    await community.move_to(at(2, 16, 1))
    assert readers(community, NEW) == everybody(community)
    for name in ("Amina", "Derek"):
        await mine(community, name)
    await community.move_to(at(3, 8, 59))
    assert readers(community, NEW) == everybody(community), "reading does not take it away"
    await community.move_to(at(3, 9, 1))
    assert readers(community, NEW) == set()


async def test_of_what_facilitators_alone_see_the_panel_says_nothing(community: Rehearsal) -> None:
    await ask_with(community, "Amina", QUESTION, sees="Facilitators only")
    await pass_window(community)
    await facilitate(community, "Answer", {"Your answer": ANSWER}, channel=THE_FACILITATORS)
    await meeting_ends(community)
    await community.move_to(at(2, 16, 1))
    assert readers(community, NEW) == set()
