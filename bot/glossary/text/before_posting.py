"""What facilitators read of their texts before they post them, and the card "Words you will hear"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.glossary.rules.before_posting import LONGEST, Checked, Offer, Way
from bot.glossary.rules.term import Term
from bot.glossary.rules.words_to_hear import named
from bot.meetings.rules import Shown
from bot.questions.rules.writing import shortened

#: What is shown at once: with more, nobody would begin. What is left comes when these are done.
MOST_OFFERS = 5
_MOST_SENTENCES, _MOST_WORDS, _MOST_NAMED, _MOST_HINTED = 3, 8, 8, 5
#: Characters: of a text's beginning, a sentence, what would be put in, one word, and of a word on a button.
_BEGINNING, _SENTENCE, _NEW, _WORD, _LABEL = 80, 140, 100, 20, 40


def form(words: str = "") -> Form:
    """Where a facilitator puts a text in, and copies it from."""
    label, hint = "glossary-check-label", "glossary-check-hint"
    box = Field("text", label, hint, LONGEST, value=words)
    intro = "glossary-check-intro-copy" if words else "glossary-check-intro"
    return Form("glossary_check:text", "", "glossary-check-title", (box,), Line(intro))


def own_form(token: str, words: str, most: int) -> Form:
    """The same for words of hers in a preview; `token` is the draft's."""
    box = Field("text", "glossary-check-label", "glossary-check-own-hint", most, value=words)
    intro = Line("glossary-check-intro-own")
    return Form("glossary_check:text", token, "glossary-check-title", (box,), intro)


def hinted(preview: Notice, token: str, hard: Sequence[str], sentences: int) -> Notice:
    """A preview with a line on what in her words may be hard, and the way to it; `token` is the draft's."""
    if hard:
        line = Line("glossary-check-hint-words", {"number": len(hard), "words": _listed(hard, _MOST_HINTED)})
    else:
        line = Line("glossary-check-hint-sentences", {"number": sentences})
    look = Button("glossary_check:look", "glossary-check-button-look", token)
    return replace(preview, parts=(*preview.parts, line), buttons=(*preview.buttons, look))


def of_preview(found: Notice, token: str, *, more: bool) -> Notice:
    """What was found in words of a preview, with the way back to it; `more`: and on to its next text."""
    back = Button("glossary_check:preview", "glossary-check-button-preview", token, main=True, new_row=True)
    after = (Button("glossary_check:next", "glossary-check-button-next", token),) if more else ()
    return replace(found, buttons=(*found.buttons, back, *after))


def found(token: str, checked: Checked, taken: Offer | None, before: str) -> Notice:
    """What was found; `token` is the draft's, `before` the one of the text before `taken` was put in."""
    first = Line("glossary-check-found") if taken is None else _taken(taken)
    plain = (Line("glossary-check-plain"),) if checked.is_plain else ()
    parts = (first, _beginning(checked.text), *plain, *_hard(checked), *_offered(checked), *_well(checked))
    return Notice(parts, (*_offer_buttons(token, checked), *_other_buttons(token, checked, before)))


def card_preview(key: str, token: str, terms: Sequence[Term], left: int, day: Shown | None) -> Notice:
    """The card before it is posted; `token` is the text's draft, `left` is how many words have no room.

    `day` is that of the meeting for which it can be kept; None: no meeting is planned.
    """
    more = (Line("glossary-check-card-left", {"number": left}),) if left else ()
    post = Button("glossary_check:post", "glossary-check-button-post", key, main=day is None)
    buttons = (
        *(() if day is None else _for_meeting(key, day)),
        post,
        Button("glossary_check:copy-card", "glossary-check-button-copy-card", key, new_row=day is not None),
        Button("glossary_check:back", "glossary-check-button-back", token),
    )
    keeping = (
        () if day is None else (Line("glossary-check-card-keeping", {"day": day.day, "month": day.month}),)
    )
    return Notice((Line("glossary-check-card-preview"), *keeping, *more, *_on_card(terms)), buttons)


def _for_meeting(key: str, day: Shown) -> tuple[Button, Button]:
    post = Button(
        "glossary_check:post-meeting",
        "glossary-check-button-post-meeting",
        key,
        main=True,
        values={"day": day.day, "month": day.month},
    )
    return post, Button("glossary_check:keep", "glossary-check-button-keep", key)


def card(key: str, terms: Sequence[Term]) -> Notice:
    """The card for everybody; its button carries the delivery's key."""
    look = Button("glossary:look", "glossary-button-look", key)
    return Notice((*_on_card(terms), Line("glossary-check-card-other")), (look,))


