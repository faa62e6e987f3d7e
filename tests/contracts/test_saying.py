"""What else is said anonymously: it waits, comes out, is handed over once; on every kind of database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from bot.core.database import Tx
from bot.core.notices import Button, Field, Form, Notice, Words
from bot.core.schema import ANONYMOUS, purpose_of, sealed_columns
from bot.questions.kinds import Box, Kind, Said
from bot.questions.rules.windows import Pace
from bot.questions.service.handing import HandingOver
from bot.questions.store import claim_table, said_table, waiting_table
from tests.contracts.group import (
    A_REASON,
    AMA,
    BEN,
    CARD,
    CAT,
    HER_WORDS,
    HERE,
    QUESTIONS,
    Group,
    pressable,
    refusal,
    said,
)
from tests.contracts.test_forgetting import contents
from tests.contracts.test_traces import files, rows, telling_tables, tells

TYPED = Kind(
    "typed",
    done="glossary-show-done",
    waits="glossary-show-waits",
    action="glossary:look",
    title="glossary-form-title",
    intro="glossary-form-intro",
    boxes=(
        Box("word", "glossary-form-label", "glossary-form-hint", 100, is_line=True),
        Box("text", "question-form-label", "question-form-hint", 1_400),
    ),
)
PRESSED = Kind("pressed", done="glossary-show-done", waits="glossary-show-waits")
FIELDS = {"word": "PCN", "text": "Some GP surgeries that work together."}
KEPT = "PCN\nSome GP surgeries that work together."


@dataclass
class Keeper:
    """An owner, who writes down by token what it takes; it fails so often before that, or after it."""

    fails: int = 0
    forgets: int = 0
    calls: int = 0
    kept: dict[str, Said] = field(default_factory=dict)

    async def take(self, said: Said) -> None:
        self.calls += 1
        if self.fails:
            self.fails -= 1
            raise OSError("the disk is full")
        self.kept[said.token] = said
        if self.forgets:
            self.forgets -= 1
            raise OSError("nobody learns that it was done")

    @property
    def texts(self) -> list[str]:
        return sorted(each.text for each in self.kept.values())


@dataclass
class Poster:
    """An owner in the anonymous database, who posts what it is given as it is handed over."""

    group: Group
    fails: int = 0

    async def take_in(self, tx: Tx, said: Said) -> None:
        say = _named(said.subject)
        await self.group.questions.posting.post(tx, said.community, say)
        if self.fails:
            self.fails -= 1
            raise OSError("broken off")


def _named(subject: str) -> Any:
    return lambda key: Notice((Words(subject),), (Button("glossary:look", "glossary-button-look", key),))


@pytest.fixture
def keeper(group: Group) -> Keeper:
    keeper = Keeper()
    group.questions.hand_over_to({TYPED: keeper})
    return keeper


@pytest.fixture
def poster(group: Group) -> Poster:
    poster = Poster(group)
    group.questions.hand_over_to({PRESSED: poster})
    return poster


async def says(
    group: Group, account: int = AMA, fields: Mapping[str, str] = FIELDS, token: str | None = None
) -> str:
    """Somebody sends the form; returns its token."""
    token = token or (await group.saying.form(TYPED.code, HERE, "a1")).token
    notice = await group.saying.say(TYPED.code, HERE, account, token, fields=fields, name="PCN")
    assert said(notice)[0] == TYPED.done
    return token


async def presses(group: Group, account: int = AMA, subject: str = "a1") -> Notice:
    return await group.saying.press(PRESSED.code, HERE, account, subject, "ICB")


# Waiting, coming out, taking back


async def test_it_waits_for_the_window_and_is_handed_over_once(group: Group, keeper: Keeper) -> None:
    await says(group)
    await group.round.make()
    assert keeper.kept == {}
    await group.next_window()
    (each,) = keeper.kept.values()
    assert (each.community, each.kind, each.subject, each.text) == (HERE, "typed", "a1", KEPT)
    assert not each.to_facilitators_first
    await group.nights(2)
    await group.windows.start()
    assert (len(keeper.kept), keeper.calls) == (1, 1)
    assert group.cards() == []


async def test_what_was_said_together_comes_out_together_and_has_nothing_of_its_writers(
    group: Group, keeper: Keeper
) -> None:
    drafts = [await says(group, AMA + number, {**FIELDS, "word": str(number)}) for number in range(5)]
    await group.asks(CAT)
    await group.next_window()
    assert len(keeper.kept) == 5
    assert group.cards() == [CARD]
    for each in keeper.kept.values():
        assert not any(draft.partition("~")[0] in repr(each) for draft in drafts)
        assert not any(tells(repr(each), AMA + number) for number in range(5))


async def test_it_is_taken_back_by_whoever_said_it_and_nobody_else(group: Group, keeper: Keeper) -> None:
    draft = (await says(group)).partition("~")[0]
    gone = ("error-out-already", None)
    assert await refusal(group.asking.take_back_waiting(HERE, BEN, draft)) == gone
    notice = await group.asking.take_back_waiting(HERE, AMA, draft)
    assert said(notice) == ["question-say-taken-back"]
    assert await refusal(group.asking.take_back_waiting(HERE, AMA, draft)) == gone
    await group.next_window()
    assert keeper.kept == {}


async def test_once_it_is_out_it_is_not_taken_back(group: Group, keeper: Keeper) -> None:
    draft = (await says(group)).partition("~")[0]
    await group.next_window()
    assert (await refusal(group.asking.take_back_waiting(HERE, AMA, draft)))[0] == "error-out-already"
    assert len(keeper.kept) == 1


async def test_its_writer_finds_it_among_what_waits_and_nobody_else_does(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    await says(group)
    await presses(group)
    await group.asks()
    page = (await group.asking.mine(HERE, AMA)).notice
    assert page.parts[0].id == "question-mine-title"
    assert sorted(said(page)[1:]) == sorted(
        [TYPED.waits, KEPT, PRESSED.waits, "question-mine-waiting", HER_WORDS]
    )
    assert pressable(page) == ["take-back-waiting"] * 3
    assert await group.mine(BEN) == ["question-mine-nothing"]
    await group.next_window()
    assert TYPED.waits not in await group.mine(AMA)


async def test_the_acknowledgement_of_words_says_where_urgent_help_is_and_that_of_a_press_when(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    await group.choose(urgent="Ring 111.", release_first=True)
    form = await group.saying.form(TYPED.code, HERE)
    notice = await group.saying.say(TYPED.code, HERE, AMA, form.token, fields=FIELDS)
    first = [TYPED.done, "question-when-quick", "question-say-release", "question-say-find"]
    assert said(notice) == [*first, "question-not-advice", "Ring 111."]
    assert pressable(notice) == ["take-back-waiting", "mine", "promise"]
    pressed = await presses(group)
    assert said(pressed) == [PRESSED.done, *first[1:]]


# The form, the second look, the limits


async def test_the_form_has_its_boxes_with_what_stands_in_them(group: Group, keeper: Keeper) -> None:
    form = await group.saying.form(TYPED.code, HERE, "a1", fields={"word": "PCN"})
    assert (form.action, form.title) == (TYPED.action, TYPED.title)
    assert [box.value for box in form.fields if isinstance(box, Field)] == ["PCN", ""]
    assert form.intro is not None
    assert form.intro.id == TYPED.intro
    assert len({(await group.saying.form(TYPED.code, HERE)).token for _ in range(20)}) == 20


async def test_where_few_can_read_the_form_says_so_and_a_press_is_asked_about_first(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    group.server.can_read[QUESTIONS] = 7
    form = await group.saying.form(TYPED.code, HERE)
    assert form.intro is not None
    assert form.intro.id == "question-say-few"
    notice = await presses(group)
    assert said(notice) == ["question-say-few", "question-say-nothing-yet"]
    assert await group.opened(waiting_table) == []
    token = notice.buttons[0].token
    assert (await refusal(group.saying.send_anyway(HERE, BEN, token)))[0] == "error-said-gone"
    assert said(await group.saying.send_anyway(HERE, AMA, token))[0] == PRESSED.done
    await group.next_window()
    assert group.cards() == [["a1"]]
    dropped = (await presses(group)).buttons[0].token
    assert said(group.saying.never_mind(dropped)) == ["question-never-mind"]
    assert (await refusal(group.saying.send_anyway(HERE, AMA, dropped)))[0] == "error-said-gone"


async def test_what_may_give_her_away_is_shown_first_and_can_be_changed_or_sent(
    group: Group, keeper: Keeper
) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    form = await group.saying.form(TYPED.code, HERE, "a1")
    telling = {**FIELDS, "text": "As Priya Shah says."}
    notice = await group.saying.say(TYPED.code, HERE, AMA, form.token, fields=telling, name="PCN")
    assert said(notice)[:2] == ["question-look", "question-look-name"]
    assert pressable(notice) == ["say-change", "say-anyway", "say-never-mind"]
    assert await group.opened(waiting_table) == []
    token = notice.buttons[0].token
    again = await group.saying.change(HERE, AMA, token)
    assert isinstance(again, Form)
    assert again.token == form.token
    assert [box.value for box in again.fields if isinstance(box, Field)] == ["PCN", "As Priya Shah says."]
    await group.saying.send_anyway(HERE, AMA, token)
    assert (await refusal(group.saying.send_anyway(HERE, AMA, token)))[0] == "error-said-gone"
    await group.next_window()
    assert keeper.texts == ["PCN\nAs Priya Shah says."]


async def test_an_empty_box_is_refused_and_nothing_waits(group: Group, keeper: Keeper) -> None:
    form = await group.saying.form(TYPED.code, HERE)
    sent = group.saying.say(TYPED.code, HERE, AMA, form.token, fields={"word": " ", "text": "x"})
    assert (await refusal(sent))[0] == "error-said-empty"
    assert await group.opened(waiting_table) == []


async def test_one_form_counts_once_before_and_after_its_window(group: Group, keeper: Keeper) -> None:
    token = await says(group)
    await says(group, token=token)
    await group.next_window()
    await says(group, token=token)
    await group.next_window()
    assert keeper.texts == [KEPT]


async def test_a_press_made_twice_waits_once_and_is_taken_back_from_either_answer(
    group: Group, poster: Poster
) -> None:
    first, second = await presses(group), await presses(group)
    assert first == second
    await presses(group, BEN)
    await presses(group, AMA, "a2")
    assert len(await group.opened(waiting_table)) == 3
    await group.asking.take_back_waiting(HERE, AMA, second.buttons[0].token)
    await group.next_window()
    assert sorted(group.cards()) == [["a1"], ["a2"]]


async def test_it_counts_with_questions_towards_what_may_be_sent_in_an_hour(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    for number in range(6):
        await group.asks(words=f"question {number}")
        await says(group, fields={**FIELDS, "word": str(number)})
    for refused in (says(group), presses(group)):
        assert (await refusal(refused))[0] == "error-too-many"
    assert (await refusal(group.asks(words="one more")))[0] == "error-too-many"
    await says(group, BEN)


async def test_before_the_community_is_set_up_nothing_is_taken(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    for refused in (group.saying.press(PRESSED.code, 7, AMA, "a1", "x"), group.saying.form(TYPED.code, 7)):
        assert (await refusal(refused))[0] == "error-not-set-up"


# The same rules as for questions


async def test_what_a_paused_one_says_goes_to_facilitators_first(group: Group, keeper: Keeper) -> None:
    token = await group.asked()
    await group.facilitating.pause(HERE, token, "7", A_REASON)
    group.clock.move(days=1)
    await group.round.make()
    await group.meets()
    notice = await group.saying.say(TYPED.code, HERE, AMA, "draft~a1", fields=FIELDS)
    assert "question-paused" in said(notice)
    await says(group, BEN)
    await group.next_window()
    assert sorted(each.to_facilitators_first for each in keeper.kept.values()) == [False, True]


async def test_alone_in_a_careful_window_it_waits_for_another(group: Group, keeper: Keeper) -> None:
    await group.choose(pace=Pace.CAREFUL)
    await says(group)
    await group.next_window(minutes=10)
    assert keeper.kept == {}
    await group.next_window(minutes=10)
    assert keeper.texts == [KEPT]


async def test_whoever_erases_herself_says_nothing_any_more(group: Group, keeper: Keeper) -> None:
    await says(group)
    await says(group, BEN)
    assert "Some GP surgeries" in str(await group.asking.export_for(HERE, AMA))
    await group.asking.erase(HERE, AMA)
    assert "Some GP surgeries" not in str(await group.asking.export_for(HERE, AMA))
    await group.next_window()
    assert len(keeper.kept) == 1


async def test_a_restore_destroys_what_waits_and_hands_over_what_was_out(
    group: Group, keeper: Keeper
) -> None:
    keeper.fails = 1
    await says(group)
    await group.next_window()
    await says(group, BEN, {**FIELDS, "word": "late"})
    await group.windows.end_after_restore()
    await group.windows.start()
    await group.next_window()
    assert keeper.texts == [KEPT]


# Handing over, whatever breaks off


async def test_it_is_handed_over_again_every_minute_until_it_is_taken(group: Group, keeper: Keeper) -> None:
    keeper.fails = 3
    await says(group)
    await group.next_window()
    assert len(await group.opened(said_table)) == 1
    for _ in range(3):
        assert keeper.kept == {}
        await group.next_window(minutes=1)
    assert keeper.texts == [KEPT]
    assert await group.opened(said_table) == []
    calls = keeper.calls
    await group.next_window(minutes=5)
    assert keeper.calls == calls


async def test_one_that_is_not_taken_holds_up_nothing_else(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    keeper.fails, poster.fails = 1, 1
    await says(group)
    await says(group, BEN)
    await presses(group)
    await group.asks(CAT)
    await group.next_window()
    assert group.cards() == [CARD]
    assert len(keeper.kept) == 1
    await group.next_window()
    await group.asks(CAT, "another")
    await says(group, CAT)
    await group.next_window()
    assert len(keeper.kept) == 3
    assert sorted(group.cards()) == sorted([["a1"], ["question-card", "another"], CARD])


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A bot that is killed after the commit of a window, before anything is handed over."""

    async def nothing(self: HandingOver, community: int) -> None:
        return None

    with monkeypatch.context() as patch:
        patch.setattr(HandingOver, "hand_over", nothing)
        yield patch


