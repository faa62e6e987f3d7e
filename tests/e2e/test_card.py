"""What everybody can press on a card, and what each kind of person then sees."""

from __future__ import annotations

import asyncio

import pytest

from rehearsal import CannotSee, Rehearsal
from tests.e2e.conftest import ask, cards, pass_window, set_up
from tests.e2e.flows import (
    FACILITATING,
    FACILITATORS_ONLY,
    KINDS,
    THE_FACILITATORS,
    ask_with,
    at,
    card,
    everybody,
    facilitate,
    fill,
    labels,
    meeting_ends,
    mine,
    press,
    readers,
    seen,
    under_more,
)

QUESTION = "What is triage?"
BUTTONS = ["I wondered too", "Ask more about this", "Mine", "Facilitators"]


async def out(community: Rehearsal) -> None:
    """Amina's Question 1 is out."""
    await ask(community, "Amina", QUESTION)
    await pass_window(community)


async def test_it_looks_the_same_to_everybody(community: Rehearsal) -> None:
    await out(community)
    seen_by = {card(community, 1, who=person.name).text for person in community.people}
    assert len(seen_by) == 1
    for name in KINDS:
        assert [each.label for each in card(community, 1, who=name).buttons] == BUTTONS


async def test_mine_is_hers_alone_and_others_are_told_kindly(community: Rehearsal) -> None:
    await out(community)
    for name in KINDS:
        outcome = await community.person(name).press("Mine", channel="questions")
        hers = name == "Amina"
        assert (QUESTION in seen(outcome)) == hers
        assert ("Only the person who asked" in seen(outcome)) != hers
        assert ("Take it back" in labels(outcome)) == hers


async def test_that_helps_shows_after_the_meeting_and_to_all_at_once(community: Rehearsal) -> None:
    await out(community)
    await facilitate(community, "Answer", {"Your answer": "Sorting by need."})
    await press(community, "Amina", "Mine")
    told = await press(community, "Amina", "That helps")
    assert "after the meeting" in told
    helps = "says that this helps. This question is closed."
    for name in ("Derek", "Rosa", "Gwyn"):
        await press(community, name, "I wondered too")
        await pass_window(community)
        assert readers(community, helps) == set()
    assert "You have said that it helps. This is not shown yet." in await press(community, "Amina", "Mine")
    await meeting_ends(community)
    assert readers(community, helps) == everybody(community)
    assert "nothing of yours" in await mine(community, "Amina")
    assert [each.label for each in card(community, 1).buttons] == BUTTONS[1:]


async def test_taken_back_after_it_was_out_in_a_meeting(community: Rehearsal) -> None:
    await out(community)
    await press(community, "Amina", "Mine")
    assert "goes after the meeting" in await press(community, "Amina", "Take it back")
    await community.move_to(at(2, 10, 30))
    assert QUESTION in cards(community)[0]
    assert "You have taken it back. This is not shown yet." in await press(community, "Amina", "Mine")
    await meeting_ends(community)
    assert readers(community, "was taken back by the person who asked") == everybody(community)
    assert [QUESTION in each.text for each in community.person("Leila").read("questions")].count(True) == 0


async def test_a_meeting_that_nobody_ends_ends_by_itself_and_then_it_shows(community: Rehearsal) -> None:
    await out(community)
    await press(community, "Amina", "Mine")
    await press(community, "Amina", "Take it back")
    await community.move_to(at(2, 15, 59))
    assert QUESTION in cards(community)[0]
    await community.move_to(at(2, 16, 1))
    assert "was taken back" in card(community, 1).text


