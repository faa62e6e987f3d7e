"""The scene `meeting` until the meeting begins: its agenda, replies to it, a move, its papers."""

from __future__ import annotations

from datetime import datetime

from rehearsal import Outcome, Shown
from tests.crash.crowd import Crowd, offers
from tests.crash.held import (
    AMINA,
    CALLED_OFF,
    FACILITATORS,
    HELD,
    ITEMS,
    KWAME,
    LEILA,
    MOST_TIMES,
    PAPERS,
    ROOM,
    TOM,
    USE,
)
from tests.crash.setting_up import join, set_up

_ADD = "Add an item"


class Before:
    """What was not yet confirmed is forgotten in a crash: then it is typed once more."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def sets_up(self) -> None:
        """The panels are there."""
        await set_up(self._crowd)

    async def join(self) -> None:
        """Three people."""
        for name in (AMINA, KWAME, TOM):
            await join(self._crowd, name, "Patient")

    async def plan(self) -> None:
        """Two meetings, each of which is in the server's list of events from then on."""
        await self._plans(HELD, "10 March 2pm")
        await self._plans(CALLED_OFF, "9 June 2pm")
        assert self._events() == [(HELD, ""), (CALLED_OFF, "")], f"the list has {self._events()}"

    async def agenda(self) -> None:
        """[Agenda 1], and on it one item after the other."""
        for title in ITEMS:
            await self._adds(title)
        page = (await self._agenda()).message
        assert page is not None
        assert [page.text.count(title) for title in ITEMS] == [1] * len(ITEMS), page.text

    async def reply(self) -> None:
        """Amina comes, and Tom cannot."""
        for name, label, says in (
            (AMINA, "I’m coming", "You are coming"),
            (TOM, "I can’t come", "You can’t come"),
        ):
            for title in (HELD, CALLED_OFF):
                await self._crowd.open(name, label, on=self._announcement(name, title), says=says)

    async def move(self) -> None:
        """To another place, for which Amina is told once."""
        for _ in range(MOST_TIMES):
            await self._listed()
            form = await self._crowd.open(LEILA, "Change 1", FACILITATORS)
            await self._uses(form, {"Where?": ROOM})
            await self._crowd.settle()
            if ROOM in self._announcement(AMINA, HELD).text:
                assert self._events() == [(HELD, ROOM), (CALLED_OFF, "")], f"the list has {self._events()}"
                return
        raise AssertionError("it is never moved")

    async def papers(self) -> None:
        """A week ahead they are there by themselves."""
        await self._crowd.go_to(datetime.fromisoformat("2026-03-03T14:01+00:00"))
        papers = self._crowd.card(AMINA, PAPERS + HELD).text
        assert all(title in papers for title in ITEMS), papers

    # Steps

    async def _plans(self, title: str, when: str) -> None:
        typed = {"What is it called?": title, "When?": when, "How many minutes?": "120", "Where?": ""}
        leila = self._crowd.person(LEILA)
        for _ in range(MOST_TIMES):
            form = await self._crowd.until_done(
                lambda: leila.command("meeting schedule", channel=FACILITATORS), follows=False
            )
            await self._uses(form, typed)
            listed = (await self._listed()).message
            if listed is not None and title in listed.text:
                return
        raise AssertionError("it is never planned")

    async def _adds(self, title: str) -> None:
        typed = {"What is it called?": title, "How many minutes?": "20"}
        for _ in range(MOST_TIMES):
            page = await self._agenda()
            if page.message is not None and title in page.message.text:
                return
            form = await self._crowd.open(LEILA, _ADD, FACILITATORS, on=page.message)
            await self._uses(form, typed)
        raise AssertionError("it is never on the agenda")

    async def _uses(self, form: Outcome, typed: dict[str, str]) -> None:
        """A form closes when it is sent, also where nothing comes of it; then there is nothing to press."""
        shown = await self._crowd.fill_in(form, typed, "", follows=False)
        if shown.message is not None and "Nothing is saved yet" in shown.message.text:
            await self._crowd.press(LEILA, USE, FACILITATORS, on=shown.message)

    async def _listed(self) -> Outcome:
        return await self._crowd.open(LEILA, "Meetings", FACILITATORS)

    async def _agenda(self) -> Outcome:
        for _ in range(MOST_TIMES):
            listed = await self._listed()
            page = await self._crowd.open(LEILA, "Agenda 1", FACILITATORS, on=listed.message)
            if offers(page, _ADD):
                break
        return page

    def _announcement(self, name: str, title: str) -> Shown:
        return self._crowd.card(name, f"## {title}")

    def _events(self) -> list[tuple[str, str]]:
        seen = self._crowd.person(AMINA).events()
        return [(each.name, each.place if each.place == ROOM else "") for each in seen]
