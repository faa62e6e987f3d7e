"""A socket to a browser: tells what changed, and deals with wishes.

News is worked out only when what was told before has gone out. So a slow browser gets fewer, larger pieces,
and nothing piles up here.
"""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from aiohttp import WSCloseCode, WSMsgType, web

from rehearsal.web.parts import Json
from rehearsal.web.production import Production
from rehearsal.web.wishes import BadWish

if TYPE_CHECKING:
    from rehearsal.web.room import PracticeRoom

#: Wishes under way and answers not yet sent; a browser with more of them is not listened to.
MOST_WISHES = 64
AnyWish = TypeVar("AnyWish")


class Conversation(ABC, Generic[AnyWish]):
    """What the sockets of a person and of the stage share. `wake` makes it look for news."""

    def __init__(self, room: PracticeRoom, socket: web.WebSocketResponse) -> None:
        self.room = room
        self._socket = socket
        self._woken = asyncio.Event()
        self._answers: list[Json] = []
        self._wishes: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(MOST_WISHES)
        self._production: Production | None = None

    @abstractmethod
    def meet(self, production: Production) -> list[Json]:
        """A new world: what was known of another is void. Returns the first frames."""

    @abstractmethod
    def news(self) -> list[Json]:
        """The frames for what changed since the last call."""

    @abstractmethod
    def understand(self, frame: str) -> AnyWish:
        """The wish in a frame; BadWish for anything else."""

    @abstractmethod
    async def deal(self, wish: AnyWish) -> Json:
        """Does what is wished, and returns the one frame that ends it; never raises a refusal."""

    def wake(self) -> None:
        """Something changed."""
        self._woken.set()

    async def hold(self) -> None:
        """From the first frame to the end of the connection."""
        try:
            async with asyncio.TaskGroup() as tasks:
                both = [tasks.create_task(self._tell()), tasks.create_task(self._listen(tasks))]
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
                for task in (*both, *self._wishes):
                    task.cancel()
        finally:
            self._part()

    async def _tell(self) -> None:
        try:
            while True:
                self._woken.clear()
                news, answers = self._frames(), self._answers
                self._answers = []
                # Answers come after the news, so that what they name is known.
                for frame in (*news, *answers):
                    await self._socket.send_str(json.dumps(frame, separators=(",", ":")))
                for _ in answers:
                    self._places.release()
                await self._woken.wait()
        except ConnectionResetError:
            # The browser has gone.
            return

    def _frames(self) -> list[Json]:
        frames: list[Json] = []
        if self._production is not self.room.production:
            self._part()
            self._production = self.room.production
            self._production.rehearsal.world.changed.listen(self.wake)
            frames += self.meet(self._production)
        return frames + self.news()

    def _part(self) -> None:
        if self._production is not None:
            self._production.rehearsal.world.changed.forget(self.wake)
            self._production = None

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        async for message in self._socket:
            await self._places.acquire()
            if message.type is not WSMsgType.TEXT:
                await self._socket.close(code=WSCloseCode.UNSUPPORTED_DATA, message=b"text frames only")
                return
            try:
                wish = self.understand(message.data)
            except BadWish as bad:
                self._answer(refused(bad.re, bad.why))
            else:
                task = tasks.create_task(self._deal(wish))
                self._wishes.add(task)
                task.add_done_callback(self._wishes.discard)

    async def _deal(self, wish: AnyWish) -> None:
        self._answer(await self.deal(wish))

    def _answer(self, frame: Json) -> None:
        self._answers.append(frame)
        self.wake()


def refused(re: int | None, why: str) -> Json:
    """The end of a wish that is not done; `why` becomes a sentence."""
    whole = why if why.endswith((".", "!", "?")) else f"{why}."
    return {"type": "refused", "re": re, "why": whole[:1].upper() + whole[1:]}
