"""What has to stand beside an everyday word for it to be a term, and what must not.

A row: `names > the words beside which it is the term < the words beside which it is not`. A row without ">"
is of names that are the term wherever nothing speaks against it. `~` is the name itself, `_` a space, `*` any
ending, `@` a group of words; the rest is a regular expression, and a plural `s` may follow each word. What
stands further in than the row before goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, pairwise

from bot.glossary.rules.everyday import capitals, care, home, involvement, meetings, research
from bot.glossary.rules.everyday.common import COMMON
from bot.glossary.rules.parts import LITTLE
from bot.glossary.rules.spelling import joined, plain_word, stem, words

_GROUPS = {
    "@all": "@work @care @research @meeting @change @system",
    "@care": """
        patient* clinic* hospital* nhs nurse* nursing treatment* consultant* symptom* illness*
        arthriti* physio* rheumatolog* surgeon* ward health healthcare diagnos* disease* therap* gp
        doctor*
    """,
    "@research": """
        study studies research* trial* participant* author* journal* finding* analys* qualitative
        quantitative statistic* questionnaire* recruit* university_of scientist* respondent*
        reviewers
    """,
    "@meeting": """
        meeting* committee* the_board panel steering agenda* minutes apologies chair secretary
        quorum working_group item
    """,
    "@change": """
        improvement* implement* programme* evaluat* intervention* staff clinician* new_service
        the_service services across_the_region practices frontline
    """,
    "@work": """
        project* team* workshop* session* group* work* slide* report* policy policies guidance colleague*
        carer* public community communities member* practice* facilitator* plan* training network* manager*
        funding funder* barrier* enabler* stakeholder* service* clinician* scan* operation appointment*
        referral* knowledge evidence role_of_(?:the_|a_)?~ what_(?:is|does|do|are)_(?:a_|an_|the_)?~
    """,
    "@system": """
        nhs hospital* commission* patient* healthcare health clinic* social_care gp services
        surgeries
    """,
}
_INDENT = "    "
#: A short form of so many letters stands for something else as well, somewhere.
_FEW_LETTERS = 3
_SAID = re.compile(r"\w+")
_SPACE = r"""[\s,'’"“”‘\-–]+"""
#: Stands for the name in the sentence that is looked at.
NAME = "~"


#: At the end of a row: words of home may well stand beside these names.
_AT_HOME_TOO = "!home"
#: Whoever speaks of home and of these speaks of how it is with care.
_OF_CARE = "patient* clinic* nhs research* participant* hospital*"
#: Of several everyday words, these show too that they are meant as one name.
_OF_WORK = f"{_OF_CARE} meet meets @care @meeting @change @system @research"
#: Short forms are something else behind a title, on television, and behind a time, whose zone they are.
_NOT_SHORT = (
    r"mrs?_(?:\w+_){1,2}~ watch(?:ed|es|ing)?_(?:\w+_)?~ "
    r"(?:\d+_?[ap]m|\d+[:.]\d\d|noon|midnight)_~(?!_(?:meeting|call|slot|clinic|is|was|starts|will))"
)


#: Whoever says these speaks to somebody, of somebody, and of no work.
_CHAT = (
    r"quite_the_~ "
    r"(?:such|quite|what|you_(?:\w+_)?little|(?:bit|kind|sort)_of)_an?_(?:\w+_)?~(?!_(?:for|to|of|in|on|at)) "
    r"(?:you|he|she|they)(?:'re|'s|_are|_is)_(?:\w+_){0,2}an?_(?:\w+_)?~(?!_(?:for|to|of|in|on|at)) "
    r"you_(?:absolute_|total_|little_|utter_|big_|old_)?~(?=[!.,]|$)"
)


@dataclass(frozen=True, slots=True)
class Company:
    """In which sentences an everyday word is the term; `NAME` stands for it in them, in small letters.

    `is_needed`: something has to speak for it.
    """

    beside: str
    unless: str
    is_needed: bool
    is_at_home_too: bool = False
    of_care: str = _OF_CARE
    is_short: bool = False
    is_chatted: bool = False

    def speaks_for(self, sentence: str) -> bool:
        """Whether the words beside it show that the term is meant."""
        return bool(self.beside) and bool(_pattern(self.beside).search(sentence))

    def speaks_against(self, sentence: str) -> bool:
        """Whether the words beside it show that it is not."""
        said = bool(self.unless) and bool(_pattern(self.unless).search(sentence))
        return said or (self.is_chatted and bool(_pattern(_CHAT).search(sentence)))

    def is_of_home(self, sentence: str) -> bool:
        """Whether the sentence is about something else altogether."""
        if self.is_at_home_too or not _is_home(sentence) or _pattern(self.of_care).search(sentence):
            return False
        return not (self.is_short and self.speaks_for(sentence))


_ORDINARY = Company("", "", is_needed=True, is_chatted=True)
_COMPOUND = Company("", "", is_needed=False, of_care=_OF_WORK)
_SHORT = Company("", _NOT_SHORT, is_needed=False, of_care=_OF_WORK, is_short=True)


def company_of(key: str, *, is_capital: bool) -> Company | None:
    """What a name needs, by its key; None for one that is a term wherever it stands."""
    found = _rows(is_capital).get(key)
    if is_capital:
        return found or (_SHORT if len(key) <= _FEW_LETTERS else None)
    return found or (_ORDINARY if key in _common() else None)


def company_of_several(words_: Sequence[str]) -> Company | None:
    """What a name of several plain words needs, which has no row: None unless all are everyday words.

    Such words as health and care in it show what it is about.
    """
    is_of_care = _pattern(f"{_OF_CARE} @care").search(" ".join(words_))
    return _COMPOUND if all(map(_is_everyday, words_)) and not is_of_care else None


def _is_everyday(word: str) -> bool:
    return word in _common() or word in LITTLE or word in _rows(False)


def _is_home(sentence: str) -> bool:
    """Whether a word of home stands in it, or two of one: looked up, as they are too many for a pattern."""
    said = _SAID.findall(sentence)
    known = _home()
    return any(
        each in known or each.removesuffix("s") in known or each.removesuffix("es") in known
        for each in chain(said, map(" ".join, pairwise(said)))
    )


@cache
def _home() -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in home.WORDS.split())


