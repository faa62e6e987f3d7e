"""Looking words up: `/meaning`, the panel's button, the menu of a message, all words by theme."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.components import Component

from bot.community.service import Communities
from bot.core.notices import Form, Line, Notice
from bot.core.wording import Wording
from bot.glossary.service import LookingUp, Message
from bot.glossary.service.showing import Showing
from bot.meeting_words.service import MeetingWords
from bot.stumbles.rules import Looker
from cogs import _send
from cogs._answers import show
from cogs._checks import EVERYONE, FACILITATORS, LOOKING_UP, roles
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class GlossaryCog(FeatureCog):
    """What everybody presses who wants to know a word."""

    def __init__(
        self,
        wording: Wording,
        communities: Communities,
        looking_up: LookingUp,
        words: MeetingWords,
        showing: Showing,
    ) -> None:
        """`looking_up` does what is asked here; `words` are those of the next meeting, among all words.

        `showing` shows a word to everybody.
        """
        super().__init__(wording, communities)
        self._looking_up = looking_up
        self._words = words
        self._showing = showing
        self.menus = [self.message_menu(Line("glossary-menu"), self.menu, LOOKING_UP)]

    # A mistyped command posts its text for all to see; looking a word up is no secret.
    @app_commands.command(name="meaning")
    @command(LOOKING_UP)
    async def meaning_command(self, interaction: discord.Interaction, word: str | None = None) -> None:
        """What a word means; without one the form opens, as from the panel's button."""
        if word is None or not word.strip():
            await show(interaction, self._looking_up.form(), self.wording)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        answer = await self._looking_up.meaning(interaction.guild_id or 0, word, by=_looker(interaction))
        await _send.privately(interaction, answer, self.wording)

    @meaning_command.autocomplete("word")
    async def complete(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        """What may be meant by what she has typed so far."""
        found = await self._looking_up.complete(interaction.guild_id or 0, typed)
        return [Choice(name=each.label, value=each.value) for each in found]

    async def menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The message menu "Explain the jargon here"."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        read = Message(message.channel.id, _text_of(message))
        answer = await self._looking_up.explain(interaction.guild_id or 0, read, _looker(interaction))
        await _send.privately(interaction, answer, self.wording)

    @opens_form("glossary:look", LOOKING_UP)
    async def look_button(self, press: Press) -> Form:
        """[What does that word mean?]."""
        return self._looking_up.form()

    @form("glossary:look", LOOKING_UP)
    async def look(self, press: Press) -> Notice:
        """The form with the word was sent."""
        by = Looker(press.account, press.roles)
        word = press.fields["word"]
        return await self._looking_up.meaning(press.community, word, chat=press.in_chat, by=by)

    @button("glossary:term", LOOKING_UP)
    async def term(self, press: Press) -> Notice:
        """A word that goes with another one; the token is its id."""
        return await self._looking_up.term(press.community, press.token, chat=press.in_chat)

    @opens_form("glossary:unclear", EVERYONE)
    async def unclear(self, press: Press) -> Form:
        """[Still unclear? Ask anonymously]."""
        return await self._looking_up.unclear(press.community, press.token)

    @button("glossary:show", EVERYONE)
    async def show_to_everyone(self, press: Press) -> Notice:
        """[Show it to everyone], without a name; the token is the term's id."""
        return await self._showing.press(press.community, press.account, press.token)

    @button("glossary:post-word", FACILITATORS)
    async def post_word(self, press: Press) -> Notice:
        """[Post it], by a facilitator, of a word that came to them first."""
        return await self._showing.post(press.community, press.token)

    @opens_form("glossary:ask", EVERYONE)
    async def ask(self, press: Press) -> Form:
        """[Ask anonymously] about a word that is not there, or that has several meanings."""
        return await self._looking_up.ask(press.community, press.token)

    @button("glossary:jargon", LOOKING_UP, in_place=True)
    async def explained(self, press: Press) -> Notice:
        """Another page of the jargon of a message."""
        return await self._looking_up.explained(press.token)

    @opens_form("glossary:unknown", EVERYONE)
    async def unknown(self, press: Press) -> Form:
        """An acronym that nothing explains."""
        return await self._looking_up.unknown(press.community, press.token)

    @button("glossary:themes", LOOKING_UP, in_place=True)
    async def themes(self, press: Press) -> Notice:
        """[All words], and a page of the themes."""
        choice = await self._words.choice(press.community)
        return await self._looking_up.themes(press.community, press.token, choice)

    @button("glossary:browse", LOOKING_UP, in_place=True)
    async def browse(self, press: Press) -> Notice:
        """A page of one theme."""
        return await self._looking_up.browse(press.community, press.token)

    @button("glossary:print", LOOKING_UP)
    async def printable(self, press: Press) -> Notice:
        """[A page to print]."""
        return await self._looking_up.printable(press.community, press.token)


def _looker(interaction: discord.Interaction) -> Looker:
    return Looker(interaction.user.id, roles(interaction))


def _text_of(message: discord.Message) -> str:
    """All that can be read in a message; what only she sees has no such menu."""
    return "\n".join(
        [message.content, *(text for part in message.components for text in _texts(part))]
    ).strip()


def _texts(part: Component) -> list[str]:
    if isinstance(part, discord.TextDisplay):
        return [part.content]
    inner = getattr(part, "children", [])
    return [text for each in inner for text in _texts(each)]
