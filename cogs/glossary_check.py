"""`/glossary check`: a facilitator's text before it is posted. Only she sees what is found."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.glossary.service.before_posting import BeforePosting
from bot.glossary.service.cards import Cards
from cogs._answers import show
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class GlossaryCheckCog(FeatureCog):
    """What facilitators press to make a text plainer."""

    glossary = app_commands.Group(name="glossary", description="glossary", guild_only=True)

    def __init__(
        self, wording: Wording, communities: Communities, before_posting: BeforePosting, cards: Cards
    ) -> None:
        """`before_posting` and `cards` do what is asked here."""
        super().__init__(wording, communities)
        self._before_posting = before_posting
        self._cards = cards

    # Without options: a mistyped command posts its text for all to see.
    @glossary.command(name="check")
    @command(FACILITATORS)
    async def check_command(self, interaction: discord.Interaction) -> None:
        """The form for a text."""
        await show(interaction, self._before_posting.form(), self.wording)

    @opens_form("glossary_check:open", FACILITATORS)
    async def open(self, press: Press) -> Form:
        """[Check a text], on the facilitators' panel."""
        return self._before_posting.form()

    @form("glossary_check:text", FACILITATORS, in_place=True)
    async def check(self, press: Press) -> Notice:
        """The form with the text was sent."""
        words, token = press.fields["text"], press.token
        return await self._before_posting.check(press.community, press.account, words, token)

    @button("glossary_check:look", FACILITATORS, in_place=True)
    async def look(self, press: Press) -> Notice:
        """[Look at them], under a preview of words of hers."""
        return self._before_posting.show(press.account, press.token)

    @button("glossary_check:next", FACILITATORS, in_place=True)
    async def next(self, press: Press) -> Notice:
        """[The next text] of the same preview."""
        return await self._before_posting.next(press.account, press.token)

    @button("glossary_check:preview", FACILITATORS, in_place=True)
    async def preview(self, press: Press) -> Notice:
        """[Back to the preview]."""
        return await self._before_posting.back(press.account, press.token)

    @button("glossary_check:take", FACILITATORS, in_place=True)
    async def take(self, press: Press) -> Notice:
        """One of the offers; the token is the draft's and the offer's place."""
        return await self._before_posting.take(press.community, press.account, press.token)

    @button("glossary_check:undo", FACILITATORS, in_place=True)
    async def undo(self, press: Press) -> Notice:
        """[Take that back]."""
        return self._before_posting.show(press.account, press.token)

    @button("glossary_check:back", FACILITATORS, in_place=True)
    async def back(self, press: Press) -> Notice:
        """[Back to the text], under a card."""
        return self._before_posting.show(press.account, press.token)

    @opens_form("glossary_check:copy", FACILITATORS)
    async def copy(self, press: Press) -> Form:
        """[Show the text]."""
        return self._before_posting.copy(press.account, press.token)

    @button("glossary_check:card", FACILITATORS, in_place=True)
    async def card(self, press: Press) -> Notice:
        """[Words you will hear]."""
        named = self._before_posting.terms(press.account, press.token)
        return await self._cards.preview(press.community, press.account, press.token, named)

    @opens_form("glossary_check:copy-card", FACILITATORS)
    async def copy_card(self, press: Press) -> Form:
        """[Show as text], under a card."""
        return self._cards.copy(press.account, press.token)

    @button("glossary_check:post", FACILITATORS, in_place=True)
    async def post(self, press: Press) -> Notice:
        """[Post it here]."""
        return await self._cards.post(press.community, press.account, press.token, press.channel)

    @button("glossary_check:post-meeting", FACILITATORS, in_place=True)
    async def post_for_meeting(self, press: Press) -> Notice:
        """[Post it here, and keep it for the meeting]."""
        return await self._cards.post(
            press.community, press.account, press.token, press.channel, keeping=True
        )

    @button("glossary_check:keep", FACILITATORS, in_place=True)
    async def keep(self, press: Press) -> Notice:
        """[Only keep it for the meeting]."""
        return await self._cards.keep(press.community, press.account, press.token)