def card_done(channel: int | None, day: Shown | None, meeting: str) -> Notice:
    """The card is on its way to a channel, or it is kept for the meeting with this id on a day, or both."""
    lines = [] if channel is None else [Line("glossary-check-posted", {"channel": str(channel)})]
    if day is None:
        return Notice(tuple(lines))
    away = Button("meeting_words:drop", "meeting-words-button-drop", meeting)
    return Notice((*lines, Line("glossary-check-kept", {"day": day.day, "month": day.month})), (away,))


def not_posted(card: Notice, channel: int, *, gone: bool) -> Notice:
    """The card, in the facilitators' channel, and why it stands there."""
    why = Line(
        "glossary-check-place-gone" if gone else "glossary-check-not-allowed", {"channel": str(channel)}
    )
    return replace(card, parts=(why, *card.parts))


def _beginning(words: str) -> Line:
    return Line("glossary-check-beginning", {"words": _words(words, _BEGINNING)})


def _taken(offer: Offer) -> Line:
    return Line("glossary-check-taken", {"word": _words(offer.written), "way": offer.way.value})


def _hard(checked: Checked) -> list[Line]:
    """What only the writer can change."""
    lines = []
    if checked.sentences:
        lines.append(Line("glossary-check-sentences", {"number": len(checked.sentences)}))
        shown = checked.sentences[:_MOST_SENTENCES]
        lines += [Line("glossary-check-sentence", {"words": _words(each, _SENTENCE)}) for each in shown]
    if checked.long_words:
        lines.append(Line("glossary-check-words", {"words": _listed(checked.long_words, _MOST_WORDS)}))
    if checked.acronyms:
        lines.append(Line("glossary-check-acronyms", {"words": _listed(checked.acronyms, _MOST_NAMED)}))
    return lines


def _offered(checked: Checked) -> list[Line]:
    shown = checked.offers[:MOST_OFFERS]
    lines = [Line("glossary-check-offers")] if shown else []
    for number, offer in enumerate(shown, 1):
        lines.append(
            Line(
                f"glossary-check-offer-{offer.way}",
                {"number": number, "word": _words(offer.written), "new": _words(_new(offer), _NEW)},
            )
        )
    left = len(checked.offers) - len(shown)
    if left:
        lines.append(Line("glossary-check-more", {"number": left}))
    if checked.no_room:
        lines.append(Line("glossary-check-no-room", {"number": checked.no_room}))
    return lines


def _new(offer: Offer) -> str:
    return offer.new if offer.way is Way.IN_FULL else offer.new.strip(" :()")


def _well(checked: Checked) -> list[Line]:
    """What is well already, and a number that says little by itself."""
    lines = []
    if checked.explained:
        names = _listed([term.name for term in checked.explained], _MOST_NAMED)
        lines.append(Line("glossary-check-explained", {"words": names}))
    if checked.age is not None:
        lines.append(Line("glossary-check-age", {"age": checked.age}))
    return lines


def _offer_buttons(token: str, checked: Checked) -> list[Button]:
    return [
        Button(
            "glossary_check:take",
            f"glossary-check-button-{offer.way}",
            f"{token}.{place}",
            values={"number": place + 1, "word": shortened(offer.written, _LABEL)},
        )
        for place, offer in enumerate(checked.offers[:MOST_OFFERS])
    ]


def _other_buttons(token: str, checked: Checked, before: str) -> list[Button]:
    buttons = [Button("glossary_check:copy", "glossary-check-button-copy", token, main=True, new_row=True)]
    if checked.terms:
        buttons.append(Button("glossary_check:card", "glossary-check-button-card", token))
    if before:
        buttons.append(Button("glossary_check:undo", "glossary-check-button-undo", before))
    return buttons


def _on_card(terms: Sequence[Term]) -> list[Line]:
    heading = Line("glossary-check-card")
    return [heading, *(_on_a_line(term) for term in terms)]


def _on_a_line(term: Term) -> Line:
    return Line("glossary-check-card-term", {"name": Words(named(term)), "plain": Words(term.plain)})


def _listed(each: Iterable[str], most: int) -> Words:
    """The first of them, on one line."""
    every = list(each)
    dots = ", …" if len(every) > most else ""
    return Words(", ".join(shortened(one, _WORD) for one in every[:most]) + dots)


def _words(words: str, most: int = _WORD) -> Words:
    return Words(shortened(words, most))
