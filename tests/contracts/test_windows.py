"""When what waits comes out: the windows of meetings and of the time between, on every kind of database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.app import ANONYMOUS_ALARMS
from bot.core.errors import Refused
from bot.questions.rules.settings import Who
from bot.questions.rules.windows import Pace
from bot.questions.store import waiting_table
from tests.contracts.group import (
    AMA,
    BEN,
    CARD,
    CAT,
    FACILITATORS,
    HER_WORDS,
    HERE,
    NEW_CHANNEL,
    Group,
    refusal,
    said,
)


async def careful(group: Group) -> None:
    """A careful window begins, in a meeting."""
    await group.choose(pace=Pace.CAREFUL)
    await group.at(14, 13, 20)


async def comes_out_at(group: Group, hours: float = 30) -> datetime | None:
    """When the next card is there, looked for every ten seconds; None if it is not within so many hours."""
    before, end = len(group.cards()), group.clock.now() + timedelta(hours=hours)
    while group.clock.now() < end:
        due = await group.round.make()
        if len(group.cards()) > before:
            return group.clock.now()
        group.clock.time = max(due or end, group.clock.now() + timedelta(seconds=1))
    return None


# In a meeting


@pytest.mark.parametrize(
    ("pace", "seconds"), [(Pace.QUICK, 20), (Pace.STEADY, 120), (Pace.CAREFUL, 600)], ids=list(Pace)
)
async def test_two_questions_come_out_when_the_window_of_the_meeting_ends(
    group: Group, pace: Pace, seconds: int
) -> None:
    await group.choose(pace=pace)
    await group.at(14, 13, 20)
    await group.asks()
    group.clock.move(seconds=3)
    await group.asks(BEN, "another")
    group.clock.move(seconds=seconds - 4)
    await group.round.make()
    assert group.cards() == []
    await group.next_window(seconds=1)
    assert sorted(group.cards()) == sorted([CARD, ["question-card", "another"]])


async def test_a_lone_question_of_a_careful_meeting_waits_one_window_more(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.next_window(minutes=10)
    assert group.cards() == []
    assert (await group.mine())[1] == "question-mine-waiting"
    await group.next_window(minutes=9, seconds=59)
    assert group.cards() == []
    await group.next_window(seconds=1)
    assert group.cards() == [CARD]


async def test_one_that_has_waited_comes_out_with_the_next_which_then_waits_for_nobody(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.next_window(minutes=10)
    await group.asks(BEN, "another")
    await group.next_window(minutes=10)
    assert sorted(group.cards()) == sorted([CARD, ["question-card", "another"]])


async def test_somebody_who_asks_twice_is_still_alone(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.asks(words="one more")
    await group.next_window(minutes=10)
    assert group.cards() == []
    await group.next_window(minutes=10)
    assert len(group.cards()) == 2


async def test_a_lone_question_asked_before_a_careful_meeting_ends_is_out_when_its_asker_was_told(
    group: Group,
) -> None:
    await careful(group)
    await group.asks()
    await group.next_window(minutes=5)
    await group.windows.meeting_ends(HERE)
    assert await comes_out_at(group) == datetime(2026, 5, 14, 13, 40, tzinfo=UTC)


async def test_a_meeting_starts_once_and_ends_once(quiet: Group) -> None:
    assert await refusal(quiet.windows.meeting_ends(HERE)) == ("error-no-meeting", None)
    assert said(await quiet.windows.meeting_starts(HERE))[0] == "question-meeting-on"
    assert await refusal(quiet.windows.meeting_starts(HERE)) == ("error-meeting-is-on", None)
    assert said(await quiet.windows.meeting_ends(HERE)) == ["question-meeting-off"]
    assert await refusal(quiet.windows.meeting_ends(HERE)) == ("error-no-meeting", None)


async def test_a_meeting_that_nobody_ends_is_over_after_six_hours(group: Group) -> None:
    await group.at(14, 19, 0)
    await group.asks()
    await group.next_window()
    assert group.cards() == [CARD]
    await group.at(14, 19, 1)
    await group.asks(words="after the meeting")
    assert await comes_out_at(group) == datetime(2026, 5, 15, 8, 0, tzinfo=UTC)


# Let questions out now


async def test_questions_now_brings_out_all_but_a_lone_one(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.asks(BEN, "another")
    assert said(await group.windows.questions_now(HERE)) == ["question-opened-now"]
    await group.round.make()
    assert len(group.cards()) == 2

    await group.next_window(minutes=10)
    await group.asks(CAT, "a lone one")
    await group.windows.questions_now(HERE)
    await group.round.make()
    assert len(group.cards()) == 2
    assert await comes_out_at(group) is not None


async def test_a_lone_one_is_not_hurried_out_in_its_second_window(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.next_window(minutes=11)
    await group.windows.questions_now(HERE)
    await group.round.make()
    assert group.cards() == []


async def test_questions_now_works_once_in_ten_minutes(group: Group) -> None:
    await careful(group)
    await group.windows.questions_now(HERE)
    group.clock.move(minutes=9, seconds=59)
    with pytest.raises(Refused) as caught:
        await group.windows.questions_now(HERE)
    assert caught.value.line.id == "error-now-too-soon"
    again = int(datetime(2026, 5, 14, 13, 30, tzinfo=UTC).timestamp())
    assert caught.value.line.values == {"at": f"<t:{again}:t>"}
    group.clock.move(seconds=1)
    await group.windows.questions_now(HERE)


async def test_questions_now_is_for_careful_meetings_only(group: Group) -> None:
    for pace in (Pace.QUICK, Pace.STEADY):
        await group.choose(pace=pace)
        assert await refusal(group.windows.questions_now(HERE)) == ("error-now-only-careful", None)
    await group.choose(pace=Pace.CAREFUL)
    await group.windows.meeting_ends(HERE)
    assert await refusal(group.windows.questions_now(HERE)) == ("error-now-only-careful", None)


# Between meetings


@pytest.mark.parametrize(
    ("asked", "out"),
    [((13, 14, 59), (13, 15)), ((13, 15, 1), (14, 8)), ((13, 22, 0), (14, 8)), ((14, 7, 59), (14, 8))],
)
async def test_between_meetings_they_come_out_at_two_hours_of_londons_day(
    quiet: Group, asked: tuple[int, int, int], out: tuple[int, int]
) -> None:
    """In May, nine and four o'clock in London are eight and three by UTC."""
    await quiet.at(*asked)
    await quiet.asks()
    assert await comes_out_at(quiet) == datetime(2026, 5, *out, tzinfo=UTC)


