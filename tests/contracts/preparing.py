"""A community whose members are prepared: the real services and stores, and stand-ins for the neighbours."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import MetaData, Table

from bot.community.rules import CommunitySettings, PauseOfAll
from bot.core.alarms import Alarms, alarm_table
from bot.core.database import Database, Tx
from bot.core.notices import Line, Notice
from bot.core.schema import EVERYDAY
from bot.core.sealing import KEY_BYTES, Seal
from bot.meetings.rules import Change, Meeting
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import About, Member
from bot.preparation.rules import Progress
from bot.preparation.service import Desk, Preparation
from bot.preparation.store import PreparationStore, path_table, progress_table, slot_table
from tests.support import FakeClock

HERE = 900_000_000_000_000_001
#: Noon on a Thursday, with the first meeting ten weeks away.
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
ACCOUNTS = {"amina": 190_000_000_000_000_001, "ben": 190_000_000_000_000_002, "rosa": 190_000_000_000_000_003}
DAY = timedelta(days=1)


@dataclass
class FakeNudges:
    """The queue: what waits, by member and key. `go` lets out what may go by then."""

    clock: FakeClock
    waiting: dict[tuple[str, str], Nudge] = field(default_factory=dict)
    out: list[tuple[date, Nudge]] = field(default_factory=list)

    async def send(self, tx: Tx, nudge: Nudge) -> None:
        self.waiting[nudge.member, nudge.key] = nudge

    async def withdraw(self, tx: Tx, community: int, prefix: str) -> None:
        self.waiting = {at: each for at, each in self.waiting.items() if not each.key.startswith(prefix)}

    def lose(self, member: str) -> str:
        """What waits for somebody is let go; returns the key of the one that there is."""
        (nudge,) = [each for each in self.waiting.values() if each.member == member]
        del self.waiting[member, nudge.key]
        return nudge.key

    def go(self) -> None:
        now = self.clock.now()
        for at, nudge in list(self.waiting.items()):
            if nudge.not_before <= now:
                del self.waiting[at]
                if nudge.until is None or now <= nudge.until:
                    self.out.append((now.date(), nudge))


@dataclass
class FakePeople:
    """Who has joined."""

    members: dict[str, Member] = field(default_factory=dict)

    async def find(self, community: int, account: int) -> Member | None:
        return next((each for each in self.members.values() if each.account == account), None)

    async def member(self, tx: Tx, community: int, member: str) -> Member | None:
        return self.members.get(member)


@dataclass
class FakeContacts:
    """Who looks after whom, and what is on the lists of what to print or say."""

    people: FakePeople
    by_member: dict[str, str] = field(default_factory=dict)
    errands: list[tuple[str, Line]] = field(default_factory=list)

    async def contact_of(self, tx: Tx, community: int, member: str) -> Member | None:
        return self.people.members.get(self.by_member.get(member, ""))

    async def errand(self, tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date) -> None:
        self.errands.append((member, line))


@dataclass
class FakeMeetings:
    """The meetings to come."""

    clock: FakeClock
    meetings: list[Meeting] = field(default_factory=list)

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]:
        ahead = (each for each in self.meetings if each.starts_at > self.clock.now())
        return sorted(ahead, key=lambda each: each.starts_at)


@dataclass
class FakeCommunities:
    """What the community chose."""

    chosen: CommunitySettings = field(default_factory=lambda: CommunitySettings(HERE))

    async def settings(self, community: int) -> CommunitySettings:
        return self.chosen

    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings:
        return self.chosen


class Village:
    """One community, day by day. Rosa is a named contact; Amina is on the lay path, Ben on the other."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        clock.time = NOON
        self.nudges, self.people, self.meetings = FakeNudges(clock), FakePeople(), FakeMeetings(clock)
        self.contacts, self.communities = FakeContacts(self.people), FakeCommunities()
        self.store = PreparationStore(Seal(bytes(KEY_BYTES)))
        self.starts()

    def starts(self) -> None:
        """The bot starts, for the first time or again."""
        self.alarms = Alarms(self.database, alarm_table(MetaData()), self.clock)
        self.desk = Desk(
            database=self.database,
            store=self.store,
            communities=self.communities,
            people=self.people,
            contacts=self.contacts,
            meetings=self.meetings,
            nudges=self.nudges,
            alarms=self.alarms,
            clock=self.clock,
        )
        self.preparation = Preparation(self.desk)
        self.booking = self.preparation.booking
        self.alarms.answer(self.preparation.walking.works())

    async def joins(self, name: str, group: str = "lay", *, contact: str = "", discord: bool = True) -> None:
        """Somebody joins, or is added without Discord."""
        account = ACCOUNTS.setdefault(name, 190_000_000_000_000_100 + len(ACCOUNTS)) if discord else None
        about = About(name="" if discord else name.title(), groups=(group,) if group else ())
        today = self.clock.now()
        member = Member(name, HERE, account, today.date(), frozenset(), today, about)
        self.people.members[name] = member
        if contact:
            self.contacts.by_member[name] = contact
        async with self.database.write() as tx:
            await self.preparation.walking.joined(tx, member)

    def changes(self, name: str, **what: object) -> None:
        """Something is different with a member."""
        self.people.members[name] = replace(self.people.members[name], **what)

    async def plans(self, starts_at: datetime) -> Meeting:
        """A meeting is added."""
        meeting = Meeting(f"meeting {len(self.meetings.meetings)}", HERE, "First", starts_at)
        await self.meets(Change(None, meeting))
        return meeting

    async def meets(self, change: Change) -> None:
        """A meeting is added, moved or cancelled."""
        self.meetings.meetings = [each for each in self.meetings.meetings if each != change.before]
        self.meetings.meetings += [] if change.after is None else [change.after]
        async with self.database.write() as tx:
            await self.preparation.walking.meeting_changed(tx, HERE, change)

    async def passes(self, days: int = 1) -> None:
        """So many days go by; what may go out does at the end of each."""
        for _ in range(days):
            await self.alarms.ring()
            self.nudges.go()
            self.clock.time += DAY
        await self.alarms.ring()
        self.nudges.go()

    async def offers(self, times: str, contact: str = "rosa") -> Notice:
        """A contact offers times, and confirms them."""
        account = ACCOUNTS[contact]
        preview = await self.booking.preview(HERE, account, times)
        return await self.booking.offer(HERE, account, preview.buttons[0].token)

    def cards(self, name: str) -> list[tuple[str, date]]:
        """The cards that somebody was sent, with their days."""
        sent = ((day, each) for day, each in self.nudges.out if each.member == name)
        return [(each.key.rpartition(":")[2], day) for day, each in sent if each.budget is Budget.PATH]

    def told(self, name: str) -> list[str]:
        """What else somebody was told, in turn, by the id of its first sentence."""
        sent = (each for _, each in self.nudges.out if each.member == name and each.budget is not Budget.PATH)
        return [part.id for each in sent for part in each.notice.parts[:1] if isinstance(part, Line)]

    async def progress(self, name: str) -> Progress | None:
        """How far somebody has come, as it is kept."""
        async with self.database.read() as tx:
            return await self.store.get(tx, HERE, name)

    async def pauses(self) -> datetime:
        """The whole community is paused."""
        now = self.clock.now()
        self.communities.chosen = replace(self.communities.chosen, pause=PauseOfAll(now, "We pause."))
        return now

    async def loses(self, name: str) -> None:
        """What waits for somebody never goes, because of a pause."""
        key = self.nudges.lose(name)
        async with self.database.write() as tx:
            await self.preparation.walking.lost(tx, HERE, name, key)

    async def resumes(self, since: datetime) -> list[str]:
        """It goes on; which dates are to be looked at again."""
        self.communities.chosen = replace(self.communities.chosen, pause=None)
        async with self.database.write() as tx:
            dates = await self.preparation.walking.resumed(tx, HERE, since, self.clock.now())
        return [date.action for date in dates]


async def make_tables(database: Database, *tables: Table) -> None:
    """These tables only: whole migrations take longer."""
    async with database.write() as tx:
        await tx.run_sync(lambda sync: EVERYDAY.create_all(sync, tables=tables))
        await tx.run_sync(alarm_table(MetaData()).metadata.create_all)


async def open_village(database: Database, clock: FakeClock) -> Village:
    """A village with its named contact."""
    await make_tables(database, path_table, progress_table, slot_table)
    village = Village(database, clock)
    await village.joins("rosa", "voluntary")
    return village
