"""A second look before sending: does a text hold somebody's details, or give its writer away?

It finds what an honest person overlooks. It is no wall against somebody who wants to get past it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain, combinations, pairwise

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType

#: A full date is taken for somebody's birth when it is at least as long ago as this.
YEARS_SINCE_BIRTH = 10
#: A part of a name is looked for when it has as many letters as this.
SHORTEST_PART = 3
#: With the area code and its 0.
_DIGITS_OF_A_NUMBER = 11
#: Numbers that an office has and a person has not.
_OF_OFFICES = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.UAN,
}


class Kind(StrEnum):
    """What was found; the more certain first."""

    EMAIL = "email"
    NHS_NUMBER = "nhs-number"
    PHONE = "phone"
    BIRTH_DATE = "birth-date"
    NAME = "name"
    GIVES_AWAY_ROLE = "gives-away-role"
    JOB = "job"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Finding:
    """`found` is the slice of the text that begins at `start`."""

    kind: Kind
    found: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.found)


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


def look(text: str, names: Collection[str], hints: Hints, today: date) -> tuple[Finding, ...]:
    """What `text` holds of somebody's details, or gives away of its writer, in order of appearance.

    `names` are the names that Discord shows here. Findings do not overlap: the more certain kind stays,
    and of one kind the longer. Invisible characters and odd spaces, digits and letters hide nothing.
    """
    plain = _plain(text)
    patterns = _patterns(hints)
    numbers = list(_phones(plain.text))
    spans: list[tuple[Kind, int, int]] = [(Kind.PHONE, *span) for span in numbers]
    spans += ((Kind.EMAIL, *match.span()) for match in _EMAIL.finditer(plain.text))
    spans += ((Kind.NHS_NUMBER, *span) for span in _nhs_numbers(plain.text) if not _within(span, numbers))
    spans += ((Kind.BIRTH_DATE, *span) for span in _birth_dates(plain.text, patterns, today))
    spans += ((Kind.NAME, *span) for span in _names(plain.text, names, patterns))
    spans += ((Kind.GIVES_AWAY_ROLE, *span) for span in _roles(plain.text, patterns))
    spans += ((Kind.JOB, *match.span()) for match in patterns.job.finditer(plain.text))
    spans += ((Kind.PLACE, *span) for span in _places(plain.text, patterns))
    return _apart([_finding(text, plain, *span) for span in spans])


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number, by its check digit (NHS Data Dictionary, NHS NUMBER).

    Multiply the first nine digits by 10, 9, 8 ... 2 and add the products up. Divide by 11 and take the
    remainder from 11. The result is the tenth digit, with 11 written as 0; with 10, no number is valid.
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    check = 11 - total % 11
    return int(digits[9]) == (0 if check == 11 else check)  # noqa: PLR2004 - named in the docstring


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text made plain; `origin` says for each of its characters where it stood in the original."""

    text: str
    origin: tuple[int, ...]


_STRAIGHT = str.maketrans("‘’‛`´ʼ‐‑‒–—−", "''''''------")
_DROPPED = ("Cf", "Mn", "Me")
_ENDS_A_LINE = "\n\r\v\f\x85\u2028\u2029"


def _plain(text: str) -> _Plain:
    """Plain digits, spaces, quotes and dashes; no accents; nothing invisible; one space, never two."""
    kept: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for each in _plain_character(character):
            if each != " " or not kept or kept[-1] != " ":
                kept.append(each)
                origin.append(index)
    return _Plain("".join(kept), tuple(origin))


@lru_cache(maxsize=4_096)
def _plain_character(character: str) -> str:
    if character in _ENDS_A_LINE:
        return "\n"
    made = []
    for each in unicodedata.normalize("NFKD", character.translate(_STRAIGHT)):
        kind = unicodedata.category(each)
        if kind == "Nd":
            made.append(str(unicodedata.decimal(each)))
        elif kind in ("Zs", "Cc"):
            made.append(" ")
        elif kind not in _DROPPED:
            made.append(each)
    return "".join(made)


def _finding(text: str, plain: _Plain, kind: Kind, start: int, end: int) -> Finding:
    first, last = plain.origin[start], plain.origin[end - 1] + 1
    # An accent may stand behind its letter, as a character of its own, with invisible ones between.
    while last < len(text) and not _plain_character(text[last]):
        last += 1
    return Finding(kind, text[first:last], first)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    certainty = list(Kind)
    kept: list[Finding] = []
    for each in sorted(findings, key=lambda it: (certainty.index(it.kind), -len(it.found), it.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda it: it.start))


_Span = tuple[int, int]


def _within(span: _Span, others: Collection[_Span]) -> bool:
    """Whether a span is a part, and not the whole, of another."""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


_EMAIL = re.compile(
    r"\w[\w.%+'-]{0,63}(?:@| ?[(\[]at[)\]] ?)(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,63}", re.IGNORECASE
)
_NHS_NUMBER = re.compile(r"(?<!\d)(?=(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d))")
_JOINS_A_DATE = re.compile(r"[^\n!?;0-9]{0,30}")


