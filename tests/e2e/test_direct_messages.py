"""A direct message to the bot: answered with the ways in; nothing is taken from what was typed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rehearsal import Rehearsal, Shown
from tests.e2e.conftest import Log, cards, pass_window
from tests.e2e.flows import (
    CROWD,
    THE_FACILITATORS,
    card,
    everybody,
    facilitate,
    join,
    labels,
    mine,
    readers,
    screen,
    seen,
    write_to_the_bot,
)

TYPED = "Please tell me secretly what a zebra pathway is"
QUESTION = "What is a pathway?"


async def written(community: Rehearsal, who: str = "Amina") -> Shown:
    """Somebody writes to the bot; its answer."""
    return await write_to_the_bot(community, who, TYPED)


async def test_it_is_answered_with_the_ways_in(community: Rehearsal) -> None:
    answer = await written(community)
    assert "I took nothing from what you typed. It stays in this chat until you delete it." in answer.text
    assert [each.label for each in answer.buttons] == ["Ask anonymously", "Never mind"]
    assert TYPED not in answer.text


async def test_the_form_the_acknowledgement_and_my_questions_work_from_there(community: Rehearsal) -> None:
    await written(community)
    amina = community.person("Amina")
    opened = await amina.press("Ask anonymously")
    assert opened.form is not None
    assert opened.form.fields[0].value == "", "nothing is filled in from what was typed"
    sent = await opened.form.submit({"Your question": QUESTION})
    assert "is safe here" in seen(sent)
    assert labels(sent) == ["Take it back", "My questions", "What can anyone find out?"]
    assert "Waiting" in seen(await amina.press("My questions"))
    assert "cannot see who asked" in seen(await amina.press("What can anyone find out?"))
    await pass_window(community)
    assert readers(community, QUESTION) == everybody(community)
    assert "direct" not in cards(community)[0]
    await facilitate(community, "Answer", {"Your answer": "The way through care."})
    found = await amina.press("My questions")
    assert "The way through care." in seen(found)
    own = await amina.press("Question 1", message=found.message)
    assert labels(own) == ["That helps", "Take it back", "Ask more about this"]
    assert "after the meeting" in seen(await amina.press("That helps", message=own.message))
    more = await amina.press("Ask more about this", message=own.message)
    assert more.form is not None
    await more.form.submit({"Your question": "Who drew it?"})
    await pass_window(community)
    assert "asks more about Question 1" in card(community, 2).text


async def test_taken_back_from_there_before_it_is_out(community: Rehearsal) -> None:
    await written(community)
    amina = community.person("Amina")
    opened = await amina.press("Ask anonymously")
    assert opened.form is not None
    await opened.form.submit({"Your question": QUESTION})
    assert "it is gone" in seen(await amina.press("Take it back"))
    await pass_window(community)
    assert cards(community) == []
    assert "nothing of yours" in await mine(community, "Amina")


async def test_the_second_look_works_from_there(community: Rehearsal) -> None:
    await written(community)
    amina = community.person("Amina")
    opened = await amina.press("Ask anonymously")
    assert opened.form is not None
    looked = await opened.form.submit({"Your question": "Can they ring me on 07700 900123?"})
    assert labels(looked) == ["Change it", "Send it anyway", "Never mind"]
    again = await amina.press("Change it")
    assert again.form is not None
    assert "is safe here" in seen(await again.form.submit({"Your question": "Can they ring me?"}))
    await pass_window(community)
    assert "Can they ring me?" in cards(community)[0]


async def test_with_never_mind_the_bots_message_goes(community: Rehearsal) -> None:
    answer = await written(community)
    amina = community.person("Amina")
    told = await amina.press("Never mind")
    assert "Nothing was sent" in seen(told)
    await community.settle()
    left = [each for each in amina.read_direct() if not each.only_you]
    assert answer.id not in {each.id for each in left}
    assert [each.text for each in left] == [TYPED]


async def test_what_was_typed_is_nowhere_but_in_her_chat(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await join(community, *CROWD)
    await written(community)
    await pass_window(community)
    assert readers(community, "zebra") == {"Amina"}
    assert cards(community) == []
    assert "nothing of yours" in await mine(community, "Amina")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"zebra" not in kept
    assert "zebra" not in log.getvalue()
    assert "zebra" not in screen(community, "Leila")


async def test_each_kind_of_person_gets_the_same_answer(community: Rehearsal) -> None:
    answers = {(await written(community, name)).text for name in ("Amina", "Priya", "Leila", "Ruth")}
    assert len(answers) == 1


async def test_who_is_in_no_community_is_told_where_to_go(community: Rehearsal) -> None:
    amina = community.person("Amina")
    await written(community)
    amina.leave()
    refused = await amina.press("Ask anonymously")
    if refused.form is not None:
        refused = await refused.form.submit({"Your question": QUESTION})
    assert "not in that community" in seen(refused)
    await pass_window_if_any(community)
    assert cards(community) == []


async def pass_window_if_any(community: Rehearsal) -> None:
    due = await community.next_due()
    if due is not None:
        await community.move_to(due)


async def test_before_the_panel_is_posted(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    answer = await written(rehearsal)
    assert "I took nothing from what you typed" in answer.text
    assert "I cannot see that you are in a community" in answer.text
    assert answer.buttons == ()


async def test_a_button_for_facilitators_is_for_the_server(community: Rehearsal) -> None:
    """What works from a direct message is what everybody may do."""
    await written(community, "Leila")
    assert "questions list" not in community.person("Leila").commands()
    assert community.person("Amina").commands() == []
    assert "Open questions" in [
        each.label for each in community.person("Leila").read(THE_FACILITATORS)[0].buttons
    ]
