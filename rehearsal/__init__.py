"""A small, strict Discord on loopback, and the people who live in it."""

from rehearsal.person import Form, FormField, Outcome, Person, Shown, ShownButton
from rehearsal.rehearsal import Rehearsal
from rehearsal.world.errors import BotSilentError, CannotSee, CannotSend, CannotUse

__all__ = [
    "BotSilentError",
    "CannotSee",
    "CannotSend",
    "CannotUse",
    "Form",
    "FormField",
    "Outcome",
    "Person",
    "Rehearsal",
    "Shown",
    "ShownButton",
]