async def test_the_hours_are_those_of_the_clock_on_the_wall_in_winter_too(quiet: Group) -> None:
    quiet.clock.time = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    await quiet.round.make()
    await quiet.asks()
    assert await comes_out_at(quiet) == datetime(2026, 10, 25, 9, 0, tzinfo=UTC), "clocks went back at night"


async def test_a_community_has_its_own_hours(quiet: Group) -> None:
    await quiet.choose(hours=(7, 20))
    await quiet.asks()
    assert await comes_out_at(quiet) == datetime(2026, 5, 14, 19, 0, tzinfo=UTC)


async def test_what_was_asked_between_meetings_comes_out_in_one_that_starts(quiet: Group) -> None:
    await quiet.asks()
    await quiet.next_window(hours=1)
    assert quiet.cards() == []
    await quiet.meets()
    assert quiet.cards() == []
    await quiet.next_window()
    assert quiet.cards() == [CARD]


async def test_just_before_a_meeting_starts_it_is_hidden_for_ten_minutes(quiet: Group) -> None:
    """Else the start of the meeting would show who asked a moment ago."""
    await quiet.at(14, 13, 20)
    await quiet.asks()
    await quiet.next_window(seconds=30)
    await quiet.meets()
    assert await comes_out_at(quiet) == datetime(2026, 5, 14, 13, 30, tzinfo=UTC)


# A setting that is changed while questions wait


