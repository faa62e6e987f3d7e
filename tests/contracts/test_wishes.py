"""Wishes are given once a week and forgotten, items answered, who is missing asked; on every database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.agenda.rules import Item
from bot.community.rules import Community, PauseOfAll
from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Form
from bot.core.sealing import Seal
from bot.meetings.rules import Meeting
from bot.questions.kinds import Said
from bot.wishes.rules import ABSENT, EASIER, Fate, Proposed, Wish
from bot.wishes.store import wish_item_table, wish_table
from tests.contracts.nudging import AMA, BEN, FACILITATORS, HERE, QUESTIONS
from tests.contracts.wishing import A_MINUTE, A_WEEK, MONDAY, NOON, Chapel, open_chapel
from tests.support import FakeClock

STRANGER = 190_000_000_000_000_099
MEETING = Meeting("m1", HERE, "Spring meeting", datetime(2026, 4, 14, 13, tzinfo=UTC))
PAUSED = PauseOfAll(NOON, "We have a break.")


@pytest.fixture
async def chapel(database: Database, seal: Seal, clock: FakeClock) -> Chapel:
    return await open_chapel(database, seal, clock)


# What would make it easier to come


async def test_texts_are_given_on_a_monday_at_nine_once_and_in_no_order(chapel: Chapel) -> None:
    texts = ("A lift", "Larger print", "A later hour")
    await chapel.wishes(*texts, *texts)
    await chapel.passes_until(MONDAY - A_MINUTE)
    assert chapel.posts() == []
    chapel.starts()
    await chapel.passes_until(MONDAY + A_MINUTE)
    (said,) = chapel.posts()
    assert [said.count(each) for each in texts] == [1, 1, 1]
    in_order = sorted(texts, key=said.index)
    assert in_order == [each.text for each in await _wishes(chapel)] != list(texts)
    # Handed over again after a crash, it is not given again; nor has a week without texts a message.
    await chapel.wishes(*texts)
    chapel.starts()
    await chapel.passes_until(MONDAY + 3 * A_WEEK)
    assert len(chapel.posts()) == 1


async def test_after_ninety_days_nothing_is_left_of_a_batch(chapel: Chapel) -> None:
    await chapel.wishes("A lift")
    await chapel.passes_until(MONDAY + A_MINUTE)
    await chapel.wishes("Larger print")
    await chapel.passes_until(MONDAY + timedelta(days=89))
    assert "A lift" in chapel.posts()[0]
    assert await chapel.left() == [2, 2, 0]
    await chapel.passes_until(MONDAY + timedelta(days=90, hours=1))
    first, second = chapel.posts()
    assert "A lift" not in first
    assert "deleted after 90 days" in first
    assert "Larger print" in second
    assert await chapel.left() == [1, 1, 0]


async def test_no_row_holds_words_or_a_time(chapel: Chapel) -> None:
    await chapel.wishes("A lift")
    async with chapel.database.read() as tx:
        (row,) = (await tx.execute(wish_table.select())).mappings().all()
    assert set(row) == {"community", "id", "batch", "block"}
    assert row["batch"] == ""
    assert b"lift" not in row["block"]


async def test_as_many_messages_as_it_takes_have_each_text_once(chapel: Chapel) -> None:
    texts = [f"{number:02} {'*' * 490}" for number in range(30)]
    await chapel.keeps(*(Wish(f"w{at}", HERE, text) for at, text in enumerate(texts)))
    await chapel.wishes("A lift")
    await chapel.passes_until(MONDAY + A_MINUTE)
    posts = chapel.posts()
    assert len(posts) > 1
    written = "\n".join(posts)
    assert [written.count(f"> {number:02} ") for number in range(30)] == [1] * 30


async def test_a_channel_that_is_gone_loses_nothing_and_a_new_one_gets_it(chapel: Chapel) -> None:
    await chapel.wishes("A lift")
    chapel.discord.gone.add(FACILITATORS)
    await chapel.passes_until(MONDAY + A_MINUTE)
    assert chapel.posts() == []
    async with chapel.database.write() as tx:
        await chapel.communities.save(tx, Community(HERE, QUESTIONS, 77, 7))
    await chapel.passes_until(MONDAY + timedelta(hours=2))
    assert [each.channel for each in chapel.discord.messages] == [77]


async def test_it_waits_for_the_end_of_a_pause_and_of_a_bank_holiday(chapel: Chapel) -> None:
    await chapel.wishes("A lift")
    await chapel.chooses(lambda settings: replace(settings, pause=PAUSED))
    await chapel.passes_until(MONDAY + A_MINUTE)
    assert chapel.posts() == []
    await chapel.chooses(lambda settings: replace(settings, pause=None))
    await chapel.passes_until(MONDAY + A_WEEK + A_MINUTE)
    assert len(chapel.posts()) == 1
    # Easter Monday is 6 April: by then clocks have changed, and it is Tuesday at nine on the wall.
    await chapel.passes_until(datetime(2026, 4, 1, 12, tzinfo=UTC))
    await chapel.wishes("Larger print")
    await chapel.passes_until(datetime(2026, 4, 7, 7, 59, tzinfo=UTC))
    assert len(chapel.posts()) == 1
    await chapel.passes_until(datetime(2026, 4, 7, 8, 1, tzinfo=UTC))
    assert len(chapel.posts()) == 2


async def test_where_sixty_wait_no_other_is_taken_until_they_are_given(chapel: Chapel) -> None:
    await chapel.keeps(*(Wish(f"w{number}", HERE, "Tea") for number in range(59)))
    await chapel.wishes("A lift")
    with pytest.raises(Refused) as refused:
        await chapel.wishing.say(EASIER, HERE, STRANGER, "draft~", {"text": "A lift"})
    assert refused.value.line.id == "error-wishes-many-wait"
    assert chapel.unsigned.taken == []
    await chapel.passes_until(MONDAY + A_MINUTE)
    await chapel.wishing.say(ABSENT, HERE, STRANGER, "draft~", {"text": "A lift"})
    assert chapel.unsigned.taken == [("absent", "", "A lift")]


# Items


async def test_a_named_item_goes_on_the_next_agenda_and_she_alone_is_told(chapel: Chapel) -> None:
    chapel.planned.meetings = [MEETING]
    item = await chapel.proposes(why="Many come by car.")
    assert (item.member, item.by, item.on) == ("ama", "Ama A.", NOON.date())
    listed = chapel.words(await chapel.deciding.listed(HERE))
    assert "Many come by car." in listed
    assert "Proposed by: Ama A." in listed
    assert "has an answer yet" in chapel.words(await chapel.proposing.answers(HERE))
    form = await chapel.deciding.put_form(HERE, item.id)
    assert isinstance(form, Form)
    assert form.token == item.id
    await chapel.deciding.put(HERE, item.id, {"minutes": " 15 "})
    await chapel.rings()
    (put,) = chapel.agenda.items
    assert put == Item(put.id, HERE, "m1", 0, "Parking", 15)
    (told,) = chapel.direct()
    assert "It is on the agenda of “Spring meeting”." in told
    assert chapel.direct(BEN) == []
    answers = chapel.words(await chapel.proposing.answers(HERE))
    assert "Parking" in answers
    assert "Ama" not in answers
    assert (await chapel.item(item.id)).member is None


async def test_of_two_who_decide_at_once_the_second_reads_what_the_first_decided(chapel: Chapel) -> None:
    chapel.planned.meetings = [MEETING]
    item = await chapel.proposes()
    both = await asyncio.gather(
        *(chapel.deciding.put(HERE, item.id, {"minutes": "5"}) for _ in "12"),
        chapel.deciding.decline(HERE, item.id, {"reason": "Thank you."}),
    )
    assert sum("someone was first" in chapel.words(each) for each in both) == 2
    assert len(chapel.agenda.items) == ((await chapel.item(item.id)).fate is Fate.ON_AGENDA)
    await chapel.rings()
    assert len(chapel.direct()) == 1
    assert "someone was first" in chapel.words(await chapel.deciding.put_form(HERE, item.id))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "meetings", "room", "sentence"),
    [
        ("10", [], 9, "error-wishes-no-meeting"),
        ("10", [MEETING], 0, "error-agenda-full"),
        *(
            (typed, [MEETING], 9, "error-wishes-minutes")
            for typed in ("", "0", "-5", "241", "ten", "9" * 4000)
        ),
    ],
)
async def test_what_cannot_be_put_on_goes_on_waiting(
    chapel: Chapel, minutes: str, meetings: list[Meeting], room: int, sentence: str
) -> None:
    item = await chapel.proposes()
    chapel.planned.meetings, chapel.agenda.room = meetings, room
    with pytest.raises(Refused) as refused:
        await chapel.deciding.put(HERE, item.id, {"minutes": minutes})
    assert refused.value.line.id == sentence
    assert await chapel.item(item.id) == item
    await chapel.rings()
    assert chapel.direct() == []


async def test_a_reason_reaches_her_and_everybody_and_words_can_be_taken_out(chapel: Chapel) -> None:
    shown, out = await chapel.proposes("Parking"), await chapel.proposes("Rude words")
    for item, words in ((shown, "yes"), (out, "no")):
        with pytest.raises(Refused):
            await chapel.deciding.decline(HERE, item.id, {"reason": " ", "show": words})
        await chapel.deciding.decline(HERE, item.id, {"reason": "Thank you. In June.", "show": words})
    await chapel.rings()
    assert all("Not now, because: Thank you. In June." in each for each in chapel.direct())
    assert "Rude words" in "".join(chapel.direct()), "her own"
    answers = chapel.words(await chapel.proposing.answers(HERE))
    assert answers.count("Thank you. In June.") == 2
    assert "Parking" in answers
    assert "Rude words" not in answers


async def test_what_came_without_a_name_leads_to_nobody_and_held_words_are_never_shown(
    chapel: Chapel,
) -> None:
    for _ in range(2):
        await chapel.proposing.take(Said(HERE, "t1", "item", "", "Parking\nMany come by car.", False))
    await chapel.proposing.take(Said(HERE, "t2", "item", "", "Rude words", True))
    assert "Only facilitators can see this one." in chapel.words(await chapel.deciding.listed(HERE))
    async with chapel.database.read() as tx:
        rows = (await tx.execute(wish_item_table.select())).mappings().all()
    assert [(row["member"], b"Parking" in row["block"]) for row in rows] == [(None, False)] * 2
    for id_ in ("t1", "t2"):
        await chapel.deciding.decline(HERE, id_, {"reason": "Thank you.", "show": "yes"})
    answers = chapel.words(await chapel.proposing.answers(HERE))
    assert "Parking" in answers
    assert "Rude" not in answers
    assert chapel.direct() == chapel.direct(BEN) == []


async def test_items_that_wait_are_never_forgotten_in_silence(chapel: Chapel) -> None:
    item = await chapel.proposes()
    await chapel.proposing.take(Said(HERE, "t1", "item", "", "Tea", False))
    await chapel.passes_until(MONDAY + A_WEEK + A_MINUTE)
    assert [each.partition("\n")[0].count("2 proposed items wait") for each in chapel.posts()] == [1, 1]
    assert "Ama" not in "".join(chapel.posts())
    for id_ in (item.id, "t1"):
        await chapel.deciding.decline(HERE, id_, {"reason": "Thank you."})
    await chapel.passes_until(MONDAY + 3 * A_WEEK)
    assert len(chapel.posts()) == 2


async def test_who_has_not_joined_and_what_is_empty_or_too_long_is_refused(chapel: Chapel) -> None:
    good = {"what": "Parking", "why": "", "how": "named"}
    for account, fields, sentence in (
        (STRANGER, good, "error-wishes-not-joined"),
        (AMA, good | {"what": " \u200b"}, "error-said-empty"),
        (AMA, good | {"what": "x" * 101}, "error-said-long"),
        (AMA, good | {"why": "x" * 4_000}, "error-said-long"),
    ):
        with pytest.raises(Refused) as refused:
            await chapel.proposing.propose(HERE, account, "", fields, "Somebody")
        assert refused.value.line.id == sentence
    await chapel.proposing.propose(HERE, STRANGER, "", good | {"how": "anonymously"}, "Somebody")
    assert chapel.unsigned.taken == [("item", "Parking", "Parking  anonymously")]
    assert await chapel.left() == [0, 0, 0]


async def test_twice_is_once_twenty_are_enough_and_she_alone_takes_hers_back(chapel: Chapel) -> None:
    item = await chapel.proposes()
    assert (await chapel.proposes()).id == item.id
    for number in range(19):
        await chapel.proposes(f"Item {number}")
    with pytest.raises(Refused) as refused:
        await chapel.proposes("One more")
    assert refused.value.line.id == "error-wishes-many"
    with pytest.raises(Refused):
        await chapel.proposing.take_back(HERE, BEN, item.id)
    for _ in range(2):
        await chapel.proposing.take_back(HERE, AMA, item.id)
    assert await chapel.left() == [0, 0, 19]


async def test_where_two_hundred_without_a_name_wait_no_other_is_promised_an_answer(chapel: Chapel) -> None:
    await chapel.keeps(*(Proposed(f"t{at}", HERE, f"Item {at}", "", NOON.date()) for at in range(200)))
    with pytest.raises(Refused) as refused:
        await chapel.proposing.propose(HERE, STRANGER, "", {"what": "Tea"}, "")
    assert refused.value.line.id == "error-wishes-full"
    await chapel.proposing.take(Said(HERE, "late", "item", "", "Late", False))
    assert (await chapel.left())[2] == 201


async def test_what_is_hers_she_can_see_and_erase_and_answers_go_in_time(chapel: Chapel) -> None:
    first, second = await chapel.proposes("Parking", "Many come by car."), await chapel.proposes("Tea")
    await chapel.deciding.decline(HERE, second.id, {"reason": "Thank you."})
    exported = await chapel.proposing.export_for(HERE, "ama")
    assert exported == {
        "items_proposed": [{"item": "Parking", "item_why": "Many come by car.", "shown_name": "Ama A."}]
    }
    async with chapel.database.write() as tx:
        await chapel.proposing.erase(tx, HERE, "ben")
        assert await chapel.proposing.expire(tx, HERE, NOON.date()) == 0
        await chapel.proposing.erase(tx, HERE, "ama")
    assert [each.id for each in await chapel.desk.items(HERE)] == [second.id] != [first.id]
    async with chapel.database.write() as tx:
        assert await chapel.proposing.expire(tx, HERE, date(2026, 3, 6)) == 1
    assert await chapel.left() == [0, 0, 0]


# Who is not here

#: Two weeks before 1 April is 18 March; the next time is 17 June, when clocks are an hour ahead.
SPRING, SUMMER = datetime(2026, 3, 18, 9, tzinfo=UTC), datetime(2026, 6, 17, 8, tzinfo=UTC)


async def test_the_steering_group_is_asked_once_a_quarter_whatever_restarts(chapel: Chapel) -> None:
    chapel.steering.members = ["ama", "ben"]
    await chapel.asking.start()
    await chapel.passes_until(SPRING - A_MINUTE)
    assert chapel.direct() == []
    for _ in range(3):
        chapel.starts()
        await chapel.asking.start()
        await chapel.passes_until(SPRING + A_MINUTE)
    for account in (AMA, BEN):
        (asked,) = chapel.direct(account)
        assert "Who is not here, and what would let them come?** April, May and June" in asked
    assert chapel.posts() == []
    (button, *_) = chapel.discord.messages[-1].notice.buttons
    assert (button.action, button.token) == ("wishes:absent", "")
    await chapel.passes_until(SUMMER + A_MINUTE)
    assert [len(chapel.direct(each)) for each in (AMA, BEN)] == [2, 2]


async def test_without_a_steering_group_facilitators_are_asked_and_nobody_else(chapel: Chapel) -> None:
    await chapel.asking.start()
    await chapel.passes_until(SPRING + timedelta(days=20))
    (asked,) = chapel.posts()
    assert "Who is not here" in asked
    assert chapel.direct() == chapel.direct(BEN) == []


async def test_in_a_pause_nobody_is_asked_nor_when_the_quarter_has_begun(chapel: Chapel) -> None:
    chapel.steering.members = ["ama"]
    await chapel.asking.start()
    await chapel.rings()
    await chapel.chooses(lambda settings: replace(settings, pause=PAUSED))
    await chapel.passes_until(SPRING + A_MINUTE)
    await chapel.chooses(lambda settings: replace(settings, pause=None))
    await chapel.passes_until(SUMMER - A_MINUTE)
    assert chapel.direct() == []
    # Nothing runs for a month: then July has begun, and it is asked for October.
    chapel.clock.time = SUMMER + timedelta(days=30)
    await chapel.rings()
    assert chapel.direct() == []
    await chapel.passes_until(datetime(2026, 9, 18, 9, tzinfo=UTC))
    assert len(chapel.direct()) == 1


async def _wishes(chapel: Chapel) -> list[Wish]:
    async with chapel.database.read() as tx:
        return await chapel.store.wishes(tx, HERE)
