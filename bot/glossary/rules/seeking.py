"""What in a message to the bot is a question for a word."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: More words than this between "what is" and the end are no word that somebody wants to know.
_MOST_WORDS = 6
#: A question without "mean" in it is about many things; with so few words it is most likely about a word.
_FEW_WORDS = 2
#: Nobody asks for a word in so many characters.
_LONGEST = 200
_LEAD = r"(?:(?:hi|hello|hey|please|sorry|so|and|but|ok|okay)[ ,.!]+)*(?:(?:can|could) you (?:please )?)?"
_WORD = r"(?:the )?(?:(?:word|words|term|letters|acronym|abbreviation) )?(?P<word>.+?)"
_END = r"(?:,? please)?[ .!?…]*"
#: Whoever writes so asks for a meaning and nothing else.
_SURE = tuple(
    re.compile(f"{_LEAD}{middle}{_END}", re.IGNORECASE)
    for middle in (
        rf"(?:what|wot) (?:does|do|did|would) {_WORD} (?:mean|stand for)(?: here)?",
        rf"(?:tell me |explain )?(?:what|wot) {_WORD} (?:means?|stands? for)(?: here)?",
        rf"(?:what(?:'s| is| was) )?(?:the )?(?:meaning|definition) of {_WORD}",
        rf"(?:what(?:'s| is| are) )(?:meant|understood) by {_WORD}",
        rf"(?:define|meaning:?|definition:?) {_WORD}",
        rf"look up {_WORD}",
    )
)
#: This may be about anything: "What is the date of the next meeting?"
_PERHAPS = tuple(
    re.compile(f"{_LEAD}{middle}{_END}", re.IGNORECASE)
    for middle in (
        rf"(?:what|who|wot)(?:'s| is| are| was| were)(?: an?)? {_WORD}",
        rf"whats(?: an?)? {_WORD}",
        rf"(?:tell me )?(?:what|who) (?:an? )?{_WORD} (?:is|are)",
        rf"explain(?: an?)? {_WORD}",
    )
)
_ARTICLE = re.compile(r"(?:an?|the) (?=\S)", re.IGNORECASE)
_QUOTES = "\"'“”‘’«» "


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that somebody wants to know; `surely`: it is worth saying that it is not in the glossary."""

    word: str
    surely: bool


def sought(text: str) -> Sought | None:
    """The word that a message asks for, such as "ICB" in "What is an ICB?"; None if it asks for none."""
    said = " ".join(text.replace("’", "'").split())
    if len(said) > _LONGEST:
        return None
    for forms, always in ((_SURE, True), (_PERHAPS, False)):
        for form in forms:
            if (match := form.fullmatch(said)) and (word := _bare(match["word"])):
                number = len(word.split())
                return Sought(word, always or number <= _FEW_WORDS) if number <= _MOST_WORDS else None
    return None


def _bare(word: str) -> str:
    return _ARTICLE.sub("", word.strip(_QUOTES), count=1).strip(_QUOTES)
