"""A text in plain letters, so that nothing hides behind odd ones; and where each of them stood."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain; `origin` says for each of its characters where it stood in the original."""

    text: str
    origin: tuple[int, ...]


_STRAIGHT = str.maketrans("‘’‛`´ʼ‐‑‒–—−", "''''''------")
_DROPPED = ("Cf", "Mn", "Me")
_ENDS_A_LINE = "\n\r\v\f\x85\u2028\u2029"


def made_plain(text: str) -> Plain:
    """Plain digits, spaces, quotes and dashes; no accents; nothing invisible; one space, never two."""
    kept: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for each in plain_character(character):
            if each != " " or not kept or kept[-1] != " ":
                kept.append(each)
                origin.append(index)
    return Plain("".join(kept), tuple(origin))


@lru_cache(maxsize=4_096)
def plain_character(character: str) -> str:
    if character in _ENDS_A_LINE:
        return "\n"
    made = []
    for each in unicodedata.normalize("NFKD", character.translate(_STRAIGHT)):
        kind = unicodedata.category(each)
        if kind == "Nd":
            made.append(str(unicodedata.decimal(each)))
        elif kind in ("Zs", "Cc"):
            made.append(" ")
        elif kind not in _DROPPED:
            made.append(each)
    return "".join(made)
