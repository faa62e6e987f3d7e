"""Planning meetings, and telling whoever goes by their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Protocol

from bot.community.rules import CommunitySettings, PastDate
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.meetings import rules, text
from bot.meetings.rules import Change, Draft, Home, Meeting, shown
from bot.meetings.rules.calendar import Dated, calendar

#: What a facilitator writes herself in a preview.
TITLE = "meetings.title"
_FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


class MeetingStore(Protocol):
    """Where meetings are kept; `bot.meetings.store` has the promises."""

    async def put(self, tx: Tx, meeting: Meeting) -> None: ...
    async def get(self, tx: Tx, community: int, meeting: str) -> Meeting | None: ...
    async def between(self, tx: Tx, community: int, since: datetime, until: datetime) -> list[Meeting]: ...
    async def cancel(self, tx: Tx, meeting: Meeting) -> None: ...
    async def cancelled(self, tx: Tx, community: int, since: datetime) -> list[Meeting]: ...
    async def expire(self, tx: Tx, community: int, before: datetime) -> int: ...


class Communities(Protocol):
    """What communities chose."""

    async def settings(self, community: int) -> CommunitySettings: ...


class Rooms(Protocol):
    """The voice channels of a community."""

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called; empty if it is not there, or not known now."""


class OnChange(Protocol):
    """A feature that goes by the dates of meetings."""

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """A meeting was added, moved or cancelled, in this transaction."""


