"""SIGKILL at steps of whole meetings: all that was asked, said, planned and pressed is there once.

`make crash-test SCENE=questions` and `SCENE=meeting` do the same with more kills.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.crash.nursery import Nursery
from tests.crash.report import failed
from tests.crash.run import Run, hold
from tests.crash.steps import EACH_KIND, MINUTES_DOWN, Kill, Step, choose, counted

QUESTIONS, MEETING = "questions", "meeting"
#: At how many of each scene's steps the bot is killed, in a run each.
KILLS = {QUESTIONS: int(os.environ.get("CRASH_KILLS", "16")), MEETING: 8}
REQUESTS = (
    "POST /interactions/*/*/callback",
    "PATCH /webhooks/*/*/messages/@original",
    "POST /channels/*/messages",
    "PATCH /channels/*/messages/*",
    "GET /channels/*/messages",
    "DELETE /channels/*/messages/*",
    "POST /users/@me/channels",
)
EVENTS = ("POST /guilds/*/scheduled-events", "PATCH /guilds/*/scheduled-events/*")
SEED = int(os.environ.get("CRASH_SEED", "1"))


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with Nursery() as nursery:
        yield nursery


class Undisturbed:
    """Each scene without a kill, held when it is asked for."""

    def __init__(self, nursery: Nursery, folders: pytest.TempPathFactory) -> None:
        self._nursery = nursery
        self._folders = folders
        self._held: dict[str, Run] = {}

    def __getitem__(self, scene: str) -> Run:
        if scene not in self._held:
            folder = self._folders.mktemp(f"undisturbed-{scene}")
            self._held[scene] = asyncio.run(hold(scene, self._nursery, folder))
        return self._held[scene]


@pytest.fixture(scope="session")
def undisturbed(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(nursery, tmp_path_factory)


def first(run: Run, part: str, kind: str) -> Step:
    """The first step of this kind in this part of the meeting."""
    return next(step for step in run.steps if (step.part, step.kind) == (part, kind))


@pytest.mark.parametrize("scene", KILLS)
def test_without_a_kill_all_is_there_once(scene: str, undisturbed: Undisturbed) -> None:
    run = undisturbed[scene]
    assert run.failure is None, failed(run)
    assert run.deaths == 0


@pytest.mark.parametrize(("scene", "more", "least"), [(QUESTIONS, (), EACH_KIND), (MEETING, EVENTS, 2)])
def test_every_kind_of_step_is_taken_often_enough(
    scene: str, more: tuple[str, ...], least: int, undisturbed: Undisturbed
) -> None:
    found = counted(undisturbed[scene].steps)
    around = (*REQUESTS, *more, "commit to anonymous.db", "commit to equal-footing.db")
    kinds = ["a press came in", *(f"{when} {what}" for what in around for when in ("before", "after"))]
    assert {kind: found.get(kind, 0) for kind in kinds if found.get(kind, 0) < least} == {}


@pytest.mark.parametrize(
    ("scene", "number"), [(scene, number) for scene, kills in KILLS.items() for number in range(kills)]
)
def test_nothing_is_lost_and_nothing_is_there_twice(
    scene: str, number: int, undisturbed: Undisturbed, nursery: Nursery, tmp_path: Path
) -> None:
    kill = choose(undisturbed[scene].steps, KILLS[scene], SEED)[number]
    run = asyncio.run(hold(scene, nursery, tmp_path, kill))
    assert run.failure is None, failed(run)


@dataclass(frozen=True, slots=True)
class Planted:
    """A faulty copy, where in a part of a scene it is killed, for how long, and by what it is found.

    Which question's card is the first is drawn anew each time: it may be the one that is taken back later.
    `more`: so many steps of that kind the faulty copy has made by then that a sound one does not make.
    """

    fault: str
    kind: str
    minutes_down: int
    found: str
    more: int = 0
    scene: str = QUESTIONS
    part: str = "window"


PLANTED = (
    # Killed between the arrival of a card and its commit, such bots post it again.
    Planted("no nonces", "after POST /channels/*/messages", 0, "[12] cards for"),
    Planted("no look-up", "after POST /channels/*/messages", MINUTES_DOWN, "[12] cards for"),
    # Killed between a window's commit and that of the cards' promises, such a bot never posts them.
    # The facilitators' message about the meeting was changed once before.
    Planted("promises apart", "after commit to anonymous.db", 0, "sees nothing with", more=1),
    # Killed between the arrival of the facilitators' view and its commit, it posts that again, too.
    Planted("no nonces", "after POST /channels/*/messages", 0, "2 views", scene=MEETING, part="starts"),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.fault}, {planted.scene}")
def test_a_faulty_copy_is_caught(
    planted: Planted, undisturbed: Undisturbed, nursery: Nursery, tmp_path: Path
) -> None:
    step = first(undisturbed[planted.scene], planted.part, planted.kind)
    kill = Kill(replace(step, occurrence=step.occurrence + planted.more), planted.minutes_down)
    run = asyncio.run(hold(planted.scene, nursery, tmp_path, kill, planted.fault))
    assert run.deaths == 1
    assert run.failure is not None
    assert re.search(planted.found, run.failure)
