"""What a member reads about what is kept of her."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.notices import Attached, Button, Line, Notice, Words
from bot.privacy.rules import Page, Row

_ERASE = Button("privacy:erase", "privacy-button-erase")
_FILE = Button("privacy:file", "privacy-button-file")


def nothing() -> Notice:
    """For somebody of whom nothing is kept here."""
    return Notice((Line("privacy-nothing"), Line("privacy-discord")))


def page(shown: Page) -> Notice:
    """A page of what is kept; the last one also says what is not here."""
    parts: list[Line | Words] = [Line("privacy-title", {"page": shown.number, "of": shown.of})]
    for section in shown.sections:
        parts.append(Line("privacy-section", {"name": section.name.replace("_", "-")}))
        parts += [_row(row) for row in section.rows]
    if shown.number == shown.of:
        parts += [Line("privacy-unlinked"), Line("privacy-host"), Line("privacy-discord")]
    return Notice(tuple(parts), (*_turning(shown), _FILE, _ERASE))


def file(attached: Attached) -> Notice:
    """The file with everything."""
    return Notice((Line("privacy-file"),), files=(attached,))


def theirs(attached: Attached) -> Notice:
    """The file with everything about a member without Discord, for whoever prints it for her."""
    return Notice((Line("privacy-theirs"),), files=(attached,))


def erase_question() -> Notice:
    """What erasing does, before it is done."""
    said = ("privacy-erase-title", "privacy-erase-goes", "privacy-erase-stays", "privacy-erase-for-good")
    yes = Button("privacy:erase-now", "privacy-button-erase-now")
    no = Button("privacy:data", "privacy-button-keep", main=True)
    return Notice(tuple(Line(id_) for id_ in said), (no, yes))


def erased() -> Notice:
    """It is done."""
    return Notice((Line("privacy-erased"), Line("privacy-erased-again")))


def _row(row: Row) -> Line:
    return Line("privacy-row", {"key": row.key, "value": row.value if row.ours else Words(row.value)})


def _turning(shown: Page) -> Iterator[Button]:
    if shown.number > 1:
        yield Button("privacy:data", "privacy-button-back", str(shown.number - 1))
    if shown.number < shown.of:
        yield Button("privacy:data", "privacy-button-more", str(shown.number + 1), main=True)
