"""The bot is stopped while it deals with somebody: they get what they pressed for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.questions.service.asking import Asking
from bot.questions.service.facilitating import Facilitating
from rehearsal import Person, Rehearsal, Shown
from tests.e2e.flows import press_more
from tests.support import turns

Does = Callable[[Person], Awaitable[object]]
Method = tuple[type, str]


class Held:
    """One method of the bot's, which does not go on before it may."""

    def __init__(self, patch: pytest.MonkeyPatch, kind: type, name: str) -> None:
        self.begun, self.may_go_on = asyncio.Event(), asyncio.Event()
        method = getattr(kind, name)

        async def waiting(*given: object, **named: object) -> object:
            self.begun.set()
            await self.may_go_on.wait()
            return await method(*given, **named)

        patch.setattr(kind, name, waiting)


def _newest(person: Person) -> Shown:
    return max((*person.read_direct(), *person.read("questions")), key=lambda shown: shown.id)


WAYS: dict[str, tuple[str, Method, Does, str]] = {
    "a press": (
        "Amina",
        (Asking, "mine"),
        lambda person: press_more(person, "My questions"),
        "There is nothing of yours here",
    ),
    "a command": (
        "Leila",
        (Facilitating, "list"),
        lambda person: person.command("questions list", channel="questions"),
        "There are no open questions",
    ),
    "a direct message": (
        "Amina",
        (Asking, "direct"),
        lambda person: person.say_direct("hello"),
        "Ask anonymously",
    ),
}


@pytest.mark.parametrize("way", WAYS)
async def test_what_came_in_is_dealt_with_before_the_bot_stops(
    community: Rehearsal, bot: asyncio.Task[None], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    who, method, does, reads = WAYS[way]
    held = Held(monkeypatch, *method)
    person = community.person(who)
    doing = asyncio.ensure_future(does(person))
    await held.begun.wait()
    bot.cancel()
    await turns(100)
    assert not bot.done()
    held.may_go_on.set()
    await asyncio.wait([bot, doing])
    shown = _newest(person)
    assert reads in shown.text + " ".join(button.label for button in shown.buttons)
