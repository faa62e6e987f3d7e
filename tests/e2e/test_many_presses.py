"""One button pressed fifty times at once, by somebody whose screen does not answer fast enough."""

from __future__ import annotations

import asyncio

from rehearsal import Form, Outcome, Rehearsal
from tests.e2e.conftest import answer, ask, cards, pass_window, set_up
from tests.e2e.flows import press_more
from tests.e2e.hands import MANY, many_presses, said

QUESTION = "What does stratified care mean?"
ANSWER = "Care that fits the person."


async def out(community: Rehearsal) -> None:
    """Amina has asked, and the card is out."""
    await ask(community, "Amina", QUESTION)
    await pass_window(community)


async def opened(outcomes: list[Outcome]) -> list[Form]:
    """Every press opened a form."""
    forms = [outcome.form for outcome in outcomes if outcome.form is not None]
    assert len(forms) == len(outcomes)
    return forms


async def test_ask_anonymously_opens_every_time_and_each_form_is_a_question_of_its_own(
    community: Rehearsal,
) -> None:
    amina = community.person("Amina")
    forms = await opened(await many_presses(amina, "Ask anonymously", "questions"))
    sent = await asyncio.gather(
        *(form.submit({"Your question": f"Part {n} is unclear."}) for n, form in enumerate(forms))
    )
    taken = [text for text in map(said, sent) if "Your question is safe here" in text]
    refused = [text for text in map(said, sent) if "12 questions within an hour" in text]
    assert len(taken) + len(refused) == MANY
    assert len(taken) == 12
    assert all("This is what you wrote" in text for text in refused)
    await pass_window(community)
    assert len(cards(community)) == 12


async def test_one_form_sent_fifty_times_is_one_question(community: Rehearsal) -> None:
    (form,) = await opened([await community.person("Amina").press("Ask anonymously", channel="questions")])
    sent = await asyncio.gather(
        *(form.submit({"Your question": QUESTION}, unchecked=True) for _ in range(MANY))
    )
    assert all("Your question is safe here" in said(each) for each in sent)
    await pass_window(community)
    await pass_window(community)
    assert len(cards(community)) == 1


async def test_fifty_times_i_wondered_too_is_one_person(community: Rehearsal) -> None:
    await out(community)
    for outcome in await many_presses(community.person("Derek"), "I wondered too", "questions"):
        assert "You are counted" in said(outcome)
    await pass_window(community)
    assert "wondered too" not in cards(community)[0]
    await community.person("Rosa").press("I wondered too", channel="questions")
    await pass_window(community)
    assert "Others wondered too." in cards(community)[0]


async def test_take_it_back_before_it_is_out(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    told = [said(each) for each in await many_presses(community.person("Amina"), "Take it back", "questions")]
    assert sum("You took your question back" in text for text in told) == 1
    assert sum("is out already, or was taken back" in text for text in told) == MANY - 1
    await pass_window(community)
    assert cards(community) == []


async def test_that_helps(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    await out(rehearsal)
    await answer(rehearsal, "Leila", ANSWER)
    await rehearsal.settle()
    amina = rehearsal.person("Amina")
    await amina.press("Mine", channel="questions")
    for outcome in await many_presses(amina, "That helps", "questions"):
        assert "Thank you" in said(outcome)
    await pass_window(rehearsal)
    await pass_window(rehearsal)
    (card,) = cards(rehearsal)
    assert "says that this helps" in card
    assert ANSWER in card


async def test_my_questions(community: Rehearsal) -> None:
    await out(community)
    await answer(community, "Leila", ANSWER)
    amina = community.person("Amina")
    more = await amina.press("More", channel="questions")
    assert more.message is not None
    pages = await many_presses(amina, "My questions", "questions", message=more.message.id)
    assert all(QUESTION in said(page) and ANSWER in said(page) for page in pages)
    await pass_window(community)
    again = await press_more(amina, "My questions")
    assert ANSWER in said(again)


async def test_let_it_out(community: Rehearsal) -> None:
    await release_first(community)
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    assert cards(community) == []
    leila = community.person("Leila")
    await leila.press("Facilitators", channel="facilitators")
    told = [said(each) for each in await many_presses(leila, "Let it out", "facilitators")]
    assert sum("**Question 1** is on its way out" in text for text in told) == 1
    assert sum("Nothing was changed" in text for text in told) == MANY - 1
    await community.settle()
    assert len(cards(community)) == 1


async def release_first(community: Rehearsal) -> None:
    """The community chooses that facilitators read questions before they go out."""
    leila = community.person("Leila")
    await leila.press("Question settings", channel="facilitators")
    (form,) = await opened([await leila.press("Reading first", channel="facilitators")])
    await form.submit({"Does a facilitator read them first?": "Yes, a facilitator reads them first"})
    saved = await leila.press("Use this", channel="facilitators")
    assert "This holds from now on" in said(saved)


async def test_close_this_question(community: Rehearsal) -> None:
    await out(community)
    await answer(community, "Leila", ANSWER)
    leila = community.person("Leila")
    told = [said(each) for each in await many_presses(leila, "Close this question", "questions")]
    assert sum("The card will say so" in text for text in told) == 1
    assert sum("is closed already. Nothing was changed" in text for text in told) == MANY - 1
    await community.settle()
    assert cards(community)[0].count("This question is closed.") == 1


async def test_meeting_starts_and_ends(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    leila = rehearsal.person("Leila")
    told = [said(each) for each in await many_presses(leila, "Meeting starts", "facilitators")]
    assert sum("The meeting has started" in text for text in told) == 1
    assert sum("A meeting is on already" in text for text in told) == MANY - 1
    told = [said(each) for each in await many_presses(leila, "Meeting ends", "facilitators")]
    assert sum("The meeting has ended" in text for text in told) == 1
    assert sum("No meeting is on" in text for text in told) == MANY - 1
