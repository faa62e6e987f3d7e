"""At which steps the bot is killed, and what is printed about it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.crash.report import counts, failed
from tests.crash.run import Run, instead
from tests.crash.steps import EACH_KIND, MINUTES_DOWN, PART, Kill, Step, choose, numbered

#: A meeting of 600 steps: two kinds that are frequent, one that is there five times, one twice.
LINES = [f"{PART}first", *["often", "frequent"] * 150, f"{PART}second", *["often", "frequent"] * 146]
LINES += [*["some"] * 5, "rare", "often", "rare"]
STEPS = numbered(LINES)


def kinds(kills: tuple[Kill, ...]) -> Counter[str]:
    return Counter(kill.step.kind for kill in kills)


def test_steps_are_numbered_in_all_and_in_their_kind_and_know_their_part() -> None:
    assert len(STEPS) == 600
    assert STEPS[0] == Step(1, "often", 1, "first")
    assert STEPS[301] == Step(302, "frequent", 151, "second")
    assert STEPS[-1] == Step(600, "rare", 2, "second")


@pytest.mark.parametrize("seed", range(20))
def test_each_kind_is_there_five_times_or_as_often_as_it_occurs(seed: int) -> None:
    chosen = choose(STEPS, 40, seed)
    assert len({kill.step for kill in chosen}) == 40
    found = kinds(chosen)
    assert (found["some"], found["rare"]) == (5, 2)
    assert min(found["often"], found["frequent"]) >= EACH_KIND


@pytest.mark.parametrize("seed", range(20))
def test_with_few_kills_no_kind_is_there_twice_before_each_is_there(seed: int) -> None:
    assert set(kinds(choose(STEPS, 4, seed)).values()) == {1}
    assert kinds(choose(STEPS, 8, seed)) == Counter(dict.fromkeys(("often", "frequent", "some", "rare"), 2))


@pytest.mark.parametrize("seed", range(20))
def test_the_rest_is_spread_over_the_whole_meeting(seed: int) -> None:
    numbers = [kill.step.number for kill in choose(STEPS, 200, seed)]
    assert numbers == sorted(numbers)
    assert len(numbers) == 200
    for start in range(0, 600, 50):
        assert sum(start < number <= start + 50 for number in numbers) >= 10


def test_the_same_seed_gives_the_same_and_another_one_others() -> None:
    assert choose(STEPS, 50, 1) == choose(STEPS, 50, 1)
    assert choose(STEPS, 50, 1) != choose(STEPS, 50, 2)


def test_more_kills_than_steps_are_all_steps() -> None:
    assert [kill.step for kill in choose(STEPS, 1_000, 3)] == list(STEPS)


def test_nothing_is_chosen_of_nothing() -> None:
    assert choose((), 10, 1) == ()
    assert choose(STEPS, 0, 1) == ()


def test_about_every_other_bot_is_found_late() -> None:
    late = Counter(kill.minutes_down for kill in choose(STEPS, 400, 1))
    assert set(late) == {0, MINUTES_DOWN}
    assert min(late.values()) > 150


def test_what_is_printed_has_every_kind_every_failure_and_the_log() -> None:
    folder = Path("logs/0007")
    seven = STEPS[:7]
    well = Run(Kill(STEPS[1]), STEPS[:2], 1, 3.0, None, folder)
    ill = Run(Kill(STEPS[6], MINUTES_DOWN), seven, 1, 3.0, "2 cards", folder)
    assert failed(ill) == (f"Step 7, 'often' in 'first', away for 5 minutes: 2 cards\n    {folder}")
    assert counts([well, ill], STEPS) == [
        "    1 of  296  frequent",
        "    1 of  297  often",
        "    0 of    2  rare",
        "    0 of    5  some",
        "2 meetings, 2 kills, 2 restarts (1 of them some minutes later), 1 failures",
    ]


def test_where_a_step_was_missed_by_a_few_the_last_one_of_its_kind_is_taken() -> None:
    often = [step for step in STEPS if step.kind == "often"]
    assert instead(often[-1], often[:-1]) == often[-2]
    assert instead(often[-1], often[:-3]) == often[-4]
    assert instead(often[-1], often[:-4]) is None
    assert instead(often[-1], often) is None
    assert instead(often[0], []) is None
