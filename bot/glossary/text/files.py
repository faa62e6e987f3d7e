"""What facilitators read who read a file into the glossary, or write one out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.notices import Attached, Button, File, Form, Line, Notice, Words
from bot.glossary.rules.checking import Faulty
from bot.glossary.rules.merging import Conflict
from bot.glossary.rules.pages import cut
from bot.glossary.rules.term import LONGEST_NAME
from bot.glossary.rules.writing import cell_of
from bot.glossary.text.desk import APART, BACK

#: Faults beyond these are in the attached file only.
MOST_FAULTS_SHOWN = 5
#: Differences in the attached file; those beyond are in the pages.
MOST_LISTED = 2_000
_COLUMNS_SHOWN = 8
_ROOM = 2_400


@dataclass(frozen=True, slots=True)
class Looked:
    """What taking a file in would do, in numbers; `files` have all of it in full."""

    token: str
    new: int
    same: int
    different: int
    faulty: tuple[Faulty, ...]
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One word that is there and in the file; `page` counts from 0."""

    token: str
    conflict: Conflict
    page: int
    of: int


@dataclass(frozen=True, slots=True)
class In:
    """What was taken in; `left`: words that others changed since the preview, and that stay."""

    new: int
    changed: int
    left: int


def form() -> Form:
    """Which file."""
    file = File("file", "glossary-files-file", "glossary-files-file-hint")
    intro = Line("glossary-files-intro")
    return Form("glossary_files:read", "", "glossary-files-title", (file,), intro)


def preview(looked: Looked) -> Notice:
    """What would happen, before it does."""
    faulty = looked.faulty
    rows = sum(each.is_left_out for each in faulty)
    parts = [
        Line(
            "glossary-files-preview",
            {"new": looked.new, "same": looked.same, "different": looked.different, "faulty": rows},
        )
    ]
    parts += [each.said for each in faulty[:MOST_FAULTS_SHOWN]]
    if len(faulty) > MOST_FAULTS_SHOWN:
        parts.append(Line("glossary-files-more-faults", {"count": len(faulty) - MOST_FAULTS_SHOWN}))
    parts.append(Line("glossary-files-then" if looked.new or looked.different else "glossary-files-nothing"))
    return Notice(tuple(parts), tuple(_ways(looked)), looked.files)


def difference(shown: Difference) -> Notice:
    """What a word is here, and what it is in the file."""
    conflict = shown.conflict
    name = Words(cut(conflict.here.name, 2 * LONGEST_NAME))
    heading = Line("glossary-files-differences", {"name": name, "page": shown.page + 1, "of": shown.of})
    columns = conflict.columns[:_COLUMNS_SHOWN]
    room = _ROOM // (2 * len(columns))
    lines = [
        Line(
            "glossary-files-difference",
            {
                "column": column,
                "here": Words(cut(cell_of(conflict.here, column), room)),
                "file": Words(cut(cell_of(conflict.theirs, column), room)),
            },
        )
        for column in columns
    ]
    back = Button("glossary_files:again", "glossary-files-button-again", shown.token)
    return Notice((heading, *lines), (*_turning(shown), back))


def taken(done: In) -> Notice:
    """It is done."""
    left = (Line("glossary-files-left", {"count": done.left}),) if done.left else ()
    return Notice((Line("glossary-files-taken", {"new": done.new, "changed": done.changed}), *left), (BACK,))


def never_mind() -> Notice:
    """Nothing was taken in."""
    return Notice((Line("glossary-files-never-mind"),), (BACK,))


def written(files: Sequence[Attached]) -> Notice:
    """The glossary in files; without any, it is larger than Discord takes."""
    return Notice(
        (Line("glossary-files-written" if files else "glossary-files-large"),), (BACK,), tuple(files)
    )


def faults_in_full(faulty: Sequence[Faulty], say: Callable[[Line], str]) -> Attached:
    """All that is wrong in a file, as a text."""
    return _attached("faulty-rows.txt", [say(each.said) for each in faulty])


def differences_in_full(conflicts: Sequence[Conflict], say: Callable[[Line], str]) -> Attached:
    """What is different, uncut, as a text; MOST_LISTED words at most."""
    blocks = [_in_full(each, say) for each in conflicts[:MOST_LISTED]]
    return _attached("differences.txt", [line for block in blocks for line in (*block, "")])


def _in_full(conflict: Conflict, say: Callable[[Line], str]) -> Iterator[str]:
    yield f"{conflict.here.name} ({conflict.here.theme})" if conflict.here.theme else conflict.here.name
    for column in conflict.columns:
        here, theirs = cell_of(conflict.here, column), cell_of(conflict.theirs, column)
        yield say(Line("glossary-files-in-full", {"column": column, "here": here, "file": theirs}))


def _attached(name: str, lines: Sequence[str]) -> Attached:
    # The mark lets old programs see that it is UTF-8; the line ends are those that all of them know.
    text = "\n".join(lines).replace("\n", "\r\n") + "\r\n"
    return Attached(name, text.encode("utf-8-sig"))


def _ways(looked: Looked) -> Iterator[Button]:
    if looked.new:
        yield Button(
            "glossary_files:new",
            "glossary-files-button-new",
            looked.token,
            main=True,
            values={"count": looked.new},
        )
    if looked.different:
        yield Button("glossary_files:all", "glossary-files-button-all", looked.token)
        token = f"{looked.token}{APART}0"
        yield Button("glossary_files:different", "glossary-files-button-different", token)
    if looked.new or looked.different:
        yield Button("glossary_files:never-mind", "glossary-files-button-never-mind", looked.token)
    else:
        yield BACK


def _turning(shown: Difference) -> Iterator[Button]:
    for by, label in ((-1, "glossary-desk-button-before"), (1, "glossary-desk-button-after")):
        if 0 <= shown.page + by < shown.of:
            token = f"{shown.token}{APART}{shown.page + by}"
            yield Button("glossary_files:different", label, token)
