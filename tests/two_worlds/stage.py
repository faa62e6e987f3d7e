"""A community in the middle of its life, on the running bot: from one seed the same, but for random ids."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

import discord
import pytest

from bot import app, client
from bot.contacts.rules import Supporter
from bot.core.clock import LoopbackClock
from bot.core.deliveries import Delivery, Direct, Withdraw, new_key
from bot.core.postman import Postman, Sender
from bot.people.rules import About, Member, newcomer
from bot.questions.service import Draft, Questions
from bot.record.service.promising import OFFERED_AFTER
from cogs._send import DiscordSender
from config.settings import Settings
from rehearsal import Person, Rehearsal
from rehearsal.wire import dispatching
from rehearsal.world import happenings
from rehearsal.world.model import ChannelKind
from tests.e2e.conftest import set_up, settings_for
from tests.support import turns
from tests.two_worlds.transcript import Transcript, wire

#: Who does the hidden press, the paused one of the two, and who has wondered before: none of them walks.
ASKER, PAUSED = "Amina Yusuf", "Gwyn Pritchard"
#: With one who walks they are four; with the asker five, which is the next band.
WONDERED_BEFORE = ("Linh Tran", "Jakub Nowak", "Sofia Marchetti")
JOINED = (
    ASKER,
    "Derek Holloway",
    "Rosa Pereira",
    "Priya Raman",
    "Tom Ashworth",
    "Helen Okafor",
    "Owen Beckett",
    "Leila Haddad",
)
#: The asker is the named contact of a member without Discord, and relays for her; what the member's id is.
RELAYED_FOR, HER_ID = "Margaret Dunne", "0123456789abcdef"
#: A list shows only how this begins.
LONG = " ".join(["What does it mean when the plan says that care is stratified?"] * 23)
ASKED = (
    (ASKER, Draft("Who writes the plan?")),
    (PAUSED, Draft("When is the next review?")),
    (ASKER, Draft(f"{LONG} (This is the first.)")),
    (ASKER, Draft(f"{LONG} (This is the second.)", tell=True)),
    (ASKER, Draft("What is a pathway?")),
    (PAUSED, Draft("Why is the form so long?")),
    ("Rosa Pereira", Draft("Can I bring my father along?", to_facilitators=True)),
)
HELD = "Is anybody there?"
#: The questions of ASKED by number; people wondered about the first two.
QUIET_ONE, WONDERED, OPEN, UNREAD, READ, OF_PAUSED = 1, 2, 3, 4, 5, 6
SAID = "Please bring your own cup next week."
#: After what an entry of the transcript stands that came over the wire.
SENT = "is sent"
#: When the worlds begin to be compared: shortly before one of the two times a day.
BEGINS = datetime(2026, 3, 3, 12, 50, tzinfo=UTC)
HOURS = (9, 13)
_WINDOW = timedelta(seconds=20)


#: Whose account it is.
Naming = Callable[[int], str]


class Noted:
    """A sender that writes down who sends what, and where to."""

    def __init__(self, sender: Sender, postman: str, transcript: Transcript, name: Naming) -> None:
        self._sender = sender
        self._postman = postman
        self._transcript = transcript
        self._name = name

    async def send(self, delivery: Delivery) -> int:
        """As the sender does."""
        place = delivery.place
        by = self._name(place.account) if isinstance(place, Direct | Withdraw) else ""
        where = [getattr(place, name, "") for name in ("channel", "account", "message")]
        self._transcript.carry(self._postman, by, f"{delivery.kind} {type(place).__name__} {where}")
        return await self._sender.send(delivery)

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        """As the sender does."""
        return await self._sender.find(delivery, since)


class When(StrEnum):
    """Which windows there are while the worlds are compared."""

    MEETING = "in a meeting"
    BETWEEN = "between meetings"


class Dice(Random):
    """Seeded; shuffling takes nothing from what is drawn otherwise, as more is shuffled where more waits."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._for_shuffling = Random(seed)

    def state(self) -> tuple[object, object]:
        """What `set_state` takes."""
        return self.getstate(), self._for_shuffling.getstate()

    def set_state(self, state: tuple[Any, Any]) -> None:
        """Draw from now on as from that moment on."""
        self.setstate(state[0])
        self._for_shuffling.setstate(state[1])

    def shuffle(self, x: Any) -> None:
        """Shuffle in place."""
        self._for_shuffling.shuffle(x)


