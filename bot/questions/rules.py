"""What an anonymous question is, what may become of it, and what a window does.

The types carry the anonymity: an `AnonymousQuestion` has no account to leak, a `Claim` is a handle that
only the asker can compute, and an account is named in `Asked` alone, which never leaves a sealed block.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from random import Random

from bot.core.errors import Refused

#: In characters, for questions and answers alike: both, quoted, fit on one card.
LONGEST = 1_500
#: How long a question waits at the most: the *quick* window, for live meetings.
WINDOW = timedelta(seconds=20)
#: What can prove who asked goes this long after closing at the latest, read or not.
KEPT_AFTER_CLOSING = timedelta(days=30)


#: What leaves no mark by itself: Unicode's categories of format characters, separators, controls, surrogates
#: and of what only changes the character before; and the letters and symbols that are made to be blank.
_INVISIBLE = ("Cf", "Zs", "Zl", "Zp", "Cc", "Cs", "Mn", "Me")
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"


class State(StrEnum):
    """Where a published question is in its life. Before it is published it is a block in `waiting`."""

    OUT = "out"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Card:
    """The public message that shows a question; `token` is what its buttons carry."""

    channel: int
    token: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class AnonymousQuestion:
    """A question as everybody sees it. `window` is the start of the window in which it came out."""

    id: str
    community: int
    number: int
    text: str
    card: Card
    window: datetime
    state: State = State.OUT
    answer: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What lets an asker prove that a question is hers; `draft` is the form that she sent, once."""

    question: str
    draft: str
    salt: bytes
    handle: bytes
    read: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The act of asking, as it waits.

    `account` is the Discord account that pressed, `channel` where questions went when she did.
    """

    draft: str
    account: int
    channel: int
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """The act of reading the answers to these questions, as it waits."""

    questions: tuple[str, ...]


Act = Asked | Read


@dataclass(frozen=True, slots=True)
class Opened:
    """What a window leaves: the questions that come out, in the order of their numbers, and all claims."""

    questions: tuple[AnonymousQuestion, ...]
    claims: tuple[Claim, ...]


def window_start(now: datetime, length: timedelta = WINDOW) -> datetime:
    """The start of the window that `now` is in. Windows stand on a fixed clock, counted from 1970 in UTC."""
    seconds = int(length.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)


def window_end(now: datetime, length: timedelta = WINDOW) -> datetime:
    """When what is done now is applied at the latest."""
    return window_start(now, length) + length


def clean(text: str, what: str) -> str:
    """Return `text` as it is kept: composed characters, no control characters, no pile of empty lines.

    Raises Refused (`error-<what>-empty`, `error-<what>-long`) if nothing that can be seen, or more than
    LONGEST, is left.
    """
    lines = "\n".join(text.splitlines()).replace("\t", " ")
    printable = "".join(c for c in lines if c == "\n" or unicodedata.category(c) != "Cc")
    kept = re.sub(r"\n{3,}", "\n\n", unicodedata.normalize("NFC", printable)).strip()
    if all(c in _BLANK or unicodedata.category(c) in _INVISIBLE for c in kept):
        raise Refused(f"error-{what}-empty")
    if len(kept) > LONGEST:
        raise Refused(f"error-{what}-long", length=len(kept), most=LONGEST)
    return kept


def without_links(text: str) -> str:
    """The text with its addresses left readable, but not to be pressed: a link can tell who followed it."""
    # What is left after one pass may be an address again.
    while (without := re.sub(r"(?i)https?://", "", text)) != text:
        text = without
    return text


def asked_before(draft: str, acts: Sequence[Act], claims: Sequence[Claim]) -> bool:
    """Whether this very form was sent before: two presses of [Submit], or one that seemed to fail."""
    waiting = (act.draft for act in acts if isinstance(act, Asked))
    return draft in {*waiting, *(claim.draft for claim in claims)}


def newly_read(shown: Sequence[str], own: Sequence[Claim], acts: Sequence[Act]) -> Read | None:
    """The act of reading the answers to the questions `shown`, unless it is known or waits already."""
    unread = {claim.question for claim in own if not claim.read} & set(shown)
    waiting = {question for act in acts if isinstance(act, Read) for question in act.questions}
    return Read(tuple(sorted(unread - waiting))) if unread - waiting else None


def open_window(
    acts: Sequence[Act],
    claims: Sequence[Claim],
    closed: Collection[str],
    *,
    publish: Callable[[Asked, int], tuple[AnonymousQuestion, Claim]],
    next_number: int,
    rng: Random,
) -> Opened:
    """Apply all acts that waited, in an order that `rng` draws.

    `closed` holds the ids of closed questions; `publish` makes the question and the claim of an act
    with the number it is given. Numbers begin at `next_number`.
    """
    drawn = sorted(acts, key=lambda _: rng.random())
    asked = [act for act in drawn if isinstance(act, Asked)]
    pairs = [publish(act, number) for number, act in enumerate(asked, next_number)]
    read = {question for act in drawn if isinstance(act, Read) for question in act.questions}
    marked = [replace(claim, read=claim.read or claim.question in read) for claim in claims]
    return Opened(
        tuple(question for question, _ in pairs),
        (*needed(marked, closed), *(claim for _, claim in pairs)),
    )


def needed(claims: Sequence[Claim], closed: Collection[str]) -> tuple[Claim, ...]:
    """The claims that still serve somebody: those whose question is open, or whose answer is unread."""
    return tuple(claim for claim in claims if not (claim.read and claim.question in closed))


def unexpired(claims: Sequence[Claim], closed_on: Mapping[str, date], today: date) -> tuple[Claim, ...]:
    """The claims that may live until tomorrow night without passing KEPT_AFTER_CLOSING."""

    def expires(claim: Claim) -> bool:
        closed = closed_on.get(claim.question)
        return closed is not None and today + timedelta(days=1) - closed >= KEPT_AFTER_CLOSING

    return tuple(claim for claim in claims if not expires(claim))


def answered(question: AnonymousQuestion, answer: str) -> AnonymousQuestion:
    """The question with its answer; raises Refused if it has one already or is closed."""
    if question.state is not State.OUT:
        raise Refused(f"error-already-{question.state}", number=question.number)
    return replace(question, state=State.ANSWERED, answer=answer)


def closed(question: AnonymousQuestion, today: date) -> AnonymousQuestion:
    """The question, closed; raises Refused if it is closed already, or nobody has answered it."""
    if question.state is State.CLOSED:
        raise Refused("error-already-closed", number=question.number)
    if question.answer is None:
        raise Refused("error-close-unanswered", number=question.number)
    return replace(question, state=State.CLOSED, closed_on=today)
