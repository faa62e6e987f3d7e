"""What proposals need from where they are kept, and from others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.core.database import Tx
from bot.core.notices import Form, Notice
from bot.people.rules import Member
from bot.proposals.rules import Proposal


class ProposalStore(Protocol):
    """Where they are kept; `bot.proposals.store` has the promises."""

    async def put(self, tx: Tx, proposal: Proposal) -> None: ...
    async def get(self, tx: Tx, community: int, id_: str) -> Proposal | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Proposal]: ...
    async def drop(self, tx: Tx, community: int, id_: str) -> None: ...


class People(Protocol):
    """Who is a member; `bot.people.service.People` has the promises."""

    async def find(self, community: int, account: int) -> Member | None: ...


class LookedUp(Protocol):
    """What was looked up lately, and kept under a random token for a quarter of an hour."""

    def word(self, token: str) -> str:
        """The word; empty if it is gone."""


class Anonymous(Protocol):
    """The way to say something without a name; `kind` is the code of one of `UNSIGNED`.

    `name` is the word that it is about, for its writer's own eyes; `subject` a term's id, or empty.
    """

    async def form(
        self, kind: str, community: int, subject: str, *, name: str, fields: Mapping[str, str]
    ) -> Form:
        """The form for it, which comes back to `proposals:propose` with a token that ends in the subject."""

    async def say(
        self, kind: str, community: int, account: int, token: str, *, fields: Mapping[str, str], name: str
    ) -> Notice:
        """The form was sent: what its writer reads. Raises Refused if it cannot be taken."""
