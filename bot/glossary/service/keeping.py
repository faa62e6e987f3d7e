"""What is in a community's glossary: its own terms over the starter's; files in and out; a history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Words
from bot.glossary.rules.checking import Wrong, check, key_of, tidied
from bot.glossary.rules.columns import column_of
from bot.glossary.rules.history import Change, Entry, Kind, readable
from bot.glossary.rules.merging import Preview, compare, to_take
from bot.glossary.rules.reading import read
from bot.glossary.rules.term import Term
from bot.glossary.rules.whose import entry_of, from_file
from bot.glossary.rules.writing import csv_of, for_spreadsheet, json_of
from bot.glossary.service.ports import GlossaryStore, Starter

#: The forms of a file, by the ending of its name.
FORMS: Mapping[str, Callable[[Sequence[Term]], bytes]] = MappingProxyType(
    {"csv": lambda terms: for_spreadsheet(csv_of(terms)), "json": json_of}
)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many terms of a file were new, and how many took the place of what was there."""

    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """Whose proposal a term is: of a name that it shows, this member is the owner; None: of nobody known."""

    member: str | None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a community has: own terms by id, the starter's, what it shows of both, and what it hid."""

    own: Mapping[str, Entry]
    starter: Mapping[str, Term]
    shown: tuple[Term, ...]
    away: tuple[Term, ...]

    def has(self, id_: str) -> bool:
        """Whether there is a term of this id, hidden or not."""
        return any(term.id == id_ for term in (*self.shown, *self.away))


def _filled(own: Sequence[Entry], starter: Sequence[Term], hidden: Collection[str]) -> _Shelf:
    """Own terms come by name, then the starter's that none of them replaces: those of their themes first."""
    by_id = {entry.term.id: entry for entry in own}
    ours = sorted((entry.term for entry in own), key=_by_name)
    # A later starter may have a word that a community has had for long, under another id.
    there = {key_of(term) for term in ours}
    themes = {term.theme for term in ours}
    rest = [term for term in starter if term.id not in by_id and key_of(term) not in there]
    if themes:
        rest.sort(key=lambda term: term.theme not in themes)
    every = [*ours, *rest]
    shown = tuple(term for term in every if term.id not in hidden)
    away = tuple(term for term in every if term.id in hidden)
    return _Shelf(by_id, {term.id: term for term in starter}, shown, away)


