"""What facilitators do with a question, and what each kind of person sees; a facilitator who leaves."""

from __future__ import annotations

import pytest

from rehearsal import CannotSee, Rehearsal
from tests.e2e.conftest import ask, cards, pass_window
from tests.e2e.flows import (
    FACILITATING,
    THE_FACILITATORS,
    card,
    everybody,
    facilitate,
    labels,
    mine,
    press,
    readers,
    screen,
    seen,
)

QUESTION = "What is a pathway?"
TOLD = "What shall the person who asked be told?"
ANSWER = "The way somebody goes through care, step by step."
ALL_CAN = [
    "Answering now",
    "Answer",
    "Answered in the meeting",
    "Ask back",
    "Take it to the meeting",
    "Pass it to a member",
    "Put together with another",
    "End it without an answer",
    "Take its words away",
    "Pause questions from this person",
    "Report this",
    "Examples of reasons",
]


@pytest.fixture
async def out(community: Rehearsal) -> Rehearsal:
    """Amina's Question 1 is out."""
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    return community


async def test_the_menu_is_for_facilitators_by_their_role(out: Rehearsal) -> None:
    for name in ("Leila", "Owen"):
        menu = await out.person(name).press("Facilitators", channel="questions")
        assert labels(menu) == ALL_CAN
    for name in ("Amina", "Derek", "Priya", "Helen", "Ruth"):
        menu = await out.person(name).press("Facilitators", channel="questions")
        assert labels(menu) == ["Report this"]
    out.person("Priya").gains("Facilitators")
    assert labels(await out.person("Priya").press("Facilitators", channel="questions")) == ALL_CAN


async def test_an_answer_is_for_all_and_her_name_is_not_on_it(out: Rehearsal) -> None:
    told = await facilitate(out, "Answer", {"Your answer": ANSWER})
    assert "is on its way to the card" in told
    assert readers(out, ANSWER) == everybody(out)
    assert f"**A facilitator answers:**\n>>> {ANSWER}" in cards(out)[0]
    assert "Leila" not in cards(out)[0]
    assert "**Question 1** has an answer" in await mine(out, "Amina")
    menu = await out.person("Owen").press("Facilitators", channel="questions")
    assert labels(menu) == [
        "Say it in plain words",
        "Close this question",
        "Take its words away",
        "Pause questions from this person",
        "Report this",
    ]


async def test_words_that_hurt_somebody_are_gone_for_everybody(out: Rehearsal) -> None:
    await facilitate(out, "Answer", {"Your answer": ANSWER})
    opened, late = [
        await each.press(
            "Take its words away",
            channel="questions",
            message=(await each.press("Facilitators", channel="questions")).message,
        )
        for each in (out.person("Owen"), out.person("Leila"))
    ]
    assert opened.form is not None
    assert late.form is not None
    assert "you cannot undo this" in opened.form.texts[0]
    told = await opened.form.submit({TOLD: "These words were hard on one of us."})
    await out.settle()
    assert "are gone for good" in seen(told)
    assert readers(out, QUESTION) == readers(out, ANSWER) == set()
    assert readers(out, "a facilitator took its words away") == everybody(out)
    assert readers(out, "Owen") == set()
    hers = await mine(out, "Amina")
    assert "These words were hard on one of us." in hers
    assert QUESTION not in hers
    assert "These words" not in await mine(out, "Derek")
    twice = await late.form.submit({TOLD: "Once more."})
    assert "has no words that could be taken away" in seen(twice)


async def test_answering_now_is_seen_by_all_and_goes_with_the_answer(out: Rehearsal) -> None:
    now = "A facilitator is answering this now."
    await facilitate(out, "Answering now")
    assert readers(out, now) == everybody(out)
    assert "Leila" not in cards(out)[0]
    await facilitate(out, "Answer", {"Your answer": ANSWER}, who="Owen")
    assert readers(out, now) == set()


async def test_answered_in_the_meeting_with_one_press_and_no_lines(out: Rehearsal) -> None:
    await facilitate(out, "Answered in the meeting", {"Two lines for those who were not there": ""})
    assert readers(out, "**This was answered in the meeting.**") == everybody(out)
    assert cards(out)[0].endswith("**This was answered in the meeting.**")
    assert "**This was answered in the meeting.**" in await mine(out, "Amina")


