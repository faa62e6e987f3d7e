"""All that the attack knows of the product by name: what people press and read, where a leak can be."""

from __future__ import annotations

import io
import logging
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot import app
from bot.core import logs, shelf
from bot.core.database import Database, Tx
from bot.core.keyring import read_key_file
from bot.core.sealing import Purpose, Seal
from bot.questions.rules.claims import Role
from bot.questions.rules.windows import GRAIN
from bot.questions.store import QuestionStore
from rehearsal import Person, Rehearsal, Shown
from rehearsal.wire.rate_limits import LIMITS
from rehearsal.world import components
from tests.e2e.conftest import bot_running, set_up, settings_for

KEY_FILE = "master.key"
#: How long anonymous acts wait at the most in a meeting of the community of the attack.
WINDOW_LENGTH = GRAIN
#: So long after it has started a meeting is over at the latest.
LONGEST_MEETING = timedelta(hours=7)
OWNER = "Ruth Calder"
FACILITATORS = ("Leila Haddad", "Owen Beckett")
CHANNEL = "questions"
_AS_MANY_AS_WANTED = 100_000
_WORLDS: WeakKeyDictionary[Rehearsal, app.World] = WeakKeyDictionary()
_HEAD = re.compile(r"Question (\d+)")


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it came out: all that everybody, or another bot, is shown of it.

    That of a paused person goes to facilitators first, and has no number: it is 0 here.
    """

    message: int
    number: int
    text: str
    wires: tuple[str, ...]


@asynccontextmanager
async def community(folder: Path, log: io.StringIO, **settings: object) -> AsyncIterator[Rehearsal]:
    """The real bot in the rehearsal, set up, with its files in `folder`; what it logs goes to `log`.

    `settings`: what is not as usual in them.
    """
    with _logged(log), _remembered() as worlds:
        async with Rehearsal() as rehearsal, bot_running(settings_for(rehearsal, folder, **settings)):
            for limit in LIMITS:
                rehearsal.limits.set(limit, _AS_MANY_AS_WANTED, 1)
            await rehearsal.bot_ready()
            await set_up(rehearsal)
            _WORLDS[rehearsal] = worlds[-1]
            yield rehearsal


@contextmanager
def _remembered() -> Iterator[list[app.World]]:
    """The worlds that are built meanwhile: some of what people may ask for has no button yet."""
    worlds: list[app.World] = []

    class Remembered(app.World):
        def __init__(self, *built_of: Any) -> None:
            super().__init__(*built_of)
            worlds.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.world, "World", Remembered)
        yield worlds


@contextmanager
def _logged(log: io.StringIO) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("INFO", log)
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def askers(rehearsal: Rehearsal) -> list[Person]:
    """The fifteen who ask."""
    return [person for person in rehearsal.people if person.name not in FACILITATORS]


# What people do


async def meeting_starts(rehearsal: Rehearsal) -> None:
    """From now on windows are short."""
    started = await rehearsal.person(FACILITATORS[0]).press("Meeting starts", channel="facilitators")
    assert started.message is not None, started
    await rehearsal.settle()


async def ask(person: Person, text: str) -> None:
    """She fills in the form, and sends it."""
    opened = await person.command("ask", channel="general")
    assert opened.form is not None, opened
    sent = await opened.form.submit({"Your question": text})
    assert sent.message is not None, sent
    assert "is safe here" in sent.message.text


async def pass_window(rehearsal: Rehearsal) -> None:
    """The window ends, and all that follows from it is done."""
    await rehearsal.advance(WINDOW_LENGTH)


async def answer(rehearsal: Rehearsal, card: Card) -> None:
    """A facilitator answers a question."""
    facilitator = rehearsal.person(FACILITATORS[0])
    menu = await facilitator.press("Facilitators", channel=CHANNEL, message=_shown(facilitator, card))
    opened = await facilitator.press("Answer", channel=CHANNEL, message=menu.message)
    assert opened.form is not None, opened
    await opened.form.submit({"Your answer": "We will bring this to the next meeting."})
    await rehearsal.settle()


async def read_answers(rehearsal: Rehearsal, person: Person) -> None:
    """She looks at [My questions]: the newest are on the first page."""
    more = await person.press("More", channel=CHANNEL, message=_panel(person))
    found = await person.press("My questions", channel=CHANNEL, message=more.message)
    assert found.message is not None, found
    await rehearsal.settle()


async def close(rehearsal: Rehearsal, card: Card) -> None:
    """A facilitator closes a question that has been answered."""
    facilitator = rehearsal.person(FACILITATORS[1])
    menu = await facilitator.press("Facilitators", channel=CHANNEL, message=_shown(facilitator, card))
    closed = await facilitator.press("Close this question", channel=CHANNEL, message=menu.message)
    assert closed.message is not None, closed
    await rehearsal.settle()


async def leave(rehearsal: Rehearsal, person: Person) -> None:
    """She leaves the server, the bot finds out, and she comes back another day."""
    person.leave()
    await erase(rehearsal, person)
    person.rejoin()
    await rehearsal.settle()


async def erase(rehearsal: Rehearsal, person: Person) -> None:
    """She has all forgotten that the bot keeps of her in questions."""
    await _WORLDS[rehearsal].features.questions.asking.erase(rehearsal.community_id, person.user_id)
    await rehearsal.settle()


async def pause(rehearsal: Rehearsal, card: Card) -> None:
    """A facilitator pauses questions from whoever asked this one, for a week."""
    facilitator = rehearsal.person(FACILITATORS[0])
    menu = await facilitator.press("Facilitators", channel=CHANNEL, message=_shown(facilitator, card))
    button = "Pause questions from this person"
    opened = await facilitator.press(button, channel=CHANNEL, message=menu.message)
    assert opened.form is not None, opened
    reason = "What shall the person who asked be told?"
    sent = await opened.form.submit({"For how long?": "A week", reason: "Please talk to Owen first."})
    assert sent.message is not None, sent
    await rehearsal.settle()


# What everybody sees


def public(rehearsal: Rehearsal, after: int) -> list[Any]:
    """The messages that are not for one person only and came after the message `after`, in order."""
    found = []
    for channel in rehearsal.world.guild.channels.values():
        newest_first = reversed(channel.messages.values())
        found += [each for each in takewhile(lambda m: m.id > after, newest_first) if each.only_for is None]
    return sorted(found, key=lambda message: message.id)


def cards(rehearsal: Rehearsal, after: int) -> list[Card]:
    """What came out after the message `after`, in the order in which it is read; notes are among it."""
    return [_card(message) for message in public(rehearsal, after)]


def _card(message: Any) -> Card:
    text = "\n".join(components.texts(message.components))
    head = _HEAD.search(text)
    buttons = [part for part in components.walk(message.components) if isinstance(part, components.Button)]
    wires = [str(message.nonce), *(part.custom_id or "" for part in buttons)]
    return Card(message.id, int(head[1]) if head else 0, text, tuple(wires))


def _shown(person: Person, card: Card) -> Shown:
    # To have all of the channel rendered for one card of a thousand takes longer than all else.
    return person._shown(person._place(CHANNEL).messages[card.message])


def _panel(person: Person) -> Shown:
    place = person._place(CHANNEL)
    return person._shown(place.messages[min(place.messages)])


# What the bot's computer does


@contextmanager
def at_each_commit(before: Callable[[], None], after: Callable[[], None]) -> Iterator[None]:
    """Call `before` each commit, while a journal is there, and `after` it."""

    def about_to_commit(_connection: Any) -> None:
        before()

    original = Database.write

    @asynccontextmanager
    async def write(self: Database) -> AsyncIterator[Tx]:
        async with original(self) as tx:
            yield tx
        after()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "write", write)
        event.listen(Engine, "commit", about_to_commit)
        try:
            yield
        finally:
            event.remove(Engine, "commit", about_to_commit)


# What the key opens


def read_key(folder: Path) -> Seal:
    """The master key."""
    return read_key_file(folder / KEY_FILE)


def purposes(community_id: int) -> list[Purpose]:
    """What a sealed block of a community can be for."""
    names = ("shelf waiting", "shelf claim", "shelf pause", "shelf stumble", "delivery", "question")
    return [Purpose(name, community_id) for name in names]


def asker_purpose(community_id: int, question: str) -> Purpose:
    """What the handle of a question's asker is for."""
    return Purpose(Role.ASKED, community_id, question)


