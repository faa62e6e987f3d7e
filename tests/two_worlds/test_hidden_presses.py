"""Nobody else can tell whether a hidden press was made, until the next window."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.two_worlds.conftest import VARIABLE, Stages
from tests.two_worlds.presses import PRESSES, ids
from tests.two_worlds.stage import When, staged
from tests.two_worlds.worlds import came_out, difference, play


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("name", "when"), ids(PRESSES))
async def test_nobody_else_can_tell(name: str, when: When, stages: Stages) -> None:
    """Facilitators look every second and change what they can, a member who is drawn presses what she sees,
    everybody reads; what they find is the same, and so is the everyday database."""
    press, worlds = PRESSES[name], await stages.worlds(when)
    quiet, loud = await worlds.without(), await worlds.play(press)
    assert difference(quiet, loud, press) is None, f"{VARIABLE}={worlds.seed}"
    assert came_out(quiet, loud, press), "the hidden press shows at the window"


async def test_two_rehearsals_of_their_own_in_which_each_kind_of_person_presses_everything(
    seed: int, tmp_path: Path
) -> None:
    """Nothing is wound back and no one is drawn: each is set from the same seed, one of each kind walks."""
    name, when = Random(seed).choice(ids(PRESSES))
    press = PRESSES[name]
    recordings = []
    for folder, done in (("quiet", None), ("loud", press)):
        async with staged(tmp_path / folder, seed, when) as stage:
            recordings.append(await play(stage, seed, when, done, whole_crowd=True))
    quiet, loud = recordings
    assert difference(quiet, loud, press) is None, f"{name}, {when}, {VARIABLE}={seed}"
    assert len(quiet.entries) > 500
