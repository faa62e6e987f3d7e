"""Agendas, on Discord."""

from __future__ import annotations

from bot.agenda.rules import Typed
from bot.agenda.service import Desk, Inviting, Steering
from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs._checks import FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class AgendaCog(FeatureCog):
    """What facilitators press when they prepare an agenda; each token begins with a meeting's id."""

    def __init__(self, wording: Wording, communities: Communities, desk: Desk) -> None:
        """`desk` does what is asked here."""
        super().__init__(wording, communities)
        self._desk = desk

    @button("agenda:list", FACILITATORS, in_place=True)
    async def listed(self, press: Press) -> Notice:
        """[Agendas]."""
        return await self._desk.meetings(press.community)

    @button("agenda:open", FACILITATORS, in_place=True)
    async def open(self, press: Press) -> Notice:
        """[Agenda] of one meeting."""
        return await self._desk.open(press.community, press.token)

    @button("agenda:item", FACILITATORS, in_place=True)
    async def item(self, press: Press) -> Notice:
        """One item."""
        return await self._desk.item(press.community, press.token)

    @opens_form("agenda:add", FACILITATORS)
    async def add_button(self, press: Press) -> Form:
        """[Add an item]."""
        return await self._desk.form(press.community, press.token)

    @form("agenda:add", FACILITATORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for a new item was sent."""
        return await self._desk.preview(press.community, press.account, press.token, _typed(press))

    @opens_form("agenda:change", FACILITATORS)
    async def change_button(self, press: Press) -> Form:
        """[Change] an item."""
        return await self._desk.form(press.community, press.token)

    @form("agenda:change", FACILITATORS, in_place=True)
    async def change(self, press: Press) -> Notice:
        """The form for a changed item was sent."""
        return await self._desk.preview(press.community, press.account, press.token, _typed(press))

    @opens_form("agenda:words", FACILITATORS)
    async def words_button(self, press: Press) -> Form:
        """[What is open, what is fixed]; the token is a draft's."""
        return await self._desk.words_form(press.community, press.account, press.token)

    @form("agenda:words", FACILITATORS, in_place=True)
    async def words(self, press: Press) -> Notice:
        """That form was sent."""
        wanted = press.many.get("wanted", ())
        return await self._desk.words(press.community, press.account, press.token, press.fields, wanted)

    @button("agenda:use", FACILITATORS, in_place=True)
    async def use(self, press: Press) -> Notice:
        """What was previewed is to be so."""
        return await self._desk.use(press.community, press.account, press.token)

    @button("agenda:up", FACILITATORS, in_place=True)
    async def up(self, press: Press) -> Notice:
        """[Earlier]."""
        return await self._desk.move(press.community, press.token, -1)

    @button("agenda:down", FACILITATORS, in_place=True)
    async def down(self, press: Press) -> Notice:
        """[Later]."""
        return await self._desk.move(press.community, press.token, 1)

    @button("agenda:remove", FACILITATORS, in_place=True)
    async def remove(self, press: Press) -> Notice:
        """[Take it out]."""
        return await self._desk.remove(press.community, press.account, press.token)

    @button("agenda:put-back", FACILITATORS, in_place=True)
    async def put_back(self, press: Press) -> Notice:
        """[Put it back]; the token is a draft's."""
        return await self._desk.put_back(press.community, press.account, press.token)

    @button("agenda:pauses", FACILITATORS, in_place=True)
    async def pauses(self, press: Press) -> Notice:
        """[Arriving and break]."""
        return await self._desk.pauses(press.community, press.token)

    @button("agenda:early", FACILITATORS, in_place=True)
    async def early(self, press: Press) -> Notice:
        """The room for arriving early, or none."""
        return await self._desk.early(press.community, press.token)

    @button("agenda:rest", FACILITATORS, in_place=True)
    async def rest(self, press: Press) -> Notice:
        """The break: there, not there, earlier, later."""
        return await self._desk.rest(press.community, press.token)

    @button("agenda:groups", FACILITATORS, in_place=True)
    async def groups(self, press: Press) -> Notice:
        """[Minutes by role group]."""
        return await self._desk.groups(press.community, press.token)


class AgendaInvitationCog(FeatureCog):
    """What facilitators press for an invitation."""

    def __init__(self, wording: Wording, communities: Communities, inviting: Inviting) -> None:
        """`inviting` does what is asked here."""
        super().__init__(wording, communities)
        self._inviting = inviting

    @button("agenda:invite", FACILITATORS, in_place=True)
    async def invite(self, press: Press) -> Notice:
        """[Draft an invitation]."""
        return await self._inviting.draft(press.community, press.account, press.token, self.wording.say)

    @opens_form("agenda:copy", FACILITATORS)
    async def copy_button(self, press: Press) -> Form:
        """[Copy or change it]; the token is a draft's."""
        return await self._inviting.form(press.account, press.token)

    @form("agenda:copy", FACILITATORS, in_place=True)
    async def copy(self, press: Press) -> Notice:
        """The text was changed."""
        return await self._inviting.change(press.account, press.token, press.fields["text"])


class AgendaSteeringCog(FeatureCog):
    """What the steering group is asked, and what everybody can read.

    Each token begins with a meeting's id.
    """

    def __init__(self, wording: Wording, communities: Communities, steering: Steering) -> None:
        """`steering` does what is asked here."""
        super().__init__(wording, communities)
        self._steering = steering

    @button("agenda:asking", FACILITATORS, in_place=True)
    async def asking(self, press: Press) -> Notice:
        """[Ask the steering group]."""
        return await self._steering.asking(press.community, press.token)

    @button("agenda:ask", FACILITATORS, in_place=True)
    async def ask(self, press: Press) -> Notice:
        """[Ask them]."""
        return await self._steering.ask(press.community, press.token)

    @button("agenda:show", OPENLY_ANYWHERE, in_place=True)
    async def show(self, press: Press) -> Notice:
        """What the meeting is about, for everybody."""
        return await self._steering.show(press.community, press.token)

    @button("agenda:steering", OPENLY_ANYWHERE, in_place=True)
    async def see(self, press: Press) -> Notice:
        """[See the agenda], for the steering group."""
        return await self._steering.see(press.community, press.account, press.token)

    @button("agenda:agree", OPENLY_ANYWHERE)
    async def agree(self, press: Press) -> Notice:
        """[I agree]; behind the meeting's id stands the version that she has read."""
        return await self._steering.agree(press.community, press.account, press.token)

    @opens_form("agenda:wish", OPENLY_ANYWHERE)
    async def wish_button(self, press: Press) -> Form:
        """[I would change something]."""
        return await self._steering.wish_form(press.community, press.account, press.token)

    @form("agenda:wish", OPENLY_ANYWHERE)
    async def wish(self, press: Press) -> Notice:
        """What she would change."""
        return await self._steering.wish(press.community, press.account, press.token, press.fields["what"])


def _typed(press: Press) -> Typed:
    fields = press.fields
    return Typed(fields["title"], fields["minutes"], fields["speaker"], fields["group"], fields["purpose"])
