"""What is done anonymously, how it waits, and what a window makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from random import Random

from bot.questions.rules.question import (
    AnonymousQuestion,
    Band,
    Ending,
    State,
    band,
    closed,
    larger,
    parted,
)
from bot.questions.rules.settings import Terms
from bot.questions.rules.windows import LENGTHS, Pace, window_end

#: What can prove who asked goes this long after closing at the latest, read or not.
KEPT_AFTER_CLOSING = timedelta(days=30)
#: In seconds. Nothing waits longer for its window; what seems to was written before the clock was set back.
_LONGEST_AHEAD = 2 * LENGTHS[Pace.CAREFUL].total_seconds()


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


class Role(StrEnum):
    """What a claim proves."""

    ASKED = "asker"
    WONDERED = "wonderer"


@dataclass(frozen=True, slots=True)
class Claim:
    """What lets somebody prove that a question is hers, or that she was counted.

    `draft` is the form that she sent, `seen` how much of the news she has read, `hinted` of how much she was
    told, `note` her sealed account if she wants to be.
    """

    question: str
    role: Role
    salt: bytes
    handle: bytes
    draft: str = ""
    seen: int = 0
    hinted: int = 0
    note: bytes = b""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a window leaves: the questions that changed, new ones in the order of their numbers; all claims,
    and all acts that wait on."""

    changed: tuple[AnonymousQuestion, ...]
    claims: tuple[Claim, ...]
    waiting: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Makers:
    """What a window needs from outside: `publish` makes the question and the claim of an act, `token` that of
    somebody who wondered; `is_of` says whether a claim is an account's."""

    publish: Callable[[Asked, int | None], tuple[AnonymousQuestion, Claim]]
    token: Callable[[Wondered], Claim]
    is_of: Callable[[Claim, int], bool]
    is_paused: Callable[[int], bool]


def drafts(claims: Sequence[Claim]) -> set[str]:
    """The forms that were sent, and are out: two presses of [Submit] count once."""
    return {claim.draft for claim in claims if claim.draft}


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


def open_window(
    acts: Sequence[Act],
    claims: Sequence[Claim],
    questions: Mapping[str, AnonymousQuestion],
    make: Makers,
    *,
    now: datetime,
    in_meeting: bool,
    by_hand: bool,
    next_number: int,
    rng: Random,
) -> Opened:
    """Apply what has waited long enough, in an order that `rng` draws; the rest waits on.

    `questions` holds, by id, those that are open and all that a claim is about. `by_hand`: a facilitator
    asked for the questions now, which a lone question outlasts all the same.
    """
    drawn = sorted(acts, key=lambda _: rng.random())
    ripe, waiting = _sorted_out(drawn, now, in_meeting=in_meeting, by_hand=by_hand)
    today = now.date()
    changed = dict(questions)
    ended = {act.question: act for act in ripe if isinstance(act, Ended)}
    for act in ended.values():
        _end(changed, act, today)
    marked = with_what_was_read(claims, ripe)
    tokens = _wondered(marked, changed, ripe, make)
    _count(changed, [*marked, *tokens])
    pairs = _publish([act for act in ripe if isinstance(act, Asked)], make, next_number)
    kept = needed([*marked, *tokens], changed)
    different = (each for id_, each in changed.items() if each != questions[id_])
    return Opened(
        (*(question for question, _ in pairs), *different),
        (*kept, *(claim for _, claim in pairs)),
        tuple(waiting),
    )


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


def next_opening(waiting: Sequence[Act], usual: datetime, meeting_until: datetime | None) -> datetime | None:
    """When to look at what waits on; None if nothing does.

    What was asked in a meeting does not wait longer than was promised, also when that has ended meanwhile.
    """
    if not waiting:
        return None
    if all(isinstance(act, Ended) for act in waiting) and meeting_until is not None:
        return meeting_until
    promised = (act.not_before for act in waiting if isinstance(act, Asked) and act.terms.pace)
    return min([usual, *(datetime.fromtimestamp(seconds, UTC) for seconds in promised)])


def _sorted_out(
    acts: Sequence[Act], now: datetime, *, in_meeting: bool, by_hand: bool
) -> tuple[list[Act], list[Act]]:
    """What is applied now, and what waits on."""
    ripe: list[Act] = []
    waiting: list[Act] = []
    for act in acts:
        keeps_its_window = not by_hand or (isinstance(act, Asked) and act.waited)
        too_early = keeps_its_window and 0 < act.not_before - now.timestamp() <= _LONGEST_AHEAD
        after_the_meeting = in_meeting and isinstance(act, Ended)
        (waiting if too_early or after_the_meeting else ripe).append(act)
    for act in _alone(ripe):
        ripe.remove(act)
        later = now + LENGTHS[Pace.CAREFUL] if by_hand else now
        not_before = int(window_end(later, LENGTHS[Pace.CAREFUL]).timestamp())
        waiting.append(replace(act, waited=True, not_before=not_before))
    return ripe, waiting


def _alone(ripe: Sequence[Act]) -> list[Asked]:
    """The careful questions that would come out with nobody else's, and have not waited for that yet."""
    asked = [act for act in ripe if isinstance(act, Asked)]
    if len({act.account for act in asked}) > 1:
        return []
    return [act for act in asked if act.terms.pace is Pace.CAREFUL and not act.waited]


def _publish(asked: Sequence[Asked], make: Makers, next_number: int) -> list[tuple[AnonymousQuestion, Claim]]:
    pairs = []
    for act in asked:
        held = act.terms.release_first or make.is_paused(act.account)
        pairs.append(make.publish(act, None if held else next_number))
        next_number += not held
    return pairs


def _end(changed: dict[str, AnonymousQuestion], act: Ended, today: date) -> None:
    """Close a question as its asker wants; what was merged with it is not hers, and stands alone again."""
    question = changed.get(act.question)
    if question is None or not question.is_open:
        return
    changed[question.id] = closed(question, act.how, today)
    for other in list(changed.values()):
        if other.merged_into == question.id and other.state is State.MERGED:
            changed[other.id] = parted(other, question, today)


def _wondered(
    claims: Sequence[Claim],
    questions: Mapping[str, AnonymousQuestion],
    ripe: Sequence[Act],
    make: Makers,
) -> list[Claim]:
    """New tokens: one for each person and question, none for the asker, none for what has ended."""
    pairs = {(act.question, act.account): act for act in ripe if isinstance(act, Wondered)}
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        of.setdefault(claim.question, []).append(claim)
    return [
        make.token(act)
        for act in pairs.values()
        if act.question in questions
        and questions[act.question].is_out
        and not any(make.is_of(claim, act.account) for claim in of.get(act.question, ()))
    ]


def _count(changed: dict[str, AnonymousQuestion], claims: Sequence[Claim]) -> None:
    """Set the bands of what is open anew; of questions that are put together the larger one counts."""
    people: dict[str, int] = {}
    for claim in claims:
        if claim.role is Role.WONDERED:
            people[claim.question] = people.get(claim.question, 0) + 1
    own = {id_: larger(each.band, band(people.get(id_, 0))) for id_, each in changed.items()}
    for id_, each in changed.items():
        bands = [own[id_], *(own[o.id] for o in changed.values() if o.merged_into == id_)]
        if each.is_out:
            changed[id_] = replace(each, band=max(bands, key=tuple(Band).index))


def _serves(claim: Claim, question: AnonymousQuestion | None) -> bool:
    if question is None or question.is_open:
        return question is not None
    by_asker = question.ending in (Ending.HELPED, Ending.TAKEN_BACK)
    return claim.role is Role.ASKED and not by_asker and claim.seen < question.news
