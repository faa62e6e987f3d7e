"""Looking a word up, in every way. Nothing here is written anywhere, nor logged: there is nobody to betray.

Which words many people look up is counted elsewhere, by night (`bot.stumbles`).

What has to be known again at the next press (a word that was not found, the words of a message) waits in
memory for a quarter of an hour, under a random token and under nobody's account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.core.clock import Clock
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Button, Form, Line, Notice
from bot.glossary.rules.index import Found, How, Suggestion
from bot.glossary.rules.pages import MOST_MEANINGS, THEMES_ON_A_PAGE, WORDS_ON_A_PAGE, by_name
from bot.glossary.rules.pages import shelf as page_of
from bot.glossary.rules.pages import themes as themes_of
from bot.glossary.rules.seeking import sought
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.service.indexes import Indexed, Indexes, Terms
from bot.glossary.text import browsing, jargon, meaning
from bot.glossary.text.jargon import Jargon, Spot
from bot.glossary.text.meaning import Answer, Choice, Lost, Where
from bot.stumbles.rules import Looker

#: Between a token and the number that follows it.
_NUMBER = "-"
_MOST_NEAR = 5
#: So many letters have to be right for a word to be called near.
_FEWEST_LETTERS = 3
#: Whose a draft is: nobody's.
_NOBODY = 0


class Asking(Protocol):
    """The way to ask anonymously; `bot.questions.service.Asking` has the promises."""

    async def form(
        self, community: int, token: str = "", *, words: str = "", quoted_from: int | None = None
    ) -> Form: ...
    async def may_quote(self, community: int, channel: int) -> bool: ...
    async def servers_of(self, account: int) -> list[int]: ...


class Noticing(Protocol):
    """Counts what people stumble over; `bot.stumbles.service.Gathering` has the promises."""

    def looked_up(self, community: int, by: Looker, word: str, known: Indexed) -> None: ...


@dataclass(frozen=True, slots=True)
class Message:
    """Somebody's message, of which the jargon is to be explained."""

    channel: int
    text: str


@dataclass(frozen=True, slots=True)
class _Explained:
    """What was found in a message."""

    channel: int
    pages: tuple[tuple[Spot, ...], ...]
    acronyms: tuple[str, ...]


