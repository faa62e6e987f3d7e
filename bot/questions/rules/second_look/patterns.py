"""The words of one language that the second look goes by, ready for matching."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.rules.second_look.letters import made_plain


@dataclass(frozen=True, slots=True)
class Hints:
    """The words of one language that the second look goes by; the file of words says what each is for."""

    jobs: tuple[str, ...]
    lay_people: tuple[str, ...]
    articles: tuple[str, ...]
    i_am: tuple[str, ...]
    own_job: tuple[str, ...]
    we: tuple[str, ...]
    as_one: tuple[str, ...]
    not_as_after: tuple[str, ...]
    said: tuple[str, ...]
    new_thought: tuple[str, ...]
    only_one: tuple[str, ...]
    not_only: tuple[str, ...]
    home: tuple[str, ...]
    work_place: tuple[str, ...]
    at_place: tuple[str, ...]
    houses: tuple[str, ...]
    in_places: tuple[str, ...]
    postcode_areas: tuple[str, ...]
    months: tuple[str, ...]
    in_dates: tuple[str, ...]
    before_months: tuple[str, ...]
    birth: tuple[str, ...]
    titles: tuple[str, ...]
    ordinary: tuple[str, ...]


Span = tuple[int, int]


def is_within(span: Span, others: Collection[Span]) -> bool:
    """Whether a span is a part, and not the whole, of another."""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


@dataclass(frozen=True, slots=True)
class Patterns:
    """What the hints say, ready for matching."""

    hints: Hints
    date: re.Pattern[str]
    born: re.Pattern[str]
    job: re.Pattern[str]
    role: re.Pattern[str]
    only_one: re.Pattern[str]
    home: re.Pattern[str]
    house: re.Pattern[str]
    postcode: re.Pattern[str]
    ordinary: frozenset[str]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words; the longest first, an apostrophe may be left out."""
    longest = sorted((made_plain(word).text for word in words), key=len, reverse=True)
    escaped = (r"\s".join(re.escape(part) for part in word.split()) for word in longest)
    return "(?:" + "|".join(word.replace("'", "'?") for word in escaped) + ")"


#: One word with a capital letter, and "St. Helens".
_CAPITAL = r"(?-i:(?:St\. )?[A-Z][\w'-]*)"


@lru_cache(maxsize=8)
def patterns_of(hints: Hints) -> Patterns:
    jobs, article = rf"{any_of(hints.jobs)}s?\b(?!'s\b)", any_of(hints.articles)
    lay = rf"{any_of(hints.lay_people)}\b(?!'s\b)"
    small = any_of((*hints.articles, *hints.at_place, *hints.lay_people, *hints.new_thought))
    between = rf"(?:(?!{small}\b)[\w-]+ ){{0,3}}?"
    going_on = rf" (?!{any_of(hints.new_thought)}\b)[\w'-]+"
    after = rf"(?:(?:{going_on}){{0,3}} (?!{small}\b)[\w'-]+)?"
    not_said = rf"(?! {any_of(hints.said)}\b)"
    name = rf"{_CAPITAL}(?: (?:{any_of(hints.in_places)} ){{0,2}}{_CAPITAL}){{0,4}}"
    lived = rf"{any_of(hints.home)} (?:(?:the )?(?P<place>{name})|(?P<small>[a-z][\w'-]+))"
    worked = rf"{any_of(hints.work_place)} (?:the )?(?P<work>{name})"
    houses = any_of(hints.houses)
    return Patterns(
        hints=hints,
        date=_compiled(_date_pattern(hints)),
        born=_compiled(rf"\b{any_of(hints.birth)}\b"),
        job=_compiled(
            rf"\b(?:{any_of(hints.i_am)} (?:{article} {between})?{jobs}"
            rf"|{any_of(hints.own_job)} (?:{article}\b{after}|{jobs})"
            rf"|{any_of(hints.we)} {any_of(hints.jobs)}s\b)"
        ),
        role=_compiled(
            rf"\b{any_of(hints.as_one)} {article} (?:{between}{jobs}|(?P<lay>{lay})){not_said}"
            rf"|\b{any_of(hints.as_one)} {jobs}(?=,)"
            rf"|\b{any_of(hints.i_am)} {article} {between}{lay}"
        ),
        only_one=_compiled(
            rf"\b{any_of(hints.only_one)}\b(?! {any_of(hints.not_only)}\b)(?:{after} ?{jobs}|{after})"
        ),
        home=_compiled(rf"\b(?:{lived}|{worked})"),
        house=_compiled(
            rf"\b{any_of(hints.at_place)} (?:the )?(?P<house>(?:{_CAPITAL} ){{1,4}}?{houses}(?: {houses})*)\b"
        ),
        postcode=_compiled(
            rf"(?<![\w-]){any_of(hints.postcode_areas)}\d[a-z\d]? ?"
            r"(?!(?-i:1st|2nd|3rd|\d(?:th|ug|ng|hr))\b)\d[abd-hjlnp-uw-z]{2}\b"
        ),
        ordinary=frozenset((*hints.ordinary, *hints.jobs, *hints.lay_people, *hints.houses)),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _date_pattern(hints: Hints) -> str:
    """1/2/1956, 1956-02-01, 1st of February 1956, February 1st 1956; less will do with a month in letters."""
    filler = rf"(?:\s?{any_of(hints.in_dates)}\b)*"
    # Each month by its first three letters at least.
    month = "|".join(
        month[:3] + "".join(f"(?:{c}" for c in month[3:]) + ")?" * (len(month) - 3) for month in hints.months
    )
    year = r"(?:\d{4}|'?\d{2})(?!\d)"
    return (
        rf"(?<![\d/.-])(?:(?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?P<d2>\d{{1,2}})(?P<s2> ?[-/.] ?| (?=\d{{1,2}} \d{{4}}))(?P<m2>\d{{1,2}})(?P=s2)(?P<y2>{year})"
        rf"|(?P<d3>\d{{1,2}}){filler}[ ,./-]{{0,2}}\b(?P<m3>{month})\b\.?(?:[ ,/-]{{0,2}}(?P<y3>{year}))?"
        rf"|\b(?P<m4>{month})\b\.? (?:(?P<d4>\d{{1,2}})(?!\d){filler},?(?: (?P<y4>{year}))?"
        r"|(?P<y5>\d{4})(?!\d)))"
    )
