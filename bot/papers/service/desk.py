"""Papers by hand: what facilitators press, and the page that everybody can print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core.database import Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.papers import rules
from bot.papers.rules import Papers, State
from bot.papers.service.office import Office
from bot.papers.text import card as text
from bot.papers.text.message import printed
from bot.papers.text.printed import to_print


class Desk:
    """What is pressed below papers and below the facilitators' card; each token is of that message."""

    def __init__(self, office: Office, say: Callable[[Line], str]) -> None:
        """`say` puts a line of the page to print into words."""
        self._office = office
        self._on = office.on
        self._say = say

    # What everybody presses

    async def printable(self, community: int, token: str) -> Notice:
        """[Print it]: a page with all that the papers say now; raises Refused if they are gone."""
        async with self._on.database.read() as tx:
            sheet = await self._office.sheet(tx, await self._get(tx, community, token))
        return printed(to_print(sheet, self._say))

    # What facilitators press

    async def look(self, community: int, token: str) -> Notice:
        """[Look at it]: what everybody reads; raises Refused if the papers are gone."""
        async with self._on.database.read() as tx:
            sheet = await self._office.sheet(tx, await self._get(tx, community, token))
        return text.look(sheet)

    async def send(self, community: int, token: str) -> Notice:
        """[Send it now]: at once, whatever the hour; twice is once.

        Raises Refused while all is paused, once the meeting has begun, or if there is no channel for it.
        """
        async with self._on.database.write() as tx:
            papers = await self._get(tx, community, token)
            if papers.has_gone:
                return text.sent(already=True)
            if papers.meeting.starts_at <= self._on.clock.now():
                raise Refused("error-papers-over")
            if (await self._on.communities.settings_in(tx, community)).pause is not None:
                raise Refused("error-papers-paused")
            if await self._office.send(tx, papers) is None:
                raise Refused("error-papers-place")
        return text.sent(already=False)

    async def hold(self, community: int, token: str) -> Notice:
        """[Do not send it]: they do not go by themselves; raises Refused if they went already."""
        async with self._on.database.write() as tx:
            papers = await self._get(tx, community, token)
            if papers.has_gone:
                raise Refused("error-papers-sent")
            await self._office.keep(tx, replace(papers, state=State.HELD))
        return text.held()

    async def form_add(self, community: int, token: str) -> Form:
        """[Add a paper]; raises Refused if the papers are gone."""
        async with self._on.database.read() as tx:
            return text.form_add(await self._get(tx, community, token))

    async def add(self, community: int, token: str, typed: Mapping[str, str]) -> Notice:
        """A paper more, also after the message went: it is put there. Raises Refused for what cannot be."""
        link = rules.read_link(typed["title"], typed["link"])
        return text.added(await self._change(community, token, lambda papers: papers.with_link(link)))

    async def form_out(self, community: int, token: str) -> Form:
        """[Take a paper out]; raises Refused if there is none."""
        async with self._on.database.read() as tx:
            papers = await self._get(tx, community, token)
        if not papers.links:
            raise Refused("error-papers-none")
        return text.form_out(papers)

    async def take_out(self, community: int, token: str, which: str) -> Notice:
        """A paper less; raises Refused if it is not there any more."""
        number = int(which) if which.isascii() and which.isdecimal() and len(which) == 1 else -1
        return text.taken_out(
            await self._change(community, token, lambda papers: papers.without_link(number))
        )

    async def form_bring(self, community: int, token: str) -> Form:
        """[What to bring]; raises Refused if the papers are gone."""
        async with self._on.database.read() as tx:
            return text.form_bring(await self._get(tx, community, token))

    async def bring(self, community: int, token: str, typed: str) -> Notice:
        """What people are told to bring; empty for nothing. Raises Refused if that is too long."""
        words = rules.check_bring(typed)
        return text.bring_kept(
            await self._change(community, token, lambda papers: replace(papers, bring=words))
        )

    # Steps

    async def _change(self, community: int, token: str, change: Callable[[Papers], Papers]) -> Papers:
        async with self._on.database.write() as tx:
            changed = change(await self._get(tx, community, token))
            await self._office.keep_and_tell(tx, changed)
        return changed

    async def _get(self, tx: Tx, community: int, token: str) -> Papers:
        found = await self._on.store.by_key(tx, community, rules.key_in(token))
        if found is None:
            raise Refused("error-papers-gone")
        return found
