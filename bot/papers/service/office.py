"""What is done with the papers of a meeting, whoever decided it: by the clock, or by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Place, Post, edit_key
from bot.core.notices import Notice
from bot.glossary.rules.words_to_hear import named
from bot.papers.rules import Papers, Sheet, State, Word, days_left
from bot.papers.service.ports import (
    Agenda,
    Communities,
    Errands,
    MeetingWords,
    PapersStore,
    People,
    Rooms,
)
from bot.papers.text import card as cards
from bot.papers.text.message import message

#: The message to everybody, and the card that facilitators have.
POST, CARD = "papers.post", "papers.card"
_PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class Ground:
    """What papers stand on: `database` and `deliveries` are the everyday ones."""

    database: Database
    store: PapersStore
    communities: Communities
    rooms: Rooms
    people: People
    deliveries: Deliveries
    clock: Clock


class Office:
    """Makes up the papers, promises the messages about them, and keeps how it stands."""

    def __init__(self, on: Ground, agenda: Agenda, words: MeetingWords, errands: Errands) -> None:
        """`errands` asks contacts of members without Discord to print papers that go out."""
        self.on = on
        self._agenda = agenda
        self._words = words
        self._errands = errands

    async def sheet(self, tx: Tx, papers: Papers) -> Sheet:
        """All that these papers say now."""
        meeting = papers.meeting
        items = await self._agenda.items(tx, meeting.community, meeting.id)
        terms = await self._words.of_meeting(tx, meeting.community, meeting.id)
        words = tuple(Word(named(each), " ".join(each.plain.split())) for each in terms)
        channel = meeting.place.channel
        room = "" if channel is None else self.on.rooms.voice_name(meeting.community, channel)
        pauses = await self._agenda.pauses(tx, meeting.community, meeting.id)
        return Sheet(papers, tuple(items), words, days_left(meeting, self.on.clock.now()), room, pauses)

    async def send(self, tx: Tx, papers: Papers) -> Papers | None:
        """Promise the message to everybody; None if nobody knows where to. Keeps how it stands."""
        place = await self.place(tx, papers, POST)
        if place is None:
            return None
        promised = replace(papers, state=State.PROMISED)
        await self._post(tx, promised, place)
        await self._ask_to_print(tx, promised)
        await self.keep(tx, promised)
        return promised

    async def show(self, tx: Tx, papers: Papers) -> None:
        """Promise facilitators a card; an earlier one does not count any more."""
        place = await self.place(tx, papers, CARD)
        if place is not None:
            papers = papers.another_card()
            await self._put(tx, papers, CARD, place, cards.card(papers))
        await self.on.store.put(tx, papers)

    async def keep(self, tx: Tx, papers: Papers) -> None:
        """Keep papers that are different now, and say so on the card, if it is there."""
        await self.on.store.put(tx, papers)
        await self.edit_card(tx, papers, cards.card(papers))

    async def keep_and_tell(self, tx: Tx, papers: Papers) -> None:
        """The same, and say so in the message to everybody, on its way or there."""
        await self.keep(tx, papers)
        if papers.message:
            await self.edit_message(tx, papers)
        elif papers.has_gone and (place := await self.place(tx, papers, POST)) is not None:
            await self._post(tx, papers, place)

    async def edit_message(self, tx: Tx, papers: Papers) -> None:
        """Promise that the message to everybody says what is so now."""
        notice = message(await self.sheet(tx, papers))
        place = Edit(papers.channel, papers.message)
        await self._put(tx, papers, POST, place, notice)

    async def edit_card(self, tx: Tx, papers: Papers, notice: Notice) -> None:
        """Promise that the facilitators' card says this; one that is not there needs nothing."""
        if papers.card_message:
            place = Edit(papers.card_channel, papers.card_message)
            await self._put(tx, papers, CARD, place, notice)

    async def place(self, tx: Tx, papers: Papers, kind: str) -> Post | None:
        """Where a message of this kind goes now."""
        found = await self.on.communities.found(tx, papers.meeting.community)
        if found is None:
            return None
        return Post(found.questions_channel if kind == POST else found.facilitators_channel)

    async def _post(self, tx: Tx, papers: Papers, place: Post) -> None:
        await self._put(tx, papers, POST, place, message(await self.sheet(tx, papers)))

    async def _put(self, tx: Tx, papers: Papers, kind: str, place: Place, notice: Notice) -> None:
        key = papers.post_key if kind == POST else papers.card_key
        key = edit_key(key) if isinstance(place, Edit) else key
        delivery = Delivery(key, papers.meeting.community, kind, place, notice, papers.key)
        await self.on.deliveries.put(tx, delivery, self.on.clock.now())

    async def _ask_to_print(self, tx: Tx, papers: Papers) -> None:
        community, line = papers.meeting.community, cards.errand(papers)
        today = self.on.clock.now().astimezone(ZoneInfo(papers.meeting.zone)).date()
        for member in await self.on.people.of_community(tx, community):
            if not member.has_discord and member.left_on is None:
                await self._errands.errand(tx, community, member.id, kind=_PAPERS, line=line, due=today)