def _phones(text: str) -> Iterator[_Span]:
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE):
        if _is_somebodys(match.number, match.raw_string):
            yield match.start, match.end


def _is_somebodys(number: phonenumbers.PhoneNumber, written: str) -> bool:
    """Whether it is a number that a person has, or could be one with a slip in it."""
    if not written.lstrip("( ").startswith(("0", "+")):
        return False
    if phonenumbers.is_valid_number(number):
        return phonenumbers.number_type(number) not in _OF_OFFICES
    return sum(character.isdigit() for character in written) >= _DIGITS_OF_A_NUMBER


def _nhs_numbers(text: str) -> Iterator[_Span]:
    for match in _NHS_NUMBER.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", match[1])):
            yield match.span(1)


@dataclass(frozen=True, slots=True)
class _Patterns:
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


def _any(words: Iterable[str]) -> str:
    """A pattern for any of these words; the longest first, an apostrophe may be left out."""
    longest = sorted((_plain(word).text for word in words), key=len, reverse=True)
    escaped = (r"\s".join(re.escape(part) for part in word.split()) for word in longest)
    return "(?:" + "|".join(word.replace("'", "'?") for word in escaped) + ")"


#: One word with a capital letter, and "St. Helens".
_CAPITAL = r"(?-i:(?:St\. )?[A-Z][\w'-]*)"


@lru_cache(maxsize=8)
def _patterns(hints: Hints) -> _Patterns:
    jobs, article = rf"{_any(hints.jobs)}s?\b(?!'s\b)", _any(hints.articles)
    lay = rf"{_any(hints.lay_people)}\b(?!'s\b)"
    small = _any((*hints.articles, *hints.at_place, *hints.lay_people, *hints.new_thought))
    between = rf"(?:(?!{small}\b)[\w-]+ ){{0,3}}?"
    going_on = rf" (?!{_any(hints.new_thought)}\b)[\w'-]+"
    after = rf"(?:(?:{going_on}){{0,3}} (?!{small}\b)[\w'-]+)?"
    not_said = rf"(?! {_any(hints.said)}\b)"
    name = rf"{_CAPITAL}(?: (?:{_any(hints.in_places)} ){{0,2}}{_CAPITAL}){{0,4}}"
    lived = rf"{_any(hints.home)} (?:(?:the )?(?P<place>{name})|(?P<small>[a-z][\w'-]+))"
    worked = rf"{_any(hints.work_place)} (?:the )?(?P<work>{name})"
    houses = _any(hints.houses)
    return _Patterns(
        hints=hints,
        date=_compiled(_date_pattern(hints)),
        born=_compiled(rf"\b{_any(hints.birth)}\b"),
        job=_compiled(
            rf"\b(?:{_any(hints.i_am)} (?:{article} {between})?{jobs}"
            rf"|{_any(hints.own_job)} (?:{article}\b{after}|{jobs})|{_any(hints.we)} {_any(hints.jobs)}s\b)"
        ),
        role=_compiled(
            rf"\b{_any(hints.as_one)} {article} (?:{between}{jobs}|(?P<lay>{lay})){not_said}"
            rf"|\b{_any(hints.as_one)} {jobs}(?=,)"
            rf"|\b{_any(hints.i_am)} {article} {between}{lay}"
        ),
        only_one=_compiled(
            rf"\b{_any(hints.only_one)}\b(?! {_any(hints.not_only)}\b)(?:{after} ?{jobs}|{after})"
        ),
        home=_compiled(rf"\b(?:{lived}|{worked})"),
        house=_compiled(
            rf"\b{_any(hints.at_place)} (?:the )?(?P<house>(?:{_CAPITAL} ){{1,4}}?{houses}(?: {houses})*)\b"
        ),
        postcode=_compiled(
            rf"(?<![\w-]){_any(hints.postcode_areas)}\d[a-z\d]? ?"
            r"(?!(?-i:1st|2nd|3rd|\d(?:th|ug|ng|hr))\b)\d[abd-hjlnp-uw-z]{2}\b"
        ),
        ordinary=frozenset((*hints.ordinary, *hints.jobs, *hints.lay_people, *hints.houses)),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _date_pattern(hints: Hints) -> str:
    """1/2/1956, 1956-02-01, 1st of February 1956, February 1st 1956; less will do with a month in letters."""
    filler = rf"(?:\s?{_any(hints.in_dates)}\b)*"
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


def _birth_dates(text: str, patterns: _Patterns, today: date) -> Iterator[_Span]:
    for match in patterns.date.finditer(text):
        day = _full_date(match, patterns, today)
        if day is not None and (day.year + YEARS_SINCE_BIRTH, day.month, day.day) <= (
            today.year,
            today.month,
            today.day,
        ):
            yield match.span()
    for match in patterns.born.finditer(text):
        after = patterns.date.search(text, match.end(), match.end() + 60)
        if after is not None and _JOINS_A_DATE.fullmatch(text, match.end(), after.start()):
            yield after.span()


def _part(match: re.Match[str], part: str) -> str | None:
    found = (match.groupdict().get(f"{part}{way}") for way in range(1, 6))
    return next((each for each in found if each is not None), None)


def _full_date(match: re.Match[str], patterns: _Patterns, today: date) -> date | None:
    day, month, year = _part(match, "d"), _part(match, "m"), _part(match, "y")
    if day is None or month is None or year is None:
        return None
    number = int(month) if month.isdigit() else _month(month, patterns)
    years = _year(year.lstrip("'"), today)
    # The month first, as in America, where nothing else is a date.
    return _date(years, number, int(day)) or (_date(years, int(day), number) if month.isdigit() else None)


def _month(written: str, patterns: _Patterns) -> int:
    return next(
        number
        for number, month in enumerate(patterns.hints.months, 1)
        if month.startswith(written.casefold())
    )


def _year(written: str, today: date) -> int:
    if len(written) == len("1956"):
        return int(written)
    century = today.year // 100 * 100
    return century + int(written) - (100 if century + int(written) > today.year else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MENTION = re.compile(r"<@!?\d{15,20}>")
#: What divides a name from what else stands beside it on Discord.
_BESIDE = re.compile(r"[(\[{|/•·:@]| - ")
_JOINS_A_NAME = re.compile(r"[ '._-]{0,2}")
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n-])[\s\"'“”()\[*_>~-]*$")