async def test_killed_between_window_and_handing_over_it_is_handed_over_at_the_start_once(
    group: Group, keeper: Keeper, poster: Poster, killed: pytest.MonkeyPatch
) -> None:
    await says(group)
    await presses(group)
    await group.next_window()
    assert keeper.kept == {}
    assert len(await group.opened(said_table)) == 2
    killed.undo()
    for _ in range(2):
        await group.windows.start()
        await group.round.make()
    assert keeper.texts == [KEPT]
    assert group.cards() == [["a1"]]
    assert await group.opened(said_table) == []


async def test_killed_after_it_was_taken_it_is_there_once(group: Group, keeper: Keeper) -> None:
    keeper.forgets = 1
    await says(group)
    await group.next_window()
    await group.windows.start()
    assert (keeper.texts, keeper.calls) == ([KEPT], 2)
    assert len({each.token for each in keeper.kept.values()}) == 1


async def test_what_is_done_in_the_anonymous_database_is_done_with_the_handing_over_or_not_at_all(
    group: Group, poster: Poster
) -> None:
    poster.fails = 2
    await presses(group)
    await group.next_window()
    for _ in range(2):
        assert group.cards() == []
        await group.next_window(minutes=1)
    assert group.cards() == [["a1"]]


async def test_a_kind_whose_feature_is_gone_waits_for_it(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    await presses(group)
    group.questions._handing._owners.pop(PRESSED.code)
    await says(group)
    await group.next_window()
    assert len(keeper.kept) == 1
    group.questions.hand_over_to({PRESSED: poster})
    await group.next_window(minutes=2)
    assert group.cards() == [["a1"]]


# What is left of it


async def everything_opened(group: Group) -> list[bytes]:
    """All that whoever has the file and the key can read."""
    found: list[bytes] = []
    async with group.database.read() as tx:
        for table in ANONYMOUS.sorted_tables:
            for row in (await tx.execute(select(table))).mappings():
                opened = (
                    group.seal.open(purpose_of(c, row), row[c.name])
                    for c in sealed_columns(table)
                    if row[c.name]
                )
                found.extend(opened)
    return found


@pytest.mark.usefixtures("untouched")
async def test_after_the_window_nothing_leads_to_her_not_even_with_the_key(
    group: Group, keeper: Keeper, poster: Poster, killed: pytest.MonkeyPatch
) -> None:
    await says(group)
    await presses(group)
    draft = (await says(group, BEN)).partition("~")[0]
    assert any(str(AMA).encode() in block for block in await everything_opened(group))
    async with group.database.read() as tx:
        waited = {block[:60] for block in await tx.scalars(select(waiting_table.c.block))}
    await group.next_window()
    for _ in range(2):
        assert await group.opened(claim_table) == []
        assert await group.opened(waiting_table) == []
        for block in await everything_opened(group):
            assert not any(tells(block, account) for account in (AMA, BEN))
            assert draft.encode() not in block
        assert await telling_tables(group.database, AMA) == set()
        killed.undo()
        await group.database.vacuum()
        raw = await contents(group.database)
        assert not any(block in raw for block in waited)
        await group.windows.start()
    assert len(keeper.kept) == 2


@pytest.mark.usefixtures("untouched")
async def test_a_window_itself_takes_what_waited_out_of_the_files(group: Group, keeper: Keeper) -> None:
    await says(group)
    async with group.database.read() as tx:
        (waited,) = {block[:60] for block in await tx.scalars(select(waiting_table.c.block))}
    assert waited in await contents(group.database)
    await group.next_window()
    assert waited not in await contents(group.database)


async def test_it_waits_in_a_block_like_any_other(group: Group, keeper: Keeper, poster: Poster) -> None:
    seen = []
    for do in (
        group.asks(),
        says(group),
        presses(group),
        says(group, CAT, {"word": "*" * 100, "text": "\N{FACE WITH TEARS OF JOY}" * 1_400}),
    ):
        await do
        seen.append({len(row[2]) for row in await group.everything(waiting_table)})
    assert len(seen[0]) == 1
    assert seen == [seen[0]] * 4


async def test_what_is_to_be_handed_over_looks_the_same(
    group: Group, keeper: Keeper, poster: Poster, killed: pytest.MonkeyPatch
) -> None:
    await presses(group)
    await says(group, CAT, {"word": "*" * 100, "text": "\N{FACE WITH TEARS OF JOY}" * 1_400})
    await group.next_window()
    assert len({len(row[2]) for row in await group.everything(said_table)}) == 1
    killed.undo()
    await group.windows.start()
    assert len(await group.everything(said_table)) == 2, "blanks stand in their place"
    await group.nights(1)
    assert await group.everything(said_table) == []


async def test_saying_it_leaves_the_everyday_database_as_it_was(
    group: Group, keeper: Keeper, poster: Poster
) -> None:
    before = await rows(group.everyday), files(group.everyday)
    await says(group)
    await presses(group)
    await group.mine()
    await group.next_window()
    await group.nights(1)
    assert (await rows(group.everyday), files(group.everyday)) == before
