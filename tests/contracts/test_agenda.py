"""Agendas: prepared, changed by two at once, agreed to, moved and cancelled; on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from bot.agenda import rules
from bot.agenda.rules import Item, Typed
from bot.agenda.service import WISH, Agenda, Desk, Inviting, Steering
from bot.agenda.store import AgendaStore, agenda_table
from bot.community.rules import PauseOfAll
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice, Words
from bot.core.own_words import OwnWords
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.meetings.rules import Change, Meeting, Place
from bot.meetings.service import Meetings
from bot.meetings.store import MeetingStore, meeting_table
from bot.people.rules import Member
from bot.standing_roles.rules import Role
from config.settings import WORDING
from tests.contracts.nudging import AMA, BEN, ELSEWHERE, FACILITATORS, HERE, Parish, open_parish
from tests.support import FakeClock

LEILA, OWEN = 190_000_000_000_000_051, 190_000_000_000_000_052
SAYS = Wording(WORDING)
TYPED = Typed("How letters are written", "20", "Ama", "lay", "to decide")
DAY = timedelta(days=1)


class Roles:
    """Who is in the steering group."""

    def __init__(self) -> None:
        self.group: list[str] = []

    async def of(self, tx: Tx, community: int, role: Role) -> list[str]:
        return self.group if (community, role) == (HERE, Role.STEERING_GROUP) else []


class Rooms:
    """One voice channel."""

    def voice_name(self, community: int, channel: int) -> str:
        return "The big room"


class Reader:
    """Somebody who looks at own words, and says them otherwise."""

    def __init__(self) -> None:
        self.read: list[OwnWords] = []

    async def hint(self, preview: Notice, own: OwnWords) -> Notice:
        self.read.append(own)
        return preview


class Chapter(Parish):
    """A parish with a meeting, m1, whose agenda is prepared."""

    def starts(self) -> None:
        super().starts()
        shared = {"database": self.database, "clock": self.clock}
        planning = Meetings(
            store=MeetingStore(),
            communities=self.communities,
            rooms=Rooms(),
            **shared,  # type: ignore[arg-type]
        )
        self.store = AgendaStore(self.seal)
        self.agenda = Agenda(self.store, planning, self.clock)
        self.roles = Roles()
        self.steering = Steering(
            agenda=self.agenda,
            communities=self.communities,
            people=self,
            holders=self.roles,
            nudges=self.nudges,
            deliveries=self.deliveries,
            **shared,  # type: ignore[arg-type]
        )
        self.desk = Desk(
            agenda=self.agenda,
            steering=self.steering,
            communities=self.communities,
            **shared,  # type: ignore[arg-type]
        )
        self.inviting = Inviting(agenda=self.agenda, rooms=Rooms(), **shared)  # type: ignore[arg-type]
        self.postman.belongs({WISH: self.steering})

    async def find(self, community: int, account: int) -> Member | None:
        async with self.database.read() as tx:
            return await self.members.get(tx, community, account)

    async def plans(self, before: Meeting | None, after: Meeting | None) -> None:
        """A meeting is added, changed or cancelled."""
        async with self.database.write() as tx:
            if after is not None:
                await MeetingStore().put(tx, after)
            elif before is not None:
                await MeetingStore().cancel(tx, before)
            for told in (self.agenda, self.steering):
                await told.meeting_changed(tx, HERE, Change(before, after))

    async def adds(self, title: str = "Letters", minutes: str = "20", who: int = LEILA) -> Notice:
        """A facilitator adds an item."""
        typed = replace(TYPED, title=title, minutes=minutes)
        return await self.uses(await self.desk.preview(HERE, who, "m1", typed), who)

    async def uses(self, preview: Notice, who: int = LEILA) -> Notice:
        return await self.desk.use(HERE, who, preview.buttons[0].token)

    async def items(self, community: int = HERE) -> list[Item]:
        async with self.database.read() as tx:
            return await self.agenda.items(tx, community, "m1")

    async def opened(self) -> str:
        """What a facilitator reads of the agenda."""
        return said(await self.desk.open(HERE, "m1"))

    async def token(self, at: int = 0) -> str:
        """The token of an item."""
        return f"m1.{(await self.items())[at].id}"


def said(notice: Notice) -> str:
    return "\n".join(each.words if isinstance(each, Words) else SAYS.say(each) for each in notice.parts)


def actions(notice: Notice) -> list[str]:
    return [each.action.removeprefix("agenda:") for each in notice.buttons]


@pytest.fixture
async def meeting(clock: FakeClock) -> Meeting:
    return Meeting("m1", HERE, "First", clock.now() + 20 * DAY, minutes=60, place=Place(channel=5))


@pytest.fixture
async def chapter(database: Database, seal: Seal, clock: FakeClock, meeting: Meeting) -> Chapter:
    await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=[meeting_table, agenda_table])

    async with database.write() as tx:
        await tx.run_sync(make)
    made = Chapter(database, seal, clock)
    await made.plans(None, meeting)
    await made.joins()
    await made.joins("ben", BEN)
    return made


async def test_an_item_is_on_the_agenda_once_it_is_used_and_only_once(chapter: Chapter) -> None:
    assert "nothing on this agenda yet" in await chapter.opened()
    preview = await chapter.desk.preview(HERE, LEILA, "m1", TYPED)
    assert await chapter.items() == []
    form = await chapter.desk.words_form(HERE, LEILA, preview.buttons[1].token)
    words = {"open": "The words", "fixed": "The money"}
    preview = await chapter.desk.words(HERE, LEILA, form.token, words, ["caring"])
    shown = await chapter.uses(preview)
    # It is summer in London.
    begins = "14:00"
    for each in (
        "**1. How letters are written**",
        f"{begins}, 20 minutes, to decide together. Who speaks: Ama",
        "**You can still change:** The words",
        "**This is fixed:** The money",
        "people who look after someone",
        "All of it takes 20 minutes",
        "40 are left",
        "nobody has that role here",
    ):
        assert each in said(shown), said(shown)
    (item,) = await chapter.items()
    await chapter.desk.remove(HERE, LEILA, await chapter.token())
    with pytest.raises(Refused, match="error-agenda-preview-gone"):
        await chapter.uses(preview)
    other = await chapter.desk.preview(HERE, LEILA, "m1", TYPED)
    with pytest.raises(Refused, match="error-agenda-preview-gone"):
        await chapter.desk.use(ELSEWHERE, LEILA, other.buttons[0].token)
    await chapter.uses(other)
    assert (item.group, item.position, item.minutes) == ("lay", 0, 20)
    assert await chapter.items(ELSEWHERE) == []
    with pytest.raises(Refused, match="error-agenda-meeting-gone"):
        await chapter.desk.open(ELSEWHERE, "m1")
    async with chapter.database.read() as tx:
        block = await tx.scalar(select(agenda_table.c.block))
    assert b"letters" not in block


async def test_too_long_is_said_and_a_break_and_a_room_are_proposed_until_she_decides(
    chapter: Chapter,
) -> None:
    for _ in range(4):
        await chapter.adds(minutes="20")
    opened = await chapter.opened()
    assert "From **13:45**, a room is open" in opened
    assert (
        opened.index("**2. Letters**") < opened.index("**14:40** Break, 10 minutes") < opened.index("**3. L")
    )
    assert "All of it takes 90 minutes" in opened
    assert "That is 30 more than there is" in opened
    assert "**15:30** The end" in opened
    later = await chapter.desk.rest(HERE, "m1.later")
    assert "**15:00** Break" in said(later)
    assert "You have decided this" in said(later)
    assert "room is open" not in said(await chapter.desk.early(HERE, "m1.off")).replace("No room is open", "")
    await chapter.desk.rest(HERE, "m1.off")
    await chapter.adds()
    chapter.starts()
    opened = await chapter.opened()
    assert "Break," not in opened
    assert "a room is open" not in opened
    assert "Break," in said(await chapter.desk.rest(HERE, "m1.on"))


async def test_items_are_put_in_order_taken_out_and_put_back(chapter: Chapter) -> None:
    for title in ("One", "Two", "Three"):
        await chapter.adds(title)
    assert "**1. Two**" in said(await chapter.desk.move(HERE, await chapter.token(1), -1))
    await chapter.desk.move(HERE, await chapter.token(2), 1)
    assert [each.title for each in await chapter.items()] == ["Two", "One", "Three"]
    token = await chapter.token(1)
    gone = await chapter.desk.remove(HERE, LEILA, token)
    for late in (chapter.desk.item(HERE, token), chapter.desk.remove(HERE, OWEN, token)):
        with pytest.raises(Refused, match="error-agenda-item-gone"):
            await late
    with pytest.raises(Refused, match="error-agenda-preview-gone"):
        await chapter.desk.put_back(HERE, OWEN, gone.buttons[0].token)
    await chapter.desk.put_back(HERE, LEILA, gone.buttons[0].token)
    assert [each.title for each in await chapter.items()] == ["Two", "One", "Three"]
    with pytest.raises(Refused, match="error-agenda-preview-gone"):
        await chapter.desk.put_back(HERE, LEILA, gone.buttons[0].token)


async def test_what_another_facilitator_changed_meanwhile_is_not_overwritten(chapter: Chapter) -> None:
    await chapter.adds()
    token = await chapter.token()
    mine = await chapter.desk.preview(HERE, LEILA, token, replace(TYPED, title="Mine"))
    hers = await chapter.desk.preview(HERE, OWEN, token, replace(TYPED, title="Hers"))
    # What is added or moved meanwhile is no matter.
    await chapter.adds("Another", who=OWEN)
    await chapter.desk.move(HERE, token, 1)
    await chapter.uses(hers, OWEN)
    with pytest.raises(Refused, match="error-agenda-changed"):
        await chapter.uses(mine)
    assert [each.title for each in await chapter.items()] == ["Another", "Hers"]
    late = await chapter.desk.preview(HERE, LEILA, token, TYPED)
    await chapter.desk.remove(HERE, OWEN, token)
    with pytest.raises(Refused, match="error-agenda-item-gone"):
        await chapter.uses(late)


async def test_two_at_once_both_add_and_the_sixteenth_is_refused(chapter: Chapter) -> None:
    for _ in range(13):
        await chapter.adds()
    previews = [await chapter.desk.preview(HERE, LEILA, "m1", TYPED) for _ in range(3)]
    found = await asyncio.gather(*map(chapter.uses, previews), return_exceptions=True)
    assert sorted(type(each).__name__ for each in found) == ["Notice", "Notice", "Refused"]
    assert len(await chapter.items()) == 15
    with pytest.raises(Refused, match="error-agenda-full"):
        await chapter.desk.form(HERE, "m1")
    async with chapter.database.write() as tx:
        with pytest.raises(Refused, match="error-agenda-full"):
            await chapter.agenda.add(tx, Item("p1", HERE, "m1", 0, "Proposed", 10))


async def test_another_feature_adds_an_item_at_the_end(chapter: Chapter) -> None:
    await chapter.adds()
    async with chapter.database.write() as tx:
        added = await chapter.agenda.add(tx, Item("p1", HERE, "m1", 0, "Proposed", 10))
        with pytest.raises(Refused, match="error-agenda-meeting-gone"):
            await chapter.agenda.add(tx, replace(added, meeting="gone"))
    assert added.position == 1
    assert (await chapter.items())[1] == added


async def test_the_agenda_follows_its_meeting_and_goes_with_it(
    chapter: Chapter, meeting: Meeting, clock: FakeClock
) -> None:
    await chapter.adds()
    preview = await chapter.desk.preview(HERE, LEILA, "m1", TYPED)
    moved = replace(meeting, starts_at=meeting.starts_at + timedelta(hours=2))
    await chapter.plans(meeting, moved)
    assert "16:00, 20 minutes" in await chapter.opened()
    later = replace(moved, starts_at=moved.starts_at + 2 * DAY)
    await chapter.plans(moved, later)
    async with chapter.database.write() as tx:
        assert await chapter.agenda.expire(tx, HERE, (meeting.starts_at + DAY).date()) == 0
    await chapter.plans(later, None)
    for press in (chapter.uses(preview), chapter.desk.open(HERE, "m1"), chapter.steering.show(HERE, "m1")):
        with pytest.raises(Refused, match="error-agenda-meeting-gone"):
            await press
    assert await chapter.items() == []
    await chapter.plans(None, meeting)
    await chapter.adds()
    clock.time = meeting.ends_at
    with pytest.raises(Refused, match="error-agenda-meeting-gone"):
        await chapter.desk.open(HERE, "m1")
    async with chapter.database.write() as tx:
        assert await chapter.agenda.expire(tx, ELSEWHERE, (clock.now() + DAY).date()) == 0
        assert await chapter.agenda.expire(tx, HERE, (clock.now() + DAY).date()) == 1


async def test_the_steering_group_is_asked_once_and_agrees_without_a_name(chapter: Chapter) -> None:
    await chapter.adds()
    with pytest.raises(Refused, match="error-agenda-no-group"):
        await chapter.steering.ask(HERE, "m1")
    chapter.roles.group = ["ama"]
    assert "not asked yet" in await chapter.opened()
    await chapter.steering.asking(HERE, "m1")
    assert chapter.said() == []
    await chapter.steering.ask(HERE, "m1")
    with pytest.raises(Refused, match="error-agenda-asked"):
        await chapter.steering.ask(HERE, "m1")
    chapter.starts()
    chapter.roles.group = ["ama"]
    await chapter.rings()
    assert chapter.said() == ["agenda-ask"]
    assert chapter.said(BEN) == []
    assert "asked. There is no answer yet" in await chapter.opened()
    for press in (chapter.steering.see(HERE, BEN, "m1"), chapter.steering.agree(HERE, BEN, "m1.1")):
        with pytest.raises(Refused, match="error-agenda-steering-only"):
            await press
    shown = await chapter.steering.see(HERE, AMA, "m1")
    agree = shown.buttons[0].token
    await asyncio.gather(*(chapter.steering.agree(HERE, AMA, agree) for _ in "12"))
    assert "The steering group has agreed." in await chapter.opened()
    async with chapter.database.read() as tx:
        plan = await chapter.store.get(tx, HERE, "m1")
    assert "ama" not in repr(plan)
    await chapter.desk.rest(HERE, "m1.off")
    assert "had agreed, but the agenda was changed" in await chapter.opened()
    with pytest.raises(Refused, match="error-agenda-other"):
        await chapter.steering.agree(HERE, AMA, agree)


async def test_what_she_would_change_reaches_facilitators_once_with_her_name(chapter: Chapter) -> None:
    chapter.roles.group = ["ama", "ben"]
    await chapter.adds()
    await chapter.steering.ask(HERE, "m1")
    shown = await chapter.steering.see(HERE, AMA, "m1")
    form = await chapter.steering.wish_form(HERE, AMA, shown.buttons[1].token)
    assert isinstance(form, Form)
    for typed, fault in ((" ", "error-note-empty"), ("x" * 4_000, "error-note-long")):
        with pytest.raises(Refused, match=fault):
            await chapter.steering.wish(HERE, AMA, form.token, typed)
    await chapter.steering.wish(HERE, AMA, form.token, "More time, please")
    chapter.starts()
    await chapter.rings()
    await chapter.rings()
    (came,) = [each for each in chapter.discord.messages if each.channel == FACILITATORS]
    assert "More time, please" in said(came.notice)
    assert f"<@{AMA}>" in said(came.notice)
    chapter.roles.group = ["ama", "ben"]
    await chapter.steering.agree(HERE, BEN, form.token)
    assert "would change something" in await chapter.opened()
    await chapter.steering.ask(HERE, "m1")
    assert "There is no answer yet" in await chapter.opened()


async def test_a_cancelled_meeting_asks_nobody_any_more(chapter: Chapter, meeting: Meeting) -> None:
    chapter.roles.group = ["ama"]
    await chapter.adds()
    chapter.clock.time = chapter.clock.time.replace(hour=22)
    await chapter.steering.ask(HERE, "m1")
    await chapter.plans(meeting, None)
    await chapter.passes_until(chapter.clock.now() + 5 * DAY)
    assert chapter.said() == []


async def test_in_a_pause_of_everything_nobody_is_asked(chapter: Chapter, clock: FakeClock) -> None:
    chapter.roles.group = ["ama"]
    await chapter.adds()
    pause = PauseOfAll(clock.now(), "", "k" * 16, 1, 1)
    await chapter.chooses(lambda settings: replace(settings, pause=pause))
    with pytest.raises(Refused, match="error-agenda-paused"):
        await chapter.steering.ask(HERE, "m1")
    await chapter.chooses(lambda settings: replace(settings, pause=None))
    await chapter.steering.ask(HERE, "m1")
    await chapter.rings()
    assert chapter.said() == ["agenda-ask"]


async def test_who_has_left_the_server_is_not_let_in(chapter: Chapter, clock: FakeClock) -> None:
    await chapter.adds()
    chapter.roles.group = ["ama"]
    await chapter.steering.ask(HERE, "m1")
    shown = await chapter.steering.see(HERE, AMA, "m1")
    await chapter.joins(left_on=clock.now().date())
    chapter.roles.group = []
    with pytest.raises(Refused, match="error-agenda-steering-only"):
        await chapter.steering.agree(HERE, AMA, shown.buttons[0].token)
    assert "has agreed" not in await chapter.opened()


async def test_own_words_are_looked_at_and_can_be_said_otherwise(chapter: Chapter) -> None:
    reader = Reader()
    chapter.desk.let_read(reader)
    chapter.inviting.let_read(reader)
    await chapter.desk.preview(HERE, LEILA, "m1", TYPED)
    assert [each.words for each in reader.read[0].passages] == ["How letters are written"]
    again = await reader.read[0].again(["Letters"])
    await chapter.uses(again)
    assert (await chapter.items())[0].title == "Letters"
    draft = await chapter.inviting.draft(HERE, LEILA, "m1", SAYS.say)
    assert "in the voice channel “The big room”" in said(draft)
    assert reader.read[1].passages[0].words in said(draft)
    form = await chapter.inviting.form(LEILA, draft.buttons[0].token)
    changed = await chapter.inviting.change(LEILA, form.token, "Please come.")
    assert "Please come." in said(changed)
    with pytest.raises(Refused, match="error-note-long"):
        await chapter.inviting.change(LEILA, form.token, "x" * 4_000)
    with pytest.raises(Refused, match="error-agenda-invitation-gone"):
        await chapter.inviting.form(OWEN, form.token)


async def test_minutes_are_told_by_group_and_one_without_any_is_named(chapter: Chapter) -> None:
    await chapter.adds(minutes="25")
    told = said(await chapter.desk.groups(HERE, "m1"))
    assert "Patient or public member: 25 minutes" in told
    assert "Clinical: **no minutes**" in told
    assert rules.shares(await chapter.items(), ["lay"]) == [("lay", 25)]
    assert isinstance((await chapter.desk.meetings(HERE)).parts[0], Line)
    assert actions(await chapter.desk.meetings(HERE))[0] == "open"