class Keeping:
    """Keeps the glossary of every community.

    `who` is the id of the member who does something under her name; None for what nobody is to be found by.
    Whether somebody may do it, the caller has to know. Looking writes nothing.
    """

    def __init__(self, *, database: Database, store: GlossaryStore, starter: Starter, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._starter = starter
        self._clock = clock
        self._versions: dict[int, int] = {}
        self._mark: Hashable | None = None

    async def terms(self, community: int) -> tuple[Term, ...]:
        """What a community is shown: its own terms by name, then the starter's, without what it hid."""
        async with self._database.read() as tx:
            return (await self._shelf(tx, community)).shown

    async def hidden(self, community: int) -> tuple[Term, ...]:
        """What a community hid, own terms first."""
        async with self._database.read() as tx:
            return (await self._shelf(tx, community)).away

    async def every(self, tx: Tx, community: int) -> tuple[Term, ...]:
        """All terms, hidden ones too, in a transaction."""
        shelf = await self._shelf(tx, community)
        return (*shelf.shown, *shelf.away)

    async def with_days(self, tx: Tx, community: int) -> tuple[tuple[Term, ...], dict[str, date]]:
        """What a community is shown; and by the id of each term with a history, its last change's day."""
        shown = (await self._shelf(tx, community)).shown
        return shown, await self._store.last_days(tx, community)

    async def version(self, community: int) -> int:
        """A number that is another one after each change of `terms`: whether to ask for them again.

        It is read again only where something was written: it is asked for at each letter that somebody types.
        """
        # Taken before it is read: what is written meanwhile makes this answer an old one.
        mark = self._database.mark()
        if mark is None or mark != self._mark:
            self._versions, self._mark = {}, mark
        known = self._versions
        if community not in known:
            async with self._database.read() as tx:
                known[community] = await self._store.version(tx, community)
        return known[community]

    async def put(
        self, community: int, term: Term, *, who: str | None, reason: str = "", was: Term | None = None
    ) -> Term:
        """Keep a term: a new one (its `id` is empty), in place of an own one, or of the starter's of that id.

        Returns it as it is kept. A plain meaning that changed is not checked by patients and the public any
        more. Raises Refused if something in it cannot be, if the word is there in that theme already, or if
        what is there is not `was` any more, where that is given.
        """
        async with self._database.write() as tx:
            return await self.put_in(tx, community, term, who=who, reason=reason, was=was)

    async def put_in(
        self,
        tx: Tx,
        community: int,
        term: Term,
        *,
        who: str | None,
        reason: str = "",
        was: Term | None = None,
        proposed: Proposed | None = None,
    ) -> Term:
        """As `put`, in a transaction; `proposed` says by whom, where it was somebody else's proposal."""
        term = _sound(term)
        shelf = await self._shelf(tx, community)
        if was is not None and was not in shelf.shown:
            raise Refused("error-glossary-meanwhile")
        entry = entry_of(shelf.own, shelf.starter, await asyncio.to_thread(_with_id, shelf, term), who)
        if proposed is not None:
            entry = replace(entry, named=proposed.member if entry.term.by else None)
        before = shelf.own.get(entry.term.id)
        if entry.term in shelf.shown and before is not None:
            return entry.term
        kind = Kind.NEW if before is None else Kind.CHANGED
        kind = kind if proposed is None else Kind.PROPOSED
        await self._store.put(tx, community, [entry])
        await self._done(tx, community, [self._change(entry.term.id, kind, who, reason, before)])
        return entry.term

    async def hide(self, community: int, id_: str, *, who: str | None, reason: str = "") -> None:
        """Show a term, own or the starter's, no more; twice is once. Raises Refused if there is none."""
        async with self._database.write() as tx:
            shelf = await self._shelf(tx, community)
            if not _is_away(shelf, id_):
                await self._store.hide(tx, community, id_)
                await self._done(tx, community, [self._change(id_, Kind.HIDDEN, who, reason)])

    async def show(self, community: int, id_: str, *, who: str | None, reason: str = "") -> None:
        """Show a hidden term again; twice is once. Raises Refused if it is gone, or another one is there."""
        async with self._database.write() as tx:
            shelf = await self._shelf(tx, community)
            if _is_away(shelf, id_):
                _check_once(shelf.shown, next(term for term in shelf.away if term.id == id_))
                await self._store.show(tx, community, [id_])
                await self._done(tx, community, [self._change(id_, Kind.SHOWN, who, reason)])

    async def remove(self, community: int, id_: str) -> None:
        """Keep nothing of an own term, nor of its history: for what should never have been written.

        What it stood in place of is shown again.
        """
        async with self._database.write() as tx:
            await self._store.remove(tx, community, id_)
            await self._store.count_up(tx, community)

    async def history(self, community: int, id_: str) -> tuple[Change, ...]:
        """What became of a term here, and why, from the first on."""
        async with self._database.read() as tx:
            return tuple(await self._store.history(tx, community, id_))

    # Files

    async def read_in(self, community: int, content: bytes) -> Preview:
        """What a file, CSV or JSON, would do; nothing is done. Raises Refused if it cannot be read at all."""
        found = await asyncio.to_thread(read, content)
        async with self._database.read() as tx:
            shelf = await self._shelf(tx, community)
        return await asyncio.to_thread(compare, found, shelf.shown, shelf.away)

    async def take_in(
        self,
        community: int,
        preview: Preview,
        take: Collection[str] = (),
        *,
        who: str | None,
        reason: str = "",
        by: str = "",
    ) -> Taken:
        """Take in, all or nothing, what is new, and the file's of each conflict whose id is in `take`.

        It is held against what is there now: what was changed since the preview stays as it is.
        `by` is shown as who wrote it, where nobody else is.
        """
        async with self._database.write() as tx:
            shelf = await self._shelf(tx, community)
            now = await asyncio.to_thread(compare, preview.read, shelf.shown, shelf.away)
            there = {term.id: term for term in shelf.shown}
            unchanged = {each.here.id for each in preview.conflicts if there.get(each.here.id) == each.here}
            entries = await asyncio.to_thread(_entries, shelf, to_take(now, unchanged & set(take), by))
            await self._store.put(tx, community, entries)
            if entries:
                ids = (entry.term.id for entry in entries)
                done = [self._change(id_, Kind.FROM_FILE, who, reason, shelf.own.get(id_)) for id_ in ids]
                await self._done(tx, community, done)
        return Taken(len(now.new), len(entries) - len(now.new))

    async def write_out(self, community: int, form: str = "csv") -> bytes:
        """All that a community is shown as a file, by theme and name; `form` is one of FORMS."""
        terms = await self.terms(community)
        return await asyncio.to_thread(lambda: FORMS[form](sorted(terms, key=_by_theme)))

    # Rights

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that a member did openly with the glossary, and where her name stands."""
        async with self._database.read() as tx:
            changes = await self._store.touched_by(tx, community, member)
            shelf = await self._shelf(tx, community)
        names = {term.id: term.name for term in (*shelf.shown, *shelf.away)}
        return readable(changes, shelf.own, names, member)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep the terms, and nothing of her: not who she is, not her name, not her reasons."""
        await self._store.forget(tx, community, member)
        await self._store.count_up(tx, community)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Forget who did what was done before a day; returns how many things. A name that is shown stays."""
        return await self._store.forget_old(tx, community, before)

    async def _shelf(self, tx: Tx, community: int) -> _Shelf:
        own, hidden = await self._store.own(tx, community), await self._store.hidden(tx, community)
        return await asyncio.to_thread(lambda: _filled(own, self._starter(), hidden))

    async def _done(self, tx: Tx, community: int, changes: Sequence[Change]) -> None:
        await self._store.add(tx, community, changes)
        await self._store.count_up(tx, community)

    def _change(
        self, id_: str, kind: Kind, who: str | None, reason: str, before: Entry | None = None
    ) -> Change:
        return Change(id_, 0, kind, self._clock.now().date(), who, reason.strip(), before)


def _by_name(term: Term) -> tuple[str, str, str]:
    return term.name.casefold(), term.theme, term.id


def _by_theme(term: Term) -> tuple[str, str, str]:
    return term.theme.casefold(), term.name.casefold(), term.name


def _sound(term: Term) -> Term:
    tidy = tidied(term)
    try:
        check(tidy)
    except Wrong as wrong:
        raise Refused(f"error-glossary-{wrong.fault}", column=column_of(wrong.field)) from None
    return tidy


def _with_id(shelf: _Shelf, term: Term) -> Term:
    """With the id that it has, or gets: a hidden term of that word comes back as this one."""
    key = key_of(term)
    away = next((each.id for each in shelf.away if key_of(each) == key), "")
    if term.id and not shelf.has(term.id):
        raise Refused("error-glossary-gone")
    _check_once(shelf.shown, term)
    return replace(term, id=term.id or away or new_key())


def _check_once(shown: Sequence[Term], term: Term) -> None:
    if any(key_of(each) == key_of(term) and each.id != term.id for each in shown):
        raise Refused("error-glossary-twice", name=Words(term.name))


def _is_away(shelf: _Shelf, id_: str) -> bool:
    if not shelf.has(id_):
        raise Refused("error-glossary-gone")
    return any(term.id == id_ for term in shelf.away)


def _entries(shelf: _Shelf, terms: Sequence[Term]) -> list[Entry]:
    return [from_file(shelf.own, replace(term, id=term.id or new_key())) for term in terms]
