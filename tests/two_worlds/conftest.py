"""One stage for each kind of window, wound back for each press; and the seed."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def worlds(
    request: pytest.FixtureRequest, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Worlds]:
    """The worlds with the kind of windows that the test's parameter names."""
    when: When = request.param
    async with staged(tmp_path_factory.mktemp("world"), seed, when) as stage:
        yield Worlds(stage, keep(stage), seed, when)
