"""The key file: a line for each master key, its number and the key in base64.

There is one key, except while keys are rotated: then the newest closes, and the older ones open what is left
of theirs. A line without a number is number 1.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from bot.core.errors import SettingsError
from bot.core.files import replace_file
from bot.core.sealing import KEY_BYTES, Seal

#: A number is one byte at the head of each block.
HIGHEST = 255


def make_key_file(path: Path) -> Seal:
    """Write a new master key to `path`, readable by its owner only; raises FileExistsError if it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    master = os.urandom(KEY_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(_written({1: master}))
        file.flush()
        os.fsync(file.fileno())
    return Seal(master)


def read_key_file(path: Path) -> Seal:
    """Read the master keys. Raises FileNotFoundError, or SettingsError if they are no good or not private."""
    return _seal(_read(path))


def parse_key(written: str, where: str) -> Seal:
    """Make a Seal of what a key file holds; raises SettingsError, which never repeats it, if it is none."""
    return _seal(_parse(written, where))


def add_key(path: Path) -> Seal:
    """Add a new key, the newest from now on, to the key file; the file is whole at each moment.

    Raises what `read_key_file` raises, and SettingsError if there is no number left.
    """
    masters = _read(path)
    number = max(masters) + 1
    if number > HIGHEST:
        raise SettingsError(f"The keys in {path} have used up all numbers: no other can be added.")
    masters[number] = os.urandom(KEY_BYTES)
    replace_file(path, _written(masters))
    return _seal(masters)


def destroy_key(path: Path, number: int) -> None:
    """Keep the older key of this number no longer; where there is none nothing happens.

    The disk's free space may hold it until it is written over. Raises ValueError for the newest key.
    """
    masters = _read(path)
    if number == max(masters):
        raise ValueError("the newest key is needed")
    if masters.pop(number, None) is not None:
        replace_file(path, _written(masters))


def _read(path: Path) -> dict[int, bytes]:
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise SettingsError(
            f"The key file {path} can be read by other users of this machine. Do: chmod 600 {path}"
        )
    return _parse(path.read_text(encoding="ascii", errors="replace"), f"the key file {path}")


def _parse(written: str, where: str) -> dict[int, bytes]:
    lines = [line.split() for line in written.splitlines()]
    masters = {_number(parts[:-1], where): _key(parts[-1], where) for parts in lines if parts}
    if not masters:
        raise _no_key(where) from None
    return masters


def _number(parts: list[str], where: str) -> int:
    if not parts:
        return 1
    number = int(parts[0]) if len(parts) == 1 and parts[0].isdecimal() else 0
    if not 1 <= number <= HIGHEST:
        raise _no_key(where) from None
    return number


def _key(encoded: str, where: str) -> bytes:
    try:
        master = base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise _no_key(where) from None
    if len(master) != KEY_BYTES:
        raise _no_key(where) from None
    return master


def _no_key(where: str) -> SettingsError:
    return SettingsError(f"There is no key in {where}: it takes {KEY_BYTES} bytes in base64.")


def _seal(masters: dict[int, bytes]) -> Seal:
    newest = max(masters)
    return Seal(masters[newest], newest, masters)


def _written(masters: dict[int, bytes]) -> bytes:
    if list(masters) == [1]:
        return base64.b64encode(masters[1]) + b"\n"
    lines = (f"{number} {base64.b64encode(master).decode()}\n" for number, master in sorted(masters.items()))
    return "".join(lines).encode()
