"""What is said to a community, and to the host at the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.backup.rules import OLDEST, Contents
from bot.core.notices import Button, Notice
from bot.core.wording import Line


def restored(made_on: date, key: str) -> Notice:
    """What everybody in the channel for questions reads; `key` is its delivery's."""
    said = (Line("backup-restored-title"), Line("backup-restored-text", {"day": _day(made_on)}))
    return Notice(said, (Button("questions:ask", "question-button-ask", key),))


def made(contents: Contents, file: Path) -> list[Line]:
    """What the host reads when a backup is written."""
    said = Line(
        "backup-made",
        {
            "file": str(file),
            "day": _day(contents.made_on),
            "communities": contents.communities,
            "members": contents.members,
            "rows": sum(contents.rows.values()),
        },
    )
    return [said, Line("backup-made-without", {"days": OLDEST.days})]


def preview(contents: Contents, *, is_sure: bool) -> list[Line]:
    """What the host reads before and after a backup is put back."""
    said = Line(
        "backup-contents",
        {
            "day": _day(contents.made_on),
            "communities": contents.communities,
            "members": contents.members,
            "rows": sum(contents.rows.values()),
        },
    )
    if is_sure:
        return [said, Line("backup-put-back")]
    return [said, Line("backup-what-follows"), Line("backup-add-yes")]


def rotated(blocks: int, left: int) -> list[Line]:
    """What the host reads after the keys are rotated; `left`: how many older keys are still needed."""
    old = Line("backup-rotated-left") if left else Line("backup-rotated-whole")
    return [Line("backup-rotated", {"blocks": blocks}), old, Line("backup-make-new")]


def exported(file: Path, rows: int) -> list[Line]:
    """What the host reads when all of a community is written down."""
    return [Line("backup-exported", {"file": str(file), "rows": rows}), Line("backup-exported-without")]


def erasing(community: int, rows: Mapping[str, int]) -> list[Line]:
    """What the host reads before a community is erased."""
    return [
        Line("backup-erase", {"community": str(community), "rows": sum(rows.values())}),
        Line("backup-erase-backups"),
        Line("backup-erase-add-yes", {"community": str(community)}),
    ]


def erased(community: int, rows: Mapping[str, int]) -> list[Line]:
    """What the host reads after that."""
    return [Line("backup-erased", {"community": str(community), "rows": sum(rows.values())})]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
