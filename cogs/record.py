"""The record of a meeting, on Discord: written, posted, read, printed."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.record.service import Records
from cogs._checks import NOTE_TAKERS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class RecordCog(FeatureCog):
    """What facilitators and note-takers write, and what everybody reads."""

    def __init__(self, wording: Wording, communities: Communities, records: Records) -> None:
        """`records` does what is asked here."""
        super().__init__(wording, communities)
        self._records = records

    @button("record:open", NOTE_TAKERS, in_place=True)
    async def open(self, press: Press) -> Notice:
        """[Finish the record], [Change it], and the way back; an empty token is about the latest."""
        return await self._records.writing.open(press.community, press.token)

    @opens_form("record:write", NOTE_TAKERS)
    async def write(self, press: Press) -> Form:
        """A button for one part of it."""
        return await self._records.writing.form(press.community, press.token)

    @form("record:save", NOTE_TAKERS, in_place=True)
    async def save(self, press: Press) -> Notice:
        """The form for one part was sent."""
        kinds = press.many.get("kinds", ())
        return await self._records.writing.save(press.community, press.token, press.fields, kinds)

    @opens_form("record:add-action", NOTE_TAKERS)
    async def add_action(self, press: Press) -> Form:
        """[Add an action]."""
        return await self._records.writing.action_form(press.community, press.token)

    @form("record:act", NOTE_TAKERS, in_place=True)
    async def act(self, press: Press) -> Notice:
        """The form for an action was sent."""
        return await self._records.writing.act(press.community, press.token, press.fields)

    @button("record:actions", NOTE_TAKERS, in_place=True)
    async def actions(self, press: Press) -> Notice:
        """[Remove an action]."""
        return await self._records.writing.actions(press.community, press.token)

    @button("record:remove", NOTE_TAKERS, in_place=True)
    async def remove(self, press: Press) -> Notice:
        """[Remove] one of them."""
        return await self._records.writing.remove(press.community, press.token)

    @button("record:preview", NOTE_TAKERS, in_place=True)
    async def preview(self, press: Press) -> Notice:
        """[Show it as it will be]."""
        leads = is_facilitator(await self.communities.find(press.community), press.roles)
        return await self._records.writing.preview(press.community, press.account, press.token, leads=leads)

    @button("record:post", NOTE_TAKERS, in_place=True)
    async def post(self, press: Press) -> Notice:
        """[Post it], or [Put this in its place]."""
        return await self._records.posting.post(press.community, press.token)

    @button("record:read", OPENLY_ANYWHERE)
    async def read(self, press: Press) -> Notice:
        """[Read it all]."""
        return await self._records.reading.read(press.community, press.token)

    @button("record:last", OPENLY_ANYWHERE)
    async def last(self, press: Press) -> Notice:
        """[The last record], under [More] on the panel."""
        return await self._records.reading.last(press.community)

    @button("record:turn", OPENLY_ANYWHERE, in_place=True)
    async def turn(self, press: Press) -> Notice:
        """[Next page] and [Back]; the token ends in the page's number."""
        return await self._records.reading.read(press.community, press.token)

    @button("record:print", OPENLY_ANYWHERE)
    async def printed(self, press: Press) -> Notice:
        """[Print it]."""
        return await self._records.reading.printed(press.community, press.token, self.wording.say)

    @opens_form("record:add", OPENLY_ANYWHERE)
    async def add_form(self, press: Press) -> Form:
        """[Add something]."""
        return await self._records.reading.add_form(press.community, press.token)

    @form("record:send", OPENLY_ANYWHERE)
    async def add(self, press: Press) -> Notice:
        """What somebody adds was sent."""
        words = press.fields.get("words", "")
        return await self._records.reading.add(press.community, press.account, press.token, words)
