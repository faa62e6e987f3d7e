"""The questions of the scene `questions`: who asks what, and what has become of each in the end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and its end.

    `tell`: its asker wants a direct message; `card`: what stands on its card in the end, each once, nothing
    if it was taken back; `under_mine`: what she reads of it under [My questions] after the meeting.
    """

    asker: str
    text: str
    card: tuple[str, ...]
    under_mine: tuple[str, ...] = ()
    tell: bool = False
    private: bool = False

    @property
    def channel(self) -> str:
        """Where its card is."""
        return "facilitators" if self.private else "questions"


CLOSED = "This question is closed."
ANSWERED = "A facilitator answers:"

ANSWER = "Somebody who plans and pays for care."
PLAIN_WORDS = "A person who buys care for all of us."
ANSWER_IN_PRIVATE = "Yes, please bring her with you."
ASKED_BACK = "Which result do you mean?"
ANSWER_THROUGH = "It comes by letter after two weeks."
ANSWER_ALOUD = "The government pays them."
WHY_TOGETHER = "Somebody asked nearly the same."
WHY_NOT = "We cannot talk about one knee here."
WHY_IT_WAITS = "We come to this after the break."
ANSWER_BY_NAME = "They are locked away, and read by nobody else."
WORRY = "This could start an argument."

HELPED = Asked(
    "Amina Yusuf",
    "What is a commissioner?",
    (
        ANSWERED,
        ANSWER,
        "Others wondered too.",
        "In plain words:",
        PLAIN_WORDS,
        "The person who asked says that this helps.",
    ),
)
PRIVATE = Asked(
    "Derek Holloway",
    "May I bring my daughter along?",
    (ANSWERED, ANSWER_IN_PRIVATE, CLOSED),
    (ANSWER_IN_PRIVATE,),
    tell=True,
    private=True,
)
THROUGH = Asked(
    "Rosa Pereira",
    "When will we hear the result?",
    (ANSWERED, ANSWER_THROUGH, CLOSED),
    (ANSWER_THROUGH,),
    tell=True,
)
TAKEN_BACK = Asked("Sofia Marchetti", "Why is the room so cold?", ())
IN_TIME = Asked("Tom Ashworth", "What does stratified mean?", ())
FOLLOW_UP = Asked(
    "Priya Raman",
    "Who pays a commissioner?",
    ("Someone asks more about Question", "This was answered in the meeting.", ANSWER_ALOUD, CLOSED),
    (ANSWER_ALOUD,),
    tell=True,
)
MERGED = Asked(
    "Linh Tran",
    "Where does their money come from?",
    ("This was put together with",),
    (WHY_TOGETHER, ANSWER_ALOUD),
    tell=True,
)
DECLINED = Asked(
    "Helen Okafor",
    "Can somebody look at my knee?",
    ("This question will get no answer here.",),
    (WHY_NOT,),
    tell=True,
)
HELD = Asked(
    "Hannah Lindqvist",
    "What happens to our notes?",
    # She left after that, and her name with her.
    (ANSWERED, ANSWER_BY_NAME, CLOSED),
    (ANSWER_BY_NAME,),
    tell=True,
)

ALL = (HELPED, PRIVATE, THROUGH, TAKEN_BACK, IN_TIME, FOLLOW_UP, MERGED, DECLINED, HELD)
#: All whose words are on a card in the end.
LASTING = tuple(each for each in ALL if each.card)
TOLD = tuple(each for each in ALL if each.tell)
