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
        "Mr Plumley Sr mended it.",
        "We begin at 9 am MDT.",
        "We watch QI in bed.",
        "The sample size of shampoo leaked in my suitcase.",
        "The neighbourhood team won at netball.",
    ],
)
def test_an_ordinary_word_in_ordinary_use_is_left_alone(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The 9 am MDT meeting", ["MDT meeting"]),
        ("The sr of rcts", ["rcts"]),
        ("The neighbourhood team meets by the garden.", ["neighbourhood team"]),
        ("My GP swims.", ["GP"]),
    ],
)
def test_a_name_is_found_where_only_part_of_it_speaks_against_it(text: str, marked: list[str]) -> None:
    assert seen(text) == marked


def test_a_word_that_is_thousands_of_terms_is_marked_with_the_first_25() -> None:
    index = Index([term("Sciatica", theme=str(number)) for number in range(2_000)])
    (spot,) = index.find_in("My sciatica")
    assert [each.theme for each in spot.terms] == [str(number) for number in range(25)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("My chair squeaks.", []),
        ("Our steering group chair is away.", ["steering group", "chair"]),
        ("Trust me, it will work.", []),
        ("The trust has merged with another.", ["trust"]),
        ("A PPI refund from the bank", []),
        ("The PPI group meets on Monday.", ["PPI"]),
        ("The barrier was shut.", []),
        ("The barrier was shut. The ICB heard of it.", ["barrier", "ICB"]),
    ],
)
def test_an_everyday_word_is_a_term_in_its_company_only(text: str, marked: list[str]) -> None:
    assert seen(text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The pathway is new.", ["pathway"]),
        ("Apologies", ["Apologies"]),
        ("The chair opens.", ["chair"]),
        ("My chair squeaks.", []),
    ],
)
def test_a_text_for_a_meeting_is_company_itself(text: str, marked: list[str]) -> None:
    spots = starter_index().find_in(text, is_company=True)
    assert [text[spot.start : spot.end] for spot in spots] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("You're such an enabler!", []),
        ("A sugar pill, that's all those sweets are.", []),
        ("Quorum of ducks on the pond.", []),
        ("The enabler was a supportive manager.", ["enabler"]),
        ("Her hypothesis was wrong, but the paper was good.", ["hypothesis"]),
    ],
)
def test_a_word_of_everyday_talk_needs_a_sign_of_work(text: str, marked: list[str]) -> None:
    assert seen(text) == marked


def test_an_everyday_word_that_somebody_made_a_term_needs_other_jargon() -> None:
    index = Index([term("Framework"), term("Osteoporosis")])
    assert seen("The framework of my tent is bent.", index) == []
    assert seen("The osteoporosis framework", index) == ["osteoporosis", "framework"]


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
def test_every_name_is_found_in_company(name: str) -> None:
    spots = starter_index().find_in(f"The CCG was there. We spoke of {name} yesterday.")
    assert name in {each.name for spot in spots for each in spot.terms}
