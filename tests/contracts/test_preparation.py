"""The path before the first meeting, on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import text as sql

from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.meetings.rules import Change
from bot.people.rules import Pause, PauseKind
from bot.preparation.rules import CallState, Card
from tests.contracts.preparing import ACCOUNTS, DAY, HERE, NOON, Village, open_village
from tests.support import FakeClock

#: Half past ten in London, in summer time.
FIRST = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
TIMES = "9 March 2026, 10:30\n10 March 2026, 14:00"
LAY = ["purpose", "part", "payment", "people", "words", "meeting", "practice", "talk"]


@pytest.fixture
async def village(database: Database, clock: FakeClock) -> Village:
    return await open_village(database, clock)


def actions(notice: Notice) -> list[str]:
    return [button.action for button in notice.buttons]


def said(notice: Notice) -> str:
    part = notice.parts[0]
    return part.id if isinstance(part, Line) else part.words


def tokens(notice: Notice, action: str) -> list[str]:
    return [button.token for button in notice.buttons if button.action == action]


async def times(village: Village, name: str) -> list[str]:
    """The ids of the times that somebody is shown."""
    return tokens(await village.booking.times(HERE, ACCOUNTS[name]), "preparation:book")


def is_spaced(sent: list[tuple[str, date]]) -> bool:
    return all(later - day >= timedelta(days=7) for (_, day), (_, later) in pairwise(sent))


# Cards


async def test_each_card_comes_once_in_turn_and_a_week_apart(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(110)
    sent = village.cards("amina")
    assert [card for card, _ in sent] == LAY
    assert is_spaced(sent)
    assert sent[0][1] == FIRST.date() - timedelta(days=49)
    assert sent[-1][1] == FIRST.date() + timedelta(days=2)
    assert village.cards("rosa")[0][0] not in LAY, "she is on the other path"


async def test_a_card_says_what_the_community_wrote_and_has_its_three_buttons(village: Village) -> None:
    composing = village.preparation.composing
    await village.plans(FIRST)
    await composing.edit(HERE, ACCOUNTS["rosa"], "lay.purpose", {"days": "60", "own": "We meet about knees."})
    await village.joins("amina", contact="rosa")
    await village.passes(12)
    (nudge,) = [each for _, each in village.nudges.out if each.member == "amina" and "purpose" in each.key]
    assert nudge.notice.parts == (Line("preparation-card-purpose"), Words("We meet about knees."))
    assert actions(nudge.notice) == ["preparation:done", "questions:ask", "contacts:word"]
    assert nudge.until == FIRST


@pytest.mark.parametrize(
    ("group", "first_card"), [("clinical", "new"), ("", "purpose"), ("no such group", "purpose")]
)
async def test_professional_members_have_a_path_of_their_own_and_no_call(
    village: Village, group: str, first_card: str
) -> None:
    await village.plans(FIRST)
    await village.joins("ben", group, contact="rosa")
    await village.passes(80)
    sent = [card for card, _ in village.cards("ben")]
    assert sent[0] == first_card
    assert not {"part", "payment"} & set(sent), "these are for patient and public members"
    assert ("questioned" in sent) == (group == "clinical")
    assert village.told("rosa") == []
    assert said(await village.booking.times(HERE, ACCOUNTS["ben"])) == "preparation-times-none"


async def test_who_joins_days_before_gets_what_matters_most_and_then_the_talk(village: Village) -> None:
    await village.plans(NOON + 3 * DAY)
    await village.joins("amina", contact="rosa")
    await village.passes(20)
    assert [card for card, _ in village.cards("amina")] == ["purpose", "talk"]
    assert village.cards("amina")[0][1] == (NOON + 2 * DAY).date()


async def test_who_joins_the_day_after_goes_by_the_next_meeting_once_there_is_one(village: Village) -> None:
    await village.plans(NOON - DAY)
    await village.joins("amina", contact="rosa")
    await village.passes(14)
    assert village.cards("amina") == []
    await village.plans(village.clock.now() + 10 * DAY)
    await village.passes(20)
    assert [card for card, _ in village.cards("amina")] == ["purpose", "part", "talk"]


async def test_a_meeting_that_moves_twice_moves_what_is_still_to_come_and_repeats_nothing(
    village: Village,
) -> None:
    meeting = await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(30)
    before = village.cards("amina")
    assert [card for card, _ in before] == ["purpose", "part"]
    later = replace(meeting, starts_at=FIRST + 28 * DAY)
    await village.meets(Change(meeting, later))
    await village.passes(20)
    assert village.cards("amina") == before, "there is time again"
    sooner = replace(meeting, starts_at=village.clock.now() + 12 * DAY)
    await village.meets(Change(later, sooner))
    await village.passes(30)
    sent = village.cards("amina")
    assert is_spaced(sent)
    assert len({card for card, _ in sent}) == len(sent)
    assert sent[-1][0] == "talk"
    assert sent[-1][1] > sooner.starts_at.date()


async def test_a_meeting_that_is_cancelled_stops_the_cards_until_there_is_another(village: Village) -> None:
    meeting = await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(25)
    sent = len(village.cards("amina"))
    await village.meets(Change(meeting, None))
    await village.passes(100)
    assert len(village.cards("amina")) == sent
    await village.plans(village.clock.now() + 30 * DAY)
    await village.passes(40)
    assert len(village.cards("amina")) > sent


async def test_a_second_meeting_begins_nothing_anew(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(90)
    sent = village.cards("amina")
    await village.plans(village.clock.now() + 60 * DAY)
    await village.passes(70)
    assert village.cards("amina") == sent


async def test_while_she_is_paused_nothing_comes_and_then_it_goes_on(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    until = NOON + 45 * DAY
    village.changes("amina", pause=Pause(PauseKind.MEETING, until))
    await village.offers(TIMES)
    await village.passes(44)
    assert village.cards("amina") == []
    assert village.told("amina") == [], "the times wait, too"
    await village.passes(40)
    assert village.cards("amina")[0] == ("purpose", until.date())
    assert village.told("amina") == [], "their time has passed by now"
    assert is_spaced(village.cards("amina"))


async def test_after_pause_for_good_or_leaving_the_server_nothing_ever_comes(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    village.changes("amina", pause=Pause(PauseKind.GOOD))
    await village.joins("ben", "clinical")
    village.changes("ben", left_on=NOON.date())
    await village.passes(120)
    assert village.cards("amina") == village.cards("ben") == []


async def test_while_the_community_is_paused_nothing_comes_and_nothing_piles_up(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(25)
    sent = village.cards("amina")
    since = await village.pauses()
    await village.passes(80)
    await village.joins("ben", "clinical")
    assert village.cards("amina") == sent
    await village.plans(village.clock.now() + 30 * DAY)
    assert await village.resumes(since) == []
    await village.passes(40)
    new = village.cards("amina")[len(sent) :]
    assert new[0][0] == "part", "the meeting that fell into the pause was nobody's first"
    assert is_spaced(village.cards("amina"))
    assert new[-1][0] == "talk"
    assert village.cards("ben") != []


async def test_a_card_that_a_pause_kept_from_going_comes_after_it_in_its_place(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(22)
    assert [card for card, _ in village.cards("amina")] == ["purpose"]
    village.clock.time = FIRST - timedelta(days=42)
    await village.alarms.ring()
    since = await village.pauses()
    await village.loses("amina")
    await village.passes(3)
    assert [card for card, _ in village.cards("amina")] == ["purpose"]
    await village.resumes(since)
    await village.passes(60)
    assert [card for card, _ in village.cards("amina")] == LAY
    assert is_spaced(village.cards("amina"))


async def test_a_contact_whom_a_pause_kept_from_being_asked_is_asked_after_it(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    since = await village.pauses()
    await village.loses("rosa")
    await village.passes(3)
    assert village.told("rosa") == []
    await village.resumes(since)
    await village.passes(1)
    assert village.told("rosa") == ["preparation-please"]


async def test_whoever_changes_sides_goes_along_the_other_path(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", "clinical", contact="rosa")
    await village.passes(3)
    await village.joins("amina", "lay", contact="rosa")
    await village.passes(1)
    assert village.told("rosa") == ["preparation-please"]
    await village.passes(100)
    assert [card for card, _ in village.cards("amina")] == LAY


async def test_it_all_goes_on_after_a_restart(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    for _ in range(11):
        await village.passes(10)
        village.starts()
    assert [card for card, _ in village.cards("amina")] == LAY


async def test_a_member_without_discord_has_errands_in_place_of_messages(village: Village) -> None:
    await village.plans(FIRST)
    await village.joins("edna", contact="rosa", discord=False)
    await village.passes(1)
    assert [line.id for _, line in village.contacts.errands] == ["preparation-errand-call"]
    listed = await village.booking.calls(HERE, ACCOUNTS["rosa"])
    assert tokens(listed, "preparation:talked") == ["edna"]
    await village.booking.talked(HERE, ACCOUNTS["rosa"], "edna")
    await village.passes(110)
    cards = [line.values["card"] for _, line in village.contacts.errands[1:]]
    assert cards == LAY
    assert [each for _, each in village.nudges.out if each.member == "edna"] == []


# The call


async def test_the_call_comes_first_and_is_booked_by_one_press(village: Village) -> None:
    await village.plans(NOON + 50 * DAY)
    await village.joins("amina", contact="rosa")
    await village.passes(1)
    assert village.told("rosa") == ["preparation-please"]
    await village.offers(TIMES)
    await village.passes(1)
    assert village.told("amina") == ["preparation-times"]
    first, second = await times(village, "amina")
    booked = await village.booking.book(HERE, ACCOUNTS["amina"], first)
    assert said(booked) == "preparation-booked"
    assert await village.booking.book(HERE, ACCOUNTS["amina"], first) == booked, "twice is once"
    await village.passes(1)
    assert village.told("amina")[1:] == ["preparation-booked"]
    assert village.told("rosa")[1:] == ["preparation-taken"]
    assert village.cards("amina") == []
    await village.booking.book(HERE, ACCOUNTS["amina"], second)
    listed = await village.booking.calls(HERE, ACCOUNTS["rosa"])
    assert "preparation:take-back" in actions(listed), "the first time is free again"
    await village.booking.talked(HERE, ACCOUNTS["rosa"], "amina")
    await village.passes(1)
    assert [card for card, _ in village.cards("amina")] == ["purpose"]
    assert said(await village.booking.calls(HERE, ACCOUNTS["rosa"])) == "preparation-calls-none"


async def test_without_a_call_the_cards_wait_a_week_and_no_longer(village: Village) -> None:
    await village.plans(NOON + 49 * DAY)
    await village.joins("amina", contact="rosa")
    await village.passes(6)
    assert village.cards("amina") == []
    await village.passes(2)
    assert village.cards("amina") == [("purpose", (NOON + 7 * DAY).date())]


async def test_of_two_who_want_one_time_one_has_it_and_the_other_loses_nothing(village: Village) -> None:
    for name in ("amina", "ben"):
        await village.joins(name, contact="rosa")
    await village.offers(TIMES)
    first, second = await times(village, "amina")
    both = await asyncio.gather(
        *(village.booking.book(HERE, ACCOUNTS[name], first) for name in ("amina", "ben")),
        return_exceptions=True,
    )
    (refused,) = [each for each in both if isinstance(each, Refused)]
    assert refused.line.id == "error-preparation-time-taken"
    loser = "ben" if both.index(refused) == 1 else "amina"
    assert await times(village, loser) == [second]
    assert said(await village.booking.book(HERE, ACCOUNTS[loser], second)) == "preparation-booked"


async def test_none_of_these_suit_me_asks_for_others_and_only_new_ones_come(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    await village.offers(TIMES)
    await village.passes(1)
    assert said(await village.booking.none_suit(HERE, ACCOUNTS["amina"])) == "preparation-none-suit"
    await village.passes(1)
    assert village.told("rosa") == ["preparation-please", "preparation-again"]
    assert village.told("amina") == ["preparation-times"], "not the same ones again"
    await village.offers("12 March 2026, 9 am")
    await village.passes(1)
    assert village.told("amina") == ["preparation-times", "preparation-times"]


async def test_no_call_lets_the_cards_go_on_and_shows_nobody_who_declined(village: Village) -> None:
    await village.plans(NOON + 49 * DAY)
    await village.joins("amina", contact="rosa")
    await village.offers(TIMES)
    await village.booking.no_call(HERE, ACCOUNTS["amina"])
    await village.passes(2)
    assert [card for card, _ in village.cards("amina")] == ["purpose"]
    assert village.told("rosa") == ["preparation-please"]
    assert said(await village.booking.calls(HERE, ACCOUNTS["rosa"])) == "preparation-calls-none"
    assert len(await times(village, "amina")) == 2, "she can change her mind"
    assert (await village.progress("amina")).call.state is CallState.OFFERED  # type: ignore[union-attr]


async def test_a_contact_given_later_is_asked_then_and_one_message_is_enough_for_many(
    village: Village,
) -> None:
    for name in ("amina", "ben"):
        await village.joins(name)
    await village.passes(3)
    assert village.told("rosa") == []
    village.contacts.by_member |= {"amina": "rosa", "ben": "rosa"}
    await village.passes(1)
    assert village.told("rosa") == ["preparation-please"]


async def test_a_contact_who_goes_leaves_her_calls_to_the_cover_and_members_are_told(
    village: Village,
) -> None:
    await village.joins("cover", "voluntary")
    await village.joins("amina", contact="rosa")
    await village.offers(TIMES)
    (first, _) = await times(village, "amina")
    await village.booking.book(HERE, ACCOUNTS["amina"], first)
    await village.passes(1)
    village.contacts.by_member["amina"] = "cover"
    async with village.database.write() as tx:
        await village.preparation.erase(tx, HERE, "rosa")
    del village.people.members["rosa"]
    await village.passes(1)
    assert village.told("amina")[-1] == "preparation-call-off"
    assert village.told("cover") == ["preparation-please"]
    assert await times(village, "amina") == []


async def test_only_her_contact_can_say_that_they_have_talked(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    await village.joins("ben", "clinical")
    with pytest.raises(Refused) as refused:
        await village.booking.talked(HERE, ACCOUNTS["ben"], "amina")
    assert refused.value.line.id == "error-preparation-call-gone"
    for press in (village.booking.times, village.booking.calls, village.booking.none_suit):
        with pytest.raises(Refused) as refused:
            await press(HERE, 7)
        assert refused.value.line.id == "error-preparation-not-joined"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "error-preparation-times"),
        ("\n".join(f"{day} April 2026, 10:30" for day in range(1, 7)), "error-preparation-times"),
        ("9 March 2026 10:30", "error-preparation-comma"),
        ("9 March, 10:30", "error-meeting-day"),
        ("1 March 2026, 10:30", "error-meeting-past"),
    ],
)
async def test_times_that_cannot_be_read_are_refused_with_a_sentence(
    village: Village, typed: str, why: str
) -> None:
    with pytest.raises(Refused) as refused:
        await village.booking.preview(HERE, ACCOUNTS["rosa"], typed)
    assert refused.value.line.id == why


async def test_a_call_whose_time_passed_in_a_pause_is_offered_for_revision(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    await village.offers(TIMES)
    (first, _) = await times(village, "amina")
    await village.booking.book(HERE, ACCOUNTS["amina"], first)
    await village.passes(1)
    since = await village.pauses()
    await village.passes(30)
    assert await village.resumes(since) == ["preparation:again"]
    await village.preparation.booking.again(HERE, first)
    await village.passes(1)
    assert village.told("rosa")[-1] == "preparation-please"


# What is read, composed, shown and erased


async def test_done_is_hers_alone_and_every_card_can_be_read_again(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    reading = village.preparation.reading
    before = await village.booking.calls(HERE, ACCOUNTS["rosa"])
    assert said(await reading.done(HERE, ACCOUNTS["amina"], "purpose")) == "preparation-done"
    assert await village.booking.calls(HERE, ACCOUNTS["rosa"]) == before
    mine = await reading.mine(HERE, ACCOUNTS["amina"])
    assert tokens(mine, "preparation:read") == LAY
    for card in LAY:
        assert said(await reading.read(HERE, ACCOUNTS["amina"], card)) == f"preparation-card-{card}"
    assert said(await reading.mine(HERE, 7)) == "preparation-not-joined"
    exported = await village.preparation.export_for(HERE, "amina")
    assert exported["cards_done"] == ["purpose"]
    async with village.database.read() as tx:
        (block,) = (
            await tx.execute(sql("SELECT block FROM preparation_progress WHERE member = 'amina'"))
        ).one()
    assert b"purpose" not in bytes(block), "what she has done is sealed"


async def test_facilitators_compose_a_path_and_it_holds_for_what_is_still_to_come(village: Village) -> None:
    composing = village.preparation.composing
    await village.plans(FIRST)
    await village.joins("amina", contact="rosa")
    await village.passes(30)
    assert [card for card, _ in village.cards("amina")] == ["purpose", "part"]
    await composing.take_out(HERE, "lay.payment")
    shown = await composing.path(HERE, "lay")
    assert [
        line.values["card"] for line in shown.parts if isinstance(line, Line) and "card" in line.values
    ] == [card for card in LAY if card != "payment"]
    pay = {"rate": "£25 an hour", "counts": "", "how": "A form", "when": "", "whom": "Rosa"}
    card = await composing.pay(HERE, ACCOUNTS["rosa"], "lay.payment", pay)
    assert [line.id for line in card.parts if isinstance(line, Line) and "-paid-" in line.id] == [
        "preparation-paid-rate",
        "preparation-paid-how",
        "preparation-paid-whom",
    ]
    assert "preparation:put" in actions(card)
    await composing.put(HERE, "lay.payment")
    await composing.edit(HERE, ACCOUNTS["rosa"], "lay.people", {"days": "20", "own": ""})
    await village.passes(60)
    assert ("people", FIRST.date() - timedelta(days=20)) in village.cards("amina")


@pytest.mark.parametrize("token", ["", "lay", "lay.new", "open.purpose", "lay.purpose.x", "x.purpose"])
async def test_a_card_that_is_not_on_a_path_is_refused(village: Village, token: str) -> None:
    with pytest.raises(Refused):
        await village.preparation.composing.card(HERE, token)


async def test_erased_nothing_is_left_of_her_and_nobody_else_loses_anything(village: Village) -> None:
    await village.plans(FIRST)
    for name in ("amina", "ben"):
        await village.joins(name, contact="rosa")
    await village.offers(TIMES)
    await village.passes(1)
    first, second = await times(village, "amina")
    await village.booking.book(HERE, ACCOUNTS["amina"], first)
    await village.booking.book(HERE, ACCOUNTS["ben"], second)
    ben = await village.progress("ben")
    async with village.database.write() as tx:
        await village.preparation.erase(tx, HERE, "amina")
    del village.people.members["amina"]
    assert await village.preparation.export_for(HERE, "amina") == {}
    assert [each for each in village.nudges.waiting.values() if "amina" in repr(each)] == []
    async with village.database.read() as tx:
        for table in ("preparation_progress", "preparation_slot", "preparation_path", "alarm"):
            rows = (await tx.execute(sql(f"SELECT * FROM {table}"))).all()
            assert "amina" not in repr(rows)
    assert await village.progress("ben") == ben
    await village.passes(110)
    assert village.cards("amina") == []
    assert [card for card, _ in village.cards("ben")] == LAY


async def test_times_that_have_passed_go(village: Village) -> None:
    await village.joins("amina", contact="rosa")
    await village.offers(TIMES)
    async with village.database.write() as tx:
        assert await village.preparation.expire(tx, HERE, (NOON + 5 * DAY).date()) == 1
        assert await village.preparation.expire(tx, HERE, (NOON + 5 * DAY).date()) == 0


def test_every_card_of_the_lay_path_is_expected_here() -> None:
    """What the tests above compare with is what there is."""
    assert set(LAY) <= {card.value for card in Card}
