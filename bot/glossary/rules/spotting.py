"""Where a text names terms: the longest names, and no ordinary word in ordinary use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.glossary.rules.acronyms import could_be_word, is_written
from bot.glossary.rules.found import Spotted
from bot.glossary.rules.lexicon import Lexicon, Name, Numbers
from bot.glossary.rules.meant import Meant, is_plural, stem
from bot.glossary.rules.mending import Mending
from bot.glossary.rules.spelling import WORD, bare, read

#: So many words may be one that was torn apart (stake holders), each of so many letters.
_TORN, _TORN_LETTERS = 3, 3
#: A mistyped name counts from so many letters on: shorter ones are other words too often.
_MISTYPED = 8
#: From so many words on, commas may stand between them (Plan, do, study, act).
_COMMAS_IN = 3
#: An acronym of fewer letters has no plural in small letters: gps.
_PLURAL_LETTERS = 3

_SKIPPED = re.compile(r"https?://\S+|<(?:@[&!]?|#|a?:\w+:|t:)\S*?>|`[^`]*`")
_CLOSE = re.compile(r"[\-‐‑–/*_~]+$")
_APART = re.compile(r"[\s\-‐‑–—/*_~]+$")
_COMMA = re.compile(r"[*_~]*,\s*[*_~]*$")
_BRACKET = re.compile(r"\(([^\W\d_]{1,3})\)")
_POSSESSIVE = re.compile(r"['’]s$")
#: A number before these tells a time: "five minutes".
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_COUNTS = """
    a few couple several many some another two three four five six seven eight nine ten eleven twelve fifteen
    twenty thirty forty fifty sixty ninety extra
