"""The attack of `make attack`, small enough for every run of the tests."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from tests.attacks import meeting, planted
from tests.attacks.scorer import chance_of_at_most, score

WINDOWS, TRAINING = 10, 3
PLANTED_WINDOWS, PLANTED_TRAINING = 3, 1
ASKERS = 15
#: How rarely pure chance may find more: a run of the tests must not fail for that.
RARELY = 1e-5


def most_by_chance(of: int) -> int:
    """What pure guessing finds no more than, but for once in 1 / RARELY runs."""
    return next(hits for hits in range(of) if 1 - chance_of_at_most(hits, of, 1 / ASKERS) < RARELY)


async def test_a_thief_with_everything_but_the_key_does_no_better_than_guessing(tmp_path: Path) -> None:
    seed = secrets.token_hex(4)
    held = await meeting.hold(tmp_path, WINDOWS, seed)
    assert all(sorted(places) == list(range(ASKERS)) for places in held.truth), "every question came out"
    assert held.copies > WINDOWS * ASKERS * 2
    found = score(held.windows, held.truth, TRAINING)
    assert found.views > 1_000
    assert found.hits <= most_by_chance(found.questions), f"seed {seed}: {found}"


@pytest.mark.parametrize("leak", planted.LEAKS)
async def test_the_same_thief_finds_the_askers_where_a_leak_is_planted(leak: str, tmp_path: Path) -> None:
    seed = secrets.token_hex(4)
    with planted.LEAKS[leak]() as whisper:
        held = await meeting.hold(tmp_path, PLANTED_WINDOWS, seed, whisper)
    found = score(held.windows, held.truth, PLANTED_TRAINING)
    assert found.rate >= 0.9, f"seed {seed}: {found}"
    assert found.hits > most_by_chance(found.questions)