@cache
def _rows(is_capital: bool) -> dict[str, Company]:
    parts = (capitals,) if is_capital else (meetings, involvement, care, research)
    return dict(entry for part in parts for row in _joined(part.ROWS) for entry in _read(row, is_capital))


@cache
def _common() -> frozenset[str]:
    return frozenset(map(plain_word, COMMON.split()))


def _joined(rows: str) -> list[str]:
    whole = rows.replace(f"|\n{_INDENT}{_INDENT}", "|").replace(f"\n{_INDENT}{_INDENT}", " ")
    return whole.strip().splitlines()


def _read(row: str, is_capital: bool) -> Iterator[tuple[str, Company]]:
    rest, _, unless = row.rstrip().partition("<")
    names, needs, beside = rest.partition(">")
    against = unless.removesuffix(_AT_HOME_TOO)
    company = Company(beside.strip(), against.strip(), bool(needs), against != unless)
    short = replace(company, unless=f"{against} {_NOT_SHORT}".strip(), is_short=True)
    for name in names.split(","):
        if is_capital:
            yield name.strip().lower(), short
            continue
        of = words(name)
        one = company if company.is_at_home_too else replace(company, is_chatted=True)
        its = replace(company, of_care=_OF_WORK) if len(of) > 1 else one
        yield joined(of), its
        yield joined([*of[:-1], stem(of[-1])]), its


@cache
def _pattern(row: str) -> re.Pattern[str]:
    """Made when it is first needed: nobody should wait for all of them at the start."""
    for name, group in _GROUPS.items():
        row = row.replace(name, group)
    spaced = (word.replace("_", _SPACE).replace("*", r"\w*") for word in row.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})s?(?!\w)")
