"""The key file: a line for each key, whole at each moment, for its owner only."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from bot.core.errors import SealBroken, SettingsError
from bot.core.keyring import HIGHEST, add_key, destroy_key, make_key_file, parse_key, read_key_file
from bot.core.sealing import KEY_BYTES, Purpose

PURPOSE = Purpose("asker", 7, "a question")


def test_a_new_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "master.key"
    made = make_key_file(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read_key_file(file).open(PURPOSE, made.close(PURPOSE, b"text")) == b"text"


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    make_key_file(file)
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        make_key_file(file)
    assert file.read_bytes() == before


def test_two_new_keys_differ(tmp_path: Path) -> None:
    make_key_file(tmp_path / "one")
    make_key_file(tmp_path / "two")
    assert (tmp_path / "one").read_bytes() != (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o666, 0o644])
def test_a_key_file_that_others_can_read_is_refused_with_what_to_do(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "master.key"
    make_key_file(file)
    file.chmod(mode)
    with pytest.raises(SettingsError, match=f"Do: chmod 600 {file}"):
        read_key_file(file)


def test_no_key_file_is_not_a_wrong_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_key_file(tmp_path / "master.key")


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "not-a-key-but-a-secret",
        "not a key but a secret!",
        base64.b64encode(b"too short").decode(),
        base64.b64encode(bytes(KEY_BYTES + 1)).decode(),
        "schlüssel",
    ],
)
def test_garbage_is_refused_and_not_repeated(tmp_path: Path, garbage: str) -> None:
    file = tmp_path / "master.key"
    file.write_text(garbage, encoding="utf-8")
    file.chmod(0o600)
    for read in (lambda: read_key_file(file), lambda: parse_key(garbage, "the setting master_key")):
        with pytest.raises(SettingsError, match="There is no key in") as caught:
            read()
        assert not garbage or garbage not in str(caught.value)
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_a_key_that_is_added_closes_and_the_older_one_still_opens(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    block = make_key_file(file).close(PURPOSE, b"text")
    both = add_key(file)
    assert (both.numbers, both.older, both.number) == ((1, 2), (1,), 2)
    assert both.close(PURPOSE, b"text")[0] == 2
    assert read_key_file(file).open(PURPOSE, block) == b"text"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]


def test_a_destroyed_key_opens_nothing_and_is_not_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    block = make_key_file(file).close(PURPOSE, b"text")
    first = file.read_bytes().strip()
    add_key(file)
    assert first in file.read_bytes()
    for _ in range(2):
        destroy_key(file, 1)
    assert first not in file.read_bytes()
    assert read_key_file(file).numbers == (2,)
    with pytest.raises(SealBroken):
        read_key_file(file).open(PURPOSE, block)


def test_the_newest_key_is_never_destroyed(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    make_key_file(file)
    before = file.read_bytes()
    with pytest.raises(ValueError, match="newest"):
        destroy_key(file, 1)
    assert file.read_bytes() == before


def test_a_write_that_was_broken_off_leaves_the_keys_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    made = make_key_file(file)
    (tmp_path / "master.key.new").write_text("half a li")
    assert read_key_file(file).fingerprint() == made.fingerprint()
    assert add_key(file).numbers == (1, 2)


def test_after_the_last_number_no_key_is_added(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    file.write_text(f"{HIGHEST} {base64.b64encode(bytes(KEY_BYTES)).decode()}\n")
    file.chmod(0o600)
    with pytest.raises(SettingsError, match="used up"):
        add_key(file)
    assert read_key_file(file).numbers == (HIGHEST,)


@pytest.mark.parametrize("number", ["0", "256", "-1", "one", "1 2"])
def test_a_number_that_no_key_can_have_is_refused(number: str) -> None:
    written = f"{number} {base64.b64encode(bytes(KEY_BYTES)).decode()}"
    with pytest.raises(SettingsError, match="There is no key in"):
        parse_key(written, "the setting master_key")


def test_a_key_keeps_its_number_when_it_moves_into_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    make_key_file(file)
    block = add_key(file).close(PURPOSE, b"text")
    destroy_key(file, 1)
    moved = parse_key(file.read_text(), "the setting master_key")
    assert moved.open(PURPOSE, block) == b"text"
