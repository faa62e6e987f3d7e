"""An index for each community, kept in memory and built anew when its terms change."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Protocol

from bot.glossary.rules.index import Index
from bot.glossary.rules.term import Term


class Terms(Protocol):
    """Where the terms are; `bot.glossary.service.Keeping` has the promises."""

    async def terms(self, community: int) -> tuple[Term, ...]:
        """What a community is shown; of terms that are alike, what comes first is found first."""

    async def version(self, community: int) -> int:
        """Another number after each change of `terms`."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The terms as they were in this version, and what finds them."""

    version: int
    terms: tuple[Term, ...]
    index: Index
    by_id: dict[str, Term]


class Indexes:
    """Finds a community's terms. Communities with the very same terms share what was built."""

    def __init__(self, terms: Terms) -> None:
        """Nothing is built before it is asked for."""
        self._terms = terms
        self._built: dict[int, Indexed] = {}
        self._building = asyncio.Lock()

    async def of(self, community: int) -> Indexed:
        """What finds this community's terms as they are now; it is built in a thread."""
        version = await self._terms.version(community)
        found = self._known(community, version)
        if found is not None:
            return found
        async with self._building:
            # Whoever waited for it need not build it again.
            found = self._known(community, version) or await self._new(community, version)
            self._built[community] = found
            return found

    def _known(self, community: int, version: int) -> Indexed | None:
        found = self._built.get(community)
        return found if found is not None and found.version == version else None

    async def _new(self, community: int, version: int) -> Indexed:
        # The version was read first: what changes in between is built once more, and never missed.
        terms = await self._terms.terms(community)
        return await asyncio.to_thread(_built, version, terms, tuple(self._built.values()))


def _built(version: int, terms: tuple[Term, ...], others: tuple[Indexed, ...]) -> Indexed:
    for other in others:
        if other.terms == terms:
            return replace(other, version=version)
    return Indexed(version, terms, Index(terms), {term.id: term for term in terms})
