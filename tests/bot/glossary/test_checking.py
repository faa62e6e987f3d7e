"""What is found in a text before it is posted, and what becomes of it by one press after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.notices import Line, Notice
from bot.core.wording import Wording
from bot.glossary.rules.before_posting import LONGEST, Checked, Offer, Way, check, take
from bot.glossary.rules.index import Index
from bot.glossary.rules.naming import at_its_place, gist, short_in
from bot.glossary.rules.term import Term
from bot.glossary.rules.words_to_hear import MOST_TERMS, as_text, on_card
from bot.glossary.text import before_posting
from cogs import _send
from config.settings import WORDING
from tests.bot.glossary.samples import PLAIN, terms
from tests.bot.samples import shown_by

WORDS = Wording(WORDING)


def term(id_: str, name: str, plain: str, *shorts: str, also: tuple[str, ...] = ()) -> Term:
    """One with little in it."""
    bare = replace(PLAIN, id=id_, name=name, plain=plain, shorts=shorts, also=also, precise="")
    return replace(bare, example=f"We spoke about it; the {name[:1].lower()}{name[1:]} came up.")


ICB = term("icb", "Integrated care board", "The local body that plans care. It decides on money.", "ICB")
NICE = replace(
    term("nice", "National Institute for Health and Care Excellence", "It looks at research.", "NICE"),
    example="",
)
OA = term("oa", "Osteoarthritis", "A sore and stiff joint, often a knee.", "OA")
ACCESS = term("open", "Open access", "Research that anyone can read.", "OA")
PATHWAY = term("path", "Pathway", "The steps of your care, in order.")
COP = term(
    "cop",
    "Community of practice",
    "People who learn from each other.",
    "CoP",
    also=("communities of practice",),
)
RCT = term("rct", "Randomised controlled trial", "A fair test of a treatment.", "RCT")
WORD = term("word", "Zed", "Yes.", "ZD")
INDEX = Index([ICB, NICE, OA, ACCESS, PATHWAY, COP, RCT, WORD])
NOTHING = Index([])


def offered(text: str) -> list[str]:
    """What each offer would make of a text."""
    found = check(text, INDEX)
    return [take(text, each) for each in found.offers]


# What is found


def test_a_sentence_of_more_than_20_words_is_shown_and_one_of_20_is_not() -> None:
    text = f"**Come** {'and go ' * 9}now. Please {'come in ' * 10}now."
    assert check(text, NOTHING).sentences == (f"Please {'come in ' * 10}now.",)


def test_words_in_brackets_make_no_sentence_long() -> None:
    """Else what is offered here would be the next fault."""
    text = f"We ask the board ({'which plans our care ' * 5}) for {'one more ' * 7}year."
    assert check(text, NOTHING).sentences == ()


def test_long_words_are_named_but_for_those_that_the_glossary_explains() -> None:
    text = "Our community of practice on osteoarthritis will consider considerable opportunities together."
    assert check(text, NOTHING).long_words == (
        *("community", "osteoarthritis", "consider", "considerable", "opportunities", "together"),
    )
    assert check(text, INDEX).long_words == ("consider", "considerable", "opportunities", "together")
    assert check("Our community of practice on osteoarthritis.", INDEX).long_words == ()


def test_unknown_letters_are_named_unless_they_are_explained_or_everybody_knows_them() -> None:
    text = "The FCP and the ICB met in the UK. A bone scan (DXA) is free on the NHS, and a QOF is not."
    assert check(text, INDEX).acronyms == ("FCP", "QOF")


def test_an_everyday_word_that_is_a_term_is_found_in_a_text_for_a_meeting() -> None:
    text = "The pathway is new."
    assert check(text, INDEX).terms == (PATHWAY,)
    assert check(text, INDEX, is_for_meeting=False).terms == ()
    assert check("The pathway is of gravel.", INDEX).terms == ()


def test_a_reading_age_is_given_of_a_long_text_only() -> None:
    assert check("We will consider it together.", NOTHING).age is None
    assert check("We ask you for your own view of our new plan for the knee. " * 10, NOTHING).age == 8


def test_a_text_that_is_plain_has_nothing_to_be_done() -> None:
    for text in ("Come at ten. Bring a friend.", "", "🙂", "See https://example.org/ICB, <@123> or `OA`."):
        found = check(text, INDEX)
        assert found.is_plain, text
        assert found.terms == ()


def test_what_could_not_be_put_in_is_not_plain() -> None:
    """The planted fault: nothing else is wrong with it."""
    found = check("OA", INDEX)
    assert not replace(found, offers=(), no_room=1).is_plain
    assert replace(found, offers=()).is_plain


# What is offered


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        (
            "What does the ICB do? The ICB pays.",
            [
                "What does the integrated care board (ICB) do? The ICB pays.",
                "What does the ICB (the local body that plans care) do? The ICB pays.",
            ],
        ),
        (
            "# ICB\nHello.",
            ["# Integrated care board (ICB)\nHello.", "# ICB (the local body that plans care)\nHello."],
        ),
        (
            "We ask **ICBs** here.",
            [
                "We ask **integrated care boards (ICBs)** here.",
                "We ask **ICBs (the local body that plans care)** here.",
            ],
        ),
        ("The ICB’s plan.", ["The integrated care board’s (ICB’s) plan.", None]),
        ("It was an RCT.", ["It was a randomised controlled trial (RCT).", None]),
        ("It was a ICB.", ["It was an integrated care board (ICB).", None]),
        ("We follow NICE.", ["We follow National Institute for Health and Care Excellence (NICE).", None]),
        ("Two CoPs met.", ["Two CoPs (people who learn from each other) met."]),
        ("The new pathway, as planned.", ["The new pathway (the steps of your care, in order), as planned."]),
        (
            "An integrated care board (ICB) is here.",
            ["An integrated care board (ICB: the local body that plans care) is here."],
        ),
        (
            "An ICB (integrated care board) is here.",
            ["An ICB (integrated care board: the local body that plans care) is here."],
        ),
        (
            "The integrated care board (the people who plan) met. The ICB pays.",
            ["The integrated care board (the people who plan) met. The integrated care board (ICB) pays."],
        ),
        ("The ICB (those who decide on money) met.", []),
        ("It is on (the OA group and others).", []),
        ("See <https://example.org/ICB> and `ICB`, [here](https://example.org/ICB).", []),
        ("Type </ICB:7>, ``ICB``, [x](ICB), example.org/ICB or write to ICB@example.org.", []),
    ],
)
def test_what_a_press_makes_of_a_text(text: str, becomes: list[str | None]) -> None:
    assert [
        want if want is None else got for got, want in zip(offered(text), becomes, strict=True)
    ] == becomes


def test_of_several_meanings_the_writer_chooses_and_the_others_are_gone() -> None:
    found = check("The OA group.", INDEX)
    assert [(each.way, each.term.name) for each in found.offers] == [
        (Way.IN_FULL, "Osteoarthritis"),
        (Way.IN_FULL, "Open access"),
        (Way.MEANING, "Osteoarthritis"),
        (Way.MEANING, "Open access"),
    ]
    then = check(take(found.text, found.offers[1]), INDEX)
    assert then.text == "The open access (OA) group."
    assert [each.name for each in then.terms] == ["Open access"]
    assert [take(then.text, each) for each in then.offers] == [
        "The open access (OA: research that anyone can read) group."
    ]


def test_what_is_explained_is_told_from_what_is_only_named() -> None:
    found = check("The pathway (the steps of your care) and the ICB (integrated care board).", INDEX)
    assert [each.name for each in found.explained] == ["Pathway"]


def test_a_short_meaning_is_taken_for_one_when_it_is_there() -> None:
    once = take("A Zed.", check("A Zed.", INDEX).offers[0])
    assert once == "A Zed (yes)."
    assert check(once, INDEX).offers == ()


def test_the_text_is_never_made_longer_than_discord_takes() -> None:
    meaning = " (the steps of your care, in order)"
    filler = "a " * ((LONGEST - len("clinical pathway") - len(meaning)) // 2)
    fits = f"{filler}clinical pathway"
    (offer,) = check(fits, INDEX).offers
    assert len(take(fits, offer)) <= LONGEST
    full = f"{filler}aa clinical pathway"
    assert check(full, INDEX).offers == ()
    assert check(full, INDEX).no_room == 1
    assert check("🙂" * 2_000 + " clinical pathway", INDEX).no_room == 1, "a client counts such a face as two"


# What holds for every text

_pieces = st.sampled_from(
    [
        *(
            "ICB",
            "ICBs",
            "ICB’s",
            "(ICB)",
            "OA",
            "(OA)",
            "NICE",
            "pathway",
            "Pathways",
            "CoP",
            "ZD",
            "Zed",
            "RCT",
        ),
        *(
            "integrated care board",
            "Open access",
            "osteoarthritis",
            "a ",
            "an ",
            "(",
            ")",
            "(see page 3)",
            "FCP",
        ),
        *(
            " ",
            " ",
            " ",
            ". ",
            "\n",
            "\n- ",
            "**",
            "`",
            "```",
            "<@1>",
            "@everyone",
            "https://a.b/ICB ",
            "[x](",
            "🙂",
        ),
        *("words and words", ": ", "'s ", "\N{COMBINING ACUTE ACCENT}", "ﬁ", "İ", "\ud800"),
    ]
)
texts = st.lists(_pieces, max_size=40).map("".join)


@given(texts)
def test_one_press_changes_one_place_and_nothing_is_lost(text: str) -> None:
    found = check(text, INDEX)
    for offer in found.offers:
        assert 0 <= offer.start <= offer.end <= len(text)
        changed = take(text, offer)
        assert changed.startswith(text[: offer.start])
        assert changed.endswith(text[offer.end :])
        assert len(changed) <= LONGEST
        if offer.way is Way.MEANING:
            assert offer.start == offer.end, "nothing that she wrote goes"
        else:
            assert f"({offer.written})" in changed


@given(texts, st.data())
@settings(max_examples=60)
def test_whatever_is_pressed_it_comes_to_an_end(text: str, data: st.DataObject) -> None:
    """No offer calls for the next one for ever: of each term there are two at most."""
    found = check(text, INDEX)
    for _ in range(2 * len(INDEX_TERMS) + 1):
        if not found.offers:
            return
        found = check(take(found.text, data.draw(st.sampled_from(found.offers))), INDEX)
    pytest.fail(f"it goes on: {found.offers[0]}")


INDEX_TERMS = (ICB, NICE, OA, ACCESS, PATHWAY, COP, RCT, WORD)


@given(texts)
def test_looking_twice_finds_the_same(text: str) -> None:
    assert check(text, INDEX) == check(text, INDEX)


# How a term is said


def test_a_meaning_goes_into_brackets_as_part_of_a_sentence() -> None:
    assert gist(ICB) == "the local body that plans care"
    assert gist(replace(ICB, plain="Two things. One helps (a bit).")) == "two things; one helps [a bit]"
    assert gist(replace(ICB, plain="British Sign Language is used by many.")).startswith("British")
    assert gist(replace(ICB, plain="NHS staff and others plan care.")).startswith("NHS staff")
    assert gist(replace(ICB, plain="")) == ""


def test_a_short_form_is_known_with_its_endings_and_in_its_own_case_only() -> None:
    assert [short_in(each, ICB) for each in ("ICB", "ICBs", "ICB's", "ICBs’", "icb", "ICBx", "")] == [
        *("ICB",) * 4,
        *("",) * 3,
    ]
    assert at_its_place(replace(ICB, name="Body mass index"), "ICBs", "a ") == "body mass indexes"
    assert at_its_place(replace(ICB, name="Study"), "ICBs", "a ") == "studies"
    assert at_its_place(replace(ICB, name="ICB"), "ICB", "a ") == ""


# What is read


def said(notice: Notice) -> str:
    """What somebody reads."""
    return "\n".join(
        WORDS.say(part, plain=_send.inline) if isinstance(part, Line) else part.words for part in notice.parts
    )


def found(text: str) -> Notice:
    """The page about a text."""
    return before_posting.found("k" * 16, check(text, INDEX), None, "")


def test_everything_fits_whatever_the_terms_and_the_text_hold() -> None:
    shown = [each for each in shown_by(before_posting) if isinstance(each[1], Notice)]
    assert len(shown) > 20
    for name, notice in shown:
        made = _send.layout(notice, WORDS)
        assert made.content_length() <= LONGEST, name


def test_a_page_says_first_what_only_she_can_do_and_then_what_a_press_does() -> None:
    notice = found("The FCP and the ICB met.")
    assert said(notice).splitlines() == [
        "## Your text",
        "Only you see this. Nothing was posted, and nothing is kept.",
        "It begins: “The FCP and the ICB met.”",
        "**Not everybody may know these letters, and nor do I.** Say them in full: FCP",
        "**Press a button below to put this into your text:**",
        "1. “ICB” becomes “integrated care board (ICB)”.",
        "2. After “ICB”, in brackets: the local body that plans care",
    ]
    assert [WORDS.say(Line(each.label, each.values)) for each in notice.buttons] == [
        "1. Say “ICB” in full",
        "2. Explain “ICB”",
        "Show the text",
        "Words you will hear",
    ]


def test_a_plain_text_is_said_to_be_plain_and_has_no_card() -> None:
    notice = found("Come at ten.")
    assert "I found nothing that makes it hard to read." in said(notice)
    assert [each.action for each in notice.buttons] == ["glossary_check:copy"]


def test_what_is_more_than_fits_on_a_page_is_counted() -> None:
    checked: Checked = check("ICB. OA. NICE. Pathway. RCT.", INDEX)
    assert len(checked.offers) == 11
    assert "There are 6 more." in said(before_posting.found("k", checked, None, ""))
    full = replace(checked, offers=(), no_room=1)
    assert "One more word could be explained, but there is no room." in said(
        before_posting.found("k", full, None, "")
    )


def test_nothing_of_a_text_stands_in_a_custom_id() -> None:
    checked = check("The ICB and the SECRET met.", INDEX)
    offer: Offer = checked.offers[0]
    for notice in (before_posting.found("k1", checked, offer, "k0"), before_posting.card("k1", (ICB,))):
        assert not [each for each in notice.buttons if "ICB" in each.custom_id or "SECRET" in each.custom_id]


def test_a_card_holds_as_many_words_as_fit_in_their_order() -> None:
    assert on_card([ICB, OA]) == (ICB, OA)
    assert len(on_card([PATHWAY] * 50)) == MOST_TERMS
    assert 0 < len(on_card(terms("*", 50))) < 5
    assert as_text([ICB, PATHWAY]) == (
        "Integrated care board (ICB): The local body that plans care. It decides on money.\n"
        "Pathway: The steps of your care, in order."
    )


def test_markup_and_mentions_of_a_meaning_are_plain_on_a_card() -> None:
    loud = replace(ICB, name="**@everyone**", plain="# <@&1> [press](https://example.org)")
    told = said(before_posting.card("k", (loud,)))
    assert "<@&1>" not in told.replace("\\<@&1>", "")
    assert "](" not in told.replace("\\[press](", "")
