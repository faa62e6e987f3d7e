"""The exceptions of Equal Footing.

WordingError             a sentence is missing, or lacks one of its values
EqualFootingError
├── Refused              somebody asked for what cannot be done; the sentence is for that person
├── HostError            the person who hosts the bot has something to mend; plain words for a terminal
│   ├── SettingsError    a setting is missing or wrong
│   └── KeyMissing       sealed rows exist, and the key that opens them is not there
├── SealBroken           a sealed block was changed, or belongs to another key, purpose or place
└── NotDelivered         one attempt at a delivery failed
    ├── NotNow           the way was blocked (server error, no connection): it may have arrived
    └── NotAllowed       Discord refused, so it did not arrive: somebody must mend something
        ├── Gone         the channel, or the message to be edited, has been deleted
        └── Unreachable  somebody lets no direct message in: it will not be tried again
"""

from __future__ import annotations

from bot.core.wording import Line, Value, WordingError

__all__ = [
    "EqualFootingError",
    "Gone",
    "HostError",
    "KeyMissing",
    "NotAllowed",
    "NotDelivered",
    "NotNow",
    "Refused",
    "SealBroken",
    "SettingsError",
    "Unreachable",
    "WordingError",
]


class EqualFootingError(Exception):
    """Everything that this project raises on purpose, WordingError apart."""


class Refused(EqualFootingError):
    """What was asked for cannot be done; `line` says why, and what to press, to the one who asked."""

    def __init__(self, line: str, **values: Value) -> None:
        super().__init__(line)
        self.line = Line(line, values)


class HostError(EqualFootingError):
    """The host has something to mend; the message is a sentence for a terminal and holds no secret."""


class SettingsError(HostError):
    """A setting is missing or wrong; the message names it and its valid values."""


class KeyMissing(HostError):
    """There are sealed rows, and the key that opens them is not where the settings say."""


class SealBroken(EqualFootingError):
    """A sealed block does not open: it was changed, or is for another key, purpose or place."""


class NotDelivered(EqualFootingError):
    """One attempt at a delivery failed. `reason` is a short word for a log, never somebody's text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotNow(NotDelivered):
    """The way was blocked, so that nobody knows whether the message arrived."""


class NotAllowed(NotDelivered):
    """Discord said no, so the message did not arrive; it will not until somebody mends something."""


class Gone(NotAllowed):
    """The channel, or the message to be edited, was deleted by somebody."""


class Unreachable(NotAllowed):
    """Somebody lets no direct message in, or shares no server with the bot any more."""
