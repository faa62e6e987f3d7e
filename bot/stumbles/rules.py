"""Which look-ups count, who is counted once, and what is told of them when a quarter is over."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.disclosure.rules import Band, band
from bot.glossary.rules.acronyms import could_be_word
from bot.glossary.rules.index import How, Index
from bot.glossary.rules.pages import as_sent
from bot.glossary.rules.term import Term

#: More in one day is no look-up of somebody who wants to know: so much is kept in memory of one account.
MOST_A_DAY = 50
#: More tokens than this a community has at no time: what comes later in the quarter is not counted.
MOST_TOKENS = 4_000
#: How long a word may be that the glossary does not have, in characters and in words.
LONGEST_WORD, _MOST_WORDS = 40, 4
#: Letters that are no everyday word, so few of them, are shown as capitals.
_LONGEST_ACRONYM = 6
#: How long each list of words may be in a message, in characters: the six of them fit.
ROOM = 480
#: What is told stays to be read for a year.
KEPT_QUARTERS = 4
_MONTHS, _QUARTERS = 3, 4
_PART = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_DOTTED = re.compile(r"(?:[^\W_]\.){2,}[^\W_]?")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A calendar quarter; `number` is 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        """As it is kept: 2026-4."""
        return f"{self.year}-{self.number}"

    def ends(self, zone: str) -> datetime:
        """When the next one begins in a zone (an IANA name), in UTC."""
        after = self.moved(1)
        first = datetime(after.year, (after.number - 1) * _MONTHS + 1, 1, tzinfo=ZoneInfo(zone))
        return first.astimezone(UTC)

    def moved(self, by: int) -> Quarter:
        """So many quarters later; earlier, if it is below 0."""
        years, number = divmod(self.number - 1 + by, _QUARTERS)
        return Quarter(self.year + years, number + 1)


def quarter_of(day: date) -> Quarter:
    """The quarter that a day is in."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def quarter_at(moment: datetime, zone: str) -> Quarter:
    """The quarter that it is then in a zone (an IANA name)."""
    return quarter_of(moment.astimezone(ZoneInfo(zone)).date())


def read_quarter(kept: str) -> Quarter:
    """A quarter as it is kept."""
    year, _, number = kept.partition("-")
    return Quarter(int(year), int(number))


