"""The scene `meeting`: two meetings planned, one moved and held, one cancelled, and the night after."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from rehearsal import Shown
from tests.crash.crowd import Crowd
from tests.crash.meeting_end import check_files, check_screens
from tests.crash.setting_up import join, set_up

LEILA, OWEN, AMINA, TOM, KWAME = (
    "Leila Haddad",
    "Owen Beckett",
    "Amina Yusuf",
    "Tom Ashworth",
    "Kwame Boateng",
)
HELD, CALLED_OFF = "What the aims are", "Looking back"
ROOM = "Room 4, Town Hall"
SOMEONE = "someone"
_MOST_TIMES = 3
_YES = "Yes, use this"


class Meeting:
    """The meeting. Each method is a part of it, in this order."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def play(self) -> None:
        """From the panel to the night after the meeting."""
        parts = (
            *(self._sets_up, self._join, self._plan, self._reply, self._move),
            *(self._comes, self._starts, self._lost, self._ends, self._call_off, self._night),
        )
        for part in parts:
            self._crowd.bot.says(part.__name__.strip("_").replace("_", " "))
            await part()

    def check(self, folder: Path) -> None:
        """As people see it, and in the files."""
        check_screens(self._crowd.rehearsal)
        check_files(folder)

    # Before the meeting

    async def _sets_up(self) -> None:
        await set_up(self._crowd)

    async def _join(self) -> None:
        for name in (AMINA, TOM):
            await join(self._crowd, name, "Patient")

    async def _plan(self) -> None:
        await self._plans(HELD, "10 March 2pm")
        await self._plans(CALLED_OFF, "9 June 2pm")

    async def _plans(self, title: str, when: str) -> None:
        """What was not yet confirmed is forgotten in a crash: then she types it again."""
        typed = {"What is it called?": title, "When?": when, "How many minutes?": "120", "Where?": ""}
        leila = self._crowd.person(LEILA)
        for _ in range(_MOST_TIMES):
            form = await self._crowd.until_done(
                lambda: leila.command("meeting schedule", channel="facilitators"), follows=False
            )
            shown = await self._crowd.fill_in(form, typed, "Nothing is saved yet", follows=False)
            await self._crowd.press(LEILA, _YES, "facilitators", on=shown.message)
            if title in await self._listed():
                return
        raise AssertionError("it is never planned")

    async def _listed(self) -> str:
        page = await self._crowd.open(LEILA, "Meetings", "facilitators")
        return "" if page.message is None else page.message.text

    async def _reply(self) -> None:
        for name, label, says in (
            (AMINA, "I’m coming", "You are coming"),
            (TOM, "I can’t come", "You can’t come"),
        ):
            for title in (HELD, CALLED_OFF):
                await self._crowd.open(name, label, on=self._announcement(name, title), says=says)

    def _announcement(self, name: str, title: str) -> Shown:
        return self._crowd.card(name, f"## {title}")

    async def _move(self) -> None:
        """To another place, for which Amina is told once."""
        for _ in range(_MOST_TIMES):
            await self._listed()
            form = await self._crowd.open(LEILA, "Change 1", "facilitators")
            shown = await self._crowd.fill_in(form, {"Where?": ROOM}, "Nothing is saved yet", follows=False)
            await self._crowd.press(LEILA, _YES, "facilitators", on=shown.message)
            await self._crowd.settle()
            if ROOM in self._announcement(AMINA, HELD).text:
                return
        raise AssertionError("it is never moved")

    # The meeting

    async def _comes(self) -> None:
        await self._crowd.go_to(datetime.fromisoformat("2026-03-10T14:00+00:00"))

    async def _starts(self) -> None:
        await self._crowd.press(LEILA, "Meeting starts", "facilitators", says="The meeting has started.")

    async def _lost(self) -> None:
        """What was pressed is kept in memory only: after a crash it is pressed once more."""
        for _ in range(_MOST_TIMES):
            await self._crowd.open(TOM, "I’m lost", says="someone")
            await self._crowd.pass_window()
            await self._crowd.pass_window()
            shown = [each for each in self._crowd.person(OWEN).read("facilitators") if "is lost" in each.text]
            if shown:
                await self._crowd.open(OWEN, "Seen, thank you", "facilitators", on=shown[-1])
                await self._crowd.settle()
                return
        raise AssertionError("nobody is ever shown as lost")

    async def _ends(self) -> None:
        await self._crowd.press(LEILA, "Meeting ends", "facilitators", says="The meeting has ended.")
        await self._crowd.pass_window()

    # After the meeting

    async def _call_off(self) -> None:
        for _ in range(_MOST_TIMES):
            if CALLED_OFF not in await self._listed():
                return
            asked = await self._crowd.open(LEILA, "Cancel 1", "facilitators")
            await self._crowd.press(LEILA, "Yes, cancel it", "facilitators", on=asked.message)
        raise AssertionError("it is never cancelled")

    async def _night(self) -> None:
        """The day after: what nudges held back over night has gone out."""
        await self._crowd.go_to(datetime.fromisoformat("2026-03-11T12:00+00:00"))
