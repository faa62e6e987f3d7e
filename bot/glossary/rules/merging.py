"""What a file would do with the terms that are there: new, the same, or in conflict. Nothing is done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.glossary.rules.checking import Faulty, key_of, marks_kept
from bot.glossary.rules.columns import FIELDS, LAST
from bot.glossary.rules.reading import Read, Row
from bot.glossary.rules.term import Term


@dataclass(frozen=True, slots=True)
class Conflict:
    """A term that is there and in the file, and not the same: what each says, and in which columns."""

    here: Term
    theirs: Term
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file in would do. A `new` term has no id, but for a hidden one that would come back."""

    read: Read
    new: tuple[Term, ...]
    same: tuple[Term, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def faulty(self) -> tuple[Faulty, ...]:
        """What is wrong in the file, by line."""
        return self.read.faulty

    @property
    def every(self) -> frozenset[str]:
        """The ids of all terms in conflict: to take the file's of each."""
        return frozenset(each.here.id for each in self.conflicts)


def compare(read: Read, shown: Sequence[Term], hidden: Sequence[Term] = ()) -> Preview:
    """Hold a file against the terms that a community is shown, and those that it hid.

    The same word in the same theme is the same term. A column that the file does not have changes nothing.
    """
    there = {key_of(term): term for term in reversed(shown)}
    away = {key_of(term): term for term in hidden}
    new: list[Term] = []
    same: list[Term] = []
    conflicts: list[Conflict] = []
    for row in read.rows:
        key = key_of(row.term)
        here = there.get(key)
        if here is None:
            new.append(replace(row.term, id=away[key].id) if key in away else row.term)
        elif conflict := _conflict(here, row):
            conflicts.append(conflict)
        else:
            same.append(here)
    return Preview(read, tuple(new), tuple(same), tuple(conflicts))


def to_take(preview: Preview, take: Collection[str] = (), by: str = "") -> list[Term]:
    """The terms to keep: all new ones, and of those in conflict the file's where their id is in `take`.

    `by` is shown as who wrote them.
    """
    theirs = [each.theirs for each in preview.conflicts if each.here.id in take]
    return [*(replace(term, by=by) for term in preview.new), *(_signed(term, by) for term in theirs)]


def _conflict(here: Term, row: Row) -> Conflict | None:
    given = {FIELDS[column]: getattr(row.term, FIELDS[column]) for column in row.given}
    columns = tuple(column for column in FIELDS if column in row.given and _differs(here, given, column))
    if not columns:
        return None
    # Whoever wrote or checked the words here did not write or check the file's.
    others = {} if set(columns) <= set(LAST) else {"by": "", "checked_on": None, "is_official": False}
    return Conflict(here, marks_kept(here, replace(here, **{**others, **given})), columns)


def _differs(here: Term, given: dict[str, object], column: str) -> bool:
    return bool(getattr(here, FIELDS[column]) != given[FIELDS[column]])


def _signed(term: Term, by: str) -> Term:
    return term if term.by else replace(term, by=by)
