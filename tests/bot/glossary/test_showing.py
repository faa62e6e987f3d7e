"""When a word is shown to everyone: once a day, and of what facilitators have first once too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.glossary.rules.showing import HELD_FOR, ONCE_IN, Shown, is_wanted, lasting, let_out, shown_lately

NOW = datetime(2026, 5, 14, 13, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)

notes = st.lists(
    st.builds(
        Shown,
        st.uuids().map(str),
        st.sampled_from(["a1", "a2"]),
        st.integers(-40 * 86_400, 86_400).map(lambda by: NOW + timedelta(seconds=by)),
        st.booleans(),
    ),
    max_size=6,
)


def shown(ago: timedelta, *, held: bool = False, term: str = "a1") -> Shown:
    return Shown("k", term, NOW - ago, is_held=held)


def test_a_word_is_wanted_again_after_a_day_and_not_before() -> None:
    for first in (True, False):
        assert is_wanted([], "a1", NOW, first=first)
        assert not is_wanted([shown(ONCE_IN - SECOND)], "a1", NOW, first=first)
        assert is_wanted([shown(ONCE_IN)], "a1", NOW, first=first)
        assert is_wanted([shown(SECOND)], "a2", NOW, first=first), "another word"


def test_what_facilitators_have_comes_to_them_once_and_keeps_nobody_else_from_showing_it() -> None:
    assert not is_wanted([shown(timedelta(days=3), held=True)], "a1", NOW, first=True)
    assert is_wanted([shown(HELD_FOR, held=True)], "a1", NOW, first=True)
    assert is_wanted([shown(timedelta(days=3), held=True)], "a1", NOW, first=False)


def test_what_only_facilitators_have_was_not_shown_to_everyone() -> None:
    assert shown_lately([shown(SECOND, held=True)], "a1", NOW) is None
    assert shown_lately([shown(SECOND)], "a1", NOW) == shown(SECOND)


def test_facilitators_let_it_out_once() -> None:
    held = shown(timedelta(days=1), held=True)
    out, left = let_out([held], "k", NOW, NOW)
    assert (out.term, out.at, out.is_held, left) == ("a1", NOW, False, [out])
    for known in ([out], [], [shown(HELD_FOR, held=True)], [held, Shown("other", "a1", NOW)]):
        with pytest.raises(Refused):
            let_out(known, "k", NOW, NOW)


@given(notes, st.sampled_from(["a1", "a2"]), st.booleans())
def test_what_is_forgotten_makes_no_difference(known: list[Shown], term: str, first: bool) -> None:
    left = lasting(known, NOW)
    assert is_wanted(left, term, NOW, first=first) == is_wanted(known, term, NOW, first=first)
    assert shown_lately(left, term, NOW) == shown_lately(known, term, NOW)
    assert lasting(left, NOW) == left
    assert is_wanted(left, term, NOW, first=True) == all(each.term != term for each in left)
    assert is_wanted(left, term, NOW, first=False) == (shown_lately(left, term, NOW) is None)
