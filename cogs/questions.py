"""Anonymous questions, on Discord: the panel's and the card's buttons, `/ask`, and the forms behind them."""

from __future__ import annotations

from functools import partial

import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.questions.service import Questions
from cogs._checks import EVERYONE, FACILITATORS
from cogs._views import AndThen, FeatureCog, Press, button, command, form, opens_form, show


class QuestionsCog(FeatureCog):
    """What people press about questions."""

    def __init__(self, wording: Wording, communities: Communities, questions: Questions) -> None:
        """`questions` does what is asked here."""
        super().__init__(wording, communities)
        self._questions = questions

    # No options: a mistyped slash command posts its text for all to see.
    @app_commands.command(name="ask")
    @command(EVERYONE)
    async def ask_command(self, interaction: discord.Interaction) -> None:
        """Open the form, as the panel's button does."""
        await show(interaction, await self._questions.ask_form(interaction.guild_id), self.wording)

    @opens_form("questions:ask", EVERYONE)
    async def ask_button(self, press: Press) -> Form:
        """[Ask anonymously]."""
        return await self._questions.ask_form(press.community)

    @form("questions:ask", EVERYONE)
    async def ask(self, press: Press) -> Notice:
        """The form for a question was sent."""
        return await self._questions.ask(press.community, press.account, press.token, press.fields["text"])

    @button("questions:mine", EVERYONE)
    async def mine(self, press: Press) -> AndThen:
        """[My questions]."""
        return await self._page(press, skip=0)

    @button("questions:older", EVERYONE)
    async def older(self, press: Press) -> AndThen:
        """[Show older ones] under [My questions]; the token says how many to skip."""
        return await self._page(press, skip=int(press.token) if press.token.isdecimal() else 0)

    async def _page(self, press: Press, skip: int) -> AndThen:
        page = await self._questions.mine(press.community, press.account, skip)
        read = partial(self._questions.read, press.community, press.account, page.answers_shown)
        return AndThen(page.notice, read)

    @button("questions:promise", EVERYONE)
    async def promise(self, press: Press) -> Notice:
        """[What can anyone find out?]."""
        return self._questions.promise()

    @button("questions:facilitators", FACILITATORS)
    async def facilitators(self, press: Press) -> Notice:
        """[Facilitators] on a card."""
        return await self._questions.menu(press.community, press.token)

    @opens_form("questions:answer", FACILITATORS)
    async def answer_button(self, press: Press) -> Form:
        """[Answer] in the facilitators' menu."""
        return await self._questions.answer_form(press.community, press.token)

    @form("questions:answer", FACILITATORS)
    async def answer(self, press: Press) -> Notice:
        """The form for an answer was sent."""
        return await self._questions.answer(press.community, press.token, press.fields["text"])

    @button("questions:close", FACILITATORS)
    async def close(self, press: Press) -> Notice:
        """[Close this question] in the facilitators' menu."""
        return await self._questions.close(press.community, press.token)

    @button("questions:retry", FACILITATORS)
    async def retry(self, press: Press) -> Notice:
        """[Try again now] under a note on trouble."""
        return await self._questions.retry(press.community)
