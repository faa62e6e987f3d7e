"""What is found, the more certain first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.questions.rules.second_look.dates import find_birth_dates
from bot.questions.rules.second_look.letters import Plain, made_plain, plain_character
from bot.questions.rules.second_look.names import find_names, find_places, find_roles
from bot.questions.rules.second_look.numbers import EMAIL, find_nhs_numbers, find_phones
from bot.questions.rules.second_look.patterns import Hints, is_within, patterns_of


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


def look(text: str, names: Collection[str], hints: Hints, today: date) -> tuple[Finding, ...]:
    """What `text` holds of somebody's details, or gives away of its writer, in order of appearance.

    `names` are the names that Discord shows here. Findings do not overlap: the more certain kind stays,
    and of one kind the longer. Invisible characters and odd spaces, digits and letters hide nothing.
    """
    plain = made_plain(text)
    patterns = patterns_of(hints)
    numbers = list(find_phones(plain.text))
    spans: list[tuple[Kind, int, int]] = [(Kind.PHONE, *span) for span in numbers]
    spans += ((Kind.EMAIL, *match.span()) for match in EMAIL.finditer(plain.text))
    spans += (
        (Kind.NHS_NUMBER, *span) for span in find_nhs_numbers(plain.text) if not is_within(span, numbers)
    )
    spans += ((Kind.BIRTH_DATE, *span) for span in find_birth_dates(plain.text, patterns, today))
    spans += ((Kind.NAME, *span) for span in find_names(plain.text, names, patterns))
    spans += ((Kind.GIVES_AWAY_ROLE, *span) for span in find_roles(plain.text, patterns))
    spans += ((Kind.JOB, *match.span()) for match in patterns.job.finditer(plain.text))
    spans += ((Kind.PLACE, *span) for span in find_places(plain.text, patterns))
    return _apart([_finding(text, plain, *span) for span in spans])


def _finding(text: str, plain: Plain, kind: Kind, start: int, end: int) -> Finding:
    first, last = plain.origin[start], plain.origin[end - 1] + 1
    # An accent may stand behind its letter, as a character of its own, with invisible ones between.
    while last < len(text) and not plain_character(text[last]):
        last += 1
    return Finding(kind, text[first:last], first)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    certainty = list(Kind)
    kept: list[Finding] = []
    for each in sorted(findings, key=lambda it: (certainty.index(it.kind), -len(it.found), it.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda it: it.start))