class Kind(StrEnum):
    """What was looked up."""

    #: A term, by its id.
    TERM = "t"
    #: A word that is there, and has several meanings.
    SEVERAL = "s"
    #: A word that is not there.
    UNKNOWN = "u"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What somebody stumbled over."""

    kind: Kind
    text: str

    def __str__(self) -> str:
        """As it is kept, and as the purpose of a token names it."""
        return f"{self.kind}{self.text}"


def read_subject(kept: str) -> Subject:
    """A subject as it is kept."""
    return Subject(Kind(kept[0]), kept[1:])


def subject_of(index: Index, by_id: Mapping[str, Term], word: str) -> Subject | None:
    """What somebody who types this stumbled over; None for what is not counted.

    A word with several meanings counts as this word: which of them she meant is not known. One that is not
    there counts only where it looks like a term: what else people type may be about a person.
    """
    if word in by_id:
        return Subject(Kind.TERM, word)
    found = index.look_up(word)
    plain = shaped(word)
    if not found:
        return None if plain is None else Subject(Kind.UNKNOWN, plain)
    best = found[0]
    if len(best.terms) == 1:
        return Subject(Kind.TERM, best.terms[0].id)
    return Subject(Kind.SEVERAL, plain) if best.how is How.EXACT and plain is not None else None


def shaped(word: str) -> str | None:
    """A word as it is kept, in small letters and without dots; None for what does not look like a term."""
    parts = word.split()
    if not 0 < len(parts) <= _MOST_WORDS or len(word) > LONGEST_WORD:
        return None
    plain = [part.replace(".", "") if _DOTTED.fullmatch(part) else part for part in parts]
    if not all(_PART.fullmatch(part) for part in plain) or not any(c.isalpha() for c in word):
        return None
    # Long figures are no term: a phone number, a date of birth.
    if any(sum(c.isdigit() for c in part) > len("99") for part in plain):
        return None
    small = " ".join(plain).replace("’", "'").casefold()
    return small if 1 < len(small) <= LONGEST_WORD else None


def shown(word: str) -> str:
    """A kept word as it is read: letters that are no word stand in capitals."""
    is_short = " " not in word and len(word) <= _LONGEST_ACRONYM
    return word.upper() if is_short and not could_be_word(word) else word


@dataclass(frozen=True, slots=True)
class Looker:
    """Whoever looks a word up: her account, and the roles that she had then (none in the bot's chat)."""

    account: int
    roles: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Stumble:
    """Somebody looked a word up, or asked for it without her name; in memory only, until it is written."""

    by: Looker
    subject: Subject
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A quarter that runs: the salt of its tokens, and the number of the key that makes them."""

    quarter: Quarter
    salt: bytes
    key: int


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody, who cannot be told without key and salt, stumbled over this."""

    subject: Subject
    handle: bytes


class Group(StrEnum):
    """Under which heading a word is told."""

    LOOKED = "looked"
    ASKED = "asked"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that may be told."""

    group: Group
    band: Band
    word: str


@dataclass(frozen=True, slots=True)
class Published:
    """What was told of a quarter; `key` is that of the message, and its buttons carry it."""

    quarter: Quarter
    key: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of a community: what is counted, and what still has to be handed over.

    `asked` counts, day by day, how many different people asked for a word: no token shows who.
    """

    running: Running | None = None
    tokens: frozenset[Token] = frozenset()
    asked: Mapping[Subject, int] = field(default_factory=dict)
    out: tuple[Published, ...] = ()


#: Makes somebody's token for a subject.
Handle = Callable[[Subject, int], bytes]
#: Under which heading a subject is told and as which word; None for what is not there any more.
Name = Callable[[Subject], tuple[Group, str] | None]


def gathered(kept: Kept, stumbles: Iterable[Stumble], counted: Collection[int], handle: Handle) -> Kept:
    """With what these accounts stumbled over; everybody else's is dropped.

    Asking leaves no token: by one, a question that is closed and read would lead to its asker all quarter.
    """
    theirs = [each for each in stumbles if each.by.account in counted]
    tokens = set(kept.tokens)
    for each in theirs:
        if not each.asked and len(tokens) < MOST_TOKENS:
            tokens.add(Token(each.subject, handle(each.subject, each.by.account)))
    asked = dict(kept.asked)
    for subject, _ in {(each.subject, each.by.account) for each in theirs if each.asked}:
        if subject in asked or len(asked) < MOST_TOKENS:
            asked[subject] = asked.get(subject, 0) + 1
    return replace(kept, tokens=frozenset(tokens), asked=asked)


def without(kept: Kept, account: int, handle: Handle) -> Kept:
    """Without the tokens of an account."""
    own = {each: handle(each, account) for each in {token.subject for token in kept.tokens}}
    return replace(kept, tokens=frozenset(t for t in kept.tokens if own[t.subject] != t.handle))


def of_account(kept: Kept, account: int, handle: Handle) -> set[Subject]:
    """What an account stumbled over."""
    return {t.subject for t in kept.tokens if t.handle == handle(t.subject, account)}


def told(kept: Kept, name: Name, group_of: int) -> tuple[Entry, ...]:
    """The words that enough different people stumbled over, by heading, by band, in the alphabet's order.

    `group_of`: how many people are counted. A word that as many looked up is left out: it would tell of each
    of them that she did. Of who asked for a word there is no token: one person may have asked on five days.
    So it is told as asked for no more often than different people looked it up.
    """
    people: dict[Subject, int] = {}
    for token in kept.tokens:
        people[token.subject] = people.get(token.subject, 0) + 1
    best: dict[tuple[Group, str], Band] = {}
    for subject, number in people.items():
        named = name(subject)
        if named is None or number >= group_of:
            continue
        group, word = named
        for heading, how_many in ((group, number), (Group.ASKED, min(number, kept.asked.get(subject, 0)))):
            found = band(how_many)
            if found is not None and best.get((heading, word)) is not Band.MANY:
                best[heading, word] = found
    entries = (Entry(group, how_many, word) for (group, word), how_many in best.items())
    return tuple(sorted(entries, key=_in_order))


def _in_order(entry: Entry) -> tuple[int, int, str, str]:
    groups, bands = list(Group), list(Band)
    return groups.index(entry.group), bands.index(entry.band), entry.word.casefold(), entry.word


def fitting(words: Iterable[str], room: int = ROOM) -> tuple[str, bool]:
    """The words with commas between them, as many as fit as they are sent; and whether that is all."""
    text = ""
    for word in words:
        longer = f"{text}, {word}" if text else word
        if as_sent(longer) > room:
            return text, False
        text = longer
    return text, True