"""
_NUMBERS = frozenset(_COUNTS.split())


@dataclass(slots=True)
class _Text:
    """The words of a text: where they are, as seen, plain, and put right."""

    text: str
    spans: list[tuple[int, int]]
    seen: list[str]
    plain: list[str]
    mended: list[str]
    stems: list[str]

    def gap(self, at: int) -> str:
        """What stands behind a word, up to the next."""
        return self.text[self.spans[at][1] : self.spans[at + 1][0]]


class Spotting:
    """Built once of a lexicon; finds in a text what it names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._mending = Mending(lexicon)
        self._meant = Meant()

    def add(self, name: Name) -> None:
        """Take in a name."""
        self._mending.add(name)
        self._meant.add(name, self._lexicon.terms[name.number].name)

    def finish(self) -> None:
        """Put what was taken in into order."""
        self._mending.finish()

    def is_name(self, letters: str) -> bool:
        """Whether some letters, in whatever case, are a name or a short form of a term."""
        is_key = self._lexicon.words.plain(letters) in self._lexicon.keys
        return is_key or bare(letters) in self._lexicon.acronyms

    def find_in(self, text: str) -> list[Spotted]:
        """The terms that a text names, in its order."""
        read_ = self._read(text)
        spotted: list[Spotted] = []
        at = 0
        while at < len(read_.seen):
            found = self._name(read_, at) or self._acronym(read_, at)
            at += 1
            if found:
                spotted.append(found)
                while at < len(read_.seen) and read_.spans[at][0] < found.end:
                    at += 1
        return spotted

    def _read(self, text: str) -> _Text:
        shown = _SKIPPED.sub(lambda match: " " * len(match[0]), text)
        matches = list(WORD.finditer(shown))
        seen = [match[0] for match in matches]
        plain = [self._lexicon.words.plain(word) for word in seen]
        mended = [self._mending.mended(word, was) for word, was in zip(plain, seen, strict=True)]
        spans = [match.span() for match in matches]
        return _Text(text, spans, seen, plain, mended, [stem(word) for word in mended])

    def _name(self, text: _Text, at: int) -> Spotted | None:
        """The longest name that begins with a word of the text."""
        plain, mended, longest = text.plain, text.mended, self._meant.longest
        most = max(longest.get(plain[at], 0), longest.get(mended[at], 0), _TORN)
        key, right = plain[at], mended[at]
        best, size = self._one(text, at), 1
        for end in range(at + 1, min(at + most, len(plain))):
            if not _joins(text.gap(end - 1)):
                break
            key, form, right = key + plain[end], right + text.stems[end], right + mended[end]
            if any(map(self._meant.is_any, (key, right, form))):
                numbers = self._several(text, at, end + 1, (key, right, form))
                best, size = (numbers, end + 1 - at) if numbers else (best, size)
        return self._spotted(text, at, at + size, best) if best else None

    def _several(self, text: _Text, at: int, end: int, keys: tuple[str, str, str]) -> Numbers:
        """The terms that some words name: as they stand, else put right, else in another form."""
        free, whole = self._meant.free, self._meant.whole
        key, right, form = keys
        if key in free:
            is_right = not (key in whole and self._is_badly_torn(text, at, end))
            return free[key] if is_right and self._is_one(text, at, end) else ()
        if key in self._meant.close:
            is_close = all(_CLOSE.match(text.gap(each)) for each in range(at, end - 1))
            return self._meant.close[key] if is_close else ()
        if right in free and len(right) >= _MISTYPED and self._is_one(text, at, end):
            return free[right]
        return free[form] if form in free and form not in whole and self._is_one(text, at, end) else ()

    def _is_one(self, text: _Text, at: int, end: int) -> bool:
        """Whether no comma parts two words."""
        return end - at >= _COMMAS_IN or "," not in text.gap(at)

    def _is_badly_torn(self, text: _Text, at: int, end: int) -> bool:
        is_short = any(len(word) < _TORN_LETTERS for word in text.seen[at:end])
        return is_short and any(text.gap(each).isspace() for each in range(at, end - 1))

    def _one(self, text: _Text, at: int) -> Numbers:
        word, meant = text.plain[at], self._meant
        if word in meant.plural and is_plural(text.seen[at], word):
            is_time = word in _TIMES and _is_counted(text.text, text.spans[at][0])
            return () if is_time else (*meant.plural[word], *meant.free.get(word, ()))
        found = meant.free.get(word) or meant.close.get(word) or ()
        if found:
            return () if word in _TIMES and _is_counted(text.text, text.spans[at][0]) else found
        mended = text.mended[at]
        return meant.free.get(mended, ()) if mended != word and len(mended) >= _MISTYPED else ()

    def _acronym(self, text: _Text, at: int) -> Spotted | None:
        seen, end = text.seen[at], text.spans[at][1]
        numbers = self._short(text, at, seen)
        bracket = _BRACKET.match(text.text, end) if text.text[end : end + 1] == "(" else None
        longer = self._short(text, at, seen + bracket[1]) if bracket else ()
        if bracket and longer:
            both = tuple(dict.fromkeys((*numbers, *longer)))
            return Spotted(text.spans[at][0], bracket.end(), self._lexicon.terms_of(both))
        return self._spotted(text, at, at + 1, numbers) if numbers else None

    def _short(self, text: _Text, at: int, seen: str) -> Numbers:
        """The terms with this short form; in the plural too, as far as that can be told (GPs, not GPS)."""
        small = bare(seen)
        known = self._lexicon.acronyms
        if small not in known and small[:-1] not in known:
            return ()
        letters = _POSSESSIVE.sub("", read(seen)).replace(".", "")
        found = self._written(text, at, letters)
        one = letters[:-1]
        if found or not one or letters[-1] not in "sS":
            return found
        is_capital = one[-1].isupper() and letters[-1] == "s"
        is_plain = len(one) >= _PLURAL_LETTERS and not could_be_word(one.lower())
        return self._written(text, at, one) if is_capital or is_plain else ()

    def _written(self, text: _Text, at: int, letters: str) -> Numbers:
        shorts = self._lexicon.acronyms.get(bare(letters), ())
        if not shorts or "." in text.seen[at]:
            return tuple(number for _, number in shorts)
        is_shouted = self._is_shouted(text.seen, at)
        return tuple(number for short, number in shorts if is_written(short, letters, is_shouted))

    def _is_shouted(self, seen: list[str], at: int) -> bool:
        """Whether a word beside it is in capitals too, though no acronym."""
        return any(self._is_loud(word) for word in (*seen[max(0, at - 1) : at], *seen[at + 1 : at + 2]))

    def _is_loud(self, seen: str) -> bool:
        is_capital = len(seen) > 1 and seen.isupper() and "." not in seen
        return is_capital and bare(seen) not in self._lexicon.acronyms and could_be_word(seen.lower())

    def _spotted(self, text: _Text, at: int, end: int, numbers: Numbers) -> Spotted:
        return Spotted(text.spans[at][0], text.spans[end - 1][1], self._lexicon.terms_of(numbers))


def _joins(gap: str) -> bool:
    """Whether what stands between two words may stand inside a name: no full stop does."""
    return gap in (" ", "-") or bool(_APART.match(gap) or _COMMA.match(gap))


def _is_counted(text: str, start: int) -> bool:
    """Whether a number stands before it, or "a couple of"."""
    before = [word.strip("(“‘'\"").casefold() for word in text[:start].split()[-2:]]
    if before[-1:] == ["of"]:
        before.pop()
    return bool(before) and (before[-1] in _NUMBERS or before[-1][-1:].isdigit())