@dataclass(frozen=True, slots=True)
class Stage:
    """The rehearsal, the bot that runs in it, and what everybody's client is sent."""

    rehearsal: Rehearsal
    world: app.World
    folder: Path
    dice: Dice
    transcript: Transcript

    @property
    def questions(self) -> Questions:
        """The questions of the running bot."""
        return self.world.features.questions

    @property
    def community(self) -> int:
        """The community's id."""
        return self.rehearsal.community_id

    @property
    def now(self) -> datetime:
        """The rehearsal's time."""
        return self.rehearsal.world.clock.now()

    def account(self, name: str) -> int:
        """Somebody's account."""
        return self.rehearsal.person(name).user_id

    def people(self, *, but: tuple[str, ...] = ()) -> list[Person]:
        """Everybody, in the cast's order."""
        return [person for person in self.rehearsal.people if person.name not in but]

    async def waiting(self) -> int:
        """How many acts wait."""
        desk = self.questions.asking._desk
        async with desk.database.read() as tx:
            return len(await desk.store.waiting(tx, self.community))

    async def until_waiting(self, number: int) -> None:
        """Return when so many acts wait, as one may come after its answer; TimeoutError after ten seconds."""
        async with asyncio.timeout(10):
            while await self.waiting() != number:
                await turns(1)

    async def token(self, number: int) -> str:
        """What the buttons of a question's card carry."""
        desk = self.questions.asking._desk
        async with desk.database.read() as tx:
            question = await desk.store.by_number(tx, self.community, number)
        assert question is not None
        return question.card.token

    def known(self) -> dict[str, str]:
        """The names of all ids that are the same in every rehearsal."""
        world = self.rehearsal.world
        named: dict[str, str] = {str(user.id): user.display_name for user in world.users.values()}
        named |= {str(role.id): f"@{role.name}" for role in world.guild.roles.values()}
        named |= {str(channel.id): f"#{channel.name}" for channel in world.guild.channels.values()}
        return {**named, str(world.guild.id): world.guild.name}

    def listen(self) -> None:
        """From now on what goes over the wire, and anybody can see or one other person, is written down."""
        self.rehearsal.world.subscribe(self._happened)

    def _happened(self, happening: happenings.Happening) -> None:
        if not isinstance(
            happening, happenings.MessageCreated | happenings.MessageEdited | happenings.MessageDeleted
        ):
            return
        # What somebody's press was answered with stands in the transcript of that press.
        if happening.message.only_for is not None:
            return
        channel = self.rehearsal.world.channels[happening.message.channel_id]
        by = ""
        if channel.kind is ChannelKind.DIRECT and channel.recipient_id is not None:
            by = self.rehearsal.world.users[channel.recipient_id].display_name
        event, body = dispatching.event(self.rehearsal.world, happening)
        self.transcript.add(by, SENT, wire(event, body))


@asynccontextmanager
async def staged(folder: Path, seed: int, when: When) -> AsyncIterator[Stage]:
    """The community, with the time standing still at a full minute, and nothing that waits."""
    folder.mkdir(parents=True, exist_ok=True)
    async with Rehearsal() as rehearsal:
        settings = settings_for(rehearsal, folder)
        dice = Dice(seed)
        transcript = Transcript()

        def note(sender: Sender, postman: str) -> Noted:
            users = rehearsal.world.users
            return Noted(sender, postman, transcript, lambda account: users[account].display_name)

        async with _serving(settings, dice, note) as world:
            await rehearsal.bot_ready()
            stage = Stage(rehearsal, world, folder, dice, transcript)
            await _grow(stage, when)
            await stage.until_waiting(0)
            stage.listen()
            yield stage


@asynccontextmanager
async def _serving(
    settings: Settings, dice: Dice, note: Callable[[Sender, str], Noted]
) -> AsyncIterator[app.World]:
    """As `app.run`, with dice that are loaded, postmen who note, and with the World in the test's hands."""
    addresses = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    client.point_at(settings.discord_api_url, settings.discord_gateway_url)
    assert settings.clock_url is not None
    clock = LoopbackClock(settings.clock_url)
    await clock.read_once()
    async with app.open_store(settings) as store:
        with pytest.MonkeyPatch.context() as patch:
            for making in (app.making, app.glossary):
                patch.setattr(making, "SystemRandom", lambda: dice)
            world = app.World(settings, store, clock)
        made = world._postmen

        def postmen(sender: DiscordSender) -> list[Postman]:
            both = made(sender)
            for postman, name in zip(both, ("everyday", "anonymous"), strict=True):
                postman._sender = note(sender, name)
            return both

        world._postmen = postmen  # type: ignore[method-assign]
        serving = asyncio.create_task(world.serve())
        try:
            yield world
        finally:
            serving.cancel()
            await asyncio.wait([serving])
            discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = addresses


