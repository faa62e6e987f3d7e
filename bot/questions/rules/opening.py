"""What a window makes of all that waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from random import Random

from bot.questions.rules.acts import Act, Asked, Ended, Own, Told, Wondered, pace_of
from bot.questions.rules.changes import closed, parted
from bot.questions.rules.claims import Claim, Role, needed, with_what_was_read
from bot.questions.rules.question import AnonymousQuestion, Band, State, band, larger
from bot.questions.rules.saying import Said
from bot.questions.rules.windows import LENGTHS, Pace, window_end

#: In seconds. Nothing waits longer for its window; what seems to was written before the clock was set back.
_LONGEST_AHEAD = 2 * LENGTHS[Pace.CAREFUL].total_seconds()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a window leaves: the questions that changed, new ones in the order of their numbers; all claims,
    all acts that wait on, and what else was said, in the order that was drawn."""

    changed: tuple[AnonymousQuestion, ...]
    claims: tuple[Claim, ...]
    waiting: tuple[Act, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Makers:
    """What a window needs from outside: `publish` makes the question and the claim of an act, `token` that of
    somebody who wondered, `said` what is handed over of what else was said, to facilitators first or not;
    `is_of` says whether a claim is an account's."""

    publish: Callable[[Asked, int | None], tuple[AnonymousQuestion, Claim]]
    token: Callable[[Wondered], Claim]
    is_of: Callable[[Claim, int], bool]
    is_paused: Callable[[int], bool]
    said: Callable[[Told, bool], Said]


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
    told = [act for act in ripe if isinstance(act, Told)]
    said = (make.said(act, act.release_first or make.is_paused(act.account)) for act in told)
    kept = needed([*marked, *tokens], changed)
    different = (each for id_, each in changed.items() if each != questions[id_])
    return Opened(
        (*(question for question, _ in pairs), *different),
        (*kept, *(claim for _, claim in pairs)),
        tuple(waiting),
        tuple(said),
    )


def next_opening(waiting: Sequence[Act], usual: datetime, meeting_until: datetime | None) -> datetime | None:
    """When to look at what waits on; None if nothing does.

    What was asked in a meeting does not wait longer than was promised, also when that has ended meanwhile.
    """
    if not waiting:
        return None
    if all(isinstance(act, Ended) for act in waiting) and meeting_until is not None:
        return meeting_until
    promised = (act.not_before for act in waiting if isinstance(act, Own) and pace_of(act))
    return min([usual, *(datetime.fromtimestamp(seconds, UTC) for seconds in promised)])


def _sorted_out(
    acts: Sequence[Act], now: datetime, *, in_meeting: bool, by_hand: bool
) -> tuple[list[Act], list[Act]]:
    """What is applied now, and what waits on."""
    ripe: list[Act] = []
    waiting: list[Act] = []
    for act in acts:
        keeps_its_window = not by_hand or (isinstance(act, Own) and act.waited)
        too_early = keeps_its_window and 0 < act.not_before - now.timestamp() <= _LONGEST_AHEAD
        after_the_meeting = in_meeting and isinstance(act, Ended)
        (waiting if too_early or after_the_meeting else ripe).append(act)
    for act in _alone(ripe):
        ripe.remove(act)
        later = now + LENGTHS[Pace.CAREFUL] if by_hand else now
        not_before = int(window_end(later, LENGTHS[Pace.CAREFUL]).timestamp())
        waiting.append(replace(act, waited=True, not_before=not_before))
    return ripe, waiting


def _alone(ripe: Sequence[Act]) -> list[Own]:
    """What would come out with nobody else's, where windows are careful, and has not waited for that yet."""
    own = [act for act in ripe if isinstance(act, Own)]
    if len({act.account for act in own}) > 1:
        return []
    return [act for act in own if pace_of(act) is Pace.CAREFUL and not act.waited]


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
