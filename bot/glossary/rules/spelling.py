"""Words as they are compared: without case, apostrophes, hyphens, plurals and American spelling.

What comes out is a key to compare with another key, not a word to show.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: A word: letters spelled with dots (M.S.K.), letters and figures with apostrophes or & inside, or & alone.
WORD = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_]\.[^\W\d_])(?:['’]?s)?(?![^\W_])"
    r"|[^\W_]+(?:['’&][^\W_]+)*|&"
)
#: An ending is cut only where so many letters are left.
_ROOT = 3
_LONG = 6
_AS = 5
#: Of a word with such an ending, so many letters are left.
FORMS = ("er", "ing", "ed", "or")
_FORM_OF = 4

_ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
#: American forms and the British, both made one: which letters show that there is something to do, and what.
_ONE_SPELLING = tuple(
    (shown, re.compile(pattern), put)
    for shown, pattern, put in (
        ("ae", r"ae(?!ro)", "e"),
        ("oe", r"(?<=f)oe(?=t)|(?<=h)oe(?=a)|(?<=m)oe(?=b)|^oe", "e"),
        ("our", r"our", "or"),
        ("re", r"(?<=[bt])re(?=d?$)", "er"),
        ("erd", r"(?<=[bt])erd$", "ered"),
        ("ens", r"ens$", "ence"),
        ("ctis", r"ctis$", "ctice"),
        ("ctis", r"ctis(?=[ei])", "ctic"),
        ("ll", r"l{2,}", "l"),
        ("gray", r"^gray", "grey"),
        ("mme", r"(?<=m)me$", ""),
        ("gue", r"(?<=g)ue$", ""),
        ("dgement", r"dgement", "dgment"),
        ("enquir", r"^enquir", "inquir"),
    )
)


def read(text: str) -> str:
    """A text in one form of Unicode: NFKC, so that wide and joined letters are the usual ones."""
    return unicodedata.normalize("NFKC", text)


def words(text: str) -> list[str]:
    """The words of a text, each as it is compared."""
    return [plain_word(found) for found in WORD.findall(read(text))]


def plain_word(word: str) -> str:
    """One word as it is compared: "Programmes" is "program", "N.H.S.'s" is "nhs"."""
    small = bare(word)
    if len(small) <= _ROOT:
        return _ORDINALS.get(small, small)
    with_s = small.replace("iz", "is").replace("yz", "ys") if "z" in small else small
    return one_spelling(singular(_ORDINALS.get(with_s, with_s)))


def bare(word: str) -> str:
    """In small letters, without dots, apostrophes and what shows possession."""
    if word.isalpha():
        return word.casefold()
    small = word.casefold().replace("’", "'").removesuffix("'s")
    return small.replace("'", "").replace(".", "").replace("&", "and")


def singular(word: str) -> str:
    """Without its plural: analyses, analysis and analyse are all "analys"."""
    if len(word) <= _ROOT:
        return word
    if word.endswith(("sis", "ses")):
        return word[:-2]
    if word.endswith("ies") and len(word) > _ROOT + 1:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s"):
        is_whole = word.endswith(("ss", "us", "is")) or (word.endswith("as") and len(word) < _AS)
        return word if is_whole else _without_e(word[:-1])
    return _without_e(word)


def _without_e(word: str) -> str:
    """Case is as cases, honoraria as honorarium."""
    if word.endswith("se"):
        return word[:-1]
    if len(word) > _LONG and word.endswith(("ium", "ia")):
        return word.removesuffix("ium").removesuffix("ia")
    return word


def one_spelling(word: str) -> str:
    """British and American spelling made one."""
    if len(word) > _ROOT:
        for shown, pattern, put in _ONE_SPELLING:
            if shown in word:
                word = pattern.sub(put, word)
    return word


def stem(word: str) -> str:
    """A plain word without such an ending as prescribing, prescriber and prescribed have."""
    if not word.endswith(FORMS):
        return word
    cut = word[: -3 if word.endswith("ing") else -2]
    return cut if len(cut) >= _FORM_OF else word


def joined(words: Iterable[str]) -> str:
    """The key of some words: without spaces, so that co-production and coproduction are one."""
    return "".join(words)


def same_start(one: str, other: str) -> int:
    """How many first letters are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
