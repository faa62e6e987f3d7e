"""Pausing an asker: it begins at some time within a day, ends by itself, and never says who she is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.rules.claims import Claim
from bot.questions.rules.pauses import DAYS, Pause, lasting, lifted, pause
from bot.questions.rules.windows import GRAIN, window_start
from tests.bot.questions.making import DAY, NOW, own_claim, question, refusal, token

ASKED = replace(question(number=4), id="q1")
CLAIMS = [own_claim("another", 2), token("q1", 3), replace(own_claim("q1", 1), salt=b"salt"), token("q1", 4)]
parts = st.floats(0, 1, exclude_max=True)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def made(part: float = 0.5, days: int = 7, now: datetime = NOW) -> Pause:
    return pause(ASKED, CLAIMS, now=now, days=days, reason="why", part_of_a_day=part)


@given(moments, parts, st.sampled_from(DAYS))
def test_it_begins_within_a_day_and_lasts_as_long_as_was_said(now: datetime, part: float, days: int) -> None:
    it = made(part, days, now)
    assert window_start(now) <= it.begins < now + DAY
    assert it.ends - it.begins == timedelta(days=days)
    # No time in the anonymous database is finer.
    assert it.begins == window_start(it.begins, GRAIN)


@given(parts)
def test_the_draw_decides_when(part: float) -> None:
    assert abs(made(part).begins - NOW - part * DAY) <= GRAIN


def test_it_is_of_whoever_asked_and_of_nobody_else() -> None:
    it = made()
    assert (it.salt, it.handle, it.question, it.reason) == (b"salt", b"1", "q1", "why")


@pytest.mark.parametrize("left", [[], CLAIMS[:2], [CLAIMS[0], CLAIMS[3]]], ids=["none", "others", "wonderer"])
def test_it_is_too_late_once_nothing_can_prove_who_asked(left: list[Claim]) -> None:
    line = refusal(lambda: pause(ASKED, left, now=NOW, days=7, reason="why", part_of_a_day=0))
    assert (line.id, line.values) == ("error-pause-too-late", {"number": 4})


@given(parts, st.sampled_from(DAYS), st.integers(-10 * 86_400, 40 * 86_400))
def test_it_holds_from_its_beginning_and_ends_by_itself(part: float, days: int, seconds: int) -> None:
    it = made(part, days)
    at = NOW + timedelta(seconds=seconds)
    assert it.holds(at) == (it.begins <= at < it.ends)
    assert lasting([it], at) == ([it] if at < it.ends else [])


def test_at_its_beginning_it_holds_and_at_its_end_it_is_gone() -> None:
    it = made()
    assert it.holds(it.begins)
    assert not it.holds(it.begins - timedelta(seconds=1))
    assert it.holds(it.ends - timedelta(seconds=1))
    assert not it.holds(it.ends)
    assert lasting([it], it.begins - DAY) == [it]
    assert lasting([it], it.ends) == []


def test_one_is_lifted_and_the_others_stay() -> None:
    one, other = made(), replace(made(), question="q2")
    assert lifted([one, other], "q1") == [other]
    assert refusal(lambda: lifted([one, other], "q3")).id == "error-no-pause"
    assert refusal(lambda: lifted([], "q1")).id == "error-no-pause"


def test_there_is_no_room_in_it_for_an_account() -> None:
    kept = {each.name for each in fields(Pause)}
    assert kept == {"question", "salt", "handle", "begins", "ends", "reason", "key"}
    assert DAYS == (7, 14, 28)
