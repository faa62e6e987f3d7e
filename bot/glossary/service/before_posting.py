"""A facilitator's text before it is posted: what in it is hard to read, and what can be done about it.

A text is in memory only, for a quarter of an hour. Nothing of it is written, nor logged.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.clock import Clock
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import OwnWords
from bot.glossary.rules import before_posting as rules
from bot.glossary.rules.before_posting import LONGEST, Checked, Offer
from bot.glossary.rules.index import Index
from bot.glossary.rules.term import Term
from bot.glossary.text import before_posting as text
from bot.plain.rules import sentences
from bot.questions.rules.writing import tidy

log = logging.getLogger(__name__)


class Indexed(Protocol):
    """A community's terms, ready to be found."""

    @property
    def index(self) -> Index: ...


class Indexes(Protocol):
    """What finds the terms of each community."""

    async def of(self, community: int) -> Indexed: ...


@dataclass(frozen=True, slots=True)
class _Within:
    """The passage at this place of what she wrote in a preview; `words` are all passages as they are now.

    `hard` are the places of those that may be hard to read.
    """

    own: OwnWords
    words: tuple[str, ...]
    at: int
    hard: tuple[int, ...]

    @property
    def most(self) -> int:
        """How many characters this passage may have."""
        return self.own.passages[self.at].most

    @property
    def next(self) -> int | None:
        """The place of the next passage that may be hard."""
        return next((each for each in self.hard if each > self.at), None)

    def saying(self, words: str) -> _Within:
        """The same with other words in this passage."""
        return replace(self, words=(*self.words[: self.at], words, *self.words[self.at + 1 :]))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text that was checked; `before` is the draft that it was made from by taking `taken`."""

    checked: Checked
    before: str = ""
    taken: Offer | None = None
    within: _Within | None = None

    @property
    def most(self) -> int:
        """How many characters it may have."""
        return LONGEST if self.within is None else self.within.most


class BeforePosting:
    """Checks texts: those that are put in, and facilitators' own ones in previews."""

    def __init__(self, indexes: Indexes, clock: Clock) -> None:
        """`indexes` find the words that the glossary explains."""
        self._indexes = indexes
        self._clock = clock
        self._drafts: Drafts[_Draft] = Drafts("glossary-check-gone")
        #: What somebody was told already of her words in one kind of preview.
        self._told: Drafts[frozenset[str]] = Drafts()

    def form(self) -> Form:
        """Where a text is put in."""
        return text.form()

    async def check(self, community: int, account: int, typed: str, token: str = "") -> Notice:
        """What was found in a text; with the `token` of a draft, it takes that one's place in a preview.

        Raises Refused if there is no word in it, if it is too long, or if the draft is gone.
        """
        within = self._get(token, account).within if token else None
        words = tidy(typed)
        if not any(sentences(words)):
            raise Refused("glossary-check-empty")
        if within is not None and len(words) > within.most:
            raise Refused("glossary-check-own-long", length=len(words), most=within.most)
        if len(words) > LONGEST:
            raise Refused("glossary-check-long", length=len(words), most=LONGEST)
        return await self._checked(community, account, words, _Draft(_NOTHING, within=within))

    async def take(self, community: int, account: int, token: str) -> Notice:
        """Take one offer. `token` is the draft's and the offer's place in it: a second press takes the same.

        Raises Refused for a draft that is gone, and an offer that is not there.
        """
        key, _, place = token.rpartition(".")
        draft = self._get(key, account)
        offers = draft.checked.offers
        if not place.isdecimal() or int(place) >= len(offers):
            raise Refused("error-old-button")
        taken = offers[int(place)]
        words = rules.take(draft.checked.text, taken)
        return await self._checked(
            community, account, words, _Draft(_NOTHING, key, taken, within=draft.within)
        )

    def show(self, account: int, token: str) -> Notice:
        """What was found in a text before; raises Refused if that is gone."""
        return _shown(token, self._get(token, account))

    def copy(self, account: int, token: str) -> Form:
        """The text as it is now, to copy or to change; raises Refused if it is gone."""
        draft = self._get(token, account)
        if draft.within is None:
            return text.form(draft.checked.text)
        return text.own_form(token, draft.checked.text, draft.within.most)

    def terms(self, account: int, token: str) -> tuple[Term, ...]:
        """The terms that a text names; raises Refused if it is gone."""
        return self._get(token, account).checked.terms

    # A facilitator's own words, in a preview

    async def hint(self, preview: Notice, own: OwnWords) -> Notice:
        """As `bot.core.own_words.Reading` promises."""
        try:
            return await self._hinted(preview, own)
        # Whatever fails here, what she previews can be used. Neither her words nor an id go into the log.
        except Exception as error:  # noqa: BLE001
            log.error("a text could not be looked at before it is posted: %s", type(error).__name__)
            return preview

    async def next(self, account: int, token: str) -> Notice:
        """[Look at the next text] of the same preview; raises Refused if it is gone, or there is none."""
        draft = self._get(token, account)
        within = _as_it_is(draft)
        if within.next is None:
            raise Refused("error-old-button")
        after = replace(within, at=within.next)
        words = after.words[after.at]
        return await self._checked(after.own.community, account, words, _Draft(_NOTHING, within=after))

    async def back(self, account: int, token: str) -> Notice:
        """[Back to the preview], with her words as they are now; raises Refused if they are gone."""
        within = _as_it_is(self._get(token, account))
        return await within.own.again(within.words)

    # Inside

    async def _hinted(self, preview: Notice, own: OwnWords) -> Notice:
        # With room for everything: a word is no easier where its meaning does not fit in.
        every = [await self._own(own.community, each.words, LONGEST) for each in own.passages]
        hard = tuple(at for at, checked in enumerate(every) if checked.hard or checked.sentences)
        if not self._is_news(own, [every[at] for at in hard]):
            return preview
        within = _Within(own, tuple(passage.words for passage in own.passages), hard[0], hard)
        checked = await self._own(own.community, within.words[within.at], within.most)
        token, now = new_key(), self._clock.now()
        self._drafts.put(token, own.account, _Draft(checked, within=within), now)
        named = tuple(dict.fromkeys(word for at in hard for word in every[at].hard))
        return text.hinted(preview, token, named, sum(len(every[at].sentences) for at in hard))

    def _is_news(self, own: OwnWords, hard: Sequence[Checked]) -> bool:
        """Whether something in it is hard that she was not told of yet; from now on she has been."""
        key, now = f"{own.community}.{own.about}.{own.account}", self._clock.now()
        found = frozenset(part for each in hard for part in (*each.hard, *each.sentences))
        try:
            told = self._told.get(key, own.account, now)
        except Refused:
            told = frozenset()
        if found:
            self._told.put(key, own.account, told | found, now)
        return not found <= told

    async def _own(self, community: int, words: str, most: int) -> Checked:
        # She did not ask: an everyday word is no reason to tell her something.
        return rules.check(words, (await self._indexes.of(community)).index, most, is_for_meeting=False)

    async def _looked_at(self, community: int, words: str, draft: _Draft) -> Checked:
        if draft.within is not None:
            return await self._own(community, words, draft.most)
        return rules.check(words, (await self._indexes.of(community)).index, draft.most)

    async def _checked(self, community: int, account: int, words: str, draft: _Draft) -> Notice:
        token = new_key()
        checked = replace(draft, checked=await self._looked_at(community, words, draft))
        self._drafts.put(token, account, checked, self._clock.now())
        return _shown(token, checked)

    def _get(self, token: str, account: int) -> _Draft:
        return self._drafts.get(token, account, self._clock.now())


_NOTHING = Checked("", (), (), (), None, (), (), (), 0)


def _as_it_is(draft: _Draft) -> _Within:
    """All that she wrote in a preview, this text in its place; raises Refused for a text of no preview."""
    if draft.within is None:
        raise Refused("error-old-button")
    return draft.within.saying(draft.checked.text)


def _shown(token: str, draft: _Draft) -> Notice:
    found = text.found(token, draft.checked, draft.taken, draft.before)
    if draft.within is None:
        return found
    after = draft.within.next is not None
    return text.of_preview(found, token, more=after)
