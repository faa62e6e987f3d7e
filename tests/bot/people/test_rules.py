"""A member: what is kept, to which second, and how it is read."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.people import rules
from bot.people.rules import About, Member

NOW = datetime(2026, 5, 14, 23, 59, 30, 250_000, tzinfo=UTC)
LATER = datetime(2026, 5, 16, 8, 0, 1, 750_000, tzinfo=UTC)
LARGEST = 2**63 - 1
AMA = rules.newcomer("a1", LARGEST, LARGEST - 1, frozenset({LARGEST, 5}), NOW)


def test_somebody_who_joins_is_kept_with_the_day_and_what_discord_says_now() -> None:
    kept = Member(
        id="a1",
        community=LARGEST,
        account=LARGEST - 1,
        joined_on=date(2026, 5, 14),
        roles=frozenset({LARGEST, 5}),
        checked_at=datetime(2026, 5, 14, 23, 59, 30, tzinfo=UTC),
    )
    assert kept == AMA


def test_looked_up_later_she_has_joined_on_the_same_day() -> None:
    checked = rules.checked(AMA, LATER, frozenset({6}))
    assert (checked.id, checked.joined_on) == (AMA.id, AMA.joined_on)
    assert checked.roles == {6}
    assert checked.checked_at == datetime(2026, 5, 16, 8, 0, 1, tzinfo=UTC)


def test_looked_up_without_an_answer_her_roles_stay_but_not_having_any_is_an_answer() -> None:
    assert rules.checked(AMA, LATER).roles == AMA.roles
    assert rules.checked(AMA, LATER, frozenset()).roles == frozenset()


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (timedelta(0), timedelta(days=1)),
        (timedelta(hours=-23), timedelta(hours=1)),
        (timedelta(hours=-24, minutes=9), timedelta(minutes=10)),
        (timedelta(days=-40), timedelta(minutes=10)),
        (timedelta(days=365), timedelta(days=1)),
    ],
)
def test_the_next_look_comes_a_day_after_the_last_and_never_within_ten_minutes(
    asked: timedelta, due: timedelta
) -> None:
    assert rules.next_check(NOW + asked, NOW) == NOW + due


def test_all_that_is_kept_can_be_read_and_no_id_is_rounded() -> None:
    """Whatever reads numbers as JavaScript does would round these."""
    read = json.loads(json.dumps(rules.readable(AMA)), parse_int=float)
    assert read == {
        "id": "a1",
        "community": str(LARGEST),
        "account": str(LARGEST - 1),
        "joined_on": "2026-05-14",
        "roles": ["5", str(LARGEST)],
        "checked_at": "2026-05-14T23:59:30+00:00",
        **dict.fromkeys(("name", "organisation", "zone", "hours", "own_words"), ""),
        **dict.fromkeys(("permission", "contact", "pause", "left_on"), ""),
        **{"groups": [], "needs": [], "apart": []},
    }
    kept = (set(Member.__slots__) | set(About.__slots__)) - {"about"}
    assert read.keys() == kept, "nothing that is kept is left out"
