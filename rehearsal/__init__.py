"""A small, strict Discord on loopback, and the people who live in it."""

from rehearsal.attending import ShownEvent
from rehearsal.forms import Form, FormField
from rehearsal.person import Person
from rehearsal.rehearsal import Rehearsal
from rehearsal.screen import Outcome, Shown, ShownButton
from rehearsal.shown_files import ShownFile
from rehearsal.suggestions import Suggested
from rehearsal.world.errors import BotFailedError, BotSilentError, CannotSee, CannotSend, CannotUse
from rehearsal.world.files import Upload

__all__ = [
    "BotFailedError",
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
    "ShownEvent",
    "ShownFile",
    "Suggested",
    "Upload",
]
