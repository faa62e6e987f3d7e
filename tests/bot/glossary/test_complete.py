"""What is offered while a name is being typed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.glossary.rules import Index
from tests.bot.glossary.making import starter_index, term

NAMES = sorted({each.name for each in starter_index().terms})


def offered(typed: str) -> list[str]:
    return [each.value for each in starter_index().complete(typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("co-pro", "Co-production"),
        ("coprod", "Co-production"),
        ("comish", "Commissioner"),
        ("intergrated care b", "Integrated care board"),
        ("integ care", "Integrated care board"),
        ("care board", "Integrated care board"),
        ("health inequality", "Health inequalities"),
        ("apologie", "Apologies"),
        ("what is a gui", "Guideline"),
        ("rheumatoyd", "Rheumatoid arthritis"),
    ],
)
def test_the_beginning_of_a_name_or_of_its_words_is_enough_mistyped_or_not(typed: str, name: str) -> None:
    assert name in offered(typed)[:5]


def test_all_meanings_of_a_short_form_are_offered_first() -> None:
    assert set(offered("oa")[:2]) == {"Osteoarthritis", "Open access"}


def test_of_nothing_typed_the_first_terms_are_offered() -> None:
    assert offered("") == [each.id for each in starter_index().terms[:25]]


def test_a_long_label_is_cut_to_what_discord_shows() -> None:
    (only,) = Index([term("A" * 98, "ABC")]).complete("aaa")
    assert len(only.label) == 100
    assert only.label.endswith("…")


def test_the_order_given_decides_among_equals() -> None:
    index = Index([term("Pain two"), term("Pain one")])
    assert [each.value for each in index.complete("pain")] == ["Pain two", "Pain one"]


@given(st.sampled_from(NAMES), st.integers(3, 100))
@example("Allied health professional", 3)
@example("Case study", 4)
def test_every_name_is_offered_before_it_is_typed_to_the_end(name: str, letters: int) -> None:
    typed = name[:letters]
    index = starter_index()
    assert name in [each.value for each in index.complete(typed, most=len(index.terms))]


@given(st.text(max_size=40))
def test_whatever_is_typed_each_term_is_offered_once_and_fits(typed: str) -> None:
    offers = starter_index().complete(typed)
    assert len(offers) == len({each.value for each in offers}) <= 25
    assert all(1 <= len(each.label) <= 100 for each in offers)
