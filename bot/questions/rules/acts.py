"""What is done anonymously, and how it waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.rules.question import Ending
from bot.questions.rules.settings import Terms
from bot.questions.rules.windows import Pace


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


@dataclass(frozen=True, slots=True)
class Told:
    """The act of saying anything else (`kind`, see `saying.py`) about a `subject`; `name` is for her to read.

    `pace` and `release_first` are what was promised, as in Terms; `waited` says that it was alone in its
    first window.
    """

    draft: str
    account: int
    kind: str
    subject: str
    text: str
    name: str
    pace: Pace | None
    release_first: bool
    not_before: int
    waited: bool = False


Act = Asked | Wondered | Ended | Read | Told
#: What somebody said in words, or by choosing some: it comes out by itself, and can be taken back.
Own = Asked | Told


def pace_of(act: Own) -> Pace | None:
    """The pace of windows when it was said; None for what was said between meetings."""
    return act.terms.pace if isinstance(act, Asked) else act.pace


def waiting_drafts(acts: Sequence[Act]) -> set[str]:
    """The forms that were sent, and wait."""
    return {act.draft for act in acts if isinstance(act, Own)}


def without_draft(acts: Sequence[Act], draft: str, account: int) -> list[Act]:
    """The acts without what this account asked or said with this form."""
    return [
        act for act in acts if not (isinstance(act, Own) and act.draft == draft and act.account == account)
    ]


def of_account(acts: Sequence[Act], account: int) -> list[Own]:
    """What this account asked or said, and waits: questions first, and each time in the same order.

    What waits is kept shuffled; hours would tell when she said it.
    """
    hers = (act for act in acts if isinstance(act, Own) and act.account == account)
    return sorted(hers, key=lambda act: ("", act.text) if isinstance(act, Asked) else (act.kind, act.name))


def same_press(acts: Sequence[Act], new: Told) -> Told | None:
    """What waits already of this account's, of the same kind and about the same, where nothing is typed."""
    if new.text:
        return None
    own = (act for act in acts if isinstance(act, Told) and act.account == new.account)
    return next((act for act in own if (act.kind, act.subject) == (new.kind, new.subject)), None)


def without_account(acts: Sequence[Act], account: int) -> list[Act]:
    """The acts without those that name this account."""
    return [act for act in acts if not (isinstance(act, Own | Wondered) and act.account == account)]
