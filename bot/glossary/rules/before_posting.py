"""What in a facilitator's text will be hard for its readers, and what can be done about it by one press.

A first sieve, for the writer alone. The bounds are those of `bot.plain.rules`. What stands in brackets counts
towards no sentence: it explains, and is what is suggested here. Offsets are in characters of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.glossary.rules.index import Index, Spotted
from bot.glossary.rules.naming import at_its_place, gist, short_in
from bot.glossary.rules.term import Term
from bot.plain.rules import LONGEST_SENTENCE, Fault, Known, is_explained, look, sentences, words

#: Discord's limit for a box in a form, and for all the text of a message.
LONGEST = 4_000
#: Letters that everybody in the United Kingdom reads as words.
EVERYDAY = frozenset({"NHS", "GP", "UK", "EU", "USA", "OK", "AM", "PM", "TV", "BBC", "PDF", "PIN"})
#: So many words in brackets behind a term are taken to explain it.
_AN_EXPLANATION = 3
#: What is no text to read, or would break if something were put into it.
_NOT_READ = re.compile(
    r"```.*?```|``[^`]*``|`[^`\n]*`|\]\([^()\s]*\)|(?:https?://|\bwww\.)\S+|<[^<>\s]+>"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/\S*",
    re.S,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_ARTICLE, _LONGEST_ARTICLE = re.compile(r"(?<![\w’'.-])([Aa]n?) \Z"), 4
_VOWEL = re.compile(r"(?!eu|uni|use|usu|uti|one)[aeiou]|hour|honest|honor|heir", re.I)
_BEHIND = re.compile(rf"[*_~|]*[ \t]?{_BRACKET.pattern}")


class Way(StrEnum):
    """How a text is made plainer."""

    MEANING = "meaning"
    IN_FULL = "in-full"


@dataclass(frozen=True, slots=True)
class Offer:
    """`text[start:end]` becomes `new`, because of a term that is written so."""

    way: Way
    start: int
    end: int
    new: str
    written: str
    term: Term


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a text.

    `sentences` are the long ones, without markup; `long_words` and `acronyms` are there if something should
    be done about them, each once. `age` is a rough reading age in years, None of a text that is too short.
    `terms` are all that it names, `explained` those whose first use says already what they mean. `offers`
    are in the order of the text; so many more as `no_room` says would make it longer than it may be.
    """

    text: str
    sentences: tuple[str, ...]
    long_words: tuple[str, ...]
    acronyms: tuple[str, ...]
    age: int | None
    terms: tuple[Term, ...]
    explained: tuple[Term, ...]
    offers: tuple[Offer, ...]
    no_room: int

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to be done."""
        return not (self.sentences or self.long_words or self.acronyms or self.offers or self.no_room)

    @property
    def hard(self) -> tuple[str, ...]:
        """The words that may be hard, as written, each once: what nothing explains, then long ones."""
        unexplained = (*(offer.written for offer in self.offers), *self.acronyms, *self.long_words)
        return tuple({word.casefold(): word for word in reversed(unexplained)}.values())[::-1]


def check(text: str, index: Index, most: int = LONGEST, *, is_for_meeting: bool = True) -> Checked:
    """Look at a text, Discord's markup and all; it may become `most` characters long.

    `is_for_meeting`: everyday words that name terms are meant so in it, unless something speaks against it.
    Raises nothing; an empty text is plain.
    """
    uses = _uses(text, index, is_company=is_for_meeting)
    terms = tuple({term.id: term for use in uses for term in use.terms}.values())
    offers = sorted(_offers(text, uses), key=lambda offer: (offer.start, offer.way is Way.MEANING))
    fitting = tuple(offer for offer in offers if _length(take(text, offer)) <= most)
    excused = {word.lower() for use in uses for word in words(text[use.start : use.end])}
    report = look(text, Known(frozenset(excused)))
    hard = [each.found for each in report.findings if each.fault is Fault.LONG_WORDS]
    return Checked(
        text=text,
        sentences=tuple(each for each in sentences(text) if _is_long(each)),
        long_words=tuple(hard[0].split(", ")) if hard else (),
        acronyms=tuple(_unknown(text, index)),
        age=report.age,
        terms=terms,
        explained=tuple(_explained(text, uses)),
        offers=fitting,
        no_room=len(offers) - len(fitting),
    )


def take(text: str, offer: Offer) -> str:
    """The text with one offer taken, which was made for this very text."""
    return text[: offer.start] + offer.new + text[offer.end :]


def _length(text: str) -> int:
    """As a client counts, in UTF-16: never less than `len`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_long(sentence: str) -> bool:
    return len(words(_BRACKET.sub(" ", sentence))) > LONGEST_SENTENCE


def _unknown(text: str, index: Index) -> Iterator[str]:
    found = index.unknown_acronyms(_readable(text))
    yield from (each for each in found if each not in EVERYDAY and not is_explained(each, text))


