"""Which terms a text names, and which words in it are ordinary ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.glossary.rules import Index
from tests.bot.glossary.making import starter_index, term

NAMES = sorted({each.name for each in starter_index().terms})


def seen(text: str, index: Index | None = None) -> list[str]:
    return [text[spot.start : spot.end] for spot in (index or starter_index()).find_in(text)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The ICB's commissioners met.", ["ICB's", "commissioners"]),
        ("Our PPI(E) lead", ["PPI(E)"]),
        ("GPs, and the N.I.C.E. guidelines", ["GPs", "N.I.C.E.", "guidelines"]),
        ("Our stake holders like co production.", ["stake holders", "co production"]),
        ("**Primary** care, and social-care", ["Primary** care", "social-care"]),
        ("equality, diversity & inclusion", ["equality, diversity & inclusion"]),
        ("A questionaire and a proces evaluation", ["questionaire", "proces evaluation"]),
        ("The peer reviewers said so.", ["peer reviewers"]),
        ("The minutes of the last meeting", ["minutes"]),
        ("rehab and physiotherapy", ["rehab", "physiotherapy"]),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, marked: list[str]) -> None:
    assert seen(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "who is it for, and IT WAS NICE ONE!",
        "The GPS on my phone",
        "5 km to the prom",
        "Is my ticket valid? He is a pilot.",
        "Give me five minutes, wait a minute, a couple of minutes.",
        "You know how it goes.",
        "It will turn out. Come in!",
        "https://example.org/gout <#123> `audit`",
        "Contact me about the trial run.",
    ],
)
def test_an_ordinary_word_in_ordinary_use_is_left_alone(text: str) -> None:
    assert seen(text) == []


def test_the_longest_name_is_taken_and_none_lies_over_another() -> None:
    index = Index([term("Care"), term("Primary care"), term("Primary care network")])
    assert seen("primary care networks, primary care, care", index) == [
        "primary care networks",
        "primary care",
        "care",
    ]


def test_an_acronym_that_is_a_word_counts_in_its_own_case_only() -> None:
    index = Index([term("Community of practice", "CoP"), term("Musculoskeletal", "MSK")])
    assert seen("a cop, a CoP, two CoPs, msk", index) == ["CoP", "CoPs", "msk"]


def test_all_meanings_are_given() -> None:
    (spot,) = starter_index().find_in("OA")
    assert {each.name for each in spot.terms} == {"Osteoarthritis", "Open access"}


def test_unknown_acronyms_are_named_once_as_they_are_written() -> None:
    text = "The ICB met the XYZ and NICE. OK? It IS at 5 PM. XYZ, CVDs; the SPLW (social prescribing worker)."
    assert starter_index().unknown_acronyms(text) == ["XYZ", "CVDs"]


@given(st.text(max_size=200) | st.lists(st.sampled_from([*NAMES, "and", "(E)", ".", "NICE"])).map(" ".join))
def test_what_is_found_stands_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for spot in starter_index().find_in(text):
        assert end <= spot.start < spot.end <= len(text)
        assert spot.terms
        end = spot.end


@given(st.sampled_from(NAMES))
def test_every_name_is_found_in_a_sentence(name: str) -> None:
    spots = starter_index().find_in(f"We spoke of {name} yesterday.")
    assert name in {each.name for spot in spots for each in spot.terms}
