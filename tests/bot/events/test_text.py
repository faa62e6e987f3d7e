"""What an event says of a meeting: where it is, and how to say that one comes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.wording import Line, Wording, Words
from bot.events import text
from bot.meetings.rules import LONGEST_TITLE, Meeting, Place
from config.settings import WORDING

SAYS = Wording(WORDING)
LINK = "https://meet.example/room"
LONG = "https://meet.example/" + "x" * 100
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def at(place: Place, title: str = "First") -> Meeting:
    return Meeting("m1", 1, title, NOON, place=place)


def location(place: Place) -> str:
    found = text.happening(at(place)).location
    return SAYS.say(found) if isinstance(found, Line) else found.words


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (Place(where="Room 4"), "Room 4"),
        (Place(link=LINK), LINK),
        (Place(where="Teams", link=LINK), f"Teams: {LINK}"),
        (Place(where="Teams", link=LONG), "Teams"),
        (Place(link=LONG), "Online. The link is in the text below."),
        (Place(where="x" * 100, link=LINK), "x" * 100),
        (Place(), "The place is not known yet."),
    ],
)
def test_where_it_is_in_at_most_a_hundred_characters(place: Place, says: str) -> None:
    assert location(place) == says
    assert len(location(place)) <= 100


@pytest.mark.parametrize(
    ("place", "below"),
    [(Place(link=LINK), False), (Place(where="Teams", link=LONG), True), (Place(5, "", LINK), True)],
)
def test_a_link_that_has_no_room_above_stands_below(place: Place, below: bool) -> None:
    said = text.about(at(place), 7).parts
    assert (
        place.link in "\n".join(SAYS.say(each, plain=lambda words: words.words) for each in said)
    ) is below  # type: ignore[arg-type]


def test_it_says_how_to_say_that_one_comes_and_fits() -> None:
    said = text.about(at(Place(link="https://meet.example/" + "x" * 491)), 2**63 - 1)
    words = "\n\n".join(SAYS.say(each) for each in said.parts)  # type: ignore[arg-type]
    assert f"<#{2**63 - 1}>" in words
    assert len(words) <= 1000


def test_a_voice_channel_needs_no_words_and_a_title_has_one_line() -> None:
    happening = text.happening(at(Place(5), " First\n meeting " + "x" * LONGEST_TITLE))
    assert happening.channel == 5
    assert happening.name.startswith("First meeting x")
    assert len(happening.name) == 100
    assert isinstance(text.happening(at(Place(where="Room 4"))).location, Words)