class LookingUp:
    """What everybody can look up. `community` and `account` are Discord ids throughout."""

    def __init__(self, terms: Terms, asking: Asking, clock: Clock, say: Callable[[Line], str]) -> None:
        """`say` puts a line of a page to print into words."""
        #: Other parts of the glossary find terms by it, too: what was built is shared.
        self.indexes = Indexes(terms)
        self._asking = asking
        self._clock = clock
        self._say = say
        self._looked_up: Drafts[str] = Drafts("glossary-gone")
        self._explained: Drafts[_Explained] = Drafts("glossary-gone")
        self._noticing: Noticing | None = None

    def tell(self, noticing: Noticing) -> None:
        """Who counts what is looked up; it writes nothing then."""
        self._noticing = noticing

    # A word

    def form(self) -> Form:
        """Where a word is typed."""
        return meaning.form()

    async def complete(self, community: int, typed: str) -> list[Suggestion]:
        """What may be meant by what has been typed so far: 25 at most."""
        return (await self.indexes.of(community)).index.complete(typed[:LONGEST_NAME])

    async def meaning(
        self, community: int, query: str, *, chat: bool = False, by: Looker | None = None
    ) -> Notice:
        """What a word means; `query` is a word as somebody types it, or the id of a term.

        It is counted for `by`. Raises Refused where it is empty, or longer than any word.
        """
        known = await self.indexes.of(community)
        word = _checked(query)
        self._notice(community, by, word, known)
        if word in known.by_id:
            return self._one(known, known.by_id[word], Where(chat))
        return self._answer(known, word, Where(chat))

    async def term(self, community: int, id_: str, *, chat: bool = False) -> Notice:
        """One term; raises Refused if it is not there any more."""
        known = await self.indexes.of(community)
        return self._one(known, _found(known, id_), Where(chat))

    async def unclear(self, community: int, id_: str) -> Form:
        """The form for an anonymous question, with "What does X mean?" in it; Refused as for `term`."""
        term = _found(await self.indexes.of(community), id_)
        return await self._ask(community, term.name)

    async def ask(self, community: int, token: str) -> Form:
        """The same for a word that was looked up; after a quarter of an hour the form is empty."""
        return await self._ask(community, self.word(token))

    async def direct(self, account: int, text: str) -> tuple[int, Notice] | None:
        """The answer to a direct message that asks for a word, and the community that it comes from.

        None if it asks for none, or nobody can tell what for. Nothing is taken from it into a question.
        """
        asked, exactly = sought(text), " ".join(text.split())
        if asked is None and not 0 < len(exactly) <= LONGEST_NAME:
            return None
        where, servers = Where(chat=True, stays=True), await self._asking.servers_of(account)
        for community in servers:
            known = await self.indexes.of(community)
            if len(exactly) <= LONGEST_NAME and _is_exact(known.index.look_up(exactly)):
                return community, self._direct(community, account, exactly, known, where)
            if asked is not None and known.index.look_up(asked.word):
                return community, self._direct(community, account, asked.word, known, where)
        if asked is None or not asked.surely or not servers:
            return None
        first = await self.indexes.of(servers[0])
        return servers[0], self._direct(servers[0], account, asked.word, first, where)

    # A message

    async def explain(self, community: int, message: Message, by: Looker | None = None) -> Notice:
        """The terms of a message with their plain meanings, and the acronyms that nothing explains.

        These acronyms are counted for `by`, whether or not she asks about one: a token must not follow from
        asking. They are counted only where many can read the message: an invented one that few can read
        would be bait for them. The terms are not counted: what somebody else wrote is not what she stumbled
        over.
        """
        if not message.text.strip():
            return jargon.no_words()
        known = await self.indexes.of(community)
        spots = tuple(_spots(known, message.text))
        acronyms = tuple(known.index.unknown_acronyms(message.text))
        if acronyms and await self._asking.may_quote(community, message.channel):
            for acronym in acronyms:
                self._notice(community, by, acronym, known)
        if not spots and not acronyms:
            return jargon.nothing()
        token = new_key()
        explained = _Explained(message.channel, tuple(_pages(spots)) or ((),), acronyms)
        self._explained.put(token, _NOBODY, explained, self._clock.now())
        return _page(token, explained, 0)

    async def explained(self, token: str) -> Notice:
        """Another page of what was found in a message; Refused after a quarter of an hour."""
        key, number = _numbered(token)
        return _page(key, self._explained.get(key, _NOBODY, self._clock.now()), number)

    async def unknown(self, community: int, token: str) -> Form:
        """The form for an anonymous question about an acronym of a message; Refused as for `explained`.

        It stays empty where the message is not one that everybody can read.
        """
        key, number = _numbered(token)
        explained = self._explained.get(key, _NOBODY, self._clock.now())
        word = explained.acronyms[number] if number < len(explained.acronyms) else ""
        return await self._ask(community, word, quoted_from=explained.channel)

    # All words

    async def themes(self, community: int, token: str = "", choice: Button | None = None) -> Notice:
        """The themes; `token` is the place of the first one to show. `choice` stands before all of them."""
        every = themes_of((await self.indexes.of(community)).terms)
        first = min(_number(token), max(len(every) - 1, 0))
        page = browsing.Themes(every[first : first + THEMES_ON_A_PAGE], first, len(every))
        return browsing.themes(page, choice)

    async def browse(self, community: int, token: str) -> Notice:
        """A page of one theme; `token` is `<theme's place>-<page>`. Refused if there is no such theme."""
        at, page = _numbered(token)
        theme, terms = await self._of_theme(community, at)
        return browsing.shelf(page_of(terms, theme, _number(at), page))

    async def printable(self, community: int, token: str) -> Notice:
        """A theme as a text file; `token` is the theme's place. Refused if there is no such theme."""
        theme, terms = await self._of_theme(community, token)
        return browsing.printed(browsing.to_print(theme, terms, self._say))

    # Steps

    def _notice(self, community: int, by: Looker | None, word: str, known: Indexed) -> None:
        if by is not None and self._noticing is not None:
            self._noticing.looked_up(community, by, word, known)

    def _direct(self, community: int, account: int, word: str, known: Indexed, where: Where) -> Notice:
        self._notice(community, Looker(account), word, known)
        return self._answer(known, word, where)

    def _answer(self, known: Indexed, word: str, where: Where) -> Notice:
        found = known.index.look_up(word)
        if not found:
            near = tuple(_near(known, word))
            return meaning.nothing(Lost(word, self._keep(word, where), near), where)
        best = found[0]
        if len(best.terms) > 1:
            return meaning.meanings(Choice(word, self._keep(word, where), best.terms), where)
        others = tuple(term for each in found[1:] for term in each.terms)
        return self._one(known, best.terms[0], where, others, "" if best.how is How.EXACT else word)

    def _one(
        self, known: Indexed, term: Term, where: Where, others: tuple[Term, ...] = (), typed: str = ""
    ) -> Notice:
        related = (known.index.look_up(name, 1) for name in term.related)
        goes_with = tuple(each.terms[0] for found in related for each in found if each.how is How.EXACT)
        return meaning.meaning(Answer(term, goes_with, others[:_MOST_NEAR], typed), where)

    def _keep(self, word: str, where: Where) -> str:
        """What stands for a word at the next press; nothing for one that was typed where Discord keeps it."""
        if where.chat:
            return ""
        token = new_key()
        self._looked_up.put(token, _NOBODY, word, self._clock.now())
        return token

    def word(self, token: str) -> str:
        """What was looked up, and not found; empty after a quarter of an hour."""
        try:
            return self._looked_up.get(token, _NOBODY, self._clock.now())
        except Refused:
            return ""

    async def _ask(self, community: int, word: str, quoted_from: int | None = None) -> Form:
        words = self._say(Line("glossary-question", {"word": word})) if word else ""
        return await self._asking.form(community, words=words, quoted_from=quoted_from)

    async def _of_theme(self, community: int, token: str) -> tuple[str, tuple[Term, ...]]:
        terms = (await self.indexes.of(community)).terms
        every = themes_of(terms)
        at = _number(token)
        if not token.isdecimal() or at >= len(every):
            raise Refused("glossary-theme-gone")
        theme = every[at].name
        return theme, by_name(term for term in terms if term.theme == theme)


