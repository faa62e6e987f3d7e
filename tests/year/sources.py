"""Every feature that sends messages to members: its own doings, by its real service, as people press.

What no feature sends yet stands in for itself: reminders of meetings, cancellations, answers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.core.notices import Line, Notice, Words
from bot.nudges.rules import Budget, Nudge
from bot.standing_roles.rules import Role, Standing, State
from bot.standing_roles.service import Offer
from bot.standing_roles.store import StandingRoleStore
from tests.year.cast import BEGINS, HERE, LEILA, Someone, name_of

if TYPE_CHECKING:
    from tests.year.world import Year

#: Called each night at 2:00 UTC; lets a feature decide on what it decides on.
Source = Callable[["Year", datetime], Awaitable[None]]

A_DAY = timedelta(days=1)
#: September, December for its holidays, and March, in which all is paused.
FULL_MONTHS = (9, 12, 3)
#: On which nights roles are offered: the last of them while all is paused.
OFFERS = {(10, 14): Role.CHAIR, (1, 13): Role.NOTE_TAKER, (4, 6): Role.TIME_KEEPER}


async def reminders(year: Year, night: datetime) -> None:
    """One a month for every third, or three for all, so far apart that each week has room for its own."""
    is_full = night.month in FULL_MONTHS
    if night.day == 1 or (night.day in (9, 17) and is_full):
        every = 1 if is_full else 3
        values = {"budget": Budget.COUNTED, "until": night + 13 * A_DAY}
        await _send(year, night, "reminder", every=every, **values)


async def cancellations(year: Year, night: datetime) -> None:
    """At two o'clock at night: a meeting in the morning is off."""
    if (night - BEGINS).days % 120 == 7:
        await _send(year, night, "cancelled", budget=Budget.URGENT, until=night + 2 * A_DAY)


async def answers(year: Year, night: datetime) -> None:
    """What somebody asked for."""
    if (night - BEGINS).days % 97 == 3:
        await _send(year, night, "asked", budget=Budget.ASKED, until=None)


async def chatter(year: Year, night: datetime) -> None:
    """More than anybody may be sent: to a few, every third night, of both kinds that have a cap."""
    if night.day % 3 == 1 and night.month in FULL_MONTHS:
        # In autumn there are cards, which must have their room.
        for budget in (Budget.COUNTED,) if night.month == BEGINS.month else (Budget.COUNTED, Budget.PATH):
            await _send(year, night, f"may {budget}", budget=budget, until=night + 2 * A_DAY, busy=True)


async def contacts(year: Year, night: datetime) -> None:
    """Two people are named contacts, each the other's cover, and are given whom they look after."""
    supporters = year.features.contacts.supporters
    first, second = (who.account for who in year.of_kind("contact"))
    if night == BEGINS + timedelta(hours=2):
        for contact, cover in ((first, second), (second, first)):
            await supporters.add(HERE, contact, "Mondays", cover)
    if (night - BEGINS).days in (0, 101):
        suggested = await supporters.suggestion(HERE)
        uses = [button.token for button in suggested.buttons if button.action == "contacts:use"]
        for token in uses:
            await supporters.use(HERE, token)


async def calls(year: Year, night: datetime) -> None:
    """Contacts offer times; some book one, some want no call, and two just leave it."""
    steps = {2: _offer_times, 4: _book, 12: _have_talked}
    step = steps.get((night - BEGINS).days)
    if step is not None:
        await step(year)


async def _offer_times(year: Year) -> None:
    booking = year.features.preparation.booking
    for contact in year.of_kind("contact"):
        typed = "\n".join(f"{day} September 2026, 10:30" for day in (7, 8, 9, 10, 11))
        preview = await booking.preview(HERE, contact.account, typed)
        await booking.offer(HERE, contact.account, preview.buttons[0].token)


async def _book(year: Year) -> None:
    booking = year.features.preparation.booking
    for number, who in enumerate(await year.lay_members()):
        shown = await booking.times(HERE, who.account)
        times = [button.token for button in shown.buttons if button.action == "preparation:book"]
        if times:
            await booking.book(HERE, who.account, times[0])
        elif number % 2:
            await booking.no_call(HERE, who.account)


async def _have_talked(year: Year) -> None:
    booking = year.features.preparation.booking
    for contact in year.of_kind("contact"):
        shown = await booking.calls(HERE, contact.account)
        members = [button.token for button in shown.buttons if button.action == "preparation:talked"]
        for member in members[1:]:
            await booking.talked(HERE, contact.account, member)


async def words(year: Year, night: datetime) -> None:
    """Somebody would like a word; her contact does not see it in time, and the cover gets it."""
    if (night - BEGINS).days % 60 == 11:
        for who in await year.lay_members():
            if who.kind in ("plain", "for good"):
                hers = year.features.contacts.words
                token = hers.form("").token
                await hers.preview(HERE, who.account, token, f"May we talk on {night:%d %B}?")
                await hers.send(HERE, who.account, token)


async def offers(year: Year, night: datetime) -> None:
    """A facilitator offers a role to each patient and public member."""
    role = OFFERS.get((night.month, night.day))
    if role is None:
        return
    roles = year.features.standing_roles
    for who in await year.lay_members(also_without=True):
        name = name_of(who) if year.is_without_discord(who) else ""
        offer = Offer(role.value, None if name else who.account, name, "Two hours a month", "25 pounds")
        preview = await roles.preview(HERE, LEILA, offer)
        await roles.send(HERE, LEILA, preview.buttons[0].token)


async def steering(year: Year, night: datetime) -> None:
    """In May the patient and public members are the steering group: in June they are asked who is missing."""
    if (night.month, night.day) == (5, 5):
        await year.features.around_meetings.asking_who.start()
        async with year.store.everyday.write() as tx:
            for who in await year.lay_members(also_without=True):
                day, state = night.date(), State.HELD
                held = Standing(
                    f"s{who.id}",
                    HERE,
                    who.id,
                    Role.STEERING_GROUP,
                    "An hour",
                    "Ten pounds",
                    LEILA,
                    day,
                    state,
                )
                await StandingRoleStore(year.store.seal).put(tx, held)


#: Whoever sends anything of its own accord is in this list.
SOURCES: tuple[Source, ...] = (
    *(reminders, cancellations, answers, chatter),
    *(contacts, calls, words, offers, steering),
)


async def _send(
    year: Year, night: datetime, kind: str, *, busy: bool = False, every: int = 1, **values: Any
) -> None:
    async with year.store.everyday.write() as tx:
        for who in list(_to(year, busy=busy))[night.month % every :: every]:
            key = f"{kind} {night:%m-%d} {who.id}"
            notice = Notice((Line("panel-new-answers"), Words(key)))
            await year.features.nudges.send(
                tx,
                Nudge(key, HERE, who.id, kind, notice, not_before=night, **values),
            )


def _to(year: Year, *, busy: bool) -> Iterator[Someone]:
    # Contacts are asked for times in the month that is full for everybody else.
    return (who for who in year.people if who.kind != "contact" and (who.kind == "busy") is busy)
