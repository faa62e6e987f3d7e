"""Names of people and places, and what only one person here can say of themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, combinations, pairwise

from bot.questions.rules.second_look.letters import made_plain
from bot.questions.rules.second_look.patterns import Patterns, Span, is_within

#: A part of a name is looked for when it has as many letters as this.
SHORTEST_PART = 3


_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MENTION = re.compile(r"<@!?\d{15,20}>")
#: What divides a name from what else stands beside it on Discord.
_BESIDE = re.compile(r"[(\[{|/•·:@]| - ")
_JOINS_A_NAME = re.compile(r"[ '._-]{0,2}")
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n-])[\s\"'“”()\[*_>~-]*$")


def find_names(text: str, names: Collection[str], patterns: Patterns) -> Iterator[Span]:
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
    word: re.Match[str], before: list[re.Match[str]], dates: list[Span], patterns: Patterns
) -> bool:
    """Whether "May" is a month here, and not somebody: in a date, or after "in"."""
    if word[0].casefold() not in patterns.hints.months:
        return False
    after = bool(before) and before[-1][0].casefold() in patterns.hints.before_months
    return after or is_within(word.span(), dates)


def _looked_for(names: Collection[str], patterns: Patterns) -> dict[str, set[tuple[str, ...]]]:
    """Whole names and their parts, each as its words, by the first word."""
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        plain = made_plain(name).text
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


def _is_name(text: str, found: list[re.Match[str]], name: tuple[str, ...], patterns: Patterns) -> bool:
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


def find_roles(text: str, patterns: Patterns) -> Iterator[Span]:
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


def find_places(text: str, patterns: Patterns) -> Iterator[Span]:
    yield from (match.span() for match in patterns.postcode.finditer(text))
    # Where everything is in capitals they show no names.
    houses = () if text.isupper() else patterns.house.finditer(text)
    for match in chain(patterns.home.finditer(text), houses):
        if _is_place(match[match.lastgroup or 0], patterns):
            yield match.span()


def _is_place(name: str, patterns: Patterns) -> bool:
    return not patterns.ordinary.issuperset(_words(_WORD, name))
