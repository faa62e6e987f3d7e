"""What a window makes of what waits: nothing is lost, nothing comes early, and no order tells anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.rules.acts import (
    Act,
    Asked,
    Ended,
    Own,
    Read,
    Told,
    Wondered,
    of_account,
    same_press,
    waiting_drafts,
    without_account,
    without_draft,
)
from bot.questions.rules.claims import KEPT_AFTER_CLOSING, Claim, Role, drafts, needed, newly_read, unexpired
from bot.questions.rules.opening import Opened, next_opening, open_window
from bot.questions.rules.question import AnonymousQuestion, Answer, Band, Ending, State
from bot.questions.rules.windows import Pace, window_end
from tests.bot.questions.making import (
    DAY,
    NOW,
    TODAY,
    asked,
    makers,
    own_claim,
    question,
    token,
    told,
    wondered,
)

START = int(NOW.timestamp())
CAREFUL = timedelta(minutes=10)
BANDS = list(Band)

Questions = dict[str, AnonymousQuestion]


def opened(
    acts: Sequence[Act],
    claims: Sequence[Claim] = (),
    questions: Sequence[AnonymousQuestion] = (),
    *,
    now: datetime = NOW,
    in_meeting: bool = False,
    by_hand: bool = False,
    next_number: int = 1,
    seed: int = 0,
    paused: Sequence[int] = (),
) -> Opened:
    """A window; `paused` are the accounts whose questions are held."""
    return open_window(
        acts,
        claims,
        {each.id: each for each in questions},
        makers(now, frozenset(paused)),
        now=now,
        in_meeting=in_meeting,
        by_hand=by_hand,
        next_number=next_number,
        rng=Random(seed),
    )


# Acts of every kind, as many different drafts as there are questions

accounts = st.integers(1, 6)
names = st.sampled_from(["q1", "q2", "q3", "never there"])
delays = st.integers(-30, 1_500).map(lambda by: START + by)
paces = st.sampled_from([*Pace, None])
endings = st.sampled_from([Ending.HELPED, Ending.TAKEN_BACK])
others = st.one_of(
    st.builds(Wondered, names, accounts, delays),
    st.builds(Ended, names, endings, delays),
    st.builds(Read, st.lists(st.tuples(names, st.integers(0, 5)), max_size=2).map(tuple), delays),
)


@st.composite
def waiting_acts(draw: st.DrawFn) -> list[Act]:
    """Up to five questions and as many other acts, in any order."""
    made: list[Act] = [
        asked(
            f"d{number}",
            draw(accounts),
            draw(paces),
            draw(delays),
            release_first=draw(st.booleans()),
            waited=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    made += [
        told(
            f"t{number}",
            draw(accounts),
            draw(paces),
            draw(delays),
            release_first=draw(st.booleans()),
            waited=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    return draw(st.permutations([*made, *draw(st.lists(others, max_size=5))]))


KNOWN = [question(number=1), question(State.ANSWERED, 2), question(State.MERGED, 3, merged_into="q1")]
CLAIMS = [own_claim("q1", 1), own_claim("q2", 2), own_claim("q3", 3), token("q1", 2), token("q1", 3)]
moments = st.integers(0, 1_600).map(lambda by: NOW + timedelta(seconds=by))


def as_it_was(act: Act) -> Act:
    """An act without what a window may do to it while it waits on."""
    return replace(act, waited=False, not_before=0) if isinstance(act, Own) else act


@given(waiting_acts(), moments, st.booleans(), st.booleans(), st.integers())
def test_every_act_is_applied_or_waits_on_and_nothing_is_made_up(
    acts: list[Act], now: datetime, in_meeting: bool, by_hand: bool, seed: int
) -> None:
    result = opened(acts, CLAIMS, KNOWN, now=now, in_meeting=in_meeting, by_hand=by_hand, seed=seed)
    left = Counter(map(as_it_was, result.waiting))
    assert not left - Counter(map(as_it_was, acts))
    applied = list((Counter(map(as_it_was, acts)) - left).elements())
    new = [each for each in result.changed if each.id.startswith("of ")]
    assert Counter(f"of {act.draft}" for act in applied if isinstance(act, Asked)) == Counter(
        q.id for q in new
    )
    assert Counter(c.draft for c in result.claims if c.question.startswith("of ")) == Counter(
        act.draft for act in applied if isinstance(act, Asked)
    )
    assert Counter(each.token for each in result.said) == Counter(
        f"of {act.draft}" for act in applied if isinstance(act, Told)
    )
    by_id = {each.id: each for each in KNOWN} | {each.id: each for each in result.changed}
    for act in applied:
        if isinstance(act, Ended) and act.question in by_id:
            assert by_id[act.question].state is State.CLOSED


@given(waiting_acts(), moments, st.booleans(), st.integers())
def test_nothing_comes_before_its_time(acts: list[Act], now: datetime, in_meeting: bool, seed: int) -> None:
    result = opened(acts, CLAIMS, KNOWN, now=now, in_meeting=in_meeting, seed=seed)
    # Nothing waits longer than two careful windows; what seems to was written before the clock was set back.
    early = [act for act in acts if 0 < act.not_before - now.timestamp() <= 2 * CAREFUL.total_seconds()]
    assert not Counter(early) - Counter(result.waiting)
    ahead = [act.not_before - now.timestamp() for act in result.waiting if not isinstance(act, Ended)]
    assert all(0 < seconds <= 2 * CAREFUL.total_seconds() for seconds in ahead)


@given(waiting_acts(), moments, st.booleans(), st.integers())
def test_what_only_the_asker_can_do_waits_while_a_meeting_is_on(
    acts: list[Act], now: datetime, by_hand: bool, seed: int
) -> None:
    result = opened(acts, CLAIMS, KNOWN, now=now, in_meeting=True, by_hand=by_hand, seed=seed)
    ended = Counter(act for act in acts if isinstance(act, Ended))
    assert ended == Counter(act for act in result.waiting if isinstance(act, Ended))
    assert all(each.state is not State.CLOSED for each in result.changed)


@settings(deadline=None)
@given(waiting_acts(), st.lists(st.tuples(st.integers(1, 700), st.booleans()), max_size=6), st.integers())
def test_over_successive_windows_every_question_comes_out_exactly_once(
    acts: list[Act], gaps: list[tuple[int, bool]], seed: int
) -> None:
    """Windows in and after a meeting, some by hand; the last two are late enough for all."""
    waiting: Sequence[Act] = acts
    claims: Sequence[Claim] = CLAIMS
    known, numbers, now, next_number = {each.id: each for each in KNOWN}, [], NOW, 4
    for gap, by_hand in [*gaps, (2_000, False), (2_000, False)]:
        now += timedelta(seconds=gap)
        result = opened(
            waiting,
            claims,
            list(known.values()),
            now=now,
            in_meeting=by_hand,
            by_hand=by_hand,
            next_number=next_number,
            seed=seed,
        )
        new = [each for each in result.changed if each.id not in known]
        numbers += [each.number for each in new]
        next_number += sum(each.number is not None for each in new)
        known |= {each.id: each for each in result.changed}
        waiting, claims = result.waiting, result.claims
    assert waiting == ()
    came_out = [each for each in known if each.startswith("of ")]
    assert sorted(came_out) == sorted(f"of {act.draft}" for act in acts if isinstance(act, Asked))
    given_out = [number for number in numbers if number is not None]
    assert given_out == list(range(4, 4 + len(given_out)))


@given(waiting_acts(), st.integers(1, 999), st.sets(accounts), st.integers())
def test_numbers_follow_each_other_and_what_is_held_has_none(
    acts: list[Act], first: int, paused: set[int], seed: int
) -> None:
    result = opened(acts, next_number=first, now=NOW + 2 * CAREFUL, paused=sorted(paused), seed=seed)
    act_of = {f"of {act.draft}": act for act in acts if isinstance(act, Asked)}
    for each in result.changed:
        held = act_of[each.id].terms.release_first or act_of[each.id].account in paused
        assert (each.number is None) == held == (each.state is State.HELD)
    numbers = [each.number for each in result.changed if each.number is not None]
    assert numbers == list(range(first, first + len(numbers)))


# Only the draw decides the order

RUNS = 2_000


def places(acts: Sequence[Act], shuffles: bool = True) -> Counter[tuple[str, int]]:
    """How often each of the questions came out first, second, and so on."""
    counted: Counter[tuple[str, int]] = Counter()
    for seed in range(RUNS):
        result = opened(acts, seed=seed if shuffles else 0)
        counted.update((each.text, place) for place, each in enumerate(result.changed))
    return counted


def is_even(counted: Counter[tuple[str, int]]) -> bool:
    # With 3 places, 2,000 runs and a fair draw, one count in ten thousand is further off than this.
    return len(counted) == 9 and all(abs(count - RUNS / 3) < 85 for count in counted.values())


THREE: list[Act] = [asked("a", 1), wondered("q1", 4), asked("b", 2), asked("c", 3), Read((), 0)]


@pytest.mark.parametrize("acts", [THREE, THREE[::-1]], ids=["as they came", "the other way round"])
def test_only_the_draw_decides_the_order_of_numbers(acts: list[Act]) -> None:
    """Whoever came first, and whatever else waited, each question is as likely to be in each place."""
    assert is_even(places(acts))


def test_an_order_that_is_always_the_same_is_noticed() -> None:
    """The planted fault."""
    assert not is_even(places(THREE, shuffles=False))


@given(st.permutations(range(6)), st.integers())
def test_what_waits_on_lies_in_a_drawn_order_too(order: list[int], seed: int) -> None:
    late = [asked(f"d{number}", number, not_before=START + 900) for number in order]
    left = opened(late, seed=seed).waiting
    assert sorted(map(str, left)) == sorted(map(str, late))
    assert left == opened(late, seed=seed).waiting


def test_the_order_of_what_waits_on_differs_from_draw_to_draw() -> None:
    late = [asked(f"d{number}", number, not_before=START + 900) for number in range(6)]
    assert len({opened(late, seed=seed).waiting for seed in range(20)}) > 15


# A question that is alone


def careful(draft: str = "d", account: int = 7, asked_at: datetime = NOW) -> Asked:
    return asked(draft, account, Pace.CAREFUL, int(window_end(asked_at, CAREFUL).timestamp()))


@given(st.integers(0, 599), st.integers(0, 20))
def test_a_careful_question_that_is_alone_waits_exactly_one_window_more(second: int, late: int) -> None:
    asked_at = NOW.replace(second=0) + timedelta(seconds=second)
    first = window_end(asked_at, CAREFUL)
    (left,) = opened([careful(asked_at=asked_at)], now=first + timedelta(seconds=late)).waiting
    assert isinstance(left, Asked)
    assert left.not_before == int((first + CAREFUL).timestamp())
    assert as_it_was(left) == as_it_was(careful(asked_at=asked_at))
    early = opened([left], now=first + CAREFUL - timedelta(seconds=1))
    assert (early.changed, early.waiting) == ((), (left,))
    out = opened([left], now=first + CAREFUL)
    assert len(out.changed) == 1
    assert out.waiting == ()


@given(st.integers(0, 599), st.integers(0, 599))
def test_by_hand_it_waits_ten_minutes_more_and_not_beyond_what_was_promised(second: int, later: int) -> None:
    start = NOW.replace(second=0)
    asked_at = start + timedelta(seconds=min(second, later))
    by_hand_at = start + timedelta(seconds=max(second, later))
    (left,) = opened([careful(asked_at=asked_at)], now=by_hand_at, in_meeting=True, by_hand=True).waiting
    out_at = datetime.fromtimestamp(left.not_before, UTC)
    assert by_hand_at + CAREFUL <= out_at <= window_end(asked_at, CAREFUL) + CAREFUL


@given(st.integers(0, 1_199))
def test_no_hand_shortens_the_second_window(second: int) -> None:
    (left,) = opened([careful()], now=NOW + CAREFUL).waiting
    until = datetime.fromtimestamp(left.not_before, UTC)
    at = NOW + CAREFUL + timedelta(seconds=second)
    again = opened([left], now=at, in_meeting=True, by_hand=True)
    assert (len(again.changed) == 1) == (at >= until)
    assert again.waiting == (() if at >= until else (left,))


def test_two_people_are_not_alone_but_one_who_asks_twice_is() -> None:
    later = NOW + CAREFUL
    assert len(opened([careful("a", 1), careful("b", 2)], now=later).changed) == 2
    twice = opened([careful("a", 1), careful("b", 1)], now=later)
    assert twice.changed == ()
    assert all(isinstance(act, Asked) and act.waited for act in twice.waiting)
    assert len(opened([careful("a", 1), asked("b", 2, Pace.QUICK)], now=later).changed) == 2


@pytest.mark.parametrize(
    "others", [[wondered("q1", 3)], [Read((("q1", 1),), 0)], [Ended("q1", Ending.HELPED, 0)]]
)
def test_other_acts_are_no_company(others: list[Act]) -> None:
    result = opened([careful(), *others], [], KNOWN, now=NOW + CAREFUL)
    assert [act for act in result.waiting if isinstance(act, Asked)]


@pytest.mark.parametrize("pace", [Pace.QUICK, Pace.STEADY, None])
@pytest.mark.parametrize("by_hand", [False, True])
def test_without_that_promise_a_question_does_not_wait_for_company(pace: Pace | None, by_hand: bool) -> None:
    assert len(opened([asked(pace=pace)], by_hand=by_hand).changed) == 1


def test_one_that_waited_is_company_for_a_new_one() -> None:
    (left,) = opened([careful("a", 1)], now=NOW + CAREFUL).waiting
    assert len(opened([left, careful("b", 2)], now=NOW + 2 * CAREFUL).changed) == 2


def test_by_hand_what_was_asked_a_moment_ago_comes_out() -> None:
    two = [careful("a", 1), careful("b", 2)]
    assert opened(two, now=NOW).changed == ()
    assert len(opened(two, now=NOW, by_hand=True).changed) == 2


# Who wondered


def after(result: Opened, id_: str, before: Sequence[AnonymousQuestion] = KNOWN) -> AnonymousQuestion:
    """A question after a window."""
    return {each.id: each for each in (*before, *result.changed)}[id_]


@given(st.lists(st.tuples(st.sampled_from(["q1", "q2"]), accounts), max_size=25), st.integers())
def test_a_count_is_of_different_people_and_never_of_the_asker(
    pairs: list[tuple[str, int]], seed: int
) -> None:
    known = [question(number=1), question(State.ANSWERED, 2)]
    own = [own_claim("q1", 1), own_claim("q2", 2)]
    result = opened([wondered(*pair) for pair in pairs], own, known, seed=seed)
    tokens = Counter((claim.question, claim.handle) for claim in result.claims if claim.role is Role.WONDERED)
    assert not tokens or max(tokens.values()) == 1
    for each, asker in (("q1", 1), ("q2", 2)):
        people = {account for id_, account in pairs if id_ == each} - {asker}
        assert {handle for id_, handle in tokens if id_ == each} == {str(who).encode() for who in people}
        expected = Band.SEVERAL if len(people) >= 5 else Band.OTHERS if len(people) >= 2 else Band.NONE
        assert after(result, each, known).band is expected


@given(st.lists(st.lists(st.tuples(names, accounts), max_size=8), max_size=5), st.integers())
def test_while_nobody_leaves_no_count_goes_down_and_nobody_counts_twice(
    windows: list[list[tuple[str, int]]], seed: int
) -> None:
    known, claims = {each.id: each for each in KNOWN}, tuple(CLAIMS)
    for pairs in windows:
        before, had = dict(known), set(claims)
        result = opened([wondered(*pair) for pair in pairs], claims, list(known.values()), seed=seed)
        known |= {each.id: each for each in result.changed}
        claims = result.claims
        assert set(claims) >= had
        assert len(set(claims)) == len(claims)
        for id_, each in known.items():
            assert BANDS.index(each.band) >= BANDS.index(before[id_].band)


def test_a_band_that_was_shown_stays_also_when_a_token_is_gone() -> None:
    shown = question(band=Band.SEVERAL)
    result = opened([wondered("q1", 9)], [token("q1", 3)], [shown])
    assert after(result, "q1", [shown]).band is Band.SEVERAL


@pytest.mark.parametrize("state", [State.HELD, State.MERGED, State.CLOSED])
def test_nobody_is_counted_for_what_is_not_out(state: State) -> None:
    it = replace(question(state), id="q1")
    result = opened([wondered("q1", 4)], [own_claim("q1", 1)], [it])
    assert not [claim for claim in result.claims if claim.role is Role.WONDERED]


def test_who_was_counted_before_is_not_counted_again() -> None:
    result = opened([wondered("q1", 2), wondered("q1", 3)], CLAIMS, KNOWN)
    assert result.claims == tuple(CLAIMS)


def test_the_larger_band_stands_on_what_is_put_together() -> None:
    tokens = [token("q3", who) for who in range(10, 15)]
    result = opened([], tokens, KNOWN)
    assert after(result, "q1").band is Band.SEVERAL
    assert after(result, "q2").band is Band.NONE
    # Bands of merged ones are not added up.
    four = [token("q3", who) for who in (10, 11, 12, 13)] + [token("q1", who) for who in (14, 15)]
    assert after(opened([], four, KNOWN), "q1").band is Band.OTHERS


# What the asker ends


@pytest.mark.parametrize("how", [Ending.HELPED, Ending.TAKEN_BACK])
def test_what_she_ends_is_closed_and_what_was_put_together_with_it_is_not(how: Ending) -> None:
    result = opened([Ended("q1", how, 0)], CLAIMS, KNOWN)
    ended, other = after(result, "q1"), after(result, "q3")
    assert (ended.state, ended.ending, ended.closed_on) == (State.CLOSED, how, TODAY)
    assert (other.state, other.merged_into) == (State.OUT, None)
    assert other.news == KNOWN[2].news + 1
    # What proved that it was hers goes with it, and what counted.
    assert {claim.question for claim in result.claims} == {"q2", "q3"}


def test_an_end_that_comes_too_late_changes_nothing() -> None:
    closed = question(State.CLOSED)
    assert opened([Ended("q1", Ending.HELPED, 0)], [], [closed]).changed == ()
    assert opened([Ended("never there", Ending.HELPED, 0)], [], [question()]).changed == ()


def test_a_window_without_anything_changes_nothing() -> None:
    result = opened([], [own_claim("q2", 2)], [KNOWN[1]])
    assert (result.changed, result.claims, result.waiting) == ((), (own_claim("q2", 2),), ())


def test_what_changed_comes_after_what_is_new() -> None:
    acts = [asked("a"), Ended("q1", Ending.HELPED, 0)]
    for seed in range(8):
        changed = opened(acts, CLAIMS, KNOWN, next_number=7, seed=seed).changed
        assert [each.id for each in changed] == ["of a", "q1", "q3"]
        assert changed[0].number == 7


# What was read

reads = st.lists(
    st.dictionaries(names, st.integers(0, 9), max_size=3).map(lambda seen: Read(tuple(seen.items()), 0)),
    max_size=5,
)


@given(reads, st.integers(0, 9), st.integers())
def test_reading_marks_the_most_that_was_seen_and_never_less(
    acts: list[Read], before: int, seed: int
) -> None:
    own = [own_claim("q1", 1, seen=before), token("q1", 2)]
    result = opened(acts, own, KNOWN, seed=seed)
    seen = max([before, *(news for act in acts for id_, news in act.seen if id_ == "q1")])
    assert result.claims == (replace(own[0], seen=seen), own[1])


def test_what_is_read_is_an_act_once() -> None:
    own = [own_claim("q1", seen=0), own_claim("q2", seen=2)]
    assert newly_read({"q1": 1, "q2": 2}, own, [], 5) == Read((("q1", 1),), 5)
    assert newly_read({"q2": 3, "q1": 1}, own, [], 5) == Read((("q1", 1), ("q2", 3)), 5)
    assert newly_read({"q1": 1}, own, [Read((("q1", 1),), 0)], 5) is None
    assert newly_read({"q1": 2}, own, [Read((("q1", 1),), 0)], 5) == Read((("q1", 2),), 5)
    assert newly_read({"q1": 2}, own, [Read((("q1", 2),), 0), Read((("q1", 1),), 0)], 5) is None
    assert newly_read({"q2": 2}, own, [asked()], 5) is None
    assert newly_read({"somebody else's": 9}, own, [], 5) is None
    assert newly_read({"q2": 3}, own, [Read((("q2", 1),), 0)], 5) == Read((("q2", 3),), 5)
    assert newly_read({}, own, [], 5) is None


# What is kept


def claims_of(id_: str, seen: int) -> tuple[Claim, ...]:
    return own_claim(id_, 1, seen=seen), token(id_, 2)


@given(st.integers(0, 4), st.integers(0, 4), st.sampled_from(Ending))
def test_the_claims_of_a_closed_question_go_once_its_asker_has_read_all(
    seen: int, news: int, ending: Ending
) -> None:
    closed = question(State.CLOSED, ending=ending, news=news)
    hers, counted = claims_of("q1", seen)
    by_asker = ending in (Ending.HELPED, Ending.TAKEN_BACK)
    kept = needed([hers, counted], {"q1": closed})
    assert kept == ((hers,) if seen < news and not by_asker else ())


@pytest.mark.parametrize("state", sorted(set(State) - {State.CLOSED}))
def test_the_claims_of_an_open_question_stay_and_of_none_go(state: State) -> None:
    both = claims_of("q1", 9)
    assert needed(both, {"q1": question(state, news=1)}) == both
    assert needed(both, {}) == ()


def test_a_window_forgets_what_serves_nobody() -> None:
    closed = question(State.CLOSED, news=2)
    result = opened([Read((("q1", 2),), 0)], claims_of("q1", 0), [closed])
    assert result.claims == ()
    result = opened([Read((("q1", 1),), 0)], claims_of("q1", 0), [closed])
    assert result.claims == (own_claim("q1", 1, seen=1),)


@settings(max_examples=50)
@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.times(), st.integers(0, 9))
def test_tidied_every_night_no_claim_is_kept_longer_than_30_days_after_closing(
    day: date, at: time, seen: int
) -> None:
    closed_at = datetime.combine(day, at, UTC)
    kept = claims_of("q1", seen)
    night = datetime.combine(day, time(3), UTC)
    while kept:
        night += timedelta(days=1)
        assert night - closed_at <= timedelta(days=30)
        kept = unexpired(kept, {"q1": day}, night.date())
    assert night - closed_at > timedelta(days=27)
    assert timedelta(days=30) == KEPT_AFTER_CLOSING


@given(st.lists(names), st.dictionaries(names, st.integers(0, 60).map(lambda by: TODAY - by * DAY)))
def test_the_claim_of_an_open_question_never_expires(ids: list[str], closed_on: dict[str, date]) -> None:
    before = [own_claim(id_) for id_ in ids]
    kept = unexpired(before, closed_on, TODAY)
    still_open = [claim for claim in before if claim.question not in closed_on]
    assert [claim for claim in kept if claim.question not in closed_on] == still_open


# When to look again

LATER, END = NOW + timedelta(minutes=20), NOW + timedelta(hours=5)


def test_nothing_is_looked_at_if_nothing_waits() -> None:
    assert next_opening([], LATER, END) is None


def test_what_shows_after_the_meeting_is_looked_at_then() -> None:
    ends = [Ended("q1", Ending.HELPED, 0), Ended("q2", Ending.TAKEN_BACK, 0)]
    assert next_opening(ends, LATER, END) == END
    assert next_opening(ends, LATER, None) == LATER
    assert next_opening([*ends, wondered("q1", 1)], LATER, END) == LATER


def test_what_was_asked_in_a_meeting_does_not_wait_longer_than_was_promised() -> None:
    (left,) = opened([careful()], now=NOW + CAREFUL).waiting
    promised = datetime.fromtimestamp(left.not_before, UTC)
    assert next_opening([left], END, None) == promised
    assert next_opening([left, wondered("q1", 1)], END, None) == promised
    assert next_opening([left], promised - timedelta(minutes=1), None) == promised - timedelta(minutes=1)
    assert next_opening([asked(pace=None, not_before=START)], END, None) == END


# The same form twice, and what is somebody's


def test_the_same_form_is_known_while_it_waits_and_once_it_is_out() -> None:
    act = asked("a")
    assert waiting_drafts([act, Read((("b", 1),), 0)]) == {"a"}
    assert drafts(opened([act]).claims) == {"a"}
    assert drafts([token("q1", 1)]) == set()


def test_what_waits_is_taken_back_by_who_asked_it_and_nobody_else() -> None:
    acts: list[Act] = [asked("a", 1), asked("b", 1), wondered("q1", 1), asked("c", 2)]
    assert without_draft(acts, "a", 1) == acts[1:]
    assert without_draft(acts, "a", 2) == acts
    assert without_draft(acts, "c", 2) == acts[:3]


def test_what_waits_is_found_and_forgotten_by_account() -> None:
    acts: list[Act] = [
        asked("a", 1),
        wondered("q1", 1),
        Read((), 0),
        asked("b", 2),
        Ended("q1", Ending.HELPED, 0),
    ]
    assert of_account(acts, 1) == [acts[0]]
    assert of_account(acts, 3) == []
    assert without_account(acts, 1) == acts[2:]
    assert without_account(acts, 2) == [*acts[:3], acts[4]]
    assert without_account(acts, 3) == acts


def test_an_act_that_does_not_ask_names_no_account_but_that_of_who_is_counted() -> None:
    for kind, named in ((Asked, True), (Wondered, True), (Ended, False), (Read, False), (Claim, False)):
        assert ("account" in kind.__dataclass_fields__) == named


def test_a_parted_question_keeps_the_answer_that_it_shared() -> None:
    shared = replace(KNOWN[0], state=State.ANSWERED, answer=Answer("It is this."), answered_at=NOW)
    result = opened([Ended("q1", Ending.HELPED, 0)], CLAIMS, [shared, KNOWN[2]])
    other = after(result, "q3", [shared, KNOWN[2]])
    assert (other.state, other.answer, other.answered_at) == (State.ANSWERED, Answer("It is this."), NOW)


# What is said and is no question


def test_what_is_said_comes_out_as_it_was_said_and_proves_nothing_of_who_said_it() -> None:
    result = opened([told("t", 7, kind="meaning", subject="a1", text="A plan.")])
    (said,) = result.said
    assert (said.kind, said.subject, said.text) == ("meaning", "a1", "A plan.")
    assert not said.to_facilitators_first
    assert (result.claims, result.changed, result.waiting) == ((), (), ())


@pytest.mark.parametrize(("paused", "release_first"), [((1,), False), ((), True)])
def test_what_a_paused_one_says_goes_to_facilitators_first(
    paused: tuple[int, ...], release_first: bool
) -> None:
    acts = [told("t", 1, release_first=release_first), told("u", 2)]
    result = opened(acts, paused=paused)
    assert {each.text: each.to_facilitators_first for each in result.said} == {"t": True, "u": False}


def test_where_windows_are_careful_what_is_said_alone_waits_once_more() -> None:
    alone = told("t", 1, Pace.CAREFUL, START)
    (left,) = opened([alone]).waiting
    assert left == replace(alone, waited=True, not_before=int(window_end(NOW, CAREFUL).timestamp()))
    assert next_opening([left], NOW + DAY, None) == window_end(NOW, CAREFUL)
    (said,) = opened([left], now=window_end(NOW, CAREFUL)).said
    assert said.text == "t"


@pytest.mark.parametrize("other", [asked("a", 2, Pace.CAREFUL, START), told("u", 2, Pace.CAREFUL, START)])
def test_with_something_of_somebody_elses_it_is_not_alone(other: Act) -> None:
    result = opened([told("t", 1, Pace.CAREFUL, START), other])
    assert result.waiting == ()
    own = opened([told("t", 2, Pace.CAREFUL, START), other])
    assert len(own.waiting) == 2, "one person is still alone"


def test_in_which_order_it_comes_out_tells_nothing_of_the_order_in_which_it_was_said() -> None:
    acts = [told(f"t{number}", number) for number in range(4)]
    orders = Counter(tuple(each.text for each in opened(acts, seed=seed).said) for seed in range(600))
    assert len(orders) == 24
    assert max(orders.values()) < 3 * min(orders.values()) + 20


def test_it_is_found_taken_back_and_forgotten_by_account() -> None:
    acts: list[Act] = [told("t", 1), asked("a", 1), told("u", 2)]
    assert waiting_drafts(acts) == {"t", "a", "u"}
    assert of_account(acts, 1) == of_account(acts[::-1], 1)
    assert set(of_account(acts, 1)) == set(acts[:2])
    assert without_draft(acts, "t", 1) == acts[1:]
    assert without_draft(acts, "t", 2) == acts
    assert without_account(acts, 1) == acts[2:]


def test_the_same_press_is_known_while_it_waits_and_nobody_elses_is() -> None:
    first = told("t", 1, text="", subject="a1")
    for same, known in (
        (told("u", 1, text="", subject="a1"), first),
        (told("u", 2, text="", subject="a1"), None),
        (told("u", 1, text="", subject="a2"), None),
        (told("u", 1, text="", subject="a1", kind="other"), None),
        (told("u", 1, text="words", subject="a1"), None),
    ):
        assert same_press([first], same) == known