def _names(text: str, names: Collection[str], patterns: _Patterns) -> Iterator[_Span]:
    for match in _MENTION.finditer(text):
        yield match.span()
    looked_for = _looked_for(names, patterns)
    dates = [match.span() for match in patterns.date.finditer(text)]
    words = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        if _is_month(word, words[:index], dates, patterns):
            continue
        for name in looked_for.get(word[0].casefold(), ()):
            found = words[index : index + len(name)]
            if _is_name(text, found, name, patterns):
                yield found[0].start(), found[-1].end()


def _is_month(
    word: re.Match[str], before: list[re.Match[str]], dates: list[_Span], patterns: _Patterns
) -> bool:
    """Whether "May" is a month here, and not somebody: in a date, or after "in"."""
    if word[0].casefold() not in patterns.hints.months:
        return False
    after = bool(before) and before[-1][0].casefold() in patterns.hints.before_months
    return after or _within(word.span(), dates)


def _looked_for(names: Collection[str], patterns: _Patterns) -> dict[str, set[tuple[str, ...]]]:
    """Whole names and their parts, each as its words, by the first word."""
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        plain = _plain(name).text
        first = next((part for part in _BESIDE.split(plain) if part.strip()), "")
        proper = [word for word in _words(_LETTERS, first) if word not in patterns.hints.titles][:6]
        runs = (tuple(proper[one:end]) for one, end in combinations(range(len(proper) + 1), 2))
        parts = (run for run in runs if len(run) > 1 or len(run[0]) >= SHORTEST_PART)
        for each in ((*_words(_WORD, plain),), (*_words(_WORD, first),), *parts):
            if sum(map(len, each)) >= len("Jo"):
                wanted.setdefault(each[0], set()).add(each)
    return wanted


def _words(kind: re.Pattern[str], text: str) -> list[str]:
    return [word.casefold() for word in kind.findall(text)]


def _is_name(text: str, found: list[re.Match[str]], name: tuple[str, ...], patterns: _Patterns) -> bool:
    if tuple(word[0].casefold() for word in found) != name:
        return False
    if not all(_JOINS_A_NAME.fullmatch(text, one.end(), other.start()) for one, other in pairwise(found)):
        return False
    if any(word not in patterns.ordinary and len(word) >= SHORTEST_PART for word in name):
        return True
    return any(_has_a_capital_of_its_own(text, word) for word in found)


def _has_a_capital_of_its_own(text: str, word: re.Match[str]) -> bool:
    """Whether a word has a capital letter for another reason than to begin a sentence, or to shout."""
    if not word[0][0].isupper() or (word[0].isupper() and text.isupper()):
        return False
    return not _STARTS_A_SENTENCE.search(text[max(0, word.start() - 20) : word.start()])


def _roles(text: str, patterns: _Patterns) -> Iterator[_Span]:
    for match in patterns.only_one.finditer(text):
        yield match.span()
    for match in patterns.role.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        last = _words(_LETTERS, before)[-1:]
        starts = bool(_STARTS_A_SENTENCE.search(before))
        if match["lay"] is not None and not starts:
            continue
        if starts or not set(last) <= set(patterns.hints.not_as_after):
            yield match.span()


def _places(text: str, patterns: _Patterns) -> Iterator[_Span]:
    yield from (match.span() for match in patterns.postcode.finditer(text))
    # Where everything is in capitals they show no names.
    houses = () if text.isupper() else patterns.house.finditer(text)
    for match in chain(patterns.home.finditer(text), houses):
        if _is_place(match[match.lastgroup or 0], patterns):
            yield match.span()


def _is_place(name: str, patterns: _Patterns) -> bool:
    return not patterns.ordinary.issuperset(_words(_WORD, name))