async def _grow(stage: Stage, when: When) -> None:
    """Two days of a community's life. One question to a window: ties go by random keys."""
    rehearsal, questions = stage.rehearsal, stage.questions
    await set_up(rehearsal)
    await _choose_hours(stage)
    await rehearsal.person("Tom").say("general", SAID)
    await questions.windows.meeting_starts(stage.community)
    for name, draft in ASKED:
        await _ask(stage, name, draft)
        await rehearsal.advance(_WINDOW)
    await _tend(stage)
    await rehearsal.advance(_WINDOW)
    await questions.windows.meeting_ends(stage.community)
    await rehearsal.move_to(BEGINS - 2 * _WINDOW - OFFERED_AFTER)
    await questions.windows.meeting_starts(stage.community)
    await _ask(stage, PAUSED, Draft(HELD))
    await rehearsal.advance(_WINDOW)
    await _join(stage)
    if when is When.BETWEEN:
        await questions.windows.meeting_ends(stage.community)
    await rehearsal.move_to(BEGINS)
    assert len(_cards(stage)) == len(ASKED) + 1, "every question of these is out, or held"


async def _choose_hours(stage: Stage) -> None:
    desk = stage.questions.asking._desk
    async with desk.everyday.write() as tx:
        chosen = await desk.choices.get(tx, stage.community)
        await desk.choices.put(tx, replace(chosen, hours=HOURS))


async def _tend(stage: Stage) -> None:
    questions, community = stage.questions, stage.community
    for number in (QUIET_ONE, WONDERED):
        for name in WONDERED_BEFORE:
            await questions.asking.wonder(community, stage.account(name), await stage.token(number))
    for number in (UNREAD, READ):
        await questions.facilitating.answer(
            community, await stage.token(number), "It is the way through care."
        )
    account = stage.account(ASKER)
    page = await questions.asking.own(community, account, await stage.token(READ))
    await questions.asking.read(community, account, page.shown)
    token = await stage.token(OF_PAUSED)
    await questions.facilitating.pause(community, token, "14", "Please talk to one of us first.")


async def _join(stage: Stage) -> None:
    """All of JOINED, a minute after each other: neither their order nor their ids are random."""
    people, guild = stage.world.features.people, stage.rehearsal.world.guild
    async with people._database.write() as tx:
        for minutes, name in enumerate(JOINED):
            member = guild.members[stage.account(name)]
            roles = frozenset({*member.role_ids, guild.id})
            moment = stage.now - timedelta(minutes=minutes)
            made = newcomer(f"{minutes:016x}", guild.id, member.user.id, roles, moment)
            await people._store.put(tx, made)
        await people._check_later(tx, stage.now)
    await _look_after(stage)


async def _look_after(stage: Stage) -> None:
    """The asker has a member to relay for."""
    people, contacts = stage.world.features.people, stage.world.features.contacts
    asker = await people.find(stage.community, stage.account(ASKER))
    assert asker is not None
    about = About(name=RELAYED_FOR, groups=("lay",), permission="a facilitator")
    hers = Member(
        HER_ID, stage.community, None, stage.now.date(), frozenset(), stage.now, about, contact=asker.id
    )
    async with people._database.write() as tx:
        await people._store.put(tx, hers)
        await contacts._office.store.put_supporter(tx, Supporter(stage.community, asker.id))


async def _ask(stage: Stage, name: str, draft: Draft) -> None:
    await stage.questions.asking.ask(stage.community, stage.account(name), new_key(), draft)


def _cards(stage: Stage) -> list[str]:
    leila = stage.rehearsal.person("Leila")
    shown = [each for channel in ("questions", "facilitators") for each in leila.read(channel)]
    return [each.text for each in shown if any(button.label == "Facilitators" for button in each.buttons)]
