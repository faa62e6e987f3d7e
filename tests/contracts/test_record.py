"""From the end of a meeting to its record, posted once; on every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.agenda.rules import Item
from bot.community.rules import Community
from bot.core.database import Database
from bot.core.errors import NotNow
from bot.core.sealing import Seal
from bot.meetings.rules import Meeting, Place
from bot.people.rules import About
from bot.questions.rules.public import Public
from bot.record.service.promising import OFFERED_AFTER
from tests.contracts.nudging import AMA, BEN, FACILITATORS, HERE, QUESTIONS
from tests.contracts.recording import BEGAN, TITLE, Minutes, open_minutes, say
from tests.support import FakeClock

OFFERED = f"The record of {TITLE}, 14 May 2026, can be finished."
DAY = timedelta(days=1)
CHEESE = "We buy the zyzzle cheese."


@pytest.fixture
async def minutes(database: Database, seal: Seal, clock: FakeClock) -> Minutes:
    """A meeting is on."""
    return await open_minutes(database, seal, clock)


async def test_it_is_offered_once_drafted_from_what_there_is_and_posted_with_three_presses(
    minutes: Minutes,
) -> None:
    minutes.on_agenda = [Item("i1", HERE, "m1", 0, "The letter", 10), Item("i2", HERE, "m2", 0, "Other", 5)]
    minutes.planned = [Meeting("m2", HERE, "Next one", BEGAN + 28 * DAY, place=Place(None, "Room 4"))]
    minutes.asked = [Public("c1", 7, "Who decides?", True, False, "The board.")]
    await minutes.ends()
    await minutes.ends()
    (offer,) = minutes.messages(FACILITATORS)
    assert OFFERED in minutes.words(offer.notice)
    (finish,) = offer.notice.buttons
    page = await minutes.records.writing.open(HERE, finish.token)
    assert "on the agenda: 1. Questions that everybody can read: 1." in minutes.words(page)
    (preview,) = [each for each in page.buttons if each.action == "record:preview"]
    shown = await minutes.records.writing.preview(HERE, 1, preview.token, leads=True)
    (post,) = [each for each in shown.buttons if each.action == "record:post"]
    assert minutes.posts() == []
    await minutes.records.posting.post(HERE, post.token)
    await minutes.rings()
    (posted,) = minutes.posts()
    for words in (TITLE, "The letter", "Question 7", "Who decides?", "The board.", "Room 4", "nothing"):
        assert words in posted
    assert "Thursday 11 June 2026, 14:00" in posted
    assert "Other" not in posted
    (over,) = minutes.told()
    assert "is posted" in over
    await minutes.passes_until(BEGAN + 10 * DAY)
    assert len(minutes.told()) == len(minutes.posts()) == 1


async def test_posted_by_two_it_is_there_once_and_a_change_says_its_date(minutes: Minutes) -> None:
    await minutes.ends()
    await minutes.writes(decided=CHEESE)
    _, token = await minutes.previews()
    for _ in "12":
        told = await minutes.records.posting.post(HERE, token)
    assert "Nothing was posted twice" in minutes.words(told)
    await minutes.rings()
    await minutes.writes(version=1, decided="We buy bread.")
    assert CHEESE in minutes.posts()[0]
    minutes.clock.time = BEGAN + DAY
    assert "It is changed" in await minutes.presses_post()
    (posted,) = minutes.posts()
    assert "We buy bread." in posted
    assert CHEESE not in posted
    assert "This page was changed on 15 May 2026." in posted


async def test_what_somebody_else_saved_is_shown_and_not_overwritten(minutes: Minutes) -> None:
    await minutes.ends()
    _, token = await minutes.previews()
    await minutes.writes(decided=CHEESE)
    told = await minutes.writes(decided="We buy bread.")
    assert "Somebody else saved this part" in told
    assert CHEESE in told
    assert "We buy bread." in told
    assert CHEESE in (await minutes.previews())[0]
    # A preview from before that is shown anew, and not posted.
    assert "Somebody changed it meanwhile" in minutes.words(await minutes.records.posting.post(HERE, token))
    await minutes.rings()
    assert minutes.posts() == []


async def test_a_meeting_that_goes_on_takes_the_offer_away_and_it_is_posted_once(minutes: Minutes) -> None:
    await minutes.ends(1)
    await minutes.writes(decided=CHEESE)
    _, token = await minutes.previews()
    await minutes.goes_on()
    await minutes.goes_on()
    assert minutes.told() == []
    assert await minutes.refused(minutes.records.posting.post(HERE, token)) == "error-record-goes-on"
    assert await minutes.refused(minutes.previews()) == "error-record-goes-on"
    await minutes.ends(2)
    assert len(minutes.told()) == 1
    await minutes.presses_post()
    assert CHEESE in minutes.posts()[0]
    await minutes.goes_on()
    await minutes.ends(3)
    assert (len(minutes.posts()), len(minutes.told())) == (1, 1)


async def test_an_offer_that_was_on_its_way_when_the_meeting_went_on_is_not_left(minutes: Minutes) -> None:
    minutes.discord.lose_answer = [NotNow("status 503")]
    await minutes.ends(1)
    await minutes.goes_on()
    await minutes.passes_until(BEGAN + 2 * timedelta(hours=1))
    assert minutes.told() == []
    await minutes.ends(3)
    assert len(minutes.told()) == 1


@pytest.mark.parametrize(
    ("ended", "reminded", "due"),
    [
        # Thursday: Friday, promised for Monday.
        (datetime(2026, 5, 14, 15, tzinfo=UTC), datetime(2026, 5, 15, 15, tzinfo=UTC), "Monday 18 May 2026"),
        # Friday before the bank holiday of 25 May: Tuesday, promised for Wednesday.
        (
            datetime(2026, 5, 22, 15, tzinfo=UTC),
            datetime(2026, 5, 26, 15, tzinfo=UTC),
            "Wednesday 27 May 2026",
        ),
    ],
)
async def test_after_one_working_day_facilitators_are_reminded_once(
    minutes: Minutes, ended: datetime, reminded: datetime, due: str
) -> None:
    await minutes.ends((ended - BEGAN).total_seconds() / 3_600)
    await minutes.passes_until(reminded - timedelta(minutes=1))
    assert len(minutes.told()) == 1
    await minutes.passes_until(reminded + timedelta(minutes=1))
    assert "is not posted yet" in minutes.told()[1]
    assert due in minutes.told()[1]
    await minutes.passes_until(reminded + 20 * DAY)
    assert len(minutes.told()) == 2
    key = minutes.messages(FACILITATORS)[1].notice.buttons[0].token
    assert TITLE in minutes.words(await minutes.records.writing.open(HERE, key))


async def test_whoever_could_not_come_gets_it_in_short_and_can_add_something(minutes: Minutes) -> None:
    await minutes.joins("ben", BEN)
    await minutes.joins("eve", None, about=About(name="Eve"))
    await minutes.cannot_come("ama")
    minutes.asked = [Public("c1", 7, "Who decides?")]
    await minutes.ends()
    await minutes.writes(decided=CHEESE)
    await minutes.presses_post()
    (written,) = minutes.messages(AMA)
    assert CHEESE in minutes.words(written.notice)
    assert "Who decides?" not in minutes.words(written.notice)
    assert minutes.messages(BEN) == []
    assert [each[:3] for each in minutes.errands.given] == [("eve", "record", "record-errand")]
    key = next(each.token for each in written.notice.buttons if each.action == "record:add")
    form = await minutes.records.reading.add_form(HERE, key)
    assert form.intro is not None
    assert "with your name" in say(form.intro)
    told = await minutes.records.reading.add(HERE, AMA, key, "The bus was late.")
    await minutes.rings()
    assert "It is sent" in minutes.words(told)
    assert f"<@{AMA}> adds something to the record" in minutes.told()[-1]
    assert "could not come" not in minutes.told()[-1]
    assert "The bus was late." in minutes.told()[-1]
    stranger = minutes.words(await minutes.records.reading.add(HERE, 77, key, "Me too."))
    assert "You have not joined" in stranger
    assert "Me too." in stranger
    assert len(minutes.told()) == 2


async def test_whoever_came_after_all_is_not_told_that_she_could_not(minutes: Minutes) -> None:
    await minutes.joins("ben", BEN)
    await minutes.cannot_come("ama")
    await minutes.cannot_come("ben")
    minutes.came = ["ama"]
    await minutes.ends()
    await minutes.presses_post()
    assert (len(minutes.messages(AMA)), len(minutes.messages(BEN))) == (0, 1)


async def test_closed_direct_messages_keep_it_for_the_inbox(minutes: Minutes) -> None:
    minutes.discord.shut = {AMA}
    await minutes.cannot_come("ama")
    await minutes.ends()
    await minutes.presses_post()
    assert TITLE in minutes.words(await minutes.nudges.inbox(HERE, AMA))


async def test_a_question_that_was_taken_back_is_not_in_it_nor_read_or_printed_later(
    minutes: Minutes,
) -> None:
    minutes.asked = [Public("c1", 7, "First?"), Public("c2", 8, "Second?")]
    await minutes.ends()
    assert "First?" in (await minutes.previews())[0]
    minutes.asked = minutes.asked[1:]
    await minutes.presses_post()
    assert "First?" not in minutes.posts()[0]
    assert "Second?" in minutes.posts()[0]
    minutes.asked = []
    key = (await minutes.record()).key
    assert "Second?" not in minutes.words(await minutes.records.reading.read(HERE, key))
    (file,) = (await minutes.records.reading.printed(HERE, key, say)).files
    assert b"Second?" not in file.content
    assert b"Second?" not in await minutes.in_the_table()


async def test_the_draft_is_there_after_a_restart_and_nobody_can_read_it_in_the_file(
    minutes: Minutes,
) -> None:
    await minutes.ends()
    await minutes.writes(decided=CHEESE)
    act = {"who": "Sam", "what": "buys it", "until": "14 June"}
    await minutes.records.writing.act(HERE, (await minutes.record()).key, act)
    minutes.starts()
    preview, token = await minutes.previews()
    assert CHEESE in preview
    assert "Sam · buys it · 14 June" in preview
    assert b"cheese" not in await minutes.in_the_table()
    assert b"Sam" not in await minutes.in_the_table()
    # The process dies between the press and the posting.
    await minutes.records.posting.post(HERE, token)
    minutes.starts()
    await minutes.rings()
    assert len(minutes.posts()) == 1
    await minutes.passes_until(BEGAN + 8 * DAY)
    assert len(minutes.posts()) == 1


async def test_actions_are_taken_away_and_too_long_words_are_refused(minutes: Minutes) -> None:
    await minutes.ends()
    key, writing = (await minutes.record()).key, minutes.records.writing
    for _ in "12":
        await writing.act(HERE, key, {"who": "Sam", "what": "buys it", "until": ""})
    (action,) = (await minutes.record()).content.actions
    for _ in "12":
        told = await writing.remove(HERE, f"{key}.{action.id}")
    assert "There are no actions" in minutes.words(told)
    long = {"who": "x" * 4_000, "what": "x", "until": ""}
    assert await minutes.refused(writing.act(HERE, key, long)) == "error-note-long"
    assert await minutes.refused(minutes.writes(decided="x" * 4_000)) == "error-lines-long"
    assert await minutes.refused(writing.save(HERE, f"{key}.nothing.0", {}, ())) == "error-old-button"
    assert (await minutes.record()).content.words == {}


async def test_a_deleted_channel_is_told_once_and_the_new_one_gets_it(minutes: Minutes) -> None:
    await minutes.ends()
    minutes.discord.gone = {QUESTIONS}
    await minutes.presses_post()
    await minutes.passes_until(minutes.clock.now() + timedelta(hours=2))
    assert [each for each in minutes.told() if "could not be posted" in each] == minutes.told()[1:]
    assert len(minutes.told()) == 2
    async with minutes.database.write() as tx:
        await minutes.communities.save(tx, Community(HERE, 605, FACILITATORS, 1))
    await minutes.passes_until(minutes.clock.now() + timedelta(hours=1))
    assert len(minutes.messages(605)) == 1


async def test_a_change_that_was_made_while_it_was_on_its_way_is_shown(minutes: Minutes) -> None:
    await minutes.ends()
    minutes.discord.gone = {QUESTIONS}
    await minutes.presses_post()
    await minutes.writes(decided=CHEESE)
    await minutes.presses_post()
    minutes.discord.gone = set()
    await minutes.passes_until(minutes.clock.now() + timedelta(hours=1))
    (posted,) = minutes.posts()
    assert CHEESE in posted


async def test_before_it_is_posted_nobody_reads_it_and_when_it_is_old_it_goes(minutes: Minutes) -> None:
    await minutes.ends()
    key, reading = (await minutes.record()).key, minutes.records.reading
    assert await minutes.refused(reading.read(HERE, key)) == "error-record-not-posted"
    assert await minutes.refused(reading.printed(HERE, key, say)) == "error-record-not-posted"
    assert await minutes.refused(reading.add_form(HERE, key)) == "error-record-not-posted"
    assert await minutes.refused(reading.read(HERE + 1, key)) == "error-record-gone"
    await minutes.presses_post()
    async with minutes.database.write() as tx:
        assert await minutes.records.promising.expire(tx, HERE, BEGAN.date()) == 0
        assert await minutes.records.promising.expire(tx, HERE, BEGAN.date() + DAY) == 1
    assert await minutes.in_the_table() == b""
    assert await minutes.refused(reading.read(HERE, key)) == "error-record-gone"
    assert await minutes.refused(minutes.records.writing.open(HERE, "")) == "error-record-none"


async def test_a_meeting_that_nobody_planned_has_a_record_too(minutes: Minutes) -> None:
    async with minutes.database.write() as tx:
        bare = replace(minutes.sitting, meeting="", title="", ended_at=BEGAN)
        await minutes.records.promising.sitting_ended(tx, bare)
    await minutes.passes_until(minutes.clock.now() + 2 * OFFERED_AFTER)
    assert "The record of the meeting, 14 May 2026" in minutes.told()[0]
    await minutes.presses_post()
    assert "Our meeting" in minutes.posts()[0]
