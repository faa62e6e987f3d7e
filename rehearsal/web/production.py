"""One world with its bot, and the scene that plays in it."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from rehearsal import scenes
from rehearsal.cast import Server
from rehearsal.launcher import OUR_BOT, BotProcess
from rehearsal.rehearsal import Rehearsal
from rehearsal.scenes.player import Player, SceneFailed
from rehearsal.world.errors import BotSilentError, RehearsalError

BotState = Literal["ready", "starting", "away"]
FARTHEST_MOVE = timedelta(days=400)
#: After what is due is over, the bot has this long to have done it by itself.
_GRACE = 1.0


class CannotDo(RehearsalError):
    """The stage cannot do that now; the sentence says why."""


class _Column(BaseModel):
    name: str
    about: str


class _Table(BaseModel):
    name: str
    about: str
    columns: list[_Column]
    rows: list[list[str | None]]


class _Tables(BaseModel):
    """What `python -m bot tables` prints; `database` says what the whole is."""

    database: str | None = None
    tables: list[_Table]


class Production:
    """A rehearsal, and a bot as a child process that keeps its files in a folder of its own.

    With a scene's name, the scene stands ready and nothing is done yet, on the server that it plays on.
    Without one the opening is played, unless the server is another one than the community's, and then time
    flows. Whatever changes wakes `rehearsal.world.changed`.
    """

    def __init__(
        self, scene: str | None = None, command: Sequence[str] = OUR_BOT, server: Server = "community"
    ) -> None:
        """Raises FileNotFoundError when there is no such scene."""
        script = None if scene is None else scenes.read(scene)
        self.rehearsal = Rehearsal(server=server if script is None else script.server)
        self.scene = scene
        self.player = None if script is None else Player(self.rehearsal, script)
        self._has_opening = script is None and server == "community"
        #: Why the bot is away, or why the opening or the scene could not go on.
        self.bot_trouble: str | None = None
        self.scene_trouble: str | None = None
        self.bot: BotProcess
        self._command = command
        self._at_the_end = contextlib.AsyncExitStack()
        self._is_starting = False
        #: Whether the bot may by now have something else to do next.
        self._is_stale = asyncio.Event()
        self._stage_hand = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._opened: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """The server listens and the bot starts; returns at once, `ready` waits for it."""
        async with contextlib.AsyncExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="equal-footing-"))
            await stack.enter_async_context(self.rehearsal)
            self.bot = BotProcess(self.rehearsal, Path(folder), self._command)
            stack.push_async_callback(self._stop_bot)
            self._at_the_end = stack.pop_all()
        self._is_starting = True
        self._opened = asyncio.create_task(self._open())
        self._tasks = [self._opened, asyncio.create_task(self._hear_what_is_due())]

    async def end(self) -> None:
        """The bot ends, and then the server; the folder goes."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._at_the_end.aclose()

    async def ready(self) -> None:
        """Returns when the bot is there, and the opening, where it is played, is over.

        Raises BotSilentError when the bot did not come, SceneFailed when the opening failed.
        """
        if self._opened is None:
            raise RuntimeError("the production has not begun")
        await asyncio.shield(self._opened)

    @property
    def bot_state(self) -> BotState:
        """Whether the bot can be used."""
        if self._is_starting:
            return "starting"
        return "ready" if self.rehearsal.bot_here else "away"

    async def next_step(self) -> None:
        """Does the scene's next step, once the bot is there.

        Raises CannotDo without a scene or a bot, after the end, or while a step is being done; SceneFailed,
        and says it in `scene_trouble`, when the step could not be done: it may be tried again.
        """
        player = self._player()
        if player.next is None:
            raise CannotDo("The scene is over.")
        async with self._hand():
            if self.bot_state == "away":
                raise CannotDo("The bot is away. Restart it first.")
            await self.rehearsal.bot_ready()
            self.scene_trouble = None
            try:
                await player.forward()
            except SceneFailed as failure:
                self.scene_trouble = _taken_over(failure)
                raise
            finally:
                self._changed()
            if player.next is None:
                await self.flow(1)

    async def leave_scene(self) -> None:
        """The scene ends and the world stays; time flows. CannotDo without a scene."""
        self._player()
        async with self._hand():
            self.player, self.scene, self.scene_trouble = None, None, None
            await self.flow(1)

    async def move_to(self, moment: datetime) -> None:
        """Moves the time; CannotDo for the past and for what is too far."""
        now = self.rehearsal.world.clock.now()
        if moment < now:
            raise CannotDo("Time does not go back.")
        if moment > now + FARTHEST_MOVE:
            raise CannotDo(f"Time can be moved by {FARTHEST_MOVE.days} days at once, and no more.")
        await self.rehearsal.move_to(moment)

    async def move_until_due(self) -> None:
        """Moves the time to what the bot does next; CannotDo when it waits for nothing, or is starting."""
        if self._is_starting:
            raise CannotDo("The bot is starting. Wait until it is there.")
        due = await self.rehearsal.next_due()
        if due is None:
            raise CannotDo("The bot has nothing to wait for.")
        await self.rehearsal.move_to(max(due, self.rehearsal.world.clock.now()))

    async def flow(self, rate: int) -> None:
        """Lets the time flow (1) or stand still (0)."""
        if rate:
            await self.rehearsal.let_time_flow()
        else:
            await self.rehearsal.let_time_stand_still()
        self._is_stale.set()
        self._changed()

    async def restart_bot(self) -> None:
        """Ends the bot and starts it again, and waits until it is there.

        Raises CannotDo while it starts, BotSilentError when it does not come back.
        """
        if self._is_starting:
            raise CannotDo("The bot is starting already.")
        async with self._starting():
            await self._stop_bot()
            await self._start_bot()

    async def tables(self) -> dict[str, Any]:
        """What the bot's computer knows, as `BotProcess.tables`; CannotDo when that cannot be understood."""
        try:
            return _Tables.model_validate(await self.bot.tables()).model_dump()
        except ValueError:
            raise CannotDo("The bot's own command did not print its tables.") from None

    async def _open(self) -> None:
        try:
            async with self._starting():
                await self._start_bot()
            if self._has_opening:
                await self._play_opening()
        finally:
            if self.scene is None:
                await self.flow(1)

    async def _play_opening(self) -> None:
        try:
            async for _ in Player(self.rehearsal, scenes.read(scenes.OPENING)).play():
                pass
        except (SceneFailed, RehearsalError) as failure:
            self.bot_trouble = f"The opening could not be played: {failure}"
            raise

    @contextlib.asynccontextmanager
    async def _starting(self) -> AsyncIterator[None]:
        self._is_starting, self.bot_trouble = True, None
        self._changed()
        try:
            yield
        except (BotSilentError, OSError) as failure:
            self.bot_trouble = f"The bot could not be started: {failure}"
            raise
        finally:
            self._is_starting = False
            self._changed()

    async def _stop_bot(self) -> None:
        # It may never have been started.
        with contextlib.suppress(RuntimeError):
            await self.bot.stop()

    async def _start_bot(self) -> None:
        """Returns when it is there; BotSilentError, with what it printed last, when it ends before."""
        await self.bot.start()
        coming = asyncio.create_task(self.rehearsal.bot_ready())
        ending = asyncio.create_task(self.bot.ended())
        try:
            await asyncio.wait([coming, ending], return_when=asyncio.FIRST_COMPLETED)
            if not coming.done():
                raise BotSilentError(f"it ended at once, and printed last: {self.bot.last_lines(1)}")
            await coming
        finally:
            coming.cancel()
            ending.cancel()
            await asyncio.gather(coming, ending, return_exceptions=True)

    async def _hear_what_is_due(self) -> None:
        """After all that happens, asks the bot when it next has something to do, so that `due` is true."""
        self.rehearsal.world.subscribe(lambda _happening: self._is_stale.set())
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._until_due()):
                    await self._is_stale.wait()
            self._is_stale.clear()
            try:
                await self.rehearsal.settle()
            except BotSilentError as silence:
                self.bot_trouble = f"The bot is silent: {silence}"
                self._changed()

    def _until_due(self) -> float | None:
        """Real seconds until what is due is over; None where time stands still."""
        clock, due = self.rehearsal.world.clock, self.rehearsal.due
        if not clock.rate or due is None:
            return None
        return max((due - clock.now()).total_seconds(), 0.0) + _GRACE

    @contextlib.asynccontextmanager
    async def _hand(self) -> AsyncIterator[None]:
        """One step at a time: a second press does not do the step after."""
        if self._stage_hand.locked():
            raise CannotDo("A step is being done. Please wait until it is over.")
        async with self._stage_hand:
            yield

    def _player(self) -> Player:
        if self.player is None:
            raise CannotDo("No scene is on.")
        return self.player

    def _changed(self) -> None:
        self.rehearsal.world.changed.notify()


def _taken_over(failure: SceneFailed) -> str:
    reason = failure.reason[:1].upper() + failure.reason[1:]
    return (
        f"The scene cannot go on. {reason}. Perhaps somebody took over by hand. "
        "Try this step again, or leave the scene."
    )
