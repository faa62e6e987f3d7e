"""Named contacts, on Discord: what facilitators press, whoever would like a word, and contacts."""

from cogs.contacts.helping import HelpingCog
from cogs.contacts.relaying import RelayingCog
from cogs.contacts.supporters import SupportersCog
from cogs.contacts.words import WordsCog

__all__ = ["HelpingCog", "RelayingCog", "SupportersCog", "WordsCog"]
