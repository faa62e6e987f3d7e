"""Writing words for the glossary, on Discord: what facilitators press, and members who look after words."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.glossary.service.desk import Desk
from cogs._checks import EDITORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class GlossaryDeskCog(FeatureCog):
    """Words that are added, changed, hidden, marked; and their history."""

    def __init__(self, wording: Wording, communities: Communities, desk: Desk) -> None:
        """`desk` does what is asked here."""
        super().__init__(wording, communities)
        self._desk = desk

    @button("glossary_desk:open", EDITORS, in_place=True)
    async def open(self, press: Press) -> Notice:
        """[Glossary], on the facilitators' panel, and [Words to look after]."""
        known = await self.communities.find(press.community)
        return await self._desk.page(press.community, leads=is_facilitator(known, press.roles))

    @opens_form("glossary_desk:add", EDITORS)
    async def add_button(self, press: Press) -> Form:
        """[Add a word]."""
        return await self._desk.add_form(press.community)

    @form("glossary_desk:add", EDITORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form with a new word was sent."""
        return await self._desk.add(press.community, press.account, press.fields)

    @opens_form("glossary_desk:find", EDITORS)
    async def find_button(self, press: Press) -> Form:
        """[Change a word]."""
        return self._desk.find_form()

    @form("glossary_desk:find", EDITORS, in_place=True)
    async def find(self, press: Press) -> Notice:
        """The form with the word was sent."""
        return await self._desk.find(press.community, press.fields["word"])

    @button("glossary_desk:word", EDITORS, in_place=True)
    async def word(self, press: Press) -> Notice:
        """One of the words that were found."""
        return await self._desk.word(press.community, press.token)

    @opens_form("glossary_desk:change", EDITORS)
    async def change_button(self, press: Press) -> Form:
        """[Change]."""
        return await self._desk.change_form(press.community, press.token)

    @form("glossary_desk:change", EDITORS, in_place=True)
    async def change(self, press: Press) -> Notice:
        """The form with its meanings was sent."""
        return await self._desk.change(press.community, press.account, press.token, press.fields)

    @opens_form("glossary_desk:more", EDITORS)
    async def more_button(self, press: Press) -> Form:
        """[More about it]."""
        return await self._desk.more_form(press.community, press.token)

    @form("glossary_desk:more", EDITORS, in_place=True)
    async def more(self, press: Press) -> Notice:
        """The form with the rest was sent."""
        return await self._desk.more(press.community, press.account, press.token, press.fields)

    @opens_form("glossary_desk:sign", EDITORS)
    async def sign_button(self, press: Press) -> Form:
        """[Who wrote it]."""
        return await self._desk.sign_form(press.community, press.token)

    @form("glossary_desk:sign", EDITORS, in_place=True)
    async def sign(self, press: Press) -> Notice:
        """The form with a name was sent."""
        return await self._desk.sign(press.community, press.account, press.token, press.fields)

    @opens_form("glossary_desk:mark", EDITORS)
    async def mark_button(self, press: Press) -> Form:
        """[Mark as checked by a patient or public member], or [Take the mark off]."""
        return await self._desk.mark_form(press.community, press.token)

    @form("glossary_desk:mark", EDITORS, in_place=True)
    async def mark(self, press: Press) -> Notice:
        """The form about the mark was sent."""
        return await self._desk.mark(press.community, press.account, press.token, press.fields)

    @button("glossary_desk:checked", EDITORS, in_place=True)
    async def checked(self, press: Press) -> Notice:
        """[Checked today]."""
        return await self._desk.checked(press.community, press.account, press.token)

    @opens_form("glossary_desk:hide", EDITORS)
    async def hide_button(self, press: Press) -> Form:
        """[Hide]."""
        return await self._desk.hide_form(press.community, press.token)

    @form("glossary_desk:hide", EDITORS, in_place=True)
    async def hide(self, press: Press) -> Notice:
        """The form with the reason was sent."""
        return await self._desk.hide(press.community, press.account, press.token, press.fields)

    @opens_form("glossary_desk:show", EDITORS)
    async def show_button(self, press: Press) -> Form:
        """[Show it again]."""
        return await self._desk.show_form(press.community, press.token)

    @form("glossary_desk:show", EDITORS, in_place=True)
    async def show(self, press: Press) -> Notice:
        """The form with the reason was sent."""
        return await self._desk.show(press.community, press.account, press.token, press.fields)

    @button("glossary_desk:hidden", EDITORS, in_place=True)
    async def hidden(self, press: Press) -> Notice:
        """[Words that are hidden], and a page of them."""
        return await self._desk.hidden(press.community, press.token)

    @button("glossary_desk:history", EDITORS, in_place=True)
    async def history(self, press: Press) -> Notice:
        """[History], and a page of it."""
        return await self._desk.history(press.community, press.token)
