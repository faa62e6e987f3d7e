"""A meeting is planned and moved: its event is in the server's list once, whatever dies."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from rehearsal import Outcome
from tests.crash.crowd import Crowd

_FACILITATORS = "facilitators"
PANEL = {
    "questions_channel": "questions",
    "facilitators_channel": _FACILITATORS,
    "facilitators_role": "Facilitators",
}


class Events:
    """The scene `events`."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def play(self) -> None:
        """Leila plans a meeting, moves it, plans another and cancels that."""
        crowd = self._crowd
        ruth, leila = crowd.person("Ruth"), crowd.person("Leila")
        await crowd.until_done(lambda: ruth.command("panel", channel="general", **PANEL))
        opened = await crowd.until_done(
            lambda: leila.command("meeting schedule", channel=_FACILITATORS), follows=False
        )
        values = {"What is it called?": "First", "When?": "16 March 2026 10:30", "Where?": "Room 4"}
        await self._fill_in(opened, values)
        opened = await self._open("Change 1")
        await self._fill_in(opened, {"What is it called?": "Spring", "On which day?": "17 March 2026"})
        opened = await crowd.until_done(
            lambda: leila.command("meeting schedule", channel=_FACILITATORS), follows=False
        )
        values = {"What is it called?": "Second", "When?": "18 March 2026 10:30", "Where?": "Room 4"}
        await self._fill_in(opened, values)
        await self._use(await self._open("Cancel 2"), "Yes, cancel it")

    def check(self, folder: Path) -> None:
        """One event, as the meeting is now, and nothing is under way."""
        seen = [(each.name, each.start.day) for each in self._crowd.person("Amina").events()]
        assert seen == [("Spring", 17)], f"the list has {seen}"
        told = [each.text for each in self._crowd.person("Leila").read(_FACILITATORS)]
        assert not [each for each in told if "list of events" in each], "facilitators are told of a fault"
        with closing(sqlite3.connect(folder / "equal-footing.db")) as database:
            (left,) = database.execute("SELECT count(*) FROM delivery").fetchone()
            (kept,) = database.execute("SELECT count(*) FROM event_entry").fetchone()
        assert (left, kept) == (0, 1)

    async def _open(self, label: str) -> Outcome:
        listed = await self._crowd.open("Leila", "Meetings", _FACILITATORS)
        return await self._crowd.open("Leila", label, _FACILITATORS, on=listed.message)

    async def _fill_in(self, opened: Outcome, values: Mapping[str, str]) -> None:
        """A preview is in memory only: who presses too late fills the form in again."""
        shown = await self._crowd.fill_in(opened, values, "", follows=False)
        await self._use(shown, "Yes, use this")

    async def _use(self, shown: Outcome, label: str) -> None:
        await self._crowd.press("Leila", label, _FACILITATORS, on=shown.message)
