"""The scene `meeting` after the meeting: its record, who could not come, and one that is cancelled."""

from __future__ import annotations

from datetime import datetime, timedelta

from rehearsal import Outcome, Shown
from tests.crash.crowd import Crowd, offers
from tests.crash.held import (
    ANSWERED,
    CALLED_OFF,
    DECIDED,
    DEREK,
    FACILITATORS,
    HELD,
    LEILA,
    MOST_TIMES,
    QUESTIONS,
    TO_FINISH,
)

_DECIDED = "What did we decide?"


class After:
    """They look before they do again what would be there twice."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def finish(self) -> None:
        """A minute later Leila writes what was decided; what is saved is kept."""
        await self._crowd.go_to(self._crowd.rehearsal.world.clock.now() + timedelta(minutes=1))
        for _ in range(MOST_TIMES):
            page = await self._page()
            assert page.message is not None
            if DECIDED in page.message.text:
                assert page.message.text.count(DECIDED) == 1, page.message.text
                return
            form = await self._crowd.open(LEILA, "What we decided", FACILITATORS, on=page.message)
            await self._crowd.fill_in(form, {_DECIDED: DECIDED}, "", follows=False)
        raise AssertionError("it is never saved")

    async def post(self) -> None:
        """She looks at it, and posts it. After a crash she looks once more: then it is posted, or not yet."""
        for _ in range(MOST_TIMES):
            page = await self._page()
            shown = await self._crowd.open(LEILA, "Show it as it will be", FACILITATORS, on=page.message)
            if offers(shown, "Post it"):
                await self._crowd.press(LEILA, "Post it", FACILITATORS, on=shown.message)
            if self._records():
                assert len(self._records()) == 1, f"{len(self._records())} records"
                return
        raise AssertionError("the record is never posted")

    async def reads(self) -> None:
        """Derek reads his answer; at the next hour it is forgotten that it was he who asked.

        That he has read it is kept in memory only: if he finds it after that hour, he has read it once more.
        """
        await self._crowd.open_more(DEREK, "My questions", says=ANSWERED)
        for hour in ("10T16:01", "11T09:01", "11T16:01"):
            await self._crowd.go_to(datetime.fromisoformat(f"2026-03-{hour}+00:00"))
            page = await self._crowd.open_more(DEREK, "My questions")
            if page.message is not None and "There is nothing of yours here" in page.message.text:
                return
        raise AssertionError("it is still kept as his")

    async def call_off(self) -> None:
        """The other meeting is cancelled, and goes from the list of events."""
        for _ in range(MOST_TIMES):
            listed = (await self._crowd.open(LEILA, "Meetings", FACILITATORS)).message
            if listed is None or CALLED_OFF not in listed.text:
                break
            asked = await self._crowd.open(LEILA, "Cancel 1", FACILITATORS, on=listed)
            if offers(asked, "Yes, cancel it"):
                await self._crowd.press(LEILA, "Yes, cancel it", FACILITATORS, on=asked.message)
        else:
            raise AssertionError("it is never cancelled")
        left = [each.name for each in self._crowd.person(DEREK).events()]
        assert CALLED_OFF not in left, f"the list has {left}"

    async def days(self) -> None:
        """Days later: what nudges held back over night has gone out, and nobody is reminded."""
        for day in (11, 13):
            await self._crowd.go_to(datetime.fromisoformat(f"2026-03-{day}T12:00+00:00"))

    # Steps

    async def _page(self) -> Outcome:
        offered = self._crowd.card(LEILA, TO_FINISH, FACILITATORS)
        return await self._crowd.open(LEILA, "Finish the record", FACILITATORS, on=offered)

    def _records(self) -> list[Shown]:
        shown = self._crowd.person(DEREK).read(QUESTIONS)
        return [each for each in shown if HELD in each.text and DECIDED in each.text]
