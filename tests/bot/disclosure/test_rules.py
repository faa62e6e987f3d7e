"""What may be said about how many people did something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.disclosure.rules import Band, band, can_show

ORDER = (None, Band.SEVERAL, Band.MANY)


def test_nothing_of_four_several_from_five_many_from_ten() -> None:
    assert [band(number) for number in (0, 4, 5, 9, 10, 99)] == [
        *(None, None, Band.SEVERAL),
        *(Band.SEVERAL, Band.MANY, Band.MANY),
    ]
    assert (can_show(4), can_show(5)) == (False, True)


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_more_people_are_never_said_to_be_fewer(one: int, more: int) -> None:
    assert ORDER.index(band(one)) <= ORDER.index(band(one + more))
