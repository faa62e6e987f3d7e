"""The ways in for askers, and what is hers: the panel's and the card's buttons, `/ask`, the message menu, a
direct message, and the forms behind them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.community.service import Communities
from bot.core.notices import Form, Line, Notice
from bot.core.wording import Wording
from bot.questions.rules.question import Ending
from bot.questions.service import Asking, Chosen, Draft
from bot.questions.text import MinePage
from cogs import _errors, _send
from cogs._answers import show, soon
from cogs._checks import EVERYONE
from cogs._views import AndThen, Away, FeatureCog, Press, button, command, form, opens_form


class AskingCog(FeatureCog):
    """What askers press."""

    def __init__(self, wording: Wording, communities: Communities, asking: Asking) -> None:
        """`asking` does what is asked here."""
        super().__init__(wording, communities)
        self._asking = asking
        self.menus = [self.message_menu(Line("question-follow-menu"), self.menu, EVERYONE)]

    # No options: a mistyped slash command posts its text for all to see.
    @app_commands.command(name="ask")
    @command(EVERYONE)
    async def ask_command(self, interaction: discord.Interaction) -> None:
        """Open the form, as the panel's button does."""
        await show(interaction, await soon(self._asking.form(interaction.guild_id or 0)), self.wording)

    async def menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The message menu "I don't follow this"."""
        # What only she sees, and what is not in a channel of this server, has nothing to quote.
        hidden = message.flags.ephemeral or message.guild is None
        chosen = Chosen(message.channel.id, "" if hidden else message.content)
        answer = await soon(self._asking.quote(interaction.guild_id or 0, interaction.user.id, chosen))
        await show(interaction, answer, self.wording)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A direct message: a word's meaning, or the ways in. No question is taken from what was typed."""
        if message.guild is None and not message.author.bot and message.webhook_id is None:
            answer = await self._answer(message.author.id, message.content)
            await _send.in_chat(message.channel, answer, self.wording)

    async def _answer(self, account: int, typed: str) -> Notice:
        try:
            return await self._asking.direct(account, typed)
        # Whatever happens, whoever wrote is told.
        except Exception as error:  # noqa: BLE001
            return Notice((_errors.sentence(error, openly=False, unexpected="error-unexpected-direct"),))

    @opens_form("questions:ask", EVERYONE)
    async def ask_button(self, press: Press) -> Form:
        """[Ask anonymously]."""
        return await self._asking.form(press.community)

    @opens_form("questions:more", EVERYONE)
    async def ask_more(self, press: Press) -> Form:
        """[Ask more about this]."""
        return await self._asking.form(press.community, press.token)

    @form("questions:ask", EVERYONE)
    async def ask(self, press: Press) -> Notice:
        """The form for a question was sent."""
        fields = press.fields
        sent = Draft(
            fields["text"],
            to_facilitators=fields.get("who") == "facilitators",
            tell=fields.get("tell") == "yes",
        )
        return await self._asking.ask(press.community, press.account, press.token, sent)

    @button("questions:send", EVERYONE)
    async def send(self, press: Press) -> Notice:
        """[Send it], after the preview or the second look."""
        return await self._asking.send_anyway(press.community, press.account, press.token)

    @opens_form("questions:change", EVERYONE)
    async def change(self, press: Press) -> Form:
        """[Change it], after the second look."""
        return await self._asking.change(press.community, press.account, press.token)

    @button("questions:never-mind", EVERYONE)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind], after the preview or the second look."""
        return self._asking.never_mind(press.token)

    @button("questions:away", EVERYONE)
    async def away(self, press: Press) -> Away:
        """[Never mind], in a direct message."""
        return Away(self._asking.never_mind(press.token))

    @button("questions:take-back-waiting", EVERYONE)
    async def take_back_waiting(self, press: Press) -> Notice:
        """[Take it back], before the card is out."""
        return await self._asking.take_back_waiting(press.community, press.account, press.token)

    @button("questions:mine", EVERYONE)
    async def mine(self, press: Press) -> AndThen:
        """[My questions]."""
        return self._read(press, await self._asking.mine(press.community, press.account))

    @button("questions:hint", EVERYONE)
    async def hint(self, press: Press) -> AndThen:
        """[My questions], under the direct message that says that there is something."""
        return await self.mine(press)

    @button("questions:older", EVERYONE)
    async def older(self, press: Press) -> AndThen:
        """[Show older ones] under [My questions]; the token says how many to skip."""
        skip = int(press.token) if press.token.isdecimal() else 0
        return self._read(press, await self._asking.mine(press.community, press.account, skip))

    @button("questions:own", EVERYONE)
    async def own(self, press: Press) -> AndThen:
        """[Mine] on a card."""
        return self._read(press, await self._asking.own(press.community, press.account, press.token))

    def _read(self, press: Press, page: MinePage) -> AndThen:
        shown: Sequence[tuple[str, int]] = page.shown
        return AndThen(page.notice, partial(self._asking.read, press.community, press.account, shown))

    @button("questions:helped", EVERYONE)
    async def helped(self, press: Press) -> Notice:
        """[That helps], by the asker."""
        return await self._asking.end(press.community, press.account, press.token, Ending.HELPED)

    @button("questions:take-back", EVERYONE)
    async def take_back(self, press: Press) -> Notice:
        """[Take it back], by the asker, once the card is out."""
        return await self._asking.end(press.community, press.account, press.token, Ending.TAKEN_BACK)

    @button("questions:wonder", EVERYONE)
    async def wonder(self, press: Press) -> Notice:
        """[I wondered too]."""
        return await self._asking.wonder(press.community, press.account, press.token)

    @button("questions:promise", EVERYONE)
    async def promise(self, press: Press) -> Notice:
        """[What can anyone find out?]."""
        return await self._asking.promise(press.community, press.account)
