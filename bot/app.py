"""The one place that builds the world: databases, stores, services, alarms, client."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from random import SystemRandom

from bot import migrations
from bot.client import Client, Inspector, is_passing, is_refused_token, point_at
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core import keys
from bot.core.alarms import Alarms, alarm_table
from bot.core.bell import Bell, Round, Rung
from bot.core.clock import Clock, LoopbackClock, SystemClock
from bot.core.database import Database, Journal
from bot.core.deliveries import Deliveries, delivery_table
from bot.core.errors import HostError, KeyMissing
from bot.core.postman import Postman
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.core.sealing import Seal, make_key_file, parse_key, read_key_file
from bot.core.wording import Wording
from bot.doctor import service as doctor
from bot.doctor.rules import Finding
from bot.panel import service as panels
from bot.panel.service import Panel
from bot.panel.store import PanelStore
from bot.people.service import People
from bot.people.store import PeopleStore
from bot.questions.rules.second_look import Hints, look
from bot.questions.rules.windows import GRAIN
from bot.questions.service import Desk, Questions, SecondLook
from bot.questions.store import QuestionStore, SettingsStore
from bot.tables.rules import Table
from bot.tables.service import Tables
from bot.tables.store import TableStore
from cogs._send import DiscordSender
from cogs._server import DiscordServer
from cogs._views import FeatureCog, Router
from cogs.panel import PanelCog
from cogs.people import PeopleCog
from cogs.questions import AskingCog, ChoosingCog, FacilitatingCog
from config.second_look import EN_GB, read_hints
from config.settings import WORDING, Settings

log = logging.getLogger(__name__)

EVERYDAY_DELIVERIES = delivery_table(EVERYDAY)
ANONYMOUS_DELIVERIES = delivery_table(ANONYMOUS)
EVERYDAY_KEYS = keys.key_table(EVERYDAY)
ANONYMOUS_KEYS = keys.key_table(ANONYMOUS)
EVERYDAY_ALARMS = alarm_table(EVERYDAY)
ANONYMOUS_ALARMS = alarm_table(ANONYMOUS)
_LONGEST_PAUSE = 60


@dataclass(frozen=True, slots=True)
class Store:
    """Both databases, migrated, and the key to what is sealed in them."""

    everyday: Database
    anonymous: Database
    seal: Seal


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Open and migrate both databases, and find the key, or make it at the very first start.

    Raises SettingsError for a bad key, KeyMissing for a lost or a wrong one, HostError if a database
    does not open.
    """
    everyday = Database(settings.database_url, Journal.EVERYDAY)
    anonymous = Database(settings.anonymous_database_url, Journal.FORGETFUL)
    try:
        await migrations.upgrade(everyday, "everyday")
        await migrations.upgrade(anonymous, "anonymous")
        sealed = ((everyday, EVERYDAY_KEYS), (anonymous, ANONYMOUS_KEYS))
        is_first_start = not any([await keys.is_sealed(database, table) for database, table in sealed])
        seal = find_key(settings, may_make=is_first_start)
        for database, table in sealed:
            await keys.check_and_remember(database, table, seal)
        yield Store(everyday, anonymous, seal)
    finally:
        await everyday.close()
        await anonymous.close()


def find_key(settings: Settings, *, may_make: bool) -> Seal:
    """The master key; with `may_make` it is made if it is not there.

    Raises SettingsError if it is no good, KeyMissing if it is not there and must not be made.
    """
    if settings.master_key is not None:
        return parse_key(settings.master_key.get_secret_value(), "the setting master_key")
    if settings.key_file.exists():
        return read_key_file(settings.key_file)
    if not may_make:
        raise KeyMissing(
            f"The key file {settings.key_file} is gone, and there are rows that only it opens. "
            "Put it back, or say where it is in the setting key_file."
        )
    return make_key_file(settings.key_file)


