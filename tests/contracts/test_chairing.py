"""The view of a meeting that is on: one message, the place, breaks, crashes; on every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chairing.rules import View
from bot.core.database import Database
from bot.core.errors import NotNow
from bot.core.sealing import Seal
from tests.contracts.chairing import ITEMS, Table, without, words
from tests.contracts.group import (
    BEN,
    ELSEWHERE,
    FACILITATORS,
    HER_WORDS,
    HERE,
    NEW_CHANNEL,
    QUESTIONS,
    open_group,
    refusal,
)
from tests.support import FakeClock

#: Summer time in London: the clock begins at 13:00:05 UTC.
WELCOME, TARIFFS, LAST = "# Welcome", "# Tariffs", "# Next"
OVER = "The meeting is over."


@pytest.fixture
async def table(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Table:
    """No meeting is on yet; of both kinds is the everyday database."""
    return Table(await open_group(everyday, database, seal, clock, meeting=False))


async def test_a_meeting_that_begins_has_one_message_with_what_is_on_first(table: Table) -> None:
    await table.meets()
    shown = table.view()
    assert shown.startswith(WELCOME)
    for said in ("**Until 14:10** (<t:1778764205:R>)", "**Next:** Tariffs", "planned to end at **15:30**"):
        assert said in shown
    assert "No question is open." in shown
    async with table.group.everyday.read() as tx:
        assert await table.chairing.on(tx, HERE) == "Welcome"
    assert await table.chairing.on(None, ELSEWHERE) == ""


async def test_without_a_plan_there_is_the_time_and_nothing_of_an_agenda(table: Table) -> None:
    await table.meets("")
    assert table.view().startswith("# The meeting is on")
    assert "ends by itself at **20:00**" in table.view()
    assert await table.chairing.on(None, HERE) == ""


async def test_two_presses_at_once_move_by_one_and_the_second_reads_what_is_so(table: Table) -> None:
    await table.meets()
    token = table.token()
    assert (await table.presses("next", token)).startswith(TARIFFS)
    stale = await table.presses("next", token)
    assert "Somebody else was quicker" in stale
    assert TARIFFS in stale
    assert table.view().startswith(TARIFFS)
    assert (await table.presses("back")).startswith(WELCOME)
    assert table.view().startswith(WELCOME)


async def test_a_token_that_never_changes_is_found(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: two presses at once would move by two."""
    monkeypatch.setattr(View, "token", property(lambda view: view.key))
    await table.meets()
    token = table.token()
    await table.presses("next", token)
    assert (await table.presses("next", token)).startswith(LAST)


async def test_an_agenda_that_is_changed_meanwhile_keeps_the_place(table: Table) -> None:
    await table.meets()
    await table.presses("next")
    await table.changes(ITEMS[2], ITEMS[1], ITEMS[0])
    assert table.view().startswith(TARIFFS)
    assert "**Next:** Welcome" in table.view()
    await table.changes(*without("i1"))
    assert table.view().startswith(LAST)
    assert "This is the last item." in table.view()
    await table.changes()
    assert table.view().startswith("# First")
    assert (await refusal(table.presses("next", (await table.kept()).token)))[0] == "error-chairing-no-agenda"


# Breaks


async def test_everybody_is_told_of_a_break_once_and_that_it_is_over_once(table: Table) -> None:
    await table.meets()
    await table.passes(minutes=4)
    token = table.token("rest")
    assert "# Break until 14:14" in await table.presses("rest", token)
    assert "Somebody else was quicker" in await table.presses("rest", token)
    assert table.view().startswith("# Break until 14:14")
    assert await table.chairing.on(None, HERE) == ""
    await table.passes(minutes=12)
    token = table.token("go_on")
    assert "The break is over." in await table.presses("go_on", token)
    await table.presses("go_on", token)
    assert table.told() == [
        "Break until 14:14. Nobody has to do anything.",
        "The break is over. We go on now.",
    ]
    # Six of its ten minutes are left.
    assert "**Until 14:22**" in table.view()


async def test_what_could_not_be_told_of_a_break_is_not_told_when_it_is_over(table: Table) -> None:
    await table.meets()
    table.group.discord.refuse_next = [NotNow("status 503")] * 50
    await table.presses("rest")
    await table.passes(minutes=1)
    await table.presses("go_on", (await table.kept()).token)
    table.group.discord.refuse_next.clear()
    await table.passes(hours=1)
    assert table.told() == ["The break is over. We go on now."]
    assert table.view().startswith(WELCOME)


# Questions


async def test_a_question_is_in_it_with_its_window_and_not_before_by_one_edit(table: Table) -> None:
    await table.meets()
    edits = table.discord.edits
    await table.group.asks()
    await table.group.asks(BEN, "And when?")
    await table.passes(seconds=10)
    async with table.group.everyday.write() as tx:
        await table.showing.agenda_changed(tx, HERE)
    await table.round.make()
    assert (table.discord.edits, HER_WORDS in table.view()) == (edits, False)
    await table.passes(seconds=10)
    assert HER_WORDS in table.view()
    assert "2 questions are open" in table.view()
    assert table.discord.edits == edits + 1
    await table.passes(seconds=20)
    assert table.discord.edits == edits + 1


async def test_one_that_is_being_answered_and_one_that_is_answered_show_at_once(table: Table) -> None:
    await table.meets()
    await table.group.asks()
    await table.passes(seconds=20)
    (token,) = await table.group.cards_of()
    await table.group.facilitating.answering(HERE, token)
    await table.round.make()
    assert "(being answered now)" in table.view()
    await table.group.facilitating.answer(HERE, token, "It means choosing.")
    await table.round.make()
    assert "No question is open." in table.view()


