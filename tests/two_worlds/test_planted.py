"""The comparison can fail: each read of what waits that is planted here is found, and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.core.notices import Line, Notice, Words
from bot.glossary.service.showing import Showing
from bot.questions.rules.acts import Asked, Ended, Wondered
from bot.questions.rules.claims import Role
from bot.questions.rules.question import State
from bot.questions.service import Asking, Desk, Facilitating
from bot.questions.service import facilitating as module
from bot.questions.store import QuestionStore
from tests.two_worlds.conftest import Stages, Worlds
from tests.two_worlds.presses import PRESSES
from tests.two_worlds.stage import When
from tests.two_worlds.worlds import difference

Plant = Callable[[pytest.MonkeyPatch, Worlds], None]


def _sorted_by_exact_counts(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """/questions list is sorted by how many wondered, what waits among them."""

    async def live(self: Facilitating, community: int, skip: int = 0) -> Notice:
        async with self._desk.database.read() as tx:
            opened = module.listed(await self._desk.store.open(tx, community))
            acts = [
                *await self._desk.store.waiting(tx, community),
                *await self._desk.store.claims(tx, community),
            ]
        people = [
            each.question
            for each in acts
            if isinstance(each, Wondered) or getattr(each, "role", "") == Role.WONDERED
        ]
        return module.text.listing(sorted(opened, key=lambda each: -people.count(each.id)), [], skip)

    patch.setattr(Facilitating, "list", live)


def _closed_already(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """A question of which the end waits counts as closed."""
    proper = Desk.by_card

    async def live(self: Desk, tx: Any, community: int, token: str) -> Any:
        question = await proper(self, tx, community, token)
        for act in await self.store.waiting(tx, community):
            if isinstance(act, Ended) and act.question == question.id:
                closed_on = self.clock.now().date()
                return replace(question, state=State.CLOSED, ending=act.how, closed_on=closed_on)
        return question

    patch.setattr(Desk, "by_card", live)


def _panel_follows_reading(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """The panel's line about new answers comes when somebody has read hers."""
    proper = Asking.read

    async def live(self: Asking, community: int, account: int, shown: Any) -> None:
        await worlds.stage.world.features.panel.show(community, new=True)
        await proper(self, community, account, shown)

    patch.setattr(Asking, "read", live)


def _panel_follows_asking(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """The panel says at once that there is something new."""
    proper = Asking._send

    async def live(self: Asking, community: int, *others: Any) -> Notice:
        await worlds.stage.world.features.panel.show(community, new=True)
        return await proper(self, community, *others)

    patch.setattr(Asking, "_send", live)


def _others_have_wondered(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """[I wondered too] says whether others are waiting to be counted."""
    proper = Asking.wonder

    async def live(self: Asking, community: int, account: int, token: str) -> Notice:
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
            acts = await self._desk.store.waiting(tx, community)
        others = any(isinstance(act, Wondered) and act.question == question.id for act in acts)
        notice = await proper(self, community, account, token)
        return Notice((*notice.parts, Line("question-card-others"))) if others else notice

    patch.setattr(Asking, "wonder", live)


def _number_at_once(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """A question takes its number when it is asked: one that is let out meanwhile gets a later one."""
    proper = QuestionStore.next_number

    async def live(self: QuestionStore, tx: Any, community: int) -> int:
        acts = await self.waiting(tx, community)
        return await proper(self, tx, community) + sum(isinstance(act, Asked) for act in acts)

    patch.setattr(QuestionStore, "next_number", live)


def _everyday_row(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """Asking notes when a member was last seen."""
    proper = Asking._send

    async def live(self: Asking, community: int, account: int, *others: Any) -> Notice:
        joining = worlds.stage.world.features.coming.joining
        await joining.joining(community, account, frozenset({community}))
        return await proper(self, community, account, *others)

    patch.setattr(Asking, "_send", live)


def _what_waits_is_counted(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """/questions list says how many wait."""
    proper = Facilitating.list

    async def live(self: Facilitating, community: int, skip: int = 0) -> Notice:
        async with self._desk.database.read() as tx:
            waiting = len(await self._desk.store.waiting(tx, community))
        notice = await proper(self, community, skip)
        return replace(notice, parts=(*notice.parts, Words(f"{waiting} wait.")))

    patch.setattr(Facilitating, "list", live)


def _shown_everyday(patch: pytest.MonkeyPatch, worlds: Worlds) -> None:
    """What is to be shown is noted in the everyday database."""
    proper = Showing.press

    async def live(self: Showing, community: int, account: int, id_: str) -> Notice:
        joining = worlds.stage.world.features.coming.joining
        await joining.joining(community, account, frozenset({community}))
        return await proper(self, community, account, id_)

    patch.setattr(Showing, "press", live)


#: What is planted; the hidden press that it tells of; and what the message about it says.
PLANTED: Mapping[str, tuple[Plant, str, str]] = {
    "the list by exact counts": (_sorted_by_exact_counts, "wonder", "questions list"),
    "closed already": (_closed_already, "that helps", "is closed"),
    "the panel follows reading": (
        _panel_follows_reading,
        "open My questions, an answer unread",
        "There are new answers",
    ),
    "the panel follows asking": (_panel_follows_asking, "ask by the panel", "There are new answers"),
    "others have wondered": (_others_have_wondered, "wonder", "Others wondered too"),
    "a number at once": (_number_at_once, "ask by the panel", "Question 9"),
    "an everyday row": (_everyday_row, "ask by the panel", "everyday file"),
    "a word noted in the everyday file": (_shown_everyday, "show a word to everyone", "everyday file"),
    "what waits is counted": (_what_waits_is_counted, "ask by the panel", "1 wait"),
}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("planted", PLANTED)
async def test_a_planted_read_of_what_waits_is_found_and_named(
    planted: str, stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant, name, told = PLANTED[planted]
    worlds = await stages.worlds(When.MEETING)
    plant(monkeypatch, worlds)
    press = PRESSES[name]
    quiet, loud = await worlds.play(None), await worlds.play(press)
    found = difference(quiet, loud, press)
    assert found is not None
    assert told in found
