"""What becomes of a message: sent, an errand, kept for later, or let go."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.community.rules import CommunitySettings, PauseOfAll
from bot.nudges.rules import Action, Budget, Ledger, decide, in_order
from bot.people.rules import Member, Pause, PauseKind
from tests.bot.nudges.making import at, living_in, member, nudge, settings

NOW = at(1, 10)
A_WEEK = Pause(PauseKind.WEEK, at(8, 10))
FOR_GOOD = Pause(PauseKind.GOOD)
PAUSED = settings(pause=PauseOfAll(at(1, month=5), "Strikes."))
EVERY = list(Budget)
UNASKED = [budget for budget in Budget if budget is not Budget.ASKED]


def what(
    budget: Budget,
    to: Member | None,
    here: CommunitySettings | None = None,
    until: datetime | None = None,
) -> Action:
    return decide(nudge(budget=budget, until=until), to, here or settings(), Ledger(), NOW).action


@pytest.mark.parametrize("budget", EVERY)
def test_whoever_is_there_gets_it(budget: Budget) -> None:
    assert what(budget, member()) is Action.SEND


@pytest.mark.parametrize("budget", EVERY)
def test_whoever_is_not_there_any_more_gets_nothing(budget: Budget) -> None:
    assert what(budget, None) is Action.FORGET
    assert what(budget, member(left_on=date(2026, 5, 30))) is Action.FORGET


@pytest.mark.parametrize("budget", UNASKED)
def test_a_pause_stops_whatever_was_not_asked_for(budget: Budget) -> None:
    assert what(budget, member(pause=FOR_GOOD)) is Action.FORGET
    assert what(budget, member(pause=A_WEEK)) is Action.WAIT
    assert what(budget, member(pause=A_WEEK), until=at(7)) is Action.FORGET
    assert what(budget, member(), PAUSED) is Action.FORGET
    assert what(budget, member(pause=Pause(PauseKind.WEEK, NOW))) is Action.SEND, "it is over"


def test_what_was_asked_for_comes_in_every_pause() -> None:
    assert what(Budget.ASKED, member(pause=FOR_GOOD), PAUSED) is Action.SEND


@pytest.mark.parametrize("budget", EVERY)
def test_a_contact_prints_or_says_it_to_whoever_has_no_discord(budget: Budget) -> None:
    assert what(budget, member(account=None)) is Action.ERRAND
    assert what(budget, member(account=None), until=at(1, 9)) is Action.DROP


@pytest.mark.parametrize("budget", EVERY)
def test_what_is_too_late_never_comes(budget: Budget) -> None:
    assert what(budget, member(), until=at(1, 9)) is Action.DROP


def test_it_waits_for_its_own_day_whatever_else_holds() -> None:
    later = nudge(not_before=at(9))
    for here in (settings(), PAUSED):
        decided = decide(later, member(pause=FOR_GOOD), here, Ledger(), NOW)
        assert (decided.action, decided.when) == (Action.WAIT, at(9))


def test_it_is_the_clock_on_her_own_wall_that_counts() -> None:
    decided = decide(nudge(), member(about=living_in("America/New_York")), settings(), Ledger(), NOW)
    assert (decided.action, decided.when) == (Action.WAIT, at(1, 13))


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd"])
def test_in_a_zone_that_nobody_knows_it_is_the_communitys(zone: str) -> None:
    early = at(1, 5)
    here = settings(zone="Asia/Kathmandu")
    assert decide(nudge(), member(about=living_in(zone)), here, Ledger(), early).action is Action.SEND
    nowhere = settings(zone="Mars/Olympus")
    assert decide(nudge(), member(about=living_in(zone)), nowhere, Ledger(), early).when == at(1, 8)


def test_whichever_has_to_go_the_soonest_comes_first() -> None:
    never, late, soon = nudge("never"), nudge("late", until=at(20)), nudge("soon", until=at(9))
    older = nudge("older", not_before=at(1, year=2025))
    assert [each.key for each in in_order([never, late, older, soon])] == ["soon", "late", "older", "never"]
