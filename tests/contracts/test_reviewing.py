"""Words that nobody has looked at for a year: who is told, and who may say that they are right."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.community.rules import Community, Part, PauseOfAll
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.core.notices import Line
from bot.core.sealing import Seal
from bot.glossary.rules.term import Term
from bot.glossary.service import Keeping
from bot.glossary.service.reviewing import Presser, Reviewing
from bot.glossary.store import GlossaryStore
from bot.glossary.text.desk import token_of
from bot.nudges.rules import Nudge
from bot.people.rules import Member
from bot.standing_roles.rules import Role, Standing, State
from bot.standing_roles.service import StandingRoles
from bot.standing_roles.store import StandingRoleStore
from tests.bot.glossary.drawn import PATHWAY
from tests.support import FakeClock
from tests.tables import make_all_tables

HERE, FACILITATORS = 900_000_000_000_000_001, 7
AMINA, DEREK = 11, 12
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = NOW.date()
TERM = replace(PATHWAY, id="", name="Audit", theme="nhs", by="")
FACILITATOR = Presser(99, (FACILITATORS,))


class Members:
    """Two have joined; whoever is in `left` is not here any more."""

    def __init__(self) -> None:
        self.left: Collection[int] = ()

    def _member(self, account: int) -> Member:
        left = DAY if account in self.left else None
        return replace(
            Member(f"m{account}", HERE, account, DAY, frozenset(), NOW),
            left_on=left,
        )

    async def find(self, community: int, account: int) -> Member | None:
        return self._member(account) if account in (AMINA, DEREK) else None

    async def of_community(self, tx: Tx, community: int) -> list[Member]:
        return [self._member(account) for account in (AMINA, DEREK)]


class Nudges:
    """What would be sent to members."""

    def __init__(self) -> None:
        self.sent: list[Nudge] = []

    async def send(self, tx: Tx, nudge: Nudge) -> None:
        self.sent.append(nudge)


@dataclass
class Shelf:
    """A community with one word of its own, and Amina who looks after the words."""

    database: Database
    keeping: Keeping
    communities: Communities
    alarms: Alarms
    reviewing: Reviewing
    nudges: Nudges
    members: Members
    clock: FakeClock
    roles: StandingRoles
    store: StandingRoleStore

    async def said(self, presser: Presser, token: str = "") -> list[str]:
        notice = await self.reviewing.next(HERE, presser, token)
        return [part.id for part in notice.parts if isinstance(part, Line)]

    async def passes(self, days: int) -> int:
        """Days pass, one by one; how many messages wait for the facilitators' channel then."""
        for _ in range(days):
            self.clock.time += timedelta(days=1)
            await self.alarms.ring()
        async with self.database.read() as tx:
            return len((await tx.execute(EVERYDAY_DELIVERIES.select())).all())

    async def term(self) -> Term:
        (found,) = await self.keeping.terms(HERE)
        return found

    async def holds(self, state: State) -> None:
        role = Standing("r1", HERE, "m11", Role.WORD_EDITOR, "An hour", "Not paid", 5, DAY, state)
        async with self.database.write() as tx:
            await self.store.put(tx, role)


@pytest.fixture
async def shelf(database: Database, seal: Seal) -> Shelf:
    await make_all_tables(database, "everyday")
    clock, members, nudges = FakeClock(), Members(), Nudges()
    clock.time = NOW
    communities = Communities(database, CommunityStore())
    async with database.write() as tx:
        await communities.save(tx, Community(HERE, 1, 77, FACILITATORS))
    keeping = Keeping(database=database, store=GlossaryStore(seal), starter=lambda: (), clock=clock)
    alarms = Alarms(database, EVERYDAY_ALARMS, clock)
    store = StandingRoleStore(seal)
    roles = StandingRoles(
        database=database,
        store=store,
        people=members,  # type: ignore[arg-type]
        communities=communities,
        contacts=None,  # type: ignore[arg-type]
        nudges=nudges,  # type: ignore[arg-type]
        alarms=alarms,
        clock=clock,
    )
    communities.let_take_part(roles)
    reviewing = Reviewing(
        database=database,
        keeping=keeping,
        communities=communities,
        people=members,
        editors=roles,
        nudges=nudges,
        deliveries=Deliveries(EVERYDAY_DELIVERIES, seal),
        alarms=alarms,
        clock=clock,
    )
    alarms.answer(reviewing.works())
    await reviewing.start()
    await keeping.put(HERE, TERM, who=None)
    made = Shelf(database, keeping, communities, alarms, reviewing, nudges, members, clock, roles, store)
    await made.holds(State.HELD)
    return made


