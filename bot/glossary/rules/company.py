"""Which of the everyday words that name terms are meant so in a text: those in the right company."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.glossary.rules.everyday import NAME, Company
from bot.glossary.rules.found import Spotted

_ENDS = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, and the company that it needs to be meant so; None: it is no everyday word."""

    spotted: Spotted
    company: Company | None


def meant(text: str, named: Sequence[Named], *, is_company: bool = False) -> list[Spotted]:
    """Those of the terms that are meant: what is no everyday word, and what stands in its company.

    One that is meant is company for every other in the text, unless its sentence speaks against it.
    `is_company`: the text itself is company, as one for a meeting is.
    """
    if all(each.company is None for each in named):
        return [each.spotted for each in named]
    ends = [match.end() for match in _ENDS.finditer(text)]
    said = [(each, each.company, _sentence(text, each.spotted, ends)) for each in named]
    left = [one for one in said if one[1] is None or not one[1].speaks_against(one[2])]
    if is_company:
        return [each.spotted for each, *_ in left]
    if not any(company is None for _, company, _ in left):
        left = [one for one in left if one[1] is not None and not one[1].is_of_home(one[2])]
    is_jargon = any(
        company is None or not company.is_needed or company.speaks_for(sentence)
        for _, company, sentence in left
    )
    return [each.spotted for each, *_ in left] if is_jargon else []


def _sentence(text: str, spotted: Spotted, ends: Sequence[int]) -> str:
    """The sentence around a name, in small letters, with `NAME` in its place."""
    at = bisect_right(ends, spotted.start)
    start = ends[at - 1] if at else 0
    end = ends[at] if at < len(ends) else len(text)
    around = text[start : spotted.start], text[spotted.end : end]
    return NAME.join(part.casefold().replace("\u2019", "'").replace(NAME, " ") for part in around)
