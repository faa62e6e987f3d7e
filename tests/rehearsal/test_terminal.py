"""What the rehearsal shows of a form in a terminal."""

from __future__ import annotations

import io

from rich.console import Console

from rehearsal.scenes.player import Player
from rehearsal.scenes.script import Scene, Step
from rehearsal.terminal import Stage
from tests.rehearsal.raw import Bot, checkbox, field, form, label, people, radio


async def test_a_form_shows_what_can_be_filled_in(bot: Bot) -> None:
    asks = Step(says="Amina asks", who="Amina", channel="general", command="ask", opens="Ask")
    scene = Scene(title="A", about="B", people=("Amina",), channels=("general",), steps=(asks,))
    player = Player(bot.rehearsal, scene)
    written = io.StringIO()
    stage = Stage(Console(file=written, width=100, color_system=None), scene, player)

    used = await bot.used("Amina")
    choices = [label(radio("Monday", "Friday"), "When"), label(checkbox(), "Sure"), label(people(), "Who")]
    await used.answer(9, form(field(max_length=50), *choices))
    opened = (await used.outcome()).form
    assert opened is not None
    player.opened = (player.people[0], opened)
    stage.show(1, asks)

    for shown in ("[ up to 50 characters ]", "[ Monday ] [ Friday ]", "[ ]", "[ people ]"):
        assert shown in written.getvalue()
