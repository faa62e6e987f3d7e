"""Writing words for the glossary by hand: what facilitators press, under their own name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.core.clock import Clock
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.paging import page_of
from bot.glossary.rules import editing
from bot.glossary.rules.checking import key_of, squeezed
from bot.glossary.rules.editing import LONGEST_REASON, THEMES, Meanings, Rest
from bot.glossary.rules.pages import WORDS_ON_A_PAGE, by_name
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.service.indexes import Indexes
from bot.glossary.service.keeping import Keeping
from bot.glossary.text import desk as text
from bot.glossary.text.desk import APART, HISTORY_ON_A_PAGE, Done, OnDesk
from bot.people.rules import Member
from bot.questions.rules.writing import shortened


class People(Protocol):
    """Who is a member; `bot.people.service.People` has the promises."""

    async def find(self, community: int, account: int) -> Member | None: ...


class Proposals(Protocol):
    """What members proposed; `held`: also what is for facilitators only."""

    async def number(self, community: int, *, held: bool = False) -> int: ...


class Old(Protocol):
    """Words that are to be looked at again."""

    async def number(self, community: int) -> int: ...


class Desk:
    """What facilitators write. `community` and `account` are Discord ids; `fields` come from a form."""

    def __init__(self, *, keeping: Keeping, indexes: Indexes, people: People, clock: Clock) -> None:
        """`indexes` finds what is shown."""
        self._keeping = keeping
        self._indexes = indexes
        self._people = people
        self._clock = clock
        self._to_do: tuple[Proposals, Old] | None = None

    def count(self, proposals: Proposals, old: Old) -> None:
        """From now on, the first page says how many proposals wait, and how many words are to be checked."""
        self._to_do = (proposals, old)

    async def page(self, community: int, *, leads: bool) -> Notice:
        """[Glossary], or [Words to look after]; `leads`: for a facilitator, who may also take files in."""
        shown = (await self._indexes.of(community)).terms
        hidden = len(await self._keeping.hidden(community))
        waiting = old = 0
        if self._to_do is not None:
            waiting = await self._to_do[0].number(community, held=leads)
            old = await self._to_do[1].number(community)
        return text.desk(text.Counted(len(shown), hidden, waiting, old, leads))

    # A word

    async def add_form(self, community: int) -> Form:
        """[Add a word]."""
        return text.add_form(editing.themes_of((await self._indexes.of(community)).terms))

    async def add(self, community: int, account: int, fields: Mapping[str, str]) -> Notice:
        """Put a new word in; raises Refused for what cannot be, and for a word that its theme has already."""
        term = editing.new(_meanings(fields), fields.get("theme") or THEMES[0])
        kept = await self._keeping.put(community, term, who=await self._who(community, account))
        return text.word(OnDesk(kept, done=Done.ADDED))

    def find_form(self) -> Form:
        """[Change a word]."""
        return text.find_form()

    async def find(self, community: int, typed: str) -> Notice:
        """What was found by a word, hidden ones by their name; one alone is opened."""
        word = shortened(typed, LONGEST_NAME)
        found = (await self._indexes.of(community)).index.look_up(word) if word else []
        shown = [term for each in found for term in each.terms]
        hidden = [each for each in await self._keeping.hidden(community) if _is_called(each, word)]
        if len(shown) + len(hidden) == 1:
            return text.word(OnDesk((shown or hidden)[0], bool(hidden)))
        return text.several(text.Several(word, (*hidden, *shown)))

    async def word(self, community: int, id_: str) -> Notice:
        """One word, shown or hidden; raises Refused if it is gone."""
        term, is_hidden = await self._either(community, id_)
        return text.word(OnDesk(term, is_hidden))

    async def change_form(self, community: int, id_: str) -> Form:
        """[Change]; raises Refused, as all that follows, for a word that is not shown any more."""
        return text.change_form(await self._shown(community, id_))

    async def change(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """Other meanings; raises Refused, as all that follows, if it was changed since the form opened."""
        was = await self._as_it_was(community, token)
        return await self._put(community, account, was, editing.reworded(was, _meanings(fields)), fields)

    async def more_form(self, community: int, id_: str) -> Form:
        """[More about it]."""
        known = await self._indexes.of(community)
        term = await self._shown(community, id_)
        return text.more_form(term, editing.themes_of(known.terms, term.theme))

    async def more(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """How it is said, other names, what it goes with, its theme and its source."""
        was = await self._as_it_was(community, token)
        said, also, related, source = (fields.get(each, "") for each in ("said", "also", "related", "source"))
        rest = Rest(said, also, related, fields.get("theme") or was.theme, source)
        return await self._put(community, account, was, editing.with_rest(was, rest), fields)

    async def sign_form(self, community: int, id_: str) -> Form:
        """[A name to it]."""
        return text.sign_form(await self._shown(community, id_))

    async def sign(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """Her own name as its writer's, or none; raises Refused for a name if she has not joined."""
        was = await self._as_it_was(community, token)
        # A name that is no member's would stay when its owner has herself erased.
        if fields.get("by", "").strip() and await self._who(community, account) is None:
            raise Refused("error-glossary-not-joined")
        return await self._put(community, account, was, editing.signed(was, fields.get("by", "")), fields)

    async def mark_form(self, community: int, id_: str) -> Form:
        """[Mark as checked by a patient], or [Take the mark off]."""
        return text.mark_form(await self._shown(community, id_))

    async def mark(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """The mark that patients or the public checked its plain meaning: on, or off if it was on."""
        was = await self._as_it_was(community, token)
        return await self._put(community, account, was, editing.with_mark(was), fields)

    async def checked(self, community: int, account: int, token: str) -> Notice:
        """[Checked today]."""
        was = await self._as_it_was(community, token)
        today = self._clock.now().date()
        return await self._put(community, account, was, editing.checked(was, today), {})

    # Hidden and shown

    async def hide_form(self, community: int, id_: str) -> Form:
        """[Hide]."""
        return text.hide_form(await self._shown(community, id_))

    async def hide(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """Nobody finds it any more."""
        was = await self._as_it_was(community, token)
        who = await self._who(community, account)
        await self._keeping.hide(community, was.id, who=who, reason=_reason(fields))
        return text.word(OnDesk(was, is_hidden=True, done=Done.HIDDEN))

    async def show_form(self, community: int, id_: str) -> Form:
        """[Show it again]; raises Refused for a word that is gone."""
        return text.show_form((await self._either(community, id_))[0])

    async def show(self, community: int, account: int, token: str, fields: Mapping[str, str]) -> Notice:
        """It is found again; raises Refused if another one has its place."""
        id_ = token.partition(APART)[0]
        who = await self._who(community, account)
        await self._keeping.show(community, id_, who=who, reason=_reason(fields))
        return text.word(OnDesk((await self._either(community, id_))[0], done=Done.SHOWN))

    async def hidden(self, community: int, token: str = "") -> Notice:
        """[Words that are hidden]; `token` is the page."""
        terms = by_name(await self._keeping.hidden(community))
        page, of = page_of(token, len(terms), WORDS_ON_A_PAGE)
        begin = page * WORDS_ON_A_PAGE
        return text.hidden(text.Hidden(terms[begin : begin + WORDS_ON_A_PAGE], page, of))

    async def history(self, community: int, token: str) -> Notice:
        """[History]: what was done, the latest first; `token` is the word's id and the page."""
        id_, _, number = token.partition(APART)
        term, _ = await self._either(community, id_)
        changes = (await self._keeping.history(community, id_))[::-1]
        page, of = page_of(number, len(changes), HISTORY_ON_A_PAGE)
        begin = page * HISTORY_ON_A_PAGE
        return text.history(text.Told(term, changes[begin : begin + HISTORY_ON_A_PAGE], page, of))

    # Steps

    async def _put(
        self, community: int, account: int, was: Term, term: Term, fields: Mapping[str, str]
    ) -> Notice:
        who, reason = await self._who(community, account), _reason(fields)
        kept = await self._keeping.put(community, term, who=who, reason=reason, was=was)
        return text.word(OnDesk(kept, done=Done.KEPT))

    async def _who(self, community: int, account: int) -> str | None:
        member = await self._people.find(community, account)
        return None if member is None else member.id

    async def _shown(self, community: int, id_: str) -> Term:
        term = (await self._indexes.of(community)).by_id.get(id_)
        if term is None:
            raise Refused("error-glossary-gone")
        return term

    async def _either(self, community: int, id_: str) -> tuple[Term, bool]:
        shown = (await self._indexes.of(community)).by_id.get(id_)
        if shown is not None:
            return shown, False
        for term in await self._keeping.hidden(community):
            if term.id == id_:
                return term, True
        raise Refused("error-glossary-gone")

    async def _as_it_was(self, community: int, token: str) -> Term:
        id_, _, state = token.partition(APART)
        term = await self._shown(community, id_)
        if editing.state_of(term) != state:
            raise Refused("error-glossary-meanwhile")
        return term


def _meanings(fields: Mapping[str, str]) -> Meanings:
    return Meanings(*(fields.get(each, "") for each in ("name", "plain", "precise", "example")))


def _reason(fields: Mapping[str, str]) -> str:
    return shortened(fields.get("reason", ""), LONGEST_REASON)


def _is_called(term: Term, word: str) -> bool:
    called = squeezed(word).casefold()
    return called in (key_of(term)[0], *(each.casefold() for each in (*term.shorts, *term.also)))
