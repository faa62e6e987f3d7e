"""Papers go out a week ahead, once, unless a facilitator says otherwise; on every kind of database."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.agenda.rules import Experience, Item, Pauses, Purpose
from bot.core.database import Database
from bot.core.errors import NotNow, Refused
from bot.core.sealing import Seal
from bot.papers.rules import KEPT, MOST_LINKS
from tests.bot.glossary.samples import PLAIN
from tests.contracts.papering import (
    DAY,
    HERE,
    HOUR,
    LINK,
    SENT,
    SHOWN,
    STARTS,
    Library,
    open_library,
    said,
)
from tests.support import FakeClock

PAPER = {"title": "Two pages", "link": LINK}


@pytest.fixture
async def library(database: Database, seal: Seal, clock: FakeClock) -> Library:
    return await open_library(database, seal, clock)


async def test_facilitators_see_it_first_and_a_week_ahead_everybody_has_it_once(library: Library) -> None:
    wanted = frozenset({Experience.CARING})
    library.agenda.kept = [
        Item("i1", HERE, "m1", 0, "Letters", 30, purpose=Purpose.DECIDE, open="all words", wanted=wanted)
    ]
    await library.plans()
    await library.passes_until(SHOWN - HOUR)
    assert library.shown() == library.posted() == []
    await library.passes_until(SENT - HOUR)
    (card,) = library.shown()
    assert "by themselves, on Thursday 19 March 2026, 14:00" in said(card)
    actions = [each.action for each in card.notice.buttons]
    assert actions == ["papers:look", "papers:send", "papers:hold", "papers:add"]
    looked = said(await library.desk.look(HERE, library.token()))
    assert library.posted() == []
    await library.passes_until(STARTS + DAY)
    library.starts()
    await library.rings()
    (papers,) = library.posted()
    assert papers.posted == SENT
    assert said(papers) in looked
    for part in ("In a week: Shorter waits", "Thursday 26 March 2026, 14:00 to 16:00", "Room 4", "Letters"):
        assert part in said(papers)
    for part in ("Still open: all words", "people who care for somebody", PLAIN.plain, "bring: nothing"):
        assert part in said(papers)
    assert "from 13:45 a room is open. Nothing is asked of you there." in said(papers)
    assert [each.action for each in papers.notice.buttons] == [
        *("glossary:look", "papers:print", "meetings:calendar")
    ]
    assert "They have been sent" in said(library.shown()[0])
    assert len(library.shown()) == 1


async def test_they_promise_a_room_and_a_break_only_where_the_agenda_has_them(library: Library) -> None:
    await library.plans()
    await library.passes_until(SENT)
    for early, rest in ((True, True), (True, False), (False, True), (False, False)):
        library.agenda.breathing = Pauses(early, rest)
        (page,) = (await library.desk.printable(HERE, library.token())).files
        for shown in (said(await library.desk.look(HERE, library.token())), page.content.decode()):
            assert ("Come early, if you like: from 13:45" in shown) is early
            assert ("There is a break." in shown) is rest


async def test_held_it_does_not_go_and_sent_by_hand_it_goes_once(library: Library) -> None:
    await library.plans()
    await library.passes_until(SHOWN)
    token = library.token()
    assert "not be sent by themselves" in said(await library.desk.hold(HERE, token))
    await library.passes_until(SENT + DAY)
    assert library.posted() == []
    assert "They will not be sent" in said(library.shown()[0])
    both = await asyncio.gather(*(library.desk.send(HERE, token) for _ in range(2)))
    assert sorted("already" in said(each) for each in both) == [False, True]
    await library.passes_until(STARTS)
    assert len(library.posted()) == 1
    assert "In 6 days" in said(library.posted()[0])
    with pytest.raises(Refused, match="error-papers-sent"):
        await library.desk.hold(HERE, token)


async def test_a_paper_is_added_taken_out_and_put_into_what_was_sent(library: Library) -> None:
    await library.plans()
    await library.passes_until(SHOWN)
    token = library.token()
    assert "one paper" in said(await library.desk.add(HERE, token, PAPER))
    await library.passes_until(SENT)
    assert f"Two pages: {LINK}" in said(library.posted()[0])
    await library.desk.take_out(HERE, token, "0")
    await library.desk.bring(HERE, token, "a cup of tea")
    await library.rings()
    (papers,) = library.posted()
    assert LINK not in said(papers)
    assert "bring: a cup of tea" in said(papers)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title": " "}, "error-papers-title"),
        ({"title": "x" * 101}, "error-papers-title-long"),
        ({"link": "http://a.example"}, "error-meeting-link"),
        ({"link": "https://me@a.example"}, "error-meeting-link"),
        ({"link": "https://a.example/" + "x" * 600}, "error-meeting-link-long"),
    ],
)
async def test_what_cannot_be_a_paper_is_told(library: Library, typed: dict[str, str], told: str) -> None:
    with pytest.raises(Refused, match=told):
        await library.desk.add(HERE, "k1", {**PAPER, **typed})


async def test_papers_whose_message_was_deleted_are_posted_anew_with_what_was_added(library: Library) -> None:
    await library.plans()
    await library.passes_until(STARTS - 5 * DAY)
    (sent,) = library.posted()
    library.discord.messages.remove(sent)
    await library.desk.add(HERE, library.token(), {"title": "The map", "link": "https://example.org/map"})
    await library.rings()
    (anew,) = library.posted()
    assert "The map" in said(anew)
    (button,) = [each for each in anew.notice.buttons if each.action == "papers:print"]
    assert (await library.desk.printable(HERE, button.token)).files
    await library.desk.bring(HERE, library.token(), "A pen")
    await library.rings()
    (anew,) = library.posted()
    assert "A pen" in said(anew)


async def test_there_are_ten_papers_at_most_each_once(library: Library) -> None:
    await library.plans()
    await library.passes_until(SHOWN)
    for number in range(MOST_LINKS):
        await library.desk.add(HERE, library.token(), {**PAPER, "title": f"Paper {number}"})
    with pytest.raises(Refused, match="error-papers-many"):
        await library.desk.add(HERE, library.token(), PAPER)
    await library.desk.take_out(HERE, library.token(), "9")
    with pytest.raises(Refused, match="error-papers-twice"):
        await library.desk.add(HERE, library.token(), {**PAPER, "title": "Paper 0"})
    for number in ("9", "10", "-1", "x"):
        with pytest.raises(Refused, match="error-papers-none"):
            await library.desk.take_out(HERE, library.token(), number)


async def test_papers_follow_a_meeting_that_is_moved_and_go_with_one_that_is_cancelled(
    library: Library,
) -> None:
    meeting = await library.plans()
    await library.passes_until(SHOWN)
    moved = await library.moves(meeting, starts_at=STARTS + 7 * DAY)
    assert "by themselves, on Thursday 26 March 2026" in said(library.shown()[0])
    await library.passes_until(SENT + DAY)
    assert library.posted() == []
    await library.passes_until(SENT + 7 * DAY)
    assert len(library.posted()) == 1
    before = said(library.posted()[0])
    again = await library.moves(moved, starts_at=STARTS + 8 * DAY)
    await library.passes_until(STARTS)
    assert [said(each) for each in library.posted()] == [before]
    await library.decides(again, None)
    assert "cancelled" in said(library.shown()[0])
    assert list(library.shown()[0].notice.buttons) == []
    with pytest.raises(Refused, match="error-papers-gone"):
        await library.desk.printable(HERE, library.posted()[0].notice.buttons[1].token)
    assert "alarm" not in await library.rows()


async def test_planned_late_it_goes_at_the_next_hour_that_fits(library: Library) -> None:
    """Thursday noon, for Monday morning: the next hour that fits is an hour from now."""
    await library.plans(library.clock.now() + 4 * DAY)
    assert "by themselves, on Thursday 5 March 2026, 13:00" in said(library.shown()[0])
    assert library.posted() == []
    await library.passes_until(library.clock.now() + HOUR)
    assert "In 4 days" in said(library.posted()[0])


async def test_where_no_hour_is_left_it_goes_by_hand_only_and_never_after_the_beginning(
    library: Library,
) -> None:
    library.clock.time += timedelta(hours=9)
    await library.plans(library.clock.now() + 8 * HOUR)
    assert "do not go by themselves" in said(library.shown()[0])
    await library.passes_until(library.clock.now() + 8 * HOUR)
    assert library.posted() == []
    with pytest.raises(Refused, match="error-papers-over"):
        await library.desk.send(HERE, library.token())


async def test_paused_it_is_not_sent_and_offered_when_all_goes_on(library: Library) -> None:
    await library.joins("vera", None)
    await library.plans()
    await library.passes_until(SHOWN)
    await library.pauses()
    await library.passes_until(SENT + HOUR)
    assert library.errands.given == [], "nobody is asked to print what was not sent"
    with pytest.raises(Refused, match="error-papers-paused"):
        await library.desk.send(HERE, library.token())
    await library.goes_on()
    assert library.posted() == []
    _, offered = library.shown()
    assert "because everything was paused" in said(offered)
    await library.desk.send(HERE, library.token())
    await library.passes_until(STARTS)
    assert len(library.posted()) == 1


async def test_a_card_that_fell_into_a_pause_is_shown_when_all_goes_on(library: Library) -> None:
    await library.plans()
    await library.pauses()
    await library.passes_until(SHOWN + HOUR)
    assert library.shown() == []
    await library.goes_on()
    assert len(library.shown()) == 1
    await library.passes_until(SENT)
    assert len(library.posted()) == 1


async def test_what_nobody_heard_the_arrival_of_is_not_sent_twice(library: Library) -> None:
    await library.plans()
    await library.passes_until(SENT - HOUR)
    library.discord.lose_answer = [NotNow("lost"), NotNow("lost")]
    await library.passes_until(SENT)
    library.starts()
    await library.passes_until(SENT + HOUR)
    assert (len(library.posted()), len(library.shown())) == (1, 1)


async def test_a_bot_that_was_away_sends_within_the_hours(library: Library) -> None:
    await library.plans()
    await library.passes_until(SENT - HOUR)
    library.clock.time = SENT + timedelta(hours=8)
    library.starts()
    await library.rings()
    assert library.posted() == []
    await library.passes_until(STARTS)
    (papers,) = library.posted()
    assert papers.posted == SENT + timedelta(hours=19)


async def test_contacts_are_asked_to_print_it_for_members_without_discord(library: Library) -> None:
    await library.joins("vera", None)
    await library.joins()
    await library.plans()
    await library.passes_until(SENT)
    assert library.errands.given == [("vera", "papers", "papers-errand", SENT.date())]


async def test_the_page_has_all_and_is_there_until_a_month_after(library: Library) -> None:
    library.agenda.kept = [
        Item(f"i{at}", HERE, "m1", at, f"<b>Item {at}</b>", 5, open="x" * 900) for at in range(30)
    ]
    await library.plans()
    await library.passes_until(SENT)
    (papers,) = library.posted()
    assert "Not all of it fits here" in said(papers)
    token = papers.notice.buttons[1].token
    (page,) = (await library.desk.printable(HERE, token)).files
    assert page.name == "papers.html"
    assert all(f"&lt;b&gt;Item {at}&lt;/b&gt;".encode() in page.content for at in range(30))
    assert PLAIN.plain.encode() in page.content
    await library.passes_until(STARTS + KEPT + DAY)
    with pytest.raises(Refused, match="error-papers-gone"):
        await library.desk.printable(HERE, token)
    assert "alarm" not in await library.rows()
