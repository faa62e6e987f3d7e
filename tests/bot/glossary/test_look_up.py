"""Looking a word up: as it is typed, and as it is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.glossary.rules import How, Index
from tests.bot.glossary.making import starter_index, term

NAMES = sorted({each.name for each in starter_index().terms})


def first(query: str, index: Index | None = None) -> set[str]:
    hits = (index or starter_index()).look_up(query)
    return {each.name for each in hits[0].terms} if hits else set()


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("coproduction", "Co-production"),
        ("Co Production", "Co-production"),
        ("randomized controlled trials", "Randomised controlled trial"),
        ("orthopedics", "Orthopaedics"),
        ("M.S.K.", "Musculoskeletal"),
        ("KPI’s", "Key performance indicator"),
        ("GPs", "General practitioner"),
        ("ICSs", "Integrated care system"),
        ("meta-analyses", "Meta-analysis"),
        ("honoraria", "Honorarium"),
        ("what does ICB stand for?", "Integrated care board"),
        ("Can anyone tell me what a commissioner is?", "Commissioner"),
        ("what’s a focus group", "Focus group"),
    ],
)
def test_plurals_hyphens_dots_spelling_and_question_words_do_not_count(query: str, name: str) -> None:
    (hit,) = starter_index().look_up(query)
    assert hit.how is How.EXACT
    assert {each.name for each in hit.terms} == {name}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("comishoner", "Commissioner"),
        ("kworum", "Quorum"),
        ("gowt", "Gout"),
        ("fizio", "Physiotherapist"),
        ("fizzio", "Physiotherapist"),
        ("gurft", "Getting It Right First Time"),
        ("gerft", "Getting It Right First Time"),
        ("kwallitative", "Qualitative research"),
        ("see see gee", "Clinical commissioning group"),
        ("en aitch ess", "National Health Service"),
        ("cost effectivness", "Cost-effectiveness"),
    ],
)
def test_a_word_is_found_as_it_is_heard_or_mistyped(query: str, name: str) -> None:
    assert name in first(query)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("whats NICE when people say NICE says no", "National Institute for Health and Care Excellence"),
        ("what are kpi's when they're at home", "Key performance indicator"),
        ("explain thermatic analysis to me pls", "Thematic analysis"),
        ("what does it mean if something is statistically significant", "Statistically significant"),
        ("nollidge broker", "Knowledge broker"),
        ("tree arge", "Triage"),
        ("they keep saying implementation sience, what is it", "Implementation science"),
        ("evidence base practice", "Evidence-based practice"),
        ("what does a.o.b. at the end mean?", "Any other business"),
        ("B.S.L. interpreter", "British Sign Language"),
    ],
)
def test_the_word_is_found_inside_a_longer_question(query: str, name: str) -> None:
    assert name in first(query)


@pytest.mark.parametrize(
    "query",
    ["they keep saying yolo what is it", "explain cricket to me pls", "what are socks when they're at home"],
)
def test_a_longer_question_about_something_else_is_not_answered(query: str) -> None:
    assert starter_index().look_up(query) == []


def test_meanings_of_one_short_form_stand_side_by_side_in_the_order_given() -> None:
    index = Index([term("Open access", "OA"), term("Osteoarthritis", "OA")])
    (hit,) = index.look_up("oa")
    assert [each.name for each in hit.terms] == ["Open access", "Osteoarthritis"]


def test_what_is_called_so_comes_before_what_is_called_so_as_well() -> None:
    index = Index([term("Pay policy", also=("Policy",)), term("Policy")])
    (hit,) = index.look_up("policies")
    assert [each.name for each in hit.terms] == ["Policy", "Pay policy"]


def test_some_words_of_a_name_lead_to_it() -> None:
    assert "Chronic pain" in {each.name for hit in starter_index().look_up("pain") for each in hit.terms}
    assert first("steroid jab") == {"Steroid injection"}


def test_words_of_the_meanings_lead_to_it_together_with_one_of_the_name() -> None:
    index = Index(
        [term("Osteoarthritis", precise="An arthritis; wear and tear is a misleading name."), term("Gout")]
    )
    (hit,) = index.look_up("wear and tear arthritis")
    assert hit.how is How.TEXT
    assert index.look_up("wear and tear") == []


@pytest.mark.parametrize("query", ["", "   ", "???", "😂", "goat", "triangle", "kitchen chair", "the", "12"])
def test_what_is_no_term_is_not_answered(query: str) -> None:
    assert starter_index().look_up(query) == []


def test_at_most_so_many_are_found() -> None:
    index = Index([term(f"Pain {letter}") for letter in ("alpha", "bravo", "delta", "hotel", "india")])
    assert len(index.look_up("pain")) == 3
    assert len(index.look_up("pain", most=4)) == 4


@given(
    st.sampled_from(NAMES), st.sampled_from(["{}", "what is {}?", "What does {} mean?", "the meaning of {}"])
)
def test_every_name_is_found_by_itself_whatever_is_asked_around_it(name: str, question: str) -> None:
    assert name in first(question.format(name))
    assert name in first(question.format(name.upper()))
    assert name in first(question.format(name.replace("-", " ")))


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert all(hit.terms for hit in starter_index().look_up(text))
    assert len(starter_index().look_up(text)) <= 3


@given(st.text(min_size=1, max_size=20))
def test_looking_up_leaves_nothing_behind(text: str) -> None:
    words = starter_index()._lexicon.words
    before = len(words._plain), len(words._sounds)
    starter_index().look_up(text)
    starter_index().complete(text)
    starter_index().find_in(text)
    assert (len(words._plain), len(words._sounds)) == before


def test_a_glossary_without_terms_finds_nothing() -> None:
    empty = Index([])
    assert (empty.look_up("gout"), empty.complete("g"), empty.find_in("gout")) == ([], [], [])


@pytest.mark.parametrize(
    "query",
    ["surrey", "where is Surrey?", "Barry", "curry", "DVLA", "smtp", "motor bike", "council tax", "gift"],
)
def test_what_is_right_as_it_is_typed_is_not_taken_for_a_term(query: str) -> None:
    assert starter_index().look_up(query) == []


@pytest.mark.parametrize("query", ["survay", "concensus", "steak holder", "kworum", "commission"])
def test_what_is_mistyped_or_misheard_still_is(query: str) -> None:
    assert starter_index().look_up(query)
