"""The second look: what is found in a text before it is sent, and what is left in peace."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import SettingsError
from bot.questions.rules.second_look import Finding, Hints, Kind, is_nhs_number, look
from config.second_look import EN_GB, read_hints

HINTS = Hints(**read_hints(EN_GB))
TODAY = date(2026, 11, 23)
NAMES = (
    "Ama Boateng",
    "Dr Will Hargreaves (he/him)",
    "May",
    "Zoë Quill | Lay member",
    "tomasz_k84",
    "Grace Hope",
    "Mark O’Rourke, GP",
    "Joy - Research Team",
    "Jo",
    "Facilitator Bot",
    "Renée Oduya",
    "Prof Ines Okafor",
    "@Femi Ashdown",
    "Ed Winterbourne",
)

ORDINARY = """
    What does ICB mean?
    When is the next meeting?
    Will this change how I get my tablets?
    May I ask why we stopped talking about foot checks?
    What is a randomised trial, in plain words?
    Who decides what we talk about?
    What happens to our notes after the meeting?
    Is the commissioner allowed to say no?
    Can the chair explain what a care pathway is?
    As the chair said, money is short. What does that mean for us?
    As the GP explained, there are two kinds. Which one is cheaper?
    How long does it take until a study like this changes anything?
    Am I the only one who does not know what “commissioning” means?
    I'm the only one who is lost, I think. What is a p value?
    I'm lost. What are we voting on?
    I am not sure what my part here is.
    What is my role as a lay member?
    What does being the chair involve?
    What is it like being a nurse on such a ward?
    Is my job as safe as before?
    Who was chosen as chair, and why?
    What does being a patient representative mean?
    Do people such as a physio get paid for coming?
    Can we see a nurse as well as the GP?
    Is a pharmacist seen as a clinician?
    Could someone speak more slowly, please?
    What do the numbers on slide 12 mean?
    Why were only 1,200 people asked in the study?
    Is it true that 3 in 10 people stop taking it?
    Does the 2019-2023 plan still count?
    Is the meeting on 3 December 2026 online?
    Is it on 14/01/2027 or a week later?
    Does the new rule start on 1 April 2027?
    Which of the aims from 12 May 2025 are still open?
    Was this already decided in 2008?
    What has happened since the review of March 2010?
    How much is 1 000 000 000 pounds for each person?
    Is the budget £12,345,678 for one year?
    Should people call 111 or 999?
    Is Samaritans still on 116 123?
    Is 0800 1111 only for children?
    What is the difference between type 1 and type 2?
    Is vitamin B12 1ug enough?
    Why is the dose 50 mg, and not 25 mg?
    Does a blood pressure of 140/90 count as high?
    Do people from care homes have a say?
    Is it the same at every hospital?
    What is General Practice paid for?
    What are 12 12 56 on page 3?
    Is 1204 620830 the right code for the paper?
    Meeting ID 812 3456 7890 does not work, what now?
    How can I help as a patient?
    What do M1 2nd and L5 1st mean in the table?
    Is a prof paid for this?
    What is in the column “Ed” on page 3?
    Will this happen in Community Hospitals too?
    Does NHS England have to agree?
    I live in hope that this gets better. When will it?
    I live in the countryside. Do people like me wait longer?
    I'm from another country. Are the words here explained anywhere?
    Do we meet again in May, or in late June?
    What is the mark of a good study?
    There is hope, I read. How much?
    With what grace period can we send comments?
    Will there be a break? May we switch our cameras off?
    It gave me joy to read the plan. Who wrote it?
    What is the team going to do with our answers?
    Is there a ward where this was tried?
    Could a nurse read the question out?
    Are we allowed to say no to a professor?
    Who looks after the carers?
    What does “he will mark it” mean on page 7?
    Is #12345 the right form, and is version 10.15.7 the new one?
    Can I be told later? See <#123456789012345678>.
    I was seeing a GP about this. Is that the same clinic we talk about?
