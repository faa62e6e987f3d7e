"""Showing a word to everyone: somebody presses, nobody is named, and at the next window a message goes out.

What was shown, and when, is noted in the anonymous database, in the transaction that promises the message: so
a word goes out once, whatever breaks off. The note holds the term and a time, and nothing of who pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.glossary.rules.showing import ONCE_IN, SHOW_WORD, Shown, is_wanted, lasting, let_out, shown_lately
from bot.glossary.rules.term import Term
from bot.glossary.service.indexes import Indexes
from bot.glossary.text import showing as text
from bot.questions.kinds import Said
from bot.questions.rules.windows import window_start

FORGET = "glossary.shown"


class ShownStore(Protocol):
    """Where it is noted what was shown; `bot.glossary.store` has the promises."""

    async def shown(self, tx: Tx, community: int) -> list[Shown]: ...
    async def put_shown(
        self, tx: Tx, community: int, notes: Sequence[Shown], *, leave_blanks: bool = True
    ) -> None: ...


class Saying(Protocol):
    """The way to say something anonymously; `bot.questions.service.Saying` has the promises."""

    async def press(self, kind: str, community: int, account: int, subject: str, name: str) -> Notice: ...


class Posting(Protocol):
    """Promises a message in the anonymous database; `bot.questions.service.Posting` has the promises."""

    async def post(
        self, tx: Tx, community: int, say: Callable[[str], Notice], *, to_facilitators: bool = False
    ) -> str: ...


class Showing:
    """What is pressed, what comes of it at the window, and what facilitators do with it."""

    def __init__(
        self,
        *,
        database: Database,
        store: ShownStore,
        alarms: Alarms,
        indexes: Indexes,
        saying: Saying,
        posting: Posting,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the anonymous ones."""
        self._database = database
        self._store = store
        self._alarms = alarms
        self._indexes = indexes
        self._saying = saying
        self._posting = posting
        self._clock = clock

    async def press(self, community: int, account: int, id_: str) -> Notice:
        """[Show it to everyone]: an anonymous act; if everybody was shown it lately, that is said.

        Raises Refused if the term is not there any more, for too many in an hour, and before the community
        is set up.
        """
        term = await self._find(community, id_)
        if term is None:
            raise Refused("glossary-term-gone")
        async with self._database.read() as tx:
            notes = await self._store.shown(tx, community)
        lately = shown_lately(notes, id_, self._clock.now())
        if lately is not None:
            return text.show_already(lately.at)
        return await self._saying.press(SHOW_WORD.code, community, account, id_, term.name)

    async def take_in(self, tx: Tx, said: Said) -> None:
        """It is out: promise the message, unless the term is gone, or everybody has seen it lately."""
        now, term = self._clock.now(), await self._find(said.community, said.subject)
        notes = await self._store.shown(tx, said.community)
        first = said.to_facilitators_first
        if term is None or not is_wanted(notes, said.subject, now, first=first):
            return
        say = partial(text.show_first if first else text.show_word, term=term)
        key = await self._posting.post(tx, said.community, say, to_facilitators=first)
        await self._note(tx, said.community, [*notes, Shown(key, term.id, window_start(now), first)], now)

    async def post(self, community: int, token: str) -> Notice:
        """[Post it]: a facilitator lets everybody see it, once.

        Raises Refused if it was posted already, is too old, or the term is not there any more.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            notes = await self._store.shown(tx, community)
            shown, left = let_out(notes, token, now, window_start(now))
            term = await self._find(community, shown.term)
            if term is None:
                raise Refused("glossary-term-gone")
            await self._posting.post(tx, community, partial(text.show_word, term=term))
            await self._note(tx, community, left, now)
        return text.show_posted()

    def works(self) -> dict[str, AlarmWork]:
        """What is done for the kind of alarm that this sets."""
        return {FORGET: self.forget}

    async def forget(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Forget, in a community (the alarm's subject), what was shown too long ago to matter."""
        community = int(alarm.subject)
        left = lasting(await self._store.shown(tx, community), now)
        await self._store.put_shown(tx, community, left, leave_blanks=False)
        if left:
            await self._alarms.set(tx, Alarm(FORGET, alarm.subject, now + ONCE_IN))
        return None

    async def _note(self, tx: Tx, community: int, notes: Sequence[Shown], now: datetime) -> None:
        await self._store.put_shown(tx, community, notes)
        await self._alarms.set(tx, Alarm(FORGET, str(community), now + ONCE_IN))

    async def _find(self, community: int, id_: str) -> Term | None:
        return (await self._indexes.of(community)).by_id.get(id_)
