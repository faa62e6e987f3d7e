"""Words that are right as they are typed: everyday words, and names of places, people and brands."""

from __future__ import annotations

from functools import cache

from bot.glossary.rules.everyday import home, other_words, proper
from bot.glossary.rules.everyday.common import COMMON
from bot.glossary.rules.parts import LITTLE
from bot.glossary.rules.spelling import plain_word


def is_known(word: str) -> bool:
    """Whether a plain word is one that nobody has to put right."""
    return word in _known()


@cache
def _known() -> frozenset[str]:
    at_home = (word for word in home.WORDS.split() if "_" not in word)
    every = (*COMMON.split(), *at_home, *other_words.WORDS.split(), *proper.NAMES.split())
    return LITTLE | frozenset(map(plain_word, every))