async def test_taken_back_between_meetings_shows_at_the_next_of_the_two_hours(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    await rehearsal.move_to(at(2, 16, 1))
    await press(rehearsal, "Amina", "Mine")
    assert "Your question goes by <t:" in await press(rehearsal, "Amina", "Take it back")
    await rehearsal.move_to(at(3, 8, 59))
    assert QUESTION in cards(rehearsal)[0]
    await rehearsal.move_to(at(3, 9, 1))
    assert readers(rehearsal, "was taken back by the person who asked") == everybody(rehearsal)
    assert "nothing of yours" in await mine(rehearsal, "Amina")


async def test_taken_back_before_the_window_it_was_never_there(community: Rehearsal) -> None:
    others = [person for person in community.people if person.name != "Amina Yusuf"]
    before = {person.name: person.read("questions") for person in others}
    await ask(community, "Amina", QUESTION)
    assert "it is gone" in await press(community, "Amina", "Take it back")
    assert "nothing of yours" in await mine(community, "Amina")
    await pass_window(community)
    await community.move_to(at(2, 11))
    assert {person.name: person.read("questions") for person in others} == before
    await ask(community, "Derek", "Next?")
    await pass_window(community)
    assert cards(community)[0].startswith("### Question 1\n"), "no number is missing"


async def test_too_late_for_the_first_take_it_back_she_is_shown_the_second(community: Rehearsal) -> None:
    sent = await ask(community, "Amina", QUESTION)
    await pass_window(community)
    told = await press(community, "Amina", "Take it back", on=sent.message)
    assert "Press **More** on the panel, then **My questions**, and then its number" in told
    await mine(community, "Amina")
    await press(community, "Amina", "Question 1")
    assert "goes after the meeting" in await press(community, "Amina", "Take it back")


async def test_anybody_asks_more_and_nothing_shows_whether_it_was_the_same_person(
    community: Rehearsal,
) -> None:
    await out(community)
    for name in ("Amina", "Priya"):
        first = card(community, 1, who=name)
        opened = await community.person(name).press("Ask more about this", channel="questions", message=first)
        assert opened.form is not None
        assert "Nobody can see whether it was the same person" in opened.form.text
        sent = await opened.form.submit({"Your question": "And who does it?"})
        assert "is safe here" in seen(sent)
        await pass_window(community)
    mores = [each for each in cards(community) if "asks more about Question 1" in each]
    assert [each.partition("\n")[2] for each in mores] == [
        "Someone asks more about Question 1:\n>>> And who does it?",
        "Someone asks more about Question 1:\n>>> And who does it?",
    ]
    for name, number in (("Amina", 2), ("Priya", 3)):
        assert f"**Question {number}** is out" in await mine(community, name)
    assert "Question 3" not in await mine(community, "Amina")


async def test_more_about_one_that_facilitators_alone_see_is_theirs_alone(community: Rehearsal) -> None:
    private = "May I speak to somebody?"
    await ask_with(community, "Amina", private, **FACILITATORS_ONLY)
    await pass_window(community)
    assert readers(community, private) == FACILITATING
    await under_more(community, "Amina", "My questions")
    await press(community, "Amina", "Question 1")
    opened = await community.person("Amina").press("Ask more about this", channel="questions")
    assert opened.form is not None
    assert "they will guess that you asked that one, too" in opened.form.text
    assert "Who sees it?" not in [each.label for each in opened.form.fields]
    await opened.form.submit({"Your question": "Is Tuesday fine?"})
    await pass_window(community)
    assert "Is Tuesday fine?" in card(community, 2, channel=THE_FACILITATORS).text
    await mine(community, "Amina")
    assert readers(community, "Is Tuesday fine?") == {"Amina", *FACILITATING}


@pytest.mark.parametrize("name", ["Derek", "Priya", "Ruth"])
async def test_anybody_reports_and_facilitators_see_it_without_a_name(
    community: Rehearsal, name: str
) -> None:
    await out(community)
    menu = await community.person(name).press("Facilitators", channel="questions")
    assert "Only facilitators can do this" in seen(menu)
    assert labels(menu) == ["Report this"]
    told = await fill(community, name, "Report this", {"What worries you?": "This sounds like harm."})
    assert "The facilitators see your report now" in told
    assert "999" in told
    report = community.person("Owen").read(THE_FACILITATORS)[-1]
    assert "Somebody reports Question 1" in report.text
    assert "This sounds like harm." in report.text
    assert "has not said yet what it does about threats" in report.text
    assert name not in report.text
    assert report.used_by is None
    assert readers(community, "This sounds like harm.") == FACILITATING
    reached = await press(community, "Owen", "Facilitators", on=report, channel=THE_FACILITATORS)
    assert "**Question 1** has no answer yet" in reached


async def test_a_facilitator_reports_from_the_menu_and_may_leave_it_empty(community: Rehearsal) -> None:
    await out(community)
    await facilitate(community, "Report this", {"What worries you?": ""})
    assert "Somebody reports Question 1" in community.person("Owen").read(THE_FACILITATORS)[-1].text


async def test_lay_people_do_not_see_the_facilitators_channel_at_all(community: Rehearsal) -> None:
    """The planted fault: what is posted there is not simply read by all."""
    for name in ("Amina", "Derek", "Priya"):
        with pytest.raises(CannotSee):
            community.person(name).read(THE_FACILITATORS)
