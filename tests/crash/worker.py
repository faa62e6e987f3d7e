"""Holds meetings in a process of its own, with a nursery of its own."""

from __future__ import annotations

import asyncio
import shutil
from functools import cache
from pathlib import Path

from tests.crash.nursery import Nursery
from tests.crash.run import Run, hold
from tests.crash.steps import Kill


def held(scene: str, folder: Path, kill: Kill | None) -> Run:
    """One meeting. The files of one that went well are thrown away."""
    folder.mkdir()
    run = asyncio.run(hold(scene, _nursery(), folder, kill))
    if run.failure is None:
        shutil.rmtree(folder)
    return run


@cache
def _nursery() -> Nursery:
    """It ends with this process, when nobody is left to give it orders."""
    return Nursery().__enter__()
