"""A community's glossary: kept, changed, read in, written out, forgotten; on every kind of database."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text as sql

from bot.core.database import Database, Journal, Tx
from bot.core.errors import Refused
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.glossary.rules.checking import Fault
from bot.glossary.rules.history import Change, Kind
from bot.glossary.rules.term import Term
from bot.glossary.rules.writing import csv_of
from bot.glossary.service import Keeping, Taken
from bot.glossary.store import TABLES, GlossaryStore
from tests.bot.glossary.drawn import CHECKED, PATHWAY
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMINA, ROSA = "m-amina", "m-rosa"
REASON = "Nobody at my table knew this word"
STARTER = tuple(
    replace(PATHWAY, id=f"s{number}", name=name, theme="starter", by="The starter")
    for number, name in enumerate(("Audit", "Referral", "Theme"))
)
ROWS, BAD = 10_000, 50


class Library:
    """A community's glossary with a small starter."""

    def __init__(self, database: Database, seal: Seal, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.store = GlossaryStore(seal)
        self.starter = STARTER
        self.keeping = Keeping(database=database, store=self.store, starter=lambda: self.starter, clock=clock)

    async def names(self, community: int = HERE) -> list[str]:
        return [term.name for term in await self.keeping.terms(community)]

    async def find(self, name: str) -> Term:
        (found,) = [term for term in await self.keeping.terms(HERE) if term.name == name]
        return found

    async def history(self, id_: str) -> list[tuple[Kind, str | None, str]]:
        return [(each.kind, each.who, each.reason) for each in await self.keeping.history(HERE, id_)]

    async def takes(self, content: bytes, *, everything: bool = False, community: int = HERE) -> Taken:
        preview = await self.keeping.read_in(community, content)
        take = preview.every if everything else ()
        return await self.keeping.take_in(community, preview, take, who=ROSA, by="A shared glossary")

    async def everything(self) -> dict[str, list[object]]:
        """All that is kept, row by row."""
        async with self.database.read() as tx:
            return {table.name: [tuple(row) for row in await tx.execute(table.select())] for table in TABLES}


@pytest.fixture
async def library(database: Database, seal: Seal, clock: FakeClock) -> Library:
    async with database.write() as tx:
        await tx.run_sync(lambda connection: EVERYDAY.create_all(connection, tables=list(TABLES)))
    return Library(database, seal, clock)


def named(name: str, **changes: object) -> Term:
    return replace(PATHWAY, name=name, **changes)


# What is there


async def test_own_terms_come_first_then_the_starters(library: Library) -> None:
    for name in ("Zone", "budget"):
        await library.keeping.put(HERE, named(name), who=AMINA)
    assert await library.names() == ["budget", "Zone", "Audit", "Referral", "Theme"]
    assert await library.names(ELSEWHERE) == ["Audit", "Referral", "Theme"]


async def test_what_has_the_theme_of_an_own_term_comes_before_the_rest(library: Library) -> None:
    library.starter = (*STARTER, replace(STARTER[0], id="s9", name="Knee", theme="joints"))
    assert await library.names() == ["Audit", "Referral", "Theme", "Knee"]
    await library.keeping.put(HERE, named("Hip", theme="joints"), who=AMINA)
    assert await library.names() == ["Hip", "Knee", "Audit", "Referral", "Theme"]
    assert await library.names(ELSEWHERE) == ["Audit", "Referral", "Theme", "Knee"]


async def test_an_own_term_stands_in_place_of_the_starters(library: Library) -> None:
    audit = await library.find("Audit")
    checked = replace(audit, plain="A look at how things are done.", is_checked_by_lay=True)
    kept = await library.keeping.put(HERE, checked, who=AMINA, reason=REASON)
    assert kept.id == audit.id
    assert kept.by == "", "she is not the starter's writer, and gave no name"
    assert not kept.is_checked_by_lay, "nobody has checked the new wording"
    assert await library.names() == ["Audit", "Referral", "Theme"]
    assert await library.find("Audit") == kept
    await library.keeping.remove(HERE, audit.id)
    assert await library.find("Audit") == audit
    assert await library.history(audit.id) == []


async def test_hidden_terms_are_not_shown_and_can_come_back(library: Library) -> None:
    kept = await library.keeping.put(HERE, named("Budget"), who=None)
    for id_ in (kept.id, "s1", "s1"):
        await library.keeping.hide(HERE, id_, who=ROSA, reason=REASON)
    assert await library.names() == ["Audit", "Theme"]
    assert [term.name for term in await library.keeping.hidden(HERE)] == ["Budget", "Referral"]
    assert await library.names(ELSEWHERE) == ["Audit", "Referral", "Theme"]
    for _ in range(2):
        await library.keeping.show(HERE, "s1", who=None)
    assert await library.names() == ["Audit", "Referral", "Theme"]
    assert await library.history("s1") == [(Kind.HIDDEN, ROSA, REASON), (Kind.SHOWN, None, "")]


async def test_a_hidden_word_that_is_written_again_is_the_same_one(library: Library) -> None:
    kept = await library.keeping.put(HERE, named("Budget"), who=None)
    await library.keeping.hide(HERE, kept.id, who=ROSA)
    again = await library.keeping.put(HERE, named("BUDGET", plain="Money to spend."), who=AMINA)
    assert again.id == kept.id
    assert [kind for kind, _, _ in await library.history(kept.id)] == [Kind.NEW, Kind.HIDDEN, Kind.CHANGED]
    assert await library.keeping.hidden(HERE) == ()


async def test_a_word_is_there_once_in_a_theme(library: Library) -> None:
    first = await library.keeping.put(HERE, named("Budget"), who=AMINA)
    await library.keeping.put(HERE, named("Budget", theme="research"), who=AMINA)
    for twice in (
        named(" budget ", theme="NHS"),
        named("audit", theme="Starter"),
        replace(first, theme="research"),
    ):
        with pytest.raises(Refused) as refused:
            await library.keeping.put(HERE, twice, who=AMINA)
        assert refused.value.line.id == "error-glossary-twice"
    await library.keeping.hide(HERE, first.id, who=ROSA)
    other = await library.keeping.put(HERE, named("Cost"), who=ROSA)
    await library.keeping.put(HERE, replace(other, name="Budget"), who=ROSA)
    with pytest.raises(Refused):
        await library.keeping.show(HERE, first.id, who=ROSA)


async def test_a_later_starter_shows_no_word_twice(library: Library) -> None:
    await library.keeping.put(HERE, named("Budget", theme="starter"), who=AMINA)
    library.starter = (*STARTER, replace(STARTER[0], id="s9", name="Budget"))
    assert (await library.names()).count("Budget") == 1
    assert (await library.names(ELSEWHERE)).count("Budget") == 1


@pytest.mark.parametrize(
    ("term", "why"),
    [
        (named(" "), "no-term"),
        (named("Word", plain="\n"), "no-plain"),
        (named("Word", precise="p" * 601), "long"),
        (named("Word", shorts=tuple(map(str, range(11)))), "many"),
        (named("Word", example="\x00"), "not-text"),
        (named("Word", id="no such term"), "gone"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_kept(library: Library, term: Term, why: str) -> None:
    before = await library.everything()
    with pytest.raises(Refused) as refused:
        await library.keeping.put(HERE, term, who=AMINA)
    assert refused.value.line.id == f"error-glossary-{why}"
    for act in (library.keeping.hide, library.keeping.show):
        with pytest.raises(Refused):
            await act(HERE, "no such term", who=AMINA)
    assert await library.everything() == before


# What became of it


async def test_the_history_tells_what_it_was_why_when_and_who_if_she_did_it_openly(library: Library) -> None:
    first = await library.keeping.put(
        HERE, named("Budget", by="Amina Yusuf"), who=AMINA, reason=f" {REASON} "
    )
    library.clock.move(days=3)
    second = await library.keeping.put(HERE, replace(first, plain="Money."), who=None, reason="Shorter.")
    await library.keeping.put(HERE, second, who=ROSA, reason="The same again: nothing happened.")
    made, changed = await library.keeping.history(HERE, first.id)
    day = library.clock.now().date()
    assert made == Change(first.id, 1, Kind.NEW, day - timedelta(days=3), AMINA, REASON)
    assert (changed.number, changed.day, changed.who) == (2, day, None)
    assert changed.before is not None
    assert changed.before.term == first
    assert await library.keeping.history(ELSEWHERE, first.id) == ()


async def test_what_people_wrote_is_sealed(library: Library) -> None:
    kept = await library.keeping.put(HERE, named("Budget", by="Amina Yusuf"), who=AMINA, reason=REASON)
    await library.keeping.put(HERE, replace(kept, plain="Money."), who=ROSA)
    rows = repr(await library.everything())
    assert AMINA in rows
    for words in ("Budget", "Amina Yusuf", REASON, PATHWAY.plain):
        assert words not in rows


async def test_looking_changes_nothing(library: Library) -> None:
    await library.keeping.put(HERE, named("Budget"), who=AMINA)
    before = await library.everything(), await library.keeping.version(HERE)
    await library.keeping.terms(HERE)
    await library.keeping.hidden(HERE)
    await library.keeping.history(HERE, "s0")
    await library.keeping.read_in(HERE, csv_of([PATHWAY]))
    for form in ("csv", "json"):
        await library.keeping.write_out(HERE, form)
    await library.keeping.export_for(HERE, AMINA)
    assert (await library.everything(), await library.keeping.version(HERE)) == before


async def test_the_version_is_another_one_after_a_change_that_somebody_else_makes(library: Library) -> None:
    before = await library.keeping.version(HERE)
    database = Database(library.database.url.render_as_string(hide_password=False), Journal.EVERYDAY)
    others = Keeping(database=database, store=library.store, starter=lambda: STARTER, clock=library.clock)
    await others.put(HERE, named("Budget"), who=AMINA)
    await database.close()
    assert await library.keeping.version(HERE) != before


async def test_the_version_is_another_one_after_each_change(library: Library) -> None:
    keeping, seen = library.keeping, [await library.keeping.version(HERE)]
    kept = await keeping.put(HERE, named("Budget", by="Amina"), who=AMINA)
    seen.append(await keeping.version(HERE))
    await keeping.hide(HERE, "s1", who=None)
    seen.append(await keeping.version(HERE))
    await keeping.show(HERE, "s1", who=None)
    seen.append(await keeping.version(HERE))
    await library.takes(csv_of([PATHWAY]))
    seen.append(await keeping.version(HERE))
    async with library.database.write() as tx:
        await keeping.erase(tx, HERE, AMINA)
    seen.append(await keeping.version(HERE))
    await keeping.remove(HERE, kept.id)
    seen.append(await keeping.version(HERE))
    assert len(set(seen)) == len(seen)
    assert await keeping.version(ELSEWHERE) == seen[0]


# Files


def big_file(encoding: str) -> tuple[bytes, dict[int, Fault]]:
    """10,000 good rows and 50 bad ones among them, with the lines of the bad ones."""
    rows = [["term", "short", "also", "theme", "plain", "precise"]]
    bad: dict[int, Fault] = {}
    kinds = (
        (Fault.NO_TERM, ["", "", "", "x", "Something."]),
        (Fault.NO_PLAIN, ["Word", "", "", "x", ""]),
        (Fault.LONG, ["Word", "", "", "x", "p" * 301]),
        (Fault.CELLS, ["Word", "", "", "x", "p", "q", "r"]),
        (Fault.TWICE, ["WORD 1 – “café”", "", "", "X", "Again."]),
    )
    good = iter(range(ROWS))
    for number in range(ROWS + BAD):
        if number % 201 == 200:
            fault, row = kinds[len(bad) % len(kinds)]
            bad[len(rows) + 1] = fault
            rows.append(row)
        else:
            at = next(good)
            rows.append([f"Word {at} – “café”", f"W{at}", "Wörd | Mot", "x", f"Plain {at}: it’s £5.", "p"])
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode(encoding), bad


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
async def test_ten_thousand_rows_with_fifty_bad_ones(library: Library, encoding: str) -> None:
    content, bad = big_file(encoding)
    preview = await library.keeping.read_in(HERE, content)
    assert {each.line: each.fault for each in preview.faulty} == bad
    assert len(bad) == BAD
    taken = await library.keeping.take_in(HERE, preview, who=ROSA, reason=REASON, by="A shared glossary")
    assert taken == Taken(ROWS, 0)
    assert await library.keeping.version(HERE) == 1, "all of it at once"
    terms = await library.keeping.terms(HERE)
    assert len(terms) == ROWS + len(STARTER)
    assert {term.by for term in terms} == {"A shared glossary", "The starter"}
    some = next(term for term in terms if term.name == "Word 7 – “café”")
    assert (some.also, some.plain) == (("Wörd", "Mot"), "Plain 7: it’s £5.")
    assert await library.history(some.id) == [(Kind.FROM_FILE, ROSA, REASON)]
    again = await library.keeping.read_in(HERE, await library.keeping.write_out(HERE))
    assert (again.new, again.conflicts, again.faulty) == ((), (), ())


async def test_a_file_that_breaks_off_leaves_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: the last step of taking in fails."""
    preview = await library.keeping.read_in(HERE, csv_of([named(f"Word {at}") for at in range(100)]))
    before = await library.everything()

    async def fail(tx: Tx, community: int) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(library.store, "count_up", fail)
        with pytest.raises(OSError, match="the disk"):
            await library.keeping.take_in(HERE, preview, who=ROSA)
    assert await library.everything() == before
    assert (await library.keeping.take_in(HERE, preview, who=ROSA)).new == 100


@pytest.mark.parametrize("form", ["csv", "json"])
async def test_written_out_read_in_elsewhere_and_written_out_again_is_the_same(
    library: Library, form: str
) -> None:
    await library.keeping.put(HERE, named("=1+1", shorts=("@x",), also=("-y", "+z")), who=AMINA)
    await library.keeping.put(HERE, replace(CHECKED, name="Budget", by="Amina Yusuf"), who=AMINA)
    await library.keeping.put(HERE, replace(STARTER[0], plain="A look at what is done."), who=ROSA)
    first = await library.keeping.write_out(HERE, form)
    assert b"Amina" not in first
    assert await library.takes(first, community=ELSEWHERE, everything=True) == Taken(2, 1)
    assert await library.keeping.write_out(ELSEWHERE, form) == first
    assert await library.takes(first, everything=True) == Taken(0, 0)
    assert await library.keeping.write_out(HERE, form) == first


async def test_no_cell_of_a_written_file_begins_as_a_computation_does(library: Library) -> None:
    for begins in "=+-@":
        await library.keeping.put(
            HERE, named(f"{begins}1+1", plain=f"{begins}A1", said=f" {begins}x"), who=AMINA
        )
    written = (await library.keeping.write_out(HERE)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert "'=1+1" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


async def test_a_facilitator_keeps_hers_or_takes_the_files(library: Library) -> None:
    hers = await library.keeping.put(HERE, named("Budget", by="Amina Yusuf"), who=AMINA)
    content = csv_of([named("Budget", plain="Money."), replace(STARTER[1], plain="Sent on.")])
    assert await library.takes(content) == Taken(0, 0)
    assert await library.find("Budget") == hers
    assert await library.takes(content, everything=True) == Taken(0, 2)
    budget, referral = await library.find("Budget"), await library.find("Referral")
    assert (budget.id, budget.plain, budget.by) == (hers.id, "Money.", "A shared glossary")
    assert (referral.id, referral.plain) == ("s1", "Sent on.")
    _, change = await library.keeping.history(HERE, hers.id)
    assert (change.kind, change.who) == (Kind.FROM_FILE, ROSA)
    assert change.before is not None
    assert change.before.term == hers


async def test_what_changed_since_the_preview_is_not_overwritten(library: Library) -> None:
    preview = await library.keeping.read_in(HERE, csv_of([named("Budget", plain="The file's.")]))
    assert len(preview.new) == 1
    await library.keeping.put(HERE, named("Budget", plain="Hers."), who=AMINA)
    assert await library.keeping.take_in(HERE, preview, preview.every, who=ROSA) == Taken(0, 0)
    assert (await library.find("Budget")).plain == "Hers."


async def test_a_word_that_was_hidden_comes_back_from_a_file_as_the_same_one(library: Library) -> None:
    await library.keeping.hide(HERE, "s1", who=ROSA)
    assert await library.takes(csv_of([STARTER[1]])) == Taken(1, 0)
    assert (await library.find("Referral")).id == "s1"
    assert await library.keeping.hidden(HERE) == ()


# What is hers


async def test_what_she_wrote_openly_is_shown_to_her(library: Library) -> None:
    first = await library.keeping.put(HERE, named("Budget", by="Amina Yusuf"), who=AMINA, reason=REASON)
    await library.keeping.put(HERE, replace(first, plain="Money.", by=""), who=ROSA)
    await library.keeping.put(HERE, named("Cost", by="Amina Yusuf"), who=AMINA)
    await library.keeping.put(HERE, named("Secret"), who=None)
    await library.keeping.hide(HERE, "s1", who=AMINA)
    today = library.clock.now().date().isoformat()
    exported = await library.keeping.export_for(HERE, AMINA)
    by_word = {row["word"]: row for row in exported["glossary_changes"]}  # type: ignore[attr-defined]
    assert set(by_word) == {"Budget", "Cost", "Referral"}
    assert by_word["Referral"] == {"word": "Referral", "changed_on": today, "reason": ""}
    assert by_word["Budget"]["reason"] == REASON
    assert by_word["Budget"]["plain"] == PATHWAY.plain, "her words, though they are others by now"
    assert by_word["Budget"]["shown_name"] == "Amina Yusuf"
    assert exported["shows_your_name"] == ["Cost"]
    await library.takes(csv_of([named("One"), named("Two")]))
    rosas = await library.keeping.export_for(HERE, ROSA)
    assert [row["plain"] for row in rosas["glossary_changes"]] == ["Money."]  # type: ignore[attr-defined]
    assert rosas["glossary_files"] == [{"day": today, "words_taken_in": 2}]
    assert not any((await library.keeping.export_for(ELSEWHERE, AMINA)).values())


async def test_erased_she_is_off_the_history_and_her_words_stay(library: Library, seal: Seal) -> None:
    first = await library.keeping.put(HERE, named("Budget", by="Amina Yusuf"), who=AMINA, reason=REASON)
    await library.keeping.put(HERE, replace(first, plain="Money.", by="Rosa"), who=ROSA, reason="Shorter.")
    cost = await library.keeping.put(HERE, named("Cost", by="Amina Yusuf"), who=AMINA)
    signed = await library.keeping.put(HERE, replace(cost, said="as it looks"), who=ROSA)
    assert signed.by == "Amina Yusuf"
    async with library.database.write() as tx:
        await library.keeping.erase(tx, HERE, AMINA)
    assert (await library.find("Budget")).by == "Rosa"
    assert await library.find("Cost") == replace(signed, by="")
    assert await library.history(first.id) == [(Kind.NEW, None, ""), (Kind.CHANGED, ROSA, "Shorter.")]
    told = [*(await library.keeping.history(HERE, first.id)), *(await library.keeping.history(HERE, cost.id))]
    assert PATHWAY.plain in repr(told), "what it said is still known"
    left = repr((told, await library.everything(), await library.keeping.terms(HERE)))
    assert all(hers not in left for hers in (AMINA, "Amina", REASON))
    assert not any((await library.keeping.export_for(HERE, AMINA)).values())


async def test_who_did_it_is_forgotten_after_the_communitys_period_and_her_name_stays_erasable(
    library: Library,
) -> None:
    kept = await library.keeping.put(HERE, named("Budget", by="Amina Yusuf"), who=AMINA, reason=REASON)
    library.clock.move(days=400)
    await library.keeping.put(HERE, named("Cost"), who=ROSA)
    before = library.clock.now().date() - timedelta(days=365)
    async with library.database.write() as tx:
        assert await library.keeping.expire(tx, HERE, before) == 1
        assert await library.keeping.expire(tx, HERE, date.max) == 1
        assert await library.keeping.expire(tx, HERE, date.max) == 0
    assert await library.history(kept.id) == [(Kind.NEW, None, REASON)]
    assert (await library.keeping.export_for(HERE, AMINA))["shows_your_name"] == ["Budget"]
    async with library.database.write() as tx:
        await library.keeping.erase(tx, HERE, AMINA)
    assert (await library.find("Budget")).by == ""


async def test_another_communitys_rows_are_left_alone(library: Library) -> None:
    await library.keeping.put(ELSEWHERE, named("Budget", by="Amina Yusuf"), who=AMINA)
    async with library.database.write() as tx:
        await library.keeping.erase(tx, HERE, AMINA)
        await library.keeping.expire(tx, HERE, date.max)
        assert await tx.scalar(sql("SELECT count(*) FROM term_change WHERE who = 'm-amina'")) == 1
        assert await tx.scalar(sql("SELECT count(*) FROM term WHERE named = 'm-amina'")) == 1


# Two at once


async def test_what_somebody_changed_meanwhile_is_not_written_over(library: Library) -> None:
    first = await library.keeping.put(HERE, named("Budget"), who=AMINA)
    second = replace(first, plain="Money.")
    await library.keeping.put(HERE, second, who=AMINA, was=first)
    with pytest.raises(Refused) as refused:
        await library.keeping.put(HERE, replace(first, plain="Coins."), who=ROSA, was=first)
    assert refused.value.line.id == "error-glossary-meanwhile"
    await library.keeping.hide(HERE, first.id, who=ROSA)
    with pytest.raises(Refused):
        await library.keeping.put(HERE, replace(second, plain="Coins."), who=ROSA, was=second)
    assert [each.plain for each in await library.keeping.hidden(HERE)] == ["Money."]


async def test_a_conflict_that_is_another_one_since_the_preview_is_not_taken_in(library: Library) -> None:
    audit, referral = await library.find("Audit"), await library.find("Referral")
    file = csv_of([replace(audit, plain="A look."), replace(referral, plain="A letter.")])
    preview = await library.keeping.read_in(HERE, file)
    await library.keeping.put(HERE, replace(audit, plain="A close look."), who=AMINA)
    assert await library.keeping.take_in(HERE, preview, preview.every, who=ROSA) == Taken(0, 1)
    assert (await library.find("Audit")).plain == "A close look."
    assert (await library.find("Referral")).plain == "A letter."


async def test_a_mark_alone_leaves_the_starters_words_the_starters(library: Library) -> None:
    audit = await library.find("Audit")
    marked = await library.keeping.put(HERE, replace(audit, is_checked_by_lay=True), who=AMINA)
    assert marked.by == "The starter"
    assert (await library.keeping.export_for(HERE, AMINA))["shows_your_name"] == []
    async with library.database.write() as tx:
        await library.keeping.erase(tx, HERE, AMINA)
    assert await library.find("Audit") == marked
