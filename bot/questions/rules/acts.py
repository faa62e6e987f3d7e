"""What is done anonymously, and how it waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.rules.question import Ending
from bot.questions.rules.settings import Terms


@dataclass(frozen=True, slots=True)
class Asked:
    """The act of asking. `draft` is the form that was sent, once; `account` the Discord account that pressed.

    `about` is the id of the question it asks more about; with `tell` she wants to be told of an answer;
    `waited` says that it was alone in its first window.
    """

    draft: str
    account: int
    text: str
    terms: Terms
    not_before: int
    quote: str = ""
    about: str | None = None
    tell: bool = False
    waited: bool = False


@dataclass(frozen=True, slots=True)
class Wondered:
    """The act of wondering too."""

    question: str
    account: int
    not_before: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What only the asker can do: "that helps", or taking it back. It shows after the meeting."""

    question: str
    how: Ending
    not_before: int


@dataclass(frozen=True, slots=True)
class Read:
    """The act of reading: for each question, how much of its news was shown."""

    seen: tuple[tuple[str, int], ...]
    not_before: int


Act = Asked | Wondered | Ended | Read


def waiting_drafts(acts: Sequence[Act]) -> set[str]:
    """The forms that were sent, and wait."""
    return {act.draft for act in acts if isinstance(act, Asked)}


def without_draft(acts: Sequence[Act], draft: str, account: int) -> list[Act]:
    """The acts without the question that this account asked with this form."""
    return [
        act for act in acts if not (isinstance(act, Asked) and act.draft == draft and act.account == account)
    ]


def of_account(acts: Sequence[Act], account: int) -> list[Asked]:
    """What this account asked, and waits."""
    return [act for act in acts if isinstance(act, Asked) and act.account == account]


def without_account(acts: Sequence[Act], account: int) -> list[Act]:
    """The acts without those that name this account."""
    return [act for act in acts if not (isinstance(act, Asked | Wondered) and act.account == account)]
