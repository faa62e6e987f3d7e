"""Keys, handles, and the encryption of what people write.

Everything is derived from a master key by HKDF-SHA256 (RFC 5869); blocks are AES-256-GCM (NIST SP 800-38D)
with a random nonce. The keys live outside both databases: in the environment or a file (see `keyring.py`).
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.core.errors import SealBroken, SettingsError

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_LENGTH_BYTES = 4
_CIPHERS_KEPT = 512
#: What a sealed block is longer than the text in it: key number, nonce and tag.
SEAL_BYTES = 1 + _NONCE_BYTES + _TAG_BYTES


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a key is for. Blocks and handles of one purpose say nothing about those of another."""

    name: str
    community: int
    subject: str = ""

    def info(self) -> bytes:
        """The `info` of HKDF: no two purposes give the same bytes."""
        return "\x1f".join(("equal-footing", self.name, str(self.community), self.subject)).encode()


class Seal:
    """Makes and opens sealed blocks, and computes handles.

    It closes with its newest key, and opens what any of its keys has closed. Keys have numbers from 1 to 255.
    """

    def __init__(self, master: bytes, number: int = 1, older: Mapping[int, bytes] | None = None) -> None:
        """`master` is the newest key; `older` the others, by number. Each is KEY_BYTES long.

        Raises SettingsError for a key of another length.
        """
        self._masters = {**(older or {}), number: master}
        if any(len(each) != KEY_BYTES for each in self._masters.values()):
            raise SettingsError(f"The master key must be {KEY_BYTES} bytes long.")
        self.number = number
        # All blocks of a shelf have one purpose, and to derive a key takes longer than to open one.
        self._cipher = lru_cache(_CIPHERS_KEPT)(self._make_cipher)

    def __repr__(self) -> str:
        """Never the key."""
        return f"Seal(number={self.number})"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all keys, the oldest first."""
        return tuple(sorted(self._masters))

    @property
    def older(self) -> tuple[int, ...]:
        """The numbers of the keys that only open."""
        return tuple(number for number in self.numbers if number != self.number)

    def drop(self, number: int) -> None:
        """Open nothing more with an older key."""
        del self._masters[number]
        self._cipher.cache_clear()

    def fingerprint(self, number: int | None = None) -> bytes:
        """What the same key always gives, and no other; it tells nothing about the key."""
        return self._derive(Purpose("fingerprint", 0), number=number)

    def handle(self, purpose: Purpose, salt: bytes, account: int, number: int | None = None) -> bytes:
        """HMAC-SHA256(HKDF(master, salt, purpose), account): proves who without saying who.

        `salt` is random, SALT_BYTES long and of one subject only, so handles do not link subjects. Whoever
        keeps a handle keeps the key's `number` beside it (the newest if None), and asks with it again.
        Accounts can be enumerated: whoever holds master and salt can find the account behind a handle.
        Raises SealBroken if there is no key of that number any more.
        """
        return hmac.digest(self._derive(purpose, salt, number), account.to_bytes(8, "big"), "sha256")

    def mark(self, purpose: Purpose, content: bytes, number: int | None = None) -> bytes:
        """HMAC-SHA256(HKDF(master, purpose), content): always the same, and tells nothing of the content.

        Whoever holds the key can try contents out, so what is marked is random itself. Raises SealBroken as
        `handle` does.
        """
        return hmac.digest(self._derive(purpose, number=number), content, "sha256")

    def close(self, purpose: Purpose, content: bytes, length: int | None = None) -> bytes:
        """Seal `content`. With `length`, every block is SEAL_BYTES + `length` long, whatever is in it.

        Raises ValueError if the content does not fit.
        """
        return self._close(purpose, _pad(content, length))

    def open(self, purpose: Purpose, block: bytes) -> bytes:
        """Return what was sealed; raises SealBroken if it was not sealed so, or not for this purpose."""
        padded = self._open(purpose, block)
        size = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + size]

    def again(self, purpose: Purpose, block: bytes) -> bytes:
        """The same content, sealed with the newest key in a block of that length; SealBroken as `open`."""
        return self._close(purpose, self._open(purpose, block))

    def _close(self, purpose: Purpose, padded: bytes) -> bytes:
        head = bytes([self.number])
        nonce = os.urandom(_NONCE_BYTES)
        return head + nonce + self._cipher(purpose, self.number).encrypt(nonce, padded, head)

    def _open(self, purpose: Purpose, block: bytes) -> bytes:
        head, nonce, body = block[:1], block[1 : 1 + _NONCE_BYTES], block[1 + _NONCE_BYTES :]
        if not head or head[0] not in self._masters:
            raise SealBroken(f"sealed with a key of another number, for {purpose.name}")
        try:
            return self._cipher(purpose, head[0]).decrypt(nonce, body, head)
        except (InvalidTag, ValueError):
            raise SealBroken(f"a block for {purpose.name} does not open") from None

    def _make_cipher(self, purpose: Purpose, number: int) -> AESGCM:
        return AESGCM(self._derive(purpose, number=number))

    def _derive(self, purpose: Purpose, salt: bytes | None = None, number: int | None = None) -> bytes:
        master = self._masters.get(self.number if number is None else number)
        if master is None:
            raise SealBroken(f"the key of that number is gone, for {purpose.name}")
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.info()).derive(master)


def _pad(content: bytes, length: int | None) -> bytes:
    room = (length or len(content) + _LENGTH_BYTES) - _LENGTH_BYTES
    if len(content) > room:
        raise ValueError(f"{len(content)} bytes do not fit into a block for {room}")
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content.ljust(room, b"\0")
