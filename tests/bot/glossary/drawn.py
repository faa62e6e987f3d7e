"""Terms as a community might write them, and as nobody would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from bot.glossary.rules.checking import Wrong, check, tidied
from bot.glossary.rules.term import Term

PATHWAY = Term(
    id="",
    name="Care pathway",
    shorts=("CP",),
    also=("Pathway of care", "Patient pathway"),
    theme="nhs",
    plain="The steps that a patient goes through. It starts with the first call.",
    precise="A plan of care, with its steps and who does what.",
    example="Where on the pathway do people wait the longest?",
    said="",
    related=("Referral",),
    source="",
    by="",
    checked_on=None,
    is_checked_by_lay=False,
    is_official=False,
)
CHECKED = replace(PATHWAY, checked_on=date(2026, 5, 14), is_checked_by_lay=True, is_official=True)

#: What files stumble over stands in these more often than in a text by chance.
_HARD = st.sampled_from(
    ["=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", " ", "|", "é", "＝", "{", "\\"]
)
_TEXT = st.lists(_HARD | st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12).map("".join)
_VALUES = st.lists(_TEXT, max_size=3).map(tuple)


def _is_sound(term: Term) -> bool:
    try:
        check(term)
    except Wrong:
        return False
    return True


@st.composite
def _term(draw: st.DrawFn) -> Term:
    texts = {name: draw(_TEXT) for name in ("theme", "precise", "example", "said", "source")}
    lists = {name: draw(_VALUES) for name in ("shorts", "also", "related")}
    marks = {name: draw(st.booleans()) for name in ("is_checked_by_lay", "is_official")}
    day = draw(st.none() | st.dates())
    name, plain = draw(_TEXT), draw(_TEXT)
    return tidied(Term(id="", by="", checked_on=day, name=name, plain=plain, **texts, **lists, **marks))


#: Terms that can be kept, with all that a file could stumble over.
terms = _term().filter(_is_sound)
