"""What facilitators press, under a card and in their own channel; and those who answer under their names."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.questions.service import Choosing, Facilitating, Windows
from cogs._answers import show, soon
from cogs._checks import EVERYONE, FACILITATORS
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class FacilitatingCog(FeatureCog):
    """What facilitators press."""

    questions = app_commands.Group(name="questions", description="questions", guild_only=True)

    def __init__(
        self,
        wording: Wording,
        communities: Communities,
        facilitating: Facilitating,
        windows: Windows,
        choosing: Choosing,
    ) -> None:
        """`facilitating` and `windows` do what is asked here; `choosing` shows the settings."""
        super().__init__(wording, communities)
        self._choosing = choosing
        self._facilitating = facilitating
        self._windows = windows

    @questions.command(name="list")
    @command(FACILITATORS)
    async def list_command(self, interaction: discord.Interaction) -> None:
        """The open questions."""
        answer = await soon(self._facilitating.list(interaction.guild_id or 0))
        await show(interaction, answer, self.wording)

    @questions.command(name="settings")
    @command(FACILITATORS)
    async def settings_command(self, interaction: discord.Interaction) -> None:
        """How this community wants its questions."""
        answer = await soon(self._choosing.show(interaction.guild_id or 0))
        await show(interaction, answer, self.wording)

    @button("questions:list", FACILITATORS)
    async def list_button(self, press: Press) -> Notice:
        """[Open questions]; the token says how many to skip."""
        skip = int(press.token) if press.token.isdecimal() else 0
        return await self._facilitating.list(press.community, skip)

    @button("questions:facilitators", EVERYONE)
    async def menu(self, press: Press) -> Notice:
        """[Facilitators] on a card; for anybody else, how to report it."""
        known = await self.communities.get(press.community)
        facilitator = known.facilitators_role in press.roles
        return await self._facilitating.menu(press.community, press.token, facilitator=facilitator)

    @button("questions:examples", FACILITATORS)
    async def examples(self, press: Press) -> Notice:
        """[Examples of reasons]."""
        return self._facilitating.examples()

    # Answering

    @opens_form("questions:answer", FACILITATORS)
    async def answer_button(self, press: Press) -> Form:
        """[Answer]."""
        return await self._facilitating.form(press.community, press.token, "answer")

    @form("questions:answer", FACILITATORS)
    async def answer(self, press: Press) -> Notice:
        """The form for an answer was sent."""
        return await self._facilitating.answer(press.community, press.token, press.fields["text"])

    @opens_form("questions:plain", FACILITATORS)
    async def plain_button(self, press: Press) -> Form:
        """[Say it in plain words]."""
        return await self._facilitating.form(press.community, press.token, "plain")

    @form("questions:plain", FACILITATORS)
    async def plain(self, press: Press) -> Notice:
        """The form for plain words was sent."""
        return await self._facilitating.in_plain_words(press.community, press.token, press.fields["text"])

    @opens_form("questions:aloud", FACILITATORS)
    async def aloud_button(self, press: Press) -> Form:
        """[Answered in the meeting]."""
        return await self._facilitating.form(press.community, press.token, "aloud")

    @form("questions:aloud", FACILITATORS)
    async def aloud(self, press: Press) -> Notice:
        """The form for those who were not there was sent."""
        return await self._facilitating.answered_aloud(press.community, press.token, press.fields["text"])

    @button("questions:answering", FACILITATORS)
    async def answering(self, press: Press) -> Notice:
        """[Answering now]."""
        return await self._facilitating.answering(press.community, press.token)

    @opens_form("questions:back", FACILITATORS)
    async def back_button(self, press: Press) -> Form:
        """[Ask back]."""
        return await self._facilitating.form(press.community, press.token, "back")

    @form("questions:back", FACILITATORS)
    async def back(self, press: Press) -> Notice:
        """The form for what is asked back was sent."""
        return await self._facilitating.ask_back(press.community, press.token, press.fields["text"])

    @opens_form("questions:meeting", FACILITATORS)
    async def meeting_button(self, press: Press) -> Form:
        """[Take it to the meeting]."""
        return await self._facilitating.form(press.community, press.token, "meeting")

    @form("questions:meeting", FACILITATORS)
    async def meeting(self, press: Press) -> Notice:
        """The form for the meeting was sent."""
        return await self._facilitating.take_to_meeting(press.community, press.token, press.fields["text"])

    # Passing on

    @opens_form("questions:pass", FACILITATORS)
    async def pass_button(self, press: Press) -> Form:
        """[Pass it to a member]."""
        return await self._facilitating.form(press.community, press.token, "pass")

    @form("questions:pass", FACILITATORS)
    async def pass_on(self, press: Press) -> Notice:
        """A member was picked."""
        return await self._facilitating.pass_on(press.community, press.token, int(press.fields["member"]))

    @opens_form("questions:by-name", EVERYONE)
    async def by_name_button(self, press: Press) -> Form:
        """[Answer under my name], by whom it was passed to."""
        return await self._facilitating.passed_form(press.community, press.account, press.token, by_name=True)

    @form("questions:by-name", EVERYONE)
    async def by_name(self, press: Press) -> Notice:
        """The form for an answer under her name was sent."""
        words = press.fields["text"]
        return await self._facilitating.answer_by_name(
            press.community, press.account, press.name, press.token, words
        )

    @opens_form("questions:through", EVERYONE)
    async def through_button(self, press: Press) -> Form:
        """[Answer through a facilitator], by whom it was passed to."""
        return await self._facilitating.passed_form(
            press.community, press.account, press.token, by_name=False
        )

    @form("questions:through", EVERYONE)
    async def through(self, press: Press) -> Notice:
        """The form for an answer through a facilitator was sent."""
        words = press.fields["text"]
        return await self._facilitating.answer_through(press.community, press.account, press.token, words)

    @button("questions:not-this-time", EVERYONE)
    async def not_this_time(self, press: Press) -> Notice:
        """[Not this time], by whom it was passed to."""
        return await self._facilitating.not_this_time(press.community, press.account, press.token)

    # Holding, ending, putting together

    @button("questions:release", FACILITATORS)
    async def release(self, press: Press) -> Notice:
        """[Let it out], on a held question."""
        return await self._facilitating.release(press.community, press.token)

    @opens_form("questions:keep", FACILITATORS)
    async def keep_button(self, press: Press) -> Form:
        """[Keep it for now], on a held question."""
        return await self._facilitating.form(press.community, press.token, "keep")

    @form("questions:keep", FACILITATORS)
    async def keep(self, press: Press) -> Notice:
        """The reason for keeping it was sent."""
        return await self._facilitating.keep_back(press.community, press.token, press.fields["reason"])

    @opens_form("questions:decline", FACILITATORS)
    async def decline_button(self, press: Press) -> Form:
        """[End it without an answer]."""
        return await self._facilitating.form(press.community, press.token, "decline")

    @form("questions:decline", FACILITATORS)
    async def decline(self, press: Press) -> Notice:
        """The reason for ending it was sent."""
        return await self._facilitating.decline(press.community, press.token, press.fields["reason"])

    @opens_form("questions:words", FACILITATORS)
    async def words_button(self, press: Press) -> Form:
        """[Take its words away]."""
        return await self._facilitating.form(press.community, press.token, "words")

    @form("questions:words", FACILITATORS)
    async def words(self, press: Press) -> Notice:
        """The reason for taking them away was sent."""
        fields = press.fields
        return await self._facilitating.take_words_away(press.community, press.token, fields["reason"])

    @opens_form("questions:merge", FACILITATORS)
    async def merge_button(self, press: Press) -> Form:
        """[Put together with another]."""
        return await self._facilitating.form(press.community, press.token, "merge")

    @form("questions:merge", FACILITATORS)
    async def merge(self, press: Press) -> Notice:
        """The other's number and the reason were sent."""
        fields = press.fields
        return await self._facilitating.merge(
            press.community, press.token, fields["number"], fields["reason"]
        )

    @button("questions:close", FACILITATORS)
    async def close(self, press: Press) -> Notice:
        """[Close this question]."""
        return await self._facilitating.close(press.community, press.token)

    # Pauses, reports, trouble

    @opens_form("questions:pause", FACILITATORS)
    async def pause_button(self, press: Press) -> Form:
        """[Pause questions from this person]."""
        return await self._facilitating.form(press.community, press.token, "pause")

    @form("questions:pause", FACILITATORS)
    async def pause(self, press: Press) -> Notice:
        """The length of a pause and its reason were sent."""
        days, reason = press.fields["days"], press.fields["reason"]
        return await self._facilitating.pause(press.community, press.token, days, reason)

    @button("questions:lift", FACILITATORS)
    async def lift(self, press: Press) -> Notice:
        """[Lift the pause] in the list; the token is the question's number."""
        return await self._facilitating.lift(press.community, press.token)

    @opens_form("questions:report", EVERYONE)
    async def report_button(self, press: Press) -> Form:
        """[Report this]."""
        return await self._facilitating.report_form(press.community, press.token)

    @form("questions:report", EVERYONE)
    async def report(self, press: Press) -> Notice:
        """The form for a report was sent."""
        return await self._facilitating.report(press.community, press.token, press.fields["text"])

    @button("questions:retry", FACILITATORS)
    async def retry(self, press: Press) -> Notice:
        """[Try again now] under a note on trouble."""
        return await self._facilitating.retry(press.community)

    # The switch

    @button("questions:meeting-starts", FACILITATORS)
    async def meeting_starts(self, press: Press) -> Notice:
        """[Meeting starts]."""
        return await self._windows.meeting_starts(press.community)

    @button("questions:meeting-ends", FACILITATORS)
    async def meeting_ends(self, press: Press) -> Notice:
        """[Meeting ends]."""
        return await self._windows.meeting_ends(press.community)

    @button("questions:now", FACILITATORS)
    async def now(self, press: Press) -> Notice:
        """[Let questions out now]."""
        return await self._windows.questions_now(press.community)
