"""Everything that runs, built once, and served until it is stopped."""

from __future__ import annotations

import asyncio
import logging
import time

from bot.app.features import Features
from bot.app.opening import Store, alive_of, clock_of, open_store
from bot.client import Client, is_passing, is_refused_token, point_at
from bot.core.alive import Alive
from bot.core.bell import Rung
from bot.core.clock import Clock
from bot.core.duty import on_duty
from bot.core.errors import HostError
from bot.core.lock import at_work
from bot.core.postman import Postman
from bot.core.stopping import surely
from bot.core.wording import Wording
from cogs._router import Router
from cogs._send import DiscordSender
from config.settings import WORDING, Settings

log = logging.getLogger(__name__)

_LONGEST_PAUSE = 60


class World:
    """Everything that runs, built once."""

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        """Nothing runs before `serve`."""
        self._token = settings.discord_token
        self._clock = clock
        self._store = store
        self._wording = Wording(WORDING)
        self._alive = Alive(alive_of(settings))
        self.features = Features(store, clock, settings.shared_glossary)

    async def serve(self) -> None:
        """Serve until cancelled. While Discord cannot be reached, say so and try again.

        Raises HostError if there is no token, or Discord does not accept it.
        """
        await self.features.before_start()
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
        features = self.features
        cogs = features.cogs(self._wording)
        menus = [menu for cog in cogs for menu in cog.menus]
        router = Router(self._wording, features.communities, cogs, features.server.is_in)
        made = Client(cogs, menus, router.handle, router.command_failed)
        async with made as client, asyncio.TaskGroup() as tasks:
            features.server.look_through(client)
            features.building.work_through(client)
            await client.login(self._token.get_secret_value())
            postmen = self._postmen(DiscordSender(client, self._wording))
            for postman in postmen:
                await postman.start()
            await features.start()
            await self._alive.ring()
            alarms: list[Rung] = [
                features.around_meetings.signals,
                features.ground.anonymous_alarms,
                features.ground.alarms,
            ]
            try:
                rest = client.come_to_rest
                async with on_duty(tasks, self._clock, alarms, postmen, self._alive, come_to_rest=rest):
                    await client.connect()
            finally:
                await surely(_deal_with_the_rest(client, router))

    def _postmen(self, sender: DiscordSender) -> list[Postman]:
        features = self.features
        everyday = Postman(self._store.everyday, features.ground.deliveries, sender, self._clock)
        everyday.belongs(features.everyday_kinds())
        anonymous = Postman(self._store.anonymous, features.ground.anonymous_deliveries, sender, self._clock)
        anonymous.belongs(features.anonymous_kinds())
        return [everyday, anonymous]


async def run(settings: Settings) -> None:
    """Build the world and serve until cancelled; raises HostError for what the host has to mend."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    clock = await clock_of(settings)
    with at_work(settings.key_file):
        async with open_store(settings, clock) as store:
            await World(settings, store, clock).serve()


async def _deal_with_the_rest(client: Client, router: Router) -> None:
    await client.finish()
    await router.finish()


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
