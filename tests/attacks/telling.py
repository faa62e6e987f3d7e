"""What a value can tell: clues that link rows, pieces to search for, times, and accounts behind a hash."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

#: What is shorter, or a smaller number, is found everywhere by chance.
_TELLING_BYTES = 6
_TELLING_NUMBER = 1 << 24
_PIECE = 8
_MOST_PIECES = 3
_DISCORD_EPOCH_MS = 1_420_070_400_000
_SALTED_MAKERS = (hashlib.md5, hashlib.sha1, hashlib.sha256)
_MAKERS = (
    *_SALTED_MAKERS,
    hashlib.sha224,
    hashlib.sha384,
    hashlib.sha512,
    hashlib.sha3_256,
    hashlib.blake2b,
    hashlib.blake2s,
)
_LONGEST_SALT = 40
_MARGIN = 0.5
#: Seconds, and finer.
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
_FORMS = (">I", "<I", ">Q", "<Q", ">d", "<d")
_DIGITS = re.compile(r"\d{9,20}(?:\.\d+)?")
_DATES = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{6})?")


def as_bytes(value: Any) -> bytes:
    """A value as it lies in a file."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, float):
        return struct.pack(">d", value)
    return value.to_bytes(9, "big", signed=True).lstrip(b"\0") if isinstance(value, int) else b""


def clues(value: Any) -> Iterator[bytes]:
    """What of a value is long enough to link two rows, in one form for bytes, hexadecimal and base64."""
    if isinstance(value, int) and abs(value) < _TELLING_NUMBER:
        return
    parts = re.split(r"[\s:]+", value) if isinstance(value, str) else [value]
    for part in parts:
        raw = as_bytes(part)
        if len(raw) >= _TELLING_BYTES - isinstance(part, int) * 2:
            yield raw if not isinstance(part, str) else _decoded(part) or raw


def _decoded(text: str) -> bytes | None:
    """The bytes that a text stands for, if it is long enough to be random ones."""
    if re.fullmatch(r"(?:[0-9a-fA-F]{2}){8,}", text):
        return bytes.fromhex(text)
    if re.fullmatch(r"[\w+/-]{11,}={0,2}", text) and len(text) % 4 != 1:
        padded = text.rstrip("=").replace("+", "-").replace("/", "_")
        try:
            return base64.urlsafe_b64decode(padded + "=" * (-len(padded) % 4))
        except binascii.Error:
            return None
    return None


