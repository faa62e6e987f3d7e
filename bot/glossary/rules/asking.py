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
