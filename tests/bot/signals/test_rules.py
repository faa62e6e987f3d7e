"""Spells of presses: what is said of how many, when, and until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.signals import rules
from bot.signals.rules import QUIET, SEVERAL, TICK, Band, Spell, pressed, seen, tick_after, tick_of, ticked

BEGINS = datetime(2026, 5, 14, 13, 0, tzinfo=UTC)
SECONDS = st.integers(0, 239)
PRESSES = st.lists(st.tuples(SECONDS, st.integers(0, 7)), max_size=12)

Presses = Sequence[tuple[int, int]]
Pressed = Callable[[Spell, bytes, datetime], Spell]


def at(second: float) -> datetime:
    return BEGINS + timedelta(seconds=second)


def token(person: int) -> bytes:
    return bytes([person])


def shown(
    presses: Presses, *, until: int = 480, see_at: frozenset[int] = frozenset(), press: Pressed = pressed
) -> list[Band | None]:
    """What facilitators read in each second, if these people press in these seconds."""
    spell: Spell | None = None
    up: Band | None = None
    read = []
    for second in range(until):
        if at(second) == tick_of(at(second)):
            spell = None if spell is None else ticked(spell, at(second), in_meeting=True)
            up = None if spell is None else spell.band
        if second in see_at:
            spell, up = (None if spell is None else seen(spell)), None
        for _, person in (each for each in presses if each[0] == second):
            spell = press(spell or Spell(), token(person), at(second))
        read.append(up)
    return read


def same_tick(presses: Presses, seconds: Sequence[int]) -> list[tuple[int, int]]:
    """The same presses at other seconds of the same ticks."""
    length = int(TICK.total_seconds())
    return [
        (then // length * length + second, who) for (then, who), second in zip(presses, seconds, strict=True)
    ]


@given(st.integers(1, 40))
def test_it_is_several_from_five_different_people_on(people: int) -> None:
    spell = Spell()
    for person in range(people):
        spell = pressed(spell, token(person), at(person / 4))
    after = ticked(spell, at(20), in_meeting=True)
    assert after is not None
    assert after.band is (Band.SEVERAL if people >= 5 else Band.SOMEONE)
    assert SEVERAL == 5


@given(st.integers(1, 4), st.lists(SECONDS, min_size=1, max_size=40))
def test_however_often_four_people_press_they_are_someone(people: int, seconds: list[int]) -> None:
    read = shown([(second, number % people) for number, second in enumerate(seconds)])
    assert set(read) == {None, Band.SOMEONE}


@given(SECONDS)
def test_a_press_is_shown_at_the_next_tick_and_not_before(second: int) -> None:
    read = shown([(second, 1)])
    first = read.index(Band.SOMEONE)
    assert at(first) == tick_after(at(second))
    assert 0 < first - second <= 20
    assert first % 20 == 0


@given(PRESSES)
def test_what_is_read_changes_at_ticks_only(presses: Presses) -> None:
    read = shown(presses)
    assert {second % 20 for second in range(1, len(read)) if read[second] != read[second - 1]} <= {0}


def _finds_the_moment(press: Pressed) -> None:
    """Whoever presses, at whatever second of a tick: the same is read in each second."""

    @given(PRESSES, st.data(), st.permutations(range(8)), st.frozensets(st.integers(0, 300), max_size=4))
    def found(presses: Presses, data: st.DataObject, others: list[int], sees: frozenset[int]) -> None:
        seconds = data.draw(st.lists(st.integers(0, 19), min_size=len(presses), max_size=len(presses)))
        moved = [(second, others[who]) for second, who in same_tick(presses, seconds)]
        # Who has pressed in a tick is known, in which order and at which second is not: also not to whoever
        # presses [Seen, thank you] in between.
        assert shown(moved, see_at=sees, press=press) == shown(presses, see_at=sees, press=press)

    found()


def test_neither_who_pressed_nor_the_moment_can_be_read() -> None:
    _finds_the_moment(pressed)


def test_a_press_that_is_shown_at_once_is_found_by_that() -> None:
    """The planted fault: a press is taken in at its own second."""

    def at_once(spell: Spell, mark: bytes, now: datetime) -> Spell:
        return Spell(spell.counted | {mark}, spell.waiting, tick_of(now))

    with pytest.raises(AssertionError):
        _finds_the_moment(at_once)


def test_dropping_what_waits_when_it_is_seen_would_tell_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: what no tick has taken in yet goes with what was seen."""
    monkeypatch.setitem(globals(), "seen", lambda spell: None)
    with pytest.raises(AssertionError):
        _finds_the_moment(pressed)


@pytest.mark.parametrize("order", [*permutations("abc")])
def test_the_order_of_presses_is_not_kept(order: Sequence[str]) -> None:
    spell = Spell()
    for name in order:
        spell = pressed(spell, name.encode(), at(3))
    assert spell == Spell(waiting={at(20): frozenset({b"a", b"b", b"c"})})


def test_a_spell_is_over_three_minutes_after_its_last_press() -> None:
    read = shown([(5, 1), (30, 1)])
    assert read.index(Band.SOMEONE) == 20
    assert read.count(Band.SOMEONE) == 20 + QUIET.total_seconds()
    assert shown([(5, 1), (199, 2)])[20:380] == [Band.SOMEONE] * 360


def test_after_it_was_seen_a_new_press_begins_anew() -> None:
    five = [(second, second) for second in range(5)]
    read = shown([*five, (45, 1)], see_at=frozenset({30}))
    assert read[20:30] == [Band.SEVERAL] * 10
    assert read[30:60] == [None] * 30
    assert read[60] is Band.SOMEONE


def test_what_waits_when_it_is_seen_is_shown_at_its_tick() -> None:
    read = shown([(5, 1), (25, 2)], see_at=frozenset({30}))
    assert read[30:41] == [None] * 10 + [Band.SOMEONE]


def test_where_no_meeting_is_on_a_tick_leaves_nothing() -> None:
    spell = ticked(pressed(Spell(), b"a", at(5)), at(20), in_meeting=True)
    assert spell is not None
    assert ticked(spell, at(40), in_meeting=False) is None
    late = pressed(spell, b"b", at(41))
    assert ticked(late, at(40), in_meeting=False) == Spell(waiting={at(60): frozenset({b"b"})})


def test_a_tick_that_comes_an_hour_late_shows_nothing_old() -> None:
    assert ticked(pressed(Spell(), b"a", at(5)), at(3_600), in_meeting=True) is None


def test_after_a_clock_was_set_back_nothing_waits_for_an_hour() -> None:
    spell = ticked(pressed(Spell(), b"a", at(3_605)), at(20), in_meeting=True)
    assert spell is not None
    assert (spell.band, spell.waiting) == (Band.SOMEONE, {})
    assert ticked(spell, at(20) + QUIET, in_meeting=True) is None


def test_there_are_two_kinds() -> None:
    assert [str(kind) for kind in rules.Kind] == ["lost", "slower"]