def token_purpose(community_id: int, quarter: str, subject: str) -> Purpose:
    """What the handle of somebody who looked a word up is for."""
    return Purpose("stumble", community_id, f"{quarter} {subject}")


def block_key(seal: Seal, purpose: Purpose) -> bytes:
    """What the blocks of a purpose are sealed with."""
    return seal._derive(purpose)


def claims_in(content: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    """The question, the salt and the handle of a claim that lies in an opened block, if it holds one."""
    found = [
        re.search(rf'"{name}":\s*"([^"]+)"'.encode(), content) for name in ("question", "salt", "handle")
    ]
    question, salt, handle = (each[1].decode() if each else "" for each in found)
    if question and salt and handle:
        yield question, bytes.fromhex(salt), bytes.fromhex(handle)


def question_numbers(folder: Path) -> dict[str, int]:
    """The number of each question that has come out, by its id."""
    with closing(sqlite3.connect(folder / "anonymous.db")) as connection:
        return dict(connection.execute(f"SELECT id, number FROM {QUESTION_TABLE}").fetchall())


#: So long after closing nothing may prove who asked, read or not.
KEPT_AFTER_CLOSING = timedelta(days=30)

# Where a leak is planted

WORLD, SHELF, STORE = app.making, shelf, QuestionStore
QUESTION_TABLE, WAITING_TABLE = "question", "waiting"
