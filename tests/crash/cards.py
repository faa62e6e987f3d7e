"""What facilitators press below [Facilitators] on a question's card, whatever dies."""

from __future__ import annotations

from rehearsal import Outcome
from tests.crash.crowd import Crowd

QUESTIONS = "questions"


async def do_on_card(
    crowd: Crowd, name: str, text: str, label: str, *, channel: str = QUESTIONS, says: str = ""
) -> None:
    """Press [Facilitators] on the card with this text, and then what does something at once."""
    menu = await crowd.open(name, "Facilitators", channel, on=crowd.card(name, text, channel))
    await crowd.press(name, label, channel, on=menu.message, says=says)


async def form_on_card(
    crowd: Crowd, name: str, text: str, label: str, *, channel: str = QUESTIONS
) -> Outcome:
    """Press [Facilitators] on the card with this text, and then what opens a form."""
    menu = await crowd.open(name, "Facilitators", channel, on=crowd.card(name, text, channel))
    return await crowd.open(name, label, channel, on=menu.message)