def _readable(text: str) -> str:
    """The text, as long as before, with one odd word in the place of each piece that is not to be read."""
    return _NOT_READ.sub(lambda piece: " " + "0" * (len(piece[0]) - 2) + " ", text)


# Where terms are used


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where terms are named: several if nothing tells which is meant."""

    start: int
    end: int
    terms: tuple[Term, ...]
    in_brackets: bool

    def about(self, term: Term) -> bool:
        return any(each.id == term.id for each in self.terms)


def _uses(text: str, index: Index, *, is_company: bool) -> list[_Use]:
    readable = _readable(text)
    found = index.find_in(readable, is_company=is_company)
    spotted = [each for each in found if text[each.start : each.end] not in EVERYDAY]
    inside = [bracket.span() for bracket in _BRACKET.finditer(readable)]
    # What the text also calls by a name of its own is what is meant.
    sure = {each.terms[0].id for each in spotted if len(each.terms) == 1}
    return [
        _Use(
            each.start,
            each.end,
            _meant(each, sure),
            any(begin < each.start and each.end < end for begin, end in inside),
        )
        for each in spotted
    ]


def _meant(spotted: Spotted, sure: set[str]) -> tuple[Term, ...]:
    return tuple(term for term in spotted.terms if term.id in sure) or spotted.terms


def _first_uses(uses: Sequence[_Use]) -> Iterator[_Use]:
    """Where terms are named for the first time outside brackets."""
    seen: set[str] = set()
    for use in uses:
        if use.in_brackets:
            continue
        ids = {term.id for term in use.terms}
        if not ids & seen:
            yield use
        seen |= ids


def _explained(text: str, uses: Sequence[_Use]) -> Iterator[Term]:
    for use in _first_uses(uses):
        if _says_meaning(text, use):
            yield use.terms[0]


# What can be done


def _offers(text: str, uses: Sequence[_Use]) -> Iterator[Offer]:
    for use in _first_uses(uses):
        if not _says_meaning(text, use):
            yield from _meanings(text, use, uses)
    for use in _first_shorts(text, uses):
        yield from _in_full(text, use)


def _meanings(text: str, use: _Use, uses: Sequence[_Use]) -> Iterator[Offer]:
    """The plain meaning in brackets behind it; or in the bracket there is, if that only says it otherwise."""
    other = _other_name(text, use, uses)
    at = use.end if other is None else other.end
    for term in use.terms:
        said = gist(term)
        if said:
            new = f" ({said})" if other is None else f": {said}"
            yield Offer(Way.MEANING, at, at, new, text[use.start : use.end], term)


def _in_full(text: str, use: _Use) -> Iterator[Offer]:
    written = text[use.start : use.end]
    for term in use.terms:
        full = at_its_place(term, written, text[: use.start])
        if full:
            article = _ARTICLE.search(text, max(0, use.start - _LONGEST_ARTICLE), use.start)
            start = article.start(1) if article else use.start
            new = f"{_article(article, full)}{full} ({written})"
            yield Offer(Way.IN_FULL, start, use.end, new, written, term)


def _article(found: re.Match[str] | None, full: str) -> str:
    """What stands before letters as they are said, as it has to be before the words: "an RCT", "a trial"."""
    if found is None:
        return ""
    return f"{found[1][0]}{'n' if _VOWEL.match(full) else ''} "


def _first_shorts(text: str, uses: Sequence[_Use]) -> Iterator[_Use]:
    """Where a short form stands for the first time, and nothing says what it is short for."""
    seen: set[tuple[str, str]] = set()
    for use in uses:
        written = text[use.start : use.end]
        shorts = {(term.id, short) for term in use.terms if (short := short_in(written, term))}
        if not shorts:
            continue
        is_new = not shorts & seen and not use.in_brackets
        if is_new and _other_name(text, use, uses) is None and not _says_meaning(text, use):
            yield use
        seen |= shorts


def _other_name(text: str, use: _Use, uses: Sequence[_Use]) -> _Use | None:
    """What stands in brackets behind a use, where that is another name of the same term and no more."""
    behind = _BEHIND.match(text, use.end)
    if behind is None:
        return None
    found = (each for each in uses if (each.start, each.end) == behind.span(1))
    return next((each for each in found if any(use.about(term) for term in each.terms)), None)


def _says_meaning(text: str, use: _Use) -> bool:
    """Whether what stands in brackets behind it explains it: other words, or ours."""
    behind = _BEHIND.match(text, use.end)
    if behind is None:
        return False
    words_ = behind[1]
    if any((said := gist(term)) and words_.endswith(said) for term in use.terms):
        return True
    is_name = any(_is_name(words_, term) for term in use.terms)
    return not is_name and len(words_.split()) >= _AN_EXPLANATION


def _is_name(words_: str, term: Term) -> bool:
    names = (term.name, *term.shorts, *term.also)
    return words_.strip().casefold() in {name.casefold() for name in names}
