"""When papers go, and how much of them one message takes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.community.rules import CommunitySettings
from bot.core.wording import Line, Wording
from bot.meetings.rules import Meeting
from bot.papers.rules import fitting, goes_at, late_at, shown_at
from bot.papers.rules.papers import days_left
from bot.papers.text.message import message
from bot.papers.text.printed import to_print
from config.settings import WORDING
from tests.bot.papers.samples import item, items, sheets

HERE = CommunitySettings(1)
#: Monday 16 February 2026, 12:00; no bank holiday is near.
NOW = datetime(2026, 2, 16, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in 2026, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def meeting(starts_at: datetime) -> Meeting:
    """A meeting that begins then."""
    return Meeting("m1", 1, "First", starts_at)


@pytest.mark.parametrize(
    ("starts", "goes", "shown"),
    [
        # A Thursday afternoon; a Saturday, moved to Monday; after dark, moved to the next morning.
        (at(3, 12, 14), at(3, 5, 14), at(3, 3, 14)),
        (at(3, 14, 14), at(3, 9, 9), at(3, 6, 9)),
        (at(3, 12, 19), at(3, 6, 9), at(3, 4, 9)),
        # A week ahead is Good Friday; Monday is a bank holiday, too, and the clocks have gone forward.
        (at(4, 10, 13), at(4, 7, 8), at(4, 2, 8)),
        # Planned late: in an hour, or the next morning, or not by itself.
        (NOW + 3 * DAY, NOW + HOUR, NOW),
        (at(2, 16, 12, 30), None, NOW),
    ],
)
def test_it_goes_a_week_ahead_in_the_hours(starts: datetime, goes: datetime | None, shown: datetime) -> None:
    assert goes_at(meeting(starts), HERE, NOW) == goes
    assert shown_at(goes, HERE, NOW) == shown


def test_what_is_due_at_night_waits_for_the_morning_and_never_goes_after_the_beginning() -> None:
    night = at(3, 5, 22)
    assert late_at(meeting(at(3, 12, 14)), HERE, at(3, 5, 14)) == at(3, 5, 14)
    assert late_at(meeting(at(3, 12, 14)), HERE, night) == at(3, 6, 9)
    assert late_at(meeting(at(3, 6, 9)), HERE, night) is None


def test_days_are_nights_on_the_clock_where_it_is() -> None:
    assert days_left(meeting(at(3, 12, 0, 30)), at(3, 11, 23, 30)) == 1
    assert days_left(meeting(at(3, 12, 23)), at(3, 12, 1)) == 0
    assert days_left(meeting(at(3, 12, 23)), at(3, 14, 1)) == 0


def test_all_fits_where_there_is_a_little_and_what_does_not_fit_is_said_to_be_printed() -> None:
    *_, little, many, most = sheets()
    assert fitting(little).is_all
    for sheet in (many, most):
        fits = fitting(sheet)
        assert not fits.is_all
        assert 0 < fits.items < len(sheet.items)
        said = message(sheet).parts
        assert [each.id for each in said if isinstance(each, Line)][-1] == "papers-more"
        page = to_print(sheet, Wording(WORDING).say).decode()
        assert page.count("<h3>") == len(sheet.items)
        assert page.count("<tr>") == len(sheet.words) + 1


def test_every_title_is_shown_before_anything_more_is_said_of_one() -> None:
    sheet = next(each for each in sheets() if len(each.items) == len(items()))
    assert fitting(sheet).items == len(items())
    assert fitting(sheet).details < len(items()) or fitting(sheet).is_all
    assert item().title == "Waiting times 0"
