"""What everybody saw, in order; and the first thing in which two such transcripts differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from rehearsal import Form, Outcome, Shown

#: What a random id looks like: Discord's, or what stands behind an action in a `custom_id`, or a nonce.
_RANDOM = re.compile(r"\b\d{17,20}\b|(?<=~)[^~\"]+(?=~)")
_CUSTOM_ID = re.compile(r"([a-z]+:[a-z-]+:(?:\d{17,20}\.)?)(.+)")
_OURS = "on our side"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was seen: `by` whom ("" for what everybody's client is sent), after what, and what."""

    by: str
    after: str
    seen: str


class Transcript:
    """All entries, in order; ids are as they were."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._carried: dict[str, list[Entry]] = {}

    def carry(self, postman: str, by: str, what: str) -> None:
        """One postman sends something, to somebody or (`by` is "") to a channel."""
        self._carried.setdefault(postman, []).append(Entry(by, f"is sent by the {postman} postman", what))

    @property
    def carried(self) -> list[Entry]:
        """What each postman sent, in the order in which it did; one postman after the other."""
        return [each for _, carried in sorted(self._carried.items()) for each in carried]

    def clear(self) -> None:
        """Forget all of it."""
        self.entries.clear()
        self._carried.clear()

    def add(self, by: str, after: str, seen: str) -> None:
        """One more entry. A fault of the bot's own is none that may be compared: AssertionError."""
        assert _OURS not in seen, f"{by} {after}: {seen}"
        self.entries.append(Entry(by, after, seen))

    def outcome(self, by: str, after: str, outcome: Outcome) -> None:
        """What came of a press."""
        if outcome.form is not None:
            self.add(by, after, _form(outcome.form))
        else:
            self.add(
                by, after, outcome.failed or (_message(outcome.message) if outcome.message else "nothing")
            )

    def screen(self, by: str, place: str, messages: Iterable[Shown]) -> None:
        """What a channel shows somebody."""
        self.add(by, f"reads {place}", "\n".join(_message(each) for each in messages))


class Names:
    """Gives ids that are random a name in the order in which they appear; known ones keep theirs."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._names = dict(known)
        self._new = 0

    def rename(self, text: str) -> str:
        """The text with every random id renamed."""
        return _RANDOM.sub(lambda found: self.of(found[0]), text)

    def of(self, id_: str) -> str:
        """The name of one id."""
        if id_ not in self._names:
            self._new += 1
            self._names[id_] = f"<{self._new}>"
        return self._names[id_]


def wire(event: str, body: Any) -> str:
    """A gateway event as text, its random parts marked so that `Names` finds them."""
    return f"{event} {json.dumps(_marked(body), sort_keys=True, ensure_ascii=False)}"


def renamed(entries: Iterable[Entry], names: Names, *, but: str) -> list[Entry]:
    """The entries of everybody `but` one person, with random ids renamed in order of appearance."""
    return [Entry(each.by, each.after, names.rename(each.seen)) for each in entries if each.by != but]


def first_difference(one: Iterable[Entry], other: Iterable[Entry]) -> str | None:
    """Where two transcripts part, in words; None where they do not."""
    for number, (left, right) in enumerate(zip_longest(one, other), 1):
        if left != right:
            return f"entry {number}: {_told(left, right)}\n{_told(right, left)}"
    return None


def _told(entry: Entry | None, other: Entry | None) -> str:
    if entry is None:
        return "nothing more"
    shown = entry.seen
    if other is not None and (entry.by, entry.after) == (other.by, other.after):
        lines = zip_longest(entry.seen.split("\n"), other.seen.split("\n"))
        shown = next((mine or "(nothing)" for mine, theirs in lines if mine != theirs), shown)
        shown = _around(shown, other.seen)
    return f"{entry.by or 'everybody'} {entry.after}: {shown}"


def _around(line: str, other: str) -> str:
    """A long line, from a little before the place where it is not as any line of the other."""
    if len(line) <= _LONGEST:
        return line
    shared = max(_shared(line, each) for each in other.split("\n"))
    return f"... {line[max(0, shared - 100) : shared + _LONGEST - 100]} ..."


def _shared(one: str, other: str) -> int:
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)


def _message(shown: Shown) -> str:
    about = {
        "only you": shown.only_you,
        "edited": shown.edited,
        "rings": shown.rings_me,
        f"used by {shown.used_by}": shown.used_by is not None,
    }
    marks = ", ".join(mark for mark, is_so in about.items() if is_so)
    buttons = " ".join(f"[{each.label}{' (grey)' if each.disabled else ''}]" for each in shown.buttons)
    return f"{shown.id} {shown.author} at {shown.shown_at:%d %H:%M:%S} ({marks}):\n{shown.text}\n{buttons}"


def _form(form: Form) -> str:
    return "\n".join([f"a form: {form.title}", form.text, *map(repr, form.fields)])


def _marked(body: Any) -> Any:
    if isinstance(body, dict):
        return {name: _marked_value(name, value) for name, value in body.items()}
    if isinstance(body, list):
        return [_marked(each) for each in body]
    return body


def _marked_value(name: str, value: Any) -> Any:
    if name == "nonce" and value is not None:
        return f"~{value}~"
    if name == "custom_id" and isinstance(value, str):
        return _CUSTOM_ID.sub(r"\1~\2~", value)
    return _marked(value)
