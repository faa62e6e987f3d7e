"""A validator's errors in short words, with the branch of a union that was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import jsonschema_rs

_LONGEST = 280
_HEAD = 60


class _Wrong(NamedTuple):
    place: tuple[str | int, ...]
    text: str
    keyword: str


def messages(errors: Iterable[jsonschema_rs.ValidationError]) -> Iterator[str]:
    """One line for each error, beginning with the JSON pointer to what is wrong."""
    for wrong in _relevant(errors):
        pointer = "".join(f"/{part}" for part in wrong.place) or "/"
        yield short(f"{pointer}: {wrong.text}")


def short(text: str) -> str:
    """The text, without its middle where it is too long: the end says what is wrong."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_HEAD]}…{text[-(_LONGEST - _HEAD - 1) :]}"


def _relevant(errors: Iterable[jsonschema_rs.ValidationError]) -> list[_Wrong]:
    # A dict keeps the order and drops what several parts of a schema say alike.
    found: dict[_Wrong, None] = {}
    for error in errors:
        place = tuple(error.instance_path)
        branches = [_relevant(branch) for branch in getattr(error.kind, "context", None) or () if branch]
        if branches:
            found |= dict.fromkeys(_likeliest(branches, place))
        else:
            found[_Wrong(place, error.message, str(error.schema_path[-1]))] = None
    return [wrong for wrong in found if not _mere_consequence(wrong, found)]


def _mere_consequence(wrong: _Wrong, found: Iterable[_Wrong]) -> bool:
    """A part that is wrong leaves its properties unevaluated, which says nothing more."""
    return wrong.keyword == "unevaluatedProperties" and any(
        other is not wrong and other.place[: len(wrong.place)] == wrong.place for other in found
    )


def _likeliest(branches: list[list[_Wrong]], place: tuple[str | int, ...]) -> list[_Wrong]:
    best = min(branches, key=lambda branch: _distance(branch, place))
    kind = [wrong for wrong in best if wrong.place == (*place, "type")]
    # Where no branch is for that kind, what one of them says about the rest is beside the point.
    return kind[:1] or best


def _distance(branch: list[_Wrong], place: tuple[str | int, ...]) -> tuple[int, int, int]:
    """How unlikely it is that a branch was meant: null, then another kind, then many errors."""
    here = [wrong for wrong in branch if wrong.place == place]
    null = [wrong for wrong in here if wrong.text.endswith('is not of type "null"')]
    other_kind = [wrong for wrong in branch if wrong.place == (*place, "type")]
    return len(null), len(other_kind), len(here) * 10 + len(branch)
