"""The meetings in which the bot can be killed, by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tests.crash.crowd import Crowd
from tests.crash.events import Events
from tests.crash.meeting import Meeting
from tests.crash.questions import Questions


class Scene(Protocol):
    """A meeting that goes on whatever dies, and what has to be there in the end."""

    def __init__(self, crowd: Crowd) -> None: ...

    async def play(self) -> None:
        """From the panel to the last night; raises AssertionError for what people see that must not be."""

    def check(self, folder: Path) -> None:
        """Everything is there once, as people see it and in the files; raises AssertionError if not."""


SCENES: Mapping[str, type[Scene]] = {"events": Events, "meeting": Meeting, "questions": Questions}