def _checked(query: str) -> str:
    word = " ".join(query.split())
    if not word:
        raise Refused("glossary-empty")
    if len(word) > LONGEST_NAME:
        raise Refused("glossary-long", length=len(word), most=LONGEST_NAME)
    return word


def _found(known: Indexed, id_: str) -> Term:
    term = known.by_id.get(id_)
    if term is None:
        raise Refused("glossary-term-gone")
    return term


def _is_exact(found: list[Found]) -> bool:
    return bool(found) and found[0].how is How.EXACT


def _near(known: Indexed, word: str) -> Iterator[Term]:
    """What begins as the word does: a few, by as many letters as there are terms for."""
    for length in range(len(word), _FEWEST_LETTERS - 1, -1):
        found = known.index.complete(word[:length], _MOST_NEAR)
        if found:
            yield from (known.by_id[each.value] for each in found)
            return


def _spots(known: Indexed, text: str) -> Iterator[Spot]:
    """The terms of a text, each once, in their order."""
    told: set[str] = set()
    for spotted in known.index.find_in(text):
        new = tuple(term for term in spotted.terms if term.id not in told)[:MOST_MEANINGS]
        told |= {term.id for term in new}
        if new:
            yield Spot(text[spotted.start : spotted.end], new)


def _pages(spots: tuple[Spot, ...]) -> Iterator[tuple[Spot, ...]]:
    page: list[Spot] = []
    for spot in spots:
        if page and sum(len(each.terms) for each in (*page, spot)) > WORDS_ON_A_PAGE:
            yield tuple(page)
            page = []
        page.append(spot)
    if page:
        yield tuple(page)


def _page(token: str, explained: _Explained, number: int) -> Notice:
    pages = explained.pages
    page = min(number, len(pages) - 1)
    return jargon.explained(Jargon(token, page, len(pages), pages[page], explained.acronyms))


def _numbered(token: str) -> tuple[str, int]:
    key, _, number = token.rpartition(_NUMBER)
    return key, _number(number)


def _number(token: str) -> int:
    # Nobody's page has more figures; what a forged button brings may.
    return int(token) if token.isdecimal() and len(token) < len("1000000") else 0
