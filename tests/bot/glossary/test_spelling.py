"""Which spellings are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.glossary.rules.spelling import joined, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("randomized", "Randomised"),
        ("orthopedics", "orthopaedic"),
        ("neighborhood", "neighbourhoods"),
        ("center", "centres"),
        ("centered", "centred"),
        ("program", "programmes"),
        ("counseling", "counselling"),
        ("license", "licence"),
        ("practise", "practices"),
        ("gray", "grey"),
        ("analyses", "analysis"),
        ("biases", "bias"),
        ("studies", "study"),
        ("processes", "process"),
        ("honoraria", "honorarium"),
        ("agendas", "agenda"),
        ("N.H.S.", "nhs"),
        ("trust’s", "trusts"),
        ("1st", "first"),
        ("health & care", "Health and Care"),
        ("co-production", "coproduction"),
    ],
)
def test_these_are_the_same_word(one: str, other: str) -> None:
    assert joined(words(one)) == joined(words(other))


@pytest.mark.parametrize(
    ("one", "other"), [("goat", "gout"), ("carer", "care"), ("bus", "bias"), ("audit", "audio")]
)
def test_these_are_not(one: str, other: str) -> None:
    assert joined(words(one)) != joined(words(other))


@given(st.text(max_size=80))
def test_case_counts_for_nothing_in_any_text(text: str) -> None:
    lower = text.lower()
    if lower.upper().lower() == lower:
        assert words(lower) == words(lower.upper())
