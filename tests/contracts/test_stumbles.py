"""Who is counted that looks a word up, what is told when a quarter is over, and what is left then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.community.rules import PauseOfAll
from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Line
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.stumbles.rules import Kind, Subject
from bot.stumbles.store import STEP
from config.settings import WORDING
from tests.bot.glossary.making import term
from tests.contracts.stumbling import (
    ELSEWHERE,
    FACILITATING,
    FACILITATORS,
    HERE,
    LAY,
    LEADERS,
    STRANGER,
    TERMS,
    Readers,
    listed,
    open_readers,
)
from tests.contracts.test_forgetting import contents
from tests.support import FakeClock

AUDIT = Subject(Kind.TERM, "Audit")


@pytest.fixture
async def readers(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Readers:
    """Two communities in which people look words up."""
    return await open_readers(database, everyday, seal, clock)


# Who is counted


async def test_five_different_people_make_a_word_and_four_do_not(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:5])
    await readers.look("commissioning", *LAY[:4])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert message["stumbles-looked-several"] == "Audit"
    assert "Commissioning" not in repr(message)


async def test_four_people_are_nothing_to_show_and_nothing_else_is_said(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:4])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert set(message) == {"stumbles-title", "stumbles-nothing"}


async def test_the_same_person_counts_once_on_one_day_and_on_many(readers: Readers) -> None:
    for _ in range(5):
        await readers.look("Audit", *LAY[:4])
        await readers.look("Audit", *LAY[:4])
        await readers.night()
    assert {who for _, who in await readers.who()} == set(LAY[:4])
    await readers.quarter_ends()
    assert "stumbles-nothing" in readers.messages()[0]


async def test_facilitators_do_not_count_by_their_roles_then_or_as_last_fetched(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:4], *LEADERS)
    await readers.look("Audit", LAY[4], roles=FACILITATING)
    await readers.quarter_ends()
    assert "stumbles-nothing" in readers.messages()[0]


async def test_nobody_counts_who_has_not_joined_or_looks_in_another_community(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:4], STRANGER)
    await readers.look("Audit", LAY[4], STRANGER, community=ELSEWHERE)
    await readers.quarter_ends()
    assert "stumbles-nothing" in readers.messages()[0]


@pytest.mark.parametrize("group", [5, 10])
async def test_a_word_that_everybody_looked_up_is_not_told(readers: Readers, group: int) -> None:
    for account in LAY[group:]:
        del readers.people.joined[HERE, account]
    await readers.look("Audit", *LAY[:group])
    await readers.ask("What does “Audit” mean?", *LAY[:group])
    await readers.look("Commissioning", *LAY[: group - 1])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert "Audit" not in repr(message)
    assert ("Commissioning" in repr(message)) is (group > 5), "of five, four are too few"


async def test_it_is_not_told_either_where_the_others_have_left(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:8])
    await readers.night()
    for account in LAY[7:]:
        del readers.people.joined[HERE, account]
    await readers.quarter_ends()
    assert "stumbles-nothing" in readers.messages()[0]


async def test_bands_are_words_and_the_alphabet_orders_them(readers: Readers) -> None:
    await readers.look("ICB", *LAY[:9])
    await readers.look("audit", *LAY[:5])
    await readers.look("Commissioning", *LAY[:10])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert message["stumbles-looked-many"] == "Commissioning"
    assert message["stumbles-looked-several"] == "Audit, Integrated care board"
    assert not any(figure in repr(message) for figure in ("9", "10", "5"))


async def test_a_word_with_several_meanings_counts_as_the_word(readers: Readers) -> None:
    await readers.look("OA", *LAY[:3])
    await readers.look("oa", *LAY[3:5])
    await readers.quarter_ends()
    assert readers.messages()[0]["stumbles-looked-several"] == "oa"


async def test_what_nothing_explains_is_told_if_it_is_a_terms_shape(readers: Readers) -> None:
    await readers.look("Z.Q.X.T.", *LAY[:3])
    await readers.look("zqxt", *LAY[3:6])
    await readers.look("ring me on 07700 900123", *LAY)
    await readers.look("quuxly", *LAY[:4])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert message["stumbles-unexplained-several"] == "ZQXT"
    assert "quuxly" not in repr(message)


async def test_what_the_glossary_has_by_then_is_explained(readers: Readers) -> None:
    await readers.look("zqxt", *LAY[:5])
    await readers.look("Audit", *LAY[:5])
    await readers.night()
    readers.glossary.have(*(each for each in TERMS if each.name != "Audit"), term("Zigzag", "ZQXT"))
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert message["stumbles-looked-several"] == "ZQXT", "a term that is gone has no name any more"
    assert "stumbles-unexplained-several" not in message


async def test_asked_about_is_told_of_no_more_people_than_looked_it_up(readers: Readers) -> None:
    for day in range(6):
        await readers.ask("What does “Audit” mean?", LAY[0], LAY[day])
        await readers.ask("What does commissioning mean?", LAY[0])
        await readers.ask("Who is coming on Tuesday?", LAY[0])
        await readers.night()
    await readers.look("Audit", *LAY[:5])
    await readers.look("commissioning", *LAY[:4])
    await readers.quarter_ends()
    (message,) = readers.messages()
    assert message["stumbles-asked-several"] == "Audit"
    assert "Commissioning" not in repr(message)


async def test_one_person_who_asks_on_five_days_is_not_called_several_people(readers: Readers) -> None:
    for _ in range(5):
        await readers.ask("What does “Audit” mean?", LAY[0])
        await readers.night()
    await readers.look("Audit", *LAY[:5])
    await readers.quarter_ends()
    (message,) = (each.notice for each in readers.discord.messages if each.channel == FACILITATORS)
    said = [Wording(WORDING).say(part) for part in message.parts if isinstance(part, Line)]
    assert "**Asked about several times, without a name:** Audit" in said


async def test_asking_leaves_no_token(readers: Readers) -> None:
    await readers.ask("What does “Audit” mean?", *LAY)
    await readers.night()
    assert await readers.who() == set()
    assert (await readers.kept()).asked == {AUDIT: len(LAY)}


# When it is told


async def test_it_is_told_once_in_working_hours_and_late_after_a_rest(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:5])
    await readers.night()
    await readers.at(2026, 6, 30, 23, 0, 30)
    assert readers.messages() == [], "it is midnight"
    await readers.at(2026, 7, 1, 8, 0, 30)
    assert len(readers.messages()) == 1
    for day in range(2, 20):
        await readers.at(2026, 7, day, 12)
    assert len(readers.messages()) == 1
    await readers.look("Audit", *LAY[:5])
    await readers.night()
    # Nobody rings for months.
    await readers.at(2027, 2, 1, 10)
    assert [message.get("stumbles-looked-several") for message in readers.messages()] == ["Audit", "Audit"]
    await readers.at(2027, 4, 1, 10)
    assert len(readers.messages()) == 3
    assert "stumbles-nothing" in readers.messages()[2]


async def test_a_group_of_fewer_than_five_is_told_nothing_and_why(readers: Readers) -> None:
    for account in LAY[4:]:
        del readers.people.joined[HERE, account]
    assert "stumbles-too-few" in listed(await readers.stumbles.quarters.year(HERE))
    await readers.look("Audit", *LAY)
    await readers.night()
    await readers.quarter_ends()
    assert readers.messages() == []
    assert (await readers.kept()).tokens == frozenset()


async def test_in_a_pause_no_message_comes_and_it_can_be_read_later(readers: Readers) -> None:
    pause = PauseOfAll(readers.clock.now(), "We are all needed elsewhere.")
    async with readers.everyday.write() as tx:
        await readers.communities.change(tx, HERE, lambda chosen: replace(chosen, pause=pause))
    await readers.look("Audit", *LAY[:5])
    await readers.quarter_ends()
    assert readers.messages() == []
    shown = await readers.stumbles.quarters.year(HERE)
    agenda = await readers.stumbles.quarters.agenda(HERE, shown.buttons[0].token)
    assert listed(agenda)["stumbles-looked-several"] == "Audit"


async def test_what_was_told_can_be_read_for_a_year(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:5])
    await readers.quarter_ends()
    key = readers.key()
    told = await readers.stumbles.quarters.agenda(HERE, key)
    assert listed(told)["stumbles-looked-several"] == "Audit"
    for month, year in ((10, 2026), (1, 2027), (4, 2027)):
        await readers.at(year, month, 1, 12)
    assert len((await readers.stumbles.quarters.year(HERE)).buttons) == 4
    assert listed(await readers.stumbles.quarters.agenda(HERE, key)) == listed(told)
    with pytest.raises(Refused):
        await readers.stumbles.quarters.agenda(ELSEWHERE, key)
    await readers.at(2027, 7, 1, 12)
    with pytest.raises(Refused):
        await readers.stumbles.quarters.agenda(HERE, key)
    async with readers.everyday.read() as tx:
        assert len(await readers.told.all(tx, HERE)) == 4


async def test_a_quarter_ends_at_midnight_where_the_community_is(readers: Readers) -> None:
    async with readers.everyday.write() as tx:
        await readers.communities.change(tx, HERE, lambda old: replace(old, zone="America/New_York"))
        await readers.communities.change(tx, ELSEWHERE, lambda old: replace(old, zone="Asia/Tokyo"))
    await readers.at(2026, 7, 1, 12)
    await readers.look("Audit", *LAY[:5])
    await readers.at(2026, 9, 30, 4)
    await readers.at(2026, 9, 30, 15, 0, 30)
    assert (await readers.kept(ELSEWHERE)).running is None, "it is midnight in Tokyo"
    await readers.at(2026, 10, 1, 3, 30)
    assert len((await readers.kept(HERE)).tokens) == 5, "it is half past eleven in New York"
    await readers.at(2026, 10, 1, 4, 0, 30)
    assert (await readers.kept(HERE)).tokens == frozenset()


# What is broken off


async def test_what_was_not_handed_over_is_at_the_next_start(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*args: object) -> None:
        raise OSError("the disk is full")

    await readers.look("Audit", *LAY[:5])
    with monkeypatch.context() as broken:
        broken.setattr(readers.told, "put", fail)
        await readers.quarter_ends()
    assert [message["stumbles-looked-several"] for message in readers.messages()] == ["Audit"]
    assert (await readers.stumbles.quarters.year(HERE)).buttons == ()
    assert (await readers.kept()).tokens == frozenset(), "gone all the same"
    readers.starts()
    await readers.stumbles.start()
    await readers.stumbles.start()
    (button,) = (await readers.stumbles.quarters.year(HERE)).buttons
    assert button.token == readers.key()
    assert (await readers.kept()).out == ()


async def test_a_crash_loses_the_look_ups_of_a_day_and_nothing_else(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:3])
    await readers.night()
    await readers.look("Audit", *LAY[3:6])
    readers.starts()
    await readers.stumbles.start()
    await readers.night()
    assert {who for _, who in await readers.who()} == set(LAY[:3])


async def test_a_community_that_is_not_set_up_any_more_leaves_nothing(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:5])
    await readers.night()
    async with readers.everyday.write() as tx:
        await tx.exec_driver_sql("DELETE FROM community")
    await readers.quarter_ends()
    assert await readers.rows() == []
    assert readers.messages() == []


# What a file tells


async def test_as_many_rows_are_written_whether_or_not_anybody_looks(readers: Readers) -> None:
    await readers.night()
    quiet = [len(block) for block in await readers.rows()]
    before = set(await readers.rows())
    await readers.look("Audit", *LAY)
    assert set(await readers.rows()) == before, "looking writes nothing"
    await readers.night()
    loud = [len(block) for block in await readers.rows()]
    assert quiet == loud
    assert len(quiet) == STEP
    assert len(set(loud)) == 1
    assert not before & set(await readers.rows()), "all are sealed anew"
    await readers.night()
    assert [len(block) for block in await readers.rows()] == loud


async def test_more_words_than_rows_take_another_step(readers: Readers) -> None:
    for number in range(6):
        await readers.look(f"quux{'abcdef'[number]}", *LAY)
    await readers.night()
    assert len(await readers.rows()) == 2 * STEP


async def test_tokens_of_two_words_or_two_quarters_do_not_link(readers: Readers) -> None:
    await readers.look("Audit", LAY[0])
    await readers.look("Commissioning", LAY[0])
    await readers.night()
    first = await readers.kept()
    assert len({token.handle for token in first.tokens}) == 2
    await readers.quarter_ends()
    await readers.look("Audit", LAY[0])
    await readers.night()
    second = await readers.kept()
    assert not {t.handle for t in first.tokens} & {t.handle for t in second.tokens}
    assert first.running is not None
    assert second.running is not None
    assert first.running.salt != second.running.salt


async def test_looking_up_writes_nothing_to_the_everyday_database(readers: Readers) -> None:
    async def everything() -> bytes:
        return await contents(readers.everyday)

    before = await everything()
    await readers.look("Audit", *LAY)
    await readers.ask("What does Audit mean?", LAY[0])
    for _ in range(3):
        await readers.night()
    assert await everything() == before


@pytest.mark.usefixtures("untouched")
async def test_with_the_key_who_looked_can_be_computed_until_the_quarter_ends_and_not_after(
    readers: Readers,
) -> None:
    """The first half is the planted fault: what is searched for can be found."""
    await readers.look("Audit", *LAY[:5])
    await readers.look("zqxt", LAY[7])
    await readers.night()
    assert await readers.who() == {*((AUDIT, a) for a in LAY[:5]), (Subject(Kind.UNKNOWN, "zqxt"), LAY[7])}
    seen = {block[:60] for block in await readers.rows()}
    raw = await contents(readers.database)
    assert all(block in raw for block in seen)
    await readers.midnight()
    assert await readers.who() == set()
    assert (await readers.kept()).running is None, "no salt, so no token can be tried"
    raw = await contents(readers.database)
    assert sum(block in raw for block in seen) == 0


# About somebody


async def test_she_sees_what_is_counted_of_her_and_can_have_it_erased(readers: Readers) -> None:
    await readers.look("Audit", *LAY[:5])
    await readers.night()
    await readers.look("zqxt", LAY[0])
    rows = len(await readers.rows())
    assert await readers.stumbles.export_for(HERE, LAY[0]) == {"words_looked_up": ["Audit", "ZQXT"]}
    assert await readers.stumbles.export_for(HERE, LAY[8]) == {}
    await readers.stumbles.erase(HERE, LAY[0])
    assert await readers.stumbles.export_for(HERE, LAY[0]) == {}
    assert {who for _, who in await readers.who()} == set(LAY[1:5])
    assert len(await readers.rows()) == rows
    await readers.quarter_ends()
    assert "stumbles-nothing" in readers.messages()[0]


async def test_the_key_of_a_quarter_is_needed_until_it_ends(readers: Readers) -> None:
    assert await readers.stumbles.keys_needed() == set()
    await readers.look("Audit", *LAY[:3])
    await readers.night()
    assert await readers.stumbles.keys_needed() == {readers.seal.number}
    await readers.midnight()
    assert await readers.stumbles.keys_needed() == set()


async def test_a_new_key_counts_on_with_the_old_ones_tokens(
    database: Database, everyday: Database, clock: FakeClock
) -> None:
    old, new = b"o" * 32, b"n" * 32
    readers = await open_readers(database, everyday, Seal(old), clock)
    await readers.look("Audit", *LAY[:4])
    await readers.night()
    turned = Readers(database, everyday, Seal(new, 2, {1: old}), clock)
    turned.people = readers.people
    turned.starts()
    await turned.stumbles.start()
    await turned.look("Audit", *LAY[:4])
    await turned.night()
    assert len((await turned.kept()).tokens) == 4
    assert await turned.stumbles.keys_needed() == {1}
