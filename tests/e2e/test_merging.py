"""Two questions put together: two askers, two private reasons, two ends; and the larger band."""

from __future__ import annotations

import pytest

from rehearsal import CannotSee, Rehearsal
from tests.e2e.conftest import ask, pass_window
from tests.e2e.flows import (
    card,
    everybody,
    facilitate,
    meeting_ends,
    mine,
    press,
    readers,
)

WHY = "Somebody asked nearly the same. One answer can help you both."
TOGETHER = "This was put together with **Question 2**. The answer will be there."


async def two_questions(community: Rehearsal) -> None:
    """Amina asks Question 1 and Rosa Question 2."""
    for name, text in (("Amina", "What is triage?"), ("Rosa", "Who sorts the letters?")):
        await ask(community, name, text)
        await pass_window(community)


async def merged(community: Rehearsal) -> str:
    """Question 1 is put together with Question 2; what the facilitator reads."""
    values = {"Number of the other question": "2", "What shall the person who asked be told?": WHY}
    return await facilitate(community, "Put together with another", values)


async def wonder(community: Rehearsal, number: int, *names: str) -> None:
    for name in names:
        await press(community, name, "I wondered too", on=card(community, number, who=name))


async def test_all_see_where_the_answer_will_be_and_only_its_asker_why(community: Rehearsal) -> None:
    await two_questions(community)
    assert "It is put together with **Question 2** now" in await merged(community)
    assert readers(community, TOGETHER) == everybody(community)
    assert readers(community, WHY) == set()
    for name in ("Rosa", "Derek", "Priya", "Leila", "Ruth"):
        await mine(community, name)
    assert "was put together with **Question 2**" in await mine(community, "Amina")
    assert readers(community, WHY) == {"Amina"}


async def test_both_askers_find_the_one_answer(community: Rehearsal) -> None:
    await two_questions(community)
    await merged(community)
    await facilitate(community, "Answer", {"Your answer": "A nurse reads them."}, on=card(community, 2))
    assert "A nurse reads them." in card(community, 2).text
    for name in ("Amina", "Rosa"):
        assert "A nurse reads them." in await mine(community, name)
    assert "nothing of yours" in await mine(community, "Derek")


async def test_neither_asker_can_close_or_take_back_the_others(community: Rehearsal) -> None:
    await two_questions(community)
    await merged(community)
    for name, number in (("Amina", 2), ("Rosa", 1), ("Derek", 1), ("Leila", 2), ("Ruth", 1)):
        told = await press(community, name, "Mine", on=card(community, number, who=name))
        assert "Only the person who asked" in told
        with pytest.raises(CannotSee):
            latest = community.person(name).read("questions")[-1]
            await community.person(name).press("Take it back", channel="questions", message=latest)


async def test_one_taken_back_leaves_the_other_to_its_asker(community: Rehearsal) -> None:
    await two_questions(community)
    await merged(community)
    await press(community, "Rosa", "Mine", on=card(community, 2, who="Rosa"))
    await press(community, "Rosa", "Take it back")
    assert TOGETHER in card(community, 1).text, "nothing shows before the meeting has ended"
    await meeting_ends(community)
    assert "was taken back by the person who asked" in card(community, 2).text
    assert "Who sorts the letters?" not in card(community, 2).text
    assert TOGETHER not in card(community, 1).text
    assert "I wondered too" in [button.label for button in card(community, 1).buttons]
    assert "**Question 1** is out. There is no answer yet." in await mine(community, "Amina")
    await facilitate(community, "Answer", {"Your answer": "Sorting by need."})
    assert "Sorting by need." in await mine(community, "Amina")
    assert "nothing of yours" in await mine(community, "Rosa")


async def test_the_merged_one_taken_back_leaves_the_other_as_it_is(community: Rehearsal) -> None:
    await two_questions(community)
    await merged(community)
    before = card(community, 2).text
    await press(community, "Amina", "Mine", on=card(community, 1, who="Amina"))
    await press(community, "Amina", "Take it back")
    await meeting_ends(community)
    assert "was taken back by the person who asked" in card(community, 1).text
    assert card(community, 2).text == before
    assert "**Question 2** is out" in await mine(community, "Rosa")


@pytest.mark.parametrize("to_first", [True, False])
async def test_the_larger_band_is_shown_and_never_the_sum(community: Rehearsal, to_first: bool) -> None:
    await two_questions(community)
    await wonder(community, 1 if to_first else 2, "Derek", "Gwyn", "Linh", "Priya", "Tom")
    await wonder(community, 2 if to_first else 1, "Derek", "Gwyn")
    await pass_window(community)
    assert ("Several others" in card(community, 2).text) != to_first
    await merged(community)
    assert "Several others wondered too." in card(community, 2).text
    assert readers(community, "Several others wondered too.") == everybody(community)


async def test_two_twos_are_no_five(community: Rehearsal) -> None:
    """The planted fault of a sum: two and four are six, and six are several."""
    await two_questions(community)
    await wonder(community, 1, "Derek", "Gwyn", "Linh", "Priya")
    await wonder(community, 2, "Tom", "Ngozi")
    await pass_window(community)
    await merged(community)
    await pass_window(community)
    assert "Others wondered too." in card(community, 2).text
    assert readers(community, "Several others") == set()


async def test_not_with_itself_nor_with_none_nor_with_what_others_cannot_see(community: Rehearsal) -> None:
    await two_questions(community)
    for number, told in (("1", "cannot be put together"), ("7", "no question with this number")):
        values = {"Number of the other question": number, "What shall the person who asked be told?": WHY}
        assert told in await facilitate(community, "Put together with another", values)
    assert readers(community, TOGETHER) == set()
    assert "is out. There is no answer yet" in await mine(community, "Amina")


async def test_closing_the_one_keeps_the_answer_for_both_until_each_has_read_it(community: Rehearsal) -> None:
    await two_questions(community)
    await merged(community)
    await facilitate(community, "Answer", {"Your answer": "A nurse reads them."}, on=card(community, 2))
    await facilitate(community, "Close this question", on=card(community, 2))
    assert "A nurse reads them." in await mine(community, "Rosa")
    await pass_window(community)
    assert "nothing of yours" in await mine(community, "Rosa")
    assert "A nurse reads them." in await mine(community, "Amina")
    await pass_window(community)
    assert "nothing of yours" in await mine(community, "Amina")


async def test_when_the_other_is_declined_the_merged_asker_is_not_left_without_a_word(
    community: Rehearsal,
) -> None:
    await two_questions(community)
    await merged(community)
    await mine(community, "Amina")
    await pass_window(community)
    private = "This is about one person alone."
    values = {"What shall the person who asked be told?": private}
    await facilitate(community, "End it without an answer", values, on=card(community, 2))
    assert private in await mine(community, "Rosa")
    assert "nothing of yours" not in await mine(community, "Amina")
    assert readers(community, private) == {"Rosa"}
