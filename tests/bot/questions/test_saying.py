"""Kinds of what is said anonymously, and how what is typed in several boxes is kept as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.questions.rules.saying import (
    LONGEST_CODE,
    LONGEST_SUBJECT,
    Box,
    Kind,
    checked_subject,
    put_together,
    taken_apart,
)
from bot.questions.rules.writing import LONGEST

WORD, MEANING = Box("word", "l", "h", 100, is_line=True), Box("meaning", "l", "h", 300)
BOTH = Kind("word", done="d", waits="w", action="a:b", boxes=(WORD, MEANING))
letters = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40)


@given(letters, st.lists(letters, min_size=1, max_size=5))
def test_what_was_typed_is_put_together_and_comes_apart_again(word: str, lines: list[str]) -> None:
    fields = {"word": word, "meaning": "\n".join(lines)}
    text = put_together(BOTH, fields)
    assert put_together(BOTH, taken_apart(BOTH, text)) == text
    assert text.split("\n")[1:] == taken_apart(BOTH, text)["meaning"].split("\n")


def test_a_line_is_one_line_whatever_was_typed() -> None:
    text = put_together(BOTH, {"word": " a\n b ", "meaning": "c\nd"})
    assert taken_apart(BOTH, text) == {"word": "a b", "meaning": "c\nd"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"word": "x"}, "error-said-empty"),
        ({"word": " ", "meaning": "x"}, "error-said-empty"),
        ({"word": "x" * 101, "meaning": "x"}, "error-said-long"),
        ({"word": "x", "meaning": "x" * 301}, "error-said-long"),
    ],
)
def test_an_empty_box_and_one_that_holds_too_much_are_refused(fields: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused) as caught:
        put_together(BOTH, fields)
    assert caught.value.line.id == sentence


def test_a_press_has_no_text() -> None:
    press = Kind("show", done="d", waits="w")
    assert put_together(press, {"forged": "x"}) == ""
    assert taken_apart(press, "") == {}


def test_a_kind_that_could_not_be_kept_is_no_kind() -> None:
    for boxes in ((Box("a", "l", "h", LONGEST + 1),), (MEANING, WORD), (WORD, Box("b", "l", "h", LONGEST))):
        with pytest.raises(ValueError, match="word"):
            Kind("word", done="d", waits="w", boxes=boxes)
    with pytest.raises(ValueError, match="too long"):
        Kind("x" * (LONGEST_CODE + 1), done="d", waits="w")
    Kind("x" * LONGEST_CODE, done="d", waits="w", boxes=(Box("a", "l", "h", LONGEST),))


def test_a_subject_that_was_forged_is_refused() -> None:
    assert checked_subject("x" * LONGEST_SUBJECT)
    with pytest.raises(Refused):
        checked_subject("x" * (LONGEST_SUBJECT + 1))
