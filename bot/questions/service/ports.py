"""What the services of questions need from outside; the stores and `cogs/_server.py` fulfil it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.database import Tx
from bot.core.notices import Notice
from bot.questions.rules.acts import Act
from bot.questions.rules.claims import Claim
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion
from bot.questions.rules.saying import Said
from bot.questions.rules.second_look import Finding
from bot.questions.rules.settings import QuestionSettings


class QuestionStore(Protocol):
    """Where questions, waiting acts, claims, pauses and what else was said are kept.

    `bot.questions.store` has the promises.
    """

    async def waiting(self, tx: Tx, community: int) -> list[Act]: ...
    async def wait(
        self, tx: Tx, community: int, acts: Sequence[Act], *, leave_blanks: bool = True
    ) -> None: ...
    async def claims(self, tx: Tx, community: int) -> list[Claim]: ...
    async def put_claims(
        self, tx: Tx, community: int, claims: Sequence[Claim], *, leave_blanks: bool = True
    ) -> None: ...
    async def pauses(self, tx: Tx, community: int) -> list[Pause]: ...
    async def put_pauses(
        self, tx: Tx, community: int, pauses: Sequence[Pause], *, leave_blanks: bool = True
    ) -> None: ...
    async def said(self, tx: Tx, community: int) -> list[Said]: ...
    async def put_said(
        self, tx: Tx, community: int, said: Sequence[Said], *, leave_blanks: bool = True
    ) -> None: ...
    async def communities(self, tx: Tx) -> list[int]: ...
    async def put(self, tx: Tx, question: AnonymousQuestion) -> None: ...
    async def get(self, tx: Tx, question: str) -> AnonymousQuestion | None: ...
    async def by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion | None: ...
    async def by_number(self, tx: Tx, community: int, number: int) -> AnonymousQuestion | None: ...
    async def open(self, tx: Tx, community: int) -> list[AnonymousQuestion]: ...
    async def these(self, tx: Tx, ids: Collection[str]) -> list[AnonymousQuestion]: ...
    async def closed(self, tx: Tx, community: int) -> list[AnonymousQuestion]: ...
    async def closed_on(self, tx: Tx, community: int) -> dict[str, date]: ...
    async def drop(self, tx: Tx, ids: Collection[str]) -> None: ...
    async def next_number(self, tx: Tx, community: int) -> int: ...


class SettingsStore(Protocol):
    """Where a community's choices are kept, in the everyday database."""

    async def get(self, tx: Tx, community: int) -> QuestionSettings: ...
    async def put(self, tx: Tx, settings: QuestionSettings) -> None: ...


class Server(Protocol):
    """What Discord shows of a community's server: read only, and from memory where it can be."""

    async def readers(self, community: int, channel: int) -> int:
        """How many people who joined can read a channel, by their roles as last fetched."""

    async def all_can_read(self, community: int, channel: int, seen_in: int) -> bool:
        """Whether everyone who sees the channel `seen_in` can read `channel`; False in any doubt."""

    def names(self, community: int) -> frozenset[str]:
        """The names of people that Discord shows in this server."""

    def name(self, community: int) -> str:
        """What the server is called."""

    async def is_in(self, community: int, account: int) -> bool:
        """Whether this account is in that server now. Raises NotNow if nobody can tell."""


class People(Protocol):
    """Who has joined a community."""

    async def joined(self, community: int, account: int) -> bool: ...
    async def communities_of(self, account: int) -> list[int]: ...


class SecondLook(Protocol):
    """Looks for what could give a person away."""

    def __call__(self, text: str, names: Collection[str], today: date) -> tuple[Finding, ...]: ...


class FirstToAnswer(Protocol):
    """Answers a direct message that is no question for the group, but one that the bot can answer itself."""

    async def direct(self, account: int, text: str) -> tuple[int, Notice] | None:
        """The answer and the community that its buttons are for; None if it has none."""


class Noticing(Protocol):
    """Counts about which words questions are asked, without who asked."""

    async def asked(self, community: int, account: int, text: str) -> None:
        """A question was sent, which waits now; nothing may be written that leads back to it."""


class NewAnswers(Protocol):
    """The line on the panel that says, to everybody, that there are new answers."""

    async def show(self, community: int, *, new: bool) -> None: ...


class OnPublished(Protocol):
    """A feature that shows something of what is published."""

    async def questions_changed(self, tx: Tx, community: int) -> None:
        """What is published of a community's questions has changed, in this transaction.

        It is one on the anonymous database. What is done anonymously comes here with its window only.
        """


class OnMeeting(Protocol):
    """A feature that goes by when meetings start and end, in a transaction on the everyday database."""

    async def meeting_started(self, tx: Tx, community: int, until: datetime) -> None:
        """A facilitator has started a meeting; it ends at `until` by itself."""

    async def meeting_ended(self, tx: Tx, community: int) -> None:
        """A facilitator has ended it."""
