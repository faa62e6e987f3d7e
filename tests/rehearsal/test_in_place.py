"""An answer that takes the place of the message that was pressed, which only the presser sees."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import Outcome, Rehearsal
from tests.rehearsal.raw import EPHEMERAL, V2, Bot, Interaction, button, field, form, row, text
from tests.rehearsal.sending import send_parts

pytestmark = pytest.mark.usefixtures("checked")


async def _panel(bot: Bot, *buttons: dict[str, Any]) -> Outcome:
    """A panel on Amina's screen alone, with one button or more."""
    used = await bot.used("Amina")
    shown = [text("Step one"), row(*(buttons or (button(label="Next"),)))]
    answer = await used.answer(4, {"flags": V2 | EPHEMERAL, "components": shown})
    assert answer.status == 200, answer.body
    return await used.outcome()


async def _deferred(bot: Bot, press: str = "Next") -> Interaction:
    pressed = await bot.pressed("Amina", press)
    assert pressed.data["message"]["flags"] & EPHEMERAL
    answer = await pressed.answer(6)
    assert answer.status == 200, answer.body
    assert answer.body["interaction"]["response_message_ephemeral"] is True
    return pressed


def _screen(rehearsal: Rehearsal) -> list[str]:
    return [each.text for each in rehearsal.person("Amina").read("general")]


async def test_the_changed_message_is_the_outcome(bot: Bot, rehearsal: Rehearsal) -> None:
    panel = await _panel(bot)
    pressed = await _deferred(bot)
    edited = await pressed.original("PATCH", {"components": [text("Step two"), row(button(label="Back"))]})
    outcome = await pressed.outcome()

    assert edited.status == 200
    assert outcome.message is not None
    assert panel.message is not None
    assert (outcome.message.id, outcome.message.text) == (panel.message.id, "Step two")
    assert [each.label for each in outcome.message.buttons] == ["Back"]
    assert outcome.message.only_you
    assert _screen(rehearsal) == ["Step two"]
    assert not rehearsal.person("Tom").read("general")


async def test_a_further_message_leaves_the_pressed_one_alone(bot: Bot, rehearsal: Rehearsal) -> None:
    await _panel(bot)
    pressed = await _deferred(bot)
    said = await pressed.follow_up({"content": "Nothing was lost.", "flags": EPHEMERAL})
    outcome = await pressed.outcome()

    assert said.status == 200
    assert outcome.message is not None
    assert outcome.message.text == "Nothing was lost."
    assert outcome.message.only_you
    assert _screen(rehearsal) == ["Step one", "Nothing was lost."]
    assert not rehearsal.person("Tom").read("general")


async def test_a_form_that_the_message_opened_changes_it(bot: Bot, rehearsal: Rehearsal) -> None:
    panel = await _panel(bot)
    pressed = await bot.pressed("Amina", "Next")
    await pressed.answer(9, form(field()))
    opened = (await pressed.outcome()).form
    assert opened is not None
    assert panel.message is not None
    sent = await bot.begun(asyncio.create_task(opened.submit({"Question": "What now?"})))
    assert sent.data["message"]["id"] == str(panel.message.id)
    assert (await sent.answer(6)).status == 200
    await sent.original("PATCH", {"components": [text("Step two")]})
    outcome = await sent.outcome()

    assert outcome.message is not None
    assert (outcome.message.id, outcome.message.text) == (panel.message.id, "Step two")
    assert _screen(rehearsal) == ["Step two"]


async def test_a_file_comes_into_the_message_and_goes_again(bot: Bot, rehearsal: Rehearsal) -> None:
    await _panel(bot)
    pressed = await _deferred(bot)
    body = {
        "components": [{"type": 13, "file": {"url": "attachment://data.json"}}, row(button(label="Next"))],
        "attachments": [{"id": 0, "filename": "data.json"}],
    }
    path = f"{pressed.webhook}/messages/@original"
    edited = await send_parts(bot, "PATCH", path, body, {"data.json": b"{}"})
    shown = (await pressed.outcome()).message

    assert edited.status == 200, edited.body
    assert shown is not None
    amina = rehearsal.person("Amina")
    assert [each.name for each in shown.files] == ["data.json"]
    assert await amina.open_file(shown.files[0]) == b"{}"

    again = await _deferred(bot)
    gone = await again.original("PATCH", {"components": [text("Step three")], "attachments": []})
    assert gone.status == 200, gone.body
    after = (await again.outcome()).message
    assert after is not None
    assert after.files == ()


async def test_a_message_that_was_dismissed_can_still_be_answered_beside(bot: Bot) -> None:
    """Dismissing is the client's own doing; the bot is not told of it."""
    panel = await _panel(bot)
    assert panel.message is not None
    pressed = await _deferred(bot)
    bot.rehearsal.person("Amina").dismiss(panel.message)
    assert (await pressed.original("PATCH", {"components": [text("Step two")]})).status == 200
    await pressed.outcome()
    assert _screen(bot.rehearsal) == []
