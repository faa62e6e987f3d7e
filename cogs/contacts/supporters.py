"""Who is a named contact, and of whom: what facilitators press."""

from __future__ import annotations

from bot.community.service import Communities
from bot.contacts.service import Supporters
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class SupportersCog(FeatureCog):
    """What facilitators press under [Named contacts]."""

    def __init__(self, wording: Wording, communities: Communities, supporters: Supporters) -> None:
        """`supporters` does what is asked here."""
        super().__init__(wording, communities)
        self._supporters = supporters

    @button("contacts:list", FACILITATORS, in_place=True)
    async def list(self, press: Press) -> Notice:
        """[Named contacts]."""
        return await self._supporters.list(press.community)

    @opens_form("contacts:add", FACILITATORS)
    async def add_button(self, press: Press) -> Form:
        """[Add or change one]."""
        return self._supporters.add_form()

    @form("contacts:add", FACILITATORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for a named contact was sent."""
        fields, cover = press.fields, press.fields.get("cover")
        who = int(fields["contact"])
        return await self._supporters.add(
            press.community, who, fields["hours"], int(cover) if cover else None
        )

    @opens_form("contacts:remove", FACILITATORS)
    async def remove_button(self, press: Press) -> Form:
        """[Take one away]."""
        return self._supporters.remove_form()

    @form("contacts:remove", FACILITATORS, in_place=True)
    async def remove(self, press: Press) -> Notice:
        """The form that takes a contact away was sent."""
        return await self._supporters.remove(press.community, int(press.fields["contact"]))

    @button("contacts:pairs", FACILITATORS, in_place=True)
    async def pairs(self, press: Press) -> Notice:
        """[Who has whom]; the token says how many to skip."""
        return await self._supporters.pairs(press.community, skip(press))

    @opens_form("contacts:choose", FACILITATORS)
    async def choose_button(self, press: Press) -> Form:
        """[Change] beside a member."""
        return self._supporters.choose_form(press.token)

    @form("contacts:choose", FACILITATORS, in_place=True)
    async def choose(self, press: Press) -> Notice:
        """A contact was chosen for a member."""
        chosen = press.fields.get("contact")
        return await self._supporters.assign(press.community, press.token, int(chosen) if chosen else None)

    @button("contacts:suggest", FACILITATORS, in_place=True)
    async def suggest(self, press: Press) -> Notice:
        """[Suggest]; the token says how many to skip."""
        return await self._supporters.suggestion(press.community, skip(press))

    @button("contacts:use", FACILITATORS, in_place=True)
    async def use(self, press: Press) -> Notice:
        """[Use this], under a suggestion."""
        return await self._supporters.use(press.community, press.token)


def skip(press: Press) -> int:
    """How many the token says to skip; a panel's own token says nothing."""
    return int(press.token) if press.token.isdecimal() else 0
