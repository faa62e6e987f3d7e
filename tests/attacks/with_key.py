"""What the key opens in a copy of the files: every block in them, free pages and leftovers included.

A sealed block is AES-256-GCM, which is counter mode with a tag at its end (NIST SP 800-38D, 7.1): so the
beginning of a block can be read where its end was overwritten, and a thief with the key does not stop at what
still opens as a whole.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from bot.core.sealing import Seal
from tests.attacks import hands

_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_FIRST_COUNTER = (2).to_bytes(4, "big")
_LONGEST = 1 << 14
_BEGINNING = 64


@dataclass(frozen=True, slots=True)
class Found:
    """Whom the key betrays: the asker of each question, and accounts named in what waits."""

    askers: dict[str, int] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)


def copy_files(folder: Path) -> list[bytes]:
    """Every file of a folder but the key."""
    return [path.read_bytes() for path in sorted(folder.iterdir()) if path.name != hands.KEY_FILE]


def resolve(files: Iterable[bytes], seal: Seal, community: int, accounts: Iterable[int]) -> Found:
    """Try every account against everything in these files that the key opens."""
    found, accounts = Found(), list(accounts)
    for content in _contents(files, seal, community):
        found.named.update(account for account in accounts if str(account).encode() in content)
        for question, salt, handle in hands.claims_in(content):
            purpose = hands.asker_purpose(community, question)
            for account in accounts:
                if seal.handle(purpose, salt, account) == handle:
                    found.askers[question] = account
    return found


def lookers(
    files: Iterable[bytes], seal: Seal, community: int, accounts: Iterable[int]
) -> set[tuple[str, int]]:
    """Who looked up what: every account tried against every token, with every salt, that the key opens."""
    accounts = list(accounts)
    contents = set(_contents(files, seal, community))
    runs = [_fields(each, "quarter", "salt") for each in contents if b'"is": "run"' in each]
    tokens = [_fields(each, "of", "handle") for each in contents if b'"is": "token"' in each]
    runs, tokens = [each for each in runs if all(each)], [each for each in tokens if all(each)]
    found: set[tuple[str, int]] = set()
    for (quarter, salt), (subject, handle) in itertools.product(runs, tokens):
        purpose = hands.token_purpose(community, quarter, subject)
        tried = ((each, seal.handle(purpose, bytes.fromhex(salt), each).hex()) for each in accounts)
        found |= {(subject, account) for account, made in tried if made == handle}
    return found


def _fields(content: bytes, *names: str) -> tuple[str, ...]:
    found = [re.search(rf'"{name}":\s*"([^"]+)"'.encode(), content) for name in names]
    return tuple(each[1].decode() if each else "" for each in found)


def _contents(files: Iterable[bytes], seal: Seal, community: int) -> Iterator[bytes]:
    keys = [hands.block_key(seal, purpose) for purpose in hands.purposes(community)]
    for raw in files:
        start = raw.find(seal.number)
        while start >= 0:
            for key in keys:
                beginning = _decrypted(key, raw, start, _BEGINNING)
                length = int.from_bytes(beginning[:_LENGTH_BYTES], "big")
                if length < _LONGEST and beginning[_LENGTH_BYTES : _LENGTH_BYTES + 1] == b"{":
                    yield _decrypted(key, raw, start, _LENGTH_BYTES + length)
            start = raw.find(seal.number, start + 1)


def _decrypted(key: bytes, raw: bytes, start: int, length: int) -> bytes:
    behind = start + 1 + _NONCE_BYTES
    nonce, body = raw[start + 1 : behind], raw[behind : behind + length]
    if len(nonce) < _NONCE_BYTES:
        return b""
    return Cipher(AES(key), CTR(nonce + _FIRST_COUNTER)).decryptor().update(body)
