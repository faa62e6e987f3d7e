"""SIGKILL round each request that makes or changes an event: it is in the server's list once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.crash.nursery import Nursery
from tests.crash.report import failed
from tests.crash.run import hold
from tests.crash.steps import MINUTES_DOWN, Kill, Step
from tests.crash.test_kill import nursery

__all__ = ["nursery"]
MADE, CHANGED = "POST /guilds/*/scheduled-events", "PATCH /guilds/*/scheduled-events/*"


def kill(kind: str, occurrence: int, minutes: int) -> Kill:
    return Kill(Step(1, kind, occurrence), minutes)


@pytest.mark.parametrize(
    "at",
    [
        kill(f"after {MADE}", 1, 0),
        kill(f"after {MADE}", 2, MINUTES_DOWN),
        kill(f"before {MADE}", 1, 0),
        kill(f"after {CHANGED}", 1, MINUTES_DOWN),
        kill(f"after {CHANGED}", 2, 0),
    ],
    ids=lambda at: f"{at.step.kind.split(' ', 2)[0]} {at.step.kind.split(' ')[1]} {at.step.occurrence}",
)
def test_an_event_is_there_once(at: Kill, nursery: Nursery, tmp_path: Path) -> None:
    run = asyncio.run(hold("events", nursery, tmp_path, at))
    assert run.failure is None, failed(run)


def test_a_bot_that_does_not_look_first_is_caught(nursery: Nursery, tmp_path: Path) -> None:
    """The planted fault."""
    run = asyncio.run(hold("events", nursery, tmp_path, kill(f"after {MADE}", 1, 0), "no look at events"))
    assert run.deaths == 1
    assert run.failure is not None
    assert "the list has [('First', 16), ('Spring', 17)]" in run.failure
