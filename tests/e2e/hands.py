"""Hands that do what an ordinary client would not let them do, or not so often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping

from bot.app import features, meetings
from cogs._views import MARK, FeatureCog, Mark
from rehearsal import Outcome, Person, Rehearsal
from rehearsal.world.components import Button, walk
from rehearsal.world.inputs import Modal
from rehearsal.world.model import Filled, Press, Submission

MANY = 50
_BUTTON = 2
#: After these, nobody is there any more of whom the others could speak.
LAST = ("people:back-yes", "people:leave-yes", "privacy:erase-now")


def said(outcome: Outcome) -> str:
    """What somebody reads who pressed or sent a form."""
    assert outcome.message is not None, outcome.failed or "a form"
    return outcome.message.text


async def many_presses(
    person: Person, label: str, channel: str, number: int = MANY, *, message: int | None = None
) -> list[Outcome]:
    """One button, pressed so many times at once."""
    shown = next((each for each in person.read(channel) if each.id == message), None)
    presses = (person.press(label, channel=channel, message=shown) for _ in range(number))
    return await asyncio.gather(*presses)


def custom_ids(rehearsal: Rehearsal, channel: str) -> dict[str, str]:
    """The `custom_id` of each button in a channel by its label, as a client reads them; the latest wins."""
    messages = rehearsal.world.channel_named(channel).messages.values()
    parts = (part for message in messages for part in walk(message.components))
    return {str(part.label): str(part.custom_id) for part in parts if isinstance(part, Button)}


def card_token(rehearsal: Rehearsal) -> str:
    """The token of the latest card."""
    return custom_ids(rehearsal, "questions")["I wondered too"].rpartition(":")[2]


async def forge(
    rehearsal: Rehearsal, person: Person, custom_id: str, channel: str | None = "questions"
) -> Outcome:
    """A press of a button that is not there, on the latest message (None: in the chat with the bot)."""
    world = rehearsal.world
    place = world.direct_channel(person.user_id) if channel is None else world.channel_named(channel)
    seen = [each for each in place.messages.values() if each.only_for in (None, person.user_id)]
    return await person.interact(place.id, Press(seen[-1].id, custom_id, _BUTTON, 1))


async def forge_form(
    rehearsal: Rehearsal, person: Person, custom_id: str, values: Mapping[str, Filled]
) -> Outcome:
    """A form that nobody opened for her, sent in the place of another, with texts by field."""
    opened = await person.press("Ask anonymously", channel="questions")
    assert opened.form is not None
    parts = [
        {"type": 18, "label": "x", "component": {"type": 4, "custom_id": name, "style": 1}} for name in values
    ]
    form = Modal.model_validate({"title": "x", "custom_id": custom_id, "components": parts}).numbered()
    return await opened.form._send(Submission(form, dict(values), opened.form._message_id))


def marks(*kinds: str) -> Iterator[Mark]:
    """What each method of each feature is marked with, those that end everything last."""
    modules = (features, meetings)
    cogs = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    found = [
        mark
        for cog in cogs
        if issubclass(cog, FeatureCog)
        for name in dir(cog)
        if isinstance(mark := getattr(getattr(cog, name), MARK, None), Mark) and mark.kind in kinds
    ]
    yield from sorted(found, key=lambda mark: (mark.action in LAST, mark.action))
