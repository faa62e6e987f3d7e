"""What goes wrong, and the sentence that whoever needs it reads."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.core.errors import HostError
from rehearsal import CannotSend, Rehearsal
from tests.e2e.conftest import PANEL, Log, answer, ask, bot_running, cards, pass_window, settings_for
from tests.e2e.flows import press_more


def notes(rehearsal: Rehearsal) -> list[str]:
    """What the bot tells facilitators in their channel; their panel, the meeting, their presses left out."""
    shown = rehearsal.person("Leila").read("facilitators")
    told = [each.text for each in shown if not each.only_you]
    return [each for each in told if not each.startswith(("## For facilitators", "# The meeting is on"))]


async def said(rehearsal: Rehearsal, text: str, *, unchecked: bool = False) -> str:
    outcome = await ask(rehearsal, "Amina", text, unchecked=unchecked)
    assert outcome.message is not None
    return outcome.message.text


async def test_an_empty_question(community: Rehearsal) -> None:
    with pytest.raises(CannotSend):
        await ask(community, "Amina", "   ")
    assert "nothing in your question" in await said(community, "   ", unchecked=True)
    assert "nothing in your question" in await said(community, "\x00\x07\n", unchecked=True)
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []


async def test_a_question_of_1501_characters_is_given_back(community: Rehearsal) -> None:
    long = "why " * 375 + "?"
    assert len(long) == 1501
    with pytest.raises(CannotSend):
        await ask(community, "Amina", long)
    told = await said(community, long, unchecked=True)
    assert "1501 characters" in told
    assert "1500 is the most" in told
    assert "This is what you wrote" in told
    assert "why why" in told
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []


@pytest.mark.parametrize("text", ["*" * 1500, "\n".join("#" * 750), "🙂" * 1500, "`" * 1500, "<@1>" * 375])
async def test_1500_characters_of_anything_fit_on_the_card_with_their_answer(
    community: Rehearsal, text: str
) -> None:
    assert "is safe here" in await said(community, text)
    await pass_window(community)
    outcome = await answer(community, "Leila", text)
    assert outcome.message is not None
    await community.settle()
    assert len(cards(community)) == 1
    assert "A facilitator answers" in cards(community)[0]
    found = await press_more(community.person("Amina"), "My questions")
    assert found.message is not None
    assert "has an answer" in found.message.text


async def test_everyone_is_shown_and_rings_nobody(community: Rehearsal) -> None:
    roles = community.world.guild.roles
    facilitators = next(role.id for role in roles.values() if role.name == "Facilitators")
    amina = community.person("Amina").user_id
    # The bot is allowed to ring everybody; it must not do so for what somebody wrote.
    bots_role = next(role for role in roles.values() if role.name == "Equal Footing")
    community.world.grant(bots_role.name, "MENTION_EVERYONE")
    await ask(community, "Amina", f"@everyone @here <@&{facilitators}> <@{amina}> what now?")
    # The second look takes the mention of an account for a name.
    await community.person("Amina").press("Send it anyway", channel="questions")
    await pass_window(community)
    await answer(community, "Leila", "@everyone, this now.")
    await community.settle()
    assert "@everyone" in cards(community)[0]
    rung = [person.name for person in community.people if any(m.rings_me for m in person.read("questions"))]
    assert rung == []


async def test_no_permission_to_send(community: Rehearsal) -> None:
    """The facilitators are told once, what to mend; then the questions come out."""
    community.world.deny("Equal Footing", "questions", "SEND_MESSAGES")
    for name in ("Amina", "Derek"):
        await ask(community, name, f"{name} wonders.")
    await pass_window(community)
    assert cards(community) == []
    (note,) = notes(community)
    assert "Send Messages" in note
    assert "Nothing is lost" in note
    found = await press_more(community.person("Amina"), "My questions")
    assert found.message is not None
    assert "Amina wonders." in found.message.text
    await community.advance(timedelta(hours=3))
    assert len(notes(community)) == 1
    community.world.allow("Equal Footing", "questions", "SEND_MESSAGES")
    retried = await community.person("Leila").press("Try again now", channel="facilitators")
    assert retried.message is not None
    await community.settle()
    assert len(cards(community)) == 2


async def test_the_channel_for_questions_is_deleted(community: Rehearsal) -> None:
    """Facilitators are told; a new panel gives the questions that wait a place to come out."""
    await ask(community, "Amina", "Where did it go?")
    community.world.delete_channel("questions")
    await pass_window(community)
    (note,) = notes(community)
    assert "is gone" in note
    assert "type /panel" in note
    elsewhere = {**PANEL, "questions_channel": "general"}
    await community.person("Ruth").command("panel", channel="welcome", **elsewhere)
    await community.person("Leila").press("Try again now", channel="facilitators")
    await community.settle()
    shown = [each.text for each in community.person("Derek").read("general")]
    assert sum("Where did it go?" in text for text in shown) == 1
    outcome = await answer(community, "Leila", "Here.", channel="general")
    assert outcome.message is not None
    await community.settle()
    assert any("Here." in each.text for each in community.person("Derek").read("general"))


async def test_a_question_goes_where_questions_went_when_it_was_asked(community: Rehearsal) -> None:
    await ask(community, "Amina", "For these people only?")
    elsewhere = {**PANEL, "questions_channel": "general"}
    await community.person("Ruth").command("panel", channel="welcome", **elsewhere)
    await pass_window(community)
    assert len(cards(community)) == 1
    assert not any("For these people" in each.text for each in community.person("Derek").read("general"))


async def test_the_panel_needs_permissions_and_names_the_one_that_is_missing(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    rehearsal.world.deny("Equal Footing", "questions", "SEND_MESSAGES")
    outcome = await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
    assert outcome.message is not None
    assert "Send Messages" in outcome.message.text
    assert "Nothing was changed" in outcome.message.text
    assert rehearsal.person("Amina").read("questions") == []


async def test_everyone_cannot_be_the_facilitators_role(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    options = {**PANEL, "facilitators_role": "@everyone"}
    outcome = await rehearsal.person("Ruth").command("panel", channel="general", **options)
    assert outcome.message is not None
    assert "cannot be everyone" in outcome.message.text


async def test_asking_before_the_panel_is_posted(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    outcome = await rehearsal.person("Amina").command("ask", channel="general")
    assert outcome.message is not None
    assert "not ready here yet" in outcome.message.text
    assert "Nothing was sent" in outcome.message.text


async def test_an_answer_that_is_empty_or_too_long(community: Rehearsal) -> None:
    await ask(community, "Amina", "Why?")
    await pass_window(community)
    for text, told in ((" ", "nothing in your answer"), ("x" * 1501, "1501 characters")):
        outcome = await answer(community, "Leila", text, unchecked=True)
        assert outcome.message is not None
        assert told in outcome.message.text
    assert "A facilitator answers" not in cards(community)[0]


async def test_closing_what_nobody_has_answered(community: Rehearsal) -> None:
    """The menu offers no such button."""
    await ask(community, "Amina", "Why?")
    await pass_window(community)
    menu = await community.person("Leila").press("Facilitators", channel="questions")
    assert menu.message is not None
    offered = [button.label for button in menu.message.buttons]
    assert "Answer" in offered
    assert "Close this question" not in offered


async def test_a_card_that_a_moderator_deleted(community: Rehearsal) -> None:
    await ask(community, "Amina", "Why?")
    await pass_window(community)
    leila = community.person("Leila")
    await leila.press("Facilitators", channel="questions")
    opened = await leila.press("Answer", channel="questions")
    assert opened.form is not None
    card = next(each for each in leila.read("questions") if "Question 1" in each.text and not each.only_you)
    channel = community.world.channel_named("questions")
    community.world.messages.delete(leila.user_id, channel.id, card.id)
    await opened.form.submit({"Your answer": "Because."})
    await community.settle()
    found = await press_more(community.person("Amina"), "My questions")
    assert found.message is not None
    assert "Because." in found.message.text
    assert cards(community) == []


async def test_a_wrong_token(rehearsal: Rehearsal, tmp_path: Path) -> None:
    settings = settings_for(rehearsal, tmp_path, discord_token=SecretStr("wrong"))
    async with bot_running(settings) as task:
        with pytest.raises(HostError, match="Discord does not accept the token"):
            await task


async def test_no_token(rehearsal: Rehearsal, tmp_path: Path) -> None:
    async with bot_running(settings_for(rehearsal, tmp_path, discord_token=None)) as task:
        with pytest.raises(HostError, match="DISCORD_TOKEN"):
            await task


async def test_the_server_down_at_start(rehearsal: Rehearsal, tmp_path: Path, log: Log) -> None:
    """It says so, tries again, and starts when the server is there."""
    with ExitStack() as refusal:
        refusal.enter_context(rehearsal.refuse(503))
        async with bot_running(settings_for(rehearsal, tmp_path)):
            await log.until("trying again")
            assert "Discord cannot be reached" in log.getvalue()
            assert not rehearsal.bot_connected
            refusal.close()
            await rehearsal.bot_ready()