def pieces(value: Any) -> Iterator[bytes]:
    """Parts of a value that are found wherever it was written as a whole."""
    for clue in clues(value):
        step = max(_PIECE, len(clue) // _MOST_PIECES)
        for at in range(0, max(1, len(clue) - _PIECE + 1), step):
            yield clue[at : at + _PIECE]
        if isinstance(value, str) or len(clue) <= _LONGEST_SALT:
            yield as_bytes(value)[-_PIECE:]
            yield clue.hex().encode()[: 2 * _PIECE]


def nearest_times(values: Sequence[Iterable[Any]], asked: Sequence[datetime]) -> list[int | None]:
    """For each question the ask whose time is nearest to one among its values, if there is one."""
    times = [moment.timestamp() for moment in asked]
    spans = _Spans(min(times) - _MARGIN, max(times) + _MARGIN)
    found = [{time for value in own for time in spans.times(value)} for own in values]
    # What every question of a window holds is the window's own time.
    common = set.intersection(*found) if found else set()
    return [_nearest(own - common, times) for own in found]


def _nearest(found: set[float], times: list[float]) -> int | None:
    apart = [(abs(time - moment), number) for moment in found for number, time in enumerate(times)]
    return min(apart)[1] if apart else None


class _Spans:
    """Finds the times of one window, in whatever unit and form they are written."""

    def __init__(self, earliest: float, latest: float) -> None:
        self._spans = [(earliest * unit, latest * unit, 1 / unit, 0.0) for unit in _UNITS]
        first, last = (int(1_000 * time - _DISCORD_EPOCH_MS) << 22 for time in (earliest, latest))
        self._spans.append((first, last, 1 / (1_000 << 22), _DISCORD_EPOCH_MS / 1_000))

    def times(self, value: Any) -> Iterator[float]:
        """Every time of the window that a value could be or hold."""
        if isinstance(value, int | float):
            yield from self._among((value,))
        elif isinstance(value, bytes):
            for form in _FORMS:
                size = struct.calcsize(form)
                for start in range(min(size, len(value) - size + 1)):
                    end = start + (len(value) - start) // size * size
                    numbers = struct.iter_unpack(form, value[start:end])
                    yield from self._among([number for (number,) in numbers])
        elif isinstance(value, str):
            yield from self._among([float(digits) for digits in _DIGITS.findall(value)])
            dates = (datetime.fromisoformat(date).replace(tzinfo=UTC) for date in _DATES.findall(value))
            yield from self._among([date.timestamp() for date in dates])

    def _among(self, numbers: Sequence[float]) -> Iterator[float]:
        for first, last, unit, start in self._spans:
            for number in [number for number in numbers if first <= number <= last]:
                yield number * unit + start


class Accounts:
    """Finds the numbers of these accounts, and unkeyed hashes of them, among values."""

    def __init__(self, accounts: Sequence[int]) -> None:
        """The places of the accounts are what is found."""
        self._accounts = accounts
        self._needles: dict[bytes, list[tuple[bytes, int]]] = {}
        for place, account in enumerate(accounts):
            for needle in _needles(account):
                self._needles.setdefault(needle[:_TELLING_BYTES], []).append((needle, place))

    def named_in(self, values: Iterable[Any]) -> int | None:
        """The place of the first account that is named, or hashed without a salt, somewhere in the values."""
        held = b"\n".join(form for value in values for form in (as_bytes(value), *clues(value)))
        return self._found(held, _beginnings(held))

    def _found(self, held: bytes, beginnings: set[bytes]) -> int | None:
        known = (self._needles[each] for each in beginnings & self._needles.keys())
        return next((place for many in known for needle, place in many if needle in held), None)

    def hashed_in(self, values: Sequence[Any]) -> int | None:
        """The same; every short value may be the salt of a hash that is among the values."""
        held = b"\n".join(form for value in values for form in (as_bytes(value), *clues(value)))
        beginnings = _beginnings(held)
        place = self._found(held, beginnings)
        if place is not None:
            return place
        salts = {raw for value in values if 0 < len(raw := as_bytes(value)) <= _LONGEST_SALT}
        for place, account in enumerate(self._accounts):
            if not beginnings.isdisjoint(digest[:_TELLING_BYTES] for digest in _salted(account, salts)):
                return place
        return None


def _beginnings(held: bytes) -> set[bytes]:
    return {held[at : at + _TELLING_BYTES] for at in range(len(held) - _TELLING_BYTES + 1)}


def _needles(account: int) -> Iterator[bytes]:
    """An account's number, and how hashes of it begin, as bytes, in hexadecimal and in base64."""
    yield from (form for raw in _forms(account) for form in _encoded(raw))
    yield from (form for raw in _hashes(account) for form in _encoded(raw[:_TELLING_BYTES]))


def _forms(account: int) -> tuple[bytes, bytes, bytes]:
    return str(account).encode(), account.to_bytes(8, "big"), account.to_bytes(8, "little")


def _hashes(account: int) -> Iterator[bytes]:
    for form in _forms(account):
        yield from (make(form).digest() for make in _MAKERS)
        yield from (hashlib.blake2b(form, digest_size=size).digest() for size in (8, 16, 32))


def _encoded(raw: bytes) -> Iterator[bytes]:
    yield raw
    yield raw.hex().encode()
    # The last character of base64 depends on what follows.
    characters = len(raw) * 8 // 6
    yield base64.urlsafe_b64encode(raw)[:characters]
    yield base64.b64encode(raw)[:characters]


def _salted(account: int, salts: set[bytes]) -> Iterator[bytes]:
    for form in _forms(account):
        for salt in salts:
            for make in _SALTED_MAKERS:
                yield make(salt + form).digest()
                yield make(form + salt).digest()
            yield hmac.digest(salt, form, "sha256")
