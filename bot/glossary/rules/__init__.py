"""What a term is, how its words are compared, and how it is found; pure, by subject."""

from bot.glossary.rules.found import Found, How, Spotted, Suggestion
from bot.glossary.rules.index import Index
from bot.glossary.rules.term import Term

__all__ = ["Found", "How", "Index", "Spotted", "Suggestion", "Term"]
