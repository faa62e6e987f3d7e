"""The figures of `make bench`."""

from __future__ import annotations

import pytest

from benchmarks.report import Measured, is_quick, percentile, report


def test_a_percentile_is_the_nearest_that_was_measured() -> None:
    values = [number / 100 for number in range(100, 0, -1)]
    assert percentile(values, 50) == 0.5
    assert percentile(values, 99) == 0.99
    assert percentile(values, 100) == 1.0
    assert percentile([3.0], 1) == 3.0


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1.0], 0), ([1.0], 101)])
def test_of_nothing_there_is_no_percentile(values: list[float], percent: float) -> None:
    with pytest.raises(ValueError, match="percentile"):
        percentile(values, percent)


def test_one_slow_answer_in_a_hundred_is_let_pass_and_two_are_not() -> None:
    assert is_quick(Measured("Ours", [0.1] * 99 + [5.0]))
    assert not is_quick(Measured("Ours", [0.1] * 98 + [5.0] * 2))


def test_the_report_says_both_and_their_ratio() -> None:
    bare, ours = Measured("Bare", [0.01] * 100), Measured("Ours", [0.03] * 98 + [0.05] * 2)
    said = report(bare, ours, "two rounds")
    assert "two rounds" in said
    assert "Python 3." in said
    assert "Bare: p50 10 ms, p99 10 ms (100 answers)" in said
    assert "Ours: p50 30 ms, p99 50 ms (100 answers)" in said
    assert "Ratio: p50 3.0, p99 5.0. within 1 second at p99." in said


def test_the_report_says_that_it_was_too_slow() -> None:
    slow = Measured("Ours", [1.5] * 100)
    assert "NOT within 1 second at p99" in report(Measured("Bare", [0.5]), slow, "one round")