class World:
    """Everything that runs, built once."""

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        """Nothing runs before `serve`."""
        self._token = settings.discord_token
        self._clock = clock
        self._store = store
        self._wording = Wording(WORDING)
        self._everyday_post = Deliveries(EVERYDAY_DELIVERIES, store.seal)
        self._anonymous_post = Deliveries(ANONYMOUS_DELIVERIES, store.seal, grain=GRAIN)
        self._everyday_alarms = Alarms(store.everyday, EVERYDAY_ALARMS, clock)
        self._alarms = Alarms(store.anonymous, ANONYMOUS_ALARMS, clock, grain=GRAIN)
        self._communities = Communities(store.everyday, CommunityStore())
        self._people = People(
            database=store.everyday, store=PeopleStore(), alarms=self._everyday_alarms, clock=clock
        )
        self._server = DiscordServer(self._people)
        self._panel = Panel(
            database=store.everyday,
            store=PanelStore(),
            communities=self._communities,
            deliveries=self._everyday_post,
            clock=clock,
        )
        self._questions = self._make_questions()
        self._alarms.answer(self._questions.windows.works())
        self._everyday_alarms.answer(self._people.works(self._server, self._questions.asking.erase))

    def _make_questions(self) -> Questions:
        rng = SystemRandom()
        desk = Desk(
            database=self._store.anonymous,
            everyday=self._store.everyday,
            store=QuestionStore(self._store.seal, rng),
            choices=SettingsStore(),
            communities=self._communities,
            deliveries=self._anonymous_post,
            alarms=self._alarms,
            seal=self._store.seal,
            clock=self._clock,
            rng=rng,
        )
        return Questions(
            desk,
            server=self._server,
            people=self._people,
            look=_second_look(),
            new_answers=self._panel,
        )

    async def serve(self) -> None:
        """Serve until cancelled. While Discord cannot be reached, say so and try again.

        Raises HostError if there is no token, or Discord does not accept it.
        """
        pause = 1
        while True:
            began = time.monotonic()
            try:
                await self._serve_once()
            except BaseExceptionGroup as errors:
                passing, lasting = errors.split(is_passing)
                if lasting is not None:
                    raise _for_the_host(lasting) from None
                log.warning("Discord cannot be reached (%s); trying again in %s s", _names(passing), pause)
            await asyncio.sleep(pause)
            went_well = time.monotonic() - began > _LONGEST_PAUSE
            pause = 1 if went_well else min(pause * 2, _LONGEST_PAUSE)

    async def _serve_once(self) -> None:
        if self._token is None:
            raise HostError("There is no Discord token. Set DISCORD_TOKEN; the README says how to get one.")
        cogs = self._cogs()
        menus = [menu for cog in cogs for menu in cog.menus]
        router = Router(self._wording, self._communities, cogs, self._server.is_in)
        made = Client(cogs, menus, router.handle, router.command_failed)
        async with made as client, asyncio.TaskGroup() as tasks:
            self._server.look_through(client)
            await client.login(self._token.get_secret_value())
            postmen = self._postmen(DiscordSender(client, self._wording))
            for postman in postmen:
                await postman.start()
            await self._questions.windows.start()
            rung: list[Rung] = [self._alarms, self._everyday_alarms, *postmen]
            running = [tasks.create_task(postman.run()) for postman in postmen]
            if isinstance(self._clock, LoopbackClock):
                round_ = Round(self._clock, rung)
                running.append(tasks.create_task(self._clock.follow(round_.make)))
            bell = Bell(rung)
            bell.start()
            try:
                await client.connect()
            finally:
                for task in running:
                    task.cancel()
                await bell.stop()
                await client.finish()
                await router.finish()

    def _cogs(self) -> list[FeatureCog]:
        shared = self._wording, self._communities
        questions = self._questions
        return [
            AskingCog(*shared, questions.asking),
            FacilitatingCog(*shared, questions.facilitating, questions.windows, questions.choosing),
            ChoosingCog(*shared, questions.choosing),
            PanelCog(*shared, self._panel),
            PeopleCog(*shared, self._people, self._server.saw),
        ]

    def _postmen(self, sender: DiscordSender) -> list[Postman]:
        everyday = Postman(self._store.everyday, self._everyday_post, sender, self._clock)
        everyday.belongs({panels.KIND: self._panel, panels.FACILITATORS: self._panel})
        anonymous = Postman(self._store.anonymous, self._anonymous_post, sender, self._clock)
        anonymous.belongs(self._questions.kinds())
        return [everyday, anonymous]


def _second_look() -> SecondLook:
    hints = Hints(**read_hints(EN_GB))
    return lambda text, names, today: look(text, names, hints, today)


async def run(settings: Settings) -> None:
    """Build the world and serve until cancelled; raises HostError for what the host has to mend."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    clock: SystemClock | LoopbackClock = SystemClock()
    if settings.clock_url is not None:
        clock = LoopbackClock(settings.clock_url)
        await clock.read_once()
    async with open_store(settings) as store:
        await World(settings, store, clock).serve()


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything that a host has to have right, and change nothing."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    everyday = Database(settings.database_url, Journal.EVERYDAY)
    anonymous = Database(settings.anonymous_database_url, Journal.FORGETFUL)
    try:
        return await _examine(settings, everyday, anonymous)
    finally:
        await everyday.close()
        await anonymous.close()


async def _examine(settings: Settings, everyday: Database, anonymous: Database) -> list[Finding]:
    token = settings.discord_token
    inspector = None if token is None else Inspector(token.get_secret_value())
    about_token, servers = await doctor.of_token(inspector)
    look = migrations.is_current
    about_everyday = await doctor.of_database("everyday", partial(look, everyday, "everyday"))
    about_anonymous = await doctor.of_database("anonymous", partial(look, anonymous, "anonymous"))
    is_sealed = doctor.is_current(about_everyday) and await keys.is_sealed(everyday, EVERYDAY_KEYS)
    findings = [about_token, _about_key(settings, is_sealed=is_sealed), about_everyday, about_anonymous]
    if about_token.is_well and doctor.is_current(about_everyday):
        communities = await Communities(everyday, CommunityStore()).all()
        findings += doctor.of_communities(communities, servers)
    return findings


async def look_at_tables(settings: Settings) -> list[Table]:
    """Every row of the anonymous database, as it lies there: no key is used, and nothing is changed.

    Raises HostError if the database is not there, not up to date, or does not open.
    """
    database = Database(settings.anonymous_database_url, Journal.FORGETFUL, read_only=True)
    is_up_to_date = partial(migrations.is_current, database, "anonymous")
    try:
        with migrations.said_to_the_host(database):
            return await Tables(database, TableStore(), is_up_to_date).look()
    finally:
        await database.close()


def _about_key(settings: Settings, *, is_sealed: bool) -> Finding:
    if settings.master_key is None and not settings.key_file.exists() and not is_sealed:
        return doctor.no_key_yet(settings.key_file)
    return doctor.of_key(partial(find_key, settings, may_make=False), in_file=settings.master_key is None)


def _for_the_host(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """What to raise for errors that waiting does not mend: a sentence where there is one."""
    error = errors.exceptions[0] if len(errors.exceptions) == 1 else errors
    return HostError(_NOT_ACCEPTED) if is_refused_token(error) else error


_NOT_ACCEPTED = (
    "Discord does not accept the token. Copy it again from the Developer Portal (your application, Bot, "
    "Reset Token) into DISCORD_TOKEN."
)


def _names(errors: BaseExceptionGroup[BaseException] | None) -> str:
    return ", ".join(type(error).__name__ for error in (errors.exceptions if errors else ()))
