"""Words that facilitators write, and files of them, in the real bot."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import timedelta

import pytest

from rehearsal import Outcome, Rehearsal
from rehearsal.world.files import Upload
from tests.e2e.conftest import Log
from tests.e2e.flows import fill, join, labels, press, seen
from tests.e2e.hands import custom_ids, forge
from tests.e2e.test_glossary import look

DESK = "facilitators"
NAME, PLAIN, WHY = "The word, and its short forms", "Plain meaning", "Why? (It may be empty)"
MARK, OFF = "Mark: checked by a patient or public member", "Take the mark off"
BUDGET = {NAME: "Care budget | CB", PLAIN: "Money that is there for care.", "What it is about": "The NHS"}
HEADING = "term,plain,theme\n"
ALL = "Take in all, the file’s words win"


async def on(rehearsal: Rehearsal, label: str, who: str = "Leila") -> str:
    """A facilitator presses; what she reads."""
    return await press(rehearsal, who, label, channel=DESK)


async def send(rehearsal: Rehearsal, label: str, values: dict[str, object], who: str = "Leila") -> str:
    """A facilitator presses, and sends the form that opens; what she reads."""
    return await fill(rehearsal, who, label, values, channel=DESK)  # type: ignore[arg-type]


async def desk(rehearsal: Rehearsal, who: str = "Leila") -> str:
    return await on(rehearsal, "Glossary", who)


async def add(rehearsal: Rehearsal, who: str = "Leila", **other: str) -> str:
    await desk(rehearsal, who)
    return await send(rehearsal, "Add a word", {**BUDGET, **other}, who)


async def find(rehearsal: Rehearsal, word: str, who: str = "Leila") -> str:
    await desk(rehearsal, who)
    return await send(rehearsal, "Change a word", {"The word": word}, who)


async def read_in(rehearsal: Rehearsal, content: bytes | str, who: str = "Leila") -> Outcome:
    """A facilitator sends a file."""
    await desk(rehearsal, who)
    person = rehearsal.person(who)
    opened = await person.press("Read a file in", channel=DESK)
    assert opened.form is not None
    data = content.encode() if isinstance(content, str) else content
    outcome = await opened.form.submit({"A CSV or JSON file": Upload("words.csv", data)})
    await rehearsal.settle()
    return outcome


async def meaning(rehearsal: Rehearsal, word: str, who: str = "Amina") -> str:
    """What somebody reads who looks a word up."""
    return seen(await look(rehearsal, who, word))


async def written(rehearsal: Rehearsal, who: str = "Leila") -> dict[str, bytes]:
    """The glossary as files, by their names."""
    await desk(rehearsal, who)
    outcome = await rehearsal.person(who).press("Write a file out", channel=DESK)
    assert outcome.message is not None, outcome.failed
    person = rehearsal.person(who)
    return {file.name: await person.open_file(file) for file in outcome.message.files}


# By hand


async def test_a_word_is_added_changed_hidden_and_shown_and_everybody_reads_what_it_is(
    community: Rehearsal,
) -> None:
    assert "None are hidden" in await desk(community)
    told = await add(community)
    assert told.splitlines()[:3] == ["It is in the glossary now.", "## Care budget (CB)", BUDGET[PLAIN]]
    assert BUDGET[PLAIN] in await meaning(community, "CB")
    await find(community, "care budgets")
    told = await send(community, "Change", {PLAIN: "Money for care.", WHY: "It was long"})
    assert "That is kept." in told
    assert "Money for care." in await meaning(community, "care budget")
    told = await send(community, "Hide", {WHY: "Nobody says it"})
    assert "**This word is hidden.**" in told
    assert "Money for care." not in await meaning(community, "care budget")
    assert "One is hidden: nobody finds it." in await desk(community)
    assert "These words are hidden" in await on(community, "Words that are hidden")
    assert "**This word is hidden.**" in await on(community, "Care budget (The NHS)")
    assert "Everybody can find it again." in await send(community, "Show it again", {})
    assert "Money for care." in await meaning(community, "care budget")


async def test_history_has_reasons_and_days_and_no_name_but_the_writers_own(community: Rehearsal) -> None:
    await add(community)
    told = await send(community, "Who wrote it", {"The name": "Elowen Biscuit"})
    assert "A name is shown for people who have joined" in told
    assert "Written by" not in await meaning(community, "Care budget")
    await join(community, "Leila")
    await find(community, "Care budget")
    told = await send(community, "Who wrote it", {"The name": "Elowen Biscuit"})
    assert "Written by: Elowen Biscuit" in told
    assert "Written by: Elowen Biscuit" in await meaning(community, "Care budget")
    told = await send(community, "Change", {PLAIN: "Money for care.", WHY: "Shorter"})
    assert "Elowen Biscuit" not in told, "she did not write these words"
    told = await on(community, "History")
    lines = [line for line in told.splitlines() if line]
    assert lines[1:5] == [
        "**2 March 2026:** changed.",
        "Why: Shorter",
        f"Before that, its plain meaning was: “{BUDGET[PLAIN]}”",
        "Written by: Elowen Biscuit",
    ]
    assert lines[-1] == "**2 March 2026:** written here for the first time."
    assert "Leila" not in told
    assert str(community.person("Leila").user_id) not in told


async def test_the_rest_of_a_word_is_written_in_a_second_form(community: Rehearsal) -> None:
    await add(community)
    rest = {
        "Other names": "Purse | Pot of money",
        "Words that go with it": "Trust",
        "How to say it": "BUD-jit",
    }
    told = await send(community, "More about it", {**rest, "What it is about": "Research"})
    for part in ("**Other names:** Purse \\| Pot of money", "BUD-jit", "**About:** Research"):
        assert part in told
    assert "## Care budget (CB)" in await meaning(community, "pot of money")


async def test_a_person_sets_the_mark_and_a_new_plain_meaning_loses_it(community: Rehearsal) -> None:
    said = "A patient or member of the public has checked that this is plain."
    assert said not in await find(community, "Integrated care board")
    opened = await community.person("Leila").press(MARK, channel=DESK)
    assert opened.form is not None
    assert "Are you a facilitator? Set it when a patient or public member has read it" in opened.form.text
    told = seen(await opened.form.submit({WHY: "Read at our table in May"}))
    assert said in told
    assert "Written by: Equal Footing’s starter glossary" in told, "its words are as they were"
    assert said in await meaning(community, "ICB")
    assert "It was last checked on 2 March 2026." in await on(community, "Checked today")
    told = await send(community, "Change", {PLAIN: "It plans care here."})
    assert said not in told
    assert "It has not been checked since it was written." in told
    await send(community, MARK, {})
    assert said in await meaning(community, "ICB")
    assert said not in await send(community, OFF, {})
    assert said not in await meaning(community, "ICB")


@pytest.mark.parametrize("who", ["Amina", "Priya"])
async def test_whoever_is_no_facilitator_is_refused_and_nothing_changes(
    community: Rehearsal, who: str
) -> None:
    await desk(community)
    ids = [each for each in custom_ids(community, DESK).values() if each.startswith("glossary_")]
    assert len(ids) >= 5
    for custom_id in ids:
        outcome = await forge(community, community.person(who), custom_id)
        assert "acilitator" in seen(outcome), custom_id
        assert outcome.form is None


async def test_empty_and_much_too_long_is_refused_and_given_back(community: Rehearsal, log: Log) -> None:
    leila = community.person("Leila")
    await desk(community)
    for values, told in (
        ({NAME: " ", PLAIN: "x"}, "There is no word."),
        ({NAME: "Purse", PLAIN: " \n"}, "There is no plain meaning."),
        ({NAME: "x" * 4_000, PLAIN: "y"}, "Nothing was changed"),
        ({NAME: "Purse", PLAIN: "*" * 4_000}, "Nothing was changed"),
        ({NAME: " | ".join(f"a{at}" for at in range(40)), PLAIN: "y"}, "Nothing was changed"),
    ):
        opened = await leila.press("Add a word", channel=DESK)
        assert opened.form is not None
        assert told in seen(await opened.form.submit({**BUDGET, **values}, unchecked=True))
    assert "Purse" not in await meaning(community, "Trust")
    assert "I do not know “Purse” yet" in await meaning(community, "Purse")
    assert "I do not know “zzyzx”" in await find(community, "zzyzx")
    assert "unexpected error" not in log.getvalue()


async def test_a_word_is_there_once_in_a_theme_and_again_in_another(community: Rehearsal) -> None:
    await add(community)
    again = await add(community, **{NAME: "care BUDGET"})
    assert "is in this theme already. Nothing was changed." in again
    assert BUDGET[PLAIN] in again, "what she wrote is given back"
    await add(community, **{"What it is about": "Research"})
    outcome = await look(community, "Amina", "Care budget")
    assert "can mean 2 things" in seen(outcome)
    told = await find(community, "Care budget")
    assert "I found 2 words for “Care budget”." in told
    assert "**About:** Research" in await on(community, "Care budget (Research)")


async def test_what_another_facilitator_changed_meanwhile_is_not_written_over(community: Rehearsal) -> None:
    await add(community)
    forms = []
    for who in ("Leila", "Owen"):
        await find(community, "Care budget", who)
        opened = await community.person(who).press("Change", channel=DESK)
        assert opened.form is not None
        forms.append(opened.form)
    sent = [form.submit({PLAIN: f"Money, says {at}."}) for at, form in enumerate(forms)]
    both = [seen(each) for each in await asyncio.gather(*sent)]
    assert sum("That is kept." in each for each in both) == 1
    (late,) = [each for each in both if "Somebody changed this word since you opened it." in each]
    assert "Money, says" in late, "her words are given back"
    kept = both.index(next(each for each in both if "That is kept." in each))
    assert f"Money, says {kept}." in await meaning(community, "Care budget")


# Files


async def test_what_is_written_out_and_read_in_again_changes_nothing(community: Rehearsal) -> None:
    await add(community, **{NAME: "=1+1 | @cb", PLAIN: "-2 is less than nothing."})
    files = await written(community)
    assert set(files) == {"glossary.csv", "glossary.json"}
    rows = list(csv.reader(io.StringIO(files["glossary.csv"].decode("utf-8-sig"))))
    (row,) = [row for row in rows if "=1+1" in row[0]]
    assert row[:2] == ["'=1+1", "'@cb"], "a spreadsheet computes nothing"
    assert "'-2 is less than nothing." in row
    for content in files.values():
        told = seen(await read_in(community, content))
        assert "No new words" in told
        assert "none different from here, no faulty rows." in told
        assert "There is nothing to take in." in told
    assert await written(community) == files


async def test_a_file_in_windows_1252_with_faulty_rows_is_shown_first_and_then_taken_in(
    community: Rehearsal,
) -> None:
    before = await written(community)
    faulty = [f"Faulty {at},,nhs" for at in range(9)]
    rows = ["Café table,A place to talk – over tea.,nhs", *faulty, "Integrated care board,The board.,nhs"]
    outcome = await read_in(community, (HEADING + "\n".join(rows)).encode("cp1252"))
    told = seen(outcome)
    assert "**One** new word, 0 the same as here, **1** different from here, **9** faulty rows" in told
    assert "Line 3: “Faulty 0” has no plain meaning." in told
    assert "There are 4 more: see the attached text." in told
    assert labels(outcome) == ["Take in the new ones (1)", ALL, "See what is different", "Never mind"]
    assert outcome.message is not None
    files = {each.name: await community.person("Leila").open_file(each) for each in outcome.message.files}
    assert files["faulty-rows.txt"].decode("utf-8-sig").count("has no plain meaning.") == 9
    assert "in the file: “The board.”" in files["differences.txt"].decode("utf-8-sig")
    shown = await on(community, "See what is different")
    assert "## Integrated care board (1 of 1)" in shown
    assert "**plain**, here: “The local organisation" in shown
    assert "in the file: “The board.”" in shown
    assert "**One** new word" in await on(community, "Back to the file")
    assert await written(community) == before, "nothing is changed by looking"
    token = next(each for label, each in custom_ids(community, DESK).items() if label == ALL)
    done = seen(await forge(community, community.person("Leila"), token, DESK))
    assert "One word is new, and one was changed." in done
    assert "A place to talk – over tea." in await meaning(community, "café table")
    assert "The board." in await meaning(community, "ICB")
    again = seen(await forge(community, community.person("Leila"), token, DESK))
    assert "was done already. Nothing was changed just now." in again


async def test_only_new_words_are_taken_in_where_that_is_chosen(community: Rehearsal) -> None:
    await read_in(community, f"{HEADING}Purse,Money.,nhs\nIntegrated care board,The board.,nhs\n")
    assert "One word is new, and none were changed." in await on(community, "Take in the new ones (1)")
    assert "The board." not in await meaning(community, "ICB")
    assert "Money." in await meaning(community, "Purse")
    assert "taken in from a file." in await history_of(community, "Purse")


async def history_of(rehearsal: Rehearsal, word: str) -> str:
    await find(rehearsal, word)
    return await on(rehearsal, "History")


async def test_two_facilitators_read_the_same_file_in_and_each_word_is_there_once(
    community: Rehearsal,
) -> None:
    for who in ("Leila", "Owen"):
        await read_in(community, f"{HEADING}Purse,Money.,nhs\nIntegrated care board,The board.,nhs\n", who)
    presses = [community.person(who).press(ALL, channel=DESK) for who in ("Leila", "Owen")]
    both = sorted(seen(each).splitlines()[0] for each in await asyncio.gather(*presses))
    assert both == ["No words are new, and none were changed.", "One word is new, and one was changed."]
    files = await written(community)
    assert files["glossary.csv"].decode().count("Purse,") == 1


async def test_a_word_that_somebody_changed_since_the_preview_stays(community: Rehearsal) -> None:
    await read_in(community, f"{HEADING}Integrated care board,The board.,nhs\n")
    await find(community, "ICB", "Owen")
    await send(community, "Change", {PLAIN: "It plans care here."}, "Owen")
    told = await on(community, ALL)
    assert "No words are new, and none were changed." in told
    assert "Somebody else was at one of these words, and it stays as it is." in told
    assert "It plans care here." in await meaning(community, "ICB")


async def test_a_preview_is_over_after_a_quarter_of_an_hour_and_is_nobody_elses(community: Rehearsal) -> None:
    await read_in(community, f"{HEADING}Purse,Money.,nhs\n")
    token = custom_ids(community, DESK)["Take in the new ones (1)"]
    over = "This was too long ago, or was done already. Nothing was changed just now."
    assert over in seen(await forge(community, community.person("Owen"), token, DESK))
    await community.move_to(community.world.clock.now() + timedelta(minutes=15))
    assert over in seen(await forge(community, community.person("Leila"), token, DESK))
    assert "I do not know “Purse” yet" in await meaning(community, "Purse")
    await read_in(community, f"{HEADING}Purse,Money.,nhs\n")
    assert "Nothing was taken in." in await on(community, "Never mind")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "There is nothing in this file."),
        (b"Dear all,\nthanks for coming.", "The first line must name the columns"),
        (b"PK\x03\x04 a spreadsheet", "This is not a CSV or JSON file."),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "Nothing was changed."),
        (b"[{", "This JSON file cannot be read from line 1 on."),
        (b"x" * 4_000_001, "This file is too large. Nothing was changed. Take one of at most 4 MB"),
    ],
    ids=["empty", "letter", "spreadsheet", "picture", "json", "large"],
)
async def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    community: Rehearsal, log: Log, content: bytes, told: str
) -> None:
    assert told in seen(await read_in(community, content))
    assert "unexpected error" not in log.getvalue()


async def test_a_large_file_is_read_though_a_list_of_people_may_not_be_so_large(community: Rehearsal) -> None:
    rows = "".join(f"Word {at},{'x' * 290}.,nhs\n" for at in range(1_000))
    assert len(rows) > 256_000
    assert "**1000** new words" in seen(await read_in(community, HEADING + rows))
    assert "1000 words are new, and none were changed." in await on(community, "Take in the new ones (1000)")
