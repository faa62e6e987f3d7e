"""What is kept of what people write: every word, nothing that turns or hides, never more than may be."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.questions.rules.writing import (
    LONGEST,
    LONGEST_LINE,
    LONGEST_LINES,
    LONGEST_NOTE,
    LONGEST_PLAIN,
    LONGEST_QUOTE,
    clean,
    optional,
    shortened,
    without_links,
)
from tests.bot.questions.making import refusal

#: Every kind of character, and lone halves of pairs, which JSON can carry.
texts = st.text(st.characters(), max_size=200)
#: Much of what does harm, close together.
NASTY = " \n\t\r\v\f\x00\x1b\x85\u00a0\u200b\u200d\u2028\u202e\u2066\u2069\u3000\ufeffaé\u0301\u05d0\ud800"
nasty = st.text(st.sampled_from(NASTY), max_size=40)
#: All that Unicode's own algorithm for two directions knows for turning what follows.
TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f"


def kept(text: str) -> str | None:
    try:
        return clean(text, "question")
    except Refused:
        return None


@given(texts | nasty)
@example("e\x00\N{COMBINING ACUTE ACCENT}")
@example("one\n \x00\n\ntwo")
@example("one \x1b\ntwo")
@example("one\n\u202e\n\u202e\n\u202e\ntwo")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = kept(text)
    assume(once is not None)
    assert kept(once or "") == once


@given(texts | nasty)
def test_nothing_that_is_kept_can_turn_our_text_or_control_it(text: str) -> None:
    for character in kept(text) or "":
        assert unicodedata.bidirectional(character) not in TURNS
        assert character not in MARKS
        assert character == "\n" or unicodedata.category(character) != "Cc"


@pytest.mark.parametrize("turn", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", *MARKS])
def test_what_turns_is_taken_out_and_the_words_stay(turn: str) -> None:
    assert clean(f"a{turn}b", "question") == "ab"
    assert optional(turn, "note", 10) == ""
    assert refusal(lambda: clean(turn, "question")).id == "error-question-empty"


@given(texts | nasty)
@example("a" + "\n " * 20 + "\nb")
@example("a" + "\n\u200b" * 20 + "\nb")
@example("a\n\n\n\nb")
def test_no_pile_of_empty_lines_is_left(text: str) -> None:
    """What has nothing to see in it is an empty line for whoever looks at the card."""
    lines = (kept(text) or "").split("\n")
    blank = [
        "" if all(c.isspace() or unicodedata.category(c) == "Cf" for c in line) else "x" for line in lines
    ]
    assert "\n\n\n" not in "\n".join(blank)


@given(texts | nasty)
@example("a\ud800")
def test_what_is_kept_can_be_written_to_a_file(text: str) -> None:
    (kept(text) or "").encode()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cf", "Cc")), max_size=200))
@example("What\tis this?")
@example("What\r\nis this?")
@example("What\ris this?")
def test_every_word_is_kept_and_none_is_added(text: str) -> None:
    words = kept(text)
    assume(words is not None)
    assert (words or "").split() == unicodedata.normalize("NFC", text).split()


@given(texts, st.integers(1, 60))
def test_never_more_than_the_most(text: str, most: int) -> None:
    for keep in (clean, optional):
        try:
            words = keep(text, "note", most)
        except Refused:
            continue
        assert len(words) <= most


@given(texts | nasty)
def test_what_may_be_left_empty_is_kept_the_same(text: str) -> None:
    words = kept(text)
    if words is not None:
        assert optional(text, "question", LONGEST) == words


@given(st.text(st.sampled_from(" \n\t\r\v\f\x00\x07\x1b\x7f\x85\u00a0\u2003\u3000"), max_size=30))
def test_nothing_but_space_and_control_characters_is_empty(text: str) -> None:
    assert refusal(lambda: clean(text, "question")).id == "error-question-empty"
    assert refusal(lambda: clean(text, "answer")).id == "error-answer-empty"


@pytest.mark.parametrize(
    "text",
    [
        "\N{ZERO WIDTH SPACE}",
        "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}",
        "\N{WORD JOINER}\n\N{SOFT HYPHEN}",
        "\N{ZERO WIDTH NO-BREAK SPACE} \N{RIGHT-TO-LEFT OVERRIDE}",
        "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NO-BREAK SPACE}",
        "\N{TAG SPACE}\N{INVISIBLE TIMES}",
        "\N{HANGUL FILLER}",
        "\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}",
        "\N{HANGUL JUNGSEONG FILLER}",
        "\N{HALFWIDTH HANGUL FILLER}",
        "\N{BRAILLE PATTERN BLANK}",
        "\N{VARIATION SELECTOR-16}",
        "\N{COMBINING GRAPHEME JOINER}",
        "\N{COMBINING ENCLOSING CIRCLE}",
        "\N{COMBINING ACUTE ACCENT}",
        "\ud800",
    ],
    ids=lambda text: unicodedata.name(text[0], "half a pair"),
)
def test_nothing_that_can_be_seen_is_empty(text: str) -> None:
    assert refusal(lambda: clean(text, "question")).id == "error-question-empty"


@pytest.mark.parametrize(
    "text", ["a\N{ZERO WIDTH JOINER}b", "?", "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{MICROSCOPE}", "\N{BULLET}"]
)
def test_what_can_be_seen_is_kept_with_what_joins_it(text: str) -> None:
    assert clean(text, "question") == text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a\tb", "a b"),
        ("a\t\tb", "a  b"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\vb", "a\nb"),
        ("a\fb", "a\nb"),
        ("a\x85b", "a\nb"),
        ("a\N{LINE SEPARATOR}b", "a\nb"),
        ("a\N{PARAGRAPH SEPARATOR}b", "a\nb"),
        ("a\n\nb", "a\n\nb"),
        ("a\r\n\r\n\r\nb", "a\n\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("\ta\n", "a"),
        ("a\x00b", "ab"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
    ],
)
def test_a_tab_is_a_space_and_every_end_of_a_line_a_new_line(typed: str, words: str) -> None:
    assert clean(typed, "question") == words
    assert optional(typed, "note", 10) == words


@pytest.mark.parametrize("character", ["x", "*", "ß", "\N{FACE WITH TEARS OF JOY}", "\N{HEBREW LETTER ALEF}"])
def test_1500_characters_are_kept_and_one_more_is_refused(character: str) -> None:
    assert clean(character * 1_500, "question") == character * 1_500
    line = refusal(lambda: clean(character * 1_501, "question"))
    assert (line.id, line.values) == ("error-question-long", {"length": 1_501, "most": 1_500})
    line = refusal(lambda: optional(character * 11, "note", 10))
    assert (line.id, line.values) == ("error-note-long", {"length": 11, "most": 10})


def test_what_stands_on_a_card_together_stays_under_4000_characters() -> None:
    assert (LONGEST, LONGEST_PLAIN, LONGEST_NOTE, LONGEST_QUOTE) == (1_500, 300, 250, 300)
    assert (LONGEST_LINE, LONGEST_LINES) == (80, 600)
    assert 2 * LONGEST + LONGEST_PLAIN + LONGEST_NOTE < 4_000


def test_what_is_not_kept_does_not_count() -> None:
    assert len(clean(" \x00" + "x" * LONGEST + "\n" * 500, "question")) == LONGEST


# On one line


@given(texts, st.integers(1, 80))
def test_a_shortened_text_is_one_line_and_never_longer(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert "\n" not in short
    whole = " ".join(text.split())
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))
    assert (short == whole) == (len(whole) <= most)


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 9, "one two…"),
        ("onetwothree", 5, "onet…"),
        ("one\n\n  two", 20, "one two"),
    ],
)
def test_it_is_cut_at_a_word(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


# What only the asker sees

pieces = st.lists(
    st.sampled_from(["http", "https", "s", "://", ":", "//", "h", "a.example", " ", "_", "\n", "HTTP"]),
    max_size=12,
).map("".join)


@given(pieces)
@example("https:https:////a.example")
@example("hthttp://tp://a.example")
@example("_https://a.example_")
@example("HTTPS://A.EXAMPLE")
def test_without_links_nothing_can_be_pressed(text: str) -> None:
    """Discord makes a link of an address wherever it stands."""
    assert not re.search(r"(?i)https?://", without_links(text))


@given(st.text(max_size=60))
def test_a_text_without_links_stays_as_it_is(text: str) -> None:
    assume("://" not in text)
    assert without_links(text) == text


def test_an_address_can_still_be_read() -> None:
    assert (
        without_links("See https://example.org/b and http://example.com.")
        == "See example.org/b and example.com."
    )
