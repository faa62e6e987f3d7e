"""One stage for each kind of window, wound back for each press; and the seed."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from tests.two_worlds.presses import HiddenPress
from tests.two_worlds.rewinding import Moment, keep, rewind
from tests.two_worlds.stage import Stage, When, staged
from tests.two_worlds.worlds import Recording, play

#: Set this to draw other presses, people and moments; a change must not fail by the luck of the draw.
VARIABLE = "TWO_WORLDS_SEED"


@pytest.fixture(scope="session")
def seed() -> int:
    """What decides all that is drawn here, but for keys and ids."""
    return int(os.environ.get(VARIABLE, "1"))


@dataclass
class Worlds:
    """The stage and the moment at which its worlds part; the world without a press is played once."""

    stage: Stage
    moment: Moment
    seed: int
    when: When
    quiet: dict[str, Recording] = field(default_factory=dict)

    async def play(self, press: HiddenPress | None) -> Recording:
        """One world from that moment on."""
        await rewind(self.stage, self.moment)
        return await play(self.stage, self.seed, self.when, press)

    async def without(self) -> Recording:
        """The world in which nothing is hidden."""
        if not self.quiet:
            self.quiet[""] = await self.play(None)
        return self.quiet[""]


class Stages:
    """The stage of one kind of window at a time, set when first needed: that takes as long as a world."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._open = AsyncExitStack()
        self._worlds: Worlds | None = None

    async def worlds(self, when: When) -> Worlds:
        """The worlds with windows of this kind."""
        if self._worlds is None or self._worlds.when is not when:
            await self.strike()
            stage = await self._open.enter_async_context(staged(self._folder / when.name, self._seed, when))
            self._worlds = Worlds(stage, keep(stage), self._seed, when)
        return self._worlds

    async def strike(self) -> None:
        """Take the stage down: a process has the addresses of one rehearsal only."""
        await self._open.aclose()


# Not by parameters of the fixture: pytest tells these apart by their places, and would set a stage for each.
@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(seed: int, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stages]:
    """The stages of a module's tests."""
    stages = Stages(tmp_path_factory.mktemp("worlds"), seed)
    yield stages
    await stages.strike()
