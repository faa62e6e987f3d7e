"""The call that comes first: what the member reads, and what her named contact does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.meetings.rules import shown
from bot.preparation.rules import MOST_TIMES, CallState, Slot
from bot.preparation.text.cards import stamp

_TIMES = Button("preparation:times", "preparation-button-other-times")
_NO_CALL = Button("preparation:no-call", "preparation-button-no-call")
_CALLS = Button("preparation:calls", "preparation-button-calls")
_OFFER = Button("preparation:offer", "preparation-button-offer", main=True)
_LONGEST_TIMES = MOST_TIMES * 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """A member whose call is to come, as her contact sees her; `slot` is the time that she has booked."""

    member: str
    name: Words | str
    slot: Slot | None = None
    has_discord: bool = True


# For the member


def times(name: Words | str, slots: Sequence[Slot], zone: str) -> Notice:
    """The times that her contact offers; the clock is that of `zone`."""
    buttons = tuple(_at(slot, zone) for slot in slots)
    none = Button("preparation:none", "preparation-button-none")
    return Notice((Line("preparation-times", {"name": name, "zone": zone}),), (*buttons, none, _NO_CALL))


def no_times(state: CallState) -> Notice:
    """There is none just now."""
    buttons = () if state is CallState.DECLINED else (_NO_CALL,)
    return Notice((Line("preparation-times-none"),), buttons)


def booked(name: Words | str, slot: Slot) -> Notice:
    """She has a time; she can change her mind."""
    values = {"name": name, "at": stamp(slot)}
    return Notice((Line("preparation-booked", values),), (_TIMES, _NO_CALL))


def none_suit() -> Notice:
    """None of the times suits her."""
    return Notice((Line("preparation-none-suit"),), (_NO_CALL,))


def declined() -> Notice:
    """She wants no call."""
    return Notice(
        (Line("preparation-no-call"),), (Button("preparation:times", "preparation-button-call-after-all"),)
    )


def moved() -> Notice:
    """Her contact cannot keep the time that she booked."""
    return Notice((Line("preparation-call-off"),), (_NO_CALL,))


# For the contact


def please() -> Notice:
    """Somebody new is looked after by her: who it is, stands under the button."""
    return Notice((Line("preparation-please"),), (_OFFER, _CALLS))


def again(name: Words | str) -> Notice:
    """None of her times suits somebody."""
    return Notice((Line("preparation-again", {"name": name}),), (_OFFER, _CALLS))


def taken(name: Words | str, slot: Slot) -> Notice:
    """Somebody has booked one of her times."""
    return Notice((Line("preparation-taken", {"name": name, "at": stamp(slot)}),), (_CALLS,))


def given_back(name: Words | str, slot: Slot) -> Notice:
    """Somebody will not come at the time that she had booked."""
    return Notice((Line("preparation-given-back", {"name": name, "at": stamp(slot)}),), (_CALLS,))


def calls(waiting: Sequence[Waiting], free: Sequence[Slot]) -> Notice:
    """Whom she is to call, and the times that nobody has taken yet."""
    parts: list[Line] = [Line("preparation-calls" if waiting else "preparation-calls-none")]
    buttons = [_OFFER]
    for number, each in enumerate(waiting, 1):
        parts.append(_told(number, each))
        buttons.append(
            Button("preparation:talked", "preparation-button-talked", each.member, values={"number": number})
        )
    if free:
        parts.append(Line("preparation-free", {"times": "\n".join(map(stamp, free))}))
        buttons.append(Button("preparation:take-back", "preparation-button-take-back"))
    buttons.append(Button("preparation:every", "preparation-button-every"))
    return Notice(tuple(parts), tuple(buttons))


def offer_form(zone: str) -> Form:
    """The form in which a contact types times."""
    label, hint = "preparation-offer-times", "preparation-offer-hint"
    return Form(
        "preparation:offer",
        "",
        "preparation-offer-title",
        (Field("times", label, hint, _LONGEST_TIMES),),
        Line("preparation-offer-zone", {"zone": zone}),
    )


def offer_preview(token: str, moments: Sequence[datetime]) -> Notice:
    """The times as they were read, before anybody sees them."""
    read = "\n".join(f"<t:{int(moment.timestamp())}:F>" for moment in moments)
    use = Button("preparation:offer-yes", "preparation-button-offer-yes", token, main=True)
    return Notice((Line("preparation-offer-preview", {"times": read}),), (use, _CALLS))


def offered() -> Notice:
    """They have gone out."""
    return Notice((Line("preparation-offered"),), (_CALLS,))


def talked() -> Notice:
    """The call has been."""
    return Notice((Line("preparation-talked"),), (_CALLS,))


def errand() -> Line:
    """For a member without Discord: the call itself is something to do."""
    return Line("preparation-errand-call")


def revised() -> Notice:
    """A facilitator had a contact asked for a new time."""
    return Notice((Line("preparation-revised"),))


def past(slot: Slot, zone: str) -> Line:
    """A call whose time passed while all was paused."""
    at = shown(slot.starts_at, zone)
    return Line("preparation-past-call", {"day": at.day, "month": at.month})


def _told(number: int, waiting: Waiting) -> Line:
    state = "booked" if waiting.slot else "open" if waiting.has_discord else "ring"
    at = stamp(waiting.slot) if waiting.slot else ""
    values = {"number": number, "name": waiting.name, "state": state, "at": at}
    return Line("preparation-waiting", values)


def _at(slot: Slot, zone: str) -> Button:
    at = shown(slot.starts_at, zone)
    return Button(
        "preparation:book",
        "preparation-button-at",
        slot.id,
        values={"day": at.day, "month": at.month, "time": at.time},
    )