class Meetings:
    """The meetings of every community. Ids are random, and say nothing."""

    def __init__(
        self,
        *,
        database: Database,
        store: MeetingStore,
        communities: Communities,
        rooms: Rooms,
        clock: Clock,
    ) -> None:
        """`database` is the everyday one. What is not yet confirmed is kept in memory only."""
        self._database = database
        self._store = store
        self._communities = communities
        self._rooms = rooms
        self._clock = clock
        self._drafts: Drafts[Draft] = Drafts()
        self._told: Sequence[OnChange] = ()
        self._reading: Reading = AsItIs()

    def tell(self, *told: OnChange) -> None:
        """Say who is told of each change; once, when all is built."""
        self._told = told

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at the titles that facilitators write, in the preview."""
        self._reading = reading

    # What facilitators do

    async def listed(self, community: int, token: str = "") -> Notice:
        """[Meetings]: one that is on, and those to come; the token may say how many to skip."""
        now = self._clock.now()
        async with self._database.read() as tx:
            near = await self.since(tx, community, now - rules.LONGEST)
        meetings = [each for each in near if each.ends_at > now]
        skip = int(token) if token.isdecimal() else 0
        return text.listed(meetings, now, skip if skip < len(meetings) else 0)

    async def form(self, community: int, meeting: str = "") -> Form:
        """[Add a meeting], or [Change] one; raises Refused if it is not there."""
        zone = (await self._communities.settings(community)).zone
        async with self._database.read() as tx:
            return text.form(await self._get(tx, community, meeting) if meeting else None, zone)

    async def preview(self, community: int, account: int, meeting: str, typed: Mapping[str, str]) -> Notice:
        """What will be so, if it is used; raises Refused for what cannot be.

        `typed` has `title`, `minutes` and `where`; with them `when` for new meetings (`meeting` is empty),
        `day` and `time` for one that is there.
        """
        shown = await self._previewed(community, account, meeting, typed)

        async def again(texts: Sequence[str]) -> Notice:
            return await self._previewed(community, account, meeting, {**typed, "title": texts[0]})

        title = Passage(rules.check_title(typed["title"]), rules.LONGEST_TITLE)
        return await self._reading.hint(shown, OwnWords(community, account, TITLE, (title,), again))

    async def _previewed(
        self, community: int, account: int, meeting: str, typed: Mapping[str, str]
    ) -> Notice:
        now = self._clock.now()
        home = await self._home(community)
        async with self._database.read() as tx:
            near = await self._store.between(tx, community, now - rules.LONGEST, _FOR_EVER)
            if not meeting:
                planned = await self.upcoming(tx, community)
                return self._ask(account, self._added(community, typed, home, now, len(planned)), near, now)
            before = await self._get(tx, community, meeting)
        return self._ask(account, Draft((rules.changed(before, typed, home, now),)), near, now)

    def _added(
        self, community: int, typed: Mapping[str, str], home: Home, now: datetime, planned: int
    ) -> Draft:
        title, when = rules.check_title(typed["title"]), rules.read_when(typed["when"], home.zone, now)
        minutes = rules.read_minutes(typed["minutes"])
        place = rules.read_place(typed["where"], room=home.room)
        rules.check_room(planned, len(when.starts))
        series = "" if when.series is None else f"{new_key()} {when.series.text}"
        made = [
            Meeting(new_key(), community, title, starts, home.zone, minutes, place, series=series)
            for starts in sorted(when.starts)
        ]
        return Draft(tuple(Change(None, each) for each in made), when)

    async def cancelling(self, community: int, account: int, meeting: str) -> Notice:
        """[Cancel] a meeting: whether she is sure; raises Refused if it is not there."""
        async with self._database.read() as tx:
            before = await self._get(tx, community, meeting)
        return self._ask(account, Draft((Change(before, None),)), (), self._clock.now())

    async def series(self, community: int) -> Notice:
        """[A whole series]: each of which at least two meetings are still to come."""
        async with self._database.read() as tx:
            return text.series(rules.whole_series(await self.upcoming(tx, community)))

    async def form_of_all(self, community: int, series: str) -> Form:
        """[Change all of these]; raises Refused if there is no such series any more."""
        zone = (await self._communities.settings(community)).zone
        async with self._database.read() as tx:
            return text.form_of_all(series, await self._all_of(tx, community, series), zone)

    async def preview_of_all(
        self, community: int, account: int, series: str, typed: Mapping[str, str]
    ) -> Notice:
        """All that are still to come of a series, as they will be; raises Refused for what cannot be.

        `typed` has `title`, `time`, `minutes` and `where`: days stay.
        """
        now = self._clock.now()
        home = await self._home(community)
        async with self._database.read() as tx:
            near = await self._store.between(tx, community, now - rules.LONGEST, _FOR_EVER)
            before = await self._all_of(tx, community, series)
        return self._ask(account, rules.all_changed(before, typed, home, now), near, now)

    async def cancelling_all(self, community: int, account: int, series: str) -> Notice:
        """[Cancel all of these]: whether she is sure; raises Refused if there is no such series any more."""
        async with self._database.read() as tx:
            changes = [Change(each, None) for each in await self._all_of(tx, community, series)]
        return self._ask(account, Draft(tuple(changes)), (), self._clock.now())

    async def use(self, community: int, account: int, token: str) -> Notice:
        """What was previewed is so from now on: all of it, or nothing.

        Raises Refused if it was shown too long ago or used already, or somebody else changed the meeting
        meanwhile.
        """
        changes = self._draft(account, token, self._clock.now()).changes
        async with self._database.write() as tx:
            await self._check_unchanged(tx, community, changes)
            for change in changes:
                await self._apply(tx, community, change)
        self._drafts.drop(token)
        return text.done(changes)

    async def _apply(self, tx: Tx, community: int, change: Change) -> None:
        if change.after is not None:
            await self._store.put(tx, change.after)
        elif change.before is not None:
            await self._store.cancel(tx, replace(change.before, version=change.before.version + 1))
        for each in self._told:
            await each.meeting_changed(tx, community, change)

    # What everybody does

    async def calendar(self, community: int) -> Notice:
        """[Put it in my calendar]: a file of the meetings to come, and of those that were cancelled."""
        now = self._clock.now()
        async with self._database.read() as tx:
            dated = [self._dated(each) for each in await self.upcoming(tx, community)]
            gone = await self._store.cancelled(tx, community, now)
        dated += [self._dated(each, is_cancelled=True) for each in gone]
        return text.calendar(calendar(dated, now)) if dated else text.no_calendar()

    def _dated(self, meeting: Meeting, *, is_cancelled: bool = False) -> Dated:
        channel = meeting.place.channel
        place = "" if channel is None else self._rooms.voice_name(meeting.community, channel)
        return Dated(meeting, is_cancelled, place)

    # What other features ask

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]:
        """The meetings to come, the next one first."""
        return await self._store.between(tx, community, self._clock.now(), _FOR_EVER)

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]:
        """The meetings that begin after a moment, the earliest first."""
        return await self._store.between(tx, community, moment, _FOR_EVER)

    async def next_start(self, community: int) -> datetime | None:
        """When the next meeting begins, or None if none is planned."""
        async with self._database.read() as tx:
            meetings = await self.upcoming(tx, community)
        return meetings[0].starts_at if meetings else None

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        """The pause of everything is over: the meetings of that time, each to be given a new date."""
        passed = await self._store.between(tx, community, since, now)
        return [PastDate("meetings:change", each.id, _past(each)) for each in passed]

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Remove what was over before a day; returns how many meetings that were."""
        return await self._store.expire(tx, community, datetime.combine(before, time(), UTC))

    # Shared steps

    async def _home(self, community: int) -> Home:
        """Where a community is; its voice channel counts only while it is there."""
        chosen = await self._communities.settings(community)
        is_there = chosen.room is not None and self._rooms.voice_name(community, chosen.room)
        return Home(chosen.zone, chosen.room if is_there else None)

    def _ask(self, account: int, draft: Draft, near: Sequence[Meeting], now: datetime) -> Notice:
        token = new_key()
        self._drafts.put(token, account, draft, now)
        return text.preview(token, draft, near)

    def _draft(self, account: int, token: str, now: datetime) -> Draft:
        try:
            return self._drafts.get(token, account, now)
        except Refused:
            raise Refused("error-meeting-preview-gone") from None

    async def _get(self, tx: Tx, community: int, meeting: str) -> Meeting:
        found = await self._store.get(tx, community, meeting)
        if found is None:
            raise Refused("error-meeting-gone")
        return found

    async def _all_of(self, tx: Tx, community: int, series: str) -> tuple[Meeting, ...]:
        found = rules.whole_series(await self.upcoming(tx, community)).get(series)
        if found is None:
            raise Refused("error-meeting-series-gone")
        return found

    async def _check_unchanged(self, tx: Tx, community: int, changes: Sequence[Change]) -> None:
        new = [each.after.id for each in changes if each.before is None and each.after is not None]
        if new and await self._store.get(tx, community, new[0]) is not None:
            raise Refused("error-meeting-preview-gone")
        if new:
            rules.check_room(len(await self.upcoming(tx, community)), len(new))
        for change in changes:
            before, after = change.before, change.after
            if before is not None and await self._store.get(tx, community, before.id) != before:
                raise Refused("error-meeting-changed")
            if after is not None and after.starts_at <= self._clock.now():
                raise Refused("error-meeting-past")


def _past(meeting: Meeting) -> Line:
    at = shown(meeting.starts_at, meeting.zone)
    return Line("meeting-past", {"day": at.day, "month": at.month})
