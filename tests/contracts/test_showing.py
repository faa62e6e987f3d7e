"""[Show it to everyone]: a word goes out once, and nobody is named; on every kind of database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

import pytest

from bot.core.errors import Gone, NotAllowed
from bot.core.notices import Line, Notice
from bot.core.schema import ANONYMOUS
from bot.glossary.rules.showing import SHOW_WORD
from bot.glossary.rules.term import Term
from bot.glossary.service.indexes import Indexes
from bot.glossary.service.showing import Showing
from bot.glossary.store import ShownStore, shown_word_table
from bot.questions.service.handing import HandingOver
from bot.questions.store import waiting_table
from tests.bot.glossary.samples import PLAIN
from tests.contracts.group import (
    A_REASON,
    AMA,
    BEN,
    CAT,
    ELSEWHERE,
    FACILITATORS,
    HERE,
    NEW_CHANNEL,
    QUESTIONS,
    Group,
    refusal,
    said,
)
from tests.contracts.test_traces import files, rows, telling_tables, tells

OA, AUDIT = PLAIN, replace(PLAIN, id="a2", name="Audit", example="")
OA_SHOWN = ["glossary-show", "glossary-term", "glossary-plain", "glossary-example"]
AUDIT_SHOWN = OA_SHOWN[:-1]
FIRST = ["glossary-show", "glossary-show-first", *OA_SHOWN[1:]]


@dataclass
class Library:
    """Terms that a test can change."""

    known: list[Term] = field(default_factory=lambda: [OA, AUDIT])
    changes: int = 0

    async def terms(self, community: int) -> tuple[Term, ...]:
        return tuple(self.known)

    async def version(self, community: int) -> int:
        return self.changes

    def remove(self, term: Term) -> None:
        self.known.remove(term)
        self.changes += 1


class Shows:
    """The group, in which words can be shown."""

    def __init__(self, group: Group) -> None:
        self.group, self.library, self.store = group, Library(), ShownStore(group.seal, Random(7))
        self.showing = Showing(
            database=group.database,
            store=self.store,
            alarms=group.alarms,
            indexes=Indexes(self.library),
            saying=group.saying,
            posting=group.questions.posting,
            clock=group.clock,
        )
        group.questions.hand_over_to({SHOW_WORD: self.showing})
        group.alarms.answer(self.showing.works())

    async def press(self, account: int = AMA, term: Term = OA, community: int = HERE) -> Notice:
        return await self.showing.press(community, account, term.id)

    async def notes(self) -> int:
        async with self.group.database.read() as tx:
            return len(await self.store.shown(tx, HERE))

    def names(self, channel: int = QUESTIONS) -> list[str]:
        """The words that were posted in a channel."""
        lines = (part for message in self.group._in(channel) for part in message.notice.parts)
        named = (
            each.values["name"] for each in lines if isinstance(each, Line) and each.id == "glossary-term"
        )
        return [getattr(name, "words", "") for name in named]


@pytest.fixture
def shows(group: Group) -> Shows:
    return Shows(group)


async def pause(group: Group, account: int = AMA) -> None:
    """Somebody is paused, from the next day on."""
    token = await group.asked(account)
    await group.facilitating.pause(HERE, token, "14", A_REASON)
    group.clock.move(days=1)
    await group.round.make()
    await group.meets()


# A word for everyone


async def test_it_comes_out_at_the_window_where_questions_go(group: Group, shows: Shows) -> None:
    notice = await shows.press()
    assert said(notice) == ["glossary-show-done", "question-when-quick", "question-say-find"]
    await group.round.make()
    assert group.cards() == []
    await group.next_window()
    assert group.cards() == [OA_SHOWN]
    assert shows.names() == ["Osteoarthritis (OA)"]
    (message,) = group.discord.messages
    assert [button.token for button in message.notice.buttons] == [message.key]


async def test_a_word_without_an_example_is_shown_without(group: Group, shows: Shows) -> None:
    await shows.press(term=AUDIT)
    await group.next_window()
    assert group.cards() == [AUDIT_SHOWN]


async def test_the_same_word_said_twice_in_a_window_goes_out_once(group: Group, shows: Shows) -> None:
    for account in (AMA, AMA, BEN, CAT):
        await shows.press(account)
    await shows.press(BEN, AUDIT)
    await group.next_window()
    assert sorted(group.cards()) == sorted([OA_SHOWN, AUDIT_SHOWN])


async def test_it_is_not_shown_again_within_a_day_and_whoever_presses_reads_so(
    group: Group, shows: Shows
) -> None:
    await shows.press()
    await group.next_window()
    for moved in ({"minutes": 10}, {"hours": 23}):
        group.clock.move(**moved)
        assert said(await shows.press(BEN)) == ["glossary-show-already"]
        assert await group.opened(waiting_table) == []
    await group.next_window(minutes=51)
    await shows.press(BEN)
    await group.at(30, 17)
    assert group.cards() == [OA_SHOWN] * 2


async def test_each_community_has_its_own(group: Group, shows: Shows) -> None:
    await shows.press()
    await group.next_window()
    await shows.press(community=ELSEWHERE)
    await group.next_window()
    assert len(group.discord.messages) == 2


async def test_what_waits_is_found_and_taken_back(group: Group, shows: Shows) -> None:
    notice = await shows.press()
    page = (await group.asking.mine(HERE, AMA)).notice
    assert said(page)[1:] == ["glossary-show-waits"]
    assert page.parts[1].values["name"].words == "Osteoarthritis"
    await group.asking.take_back_waiting(HERE, AMA, notice.buttons[0].token)
    await group.next_window()
    assert group.cards() == []


async def test_a_word_that_is_gone_before_the_window_is_not_shown(group: Group, shows: Shows) -> None:
    await shows.press()
    shows.library.remove(OA)
    await group.next_window()
    assert group.cards() == group.cards(FACILITATORS) == []
    assert (await refusal(shows.press()))[0] == "glossary-term-gone"
    shows.library.known.append(OA)
    shows.library.changes += 1
    await shows.press()
    await group.next_window()
    assert group.cards() == [OA_SHOWN]


# Facilitators first


async def test_of_a_paused_one_it_goes_to_facilitators_who_post_it_once(group: Group, shows: Shows) -> None:
    await pause(group)
    before = len(group.cards())
    await shows.press()
    await group.next_window()
    assert len(group.cards()) == before
    assert group.cards(FACILITATORS)[-1] == FIRST
    (button,) = group._in(FACILITATORS)[-1].notice.buttons
    assert (button.action, button.token) == ("glossary:post-word", group._in(FACILITATORS)[-1].key)
    assert said(await shows.showing.post(HERE, button.token)) == ["glossary-show-posted"]
    again = shows.showing.post(HERE, button.token)
    assert (await refusal(again))[0] == "glossary-show-posted-before"
    await group.round.make()
    assert group.cards()[before:] == [OA_SHOWN]
    assert said(await shows.press(BEN)) == ["glossary-show-already"]


async def test_with_somebody_elses_it_is_simply_shown(group: Group, shows: Shows) -> None:
    await pause(group)
    before, theirs = len(group.cards()), len(group.cards(FACILITATORS))
    await shows.press(AMA)
    await shows.press(BEN)
    await group.next_window()
    assert group.cards()[before:] == [OA_SHOWN]
    assert group.cards(FACILITATORS)[theirs:] == []


async def test_a_paused_ones_word_with_facilitators_keeps_nobody_else_from_showing_it(
    group: Group, shows: Shows
) -> None:
    await pause(group)
    before = len(group.cards())
    await shows.press(AMA)
    await group.next_window()
    token = group._in(FACILITATORS)[-1].key
    assert said(await shows.press(BEN))[0] == "glossary-show-done"
    await group.next_window()
    assert group.cards()[before:] == [OA_SHOWN], "she was promised that everyone will see it"
    assert (await refusal(shows.showing.post(HERE, token)))[0] == "glossary-show-posted-before"


async def test_where_facilitators_look_first_they_have_a_word_once(group: Group, shows: Shows) -> None:
    await group.choose(release_first=True)
    await shows.press()
    await group.next_window()
    await shows.press(BEN)
    await group.next_window()
    assert group.cards(FACILITATORS) == [FIRST]
    token = group.token(channel=FACILITATORS)
    for forged in ("nothing", ""):
        assert (await refusal(shows.showing.post(HERE, forged)))[0] == "glossary-show-posted-before"
    assert (await refusal(shows.showing.post(ELSEWHERE, token)))[0] == "glossary-show-posted-before"
    shows.library.remove(OA)
    assert (await refusal(shows.showing.post(HERE, token)))[0] == "glossary-term-gone"


async def test_after_two_weeks_it_is_not_posted_any_more(group: Group, shows: Shows) -> None:
    await group.choose(release_first=True)
    await shows.press()
    await group.next_window()
    token = group.token(channel=FACILITATORS)
    await group.nights(15)
    assert (await refusal(shows.showing.post(HERE, token)))[0] == "glossary-show-posted-before"
    assert await group.everything(shown_word_table) == []


# What breaks off


async def test_where_the_bot_may_not_post_facilitators_are_told_and_it_comes_later(
    group: Group, shows: Shows
) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await shows.press()
    await group.next_window()
    assert group.cards() == []
    assert group.cards(FACILITATORS) == [["question-trouble"]]
    await group.facilitating.retry(HERE)
    await group.round.make()
    assert group.cards() == [OA_SHOWN]


async def test_where_the_channel_is_gone_it_comes_in_the_new_one(group: Group, shows: Shows) -> None:
    group.discord.refuse_next.append(Gone("10003"))
    await shows.press()
    await group.moves_to(NEW_CHANNEL)
    group.discord.gone.add(QUESTIONS)
    await group.next_window()
    await group.next_window(minutes=1)
    assert group.cards(NEW_CHANNEL) == [OA_SHOWN]


async def test_killed_before_it_is_handed_over_it_is_shown_at_the_start_once(
    group: Group, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(self: HandingOver, community: int) -> None:
        return None

    with monkeypatch.context() as killed:
        killed.setattr(HandingOver, "hand_over", nothing)
        await shows.press()
        await group.next_window()
    assert group.cards() == []
    for _ in range(2):
        await group.windows.start()
        await group.round.make()
    assert group.cards() == [OA_SHOWN]


async def test_killed_while_it_is_handed_over_nothing_of_it_is_done(
    group: Group, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(self: ShownStore, *what: object, **more: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as killed:
        killed.setattr(ShownStore, "put_shown", dies)
        await shows.press()
        await group.next_window()
        assert group.cards() == []
    await group.next_window(minutes=1)
    assert group.cards() == [OA_SHOWN]
    assert await shows.notes() == 1


# What is left of it


async def test_what_was_shown_is_forgotten_after_a_day(group: Group, shows: Shows) -> None:
    await shows.press()
    await group.next_window()
    assert await shows.notes() == 1
    await group.nights(2)
    assert await group.everything(shown_word_table) == []


async def test_it_leaves_no_trace_of_who_it_was_and_no_byte_in_the_everyday_database(
    group: Group, shows: Shows
) -> None:
    before = await rows(group.everyday), files(group.everyday)
    for account in (AMA, BEN):
        await shows.press(account)
        assert await telling_tables(group.database, account) == set()
    await group.next_window()
    for message in group.discord.messages:
        assert not any(tells(repr(message), account) for account in (AMA, BEN))
    for table in ANONYMOUS.sorted_tables:
        for row in await group.everything(table):
            assert not any(b"steoarthritis" in value for value in row if isinstance(value, bytes))
    await group.nights(2)
    assert (await rows(group.everyday), files(group.everyday)) == before
    assert len({len(row[2]) for row in await group.everything(shown_word_table)}) <= 1


async def test_notes_of_all_words_look_the_same(group: Group, shows: Shows) -> None:
    await group.choose(release_first=True)
    await shows.press()
    await group.next_window()
    await group.choose(release_first=False)
    await shows.press(term=AUDIT)
    await group.next_window()
    kept = await group.everything(shown_word_table)
    assert (len(kept), len({len(row[2]) for row in kept})) == (2, 1)
