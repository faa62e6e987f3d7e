"""People, channels and chats that come and go while a question is on its way."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from rehearsal import Rehearsal
from tests.e2e.conftest import PANEL, answer, ask, cards, pass_window, set_up
from tests.e2e.flows import press_more
from tests.e2e.hands import said

QUESTION = "What does stratified care mean?"
ANSWER = "Care that fits the person."
TELL = "Tell you when there is an answer?"
YES = "Yes, send me a direct message"


async def test_two_people_in_the_form_at_once(community: Rehearsal) -> None:
    """Discord tells their forms apart by nothing but who sends them."""
    people = [community.person(name) for name in ("Amina", "Derek")]
    words = ["What is a fracture?", "What is a tendon?"]
    opened = await asyncio.gather(*(each.press("Ask anonymously", channel="questions") for each in people))
    forms = [each.form for each in opened if each.form is not None]
    sent = await asyncio.gather(
        *(form.submit({"Your question": text}) for form, text in zip(forms, words, strict=True))
    )
    assert all("Your question is safe here" in said(each) for each in sent)
    await pass_window(community)
    out = "\n".join(cards(community))
    assert [out.count(text) for text in words] == [1, 1]
    for person, own in zip(people, words, strict=True):
        mine = said(await press_more(person, "My questions"))
        assert [text for text in words if text in mine] == [own]


async def test_the_asker_leaves_the_server_before_the_card_is_out(community: Rehearsal) -> None:
    await ask(community, "Amina", QUESTION)
    amina = community.person("Amina")
    amina.leave()
    await pass_window(community)
    assert len(cards(community)) == 1
    await answer(community, "Leila", ANSWER)
    await community.settle()
    assert ANSWER in cards(community)[0]
    amina.rejoin()
    mine = said(await press_more(amina, "My questions"))
    assert QUESTION in mine
    assert ANSWER in mine


async def test_the_asker_who_wanted_to_be_told_has_left(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """Nobody is written to, nobody is told of it, and others who wait get theirs."""
    await set_up(rehearsal)
    for name in ("Amina", "Derek"):
        opened = await rehearsal.person(name).press("Ask anonymously", channel="questions")
        assert opened.form is not None
        await opened.form.submit({"Your question": f"{QUESTION} {len(name)}", TELL: YES})
    await pass_window(rehearsal)
    rehearsal.person("Amina").leave()
    await answer_all(rehearsal, 2)
    await rehearsal.advance(timedelta(days=1))
    assert not any("My questions" in shown.text for shown in rehearsal.person("Amina").read_direct())
    told = [shown.text for shown in rehearsal.person("Derek").read_direct()]
    assert sum("There is something for you" in text for text in told) == 1
    assert not any("Amina" in shown.text for shown in rehearsal.person("Leila").read("facilitators"))


async def answer_all(rehearsal: Rehearsal, number: int) -> None:
    """A facilitator answers every card."""
    leila = rehearsal.person("Leila")
    for shown in [each for each in leila.read("questions") if "### Question" in each.text][:number]:
        await leila.press("Facilitators", channel="questions", message=shown)
        opened = await leila.press("Answer", channel="questions")
        assert opened.form is not None
        await opened.form.submit({"Your answer": ANSWER})
    await rehearsal.settle()


async def test_one_members_chat_is_closed_while_others_wait(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    names = ("Amina", "Derek", "Rosa")
    for name in names:
        opened = await rehearsal.person(name).press("Ask anonymously", channel="questions")
        assert opened.form is not None
        await opened.form.submit({"Your question": f"{QUESTION} {len(name)}", TELL: YES})
    rehearsal.person("Amina").close_direct_messages()
    await pass_window(rehearsal)
    await answer_all(rehearsal, len(names))
    await rehearsal.advance(timedelta(days=1))
    for name, expected in (("Amina", 0), ("Derek", 1), ("Rosa", 1)):
        told = [shown.text for shown in rehearsal.person(name).read_direct()]
        assert sum("There is something for you" in text for text in told) == expected, name
    assert not any("Amina" in shown.text for shown in rehearsal.person("Leila").read("facilitators"))
    mine = said(await press_more(rehearsal.person("Amina"), "My questions"))
    assert ANSWER in mine, "her answer waits where it always does"


async def test_the_channel_is_deleted_and_made_again(community: Rehearsal) -> None:
    """It is another one of the same name: an administrator says so, and what waits comes out there."""
    await ask(community, "Amina", QUESTION)
    community.world.delete_channel("questions")
    await pass_window(community)
    community.world.create_channel("questions")
    notes = [shown.text for shown in community.person("Leila").read("facilitators")]
    assert sum("is gone" in note and "Nothing is lost" in note for note in notes) == 1
    await community.person("Ruth").command("panel", channel="general", **PANEL)
    await community.settle()
    await community.person("Leila").press("Try again now", channel="facilitators")
    await community.settle()
    assert len(cards(community)) == 1
    assert QUESTION in cards(community)[0]
    await answer(community, "Leila", ANSWER)
    await community.advance(timedelta(hours=1))
    assert len(cards(community)) == 1
    assert ANSWER in cards(community)[0]