"""

DETAILS = {
    Kind.EMAIL: """
        Write to [ama.b@example.org], please.
        My address is [ama+cop@mail.example.co.uk].
        Is [AMA@EXAMPLE.ORG] on the list?
        Send it to [o'rourke_m@nhs.example]!
        It is [ama (at) example.org] if you need it.
        What became of [ama＠example．org]?
        Post it to [a\u200bma@exam\u200bple.org] then.
        **[zoe.q@example.com]** has not had an answer.
    """,
    Kind.PHONE: """
        Ring me on [07700 900123].
        My number is [07700900456], after six.
        She is on [020 7946 0018] all day.
        Call [(0113) 496 0123] and ask for me.
        Is [0161-496-0123] still the right one?
        From abroad it is [+44 7700 900789].
        My son is on [+1 202-555-0143].
        Text [０７７００ ９００１２３] if it is late.
        Or [٠٧٧٠٠ ٩٠٠١٢٣], if you can.
        Try [0033 1 23 45 67 89] in the evening.
        Mobile: [07700\u00a0900\u00a0321]
    """,
    Kind.NHS_NUMBER: """
        My NHS number is [943 476 5919].
        NHS No: [943-476-5919]
        It says [9434765919] on the letter.
        Patient [450 557 7104] was never asked.
        In 2019 [943\u2009476\u20095919] was me.
        The card says [943  476  5919] in small print.
        Look up [９４３ ４７６ ５９１９], will you?
        NHS[4010232137] is what they wrote.
    """,
    Kind.BIRTH_DATE: """
        I was here on [1/2/1956], so what?
        The letter says [01.02.56] on top.
        Mine is [1 February 1956].
        They put [01 02 1956] in the box.
        It is [1956-02-01] in the file.
        Since [1st of February 1956] nothing has changed.
        They wrote [Feb 1st, 1956] on it.
        My daughter was born on [3 May 2021].
        She was born in [May 2024], too early.
        DOB: [12/11/2022]
        Date of birth is [3-Mar-2019].
        My birthday is on [3 May], is there cake?
        He has his birthday, as you know, on [December 24th].
        d.o.b. [２９/０２/２０１２]
    """,
    Kind.NAME: """
        Why did [Ama] say that?
        I think [ama boateng] knows.
        [Boateng] has the list.
        Can [Dr Will Hargreaves] explain?
        What did [Will] mean by that?
        Ask [hargreaves].
        Is [May] coming back?
        I heard it from [Zoe Quill].
        It was [Zoë]’s idea, was it not?
        Did [tomasz_k84] leave?
        I would like [tomasz] to stay.
        I sat beside [Grace Hope].
        Then [Mark] said no.
        Why does [O'Rourke] talk so much?
        They told me that [Joy] is ill.
        It was [Jo] who asked.
        Can <@&123456789012345678> or [<@123456789012345678>] help?
        Is [A\u200bma] well?
        [Renee] has gone home.
        Was it [Zoe\u0308], then?
        Has [Ashdown] read it?
        Is it [Femi]’s turn?
    """,
    Kind.GIVES_AWAY_ROLE: """
        What can I do [as the only GP] here?
        [As chair], I may not ask this.
        [Being the chair], I cannot ask this.
        I cannot say no [as a commissioner].
        [As a carer], what may I ask?
        [Speaking as a practice manager], is this paid?
        I find it hard [as one of the nurses] to speak up.
        [As the only woman in the room], may I ask?
        [I'm the only physio] and nobody asks me.
        [I'm a patient] and I do not follow.
        [I am a new lay member], where are the notes?
    """,
    Kind.JOB: """
        [I'm a physio], is that of use?
        [I am a retired district nurse] and I wonder.
        [Im the practice manager], who pays?
        [I used to be a midwife]. Is that still done?
        In [my job as a ward sister] I never saw that.
        [I work as a cleaner at night], can I come later?
        Why are [we nurses] not asked?
        [My job is the finance lead]. Can I vote?
        I should know, [I'm an academic].
        [I’m a consultant] and do not know that word.
    """,
    Kind.PLACE: """
        [I live in Ormskirk]. Is there one?
        [I  live in\u3000Ormskirk], by the way.
        [i live in ormskirk] and there is no bus.
        [I'm from Stoke on Trent], is that too far?
        [We live near St. Helens].
        They told me [at Leeds General] to wait.
        I was seen [at the Northfield Road Surgery].
        They do it [in Ormskirk Hospital] already.
        I am in [L39 2AA].
        My postcode is [sw1a1aa], do I count?
        [I work for Lancashire Council]. May I vote?
        [My surgery in Burscough] says no.
    """,
}


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().split("\n")]


WITH_DETAILS = [(kind, line) for kind, block in DETAILS.items() for line in lines(block)]


def seen(text: str, names: tuple[str, ...] = NAMES) -> list[tuple[Kind, str]]:
    return [(each.kind, each.found) for each in look(text, names, HINTS, TODAY)]


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_an_ordinary_question_is_left_in_peace(text: str) -> None:
    assert seen(text) == []


def test_there_are_enough_of_both() -> None:
    assert min(len(lines(ORDINARY)), len(WITH_DETAILS)) >= 60
    assert set(DETAILS) == set(Kind)


@pytest.mark.parametrize(("kind", "marked"), WITH_DETAILS)
def test_a_detail_is_found_where_it_stands(kind: Kind, marked: str) -> None:
    before, found, after = marked.replace("]", "[").split("[")
    assert look(before + found + after, NAMES, HINTS, TODAY) == (Finding(kind, found, len(before)),)


def test_several_details_come_in_their_order() -> None:
    text = "I'm a physio. Ring Ama on 07700 900123 or write to ama@example.org; I live in Ormskirk."
    assert seen(text) == [
        (Kind.JOB, "I'm a physio"),
        (Kind.NAME, "Ama"),
        (Kind.PHONE, "07700 900123"),
        (Kind.EMAIL, "ama@example.org"),
        (Kind.PLACE, "I live in Ormskirk"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("ama.boateng@example.org", Kind.EMAIL, "ama.boateng@example.org"),
        ("9434765919@example.org", Kind.EMAIL, "9434765919@example.org"),
        ("born 943 476 5919", Kind.NHS_NUMBER, "943 476 5919"),
        ("+44 943 476 5919", Kind.PHONE, "+44 943 476 5919"),
        ("I live in Boateng", Kind.NAME, "Boateng"),
        ("I'm the only GP", Kind.GIVES_AWAY_ROLE, "I'm the only GP"),
    ],
)
def test_where_two_could_be_meant_the_more_certain_is_shown(text: str, kind: Kind, found: str) -> None:
    assert seen(text) == [(kind, found)]


def test_two_that_touch_are_both_shown() -> None:
    assert seen("Ama<@123456789012345678>") == [(Kind.NAME, "Ama"), (Kind.NAME, "<@123456789012345678>")]


def test_a_name_counts_only_while_discord_shows_it_here() -> None:
    assert seen("Why did Boateng say that?", names=()) == []


def test_a_name_of_two_letters_needs_its_capital() -> None:
    assert seen("Is it so?", names=("So",)) == []
    assert seen("Is So well?", names=("So",)) == [(Kind.NAME, "So")]


def test_capital_letters_tell_nothing_where_everything_is_in_capitals() -> None:
    assert seen("WHAT WILL THIS MEAN FOR MAY, AND AT EITHER HOSPITAL?") == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("23/11/2016", True),
        ("24/11/2016", False),
        ("23.11.16", True),
        ("24.11.16", False),
        ("12/31/1956", True),
    ],
)
def test_a_date_is_somebodys_birth_from_ten_years_ago(day: str, found: bool) -> None:
    assert bool(seen(f"It says {day} here.")) is found


def test_a_date_that_no_calendar_has_is_no_birth() -> None:
    assert seen("Is table 31.02.1956 right?") == []


def test_a_leap_day_is_no_stumbling_block() -> None:
    assert look("29/02/2016", (), HINTS, date(2026, 2, 28)) == ()
    assert look("29/02/2016", (), HINTS, date(2026, 3, 1)) != ()
    assert look("28/02/2014", (), HINTS, date(2024, 2, 29)) != ()


# The first look of all reads the metadata of phone numbers.
UNHURRIED = settings(deadline=None)

nine = st.text("0123456789", min_size=9, max_size=9)
forms = st.sampled_from(["{}{}{}", "{} {} {}", "{}-{}-{}", "{}\u00a0{}\u00a0{}"])


@UNHURRIED
@given(nine, forms)
def test_an_nhs_number_is_found_by_its_check_digit_alone(digits: str, form: str) -> None:
    for check in "0123456789":
        number = digits + check
        written = form.format(number[:3], number[3:6], number[6:])
        found = seen(f"It is {written} on the card.", names=())
        if is_nhs_number(number):
            assert (Kind.NHS_NUMBER, written) in found
        else:
            assert {kind for kind, _ in found} <= {Kind.PHONE}


@given(nine)
def test_of_ten_check_digits_one_at_most_is_right(digits: str) -> None:
    """The weighted sum, with the check digit counted once, is a multiple of 11."""
    right = [check for check in range(10) if is_nhs_number(f"{digits}{check}")]
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
    assert right == [check for check in range(10) if (weighted + check) % 11 == 0]


pieces = st.sampled_from(
    [*(line.replace("[", "").replace("]", "") for _, line in WITH_DETAILS), *lines(ORDINARY), *NAMES]
)
# Surrogates too: Discord sends what it was sent.
anything = st.text(st.characters())
texts = st.lists(st.one_of(pieces, anything), max_size=6).map(" ".join)


@UNHURRIED
@given(texts, st.lists(st.one_of(st.sampled_from(NAMES), anything), max_size=6), st.dates())
def test_whatever_is_written_slices_are_exact_and_apart(text: str, names: list[str], today: date) -> None:
    found = look(text, names, HINTS, today)
    for each in found:
        assert each.found
        assert text[each.start : each.start + len(each.found)] == each.found
    for one, other in pairwise(found):
        assert one.start + len(one.found) <= other.start


@UNHURRIED
@given(pieces, st.sampled_from("\u200b\u200d\u2060\ufeff\u00ad"))
def test_what_cannot_be_seen_hides_nothing(text: str, invisible: str) -> None:
    without = [(kind, found.replace("\u200b", "")) for kind, found in seen(text)]
    found = seen(invisible.join(text))
    assert [(kind, each.replace(invisible, "").replace("\u200b", "")) for kind, each in found] == without


def test_the_file_of_words_has_each_list_and_no_other() -> None:
    assert set(read_hints(EN_GB)) == {field.name for field in fields(Hints)}
    assert all(read_hints(EN_GB).values())
    assert len(HINTS.jobs) >= 60
    assert len(HINTS.months) == 12
    assert all(word == word.lower() for words in read_hints(EN_GB).values() for word in words)


@pytest.mark.parametrize("wrong", ["jobs = 'nurse'", "jobs = [1]", "jobs = ['']", "jobs = ["])
def test_a_file_of_words_that_is_wrong_is_named(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"words\.toml"):
        read_hints(file)


def test_a_file_of_words_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml"):
        read_hints(tmp_path / "none.toml")
