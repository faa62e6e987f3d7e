"""What may be said anonymously besides a question: kinds, as plain data that features make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.errors import Refused
from bot.questions.rules.writing import LONGEST, clean, optional

#: In characters. With these and a draft the `custom_id` of a form keeps below Discord's 100.
LONGEST_CODE, LONGEST_SUBJECT = 24, 64
#: What it is about, as its writer reads it under [My questions].
LONGEST_NAME = 100


#: Between a draft and what it is about, in the token of a form.
_ABOUT = "~"


def token_about(draft: str, subject: str) -> str:
    """The token of a form that says something about a subject."""
    return f"{draft}{_ABOUT}{subject}"


def read_token(token: str) -> tuple[str, str]:
    """A form's draft, and what it is about: nothing, if it says nothing of that."""
    draft, _, subject = token.partition(_ABOUT)
    return draft, subject


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a form: `label` and `hint` are message ids, `most` is in characters.

    One that is not `required` may be left empty.
    """

    name: str
    label: str
    hint: str
    most: int = LONGEST
    is_line: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that may be said anonymously; the wording ids are the feature's own.

    `code` is the kind's name, which is kept. `done` is the first line of what its writer reads when it was
    taken, `waits` what she reads of it under [My questions], with `at`; both may use `name`, which is what
    it is about. A kind with `boxes` is typed into a form, and has an `action`, which the feature's cog
    answers, a `title` and an `intro` (with `name`). One without is a single press.

    Raises ValueError for a kind that cannot be kept.
    """

    code: str
    done: str
    waits: str
    action: str = ""
    title: str = ""
    intro: str = ""
    boxes: tuple[Box, ...] = ()

    def __post_init__(self) -> None:
        """Together the boxes have to fit into a block; all but the last are one line each."""
        length = sum(box.most + 1 for box in self.boxes)
        if len(self.code) > LONGEST_CODE or length > LONGEST + len(self.boxes):
            raise ValueError(f"{self.code} is too long")
        if not all(box.is_line for box in self.boxes[:-1]):
            raise ValueError(f"{self.code} has a box of several lines before its last")


@dataclass(frozen=True, slots=True)
class Said:
    """What came out at a window, and is handed over to the feature that it is for.

    `token` is random, and was made at the window: nothing that its writer was shown holds it. The owner keeps
    it, so that taking it twice changes nothing. `subject` is what it is about (a term's id, say), or empty.
    `to_facilitators_first`: its writer is paused, or facilitators look at everything first here.
    """

    community: int
    token: str
    kind: str
    subject: str
    text: str
    to_facilitators_first: bool


def put_together(kind: Kind, fields: Mapping[str, str]) -> str:
    """What was typed into a form, as it is kept: a line for each box, and last the one of several lines.

    Raises Refused (`error-said-empty`, `error-said-long`) if a box is empty that must not be, or holds too
    much.
    """
    cleaned = [
        (box, (clean if box.required else optional)(fields.get(box.name, ""), "said", box.most))
        for box in kind.boxes
    ]
    return "\n".join(" ".join(words.split()) if box.is_line else words for box, words in cleaned)


def taken_apart(kind: Kind, text: str) -> dict[str, str]:
    """What stands in each box, of a text that `put_together` has made."""
    lines = text.split("\n", len(kind.boxes) - 1) if kind.boxes else []
    return {box.name: words for box, words in zip(kind.boxes, lines, strict=False)}


def checked_subject(subject: str) -> str:
    """The subject, if it is none that was forged; raises Refused."""
    if len(subject) > LONGEST_SUBJECT:
        raise Refused("error-old-button")
    return subject
