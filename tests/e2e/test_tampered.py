"""Clients that were tampered with: buttons that are not there, tokens that were made up, wrong people."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

import pytest

from bot import app
from bot.questions.rules.question import AnonymousQuestion, Card
from bot.questions.store import QuestionStore
from cogs._checks import FACILITATORS, SETTERS_UP, Audience
from rehearsal import Rehearsal
from tests.e2e.conftest import answer, ask, cards, pass_window, settings_for
from tests.e2e.flows import write_to_the_bot
from tests.e2e.hands import card_token, forge, forge_form, marks, said

QUESTION = "What does stratified care mean?"
#: A text for every field that a form of the bot's may have.
FILLED = {"text": "words", "reason": "why", "number": "1", "days": "7", "member": "1"}
THEIRS = 900_000_000_000_000_002


def marked_for(audience: Audience) -> list[tuple[bool, str]]:
    """What is for this audience, in every feature: whether it is a form, and the action."""
    found = (mark for mark in marks("button", "opens_form", "form") if mark.audience is audience)
    return sorted((mark.kind == "form", mark.action) for mark in found)


FOR_FACILITATORS = marked_for(FACILITATORS)
#: What only named contacts may do, or a facilitator, who is told so by the service behind.
FOR_CONTACTS = {
    "people:without": "Only facilitators, and named contacts",
    "people:add-without": "Only facilitators, and named contacts",
    "people:without-erase": "Only facilitators, and named contacts",
    "contacts:about": "not a member here",
    "contacts:relay": "not a member here",
    "contacts:questions": "not a member here",
    "contacts:done": "not on your list",
    "contacts:read": "was taken back, or is long done",
    "contacts:seen": "was taken back, or is long done",
}
#: What a card offers to everybody.
ON_CARDS = ("more", "own", "helped", "take-back", "wonder", "facilitators", "by-name", "through", "report")


@pytest.fixture
async def out(community: Rehearsal) -> Rehearsal:
    """A community in whose meeting a question is out."""
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    return community


def test_facilitators_have_many_buttons() -> None:
    """The next test is about something."""
    assert len(FOR_FACILITATORS) > 70
    assert (True, "questions:answer") in FOR_FACILITATORS
    assert (False, "contacts:use") in FOR_FACILITATORS
    assert len(marked_for(SETTERS_UP)) > 20


async def test_nobody_else_does_what_facilitators_do(out: Rehearsal) -> None:
    before, token = cards(out), card_token(out)
    priya = out.person("Priya")
    for audience, told in (
        (FACILITATORS, "Only facilitators can do this. Nothing was changed."),
        (SETTERS_UP, "Only facilitators, and people who may manage this server, can do this."),
    ):
        for is_form, action in marked_for(audience):
            custom_id = f"{action}:{token}"
            made = forge_form(out, priya, custom_id, FILLED) if is_form else forge(out, priya, custom_id)
            assert told in said(await made), action
    for action, told in FOR_CONTACTS.items():
        assert told in said(await forge(out, priya, f"{action}:{token}")), action
    await pass_window(out)
    assert cards(out) == before


async def test_a_token_that_was_made_up_opens_nothing(out: Rehearsal) -> None:
    before = cards(out)
    for verb, token in product(ON_CARDS, ("forged", "", "1.2.3", "x" * 60, "' OR 1=1 --")):
        outcome = await forge(out, out.person("Derek"), f"questions:{verb}:{token}")
        if verb == "more" and not token:
            assert outcome.form is not None, "without a card it is the form for any question"
        else:
            assert "is not here any more" in said(outcome), (verb, token)
    await pass_window_if_any(out)
    assert cards(out) == before


async def pass_window_if_any(rehearsal: Rehearsal) -> None:
    if await rehearsal.next_due() is not None:
        await pass_window(rehearsal)


async def test_the_card_of_another_community_cannot_be_reached_from_here(
    out: Rehearsal, tmp_path: Path
) -> None:
    theirs = AnonymousQuestion(
        "f" * 16, THEIRS, 1, "Their words.", Card(THEIRS + 1, "theirs", 5), out.world.clock.now()
    )
    async with app.open_store(settings_for(out, tmp_path)) as store:
        questions = QuestionStore(store.seal, Random(1))
        async with store.anonymous.write() as tx:
            await questions.put(tx, theirs)
        for verb in ON_CARDS:
            outcome = await forge(out, out.person("Derek"), f"questions:{verb}:theirs")
            assert "is not here any more" in said(outcome), verb
            assert "Their words" not in said(outcome)
        for name in ("answer", "decline", "close"):
            told = said(await forge(out, out.person("Leila"), f"questions:{name}:theirs"))
            assert "is not here any more. Nothing was changed" in told
        async with store.anonymous.read() as tx:
            assert await questions.get(tx, theirs.id) == theirs


async def test_a_direct_message_that_names_a_community_she_is_not_in(out: Rehearsal) -> None:
    amina = out.person("Amina")
    await write_to_the_bot(out, "Amina")
    for action in ("ask", "mine", "promise"):
        told = said(await forge(out, amina, f"questions:{action}:{THEIRS}.", channel=None))
        assert "You are not in that community’s server any more. Nothing was sent." in told
    told = said(await forge(out, amina, "questions:mine:", channel=None))
    assert "inside a server" in told
    leila = out.person("Leila")
    await write_to_the_bot(out, "Leila")
    told = said(await forge(out, leila, f"questions:list:{out.community_id}.", channel=None))
    assert "inside a server" in told


async def test_somebody_who_left_and_presses_in_her_chat_with_the_bot(out: Rehearsal) -> None:
    amina = out.person("Amina")
    await write_to_the_bot(out, "Amina")
    chat = amina.read_direct()
    assert any(button.label == "Ask anonymously" for shown in chat for button in shown.buttons)
    amina.leave()
    told = said(await amina.press("Ask anonymously"))
    assert "You are not in that community’s server any more. Nothing was sent." in told
    assert len(cards(out)) == 1


@pytest.mark.parametrize("skip", ["abc", "-1", "99999999999999999999", "٣", "1e3", ""])
async def test_pages_that_are_not_there_show_the_first_one(out: Rehearsal, skip: str) -> None:
    mine = await forge(out, out.person("Amina"), f"questions:older:{skip}")
    assert QUESTION in said(mine)
    listed = await forge(out, out.person("Leila"), f"questions:list:{skip}", "facilitators")
    assert QUESTION in said(listed)
    await out.settle()


async def test_an_empty_list(community: Rehearsal) -> None:
    told = said(await community.person("Leila").press("Open questions", channel="facilitators"))
    assert "There are no open questions." in told
    told = said(await community.person("Leila").command("questions list", channel="facilitators"))
    assert "There are no open questions." in told


@pytest.mark.parametrize("number", ["99", "0", "-1", "١", "²", "one", "1" * 9, "#", "1; DROP TABLE question"])
async def test_merging_with_a_number_that_is_not_there(out: Rehearsal, number: str) -> None:
    values = {"number": number, "reason": "They are alike."}
    told = said(await forge_form(out, out.person("Leila"), f"questions:merge:{card_token(out)}", values))
    # An Arabic 1 is a 1: then it is the question itself.
    assert ("There is no question with this number" in told) != ("cannot be put together" in told)
    assert "Nothing was changed." in told
    assert "They are alike." in told, "what was typed is given back"
    assert "put together" not in cards(out)[0]


async def test_merging_with_itself(out: Rehearsal) -> None:
    values = {"number": "1", "reason": "It is alike."}
    told = said(await forge_form(out, out.person("Leila"), f"questions:merge:{card_token(out)}", values))
    assert "These two cannot be put together" in told
    assert "put together" not in cards(out)[0]


async def test_pausing_twice_is_one_pause_and_lifting_twice_says_so(out: Rehearsal) -> None:
    leila, custom_id = out.person("Leila"), f"questions:pause:{card_token(out)}"
    for _ in range(2):
        told = said(await forge_form(out, leila, custom_id, {"days": "7", "reason": "Too many."}))
        assert "come to you first for 7 days" in told
    listed = await leila.press("Open questions", channel="facilitators")
    assert said(listed).count("Questions from the person who asked") == 1
    lifted = await leila.press("Lift the pause (1)", channel="facilitators", message=listed.message)
    assert "is lifted" in said(lifted)
    again = await leila.press("Lift the pause (1)", channel="facilitators", message=listed.message)
    assert "pause any more. Nothing was changed." in said(again)


@pytest.mark.parametrize("days", ["0", "-7", "8", "week", "", "7000000"])
async def test_a_pause_for_days_that_nobody_offers(out: Rehearsal, days: str) -> None:
    leila, values = out.person("Leila"), {"days": days, "reason": "Too many."}
    told = said(await forge_form(out, leila, f"questions:pause:{card_token(out)}", values))
    assert "Nothing was changed" in told
    listed = said(await leila.press("Open questions", channel="facilitators"))
    assert "Questions from the person who asked" not in listed


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("meetings", {"pace": "at once"}),
        ("between", {"hours": "25 and 70"}),
        ("between", {"hours": "9"}),
        ("between", {"hours": "now"}),
        ("who", {"who": "me"}),
        ("time", {"close": "0", "keep": "365"}),
        ("time", {"close": "14", "keep": "x"}),
        ("urgent", {"urgent": "x" * 601}),
        ("nothing", {"pace": "quick"}),
    ],
)
async def test_choices_that_cannot_be(out: Rehearsal, part: str, values: dict[str, str]) -> None:
    leila = out.person("Leila")
    before = said(await leila.press("Question settings", channel="facilitators"))
    told = said(await forge_form(out, leila, f"questions:choose:{part}", values))
    assert "Nothing was" in told
    assert "went wrong on our side" not in told
    assert said(await leila.press("Question settings", channel="facilitators")) == before


async def test_a_form_for_choices_that_there_are_not(out: Rehearsal) -> None:
    told = said(await forge(out, out.person("Leila"), "questions:choose:nothing", "facilitators"))
    assert "Nothing was" in told
    assert "went wrong on our side" not in told


async def test_an_asker_cannot_end_what_is_somebody_elses(out: Rehearsal) -> None:
    await answer(out, "Leila", "Care that fits the person.")
    for verb in ("helped", "take-back"):
        told = said(await forge(out, out.person("Derek"), f"questions:{verb}:{card_token(out)}"))
        assert "Only the person who asked this question can use this button" in told
    await out.person("Leila").press("Meeting ends", channel="facilitators")
    await pass_window_if_any(out)
    assert "closed" not in cards(out)[0]
    assert "taken back" not in cards(out)[0]
