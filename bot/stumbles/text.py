"""What facilitators read of the words that were hard in a quarter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.core.notices import Button, Line, Notice, Words
from bot.disclosure.rules import Band
from bot.stumbles.rules import Entry, Group, Published, Quarter, fitting


def quarter_over(published: Published) -> Notice:
    """The message of a quarter that is over."""
    if not published.entries:
        return Notice((_title(published.quarter), Line("stumbles-nothing")), (_open(published.key),))
    said = (_title(published.quarter), Line("stumbles-intro"), *_lists(published.entries))
    copy = Button("stumbles:agenda", "stumbles-button-agenda", published.key, main=True)
    return Notice(said, (copy, _open(published.key)))


def agenda(published: Published) -> Notice:
    """The same as plain text, to copy."""
    lists = _lists(published.entries) or (Line("stumbles-nothing"),)
    quarter = published.quarter
    title = Line("stumbles-agenda", {"number": quarter.number, "year": str(quarter.year)})
    return Notice((title, *lists))


def year(published: Sequence[Published], until: datetime, *, can_show: bool) -> Notice:
    """What was told in the last year, and when there is more; `can_show`: whether there can be any."""
    comes = Line("stumbles-comes", {"day": f"<t:{int(until.timestamp())}:D>"})
    few = () if can_show else (Line("stumbles-too-few"),)
    nothing = () if published else (Line("stumbles-none-yet"),)
    said = (Line("stumbles-title-year"), Line("stumbles-what"), *nothing, *(few or (comes,)))
    return Notice(said, tuple(map(_of_quarter, published)))


def _of_quarter(published: Published) -> Button:
    quarter = published.quarter
    return Button(
        "stumbles:agenda",
        "stumbles-button-quarter",
        published.key,
        values={"number": quarter.number, "year": str(quarter.year)},
    )


def _open(key: str) -> Button:
    return Button("stumbles:show", "stumbles-button-show", key)


def _title(quarter: Quarter) -> Line:
    return Line("stumbles-title", {"number": quarter.number, "year": str(quarter.year)})


def _lists(entries: Sequence[Entry]) -> tuple[Line, ...]:
    lines = []
    is_all = True
    for group, band in ((group, band) for group in Group for band in Band):
        words, fits = fitting(_words(entries, group, band))
        is_all = is_all and fits
        if words:
            lines.append(Line(f"stumbles-{group}-{band}", {"words": Words(words)}))
    return tuple(lines) if is_all else (*lines, Line("stumbles-more"))


def _words(entries: Iterable[Entry], group: Group, band: Band) -> list[str]:
    return [each.word for each in entries if (each.group, each.band) == (group, band)]
