"""The plain-language check: what it finds, and what it lets pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.plain.rules import Fault, Finding, Known, is_long, look, sentences, syllables, unexplained, words

PLAIN = "Ask what a word means. Nobody sees who asked. A person here will answer you soon."
HEAVY = "We utilise considerable methodologies to operationalise multidisciplinary engagement."


NOTHING = Known()


def found(text: str, known: Known = NOTHING) -> set[Fault]:
    return {finding.fault for finding in look(text, known).findings}


def test_plain_words_have_no_findings() -> None:
    assert look(PLAIN).findings == ()


def test_long_words_are_found_and_named() -> None:
    (finding,) = look(HEAVY).findings
    assert finding.fault is Fault.LONG_WORDS
    assert finding.found.startswith("utilise, considerable, methodologies")


def test_a_sentence_may_have_twenty_words_and_no_more() -> None:
    assert found("word " * 20 + ".") == set()
    assert look("word " * 21 + ".").findings == (Finding(Fault.LONG_SENTENCE, "word " * 20 + "word ."),)


def test_only_the_long_sentence_is_named() -> None:
    long = " ".join(["so"] * 21) + "."
    assert [each.found for each in look(f"It is short. {long} It ends.").findings] == [long]


def test_two_long_words_are_let_pass_however_short_the_text() -> None:
    assert found("Your appointment tomorrow") == set()
    assert found("Your appointment tomorrow afternoon") == {Fault.LONG_WORDS}


def test_of_a_longer_text_one_word_in_ten_may_be_long() -> None:
    assert found("so it goes on and on we go. " * 8 + "However " * 7 + ".") == set()
    assert found("so it goes on and on we go. " * 8 + "However " * 8 + ".") == {Fault.LONG_WORDS}


def test_a_word_that_was_explained_is_excused() -> None:
    text = "Facilitators answer anonymous questions from communities"
    known = Known(words=frozenset({"facilitator", "anonymous", "communities"}))
    assert found(text) == {Fault.LONG_WORDS}
    assert found(text, known) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ask the ICB.",
        "Two PCNs met.",
        "Your CoP meets.",
        "Send it to the R&D team.",
        "The ICB (4) met.",
    ],
)
def test_letters_that_nothing_explains_are_found(text: str) -> None:
    assert found(text) == {Fault.ACRONYM}


@pytest.mark.parametrize(
    "text",
    [
        "Ask the integrated care board (ICB). The ICB is local.",
        "Ask the ICB (the local board). Two ICBs met.",
        "Your community of practice (CoP) meets.",
        "Ask **I**. What is MacDonald's? See Iona's note. It is 7 o'clock.",
    ],
)
def test_letters_that_are_explained_and_names_are_let_pass(text: str) -> None:
    assert unexplained(text) == []


def test_letters_that_everybody_knows_are_let_pass() -> None:
    assert unexplained("Your GP’s team, two GPs, and the NHS", {"GP", "NHS"}) == []


def test_letters_are_named_once() -> None:
    assert unexplained("ICB, ICB and ICB") == ["ICB"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("One. Two? Three! Four", 4),
        ("He said: “Stop.” Then he went.", 2),
        ("### A heading\nA line\n- a point\n- another", 4),
        ("It costs £10.50 at 9.30. Bring 2.", 2),
        ("Look in <#800000000000000001>. **Press** this.", 2),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


def test_what_discord_shows_as_one_name_is_one_word() -> None:
    (said,) = sentences("Ask <@800000000000000001> in <#800000000000000002> at https://a.example/b")
    assert words(said) == ["Ask", "7", "in", "7", "at", "7"]


@pytest.mark.parametrize(
    "word",
    [
        "people",
        "simple",
        "something",
        "careful",
        "movement",
        "reader",
        "helped",
        "noticed",
        "create",
        "wondered",
        "asked",
    ],
)
def test_short_words_are_short(word: str) -> None:
    assert not is_long(word)


@pytest.mark.parametrize(
    "word",
    [
        "idea",
        "area",
        "example",
        "copying",
        "anonymous",
        "reality",
        "whoever",
        "agreement",
        "deleted",
        "variety",
    ],
)
def test_long_words_are_long(word: str) -> None:
    assert is_long(word)


def test_what_a_hyphen_joins_is_no_longer_than_its_longest_part() -> None:
    assert not is_long("face-to-face")
    assert is_long("co-production")


def test_a_reading_age_is_given_only_where_it_means_something() -> None:
    assert look(PLAIN).age is None
    assert look(PLAIN * 3).age is None
    easy, hard = look(f"{PLAIN} " * 9), look(f"{HEAVY} " * 20)
    assert easy.age is not None
    assert hard.age is not None
    assert easy.age <= 11
    assert hard.age >= 18


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    report = look(text)
    assert report.words == sum(len(words(each)) for each in report.sentences)
    assert all(finding.found for finding in report.findings)


@given(st.from_regex(r"[A-Za-z]{1,20}", fullmatch=True))
def test_every_word_has_a_syllable(word: str) -> None:
    assert 1 <= syllables(word) <= len(word) + 1