async def test_answered_in_the_meeting_with_two_lines_for_those_who_were_not_there(out: Rehearsal) -> None:
    lines = "It is the way through care.\nThe drawing is on the wall."
    await facilitate(out, "Answered in the meeting", {"Two lines for those who were not there": lines})
    assert cards(out)[0].endswith(f"**This was answered in the meeting.**\n>>> {lines}")
    assert "The drawing is on the wall." in await mine(out, "Amina")


async def test_asked_back_anybody_can_say_more_and_nobody_must(out: Rehearsal) -> None:
    await facilitate(out, "Ask back", {"What would you like to know?": "Where did you read it?"})
    assert readers(out, "Where did you read it?") == everybody(out)
    assert "Anybody can say more with **Ask more about this**" in cards(out)[0]
    assert "Where did you read it?" in await mine(out, "Amina")
    opened = await out.person("Derek").press("Ask more about this", channel="questions")
    assert opened.form is not None
    await opened.form.submit({"Your question": "It was in the letter."})
    await pass_window(out)
    assert "asks more about Question 1" in cards(out)[1]
    await facilitate(out, "Answer", {"Your answer": ANSWER})
    assert "Where did you read it?" not in cards(out)[0]


async def test_taken_to_the_meeting_all_read_when(out: Rehearsal) -> None:
    when = "at the meeting on 14 May"
    await facilitate(out, "Take it to the meeting", {"When will it be talked about?": when})
    assert readers(out, f"This will be talked about: {when}") == everybody(out)
    assert when in await mine(out, "Amina")
    await facilitate(out, "Answered in the meeting", {"Two lines for those who were not there": ANSWER})
    assert when not in cards(out)[0]


async def test_plain_words_stand_under_the_answer_for_everyone(out: Rehearsal) -> None:
    await facilitate(out, "Answer", {"Your answer": "A codified sequence of interventions."})
    await facilitate(out, "Say it in plain words", {"The answer in plain words": "The steps of your care."})
    assert readers(out, "The steps of your care.") == everybody(out)
    assert cards(out)[0].endswith("**In plain words:**\n>>> The steps of your care.")
    assert "The steps of your care." in await mine(out, "Amina")
    assert "has an answer already" not in cards(out)[0]


async def test_the_plain_words_can_be_said_again(out: Rehearsal) -> None:
    await facilitate(out, "Answer", {"Your answer": ANSWER})
    for words in ("First try.", "Second try."):
        await facilitate(out, "Say it in plain words", {"The answer in plain words": words})
    assert readers(out, "First try.") == set()
    assert readers(out, "Second try.") == everybody(out)


async def test_closed_all_see_it_and_nothing_more_can_be_done(out: Rehearsal) -> None:
    await facilitate(out, "Answer", {"Your answer": ANSWER})
    assert "The card will say so" in await facilitate(out, "Close this question")
    assert readers(out, "This question is closed.") == everybody(out)
    menu = await out.person("Owen").press("Facilitators", channel="questions")
    assert labels(menu) == ["Take its words away", "Report this"]
    assert "Question 1" not in await press(out, "Owen", "Open questions", channel=THE_FACILITATORS)


# A facilitator who leaves


async def test_without_the_role_her_menu_and_her_open_form_are_refused_and_her_words_given_back(
    out: Rehearsal,
) -> None:
    leila = out.person("Leila")
    menu = await leila.press("Facilitators", channel="questions")
    opened = await leila.press("Answer", channel="questions", message=menu.message)
    assert opened.form is not None
    leila.loses("Facilitators")
    told = seen(await opened.form.submit({"Your answer": ANSWER}))
    assert "Only facilitators can do this. Nothing was changed." in told
    assert ANSWER in told
    for label in ("Answering now", "Close this question", "Report this"):
        if label in labels(menu):
            answered = await leila.press(label, channel="questions", message=menu.message)
            assert (answered.form is not None) == (label == "Report this")
    await out.settle()
    assert readers(out, ANSWER) == {"Leila"}
    assert "answering this now" not in cards(out)[0]
    with pytest.raises(CannotSee):
        leila.read(THE_FACILITATORS)
    await facilitate(out, "Answer", {"Your answer": "From Owen."}, who="Owen")
    assert readers(out, "From Owen.") == everybody(out)


