"""What became of a term, and why. Who did it is a member's own id, or nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from bot.glossary.rules.term import Term


class Kind(StrEnum):
    """What was done with a term."""

    NEW = "new"
    CHANGED = "changed"
    PROPOSED = "proposed"
    FROM_FILE = "file"
    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Entry:
    """A community's own term. `named` is the member whose name it shows as its writer's, if one is known."""

    term: Term
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done with a term: the first has the `number` 1. `who` is a member's own id.

    `before` is what it was until then, where its words changed and were this community's own.
    """

    term: str
    number: int
    kind: Kind
    day: date
    who: str | None = None
    reason: str = ""
    before: Entry | None = None


def readable(
    changes: Sequence[Change], entries: Mapping[str, Entry], names: Mapping[str, str], member: str
) -> dict[str, object]:
    """What a member did openly, as text for herself.

    `changes` are all those of each term that she had to do with, in order; `entries` the terms as they are
    now, `names` what each is called.
    """
    rows = [
        row
        for term, all_of_it in groupby(changes, key=lambda change: change.term)
        for row in _of_term(list(all_of_it), entries.get(term), names.get(term, ""), member)
    ]
    files = [each.day for each in changes if each.who == member and each.kind is Kind.FROM_FILE]
    from_files = [{"day": day.isoformat(), "words_taken_in": files.count(day)} for day in sorted(set(files))]
    signed = [each.term.name for each in entries.values() if each.named == member]
    return {"glossary_changes": rows, "glossary_files": from_files, "shows_your_name": signed}


def _of_term(
    changes: Sequence[Change], now: Entry | None, name: str, member: str
) -> Iterator[dict[str, object]]:
    for at, change in enumerate(changes):
        if change.who != member or change.kind is Kind.FROM_FILE:
            continue
        row: dict[str, object] = {"word": name, "changed_on": change.day.isoformat(), "reason": change.reason}
        if change.kind in (Kind.NEW, Kind.CHANGED, Kind.PROPOSED):
            later = (each.before for each in changes[at + 1 :] if each.before is not None)
            row |= _text_of(next(later, now), member)
        yield row


def _text_of(entry: Entry | None, member: str) -> dict[str, object]:
    if entry is None:
        return {}
    term = entry.term
    signed = term.by if entry.named == member else ""
    return {"plain": term.plain, "precise": term.precise, "example": term.example, "shown_name": signed}
