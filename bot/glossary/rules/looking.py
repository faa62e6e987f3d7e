"""What somebody may have meant, from the surest kind of likeness to the least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.glossary.rules.asking import subject
from bot.glossary.rules.everyday import is_known
from bot.glossary.rules.found import Found, How
from bot.glossary.rules.hearing import letters_said, sound
from bot.glossary.rules.lexicon import Lexicon, Numbers
from bot.glossary.rules.likeness import Likeness, Near
from bot.glossary.rules.parts import Parts, content
from bot.glossary.rules.spelling import WORD, bare, joined, read
from bot.glossary.rules.within import Query, longer_in, named_in, nearly_named_in

#: Longer texts are no query.
_LONGEST = 200
#: So many words that are right are not taken for another name.
_FEW = 2
#: An everyday word of so many letters is one with what it begins.
_WHOLE = 6


def look_up(lexicon: Lexicon, likeness: Likeness, parts: Parts, query: str) -> list[Found]:
    """Best first; an exact hit stands alone."""
    short = read(query)[:_LONGEST]
    whole, asked = Query(lexicon, short), Query(lexicon, subject(short))
    core = asked.core()
    # "What does it mean if ..." does not ask for IT.
    is_aside = asked.is_small and not core and bool(whole.core())
    for words in (short,) if is_aside else (short, subject(short)):
        exact = exactly(lexicon, words)
        if exact:
            return [Found(lexicon.terms_of(exact), How.EXACT)]
    if asked.is_short_form or whole.is_short_form:
        return [Found(lexicon.terms_of(numbers), how) for numbers, how in _once(named_in(lexicon, whole))]
    ways = [
        longer_in(lexicon, likeness, whole),
        named_in(lexicon, whole),
        _nearly(lexicon, likeness, parts, asked.plain),
    ]
    # A word that was left alone by the question around it is not taken for a part of a name.
    if len(core) > 1 and core != asked.plain:
        ways.append(_nearly(lexicon, likeness, parts, core))
    found = dict(_once(chain(*ways)))
    found = found or dict(_once(nearly_named_in(lexicon, likeness, whole)))
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
    if _is_right(parts, words):
        near = (each for each in likeness.near(key, heard) if _is_of(each, key, heard, len(words)))
        yield from ((lexicon.keys[each.key], How.ALIKE) for each in near)
    else:
        is_other_word = len(words) == 1 and key in lexicon.read and key not in parts.names_with
        for each in () if is_other_word else likeness.near(key, heard):
            yield lexicon.keys[each.key], How.ALIKE
    if len(words) > 1 or not _is_right(parts, words):
        if heard in lexicon.heard:
            yield lexicon.heard[heard], How.ALIKE
        rest = _of_others(parts, words)
        sharing = (number for number in parts.sharing(words) if not rest or parts.tells(number, rest))
        for number in (*sharing, *_heard_within(lexicon, parts, words)):
            yield (number,), How.PART
    for number in parts.told(words):
        yield (number,), How.TEXT


def _is_right(parts: Parts, words: list[str]) -> bool:
    """Whether one word or two are everyday words, a place, somebody's name: and of no term's name."""
    return len(words) <= _FEW and all(is_known(word) and word not in parts.names_with for word in words)


def _of_others(parts: Parts, words: list[str]) -> list[str]:
    """Of two words, the everyday one that is in no name: a council tax is no council."""
    rest = [word for word in content(words) if is_known(word) and word not in parts.names_with]
    return rest if len(words) == _FEW else []


def _is_of(near: Near, key: str, heard: str, size: int) -> bool:
    """Whether a name has a whole everyday word in it (commission), or is two such words by ear."""
    return near.key.startswith(key) and len(key) >= _WHOLE if size == 1 else sound(near.key) == heard


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
