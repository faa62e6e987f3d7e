"""The draft of an invitation. A person sends it: the bot sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.agenda.rules import LONGEST_INVITATION
from bot.agenda.service.agenda import Agenda
from bot.agenda.service.ports import Rooms
from bot.agenda.text import invitation as text
from bot.core.clock import Clock
from bot.core.database import Database
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.notices import Form, Line, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.questions.rules.writing import clean

#: What a facilitator makes of the draft.
INVITATION = "agenda.invitation"


@dataclass(frozen=True, slots=True)
class _Draft:
    community: int
    meeting: str
    text: str


class Inviting:
    """Drafts of invitations, in memory only."""

    def __init__(self, *, database: Database, agenda: Agenda, rooms: Rooms, clock: Clock) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._agenda = agenda
        self._rooms = rooms
        self._clock = clock
        self._drafts: Drafts[_Draft] = Drafts("error-agenda-invitation-gone")
        self._reading: Reading = AsItIs()

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at the text."""
        self._reading = reading

    async def draft(self, community: int, account: int, meeting: str, say: Callable[[Line], str]) -> Notice:
        """[Draft an invitation], put into words by `say`; raises Refused if the meeting is not there."""
        async with self._database.read() as tx:
            known = await self._agenda.known(tx, community, meeting)
        channel = known.meeting.place.channel
        room = "" if channel is None else self._rooms.voice_name(community, channel)
        written = text.written(known, room, say)
        return await self._hinted(account, _Draft(community, meeting, written))

    async def form(self, account: int, token: str) -> Form:
        """[Copy or change it]; raises Refused if it is gone."""
        return text.form(token, self._drafts.get(token, account, self._clock.now()).text)

    async def change(self, account: int, token: str, typed: str) -> Notice:
        """The text was changed; raises Refused if there is nothing in it, too much, or it is gone."""
        draft = self._drafts.get(token, account, self._clock.now())
        written = clean(typed, "note", LONGEST_INVITATION)
        return await self._hinted(account, _Draft(draft.community, draft.meeting, written))

    async def _hinted(self, account: int, draft: _Draft) -> Notice:
        async def again(texts: Sequence[str]) -> Notice:
            return self._shown(account, _Draft(draft.community, draft.meeting, texts[0]))

        passage = Passage(draft.text, LONGEST_INVITATION)
        own = OwnWords(draft.community, account, INVITATION, (passage,), again)
        return await self._reading.hint(self._shown(account, draft), own)

    def _shown(self, account: int, draft: _Draft) -> Notice:
        token = new_key()
        self._drafts.put(token, account, draft, self._clock.now())
        return text.shown(token, draft.meeting, draft.text)
