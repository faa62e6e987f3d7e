"""A question passed to a member: she answers under her name, through a facilitator, or says no."""

from __future__ import annotations

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import ask, cards, pass_window
from tests.e2e.flows import (
    FACILITATING,
    THE_FACILITATORS,
    everybody,
    facilitate,
    fill,
    join,
    labels,
    mine,
    press_more,
    readers,
    screen,
    seen,
)

QUESTION = "What is a flare?"
ANSWER = "When the pain comes back for some days."
ASKED = "could you answer **Question 1**?"


async def passed(community: Rehearsal, to: str = "Ngozi Eze", *, joined: bool = True) -> str:
    """Amina's Question 1 is passed to a member; what the facilitator reads."""
    if joined:
        await join(community, to.partition(" ")[0])
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    return await facilitate(community, "Pass it to a member", {"Who could answer this?": to})


async def test_who_has_joined_gets_a_direct_message_and_nobody_else_learns_of_it(
    community: Rehearsal,
) -> None:
    assert "They get a direct message" in await passed(community)
    (message,) = community.person("Ngozi").read_direct()
    assert ASKED in message.text
    assert "You can say no." in message.text
    assert QUESTION in message.text
    assert [each.label for each in message.buttons] == [
        "Answer under my name",
        "Answer through a facilitator",
        "Not this time",
        "My questions",
    ]
    assert readers(community, ASKED) == {"Ngozi"}
    for person in community.people:
        if person.name != "Ngozi Eze":
            assert "Ngozi" not in screen(community, person.name)


async def test_who_has_not_joined_finds_it_under_my_questions_and_gets_no_message(
    community: Rehearsal,
) -> None:
    told = await passed(community, joined=False)
    assert "They have not joined yet, so I may not write to them" in told
    assert community.person("Ngozi").read_direct() == []
    outcome = await press_more(community.person("Ngozi"), "My questions")
    assert ASKED in seen(outcome)
    assert "Answer under my name" in labels(outcome)
    assert ASKED not in await mine(community, "Amina")
    await fill(community, "Ngozi", "Answer under my name", {"Your answer": ANSWER})
    assert "**Ngozi Eze answers:**" in cards(community)[0]
    assert ASKED not in await mine(community, "Ngozi")


async def test_with_her_direct_messages_closed_it_waits_under_my_questions(community: Rehearsal) -> None:
    ngozi = community.person("Ngozi")
    ngozi.close_direct_messages()
    await passed(community)
    assert ngozi.read_direct() == []
    assert ASKED in await mine(community, "Ngozi")
    await facilitate(community, "Ask back", {"What would you like to know?": "Which joint?"})
    assert "Which joint?" in cards(community)[0], "nobody else is held up"


async def test_under_her_own_name_all_see_who_answers_and_nobody_who_asked(community: Rehearsal) -> None:
    await passed(community)
    ngozi = community.person("Ngozi")
    opened = await ngozi.press("Answer under my name")
    assert opened.form is not None
    assert "with your name" in (opened.form.fields[0].description or "")
    told = await opened.form.submit({"Your answer": ANSWER})
    assert "is on its way to the card" in seen(told)
    await community.settle()
    assert f"**Ngozi Eze answers:**\n>>> {ANSWER}" in cards(community)[0]
    assert {"Amina", "Derek", "Priya", "Leila", "Ruth"} <= readers(community, ANSWER)
    assert "**Ngozi Eze answers:**" in await mine(community, "Amina")
    assert "Amina" not in cards(community)[0]


async def test_through_a_facilitator_her_words_are_there_to_be_used_and_her_name_is_not(
    community: Rehearsal,
) -> None:
    await passed(community)
    ngozi = community.person("Ngozi")
    opened = await ngozi.press("Answer through a facilitator")
    assert opened.form is not None
    await opened.form.submit({"Your answer": ANSWER})
    await community.settle()
    assert readers(community, ANSWER) == FACILITATING
    note = community.person("Owen").read(THE_FACILITATORS)[-1]
    assert "A member suggests this answer to **Question 1**" in note.text
    assert "Ngozi" not in note.text
    opened = await community.person("Owen").press("Use this answer", channel=THE_FACILITATORS)
    assert opened.form is not None
    assert opened.form.fields[0].value == ANSWER
    await opened.form.submit({"Your answer": f"{ANSWER} It passes."})
    await community.settle()
    assert f"**A facilitator answers:**\n>>> {ANSWER} It passes." in cards(community)[0]
    assert readers(community, "It passes.") == everybody(community)
    for name in ("Amina", "Derek", "Leila", "Ruth"):
        assert "Ngozi" not in screen(community, name)


async def test_not_this_time_and_the_question_is_the_facilitators_again(community: Rehearsal) -> None:
    await passed(community)
    told = await community.person("Ngozi").press("Not this time")
    assert "That is fine" in seen(told)
    await community.settle()
    note = community.person("Leila").read(THE_FACILITATORS)[-1]
    assert "**Question 1** is yours again" in note.text
    assert "Ngozi" not in note.text
    menu = await community.person("Leila").press("Facilitators", channel=THE_FACILITATORS, message=note)
    assert "Answer" in labels(menu)
    refused = await community.person("Ngozi").press("Answer under my name")
    assert "not passed to you, or not any more" in seen(refused)
    assert readers(community, "is yours again") == FACILITATING


async def test_nobody_else_can_use_her_buttons(community: Rehearsal) -> None:
    """Seen under [My questions] only, they are hers alone; passed on again, they are no longer hers."""
    await passed(community, joined=False)
    await mine(community, "Ngozi")
    values = {"Who could answer this?": "Tom Ashworth"}
    await facilitate(community, "Pass it to a member", values)
    refused = await community.person("Ngozi").press("Answer under my name", channel="questions")
    assert "not passed to you, or not any more" in seen(refused)
    assert ASKED in await mine(community, "Tom")
    assert "nothing of yours" in await mine(community, "Derek")


async def test_answered_meanwhile_her_words_are_given_back(community: Rehearsal) -> None:
    await passed(community)
    opened = await community.person("Ngozi").press("Answer under my name")
    assert opened.form is not None
    await facilitate(community, "Answer", {"Your answer": "From Leila."})
    told = seen(await opened.form.submit({"Your answer": ANSWER}))
    assert ANSWER in told
    await community.settle()
    assert ANSWER not in cards(community)[0]
    assert "From Leila." in cards(community)[0]
    assert ASKED not in await mine(community, "Ngozi")


async def test_the_one_who_asked_may_be_the_one_who_is_asked(community: Rehearsal) -> None:
    """Nothing shows that it was she."""
    await passed(community, "Amina Yusuf")
    (message,) = community.person("Amina").read_direct()
    assert ASKED in message.text
    found = await mine(community, "Amina")
    assert ASKED in found
    assert "**Question 1** is out" in found


@pytest.mark.parametrize("label", ["Answer under my name", "Answer through a facilitator"])
async def test_whoever_left_the_server_cannot_answer(community: Rehearsal, label: str) -> None:
    await passed(community)
    ngozi = community.person("Ngozi")
    ngozi.leave()
    refused = await ngozi.press(label)
    assert "not in that community" in seen(refused)
    assert ANSWER not in cards(community)[0]
