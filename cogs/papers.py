"""The papers for a meeting, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.papers.service import Desk
from cogs._checks import FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class PapersCog(FeatureCog):
    """What is pressed below papers, and below facilitators' card; each token is of that message."""

    def __init__(self, wording: Wording, communities: Communities, desk: Desk) -> None:
        """`desk` does what is asked here."""
        super().__init__(wording, communities)
        self._desk = desk

    @button("papers:print", OPENLY_ANYWHERE)
    async def printable(self, press: Press) -> Notice:
        """[Print it]."""
        return await self._desk.printable(press.community, press.token)

    @button("papers:look", FACILITATORS, in_place=True)
    async def look(self, press: Press) -> Notice:
        """[Look at it]."""
        return await self._desk.look(press.community, press.token)

    @button("papers:send", FACILITATORS, in_place=True)
    async def send(self, press: Press) -> Notice:
        """[Send it now]."""
        return await self._desk.send(press.community, press.token)

    @button("papers:hold", FACILITATORS, in_place=True)
    async def hold(self, press: Press) -> Notice:
        """[Do not send it]."""
        return await self._desk.hold(press.community, press.token)

    @opens_form("papers:add", FACILITATORS)
    async def add_button(self, press: Press) -> Form:
        """[Add a paper]."""
        return await self._desk.form_add(press.community, press.token)

    @form("papers:add", FACILITATORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for a paper was sent."""
        return await self._desk.add(press.community, press.token, press.fields)

    @opens_form("papers:out", FACILITATORS)
    async def out_button(self, press: Press) -> Form:
        """[Take a paper out]."""
        return await self._desk.form_out(press.community, press.token)

    @form("papers:out", FACILITATORS, in_place=True)
    async def out(self, press: Press) -> Notice:
        """It was said which one."""
        return await self._desk.take_out(press.community, press.token, press.fields["which"])

    @opens_form("papers:bring", FACILITATORS)
    async def bring_button(self, press: Press) -> Form:
        """[What to bring]."""
        return await self._desk.form_bring(press.community, press.token)

    @form("papers:bring", FACILITATORS, in_place=True)
    async def bring(self, press: Press) -> Notice:
        """It was said what people are to bring."""
        return await self._desk.bring(press.community, press.token, press.fields["bring"])
