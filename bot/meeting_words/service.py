"""Keeping the words of a meeting, and finding them before it and while it is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Button, Line, Notice
from bot.glossary.rules.pages import shelf
from bot.glossary.rules.term import Term
from bot.glossary.text import browsing
from bot.meeting_words import rules, text
from bot.meeting_words.rules import Heard
from bot.meetings.rules import Change, Meeting

#: Rings when a meeting is over: its words are taken away.
OVER = "meeting_words.over"


class MeetingWordsStore(Protocol):
    """Where they are kept; `bot.meeting_words.store` has the promises."""

    async def put(self, tx: Tx, community: int, meeting: str, terms: Sequence[str]) -> None: ...
    async def of_community(self, tx: Tx, community: int) -> dict[str, tuple[str, ...]]: ...
    async def remove(self, tx: Tx, community: int, meeting: str) -> bool: ...


class Meetings(Protocol):
    """The meetings of each community."""

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]: ...


class Indexed(Protocol):
    """A community's terms as they are now, by their ids."""

    @property
    def by_id(self) -> dict[str, Term]: ...


class Indexes(Protocol):
    """What finds the terms of each community."""

    async def of(self, community: int) -> Indexed: ...


class MeetingWords:
    """The words of meetings. Only ids of terms are kept; who kept them is not."""

    def __init__(
        self,
        *,
        database: Database,
        store: MeetingWordsStore,
        meetings: Meetings,
        indexes: Indexes,
        alarms: Alarms,
        clock: Clock,
        say: Callable[[Line], str],
    ) -> None:
        """`database` and `alarms` are the everyday ones; `say` puts a line of a page to print into words."""
        self._database = database
        self._store = store
        self._meetings = meetings
        self._indexes = indexes
        self._alarms = alarms
        self._clock = clock
        self._say = say

    # What facilitators do

    async def meeting(self, community: int) -> Meeting | None:
        """The meeting for which words can be kept: the one that is on, else the next, or None."""
        async with self._database.read() as tx:
            meetings = await self._not_over(tx, community)
        return meetings[0] if meetings else None

    async def keep(self, tx: Tx, community: int, meeting: str, terms: Sequence[str]) -> None:
        """Keep the ids of a meeting's terms in place of those it had; the later of two keeps hers.

        Raises Refused if the meeting is cancelled or over.
        """
        found = [each for each in await self._not_over(tx, community) if each.id == meeting]
        if not found:
            raise Refused("error-meeting-words-no-meeting")
        await self._store.put(tx, community, meeting, terms)
        await self._ring_when_over(tx, found[0])

    async def drop(self, community: int, meeting: str) -> Notice:
        """[Take these words away from the meeting]; twice is once."""
        async with self._database.write() as tx:
            await self._forget(tx, community, meeting)
        return text.dropped()

    # What everybody reads

    async def choice(self, community: int) -> Button | None:
        """What leads to the words of the meeting that is on or to come; None if none has any."""
        heard = await self._heard(community)
        return None if heard is None else text.choice(heard)

    async def browse(self, community: int, token: str) -> Notice:
        """A page of a meeting's words; `token` is `<meeting's id>-<page>`.

        Raises Refused if the meeting is over, or has no words any more.
        """
        id_, _, page = token.rpartition("-")
        heard = await self._of(community, id_)
        number = int(page) if page.isdecimal() and len(page) < len("1000") else 0
        return text.shelf(heard, shelf(heard.terms, "", 0, number))

    async def printable(self, community: int, token: str) -> Notice:
        """A meeting's words as a text file; raises Refused as `browse` does. `token` is the meeting's id."""
        return browsing.printed(text.to_print(await self._of(community, token), self._say))

    # What other features ask and tell

    async def of_meeting(self, tx: Tx, community: int, meeting: str) -> tuple[Term, ...]:
        """The words that are kept for a meeting, in their order; none if none are."""
        kept = (await self._store.of_community(tx, community)).get(meeting, ())
        terms = (await self._indexes.of(community)).by_id if kept else {}
        return tuple(terms[id_] for id_ in kept if id_ in terms)

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """Words go with a meeting that is cancelled, and stay with one that is moved."""
        before, after = change.before, change.after
        if before is None or before.id not in await self._store.of_community(tx, community):
            return
        if after is None:
            await self._forget(tx, community, before.id)
        else:
            await self._ring_when_over(tx, after)

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def over(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            community, _, meeting = alarm.subject.partition(":")
            await self._store.remove(tx, int(community), meeting)
            return None

        return {OVER: over}

    # Steps

    async def _heard(self, community: int, meeting: str | None = None) -> Heard | None:
        async with self._database.read() as tx:
            kept = await self._store.of_community(tx, community)
            meetings = await self._not_over(tx, community) if kept else []
        if not meetings:
            return None
        these = [each for each in meetings if meeting in (None, each.id)]
        terms = (await self._indexes.of(community)).by_id
        return rules.heard(these, kept, terms, self._clock.now())

    async def _of(self, community: int, meeting: str) -> Heard:
        heard = await self._heard(community, meeting)
        if heard is None:
            raise Refused("error-meeting-words-gone")
        return heard

    async def _not_over(self, tx: Tx, community: int) -> list[Meeting]:
        now = self._clock.now()
        begun = await self._meetings.since(tx, community, rules.begun_since(now))
        return [each for each in begun if rules.over_at(each) > now]

    async def _forget(self, tx: Tx, community: int, meeting: str) -> None:
        await self._store.remove(tx, community, meeting)
        await self._alarms.forget(tx, OVER, f"{community}:{meeting}")

    async def _ring_when_over(self, tx: Tx, meeting: Meeting) -> None:
        subject = f"{meeting.community}:{meeting.id}"
        # Of two alarms the earlier one would stay.
        await self._alarms.forget(tx, OVER, subject)
        await self._alarms.set(tx, Alarm(OVER, subject, rules.over_at(meeting)))
