"""Which of three people pressed, and at which second, can be told from nothing that is left of it.

Worlds that differ in who presses, and when within one tick. Each second everything that a facilitator sees is
read, and every row of both databases; at the end every line of the log. All of it is the same, once what is
random has been given names in the order in which it appears.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.chairing.service import Chairing
from bot.core.database import Tx
from bot.core.notices import Line, Notice
from bot.signals import rules, service, text
from bot.signals.rules import Band, Kind
from rehearsal import Rehearsal, Shown
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.flows import FACILITATING, THE_FACILITATORS, THE_QUESTIONS, at, meeting_starts, press
from tests.tables import FILES, empty_file
from tests.two_worlds.transcript import Names

LOST, SEEN = "I’m lost", "Seen, thank you"
#: Three people; and the seconds of one tick at which they press.
THREE = (("Amina", 3), ("Derek", 11), ("Priya", 19))
_BEGINS, _SECOND = at(2, 10, 1), timedelta(seconds=1)
_SEEN_AT, _LONGEST = 45, 70
#: Keys of deliveries, sixteen letters that nobody can guess.
_KEY = re.compile(r"(?<![\w-])[\w-]{16}(?![\w-])")
#: Random; and now and then so many digits stand together in it that the log takes them for an id.
_SESSION = re.compile(r"(?<=Session ID: )[^)]+")
_TIME_OF_A_LINE = re.compile(r"^\d{4}-\d\d-\d\dT[\d:.]+Z?", re.MULTILINE)
_RANDOM = {"key", "version", "id"}


@pytest.fixture(autouse=True)
def agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on changes every eight seconds, and so between the presses of three people."""

    async def on(self: Chairing, tx: Tx | None, community: int) -> str:
        return f"Item {self._desk.clock.now().second % 20 // 8}"

    monkeypatch.setattr(Chairing, "on", on)


@dataclass
class Seen:
    """All that could be read in one world, in order; `hers`: what names an account in its files."""

    read: list[str] = field(default_factory=list)
    names: Names = field(default_factory=lambda: Names({}))
    hers: bytes = b""

    def add(self, what: str) -> None:
        self.read.append(_KEY.sub(lambda key: self.names.of(key[0]), self.names.rename(what)))


