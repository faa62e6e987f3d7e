"""Keys, handles, and the encryption of what people write.

Everything is derived from one master key by HKDF-SHA256 (RFC 5869); blocks are AES-256-GCM (NIST SP
800-38D) with a random nonce. The key lives outside both databases: in the environment or a file.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.core.errors import SealBroken, SettingsError

KEY_BYTES = 32
SALT_BYTES = 16
HANDLE_BYTES = sha256().digest_size
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
    """Makes and opens sealed blocks, and computes handles, with one master key."""

    def __init__(self, master: bytes, number: int = 1) -> None:
        """`master` is KEY_BYTES long; `number` (0 to 255) is written at the head of each block."""
        if len(master) != KEY_BYTES:
            raise SettingsError(f"The master key must be {KEY_BYTES} bytes long.")
        self._master = master
        self.number = number
        # All blocks of a shelf have one purpose, and to derive a key takes longer than to open one.
        self._cipher = lru_cache(_CIPHERS_KEPT)(self._make_cipher)

    def __repr__(self) -> str:
        """Never the key."""
        return f"Seal(number={self.number})"

    def fingerprint(self) -> bytes:
        """What the same key always gives, and no other; it tells nothing about the key."""
        return self._derive(Purpose("fingerprint", 0))

    def handle(self, purpose: Purpose, salt: bytes, account: int) -> bytes:
        """HMAC-SHA256(HKDF(master, salt, purpose), account): proves who without saying who.

        `salt` is random, SALT_BYTES long and of one subject only, so handles do not link subjects.
        Accounts can be enumerated: whoever holds master and salt can find the account behind a handle.
        """
        return hmac.digest(self._derive(purpose, salt), account.to_bytes(8, "big"), "sha256")

    def close(self, purpose: Purpose, content: bytes, length: int | None = None) -> bytes:
        """Seal `content`. With `length`, every block is SEAL_BYTES + `length` long, whatever is in it.

        Raises ValueError if the content does not fit.
        """
        head = bytes([self.number])
        nonce = os.urandom(_NONCE_BYTES)
        padded = _pad(content, length)
        return head + nonce + self._cipher(purpose).encrypt(nonce, padded, head)

    def open(self, purpose: Purpose, block: bytes) -> bytes:
        """Return what was sealed; raises SealBroken if it was not sealed so, or not for this purpose."""
        head, nonce, body = block[:1], block[1 : 1 + _NONCE_BYTES], block[1 + _NONCE_BYTES :]
        if head != bytes([self.number]):
            raise SealBroken(f"sealed with a key of another number, for {purpose.name}")
        try:
            padded = self._cipher(purpose).decrypt(nonce, body, head)
        except (InvalidTag, ValueError):
            raise SealBroken(f"a block for {purpose.name} does not open") from None
        size = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + size]

    def _make_cipher(self, purpose: Purpose) -> AESGCM:
        return AESGCM(self._derive(purpose))

    def _derive(self, purpose: Purpose, salt: bytes | None = None) -> bytes:
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.info()).derive(self._master)


def _pad(content: bytes, length: int | None) -> bytes:
    room = (length or len(content) + _LENGTH_BYTES) - _LENGTH_BYTES
    if len(content) > room:
        raise ValueError(f"{len(content)} bytes do not fit into a block for {room}")
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content.ljust(room, b"\0")


def make_key_file(path: Path) -> Seal:
    """Write a new master key to `path`, readable by its owner only; raises FileExistsError if it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    master = os.urandom(KEY_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(master) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return Seal(master)


def read_key_file(path: Path) -> Seal:
    """Read a master key. Raises FileNotFoundError, or SettingsError if it is no key or others may read it."""
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise SettingsError(
            f"The key file {path} can be read by other users of this machine. Do: chmod 600 {path}"
        )
    return parse_key(path.read_text(encoding="ascii", errors="replace"), f"the key file {path}")


def parse_key(encoded: str, where: str) -> Seal:
    """Make a Seal of a base64 key; raises SettingsError, which never repeats the text, if it is none."""
    try:
        return Seal(base64.b64decode(encoded.strip(), validate=True))
    except (binascii.Error, ValueError, SettingsError):
        raise SettingsError(f"There is no key in {where}: it takes {KEY_BYTES} bytes in base64.") from None
