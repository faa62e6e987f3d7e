"""Where a text names terms: the longest names, and no ordinary word in ordinary use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.glossary.rules.acronyms import could_be_word, is_written
from bot.glossary.rules.company import Named, meant
from bot.glossary.rules.everyday import Company, company_of, company_of_several
from bot.glossary.rules.found import Spotted
from bot.glossary.rules.lexicon import Lexicon, Name, Numbers
from bot.glossary.rules.meant import BEGIN, Meant, is_plural
from bot.glossary.rules.mending import Mending
from bot.glossary.rules.spelling import WORD, bare, read, stem

#: So many words may be one that was torn apart (stake holders), each of so many letters.
_TORN, _TORN_LETTERS = 3, 3
#: A mistyped name counts from so many letters on: shorter ones are other words too often.
_MISTYPED = 8
#: From so many words on, commas may stand between them (Plan, do, study, act).
_COMMAS_IN = 3
#: A word of a large glossary may stand for thousands of terms: nobody reads more than these.
_MOST_TERMS = 25
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
    """The words of a text: where they are, as seen, plain, put right, without endings.

    `shorts` are the small letters of those that a short form may be, else empty; `joins` tells of each word
    but the last whether a name may go on behind it, `is_one` whether it may be a name by itself.
    """

    text: str
    spans: list[tuple[int, int]]
    seen: list[str]
    plain: list[str]
    mended: list[str]
    stems: list[str]
    shorts: list[str]
    joins: list[bool]
    is_one: list[bool]

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
        if self._mending.is_used:
            self._mending.add(name)
        if not name.is_acronym:
            self._meant.add(name, self._lexicon.terms[name.number].name)

    def finish(self) -> None:
        """Put what was taken in into order."""
        self._mending.finish()
        self._meant.finish()

    def is_name(self, letters: str) -> bool:
        """Whether some letters, in whatever case, are a name or a short form of a term."""
        is_key = self._lexicon.words.plain(letters) in self._lexicon.keys
        return is_key or bare(letters) in self._lexicon.acronyms

    def find_in(self, text: str, *, is_company: bool) -> list[Spotted]:
        """The terms that a text names, in its order; `is_company` as for `company.meant`."""
        read_ = self._read(text)
        named: list[Named] = []
        end = 0
        for at in self._begins(read_):
            found = self._name(read_, at) or self._acronym(read_, at) if read_.spans[at][0] >= end else None
            if found:
                named.append(found)
                end = found.spotted.end
        return meant(read_.text, named, is_company=is_company)

    def _read(self, text: str) -> _Text:
        shown = _SKIPPED.sub(lambda match: " " * len(match[0]), text)
        matches = list(WORD.finditer(shown))
        seen = [match[0] for match in matches]
        # Most words of a text stand in it more than once.
        known = {word: self._read_word(word) for word in set(seen)}
        plain, mended, stems, shorts = ([known[word][at] for word in seen] for at in range(4))
        ones = {word for word in known if self._is_one(*known[word][:2])}
        spans = [match.span() for match in matches]
        joins = [_joins(text[one[1] : other[0]]) for one, other in pairwise(spans)]
        return _Text(text, spans, seen, plain, mended, stems, shorts, joins, [word in ones for word in seen])

    def _begins(self, text: _Text) -> Iterator[int]:
        """The words with which a name may begin: of most, the first letters tell that none does."""
        plain, mended, begins = text.plain, text.mended, self._meant.begins
        # Nothing follows the last word.
        following = zip((*plain[1:], ""), (*mended[1:], ""), (*text.joins, False), strict=False)
        for at, (word, right, joins) in zip(range(len(plain)), following, strict=False):
            begin = (plain[at] + word)[:BEGIN] if joins else ""
            if (
                text.is_one[at]
                or text.shorts[at]
                or (joins and (begin in begins or len(begin) < BEGIN))
                or (joins and (right != word or mended[at] != plain[at]))
            ):
                yield at

    def _read_word(self, seen: str) -> tuple[str, str, str, str]:
        plain = self._lexicon.words.plain(seen)
        mended = self._mending.mended(plain, seen)
        small = bare(seen)
        acronyms = self._lexicon.acronyms
        return plain, mended, stem(mended), small if small in acronyms or small[:-1] in acronyms else ""

    def _name(self, text: _Text, at: int) -> Named | None:
        """The longest name that begins with a word of the text."""
        plain, mended, stems = text.plain, text.mended, text.stems
        free, close, longest = self._meant.free, self._meant.close, self._meant.longest
        most = max(longest.get(plain[at], 0), longest.get(mended[at], 0), _TORN)
        key, right = plain[at], mended[at]
        (best, called), size = self._one(text, at) if text.is_one[at] else ((), ""), 1
        for end in range(at + 1, min(at + most, len(plain))):
            if not text.joins[end - 1]:
                break
            # This is done for each word of a text: the three are hardly ever different, and calls take long.
            key, form, right = key + plain[end], right + stems[end], right + mended[end]
            if key in free or right in free or form in free or key in close or right in close:
                numbers, name = self._several(text, at, end + 1, (key, right, form))
                best, called, size = (numbers, name, end + 1 - at) if numbers else (best, called, size)
        if not best:
            return None
        company = company_of(called, is_capital=False)
        if company is None and size > 1:
            company = company_of_several(plain[at : at + size])
        return Named(self._spotted(text, at, at + size, best), company)

    def _several(self, text: _Text, at: int, end: int, keys: tuple[str, str, str]) -> tuple[Numbers, str]:
        """The terms that some words name, and by which key: as they stand, put right, or in another form."""
        free, whole = self._meant.free, self._meant.whole
        key, right, form = keys
        if key in free:
            is_right = not (key in whole and self._is_badly_torn(text, at, end))
            return (free[key] if is_right and self._is_whole(text, at, end) else ()), key
        if key in self._meant.close:
            is_close = all(_CLOSE.match(text.gap(each)) for each in range(at, end - 1))
            return (self._meant.close[key] if is_close else ()), key
        if right in free and len(right) >= _MISTYPED and self._is_whole(text, at, end):
            return free[right], right
        is_form = form in free and form not in whole and self._is_whole(text, at, end)
        return (free[form] if is_form else ()), form

    def _is_whole(self, text: _Text, at: int, end: int) -> bool:
        """Whether no comma parts two words."""
        return end - at >= _COMMAS_IN or "," not in text.gap(at)

    def _is_badly_torn(self, text: _Text, at: int, end: int) -> bool:
        is_short = any(len(word) < _TORN_LETTERS for word in text.seen[at:end])
        return is_short and any(text.gap(each).isspace() for each in range(at, end - 1))

    def _is_one(self, plain: str, mended: str) -> bool:
        meant = self._meant
        is_name = plain in meant.free or plain in meant.plural or plain in meant.close
        return is_name or (mended != plain and mended in meant.free)

    def _one(self, text: _Text, at: int) -> tuple[Numbers, str]:
        """The terms that a word names, and by which key."""
        word, meant = text.plain[at], self._meant
        is_time = word in _TIMES and _is_counted(text.text, text.spans[at][0])
        if word in meant.plural and is_plural(text.seen[at], word):
            return () if is_time else (*meant.plural[word], *meant.free.get(word, ())), word
        found = meant.free.get(word) or meant.close.get(word) or ()
        if found:
            return () if is_time else found, word
        mended = text.mended[at]
        return meant.free.get(mended, ()) if mended != word and len(mended) >= _MISTYPED else (), mended

    def _acronym(self, text: _Text, at: int) -> Named | None:
        seen, end = text.seen[at], text.spans[at][1]
        if not text.shorts[at]:
            return None
        numbers = self._short(text, at, seen)
        bracket = _BRACKET.match(text.text, end) if text.text[end : end + 1] == "(" else None
        longer = self._short(text, at, seen + bracket[1]) if bracket else ()
        if bracket and longer:
            both = tuple(dict.fromkeys((*numbers, *longer)))
            return Named(self._marked(text.spans[at][0], bracket.end(), both), None)
        if not numbers:
            return None
        return Named(self._spotted(text, at, at + 1, numbers), self._company_of_capitals(seen))

    def _company_of_capitals(self, seen: str) -> Company | None:
        """Whoever writes dots, or the very mixture of letters, shows what is meant."""
        letters = _POSSESSIVE.sub("", seen).removesuffix("s")
        if "." in seen or not (letters.isupper() or letters.islower()):
            return None
        small = bare(seen)
        key = small if small in self._lexicon.acronyms else small[:-1]
        return company_of(key, is_capital=True)

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
        shorts = self._lexicon.acronyms.get(bare(letters), ())[:_MOST_TERMS]
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
        return self._marked(text.spans[at][0], text.spans[end - 1][1], numbers)

    def _marked(self, start: int, end: int, numbers: Numbers) -> Spotted:
        return Spotted(start, end, self._lexicon.terms_of(numbers[:_MOST_TERMS]))


def _joins(gap: str) -> bool:
    """Whether what stands between two words may stand inside a name: no full stop does."""
    return gap in (" ", "-") or bool(_APART.match(gap) or _COMMA.match(gap))


def _is_counted(text: str, start: int) -> bool:
    """Whether a number stands before it, or "a couple of"."""
    before = [word.strip("(“‘'\"").casefold() for word in text[:start].split()[-2:]]
    if before[-1:] == ["of"]:
        before.pop()
    return bool(before) and (before[-1] in _NUMBERS or before[-1][-1:].isdigit())