def rows(file: Path) -> list[str]:
    """Every row of a database, without what is random or sealed; and how long its file is."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        found = [
            f"{table}: {_without_random(dict(row))}"
            for table in tables
            for row in connection.execute(f'SELECT * FROM "{table}"')
        ]
    return [*sorted(found), f"{file.name} is {file.stat().st_size} bytes long"]


def _without_random(row: dict[str, object]) -> dict[str, object]:
    kept = {name: value for name, value in row.items() if name not in _RANDOM}
    told = {name: len(value) if isinstance(value, bytes) else value for name, value in kept.items()}
    return {
        name: _KEY.sub("<key>", value) if isinstance(value, str) else value for name, value in told.items()
    }


def bytes_of(folder: Path) -> bytes:
    """All that lies in the files of both databases, but for what readers tell each other."""
    files = [each for each in sorted(folder.glob("*.db*")) if not each.name.endswith("-shm")]
    return b"".join(each.read_bytes() for each in files)


async def world(folder: Path, log: Log, presses: Sequence[tuple[str, int]]) -> Seen:
    """One world: these people press at these seconds of a minute; then a facilitator has seen it."""
    folder.mkdir()
    for name, branch in FILES.items():
        (folder / name).write_bytes(empty_file(branch))
    begins = len(log.getvalue())
    async with Rehearsal() as rehearsal, bot_running(settings_for(rehearsal, folder)):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await meeting_starts(rehearsal)
        await rehearsal.move_to(_BEGINS)
        seen = Seen()
        for second in range(_LONGEST):
            await rehearsal.move_to(_BEGINS + second * _SECOND)
            await _press(rehearsal, folder, [name for name, when in presses if when == second], seen)
            if second == _SEEN_AT:
                seen.add(await press(rehearsal, "Owen", SEEN, channel=THE_FACILITATORS))
            await _look(rehearsal, folder, seen)
        accounts = [rehearsal.person(name).user_id for name, _ in presses]
        kept = bytes_of(folder)
    seen.hers = b"".join(form for each in accounts for form in forms(each) if form in kept)
    lines = _SESSION.sub("", _TIME_OF_A_LINE.sub("", log.getvalue()[begins:]))
    seen.add(lines.replace(str(folder), ""))
    return seen


def forms(account: int) -> list[bytes]:
    """How an account can stand in a file."""
    return [str(account).encode(), account.to_bytes(8, "big"), account.to_bytes(8, "little")]


async def _press(rehearsal: Rehearsal, folder: Path, names: Sequence[str], seen: Seen) -> None:
    before = bytes_of(folder)
    for name in names:
        await rehearsal.person(name).press(LOST, channel=THE_QUESTIONS)
    await rehearsal.settle()
    if bytes_of(folder) != before:
        seen.add("a press was written down")


async def _look(rehearsal: Rehearsal, folder: Path, seen: Seen) -> None:
    for name in sorted(FACILITATING):
        person = rehearsal.person(name)
        for channel in person.channels():
            seen.add("\n".join(_told(each) for each in person.read(channel)))
    for file in FILES:
        seen.add("\n".join(rows(folder / file)))


def _told(shown: Shown) -> str:
    labels = [button.label for button in shown.buttons]
    return (
        f"{shown.id} {shown.shown_at} {shown.edited} {shown.rings_me} {shown.used_by}: {shown.text} {labels}"
    )


def difference(one: Seen, other: Seen) -> str | None:
    """The first thing by which two worlds can be told apart."""
    pairs = zip(one.read, other.read, strict=True)
    return next((f"{mine}\n---\n{theirs}" for mine, theirs in pairs if mine != theirs), None)


async def test_which_of_three_pressed_and_when_cannot_be_told(tmp_path: Path, log: Log) -> None:
    first, *others = [await world(tmp_path / who, log, [(who, when)]) for who, when in THREE]
    assert "## Someone is lost.\nDuring: **Item 0**" in "".join(first.read)
    assert [difference(first, other) for other in others] == [None, None]
    assert [each.hers for each in (first, *others)] == [b"", b"", b""]


async def test_in_which_order_they_pressed_cannot_be_told(tmp_path: Path, log: Log) -> None:
    seconds = [when for _, when in THREE]
    there = [(who, when) for (who, _), when in zip(THREE, seconds, strict=True)]
    back = [(who, when) for (who, _), when in zip(THREE, seconds[::-1], strict=True)]
    one, other = await world(tmp_path / "there", log, there), await world(tmp_path / "back", log, back)
    assert difference(one, other) is None


def _shown_at_once(patch: pytest.MonkeyPatch) -> None:
    whole = service.Signals.press

    async def hurried(self: service.Signals, community: int, *given: object) -> Notice:
        notice = await whole(self, community, *given)  # type: ignore[arg-type]
        tick = rules.tick_after(self._clock.now())
        await self._tick((community, Kind.LOST), tick, in_meeting=True)
        return notice

    patch.setattr(service.Signals, "press", hurried)


def _the_moment_in_the_message(patch: pytest.MonkeyPatch) -> None:
    whole, moments = rules.pressed, list[datetime]()

    def remembered(spell: rules.Spell, token: bytes, now: datetime) -> rules.Spell:
        moments.append(now)
        return whole(spell, token, now)

    def told(kind: Kind, band: Band, key: str, during: str = "") -> Notice:
        notice = _plain(kind, band, key, during)
        moment = Line("panel-posted", {"channel": str(moments[-1].second)})
        return Notice((*notice.parts, moment), notice.buttons)

    _plain = text.shown
    patch.setattr(rules, "pressed", remembered)
    patch.setattr(text, "shown", told)


def _a_line_in_the_log(patch: pytest.MonkeyPatch) -> None:
    whole = service.Signals.press

    async def logged(self: service.Signals, community: int, account: int, *given: object) -> Notice:
        logging.getLogger("bot").warning("pressed: %s", account % 1_000)
        return await whole(self, community, account, *given)  # type: ignore[arg-type]

    patch.setattr(service.Signals, "press", logged)


def _what_was_on_at_the_press(patch: pytest.MonkeyPatch) -> None:
    whole, now = service.Signals.press, Chairing.on
    was: list[str] = []

    async def remembered(self: service.Signals, community: int, *given: object) -> Notice:
        was.append(await now(self._going, None, community))  # type: ignore[arg-type]
        return await whole(self, community, *given)  # type: ignore[arg-type]

    async def on(self: Chairing, tx: Tx | None, community: int) -> str:
        return was[-1]

    patch.setattr(service.Signals, "press", remembered)
    patch.setattr(Chairing, "on", on)


@pytest.mark.parametrize(
    "plant",
    [_shown_at_once, _the_moment_in_the_message, _a_line_in_the_log, _what_was_on_at_the_press],
)
async def test_the_planted_faults_are_found(
    tmp_path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, plant: object
) -> None:
    assert callable(plant)
    plant(monkeypatch)
    one, other = [await world(tmp_path / who, log, [(who, when)]) for who, when in THREE[:2]]
    assert difference(one, other) is not None
