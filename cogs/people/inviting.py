"""Inviting many at once, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Line, Notice
from bot.core.wording import Wording
from bot.people.service import Inviting
from bot.people.text.groups import OURS
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class InvitingCog(FeatureCog):
    """What facilitators press to invite."""

    def __init__(self, wording: Wording, communities: Communities, inviting: Inviting) -> None:
        """`inviting` does what is asked here."""
        super().__init__(wording, communities)
        self._inviting = inviting
        self._ours = {wording.say(Line(label)).casefold(): key for label, key in OURS.items()}

    @button("people:invite", FACILITATORS, in_place=True)
    async def page(self, press: Press) -> Notice:
        """[Add members], on the facilitators' panel."""
        return await self._inviting.page(press.community)

    @opens_form("people:invite-list", FACILITATORS)
    async def list_form(self, press: Press) -> Form:
        """[Invite from a list]."""
        return self._inviting.form()

    @form("people:invite-list", FACILITATORS, in_place=True)
    async def preview(self, press: Press) -> Notice:
        """The list was sent."""
        return await self._inviting.preview(press.community, press.account, press.fields, self._ours)

    @button("people:invite-send", FACILITATORS, in_place=True)
    async def send(self, press: Press) -> Notice:
        """[Invite them], below the preview."""
        return await self._inviting.send(press.community, press.account, press.token)

    @button("people:invite-leave", FACILITATORS, in_place=True)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind]."""
        return self._inviting.never_mind(press.token)

    @opens_form("people:back-one", FACILITATORS)
    async def back_form(self, press: Press) -> Form:
        """[Take one back]."""
        return self._inviting.back_form()

    @form("people:back-one", FACILITATORS, in_place=True)
    async def take_back(self, press: Press) -> Notice:
        """Somebody was picked."""
        return await self._inviting.take_back(press.community, int(press.fields["member"]))

    @button("people:back-all", FACILITATORS, in_place=True)
    async def back_first(self, press: Press) -> Notice:
        """[Take all back]: a question first."""
        return await self._inviting.back_first(press.community)

    @button("people:back-yes", FACILITATORS, in_place=True)
    async def take_all_back(self, press: Press) -> Notice:
        """[Yes, take all back]."""
        return await self._inviting.take_all_back(press.community)
