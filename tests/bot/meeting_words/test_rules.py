"""Which meeting's words are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.meeting_words.rules import WELL_OVER, begun_since, heard, over_at
from bot.meetings.rules import MOST_MINUTES
from tests.bot.glossary.making import term
from tests.bot.meeting_words.samples import MEETING

TERMS = {each.id: each for each in (term("Audit"), term("Pathway"))}
BEGINS = MEETING.starts_at
LATER = replace(MEETING, id="later", starts_at=BEGINS + timedelta(days=30))


def test_the_earliest_meeting_with_words_is_the_one() -> None:
    kept = {"later": ("Pathway",)}
    found = heard([MEETING, LATER], kept, TERMS, BEGINS - timedelta(days=1))
    assert found is not None
    assert (found.meeting, found.terms, found.is_on) == (LATER, (TERMS["Pathway"],), False)
    found = heard([MEETING, LATER], {**kept, MEETING.id: ("Audit",)}, TERMS, BEGINS - timedelta(days=1))
    assert found is not None
    assert found.meeting == MEETING


def test_it_is_this_meeting_from_its_beginning_until_it_is_over() -> None:
    kept = {MEETING.id: ("Audit",)}
    for after, is_on in ((timedelta(seconds=-1), False), (timedelta(), True), (WELL_OVER * 2, True)):
        found = heard([MEETING], kept, TERMS, BEGINS + after)
        assert found is not None
        assert found.is_on is is_on
    assert heard([MEETING], kept, TERMS, over_at(MEETING)) is None
    assert begun_since(over_at(replace(MEETING, minutes=MOST_MINUTES))) == BEGINS


@pytest.mark.parametrize("minutes", [15, 120, MOST_MINUTES])
def test_it_is_over_an_hour_after_its_end(minutes: int) -> None:
    meeting, kept = replace(MEETING, minutes=minutes), {MEETING.id: ("Audit",)}
    end = BEGINS + timedelta(hours=1, minutes=minutes)
    assert heard([meeting], kept, TERMS, end - timedelta(seconds=1)) is not None
    assert heard([meeting], kept, TERMS, end) is None


def test_words_that_are_gone_are_left_out_and_none_is_nothing() -> None:
    found = heard([MEETING], {MEETING.id: ("gone", "Audit")}, TERMS, BEGINS)
    assert found is not None
    assert [each.name for each in found.terms] == ["Audit"]
    assert heard([MEETING], {MEETING.id: ("gone",)}, TERMS, BEGINS) is None
    assert heard([MEETING], {}, TERMS, BEGINS) is None
    assert heard([], {MEETING.id: ("Audit",)}, TERMS, BEGINS) is None