async def test_she_leaves_the_server_with_an_open_form_and_another_one_answers(out: Rehearsal) -> None:
    leila = out.person("Leila")
    await leila.press("Facilitators", channel="questions")
    opened = await leila.press("Answer", channel="questions")
    assert opened.form is not None
    leila.leave()
    with pytest.raises(CannotSee):
        await opened.form.submit({"Your answer": ANSWER})
    await facilitate(out, "Answer", {"Your answer": "From Owen."}, who="Owen")
    assert cards(out)[0].endswith(">>> From Owen.")
    assert ANSWER not in screen(out, "Amina")


async def test_she_leaves_while_answering_now_and_another_one_takes_it_over(out: Rehearsal) -> None:
    await facilitate(out, "Answering now")
    out.person("Leila").leave()
    menu = await out.person("Owen").press("Facilitators", channel="questions")
    assert "Answer" in labels(menu)
    await facilitate(out, "Take it to the meeting", {"When will it be talked about?": "in May"}, who="Owen")
    assert "answering this now" not in card(out, 1, who="Owen").text
    await facilitate(out, "Answer", {"Your answer": "From Owen."}, who="Owen")
    assert "From Owen." in await mine(out, "Amina")


async def test_what_she_answered_stays_when_she_has_left(out: Rehearsal) -> None:
    await facilitate(out, "Answer", {"Your answer": ANSWER})
    before = cards(out)
    out.person("Leila").leave()
    await pass_window_or_not(out)
    assert cards(out) == before
    assert ANSWER in await mine(out, "Amina")


async def pass_window_or_not(community: Rehearsal) -> None:
    due = await community.next_due()
    if due is not None:
        await community.move_to(due)


# The list


async def wonder(community: Rehearsal, number: int, *names: str) -> None:
    for name in names:
        await press(community, name, "I wondered too", on=card(community, number, who=name))


async def test_the_list_is_by_how_many_wondered_then_oldest_first(community: Rehearsal) -> None:
    for name in ("Amina", "Derek", "Rosa", "Gwyn"):
        await ask(community, name, f"{name} wonders.")
        await pass_window(community)
    await wonder(community, 3, "Priya", "Tom")
    await wonder(community, 4, "Priya", "Tom", "Ngozi", "Linh", "Kwame")
    await pass_window(community)
    await facilitate(community, "Answer", {"Your answer": ANSWER}, on=card(community, 2))
    outcome = await community.person("Owen").command("questions list", channel="general")
    listed = seen(outcome)
    heads = [line for line in listed.splitlines() if line.startswith("**Question")]
    assert heads == [
        "**Question 4**, no answer yet:",
        "**Question 3**, no answer yet:",
        "**Question 1**, no answer yet:",
        "**Question 2**, answered:",
    ]
    assert listed.count("Several others wondered too.") == 1
    assert listed.count("Others wondered too.") == 1
    assert labels(outcome) == ["Question 4", "Question 3", "Question 1", "Question 2"]
    menu = await community.person("Owen").press("Question 3", channel="general")
    assert labels(menu) == ALL_CAN
    await community.person("Owen").press("Answering now", channel="general")
    await community.settle()
    assert "answering this now" in card(community, 3).text


async def test_of_many_the_list_shows_some_and_the_rest_with_one_press(community: Rehearsal) -> None:
    for number in range(7):
        await ask(community, "Amina", f"What is word {number + 1}?")
        await pass_window(community)
    first = await community.person("Leila").press("Open questions", channel=THE_FACILITATORS)
    assert labels(first) == [*(f"Question {number}" for number in range(1, 6)), "Show older ones"]
    rest = await community.person("Leila").press("Show older ones", channel=THE_FACILITATORS)
    assert labels(rest) == ["Question 6", "Question 7"]


async def test_the_list_is_not_for_others(community: Rehearsal) -> None:
    for name in ("Amina", "Priya", "Ruth"):
        refused = await community.person(name).command("questions list", channel="general")
        assert "Only facilitators can do this" in seen(refused)
    assert "There are no open questions." in await press(
        community, "Leila", "Open questions", channel=THE_FACILITATORS
    )
    assert {"Leila", "Owen"} <= FACILITATING