async def test_what_waits_is_never_in_it(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: a view of what waits would show that somebody asked, before the window."""
    await table.meets()
    await table.group.asks()
    published = table.group.questions.published

    async def of_what_waits(tx, community):  # type: ignore[no-untyped-def]
        waiting = await table.group.store.waiting(tx, community)
        return [replace(sample, text=act.text) for act in waiting]

    await table.passes(seconds=20)
    (sample,) = await _open(table)
    await table.group.asks(BEN, "And when?")
    before = table.view()
    monkeypatch.setattr(published, "open", of_what_waits)
    await table.changes(*ITEMS)
    assert table.view() != before
    assert "And when?" in table.view()


async def _open(table: Table):  # type: ignore[no-untyped-def]
    async with table.group.database.read() as tx:
        return await table.group.questions.published.open(tx, HERE)


# The end, and going on


async def test_the_last_edit_says_that_it_is_over_and_takes_the_buttons_away(table: Table) -> None:
    await table.meets()
    await table.presses("next")
    await table.ends()
    assert OVER in table.view()
    assert table.messages()[0].notice.buttons == ()
    edits = table.discord.edits
    await table.starts()
    assert table.discord.edits == edits
    await table.meets("")
    assert table.view().startswith(TARIFFS)
    assert table.messages()[0].notice.buttons != ()


async def test_to_end_is_asked_first_and_an_old_answer_ends_no_other_meeting(table: Table) -> None:
    await table.meets()
    sure = await table.chairing.ask_to_end(HERE, table.token("ask_to_end"))
    assert "Are you sure?" in words(sure)
    assert OVER not in table.view()
    (button,) = sure.buttons
    assert (await refusal(table.chairing.end(ELSEWHERE, button.token)))[0] == "error-chairing-other-meeting"
    await table.chairing.end(HERE, button.token)
    await table.passes(hours=3)
    assert OVER in table.view()
    await table.group.meets()
    assert (await refusal(table.chairing.end(HERE, button.token)))[0] == "error-chairing-other-meeting"


async def test_one_that_ends_by_itself_says_so_too(table: Table) -> None:
    await table.meets()
    await table.passes(hours=7)
    assert OVER in table.view()
    assert (await refusal(table.presses("next", (await table.kept()).token)))[0] == "error-no-meeting"


# Crashes, and what is away


async def test_after_a_crash_between_a_press_and_its_edit_there_is_one_message_and_it_is_right(
    table: Table,
) -> None:
    await table.meets()
    await table.chairing.next(HERE, table.token())
    await table.starts()
    assert table.view().startswith(TARIFFS)
    assert (await table.presses("next")).startswith(LAST)
    await table.group.windows.meeting_ends(HERE)
    await table.starts()
    assert OVER in table.view()


async def test_what_followed_the_commit_and_was_lost_is_repeated_at_the_start(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    await table.meets()

    async def lost(community: int) -> None:
        """The process dies here."""

    monkeypatch.setattr(table.showing, "refresh", lost)
    await table.presses("next")
    assert table.view().startswith(WELCOME)
    await table.starts()
    assert table.view().startswith(TARIFFS)


async def test_a_message_that_was_deleted_comes_back_and_there_is_one_however_often(table: Table) -> None:
    await table.meets()
    table.group.discord.messages.clear()
    await table.presses("next", (await table.kept()).token)
    assert table.messages() == []
    for _ in range(3):
        assert "comes to the end of" in words(await table.shows())
        assert table.view().startswith(TARIFFS)
    assert (await table.presses("back")).startswith(WELCOME)


async def test_where_the_channel_is_gone_all_of_it_is_read_by_whoever_asks(table: Table) -> None:
    await table.meets()
    table.group.discord.gone.add(FACILITATORS)
    await table.presses("next", (await table.kept()).token)
    shown = await table.shows()
    assert "is not there any more" in words(shown)
    assert TARIFFS in words(shown)
    token = next(each.token for each in shown.buttons if each.action == "chairing:next")
    assert (await table.presses("next", token)).startswith(LAST)
    await table.group.moves_to(QUESTIONS, NEW_CHANNEL)
    await table.shows()
    assert table.view(NEW_CHANNEL).startswith(LAST)


async def test_questions_leave_a_channel_that_is_not_the_facilitators_any_more(table: Table) -> None:
    await table.meets()
    await table.group.asks()
    await table.passes(seconds=20)
    assert HER_WORDS in table.view()
    await table.group.moves_to(QUESTIONS, NEW_CHANNEL)
    await table.presses("next")
    assert table.view().startswith(TARIFFS)
    assert HER_WORDS not in table.view()
    await table.shows()
    assert table.messages() == []
    assert HER_WORDS in table.view(NEW_CHANNEL)


async def test_a_message_that_cannot_arrive_before_the_end_never_comes(table: Table) -> None:
    table.group.discord.refuse_next = [NotNow("status 503")] * 50
    await table.meets()
    await table.ends()
    table.group.discord.refuse_next.clear()
    await table.passes(hours=2)
    assert table.messages() == []
    assert (await table.kept()).closed


async def test_a_clock_that_is_set_back_holds_nothing_up(table: Table) -> None:
    await table.meets()
    await table.presses("next")
    table.group.clock.time -= timedelta(minutes=30)
    assert (await table.presses("next")).startswith(LAST)
    assert table.view().startswith(LAST)
    assert table.messages()[0].notice.buttons != ()


async def test_outside_a_meeting_there_is_a_sentence_and_what_is_old_goes(table: Table) -> None:
    assert "No meeting is on." in words(await table.shows())
    await table.meets()
    await table.ends()
    day = table.group.clock.now().date()
    async with table.group.everyday.write() as tx:
        assert await table.showing.expire(tx, HERE, day) == 0
        assert await table.showing.expire(tx, HERE, day + timedelta(days=1)) == 1
