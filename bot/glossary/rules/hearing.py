"""Words as they are heard: spelled by ear, said letter by letter, or as the glossary says they are said."""

from __future__ import annotations

import re

#: One pass from the left; the first that fits is taken. Vowels are told apart only where ears do.
_SOUNDS = (
    (r"^(?:ps|sc(?=[eiy]))|sc(?=[eiy])|ce(?=ous)", "s"),
    (r"^(?:kn|gn|pn)", "n"),
    (r"^wr|rh", "r"),
    (r"sch", "sk"),
    (r"tch|ch(?=[aeiouy](?!r))|ch$", "C"),
    (r"ssi(?=[ao])|sh|ti(?=[ao]|en)|ci(?=[ao])", "S"),
    (r"ch|ck|q(?!u)", "k"),
    (r"qu", "kw"),
    (r"ph", "f"),
    (r"dge?(?=[eiy])|g(?=[eiy])", "j"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"x", "ks"),
    (r"z", "s"),
    (r"th", "t"),
    (r"igh|eye", "@"),
    (r"owl(?=edg)", "@l"),
    (r"air|are$", "@r"),
    (r"(?<=[aeiouy])r(?![aeiouyr])", ""),
    (r"gh", ""),
    (r"h", ""),
    (r"e$", ""),
    (r"(?<![aeiouy])(?:oa)(?![aeiouy])", "O"),
    (r"(?<![aeiouy])o[uw](?![aeiouy])", "W"),
    (r"(?<![aeiouy])o[iy](?![aeiouy])", "Y"),
    (r"(?<![aeiouy])a[iy](?![aeiouy])", "A"),
    (r"[aeiouy]+", "@"),
)
_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_TWICE = re.compile(r"(.)\1+")
_CHOSEN = str.maketrans("czyq", "ksik")

_LETTERS = {
    "a": "a ay eh", "b": "b be bee", "c": "c see sea cee", "d": "d dee", "e": "e ee", "f": "f ef eff",
    "g": "g gee jee", "h": "h aitch haitch", "i": "i eye aye", "j": "j jay", "k": "k kay", "l": "l el ell",
    "m": "m em", "n": "n en", "o": "o oh owe", "p": "p pee pea", "q": "q cue queue kew", "r": "r are ar",
    "s": "s ess es", "t": "t tee tea", "u": "u you yoo", "v": "v vee", "w": "w doubleyou doubleu",
    "x": "x ex", "y": "y why wye", "z": "z zed zee",
}  # fmt: skip
_SAID_LETTER = {name: letter for letter, names in _LETTERS.items() for name in names.split()}
#: "ar-THRY-tiss": syllables with hyphens, of which one is in capitals; "KWOFF": one syllable.
_RESPELLED = re.compile(r"\b(?=\S*[A-Z]{2})[A-Za-z]+(?:-[A-Za-z]+)+\b|\b[A-Z]{4,}\b")


def sound(letters: str) -> str:
    """What small letters sound like, roughly: "kworum" as "quorum", "comishoner" as "commissioner"."""
    heard = _SOUND.sub(_sounded, letters)
    # To look first is quicker: most words have no sound twice.
    return _TWICE.sub(r"\1", heard) if _TWICE.search(heard) else heard


def _sounded(match: re.Match[str]) -> str:
    return _SOUNDS[(match.lastindex or 1) - 1][1]


def as_spelled(letters: str) -> str:
    """Small letters as whoever spells by ear would choose them, vowels and all: "physio" is "fisio"."""
    return _TWICE.sub(r"\1", letters.replace("ph", "f").replace("ck", "k").translate(_CHOSEN))


def letters_said(words: list[str]) -> str:
    """The letters that words are the names of ("see see gee": ccg), or nothing if one is not."""
    text = " ".join(words).replace("double you", "doubleyou").replace("double u", "doubleu")
    letters = [_SAID_LETTER.get(word, "") for word in text.split()]
    return "".join(letters) if len(letters) > 1 and all(letters) else ""


def respelled(name: str, said: str, has_short: bool) -> list[str]:
    """What `said` spells by ear of the whole name or of its short form, in small letters without hyphens.

    As many words as the name has are the name; a single one is the short form, where there is one.
    """
    spelled = [found.replace("-", "").lower() for found in _RESPELLED.findall(said)]
    size = len(name.split())
    if size > 1 and len(spelled) == size:
        return ["".join(spelled)]
    return spelled if size == 1 or has_short else []
