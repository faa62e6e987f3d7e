"""What somebody may have meant, from the surest kind of likeness to the least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.glossary.rules.asking import subject
from bot.glossary.rules.found import Found, How
from bot.glossary.rules.hearing import letters_said, sound
from bot.glossary.rules.lexicon import Lexicon, Numbers
from bot.glossary.rules.likeness import Likeness
from bot.glossary.rules.parts import Parts, content
from bot.glossary.rules.spelling import WORD, bare, joined, read

#: Longer texts are no query.
_LONGEST = 200


def look_up(lexicon: Lexicon, likeness: Likeness, parts: Parts, query: str) -> list[Found]:
    """Best first; an exact hit stands alone."""
    short = read(query)[:_LONGEST]
    for asked in (short, subject(short)):
        exact = exactly(lexicon, asked)
        if exact:
            return [Found(lexicon.terms_of(exact), How.EXACT)]
    words = lexicon.words.of(subject(short))
    found = dict(_once(_nearly(lexicon, likeness, parts, words)))
    return [Found(lexicon.terms_of(numbers), how) for numbers, how in found.items()]


def exactly(lexicon: Lexicon, asked: str) -> Numbers:
    """The terms with this name or short form, give or take what does not count."""
    words = lexicon.words.of(asked)
    key = joined(words)
    small = [bare(word) for word in WORD.findall(asked)]
    ways = (key, joined(small), joined(small).removesuffix("s"), letters_said(small))
    for at, way in enumerate(ways):
        if way in lexicon.keys and (at == 0 or way in lexicon.acronyms):
            return lexicon.keys[way]
    return lexicon.heard.get(sound(key), ()) if len(words) > 1 else ()


def _nearly(
    lexicon: Lexicon, likeness: Likeness, parts: Parts, words: list[str]
) -> Iterator[tuple[Numbers, How]]:
    key = joined(words)
    heard = sound(key)
    is_other_word = len(words) == 1 and key in lexicon.read and key not in parts.names_with
    for near in () if is_other_word else likeness.near(key, heard):
        yield lexicon.keys[near.key], How.ALIKE
    if heard in lexicon.heard:
        yield lexicon.heard[heard], How.ALIKE
    for number in (*parts.sharing(words), *_heard_within(lexicon, parts, words)):
        yield (number,), How.PART
    for number in parts.told(words):
        yield (number,), How.TEXT


def _heard_within(lexicon: Lexicon, parts: Parts, words: list[str]) -> Iterator[int]:
    """Terms that some of the words sound like, where the rest stands in their meanings."""
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            numbers = lexicon.heard.get(sound(joined(words[at : at + size])), ())
            rest = content([*words[:at], *words[at + size :]])
            yield from (number for number in numbers if parts.tells(number, rest))


def _once(found: Iterable[tuple[Numbers, How]]) -> Iterator[tuple[Numbers, How]]:
    seen: set[int] = set()
    for numbers, how in found:
        if not seen.issuperset(numbers):
            seen.update(numbers)
            yield numbers, how
