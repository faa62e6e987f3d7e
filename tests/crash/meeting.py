"""The scene `meeting`: two meetings planned, one held with all that belongs to it, one cancelled."""

from __future__ import annotations

from pathlib import Path

from tests.crash.crowd import Crowd
from tests.crash.meeting_after import After
from tests.crash.meeting_before import Before
from tests.crash.meeting_end import check_files, check_screens
from tests.crash.meeting_on import On


class Meeting:
    """The meeting. Each method of its three parts is a part of it, in this order."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def play(self) -> None:
        """From the panel to the days after the meeting."""
        before, on, after = Before(self._crowd), On(self._crowd), After(self._crowd)
        parts = (
            *(before.sets_up, before.join, before.plan, before.agenda, before.reply, before.move),
            *(before.papers, on.comes, on.starts, on.here, on.hands, on.calls, on.next_item),
            *(on.rests, on.takes_over, on.ask, on.answer, on.lost, on.ends),
            *(after.finish, after.post, after.reads, after.call_off, after.days),
        )
        for part in parts:
            self._crowd.bot.says(part.__name__.replace("_", " "))
            await part()

    def check(self, folder: Path) -> None:
        """As people see it, and in the files."""
        check_screens(self._crowd.rehearsal)
        check_files(folder, self._crowd.rehearsal)
