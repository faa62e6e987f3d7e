"""Preparing for a first meeting, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.preparation.service import Booking, Composing, Reading
from cogs._checks import EVERYONE, FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class ComposingCog(FeatureCog):
    """What facilitators press: which cards, when, with which words."""

    def __init__(self, wording: Wording, communities: Communities, composing: Composing) -> None:
        """`composing` does what is asked here."""
        super().__init__(wording, communities)
        self._composing = composing

    @button("preparation:show", FACILITATORS, in_place=True)
    async def show(self, press: Press) -> Notice:
        """[Before the first meeting], on the facilitators' panel."""
        return self._composing.show()

    @button("preparation:path", FACILITATORS, in_place=True)
    async def path(self, press: Press) -> Notice:
        """One of the two paths; the token says which."""
        return await self._composing.path(press.community, press.token)

    @button("preparation:card", FACILITATORS, in_place=True)
    async def card(self, press: Press) -> Notice:
        """A card on a path, as members see it."""
        return await self._composing.card(press.community, press.token)

    @opens_form("preparation:edit", FACILITATORS)
    async def edit_button(self, press: Press) -> Form:
        """[Change] a card."""
        return await self._composing.edit_form(press.community, press.token)

    @form("preparation:edit", FACILITATORS, in_place=True)
    async def edit(self, press: Press) -> Notice:
        """The form for a card was sent."""
        return await self._composing.edit(press.community, press.account, press.token, press.fields)

    @opens_form("preparation:pay", FACILITATORS)
    async def pay_button(self, press: Press) -> Form:
        """[Fill in payment]."""
        return await self._composing.pay_form(press.community, press.token)

    @form("preparation:pay", FACILITATORS, in_place=True)
    async def pay(self, press: Press) -> Notice:
        """The form about payment was sent."""
        return await self._composing.pay(press.community, press.account, press.token, press.fields)

    @button("preparation:put", FACILITATORS, in_place=True)
    async def put(self, press: Press) -> Notice:
        """[Put it on the path]."""
        return await self._composing.put(press.community, press.token)

    @button("preparation:out", FACILITATORS, in_place=True)
    async def take_out(self, press: Press) -> Notice:
        """[Take it off the path]."""
        return await self._composing.take_out(press.community, press.token)


class ReadingCog(FeatureCog):
    """What members press on cards. A practice question is treated as a real one: nobody is to quote it."""

    def __init__(self, wording: Wording, communities: Communities, reading: Reading) -> None:
        """`reading` does what is asked here."""
        super().__init__(wording, communities)
        self._reading = reading

    @button("preparation:mine", OPENLY_ANYWHERE, in_place=True)
    async def mine(self, press: Press) -> Notice:
        """[Before my first meeting]."""
        return await self._reading.mine(press.community, press.account)

    @button("preparation:every", OPENLY_ANYWHERE, in_place=True)
    async def every(self, press: Press) -> Notice:
        """[All cards], for a contact."""
        return await self._reading.every(press.community, press.account)

    @button("preparation:read", OPENLY_ANYWHERE, in_place=True)
    async def read(self, press: Press) -> Notice:
        """One card again."""
        return await self._reading.read(press.community, press.account, press.token)

    @button("preparation:done", OPENLY_ANYWHERE)
    async def done(self, press: Press) -> Notice:
        """[Done]."""
        return await self._reading.done(press.community, press.account, press.token)

    @opens_form("preparation:practise", EVERYONE)
    async def practise_button(self, press: Press) -> Form:
        """[Practise asking]."""
        return self._reading.practice_form()

    @form("preparation:practise", EVERYONE)
    async def practise(self, press: Press) -> Notice:
        """The form was sent, and nothing with it."""
        return self._reading.practised(press.fields["text"])


class CallsCog(FeatureCog):
    """What a member and her contact press about their call."""

    def __init__(self, wording: Wording, communities: Communities, booking: Booking) -> None:
        """`booking` does what is asked here."""
        super().__init__(wording, communities)
        self._booking = booking

    @button("preparation:times", OPENLY_ANYWHERE)
    async def times(self, press: Press) -> Notice:
        """[Times for a call]."""
        return await self._booking.times(press.community, press.account)

    @button("preparation:book", OPENLY_ANYWHERE)
    async def book(self, press: Press) -> Notice:
        """One of the times; the token is its id."""
        return await self._booking.book(press.community, press.account, press.token)

    @button("preparation:none", OPENLY_ANYWHERE)
    async def none_suit(self, press: Press) -> Notice:
        """[None of these suit me]."""
        return await self._booking.none_suit(press.community, press.account)

    @button("preparation:no-call", OPENLY_ANYWHERE)
    async def no_call(self, press: Press) -> Notice:
        """[I do not want a call]."""
        return await self._booking.no_call(press.community, press.account)

    @button("preparation:calls", OPENLY_ANYWHERE, in_place=True)
    async def calls(self, press: Press) -> Notice:
        """[My calls], for a contact."""
        return await self._booking.calls(press.community, press.account)

    @opens_form("preparation:offer", OPENLY_ANYWHERE)
    async def offer_button(self, press: Press) -> Form:
        """[Offer times]."""
        return await self._booking.offer_form(press.community)

    @form("preparation:offer", OPENLY_ANYWHERE, in_place=True)
    async def preview(self, press: Press) -> Notice:
        """The form with the times was sent."""
        return await self._booking.preview(press.community, press.account, press.fields["times"])

    @button("preparation:offer-yes", OPENLY_ANYWHERE, in_place=True)
    async def offer(self, press: Press) -> Notice:
        """[Offer these]."""
        return await self._booking.offer(press.community, press.account, press.token)

    @button("preparation:take-back", OPENLY_ANYWHERE, in_place=True)
    async def take_back(self, press: Press) -> Notice:
        """[Take back free times]."""
        return await self._booking.take_back(press.community, press.account)

    @button("preparation:talked", OPENLY_ANYWHERE, in_place=True)
    async def talked(self, press: Press) -> Notice:
        """[We have talked]; the token is the member's own id."""
        return await self._booking.talked(press.community, press.account, press.token)

    @button("preparation:again", FACILITATORS)
    async def again(self, press: Press) -> Notice:
        """A call that passed while all was paused; the token is its time's id."""
        return await self._booking.again(press.community, press.token)
