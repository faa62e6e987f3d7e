"""What people write: how it is kept, how long it may be, and what is taken out of it."""

from __future__ import annotations

import re
import unicodedata

from bot.core.errors import Refused

#: In characters. What stands on one card together stays under Discord's 4,000 for a message.
LONGEST = 1_500
LONGEST_PLAIN = 300
LONGEST_NOTE = 250
LONGEST_QUOTE = 300
LONGEST_LINE = 80
#: What a community says about urgent help, or about threats, stands under an acknowledgement.
LONGEST_LINES = 600

#: What leaves no mark by itself: Unicode's categories of format characters, separators, controls, surrogates
#: and of what only changes the character before; and the letters and symbols that are made to be blank.
_INVISIBLE = ("Cf", "Zs", "Zl", "Zp", "Cc", "Cs", "Mn", "Me")
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
#: What turns the direction of the text that follows, also of ours: embeddings, overrides, isolates, marks.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, what: str, most: int = LONGEST) -> str:
    """Return `text` as it is kept: composed characters, nothing that turns or hides, no pile of empty lines.

    Raises Refused (`error-<what>-empty`, `error-<what>-long`) if nothing that can be seen, or more than
    `most` characters, is left.
    """
    kept = optional(text, what, most)
    if not _can_be_seen(kept):
        raise Refused(f"error-{what}-empty")
    return kept


def optional(text: str, what: str, most: int) -> str:
    """The same for what may be left empty; raises Refused (`error-<what>-long`) alone."""
    tidied = tidy(text)
    if len(tidied) > most:
        raise Refused(f"error-{what}-long", length=len(tidied), most=most)
    return tidied


def tidy(text: str) -> str:
    """The text without what turns or hides, and without a pile of empty lines."""
    lines = (line.replace("\t", " ") for line in text.splitlines())
    printable = ("".join(filter(_may_stay, line)).rstrip() for line in lines)
    seen = "\n".join(line if _can_be_seen(line) else "" for line in printable)
    return re.sub(r"\n{3,}", "\n\n", unicodedata.normalize("NFC", seen)).strip()


def shortened(text: str, most: int) -> str:
    """The text on one line; where it is too long, cut at a word, unless that takes away too much."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    whole_words = cut.rpartition(" ")[0]
    return (whole_words if len(whole_words) > most // 2 else cut) + "…"


def without_links(text: str) -> str:
    """The text with its addresses left readable, but not to be pressed: a link can tell who followed it."""
    # What is left after one pass may be an address again.
    while (without := re.sub(r"(?i)https?://", "", text)) != text:
        text = without
    return text


def _can_be_seen(text: str) -> bool:
    return not all(c in _BLANK or unicodedata.category(c) in _INVISIBLE for c in text)


def _may_stay(character: str) -> bool:
    # A lone surrogate can be written into no file.
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _TURNING
