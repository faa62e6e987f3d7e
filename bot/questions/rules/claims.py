"""What proves that a question is somebody's, or that somebody was counted; and how long it serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.questions.rules.acts import Act, Read
from bot.questions.rules.question import AnonymousQuestion, Ending

#: What can prove who asked goes this long after closing at the latest, read or not.
KEPT_AFTER_CLOSING = timedelta(days=30)


class Role(StrEnum):
    """What a claim proves."""

    ASKED = "asker"
    WONDERED = "wonderer"


@dataclass(frozen=True, slots=True)
class Claim:
    """What lets somebody prove that a question is hers, or that she was counted.

    `draft` is the form that she sent, `seen` how much of the news she has read, `hinted` of how much she was
    told, `note` her sealed account if she wants to be, `key` the number of the key that made the handle.
    """

    question: str
    role: Role
    salt: bytes
    handle: bytes
    draft: str = ""
    seen: int = 0
    hinted: int = 0
    note: bytes = b""
    key: int = 1


def drafts(claims: Sequence[Claim]) -> set[str]:
    """The forms that were sent, and are out: two presses of [Submit] count once."""
    return {claim.draft for claim in claims if claim.draft}


def newly_read(
    shown: Mapping[str, int], own: Sequence[Claim], acts: Sequence[Act], not_before: int
) -> Read | None:
    """The act of reading so much news of the questions `shown`, unless it is known or waits already."""
    known = {claim.question: claim.seen for claim in own}
    for act in acts:
        if isinstance(act, Read):
            known.update({question: max(seen, known.get(question, 0)) for question, seen in act.seen})
    new = {question: news for question, news in shown.items() if news > known.get(question, news)}
    return Read(tuple(sorted(new.items())), not_before) if new else None


def needed(claims: Sequence[Claim], questions: Mapping[str, AnonymousQuestion]) -> tuple[Claim, ...]:
    """The claims that still serve somebody.

    That of an asker serves until the question is closed and she has read all of it, or she closed it herself;
    that of somebody who wondered until the question is closed. `questions` holds all that a claim is about.
    """
    return tuple(claim for claim in claims if _serves(claim, questions.get(claim.question)))


def unexpired(claims: Sequence[Claim], closed_on: Mapping[str, date], today: date) -> tuple[Claim, ...]:
    """The claims that may live until tomorrow night without passing KEPT_AFTER_CLOSING."""

    def expires(claim: Claim) -> bool:
        closed = closed_on.get(claim.question)
        return closed is not None and today + timedelta(days=1) - closed >= KEPT_AFTER_CLOSING

    return tuple(claim for claim in claims if not expires(claim))


def with_what_was_read(claims: Sequence[Claim], acts: Sequence[Act]) -> list[Claim]:
    """The claims as they are once these acts of reading are applied."""
    seen: dict[str, int] = {}
    for act in acts:
        if isinstance(act, Read):
            seen.update({question: max(news, seen.get(question, 0)) for question, news in act.seen})
    return [
        replace(claim, seen=max(claim.seen, seen.get(claim.question, 0)))
        if claim.role is Role.ASKED
        else claim
        for claim in claims
    ]


def behind(claim: Claim, news: int) -> bool:
    """Whether somebody who wants to be told has something to read of which she was not told."""
    wants = claim.role is Role.ASKED and bool(claim.note)
    return wants and news > max(claim.seen, claim.hinted)


def _serves(claim: Claim, question: AnonymousQuestion | None) -> bool:
    if question is None or question.is_open:
        return question is not None
    by_asker = question.ending in (Ending.HELPED, Ending.TAKEN_BACK)
    return claim.role is Role.ASKED and not by_asker and claim.seen < question.news
