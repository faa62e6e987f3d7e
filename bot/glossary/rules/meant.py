"""Which names of terms mean them in running text, and which are ordinary words there."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.glossary.rules.acronyms import is_acronym
from bot.glossary.rules.lexicon import Kind, Name, Numbers, put
from bot.glossary.rules.parts import content
from bot.glossary.rules.spelling import FORMS, bare, same_start, stem

#: Words of a name, at most.
_LONGEST = 8
#: So many first letters tell most words that begin no name.
BEGIN = 5
#: Another name of one word is taken for the term only if it is its name, clipped to half at most (rehab) and
#: of so many letters, or shares so many first ones with it (physiotherapy, physiotherapist).
_CLIPPED, _FAMILY = 5, 8


@dataclass(slots=True)
class Meant:
    """Keys that stand for terms in a text: always; only in the plural; only without a space.

    `longest` tells how many words names that begin with a word have, at most; `whole` are names that are
    never written as several words; `begins` has the first letters of all keys.
    """

    free: dict[str, Numbers] = field(default_factory=dict)
    plural: dict[str, Numbers] = field(default_factory=dict)
    close: dict[str, Numbers] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    begins: frozenset[str] = frozenset()

    def add(self, name: Name, called: str) -> None:
        """Take in a name of the term that is called so; it is no acronym: of these the case counts."""
        number, kind, _, words, key, _ = name
        size = len(words)
        if size > _LONGEST:
            return
        table = self._of_other(name, called) if kind == Kind.OTHER else self._of_own(name)
        if table is None:
            return
        if size == 1:
            if key not in table:
                self.whole.add(key)
            put(table, key, number)
            return
        put(table, key, number)
        self.whole.discard(key)
        first, last = words[0], words[-1]
        if size > self.longest.get(first, 0):
            self.longest[first] = size
        if last.endswith(FORMS):
            put(self.free, key[: -len(last)] + stem(last), number)

    def finish(self) -> None:
        """Note how the names that were taken in begin."""
        self.begins = frozenset(key[:BEGIN] for table in (self.free, self.close) for key in table)

    def _of_own(self, name: Name) -> dict[str, Numbers]:
        """Minutes of a meeting are no minute; but an orthopaedic surgeon is of orthopaedics."""
        return self.plural if len(name.words) == 1 and is_plural(name.written, name.key) else self.free

    def _of_other(self, name: Name, called: str) -> dict[str, Numbers] | None:
        """Another name may be an ordinary word, as "valid" is of validity: then it is no sign of the term."""
        if len(name.words) == 1:
            is_alike = " " not in called and _is_of_family(name.key, bare(called).replace("-", ""))
            return self.free if is_alike else None
        if not name.written.islower() and _is_of_both(name.written, called):
            return None
        if len(content(name.words)) > 1:
            return self.free
        return self.close if "-" in name.written else None


def _is_of_both(other: str, called: str) -> bool:
    """Whether a name is the term's and an acronym beside it, which may be a term as well: NICE guideline."""
    return called.casefold() in other.casefold() and any(map(is_acronym, other.split()))


def is_plural(seen: str, plain: str) -> bool:
    """Whether a word stands in the plural; statistics and the like do not."""
    small = bare(seen)
    return small.endswith("s") and not small.endswith(("ss", "ics", "sis", "us")) and small != plain


def _is_of_family(other: str, called: str) -> bool:
    if called.startswith(other) and len(other) >= _CLIPPED and 2 * len(other) <= len(called):
        return True
    return same_start(other, called) >= _FAMILY
