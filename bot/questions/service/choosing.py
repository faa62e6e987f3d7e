"""A community's choices about its questions: shown as what an asker will be told, before they hold.

They hold for what is asked from then on; what was asked before keeps what was promised.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.notices import Form, Line, Notice
from bot.questions import text
from bot.questions.rules.settings import QuestionSettings, check_part, chosen
from bot.questions.service.desk import Desk


class Choosing:
    """What facilitators choose for their community."""

    def __init__(self, desk: Desk) -> None:
        """A choice that is not yet confirmed is kept in memory only."""
        self._desk = desk
        self._drafts: Drafts[tuple[str, Mapping[str, str]]] = Drafts()

    async def show(self, community: int) -> Notice:
        """What holds now; raises Refused before the community is set up."""
        await self._desk.communities.get(community)
        return text.settings(await self._desk.settings(community))

    async def form(self, community: int, part: str) -> Form:
        """The form for one part of the choices; raises Refused if there is no such part."""
        check_part(part)
        return text.settings_form(await self._desk.settings(community), part)

    async def preview(self, community: int, account: int, part: str, typed: Mapping[str, str]) -> Notice:
        """What an asker will be told, if this is used; raises Refused for what cannot be."""
        now = self._desk.clock.now()
        changed = chosen(await self._desk.settings(community), part, typed)
        token = new_key()
        self._drafts.put(token, account, (part, dict(typed)), now)
        return text.settings_preview(token, changed, part)

    async def use(self, community: int, account: int, token: str) -> Notice:
        """Let a choice hold from now on; raises Refused if it was shown too long ago."""
        part, typed = self._drafts.get(token, account, self._desk.clock.now())
        async with self._desk.everyday.write() as tx:
            changed = await self.choose(tx, community, part, typed)
        self._drafts.drop(token)
        return text.settings_saved(changed)

    async def choose(self, tx: Tx, community: int, part: str, typed: Mapping[str, str]) -> QuestionSettings:
        """Let a choice hold from now on, in this transaction of the everyday database; returns what holds.

        Raises Refused for what cannot be.
        """
        changed = chosen(await self._desk.choices.get(tx, community), part, typed)
        await self._desk.choices.put(tx, changed)
        return changed

    async def chosen(self, community: int) -> QuestionSettings:
        """What holds now; the defaults before anything was chosen."""
        return await self._desk.settings(community)

    def told(self, settings: QuestionSettings) -> tuple[Line, ...]:
        """How questions go out, as an asker is told."""
        return text.told(settings)