async def test_a_pace_that_is_quickened_does_not_bring_out_what_was_promised_ten_minutes(
    group: Group,
) -> None:
    await careful(group)
    await group.asks()
    await group.asks(BEN, "another")
    await group.choose(pace=Pace.QUICK)
    await group.next_window(minutes=1)
    await group.asks(CAT, "a quick one")
    await group.next_window()
    assert group.cards() == [["question-card", "a quick one"]]
    await group.next_window(minutes=8)
    assert len(group.cards()) == 1
    await group.next_window(minutes=1)
    assert len(group.cards()) == 3


async def test_a_pace_that_is_slowed_does_not_keep_what_was_promised_soon(group: Group) -> None:
    await group.asks()
    await group.choose(pace=Pace.CAREFUL)
    await group.next_window()
    assert group.cards() == [CARD]


async def test_reading_first_holds_only_what_is_asked_from_then_on(group: Group) -> None:
    await group.asks()
    await group.choose(release_first=True)
    await group.asks(BEN, "to be read first")
    await group.next_window()
    assert group.cards() == [CARD]
    (held,) = group.cards(FACILITATORS)
    assert held == ["question-card-held", "to be read first", "question-card-held-waits"]


async def test_what_was_promised_a_reading_is_read_first_though_that_is_chosen_no_more(group: Group) -> None:
    await group.choose(release_first=True)
    await group.asks()
    await group.choose(release_first=False)
    await group.next_window()
    assert group.cards() == []
    assert group.cards(FACILITATORS)[0][0] == "question-card-held"


async def test_who_sees_a_question_is_settled_when_it_is_asked(group: Group) -> None:
    await group.choose(who=Who.FACILITATORS)
    await group.asks()
    await group.choose(who=Who.EVERYONE)
    await group.asks(BEN, "for everyone")
    await group.asks(CAT, "for facilitators: so said her form", to_facilitators=True)
    await group.next_window()
    assert sorted(card[1] for card in group.cards(FACILITATORS)) == [
        HER_WORDS,
        "for facilitators: so said her form",
    ]
    assert group.cards() == [["question-card", "for everyone"]]


async def test_a_held_question_comes_out_where_questions_went_when_it_was_asked(group: Group) -> None:
    """More people may see the new channel than its asker was told."""
    await group.choose(release_first=True)
    await group.asks()
    await group.next_window()
    (token,) = await group.cards_of()
    await group.moves_to(NEW_CHANNEL)
    await group.facilitating.release(HERE, token)
    await group.round.make()
    assert group.cards() == [CARD]
    assert group.cards(NEW_CHANNEL) == []


# After a restart


async def test_what_waited_while_the_bot_slept_comes_out_when_it_wakes(group: Group) -> None:
    await group.asks()
    group.clock.move(hours=9)
    await group.windows.start()
    await group.round.make()
    assert group.cards() == [CARD]


async def test_what_waits_without_an_alarm_is_looked_at_after_a_start(quiet: Group) -> None:
    """As after a copy of the file was put back."""
    await quiet.asks()
    await drop_alarms(quiet)
    assert await comes_out_at(quiet) is None
    await quiet.windows.start()
    assert await comes_out_at(quiet) is not None
    assert await quiet.opened(waiting_table) == []


async def drop_alarms(group: Group) -> None:
    async with group.database.write() as tx:
        await tx.execute(ANONYMOUS_ALARMS.delete())


async def test_a_restart_does_not_bring_anything_out_early(group: Group) -> None:
    await careful(group)
    await group.asks()
    await group.asks(BEN, "another")
    for _ in range(5):
        group.clock.move(minutes=1)
        await group.windows.start()
        await group.round.make()
    assert group.cards() == []
    assert await comes_out_at(group) == datetime(2026, 5, 14, 13, 30, tzinfo=UTC)


async def test_one_community_does_not_open_anothers_window(group: Group) -> None:
    await careful(group)
    await group.asks(AMA)
    await group.asks(BEN, "another")
    await group.asks(CAT, "elsewhere", community=900_000_000_000_000_002)
    await group.next_window()
    assert group.cards() == []
