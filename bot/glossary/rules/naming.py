"""How a term is said inside a sentence: in full, as its short form is written, and in a few words."""

from __future__ import annotations

import re

from bot.glossary.rules.term import Term

#: A first sentence with fewer words than this does not say enough by itself.
_TOO_FEW = 4
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
#: What may stand between the beginning of a sentence and its first word, and what ends the one before.
_BETWEEN, _ENDS = " \t*_~|>#\"“‘'([•-", ".!?…\n"
#: Words that are written with a capital also inside a sentence, where a term's own texts do not show it.
_NAMES = frozenset({"british", "english", "england", "scottish", "scotland", "welsh", "wales", "irish", "i"})
#: The last word of such a name is not the one that has a plural.
_NOT_LAST = re.compile(r"[\s-](?:of|for|in|to|and|from|by|with)[\s-]|,")


def gist(term: Term) -> str:
    """The plain meaning as it goes into brackets inside a sentence; empty if there is none."""
    plain = " ".join(term.plain.split()).replace("(", "[").replace(")", "]")
    parts = [part.rstrip(".") for part in _SENTENCES.split(plain)]
    said = (
        parts[0]
        if len(parts[0].split()) >= _TOO_FEW
        else "; ".join(_begun_small(part, term) for part in parts)
    )
    return _begun_small(said, term)


def short_in(written: str, term: Term) -> str:
    """The short form that is written here, perhaps of several or with what it has; empty if it is none."""
    return next((short for short in term.shorts if _ending(written, short) is not None), "")


def at_its_place(term: Term, written: str, before: str) -> str:
    """The name in place of a short form that is written behind `before`; empty if it would say no more."""
    short = short_in(written, term)
    if not short or short.casefold() == term.name.casefold():
        return ""
    ending = _ending(written, short) or ""
    name = (
        term.name if _begins(before) or _is_a_name(term.name, term) else term.name[:1].lower() + term.name[1:]
    )
    if not ending.startswith("s"):
        return name + ending
    several = _several(name)
    # Only its own writer knows the plural of such a name.
    return several + ending[1:] if several else ""


def _ending(written: str, short: str) -> str | None:
    """What is written behind a short form, if it is that of several, or of what it has; else None."""
    rest = written.removeprefix(short)
    has_it = written.startswith(short) and re.fullmatch(r"s?(?:['’]s?)?", rest)
    return rest if has_it else None


def _begins(before: str) -> bool:
    """Whether a sentence begins behind this."""
    said = before.rstrip(_BETWEEN)
    return not said or said[-1] in _ENDS


def _is_a_name(words: str, term: Term) -> bool:
    """Whether these words of a term begin with a capital everywhere, as the name of an organisation does."""
    if words[1:] != words[1:].lower() or words.lower() in _NAMES:
        return True
    texts = (term.plain, term.precise, term.example)
    if any(_found(words[:1].lower() + words[1:], text) for text in texts):
        return False
    return any(not _begins(text[:at]) for text in texts for at in _found(words, text))


def _found(words: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _several(name: str) -> str:
    if _NOT_LAST.search(name):
        return ""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"


def _begun_small(said: str, term: Term) -> str:
    first = re.split(r"[ ,;:]", said, maxsplit=1)[0]
    return said if _is_a_name(first, term) else said[:1].lower() + said[1:]
