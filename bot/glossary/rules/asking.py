"""What is asked about: a query without the words that only ask."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"""^(?:(?:hi|hello|hey|please|sorry|so|and|but|um+|er+|ok|okay)\b[\s,!.]*)*
    (?:(?:can|could|would|will)\s+(?:you|someone|somebody|anyone|anybody)\s+(?:please\s+)?)?
    (?:(?:do|does)\s+(?:you|anyone|anybody)\s+know\s+|i\s+do\s*n['’]?t\s+(?:know|understand)\s+
       |i['’]?d\s+like\s+to\s+know\s+|(?:please\s+)?tell\s+(?:me|us)\s+|remind\s+me\s+)?
    (?:(?:the\s+)?(?:meaning|definition)\s+(?:of|for)\s+
       |(?:please\s+)?(?:define|explain|look\s+up|meaning|definition)\s*:?\s+
       |(?:what|who|wot)\s*(?:['’]?s|['’]re|\s+is|\s+are|\s+was|\s+were|\s+do|\s+does|\s+did|\s+on\s+earth\s+is)\s+
       |what\s+about\s+|about\s+|what\s+(?=.*\s(?:means?|stands?\s+for|refers?\s+to|is|are)\b))?
    (?:(?:the\s+)?(?:meaning|definition)\s+(?:of|for)\s+|meant\s+by\s+)?
    (?:(?:a|an|the|this|these|all\s+this)\s+)?(?:(?:word|term|phrase|acronym|abbreviation|letters)\s+)?""",
    re.I | re.X,
)
_MEANS = re.compile(
    r"""[\s,]+(?:actually\s+|really\s+|exactly\s+)?
    (?:(?:mean|means|meen|meaning|stand[s]?\s+for|short\s+for|refers?\s+to|all\s+about)\b.*
       |(?:is|are)(?:\s+(?:that|it|this|they))?\s*$|please\s*$)""",
    re.I | re.X,
)
_END = re.compile(r"[\s?!.,:;]+$")


def subject(query: str) -> str:
    """What is asked about; the query itself where nothing would be left of it."""
    trimmed = query.strip(" \t\r\n\"'“”‘’?!")
    rest = _MEANS.sub("", _ASKS.sub("", trimmed, count=1), count=1)
    rest = rest.strip(" \t\r\n\"'“”‘’?!,;:")
    return rest or trimmed


#: Words with which people ask what a word means, and tell where they met it.
FRAME = """
    sure certain bit kept cos abbreviation acronym actual actually advance again ago always anybody anyway
    around article asked asking asks bloody bother call called calls came chat clue colleague come comes
    complain complaining confused consultant day dear definition describe difference different doctor
    document doing dunno earth email end english exactly example explain explained explaining explains
    explanation figure find folk form forgot gave gets getting gives going guys handout happen
    happens hear heard heck hell
    hello help home huge idea idk important keep keeps kindly knows language layman laymans leaflet letter
    letters listed long lost mate meaning means meant meen meeting mention mentioned mentions mouth name
    named new nobody notes nurse often old once paper papers people person phrase plain pls plz possibly
    pray quick quickly quite read reading refer refers remind said same saw say saying says sentence
    shorthand short simple simply slide slides somewhere soon sound spell spelled spelling stand stands
    stuff supposed talk talked talking talks term terms thing think thinking time times today told translate
    true understand understood ur usually version wants want wat watch whatever whats whatsit wheres wonder
    wondering word words wot wots wrote yesterday
"""