async def test_nobody_is_told_before_a_year_and_then_once_a_quarter(shelf: Shelf) -> None:
    assert await shelf.passes(365) == 0
    assert shelf.nudges.sent == []
    assert await shelf.passes(35) == 1
    (nudge,) = shelf.nudges.sent
    assert (nudge.member, nudge.budget.value) == ("m11", "counted")
    assert await shelf.passes(80) == 1
    assert await shelf.passes(10) == 2


async def test_still_right_sets_the_day_and_ends_the_reminders(shelf: Shelf) -> None:
    await shelf.passes(400)
    assert await shelf.said(FACILITATOR) == ["glossary-review-one", *(await shelf.said(FACILITATOR))[1:]]
    token = token_of(await shelf.term())
    for _ in range(2):
        await shelf.reviewing.right(HERE, Presser(AMINA, in_chat=True), token)
    assert (await shelf.term()).checked_on == shelf.clock.now().date()
    assert await shelf.said(FACILITATOR) == ["glossary-review-nothing"]
    history = await shelf.keeping.history(HERE, (await shelf.term()).id)
    assert [each.who for each in history] == [None, "m11"]
    before = await shelf.passes(0)
    assert await shelf.passes(300) == before


async def test_a_word_that_changed_since_it_was_shown_is_not_called_right(shelf: Shelf) -> None:
    await shelf.passes(400)
    term = await shelf.term()
    await shelf.keeping.put(HERE, replace(term, plain="Another meaning."), who=None)
    with pytest.raises(Refused):
        await shelf.reviewing.right(HERE, FACILITATOR, token_of(term))
    assert (await shelf.term()).checked_on != shelf.clock.now().date()


async def test_who_only_was_asked_or_has_left_looks_after_nothing(shelf: Shelf) -> None:
    assert await shelf.roles.has_part(Part.EDITOR, HERE, AMINA)
    assert not await shelf.roles.has_part(Part.EDITOR, HERE, DEREK)
    for state in (State.OFFERED, State.NOT_NOW, State.EXPIRED):
        await shelf.holds(state)
        with pytest.raises(Refused):
            await shelf.reviewing.next(HERE, Presser(AMINA))
    await shelf.holds(State.HELD)
    shelf.members.left = (AMINA,)
    with pytest.raises(Refused):
        await shelf.reviewing.next(HERE, Presser(AMINA))
    await shelf.passes(400)
    assert shelf.nudges.sent == []


async def test_while_all_is_paused_it_waits(shelf: Shelf) -> None:
    paused = PauseOfAll(NOW, "A break.", "k" * 16, 1, 1)
    async with shelf.database.write() as tx:
        await shelf.communities.change(tx, HERE, lambda known: replace(known, pause=paused))
    assert await shelf.passes(400) == 0
    async with shelf.database.write() as tx:
        await shelf.communities.change(tx, HERE, lambda known: replace(known, pause=None))
    assert await shelf.passes(5) == 1


async def test_a_forged_place_shows_a_word_that_is_there(shelf: Shelf) -> None:
    await shelf.passes(400)
    for token in ("9", "-1", "x" * 16, "9" * 30):
        assert (await shelf.said(FACILITATOR, token))[0] == "glossary-review-one"
