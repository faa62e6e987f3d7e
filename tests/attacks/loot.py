"""What the thief keeps of each window: of each ask and each question everything that can be compared.

A `Window` holds three kinds of evidence. `by_ask` has a value for each ask (how much a file grew, how many
pages changed), `by_question` one for each question that came out (a column of its row, where it lies in the
file), and `pointing` says outright which ask a question seems to be (the same bytes, a time, an account's
hash). Who asked what is not in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.attacks import telling
from tests.attacks.files import Copy, File, Row, journal_pages
from tests.attacks.hands import Card
from tests.attacks.telling import Accounts, clues, pieces

#: How many copies after a window's end are read row by row; all of them are searched for bytes.
_READ_AFTER = 3
_SUFFIX = ".db"


@dataclass(frozen=True, slots=True)
class Ask:
    """That somebody asked, and when, as whoever watched her knows."""

    account: int
    name: str
    at: datetime


@dataclass
class Window:
    """A window as the thief sees it; lists have one entry for each ask, or for each question."""

    asks: list[Ask] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    by_ask: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    by_question: dict[str, list[Any]] = field(default_factory=dict)
    pointing: dict[str, list[int | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Bucket:
    """What one ask left behind: the bytes that are new with it, and the clues in rows that are."""

    raw: bytes
    clues: frozenset[bytes]


class Thief:
    """Copies every file of a folder but the key, whenever told to, and keeps what differs."""

    def __init__(self, folder: Path, without: str, read_log: Callable[[], str]) -> None:
        """`without` is the name of the key file; `read_log` returns all that was logged so far."""
        self._folder = folder
        self._without = without
        self._read_log = read_log
        self._logged = 0
        self._files: dict[str, File] = {}
        self._sizes: dict[str, int] = {}
        self._copies: dict[str, Copy] = {}
        self._fresh: list[bytes] = []
        self._seen: set[int] = set()
        self._come: list[Row] = []
        self._gone: list[Row] = []
        self._pages: list[int] = []
        self._buckets: list[_Bucket] = []
        self._last_ask: dict[str, list[Row]] = {}
        self._written_by_asks: set[str] = set()
        self._read_after: list[dict[str, list[Row]]] = []
        self._baseline = b""
        self._clues: list[list[set[bytes]]] = []
        self.windows: list[Window] = []
        self.copies_taken = 0

    @property
    def window(self) -> Window:
        """The latest window."""
        return self.windows[-1]

    # Copies

    def glance(self) -> None:
        """Copy every file, journals and all, while a commit is under way, and keep the bytes that are new."""
        self.copies_taken += 1
        for path in self._paths():
            if path.suffix == _SUFFIX:
                self._keep_bytes(self._file(path).take()[0])
            else:
                self._copy_whole(path)

    def look(self) -> None:
        """Copy every file, and read the rows of those that are databases."""
        self.copies_taken += 1
        for path in self._paths():
            self._sizes[self._name(path)] = path.stat().st_size
            if path.suffix == _SUFFIX:
                copy = self._copies[self._name(path)] = self._file(path).read()
                self._keep_bytes(copy.changed)
                self._come += copy.come
                self._gone += copy.gone
                self._pages += copy.changed_pages
            else:
                self._copy_whole(path)

    def _copy_whole(self, path: Path) -> None:
        for part in journal_pages(path.read_bytes()):
            self._keep_bytes(part)

    def _keep_bytes(self, raw: bytes) -> None:
        """Keep bytes, unless the very same were kept in this window already."""
        if hash(raw) not in self._seen:
            self._seen.add(hash(raw))
            self._fresh.append(raw)

    def _paths(self) -> list[Path]:
        found = sorted(path for path in self._folder.rglob("*") if path.is_file())
        return [path for path in found if path.name != self._without]

    def _file(self, path: Path) -> File:
        return self._files.setdefault(self._name(path), File(path))

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._folder))

    def _rows(self) -> dict[str, list[Row]]:
        return {table: rows for copy in self._copies.values() for table, rows in copy.rows.items()}

    # A window

    def begin(self) -> None:
        """Nobody has asked yet."""
        self._seen.clear()
        self.look()
        self._forget_differences()
        self._baseline = b"".join(file.raw for file in self._files.values())
        self._buckets = []
        self._written_by_asks = set()
        self.windows.append(Window())

    def asked(self, ask: Ask, messages_seen: int) -> None:
        """Somebody has just asked."""
        sizes, rows = dict(self._sizes), {table: len(rows) for table, rows in self._rows().items()}
        self.look()
        logged = self._new_log()
        self.window.asks.append(ask)
        self._keep_of_ask("order", len(self.window.asks))
        self._keep_of_ask("account", ask.account)
        self._keep_of_ask("name", ask.name)
        self._keep_of_ask("messages seen", messages_seen)
        self._keep_of_ask("logged", len(logged))
        for name, size in self._sizes.items():
            self._keep_of_ask(f"size of {name}", size)
            self._keep_of_ask(f"growth of {name}", size - sizes.get(name, 0))
        for table, now in self._rows().items():
            self._keep_of_ask(f"new rows in {table}", len(now) - rows.get(table, 0))
        self._keep_of_ask("pages changed", len(self._pages))
        self._keep_of_ask("first page changed", min(self._pages, default=0))
        self._keep_of_ask(
            "bytes of rows", sum(r.length for r in self._come) - sum(r.length for r in self._gone)
        )
        self._keep_of_ask("longest row", max((row.length for row in self._come), default=0))
        new = frozenset(_clues_of(self._come) - _clues_of(self._gone))
        self._buckets.append(_Bucket(b"".join([*self._fresh, logged.encode()]), new))
        self._last_ask = self._rows()
        self._written_by_asks |= {row.table for row in self._come}
        self._forget_differences()

    def _keep_of_ask(self, what: str, value: Any) -> None:
        self.window.by_ask[what].append(value)

    def _new_log(self) -> str:
        log = self._read_log()
        new, self._logged = log[self._logged :], len(log)
        return new

    def _forget_differences(self) -> None:
        self._fresh, self._come, self._gone, self._pages = [], [], [], []

    def changed_after(self) -> None:
        """Something was committed after the last ask: of the first few such copies every row is kept."""
        if len(self._read_after) < _READ_AFTER:
            self.look()
            self._read_after.append(self._rows())
        else:
            self.glance()

    def end(self, cards: Sequence[Card]) -> None:
        """The window has ended, and `cards` came out, in the order in which everybody reads them."""
        self.look()
        self.window.cards = list(cards)
        self._keep_public()
        linked: list[list[Row]] = [[] for _ in cards]
        for number, rows in enumerate([*self._read_after, self._rows()]):
            for found, so_far in zip(self._keep_rows(f"copy {number}", rows), linked, strict=True):
                so_far.extend(found)
        self._point(linked)
        self._keep_rows_of_asks(linked)
        self._clues.append(_of_one_only([_clues_of(rows) for rows in linked]))
        self._read_after = []
        self._forget_differences()

    def later(self) -> None:
        """Time has passed since the window: the rows lie where they lie now."""
        self.look()
        self._keep_rows("later", self._rows())

    @contextmanager
    def around(self, account: int) -> Iterator[None]:
        """Somebody is seen to leave, to erase, to read: the questions whose rows differ then may be hers."""
        self.look()
        before = _contents(self._rows())
        yield
        self.look()
        changed = {clue for values in before ^ _contents(self._rows()) for v in values for clue in clues(v)}
        for window, own in zip(self.windows, self._clues, strict=False):
            ask = next((n for n, ask in enumerate(window.asks) if ask.account == account), None)
            pointing = window.pointing.setdefault("changed when somebody acted", [None] * len(window.cards))
            for place, of_card in enumerate(own):
                if of_card & changed:
                    pointing[place] = ask

    # What is kept of each question

    def _keep_public(self) -> None:
        cards, keep = self.window.cards, self.window.by_question
        keep["message"] = [card.message for card in cards]
        keep["number"] = [card.number for card in cards]
        keep["length of text"] = [len(card.text) for card in cards]
        for place in range(min((len(card.wires) for card in cards), default=0)):
            keep[f"wire {place}"] = [card.wires[place] for card in cards]
        logged = self._new_log()
        keep["place in log"] = [min(map(logged.find, _words(card)), default=-1) for card in cards]

    def _keep_rows(self, when: str, rows: dict[str, list[Row]]) -> list[list[Row]]:
        """Keep what can be compared of the rows that belong to each question; returns those rows."""
        linked = link(self.window.cards, [row for many in rows.values() for row in many])
        places = {id(row): place for many in rows.values() for place, row in enumerate(many)}
        by_table: dict[str, list[list[Row]]] = {
            table: [[row for row in of_card if row.table == table] for of_card in linked]
            for table in {row.table for of_card in linked for row in of_card}
        }
        for table, of_cards in by_table.items():
            if all(len(found) == 1 for found in of_cards):
                alone = [found[0] for found in of_cards]
                for what, values in self._comparable(alone, places):
                    self.window.by_question[f"{when}: {table}, {what}"] = values
        return linked

    def _comparable(self, rows: list[Row], places: dict[int, int]) -> Iterator[tuple[str, list[Any]]]:
        yield "order of keys", [places[id(row)] for row in rows]
        yield "place in file", [(row.page, row.offset) for row in rows]
        yield "place in page", [row.offset for row in rows]
        yield "page it goes on in", [row.goes_on for row in rows]
        yield "length", [row.length for row in rows]
        columns = self._columns(rows[0].table)
        for place in range(min(len(row.values) for row in rows)):
            name = columns[place] if place < len(columns) else f"column {place}"
            yield name, [row.values[place] for row in rows]

    def _columns(self, table: str) -> tuple[str, ...]:
        schemas = (schema for file in self._files.values() for schema in file.schemas)
        return next((schema.columns for schema in schemas if schema.table == table), ())

    # What points from a question to an ask

    def _point(self, linked: list[list[Row]]) -> None:
        asks, pointing = self.window.asks, self.window.pointing
        values = [
            list({*card.wires, *(value for row in rows for value in row.values)})
            for card, rows in zip(self.window.cards, linked, strict=True)
        ]
        parts = _of_one_only([{part for value in of_card for part in pieces(value)} for of_card in values])
        appearances = [self._appearances(of_card) for of_card in parts]
        pointing["first copy with its bytes"] = [min(found, default=None) for found in appearances]
        pointing["last copy with its bytes"] = [max(found, default=None) for found in appearances]
        pointing["a time in its row"] = telling.nearest_times(values, [ask.at for ask in asks])
        accounts = Accounts([ask.account for ask in asks])
        pointing["an account in its row"] = [accounts.hashed_in(of_card) for of_card in values]

    def _appearances(self, parts: set[bytes]) -> list[int]:
        """The asks with which bytes of a question first appeared."""
        first = ((part, self._first_with(part)) for part in parts)
        return [number for part, number in first if number is not None and part not in self._baseline]

    def _first_with(self, part: bytes) -> int | None:
        return next((number for number, bucket in enumerate(self._buckets) if part in bucket.raw), None)

    def _keep_rows_of_asks(self, linked: list[list[Row]]) -> None:
        """Where, after the last ask, the rows lie that came with each ask, or that name each account."""
        mine = {id(row) for rows in linked for row in rows}
        accounts = Accounts([ask.account for ask in self.window.asks])
        for table in self._written_by_asks:
            others = [row for row in self._last_ask.get(table, ()) if id(row) not in mine]
            self._keep_places(f"row in {table} that came with it", others, self._came_with)
            self._keep_places(f"row in {table} that names it", others, lambda r: accounts.named_in(r.values))

    def _keep_places(self, what: str, rows: list[Row], ask_of: Callable[[Row], int | None]) -> None:
        by_key: dict[int, Any] = {}
        by_place: dict[int, Any] = {}
        for place, row in enumerate(rows):
            ask = ask_of(row)
            if ask is not None:
                by_key[ask], by_place[ask] = place, (row.page, row.offset)
        if len(by_key) > len(self.window.asks) // 2:
            numbers = range(len(self.window.asks))
            self.window.by_ask[f"key of the {what}"] = [by_key.get(number, -1) for number in numbers]
            self.window.by_ask[f"place of the {what}"] = [by_place.get(number, (0, 0)) for number in numbers]

    def _came_with(self, row: Row) -> int | None:
        when = (number for number, bucket in enumerate(self._buckets) if row.clues & bucket.clues)
        return next(when, None)


def link(cards: Sequence[Card], rows: Collection[Row]) -> list[list[Row]]:
    """The rows that belong to each card, by what its buttons carry, and by what only those rows hold."""
    by_clue: dict[bytes, list[Row]] = defaultdict(list)
    for row in rows:
        for clue in row.clues:
            by_clue[clue].append(row)
    known = [{clue for value in (card.message, *card.wires) for clue in clues(value)} for card in cards]
    linked: list[dict[int, Row]] = [{} for _ in cards]
    for _ in range(2):
        known = _of_one_only(known)
        for found, own in zip(linked, known, strict=True):
            found |= {id(row): row for clue in own for row in by_clue.get(clue, ())}
        known = [_clues_of(found.values()) | own for found, own in zip(linked, known, strict=True)]
    return [list(found.values()) for found in linked]


def _of_one_only(known: list[set[bytes]]) -> list[set[bytes]]:
    shared = Counter(clue for own in known for clue in own)
    return [{clue for clue in own if shared[clue] == 1} for own in known]


def _clues_of(rows: Iterable[Row]) -> set[bytes]:
    return {clue for row in rows for clue in row.clues}


def _contents(rows: dict[str, list[Row]]) -> set[tuple[Any, ...]]:
    return {row.values for many in rows.values() for row in many}


def _words(card: Card) -> list[str]:
    return [str(card.message), *(part for wire in card.wires for part in wire.split(":")[-1:])]
